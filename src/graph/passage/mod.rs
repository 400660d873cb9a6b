//! Quotes in a text: whether a quote stands in it, and if not, what comes nearest. Knows white space and quotation marks, not who quotes whom.

mod nearest;
mod normal;
mod words;

use std::sync::OnceLock;

use memchr::memmem::Finder;

pub use nearest::Nearest;

use crate::source::copies::CopyText;
use normal::{joins, normal};
use words::Words;

/// A text in which quotes are looked for.
#[derive(Debug)]
pub struct Passages {
    copy: CopyText,
    /// The text with white space and quotation marks made equal.
    normal: String,
    /// Its words, once something was not found.
    words: OnceLock<Words>,
}

/// The parts of a quote, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    written: String,
    normal: String,
}

/// What stands for words that are left out. The longer of two that begin alike comes first.
const GAPS: [&str; 6] = ["[...]", "[…]", "(...)", "(…)", "...", "…"];

impl Quote {
    /// Reads a quote. `[…]`, `(…)`, `…` and the same with three dots stand for words that are left out; the marks around
    /// the whole are the author's, and need not be in the source.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut parts = vec![text];
        for gap in GAPS {
            parts = parts.into_iter().flat_map(|part| part.split(gap)).collect();
        }
        let part = |written: &str| {
            // What is left of `[ … ]` with spaces in it.
            let written = written.trim_start_matches([' ', ']', ')']).trim_end_matches([' ', '[', '(']);
            let normal = normal(written).trim_matches(['"', ' ']).to_owned();
            Part { written: written.to_owned(), normal }
        };
        let has_words = |part: &Part| part.normal.chars().any(char::is_alphanumeric);
        Self(parts.into_iter().map(part).filter(has_words).collect())
    }
}

impl Passages {
    /// Makes `copy` ready.
    #[must_use]
    pub fn new(copy: CopyText) -> Self {
        Self { normal: normal(copy.as_str()), copy, words: OnceLock::new() }
    }

    /// Whether the parts of `quote` stand in the text, whole words and in their order. Nothing when they do.
    ///
    /// # Errors
    /// What comes nearest to the first part that is not there; nothing when nothing comes near.
    pub fn find(&self, quote: &Quote) -> Result<(), Option<Nearest>> {
        let mut from = 0;
        for part in &quote.0 {
            match self.find_part(&part.normal, from) {
                Some(end) => from = end,
                None => return Err(self.nearest(&part.written)),
            }
        }
        Ok(())
    }

    fn nearest(&self, part: &str) -> Option<Nearest> {
        let words = self.words.get_or_init(|| Words::of(self.copy.as_str()));
        nearest::nearest(part, &self.copy, words)
    }

    /// The end of the first place from `from` on at which `part` stands and begins and ends no other word.
    fn find_part(&self, part: &str, from: usize) -> Option<usize> {
        let finder = Finder::new(part);
        let mut from = from;
        loop {
            let at = from + finder.find(self.normal.as_bytes().get(from..)?)?;
            let end = at + part.len();
            if self.is_between_words(at) && self.is_between_words(end) {
                return Some(end);
            }
            from = at + self.normal.get(at..)?.chars().next()?.len_utf8();
        }
    }

    fn is_between_words(&self, at: usize) -> bool {
        let Some((before, after)) = self.normal.split_at_checked(at) else { return false };
        match (before.chars().next_back(), after.chars().next()) {
            (Some(before), Some(after)) => !joins(before, after),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests;
