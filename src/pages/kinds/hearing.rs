//! The pages of cases and hearings.

use crate::document::front_matter::{CaseFields, HearingFields};
use crate::document::kind::Kind;
use crate::graph::entity::EntityId;
use crate::graph::public::PublicEntity;
use crate::pages::context::Context;
use crate::pages::hearings;
use crate::pages::network;
use crate::pages::rest::{self, Part};
use crate::pages::rests_on;
use crate::pages::views::{CaseView, EntityView, HearingView, Ref};

/// The page of a case.
pub(super) fn case(page: &Context<'_>, entity: &PublicEntity, common: EntityView, fields: &CaseFields) -> CaseView {
    let hearings = hearings::of_case(page.planner.site, entity.id);
    CaseView {
        court: page.one(entity, fields.court),
        numbers: fields.numbers.iter().map(|number| number.value.clone()).collect(),
        split_from: page.one(entity, fields.split_from),
        split_into: split_into(page, entity.id),
        about: page.list(entity, &fields.about),
        date: page.date(fields.date.as_ref()),
        roles: rest::first_participants(hearings::role_groups(page, entity, &fields.roles)),
        parties: rest::first_parties(hearings::parties(page, entity)),
        disagreements: rest::first(Part::Disagreements, rest::disagreements(page, entity)),
        hearings: hearings
            .into_iter()
            .take(Part::Hearings.first())
            .filter_map(|hearing| hearings::row(page, hearing, Vec::new()))
            .collect(),
        network: network::path_of_case(page.planner, entity),
        entity: common,
    }
}

fn split_into(page: &Context<'_>, case: EntityId) -> Vec<Ref> {
    page.named_in(case, "split_from")
        .filter(|other| other.kind() == Kind::Case)
        .filter_map(|other| page.reference(other.id))
        .collect()
}

/// The page of a hearing.
pub(super) fn hearing(
    page: &Context<'_>,
    entity: &PublicEntity,
    common: EntityView,
    fields: &HearingFields,
) -> HearingView {
    let case = hearings::case_of(entity).and_then(|case| page.planner.site.get(case));
    let [previous, next] = page.planner.neighbours(entity.id);
    HearingView {
        case: page.one(entity, fields.case),
        number: fields.number.as_ref().map(|number| number.value.clone()),
        date: page.dated(entity),
        status: fields.status.value.name(),
        court: page.one(entity, fields.court).or_else(|| court_of(page, case?)),
        place: page.one(entity, fields.place),
        next_date: page.date(fields.next.as_ref()),
        roles: rest::first_participants(hearings::role_groups(page, entity, &fields.roles)),
        disagreements: rest::first(Part::Disagreements, rest::disagreements(page, entity)),
        statements: rest::own_statements(entity).take(Part::Said.first()).filter_map(|id| page.statement(id)).collect(),
        statement_count: entity.body().statements.len(),
        rests_on: rests_on::of(page, entity),
        previous: previous.and_then(|previous| page.reference(previous)),
        next: next.and_then(|next| page.reference(next)),
        entity: common,
    }
}

fn court_of(page: &Context<'_>, case: &PublicEntity) -> Option<Ref> {
    match case.fields() {
        crate::document::front_matter::Fields::Case(fields) => page.one(case, fields.court),
        _ => None,
    }
}
