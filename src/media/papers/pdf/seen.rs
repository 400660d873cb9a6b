//! What a reader sees of the words of a page: what was painted before and after each letter. Knows points and colours, no operators.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::finding::Fault;
use super::colour::{Colour, WHITE, are_alike, is_dark};
use super::geometry::{Point, Region};
use super::state::{Clip, Mix};

/// From how much on a colour hides what is behind it.
const OPAQUE: f64 = 0.8;
/// Up to how much a colour is not seen.
const UNSEEN: f64 = 0.1;

/// The page so far.
#[derive(Debug, Default)]
pub struct Seen {
    painted: Vec<Painted>,
    letters: Vec<Letter>,
    /// What is found.
    pub faults: BTreeSet<Fault>,
}

/// A shape or picture.
#[derive(Debug)]
struct Painted {
    region: Region,
    clip: Option<Rc<Clip>>,
    colour: Colour,
    hides: bool,
}

impl Painted {
    fn holds(&self, point: Point) -> bool {
        self.region.holds(point) && Clip::shows(self.clip.as_ref(), point)
    }
}

/// A letter, by two points within it.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    pub low: Point,
    pub high: Point,
}

impl Seen {
    /// A shape or picture is painted over all that is there; a picture has no colour.
    pub fn paint(&mut self, region: Region, clip: Option<Rc<Clip>>, colour: Colour, mix: Mix) {
        let hides = mix.alpha >= OPAQUE && (mix.is_normal || is_dark(colour));
        let painted = Painted { region, clip, colour, hides };
        let is_covered = |letter: &Letter| painted.holds(letter.low) && painted.holds(letter.high);
        if hides && !self.faults.contains(&Fault::CoveredText) && self.letters.iter().any(is_covered) {
            self.faults.insert(Fault::CoveredText);
        }
        if mix.alpha > UNSEEN {
            self.painted.push(painted);
        }
    }

    /// A letter of this colour is written.
    pub fn write(&mut self, letter: Letter, clip: Option<&Rc<Clip>>, colour: Colour, mix: Mix) {
        if mix.alpha <= UNSEEN {
            self.faults.insert(Fault::InvisibleText);
            return;
        }
        if !Clip::shows(clip, letter.low) && !Clip::shows(clip, letter.high) {
            self.faults.insert(Fault::TextOutside);
            return;
        }
        if let Some(colour) = colour
            && mix.is_normal
            && !self.faults.contains(&Fault::PaleText)
            && self.behind(letter.low).is_some_and(|behind| are_alike(colour, behind))
        {
            self.faults.insert(Fault::PaleText);
        }
        self.letters.push(letter);
    }

    /// The colour at `point`; nothing where it cannot be told. Paper is white.
    fn behind(&self, point: Point) -> Colour {
        match self.painted.iter().rev().find(|painted| painted.holds(point)) {
            Some(painted) if painted.hides => painted.colour,
            Some(_) => None,
            None => Some(WHITE),
        }
    }
}
