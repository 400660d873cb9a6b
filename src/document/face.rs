//! What of a document other pages can show, and what its own page alone does, or one that embeds it. Knows which is which; a page is
//! made of no more, so where both are as they were it is as it was.

use super::Document;
use super::body::Body;
use crate::foundation::fingerprint::Fingerprint;

impl Document {
    /// Of all that the page of another document can show of this one without embedding it, and of all that decides where it stands and
    /// what it leads to. Where in its file anything stands is no part of it.
    #[must_use]
    pub fn face(&self) -> Fingerprint {
        let Self { file: _, path, fingerprint: _, kind, id, title, found_as, stem, is_translation, .. } = self;
        let Self { common, fields, mentions, body, .. } = self;
        let Body { content: _, words: _, headings, statements, blocks, sentences, .. } = body;
        let Body { citations, files, lead, broken_blocks, parts, .. } = body;
        let names = (path, kind, id, title, found_as, stem, is_translation);
        let text = (headings, statements, blocks, sentences, citations, files, lead, broken_blocks, parts.places());
        Fingerprint::of(&(names, common, fields, mentions, text))
    }

    /// Of the rest: what its own page shows, and a page that embeds it.
    #[must_use]
    pub fn inside(&self) -> Fingerprint {
        let Body { content, words, parts, .. } = &self.body;
        Fingerprint::of(&(content, words, parts.list()))
    }
}
