//! Which words lead where. Knows words in their folded form and running numbers, not what the numbers stand for.

use std::collections::{BTreeMap, HashMap};

use super::numbers;
use super::script;
use super::shards;
use crate::foundation::output_file::OutputFile;
use crate::foundation::tokens::{runs, words_of};

/// The texts in which one thing is looked for.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// Its names.
    pub names: Vec<String>,
    /// What stands out: its summary, its headings.
    pub heads: Vec<String>,
    /// All else.
    pub text: String,
}

/// A word of a name.
const IN_NAME: u8 = 1;
/// The first word of a name.
const FIRST: u8 = 2;
/// The last word of a name.
const LAST: u8 = 4;
/// A word that stands out.
const HEAD: u8 = 8;
/// A word of the text.
const TEXT: u8 = 16;

/// That a thing has a word, and where: its number and five bits. A large site has more of these than of anything else, so they are small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Use(u32);

impl Use {
    /// Things with higher numbers than 2^27 are not found.
    fn new(number: usize, places: u8) -> Option<Self> {
        let number = u32::try_from(number).ok().filter(|number| *number < 1 << 27)?;
        Some(Self(number << 5 | u32::from(places)))
    }

    const fn number(self) -> u32 {
        self.0 >> 5
    }

    const fn has(self, places: u8) -> bool {
        self.0 & places as u32 > 0
    }
}

/// For each word the numbers of the things that have it, rising, and where they have it.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: HashMap<Box<str>, Vec<Use>>,
    /// The words of each run of letters that was met.
    known: HashMap<Box<str>, Vec<Box<str>>>,
}

impl Index {
    /// Adds the words of the thing with this number, which is higher than all before.
    pub(super) fn add(&mut self, number: usize, texts: &Texts) {
        for name in &texts.names {
            let all: Vec<&str> = runs(name).collect();
            for (at, run) in all.iter().enumerate() {
                let first = if at == 0 { FIRST } else { 0 };
                let last = if at + 1 == all.len() { LAST } else { 0 };
                self.add_run(number, run, IN_NAME | first | last);
            }
        }
        for run in texts.heads.iter().flat_map(|head| runs(head)) {
            self.add_run(number, run, HEAD);
        }
        for run in runs(&texts.text) {
            self.add_run(number, run, TEXT);
        }
    }

    fn add_run(&mut self, number: usize, run: &str, place: u8) {
        let Some(new) = Use::new(number, place) else { return };
        if !self.known.contains_key(run) {
            self.known.insert(run.into(), words_of(run).into_iter().map(String::into_boxed_str).collect());
        }
        for word in self.known.get(run).into_iter().flatten() {
            let uses = match self.words.get_mut(word) {
                Some(uses) => uses,
                None => self.words.entry(word.clone()).or_default(),
            };
            match uses.last_mut() {
                Some(last) if last.number() == new.number() => last.0 |= new.0,
                _ => uses.push(new),
            }
        }
    }

    /// Several in one; the numbers of each are higher than those of the one before.
    pub(super) fn merged(parts: Vec<Self>) -> Self {
        let mut all = Self::default();
        for part in parts {
            for (word, list) in part.words {
                match all.words.get_mut(&word) {
                    Some(known) => known.extend(list),
                    None => _ = all.words.insert(word, list),
                }
            }
        }
        all
    }

    /// The files of words, and with what each begins.
    pub(super) fn files(self) -> (Vec<String>, Vec<OutputFile>) {
        let sorted: BTreeMap<Vec<u16>, Line> =
            self.words.iter().map(|(word, list)| (word.encode_utf16().collect(), Line::of(word, list))).collect();
        let lines: Vec<Line> = sorted.into_values().collect();
        let sizes: Vec<(&str, usize)> = lines.iter().map(|line| (line.0, line.size())).collect();
        let cuts = shards::cut(&sizes);
        let files = cuts.iter().enumerate();
        let files = files.filter_map(|(at, (range, _))| script::list("words", at, lines.get(range.clone())?)).collect();
        (cuts.into_iter().map(|(_, first)| first).collect(), files)
    }
}

/// A word as its file has it: the word, how many have it, those that are called by it, those in whose text it stands. The number
/// keeps two words of the list from reading like a name.
#[derive(Debug, serde::Serialize)]
struct Line<'a>(&'a str, usize, String, String);

impl<'a> Line<'a> {
    fn of(word: &'a str, list: &[Use]) -> Self {
        let (mut names, mut texts) = (String::new(), String::new());
        let (mut next_name, mut next_text) = (0, 0);
        for one in list {
            let number = one.number();
            if one.has(IN_NAME) {
                let edges = usize::from(one.has(FIRST)) + 2 * usize::from(one.has(LAST));
                numbers::push(&mut names, (number - next_name) as usize * 4 + edges);
                next_name = number + 1;
            }
            if one.has(HEAD | TEXT) {
                let is_head = usize::from(one.has(HEAD));
                numbers::push(&mut texts, (number - next_text) as usize * 2 + is_head);
                next_text = number + 1;
            }
        }
        Self(word, list.len(), names, texts)
    }

    const fn size(&self) -> usize {
        let Self(word, _, names, texts) = self;
        word.len() + names.len() + texts.len() + 16
    }
}
