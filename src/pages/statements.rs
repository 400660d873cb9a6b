//! Statements as pages show them. Knows that attribution and standing go wherever the words go.

use std::collections::BTreeSet;

use super::context::Context;
use super::dates;
use super::facts;
use super::places;
use super::planner::Planner;
use super::rest::{self, Part};
use super::short_form;
use super::text;
use super::views::{Ref, RelationView, StatementRef, StatementView, TranslationView};
use crate::document::mention::MentionId;
use crate::document::statement::{Relation, Speaker, Statement};
use crate::foundation::date::Placement;
use crate::graph::bind::PartId;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{Link, PublicEntity, PublicSite};

/// The place of a statement among others: by the date of its page, then by the page's address. Undated pages come last.
pub(super) fn order(site: &PublicSite, id: StatementId) -> (Placement, StatementId) {
    (site.get(id.entity).map_or(Placement::Undated, |page| dates::place(page.fields())), id)
}

/// The statement `id` as `page` shows it; nothing when it is not published.
pub(super) fn view(page: &Context<'_>, id: StatementId) -> Option<StatementView> {
    let (from, statement) = page.planner.site.statement(id)?;
    let place = places::block(from, &statement.id.value);
    let is_at_home = places::route(page.planner, from, place.number).is_some_and(|route| route == page.route);
    let derived = page.planner.site.derived(id)?;
    let related = related(page.planner, id);
    let attribution = short_form::attribution(page.planner, from, statement);
    let words = statement.words.with(&attribution);
    let holes = text::holes_of_fragment(page, from, words);
    Some(StatementView {
        path: place.path(page.planner, from),
        anchor: place.anchor,
        number: id.index as usize + 1,
        page: page.reference(from.id)?,
        page_date: page.dated(from),
        form: statement.form.value.name(),
        status: statement.status.value.name(),
        speaker: speaker(page, from, statement),
        about: statement.about.iter().filter_map(|about| about_whom(page, from, *about)).collect(),
        via: statement.via.iter().map(|via| page.link(from, *via)).collect(),
        date: page.date(statement.date.as_ref()),
        relations: relations(page, id, related.get(..Part::Related.first()).unwrap_or(&related)),
        support: facts::support(page, &derived.support, id.entity),
        rest: rest::links_of_statement(page.planner, from, id, related.len()),
        unanswered: derived.unanswered.iter().filter_map(|about| page.reference(*about)).collect(),
        summary: text::plain(page.planner, from, statement.summary.with(&attribution)).into(),
        words: text::rich(page, words, &holes, !is_at_home).into(),
        translation: statement.translation.as_ref().map(|translation| TranslationView {
            text: translation.text.with(&attribution).clone().into(),
            translator: translation.by.clone(),
        }),
    })
}

/// The permanent address of a statement below the root, with its anchor.
pub(super) fn path(planner: &Planner<'_>, from: &PublicEntity, statement: &Statement) -> String {
    places::block(from, &statement.id.value).path(planner, from)
}

/// A speaker who is not published stays a speaker: the words never stand without saying that somebody said them.
fn speaker(page: &Context<'_>, from: &PublicEntity, statement: &Statement) -> Option<Ref> {
    match statement.speaker {
        Speaker::Mention(mention) => Some(page.link(from, mention)),
        Speaker::Unattributed => None,
    }
}

/// Somebody who is not published is shown by the author's label, and without one not at all.
fn about_whom(page: &Context<'_>, from: &PublicEntity, mention: MentionId) -> Option<Ref> {
    let is_published = matches!(from.link(mention), Some(Link::To { .. }));
    (is_published || from.label(mention).is_some()).then(|| page.link(from, mention))
}

/// A statement as a sentence names it that stands on the page of `from`.
pub(super) fn named(page: &Context<'_>, id: StatementId, from: Option<EntityId>) -> Option<StatementRef> {
    let (entity, statement) = page.planner.site.statement(id)?;
    Some(StatementRef {
        number: id.index as usize + 1,
        path: path(page.planner, entity, statement),
        status: statement.status.value.name(),
        speaker: speaker(page, entity, statement),
        page: page.reference(entity.id)?,
        same_page: from == Some(entity.id),
    })
}

/// What one statement does to another, or, where `inverse`, the other to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Related {
    relation: Relation,
    inverse: bool,
    other: StatementId,
}

/// What the statement `id` does to others and others to it, as their authors wrote it. What is written on both sides and says the
/// same from each stands once.
pub(super) fn related(planner: &Planner<'_>, id: StatementId) -> Vec<Related> {
    let site = planner.site;
    let Some((from, statement)) = site.statement(id) else { return Vec::new() };
    let own = statement.relations.iter().filter_map(|(relation, mention)| match from.link(*mention)? {
        Link::To { entity, part: Some(PartId::Statement(index)) } => {
            Some((*relation, false, StatementId { entity: *entity, index: *index }))
        }
        _ => None,
    });
    let others = site.related(id).iter().map(|(relation, other)| (*relation, true, *other));
    let mut met = BTreeSet::new();
    own.chain(others)
        .filter(|(relation, inverse, other)| {
            let is_mutual = matches!(relation, Relation::Contradicts | Relation::Repeats);
            site.statement(*other).is_some() && met.insert((*relation, *inverse && !is_mutual, *other))
        })
        .map(|(relation, inverse, other)| Related { relation, inverse, other })
        .collect()
}

/// Some of the relations of the statement `id`, as sentences name them.
pub(super) fn relations(page: &Context<'_>, id: StatementId, related: &[Related]) -> Vec<RelationView> {
    let site = page.planner.site;
    let speaker = site.speaker(id);
    let view = |Related { relation, inverse, other }: &Related| {
        Some(RelationView {
            relation: relation.name(),
            inverse: *inverse,
            same_speaker: speaker.is_some() && site.speaker(*other) == speaker,
            other: named(page, *other, Some(id.entity))?,
        })
    };
    related.iter().filter_map(view).collect()
}
