//! Running text of a page: finished HTML, cards and embeds in order. Knows how the holes of a fragment are filled; the HTML is made only when a template asks for it.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::citations::{self, CitationView, MarkView};
use super::hover::HoverCardView;
use super::parts::{ContentsItem, PagingView, Ref, Reference, TextPartLink};
use super::picture::{self, FileView};
use super::statement::StatementView;
use super::text_words::TextWords;
use crate::document::body::{Chunk, Fragment};
use crate::document::mention::MentionId;
use crate::foundation::html::{escape, escape_into, push_format};

/// The text of a page.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Default)]
pub struct BodyView {
    /// HTML, statements and embeds, in order; written one after the other they are the whole.
    pub blocks: Vec<Block>,
    /// The headings of level 2 and 3.
    pub contents: Vec<ContentsItem>,
    /// The sources that it cites, by number.
    pub cited: Vec<CitationView>,
    /// The cards of what it links to, each once.
    pub cards: Vec<HoverCardView>,
    /// Minutes of reading, at 220 words a minute, at least 1; 0 for a page without text, and for all parts of a text but the first.
    pub minutes: usize,
    /// Which part of a long text these blocks are, and the ways to those before and after; nothing where the page has all of it.
    pub paging: Option<PagingView>,
    /// The parts of a long text, on the page of the first; empty on the others and where the page has all of it.
    pub parts: Vec<TextPartLink>,
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
    /// Its content, or the beginning of it.
    pub blocks: Vec<Block>,
    /// Whether it goes on there: more of it would be too much for a page that shows it.
    pub goes_on: bool,
}

/// HTML with its links filled in; in templates a string that is safe as it is.
#[derive(Debug, Clone)]
pub struct RichText {
    /// The text that it is a part of.
    pub fragment: Fragment,
    /// Which chunks of it.
    pub range: Range<usize>,
    /// What fills the holes.
    pub holes: Arc<Holes>,
    /// What stands before addresses.
    pub root: Arc<str>,
    /// Shown on another page than its own: without anchors and footnotes.
    pub embedded: bool,
}

/// What fills the holes of one document's text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Holes {
    /// For the mentions in the text: where each leads and how it is called.
    pub links: BTreeMap<MentionId, Ref>,
    /// For the mentions in the text: the number of the card on its page.
    pub cards: BTreeMap<MentionId, usize>,
    /// For the citations in the text, by their index: their marks.
    pub citations: BTreeMap<u32, Vec<MarkView>>,
    /// For each heading: its anchor.
    pub anchors: Vec<String>,
    /// For each heading: its level.
    pub levels: Vec<u8>,
    /// For each file: its address and what is known of it.
    pub files: Vec<FileView>,
    /// The words of the interface within the text.
    pub words: Arc<TextWords>,
}

impl Default for RichText {
    fn default() -> Self {
        let nothing = Fragment::default();
        Self { fragment: nothing, range: 0..0, holes: Arc::default(), root: Arc::from(""), embedded: false }
    }
}

impl From<Fragment> for RichText {
    /// The whole of a fragment without holes.
    fn from(fragment: Fragment) -> Self {
        Self { range: 0..fragment.0.len(), fragment, ..Self::default() }
    }
}

impl PartialEq for RichText {
    fn eq(&self, other: &Self) -> bool {
        self.to_html() == other.to_html()
    }
}

impl Hash for RichText {
    /// Hashes what the HTML is made from, which is less work than making it.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.root.hash(state);
        self.embedded.hash(state);
        self.holes.words.hash(state);
        for chunk in self.chunks() {
            chunk.hash(state);
            match chunk {
                Chunk::Link { mention, .. } => {
                    self.holes.links.get(mention).hash(state);
                    self.holes.cards.get(mention).hash(state);
                }
                Chunk::Citation(index) => self.holes.citations.get(index).hash(state),
                Chunk::FileAddress(file) => self.holes.files.get(*file as usize).hash(state),
                Chunk::Picture(picture) => self.holes.files.get(picture.file as usize).hash(state),
                Chunk::HeadingStart(index) | Chunk::HeadingEnd(index) => {
                    self.holes.anchors.get(*index as usize).hash(state);
                    self.holes.levels.get(*index as usize).hash(state);
                }
                _ => {}
            }
        }
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_html())
    }
}

impl RichText {
    fn chunks(&self) -> &[Chunk] {
        self.fragment.0.get(self.range.clone()).unwrap_or_default()
    }

