//! What follows from statements, as pages say it. Knows which facts belong to which page; what follows is derived before.

use std::collections::BTreeSet;

use super::context::Context;
use super::statements::named;
use super::views::{DenialView, DisagreementView, FactsView, OriginView, OtherOriginView, Ref, SupportView};
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::facts::Contradiction;
use crate::graph::public::{Link, PublicEntity};
use crate::graph::support::{OtherOrigin, Support};

/// What carries a statement on the page of `from`; nothing where nothing is known of it.
pub(super) fn support(page: &Context<'_>, support: &Support, from: EntityId) -> Option<SupportView> {
    if support.own.is_empty() && !support.is_corroborated() {
        return None;
    }
    let reports: BTreeSet<EntityId> = support.own.iter().flat_map(|own| own.via.iter().copied()).collect();
    let own = support.own.iter().filter_map(|own| origin(page, own.source, &own.via));
    let others = support.others.iter().filter_map(|other| other_origin(page, other, from));
    let is_seen = support.own.iter().map(|own| own.is_seen).chain(support.others.iter().map(|other| other.is_seen));
    Some(SupportView {
        corroborated: support.is_corroborated(),
        reports: reports.len(),
        origins: own.collect(),
        others: others.collect(),
        unseen: is_seen.filter(|is_seen| !is_seen).count(),
    })
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

fn other_origin(page: &Context<'_>, other: &OtherOrigin, from: EntityId) -> Option<OtherOriginView> {
    Some(OtherOriginView {
        source: page.reference(other.source)?,
        seen: other.is_seen,
        through: other.through.iter().filter_map(|id| named(page, *id, Some(from))).collect(),
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
    let here = Some(entity.id);
    let denials = facts.denials.iter().filter_map(|denial| {
        Some(DenialView { denied: named(page, denial.denied, here)?, by: named(page, denial.by, here)? })
    });
    Some(FactsView {
        who: page.reference(entity.id)?,
        alleged: facts.alleged.len(),
        unanswered: facts.unanswered.len(),
        disagreements: facts
            .at_odds
            .iter()
            .chain(&facts.contradictions)
            .filter_map(|pair| disagreement(page, *pair, entity.id))
            .collect(),
        denials: denials.collect(),
    })
}
