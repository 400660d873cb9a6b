//! `suggest`: what a writer may want to look at, and links for names that have none. Knows the order of looking and telling; a name is
//! never linked by a guess, and nothing is written here unless it was accepted.

mod fix;
mod lexicon;
mod link;
mod mentions;
mod near;
mod people;
mod record;
mod words;

use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;

pub use fix::{Written, write};

use super::build::{Outcome, sources};
use crate::foundation::diagnostic::{Checked, Diagnostic, Severity};
use crate::graph::Site;
use crate::graph::entity::EntityId;
use crate::pipeline::{Options, Pipeline};
use crate::source::tree::{SourceFile, SourcePath, SourceTree};
use crate::source::{self, Limits};
use lexicon::Lexicon;
use link::Linker;
use mentions::Page;

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
    site: Site,
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

/// Looks through the site of `tree`.
pub fn look_at(tree: SourceTree, options: &Options) -> Checked<Look> {
    let Checked { value: analysis, diagnostics } = Pipeline::default().analyse(&tree, options);
    let site = analysis.site;
    let lexicon = Lexicon::new(&site);
    let linker = Linker::new(&site, options.audience.now);
    let pages: Vec<Vec<Suggestion>> = site
        .registry
        .slots()
        .par_iter()
        .flatten()
        .filter_map(|entity| {
            let text = tree.get(entity.document.path.as_str()).and_then(SourceFile::as_text)?;
            let page = Page { entity, text, lexicon: &lexicon, linker: &linker };
            entity.document.common.withdrawn.is_none().then(|| page.suggestions())
        })
        .collect();
    let mut suggestions: Vec<Suggestion> = pages.into_iter().flatten().collect();
    suggestions.extend(people::near_duplicates(&site, &lexicon));
    suggestions.extend(record::without_source(&site));
    suggestions.extend(record::without_next(&site, options.audience.now));
    let paths: std::collections::HashMap<_, _> =
        site.documents().map(|document| (document.file, document.path.as_str())).collect();
    suggestions.sort_by_cached_key(|one| (paths.get(&one.diagnostic.span.file).copied(), one.diagnostic.span));
    Checked::new(Look { suggestions, tree, site }, diagnostics)
}
