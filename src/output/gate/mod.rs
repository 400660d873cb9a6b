//! The leak gate: looks through every byte of a new site for names that must not be in it. Knows names and bytes, not pages;
//! what it says never holds a name.

mod letters;
mod needles;
mod runs;
mod text;
mod unpack;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::foundation::output_file::OutputFile;
use letters::{Alphabet, Letters};
pub use needles::NameIndex;
use needles::{Inside, Needles};

/// How many packings and notations may lie in one another.
const DEEPEST: usize = 4;

/// Looks for some names.
pub struct Gate {
    alphabet: Alphabet,
    needles: Needles,
}

/// A file that must not be published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The place of the file among those that were given.
    pub file: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Why a file must not be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A name is part of its path.
    InPath(NameIndex),
    /// A name is in it.
    Inside(NameIndex),
    /// It is packed in a way that cannot be looked through, or is too large unpacked.
    Closed,
}

/// What was found in one piece.
#[derive(Debug, Default)]
struct Found {
    names: BTreeSet<NameIndex>,
    is_closed: bool,
}

/// Memory that one thread uses again and again.
#[derive(Default)]
struct Space {
    text: Letters,
    tags: Letters,
}

impl Gate {
    /// A gate for `names`; those for which [`is_long_enough`](Self::is_long_enough) is false are not looked for.
    ///
    /// # Errors
    /// When there are more names than a program can hold.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> anyhow::Result<Self> {
        let alphabet = Alphabet::new();
        let needles = Needles::new(&alphabet, names)?;
        Ok(Self { alphabet, needles })
    }

    /// Whether `name` has letters enough to be looked for: with fewer it would stand in every text.
    #[must_use]
    pub fn is_long_enough(name: &str) -> bool {
        needles::is_long_enough(&Alphabet::new(), name)
    }

    /// All that forbids publishing `files`, in their order.
    #[must_use]
    pub fn search(&self, files: &[OutputFile]) -> Vec<Hit> {
        let hits: Vec<Vec<Hit>> = files
            .par_iter()
            .enumerate()
            .map_init(Space::default, |space, (number, file)| {
                self.faults(file, space).map(|fault| Hit { file: number, fault }).collect()
            })
            .collect();
        hits.into_iter().flatten().collect()
    }

    /// The names that stand in `bytes`, in any form and notation.
    #[must_use]
    pub fn names_in(&self, bytes: &[u8]) -> BTreeSet<NameIndex> {
        let mut found = Found::default();
        self.look(bytes, 0, &mut Space::default(), &mut found);
        found.names
    }

    fn faults(&self, file: &OutputFile, space: &mut Space) -> impl Iterator<Item = Fault> + use<> {
        let (mut path, mut inside) = (Found::default(), Found::default());
        self.look(file.route.output_path().as_bytes(), 0, space, &mut path);
        self.look(&file.bytes, 0, space, &mut inside);
        let closed = inside.is_closed.then_some(Fault::Closed);
        let in_path = path.names.into_iter().map(Fault::InPath);
        in_path.chain(inside.names.into_iter().map(Fault::Inside)).chain(closed)
    }

    /// Looks through `bytes` as they are, and through all that they may stand for.
    fn look(&self, bytes: &[u8], depth: usize, space: &mut Space, found: &mut Found) {
        space.text.clear(bytes.len());
        space.tags.clear(bytes.len());
        let traces = text::read(bytes, &self.alphabet, &mut space.text, &mut space.tags);
        let inside = if traces.zeros || traces.foreign { Inside::Binary } else { Inside::Text };
        self.needles.find(&space.text, inside, &mut |name| _ = found.names.insert(name));
        self.needles.find(&space.tags, inside, &mut |name| _ = found.names.insert(name));
        if traces.zeros {
            self.look_at_utf16(bytes, space, found);
        }
        let parts = unpack::unpack(bytes);
        found.is_closed |= parts.is_closed || depth == DEEPEST && !parts.unpacked.is_empty();
        if depth == DEEPEST {
            return;
        }
        for part in &parts.unpacked {
            self.look(part, depth + 1, space, found);
        }
        let runs = runs::decoded(bytes);
        for file in &runs.files {
            self.look(file, depth + 1, space, found);
        }
        let others = [
            traces.nested_entities.then(|| text::without_entities(bytes)),
            traces.nested_tags.then(|| text::without_quotes(bytes)),
            traces.nested_tags.then(|| text::without_comments(bytes)),
            traces.escapes.then(|| text::without_escapes(bytes)).flatten(),
            text::without_quoted_printable(bytes),
            (!runs.bytes.is_empty()).then_some(runs.bytes),
        ];
        for other in others.into_iter().flatten() {
            self.look(&other, depth + 1, space, found);
        }
    }

    fn look_at_utf16(&self, bytes: &[u8], space: &mut Space, found: &mut Found) {
        for (from, is_big) in [(0, false), (0, true), (1, false), (1, true)] {
            space.text.clear(bytes.len());
            text::read_utf16(bytes, from, is_big, &self.alphabet, &mut space.text);
            self.needles.find(&space.text, Inside::Binary, &mut |name| _ = found.names.insert(name));
        }
    }
}
