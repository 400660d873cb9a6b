//! Reads outputs as others read them, pages as a browser does, and finds the unit in which a text stands: the card, row, entry
//! or record. Knows formats, not what must be in them.

use std::rc::Rc;

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;

/// A text of an output and what stands with it.
#[derive(Debug, Clone)]
pub struct Found {
    /// Where: the file, and the kind of unit.
    pub place: String,
    /// The unit, as far as it stands before the text; the whole of it where its parts have no order.
    pub before: String,
    /// The whole unit.
    pub unit: String,
    /// The first heading of the page.
    pub heading: String,
}

/// Every place of `text` in the file at `path`.
pub fn places(path: &str, bytes: &[u8], text: &str) -> Vec<Found> {
    let content = String::from_utf8_lossy(bytes);
    // A line of a calendar goes on behind a line end and a space, also within a word.
    let content = if std::path::Path::new(path).extension().is_some_and(|ending| ending == "ics") {
        content.replace("\r\n ", "").into()
    } else {
        content
    };
    if path.contains(text) {
        return vec![nowhere(path, "its address")];
    }
    let found = match path.rsplit('.').next() {
        _ if !content.contains(text) => return Vec::new(),
        Some("html") => in_tree(path, &html(&content), text),
        Some("xml") => in_tree(path, &xml(&content), text),
        Some("json") => in_json(path, &content, text),
        Some("csv") => in_csv(path, &content, text),
        _ => Vec::new(),
    };
    // A format that nobody can read, or a text that no reader of it found: it stands in no unit.
    if found.is_empty() { vec![nowhere(path, "no unit")] } else { found }
}

/// A text that stands in no unit.
pub fn nowhere(path: &str, what: &str) -> Found {
    Found { place: format!("{path}, {what}"), before: String::new(), unit: String::new(), heading: String::new() }
}

fn html(content: &str) -> Handle {
    html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(content).document
}

fn xml(content: &str) -> Handle {
    xml5ever::driver::parse_document(RcDom::default(), xml5ever::driver::XmlParseOpts::default()).one(content).document
}

fn in_tree(path: &str, document: &Handle, text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    walk(document, &mut |node| {
        let heading = || first_heading(document);
        match &node.data {
            NodeData::Text { contents } => {
                let contents = contents.borrow();
                for (at, _) in contents.match_indices(text) {
                    let unit = unit_of(node);
                    let Some(unit) = unit else {
                        found.push(Found { heading: heading(), ..nowhere(path, "no unit") });
                        continue;
                    };
                    let before = text_before(&unit, node) + &contents[..at];
                    let place = format!("{path}, {}", name(&unit));
                    found.push(Found { place, before, unit: all_text(&unit), heading: heading() });
                }
            }
            NodeData::Element { attrs, .. } => {
                for attribute in attrs.borrow().iter().filter(|attribute| attribute.value.contains(text)) {
                    let value = attribute.value.to_string();
                    let before = value.split(text).next().unwrap_or_default().to_owned();
                    let place = format!("{path}, {} {}", name(node), attribute.name.local);
                    found.push(Found { place, before, unit: value, heading: heading() });
                }
            }
            NodeData::Comment { contents } if contents.contains(text) => found.push(nowhere(path, "a comment")),
            _ => {}
        }
    });
    found
}

/// The card that a text stands in; else the row, the entry, the fact, the sentence of its own.
fn unit_of(node: &Handle) -> Option<Handle> {
    let mut above = Vec::new();
    let mut at = parent(node);
    while let Some(node) = at {
        at = parent(&node);
        above.push(node);
    }
    let first = |is: &dyn Fn(&Handle) -> bool| above.iter().find(|node| is(node)).map(Rc::clone);
    first(&|node| name(node) == "article" && has_class(node, "statement"))
        .or_else(|| first(&|node| matches!(name(node).as_str(), "tr" | "entry")))
        .or_else(|| first(&|node| name(node) == "div" && parent(node).is_some_and(|list| name(&list) == "dl")))
        .or_else(|| first(&|node| matches!(name(node).as_str(), "li" | "p" | "title")))
}

fn in_json(path: &str, content: &str, text: &str) -> Vec<Found> {
    let whole: Value = serde_json::from_str(content).unwrap();
    let records = whole["records"].as_array().unwrap();
    let found = records.iter().filter(|record| record.to_string().contains(text)).map(|record| {
        // The words name the speaker and the standing again, before what was said.
        let words = record["words"].as_str().and_then(|words| words.split_once(text)).map(|(before, _)| before);
        let fields = format!("{}\n{}\n", record["attribution"], record["status"]);
        let before = fields + words.unwrap_or_default();
        let place = format!("{path}, record");
        Found { place, before, unit: record.to_string(), heading: String::new() }
    });
    found.collect()
}

fn in_csv(path: &str, content: &str, text: &str) -> Vec<Found> {
    let mut reader = csv::Reader::from_reader(content.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let cell = |row: &csv::StringRecord, name: &str| {
        let at = columns.iter().position(|column| column == name);
        at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
    };
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let found = rows.iter().filter(|row| row.iter().any(|cell| cell.contains(text))).map(|row| {
        let before = format!("{}\n{}\n", cell(row, "attribution"), cell(row, "status"));
        let place = format!("{path}, row");
        Found { place, before, unit: row.iter().collect::<Vec<_>>().join("\n"), heading: String::new() }
    });
    found.collect()
}

fn walk(node: &Handle, see: &mut dyn FnMut(&Handle)) {
    see(node);
    let children = node.children.borrow().clone();
    for child in &children {
        walk(child, see);
    }
}

fn parent(node: &Handle) -> Option<Handle> {
    let parent = node.parent.take();
    node.parent.set(parent.clone());
    parent.and_then(|parent| parent.upgrade())
}

fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        _ => String::new(),
    }
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    attrs.iter().find(|attribute| &*attribute.name.local == wanted).map(|attribute| attribute.value.to_string())
}

fn has_class(node: &Handle, class: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// The text of `unit` before `end`, with the machine-readable dates in it.
fn text_before(unit: &Handle, end: &Handle) -> String {
    let mut text = String::new();
    let mut is_over = false;
    walk(unit, &mut |node| {
        is_over |= Rc::ptr_eq(node, end);
        if let (NodeData::Text { contents }, false) = (&node.data, is_over) {
            text.push_str(&contents.borrow());
        }
        if let (Some(date), false) = (attribute(node, "datetime"), is_over) {
            text.push_str(&date);
        }
    });
    text
}

fn all_text(unit: &Handle) -> String {
    text_before(unit, &html(""))
}

fn first_heading(document: &Handle) -> String {
    let mut text = String::new();
    walk(document, &mut |node| {
        if name(node) == "h1" && text.is_empty() {
            text = all_text(node);
        }
    });
    text
}
