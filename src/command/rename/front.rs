//! Values in front matter that a renaming changes: title, id, and the earlier addresses. Knows quotes, lists and line ends of YAML.

use std::ops::Range;

use super::links::Edits;
use crate::command::new::yaml_text;
use crate::document::Document;
use crate::document::front_matter::yaml_range;
use crate::foundation::route::Route;
use crate::foundation::span::Span;

/// Adds the edit that puts `new` in the place of the value `old` at `span`. False when it is written in a way that a person has
/// to change.
pub(super) fn value(text: &str, span: Span, old: &str, new: &str, edits: &mut Edits) -> bool {
    let (quote, range) = Quote::around(text, span.range());
    let is_read = text.get(range.clone()).is_some_and(|written| quote.read(written).as_deref() == Some(old));
    if is_read {
        let written = if quote == Quote::None { yaml_text(new) } else { quote.write(new) };
        edits.insert(range.start, (range, written));
    }
    is_read
}

/// What stands around a text in front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    Double,
    Single,
    None,
}

impl Quote {
    /// The quote before the byte `at`.
    pub(super) fn before(text: &str, at: usize) -> Self {
        match text.get(..at).and_then(|before| before.chars().next_back()) {
            Some('"') => Self::Double,
            Some('\'') => Self::Single,
            _ => Self::None,
        }
    }

    /// The quotes around the value at `range`, and what stands between them; a value in which something is escaped has its quotes
    /// in its place.
    pub(super) fn around(text: &str, range: Range<usize>) -> (Self, Range<usize>) {
        let value = text.get(range.clone()).unwrap_or_default();
        let own = Self::before(value, 1);
        let is_whole = value.len() >= 2 && own != Self::None && value.ends_with(['"', '\'']);
        match Self::before(text, range.start) {
            Self::None if is_whole => (own, range.start + 1..range.end - 1),
            quote => (quote, range),
        }
    }

    /// The text that is written so between the quotes; nothing where that is not known here.
    pub(super) fn read(self, written: &str) -> Option<String> {
        match self {
            Self::Double => serde_json::from_str(&format!("\"{written}\"")).ok(),
            Self::Single => Some(written.replace("''", "'")),
            Self::None => Some(written.to_owned()),
        }
    }

    /// `text` as it is written between the quotes.
    pub(super) fn write(self, text: &str) -> String {
        match self {
            Self::Double => in_double_quotes(text),
            Self::Single => text.replace('\'', "''"),
            Self::None => text.to_owned(),
        }
    }
}

/// `text` between double quotes.
fn in_double_quotes(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default().to_owned()
}

/// Adds the edit by which `old` becomes an earlier address of the page that is now at `new`.
pub(super) fn redirect(document: &Document, text: &str, old: &Route, new: &Route, edits: &mut Edits) {
    let earlier = &document.common.redirect_from;
    let address = old.to_string();
    // The page goes back to where it was: that address is no longer an earlier one.
    if let Some(back) = earlier.iter().find(|route| route.value == *new) {
        let range = back.span.range();
        edits.insert(range.start, (range, address));
        return;
    }
    match (earlier.first(), earlier.last()) {
        (Some(first), Some(last)) => {
            let (first, last) = (with_quotes(text, first.span.range()), with_quotes(text, last.span.range()));
            in_list(text, first, &last, &address, edits);
        }
        _ => new_key(text, &address, edits),
    }
}

fn insert(edits: &mut Edits, at: usize, new: String) {
    edits.insert(at, (at..at, new));
}

/// The place of a value with the quotes around it.
fn with_quotes(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    if matches!(before, Some('"' | '\'')) { range.start - 1..range.end + 1 } else { range }
}

/// Adds an address to those that are written: in brackets, line by line, or alone.
fn in_list(text: &str, first: Range<usize>, last: &Range<usize>, address: &str, edits: &mut Edits) {
    let before = text.get(..first.start).unwrap_or_default();
    let key = before.rfind("redirect_from").unwrap_or(0);
    let between = before.get(key..).unwrap_or_default();
    if between.contains('[') {
        return insert(edits, last.end, format!(", {address}"));
    }
    if !between.contains(['\n', '\r']) {
        insert(edits, first.start, "[".to_owned());
        return insert(edits, first.end, format!(", {address}]"));
    }
    let line = text.get(..last.start).unwrap_or_default();
    let start = line.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let prefix = line.get(start..).unwrap_or_default();
    let rest = text.get(last.end..).unwrap_or_default();
    let end = last.end + rest.find(['\n', '\r']).unwrap_or(rest.len());
    insert(edits, end, format!("{}{prefix}{address}", line_end(text)));
}

fn new_key(text: &str, address: &str, edits: &mut Edits) {
    let yaml = yaml_range(text);
    let inner = text.get(yaml.clone()).unwrap_or_default();
    match inner.rfind('}') {
        Some(brace) if inner.trim_start().starts_with('{') => {
            let end = inner.get(..brace).unwrap_or_default().trim_end().len();
            insert(edits, yaml.start + end, format!(", \"redirect_from\": \"{address}\""));
        }
        _ => insert(edits, yaml.end, format!("redirect_from: {address}{}", line_end(text))),
    }
}

/// How the lines of `text` end.
fn line_end(text: &str) -> &'static str {
    match text.find(['\n', '\r']).and_then(|at| text.get(at..)) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}
