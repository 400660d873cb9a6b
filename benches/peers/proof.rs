//! That a generator did the work: as many pages as there are documents, and pages of entities that lead to all that names them.
//! Knows addresses, no generator.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::form::{DOSSIERS, Document};
use super::measure::contents;

/// What a finished site must hold.
#[derive(Debug)]
pub struct Proof {
    documents: usize,
    /// For some entities, by folder and slug, the dossiers that name them.
    named_by: BTreeMap<String, BTreeSet<String>>,
}

/// How many entities are looked at.
const LOOKED_AT: usize = 40;

impl Proof {
    /// What a site of `documents` must hold.
    pub fn of(documents: &[Document]) -> Self {
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for dossier in documents.iter().filter(|document| document.kind == DOSSIERS) {
            for (kind, slugs) in dossier.names.iter().filter(|(kind, _)| *kind != DOSSIERS) {
                for slug in slugs {
                    all.entry(format!("{kind}/{slug}")).or_default().insert(dossier.slug.clone());
                }
            }
        }
        let step = (all.len() / LOOKED_AT).max(1);
        // The first person is named most; every kind has its part of the rest.
        let is_looked_at = |at: usize, entity: &str| at.is_multiple_of(step) || entity == "people/p000000";
        let looked_at = all.into_iter().enumerate().filter(|(at, (entity, _))| is_looked_at(*at, entity));
        Self { documents: documents.len(), named_by: looked_at.map(|(_, row)| row).collect() }
    }

    /// What is missing in the site at `folder`; nothing where it is whole.
    pub fn fault(&self, folder: &Path) -> Option<String> {
        let pages = contents(folder).pages;
        if pages < self.documents {
            return Some(format!("{pages} pages for {} documents", self.documents));
        }
        self.named_by.iter().find_map(|(entity, dossiers)| {
            // The rest of a list that is too long for its page stands below `index/` in ours.
            let text = pages_of(&folder.join(entity)) + &pages_of(&folder.join("index").join(entity));
            let missing = dossiers.iter().find(|dossier| !text.contains(&format!("{DOSSIERS}/{dossier}/")))?;
            Some(format!("/{entity}/ does not lead to {missing}, which names it"))
        })
    }
}

/// The text of all pages in a folder and below.
fn pages_of(folder: &Path) -> String {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let pages = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "html"));
    pages.filter_map(|page| fs::read_to_string(page.path()).ok()).collect()
}
