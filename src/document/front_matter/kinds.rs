//! The keys of dossiers, organisations, places and events.

use super::counts::counts;
use super::node::Entry;
use super::reader::Reader;
use super::records::resolved;
use super::{DossierFields, EventFields, OrganisationFields, PlaceFields, Precision};
use crate::document::mention::FieldKey;

impl DossierFields {
    /// Takes the value of `key`; false when it is not a key of dossiers.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        let list = match key {
            "date" => {
                self.date = reader.date(entry);
                return true;
            }
            "updated" => {
                self.updated = reader.date(entry);
                return true;
            }
            "authors" => {
                self.authors = reader.names(entry);
                return true;
            }
            "people" => &mut self.people,
            "organisations" => &mut self.organisations,
            "places" => &mut self.places,
            "hearings" => &mut self.hearings,
            "cases" => &mut self.cases,
            "events" => &mut self.events,
            _ => return false,
        };
        *list = reader.links(FieldKey::Named(key), entry);
        true
    }
}

impl OrganisationFields {
    /// Takes the value of `key`; false when it is not a key of organisations.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "type" => self.form = reader.text(entry),
            "place" => self.place = reader.link(key, entry),
            _ => return false,
        }
        true
    }
}

impl PlaceFields {
    /// Takes the value of `key`; false when it is not a key of places.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "coordinates" => self.coordinates = reader.coordinates(entry),
            "precision" => self.precision = reader.word(entry, Precision::named, Precision::WORDS),
            "within" => self.within = reader.link(key, entry),
            _ => return false,
        }
        true
    }
}

impl EventFields {
    /// Takes the value of `key`; false when it is not a key of events.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "date" => self.date = reader.date(entry),
            "resolved" => self.resolved = resolved(reader, entry),
            "place" => self.place = reader.link(key, entry),
            "type" => self.form = reader.text(entry),
            "counts" => self.counts = counts(reader, entry),
            _ => return false,
        }
        true
    }
}
