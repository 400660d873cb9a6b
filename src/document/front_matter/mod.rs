//! Front matter, typed by kind. Knows every key of the model and the shape of its value; links stay mentions.

mod builder;
mod common;
mod counts;
mod court;
mod extra;
mod fault;
pub mod keys;
mod kinds;
mod links;
mod node;
mod person;
mod read;
mod reader;
mod records;
mod resolved;
mod split;
mod tree;
mod values;
mod words_for;
mod yaml;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

pub use counts::{Amount, Count, Counted};
pub use read::{FrontMatter, read};

use super::mention::{MentionId, RoleKey};
use super::statement::words;
use crate::foundation::date::{Edtf, Moment};
use crate::foundation::language::Language;
use crate::foundation::route::Route;
use crate::foundation::span::Spanned;

/// Text with its place.
pub type Text = Spanned<String>;

/// The keys that every kind has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Common {
    /// `aliases`: other names of the same thing.
    pub aliases: Vec<Text>,
    /// `lang`: the language of the text, when it is not the site's.
    pub lang: Option<Spanned<Language>>,
    /// `sort_as`: how it is sorted.
    pub sort_as: Option<Text>,
    /// `summary`: one or two sentences.
    pub summary: Option<Text>,
    /// `sources`: where it is known from.
    pub sources: Vec<MentionId>,
    /// `draft: true`: not published.
    pub draft: bool,
    /// `publish_after`: not published before.
    pub publish_after: Option<Spanned<Moment>>,
    /// `redirect_from`: earlier addresses.
    pub redirect_from: Vec<Spanned<Route>>,
    /// `not_same_as`: others with a similar name.
    pub not_same_as: Vec<MentionId>,
    /// `same_as`: identifiers elsewhere, such as Wikidata addresses.
    pub same_as: Vec<Text>,
    /// `tags`.
    pub tags: Vec<Text>,
    /// `corrections`: what was wrong here.
    pub corrections: Vec<Correction>,
    /// `replies`: what those concerned say.
    pub replies: Vec<Reply>,
    /// `withdrawn`: only a note stands here that a page was withdrawn.
    pub withdrawn: Option<Withdrawn>,
    /// `noindex: true`: search engines are asked to stay away.
    pub noindex: bool,
    /// `extra`: the site's own fields for its own templates.
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// A correction of something that was published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Correction {
    /// When it was corrected.
    pub date: Spanned<Edtf>,
    /// What it is about.
    pub what: Text,
    /// What stood there.
    pub was: Option<Text>,
    /// What stands there now.
    pub now: Option<Text>,
}

/// A reply of someone the page is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reply {
    /// Who replies.
    pub from: Text,
    /// When.
    pub date: Spanned<Edtf>,
    /// What, verbatim.
    pub text: Text,
}

/// A note in the place of a page that was withdrawn. It names nothing of what it replaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Withdrawn {
    /// When the page was withdrawn.
    pub date: Spanned<Edtf>,
    /// Why, in the author's words.
    pub reason: Option<Text>,
}

/// The keys of one kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Fields {
    /// A dossier's.
    Dossier(DossierFields),
    /// A case's.
    Case(CaseFields),
    /// A hearing's.
    Hearing(HearingFields),
    /// A person's.
    Person(PersonFields),
    /// An organisation's.
    Organisation(OrganisationFields),
    /// A place's.
    Place(PlaceFields),
    /// An event's.
    Event(EventFields),
    /// A source's.
    Source(SourceFields),
    /// A page has none of its own.
    Page,
}

/// What a dossier is about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DossierFields {
    /// `date`: when it was published.
    pub date: Option<Spanned<Edtf>>,
    /// `updated`: when its content last changed.
    pub updated: Option<Spanned<Edtf>>,
    /// `authors`.
    pub authors: Vec<Text>,
    /// `people`.
    pub people: Vec<MentionId>,
    /// `organisations`.
    pub organisations: Vec<MentionId>,
    /// `places`.
    pub places: Vec<MentionId>,
    /// `hearings`.
    pub hearings: Vec<MentionId>,
    /// `cases`.
    pub cases: Vec<MentionId>,
    /// `events`.
    pub events: Vec<MentionId>,
}

