//! Points, matrices and filled outlines on a page. Knows plane geometry (ISO 32000-2, 8.3 and 8.5), nothing of colours.
#![expect(clippy::many_single_char_names, reason = "the letters of the standard")]

use std::rc::Rc;

/// The straight pieces that stand for a curve.
const PIECES: u8 = 8;

/// A point on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// `[a b c d e f]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const UNCHANGED: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub const fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then `outer`.
    pub fn then(self, outer: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, outer.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    pub fn apply(self, x: f64, y: f64) -> Point {
        let [a, b, c, d, e, f] = self.0;
        Point { x: a * x + c * y + e, y: b * x + d * y + f }
    }

    /// How much longer lengths become, the mean of both directions.
    pub fn scale(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }
}

/// What is inside of outlines that cross each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    NonZero,
    EvenOdd,
}

/// A filled part of the page.
#[derive(Debug, Clone)]
pub struct Region {
    outlines: Rc<[Vec<Point>]>,
    rule: Rule,
    low: Point,
    high: Point,
}

impl Region {
    pub fn new(outlines: Vec<Vec<Point>>, rule: Rule) -> Self {
        let mut low = Point { x: f64::INFINITY, y: f64::INFINITY };
        let mut high = Point { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY };
        for point in outlines.iter().flatten() {
            low = Point { x: low.x.min(point.x), y: low.y.min(point.y) };
            high = Point { x: high.x.max(point.x), y: high.y.max(point.y) };
        }
        Self { outlines: outlines.into(), rule, low, high }
    }

    /// The rectangle between two corners, as `matrix` turns it.
    pub fn rectangle([left, bottom, right, top]: [f64; 4], matrix: Matrix) -> Self {
        let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
        Self::new(vec![corners.map(|(x, y)| matrix.apply(x, y)).to_vec()], Rule::NonZero)
    }

    /// Whether `point` is inside.
    pub fn holds(&self, point: Point) -> bool {
        if point.x < self.low.x || point.x > self.high.x || point.y < self.low.y || point.y > self.high.y {
            return false;
        }
        let mut winding = 0_i64;
        let mut crossings = 0_u64;
        for outline in self.outlines.iter() {
            let ends = outline.iter().skip(1).chain(outline.first());
            for (from, to) in outline.iter().zip(ends) {
                let turn = match (from.y <= point.y, to.y <= point.y) {
                    (true, false) => 1,
                    (false, true) => -1,
                    _ => continue,
                };
                let x = from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x);
                if x > point.x {
                    winding += turn;
                    crossings += 1;
                }
            }
        }
        match self.rule {
            Rule::NonZero => winding != 0,
            Rule::EvenOdd => crossings % 2 == 1,
        }
    }
}

/// A path while it is made, in the coordinates of the page.
#[derive(Debug, Default)]
pub struct Path {
    outlines: Vec<Vec<Point>>,
}

impl Path {
    pub fn begin(&mut self, at: Point) {
        self.outlines.push(vec![at]);
    }

    pub fn line(&mut self, to: Point) {
        match self.outlines.last_mut() {
            Some(outline) => outline.push(to),
            None => self.begin(to),
        }
    }

    /// The end of what was drawn.
    pub fn end(&self) -> Option<Point> {
        self.outlines.last()?.last().copied()
    }

    pub fn curve(&mut self, first: Point, second: Point, to: Point) {
        let from = self.end().unwrap_or(first);
        for piece in 1..=PIECES {
            let t = f64::from(piece) / f64::from(PIECES);
            let s = 1.0 - t;
            let [a, b, c, d] = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
            self.line(Point {
                x: a * from.x + b * first.x + c * second.x + d * to.x,
                y: a * from.y + b * first.y + c * second.y + d * to.y,
            });
        }
    }

    pub fn close(&mut self) {
        let Some(first) = self.outlines.last().and_then(|outline| outline.first().copied()) else { return };
        self.line(first);
        self.begin(first);
    }

    pub fn region(&self, rule: Rule) -> Region {
        Region::new(self.outlines.clone(), rule)
    }

    /// What a pen of this width covers along the path.
    pub fn stroke(&self, width: f64) -> Option<Region> {
        let mut outlines = Vec::new();
        for outline in &self.outlines {
            for (from, to) in outline.iter().zip(outline.iter().skip(1)) {
                let (x, y) = (to.x - from.x, to.y - from.y);
                let length = x.hypot(y);
                if length > 0.0 {
                    let (x, y) = (-y / length * width / 2.0, x / length * width / 2.0);
                    let side = |point: &Point, sign: f64| Point { x: point.x + sign * x, y: point.y + sign * y };
                    outlines.push(vec![side(from, 1.0), side(to, 1.0), side(to, -1.0), side(from, -1.0)]);
                }
            }
        }
        (!outlines.is_empty()).then(|| Region::new(outlines, Rule::NonZero))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_of_outlines_follows_their_rule() {
        let square = |low: f64, high: f64| {
            [(low, low), (high, low), (high, high), (low, high)].map(|(x, y)| Point { x, y }).to_vec()
        };
        let inside = |rule, x| Region::new(vec![square(0.0, 9.0), square(3.0, 6.0)], rule).holds(Point { x, y: 4.0 });
        assert!(inside(Rule::NonZero, 4.0) && inside(Rule::NonZero, 1.0) && !inside(Rule::NonZero, 10.0));
        assert!(!inside(Rule::EvenOdd, 4.0) && inside(Rule::EvenOdd, 1.0));
    }

    #[test]
    fn matrices_apply_in_their_order() {
        let twice = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(Matrix::moved(1.0, 2.0).then(twice).apply(0.0, 0.0), Point { x: 2.0, y: 4.0 });
        assert_eq!(twice.then(Matrix::moved(1.0, 2.0)).apply(1.0, 1.0), Point { x: 3.0, y: 4.0 });
    }

    #[test]
    fn a_thick_line_covers_what_is_below_it() {
        let mut path = Path::default();
        path.begin(Point { x: 0.0, y: 5.0 });
        path.line(Point { x: 10.0, y: 5.0 });
        let covered = path.stroke(4.0).unwrap();
        assert!(covered.holds(Point { x: 5.0, y: 6.5 }) && !covered.holds(Point { x: 5.0, y: 7.5 }));
    }
}
