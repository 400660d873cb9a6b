//! Maps of places: of the site, of a case, of a dossier, of a place. Knows coordinates only as they may be shown: what a map
//! shows, and of which part of the world, follows from rounded ones alone.

mod frame;
mod outlines;

use super::Page;
use super::context::{Context, Shell};
use super::hearings;
use super::kinds::shown_coordinates;
use super::paging::{Paging, parts};
use super::planner::Planner;
use super::views::{CircleView, Content, MapPageView, MapView, PinView, PlaceRow, PlacesView};
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity, PublicSite};
use frame::{Frame, HEIGHT, WIDTH};
pub(super) use outlines::Outlines;

/// How many places one map holds.
const MOST: usize = 60;
/// Pins that stand nearer to each other become one.
const NEAR: (f64, f64) = (30.0, 22.0);
/// The height of a pin, and the width of one with a single number.
const PIN: (f64, f64) = (22.0, 24.0);

/// Whether the site has a place that can be shown on a map.
pub(super) fn is_there(site: &PublicSite) -> bool {
    site.of_kind(Kind::Place).any(has_coordinates)
}

fn has_coordinates(place: &PublicEntity) -> bool {
    matches!(place.fields(), Fields::Place(fields) if fields.coordinates.is_some())
}

/// The pages of the map of the site: all places that have coordinates, from A to Z.
pub(super) fn pages(planner: &Planner<'_>) -> Vec<Page> {
    let Some(tongue) = planner.tongue(planner.edition.language) else { return Vec::new() };
    let mut places: Vec<&PublicEntity> =
        planner.site.of_kind(Kind::Place).filter(|place| has_coordinates(place)).collect();
    places.sort_by(|a, b| tongue.alphabet.compare(a.title(), b.title()).then_with(|| a.id.cmp(&b.id)));
    if places.is_empty() {
        return Vec::new();
    }
    let paging = Paging::new("map".to_owned());
    let parts = parts(&places, MOST);
    let count = parts.len();
    let page = |(at, part): (usize, &[&PublicEntity])| {
        let page = Context::new(planner, paging.route(planner, at + 1)?, planner.edition.language)?;
        let shown = PlacesView { total: places.len(), ..view(&page, part)? };
        let view = MapPageView { places: shown, paging: paging.view(planner, at + 1, count) };
        let shell = Shell {
            title: page.tongue.numbered(page.tongue.say("map-title", &[]), at + 1),
            description: String::new(),
            section: "map",
            way: Vec::new(),
            noindex: false,
        };
        Some(page.finish(shell, Content::Map(view)))
    };
    parts.into_iter().enumerate().filter_map(page).collect()
}

/// The map on the page of `entity`: of a place and its parts, of the places of a case, of those that a dossier names.
pub(super) fn section(page: &Context<'_>, entity: &PublicEntity) -> Option<PlacesView> {
    let site = page.planner.site;
    let mut ids: Vec<EntityId> = match entity.fields() {
        Fields::Place(_) => {
            let parts = page.named_in(entity.id, "within").filter(|part| part.kind() == Kind::Place);
            std::iter::once(entity.id).chain(parts.map(|part| part.id)).collect()
        }
        Fields::Case(fields) => {
            let events = fields.about.iter().filter_map(|event| site.get(target(entity, event.index())?));
            let hearings = hearings::of_case(site, entity.id);
            std::iter::once(entity).chain(events).chain(hearings).flat_map(named).collect()
        }
        Fields::Dossier(_) => named(entity).collect(),
        _ => Vec::new(),
    };
    ids.sort_unstable();
    ids.dedup();
    let places = ids.into_iter().filter_map(|id| site.get(id)).filter(|other| other.kind() == Kind::Place);
    let mut places: Vec<&PublicEntity> = places.filter(|place| has_coordinates(place)).collect();
    let alphabet = &page.tongue.alphabet;
    let key = |place: &PublicEntity| place.id != entity.id;
    places.sort_by(|a, b| {
        key(a).cmp(&key(b)).then_with(|| alphabet.compare(a.title(), b.title())).then_with(|| a.id.cmp(&b.id))
    });
    let total = places.len();
    places.truncate(MOST);
    Some(PlacesView { total, ..view(page, &places)? })
}

/// What a page names.
fn named(page: &PublicEntity) -> impl Iterator<Item = EntityId> {
    (0..page.links().len()).filter_map(|mention| target(page, mention))
}

fn target(page: &PublicEntity, mention: usize) -> Option<EntityId> {
    match page.links().get(mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    }
}

