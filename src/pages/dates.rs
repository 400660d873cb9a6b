//! The date that a document stands under, by its kind. Knows that a date which the authors worked out goes before the one that leaves something open.

use crate::document::front_matter::{Fields, Resolved};
use crate::foundation::date::{Edtf, Placement};
use crate::foundation::span::Spanned;

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

/// Where a document stands on a timeline; among the undated without a date.
pub(super) fn place(fields: &Fields) -> Placement {
    for_sorting(fields).map_or(Placement::Undated, Edtf::placement)
}

/// Where a written date stands on a timeline.
pub(super) fn placement(date: &Spanned<Edtf>) -> Placement {
    date.value.placement()
}
