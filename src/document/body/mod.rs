//! The Markdown of one document as finished HTML with holes. The holes are all that depends on other documents or on who may be named.

mod address;
mod block_id;
mod callout;
mod cite;
mod comments;
mod content;
mod cut;
mod divide;
mod draft;
mod fields;
mod footnotes;
mod frame;
mod head;
mod heavy;
mod hidden;
mod highlight;
mod inline;
mod leaf;
mod limits;
mod link;
mod marks;
mod out;
mod picture;
mod problems;
pub mod prose;
mod read;
mod sentence;
mod source;
mod strays;
mod text_block;
mod translation;
mod typography;
mod verbatim;
mod weight;
mod word_count;
mod writer;

#[cfg(test)]
mod tests;

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use block_id::anchor;
pub use content::Content;
pub use cut::{Parts, TextPart};
pub use divide::{Holder, Portion};
pub use link::page_address;
pub use read::{BodySettings, read};
pub use weight::{EMBEDDED, RELATED};

use read::options;

use super::citation::Citation;
use super::mention::MentionId;
use super::plain::{Plain, Sentences};
use super::statement::Statement;
use crate::foundation::span::{Span, Spanned};

/// The body of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Body {
    /// The whole text, statements in their places.
    pub content: Content,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// The statements, in order.
    pub statements: Vec<Statement>,
    /// Block ids of paragraphs and lists that are not statements.
    pub blocks: Vec<Spanned<String>>,
    /// The sentences that hold mentions; [`super::mention::Place::Text`] points here.
    pub sentences: Sentences,
    /// The citations, in order; also those in statements and footnotes.
    pub citations: Vec<Citation>,
    /// The images and attachments it uses.
    pub files: Vec<FileUse>,
    /// The first paragraph, for descriptions; empty when there is none.
    pub lead: Plain,
    /// How many words it has, for the reading time.
    pub words: usize,
    /// Block ids of statements that could not be read: links to them are not reported again.
    pub broken_blocks: Vec<String>,
    /// The parts into which a long text is cut.
    pub parts: Parts,
}

/// A run of HTML with holes. Cloning is cheap.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Fragment(pub Arc<[Chunk]>);

/// A part of a fragment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Chunk {
    /// Finished HTML: every tag is ours, every text escaped.
    Html(Box<str>),
    /// A link: its label as finished HTML, or nothing where the target's title stands.
    Link {
        /// The mention that leads to the target.
        mention: MentionId,
        /// The label, when the author wrote one.
        label: Option<Box<str>>,
    },
    /// The marks of a citation; an index into [`Body::citations`].
    Citation(u32),
    /// A part of another page, or of this one, shown here.
    Embed(MentionId),
    /// The address of a file of the site, inside an attribute; an index into [`Body::files`].
    FileAddress(u32),
    /// A picture.
    Picture(Box<Picture>),
    /// Where a heading begins, before its tag `<hN id="…">`; the tag itself is made when its text is known. An index into [`Body::headings`].
    HeadingStart(u32),
    /// Where that heading ends.
    HeadingEnd(u32),
    /// Where a statement stands; an index into [`Body::statements`].
    Statement(u32),
    /// An attribute ` id="…"` with this value, which [`anchor`] made, left out where the fragment is embedded.
    Anchor(Box<str>),
    /// A mark that leads to a footnote, left out where the fragment is embedded. It leads to `#fn-{number}`, and its id, to which
    /// the footnote leads back, is `fnref-{number}` the first time and `fnref-{number}-{time}` afterwards.
    FootnoteMark {
        /// The footnote's number, from 1.
        number: u32,
        /// Which mark of this footnote it is, from 1.
        time: u32,
    },
    /// Between two blocks, at the top level or in a [`Holder`]: a long text is cut here and nowhere else. A short one has none.
    Break,
    /// A block begins that can be divided. What stands between this and the first [`Chunk::Break`] in it is its head.
    HolderStart(Holder),
    /// That block has ended.
    HolderEnd,
    /// The list of footnotes begins, under a heading of its own; everything to [`Chunk::FootnotesEnd`] is left out where the fragment is embedded.
    FootnotesStart,
    /// The item of a footnote begins, `<li id="fn-{number}">`.
    NoteStart(u32),
    /// A link from a footnote back to one of its marks.
    NoteBack {
        /// The footnote's number, from 1.
        number: u32,
        /// To which of its marks it leads, from 1.
        time: u32,
    },
    /// The item of a footnote has ended.
    NoteEnd,
    /// The list of footnotes ends.
    FootnotesEnd,
    /// Words of the interface, in the language of the page.
    Label(Label),
}

/// A picture in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Picture {
    /// Its file, an index into [`Body::files`].
    pub file: u32,
    /// What it shows, as plain text.
    pub alt: Box<str>,
    /// The width in pixels that the author gave it.
    pub width: Option<u32>,
}

/// The callouts that have a title of their own.
pub const CALLOUTS: &[&str] = callout::CLASSES;

/// Words of the interface that stand within a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// That a part which can be scrolled is a table.
    Table,
    /// The title of a callout whose author wrote none; one of [`CALLOUTS`].
    Callout(&'static str),
}

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the title of the page is the only heading of level 1, deeper ones move down.
    pub level: u8,
    /// Its text.
    pub text: Plain,
    /// Whether it stands at the top level, where a section can be embedded.
    pub is_section: bool,
    /// Where it was written.
    pub span: Span,
}

/// Of what was written, wherever in the file it stands.
impl Hash for Heading {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { level, text, is_section, span: _ } = self;
        (level, text, is_section).hash(state);
    }
}

/// The use of an image or attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileUse {
    /// The path or file name as written, entities and percent-encoding decoded.
    pub name: String,
    /// Where it was written.
    pub span: Span,
}

/// Of what was written, wherever in the file it stands.
impl Hash for FileUse {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { name, span: _ } = self;
        name.hash(state);
    }
}
