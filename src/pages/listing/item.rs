//! A row of an index. Knows what a row says about a document of each kind, and in which order rows stand.

use std::cmp::Ordering;

use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::graph::public::PublicEntity;
use crate::pages::context::Context;
use crate::pages::dates;
use crate::pages::hearings;
use crate::pages::planner::Planner;
use crate::pages::sorting::Alphabet;
use crate::pages::views::IndexItem;

/// The documents of a kind that stand in its index: those with a page, and of people only the named ones,
/// as a person who is not named has no place in an alphabet.
pub(super) fn listed<'a>(planner: &'a Planner<'_>, kind: Kind) -> impl Iterator<Item = &'a PublicEntity> {
    planner.site.of_kind(kind).filter(|entity| entity.has_page && !entity.is_unnamed)
}

/// The row for a document.
pub(super) fn row(page: &Context<'_>, entity: &PublicEntity) -> Option<IndexItem> {
    let hearing = hearings::fields(entity);
    Some(IndexItem {
        item: page.reference(entity.id)?,
        date: page.dated(entity),
        summary: hearings::summary(page, entity),
        note: note(page, entity),
        status: hearing.map(|hearing| hearing.status.value.name()),
    })
}

fn note(page: &Context<'_>, entity: &PublicEntity) -> String {
    let title = |mention| page.one(entity, mention).map(|target| target.title.clone()).unwrap_or_default();
    match entity.fields() {
        Fields::Case(case) => title(case.court),
        Fields::Hearing(hearing) => title(hearing.case),
        Fields::Organisation(organisation) => {
            organisation.form.as_ref().map_or_else(String::new, |form| form.value.clone())
        }
        Fields::Place(place) => title(place.within),
        Fields::Event(event) => title(event.place),
        Fields::Source(source) => title(source.publisher),
        Fields::Dossier(_) | Fields::Person(_) | Fields::Page => String::new(),
    }
}

/// The name by which a document is sorted.
pub(super) fn sort_name(entity: &PublicEntity) -> &str {
    entity.common().sort_as.as_ref().map_or_else(|| entity.title(), |name| &name.value)
}

/// A to Z, then by address.
pub(super) fn by_name(alphabet: &Alphabet, a: &PublicEntity, b: &PublicEntity) -> Ordering {
    alphabet.compare(sort_name(a), sort_name(b)).then_with(|| a.id.cmp(&b.id))
}

/// Newest first, undated last, then A to Z.
pub(super) fn newest_first(alphabet: &Alphabet, a: &PublicEntity, b: &PublicEntity) -> Ordering {
    let key = |entity: &PublicEntity| dates::newest_first(dates::place(entity.fields()));
    key(a).cmp(&key(b)).then_with(|| by_name(alphabet, a, b))
}
