//! The views of documents, one for each kind. Knows what a page of each kind shows.

use serde::Serialize;

use super::counts::CountGroup;
use super::derived::{DisagreementView, FactsView, RestsOnView};
use super::lineage::{CitedView, LineageView};
use super::map::PlacesView;
use super::network::RelationsView;
use super::parts::{
    BacklinkGroup, CorrectionView, DateView, HearingRow, Ref, ReplyView, RoleGroup, StandingView, TimelineEntry,
    WithheldView,
};
use super::rest::RestLink;
use super::rich::BodyView;
use super::statement::StatementView;
use super::timeline::CourseView;
use crate::document::kind::Kind;
use std::sync::Arc;

/// What the page of every document has. In templates its fields stand beside those of the kind.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct EntityView {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its title or name.
    pub title: String,
    /// Other names and spellings: the first of them.
    pub aliases: Vec<String>,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// The text.
    pub body: BodyView,
    /// Where it is known from.
    pub sources: Vec<Ref>,
    /// Tags.
    pub tags: Vec<String>,
    /// Addresses of the same thing elsewhere.
    pub same_as: Vec<String>,
    /// Others with a similar name.
    pub not_same_as: Vec<Ref>,
    /// Corrections, newest first: the first of them.
    pub corrections: Vec<CorrectionView>,
    /// Replies, newest first: the first of them.
    pub replies: Vec<ReplyView>,
    /// What happened, for cases, and for people and organisations where it is more than their hearings.
    pub timeline: Option<CourseView>,
    /// How it is related to others, for people, organisations, places and events.
    pub relations: Option<RelationsView>,
    /// The places of a case, of a dossier, or a place with its parts, on a map.
    pub places: Option<PlacesView>,
    /// Which pages name it: the first of them.
    pub backlinks: Vec<BacklinkGroup>,
    /// The ways to all of the lists of which the first stand here.
    pub rest: Vec<RestLink>,
    /// `extra` of the front matter.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A dossier.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct DossierView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// When it was published.
    pub date: Option<DateView>,
    /// When its content last changed.
    pub updated: Option<DateView>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// What it names, by kind: people, organisations, places, cases, hearings, events, sources. The first of them.
    pub named: Vec<NamedGroup>,
}

/// Things of one kind that a dossier names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NamedGroup {
    /// The kind.
    pub kind: Kind,
    /// The things, in the order of the alphabet.
    pub items: Vec<Ref>,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct CaseView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// The court.
    pub court: Option<Ref>,
    /// File numbers.
    pub numbers: Vec<String>,
    /// The case it was separated from.
    pub split_from: Option<Ref>,
    /// Cases that were separated from it.
    pub split_into: Vec<Ref>,
    /// The events it is about.
    pub about: Vec<Ref>,
    /// When it was opened.
    pub date: Option<DateView>,
    /// Who has which role.
    pub roles: Vec<RoleGroup>,
    /// The standing of its parties.
    pub parties: Vec<StandingView>,
    /// Its hearings, oldest first, undated ones last.
    pub hearings: Vec<HearingRow>,
    /// The contradictions of statements at its hearings; each once, the first of them.
    pub disagreements: Vec<DisagreementView>,
    /// The address of its network below the root.
    pub network: Option<String>,
}

