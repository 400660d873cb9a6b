//! The words of the interface that stand within a running text. Knows where a number goes in them, not what they say.

use std::collections::BTreeMap;

use crate::document::body::Label;
use crate::foundation::html::escape;

/// The words of the interface that stand within a running text, in the language of its page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct TextWords {
    /// The heading of the footnotes.
    pub notes: String,
    /// The mark of a footnote, for those who hear the page: "Note 2".
    pub note: Numbered,
    /// The same for a source: "Source 2".
    pub cited: Numbered,
    /// What leads back from a footnote.
    pub back: Numbered,
    /// The same where there are several ways back.
    pub back_again: Numbered,
    /// What a table is called that can be scrolled.
    pub table: String,
    /// The titles of callouts whose authors wrote none, by type.
    pub callouts: BTreeMap<&'static str, String>,
    /// The mark of a citation on a page that has no list with its number: "source".
    pub source: String,
}

/// Words with a number in them that is known later.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Numbered(pub String);

impl Numbered {
    /// Stands for the number: the object replacement character, which no message has.
    pub const NUMBER: &str = "\u{fffc}";
    /// Stands for which time it is: the interlinear annotation terminator.
    pub const TIME: &str = "\u{fffb}";

    /// The words with their numbers, escaped.
    #[must_use]
    pub fn html(&self, number: u32, time: u32) -> String {
        escape(&self.0).replace(Self::NUMBER, &number.to_string()).replace(Self::TIME, &time.to_string())
    }
}

impl TextWords {
    /// The words for `label`, escaped.
    pub(super) fn label(&self, label: Label) -> String {
        match label {
            Label::Table => escape(&self.table),
            Label::Callout(class) => self.callouts.get(class).map_or_else(String::new, |title| escape(title)),
        }
    }

    /// The words of a link back from footnote `number` to its mark `time`, escaped.
    pub(super) fn back_from(&self, number: u32, time: u32) -> String {
        if time > 1 { self.back_again.html(number, time) } else { self.back.html(number, time) }
    }
}
