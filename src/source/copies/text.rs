//! The text of a stored copy with the lines or pages on which it stands. Knows places, not formats.

/// What is counted in a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Lines of the file.
    Line,
    /// Pages.
    Page,
}

impl Unit {
    /// The word for one of them.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Page => "page",
        }
    }
}

/// The words of a stored copy, without what its format adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyText {
    text: String,
    /// Where lines or pages begin: the byte of the text, and the number from 1. Both grow.
    places: Vec<(usize, usize)>,
    /// What the numbers count.
    pub unit: Unit,
}

impl CopyText {
    /// No text yet.
    #[must_use]
    pub const fn new(unit: Unit) -> Self {
        Self { text: String::new(), places: Vec::new(), unit }
    }

    /// Text as it is.
    #[must_use]
    pub fn of_lines(text: &str) -> Self {
        let mut copy = Self::new(Unit::Line);
        copy.push_lines(1, text);
        copy
    }

    /// Adds `text`, which begins on line or page `number`.
    pub fn push(&mut self, number: usize, text: &str) {
        if self.places.last().is_none_or(|(_, last)| *last < number) {
            self.places.push((self.text.len(), number));
        }
        self.text.push_str(text);
    }

    /// Adds `text`, which begins on line `number` and goes on over its own line ends.
    pub fn push_lines(&mut self, number: usize, text: &str) {
        for (line, words) in (number..).zip(text.split_inclusive('\n')) {
            self.push(line, words);
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of the line or page on which byte `at` of the text stands.
    #[must_use]
    pub fn number(&self, at: usize) -> usize {
        let after = self.places.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).and_then(|last| self.places.get(last)).map_or(1, |(_, number)| *number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_editors_count_them() {
        let copy = CopyText::of_lines("one\r\ntwo\n\nfour");
        let number = |word: &str| copy.number(copy.as_str().find(word).unwrap());
        assert_eq!([number("one"), number("two"), number("four")], [1, 2, 4]);
        assert_eq!(copy.as_str(), "one\r\ntwo\n\nfour");
        assert_eq!(CopyText::new(Unit::Page).number(7), 1);
    }
}
