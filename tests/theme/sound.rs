//! What every page must keep: tags that close, ids that are unique, one heading, no script, no style, links inside the page that lead somewhere.

use std::collections::BTreeSet;

const VOID: &[&str] = &["br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// A start tag: its name and attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

fn attributes<'a>(page: &str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let value = after.strip_prefix('=').map(|after| {
            let quoted =
                after.strip_prefix('"').unwrap_or_else(|| panic!("{page}: unquoted value of {name} in <{text}>"));
            quoted.split_once('"').unwrap_or_else(|| panic!("{page}: open value of {name}"))
        });
        let (value, after) = value.unwrap_or(("", after));
        found.push((name, value));
        rest = after.trim_start();
    }
    found
}

fn tags<'a>(page: &str, html: &'a str) -> Vec<Tag<'a>> {
    let mut open: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for part in html.strip_prefix("<!doctype html>").expect("a doctype").split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("{page}: <{part}"));
        assert!(!text.contains('>'), "{page}: a bare > in {text:?}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{page}: </{name}>");
            continue;
        }
        let (name, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        if !VOID.contains(&name) {
            open.push(name);
        }
        all.push(Tag { name, attributes: attributes(page, rest) });
    }
    assert!(open.is_empty(), "{page}: not closed: {open:?}");
    all
}

/// Fails with the page's address when something of this is broken.
pub fn check(page: &str, template: &str, html: &str) {
    let page = &format!("{page} ({template})");
    let tags = tags(page, html);
    let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
    for (name, times) in [("h1", 1), ("main", 1), ("style", 0), ("base", 0), ("iframe", 0)] {
        assert_eq!(count(name), times, "{page}: <{name}>");
    }
    // What stands in drawings has titles of its own.
    let head = tags.iter().take_while(|tag| tag.name != "body");
    assert_eq!(head.filter(|tag| tag.name == "title").count(), 1, "{page}: <title>");
    let scripts: Vec<_> = tags.iter().filter(|tag| tag.name == "script").map(|tag| &tag.attributes).collect();
    let (data, files): (Vec<_>, Vec<_>) =
        scripts.into_iter().partition(|attributes| **attributes == [("type", "application/ld+json")]);
    assert!(data.len() <= 1 && files.len() == 1, "{page}: {data:?} {files:?}");
    for attributes in files {
        let has = |name: &str| attributes.iter().any(|(own, _)| *own == name);
        // A module would not load in a folder without a server.
        assert!(has("src") && has("defer"), "{page}: a script that is no file, or that keeps the page waiting");
    }
    let all = || tags.iter().flat_map(|tag| tag.attributes.iter().map(move |(name, value)| (tag.name, *name, *value)));
    let mut ids = BTreeSet::new();
    for (tag, name, value) in all() {
        assert!(name != "style" && !name.starts_with("on"), "{page}: {name} on <{tag}>");
        assert!(name != "id" || ids.insert(value), "{page}: id {value} stands twice");
        assert!(name != "class" || !value.contains("  "), "{page}: class {value:?}");
    }
    for (tag, name, value) in all() {
        let anchor = match name {
            "href" => value.strip_prefix('#'),
            "aria-labelledby" => Some(value),
            _ => None,
        };
        assert!(anchor.is_none_or(|anchor| ids.contains(anchor)), "{page}: <{tag} {name}={value}> leads nowhere");
        assert!(tag == "link" || tag == "meta" || name != "href" || !value.is_empty(), "{page}: an empty link");
    }
    let levels: Vec<u8> = tags.iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
    let outline: Vec<u8> = levels.iter().copied().skip_while(|level| *level != 1).collect();
    assert!(outline.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{page}: headings {levels:?}");
    let policy = all().any(|(_, _, value)| {
        value.contains("default-src 'none'") && value.ends_with("require-trusted-types-for 'script'")
    });
    assert!(policy, "{page}: no content security policy");
    for word in ["undefined", "{{", "{%", ">none<", "=\"none\""] {
        assert!(!html.contains(word), "{page}: {word}");
    }
}
