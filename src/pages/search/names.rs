//! The names to which a reader can jump while typing. Knows that a name is looked for by each of its words.

use std::collections::BTreeMap;

use serde::Serialize;

use super::script;
use super::shards;
use crate::foundation::output_file::OutputFile;
use crate::foundation::tokens::{runs, words_of};

/// A name and where it leads: the name, the number of the kind, the address below the root, and what tells it from others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Name(pub String, pub usize, pub String, pub String);

/// The files of names, and with what each begins. A name stands in each file to which one of its words belongs.
pub(super) fn files(names: &[Name]) -> (Vec<String>, Vec<OutputFile>) {
    let mut by_word: BTreeMap<Vec<u16>, (String, Vec<usize>)> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        for word in runs(&name.0).flat_map(words_of) {
            let (_, list) = by_word.entry(word.encode_utf16().collect()).or_insert_with(|| (word, Vec::new()));
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }
    let size =
        |at: &usize| names.get(*at).map_or(0, |Name(name, _, path, note)| name.len() + path.len() + note.len() + 16);
    let sizes: Vec<(&str, usize)> =
        by_word.values().map(|(word, list)| (word.as_str(), list.iter().map(size).sum())).collect();
    let cuts = shards::cut(&sizes);
    let lists: Vec<&Vec<usize>> = by_word.values().map(|(_, list)| list).collect();
    let files = cuts.iter().enumerate().filter_map(|(file, (range, _))| {
        let mut places: Vec<usize> = lists.get(range.clone())?.iter().flat_map(|list| list.iter().copied()).collect();
        places.sort_unstable();
        places.dedup();
        let names: Vec<&Name> = places.iter().filter_map(|at| names.get(*at)).collect();
        script::list("names", file, &names)
    });
    let files = files.collect();
    (cuts.into_iter().map(|(_, first)| first).collect(), files)
}
