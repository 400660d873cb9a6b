//! Documents to a [`Site`]: every name bound, every rule that needs more than one file checked. Knows drafts too, so nothing is rendered from here.

use std::sync::Arc;

use rayon::prelude::*;

use super::bind::{Binding, bind};
use super::entity::{Entity, EntityId};
use super::files::{FileBinding, Files};
use super::registry::Registry;
use super::{checks, embeds, standing};
use crate::document::Document;
use crate::document::mention::Place;
use crate::foundation::diagnostic::{Checked, Diagnostic};

/// The whole site, drafts and all.
#[derive(Debug, Clone)]
pub struct Site {
    /// The entities and their names.
    pub registry: Arc<Registry>,
    /// What the document of each entity uses.
    pub(super) bound: Vec<Arc<Bound>>,
}

/// What one document uses: pages and files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Bound {
    /// Where each of its mentions leads.
    pub bindings: Vec<Binding>,
    /// Which file each use of a file means.
    pub files: Vec<FileBinding>,
    /// Whether it shows parts of other pages.
    pub has_embeds: bool,
}

/// Binds all links of `documents`, which stand in the order of their paths, and checks what needs the whole site.
pub fn resolve(documents: &[Arc<Document>], files: &Files) -> Checked<Site> {
    let (registry, mut diagnostics) = Registry::new(documents);
    let bound = Bound::each(&registry, |entity| Bound::of(entity, &registry, files));
    let bound = bound.into_iter().map(|bound| bound.collect_into(&mut diagnostics)).collect();
    checked(Arc::new(registry), bound, diagnostics)
}

/// The site of `registry`, whose links are bound, with `diagnostics` so far: now what needs the whole site is checked.
pub(super) fn checked(
    registry: Arc<Registry>,
    bound: Vec<Arc<Bound>>,
    mut diagnostics: Vec<Diagnostic>,
) -> Checked<Site> {
    let mut site = Site { registry, bound };
    checks::check(&site, &mut diagnostics);
    standing::check(&site, &mut diagnostics);
    embeds::check(&mut site, &mut diagnostics);
    Checked::new(site, diagnostics)
}

impl Bound {
    /// What `one` gives for each entity of `registry`, at the places of their ids.
    pub(super) fn each(
        registry: &Registry,
        one: impl Fn(&Entity) -> Checked<Arc<Self>> + Sync,
    ) -> Vec<Checked<Arc<Self>>> {
        let nothing = Arc::default();
        let one = |slot: &Option<Entity>| slot.as_ref().map_or_else(|| Checked::clean(Arc::clone(&nothing)), &one);
        registry.slots().par_iter().map(one).collect()
    }

    /// What the document of `entity` uses.
    pub(super) fn of(entity: &Entity, registry: &Registry, files: &Files) -> Checked<Arc<Self>> {
        Self::with(bind(entity, registry), entity, files)
    }

    /// What the document of `entity` uses, whose `bindings` are known.
    pub(super) fn with(bindings: Checked<Vec<Binding>>, entity: &Entity, files: &Files) -> Checked<Arc<Self>> {
        let Checked { value: bindings, mut diagnostics } = bindings;
        let files = files.bind(entity).collect_into(&mut diagnostics);
        let has_embeds = entity.document.mentions.iter().any(|mention| mention.place == Place::Embed);
        Checked::new(Arc::new(Self { bindings, files, has_embeds }), diagnostics)
    }
}

impl Site {
    /// Where each mention of the document of `entity` leads, in their order.
    #[must_use]
    pub fn bindings(&self, entity: EntityId) -> &[Binding] {
        self.bound.get(entity.index()).map(|bound| bound.bindings.as_slice()).unwrap_or_default()
    }

    /// Which file each use of a file in the document of `entity` means: those of its text in their order, then the stored copy of a source.
    #[must_use]
    pub fn files(&self, entity: EntityId) -> &[FileBinding] {
        self.bound.get(entity.index()).map(|bound| bound.files.as_slice()).unwrap_or_default()
    }

    /// The documents of the entities, in their order.
    pub fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.registry.entities().map(|entity| &entity.document)
    }
}
