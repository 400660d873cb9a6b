//! The pages of places and events.

use crate::document::front_matter::{Coordinates, EventFields, PlaceFields, Precision};
use crate::document::kind::Kind;
use crate::graph::public::PublicEntity;
use crate::pages::context::Context;
use crate::pages::counts;
use crate::pages::rest::{self, Part};
use crate::pages::views::{EntityView, EventView, PlaceView};

/// The page of a place.
pub(super) fn place(page: &Context<'_>, entity: &PublicEntity, common: EntityView, fields: &PlaceFields) -> PlaceView {
    let (coordinates, precision) = shown_coordinates(fields).unzip();
    let mut parts: Vec<_> = page
        .named_in(entity.id, "within")
        .filter(|other| other.kind() == Kind::Place)
        .filter_map(|other| page.reference(other.id))
        .collect();
    parts.sort_by(|a, b| page.tongue.alphabet.compare(&a.title, &b.title));
    PlaceView {
        coordinates,
        precision,
        within: page.one(entity, fields.within),
        parts,
        events: rest::first(Part::Happened, rest::happened(page, entity)),
        statements_about: rest::first_statements(page, entity, Part::SaidAbout),
        entity: common,
    }
}

/// Degrees north and east as they may be shown, and how exact that is.
pub(in crate::pages) fn shown_coordinates(fields: &PlaceFields) -> Option<((String, String), &'static str)> {
    let precision = fields.precision.as_ref().map_or(Precision::Region, |precision| precision.value);
    let coordinates = fields.coordinates.as_ref()?;
    Some((rounded(coordinates.value, precision), precision.name()))
}

/// Coordinates no finer than the precision allows: about 10 m, 1 km, 10 km, 100 km.
fn rounded(coordinates: Coordinates, precision: Precision) -> (String, String) {
    let digits = match precision {
        Precision::Exact => 4,
        Precision::Vicinity => 2,
        Precision::Locality => 1,
        Precision::Region => 0,
    };
    (format!("{:.digits$}", coordinates.latitude), format!("{:.digits$}", coordinates.longitude))
}

/// The page of an event.
pub(super) fn event(page: &Context<'_>, entity: &PublicEntity, common: EntityView, fields: &EventFields) -> EventView {
    let cases = page.named_in(entity.id, "about").filter(|other| other.kind() == Kind::Case);
    EventView {
        form: fields.form.as_ref().map_or_else(String::new, |form| form.value.clone()),
        date: page.dated(entity),
        place: page.one(entity, fields.place),
        counts: counts::groups(page, entity, fields),
        cases: cases.filter_map(|case| page.reference(case.id)).collect(),
        statements_about: rest::first_statements(page, entity, Part::SaidAbout),
        entity: common,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_say_no_more_than_their_precision() {
        let kilis = Coordinates { latitude: 36.718_412, longitude: 37.121_22 };
        let shown = [Precision::Exact, Precision::Vicinity, Precision::Locality, Precision::Region]
            .map(|precision| rounded(kilis, precision).0);
        assert_eq!(shown, ["36.7184", "36.72", "36.7", "37"]);
    }
}
