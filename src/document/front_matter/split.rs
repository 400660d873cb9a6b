//! Where front matter begins and ends in a file. Knows lines and their ends, not what stands between them.

use std::ops::Range;

use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// The two parts of a file, in bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The lines between the two `---`, with their line ends; empty where there is no front matter or no end to it.
    pub yaml: Range<usize>,
    /// The first byte below the closing line; the end of the text where that line is missing.
    pub body: usize,
}

const HOW_TO_BEGIN: &str =
    "begin the file with a line `---`, then keys such as `kind: page` and `title: ...`, then again a line `---`";

/// The largest front matter, in bytes.
const LARGEST: usize = 256 * 1024;

/// Finds the front matter: the first line is `---`, and the next line `---` ends it. Lines end as in
/// [`crate::foundation::span::LineIndex`].
pub fn split(file: FileId, text: &str) -> Checked<Parts> {
    let head = text.get(..text.floor_char_boundary(LARGEST)).unwrap_or(text);
    let mut rest = lines_with_next(head);
    let Some((first, start)) = rest.next().filter(|(first, _)| is_line(text, first, "---")) else {
        return Checked::new(Parts { yaml: 0..0, body: 0 }, vec![missing(file, text)]);
    };
    let error = |code, line, message: &str| Diagnostic::new(code, Span::new(file, line), message);
    // A line at the end of the head may go on behind it.
    for (line, next) in rest.filter(|(line, _)| line.end < head.len() || head.len() == text.len()) {
        let parts = Parts { yaml: start..line.start, body: next };
        if is_line(text, &line, "---") {
            return Checked::clean(parts);
        }
        if is_line(text, &line, "...") {
            let wrong =
                error(Code::InvalidYaml, line, "`...` does not end front matter here").help("write `---` in its place");
            return Checked::new(parts, vec![wrong]);
        }
    }
    let open = if head.len() < text.len() {
        error(Code::LimitExceeded, first, "the front matter that begins here does not end within 256 KB")
            .help("write `---` on a line of its own below the last key, and the text of the page below it")
    } else {
        error(Code::MissingFrontMatter, first, "the front matter that begins here does not end")
            .help("write `---` on a line of its own below the last key")
    };
    Checked::new(Parts { yaml: start..start, body: text.len() }, vec![open])
}

fn missing(file: FileId, text: &str) -> Diagnostic {
    let error = |range, message: &str| Diagnostic::new(Code::MissingFrontMatter, Span::new(file, range), message);
    if text.trim().is_empty() {
        return error(0..0, "the file is empty").help(HOW_TO_BEGIN);
    }
    let first = lines(text).find(|line| text.get(line.clone()).is_some_and(|line| !line.trim().is_empty()));
    let first = first.unwrap_or(0..0);
    let words = text.get(first.clone()).unwrap_or_default();
    match words.trim() {
        "---" if words.starts_with([' ', '\t']) => {
            error(first, "`---` does not stand at the beginning of its line").help("delete the spaces before it")
        }
        "---" => error(first, "front matter begins on the first line, and lines stand above this one")
            .help("delete the empty lines above `---`"),
        "+++" => error(first, "front matter between two `+++` (TOML) is not read here")
            .help("use `---` in place of both `+++`, and `key: value` in place of `key = value`"),
        _ => error(0..0, "the file has no front matter").help(HOW_TO_BEGIN),
    }
}

fn is_line(text: &str, line: &Range<usize>, mark: &str) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim_end_matches([' ', '\t']) == mark)
}

/// The lines of `text` without their ends; lines end at `\n`, `\r\n` or a lone `\r`.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    lines_with_next(text).map(|(line, _)| line)
}

/// The lines of `text` without their ends, each with the byte at which the next one begins.
fn lines_with_next(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let rest = text.get(from..)?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let end = from + length;
        let next = match rest.as_bytes().get(length..) {
            Some([b'\r', b'\n', ..]) => Some(end + 2),
            Some([_, ..]) => Some(end + 1),
            _ => None,
        };
        start = next;
        Some((from..end, next.unwrap_or(end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Result<(&str, &str), String> {
        let file = FileId::of_path("a.md");
        let checked = split(file, text);
        match checked.diagnostics.first() {
            None => Ok((&text[checked.value.yaml], &text[checked.value.body..])),
            Some(wrong) => Err(format!("{:?} {} / {}", &text[wrong.span.range()], wrong.message, wrong.help)),
        }
    }

    #[test]
    fn front_matter_stands_between_two_lines_of_three_hyphens() {
        assert_eq!(parts("---\ntitle: x\n---\nText"), Ok(("title: x\n", "Text")));
        assert_eq!(parts("---\r\ntitle: x\r\n---\r\nText"), Ok(("title: x\r\n", "Text")));
        assert_eq!(parts("---\rtitle: x\r---\rText"), Ok(("title: x\r", "Text")));
        assert_eq!(parts("--- \ntitle: --- \n --- \n---\t\n---\n"), Ok(("title: --- \n --- \n", "---\n")));
        assert_eq!(parts("---\n---"), Ok(("", "")));
        assert_eq!(parts("---\ntitle: x\u{2028}---\n---"), Ok(("title: x\u{2028}---\n", "")));
    }

    #[test]
    fn every_file_that_does_not_begin_so_is_told_how() {
        let empty = format!("\"\" the file is empty / {HOW_TO_BEGIN}");
        assert_eq!(parts(""), Err(empty.clone()));
        assert_eq!(parts(" \n"), Err(empty));
        assert_eq!(parts("Text"), Err(format!("\"\" the file has no front matter / {HOW_TO_BEGIN}")));
        assert_eq!(
            parts("---\ntitle: x\nText"),
            Err("\"---\" the front matter that begins here does not end / \
                 write `---` on a line of its own below the last key"
                .into())
        );
        assert_eq!(
            parts("\n---\ntitle: x\n---\n"),
            Err("\"---\" front matter begins on the first line, and lines stand above this one / \
                 delete the empty lines above `---`"
                .into())
        );
        assert_eq!(
            parts(" ---\ntitle: x\n---\n"),
            Err("\" ---\" `---` does not stand at the beginning of its line / delete the spaces before it".into())
        );
        assert_eq!(
            parts("+++\ntitle = 1\n+++\n"),
            Err("\"+++\" front matter between two `+++` (TOML) is not read here / \
                 use `---` in place of both `+++`, and `key: value` in place of `key = value`"
                .into())
        );
        assert_eq!(
            parts("---\ntitle: x\n...\n---\n"),
            Err("\"...\" `...` does not end front matter here / write `---` in its place".into())
        );
    }
}
