//! Which words lead where. Knows words in their folded form and running numbers, not what the numbers stand for.

use std::collections::HashMap;

use rayon::prelude::*;

use super::script;
use super::shards;
use super::uses::{Places, Uses};
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

/// For each word the numbers of the things that have it, rising, and where they have it.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: HashMap<Box<str>, Uses>,
}

/// The words of some things that follow each other.
#[derive(Debug, Default)]
pub(super) struct Words {
    list: Vec<(Box<str>, Uses)>,
    /// Where in the list a word stands.
    places: HashMap<Box<str>, usize>,
    /// Where in the list the words of each run of letters stand that was met.
    known: HashMap<Box<str>, Box<[usize]>>,
}

impl Words {
    /// Adds the words of the thing with this number, which is higher than all before.
    pub(super) fn add(&mut self, number: usize, texts: &Texts) {
        for name in &texts.names {
            let all: Vec<&str> = runs(name).collect();
            for (at, run) in all.iter().enumerate() {
                self.add_run(number, run, Places::in_name(at == 0, at + 1 == all.len()));
            }
        }
        for run in texts.heads.iter().flat_map(|head| runs(head)) {
            self.add_run(number, run, Places::HEAD);
        }
        for run in runs(&texts.text) {
            self.add_run(number, run, Places::TEXT);
        }
    }

    fn add_run(&mut self, number: usize, run: &str, places: Places) {
        if let Some(known) = self.known.get(run) {
            for at in known {
                self.list.get_mut(*at).into_iter().for_each(|(_, uses)| uses.push(number, places));
            }
            return;
        }
        let known: Box<[usize]> = words_of(run).into_iter().map(|word| self.place(word.into_boxed_str())).collect();
        self.known.insert(run.into(), known);
        self.add_run(number, run, places);
    }

    fn place(&mut self, word: Box<str>) -> usize {
        let next = self.list.len();
        let place = *self.places.entry(word.clone()).or_insert(next);
        if place == next {
            self.list.push((word, Uses::default()));
        }
        place
    }
}

impl Index {
    /// Adds the words of things whose numbers are higher than all before.
    pub(super) fn append(&mut self, words: Words) {
        for (word, more) in words.list {
            self.words.entry(word).or_default().append(more);
        }
    }

    /// Gives away the files of words; with what each begins.
    pub(super) fn give(self, give: &(dyn Fn(OutputFile) + Sync)) -> Vec<String> {
        let mut lines: Vec<Line> = self.words.into_iter().map(|(word, uses)| Line::of(word, uses)).collect();
        // In the order in which the script compares.
        lines.par_sort_unstable_by(|one, other| one.0.encode_utf16().cmp(other.0.encode_utf16()));
        let sizes: Vec<(&str, usize)> = lines.iter().map(|line| (&*line.0, line.size())).collect();
        let cuts = shards::cut(&sizes);
        cuts.par_iter().enumerate().for_each(|(at, (range, _))| {
            let file = lines.get(range.clone()).and_then(|lines| script::list("words", at, lines));
            file.into_iter().for_each(give);
        });
        cuts.into_iter().map(|(_, first)| first).collect()
    }
}

/// A word as its file has it: the word, how many have it, those that are called by it, those in whose text it stands. The number
/// keeps two words of the list from reading like a name.
#[derive(Debug, serde::Serialize)]
struct Line(Box<str>, usize, String, String);

impl Line {
    fn of(word: Box<str>, uses: Uses) -> Self {
        let (count, names, texts) = uses.written();
        Self(word, count, names, texts)
    }

    const fn size(&self) -> usize {
        let Self(word, _, names, texts) = self;
        word.len() + names.len() + texts.len() + 16
    }
}
