//! `extra`, the site's own fields. Knows how YAML values become the JSON values that templates read.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value as Json};

use super::node::{Entry, Node, Scalar, Value};
use super::reader::Reader;
use crate::foundation::diagnostic::Code;

impl Reader<'_> {
    /// A group of keys with values of any shape.
    pub(super) fn extra(&mut self, entry: &Entry) -> BTreeMap<String, Json> {
        match &entry.node.value {
            Value::Map(entries) => entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.node))).collect(),
            Value::Null | Value::Broken => BTreeMap::new(),
            Value::Scalar(_) | Value::List(_) => {
                let message = format!("`{}` is a group of the site's own keys", entry.key.value);
                self.report(
                    Code::InvalidValue,
                    entry.node.span,
                    message,
                    "write each key with its value on an indented line below",
                );
                BTreeMap::new()
            }
        }
    }
}

fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null | Value::Broken => Json::Null,
        Value::Scalar(scalar) => typed(scalar),
        Value::List(items) => Json::Array(items.iter().map(json).collect()),
        Value::Map(entries) => Json::Object(
            entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.node))).collect::<Map<_, _>>(),
        ),
    }
}

/// The value of a scalar. Source: YAML 1.2.2, section 10.3.2, core schema. Numbers that would lose digits stay text:
/// those with leading zeros, those too large for 64 bits, infinity and not-a-number.
fn typed(scalar: &Scalar) -> Json {
    let text = scalar.text.as_str();
    match text {
        _ if scalar.quoted => Json::String(text.to_owned()),
        "null" | "Null" | "NULL" | "~" => Json::Null,
        "true" | "True" | "TRUE" => Json::Bool(true),
        "false" | "False" | "FALSE" => Json::Bool(false),
        _ => number(text).map_or_else(|| Json::String(text.to_owned()), Json::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    if let Some(digits) = text.strip_prefix("0x") {
        return u64::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+')).map(Number::from);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return u64::from_str_radix(digits, 8).ok().filter(|_| !digits.starts_with('+')).map(Number::from);
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let whole = digits.split(['.', 'e', 'E']).next().unwrap_or_default();
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    let has_digit = digits.split(['e', 'E']).next().unwrap_or_default().bytes().any(|byte| byte.is_ascii_digit());
    let is_decimal = digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'-' | b'+'));
    let begins_as_number = digits.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.');
    if !begins_as_number || has_leading_zero || !has_digit || !is_decimal {
        return None;
    }
    let unsigned = text.strip_prefix('+').unwrap_or(text);
    if whole.len() == digits.len() {
        return unsigned.parse::<i64>().map(Number::from).or_else(|_| unsigned.parse::<u64>().map(Number::from)).ok();
    }
    unsigned.parse().ok().and_then(Number::from_f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::span::{FileId, Span};

    fn plain(text: &str) -> String {
        let span = Span::start_of(FileId::of_path("a.md"));
        typed(&Scalar { text: text.into(), quoted: false, span, verbatim: true }).to_string()
    }

    #[test]
    fn plain_words_are_typed_as_in_the_core_schema_and_no_digit_is_lost() {
        for (text, json) in [
            ("12", "12"),
            ("-7", "-7"),
            ("+7", "7"),
            ("0", "0"),
            ("18446744073709551615", "18446744073709551615"),
            ("18446744073709551616", "\"18446744073709551616\""),
            ("1.5", "1.5"),
            (".5", "0.5"),
            ("1e3", "1000.0"),
            ("-1.5E-3", "-0.0015"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("012", "\"012\""),
            ("00.5", "\"00.5\""),
            ("1e999", "\"1e999\""),
            (".inf", "\".inf\""),
            ("1_000", "\"1_000\""),
            ("0x+1", "\"0x+1\""),
            ("-", "\"-\""),
            (".", "\".\""),
            ("e5", "\"e5\""),
            ("+-5", "\"+-5\""),
            ("1-2", "\"1-2\""),
            ("true", "true"),
            ("False", "false"),
            ("~", "null"),
            ("Null", "null"),
            ("No", "\"No\""),
            ("yes", "\"yes\""),
            ("2015-10-10", "\"2015-10-10\""),
        ] {
            assert_eq!(plain(text), json, "{text}");
        }
    }
}
