//! `build` and `check`: a site's folder to its output, or to its diagnostics alone. Knows the order of reading, building and writing; prints nothing.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use anyhow::Context;

use super::leaks::{self, Leaks};
use crate::document::kind::Kind;
use crate::foundation::diagnostic::{Checked, Diagnostic, Severity, has_errors};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::foundation::span::FileId;
use crate::graph::publish::Embargoes;
use crate::output::{self, MadeOf, WriteError, Writing, Written};
use crate::pipeline::{self, Ahead, Built, Counts, Nowhere, Options, Pipeline, Sink, Stage, Unwatched, Watch};
use crate::source::copies::OnDisk;
use crate::source::protected::Protected;
use crate::source::source_map::SourceMap;
use crate::source::tree::{SourceFile, SourcePath, SourceTree};
use crate::source::{self, Limits, Walked, aside};
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
    /// How many pages of documents were planned; of the others it was known before that they are as they were.
    pub planned: usize,
    /// Published documents by kind, in the order of the kinds; kinds without any are left out.
    pub documents: Vec<(Kind, usize)>,
    /// What was written; nothing for a check.
    pub written: Option<Written>,
    /// Whether the site has an address: without one it has no feed and no sitemap.
    pub has_address: bool,
    /// What embargoes hold back.
    pub embargoes: Embargoes,
}

/// The site in `root`, read and built in memory.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn in_memory(
    root: &Path,
    pipeline: &mut Pipeline,
    options: &Options,
) -> anyhow::Result<(SourceTree, Checked<Built>)> {
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let copies = OnDisk::new(root, options.program.as_deref());
    let built = pipeline.build_with(&tree, options, &copies).collect_into(&mut diagnostics);
    Ok((tree, Checked::new(built, diagnostics)))
}

/// Where the files of a site go: through the gate, and what is clean is written.
struct Delivery<'a> {
    leaks: &'a Leaks,
    /// Nothing for who does not write.
    writing: Option<&'a Writing<'static>>,
    /// Of what all pages together are made, for who writes.
    shape: Option<Fingerprint>,
}

impl Sink for Delivery<'_> {
    fn shape(&self) -> Option<Fingerprint> {
        self.shape
    }

    fn has(&self, route: &Route, made_of: MadeOf) -> bool {
        let kept = self.writing.and_then(|writing| writing.keep(route, made_of));
        kept.inspect(|file| _ = self.leaks.is_clean(file)).is_some()
    }

    fn has_from(&self, route: &Route, inputs: Fingerprint) -> bool {
        let kept = self.writing.and_then(|writing| writing.keep_from(route, inputs));
        kept.inspect(|file| _ = self.leaks.is_clean(file)).is_some()
    }

    fn has_all(&self, inputs: Fingerprint) -> Option<Vec<(Route, bool)>> {
        let look = |file: &OutputFile| _ = self.leaks.is_clean(file);
        self.writing?.keep_all(inputs, look)
    }

    fn take(&self, made_of: Option<MadeOf>, file: OutputFile) {
        if self.leaks.is_clean(&file)
            && let Some(writing) = self.writing
        {
            writing.take(&file, made_of);
        }
    }
}

/// Builds the site in `root` and finds all that is wrong with it; nothing is written.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check(root: &Path, options: &Options, strict: bool) -> anyhow::Result<Outcome<Summary>> {
    deliver(root, options, strict, &Unwatched, || None)
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
    deliver(&writing.root, options, strict, watch, || Some(Writing::begin(target, writing)))
}

/// Makes the site in `root`, and writes it where `begin` begins to.
fn deliver(
    root: &Path,
    options: &Options,
    strict: bool,
    watch: &dyn Watch,
    begin: impl FnOnce() -> Option<Result<Writing<'static>, WriteError>>,
) -> anyhow::Result<Outcome<Summary>> {
    let mut diagnostics = Vec::new();
    watch.begins(Stage::Read);
    let walked = Walked::of(root, &Limits::default())?;
    let ahead = Ahead::new(walked.config(), walked.paths());
    watch.begins(Stage::Parse);
    let mut tree = walked.read(|file| ahead.look(file)).collect_into(&mut diagnostics);
    let copies = OnDisk::new(root, options.program.as_deref());
    let mut pipeline = Pipeline::with(ahead);
    let material = pipeline.prepare(&tree, options, &copies, watch).collect_into(&mut diagnostics);
    if is_refused(&diagnostics, strict) {
        // Nothing is written, and all else that is wrong is told as well.
        let built = pipeline.finish(&material, &tree, &Nowhere, watch).collect_into(&mut diagnostics);
        let told = files(&diagnostics);
        aside::back(root, &mut tree, |file| told.contains(&file.id));
        return Ok(outcome(&tree, diagnostics, strict, summary(&built, None)));
    }
    let protected = Protected::read(root)?;
    let leaks = Leaks::new(material.taken_out(), &protected)?;
    let key = material.fingerprint(&tree);
    let writing = begin();
    let open = writing.as_ref().and_then(|writing| writing.as_ref().ok());
    let standing = open.and_then(|writing| writing.stands(key, |file| leaks.is_clean(file)));
    let said = diagnostics.len();
    let built = if let Some((pages, _)) = standing {
        material.standing(pages)
    } else {
        let shape = open.map(|_| material.shape(&tree));
        pipeline.forget_texts();
        // The texts of translations are not needed from here on, as those of other documents were not before.
        let told = files(&diagnostics);
        let is_document = |file: &SourceFile| file.path.below("content").is_some() && pipeline::is_markdown(file);
        let done = tree.files_mut().filter(|file| is_document(file) && !told.contains(&file.id));
        done.for_each(SourceFile::put_aside);
        let delivery = Delivery { leaks: &leaks, writing: open, shape };
        pipeline.finish(&material, &tree, &delivery, watch).collect_into(&mut diagnostics)
    };
    // What is said of pages would not be said of a site that stands already.
    let whole = (diagnostics.len() == said).then_some((key, built.counts.pages));
    if !is_refused(&diagnostics, strict) {
        watch.begins(Stage::Gate);
        if leaks.has_found() {
            aside::back(root, &mut tree, |_| true);
        }
        diagnostics.extend(leaks.diagnostics(&built, &tree, &protected));
    }
    let mut written = None;
    if !is_refused(&diagnostics, strict) {
        watch.begins(Stage::Write);
        written = match (standing, writing) {
            (Some((_, written)), _) => Some(written),
            (None, Some(writing)) => Some(writing.context(NOT_WRITTEN)?.finish(whole).context(NOT_WRITTEN)?),
            (None, None) => None,
        };
    }
    let told = files(&diagnostics);
    aside::back(root, &mut tree, |file| told.contains(&file.id));
    Ok(searched(&tree, &protected, diagnostics, strict, summary(&built, written)))
}

/// The files that `diagnostics` point into.
fn files(diagnostics: &[Diagnostic]) -> HashSet<FileId> {
    diagnostics.iter().flat_map(Diagnostic::files).collect()
}

/// What a failure to write means for the user.
const NOT_WRITTEN: &str = "the site was not written";

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
        planned: built.planned,
        documents: documents.into_iter().collect(),
        written,
        has_address: built.has_address,
        embargoes: built.embargoes,
    }
}
