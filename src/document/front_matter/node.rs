//! Front matter as a tree of values with their places. Knows shapes (text, list, group of keys), not keys.

use std::ops::Range;

use super::Text;
use crate::foundation::span::Span;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    /// The whole value, quotes and brackets included.
    pub(super) span: Span,
    /// What it is.
    pub(super) value: Value,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing stands after the colon or hyphen.
    Null,
    /// Text; numbers, dates and truth values are text as well.
    Scalar(Scalar),
    /// `[a, b]` or lines that begin with `-`.
    List(Vec<Node>),
    /// Keys with values, in the order of the file. A key stands once.
    Map(Vec<Entry>),
    /// A value that cannot be used; a diagnostic says why.
    Broken,
}

/// A text as it is meant: escapes and folded lines are resolved, nothing else is changed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scalar {
    /// The text.
    pub(super) text: String,
    /// Whether quotes or a block mark (`|`, `>`) say that it is text.
    pub(super) quoted: bool,
    /// Where the text stands, without quotes.
    pub(super) span: Span,
    /// Whether the bytes of the file at `span` are the text itself.
    pub(super) verbatim: bool,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// The key.
    pub(super) key: Text,
    /// The value.
    pub(super) node: Node,
}

impl Scalar {
    /// Where the bytes `range` of the text stand; the whole text where that cannot be said.
    pub(super) fn within(&self, range: Range<usize>) -> Span {
        let fits = range.start <= range.end && range.end <= self.text.len();
        if self.verbatim && fits { self.span.within(range) } else { self.span }
    }

    /// The text with its place.
    pub(super) fn to_text(&self) -> Text {
        Text::new(self.text.clone(), self.span)
    }
}

impl Node {
    /// Whether nothing is said: no value, or text without a visible letter.
    pub(super) fn is_blank(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Scalar(scalar) => scalar.text.trim().is_empty(),
            _ => false,
        }
    }

    /// The text between the brackets of a wikilink without quotes, `[[name]]`, which YAML reads as a list in a list,
    /// and where it stands in `source`, the text of the file.
    pub(super) fn unquoted_link<'a>(&self, source: &'a str) -> Option<(&'a str, Span)> {
        let Value::List(outer) = &self.value else { return None };
        let [Self { value: Value::List(_), .. }] = outer.as_slice() else { return None };
        let whole = source.get(self.span.range())?;
        let inner = whole.strip_prefix("[[")?.strip_suffix("]]")?;
        // `[[[a]]]` is a list that holds a link.
        (!inner.starts_with('[')).then(|| (inner, self.span.within(2..2 + inner.len())))
    }
}
