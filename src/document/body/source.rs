//! The text that the Markdown parser reads: a body without its comments. Knows where each of its bytes stands in the author's file.

use std::borrow::Cow;
use std::ops::Range;

use crate::foundation::span::{FileId, Span};

/// A body without comments.
#[derive(Debug)]
pub(super) struct Source<'a> {
    file: FileId,
    text: Cow<'a, str>,
    start: usize,
    cuts: Vec<Cut>,
}

/// A place where something was taken out.
#[derive(Debug, Clone, Copy)]
struct Cut {
    /// The byte of the shorter text before which it stood.
    at: usize,
    /// How many bytes were taken out up to here.
    removed: usize,
}

impl<'a> Source<'a> {
    /// The whole of `text`, which begins at byte `start` of `file`.
    pub(super) const fn whole(file: FileId, text: &'a str, start: usize) -> Self {
        Self { file, text: Cow::Borrowed(text), start, cuts: Vec::new() }
    }

    /// `text` without the bytes in `ranges`, which are in order and do not overlap.
    pub(super) fn without(file: FileId, text: &'a str, start: usize, ranges: &[Range<usize>]) -> Self {
        let mut kept = String::with_capacity(text.len());
        let mut cuts = Vec::with_capacity(ranges.len());
        let mut from = 0;
        for range in ranges {
            kept.push_str(text.get(from..range.start).unwrap_or_default());
            from = range.end;
            cuts.push(Cut { at: kept.len(), removed: from - kept.len() });
        }
        kept.push_str(text.get(from..).unwrap_or_default());
        Self { file, text: Cow::Owned(kept), start, cuts }
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A part of the text; nothing where it has no such part.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The parts of `range` between which nothing was taken out.
    pub(super) fn parts(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let after = self.cuts.iter().skip(self.cuts.partition_point(|cut| cut.at <= range.start));
        let mut from = range.start;
        let mut parts = Vec::new();
        for cut in after.take_while(|cut| cut.at < range.end) {
            parts.push(from..cut.at);
            from = cut.at;
        }
        parts.push(from..range.end.max(from));
        parts
    }

    /// What follows byte `at`.
    pub(super) fn after(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// What stands before byte `at`.
    pub(super) fn before(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or_default()
    }

    /// Where a part of the text stands in the author's file.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.original(range.start, self.cuts.partition_point(|cut| cut.at <= range.start));
        let end = self.original(range.end, self.cuts.partition_point(|cut| cut.at < range.end));
        Span::new(self.file, start..end.max(start))
    }

    fn original(&self, at: usize, cuts_before: usize) -> usize {
        let removed = cuts_before.checked_sub(1).and_then(|last| self.cuts.get(last)).map_or(0, |cut| cut.removed);
        self.start + at + removed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_file() {
        let file = FileId::of_path("x.md");
        let text = "ab%%c%%de%%%%f";
        let source = Source::without(file, text, 100, &[2..7, 9..13]);
        assert_eq!(source.text(), "abdef");
        let found: Vec<_> =
            [0..2, 2..4, 4..5, 1..5, 2..2].into_iter().map(|range| source.span(range).range()).collect();
        assert_eq!(found, [100..102, 107..109, 113..114, 101..114, 107..107]);
    }
}
