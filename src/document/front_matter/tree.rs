//! The keys of front matter with their values, whatever is wrong between them. Knows how reading goes on after a fault; faults are put into words elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

use super::builder::{Builder, Surroundings};
use super::fault::{Fault, Wrong, explain};
use super::node::{Entry, Node, Value};
use super::split::lines;
use super::yaml::feed;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// How many faults are reported before reading stops.
const MOST_FAULTS: usize = 20;

/// What front matter holds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Tree {
    /// The keys that could be read, each once, in the order of the file.
    pub(super) entries: Vec<Entry>,
    /// Whether lines had to be left out, so that nothing can be said of what is missing.
    pub(super) has_gaps: bool,
}

/// Reads the bytes `yaml` of `text`. After a fault it goes on at the next line that begins with a key.
pub(super) fn read_tree(file: FileId, text: &str, yaml: Range<usize>) -> Checked<Tree> {
    let mut tree = Tree::default();
    let mut diagnostics = Vec::new();
    let mut start = yaml.start;
    for _ in 0..MOST_FAULTS {
        let mut builder = Builder::new(file, text, start..yaml.end);
        let fault = feed(&mut builder).err();
        let place = builder.place_of(fault.as_ref());
        diagnostics.append(&mut builder.diagnostics);
        let root = builder.into_root();
        tree.entries.extend(keys_of(file, text, root, fault.as_ref(), &mut diagnostics));
        let Some(fault) = fault else { break };
        tree.has_gaps = true;
        let is_news = !diagnostics.iter().any(|told| told.span.start as usize >= place.entry);
        if is_news {
            diagnostics.push(explain(file, text, &fault, &place));
        }
        match next_key(text, start, place.resume, yaml.end) {
            Some(next) if !fault.wrong.ends_reading() => start = next,
            _ => break,
        }
    }
    let entries = std::mem::take(&mut tree.entries);
    tree.entries = without_duplicates(entries, &mut diagnostics);
    Checked::new(tree, diagnostics)
}

/// The next line after `start`, at or after `from`, that begins with a key.
fn next_key(text: &str, start: usize, from: usize, end: usize) -> Option<usize> {
    let rest = text.get(start..end)?;
    lines(rest)
        .map(|line| start + line.start..start + line.end)
        .filter(|line| line.start > start && line.start >= from)
        .find(|line| text.get(line.clone()).is_some_and(begins_with_key))
        .map(|line| line.start)
}

/// Whether a line begins with a word and a colon.
fn begins_with_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        key.starts_with(|letter: char| letter.is_alphabetic())
            && !key.contains(char::is_whitespace)
            && (value.is_empty() || value.starts_with([' ', '\t']))
    })
}

/// The outermost keys with complete values.
fn keys_of(
    file: FileId,
    text: &str,
    root: Option<Node>,
    fault: Option<&Fault>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let mut entries = match root {
        Some(Node { value: Value::Map(entries), .. }) => entries,
        Some(node) if fault.is_none() => {
            diagnostics.extend(not_keys(file, text, &node));
            Vec::new()
        }
        _ => Vec::new(),
    };
    // What follows a value on its own line belonged to it, so the value is not the one that was meant.
    if let (Some(fault), Some(last)) = (fault, entries.last()) {
        let between = text.get(last.node.span.end as usize..fault.at).unwrap_or_default();
        if !between.contains(['\n', '\r']) {
            entries.pop();
        }
    }
    entries
}

fn not_keys(file: FileId, text: &str, node: &Node) -> Option<Diagnostic> {
    let at = node.span.start as usize;
    let place = Surroundings { entry: at, key_end: None, bracket: None, last_value: None, resume: at };
    match node.value {
        Value::Null | Value::Broken => None,
        Value::List(_) => Some(
            Diagnostic::new(Code::InvalidYaml, node.span, "front matter holds keys, and this is a list")
                .help("write lines of `key: value`"),
        ),
        _ => Some(explain(file, text, &Fault { wrong: Wrong::NotAKey, at }, &place)),
    }
}

/// Reports every key that stands a second time, with both places, and keeps the first.
pub(super) fn without_duplicates(entries: Vec<Entry>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        if let Some(first) = seen.get(&entry.key.value) {
            diagnostics.push(
                Diagnostic::new(Code::DuplicateKey, entry.key.span, format!("`{}` stands twice", entry.key.value))
                    .label(*first, "the first one")
                    .help("keep one of the two lines"),
            );
        } else {
            seen.insert(entry.key.value.clone(), entry.key.span);
            kept.push(entry);
        }
    }
    kept
}
