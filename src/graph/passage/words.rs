//! The words of a text as numbers, so that a quote can be compared with every place of it in one pass. Knows words, not quotes.

use std::collections::HashMap;

use super::normal::is_unspaced;
use crate::foundation::fold::FoldKey;

/// The words of a text, in their order.
#[derive(Debug)]
pub(super) struct Words {
    /// Each word's number; spellings with one fold key have one.
    pub(super) numbers: Vec<u32>,
    /// The bytes of the text on which each begins and ends.
    pub(super) places: Vec<(usize, usize)>,
    /// How often each number occurs.
    pub(super) counts: Vec<u32>,
    by_key: HashMap<FoldKey, u32>,
}

impl Words {
    /// The words of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut words = Self { numbers: Vec::new(), places: Vec::new(), counts: Vec::new(), by_key: HashMap::new() };
        let mut by_spelling: HashMap<&str, u32> = HashMap::new();
        for (start, word) in split(text) {
            let number = if let Some(number) = by_spelling.get(word) {
                *number
            } else {
                let number = words.number_of(word);
                by_spelling.insert(word, number);
                number
            };
            words.numbers.push(number);
            words.places.push((start, start + word.len()));
            if let Some(count) = words.counts.get_mut(number as usize) {
                *count += 1;
            }
        }
        words
    }

    /// The number of a word, a new one when no word with its key has been seen.
    fn number_of(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.by_key.len()).unwrap_or(u32::MAX);
        let number = *self.by_key.entry(FoldKey::of(word)).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        number
    }

    /// The numbers of the words of `quote`; nothing for a word that the text does not have.
    pub(super) fn of_quote(&self, quote: &str) -> Vec<Option<u32>> {
        split(quote).map(|(_, word)| self.by_key.get(&FoldKey::of(word)).copied()).collect()
    }

    /// How much it says that a word occurs: more the rarer it is, and most when the text does not have it.
    pub(super) fn weight(&self, number: Option<u32>) -> u32 {
        let count = number.and_then(|number| self.counts.get(number as usize)).copied().unwrap_or(1).max(1);
        let all = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        1 + (all / count).max(1).ilog2()
    }
}

/// The words of `text` with the bytes at which they begin: runs of letters, digits and the signs that stand on them. Each letter
/// of a script without spaces is a word.
fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        let first = word.chars().next()?;
        let length = if is_unspaced(first) {
            first.len_utf8()
        } else {
            word.find(|letter| !is_of_word(letter)).unwrap_or(word.len())
        };
        at = start + length;
        Some((start, word.get(..length)?))
    })
}

fn is_of_word(letter: char) -> bool {
    (letter.is_alphanumeric() && !is_unspaced(letter)) || matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_their_letters_alone() {
        let text = "Balı'nın evi: BALI, Straf\u{ad}prozess 2015 – I\u{307}zmir 中文";
        let words: Vec<&str> = split(text).map(|(_, word)| word).collect();
        assert_eq!(words, ["Balı", "nın", "evi", "BALI", "Straf\u{ad}prozess", "2015", "I\u{307}zmir", "中", "文"]);
        let words = Words::of(text);
        assert_eq!(words.numbers, [0, 1, 2, 0, 3, 4, 5, 6, 7]);
        assert_eq!(words.of_quote("bali izmir gate"), [Some(0), Some(5), None]);
    }
}
