//! Where in the author's text something stands. Knows bytes of one file; lines and columns are made from them by [`LineIndex`].

use std::hash::{Hash, Hasher};
use std::ops::Range;

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

/// A file, named by the hash of its path below the root, so that it is the same in every build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u64);

impl FileId {
    /// The id of the file at `path`, a path below the root with `/` between its parts.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        Self(xxh3_64(path.as_bytes()))
    }
}

/// A range of bytes in one file's decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file the bytes belong to.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last one; `start` for a place between two characters.
    pub end: u32,
}

impl Span {
    /// The bytes `range` of `file`. A file is at most 4 GiB long; larger offsets stand at that limit.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The very beginning of `file`: the place of what is missing from the whole file.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The bytes as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of this span that `inner` names, in bytes counted from the span's start.
    #[must_use]
    pub fn within(self, inner: Range<usize>) -> Self {
        let start = self.start as usize;
        Self::new(self.file, start + inner.start..start + inner.end)
    }
}

/// A value and the place where the author wrote it. Two values are equal wherever they stand.
#[derive(Debug, Clone, Copy)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value` as written at `span`.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: convert(self.value), span: self.span }
    }

    /// The same place with a borrowed value.
    pub const fn as_ref(&self) -> Spanned<&T> {
        Spanned { value: &self.value, span: self.span }
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: Hash> Hash for Spanned<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// A place as people count it: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// The line starts of one text. Lines end at `\n`, `\r\n` or a lone `\r`, as in the editors that authors use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// How many characters begin before each block of [`BLOCK`] bytes, so that a place in a very long line is found as fast as in a short one.
    characters: Vec<usize>,
}

/// The bytes between two counts of characters.
const BLOCK: usize = 4_096;

impl LineIndex {
    /// The lines of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(at + 1);
            }
        }
        let mut characters = vec![0];
        for block in bytes.chunks(BLOCK) {
            characters.push(characters.last().unwrap_or(&0) + character_starts(block));
        }
        Self { starts, characters }
    }

    /// The place of byte `offset` in `text`, the text that this index was made from.
    #[must_use]
    pub fn place(&self, text: &str, offset: usize) -> LineColumn {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= offset).max(1) - 1;
        let start = self.starts.get(line).copied().unwrap_or(0);
        let before = self.characters_before(text, offset).saturating_sub(self.characters_before(text, start));
        LineColumn { line: line + 1, column: before + 1 }
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.characters.get(block).copied().unwrap_or(0) + character_starts(rest)
    }

    /// The bytes of the line that holds byte `offset`, without its line end. `text` is the text that this index was made from.
    #[must_use]
    pub fn line_around(&self, text: &str, offset: usize) -> Range<usize> {
        let line = self.starts.partition_point(|start| *start <= offset.min(text.len())).max(1) - 1;
        let start = self.starts.get(line).copied().unwrap_or(0);
        let next = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let end = text.get(start..next).map_or(start, |whole| start + whole.trim_end_matches(['\r', '\n']).len());
        start..end
    }
}

/// Every byte begins a character but those that UTF-8 marks as continuing one.
fn character_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_a_long_line_are_counted_in_characters() {
        let text = format!("x\n{}y", "ö".repeat(10_000));
        let index = LineIndex::new(&text);
        for at in [0, 1, 2_047, 2_048, 4_096, 9_999, 10_000] {
            assert_eq!(index.place(&text, 2 + at * 2), LineColumn { line: 2, column: at + 1 });
        }
    }

    #[test]
    fn lines_end_as_in_an_editor() {
        let text = "a\r\nb\rc\nİd";
        let index = LineIndex::new(text);
        let places: Vec<_> = ["a", "b", "c", "İ", "d"]
            .iter()
            .map(|letter| index.place(text, text.find(letter).unwrap()))
            .map(|place| (place.line, place.column))
            .collect();
        assert_eq!(places, [(1, 1), (2, 1), (3, 1), (4, 1), (4, 2)]);
    }

    #[test]
    fn a_line_is_given_without_its_end() {
        let text = "a\r\nbc\r\rd";
        let index = LineIndex::new(text);
        let line = |offset| text.get(index.line_around(text, offset)).unwrap();
        assert_eq!([line(0), line(1), line(4), line(6), line(7), line(99)], ["a", "a", "bc", "", "d", "d"]);
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let index = LineIndex::new("ab");
        assert_eq!(index.place("ab", 99), LineColumn { line: 1, column: 3 });
    }
}
