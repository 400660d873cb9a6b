//! The keys of cases and hearings.

use super::node::Entry;
use super::reader::Reader;
use super::records::{parties, resolved};
use super::{CaseFields, HearingFields, HearingStatus};
use crate::document::mention::FieldKey;

impl CaseFields {
    /// Takes the value of `key`; false when it is not a key of cases.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "court" => self.court = reader.link(key, entry),
            "numbers" => self.numbers = reader.texts(entry),
            "split_from" => self.split_from = reader.link(key, entry),
            "about" => self.about = reader.links(FieldKey::Named(key), entry),
            "date" => self.date = reader.date(entry),
            "parties" => self.parties = parties(reader, entry),
            _ => return false,
        }
        true
    }
}

impl HearingFields {
    /// Takes the value of `key`; false when it is not a key of hearings.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "case" => self.case = reader.link(key, entry),
            "number" => self.number = reader.text(entry),
            "date" => self.date = reader.date(entry),
            "resolved" => self.resolved = resolved(reader, entry),
            "status" => {
                if let Some(status) = reader.word(entry, HearingStatus::named, HearingStatus::WORDS) {
                    self.status = status;
                }
            }
            "court" => self.court = reader.link(key, entry),
            "place" => self.place = reader.link(key, entry),
            "next" => self.next = reader.date(entry),
            _ => return false,
        }
        true
    }
}
