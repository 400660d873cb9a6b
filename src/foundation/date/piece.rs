//! A part of a text that knows its place, and the two ways in which it can fail to be a date.

use std::ops::Range;

use super::error::DateError;

/// Why a text is no date.
pub(super) enum Fault {
    /// The form is right and what it says cannot be.
    Impossible(DateError),
    /// These bytes have no form of a date.
    Unreadable(Range<usize>),
}

/// A part of the text that knows in which byte it starts.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub start: usize,
}

impl<'a> Piece<'a> {
    /// The text without white space around it.
    pub fn new(text: &'a str, start: usize) -> Self {
        let trimmed = text.trim_start();
        Self { text: trimmed.trim_end(), start: start + text.len() - trimmed.len() }
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The parts between separators, white space around them left out.
    pub fn split(self, separator: &'static str) -> impl Iterator<Item = Piece<'a>> {
        self.split_strictly(separator).map(|piece| Self::new(piece.text, piece.start))
    }

    /// The parts between separators, as they are.
    pub fn split_strictly(self, separator: &'static str) -> impl Iterator<Item = Piece<'a>> {
        let mut next = self.start;
        self.text.split(separator).map(move |text| {
            let start = next;
            next += text.len() + separator.len();
            Piece { text, start }
        })
    }

    pub fn without_prefix(self, prefix: &str) -> Option<Self> {
        let rest = self.text.strip_prefix(prefix)?;
        Some(Self::new(rest, self.start + prefix.len()))
    }

    pub fn without_suffix(self, suffix: &str) -> Option<Self> {
        let rest = self.text.strip_suffix(suffix)?;
        Some(Self::new(rest, self.start))
    }

    pub fn impossible<T>(self, message: impl Into<String>, help: impl Into<String>) -> Result<T, Fault> {
        let error = DateError::new(self.range(), message, help);
        Err(Fault::Impossible(error))
    }

    pub fn unreadable<T>(self) -> Result<T, Fault> {
        Err(Fault::Unreadable(self.range()))
    }
}
