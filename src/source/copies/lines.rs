//! The numbers of lines of a file, for a reader that goes through it from beginning to end.

/// Counts line ends on the way through a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// The lines of `text`, which begins on line `first`.
    pub(super) const fn new(text: &'a str, first: usize) -> Self {
        Self { text, at: 0, line: first }
    }

    /// The number of the line on which `byte` stands. For a byte before one that was asked for, the number of that one.
    pub(super) fn at(&mut self, byte: usize) -> usize {
        let passed = self.text.as_bytes().get(self.at..byte).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count();
        self.at = self.at.max(byte);
        self.line
    }
}
