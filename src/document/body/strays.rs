//! Markup that the parser left as text, because it is not whole. Knows what authors meant by it; it is never published silently.

use std::ops::Range;

use pulldown_cmark::Event;

use super::callout;
use super::inline::html_comment;
use super::source::Source;
use super::writer::Writer;
use crate::document::citation::FORM;
use crate::foundation::diagnostic::{Code, Diagnostic};

/// Reports text at `range` that begins a link, a citation, a comment, a footnote or a statement and does not end it. `next` is the
/// event after it and where that begins.
pub(super) fn check(writer: &mut Writer<'_, '_>, text: &str, range: &Range<usize>, next: Option<(&Event<'_>, usize)>) {
    let source = writer.source;
    if source.before(range.start).ends_with('\\') {
        return;
    }
    let problem = match text {
        "<" if source.after(range.end).starts_with("!--") => {
            Some(html_comment(source.span(range.start..range.end + 3)))
        }
        "]" if source.after(range.end).starts_with('(') => Some(half_a_link(source, range)),
        "[" | "![" if source.after(range.end).starts_with('@') => Some(citation(source, range)),
        "[" | "![" if begins_link(source, range, next) => unfinished_link(source, range),
        "[" | "![" => footnote(source, range),
        _ => None,
    };
    let problem = problem.or_else(|| if text == "[" { statement(writer, range) } else { None });
    if let Some(problem) = problem {
        writer.problems.add(problem);
    }
}

/// Whether another bracket follows that is text as well.
fn begins_link(source: &Source<'_>, range: &Range<usize>, next: Option<(&Event<'_>, usize)>) -> bool {
    source.after(range.end).starts_with('[')
        && next.is_some_and(|(event, start)| matches!(event, Event::Text(_)) && start == range.end)
}

/// The first of the brackets that begin a wikilink; nothing for those that follow it.
fn unfinished_link(source: &Source<'_>, range: &Range<usize>) -> Option<Diagnostic> {
    if source.before(range.start).ends_with('[') {
        return None;
    }
    let inner = source.after(range.end + 1);
    let span = source.span(range.start..range.end + 1);
    let (message, help) = if inner.starts_with("]]") || inner.starts_with('|') {
        ("the link names nothing", "write a name between the brackets: `[[name]]`")
    } else {
        (
            "a link begins here and does not end",
            "end it with `]]` on the same line; for brackets that are to be read, write `\\[\\[`",
        )
    };
    Some(Diagnostic::new(Code::InvalidLink, span, message).help(help))
}

/// What begins like a citation and was not read as one.
fn citation(source: &Source<'_>, range: &Range<usize>) -> Diagnostic {
    let span = source.span(range.start..range.end + 1);
    Diagnostic::new(Code::InvalidCitation, span, "a citation begins here that is not whole").help(FORM)
}

fn half_a_link(source: &Source<'_>, range: &Range<usize>) -> Diagnostic {
    let span = source.span(range.start..range.end + 1);
    Diagnostic::new(Code::InvalidLink, span, "a link or picture ends here that has no whole beginning")
        .help("take links out of its words; for brackets that are to be read, write `\\](`")
}

/// A mark `[^label]` of a footnote that has no text, or a note within the line.
fn footnote(source: &Source<'_>, range: &Range<usize>) -> Option<Diagnostic> {
    const LONGEST: usize = 100;
    let bracket = range.end - 1;
    let Some(rest) = source.after(range.end).strip_prefix('^') else {
        return source.before(bracket).ends_with('^').then(|| {
            let span = source.span(bracket - 1..range.end);
            Diagnostic::new(Code::UnsupportedSyntax, span, "notes within a line are not read")
                .help("write `[^1]` here, and `[^1]: …` on a line of its own")
        });
    };
    let length = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b']' | b'\n' | b'\r'))?;
    if length == 0 || rest.as_bytes().get(length) != Some(&b']') {
        return None;
    }
    let label = range.end..range.end + 1 + length;
    let help = format!(
        "write its text on a line of its own: `[{}]: …`; for brackets that are to be read, write `\\[^`",
        source.slice(label.clone())
    );
    Some(
        Diagnostic::new(Code::InvalidFootnote, source.span(bracket..label.end + 1), "this footnote has no text")
            .help(help),
    )
}

/// The marker of a statement where no quote begins.
fn statement(writer: &mut Writer<'_, '_>, range: &Range<usize>) -> Option<Diagnostic> {
    if writer.reported_marker == Some(range.start) || !callout::is_statement_marker(writer.source, range.start) {
        return None;
    }
    writer.break_statement();
    let span = writer.source.span(range.clone());
    let message = "a statement begins in the middle of other text";
    let help = "begin it with `> [!…]` on a line of its own, after an empty line";
    Some(Diagnostic::new(Code::InvalidStatement, span, message).help(help))
}
