//! Parts that many views share: references, dates, sentences. Knows nothing of whole pages.

use std::sync::Arc;

use serde::Serialize;

use crate::document::kind::Kind;
use crate::pages::short_form::ShortForm;

/// A light reference to something in the site. Made once and shared by all pages that name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Default)]
pub struct Reference {
    /// What it is; nothing for what is not published.
    pub kind: Option<Kind>,
    /// The address below the root; nothing where there is no page, and only text is shown.
    pub path: Option<String>,
    /// Its title, or the label the author gave the link.
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub language: Option<String>,
    /// A person or office shown by a label, not a name.
    pub unnamed: bool,
}

/// A shared reference.
pub type Ref = Arc<Reference>;

/// An uncertain or exact date, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    /// The date as EDTF; empty where the source states none and the authors worked one out.
    pub edtf: String,
    /// The date in words, in the page's language.
    pub words: String,
    /// The value of `<time datetime>`, where HTML has one for it.
    pub iso: Option<String>,
    /// The date that the authors worked out where this one leaves something open. Where there is one, it is the one by
    /// which things are sorted, and it is never shown without its basis.
    pub resolved: Option<Box<ResolvedView>>,
}

/// A date that the authors worked out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ResolvedView {
    /// The full date.
    pub date: DateView,
    /// From what it follows.
    pub basis: String,
    /// The language of these words, where it is not the page's.
    pub language: Option<String>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SentencePiece {
    /// Its text.
    pub text: String,
    /// Whether it is the mention that the sentence is shown for.
    pub marked: bool,
}

/// What names a page, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BacklinkGroup {
    /// The kind of the pages that name it.
    pub kind: Kind,
    /// The pages, newest first, then by title.
    pub links: Vec<Backlink>,
}

/// One page that names another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Backlink {
    /// The page.
    pub from: Ref,
    /// Its date.
    pub date: Option<DateView>,
    /// As what it is named in the page's facts: "Judges", "Court", "About". Each once.
    pub roles: Vec<String>,
    /// The sentences that name it, in order.
    pub sentences: Vec<Vec<SentencePiece>>,
    /// The statements there in whose words it is named and that do not stand on its own page, in order.
    pub said: Vec<SaidThere>,
}

/// A statement in its short form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SaidThere {
    /// Its address below the root, with the anchor.
    pub path: String,
    /// Its number on its page.
    pub number: usize,
    /// Who said it, with what standing, on whose report, and what.
    pub words: ShortForm,
}

/// The way to the network or the timeline of a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CaseLink {
    /// The case.
    pub case: Ref,
    /// The address below the root.
    pub path: String,
    /// How many relations or entries it has.
    pub count: usize,
}

/// Where a page stands among those of one list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PagingView {
    /// Which page it is, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// The address of the page before below the root.
    pub before: Option<String>,
    /// The address of the page after it below the root.
    pub after: Option<String>,
}

/// A heading in the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ContentsItem {
    /// 2 or 3.
    pub level: u8,
    /// The anchor, without `#`.
    pub anchor: String,
    /// The heading as text.
    pub text: String,
    /// The address below the root, with the anchor, of a heading that stands in another part of a long text; nothing for one on this page.
    pub path: Option<String>,
}

/// The way to a part of a long text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TextPartLink {
    /// Its number, from 1.
    pub number: usize,
    /// Its address below the root.
    pub path: String,
    /// The first heading in it; empty where it has none.
    pub heading: String,
}

/// A correction of something that was published.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CorrectionView {
    /// When it was corrected.
    pub date: DateView,
    /// What it is about.
    pub what: String,
    /// What stood there.
    pub was: Option<String>,
    /// What stands there now.
    pub now: Option<String>,
    /// The language of these words, where it is not the page's.
    pub language: Option<String>,
}

/// A reply of someone the page is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ReplyView {
    /// Who replies.
    pub from: String,
    /// When.
    pub date: DateView,
    /// What, verbatim.
    pub text: String,
    /// The language of these words, where it is not the page's.
    pub language: Option<String>,
}

/// People and organisations with one role.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RoleGroup {
    /// The key in front matter: `judges`.
    pub key: String,
    /// The heading: "Judges".
    pub title: String,
    /// Who has it, as listed by the author.
    pub members: Vec<Ref>,
}

/// Why a person is not named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WithheldView {
    /// `unknown`, `not-said`, `by-us` or `pseudonym`.
    pub how: &'static str,
    /// `court`, `minor`, `victim`, `source`, `safety`, `law` or `editorial`.
    pub why: Option<&'static str>,
    /// Where that is known from.
    pub source: Option<Ref>,
}

/// Someone's legal standing in a case. Never shown without its date and source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StandingView {
    /// Whose standing.
    pub who: Ref,
    /// In which case.
    pub case: Ref,
    /// The role, as a heading: "Defendants".
    pub role: Option<String>,
    /// The stage: `on-trial`, `acquitted`, ...
    pub stage: &'static str,
    /// Whether they are accused and presumed innocent.
    pub accused: bool,
    /// The date of the standing.
    pub as_of: DateView,
    /// Where it is known from.
    pub source: Ref,
}

/// A row of a list of hearings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HearingRow {
    /// The hearing.
    pub hearing: Ref,
    /// Its case.
    pub case: Option<Ref>,
    /// Its number, as text.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<DateView>,
    /// `scheduled`, `held`, `adjourned` or `cancelled`.
    pub status: &'static str,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// How many statements stand on its page.
    pub statements: usize,
    /// On a person's page: the roles the person had there.
    pub roles: Vec<String>,
}

/// An entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineEntry {
    /// When; nothing where no date is recorded.
    pub date: Option<DateView>,
    /// Why it stands in no year: `no-date`, `no-year`, `part-of-year` or `some-without-year`; nothing where it stands in one.
    pub undated: Option<&'static str>,
    /// What.
    pub item: Ref,
    /// One or two sentences; may be empty.
    pub summary: String,
}