/// A hearing.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct HearingView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// Its case.
    pub case: Option<Ref>,
    /// Its number, as text.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<DateView>,
    /// `scheduled`, `held`, `adjourned` or `cancelled`.
    pub status: &'static str,
    /// The court: its own, else the case's.
    pub court: Option<Ref>,
    /// The place.
    pub place: Option<Ref>,
    /// The date that the court set for the next one.
    pub next_date: Option<DateView>,
    /// Who took part, by role.
    pub roles: Vec<RoleGroup>,
    /// The statements in the text, in order: the first of them.
    pub statements: Vec<Arc<StatementView>>,
    /// How many statements there are in the text.
    pub statement_count: usize,
    /// The contradictions of these statements, among each other and with those of other pages; each once, the first of them.
    pub disagreements: Vec<DisagreementView>,
    /// On what these statements rest; nothing where none of them has a source.
    pub rests_on: Option<RestsOnView>,
    /// The hearing of the same case before this one.
    pub previous: Option<Ref>,
    /// The hearing of the same case after this one.
    pub next: Option<Ref>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct PersonView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// Whether the title is a label, not a name.
    pub unnamed: bool,
    /// Why there is no name.
    pub withheld: Option<WithheldView>,
    /// The legal standing by case; empty where none is recorded, and the page must say so.
    pub standing: Vec<StandingView>,
    /// Whether one of the standings is that of an accused: the page must print the presumption of innocence.
    pub accused: bool,
    /// Roles in cases.
    pub cases: Vec<CaseRoleView>,
    /// Hearings at which the person had a role or spoke, newest first.
    pub hearings: Vec<HearingRow>,
    /// What follows from the record; nothing where nothing does.
    pub facts: Option<FactsView>,
    /// What the person said.
    pub statements_by: Vec<Arc<StatementView>>,
    /// What was said about the person.
    pub statements_about: Vec<Arc<StatementView>>,
}

/// A person's or organisation's roles in one case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CaseRoleView {
    /// The case.
    pub case: Ref,
    /// The roles, as headings: "Witnesses".
    pub roles: Vec<String>,
}

/// An organisation or office.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct OrganisationView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// What it is, in the author's words; may be empty.
    pub form: String,
    /// Its seat.
    pub place: Option<Ref>,
    /// Roles in cases.
    pub cases: Vec<CaseRoleView>,
    /// Hearings at which it had a role, spoke, or sat as the court, newest first.
    pub hearings: Vec<HearingRow>,
    /// What follows from the record; nothing where nothing does.
    pub facts: Option<FactsView>,
    /// What it said.
    pub statements_by: Vec<Arc<StatementView>>,
    /// What was said about it.
    pub statements_about: Vec<Arc<StatementView>>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct PlaceView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// Degrees north and east, rounded by the precision, as text.
    pub coordinates: Option<(String, String)>,
    /// `exact`, `vicinity`, `locality` or `region`.
    pub precision: Option<&'static str>,
    /// The larger place.
    pub within: Option<Ref>,
    /// Places that are part of it.
    pub parts: Vec<Ref>,
    /// What happened here, oldest first, undated last.
    pub events: Vec<TimelineEntry>,
    /// What was said about it.
    pub statements_about: Vec<Arc<StatementView>>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct EventView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// What it is, in the author's words; may be empty.
    pub form: String,
    /// When.
    pub date: Option<DateView>,
    /// Where.
    pub place: Option<Ref>,
    /// The numbers and dates that sources give of it.
    pub counts: Vec<CountGroup>,
    /// Cases that are about it.
    pub cases: Vec<Ref>,
    /// What was said about it.
    pub statements_about: Vec<Arc<StatementView>>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct SourceView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
    /// `article`, `judgment`, ...
    pub form: Option<&'static str>,
    /// Who published it.
    pub publisher: Option<Ref>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<DateView>,
    /// The original address.
    pub url: Option<String>,
    /// The address of an archived copy.
    pub archived: Option<String>,
    /// When it was read.
    pub accessed: Option<DateView>,
    /// The sources that it retells.
    pub derived_from: Vec<Ref>,
    /// These sources and what they retell in turn.
    pub retells: LineageView,
    /// The sources that retell it, and those that retell these.
    pub retold_by: LineageView,
    /// Whether it was seen, or is cited through another.
    pub seen: bool,
    /// The published copy: its address below the root.
    pub file: Option<String>,
    /// The SHA-256 of the stored copy, where it is published.
    pub sha256: Option<String>,
    /// The SHA-256 of the published file, where that is not the stored copy byte for byte: a picture without its metadata.
    pub published_sha256: Option<String>,
    /// Whether the authors say that the published copy was cleaned.
    pub cleaned: bool,
    /// Whether the program can look into a file of its kind.
    pub checked: bool,
    /// What cites it.
    pub cited: CitedView,
}

/// A plain page.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct DocumentView {
    /// What every document has.
    #[serde(flatten)]
    pub entity: EntityView,
}
