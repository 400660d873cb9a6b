//! Running text of a page: finished HTML, cards and embeds in order. Knows how the holes of a fragment are filled; the HTML is made only when a template asks for it.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::parts::{ContentsItem, Ref};
use super::statement::StatementView;
use crate::document::body::Chunk;

/// The text of a page.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Default)]
pub struct BodyView {
    /// HTML, statements and embeds, in order; written one after the other they are the whole.
    pub blocks: Vec<Block>,
    /// The headings of level 2 and 3.
    pub contents: Vec<ContentsItem>,
    /// Minutes of reading, at 220 words a minute, at least 1; 0 for a page without text.
    pub minutes: usize,
}

/// A part of a page's text; exactly one field is set.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Finished HTML.
    Html(RichText),
    /// A statement, to be shown as a card.
    Statement(Arc<StatementView>),
    /// A part of another page.
    Embed(EmbedView),
}

/// A part of another page, shown with its origin.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct EmbedView {
    /// Where it comes from.
    pub from: Ref,
    /// The heading it stands under there; nothing for a statement.
    pub heading: Option<String>,
    /// Its address below the root, with the anchor.
    pub path: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// HTML with its links filled in; in templates a string that is safe as it is.
#[derive(Debug, Clone, Default)]
pub struct RichText {
    /// The HTML and its holes.
    pub chunks: Vec<Chunk>,
    /// What fills them.
    pub holes: Arc<Holes>,
    /// What stands before addresses.
    pub root: Arc<str>,
    /// Shown on another page than its own: without anchors and footnotes.
    pub embedded: bool,
}

/// What fills the holes of one document's text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Holes {
    /// For each mention of the document: where it leads and how it is called.
    pub links: Vec<Option<Ref>>,
    /// For each heading: its anchor.
    pub anchors: Vec<String>,
    /// For each heading: its level.
    pub levels: Vec<u8>,
    /// For each file: its address below the root.
    pub files: Vec<String>,
}

impl PartialEq for RichText {
    fn eq(&self, other: &Self) -> bool {
        (&self.chunks, &self.holes, &self.root, self.embedded)
            == (&other.chunks, &other.holes, &other.root, other.embedded)
    }
}

impl Hash for RichText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_html().hash(state);
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_html())
    }
}

impl RichText {
    /// The HTML.
    #[must_use]
    pub fn to_html(&self) -> String {
        String::new()
    }
}
