//! The stored copies that sources name: which files they are, and whether each is still the file that was stored. Knows hashes, not what is in a copy.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::entity::{Entity, EntityId};
use super::files::Files;
use super::passage::Passages;
use super::resolve::Site;
use crate::document::Document;
use crate::document::front_matter::{Fields, SourceFields, Text};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::source::copies::{Sha256, Unread};
use crate::source::tree::SourcePath;

/// What is known of a stored copy.
#[derive(Debug, Clone)]
pub struct StoredCopy {
    /// The hash of the file as it is now.
    pub hash: Sha256,
    /// Its text, when a quote is to be looked for in it.
    pub text: Option<Arc<Result<Passages, Unread>>>,
}

/// The stored copies whose files could be read, by path.
pub type StoredCopies = BTreeMap<SourcePath, StoredCopy>;

impl Site {
    /// The file that is the stored copy of a source.
    pub(super) fn stored_copy(&self, id: EntityId) -> Option<(&SourceFields, &Text, &SourcePath)> {
        let document = &self.registry.get(id)?.document;
        let Fields::Source(source) = &document.fields else { return None };
        let path = self.files(id).get(document.body.files.len())?.as_ref()?;
        Some((source, source.file.as_ref()?, path))
    }
}

/// The files that sources name as their stored copies, and of each whether a quote is to be looked for in it.
#[must_use]
pub fn wanted(site: &Site) -> BTreeMap<SourcePath, bool> {
    let stored = |entity: &Entity| site.stored_copy(entity.id).map(|(_, _, path)| (path.clone(), false));
    let mut wanted: BTreeMap<SourcePath, bool> =
        site.registry.slots().par_iter().flatten().filter_map(stored).collect();
    if wanted.is_empty() {
        return wanted;
    }
    for entity in site.registry.entities() {
        let quoting = entity.document.body.statements.iter().filter(|statement| !statement.quotes.is_empty());
        for source in quoting.flat_map(|statement| &statement.via).filter_map(|via| site.target(entity.id, *via)) {
            if let Some(has_quotes) = site.stored_copy(source).and_then(|(_, _, path)| wanted.get_mut(path)) {
                *has_quotes = true;
            }
        }
    }
    wanted
}

/// The Markdown files among `paths` that a source of `documents` names as its stored copy: they are no documents. A file that
/// such a copy names is not taken for one on its word.
#[must_use]
pub fn markdown_copies(
    documents: &[Arc<Document>],
    paths: impl IntoIterator<Item = SourcePath>,
) -> BTreeSet<SourcePath> {
    let sources: Vec<(&SourcePath, &str)> = documents
        .iter()
        .filter_map(|document| match &document.fields {
            Fields::Source(source) => Some((&document.path, source.file.as_ref()?.value.as_str())),
            _ => None,
        })
        .filter(|(_, name)| name.to_ascii_lowercase().ends_with(".md"))
        .collect();
    if sources.is_empty() {
        return BTreeSet::new();
    }
    let files = Files::new(paths);
    let named: Vec<_> = sources
        .iter()
        .filter_map(|(path, name)| Some((*path, files.named(path.folder(), name)?)))
        .filter(|(path, copy)| path != copy)
        .collect();
    let all: BTreeSet<_> = named.iter().map(|(_, copy)| *copy).collect();
    named.iter().filter(|(path, _)| !all.contains(path)).map(|(_, copy)| (*copy).clone()).collect()
}

/// Compares the hashes, and says of which copies the text cannot be read though it is quoted.
pub(super) fn check(site: &Site, copies: &StoredCopies, diagnostics: &mut Vec<Diagnostic>) {
    for entity in site.registry.entities() {
        let Some((source, file, path)) = site.stored_copy(entity.id) else { continue };
        let Some(copy) = copies.get(path) else { continue };
        diagnostics.extend(hash_problem(source, file, path, &copy.hash));
        if let Some(Err(unread)) = copy.text.as_deref()
            && *unread != Unread::OtherFormat
        {
            let message = format!("the quotes of `{path}` are not checked: it {}", unread.reason());
            let help =
                "compare them with the copy yourself; for the program to do it, store a copy that can be read as text";
            diagnostics.push(Diagnostic::new(Code::UnreadCopy, file.span, message).help(help));
        }
    }
}

fn hash_problem(source: &SourceFields, file: &Text, path: &SourcePath, found: &Sha256) -> Option<Diagnostic> {
    let found = found.as_str();
    match &source.sha256 {
        Some(stored) if stored.value == found => None,
        Some(stored) => {
            let message = format!(
                "`{path}` is not the file that was stored: its SHA-256 was {} and is now {found}",
                stored.value
            );
            let help = format!("restore the file; if it was replaced on purpose, write `sha256: {found}`");
            Some(Diagnostic::new(Code::ChangedCopy, stored.span, message).help(help))
        }
        None => {
            let message = format!("nothing would show that `{path}` was changed");
            let help = format!("add its hash as it is now: `sha256: {found}`");
            Some(Diagnostic::new(Code::MissingHash, file.span, message).help(help))
        }
    }
}
