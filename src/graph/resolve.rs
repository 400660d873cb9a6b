//! Documents to a [`Site`]: every name bound, every rule that needs more than one file checked. Knows drafts too, so nothing is rendered from here.

use std::sync::Arc;

use rayon::prelude::*;

use super::bind::{Binding, bind};
use super::files::{FileBinding, Files};
use super::registry::Registry;
use super::{checks, embeds, standing};
use crate::document::Document;
use crate::foundation::diagnostic::Checked;

/// The whole site, drafts and all.
#[derive(Debug, Clone)]
pub struct Site {
    /// The entities and their names.
    pub registry: Registry,
    /// For each entity, where each mention of its document leads.
    pub bindings: Vec<Vec<Binding>>,
    /// For each entity, which file each use of a file means.
    pub files: Vec<Vec<FileBinding>>,
}

/// Binds all links of `documents`, which stand in the order of their paths, and checks what needs the whole site.
pub fn resolve(documents: &[Arc<Document>], files: &Files) -> Checked<Site> {
    let (registry, mut diagnostics) = Registry::new(documents);
    let bound: Vec<_> =
        registry.entities().par_iter().map(|entity| (bind(entity, &registry), files.bind(entity))).collect();
    let mut site = Site { registry, bindings: Vec::with_capacity(bound.len()), files: Vec::with_capacity(bound.len()) };
    for (bindings, files) in bound {
        site.bindings.push(bindings.collect_into(&mut diagnostics));
        site.files.push(files.collect_into(&mut diagnostics));
    }
    checks::check(&site, &mut diagnostics);
    standing::check(&site, &mut diagnostics);
    embeds::check(&mut site, &mut diagnostics);
    Checked::new(site, diagnostics)
}

impl Site {
    /// The documents of the entities, in their order.
    pub fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.registry.entities().iter().map(|entity| &entity.document)
    }
}
