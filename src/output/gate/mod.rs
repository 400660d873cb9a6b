//! The leak gate: looks through every byte of a new site for names that must not be in it. Knows names and bytes, not pages;
//! what it says never holds a name.

mod escapes;
mod known;
mod letters;
mod needles;
mod runs;
mod tags;
mod text;
mod unpack;
mod wide;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::mem;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::foundation::output_file::OutputFile;
use known::Known;
use letters::{Alphabet, Letters};
pub use needles::NameIndex;
use needles::{Inside, Needles};
use runs::Decoded;
use tags::Starts;
use text::Traces;
use wide::Wide;

/// How many packings and notations may lie in one another.
const DEEPEST: usize = 4;
/// As many decoded bytes are looked at together.
const BATCH: usize = 1 << 17;

/// Looks for some names.
pub struct Gate {
    alphabet: Alphabet,
    needles: Needles,
    wide: Wide,
    starts: Starts,
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

/// What a search found, and what it did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// All that forbids publishing the files, in their order.
    pub hits: Vec<Hit>,
    /// How many bytes and letters were looked at, those that were undone or unpacked among them.
    pub steps: usize,
}

/// What was found in one piece.
#[derive(Debug, Default)]
struct Found {
    names: BTreeSet<NameIndex>,
    is_closed: bool,
    steps: usize,
}

impl Found {
    fn is_clean(&self) -> bool {
        self.names.is_empty() && !self.is_closed
    }

    fn add(&mut self, other: Self) {
        self.names.extend(other.names);
        self.is_closed |= other.is_closed;
        self.steps += other.steps;
    }
}

/// Memory that one thread uses again and again.
#[derive(Default)]
struct Space {
    codes: Vec<u8>,
    text: Letters,
    tags: Letters,
    /// Words of files that stand for nothing that is looked for, such as parts of addresses that come again on every page.
    known_words: Known,
    /// Tags of files in which nothing was.
    known_tags: Known,
    rest: Vec<u8>,
}

impl Space {
    /// With room for what is in no file, so that it is not looked at again.
    fn with_room() -> Self {
        Self { known_words: Known::with_room(), known_tags: Known::with_room(), ..Self::default() }
    }
}

/// What a gate learns from some files of a site for those that follow, on each thread for itself.
pub struct Memory(Vec<Mutex<Space>>);

