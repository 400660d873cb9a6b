//! Embeds that lead back to where they stand. Knows which page embeds which; parts of pages count as their page, as embeds of embeds would not end either way.

use super::bind::{Binding, PartId};
use super::entity::EntityId;
use super::resolve::Site;
use crate::document::mention::{Mention, Place};
use crate::foundation::diagnostic::{Code, Diagnostic};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut marks = vec![Mark::New; site.registry.entities().len()];
    for entity in site.registry.entities() {
        walk(site, entity.id, &mut marks, diagnostics);
    }
}

fn embeds(site: &Site, from: EntityId) -> Vec<(&Mention, EntityId)> {
    let Some(entity) = site.registry.get(from) else { return Vec::new() };
    let bindings = site.bindings.get(from.index()).map(Vec::as_slice).unwrap_or_default();
    entity
        .document
        .mentions
        .iter()
        .zip(bindings)
        .filter(|(mention, _)| mention.place == Place::Embed)
        .filter_map(|(mention, binding)| match binding {
            // A statement holds no embeds, so showing one ends there.
            Binding::Entity { part: Some(PartId::Statement(_)), .. } | Binding::Nothing => None,
            Binding::Entity { entity, .. } => Some((mention, *entity)),
        })
        .collect()
}

/// Depth first without recursion: chains of embeds can be as long as the site is large.
fn walk(site: &Site, start: EntityId, marks: &mut [Mark], diagnostics: &mut Vec<Diagnostic>) {
    let mut path = vec![(start, embeds(site, start).into_iter())];
    if marks.get(start.index()) != Some(&Mark::New) {
        return;
    }
    set(marks, start, Mark::Open);
    while let Some((at, rest)) = path.last_mut() {
        let Some((mention, target)) = rest.next() else {
            set(marks, *at, Mark::Done);
            path.pop();
            continue;
        };
        match marks.get(target.index()) {
            Some(Mark::New) => {
                set(marks, target, Mark::Open);
                path.push((target, embeds(site, target).into_iter()));
            }
            Some(Mark::Open) => diagnostics.push(cycle(site, mention, target, *at)),
            _ => {}
        }
    }
}

fn set(marks: &mut [Mark], entity: EntityId, mark: Mark) {
    if let Some(slot) = marks.get_mut(entity.index()) {
        *slot = mark;
    }
}

fn cycle(site: &Site, mention: &Mention, target: EntityId, from: EntityId) -> Diagnostic {
    let message = if target == from {
        "a page cannot show itself".to_owned()
    } else {
        let path = site.registry.get(target).map_or_else(String::new, |entity| entity.document.path.to_string());
        format!("{path} shows this page in turn, and so on without end")
    };
    Diagnostic::new(Code::EmbedCycle, mention.span, message).help("link instead: take the `!` away")
}
