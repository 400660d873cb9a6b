//! The date that a document stands under, by its kind. Knows that a date which the authors worked out goes before the one that leaves something open.

use std::cmp::Reverse;

use crate::document::front_matter::{Fields, Resolved};
use crate::foundation::date::{Day, Edtf, Placement, Undated};
use crate::foundation::span::Spanned;
use crate::graph::public::PublicEntity;

/// The date of a document, as its source gives it.
pub(super) const fn of(fields: &Fields) -> Option<&Spanned<Edtf>> {
    match fields {
        Fields::Dossier(dossier) => dossier.date.as_ref(),
        Fields::Case(case) => case.date.as_ref(),
        Fields::Hearing(hearing) => hearing.date.as_ref(),
        Fields::Event(event) => event.date.as_ref(),
        Fields::Source(source) => source.published.as_ref(),
        Fields::Person(_) | Fields::Organisation(_) | Fields::Place(_) | Fields::Page => None,
    }
}

/// The date that the authors worked out, and its basis.
pub(super) const fn resolved(fields: &Fields) -> Option<&Resolved> {
    match fields {
        Fields::Hearing(hearing) => hearing.resolved.as_ref(),
        Fields::Event(event) => event.resolved.as_ref(),
        _ => None,
    }
}

/// The date by which a document is sorted.
pub(super) fn for_sorting(fields: &Fields) -> Option<&Edtf> {
    resolved(fields).map(|resolved| &resolved.date.value).or_else(|| of(fields).map(|date| &date.value))
}

/// The day of a document, where that is exact.
pub(super) fn exact_day(fields: &Fields) -> Option<Day> {
    for_sorting(fields)?.exact_day()
}

/// The day on which the content of a document last changed, as far as its author says so: when a dossier was published or
/// updated, when something was corrected, when somebody replied. Only days that are exact count.
pub(super) fn last_change(entity: &PublicEntity) -> Option<Day> {
    let common = entity.common();
    let corrections = common.corrections.iter().map(|correction| &correction.date);
    let replies = common.replies.iter().map(|reply| &reply.date);
    let (published, updated) = match entity.fields() {
        Fields::Dossier(dossier) => (dossier.date.as_ref(), dossier.updated.as_ref()),
        _ => (None, None),
    };
    let dates = corrections.chain(replies).chain(published).chain(updated);
    dates.filter_map(|date| date.value.exact_day()).max()
}

/// Where a document stands on a timeline; among the undated without a date.
pub(super) fn place(fields: &Fields) -> Placement {
    for_sorting(fields).map_or(Placement::Undated, Edtf::placement)
}

/// The key that sorts newest first and what has no known year last.
pub(super) fn newest_first(place: Placement) -> (bool, Reverse<Placement>) {
    (place == Placement::Undated, Reverse(place))
}

/// Why a document stands in no year; nothing for one that does.
pub(super) fn undated(fields: &Fields) -> Option<&'static str> {
    match for_sorting(fields).map(Edtf::undated) {
        None => Some("no-date"),
        Some(reason) => reason.map(|reason| match reason {
            Undated::NoYear => "no-year",
            Undated::PartOfYear => "part-of-year",
            Undated::SomeWithoutYear => "some-without-year",
        }),
    }
}
