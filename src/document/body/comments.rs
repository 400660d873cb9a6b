//! Comments between two `%%`. Knows where they begin and end, and that nothing of them may be in any output.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::options;
use super::problems::Problems;
use super::source::Source;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

const MARK: &str = "%%";

/// `text`, which begins at byte `start` of `file`, without its comments.
///
/// The marks are paired in the order of the text, whatever stands around them, and what is between two is taken out.
/// Where code makes that doubtful, or a mark has no partner, it is taken out too and is an error.
pub(super) fn take_out<'a>(file: FileId, text: &'a str, start: usize, problems: &mut Problems) -> Source<'a> {
    let marks: Vec<usize> = text.match_indices(MARK).map(|(at, _)| at).collect();
    if marks.is_empty() {
        return Source::whole(file, text, start);
    }
    let code = code_ranges(text);
    let span = |at: usize| Span::new(file, start + at..start + at + MARK.len());
    let mut ranges = Vec::with_capacity(marks.len() / 2);
    for pair in marks.chunks(2) {
        let end = match pair {
            [_, end] => end + MARK.len(),
            _ => text.len(),
        };
        let open = pair.first().copied().unwrap_or_default();
        if let Some(at) = pair.iter().find(|at| is_in(&code, **at)) {
            problems.add(in_code(span(*at)));
        } else if pair.len() == 1 {
            problems.add(unclosed(span(open)));
        }
        ranges.push(with_its_line(text, open..end));
    }
    let source = Source::without(file, text, start, &ranges);
    if let Some(at) = source.text().find(MARK) {
        problems.add(unclosed(source.span(at..at + MARK.len())));
    }
    source
}

fn in_code(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::InvalidComment,
        span,
        "`%%` stands in code, so it is not clear what is comment and what is code",
    )
    .help("end the comment before the code begins; code itself cannot hold `%%`")
}

fn unclosed(span: Span) -> Diagnostic {
    Diagnostic::new(Code::InvalidComment, span, "a comment begins here and does not end")
        .help("write `%%` where it ends; for two percent signs that are to be read, write `\\%\\%`")
}

/// The code of `text`, in order.
fn code_ranges(text: &str) -> Vec<Range<usize>> {
    Parser::new_ext(text, options())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| range)
        .collect()
}

fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= at);
    next.checked_sub(1).and_then(|last| ranges.get(last)).is_some_and(|range| at < range.end)
}

/// A comment with the white space that would mean something to Markdown when the comment is gone: a whole line when
/// nothing else stands on it, the space after a comment at the start of a line, the space before one at its end.
fn with_its_line(text: &str, comment: Range<usize>) -> Range<usize> {
    let blank = |letter: char| letter == ' ' || letter == '\t';
    let before = text.get(..comment.start).unwrap_or_default();
    let after = text.get(comment.end..).unwrap_or_default();
    let trimmed_before = before.trim_end_matches(blank);
    let trimmed_after = after.trim_start_matches(blank);
    let begins_line = trimmed_before.is_empty() || trimmed_before.ends_with(['\n', '\r']);
    let ends_line = trimmed_after.is_empty() || trimmed_after.starts_with(['\n', '\r']);
    let end = comment.end + (after.len() - trimmed_after.len());
    match (begins_line, ends_line) {
        (true, true) => {
            let newline = ["\r\n", "\n", "\r"].into_iter().find(|newline| trimmed_after.starts_with(newline));
            trimmed_before.len()..end + newline.map_or(0, str::len)
        }
        (true, false) => comment.start..end,
        (false, true) => trimmed_before.len()..end,
        (false, false) => comment,
    }
}
