//! What follows from statements, as pages say it. Knows which facts belong to which page; what follows is derived before.

use std::collections::BTreeSet;
use std::ops::Range;

use super::context::Context;
use super::rest::{self, Part};
use super::statements::named;
use super::views::{DenialView, DisagreementView, FactsView, OriginView, OtherOriginView, Ref, SupportView};
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::facts::{Contradiction, Facts};
use crate::graph::public::{Link, PublicEntity};
use crate::graph::support::{OtherOrigin, Support};

/// What carries a statement on the page of `from`; nothing where nothing is known of it.
pub(super) fn support(page: &Context<'_>, support: &Support, from: EntityId) -> Option<SupportView> {
    if !is_told(support) {
        return None;
    }
    let reports: BTreeSet<EntityId> = support.own.iter().flat_map(|own| own.via.iter().copied()).collect();
    let (origins, others) = carriers(page, support, from, 0..Part::Origins.first());
    let is_seen = support.own.iter().map(|own| own.is_seen).chain(support.others.iter().map(|other| other.is_seen));
    Some(SupportView {
        corroborated: support.is_corroborated(),
        reports: reports.len(),
        count: support.own.len() + support.others.len(),
        origins,
        others,
        unseen: is_seen.filter(|is_seen| !is_seen).count(),
    })
}

/// Whether a page says what carries a statement: what one other origin may know is said with that statement alone.
fn is_told(support: &Support) -> bool {
    !support.own.is_empty() || support.is_corroborated()
}

/// How many ways lead to the origins of which a page tells: one to each of the statement's own, and one through each statement to
/// those of others.
pub(super) fn ways(support: &Support) -> usize {
    if !is_told(support) {
        return 0;
    }
    support.own.len() + support.others.iter().map(|other| other.through.len()).sum::<usize>()
}

/// The origins to which the ways in `range` lead: those of the statement's own sources, and those of others with the statements that
/// lead there.
pub(super) fn carriers(
    page: &Context<'_>,
    support: &Support,
    from: EntityId,
    range: Range<usize>,
) -> (Vec<OriginView>, Vec<OtherOriginView>) {
    let own = support.own.iter().take(range.end).skip(range.start);
    let own = own.filter_map(|own| origin(page, own.source, &own.via)).collect();
    let mut others = Vec::new();
    let mut at = support.own.len();
    for other in &support.others {
        let first = range.start.saturating_sub(at).min(other.through.len());
        let end = range.end.saturating_sub(at).min(other.through.len());
        at += other.through.len();
        if let Some(through) = other.through.get(first..end).filter(|through| !through.is_empty()) {
            others.extend(other_origin(page, other, through, from));
        }
    }
    (own, others)
}

/// An origin, and those of `sources` that lead to it and are not it.
pub(super) fn origin(page: &Context<'_>, origin: EntityId, sources: &[EntityId]) -> Option<OriginView> {
    let retelling = sources.iter().filter(|source| **source != origin);
    Some(OriginView {
        source: page.reference(origin)?,
        seen: page.planner.site.is_seen(origin),
        retold_by: retelling.filter_map(|source| page.reference(*source)).collect(),
    })
}

fn other_origin(
    page: &Context<'_>,
    other: &OtherOrigin,
    through: &[StatementId],
    from: EntityId,
) -> Option<OtherOriginView> {
    Some(OtherOriginView {
        source: page.reference(other.source)?,
        seen: other.is_seen,
        through: through.iter().filter_map(|id| named(page, *id, Some(from))).collect(),
    })
}

/// The contradictions of `statements`, among each other and with others, each once.
pub(super) fn disagreements(
    page: &Context<'_>,
    statements: impl IntoIterator<Item = StatementId>,
    here: EntityId,
) -> Vec<DisagreementView> {
    let contradictions = page.planner.site.contradictions(statements);
    contradictions.into_iter().filter_map(|pair| disagreement(page, pair, here)).collect()
}

fn disagreement(page: &Context<'_>, pair: Contradiction, here: EntityId) -> Option<DisagreementView> {
    let site = page.planner.site;
    let Contradiction { contradicts, contradicted } = pair;
    let speaker = site.speaker(contradicts).filter(|speaker| site.speaker(contradicted) == Some(*speaker));
    let others: BTreeSet<EntityId> = about(page, contradicted).collect();
    let mut met = BTreeSet::new();
    let both = about(page, contradicts).filter(|about| others.contains(about) && met.insert(*about));
    Some(DisagreementView {
        own: speaker.and_then(|speaker| page.reference(speaker)),
        about: both.filter_map(|about| page.reference(about)).collect::<Vec<Ref>>(),
        one: named(page, contradicts, Some(here))?,
        other: named(page, contradicted, Some(here))?,
    })
}

/// Whom and what a statement is about, as far as that is published, in the order of the text.
fn about<'a>(page: &Context<'a>, id: StatementId) -> impl Iterator<Item = EntityId> + use<'a> {
    let found = page.planner.site.statement(id);
    found.into_iter().flat_map(|(entity, statement)| {
        statement.about.iter().filter_map(|about| match entity.link(*about)? {
            Link::To { entity, .. } => Some(*entity),
            Link::Unpublished(_) => None,
        })
    })
}

/// What follows from the record for a person or organisation; nothing where nothing does.
pub(super) fn about_whom(page: &Context<'_>, entity: &PublicEntity) -> Option<FactsView> {
    let facts = page.planner.site.facts_about(entity.id);
    let is_silent = facts.unanswered.is_empty()
        && facts.at_odds.is_empty()
        && facts.contradictions.is_empty()
        && facts.denials.is_empty();
    if is_silent {
        return None;
    }
    let rest = rest::links_of(page.planner, entity, &[Part::Disagreements, Part::Denials]);
    Some(FactsView {
        who: page.reference(entity.id)?,
        alleged: facts.alleged.len(),
        unanswered: facts.unanswered.len(),
        disagreements: rest::first(Part::Disagreements, at_odds(page, entity.id, &facts)),
        denials: rest::first(Part::Denials, denied(page, entity.id, &facts)),
        rest,
    })
}

/// The contradictions that concern `entity`, a person or organisation: those of their own words first.
pub(super) fn disagreements_about(page: &Context<'_>, entity: EntityId) -> Vec<DisagreementView> {
    at_odds(page, entity, &page.planner.site.facts_about(entity))
}

/// The denials of statements by `entity`, a person or organisation, or about them.
pub(super) fn denials_about(page: &Context<'_>, entity: EntityId) -> Vec<DenialView> {
    denied(page, entity, &page.planner.site.facts_about(entity))
}

fn at_odds(page: &Context<'_>, entity: EntityId, facts: &Facts) -> Vec<DisagreementView> {
    let pairs = facts.at_odds.iter().chain(&facts.contradictions);
    pairs.filter_map(|pair| disagreement(page, *pair, entity)).collect()
}

fn denied(page: &Context<'_>, entity: EntityId, facts: &Facts) -> Vec<DenialView> {
    let here = Some(entity);
    let denials = facts.denials.iter().filter_map(|denial| {
        Some(DenialView { denied: named(page, denial.denied, here)?, by: named(page, denial.by, here)? })
    });
    denials.collect()
}
