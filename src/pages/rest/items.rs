//! What the lists hold, and how items that stand in groups are counted and put into groups again. Knows no pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::first;
use super::part::Part;
use crate::document::kind::Kind;
use crate::graph::entity::StatementId;
use crate::graph::public::PublicEntity;
use crate::pages::context::Context;
use crate::pages::corrections::{correction_view, reply_view};
use crate::pages::dates;
use crate::pages::facts;
use crate::pages::hearings;
use crate::pages::planner::Planner;
use crate::pages::views::{
    CorrectionView, DenialView, DisagreementView, NamedGroup, Ref, ReplyView, RoleGroup, StandingView,
};

/// The parties of a case, each with all standings in one place: an acquittal never stands on another page than the charge.
pub(super) fn by_party(parties: Vec<StandingView>) -> Vec<Vec<StandingView>> {
    let mut places: BTreeMap<Ref, usize> = BTreeMap::new();
    let mut all: Vec<Vec<StandingView>> = Vec::new();
    for standing in parties {
        let place = *places.entry(Arc::clone(&standing.who)).or_insert(all.len());
        match all.get_mut(place) {
            Some(own) => own.push(standing),
            None => all.push(vec![standing]),
        }
    }
    all
}

/// Of what a dossier names, what stands on its page.
pub(in crate::pages) fn first_named(groups: Vec<NamedGroup>) -> Vec<NamedGroup> {
    by_kind(&first(Part::Named, each_named(groups)))
}

pub(super) fn each_named(groups: Vec<NamedGroup>) -> Vec<(Kind, Ref)> {
    groups.into_iter().flat_map(|group| group.items.into_iter().map(move |item| (group.kind, item))).collect()
}

pub(super) fn by_kind(named: &[(Kind, Ref)]) -> Vec<NamedGroup> {
    let group = |part: &[(Kind, Ref)]| {
        let (kind, _) = part.first()?;
        Some(NamedGroup { kind: *kind, items: part.iter().map(|(_, item)| Arc::clone(item)).collect() })
    };
    named.chunk_by(|(one, _), (other, _)| one == other).filter_map(group).collect()
}

/// The corrections of a page, newest first.
pub(in crate::pages) fn corrections(page: &Context<'_>, entity: &PublicEntity) -> Vec<CorrectionView> {
    let mut corrections: Vec<_> = entity.common().corrections.iter().collect();
    corrections.sort_by_key(|correction| dates::newest_first(correction.date.value.placement()));
    corrections.into_iter().map(|correction| correction_view(page, entity, correction)).collect()
}

/// The replies on a page, newest first.
pub(in crate::pages) fn replies(page: &Context<'_>, entity: &PublicEntity) -> Vec<ReplyView> {
    let mut replies: Vec<_> = entity.common().replies.iter().collect();
    replies.sort_by_key(|reply| dates::newest_first(reply.date.value.placement()));
    replies.into_iter().map(|reply| reply_view(page, entity, reply)).collect()
}

/// The contradictions of statements at a hearing or at those of a case, and those that concern a person or organisation.
pub(in crate::pages) fn disagreements(page: &Context<'_>, entity: &PublicEntity) -> Vec<DisagreementView> {
    match entity.kind() {
        Kind::Person | Kind::Organisation => facts::disagreements_about(page, entity.id),
        _ => facts::disagreements(page, heard(page.planner, entity), entity.id),
    }
}

/// The denials of statements by a person or organisation, or about them.
pub(super) fn denials(page: &Context<'_>, entity: &PublicEntity) -> Vec<DenialView> {
    match entity.kind() {
        Kind::Person | Kind::Organisation => facts::denials_about(page, entity.id),
        _ => Vec::new(),
    }
}

/// The other names and spellings of a page.
pub(in crate::pages) fn aliases(entity: &PublicEntity) -> Vec<String> {
    entity.other_names().iter().map(|name| name.value.clone()).collect()
}

/// The statements whose contradictions and denials a page tells: those at a hearing or at the hearings of a case, those by and about
/// a person or organisation.
pub(super) fn concerned(planner: &Planner<'_>, entity: &PublicEntity) -> Vec<StatementId> {
    let site = planner.site;
    match entity.kind() {
        Kind::Person | Kind::Organisation => [site.spoken(entity.id), site.about(entity.id)].concat(),
        _ => heard(planner, entity),
    }
}

/// The statements at a hearing, or at those of a case.
fn heard(planner: &Planner<'_>, entity: &PublicEntity) -> Vec<StatementId> {
    match entity.kind() {
        Kind::Hearing => own_statements(entity).collect(),
        Kind::Case => hearings::of_case(planner.site, entity.id).into_iter().flat_map(own_statements).collect(),
        _ => Vec::new(),
    }
}

/// The statements in the text of `entity`, in order.
pub(in crate::pages) fn own_statements(entity: &PublicEntity) -> impl Iterator<Item = StatementId> + use<> {
    let page = entity.id;
    let count = u32::try_from(entity.body().statements.len()).unwrap_or(u32::MAX);
    (0..count).map(move |index| StatementId { entity: page, index })
}

/// Somebody with a role, and the role: its key and its title.
pub(super) type Member = (String, String, Ref);

pub(super) fn members(groups: Vec<RoleGroup>) -> Vec<Member> {
    let of_group = |group: RoleGroup| {
        let RoleGroup { key, title, members } = group;
        members.into_iter().map(move |member| (key.clone(), title.clone(), member))
    };
    groups.into_iter().flat_map(of_group).collect()
}

pub(super) fn in_roles(members: &[Member]) -> Vec<RoleGroup> {
    let group = |part: &[Member]| {
        let (key, title, _) = part.first()?;
        let members = part.iter().map(|(_, _, member)| Arc::clone(member)).collect();
        Some(RoleGroup { key: key.clone(), title: title.clone(), members })
    };
    members.chunk_by(|(one, ..), (other, ..)| one == other).filter_map(group).collect()
}
