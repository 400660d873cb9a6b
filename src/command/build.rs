//! `build` and `check`: a site's folder to its output, or to its diagnostics alone. Knows the order of reading, building and writing; prints nothing.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;

use super::leaks;
use crate::document::kind::Kind;
use crate::foundation::diagnostic::{Checked, Diagnostic, Severity, has_errors};
use crate::graph::publish::Embargoes;
use crate::output::{self, Written};
use crate::pipeline::{Built, Counts, Live, Options, Pipeline, Stage, Unwatched, Watch};
use crate::source::copies::OnDisk;
use crate::source::protected::Protected;
use crate::source::source_map::SourceMap;
use crate::source::tree::{SourcePath, SourceTree};
use crate::source::{self, Limits};
use crate::theme;

/// What a run found, and what it made.
pub struct Outcome<T> {
    /// The texts that diagnostics point into.
    pub sources: SourceMap,
    /// All that is wrong, sorted by path and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What was made; nothing when the diagnostics forbid it.
    pub value: Option<T>,
}

/// What a build made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What was parsed and rendered.
    pub counts: Counts,
    /// Published documents by kind, in the order of the kinds; kinds without any are left out.
    pub documents: Vec<(Kind, usize)>,
    /// What was written; nothing for a check.
    pub written: Option<Written>,
    /// Whether the site has an address: without one it has no feed and no sitemap.
    pub has_address: bool,
    /// What embargoes hold back.
    pub embargoes: Embargoes,
}

/// The site in `root`, read and built in memory; `watch` is told where the time goes.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn in_memory(
    root: &Path,
    pipeline: &mut Pipeline,
    options: &Options,
    watch: &dyn Watch,
) -> anyhow::Result<(SourceTree, Checked<Built>)> {
    let mut diagnostics = Vec::new();
    watch.begins(Stage::Read);
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let copies = OnDisk::new(root, options.program.as_deref());
    let built = pipeline.build_watched(&tree, options, &copies, watch).collect_into(&mut diagnostics);
    Ok((tree, Checked::new(built, diagnostics)))
}

/// The site in `root`, read and linked, whose pages are made when they are asked for.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn live(
    root: &Path,
    pipeline: &mut Pipeline,
    options: &Options,
) -> anyhow::Result<(SourceTree, Checked<Option<Live>>)> {
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let copies = OnDisk::new(root, options.program.as_deref());
    let live = pipeline.live(&tree, options, &copies).collect_into(&mut diagnostics);
    Ok((tree, Checked::new(live, diagnostics)))
}

/// Builds the site in `root` and finds all that is wrong with it; nothing is written.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check(root: &Path, options: &Options, strict: bool) -> anyhow::Result<Outcome<Summary>> {
    let (tree, built) = in_memory(root, &mut Pipeline::default(), options, &Unwatched)?;
    let Checked { value: built, mut diagnostics } = built;
    let protected = Protected::read(root)?;
    if !is_refused(&diagnostics, strict) {
        diagnostics.extend(leaks::find(&built.files, &built, &tree, &protected)?);
    }
    Ok(searched(&tree, &protected, diagnostics, strict, summary(&built, None)))
}

/// Builds the site whose root `writing` names into the folder `target`; `watch` is told where the time goes. With errors, or with warnings when `strict`, the old site stays as it is.
///
/// # Errors
/// When the folder cannot be read, or the site cannot be written.
pub fn build(
    writing: &output::Options,
    target: &Path,
    options: &Options,
    strict: bool,
    watch: &dyn Watch,
) -> anyhow::Result<Outcome<Summary>> {
    let root = &writing.root;
    let (tree, built) = in_memory(root, &mut Pipeline::default(), options, watch)?;
    let Checked { value: built, mut diagnostics } = built;
    if is_refused(&diagnostics, strict) {
        return Ok(outcome(&tree, diagnostics, strict, summary(&built, None)));
    }
    watch.begins(Stage::Gate);
    let protected = Protected::read(root)?;
    diagnostics.extend(leaks::find(&built.files, &built, &tree, &protected)?);
    if is_refused(&diagnostics, strict) {
        return Ok(searched(&tree, &protected, diagnostics, strict, summary(&built, None)));
    }
    watch.begins(Stage::Write);
    let written = output::write(&built.files, target, writing).context("the site was not written")?;
    let summary = summary(&built, Some(written));
    Ok(outcome(&tree, diagnostics, strict, summary))
}

/// As [`outcome`], with diagnostics that may point into the list of protected names.
pub(super) fn searched<T>(
    tree: &SourceTree,
    protected: &Protected,
    diagnostics: Vec<Diagnostic>,
    strict: bool,
    value: T,
) -> Outcome<T> {
    let mut outcome = outcome(tree, diagnostics, strict, value);
    leaks::name_the_list(protected, &mut outcome.sources);
    outcome
}

/// Whether a site with these diagnostics must not be published.
#[must_use]
pub fn is_refused(diagnostics: &[Diagnostic], strict: bool) -> bool {
    has_errors(diagnostics)
        || (strict && diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Warning))
}

/// The texts of `tree` and of the built-in theme, for reporting.
#[must_use]
pub fn sources(tree: &SourceTree) -> SourceMap {
    let mut sources = SourceMap::of_tree(tree);
    for path in theme::builtin_paths() {
        if let Some(text) = theme::builtin_template(&path) {
            sources.insert(SourcePath::new(&path), text);
        }
    }
    sources
}

/// What a run found in `tree` and made of it: diagnostics sorted and each once, the value only when they allow it.
pub(super) fn outcome<T>(tree: &SourceTree, mut diagnostics: Vec<Diagnostic>, strict: bool, value: T) -> Outcome<T> {
    let sources = sources(tree);
    diagnostics.sort_by_cached_key(|diagnostic| {
        let path = sources.get(diagnostic.span.file).map(|(path, _)| path.clone());
        (path, diagnostic.span, diagnostic.code, diagnostic.message.clone())
    });
    diagnostics.dedup();
    let value = (!is_refused(&diagnostics, strict)).then_some(value);
    Outcome { sources, diagnostics, value }
}

fn summary(built: &Built, written: Option<Written>) -> Summary {
    let mut documents: BTreeMap<Kind, usize> = BTreeMap::new();
    for kind in &built.kinds {
        *documents.entry(*kind).or_default() += 1;
    }
    Summary {
        counts: built.counts,
        documents: documents.into_iter().collect(),
        written,
        has_address: built.has_address,
        embargoes: built.embargoes,
    }
}
