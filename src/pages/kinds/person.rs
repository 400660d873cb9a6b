//! The pages of people and organisations: who they are in which case, what they said and what was said about them.

use crate::document::front_matter::{OrganisationFields, PersonFields};
use crate::graph::public::PublicEntity;
use crate::pages::context::Context;
use crate::pages::facts;
use crate::pages::hearings;
use crate::pages::rest::{self, Part};
use crate::pages::views::{EntityView, OrganisationView, PersonView, WithheldView};

/// The page of a person.
pub(super) fn person(
    page: &Context<'_>,
    entity: &PublicEntity,
    common: EntityView,
    fields: &PersonFields,
) -> PersonView {
    let standing = hearings::standings(page, entity);
    PersonView {
        unnamed: entity.is_unnamed,
        withheld: withheld(page, entity, fields),
        accused: standing.iter().any(|standing| standing.accused),
        standing,
        cases: hearings::cases(page, entity),
        hearings: rest::first(Part::Hearings, hearings::attended(page, entity)),
        facts: facts::about_whom(page, entity),
        statements_by: rest::first_statements(page, entity, Part::SaidBy),
        statements_about: rest::first_statements(page, entity, Part::SaidAbout),
        entity: common,
    }
}

/// The page of an organisation or office.
pub(super) fn organisation(
    page: &Context<'_>,
    entity: &PublicEntity,
    common: EntityView,
    fields: &OrganisationFields,
) -> OrganisationView {
    OrganisationView {
        form: fields.form.as_ref().map_or_else(String::new, |form| form.value.clone()),
        place: page.one(entity, fields.place),
        cases: hearings::cases(page, entity),
        hearings: rest::first(Part::Hearings, hearings::attended(page, entity)),
        facts: facts::about_whom(page, entity),
        statements_by: rest::first_statements(page, entity, Part::SaidBy),
        statements_about: rest::first_statements(page, entity, Part::SaidAbout),
        entity: common,
    }
}

/// Why a person is not named.
pub(in crate::pages) fn withheld(
    page: &Context<'_>,
    entity: &PublicEntity,
    fields: &PersonFields,
) -> Option<WithheldView> {
    fields.withheld.as_ref().map(|withheld| WithheldView {
        how: withheld.how.value.name(),
        why: withheld.why.as_ref().map(|why| why.value.name()),
        source: page.one(entity, withheld.source),
    })
}
