//! Names that must not be published, and where a finished site would publish them. Knows the list of protected names and who is
//! not published yet; says where, and never which.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::foundation::span::{FileId, Span};
use crate::graph::publish::TakenOut;
use crate::output::gate::{Fault, Gate, Memory, NameIndex};
use crate::pipeline::Built;
use crate::source::protected::{PROTECTED, Protected};
use crate::source::source_map::SourceMap;
use crate::source::tree::{SourceFile, SourcePath, SourceTree};

/// How many places of one name are told.
const PLACES: usize = 20;

/// Why a name must not be published.
#[derive(Debug, Clone, Copy)]
enum Reason {
    /// It stands on this line of the list.
    Listed(usize),
    /// It is the name of a person whose page is not published.
    TakenOut,
}

/// Looks through the files of a site as they are made.
pub struct Leaks {
    names: Vec<(Reason, String)>,
    /// Nothing where there is no name.
    gate: Option<Gate>,
    memory: Memory,
    hits: Mutex<Vec<Hit>>,
}

/// What forbids publishing a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    route: Route,
    fault: Fault,
}

impl Leaks {
    /// For a site from which what is in `taken_out` was taken.
    ///
    /// # Errors
    /// When there are more names than the program can hold.
    pub fn new(taken_out: &TakenOut, protected: &Protected) -> anyhow::Result<Self> {
        let listed = protected.names().map(|(line, name)| (Reason::Listed(line), name.to_owned()));
        let others = taken_out.names.iter().map(|name| (Reason::TakenOut, name.clone()));
        let names: Vec<(Reason, String)> = listed.chain(others).collect();
        let gate = (!names.is_empty()).then(|| Gate::new(names.iter().map(|(_, name)| name.as_str()))).transpose()?;
        Ok(Self { names, gate, memory: Memory::new(), hits: Mutex::default() })
    }

    /// Looks through `file`, and says whether it may be published.
    pub fn is_clean(&self, file: &OutputFile) -> bool {
        let Some(gate) = &self.gate else { return true };
        let (faults, _) = gate.faults(file, &self.memory);
        let is_clean = faults.is_empty();
        let hits = faults.into_iter().map(|fault| Hit { route: file.route.clone(), fault });
        self.hits.lock().unwrap_or_else(PoisonError::into_inner).extend(hits);
        is_clean
    }

    /// Whether anything that was looked through may not be published.
    #[must_use]
    pub fn has_found(&self) -> bool {
        !self.hits.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// All that forbids publishing the files, which were made from `tree` as `built` has it.
    #[must_use]
    pub fn diagnostics(self, built: &Built, tree: &SourceTree, protected: &Protected) -> Vec<Diagnostic> {
        let Some(gate) = &self.gate else { return Vec::new() };
        let mut hits = self.hits.into_inner().unwrap_or_else(PoisonError::into_inner);
        hits.sort();
        // A site that stands is looked through before it shows whether it is as it was.
        hits.dedup();
        let mut diagnostics: Vec<Diagnostic> =
            protected.names().filter(|(_, name)| !gate.is_long_enough(name)).map(|(line, _)| too_short(line)).collect();
        let mut by_name: BTreeMap<NameIndex, Vec<&Route>> = BTreeMap::new();
        for hit in &hits {
            match hit.fault {
                Fault::InPath(name) | Fault::Inside(name) => by_name.entry(name).or_default().push(&hit.route),
                Fault::Closed => diagnostics.push(closed(&hit.route, built, gate)),
            }
        }
        for (name, routes) in by_name {
            if let Some((reason, _)) = self.names.get(name) {
                let outputs = outputs(&routes, gate);
                let attached = routes.iter().filter_map(|route| attachment(route, built));
                let attached = attached.filter(|path| gate.names_in(path.as_str().as_bytes()).is_empty());
                let mut places: Vec<Span> =
                    attached.map(|path| Span::start_of(FileId::of_path(path.as_str()))).collect();
                places.extend(self::places(tree, gate, name, &built.taken_out));
                diagnostics.extend(leaks(*reason, &outputs, &places, named(tree, gate, name).as_deref()));
            }
        }
        diagnostics
    }
}

/// All that forbids publishing the files of `built`, which were made from `tree`.
///
/// # Errors
/// When there are more names than the program can hold.
pub fn find(built: &Built, tree: &SourceTree, protected: &Protected) -> anyhow::Result<Vec<Diagnostic>> {
    let leaks = Leaks::new(&built.taken_out, protected)?;
    built.files.par_iter().for_each(|file| {
        leaks.is_clean(file);
    });
    Ok(leaks.diagnostics(built, tree, protected))
}

/// Lets diagnostics point at lines of the list without its text being known to anyone.
pub fn name_the_list(protected: &Protected, sources: &mut SourceMap) {
    let lines = protected.names().map(|(line, _)| line).max().unwrap_or(0);
    sources.insert(SourcePath::new(PROTECTED), "\n".repeat(lines));
}

fn line_of_list(line: usize) -> Span {
    let at = u32::try_from(line.saturating_sub(1)).unwrap_or(u32::MAX);
    Span { file: FileId::of_path(PROTECTED), start: at, end: at }
}

fn too_short(line: usize) -> Diagnostic {
    let message = "this name has fewer than three letters and would be found in every text";
    Diagnostic::new(Code::InvalidProtectedList, line_of_list(line), message)
        .help("write the whole name; one line is one name")
}

/// The source of a file of the site that is carried over as it is.
fn attachment<'a>(at: &Route, built: &'a Built) -> Option<&'a SourcePath> {
    built.attachments.iter().find(|(route, _)| route == at).map(|(_, path)| path)
}

