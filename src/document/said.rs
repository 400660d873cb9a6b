//! The words of a statement. Knows that nobody gets them without saying who said them and with what standing.

use super::statement::Status;

/// A text of a statement: its words, its first paragraph, a quote. What shows it must name its [`Attribution`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Said<T>(T);

/// Who said something and with what standing, worked out for those who will read it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Attribution {
    /// The speaker, as readers may know them; nothing where the source attributes it to nobody.
    pub speaker: Option<String>,
    /// The standing.
    pub status: Status,
}

impl<T> Said<T> {
    /// A text of a statement.
    pub const fn new(text: T) -> Self {
        Self(text)
    }

    /// The text, to be shown together with `_attribution`: in the statement's card, its row, its record, its short form.
    pub const fn with(&self, _attribution: &Attribution) -> &T {
        &self.0
    }

    /// The text, to be compared or hashed. No output may be made of it; a test holds that.
    pub const fn unshown(&self) -> &T {
        &self.0
    }
}
