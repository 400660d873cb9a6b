//! What the tables share: how something of the site is named in data, and how dates are given. Knows who may be joined with whom.

use serde::Serialize;

use crate::document::mention::MentionId;
use crate::document::statement::Statement;
use crate::foundation::date::Edtf;
use crate::foundation::span::Spanned;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{Link, PublicEntity};
use crate::pages::planner::Planner;
use crate::pages::{statements, text};

/// Something that a record names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Named {
    /// Its id; nothing for what is not published, and for people about whom facts are not gathered, who are named by
    /// this record alone.
    pub id: Option<String>,
    /// Its title, or what stands in its place.
    pub name: String,
}

/// A date as far as it is known.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct When {
    /// The date as EDTF.
    pub edtf: String,
    /// The day, only where it is one single day beyond doubt.
    pub date: Option<String>,
}

impl When {
    pub(super) fn of(date: &Edtf) -> Self {
        Self { edtf: date.to_string(), date: date.exact_day().map(|day| day.to_string()) }
    }

    pub(super) fn maybe(date: Option<&Spanned<Edtf>>) -> Option<Self> {
        date.map(|date| Self::of(&date.value))
    }

    /// The cells `…_edtf` and `…_date` of an optional date.
    pub(super) fn cells(date: Option<Self>) -> [String; 2] {
        date.map_or_else(Default::default, |date| [date.edtf, date.date.unwrap_or_default()])
    }
}

/// The id of an entity in data: its kind and its id in addresses.
pub(super) fn key(entity: &PublicEntity) -> String {
    format!("{}:{}", entity.kind().name(), entity.slug())
}

/// The id of a statement in data: that of its page, and its own there.
pub(super) fn statement_key(page: &PublicEntity, statement: &Statement) -> String {
    format!("{}#{}", key(page), statement.id.value)
}

/// The address of an entity's page below the root.
pub(super) fn address(planner: &Planner<'_>, id: EntityId) -> Option<String> {
    planner.route(id).map(|route| route.path(planner.links()))
}

/// The address of a statement below the root; nothing where it stands on no page of its own.
pub(super) fn statement_address(planner: &Planner<'_>, page: &PublicEntity, statement: &Statement) -> Option<String> {
    planner.route(page.id).map(|_| statements::path(planner, page, statement))
}

/// All published entities by kind and id: an order that tells nothing of names.
pub(super) fn in_order<'a>(planner: &Planner<'a>) -> Vec<&'a PublicEntity> {
    let mut entities: Vec<_> = planner.site.entities().collect();
    entities.sort_by_key(|entity| (entity.kind(), entity.slug()));
    entities
}

/// The statements of `page`, in order, with their ids.
pub(super) fn statements_of(page: &PublicEntity) -> impl Iterator<Item = (StatementId, &Statement)> {
    let ids = (0..).map(|index| StatementId { entity: page.id, index });
    ids.zip(&page.body().statements)
}

/// An entity as a record on `from` names it.
pub(super) fn entity(from: &PublicEntity, target: &PublicEntity) -> Named {
    let may_be_joined = target.is_gathered || target.id == from.id;
    Named { id: may_be_joined.then(|| key(target)), name: target.title().to_owned() }
}

/// The target of a mention of `from`, by its title. What may not be joined, or is not published, is called as the page calls it.
pub(super) fn mentioned(planner: &Planner<'_>, from: &PublicEntity, mention: MentionId) -> Named {
    let target = match from.link(mention) {
        Some(Link::To { entity, .. }) => planner.site.get(*entity),
        _ => None,
    };
    let named = target.map(|target| entity(from, target)).filter(|named| named.id.is_some());
    named.unwrap_or_else(|| Named { id: None, name: text::called(planner, from, mention) })
}

/// The targets of mentions that are published.
pub(super) fn published(planner: &Planner<'_>, from: &PublicEntity, mentions: &[MentionId]) -> Vec<Named> {
    let is_published = |mention: &&MentionId| matches!(from.link(**mention), Some(Link::To { .. }));
    mentions.iter().filter(is_published).map(|mention| mentioned(planner, from, *mention)).collect()
}

/// The same for one mention that may be missing.
pub(super) fn one(planner: &Planner<'_>, from: &PublicEntity, mention: Option<MentionId>) -> Option<Named> {
    mention.and_then(|mention| published(planner, from, &[mention]).pop())
}

/// The cells `…_id` and `…_name` of an optional thing.
pub(super) fn cells(named: Option<Named>) -> [String; 2] {
    named.map_or_else(Default::default, |named| [named.id.unwrap_or_default(), named.name])
}

/// The cells `…_ids` and `…_names` of a list: in both the same number of items, in the same order.
pub(super) fn list_cells(list: Vec<Named>) -> [String; 2] {
    let (ids, names): (Vec<_>, Vec<_>) =
        list.into_iter().map(|named| (named.id.unwrap_or_default(), named.name)).unzip();
    [joined(&ids), joined(&names)]
}

/// A list in one cell.
pub(super) fn joined(list: &[String]) -> String {
    list.join("; ")
}

/// `true` or `false`, as JSON writes it.
pub(super) fn yes(value: bool) -> String {
    value.to_string()
}