/// People and organisations by their role at a hearing or in a case, in the order of the settings.
pub type Roles = BTreeMap<RoleKey, Vec<MentionId>>;

/// A court case or an investigation.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CaseFields {
    /// `court`.
    pub court: Option<MentionId>,
    /// `numbers`: file numbers, as text.
    pub numbers: Vec<Text>,
    /// `split_from`: the case that this one was separated from.
    pub split_from: Option<MentionId>,
    /// `about`: the events that it is about.
    pub about: Vec<MentionId>,
    /// `date`: when it was opened.
    pub date: Option<Spanned<Edtf>>,
    /// The role keys.
    pub roles: Roles,
    /// `parties`.
    pub parties: Vec<Party>,
}

/// Someone's legal standing in a case, at a date, on a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// `who`.
    pub who: MentionId,
    /// `role`: a role key of the settings.
    pub role: Option<Spanned<RoleKey>>,
    /// `stage`.
    pub stage: Spanned<Stage>,
    /// `as_of`: the date of the standing.
    pub as_of: Spanned<Edtf>,
    /// `source`: where it is known from.
    pub source: MentionId,
}

/// How far a case against someone has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not a party to the case.
    NotAParty,
    /// Named in the file.
    NamedInFile,
    /// Under investigation.
    Suspect,
    /// Charged, the trial has not begun.
    Charged,
    /// On trial.
    OnTrial,
    /// Acquitted.
    Acquitted,
    /// The case was dismissed.
    Dismissed,
    /// Convicted; an appeal is possible or under way.
    ConvictedAppealable,
    /// Convicted, no further appeal.
    ConvictedFinal,
}

impl Stage {
    /// Whether someone at this stage is accused and presumed innocent.
    #[must_use]
    pub const fn is_accused(self) -> bool {
        matches!(self, Self::Suspect | Self::Charged | Self::OnTrial | Self::ConvictedAppealable)
    }
}

/// One hearing.
#[derive(Debug, Clone, PartialEq)]
pub struct HearingFields {
    /// `case`.
    pub case: Option<MentionId>,
    /// `number`, as text: "12", "6, day 2".
    pub number: Option<Text>,
    /// `date`.
    pub date: Option<Spanned<Edtf>>,
    /// `resolved`: the full date, where `date` leaves something open.
    pub resolved: Option<Resolved>,
    /// `status`.
    pub status: Spanned<HearingStatus>,
    /// `court`.
    pub court: Option<MentionId>,
    /// `place`.
    pub place: Option<MentionId>,
    /// `next`: the date of the next hearing, as set by the court.
    pub next: Option<Spanned<Edtf>>,
    /// The role keys.
    pub roles: Roles,
}

/// A date that the author worked out, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Resolved {
    /// The full date.
    pub date: Spanned<Edtf>,
    /// From what it follows.
    pub basis: Text,
}

/// Whether a hearing took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HearingStatus {
    /// It will take place.
    Scheduled,
    /// It took place; what is meant when nothing is written.
    Held,
    /// It was opened and put off.
    Adjourned,
    /// It did not take place.
    Cancelled,
}

/// A person, named or not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonFields {
    /// `label`: what stands instead of a name.
    pub label: Option<Text>,
    /// `withheld`: why no name is given.
    pub withheld: Option<Withheld>,
    /// `page: false`: no page, only the label.
    pub no_page: bool,
    /// `aggregate: false`: facts are not gathered across dossiers.
    pub no_aggregate: bool,
}

/// Why a person is not named.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Withheld {
    /// `how`.
    pub how: Spanned<WithheldHow>,
    /// `why`; nothing where the name is not known.
    pub why: Option<Spanned<WithheldWhy>>,
    /// `source`: where that is known from.
    pub source: Option<MentionId>,
}

/// How it comes that a name is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldHow {
    /// Nobody who reports it knows.
    Unknown,
    /// The source does not say.
    NotSaid,
    /// We know and do not say.
    ByUs,
    /// Another name stands in its place.
    Pseudonym,
}

