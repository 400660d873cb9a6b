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
mod words;

use rayon::prelude::*;
use serde::Serialize;

use super::planner::Planner;
use crate::document::kind::Kind;
use crate::foundation::output_file::OutputFile;
use card::{Card, IN_ONE_FILE};
use marks::Marks;
use names::Name;
use words::{Index, Texts};

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

/// The files of the search, in the language of the edition.
pub(super) fn files(planner: &Planner<'_>) -> Vec<OutputFile> {
    let subjects = subjects::all(planner);
    let labels = marks::labels(planner);
    let entry = |number: usize| subjects.get(number).and_then(|subject| entries::entry(planner, subject));
    let files = write(subjects.len(), &labels, entry);
    files.into_iter().map(|file| OutputFile { route: planner.own(file.route), ..file }).collect()
}

/// The files for `count` things, each of which `entry` makes by its number.
fn write(count: usize, labels: &marks::Labels, entry: impl Fn(usize) -> Option<Entry> + Sync) -> Vec<OutputFile> {
    let numbers: Vec<usize> = (0..count).collect();
    let parts: Vec<Part> = numbers.par_chunks(IN_ONE_FILE * 16).map(|numbers| Part::of(numbers, &entry)).collect();
    let (mut cards, mut marks, mut names, mut indexes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for part in parts {
        cards.extend(part.cards);
        marks.extend(part.marks);
        names.extend(part.names);
        indexes.push(part.index);
    }
    let (words, mut files) = Index::merged(indexes).files();
    let (first_names, files_of_names) = names::files(&names);
    let head = Head {
        format: FORMAT,
        count,
        cards: IN_ONE_FILE,
        kinds: KINDS.iter().map(|kind| kind.name()).chain([STATEMENT]).collect(),
        words,
        names: first_names,
    };
    files.extend(files_of_names);
    files.extend(
        cards.chunks(IN_ONE_FILE).enumerate().filter_map(|(number, cards)| script::list("cards", number, cards)),
    );
    files.extend(script::value("facets", &marks::facets(&marks, labels)));
    files.extend(script::value("head", &head));
    files
}

/// What some things that follow each other come to; made apart from the others.
struct Part {
    cards: Vec<Card>,
    marks: Vec<Marks>,
    names: Vec<Name>,
    index: Index,
}

impl Part {
    fn of(numbers: &[usize], entry: &impl Fn(usize) -> Option<Entry>) -> Self {
        let mut part = Self { cards: Vec::new(), marks: Vec::new(), names: Vec::new(), index: Index::default() };
        for number in numbers {
            let Some(Entry { card, texts, marks, names }) = entry(*number) else { continue };
            part.index.add(*number, &texts);
            part.cards.push(card);
            part.marks.push(marks);
            part.names.extend(names);
        }
        part
    }
}
