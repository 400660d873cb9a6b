//! The page of a dossier: the narrative, and everything it names.

use std::collections::BTreeSet;

use crate::document::front_matter::DossierFields;
use crate::document::kind::Kind;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};
use crate::pages::context::Context;
use crate::pages::rest;
use crate::pages::views::{DossierView, EntityView, NamedGroup};

/// The kinds of things that a dossier lists, in the order in which it lists them.
const LISTED: [Kind; 7] =
    [Kind::Person, Kind::Organisation, Kind::Place, Kind::Case, Kind::Hearing, Kind::Event, Kind::Source];

/// The page of a dossier.
pub(super) fn dossier(
    page: &Context<'_>,
    entity: &PublicEntity,
    common: EntityView,
    fields: &DossierFields,
) -> DossierView {
    DossierView {
        date: page.date(fields.date.as_ref()),
        updated: page.date(fields.updated.as_ref()),
        authors: fields.authors.iter().map(|author| author.value.clone()).collect(),
        named: rest::first_named(named(page, entity)),
        entity: common,
    }
}

/// What a dossier names, by kind and in the order of the alphabet.
pub(in crate::pages) fn named(page: &Context<'_>, entity: &PublicEntity) -> Vec<NamedGroup> {
    let named: BTreeSet<EntityId> = entity
        .links()
        .iter()
        .filter_map(|link| match link {
            Link::To { entity, .. } => Some(*entity),
            Link::Unpublished(_) => None,
        })
        .collect();
    let of_kind = |kind| {
        let of_kind = named.iter().filter_map(|id| page.planner.site.get(*id)).filter(|entity| entity.kind() == kind);
        let mut items: Vec<_> = of_kind.filter_map(|entity| page.reference(entity.id)).collect();
        // Those without a name have no place in the alphabet.
        items.sort_by(|a, b| a.unnamed.cmp(&b.unnamed).then_with(|| page.tongue.alphabet.compare(&a.title, &b.title)));
        NamedGroup { kind, items }
    };
    LISTED.map(of_kind).into_iter().filter(|group| !group.items.is_empty()).collect()
}
