//! Maps: a numbered list of places, and a drawing of where they are. Knows places as exactly as they may be shown and no better.

use serde::Serialize;

use super::parts::{PagingView, Ref};

/// A page of the map of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapPageView {
    /// The places on this page.
    pub places: PlacesView,
    /// Where this page stands among those of the map.
    pub paging: PagingView,
}

/// Places in a list and on a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlacesView {
    /// The drawing.
    pub drawing: MapView,
    /// The places, by their numbers.
    pub list: Vec<PlaceRow>,
    /// How many there are in all.
    pub total: usize,
}

/// A place of the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlaceRow {
    /// Its number on the drawing, from 1.
    pub number: usize,
    /// The place.
    pub place: Ref,
    /// The larger place.
    pub within: Option<Ref>,
    /// Degrees from the equator, rounded by the precision, as text.
    pub latitude: String,
    /// Whether these are degrees south.
    pub is_south: bool,
    /// Degrees from Greenwich, rounded by the precision, as text.
    pub longitude: String,
    /// Whether these are degrees west.
    pub is_west: bool,
    /// `exact`, `vicinity`, `locality` or `region`.
    pub precision: &'static str,
}

/// A drawing of where places are. Lengths are whole units of its own width and height.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapView {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The land, as the path of an SVG; empty where there is none in sight.
    pub land: String,
    /// The borders between countries, in the same form.
    pub borders: String,
    /// Circles as wide as what a place is shown to, where that can be seen at all.
    pub circles: Vec<CircleView>,
    /// The pins; places that would cover each other share one.
    pub pins: Vec<PinView>,
}

/// A circle on a map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CircleView {
    /// Its middle.
    pub x: i32,
    /// Its middle.
    pub y: i32,
    /// From its middle to its edge.
    pub radius: i32,
}

/// A pin on a map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PinView {
    /// The number of its first place.
    pub number: usize,
    /// The number, and how many further places it stands for: "3", "3 +2".
    pub label: String,
    /// The names of its places.
    pub title: String,
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The middle of its text.
    pub text_x: i32,
    /// The foot of its text.
    pub text_y: i32,
}