/// A source file that has the name in its own, as it may be named.
fn named(tree: &SourceTree, gate: &Gate, name: NameIndex) -> Option<String> {
    let file = tree.files().find(|file| gate.names_in(file.path.as_str().as_bytes()).contains(&name))?;
    Some(shown(file.path.as_str(), gate))
}

fn closed(route: &Route, built: &Built, gate: &Gate) -> Diagnostic {
    let at =
        attachment(route, built).map_or_else(|| line_of_list(1), |path| Span::start_of(FileId::of_path(path.as_str())));
    let message = format!(
        "`{}` cannot be searched for protected names: what is packed in it cannot be read",
        shown(&route.output_path(), gate)
    );
    Diagnostic::new(Code::UnsearchableFile, at, message)
        .help("take the file out of the site, or put what is packed in it there without packing")
}

fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("html"))
}

/// The files in which a name would stand, as they may be named.
fn outputs(routes: &[&Route], gate: &Gate) -> String {
    let mut paths: Vec<String> = routes.iter().map(|route| shown(&route.output_path(), gate)).collect();
    paths.dedup();
    // A page says more to its author than a file for the script of the search.
    paths.sort_by_key(|path| !is_page(path));
    let first = paths.first().cloned().unwrap_or_default();
    match paths.len() {
        0 | 1 => format!("`{first}`"),
        2 => format!("`{first}` and one other file"),
        count => format!("`{first}` and {} other files", count - 1),
    }
}

/// `path` without the parts that hold a name.
fn shown(path: &str, gate: &Gate) -> String {
    let is_clean = |text: &str| gate.names_in(text.as_bytes()).is_empty();
    let parts: Vec<&str> = path.split('/').map(|part| if is_clean(part) { part } else { "…" }).collect();
    let joined = parts.join("/");
    if is_clean(&joined) { joined } else { "…".to_owned() }
}

/// The lines of the site's texts in which the name stands; the pages that are not published may hold it.
fn places(tree: &SourceTree, gate: &Gate, name: NameIndex, taken_out: &TakenOut) -> Vec<Span> {
    let is_published = |file: &&SourceFile| !taken_out.documents.contains(&file.path);
    let texts = tree.files().filter(is_published).filter_map(|file| Some((file, file.as_text()?)));
    let with_name = texts.filter(|(file, text)| {
        gate.names_in(file.path.as_str().as_bytes()).is_empty() && gate.names_in(text.as_bytes()).contains(&name)
    });
    with_name.flat_map(|(file, text)| lines(file, text, gate, name)).take(PLACES).collect()
}

/// The lines of one file; its beginning when the name does not stand in any line alone.
fn lines(file: &SourceFile, text: &str, gate: &Gate, name: NameIndex) -> Vec<Span> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if gate.names_in(line.as_bytes()).contains(&name) {
            let start = u32::try_from(at).unwrap_or(u32::MAX);
            found.push(Span { file: file.id, start, end: start });
        }
        at += line.len();
    }
    if found.is_empty() {
        found.push(Span::start_of(file.id));
    }
    found
}

/// One diagnostic for each place, or one at the reason when no place is known.
fn leaks(reason: Reason, outputs: &str, places: &[Span], named: Option<&str>) -> Vec<Diagnostic> {
    let (whose, at, help) = match reason {
        Reason::Listed(line) => (
            format!("the name on line {line} of `{PROTECTED}`"),
            line_of_list(line),
            "take the name out; nothing is published until it stands nowhere",
        ),
        Reason::TakenOut => (
            "the name of a person whose page is not published".to_owned(),
            Span::start_of(FileId::of_path("dossier.toml")),
            "take the name out and link without it, or publish the person's page",
        ),
    };
    let leak = |at: Span, message: String| Diagnostic::new(Code::ProtectedName, at, message).help(help);
    if places.is_empty() {
        let cause = named.map_or_else(
            || "no line of the site's texts and no file name has it alone".to_owned(),
            |path| format!("the file `{path}` has it in its name"),
        );
        return vec![leak(at, format!("{whose} would be published in {outputs}; {cause}"))];
    }
    let message = format!("{whose} would be published in {outputs}; it stands here");
    places.iter().map(|place| leak(*place, message.clone())).collect()
}
