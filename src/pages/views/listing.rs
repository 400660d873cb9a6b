//! The views of pages that no author wrote: home, indexes, timeline, who is not named, 404, redirects.

use serde::Serialize;

use super::changes::ChangeRow;
use super::parts::{DateView, HearingRow, PagingView, Ref, WithheldView};
use crate::document::kind::Kind;

/// The home page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HomeView {
    /// Scheduled hearings, next first, at most 5.
    pub scheduled: Vec<HearingRow>,
    /// Hearings that were opened, latest first, at most 10.
    pub hearings: Vec<HearingRow>,
    /// Dossiers, latest first, at most 10.
    pub dossiers: Vec<IndexItem>,
    /// Cases, by title, at most 20.
    pub cases: Vec<IndexItem>,
    /// What changed last, at most 5.
    pub changes: Vec<ChangeRow>,
    /// The address of the page on all changes below the root.
    pub all_changes: String,
    /// How many documents of each kind there are; kinds without any are left out.
    pub counts: Vec<KindCount>,
}

/// How many documents of a kind the site has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// How many are published.
    pub count: usize,
    /// The index's address below the root.
    pub path: String,
}

/// The list of all documents of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct IndexView {
    /// The kind.
    pub kind: Kind,
    /// How many there are.
    pub count: usize,
    /// The letters of the alphabet, for kinds that are sorted by name; empty for others.
    pub letters: Vec<Letter>,
    /// The documents in groups: letters, years or cases.
    pub groups: Vec<IndexGroup>,
    /// Hearings only: the same once more, by case. Not where there are too many for one page.
    pub by_case: Vec<IndexGroup>,
    /// The pages of the groups, where there are too many documents for one page.
    pub parts: Vec<IndexPart>,
    /// Where this page stands among those of its group.
    pub paging: PagingView,
}

/// The way to the page of a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct IndexPart {
    /// A letter or a year; empty for the undated.
    pub heading: String,
    /// The address below the root.
    pub path: String,
    /// How many documents it has.
    pub count: usize,
}

/// A letter of the bar above an index.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Letter {
    /// The letter, in upper case of the page's language.
    pub letter: String,
    /// The anchor of its group on this page, without `#`; nothing when no name begins with it, or its group has its own page.
    pub anchor: Option<String>,
    /// The address of the page of its group below the root, where it has one.
    pub path: Option<String>,
}

/// A group of an index.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct IndexGroup {
    /// The heading: a letter, a year, a case's title; empty for the undated and the unnamed.
    pub heading: String,
    /// Where the heading leads, for a case.
    pub link: Option<Ref>,
    /// The anchor, without `#`.
    pub anchor: String,
    /// Whether these are the undated (hearings, dossiers, events, sources) or those without a case.
    pub is_rest: bool,
    /// The documents.
    pub items: Vec<IndexItem>,
}

/// A row of an index.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct IndexItem {
    /// The document.
    pub item: Ref,
    /// Its date, for kinds that have one.
    pub date: Option<DateView>,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// What else a row says: the number and case of a hearing, the type of an organisation, the court of a case; may be empty.
    pub note: String,
    /// Hearings only: `scheduled`, `held`, `adjourned` or `cancelled`.
    pub status: Option<&'static str>,
}

/// The hearings to come: those that the authors say are scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CalendarView {
    /// How many there are.
    pub count: usize,
    /// Those whose days are known, by the month in which they begin, next first.
    pub months: Vec<CalendarMonth>,
    /// Those whose day is not known yet.
    pub undated: Vec<HearingRow>,
}

/// A month of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CalendarMonth {
    /// `2021-03`.
    pub month: String,
    /// The month in words.
    pub words: String,
    /// The hearings, next first.
    pub hearings: Vec<HearingRow>,
}

/// Who is not named, and why.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NotNamedView {
    /// The people, in the order of their ids, which say nothing about them.
    pub people: Vec<NotNamedPerson>,
    /// Where this page stands among those of the list.
    pub paging: PagingView,
}

/// A person who is not named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NotNamedPerson {
    /// The person's label and page.
    pub person: Ref,
    /// Why.
    pub withheld: Option<WithheldView>,
    /// The first of the pages that mention the person; not given where facts about the person are not gathered.
    pub named_on: Vec<Ref>,
    /// How many pages mention the person; 0 where that is not given.
    pub named_on_count: usize,
}

/// The page on the data of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DataView {
    /// The tables.
    pub tables: Vec<DataTable>,
    /// The address of the JSON Schema of the JSON files below the root.
    pub schema: String,
}

/// A table of the site's data.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DataTable {
    /// `statements`, `entities`, `relations`, `standing`, `withheld` or `sources`.
    pub name: &'static str,
    /// The address of the JSON file below the root.
    pub json: String,
    /// The address of the CSV file below the root.
    pub csv: String,
}

/// The page for addresses that do not exist.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NotFoundView {
    /// The indexes that a reader may try.
    pub indexes: Vec<KindCount>,
}

/// A page that stands at an earlier address and leads to the present one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RedirectView {
    /// The present page.
    pub target: Ref,
    /// Its full address, when the site's base address is known.
    pub canonical: Option<String>,
}
