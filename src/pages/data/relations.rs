//! The table of relations: who had which role where, what a document says of another in its facts, which text names whom, and
//! what statements do to each other. Knows no words of statements; an end that is one carries its standing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::parts::{self, Named, cells};
use super::table::Record;
use crate::document::mention::{FieldKey, MentionId, Place, StatementRole};
use crate::document::statement::{Relation, Statement};
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{Link, PublicEntity};
use crate::pages::planner::Planner;

/// One relation.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RelationRecord {
    group: Group,
    from: End,
    relation: String,
    to: End,
}

/// What kind of relation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum Group {
    Role,
    Fact,
    Mention,
    Statement,
}

impl Group {
    const fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Fact => "fact",
            Self::Mention => "mention",
            Self::Statement => "statement",
        }
    }
}

/// One end of a relation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct End {
    #[serde(flatten)]
    named: Named,
    /// The standing, of a statement.
    #[cfg_attr(test, schemars(schema_with = "super::schema::status_of_end"))]
    status: Option<&'static str>,
}

impl From<Named> for End {
    fn from(named: Named) -> Self {
        Self { named, status: None }
    }
}

/// The records, by page and in the order of the page; each once.
pub(super) fn records<'a>(planner: &'a Planner<'_>) -> impl Iterator<Item = RelationRecord> + 'a {
    parts::in_order(planner).into_iter().flat_map(|page| of_page(planner, page))
}

fn of_page(planner: &Planner<'_>, page: &PublicEntity) -> Vec<RelationRecord> {
    let mut met = BTreeSet::new();
    let mentions = (0..page.links().len()).map(MentionId::at);
    let records = mentions.filter_map(|mention| {
        let entity = named(page, mention)?;
        let place = page.place(mention)?;
        // Its own name in its own text relates it to nothing; its own statements may relate to each other.
        if entity == page.id && !is_relation(place) {
            return None;
        }
        let record = record(planner, page, mention, place)?;
        // A person who may not be joined is no other than a second one of the same name, so the target counts too.
        met.insert((record.group, record.relation.clone(), source(place), entity, record.to.clone())).then_some(record)
    });
    records.collect()
}

/// The published entity that a mention leads to.
fn named(page: &PublicEntity, mention: MentionId) -> Option<EntityId> {
    match page.link(mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    }
}

const fn is_relation(place: Place) -> bool {
    matches!(place, Place::Statement { role: StatementRole::Relation, .. })
}

/// The statement that a mention stands in.
const fn source(place: Place) -> Option<u32> {
    match place {
        Place::Statement { statement, .. } => Some(statement),
        _ => None,
    }
}

/// Who speaks, about whom and on whose report stands in the table of statements.
fn record(planner: &Planner<'_>, page: &PublicEntity, mention: MentionId, place: Place) -> Option<RelationRecord> {
    let whole_page = || End::from(parts::entity(page, page));
    let target = || End::from(parts::mentioned(planner, page, mention));
    let record =
        |group, from, relation: &str, to| Some(RelationRecord { group, from, relation: relation.to_owned(), to });
    match place {
        Place::Field(FieldKey::Role(role)) => record(Group::Role, target(), planner.role_key(role)?, whole_page()),
        Place::Field(FieldKey::Named("who")) => record(Group::Role, target(), "parties", whole_page()),
        Place::Field(FieldKey::Named(key)) => record(Group::Fact, whole_page(), key, target()),
        Place::Text { .. } => record(Group::Mention, whole_page(), "mentions", target()),
        Place::Citation { .. } => record(Group::Mention, whole_page(), "cites", target()),
        Place::Embed => record(Group::Mention, whole_page(), "shows", target()),
        Place::Statement { statement, role: role @ (StatementRole::Words | StatementRole::Cited) } => {
            // The label of a link is part of the words, which do not stand here.
            let title = parts::entity(page, planner.site.get(named(page, mention)?)?);
            let relation = if role == StatementRole::Cited { "cites" } else { "mentions" };
            record(Group::Mention, own_statement(page, statement)?, relation, title.into())
        }
        Place::Statement { statement, role: StatementRole::Relation } => {
            let to = planner.site.statement_at(page, mention)?;
            let own = page.body().statements.get(statement as usize)?;
            let relation = relation(own, mention)?;
            record(Group::Statement, own_statement(page, statement)?, relation.name(), other_statement(planner, to)?)
        }
        Place::Statement { .. } => None,
    }
}

fn relation(statement: &Statement, mention: MentionId) -> Option<Relation> {
    statement.relations.iter().find(|(_, written)| *written == mention).map(|(relation, _)| *relation)
}

fn own_statement(page: &PublicEntity, index: u32) -> Option<End> {
    Some(end(page, page.body().statements.get(index as usize)?))
}

fn other_statement(planner: &Planner<'_>, id: StatementId) -> Option<End> {
    let (page, statement) = planner.site.statement(id)?;
    Some(end(page, statement))
}

/// A statement as an end: by its id, the title of its page and its standing.
fn end(page: &PublicEntity, statement: &Statement) -> End {
    let named = Named { id: Some(parts::statement_key(page, statement)), name: page.title().to_owned() };
    End { named, status: Some(statement.status.value.name()) }
}

impl Record<8> for RelationRecord {
    const COLUMNS: [&'static str; 8] =
        ["group", "from_id", "from_name", "from_status", "relation", "to_id", "to_name", "to_status"];

    fn cells(self) -> [String; 8] {
        let status = |status: Option<&str>| status.unwrap_or_default().to_owned();
        let (from_status, to_status) = (status(self.from.status), status(self.to.status));
        let [from_id, from_name] = cells(Some(self.from.named));
        let [to_id, to_name] = cells(Some(self.to.named));
        [self.group.name().to_owned(), from_id, from_name, from_status, self.relation, to_id, to_name, to_status]
    }
}
