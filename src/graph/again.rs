//! What was linked and published before, and what of it still holds when some documents were read anew. Knows of what each result was made; a
//! document that is the same object says the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::bind::Binding;
use super::entity::{Entity, EntityId};
use super::files::Files;
use super::public::PublicSite;
use super::publish::{Audience, Before, Press};
use super::registry::{Crowded, Registry, Replaced};
use super::resolve::{Bound, Site, checked};
use crate::document::mention::Few;
use crate::document::{Document, Settings};
use crate::foundation::diagnostic::Checked;

/// The site as it was the last time. What it gives is what [`super::resolve()`] and [`super::publish()`] give, sooner.
#[derive(Debug, Default)]
pub struct Memory {
    linked: Option<Linked>,
    published: Option<Published>,
    /// The entities that came or went since.
    moved: BTreeSet<EntityId>,
}

#[derive(Debug)]
struct Linked {
    registry: Arc<Registry>,
    /// What the document of each entity uses; nothing where something is wrong with it, which is to be told again.
    bound: Vec<Option<Arc<Bound>>>,
    files: Files,
}

#[derive(Debug)]
struct Published {
    site: Arc<PublicSite>,
    bound: Vec<Arc<Bound>>,
    visible: Vec<bool>,
}

impl Memory {
    /// As [`super::resolve()`]. Only what an edit can have changed is bound anew: the documents that were read anew, those that use a name
    /// which means something else now, and those that lead to a part of a document that was read anew.
    pub fn resolve(&mut self, documents: &[Arc<Document>], files: Files) -> Checked<Site> {
        let before = self.linked.take().filter(|before| before.files == files);
        let again = before.ok_or_else(Crowded::default).and_then(|Linked { registry, bound, .. }| {
            let (registry, replaced) = Arc::unwrap_or_clone(registry).replaced(documents)?;
            let known = still_holding(bound, &registry, &replaced);
            self.moved.extend(replaced.moved);
            Ok((registry, known))
        });
        let (registry, known, mut diagnostics) = again.map_or_else(
            |crowded| {
                // Ids mean other entities now.
                self.published = None;
                let (registry, diagnostics) = Registry::with_room(documents, &crowded);
                (registry, Vec::new(), diagnostics)
            },
            |(registry, known)| (registry, known, Vec::new()),
        );
        let one = |entity: &Entity| {
            if let Some(Some(known)) = known.get(entity.id.index()) {
                return Checked::clean(Arc::clone(known));
            }
            Bound::of(entity, &registry, &files)
        };
        let bound = Bound::each(&registry, one);
        let clean = |bound: &Checked<Arc<Bound>>| bound.diagnostics.is_empty().then(|| Arc::clone(&bound.value));
        let clean = bound.iter().map(clean).collect();
        let registry = Arc::new(registry);
        self.linked = Some(Linked { registry: Arc::clone(&registry), bound: clean, files });
        let bound = bound.into_iter().map(|bound| bound.collect_into(&mut diagnostics)).collect();
        checked(registry, bound, diagnostics)
    }

    /// As [`super::publish()`] of the `site` that was resolved last.
    pub fn publish(&mut self, site: &Site, settings: &Settings, audience: Audience) -> Checked<Arc<PublicSite>> {
        let press = Press::new(site, audience);
        // Whoever leads to one that came or went was bound anew.
        let moved = std::mem::take(&mut self.moved);
        let is_seen_as = |before: &Published| {
            let both = before.visible.iter().zip(&press.visible).enumerate();
            before.visible.len() == press.visible.len()
                && both.filter(|(_, (was, is))| was != is).all(|(place, _)| moved.contains(&EntityId::at(place)))
        };
        let before = self.published.take();
        let before = before.filter(|before| is_seen_as(before) && before.site.settings == *settings);
        let known = before.as_ref().map(|Published { site, bound, .. }| Before { site, bound });
        let Checked { value, diagnostics } = press.publish(settings, known.as_ref());
        let public = Arc::new(value);
        // What is wrong is to be told again.
        self.published = diagnostics.is_empty().then(|| Published {
            site: Arc::clone(&public),
            bound: site.bound.clone(),
            visible: press.visible,
        });
        Checked::new(public, diagnostics)
    }
}

/// What of `bound` does not depend on anything that is new in `registry`.
fn still_holding(bound: Vec<Option<Arc<Bound>>>, registry: &Registry, replaced: &Replaced) -> Vec<Option<Arc<Bound>>> {
    let names = Few::of(&replaced.names);
    let uses_name = |entity: &Entity| {
        let mentions = &entity.document.mentions;
        !names.is_empty() && mentions.iter().any(|mention| names.has(&mention.target.name))
    };
    let uses_part = |bound: &Bound| {
        bound.bindings.iter().any(|binding| match binding {
            Binding::Entity { entity, part: Some(_) } => replaced.entities.contains(entity),
            Binding::Entity { .. } => false,
            // It leads to a part that has errors of its own, which may be mended.
            Binding::Nothing => true,
        })
    };
    let holds = |(slot, bound): (&Option<Entity>, Option<Arc<Bound>>)| {
        let entity = slot.as_ref()?;
        bound.filter(|bound| !replaced.entities.contains(&entity.id) && !uses_name(entity) && !uses_part(bound))
    };
    registry.slots().par_iter().zip(bound).map(holds).collect()
}
