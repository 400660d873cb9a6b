//! Links in front matter. Knows their two spellings, with and without quotes, and adds them to the mentions of the document.

use std::ops::Range;

use super::Text;
use super::node::{Entry, Node, Scalar, Value};
use super::reader::{Reader, shortened};
use crate::document::mention::{FieldKey, Mention, MentionId, Place, Target};
use crate::document::mention_text::{LinkError, parse_target};
use crate::foundation::diagnostic::Code;
use crate::foundation::span::Span;

/// What was between the brackets.
struct Link {
    target: Target,
    label: Option<String>,
    span: Span,
}

impl Reader<'_> {
    /// One link, `"[[name]]"`.
    pub(super) fn link(&mut self, key: &'static str, entry: &Entry) -> Option<MentionId> {
        let node = &entry.node;
        let is_list = matches!(node.value, Value::List(_)) && node.unquoted_link(self.source).is_none();
        if is_list || matches!(node.value, Value::Map(_)) {
            self.wrong_shape(&entry.key.value, node, true);
            return None;
        }
        self.mention(FieldKey::Named(key), &entry.key.value, node)
    }

    /// One link or several.
    pub(super) fn links(&mut self, key: FieldKey, entry: &Entry) -> Vec<MentionId> {
        let nodes = self.several(entry);
        nodes.into_iter().filter_map(|node| self.mention(key, &entry.key.value, node)).collect()
    }

    /// Names as text; of a link, the words that it shows are kept.
    pub(super) fn names(&mut self, entry: &Entry) -> Vec<Text> {
        let nodes = self.several(entry);
        nodes.into_iter().filter_map(|node| self.name_or_link(&entry.key.value, node)).collect()
    }

    /// One name as text; of a link, the words that it shows are kept.
    pub(super) fn one_name(&mut self, entry: &Entry) -> Option<Text> {
        if matches!(entry.node.value, Value::List(_)) && entry.node.unquoted_link(self.source).is_none() {
            self.wrong_shape(&entry.key.value, &entry.node, false);
            return None;
        }
        self.name_or_link(&entry.key.value, &entry.node)
    }

    fn name_or_link(&mut self, key: &str, node: &Node) -> Option<Text> {
        let is_link = match &node.value {
            Value::Scalar(scalar) => is_bracketed(&scalar.text),
            _ => node.unquoted_link(self.source).is_some(),
        };
        match &node.value {
            _ if is_link => {
                let Link { target, label, span } = self.read_link(key, node)?;
                let words = label.or_else(|| (!target.name.is_empty()).then(|| target.name.to_string()))?;
                Some(Text::new(words, span))
            }
            _ if node.is_blank() => None,
            Value::Scalar(scalar) => Some(scalar.to_text()),
            Value::List(_) | Value::Map(_) => {
                self.wrong_item(key, node, false);
                None
            }
            Value::Null | Value::Broken => None,
        }
    }

    fn mention(&mut self, field: FieldKey, key: &str, node: &Node) -> Option<MentionId> {
        let Link { target, label, span } = self.read_link(key, node)?;
        Some(self.mentions.add(Mention {
            target,
            label: label.map(String::into_boxed_str),
            span,
            place: Place::Field(field),
        }))
    }

    fn read_link(&mut self, key: &str, node: &Node) -> Option<Link> {
        if let Some((inner, span)) = node.unquoted_link(self.source) {
            let inner = inner.to_owned();
            let read = self.read_target(&inner, |range| span.within(range))?;
            self.report(
                Code::UnquotedLink,
                node.span,
                "this link stands without quotes, and other programs read it as a list",
                format!("write \"[[{}]]\" in quotes", shortened(&inner)),
            );
            return Some(Link { span, ..read });
        }
        match &node.value {
            _ if node.is_blank() => None,
            Value::Scalar(scalar) => self.read_quoted(scalar),
            Value::List(_) | Value::Map(_) => {
                self.wrong_item(key, node, true);
                None
            }
            Value::Null | Value::Broken => None,
        }
    }

    fn read_quoted(&mut self, scalar: &Scalar) -> Option<Link> {
        let text = scalar.text.trim();
        let start = scalar.text.len() - scalar.text.trim_start().len();
        let Some(inner) = text.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) else {
            self.not_a_link(scalar, text);
            return None;
        };
        if inner.contains("]]") {
            let links: Vec<_> = bracketed(text).map(|inner| format!("\"[[{inner}]]\"")).collect();
            let help = format!("write one link; where several can stand, write a list: [{}]", links.join(", "));
            self.report(Code::InvalidLink, scalar.span, "several links stand in one value", help);
            return None;
        }
        self.read_target(inner, |range| scalar.within(start + 2 + range.start..start + 2 + range.end))
    }

    fn not_a_link(&mut self, scalar: &Scalar, text: &str) {
        let name = bracketed(text).next().unwrap_or_else(|| text.trim_matches(['!', '[', ']'])).trim();
        let help = match (scalar.quoted, text) {
            (false, "~" | "null" | "Null" | "NULL") => {
                "write a link, \"[[name]]\", or nothing after the colon".to_owned()
            }
            _ => format!("write \"[[{}]]\"", shortened(name)),
        };
        let message = format!("a link is expected here, and `{}` is text", shortened(text));
        self.report(Code::InvalidLink, scalar.span, message, help);
    }

    fn read_target(&mut self, inner: &str, place: impl Fn(Range<usize>) -> Span) -> Option<Link> {
        match parse_target(inner) {
            Ok((target, label)) => Some(Link { target, label, span: place(0..inner.len()) }),
            Err(LinkError { range, message, help }) => {
                self.report(Code::InvalidLink, place(range), message, help);
                None
            }
        }
    }
}

/// What stands between the pairs of brackets of `text`.
fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    text.split("[[").filter_map(|rest| Some(rest.split_once("]]")?.0))
}

fn is_bracketed(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("[[") && text.ends_with("]]")
}
