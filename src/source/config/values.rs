//! Values of TOML with their places, as the types that the configuration wants. Knows shapes, not keys.

use std::ops::Range;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{self, FileId, Span};

/// A key and its value.
pub type Entry<'a, 'i> = (&'a Spanned<std::borrow::Cow<'i, str>>, &'a Spanned<DeValue<'i>>);

/// What is wrong with one file of configuration, collected.
#[derive(Debug)]
pub struct Problems {
    file: FileId,
    /// In the order in which they were found.
    pub found: Vec<Diagnostic>,
}

impl Problems {
    /// Nothing wrong with `file` so far.
    pub const fn new(file: FileId) -> Self {
        Self { file, found: Vec::new() }
    }

    /// `value` as written at `range`.
    pub fn spanned<T>(&self, value: T, range: Range<usize>) -> span::Spanned<T> {
        span::Spanned::new(value, Span::new(self.file, range))
    }

    /// Adds one at `range`.
    pub fn add(&mut self, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let span = Span::new(self.file, range);
        self.found.push(Diagnostic::new(Code::InvalidConfig, span, message).help(help));
    }

    /// The text of `entry`, trimmed; nothing, and a problem, when it is none or is empty.
    pub fn text<'a>(&mut self, (key, value): Entry<'a, '_>) -> Option<&'a str> {
        let name = key.get_ref();
        let Some(text) = value.get_ref().as_str() else {
            let message = format!("`{name}` is {}, and text is expected", kind(value.get_ref()));
            self.add(value.span(), message, format!("write: {name} = \"…\""));
            return None;
        };
        if text.trim().is_empty() {
            self.add(value.span(), format!("`{name}` is empty"), "write something, or take the line out");
            return None;
        }
        Some(text.trim())
    }

    /// The entries of the table `entry`, in the order of the file; none, and a problem, when it is no table.
    pub fn table<'a, 'i>(&mut self, (key, value): Entry<'a, 'i>) -> Vec<Entry<'a, 'i>> {
        if let Some(table) = value.get_ref().as_table() {
            return in_order(table);
        }
        let name = key.get_ref();
        let message = format!("`{name}` is {}, and a table is expected", kind(value.get_ref()));
        self.add(value.span(), message, format!("write a line with [{name}], and its keys below it"));
        Vec::new()
    }

    /// `entries` as JSON. What JSON cannot hold is a problem and is left out.
    pub fn json_object(&mut self, entries: &[Entry<'_, '_>]) -> Map<String, Value> {
        entries.iter().filter_map(|(key, value)| Some((key.get_ref().to_string(), self.json(value)?))).collect()
    }

    fn json(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Value> {
        let number = match value.get_ref() {
            DeValue::String(text) => return Some(Value::from(text.as_ref())),
            DeValue::Boolean(yes) => return Some(Value::from(*yes)),
            DeValue::Datetime(date) => return Some(Value::from(date.to_string())),
            DeValue::Array(items) => return Some(items.iter().filter_map(|item| self.json(item)).collect()),
            DeValue::Table(table) => return Some(Value::Object(self.json_object(&in_order(table)))),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(Value::from),
            DeValue::Float(number) => {
                number.as_str().parse().ok().and_then(serde_json::Number::from_f64).map(Value::from)
            }
        };
        if number.is_none() {
            self.add(value.span(), "this number cannot be used", "write it in quotes, as text, or as a smaller number");
        }
        number
    }
}

/// The entries of `table` in the order of the file.
#[must_use]
pub fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Entry<'a, 'i>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
