//! One file alone: its front matter, body, mentions and statements. Knows nothing of other files, so names are not resolved here.

pub mod body;
pub mod citation;
mod face;
pub mod front_matter;
pub mod invisible;
pub mod kind;
pub mod mention;
pub mod mention_text;
pub mod parse;
pub mod plain;
pub mod said;
pub mod statement;
pub mod translated;

use std::sync::Arc;

pub use parse::{Role, Settings, parse};

use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::slug::Slug;
use crate::foundation::span::{FileId, Spanned};
use crate::source::tree::SourcePath;
use body::Body;
use front_matter::{Common, Fields};
use kind::Kind;
use mention::{Mention, MentionId, Names};

/// One Markdown file, read and checked as far as that is possible without the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// Its path below the root.
    pub path: SourcePath,
    /// The hash of its text and of all that decides how it is read.
    pub fingerprint: Fingerprint,
    /// What it is about.
    pub kind: Kind,
    /// Its id, written or made of the file name; the span is that of the written id, else the start of the file.
    pub id: Spanned<Slug>,
    /// The file name without folder and ending, a name by which it can be linked.
    pub stem: String,
    /// The title: `title`, `name` or `label`, else the file name as in Obsidian.
    pub title: Spanned<String>,
    /// Names in other languages by which links find it, and which are not shown.
    pub found_as: Vec<String>,
    /// Whether its words are those of a translation, and all else that of its main file.
    pub is_translation: bool,
    /// The keys that every kind has.
    pub common: Common,
    /// The keys of its kind.
    pub fields: Fields,
    /// Every link to something else in the site, from front matter and body, in the order of the text.
    pub mentions: Arc<[Mention]>,
    /// The Markdown below the front matter.
    pub body: Body,
}

impl Document {
    /// The mention with this id. Ids are only made together with the mentions of their document.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.mentions.get(id.index())
    }

    /// Keeps no name in its links that `names` has already.
    pub fn share_names(&mut self, names: &Names) {
        if let Some(mentions) = Arc::get_mut(&mut self.mentions) {
            names.share(mentions);
        }
    }

    /// Whether it is about a person who is not named: its title is a label.
    #[must_use]
    pub const fn is_unnamed(&self) -> bool {
        matches!(&self.fields, Fields::Person(person) if person.label.is_some())
    }
}
