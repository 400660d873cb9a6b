//! Names that must not be published, and where a finished site would publish them. Knows the list of protected names and who is
//! not published yet; says where, and never which.

use std::collections::BTreeMap;

use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::output_file::OutputFile;
use crate::foundation::span::{FileId, Span};
use crate::graph::publish::TakenOut;
use crate::output::gate::{Fault, Gate, Hit, NameIndex};
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

/// All that forbids publishing `files`, which were made from `tree` as `built` has it.
///
/// # Errors
/// When there are more names than the program can hold.
pub fn find(
    files: &[OutputFile],
    built: &Built,
    tree: &SourceTree,
    protected: &Protected,
) -> anyhow::Result<Vec<Diagnostic>> {
    let taken_out = &built.taken_out;
    let listed = protected.names().map(|(line, name)| (Reason::Listed(line), name));
    let others = taken_out.names.iter().map(|name| (Reason::TakenOut, name.as_str()));
    let names: Vec<(Reason, &str)> = listed.chain(others).collect();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let gate = Gate::new(names.iter().map(|(_, name)| *name))?;
    let mut diagnostics: Vec<Diagnostic> =
        protected.names().filter(|(_, name)| !gate.is_long_enough(name)).map(|(line, _)| too_short(line)).collect();
    let mut by_name: BTreeMap<NameIndex, Vec<&Hit>> = BTreeMap::new();
    let hits = gate.search(files).hits;
    for hit in &hits {
        match hit.fault {
            Fault::InPath(name) | Fault::Inside(name) => by_name.entry(name).or_default().push(hit),
            Fault::Closed => diagnostics.extend(files.get(hit.file).map(|file| closed(file, built, &gate))),
        }
    }
    for (name, hits) in by_name {
        if let Some((reason, _)) = names.get(name) {
            let outputs = outputs(&hits, files, &gate);
            let attached = hits.iter().filter_map(|hit| attachment(files.get(hit.file)?, built));
            let attached = attached.filter(|path| gate.names_in(path.as_str().as_bytes()).is_empty());
            let mut places: Vec<Span> = attached.map(|path| Span::start_of(FileId::of_path(path.as_str()))).collect();
            places.extend(self::places(tree, &gate, name, taken_out));
            diagnostics.extend(leaks(*reason, &outputs, &places, named(tree, &gate, name).as_deref()));
        }
    }
    Ok(diagnostics)
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
fn attachment<'a>(file: &OutputFile, built: &'a Built) -> Option<&'a SourcePath> {
    built.attachments.iter().find(|(route, _)| *route == file.route).map(|(_, path)| path)
}

/// A source file that has the name in its own, as it may be named.
fn named(tree: &SourceTree, gate: &Gate, name: NameIndex) -> Option<String> {
    let file = tree.files().find(|file| gate.names_in(file.path.as_str().as_bytes()).contains(&name))?;
    Some(shown(file.path.as_str(), gate))
}

fn closed(file: &OutputFile, built: &Built, gate: &Gate) -> Diagnostic {
    let at =
        attachment(file, built).map_or_else(|| line_of_list(1), |path| Span::start_of(FileId::of_path(path.as_str())));
    let message = format!(
        "`{}` cannot be searched for protected names: what is packed in it cannot be read",
        shown(&file.route.output_path(), gate)
    );
    Diagnostic::new(Code::UnsearchableFile, at, message)
        .help("take the file out of the site, or put what is packed in it there without packing")
}

fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("html"))
}

/// The files in which a name would stand, as they may be named.
fn outputs(hits: &[&Hit], files: &[OutputFile], gate: &Gate) -> String {
    let mut paths: Vec<String> =
        hits.iter().filter_map(|hit| files.get(hit.file)).map(|file| shown(&file.route.output_path(), gate)).collect();
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
