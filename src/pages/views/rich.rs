//! Running text of a page: finished HTML, cards and embeds in order. Knows how the holes of a fragment are filled; the HTML is made only when a template asks for it.

use std::borrow::Cow;
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
                _ => out.push_str(&self.html_of(chunk)),
            }
        }
        out
    }

    fn html_of<'a>(&self, chunk: &'a Chunk) -> Cow<'a, str> {
        match chunk {
            Chunk::Html(html) => Cow::Borrowed(html),
            Chunk::Link { mention, label } => self.link(mention.index(), label.as_deref()).into(),
            Chunk::FileAddress(file) => {
                let address = self.holes.files.get(*file as usize).map_or("", String::as_str);
                escape(&format!("{}{address}", self.root)).into()
            }
            Chunk::HeadingStart(heading) => {
                let anchor = self.holes.anchors.get(*heading as usize).filter(|_| !self.embedded);
                let id = anchor.map_or_else(String::new, |anchor| format!(" id=\"{}\"", escape(anchor)));
                format!("<h{}{id}>", self.level(*heading)).into()
            }
            Chunk::HeadingEnd(heading) => format!("</h{}>", self.level(*heading)).into(),
            Chunk::Anchor(id) if !self.embedded => format!(" id=\"{}\"", escape(id)).into(),
            Chunk::FootnoteMark { number, time } if !self.embedded => {
                let link =
                    format!("<a id=\"fnref-{number}-{time}\" href=\"#fn-{number}\" aria-label=\"Note {number}\">");
                format!("<sup class=\"mark\">{link}{number}</a></sup>").into()
            }
            // Statements and embeds are blocks of their own; footnotes were decided on above.
            Chunk::Anchor(_)
            | Chunk::FootnoteMark { .. }
            | Chunk::Statement(_)
            | Chunk::Embed(_)
            | Chunk::FootnotesStart
            | Chunk::FootnotesEnd => Cow::Borrowed(""),
        }
    }

    fn level(&self, heading: u32) -> u8 {
        self.holes.levels.get(heading as usize).copied().unwrap_or(2)
    }

    /// A link, or only its words where there is no page to lead to. The author's label is finished HTML, a title is not.
    fn link(&self, mention: usize, label: Option<&str>) -> String {
        let Some(target) = self.holes.links.get(mention).and_then(Option::as_ref) else {
            return label.unwrap_or_default().to_owned();
        };
        let words = label.map_or_else(|| escape(&target.title), str::to_owned);
        let language = target.language.as_ref().map_or_else(String::new, |tag| format!(" lang=\"{}\"", escape(tag)));
        let class = if target.unnamed { " class=\"unnamed\"" } else { "" };
        match &target.path {
            Some(path) => {
                let address = escape(&format!("{}{path}", self.root));
                format!("<a href=\"{address}\" dir=\"auto\"{language}{class}>{words}</a>")
            }
            None => format!("<span dir=\"auto\"{language}{class}>{words}</span>"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::Reference;
    use super::*;

    fn text(chunks: Vec<Chunk>, embedded: bool) -> String {
        let target = |path: Option<&str>, title: &str| {
            let (path, title) = (path.map(Into::into), title.into());
            Arc::new(Reference { kind: None, path, title, language: Some("tr".into()), unnamed: false })
        };
        let holes = Holes {
            links: vec![Some(target(Some("people/a/"), "A & B")), Some(target(None, "no page")), None],
            anchors: vec!["h-one".into()],
            levels: vec![3],
            files: vec!["files/a.jpg".into()],
        };
        RichText { chunks, holes: Arc::new(holes), root: "../".into(), embedded }.to_html()
    }

    fn whole() -> Vec<Chunk> {
        vec![
            Chunk::HeadingStart(0),
            Chunk::Html("One".into()),
            Chunk::HeadingEnd(0),
            Chunk::Html("<p".into()),
            Chunk::Anchor("b1".into()),
            Chunk::Html("><img src=\"".into()),
            Chunk::FileAddress(0),
            Chunk::Html("\" alt=\"x\">".into()),
            Chunk::FootnoteMark { number: 2, time: 1 },
            Chunk::Html("</p>".into()),
            Chunk::FootnotesStart,
            Chunk::Html("<ol><li id=\"fn-2\">Note</li></ol>".into()),
            Chunk::FootnotesEnd,
        ]
    }

    #[test]
    fn holes_are_filled() {
        assert_eq!(
            text(whole(), false),
            "<h3 id=\"h-one\">One</h3><p id=\"b1\"><img src=\"../files/a.jpg\" alt=\"x\"><sup class=\"mark\">\
             <a id=\"fnref-2-1\" href=\"#fn-2\" aria-label=\"Note 2\">2</a></sup></p><ol><li id=\"fn-2\">Note</li></ol>"
        );
    }

    #[test]
    fn on_another_page_there_are_neither_anchors_nor_footnotes() {
        assert_eq!(text(whole(), true), "<h3>One</h3><p><img src=\"../files/a.jpg\" alt=\"x\"></p>");
    }
}
