//! Blocks that are too heavy for a page and can be divided nowhere. Knows that a page with one can be too heavy, and where it stands.

use std::io::Write as _;
use std::ops::Range;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::cut::{FIRST, NEXT, WHOLE};
use super::divide::{Piece, pieces};
use super::problems::Problems;
use super::source::Source;
use super::weight::Scale;
use super::{Chunk, Fragment};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;

/// The longest beginning of a line that is underlined.
const UNDERLINED: usize = 80;

/// Warns of each block in the text on `scale` that alone can make its page too heavy. The `seams` are the places in `source` of the
/// blocks before which it can be cut.
pub(super) fn check(scale: &Scale<'_>, source: &Source<'_>, seams: &[usize], problems: &mut Problems) {
    if scale.of(&(0..scale.end)) <= WHOLE {
        return;
    }
    let pieces = pieces(scale, 0..scale.end, FIRST);
    for (index, piece) in pieces.iter().enumerate() {
        // Facts and lists stand beside the first.
        let most = if index == 0 { FIRST } else { NEXT };
        if is_heavy(scale, piece, most) {
            let span = first_line(source, start(scale, piece.range.start, seams));
            problems.add(problem(scale, piece.range.clone(), span));
        }
    }
}

/// Whether the piece is heavier than `most`. What seems to be is packed: code in colours is full of the same few tags.
fn is_heavy(scale: &Scale<'_>, piece: &Piece, most: usize) -> bool {
    if piece.weight <= most {
        return false;
    }
    let chunks = scale.chunks.get(piece.range.clone()).unwrap_or_default();
    let html: Vec<&str> = chunks.iter().flat_map(|chunk| html(scale, chunk)).collect();
    let other = piece.weight.saturating_sub(html.iter().map(|html| html.len()).sum());
    packed(&html) + other * 3 / 4 > most * 3 / 4
}

/// The HTML in a chunk of a text, with that of a statement.
fn html<'a>(scale: &Scale<'a>, chunk: &'a Chunk) -> Vec<&'a str> {
    let of_words = |words: &'a Fragment| words.0.iter().filter_map(own_html).collect();
    match chunk {
        Chunk::Statement(index) => {
            let statement = scale.body.statements.get(*index as usize);
            statement.map(|statement| of_words(statement.words.unshown())).unwrap_or_default()
        }
        chunk => own_html(chunk).into_iter().collect(),
    }
}

fn own_html(chunk: &Chunk) -> Option<&str> {
    if let Chunk::Html(html) = chunk { Some(html) } else { None }
}

fn packed(html: &[&str]) -> usize {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    let written = html.iter().try_for_each(|html| packer.write_all(html.as_bytes()));
    written.and_then(|()| packer.finish()).map_or(0, |packed| packed.len())
}

/// Where the block begins that begins with chunk `at`.
fn start(scale: &Scale<'_>, at: usize, seams: &[usize]) -> usize {
    let before = scale.chunks.iter().take(at + 1).filter(|chunk| **chunk == Chunk::Break).count();
    before.checked_sub(1).and_then(|index| seams.get(index)).copied().unwrap_or_default()
}

/// The first line that holds something from byte `at` on: what was hidden may stand before it.
fn first_line(source: &Source<'_>, at: usize) -> Span {
    let text = source.after(at);
    let start = at + text.len() - text.trim_start().len();
    let line = source.after(start).lines().next().unwrap_or_default();
    let end = line.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(UNDERLINED).last().unwrap_or(0);
    source.span(start..start + end)
}

fn problem(scale: &Scale<'_>, range: Range<usize>, span: Span) -> Diagnostic {
    let chunks = scale.chunks.get(range).unwrap_or_default();
    let first = chunks.iter().find_map(own_html).unwrap_or_default();
    let (what, help) = if chunks.iter().any(|chunk| matches!(chunk, Chunk::Statement(_))) {
        ("statement", "write it as several statements, or shorten what it names and quotes")
    } else if first.starts_with("<pre") {
        ("block of code", "divide it into several blocks of code, or put it into a file and link to that")
    } else if first.starts_with("<p") {
        ("paragraph", "divide it with an empty line: a text goes on over pages between its paragraphs")
    } else {
        ("block", "divide it: a text goes on over pages between paragraphs, items and rows")
    };
    let message = format!("this {what} is so long that its page can be heavier than 30 KB");
    Diagnostic::new(Code::HeavyBlock, span, message).help(help)
}
