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
pub mod schema;
mod source;
mod split;
mod translation;
mod tree;
mod values;
mod words_for;
mod yaml;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use serde::Serialize;

pub use counts::{Amount, Count, Counted};
pub use court::{CaseFields, HearingFields, HearingStatus, Party, Roles, Stage};
pub use person::{PersonFields, Withheld, WithheldHow, WithheldWhy};
pub use read::{FrontMatter, read};
pub use source::{SourceFields, SourceForm};
pub use translation::{OwnWords, read_translation};

use super::mention::MentionId;
use super::statement::words;
use crate::foundation::date::{Edtf, Moment};
use crate::foundation::language::Language;
use crate::foundation::route::Route;
use crate::foundation::span::Spanned;

/// The bytes of the lines between the two `---` of the file `text`; empty where it has no front matter.
#[must_use]
pub fn yaml_range(text: &str) -> std::ops::Range<usize> {
    split::split(crate::foundation::span::FileId::of_path(""), text).value.yaml
}

/// The first byte of the file `text` below its front matter.
#[must_use]
pub fn body_start(text: &str) -> usize {
    split::split(crate::foundation::span::FileId::of_path(""), text).value.body
}

/// Text with its place.
pub type Text = Spanned<String>;

/// The keys that every kind has.
#[derive(Debug, Clone, PartialEq, Hash, Default)]
pub struct Common {
    /// `aliases`: other names of the same thing.
    pub aliases: Vec<Text>,
    /// `lang`: the language of the text, when it is not the site's.
    pub lang: Option<Spanned<Language>>,
    /// The language of the main file, where this is a translation: of its corrections and replies, which are not translated.
    pub main_lang: Option<Language>,
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
    /// `card: false`: no picture for previews elsewhere.
    pub no_card: bool,
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
#[derive(Debug, Clone, PartialEq, Hash)]
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
#[derive(Debug, Clone, PartialEq, Hash, Default)]
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

/// A date that the author worked out, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Resolved {
    /// The full date.
    pub date: Spanned<Edtf>,
    /// From what it follows.
    pub basis: Text,
}

/// A court, agency, party, company, group or office.
#[derive(Debug, Clone, PartialEq, Hash, Default)]
pub struct OrganisationFields {
    /// `type`, in the author's words: court, agency, party, office, ...
    pub form: Option<Text>,
    /// `place`: where it has its seat.
    pub place: Option<MentionId>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Hash, Default)]
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

impl Hash for Coordinates {
    fn hash<H: Hasher>(&self, state: &mut H) {
        [self.latitude, self.longitude].map(f64::to_bits).hash(state);
    }
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
#[derive(Debug, Clone, PartialEq, Hash, Default)]
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

words!(Precision, Exact = "exact", Vicinity = "vicinity", Locality = "locality", Region = "region");
