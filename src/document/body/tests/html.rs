//! Whether HTML is ours: read as strictly as it is written, so that nothing an author wrote can be markup.

use super::super::{Chunk, Fragment};
use super::show::Shown;

/// Checks all HTML of a body; its holes count as empty.
pub fn check_html(shown: &Shown) {
    check_fragment(&shown.body.content.open());
    for statement in &shown.body.statements {
        check_fragment(statement.words.unshown());
    }
}

fn check_fragment(fragment: &Fragment) {
    let mut html = String::new();
    for chunk in fragment.0.iter() {
        match chunk {
            Chunk::Html(part) => html.push_str(part),
            Chunk::NoteStart(_) => html.push_str("<li>"),
            Chunk::Link { label: Some(label), .. } => check(label),
            _ => {}
        }
    }
    check(&html);
}

/// Reads `html` the way the most forgiving browser could: every `<` begins one of our tags, with our attributes in
/// double quotes, every tag is closed in order, and every address is one that may be.
fn check(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        check_text(text, html);
        let (tag, after) = tag.split_once('>').unwrap_or_else(|| panic!("a tag does not end: {html}"));
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(TAGS.contains(&name), "<{name}> in {html}");
        check_attributes(attributes, html);
        if !matches!(name, "br" | "hr" | "img" | "input") {
            open.push(name);
        }
    }
    check_text(rest, html);
    assert_eq!(open, Vec::<&str>::new(), "{html}");
}

const TAGS: &[&str] = &[
    "p",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "span",
    "mark",
    "br",
    "hr",
    "img",
    "input",
    "label",
    "a",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "aside",
    "details",
    "summary",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "figure",
    "figcaption",
    "section",
];

fn check_text(text: &str, html: &str) {
    assert!(!text.contains(['>', '"', '\'']), "{text:?} in {html}");
    for part in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
        assert!(known.iter().any(|entity| part.starts_with(entity)), "&{part} in {html}");
    }
}

fn check_attributes(attributes: &str, html: &str) {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        if let Some(after) = ["disabled", "checked", "open"].iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after.trim_start();
            continue;
        }
        let (name, value) = rest.split_once("=\"").unwrap_or_else(|| panic!("{attributes:?} in {html}"));
        let (value, after) = value.split_once('"').unwrap_or_else(|| panic!("{attributes:?} in {html}"));
        rest = after.trim_start();
        check_text(value, html);
        match name {
            "href" | "src" => {
                let good = ["http://", "https://", "mailto:", "tel:", "#"];
                let lower = value.to_ascii_lowercase();
                assert!(value.is_empty() || good.iter().any(|start| lower.starts_with(start)), "{value} in {html}");
            }
            "class" | "alt" | "title" | "loading" | "width" | "start" | "scope" | "type" | "rel" | "id"
            | "tabindex" | "role" | "aria-label" => {}
            other => panic!("attribute {other:?} in {html}"),
        }
    }
}
