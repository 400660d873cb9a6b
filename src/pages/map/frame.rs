//! The part of the world that a map shows, and how it comes onto paper: degrees in whole units. Knows no places; uses no
//! function whose last digit differs between systems.

use super::outlines::{Line, Outlines, Point};
use crate::foundation::html::push_format;

/// The size of every map.
pub(super) const WIDTH: f64 = 640.0;
pub(super) const HEIGHT: f64 = 400.0;
/// A map reaches at least so many degrees from south to north, or nothing on it would say where it is.
const LEAST: f64 = 7.0;
/// How much wider a map is than its places lie apart.
const AROUND: f64 = 1.5;
/// How far beyond the edge lines are drawn.
const BEYOND: f64 = 4.0;

/// What a map shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    west: f64,
    north: f64,
    /// Units for one degree.
    per_east: f64,
    per_north: f64,
}

impl Frame {
    /// The frame around places, given by degrees north and east.
    pub fn around(places: &[(f64, f64)]) -> Self {
        let reach = |axis: fn(&(f64, f64)) -> f64| {
            let values = places.iter().map(axis);
            let (low, high) =
                values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
            if low <= high { (low, high) } else { (0.0, 0.0) }
        };
        let ((south, north), (west, east)) = (reach(|place| place.0), reach(|place| place.1));
        let middle = (f64::midpoint(south, north), f64::midpoint(west, east));
        // Near the poles a degree to the east is next to nothing; there the map is stretched no further.
        let narrow = cosine(middle.0).max(0.2);
        let tall = ((north - south) * AROUND).max(LEAST);
        let wide = (east - west) * AROUND * narrow;
        let per_north = (HEIGHT / tall).min(WIDTH / wide.max(LEAST));
        let per_east = per_north * narrow;
        Self {
            west: middle.1 - WIDTH / per_east / 2.0,
            north: middle.0 + HEIGHT / per_north / 2.0,
            per_east,
            per_north,
        }
    }

    /// Where a place stands, given by degrees north and east.
    pub fn place(&self, (latitude, longitude): (f64, f64)) -> (f64, f64) {
        ((longitude - self.west) * self.per_east, (self.north - latitude) * self.per_north)
    }

    /// How long so many degrees from south to north are.
    pub fn length(&self, degrees: f64) -> f64 {
        degrees * self.per_north
    }

    /// The land in sight, as the path of an SVG.
    pub fn land(&self, outlines: &Outlines) -> String {
        let mut path = String::new();
        for ring in outlines.land.iter().filter(|ring| self.sees(ring)) {
            let points = thin(clipped(self.near(ring)));
            if points.len() > 2 {
                push(&mut path, &points);
                path.push('z');
            }
        }
        path
    }

    /// The borders in sight, as the path of an SVG.
    pub fn borders(&self, outlines: &Outlines) -> String {
        let mut path = String::new();
        for border in outlines.borders.iter().filter(|border| self.sees(border)) {
            let line: Vec<_> = border.points.iter().map(|point| self.of(*point)).collect();
            for part in in_sight(&line) {
                let points = thin(part);
                if points.len() > 1 {
                    push(&mut path, &points);
                }
            }
        }
        path
    }

    /// The points of `ring`, but for those that lie far from the map with their neighbours: of a piece that lies beyond one edge as a whole its ends
    /// are enough, as the line between them lies beyond that edge as well, and what does is not drawn. At most a way along the edge to a
    /// corner and back is missing, which encloses nothing.
    fn near(&self, ring: &Line) -> Vec<(f64, f64)> {
        let mut points = Vec::with_capacity(ring.points.len() / 4);
        for piece in &ring.pieces {
            let inside = ring.points.get(piece.points.clone()).unwrap_or_default();
            match inside {
                [first, .., last] if self.is_beyond_one_edge(piece.reach) => {
                    points.extend([self.of(*first), self.of(*last)]);
                }
                all => points.extend(all.iter().map(|point| self.of(*point))),
            }
        }
        points
    }

    /// Whether all within `reach` lies beyond one of the edges at which lines are cut.
    fn is_beyond_one_edge(&self, (low, high): (Point, Point)) -> bool {
        let ((west, north), (east, south)) = (self.of((low.0, high.1)), self.of((high.0, low.1)));
        east < -BEYOND || west > WIDTH + BEYOND || south < -BEYOND || north > HEIGHT + BEYOND
    }

    fn of(&self, (east, north): Point) -> (f64, f64) {
        self.place((f64::from(north) / 100.0, f64::from(east) / 100.0))
    }

    fn sees(&self, line: &Line) -> bool {
        let ((west, north), (east, south)) =
            (self.of((line.reach.0.0, line.reach.1.1)), self.of((line.reach.1.0, line.reach.0.1)));
        west < WIDTH && east > 0.0 && north < HEIGHT && south > 0.0
    }
}

/// The part of a ring within the map (Sutherland and Hodgman 1974).
fn clipped(ring: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    type Edge = (fn(&(f64, f64)) -> f64, f64, f64);
    let edges: [Edge; 4] = [
        (|point| point.0, -BEYOND, 1.0),
        (|point| point.0, WIDTH + BEYOND, -1.0),
        (|point| point.1, -BEYOND, 1.0),
        (|point| point.1, HEIGHT + BEYOND, -1.0),
    ];
    edges.into_iter().fold(ring, |ring, (axis, edge, side)| {
        let inside = |point: &(f64, f64)| (axis(point) - edge) * side;
        let mut kept = Vec::with_capacity(ring.len());
        let Some(mut before) = ring.last().copied() else { return kept };
        for point in ring {
            let (was, is) = (inside(&before), inside(&point));
            if (was < 0.0) != (is < 0.0) {
                let part = was / (was - is);
                kept.push((before.0 + (point.0 - before.0) * part, before.1 + (point.1 - before.1) * part));
            }
            if is >= 0.0 {
                kept.push(point);
            }
            before = point;
        }
        kept
    })
}

