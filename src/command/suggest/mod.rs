//! `suggest`: what a writer may want to look at, and links for names that have none. Knows the order of looking and telling; a name is
//! never linked by a guess, and nothing is written here unless it was accepted.

mod fix;
mod lexicon;
mod link;
mod mentions;
mod near;
mod people;
mod readings;
mod record;
mod words;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;

pub use fix::{Written, write};

use super::build::{Outcome, sources};
use crate::foundation::diagnostic::{Checked, Diagnostic, Severity};
use crate::foundation::span::FileId;
use crate::graph::entity::{Entity, EntityId};
use crate::pipeline::Options;
use crate::source::tree::{SourceFile, SourcePath, SourceTree};
use crate::source::{self, Limits};
use lexicon::Lexicon;
use link::Linker;
use mentions::Page;
use readings::{Edition, Readings};

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What and where, and what could be done.
    pub diagnostic: Diagnostic,
    /// The link that can be written there.
    pub link: Option<Link>,
}

/// A link in the place of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The file.
    pub path: SourcePath,
    /// The bytes in whose place it stands.
    pub range: Range<usize>,
    /// The link.
    pub new: String,
    /// Where it leads.
    pub entity: EntityId,
    /// The name as it stands in the text.
    pub written: String,
    /// Whether nothing around the name speaks for somebody else.
    pub is_sure: bool,
}

/// A site that was looked through.
pub struct Look {
    /// What was found, in the order of the files and of their texts.
    pub suggestions: Vec<Suggestion>,
    tree: SourceTree,
    readings: Readings,
}

/// Looks through the site at `root`. Errors are given too, and the suggestions are as whole as they allow.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn look(root: &Path, options: &Options) -> anyhow::Result<Outcome<Look>> {
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let look = look_at(tree, options).collect_into(&mut diagnostics);
    diagnostics.retain(|found| found.severity() == Severity::Error);
    Ok(Outcome { sources: sources(&look.tree), diagnostics, value: Some(look) })
}

/// Looks through the site of `tree`, in all its languages.
pub fn look_at(tree: SourceTree, options: &Options) -> Checked<Look> {
    let Checked { value: readings, diagnostics } = Readings::of(&tree, options);
    let files: HashMap<FileId, &SourceFile> = tree.files().map(|file| (file.id, file)).collect();
    let now = options.audience.now;
    let mut suggestions = Vec::new();
    let mut pairs = BTreeSet::new();
    for edition in readings.editions() {
        let lexicon = Lexicon::new(edition.site, readings.main());
        suggestions.extend(names(&edition, &lexicon, &Linker::new(edition.site, edition.built, now), &files));
        suggestions.extend(people::near_duplicates(edition.site, &lexicon, &mut pairs));
        suggestions.extend(if edition.is_main() {
            record::without_source(edition.site)
        } else {
            record::without_source_here(&edition, readings.main())
        });
    }
    suggestions.extend(record::without_next(readings.main(), now));
    let path = |one: &Suggestion| files.get(&one.diagnostic.span.file).map(|file| file.path.clone());
    suggestions.sort_by_cached_key(|one| (path(one), one.diagnostic.span));
    Checked::new(Look { suggestions, tree, readings }, diagnostics)
}

/// What is to be told of the names in the pages of `edition`.
fn names(
    edition: &Edition<'_>,
    lexicon: &Lexicon,
    linker: &Linker<'_>,
    files: &HashMap<FileId, &SourceFile>,
) -> Vec<Suggestion> {
    let pages: Vec<&Entity> = edition.pages().filter(|entity| entity.document.common.withdrawn.is_none()).collect();
    let found: Vec<Vec<Suggestion>> = pages
        .par_iter()
        .filter_map(|entity| {
            let file = files.get(&entity.document.file)?;
            let page = Page { entity, path: &file.path, text: file.as_text()?, lexicon, linker };
            Some(page.suggestions())
        })
        .collect();
    found.into_iter().flatten().collect()
}