    /// The HTML.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        let mut in_footnotes = false;
        for chunk in self.chunks() {
            match chunk {
                Chunk::FootnotesStart if self.embedded => in_footnotes = true,
                Chunk::FootnotesEnd if self.embedded => in_footnotes = false,
                _ if in_footnotes => {}
                chunk => self.write_chunk(chunk, &mut out),
            }
        }
        out
    }

    fn write_chunk(&self, chunk: &Chunk, out: &mut String) {
        match chunk {
            Chunk::Html(html) => out.push_str(html),
            Chunk::Link { mention, label } => {
                if let Some(target) = self.holes.links.get(mention) {
                    let card = self.holes.cards.get(mention).filter(|_| !self.embedded);
                    self.write_link(target, label.as_deref(), card.copied(), out);
                }
            }
            Chunk::Citation(index) => {
                if let Some(marks) = self.holes.citations.get(index) {
                    citations::write(marks, &self.holes.words, &self.root, self.embedded, out);
                }
            }
            Chunk::FileAddress(index) => {
                if let Some(file) = self.holes.files.get(*index as usize) {
                    escape_into(out, &self.root);
                    escape_into(out, &file.path);
                }
            }
            Chunk::Picture(picture) => {
                if let Some(file) = self.holes.files.get(picture.file as usize) {
                    picture::write(file, &picture.alt, picture.width, &self.root, out);
                }
            }
            Chunk::HeadingStart(index) => self.write_heading(*index, out),
            Chunk::HeadingEnd(index) => {
                let level = self.holes.levels.get(*index as usize).unwrap_or(&2);
                push_format(out, format_args!("</h{level}>"));
            }
            Chunk::Anchor(id) if !self.embedded => push_format(out, format_args!(" id=\"{}\"", escape(id))),
            Chunk::FootnoteMark { number, time } if !self.embedded => {
                write_footnote_mark(*number, *time, &self.holes.words, out);
            }
            Chunk::FootnotesStart if !self.embedded => push_format(
                out,
                format_args!(
                    "<section class=\"footnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">{}</h2>\n",
                    escape(&self.holes.words.notes)
                ),
            ),
            Chunk::Label(label) => out.push_str(&self.holes.words.label(*label)),
            Chunk::NoteStart(number) => push_format(out, format_args!("<li id=\"fn-{number}\">")),
            Chunk::NoteBack { number, time } => write_back(*number, *time, &self.holes.words, out),
            Chunk::FootnotesEnd if !self.embedded => out.push_str("</section>\n"),
            Chunk::Anchor(_)
            | Chunk::FootnoteMark { .. }
            | Chunk::Embed(_)
            | Chunk::Statement(_)
            | Chunk::Break
            | Chunk::HolderStart(_)
            | Chunk::HolderEnd
            | Chunk::NoteEnd
            | Chunk::FootnotesStart
            | Chunk::FootnotesEnd => {}
        }
    }

    fn write_heading(&self, index: u32, out: &mut String) {
        let level = self.holes.levels.get(index as usize).unwrap_or(&2);
        match self.holes.anchors.get(index as usize) {
            Some(anchor) if !self.embedded => push_format(out, format_args!("<h{level} id=\"{}\">", escape(anchor))),
            _ => push_format(out, format_args!("<h{level}>")),
        }
    }

    /// A link, or only its words where there is no page to lead to. The author's label is finished HTML, a title is not.
    /// What is not published is those words and nothing more: not even that a link stands there is to be seen.
    fn write_link(&self, target: &Reference, label: Option<&str>, card: Option<usize>, out: &mut String) {
        if target.kind.is_none() {
            match label {
                Some(label) => out.push_str(label),
                None => escape_into(out, &target.title),
            }
            return;
        }
        let element = if target.path.is_some() { "a" } else { "span" };
        push_format(out, format_args!("<{element}"));
        if let Some(path) = &target.path {
            push_format(out, format_args!(" href=\"{}{}\"", escape(&self.root), escape(path)));
        }
        out.push_str(" dir=\"auto\"");
        if let (Some(language), None) = (&target.language, label) {
            push_format(out, format_args!(" lang=\"{}\"", escape(language)));
        }
        if target.unnamed {
            out.push_str(" class=\"unnamed\"");
        }
        if let Some(card) = card.filter(|_| target.path.is_some()) {
            push_format(out, format_args!(" interestfor=\"card-{card}\""));
        }
        out.push('>');
        match label {
            Some(label) => out.push_str(label),
            None => escape_into(out, &target.title),
        }
        push_format(out, format_args!("</{element}>"));
    }
}

fn write_footnote_mark(number: u32, time: u32, words: &TextWords, out: &mut String) {
    let label = words.note.html(number, time);
    let again = if time > 1 { format!("-{time}") } else { String::new() };
    push_format(
        out,
        format_args!(
            "<sup class=\"note-mark\"><a id=\"fnref-{number}{again}\" href=\"#fn-{number}\" role=\"doc-noteref\" \
         aria-label=\"{label}\">{number}</a></sup>"
        ),
    );
}

