//! Rules that need more than one document and no judgement: namesakes, numbers of hearings. Knows entities and their bindings.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::bind::Binding;
use super::entity::{Entity, EntityId};
use super::resolve::Site;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::mention::MentionId;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::fold::FoldKey;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    namesakes(site, diagnostics);
    hearing_numbers(site, diagnostics);
    super::succession::check(site, diagnostics);
}

impl Site {
    /// The entity that a mention of `from`'s document leads to.
    #[must_use]
    pub fn target(&self, from: EntityId, mention: MentionId) -> Option<EntityId> {
        match self.bindings(from).get(mention.index())? {
            Binding::Entity { entity, .. } => Some(*entity),
            Binding::Nothing => None,
        }
    }

    /// Whether the authors say that two people are not one.
    #[must_use]
    pub fn told_apart(&self, one: &Entity, other: &Entity) -> bool {
        told_apart(self, one, other)
    }
}

fn namesakes(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let is_named = |entity: &&Entity| {
        matches!(&entity.document.fields, Fields::Person(person) if person.label.is_none())
            && entity.document.common.withdrawn.is_none()
    };
    let named = site.registry.slots().par_iter().flatten().filter(is_named);
    let mut named: Vec<(FoldKey, &Entity)> =
        named.map(|entity| (FoldKey::of(&entity.document.title.value), entity)).collect();
    named.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    for people in named.chunk_by(|(one, _), (other, _)| one == other) {
        for (index, (_, second)) in people.iter().enumerate() {
            let unexplained = people.iter().take(index).find(|(_, first)| !told_apart(site, first, second));
            if let Some((_, first)) = unexplained {
                diagnostics.push(same_name(site, first, second));
            }
        }
    }
}

fn same_name(site: &Site, first: &Entity, second: &Entity) -> Diagnostic {
    let (one, other) = (&second.document.title, &first.document.title);
    let message = if one.value == other.value {
        format!("two people are called `{}`", one.value)
    } else {
        format!("`{}` and `{}` are one name in other letters", one.value, other.value)
    };
    Diagnostic::new(Code::Namesakes, one.span, message).label(other.span, "the other one").help(format!(
        "if they are two people, write `not_same_as: \"[[{}]]\"`; if they are one, make one file and add the spelling to its aliases",
        site.registry.unambiguous_name(first.id)
    ))
}

/// Whether the authors say that they are two: by `not_same_as` on either page, or by different identifiers elsewhere.
fn told_apart(site: &Site, first: &Entity, second: &Entity) -> bool {
    let elsewhere = |entity: &Entity| -> BTreeSet<String> {
        entity.document.common.same_as.iter().map(|same| same.value.clone()).collect()
    };
    let (one, other) = (elsewhere(first), elsewhere(second));
    if !one.is_empty() && !other.is_empty() && one.is_disjoint(&other) {
        return true;
    }
    let says = |from: &Entity, other: &Entity| {
        from.document.common.not_same_as.iter().any(|mention| site.target(from.id, *mention) == Some(other.id))
    };
    says(first, second) || says(second, first)
}

fn hearing_numbers(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(EntityId, FoldKey), &Entity> = BTreeMap::new();
    for entity in site.registry.entities().filter(|entity| entity.kind() == Kind::Hearing) {
        let Fields::Hearing(hearing) = &entity.document.fields else { continue };
        let (Some(case), Some(number)) = (hearing.case.and_then(|case| site.target(entity.id, case)), &hearing.number)
        else {
            continue;
        };
        let key = (case, FoldKey::of(&number.value));
        if let Some(first) = seen.get(&key) {
            let Fields::Hearing(other) = &first.document.fields else { continue };
            let label = other.number.as_ref().map_or(first.document.title.span, |number| number.span);
            diagnostics.push(
                Diagnostic::new(
                    Code::DuplicateNumber,
                    number.span,
                    format!("two hearings of this case have the number `{}`", number.value),
                )
                .label(label, "the first one")
                .help("correct one of the numbers; write days of one hearing as \"6, day 1\" and \"6, day 2\""),
            );
        } else {
            seen.insert(key, entity);
        }
    }
}
