//! Markup that the parser left as text, because it is not whole. Knows what authors meant by it; it is never published silently.

use std::ops::Range;

use pulldown_cmark::Event;

use super::callout;
use super::inline::html_comment;
use super::source::Source;
use super::writer::Writer;
use crate::foundation::diagnostic::{Code, Diagnostic};

/// Reports a bracket at `range`, with what follows it, that begins a link, a footnote or a statement and does not end it.
pub(super) fn check(writer: &mut Writer<'_, '_>, text: &str, range: &Range<usize>, next: Option<(&Event<'_>, usize)>) {
    let source = writer.source;
    if !matches!(text, "[" | "![" | "<") || source.before(range.start).ends_with('\\') {
        return;
    }
    if text == "<" {
        if source.after(range.end).starts_with("!--") {
            writer.problems.add(html_comment(source.span(range.start..range.end + 3)));
        }
        return;
    }
    let problem = if begins_link(source, range, next) {
        if source.before(range.start).ends_with('[') {
            return;
        }
        unfinished_link(source, range)
    } else if let Some(label) = footnote(source, range) {
        Diagnostic::new(Code::InvalidFootnote, source.span(range.end - 1..label.end + 1), "this footnote has no text")
            .help(format!("write its text on a line of its own: `[{}]: …`", source.slice(label)))
    } else if writer.reported_marker != Some(range.end - 1) && callout::is_statement_marker(source, range.end - 1) {
        Diagnostic::new(
            Code::InvalidStatement,
            source.span(range.clone()),
            "a statement begins in the middle of other text",
        )
        .help("begin it with `> [!…]` on a line of its own, after an empty line")
    } else if source.before(range.start).ends_with('^') && text == "[" {
        Diagnostic::new(
            Code::UnsupportedSyntax,
            source.span(range.start - 1..range.end),
            "notes within a line are not read",
        )
        .help("write `[^1]` here, and `[^1]: …` on a line of its own")
    } else {
        return;
    };
    writer.problems.add(problem);
}

/// Whether another bracket follows that is text as well.
fn begins_link(source: &Source<'_>, range: &Range<usize>, next: Option<(&Event<'_>, usize)>) -> bool {
    source.after(range.end).starts_with('[')
        && next.is_some_and(|(event, start)| matches!(event, Event::Text(_)) && start == range.end)
}

fn unfinished_link(source: &Source<'_>, range: &Range<usize>) -> Diagnostic {
    let inner = source.after(range.end + 1);
    let span = source.span(range.start..range.end + 1);
    if inner.starts_with("]]") || inner.starts_with('|') {
        return Diagnostic::new(Code::InvalidLink, span, "the link names nothing")
            .help("write a name between the brackets: `[[name]]`");
    }
    Diagnostic::new(Code::InvalidLink, span, "a link begins here and does not end")
        .help("end it with `]]` on the same line; for brackets that are to be read, write `\\[\\[`")
}

/// The label of a footnote, with its `^`, when one begins at the bracket that ends at `range.end`.
fn footnote(source: &Source<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 100;
    let rest = source.after(range.end).strip_prefix('^')?;
    let length = rest.bytes().take(LONGEST).position(|byte| byte == b']' || byte.is_ascii_whitespace())?;
    let is_label = length > 0 && rest.as_bytes().get(length) == Some(&b']');
    is_label.then_some(range.end..range.end + 1 + length)
}
