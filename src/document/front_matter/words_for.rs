//! What to write where a value has the wrong shape. Knows how one value, a list and a group of keys look.

use super::node::{Node, Value};
use super::reader::shortened;

/// Message and help for a list or group of keys under a key that takes one value. Both shapes are shown.
pub(super) fn shape_help(key: &str, node: &Node, source: &str, is_link: bool) -> (String, String) {
    if let Some((inner, _)) = node.unquoted_link(source) {
        let message = format!("`{key}` takes text, and this is a link");
        return (message, format!("write `{key}: {}`, or put it in quotes", shortened(inner)));
    }
    if let Value::List(items) = &node.value {
        let first = items.iter().find_map(|item| first_text(item, source)).unwrap_or("...");
        let first =
            if is_link { format!("\"[[{}]]\"", first.trim_matches(['"', '\'', '[', ']'])) } else { shortened(first) };
        let message = format!("`{key}` takes one value, and this is a list");
        return (message, format!("write `{key}: {first}`, not `{key}: [{first}, ...]`"));
    }
    let message = format!("`{key}` takes one value, and this is a group of keys");
    let help = match on_one_line(node, source) {
        _ if is_link => format!("write a link: `{key}: \"[[name]]\"`"),
        Some(text) if text.starts_with('{') && !text.contains('"') => {
            format!("put it in quotes: \"{}\"", shortened(text))
        }
        _ => format!("write the value on the line of its key: `{key}: ...`; put it in quotes if it holds a colon"),
    };
    (message, help)
}

/// Message and help for an item of a list that is a list or a group of keys itself.
pub(super) fn item_help(key: &str, node: &Node, source: &str, is_link: bool) -> (String, String) {
    let what = if matches!(node.value, Value::Map(_)) { "a group of keys" } else { "a list" };
    let help = match on_one_line(node, source) {
        _ if is_link => "write each link in quotes, \"[[name]]\", on a line of its own that begins with `-`".into(),
        Some(text) if !text.contains('"') => format!("put it in quotes: \"{}\"", shortened(text)),
        _ => "give each value a line of its own that begins with `-`".into(),
    };
    (format!("`{key}` takes single values, and this is {what}"), help)
}

fn first_text<'a>(node: &Node, source: &'a str) -> Option<&'a str> {
    match &node.value {
        Value::List(items) => items.iter().find_map(|item| first_text(item, source)),
        _ => on_one_line(node, source).filter(|text| !text.is_empty()),
    }
}

fn on_one_line<'a>(node: &Node, source: &'a str) -> Option<&'a str> {
    source.get(node.span.range()).filter(|text| !text.contains(['\n', '\r']))
}
