//! Which kinds may stand where: a court is an organisation, a `via` is a source. Knows places of links, not the entities behind them.

use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, Place, StatementRole};

/// The kinds that a link at `place` can lead to; empty when every kind can.
pub(super) const fn allowed(place: Place) -> &'static [Kind] {
    match place {
        Place::Text { .. } | Place::Embed => &[],
        Place::Citation { .. } => &[Kind::Source],
        Place::Field(FieldKey::Role(_)) => &[Kind::Person, Kind::Organisation],
        Place::Field(FieldKey::Named(key)) => by_key(key),
        Place::Statement { role, .. } => match role {
            StatementRole::Speaker => &[Kind::Person, Kind::Organisation],
            StatementRole::Via | StatementRole::Cited => &[Kind::Source],
            StatementRole::About | StatementRole::Relation | StatementRole::Words => &[],
        },
    }
}

const fn by_key(key: &str) -> &'static [Kind] {
    match key.as_bytes() {
        b"case" | b"cases" | b"split_from" => &[Kind::Case],
        b"court" | b"organisations" => &[Kind::Organisation],
        b"publisher" | b"who" => &[Kind::Organisation, Kind::Person],
        b"people" => &[Kind::Person],
        b"place" | b"places" | b"within" => &[Kind::Place],
        b"hearings" => &[Kind::Hearing],
        b"events" => &[Kind::Event],
        b"source" | b"sources" | b"derived_from" => &[Kind::Source],
        _ => &[],
    }
}

/// The kinds as words: "a person or an organisation".
pub(super) fn in_words(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| kind.with_article()).collect::<Vec<_>>().join(" or ")
}
