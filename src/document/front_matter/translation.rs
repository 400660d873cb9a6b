//! The front matter of a translation: only what belongs to a language. Knows that all else is taken from the main file, and that
//! somebody who is not named there is named nowhere.

use super::node::Entry;
use super::reader::{Reader, shortened};
use super::split::split;
use super::tree::read_tree;
use super::{Common, Text};
use crate::document::kind::Kind;
use crate::document::mention::MentionTable;
use crate::document::parse::Settings;
use crate::foundation::diagnostic::{Checked, Code};
use crate::foundation::span::FileId;

/// What the front matter of a translation says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnWords {
    /// `title` or `name`.
    pub title: Option<Text>,
    /// `label`, of a person who is not named.
    pub label: Option<Text>,
    /// `summary`, `aliases`, `sort_as` and `draft`, where they are written.
    pub common: Common,
    /// The first byte of the body.
    pub body_start: usize,
}

/// What a translation may say beside its title.
const COMMON: [&str; 4] = ["aliases", "draft", "sort_as", "summary"];

/// Reads the front matter of `text`, the translation of a document of this kind; `is_unnamed` when that is about somebody who is
/// not named.
pub fn read_translation(
    file: FileId,
    text: &str,
    kind: Kind,
    is_unnamed: bool,
    settings: &Settings,
) -> Checked<OwnWords> {
    let mut mentions = MentionTable::default();
    let mut reader = Reader { file, source: text, settings, mentions: &mut mentions, diagnostics: Vec::new() };
    let parts = split(file, text).collect_into(&mut reader.diagnostics);
    let tree = read_tree(file, text, parts.yaml).collect_into(&mut reader.diagnostics);
    let mut words = OwnWords { body_start: parts.body, ..OwnWords::default() };
    // What could not be read might have said that this is a draft.
    words.common.draft = tree.has_gaps;
    for entry in &tree.entries {
        words.take(entry, kind, is_unnamed, &mut reader);
    }
    let mut diagnostics = reader.diagnostics;
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Checked::new(words, diagnostics)
}

impl OwnWords {
    fn take(&mut self, entry: &Entry, kind: Kind, is_unnamed: bool, reader: &mut Reader<'_>) {
        let key = entry.key.value.as_str();
        match (key, is_unnamed) {
            ("title" | "name" | "aliases" | "sort_as", true) => {
                let message = format!("`{key}` in the translation of a page about somebody who is not named");
                let help = "take it out; what readers see stands in `label`";
                reader.report(Code::InvalidTranslation, entry.key.span, message, help);
            }
            ("title" | "name", false) => self.title = reader.name(entry),
            ("label", true) => self.label = reader.name(entry),
            _ => match COMMON.iter().find(|known| **known == key) {
                Some(known) => drop(self.common.read(known, entry, reader)),
                None => refuse(entry, kind, reader),
            },
        }
    }
}

fn refuse(entry: &Entry, kind: Kind, reader: &mut Reader<'_>) {
    let word = shortened(&entry.key.value);
    let message = format!("`{word}` cannot stand in a translation: it is taken from the main file");
    let label = if kind == Kind::Person { ", `label`" } else { "" };
    let help =
        format!("take it out; a translation has `title`{label}, `summary`, `aliases`, `sort_as`, `draft` and its text");
    reader.report(Code::InvalidTranslation, entry.key.span, message, help);
}