/// The map of `places`, in their order; nothing without any.
fn view(page: &Context<'_>, places: &[&PublicEntity]) -> Option<PlacesView> {
    let list: Vec<PlaceRow> = places.iter().enumerate().filter_map(|(at, place)| row(page, at + 1, place)).collect();
    if list.is_empty() {
        return None;
    }
    let at: Vec<(f64, f64)> = list.iter().map(degrees).collect();
    let frame = Frame::around(&at);
    let outlines = page.planner.outlines.as_ref();
    let drawing = MapView {
        width: whole(WIDTH),
        height: whole(HEIGHT),
        land: outlines.map(|outlines| frame.land(outlines)).unwrap_or_default(),
        borders: outlines.map(|outlines| frame.borders(outlines)).unwrap_or_default(),
        circles: list.iter().zip(&at).filter_map(|(row, at)| circle(&frame, row.precision, *at)).collect(),
        pins: pins(&frame, &list, &at),
    };
    Some(PlacesView { drawing, total: list.len(), list })
}

fn row(page: &Context<'_>, number: usize, place: &PublicEntity) -> Option<PlaceRow> {
    let Fields::Place(fields) = place.fields() else { return None };
    let ((latitude, longitude), precision) = shown_coordinates(fields)?;
    let side = |degrees: String| {
        let size = degrees.trim_start_matches('-').to_owned();
        let is_below = degrees.starts_with('-') && size.chars().any(|digit| ('1'..='9').contains(&digit));
        (size, is_below)
    };
    let ((latitude, is_south), (longitude, is_west)) = (side(latitude), side(longitude));
    Some(PlaceRow {
        number,
        place: page.reference(place.id)?,
        within: page.one(place, fields.within),
        latitude,
        is_south,
        longitude,
        is_west,
        precision,
    })
}

/// The degrees that the row shows, and no finer ones.
fn degrees(row: &PlaceRow) -> (f64, f64) {
    let number = |text: &str, is_below: bool| {
        let size: f64 = text.parse().unwrap_or_default();
        if is_below { -size } else { size }
    };
    (number(&row.latitude, row.is_south), number(&row.longitude, row.is_west))
}

/// How far from what is shown a place may be, in degrees; drawn where that is more than a pin covers.
fn circle(frame: &Frame, precision: &str, at: (f64, f64)) -> Option<CircleView> {
    let degrees = match precision {
        "region" => 0.5,
        "locality" => 0.05,
        _ => return None,
    };
    let radius = frame.length(degrees);
    let (x, y) = frame.place(at);
    (radius > PIN.0 * 0.75).then(|| CircleView { x: whole(x), y: whole(y), radius: whole(radius) })
}

/// A pin for each place, but for those that would cover another's: these share it.
fn pins(frame: &Frame, list: &[PlaceRow], at: &[(f64, f64)]) -> Vec<PinView> {
    let mut groups: Vec<((f64, f64), Vec<&PlaceRow>)> = Vec::new();
    for (row, at) in list.iter().zip(at) {
        let (x, y) = frame.place(*at);
        let is_near = |other: &(f64, f64)| (other.0 - x).abs() < NEAR.0 && (other.1 - y).abs() < NEAR.1;
        match groups.iter_mut().find(|(other, _)| is_near(other)) {
            Some((_, rows)) => rows.push(row),
            None => groups.push(((x, y), vec![row])),
        }
    }
    groups.iter().filter_map(|((x, y), rows)| pin(*x, *y, rows)).collect()
}

fn pin(x: f64, y: f64, rows: &[&PlaceRow]) -> Option<PinView> {
    let number = rows.first()?.number;
    let label = if rows.len() == 1 { number.to_string() } else { format!("{number} +{}", rows.len() - 1) };
    let letters = f64::from(u32::try_from(label.len()).unwrap_or(u32::MAX));
    let width = PIN.1.max(letters * 8.0 + 10.0);
    let names: Vec<String> = rows.iter().map(|row| format!("{}. {}", row.number, row.place.title)).collect();
    Some(PinView {
        number,
        label,
        title: names.join("; "),
        x: whole(x - width / 2.0),
        y: whole(y - PIN.0 / 2.0),
        width: whole(width),
        height: whole(PIN.0),
        text_x: whole(x),
        text_y: whole(y + 5.0),
    })
}

#[allow(clippy::cast_possible_truncation, reason = "places on a map of some hundred units")]
fn whole(length: f64) -> i32 {
    length.round() as i32
}
