//! One content stream while it is drawn: its path, its states, the place of its text. Knows the operators that change these alone (ISO 32000-2, annex A).
#![expect(clippy::many_single_char_names, reason = "the letters of the standard")]

use super::super::finding::Unusable;
use super::geometry::{Matrix, Path, Point, Rule};
use super::state::State;

/// How many states may be kept for later.
const MOST_STATES: usize = 512;

/// One content stream while it is drawn.
pub struct Drawing {
    pub state: State,
    kept: Vec<State>,
    pub path: Path,
    /// The clip that the next painting operator sets.
    pub clips: Option<Rule>,
    pub depth: usize,
}

impl Drawing {
    pub fn new(state: State, depth: usize) -> Self {
        Self { state, kept: Vec::new(), path: Path::default(), clips: None, depth }
    }

    /// Operators that make a path.
    pub fn make_path(&mut self, operator: &str, numbers: &[f64]) -> bool {
        let matrix = self.state.matrix;
        let at = |x: f64, y: f64| matrix.apply(x, y);
        match (operator, numbers) {
            ("m", [x, y]) => self.path.begin(at(*x, *y)),
            ("l", [x, y]) => self.path.line(at(*x, *y)),
            ("c", [a, b, c, d, e, f]) => self.path.curve(at(*a, *b), at(*c, *d), at(*e, *f)),
            ("v", [c, d, e, f]) => {
                let from: Point = self.path.end().unwrap_or_else(|| at(*c, *d));
                self.path.curve(from, at(*c, *d), at(*e, *f));
            }
            ("y", [a, b, e, f]) => self.path.curve(at(*a, *b), at(*e, *f), at(*e, *f)),
            ("re", [x, y, width, height]) => {
                self.path.begin(at(*x, *y));
                for (x, y) in [(x + width, *y), (x + width, y + height), (*x, y + height)] {
                    self.path.line(at(x, y));
                }
                self.path.close();
            }
            ("h", _) => self.path.close(),
            ("W", _) => self.clips = Some(Rule::NonZero),
            ("W*", _) => self.clips = Some(Rule::EvenOdd),
            _ => return false,
        }
        true
    }

    /// Operators that keep the state and take it up again.
    pub fn keep(&mut self, operator: &str) -> Result<bool, Unusable> {
        match operator {
            "q" if self.kept.len() >= MOST_STATES => return Err(Unusable::TooMuch),
            "q" => self.kept.push(self.state.clone()),
            "Q" => {
                if let Some(state) = self.kept.pop() {
                    self.state = state;
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Operators that say where and how text is written.
    pub fn place_text(&mut self, operator: &str, numbers: &[f64]) -> bool {
        let state = &mut self.state;
        match (operator, numbers) {
            ("cm", [a, b, c, d, e, f]) => state.matrix = Matrix([*a, *b, *c, *d, *e, *f]).then(state.matrix),
            ("w", [width]) => state.line_width = *width,
            ("BT", _) => (state.text, state.line) = (Matrix::UNCHANGED, Matrix::UNCHANGED),
            ("Tc", [space]) => state.letter_space = *space,
            ("Tw", [space]) => state.word_space = *space,
            ("Tz", [percent]) => state.stretch = percent / 100.0,
            ("TL", [leading]) => state.leading = *leading,
            ("Ts", [rise]) => state.rise = *rise,
            ("Tr", [mode]) => {
                #[expect(clippy::cast_possible_truncation, reason = "a mode is a whole number from 0 to 7")]
                let mode = *mode as i64;
                state.mode = mode;
            }
            ("Td", [x, y]) => state.next_line(*x, *y),
            ("TD", [x, y]) => {
                state.leading = -y;
                state.next_line(*x, *y);
            }
            ("Tm", [a, b, c, d, e, f]) => {
                state.line = Matrix([*a, *b, *c, *d, *e, *f]);
                state.text = state.line;
            }
            ("T*", _) => state.next_line(0.0, -state.leading),
            _ => return false,
        }
        true
    }
}
