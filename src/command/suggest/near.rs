//! Which known words are spelt almost like a word. Knows edits of letters; how many are few depends on the length of the word.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

/// A known word, and by how many edits it differs.
pub(super) type Neighbour = (u32, usize);

/// Words that can be asked for by what is left of them when letters are taken out: two words with few edits between them have
/// something left in common.
pub(super) struct Neighbours {
    left: Vec<(u64, u32)>,
    asked: Mutex<HashMap<String, Arc<[Neighbour]>>>,
}

/// How many edits a word of so many letters may differ by.
const fn edits(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

fn edits_of(word: &str) -> usize {
    if word.contains(|letter: char| letter.is_numeric()) { 0 } else { edits(word.chars().count()) }
}

impl Neighbours {
    /// Makes `words`, of which each has its place in the list as its number, ready to be asked for.
    pub(super) fn new(words: &[String]) -> Self {
        let numbered: Vec<(u32, &String)> = (0..).zip(words).collect();
        let mut left: Vec<(u64, u32)> = numbered
            .par_iter()
            .flat_map_iter(|(number, word)| what_is_left(word).into_iter().map(|left| (left, *number)))
            .collect();
        left.par_sort_unstable();
        Self { left, asked: Mutex::default() }
    }

    /// The words among `words`, from which this was made, that are almost `word`; the word itself is not among them.
    pub(super) fn of(&self, word: &str, words: &[String]) -> Arc<[Neighbour]> {
        // What another thread left unfinished is an answer that is missing, no wrong one.
        if let Some(known) = self.asked.lock().unwrap_or_else(PoisonError::into_inner).get(word) {
            return Arc::clone(known);
        }
        let found: Arc<[Neighbour]> = self.find(word, words).into();
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).insert(word.to_owned(), Arc::clone(&found));
        found
    }

    fn find(&self, word: &str, words: &[String]) -> Vec<Neighbour> {
        let mut numbers: Vec<u32> = what_is_left(word)
            .into_iter()
            .flat_map(|left| {
                let from = self.left.partition_point(|(other, _)| *other < left);
                self.left.iter().skip(from).take_while(move |(other, _)| *other == left).map(|(_, number)| *number)
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let most = edits_of(word);
        let near = numbers.into_iter().filter_map(|number| {
            let other = words.get(number as usize)?;
            let distance = strsim::osa_distance(word, other);
            (distance > 0 && distance <= most.min(edits_of(other))).then_some((number, distance))
        });
        near.collect()
    }
}

/// The hashes of a word and of what is left when as many letters are taken out as it may differ by.
fn what_is_left(word: &str) -> Vec<u64> {
    let letters: Vec<char> = word.chars().collect();
    let without = |skipped: [usize; 2]| -> u64 {
        let kept: String =
            letters.iter().enumerate().filter(|(at, _)| !skipped.contains(at)).map(|(_, letter)| *letter).collect();
        xxh3_64(kept.as_bytes())
    };
    let none = letters.len();
    let mut left = vec![without([none, none])];
    let most = edits_of(word);
    if most >= 1 {
        left.extend((0..none).map(|one| without([one, none])));
    }
    if most >= 2 {
        left.extend((0..none).flat_map(|one| (one + 1..none).map(move |two| [one, two])).map(without));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_few_edits_are_found_and_others_not() {
        let words = ["kaya", "demirtas", "muhammed", "ali", "2015123", "ozturk"].map(str::to_owned);
        let neighbours = Neighbours::new(&words);
        let of = |word| {
            neighbours
                .of(word, &words)
                .iter()
                .map(|(at, edits)| format!("{} {edits}", words[*at as usize]))
                .collect::<Vec<_>>()
                .join(", ")
        };
        for (word, expected) in [
            ("kaya", ""),
            ("kara", "kaya 1"),
            ("kayaa", "kaya 1"),
            ("kyaa", "kaya 1"),
            ("karaa", ""),
            ("demirats", "demirtas 1"),
            ("demirtsa", "demirtas 1"),
            ("demirdaz", "demirtas 2"),
            ("muhamed", "muhammed 1"),
            ("mohamed", "muhammed 2"),
            ("veli", ""),
            ("2015124", ""),
        ] {
            assert_eq!(of(word), expected, "{word}");
        }
    }
}