/// For whose sake a name is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WithheldWhy {
    /// A court forbade it.
    Court,
    /// The person is a minor.
    Minor,
    /// The person is a victim.
    Victim,
    /// The person is a source.
    Source,
    /// The person would be in danger.
    Safety,
    /// The law forbids it.
    Law,
    /// The name adds nothing.
    Editorial,
}

/// A court, agency, party, company, group or office.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrganisationFields {
    /// `type`, in the author's words: court, agency, party, office, ...
    pub form: Option<Text>,
    /// `place`: where it has its seat.
    pub place: Option<MentionId>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlaceFields {
    /// `coordinates`.
    pub coordinates: Option<Spanned<Coordinates>>,
    /// `precision`: how exact the coordinates may be shown; the coarsest where nothing is written.
    pub precision: Option<Spanned<Precision>>,
    /// `within`: the larger place.
    pub within: Option<MentionId>,
}

/// Degrees north and east, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
}

/// How exact a place is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// The very spot.
    Exact,
    /// Within some streets.
    Vicinity,
    /// The town or district.
    Locality,
    /// The province or country.
    Region,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventFields {
    /// `date`.
    pub date: Option<Spanned<Edtf>>,
    /// `resolved`: the full date, where `date` leaves something open.
    pub resolved: Option<Resolved>,
    /// `place`.
    pub place: Option<MentionId>,
    /// `type`, in the author's words: attack, election, ...
    pub form: Option<Text>,
    /// `counts`: the numbers and dates that sources give, in the author's order.
    pub counts: Vec<Count>,
}

/// An article, judgment, record, recording.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceFields {
    /// `type`.
    pub form: Option<Spanned<SourceForm>>,
    /// `publisher`.
    pub publisher: Option<MentionId>,
    /// `author`, as text.
    pub authors: Vec<Text>,
    /// `published`.
    pub published: Option<Spanned<Edtf>>,
    /// `url`: the original address, http or https.
    pub url: Option<Text>,
    /// `archived`: the address of an archived copy.
    pub archived: Option<Text>,
    /// `accessed`.
    pub accessed: Option<Spanned<Edtf>>,
    /// `derived_from`: the sources that it retells.
    pub derived_from: Vec<MentionId>,
    /// `seen: false`: it is cited through another.
    pub unseen: bool,
    /// `file`: the stored copy.
    pub file: Option<Text>,
    /// `sha256` of the stored copy, 64 hexadecimal digits in lower case.
    pub sha256: Option<Text>,
    /// `public: file`: the stored copy is published; else only the citation.
    pub publishes_file: bool,
}

/// What kind of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceForm {
    /// A news article.
    Article,
    /// A judgment or decision of a court.
    Judgment,
    /// The minutes of a hearing.
    Minutes,
    /// An indictment.
    Indictment,
    /// An official record.
    Record,
    /// A sound recording.
    Audio,
    /// A film.
    Video,
    /// A photograph.
    Photo,
    /// A post in a social network.
    Post,
    /// Notes of an observer.
    Notes,
}

words!(
    Stage,
    NotAParty = "not-a-party",
    NamedInFile = "named-in-file",
    Suspect = "suspect",
    Charged = "charged",
    OnTrial = "on-trial",
    Acquitted = "acquitted",
    Dismissed = "dismissed",
    ConvictedAppealable = "convicted-appealable",
    ConvictedFinal = "convicted-final"
);
words!(HearingStatus, Scheduled = "scheduled", Held = "held", Adjourned = "adjourned", Cancelled = "cancelled");
words!(WithheldHow, Unknown = "unknown", NotSaid = "not-said", ByUs = "by-us", Pseudonym = "pseudonym");
words!(
    WithheldWhy,
    Court = "court",
    Minor = "minor",
    Victim = "victim",
    Source = "source",
    Safety = "safety",
    Law = "law",
    Editorial = "editorial"
);
words!(Precision, Exact = "exact", Vicinity = "vicinity", Locality = "locality", Region = "region");
words!(
    SourceForm,
    Article = "article",
    Judgment = "judgment",
    Minutes = "minutes",
    Indictment = "indictment",
    Record = "record",
    Audio = "audio",
    Video = "video",
    Photo = "photo",
    Post = "post",
    Notes = "notes"
);
