//! The keys of sources, and the words for what a source is.

use serde::Serialize;

use super::Text;
use super::keys::PUBLIC;
use super::node::Entry;
use super::reader::Reader;
use crate::document::mention::{FieldKey, MentionId};
use crate::document::statement::words;
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::Code;
use crate::foundation::span::{Span, Spanned};

/// An article, judgment, record, recording.
#[derive(Debug, Clone, PartialEq, Hash, Default)]
pub struct SourceFields {
    /// `type`.
    pub form: Option<Spanned<SourceForm>>,
    /// `publisher`.
    pub publisher: Option<MentionId>,
    /// `author`, as text.
    pub authors: Vec<Text>,
    /// `published`.
    pub published: Option<Spanned<Edtf>>,
    /// `url`: the original address, http or https.
    pub url: Option<Text>,
    /// `archived`: the address of an archived copy.
    pub archived: Option<Text>,
    /// `accessed`.
    pub accessed: Option<Spanned<Edtf>>,
    /// `derived_from`: the sources that it retells.
    pub derived_from: Vec<MentionId>,
    /// `seen: false`: it is cited through another.
    pub unseen: bool,
    /// `file`: the stored copy.
    pub file: Option<Text>,
    /// `sha256` of the stored copy, 64 hexadecimal digits in lower case.
    pub sha256: Option<Text>,
    /// `public: file`: the stored copy is published; else only the citation.
    pub publishes_file: bool,
    /// `cleaned: true`: what is hidden in the stored copy was taken out; where that is said.
    pub cleaned: Option<Span>,
}

/// What kind of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceForm {
    /// A news article.
    Article,
    /// A judgment or decision of a court.
    Judgment,
    /// The minutes of a hearing.
    Minutes,
    /// An indictment.
    Indictment,
    /// An official record.
    Record,
    /// A sound recording.
    Audio,
    /// A film.
    Video,
    /// A photograph.
    Photo,
    /// A post in a social network.
    Post,
    /// Notes of an observer.
    Notes,
}

words!(
    SourceForm,
    Article = "article",
    Judgment = "judgment",
    Minutes = "minutes",
    Indictment = "indictment",
    Record = "record",
    Audio = "audio",
    Video = "video",
    Photo = "photo",
    Post = "post",
    Notes = "notes"
);

impl SourceFields {
    /// A hash is the hash of something, and something was cleaned.
    pub(super) fn check(&self, reader: &mut Reader<'_>) {
        if let (Some(sha256), None) = (&self.sha256, &self.file) {
            let message = "`sha256` needs the `file` that it is the hash of";
            reader.report(
                Code::MissingKey,
                sha256.span,
                message,
                "add `file:` with the stored copy, or delete this line",
            );
        }
        if let (Some(cleaned), None) = (self.cleaned, &self.file) {
            let message = "`cleaned` needs the `file` that was cleaned";
            reader.report(Code::MissingKey, cleaned, message, "add `file:` with the stored copy, or delete this line");
        }
    }

    /// Takes the value of `key`; false when it is not a key of sources.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "type" => self.form = reader.word(entry, SourceForm::named, SourceForm::WORDS),
            "publisher" => self.publisher = reader.link(key, entry),
            "author" => self.authors = reader.names(entry),
            "published" => self.published = reader.date(entry),
            "url" => self.url = reader.address(entry),
            "archived" => self.archived = reader.address(entry),
            "accessed" => self.accessed = reader.date(entry),
            "derived_from" => self.derived_from = reader.links(FieldKey::Named(key), entry),
            "seen" => self.unseen = matches!(reader.flag(entry, false), Ok(Some(false))),
            "file" => self.file = reader.text(entry),
            "sha256" => self.sha256 = reader.sha256(entry),
            "public" => {
                let is_file = |word: &str| PUBLIC.contains(&word).then_some(word == "file");
                self.publishes_file = reader.word(entry, is_file, PUBLIC).is_some_and(|public| public.value);
            }
            "cleaned" => {
                self.cleaned = matches!(reader.flag(entry, false), Ok(Some(true))).then_some(entry.node.span);
            }
            _ => return false,
        }
        true
    }
}
