//! Every value has the bytes at which it stands, in every encoding of line ends, with letters of more than one byte, in every style.

use super::*;
use crate::document::front_matter::node::{Entry, Node, Value};
use crate::document::front_matter::split::split;
use crate::document::front_matter::tree::read_tree;

/// Every key and text with the bytes at which it stands.
fn written(text: &str) -> Vec<(String, &str)> {
    let file = FileId::of_path("a.md");
    let parts = split(file, text).value;
    let tree = read_tree(file, text, parts.yaml);
    assert_eq!(tree.diagnostics, [], "{text:?}");
    let mut all = Vec::new();
    entries(&tree.value.entries, text, &mut all);
    all
}

fn entries<'a>(entries: &[Entry], text: &'a str, all: &mut Vec<(String, &'a str)>) {
    for entry in entries {
        all.push((entry.key.value.clone(), &text[entry.key.span.range()]));
        node(&entry.node, text, all);
    }
}

fn node<'a>(value: &Node, text: &'a str, all: &mut Vec<(String, &'a str)>) {
    match &value.value {
        Value::Scalar(scalar) => all.push((scalar.text.clone(), &text[scalar.span.range()])),
        Value::List(items) => {
            all.push(("list".into(), &text[value.span.range()]));
            for item in items {
                node(item, text, all);
            }
        }
        Value::Map(members) => {
            all.push(("keys".into(), &text[value.span.range()]));
            entries(members, text, all);
        }
        Value::Null | Value::Broken => all.push(("nothing".into(), &text[value.span.range()])),
    }
}

#[test]
fn every_style_has_its_bytes() {
    let text = "---\n# Şehir 🔥\nbaşlık: İlhami Balı   # c\n'a': \"ü \\u0131\"\nb: 'ğ'\nliste: [ç, \"[[ö]]\"]\nc:\n  - ş: 1\n    d:\n  - 🔥\ne: |\n  İki\n  üç\nf: g\n---\n";
    let expected: Vec<(String, &str)> = [
        ("başlık", "başlık"),
        ("İlhami Balı", "İlhami Balı"),
        ("a", "a"),
        ("ü ı", "\"ü \\u0131\""),
        ("b", "b"),
        ("ğ", "ğ"),
        ("liste", "liste"),
        ("list", "[ç, \"[[ö]]\"]"),
        ("ç", "ç"),
        ("[[ö]]", "[[ö]]"),
        ("c", "c"),
        ("list", "- ş: 1\n    d:\n  - 🔥"),
        ("keys", "ş: 1\n    d"),
        ("ş", "ş"),
        ("1", "1"),
        ("d", "d"),
        ("nothing", ""),
        ("🔥", "🔥"),
        ("e", "e"),
        ("İki\nüç", "İki\n  üç\n"),
        ("f", "f"),
        ("g", "g"),
    ]
    .map(|(value, bytes)| (value.to_owned(), bytes))
    .into();
    assert_eq!(written(text), expected);
}

#[test]
fn line_ends_change_no_value() {
    let text = "---\na: İ\nb: \"x\n  y\"\nc: |\n  ü\n  v\nd: [p,\n  q]\n---\n";
    let values = |text: &str| written(text).into_iter().map(|(value, _)| value).collect::<Vec<_>>();
    let with_lf = values(text);
    assert_eq!(with_lf, ["a", "İ", "b", "x y", "c", "ü\nv", "d", "list", "p", "q"]);
    assert_eq!(values(&text.replace('\n', "\r\n")), with_lf);
    assert_eq!(values(&text.replace('\n', "\r")), with_lf);
    let crlf = text.replace('\n', "\r\n");
    let places = written(&crlf);
    assert!(places.contains(&("İ".to_owned(), "İ")));
    assert!(places.contains(&("q".to_owned(), "q")));
}

#[test]
fn line_numbers_are_those_of_an_editor() {
    let yaml = "title: a\u{2028}b\u{85}c\nsummary: İ\ndrafft: x";
    let expected = "4:1: error[unknown-key]: a page has no key `drafft` / did you mean `draft`?";
    let text = format!("---\n{yaml}\n---\n");
    // U+2028 and U+0085 end no line: an editor shows them inside one.
    let unseen = "2:9: error[invisible-character]: a character that cannot be seen stands in this name: \
                  U+2028 (line or paragraph separator) / delete it and type the word again";
    for text in [text.clone(), text.replace('\n', "\r\n"), text.replace('\n', "\r")] {
        assert_eq!(said_of(Kind::Page, &text), format!("{unseen}\n{expected}"));
    }
}
