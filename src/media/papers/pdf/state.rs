//! What holds while a page is drawn: colours, clips, the place of the next letter. Knows the state (ISO 32000-2, 8.4 and 9.3), not the operators.

use std::rc::Rc;

use super::colour::{BLACK, Colour, Space};
use super::font::Font;
use super::geometry::{Matrix, Region};

/// How much of what is behind shows through, and how the two are mixed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mix {
    /// From 0, which is not seen, to 1.
    pub alpha: f64,
    /// Whether colours replace what is behind.
    pub is_normal: bool,
}

/// A colour and the space of its numbers.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    pub space: Space,
    pub colour: Colour,
    pub alpha: f64,
}

/// What limits drawing: a region, within what limited it before.
#[derive(Debug)]
pub struct Clip {
    region: Region,
    outer: Option<Rc<Self>>,
}

impl Clip {
    /// Whether `point` is drawn at all.
    pub fn shows(clip: Option<&Rc<Self>>, point: super::geometry::Point) -> bool {
        let mut clip = clip;
        while let Some(one) = clip {
            if !one.region.holds(point) {
                return false;
            }
            clip = one.outer.as_ref();
        }
        true
    }
}

/// The graphics state.
#[derive(Debug, Clone)]
pub struct State {
    pub matrix: Matrix,
    pub clip: Option<Rc<Clip>>,
    pub fill: Ink,
    pub stroke: Ink,
    pub is_normal: bool,
    pub line_width: f64,
    pub font: Option<Rc<Font>>,
    pub size: f64,
    pub letter_space: f64,
    pub word_space: f64,
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
    pub mode: i64,
    pub text: Matrix,
    pub line: Matrix,
}

impl State {
    pub fn new(matrix: Matrix) -> Self {
        let ink = Ink { space: Space::Grey, colour: BLACK, alpha: 1.0 };
        Self {
            matrix,
            clip: None,
            fill: ink,
            stroke: ink,
            is_normal: true,
            line_width: 1.0,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            text: Matrix::UNCHANGED,
            line: Matrix::UNCHANGED,
        }
    }

    /// Limits drawing to `region` as well.
    pub fn limit(&mut self, region: Region) {
        self.clip = Some(Rc::new(Clip { region, outer: self.clip.take() }));
    }

    /// The beginning of the next line, seen from that of this one.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    /// Moves on within the line.
    pub fn advance(&mut self, length: f64) {
        self.text = Matrix::moved(length, 0.0).then(self.text);
    }

    pub const fn mix(&self, ink: Ink) -> Mix {
        Mix { alpha: ink.alpha, is_normal: self.is_normal }
    }
}
