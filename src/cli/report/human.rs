//! Diagnostics for people: a first line that editors make clickable, the line of text with the words underlined, and what to do.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::{AnsiColor, Style};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::one_line;
use super::place::{Line, Located, Place};
use crate::foundation::diagnostic::Severity;

/// The widest line of a snippet, in columns.
const WIDTH: usize = 120;
/// How many bytes of a line are shown before the marked words and from their start on. More than [`WIDTH`], so that the renderer marks the cut.
const BEFORE: usize = 400;
const AFTER: usize = 800;
/// The farthest that labels of one file stand apart in one snippet, in lines and in bytes.
const NEAR_LINES: usize = 12;
const NEAR_BYTES: usize = 2_000;

const BOLD: Style = Style::new().bold();
const HELP: Style = AnsiColor::BrightCyan.on_default().bold();

/// One diagnostic and an empty line.
pub fn write(out: &mut dyn Write, located: &Located<'_>) -> io::Result<()> {
    let diagnostic = located.diagnostic;
    if let Some(place) = &located.place {
        write!(out, "{}:{}:{}: ", one_line(place.path), place.start.line, place.start.column)?;
    }
    let (style, level) = look(diagnostic.severity());
    write!(out, "{style}{}[{}]{style:#}", diagnostic.severity().name(), diagnostic.code.name())?;
    writeln!(out, "{BOLD}: {}{BOLD:#}", one_line(&diagnostic.message))?;
    let excerpts = excerpts(located);
    if !excerpts.is_empty() {
        let group = Group::with_level(level).elements(excerpts.iter().map(Excerpt::snippet));
        writeln!(out, "{}", Renderer::styled().term_width(WIDTH).render(&[group]))?;
    }
    for (place, text) in located.labels.iter().filter(|(place, _)| place.line.is_none()) {
        writeln!(out, "{HELP}note{HELP:#}: {}: {}", one_line(place.path), one_line(text))?;
    }
    if let Some(page) = &diagnostic.page {
        writeln!(out, "{HELP}note{HELP:#}: while making {}", one_line(page))?;
    }
    for (number, line) in diagnostic.help.lines().enumerate() {
        if number == 0 {
            writeln!(out, "{HELP}help{HELP:#}: {}", one_line(line))?;
        } else {
            writeln!(out, "      {}", one_line(line))?;
        }
    }
    writeln!(out)
}

/// `error: text`, which may have several lines.
pub fn write_plain(out: &mut dyn Write, severity: Severity, text: &str) -> io::Result<()> {
    let (style, _) = look(severity);
    write!(out, "{style}{}{style:#}: ", severity.name())?;
    text.lines().try_for_each(|line| writeln!(out, "{}", one_line(line)))
}

fn look(severity: Severity) -> (Style, Level<'static>) {
    match severity {
        Severity::Error => (AnsiColor::BrightRed.on_default().bold(), Level::ERROR),
        Severity::Warning => (AnsiColor::Yellow.on_default().bold(), Level::WARNING),
        Severity::Suggestion => (AnsiColor::BrightCyan.on_default().bold(), Level::HELP),
    }
}

/// Some neighbouring lines of one file with the words that are marked in them.
struct Excerpt<'a> {
    /// Named above the lines when it is not the file of the first line.
    path: Option<&'a str>,
    text: String,
    first_line: usize,
    marks: Vec<Mark<'a>>,
}

struct Mark<'a> {
    kind: AnnotationKind,
    /// Bytes of the excerpt's text.
    range: Range<usize>,
    label: Option<&'a str>,
}

impl Excerpt<'_> {
    fn snippet(&self) -> Snippet<'_, Annotation<'_>> {
        let marks = self.marks.iter().map(|mark| mark.kind.span(mark.range.clone()).label(mark.label));
        let snippet = Snippet::source(self.text.as_str()).line_start(self.first_line).annotations(marks);
        match self.path {
            Some(path) => snippet.path(path),
            None => snippet,
        }
    }
}

/// The primary place first, with the labels that are near it; then each label that is elsewhere.
fn excerpts<'a>(located: &Located<'a>) -> Vec<Excerpt<'a>> {
    let mut all = Vec::new();
    let primary = located.place.as_ref().and_then(|place| Some((place, place.line.as_ref()?)));
    let (near, far): (Vec<_>, Vec<_>) = located
        .labels
        .iter()
        .filter_map(|(place, text)| Some((place, place.line.as_ref()?, *text)))
        .partition(|(place, line, _)| primary.is_some_and(|(own, own_line)| is_near(own, own_line, place, line)));
    if let Some((place, line)) = primary {
        let labels: Vec<_> = near.iter().map(|(place, line, text)| (*place, *line, *text)).collect();
        all.push(if labels.is_empty() { single(place, line, None) } else { joined(place, line, &labels) });
    }
    for (place, line, text) in far {
        all.push(Excerpt { path: Some(place.path), ..single(place, line, Some(text)) });
    }
    all
}

fn is_near(own: &Place<'_>, own_line: &Line<'_>, other: &Place<'_>, line: &Line<'_>) -> bool {
    let from = own_line.bytes.start.min(line.bytes.start);
    let to = own_line.bytes.end.max(line.bytes.end);
    own.path == other.path && own.start.line.abs_diff(other.start.line) <= NEAR_LINES && to - from <= NEAR_BYTES
}

/// One line, cut around the marked words when it is long.
fn single<'a>(place: &Place<'a>, line: &Line<'a>, label: Option<&'a str>) -> Excerpt<'a> {
    let from = line.text.floor_char_boundary(line.marked.start.saturating_sub(BEFORE)).max(line.bytes.start);
    let to = line.text.ceil_char_boundary(line.marked.start.saturating_add(AFTER)).min(line.bytes.end);
    let range = line.marked.start - from..line.marked.end.min(to) - from;
    let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
    Excerpt {
        path: None,
        text: line.text.get(from..to).unwrap_or_default().to_owned(),
        first_line: place.start.line,
        marks: vec![Mark { kind, range, label }],
    }
}

/// All lines from the first to the last marked one.
fn joined<'a>(own: &Place<'a>, own_line: &Line<'a>, labels: &[(&Place<'a>, &Line<'a>, &'a str)]) -> Excerpt<'a> {
    let lines = || labels.iter().map(|(_, line, _)| *line).chain([own_line]);
    let from = lines().map(|line| line.bytes.start).min().unwrap_or(own_line.bytes.start);
    let to = lines().map(|line| line.bytes.end).max().unwrap_or(own_line.bytes.end);
    let first_line = labels.iter().map(|(place, ..)| place.start.line).fold(own.start.line, usize::min);
    let mark =
        |kind, line: &Line<'_>, label| Mark { kind, range: line.marked.start - from..line.marked.end - from, label };
    let mut marks = vec![mark(AnnotationKind::Primary, own_line, None)];
    marks.extend(labels.iter().map(|(_, line, text)| mark(AnnotationKind::Context, line, Some(*text))));
    Excerpt { path: None, text: with_line_feeds(own_line.text.get(from..to).unwrap_or_default()), first_line, marks }
}

/// A lone `\r` ends a line here but not for the renderer; the replacement has the same length, so that ranges stay.
fn with_line_feeds(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(if letter == '\r' && letters.peek() != Some(&'\n') { '\n' } else { letter });
    }
    out
}