/// The parts of a line that may be seen: each piece of which not both ends lie beyond one edge.
fn in_sight(line: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let mut parts: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut is_open = false;
    for ends in line.windows(2) {
        let [one, other] = ends else { continue };
        let is_beyond = one.0.max(other.0) < 0.0
            || one.0.min(other.0) > WIDTH
            || one.1.max(other.1) < 0.0
            || one.1.min(other.1) > HEIGHT;
        if is_beyond {
            is_open = false;
            continue;
        }
        if !is_open {
            parts.push(vec![*one]);
        }
        is_open = true;
        parts.last_mut().into_iter().for_each(|part| part.push(*other));
    }
    parts
}

/// The points in whole units, without those that lie on the one before.
#[allow(clippy::cast_possible_truncation, reason = "places on a map, or a little beside it")]
fn thin(points: Vec<(f64, f64)>) -> Vec<(i32, i32)> {
    let far = 4.0 * (WIDTH + HEIGHT);
    let whole = |length: f64| length.clamp(-far, far).round() as i32;
    let mut points: Vec<(i32, i32)> = points.into_iter().map(|(x, y)| (whole(x), whole(y))).collect();
    points.dedup();
    points
}

fn push(path: &mut String, points: &[(i32, i32)]) {
    let mut before: Option<(i32, i32)> = None;
    for (x, y) in points {
        match before {
            None => push_format(path, format_args!("M{x} {y}l")),
            Some((last_x, last_y)) => push_format(path, format_args!("{} {} ", x - last_x, y - last_y)),
        }
        before = Some((*x, *y));
    }
    path.truncate(path.trim_end().len());
}

/// The cosine of an angle in degrees, from -90 to 90, by its series.
fn cosine(degrees: f64) -> f64 {
    let square = (degrees * std::f64::consts::PI / 180.0) * (degrees * std::f64::consts::PI / 180.0);
    let mut term = 1.0;
    let mut sum = 1.0;
    for pair in 1..9 {
        let at = f64::from(2 * pair);
        term *= -square / (at * (at - 1.0));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cosine_is_that_of_others() {
        for degrees in -90..=90 {
            let degrees = f64::from(degrees);
            assert!((cosine(degrees) - degrees.to_radians().cos()).abs() < 1e-9, "{degrees}");
        }
    }

    #[test]
    fn all_places_stand_within_their_map() {
        for places in
            [vec![(36.7, 37.1)], vec![(36.7, 37.1), (39.9, 32.9), (41.0, 29.0)], vec![(70.0, -150.0), (-50.0, 160.0)]]
        {
            let frame = Frame::around(&places);
            for place in &places {
                let (x, y) = frame.place(*place);
                assert!((20.0..WIDTH - 20.0).contains(&x) && (20.0..HEIGHT - 20.0).contains(&y), "{place:?}: {x} {y}");
            }
        }
    }

    /// Whether a place lies within a ring.
    fn is_within(ring: &[(i32, i32)], (x, y): (f64, f64)) -> bool {
        let mut is_within = false;
        let ends = ring.iter().zip(ring.iter().cycle().skip(1));
        for ((x1, y1), (x2, y2)) in ends {
            let (x1, y1, x2, y2) = (f64::from(*x1), f64::from(*y1), f64::from(*x2), f64::from(*y2));
            is_within ^= (y1 > y) != (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1);
        }
        is_within
    }

    /// Maps of all sizes all over the world, by a walk that looks like chance, and a net of places on each.
    #[test]
    fn a_map_is_as_with_all_points_of_its_rings() {
        let outlines = Outlines::read();
        let net = || (0..32).flat_map(|x| (0..20).map(move |y| (f64::from(x * 20) + 0.3, f64::from(y * 20) + 0.7)));
        let (mut state, mut on_land, mut left_out) = (1_u32, 0, 0);
        let mut chance = |from: f64, to: f64| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            from + (to - from) * f64::from(state >> 8) / f64::from(1_u32 << 24)
        };
        for _ in 0..120 {
            let first = (chance(-80.0, 80.0), chance(-180.0, 180.0));
            let reach = chance(0.0, 30.0);
            let frame = Frame::around(&[first, (first.0 + reach / 2.0, first.1 + reach)]);
            for ring in &outlines.land {
                let all: Vec<_> = ring.points.iter().map(|point| frame.of(*point)).collect();
                let near = frame.near(ring);
                left_out += all.len() - near.len();
                let (near, all) = (thin(clipped(near)), thin(clipped(all)));
                for place in if all.is_empty() { Vec::new() } else { net().collect() } {
                    on_land += usize::from(is_within(&all, place));
                    assert_eq!(is_within(&near, place), is_within(&all, place), "{frame:?} {place:?}");
                }
                assert_eq!(near.is_empty(), all.is_empty());
            }
        }
        assert!(on_land > 1_000 && left_out > 100_000, "{on_land} {left_out}");
    }

    #[test]
    fn a_ring_is_cut_at_the_edges() {
        let around = vec![(-1e4, -1e4), (1e4, -1e4), (1e4, 1e4), (-1e4, 1e4)];
        let cut = thin(clipped(around));
        assert_eq!(cut.len(), 4);
        assert!(cut.iter().all(|(x, y)| [-4, 644].contains(x) && [-4, 404].contains(y)), "{cut:?}");
        assert!(clipped(vec![(-30.0, -30.0), (-20.0, -30.0), (-20.0, -20.0)]).is_empty());
    }
}
