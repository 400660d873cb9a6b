//! The search of a site: which words lead to which pages and statements, cut into small files so that a question fetches a few of
//! them. Knows what may be found and how it is written; asking is the business of the theme's script.
//!
//! Left out are pages that ask search engines to stay away (`noindex`). People who are not named are found by their label alone.
//! The words of statements lead to the statement in its short form, never to the page as if it said them itself.

mod body_text;
mod card;
mod columns;
mod entries;
mod marks;
mod names;
mod numbers;
mod page;
mod script;
mod shards;
mod subjects;
#[cfg(test)]
mod tests;
mod uses;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde::Serialize;

use super::planner::Planner;
use crate::document::kind::Kind;
use crate::foundation::output_file::OutputFile;
use card::{Card, IN_ONE_FILE};
use marks::Marks;
use names::Name;
use words::{Index, Texts, Words};

pub(super) use page::{pages, route};

/// The form of the files. It grows when the script must read them in another way.
const FORMAT: u32 = 1;

/// The kinds of what can be found, in the order in which equal finds stand; statements come last.
const KINDS: [Kind; 9] = [
    Kind::Person,
    Kind::Hearing,
    Kind::Case,
    Kind::Organisation,
    Kind::Place,
    Kind::Event,
    Kind::Dossier,
    Kind::Source,
    Kind::Page,
];
/// What a statement is called among the kinds.
const STATEMENT: &str = "statement";

/// One thing that can be found.
struct Entry {
    /// What a list of finds shows of it.
    card: Card,
    /// The texts in which it is looked for.
    texts: Texts,
    /// By what finds can be narrowed.
    marks: Marks,
    /// The names by which a reader can jump to it.
    names: Vec<Name>,
}

/// What a script must know before it can ask for anything else.
#[derive(Serialize)]
struct Head<'a> {
    format: u32,
    count: usize,
    /// How many cards stand in one file.
    cards: usize,
    kinds: Vec<&'a str>,
    /// The words with which the files of words begin.
    words: Vec<String>,
    /// The words with which the files of names begin.
    names: Vec<String>,
}

/// Gives away the files of the search, in the language of the edition.
pub(super) fn files(planner: &Planner<'_>, give: &(dyn Fn(OutputFile) + Sync)) {
    let subjects = subjects::all(planner);
    let labels = marks::labels(planner);
    let entry = |number: usize| subjects.get(number).and_then(|subject| entries::entry(planner, subject));
    write(subjects.len(), &labels, entry, &|file| give(OutputFile { route: planner.own(file.route), ..file }));
}

/// How many things are looked through together: as many as stand in so many files of cards.
const TOGETHER: usize = IN_ONE_FILE * 16;

/// Gives away the files for `count` things, each of which `entry` makes by its number.
fn write(
    count: usize,
    labels: &marks::Labels,
    entry: impl Fn(usize) -> Option<Entry> + Sync,
    give: &(dyn Fn(OutputFile) + Sync),
) {
    let gathered: Mutex<Gathered> = Mutex::default();
    // They are begun in their order, so few wait until it is their turn.
    (0..count.div_ceil(TOGETHER)).par_bridge().for_each(|place| {
        let part = Part::of(place * TOGETHER..count.min((place + 1) * TOGETHER), &entry);
        for (at, cards) in part.cards.chunks(IN_ONE_FILE).enumerate() {
            script::list("cards", place * (TOGETHER / IN_ONE_FILE) + at, cards).into_iter().for_each(give);
        }
        let part = Part { cards: Vec::new(), ..part };
        gathered.lock().unwrap_or_else(PoisonError::into_inner).add(place, part);
    });
    let Gathered { marks, names, index, .. } = gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
    let words = index.give(give);
    let (first_names, files_of_names) = names::files(&names);
    let head = Head {
        format: FORMAT,
        count,
        cards: IN_ONE_FILE,
        kinds: KINDS.iter().map(|kind| kind.name()).chain([STATEMENT]).collect(),
        words,
        names: first_names,
    };
    let facets = script::value("facets", &marks::facets(&marks, labels));
    files_of_names.into_iter().chain(facets).chain(script::value("head", &head)).for_each(give);
}

/// What things come to that follow each other; made apart from the others.
struct Part {
    cards: Vec<Card>,
    marks: Vec<Marks>,
    names: Vec<Name>,
    words: Words,
}

impl Part {
    fn of(numbers: Range<usize>, entry: &impl Fn(usize) -> Option<Entry>) -> Self {
        let mut part = Self { cards: Vec::new(), marks: Vec::new(), names: Vec::new(), words: Words::default() };
        for number in numbers {
            let Some(Entry { card, texts, marks, names }) = entry(number) else { continue };
            part.words.add(number, &texts);
            part.cards.push(card);
            part.marks.push(marks);
            part.names.extend(names);
        }
        part
    }
}

/// What the parts come to together, in their order.
#[derive(Default)]
struct Gathered {
    marks: Vec<Marks>,
    names: Vec<Name>,
    index: Index,
    next: usize,
    /// Parts that came before their turn.
    waiting: BTreeMap<usize, Part>,
}

impl Gathered {
    fn add(&mut self, place: usize, part: Part) {
        self.waiting.insert(place, part);
        while let Some(Part { marks, names, words, .. }) = self.waiting.remove(&self.next) {
            self.marks.extend(marks);
            self.names.extend(names);
            self.index.append(words);
            self.next += 1;
        }
    }
}