impl Memory {
    /// Of no file yet.
    #[must_use]
    pub fn new() -> Self {
        Self((0..rayon::current_num_threads()).map(|_| Mutex::new(Space::with_room())).collect())
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Gate {
    /// A gate for `names`; those for which [`is_long_enough`](Self::is_long_enough) is false are not looked for.
    ///
    /// # Errors
    /// When there are more names than a program can hold.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> anyhow::Result<Self> {
        let names: Vec<&str> = names.into_iter().collect();
        let alphabet = Alphabet::new();
        let needles = Needles::new(&alphabet, names.iter().copied())?;
        let long_enough = || names.iter().copied().filter(|name| needles::is_long_enough(&alphabet, name));
        let wide = Wide::new(&alphabet, long_enough());
        let starts = Starts::new(&alphabet, long_enough());
        Ok(Self { alphabet, needles, wide, starts })
    }

    /// Whether `name` has letters enough to be looked for: with fewer it would stand in every text.
    #[must_use]
    pub fn is_long_enough(&self, name: &str) -> bool {
        needles::is_long_enough(&self.alphabet, name)
    }

    /// Looks through `files`.
    #[must_use]
    pub fn search(&self, files: &[OutputFile]) -> Search {
        let memory = Memory::new();
        let found: Vec<(Vec<Fault>, usize)> = files.par_iter().map(|file| self.faults(file, &memory)).collect();
        let mut search = Search::default();
        for (file, (faults, steps)) in found.into_iter().enumerate() {
            search.hits.extend(faults.into_iter().map(|fault| Hit { file, fault }));
            search.steps += steps;
        }
        search
    }

    /// What forbids publishing `file`, and in how many steps that was found out. `memory` is that of the files before.
    #[must_use]
    pub fn faults(&self, file: &OutputFile, memory: &Memory) -> (Vec<Fault>, usize) {
        let space = rayon::current_thread_index().and_then(|thread| memory.0.get(thread));
        match space {
            Some(space) => self.faults_in(file, &mut space.lock().unwrap_or_else(PoisonError::into_inner)),
            None => self.faults_in(file, &mut Space::default()),
        }
    }

    /// The names that stand in `bytes`, in any form and notation.
    #[must_use]
    pub fn names_in(&self, bytes: &[u8]) -> BTreeSet<NameIndex> {
        let mut found = Found::default();
        self.look(bytes, None, 0, &mut Space::default(), &mut found);
        found.names
    }

    fn faults_in(&self, file: &OutputFile, space: &mut Space) -> (Vec<Fault>, usize) {
        let (mut path, mut inside) = (Found::default(), Found::default());
        self.look(file.route.output_path().as_bytes(), None, 0, space, &mut path);
        self.look_at_file(&file.bytes, space, &mut inside);
        let steps = path.steps + inside.steps;
        let closed = inside.is_closed.then_some(Fault::Closed);
        let in_path = path.names.into_iter().map(Fault::InPath);
        (in_path.chain(inside.names.into_iter().map(Fault::Inside)).chain(closed).collect(), steps)
    }

    /// Looks through a file, but for the tags in which nothing was in earlier ones.
    fn look_at_file(&self, bytes: &[u8], space: &mut Space, found: &mut Found) {
        let rest = tags::leave_out(bytes, &space.known_tags, &self.starts, mem::take(&mut space.rest));
        found.steps += bytes.len();
        let read = if rest.bytes.is_empty() { bytes } else { &rest.bytes };
        let traces = self.look_through(bytes, read, None, 0, space, found);
        if found.is_clean() && !traces.is_binary() {
            rest.unknown.iter().for_each(|tag| space.known_tags.learn(tag));
        }
        space.rest = rest.bytes;
    }

    /// Looks through `bytes` as they are, and through all that they may stand for. Whether they are text shows unless it is known.
    fn look(&self, bytes: &[u8], inside: Option<Inside>, depth: usize, space: &mut Space, found: &mut Found) {
        self.look_through(bytes, bytes, inside, depth, space, found);
    }

    /// The same, where it is known of all of `bytes` but `rest` that nothing is in them as text or as words.
    fn look_through(
        &self,
        bytes: &[u8],
        rest: &[u8],
        inside: Option<Inside>,
        depth: usize,
        space: &mut Space,
        found: &mut Found,
    ) -> Traces {
        let traces = self.look_at_text(rest, inside, space, found);
        // In what is not text, names are looked for within words as well, which was not done before.
        if traces.is_binary() && rest.len() < bytes.len() {
            self.look_at_text(bytes, inside, space, found);
        }
        let parts = unpack::unpack(bytes);
        found.is_closed |= parts.is_closed || depth == DEEPEST && !parts.unpacked.is_empty();
        if depth < DEEPEST {
            for part in &parts.unpacked {
                self.look(part, None, depth + 1, space, found);
            }
            self.look_at_words(rest, depth, space, found);
        }
        if self.wide.may_be_in_file(bytes, traces) {
            self.look_at_utf16(bytes, space, found);
        }
        let traces = Traces { quoted_printable: escapes::has_quoted_printable(rest), ..traces };
        self.look_at_notations(bytes, traces, inside, depth, space, found);
        traces
    }

    /// Looks through what `bytes` with these `traces` are in other notations.
    fn look_at_notations(
        &self,
        bytes: &[u8],
        traces: Traces,
        inside: Option<Inside>,
        depth: usize,
        space: &mut Space,
        found: &mut Found,
    ) {
        if depth == DEEPEST {
            return;
        }
        let others = [
            traces.nested_entities.then(|| text::without_entities(bytes)),
            traces.nested_tags.then(|| text::without_quotes(bytes)),
            traces.nested_tags.then(|| text::without_comments(bytes)),
            traces.escapes.then(|| escapes::without_escapes(bytes)).flatten(),
            traces.quoted_printable.then(|| escapes::without_quoted_printable(bytes)),
        ];
        for other in others.iter().flatten() {
            self.look(other, inside, depth + 1, space, found);
        }
    }

    /// Looks through the text of `bytes` and through what stands in tags.
    fn look_at_text(&self, bytes: &[u8], inside: Option<Inside>, space: &mut Space, found: &mut Found) -> Traces {
        let Space { codes, text, tags, .. } = space;
        text.clear();
        tags.clear();
        let traces = text::read(bytes, &self.alphabet, codes, text, tags);
        let inside = inside.unwrap_or(if traces.is_binary() { Inside::Binary } else { Inside::Text });
        found.steps += bytes.len();
        for letters in [text, tags] {
            found.steps += self.needles.find(letters.as_bytes(), inside, &mut |name| _ = found.names.insert(name));
        }
        traces
    }

    /// Looks through what words of `bytes` may stand for, each word of a file once.
    fn look_at_words(&self, bytes: &[u8], depth: usize, space: &mut Space, found: &mut Found) {
        let mut batch = Decoded::default();
        let mut words = Vec::new();
        for word in runs::words(bytes) {
            if depth == 0 {
                if space.known_words.has(&word) {
                    continue;
                }
                space.known_words.learn(&word);
                words.push(word.clone());
            }
            batch.add(&word, &self.wide);
            if batch.bytes.len() >= BATCH {
                self.look_at_batch(&mem::take(&mut batch), &mut words, depth, space, found);
            }
        }
        self.look_at_batch(&batch, &mut words, depth, space, found);
    }

    /// Looks through what `words` stand for, and forgets them when that was something: it is so in the next file as well.
    fn look_at_batch(
        &self,
        batch: &Decoded,
        words: &mut Vec<Cow<'_, [u8]>>,
        depth: usize,
        space: &mut Space,
        found: &mut Found,
    ) {
        if batch.bytes.is_empty() {
            return;
        }
        let mut inside = Found::default();
        self.look_at_text(&batch.texts, Some(Inside::Text), space, &mut inside);
        let traces = self.look_at_text(&batch.bytes, Some(Inside::Binary), space, &mut inside);
        if depth + 1 < DEEPEST {
            self.look_at_words(&batch.bytes, depth + 1, space, &mut inside);
        }
        self.look_at_utf16(&batch.wide, space, &mut inside);
        let traces = Traces { quoted_printable: escapes::has_quoted_printable(&batch.rich), ..traces };
        self.look_at_notations(&batch.rich, traces, Some(Inside::Binary), depth + 1, space, &mut inside);
        for file in &batch.files {
            self.look(file, None, depth + 1, space, &mut inside);
        }
        for word in words.drain(..).filter(|_| !inside.is_clean()) {
            space.known_words.forget(&word);
        }
        found.add(inside);
    }

    /// Looks through `bytes` as UTF-16.
    fn look_at_utf16(&self, bytes: &[u8], space: &mut Space, found: &mut Found) {
        for (from, is_big) in [(0, false), (0, true), (1, false), (1, true)] {
            space.text.clear();
            text::read_utf16(bytes, from, is_big, &self.alphabet, &mut space.text);
            found.steps += bytes.len();
            let letters = space.text.as_bytes();
            found.steps += self.needles.find(letters, Inside::Binary, &mut |name| _ = found.names.insert(name));
        }
    }
}
