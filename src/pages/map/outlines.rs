//! Land and borders of the world as they come with the program. Knows how the file is laid out that `convert.mjs` has made of
//! the public-domain data of Natural Earth.

use std::ops::Range;

/// A point in hundredths of a degree: east, north.
pub(super) type Point = (i32, i32);

const FILE: &[u8] = include_bytes!("outlines.bin");

/// The outlines.
#[derive(Debug, Default)]
pub(in crate::pages) struct Outlines {
    /// Rings of land.
    pub(super) land: Vec<Line>,
    /// Borders between two countries.
    pub(super) borders: Vec<Line>,
}

/// A line, and how far it reaches.
#[derive(Debug)]
pub(super) struct Line {
    pub points: Vec<Point>,
    /// Its most western and southern, and its most eastern and northern place.
    pub reach: (Point, Point),
    /// Its points in pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a line.
#[derive(Debug)]
pub(super) struct Piece {
    /// Where its points stand among those of the line.
    pub points: Range<usize>,
    /// As [`Line::reach`].
    pub reach: (Point, Point),
}

/// How many points a piece has.
const PIECE: usize = 24;

impl Outlines {
    /// Those of the program. A test holds that the file can be read.
    pub(in crate::pages) fn read() -> Self {
        of(FILE).unwrap_or_default()
    }
}

fn of(file: &[u8]) -> Option<Outlines> {
    let mut numbers = Numbers(file);
    let lines = numbers.list(|numbers| {
        let mut at = (0, 0);
        numbers.list(|numbers| {
            at = (at.0 + numbers.signed()?, at.1 + numbers.signed()?);
            Some(at)
        })
    })?;
    let land = numbers.list(|numbers| {
        let parts = numbers.list(Numbers::signed)?;
        let mut points: Vec<Point> = Vec::new();
        for part in parts {
            let is_backwards = part < 0;
            let line = lines.get(usize::try_from(if is_backwards { -1 - part } else { part }).ok()?)?;
            if is_backwards { points.extend(line.iter().rev()) } else { points.extend(line) }
        }
        Some(Line::of(points))
    })?;
    let borders = numbers.list(|numbers| Some(Line::of(lines.get(numbers.next()?)?.clone())))?;
    numbers.0.is_empty().then_some(Outlines { land, borders })
}

impl Line {
    fn of(points: Vec<Point>) -> Self {
        let piece = |(at, piece): (usize, &[Point])| {
            let start = at * PIECE;
            Piece { points: start..start + piece.len(), reach: reach(piece) }
        };
        Self { reach: reach(&points), pieces: points.chunks(PIECE).enumerate().map(piece).collect(), points }
    }
}

/// The most western and southern, and the most eastern and northern place of `points`.
fn reach(points: &[Point]) -> (Point, Point) {
    let none = ((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
    points.iter().fold(none, |(low, high), (x, y)| ((low.0.min(*x), low.1.min(*y)), (high.0.max(*x), high.1.max(*y))))
}

/// Numbers of seven bits a byte, the lowest first.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<usize> {
        let mut number = 0;
        for place in 0..4 {
            let (first, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= usize::from(first & 127) << (7 * place);
            if first & 128 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// The sign stands in the lowest bit.
    fn signed(&mut self) -> Option<i32> {
        let number = i32::try_from(self.next()?).ok()?;
        Some(if number & 1 == 1 { -(number + 1) / 2 } else { number / 2 })
    }

    /// How many there are, then these.
    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.next()?;
        (0..count).map(|_| one(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_the_world() {
        let outlines = of(FILE).unwrap();
        let (west, east) = (-18_000, 18_000);
        let is_on_earth = |(x, y): &Point| (west..=east).contains(x) && (-9_000..=9_000).contains(y);
        assert!(outlines.land.len() > 1_000 && outlines.borders.len() > 300);
        assert!(outlines.land.iter().chain(&outlines.borders).all(|line| line.points.iter().all(is_on_earth)));
        assert!(outlines.land.iter().all(|ring| ring.points.first() == ring.points.last()), "rings are closed");
    }

    #[test]
    fn ankara_is_on_land_and_a_point_in_the_black_sea_is_not() {
        let outlines = of(FILE).unwrap();
        let is_on_land = |point: Point| outlines.land.iter().filter(|ring| holds(&ring.points, point)).count() % 2 == 1;
        assert!(is_on_land((3_286, 3_993)));
        assert!(!is_on_land((3_500, 4_330)));
    }

    /// Whether a ring is around a point: it crosses the line to the east of it an odd number of times.
    fn holds(ring: &[Point], (x, y): Point) -> bool {
        let crosses = ring.windows(2).filter(|ends| {
            let ((x1, y1), (x2, y2)) = (ends[0], ends[1]);
            (y1 > y) != (y2 > y)
                && i64::from(x - x1) * i64::from(y2 - y1) * i64::from((y2 - y1).signum())
                    < i64::from(x2 - x1) * i64::from(y - y1) * i64::from((y2 - y1).signum())
        });
        crosses.count() % 2 == 1
    }

    #[test]
    fn a_file_that_is_cut_off_is_no_world() {
        assert!(of(&FILE[..FILE.len() - 1]).is_none());
        assert!(of(&[]).is_none());
    }
}