fn write_back(number: u32, time: u32, words: &TextWords, out: &mut String) {
    let label = words.back_from(number, time);
    let again = if time > 1 { format!("-{time}") } else { String::new() };
    push_format(
        out,
        format_args!(
            " <a href=\"#fnref-{number}{again}\" class=\"footnote-back\" aria-label=\"{label}\">↩\u{fe0e}</a>"
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::super::text_words::Numbered;
    use super::*;
    use crate::document::kind::Kind;

    fn html(embedded: bool) -> String {
        let target = |path: Option<&str>, title: &str, unnamed| {
            let (path, language) = (path.map(Into::into), Some("tr".into()));
            Arc::new(Reference { kind: Some(Kind::Person), path, title: title.into(), language, unnamed })
        };
        let links = [target(Some("people/a/"), "A & B", false), target(None, "an officer", true)];
        let holes = Holes {
            links: links.into_iter().enumerate().map(|(index, target)| (MentionId::at(index), target)).collect(),
            cards: [(MentionId::at(0), 1)].into(),
            citations: BTreeMap::new(),
            anchors: vec!["h-one".into()],
            levels: vec![3],
            files: vec![FileView { path: "files/a.jpg".into(), picture: None }],
            words: Arc::new(TextWords {
                notes: "Notes".into(),
                note: Numbered("Note \u{fffc}".into()),
                ..TextWords::default()
            }),
        };
        let link = |mention, label: Option<&str>| Chunk::Link {
            mention: MentionId::at(mention),
            label: label.map(Into::into),
        };
        let chunks = vec![
            Chunk::HeadingStart(0),
            Chunk::Html("One".into()),
            Chunk::HeadingEnd(0),
            Chunk::Html("<p".into()),
            Chunk::Anchor("b1".into()),
            Chunk::Html(">".into()),
            link(0, None),
            link(0, Some("<em>her</em>")),
            link(1, None),
            Chunk::Html("<img src=\"".into()),
            Chunk::FileAddress(0),
            Chunk::Html("\">".into()),
            Chunk::FootnoteMark { number: 2, time: 1 },
            Chunk::FootnoteMark { number: 2, time: 2 },
            Chunk::Html("</p>".into()),
            Chunk::FootnotesStart,
            Chunk::Html("<ol></ol>".into()),
            Chunk::FootnotesEnd,
        ];
        let range = 0..chunks.len();
        RichText { fragment: Fragment(chunks.into()), range, holes: Arc::new(holes), root: "../".into(), embedded }
            .to_html()
    }

    #[test]
    fn holes_are_filled() {
        assert_eq!(
            html(false),
            "<h3 id=\"h-one\">One</h3><p id=\"b1\"><a href=\"../people/a/\" dir=\"auto\" lang=\"tr\" interestfor=\"card-1\">A &amp; B</a>\
             <a href=\"../people/a/\" dir=\"auto\" interestfor=\"card-1\"><em>her</em></a><span dir=\"auto\" lang=\"tr\" class=\"unnamed\">an officer</span>\
             <img src=\"../files/a.jpg\">\
             <sup class=\"note-mark\"><a id=\"fnref-2\" href=\"#fn-2\" role=\"doc-noteref\" aria-label=\"Note 2\">2</a></sup>\
             <sup class=\"note-mark\"><a id=\"fnref-2-2\" href=\"#fn-2\" role=\"doc-noteref\" aria-label=\"Note 2\">2</a></sup>\
             </p><section class=\"footnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ol></ol></section>\n"
        );
    }

    #[test]
    fn a_link_to_what_is_not_published_is_its_words_alone() {
        let hidden = Reference { title: "a person <not named> here".into(), ..Reference::default() };
        let holes = Holes { links: [(MentionId::at(0), Arc::new(hidden))].into(), ..Holes::default() };
        let link = |label: Option<&str>| Chunk::Link { mention: MentionId::at(0), label: label.map(Into::into) };
        let fragment = Fragment([link(None), link(Some("<em>her</em>"))].into());
        let text = RichText { fragment, range: 0..2, holes: Arc::new(holes), root: "".into(), embedded: false };
        assert_eq!(text.to_html(), "a person &lt;not named&gt; here<em>her</em>");
    }

    #[test]
    fn on_another_page_there_are_neither_anchors_nor_footnotes() {
        assert_eq!(
            html(true),
            "<h3>One</h3><p><a href=\"../people/a/\" dir=\"auto\" lang=\"tr\">A &amp; B</a>\
             <a href=\"../people/a/\" dir=\"auto\"><em>her</em></a><span dir=\"auto\" lang=\"tr\" class=\"unnamed\">an officer</span>\
             <img src=\"../files/a.jpg\"></p>"
        );
    }
}
