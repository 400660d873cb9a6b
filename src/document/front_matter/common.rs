//! The keys that every kind has.

use super::node::{Entry, Value};
use super::reader::Reader;
use super::records::{corrections, replies, withdrawn};
use super::{Common, Text};
use crate::document::mention::FieldKey;

impl Common {
    /// Takes the value of `key`; false when it is not a key of every kind.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "aliases" => self.aliases = reader.aliases(entry),
            "lang" => self.lang = reader.language(entry),
            "sort_as" => self.sort_as = reader.text(entry),
            "summary" => self.summary = reader.text(entry),
            "sources" => self.sources = reader.links(FieldKey::Named(key), entry),
            // What cannot be read must not be published, whatever the caller makes of the errors.
            "draft" => self.draft |= reader.flag(entry, true).map_or(true, Option::unwrap_or_default),
            "publish_after" => match reader.moment(entry) {
                Ok(moment) => self.publish_after = Some(moment),
                Err(_) => self.draft = true,
            },
            "redirect_from" => self.redirect_from = reader.routes(entry),
            "not_same_as" => self.not_same_as = reader.links(FieldKey::Named(key), entry),
            "same_as" => self.same_as = reader.identifiers(entry),
            "tags" => self.tags = reader.texts(entry),
            "corrections" => self.corrections = corrections(reader, entry),
            "replies" => self.replies = replies(reader, entry),
            // As with `draft`: who writes the key means that the page is no longer to be seen.
            "withdrawn" => match withdrawn(reader, entry) {
                Some(note) => self.withdrawn = Some(note),
                None => self.draft = true,
            },
            "noindex" => self.noindex = matches!(reader.flag(entry, false), Ok(Some(true))),
            "card" => self.no_card = reader.flag(entry, true) != Ok(Some(true)),
            "extra" => self.extra = reader.extra(entry),
            _ => return false,
        }
        true
    }
}

impl Reader<'_> {
    fn aliases(&mut self, entry: &Entry) -> Vec<Text> {
        for node in self.several(entry) {
            if let Value::Scalar(scalar) = &node.value {
                self.refuse_invisible(scalar);
            }
        }
        self.texts(entry)
    }
}
