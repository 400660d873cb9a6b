//! Diagnostics as the preview draws them over a page. Knows how much of a line is shown; drawing is done by a script in the browser.

use super::place::{Line, Place};
use super::{Report, message_with_page, one_line};
use crate::command::serve::{Excerpt, Note, Place as Shown, Problem, Problems};
use crate::foundation::diagnostic::Severity;

/// How many bytes of a line are shown before the marked words, of these words, and after them.
const BEFORE: usize = 160;
const MARKED: usize = 240;
const AFTER: usize = 160;

/// All errors and warnings of `report`. `link` gives the address that opens a file at a line and column.
#[must_use]
pub fn problems(report: &Report<'_>, link: impl Fn(&str, usize, usize) -> Option<String>) -> Problems {
    let counts = report.counts();
    let shown = |place: &Place<'_>| Shown {
        path: one_line(place.path),
        line: place.start.line,
        column: place.start.column,
        excerpt: place.line.as_ref().map(excerpt),
        link: link(place.path, place.start.line, place.start.column),
    };
    let mut list: Vec<Problem> = report
        .0
        .iter()
        .filter(|located| located.diagnostic.severity() != Severity::Suggestion)
        .map(|located| Problem {
            severity: located.diagnostic.severity().name(),
            code: Some(located.diagnostic.code.name()),
            message: one_line(&message_with_page(located.diagnostic)),
            place: located.place.as_ref().map(shown),
            notes: located
                .labels
                .iter()
                .map(|(place, text)| Note { text: one_line(text), place: shown(place) })
                .collect(),
            help: located.diagnostic.help.lines().map(one_line).collect::<Vec<_>>().join("\n"),
        })
        .collect();
    // The order within errors and within warnings stays that of the report.
    list.sort_by_key(|problem| problem.severity == Severity::Warning.name());
    Problems { errors: counts.errors, warnings: counts.warnings, list }
}

/// The line, cut around the marked words when it is long. What cannot be seen is spelt out.
fn excerpt(line: &Line<'_>) -> Excerpt {
    let Line { text, bytes, marked } = line;
    let from = text.ceil_char_boundary(marked.start.saturating_sub(BEFORE)).clamp(bytes.start, marked.start);
    let end = text.floor_char_boundary(marked.start.saturating_add(MARKED)).min(marked.end);
    let to = text.floor_char_boundary(end.saturating_add(AFTER)).clamp(end, bytes.end);
    let part = |range: std::ops::Range<usize>| one_line(text.get(range).unwrap_or_default());
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    Excerpt {
        before: format!("{}{}", dots(from > bytes.start), part(from..marked.start)),
        marked: part(marked.start..end),
        after: format!("{}{}", part(end..to), dots(to < bytes.end)),
    }
}
