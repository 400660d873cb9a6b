//! Running text of a page: finished HTML, cards and embeds in order. Knows how the holes of a fragment are filled; the HTML is made only when a template asks for it.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::parts::{ContentsItem, Ref};
use super::statement::StatementView;
use crate::document::body::Chunk;
use crate::foundation::html::escape;

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
        let mut out = String::new();
        let mut is_left_out = false;
        for chunk in &self.chunks {
            match chunk {
                Chunk::FootnotesStart => is_left_out = self.embedded,
                Chunk::FootnotesEnd => is_left_out = false,
                _ if is_left_out => {}
                _ => self.write(chunk, &mut out),
            }
        }
        out
    }

    fn write(&self, chunk: &Chunk, out: &mut String) {
        match chunk {
            Chunk::Html(html) => out.push_str(html),
            Chunk::Link { mention, label } => self.write_link(mention.index(), label.as_deref(), out),
            Chunk::FileAddress(file) => {
                let address = self.holes.files.get(*file as usize);
                out.push_str(&escape(&format!("{}{}", self.root, address.map_or("", String::as_str))));
            }
            Chunk::HeadingStart(heading) => {
                let level = self.level(*heading);
                match self.holes.anchors.get(*heading as usize).filter(|_| !self.embedded) {
                    Some(anchor) => out.push_str(&format!("<h{level} id=\"{}\">", escape(anchor))),
                    None => out.push_str(&format!("<h{level}>")),
                }
            }
            Chunk::HeadingEnd(heading) => out.push_str(&format!("</h{}>", self.level(*heading))),
            Chunk::Anchor(id) if !self.embedded => out.push_str(&format!(" id=\"{}\"", escape(id))),
            Chunk::FootnoteMark { number, time } if !self.embedded => out.push_str(&format!(
                "<sup class=\"mark\"><a id=\"fnref-{number}-{time}\" href=\"#fn-{number}\" aria-label=\"Note {number}\">{number}</a></sup>"
            )),
            // Statements and embeds are blocks of their own; footnotes were decided on above.
            Chunk::Anchor(_)
            | Chunk::FootnoteMark { .. }
            | Chunk::Statement(_)
            | Chunk::Embed(_)
            | Chunk::FootnotesStart
            | Chunk::FootnotesEnd => {}
        }
    }

    fn level(&self, heading: u32) -> u8 {
        self.holes.levels.get(heading as usize).copied().unwrap_or(2)
    }

    /// A link, or only its words where there is no page to lead to. The author's label is finished HTML, a title is not.
    fn write_link(&self, mention: usize, label: Option<&str>, out: &mut String) {
        let Some(target) = self.holes.links.get(mention).and_then(Option::as_ref) else {
            out.push_str(label.unwrap_or_default());
            return;
        };
        let words = label.map_or_else(|| escape(&target.title), str::to_owned);
        let language =
            target.language.as_ref().map_or_else(String::new, |tag| format!(" lang=\"{}\"", escape(tag)));
        let class = if target.unnamed { " class=\"unnamed\"" } else { "" };
        match &target.path {
            Some(path) => {
                let address = escape(&format!("{}{path}", self.root));
                out.push_str(&format!("<a href=\"{address}\" dir=\"auto\"{language}{class}>{words}</a>"));
            }
            None => out.push_str(&format!("<span dir=\"auto\"{language}{class}>{words}</span>")),
        }
    }
}
