//! How large and how deep a body may be. Knows numbers; what is beyond them is refused before it costs time.

use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// The longest body, in bytes.
pub(super) const MOST_BYTES: usize = 4 * 1024 * 1024;
/// How deep lists, quotes and emphasis may stand in one another.
pub(super) const DEEPEST: usize = 64;
/// The most links and pictures of one body.
pub(super) const MOST_LINKS: usize = 20_000;
/// The most marks of quotes and lists at the beginning of one line. It is above [`DEEPEST`], because such a line can also be code.
const MOST_MARKS: usize = 1000;

/// What about the whole text is too much; `text` begins at byte `start` of `file`.
pub(super) fn check(file: FileId, text: &str, start: usize) -> Option<Diagnostic> {
    if text.len() > MOST_BYTES {
        let message = format!("the text is {} bytes long; at most {MOST_BYTES} are read", text.len());
        return Some(
            Diagnostic::new(Code::LimitExceeded, Span::new(file, start..start), message)
                .help("divide it into several documents"),
        );
    }
    let mut at = start;
    for line in text.split_inclusive('\n') {
        let marks = marks(line);
        if marks > MOST_MARKS {
            return Some(too_deep(Span::new(file, at..at + line.trim_end().len().min(80))));
        }
        at += line.len();
    }
    None
}

/// The problem of a body that is too deep at `span`.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::LimitExceeded,
        span,
        format!("more than {DEEPEST} quotes, lists or emphases stand in one another here"),
    )
    .help("write it with fewer levels")
}

/// The problem of a body with too many links, the first of which stands at `span`.
pub(super) fn too_many_links(span: Span) -> Diagnostic {
    Diagnostic::new(Code::LimitExceeded, span, format!("there are more than {MOST_LINKS} links in this document"))
        .help("divide it into several documents")
}

/// How many marks of quotes and lists a line begins with.
fn marks(line: &str) -> usize {
    let mut marks = 0;
    let mut bytes = line.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let is_list = matches!(byte, b'-' | b'+' | b'*' | b'.' | b')') && matches!(bytes.peek(), Some(b' ' | b'\t'));
        match byte {
            b'>' => marks += 1,
            _ if is_list => marks += 1,
            b' ' | b'\t' | b'0'..=b'9' => {}
            _ => break,
        }
    }
    marks
}
