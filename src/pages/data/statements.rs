//! The table of statements: who said what about whom, on whose report, with what standing, and what follows from the others.
//! Knows that the words stand here in their short form, which names the speaker and the standing again.

use serde::Serialize;

use super::parts::{self, Named, When, cells, joined, list_cells, yes};
use super::table::Record;
use crate::document::mention::MentionId;
use crate::document::said::Attribution;
use crate::document::statement::{Speaker, Statement, Status};
use crate::graph::derived::Derived;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{Link, PublicEntity};
use crate::pages::planner::Planner;
use crate::pages::short_form::{self, ShortForm};

/// One statement.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct StatementRecord {
    id: String,
    address: Option<String>,
    page: Named,
    number: usize,
    #[cfg_attr(test, schemars(schema_with = "super::schema::form"))]
    form: &'static str,
    #[cfg_attr(test, schemars(schema_with = "super::schema::status"))]
    status: &'static str,
    speaker: Option<Named>,
    attribution: String,
    about: Vec<Named>,
    via: Vec<Named>,
    date: Option<When>,
    words: ShortForm,
    quotes: Vec<String>,
    relations: Vec<RelatedStatement>,
    derived: DerivedFacts,
}

/// What a statement does to another, as its author wrote it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RelatedStatement {
    #[cfg_attr(test, schemars(schema_with = "super::schema::relation"))]
    relation: &'static str,
    statement: String,
}

/// What follows for a statement from all that is published.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DerivedFacts {
    denied: Vec<String>,
    contradicted: Vec<String>,
    at_odds: Vec<String>,
    corroborated: bool,
    origins: Vec<Named>,
    other_origins: Vec<Named>,
    origin_unseen: bool,
    unanswered: Vec<Named>,
}

/// The records, by page and in the order of the text.
pub(super) fn records<'a>(planner: &'a Planner<'_>) -> impl Iterator<Item = StatementRecord> + 'a {
    let pages = parts::in_order(planner).into_iter();
    let of_page =
        move |page| parts::statements_of(page).map(move |(id, statement)| record(planner, page, id, statement));
    pages.flat_map(of_page)
}

fn record(planner: &Planner<'_>, page: &PublicEntity, id: StatementId, statement: &Statement) -> StatementRecord {
    let attribution = short_form::attribution(planner, page, statement);
    let relations = statement.relations.iter().filter_map(|(relation, mention)| {
        let statement = planner.site.statement_at(page, *mention)?;
        Some(RelatedStatement { relation: relation.name(), statement: id_of(planner, statement)? })
    });
    StatementRecord {
        id: parts::statement_key(page, statement),
        address: parts::statement_address(planner, page, statement),
        page: parts::entity(page, page),
        number: id.index as usize + 1,
        form: statement.form.value.name(),
        status: statement.status.value.name(),
        speaker: match statement.speaker {
            Speaker::Mention(mention) => Some(parts::mentioned(planner, page, mention)),
            Speaker::Unattributed => None,
        },
        about: about(planner, page, &statement.about),
        via: statement.via.iter().map(|via| parts::mentioned(planner, page, *via)).collect(),
        date: When::maybe(statement.date.as_ref()),
        words: ShortForm::of(planner, planner.site_messages(), page, statement),
        quotes: quotes(statement, &attribution),
        relations: relations.collect(),
        derived: planner.site.derived(id).map(|derived| facts(planner, page, derived)).unwrap_or_default(),
        attribution: attribution.speaker.unwrap_or_else(|| planner.site_messages().text("unattributed-within", &[])),
    }
}

/// Somebody who is not published is given by the author's label, and without one not at all, as in the card.
fn about(planner: &Planner<'_>, page: &PublicEntity, about: &[MentionId]) -> Vec<Named> {
    let is_shown =
        |mention: &&MentionId| matches!(page.link(**mention), Some(Link::To { .. })) || page.label(**mention).is_some();
    about.iter().filter(is_shown).map(|mention| parts::mentioned(planner, page, *mention)).collect()
}

/// What was withdrawn cannot be struck through here: its quotes are left out, as its words are.
fn quotes(statement: &Statement, attribution: &Attribution) -> Vec<String> {
    match attribution.status {
        Status::Retracted => Vec::new(),
        _ => statement.quotes.iter().map(|quote| quote.value.with(attribution).clone()).collect(),
    }
}

fn facts(planner: &Planner<'_>, page: &PublicEntity, derived: &Derived) -> DerivedFacts {
    let statements = |ids: &[StatementId]| ids.iter().filter_map(|id| id_of(planner, *id)).collect();
    let named = |id: &EntityId| Some(parts::entity(page, planner.site.get(*id)?));
    DerivedFacts {
        denied: statements(&derived.denied),
        contradicted: statements(&derived.contradicted),
        at_odds: statements(&derived.at_odds),
        corroborated: derived.support.is_corroborated(),
        origins: derived.support.own.iter().filter_map(|origin| named(&origin.source)).collect(),
        other_origins: derived.support.others.iter().filter_map(|origin| named(&origin.source)).collect(),
        origin_unseen: !derived.origin_unseen.is_empty(),
        unanswered: derived.unanswered.iter().filter_map(named).collect(),
    }
}

/// The id of a published statement.
pub(super) fn id_of(planner: &Planner<'_>, id: StatementId) -> Option<String> {
    let (page, statement) = planner.site.statement(id)?;
    Some(parts::statement_key(page, statement))
}

impl Record<30> for StatementRecord {
    const COLUMNS: [&'static str; 30] = [
        "id",
        "address",
        "page_id",
        "page_name",
        "number",
        "form",
        "status",
        "speaker_id",
        "speaker_name",
        "attribution",
        "about_ids",
        "about_names",
        "via_ids",
        "via_names",
        "date_edtf",
        "date",
        "words",
        "quotes",
        "relations",
        "denied",
        "contradicted",
        "at_odds",
        "corroborated",
        "origin_ids",
        "origin_names",
        "other_origin_ids",
        "other_origin_names",
        "origin_unseen",
        "unanswered_ids",
        "unanswered_names",
    ];

    fn cells(self) -> [String; 30] {
        let [page_id, page_name] = cells(Some(self.page));
        let [speaker_id, speaker_name] = cells(self.speaker);
        let [about_ids, about_names] = list_cells(self.about);
        let [via_ids, via_names] = list_cells(self.via);
        let [date_edtf, date] = When::cells(self.date);
        let derived = self.derived;
        let [origin_ids, origin_names] = list_cells(derived.origins);
        let [other_origin_ids, other_origin_names] = list_cells(derived.other_origins);
        let [unanswered_ids, unanswered_names] = list_cells(derived.unanswered);
        let relations: Vec<String> =
            self.relations.iter().map(|other| format!("{} {}", other.relation, other.statement)).collect();
        [
            self.id,
            self.address.unwrap_or_default(),
            page_id,
            page_name,
            self.number.to_string(),
            self.form.to_owned(),
            self.status.to_owned(),
            speaker_id,
            speaker_name,
            self.attribution,
            about_ids,
            about_names,
            via_ids,
            via_names,
            date_edtf,
            date,
            self.words.to_string(),
            self.quotes.join("\n\n"),
            joined(&relations),
            joined(&derived.denied),
            joined(&derived.contradicted),
            joined(&derived.at_odds),
            yes(derived.corroborated),
            origin_ids,
            origin_names,
            other_origin_ids,
            other_origin_names,
            yes(derived.origin_unseen),
            unanswered_ids,
            unanswered_names,
        ]
    }
}
