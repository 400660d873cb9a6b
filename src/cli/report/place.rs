//! Places of diagnostics as people count them. Knows paths, lines and columns, and the order of a report.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Source, Sources};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, LineColumn, LineIndex, Span};

/// A diagnostic with the places of its words.
pub struct Located<'a> {
    /// The diagnostic.
    pub diagnostic: &'a Diagnostic,
    /// Its own place; nothing when its file is not known.
    pub place: Option<Place<'a>>,
    /// Its labels that have a place, with their texts.
    pub labels: Vec<(Place<'a>, &'a str)>,
}

/// A span in a file that is known.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// The path below the root.
    pub path: &'a str,
    /// The first character.
    pub start: LineColumn,
    /// The character after the last one.
    pub end: LineColumn,
    /// What is needed to show the line; nothing when the text is not at hand.
    pub line: Option<Line<'a>>,
}

/// The line in which a span begins, and the part of the span that is in it.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The whole text of the file.
    pub text: &'a str,
    /// The bytes of the line in `text`, without the line end.
    pub bytes: Range<usize>,
    /// The bytes of the span in `text` that are in this line.
    pub marked: Range<usize>,
}

/// Finds the places of all `diagnostics`, sorts by path and place and keeps one of those that are equal.
pub fn locate<'a>(diagnostics: &'a [Diagnostic], sources: &'a dyn Sources) -> Vec<Located<'a>> {
    let mut files = Files { sources, known: BTreeMap::new() };
    let mut all: Vec<Located<'a>> = diagnostics
        .iter()
        .map(|diagnostic| Located {
            diagnostic,
            place: files.place(diagnostic.span).map(|place| shown(place, diagnostic.code)),
            labels: diagnostic
                .labels
                .iter()
                .filter_map(|label| Some((files.place(label.span)?, label.text.as_str())))
                .collect(),
        })
        .collect();
    all.sort_by(|a, b| order(a).cmp(&order(b)));
    all.dedup_by(|a, b| a.diagnostic == b.diagnostic);
    all
}

/// `place` without its line where that must not be shown.
fn shown(place: Place<'_>, code: Code) -> Place<'_> {
    if code.hides_line() { Place { line: None, ..place } } else { place }
}

/// What a report is sorted by; all fields of a diagnostic are in it, so equal ones come to stand side by side.
fn order<'a>(located: &'a Located<'_>) -> impl Ord + use<'a> {
    let diagnostic = located.diagnostic;
    let path = located.place.as_ref().map(|place| place.path);
    (
        (path, diagnostic.span, diagnostic.severity(), diagnostic.code, &diagnostic.message),
        (&diagnostic.help, &diagnostic.labels, &diagnostic.page),
    )
}

struct Files<'a> {
    sources: &'a dyn Sources,
    known: BTreeMap<FileId, Option<(Source<'a>, LineIndex)>>,
}

impl<'a> Files<'a> {
    fn place(&mut self, span: Span) -> Option<Place<'a>> {
        let sources = self.sources;
        let known = self.known.entry(span.file).or_insert_with(|| {
            sources.source(span.file).map(|source| (source, LineIndex::new(source.text.unwrap_or_default())))
        });
        let (source, index) = known.as_ref()?;
        let top = LineColumn { line: 1, column: 1 };
        // Of an empty text there is no line to show.
        let Some(text) = source.text.filter(|text| !text.is_empty()) else {
            return Some(Place { path: source.path, start: top, end: top, line: None });
        };
        let start = text.floor_char_boundary(span.range().start);
        let end = text.ceil_char_boundary(span.range().end).max(start);
        let bytes = index.line_around(text, start);
        // A span that begins in a line end is shown after the last character of its line.
        let first = start.min(bytes.end);
        let marked = first..end.clamp(first, bytes.end);
        Some(Place {
            path: source.path,
            start: index.place(text, start),
            end: index.place(text, end),
            line: Some(Line { text, bytes, marked }),
        })
    }
}
