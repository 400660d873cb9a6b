//! Where UTF-16 may hold a name: bytes in a run that can be the upper halves of its letters. Knows letters, not names in their order.

use std::collections::BTreeSet;

use super::letters::{Alphabet, is_odd, variants};
use super::text::Traces;

/// What a name may look like in UTF-16.
pub struct Wide {
    /// How many folded letters a unit with this upper half may stand for; none where it belongs to no letter of a name.
    letters: [u8; 256],
    /// Every name has a word of as many letters or more.
    shortest: usize,
    may_pass_for_text: bool,
}

impl Wide {
    /// For all letters of `names`, in every way in which they can be written.
    pub fn new<'a>(alphabet: &Alphabet, names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<Vec<String>> = names.into_iter().map(|name| words(alphabet, name)).collect();
        let wanted: BTreeSet<char> = names.iter().flatten().flat_map(|word| word.chars()).collect();
        let mut wide = Self {
            letters: [0; 256],
            shortest: names.iter().filter_map(|words| longest_word(words)).min().unwrap_or(usize::MAX),
            may_pass_for_text: names.iter().any(|words| words.iter().any(|word| may_pass_for_text(word))),
        };
        if wanted.is_empty() {
            return wide;
        }
        // A space or a dash of a wider script may stand in a word.
        for letter in wanted.iter().copied().chain(['\u{2014}', '\u{3000}']) {
            wide.add(letter, 1);
        }
        for (letter, folded) in variants() {
            if folded.is_empty() || folded.chars().any(|letter| wanted.contains(&letter)) {
                wide.add(letter, folded.chars().count().max(1));
            }
        }
        wide
    }

    fn add(&mut self, letter: char, count: usize) {
        for unit in letter.encode_utf16(&mut [0; 2]) {
            let [upper, _] = unit.to_be_bytes();
            if let Some(letters) = self.letters.get_mut(usize::from(upper)) {
                *letters = (*letters).max(u8::try_from(count).unwrap_or(u8::MAX));
            }
        }
    }

    /// Whether `bytes` with these `traces`, a whole file, may hold a name in UTF-16: it has bytes that text in UTF-8 has not, unless
    /// a name can do without.
    pub fn may_be_in_file(&self, bytes: &[u8], traces: Traces) -> bool {
        (traces.zeros || traces.odd || traces.foreign || self.may_pass_for_text) && self.may_be_in(bytes)
    }

    /// Whether `bytes` have a run of upper halves that is long enough, whichever end of a unit comes first.
    pub fn may_be_in(&self, bytes: &[u8]) -> bool {
        let (mut runs, mut longest) = ([0_usize; 2], 0);
        let (pairs, rest) = bytes.as_chunks::<2>();
        for pair in pairs.iter().map(<[u8; 2]>::as_slice).chain([rest]) {
            for (run, byte) in runs.iter_mut().zip(pair) {
                let letters = usize::from(self.letters[usize::from(*byte)]);
                *run = (*run + letters) * usize::from(letters != 0);
                longest = longest.max(*run);
            }
        }
        longest >= self.shortest
    }
}

fn words(alphabet: &Alphabet, name: &str) -> Vec<String> {
    alphabet.words(name).iter().map(|word| String::from_utf8_lossy(word).into_owned()).collect()
}

/// How many letters the longest word has at least, in every form of a name: all have the surname, and some but one given name.
fn longest_word(words: &[String]) -> Option<usize> {
    let (surname, given) = words.split_last()?;
    let count = |word: &String| word.chars().count();
    Some(given.iter().filter(|word| word.len() > 1).map(count).min().unwrap_or(0).max(count(surname)))
}

/// Whether no letter needs a byte in UTF-16 that text in UTF-8 has not: so it is in Devanagari, Chinese and Korean, but not in
/// Latin, Greek, Cyrillic, Hebrew, Arabic and Georgian. One letter alone would stand in every text that is read so.
fn may_pass_for_text(word: &str) -> bool {
    word.chars().count() > 1 && word.encode_utf16().all(|unit| !unit.to_be_bytes().into_iter().any(is_odd))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_seen_in_every_spelling_and_on_both_sides() {
        for (name, spelling) in [
            ("Ada Weiß", "WEISS"),
            ("Ada Weiß", "Weiß"),
            ("Ada Işık", "Ｉşık"),
            ("Ada Işık", "𝐈𝐬𝐢𝐤"),
            ("Ada Işık", "I\u{327}s\u{327}\u{ad}ı\u{200b}k"),
            ("Ada Ofﬁ", "ﬀi"),
            ("Мухаммед", "МУХАММЕД"),
            ("محمد", "ﻣﺤﻤﺪ"),
            ("中村", "中村"),
        ] {
            let wide = Wide::new(&Alphabet::new(), [name]);
            for before in 0..3 {
                let units: Vec<u16> = spelling.encode_utf16().collect();
                let mut bytes = b"xyz"[..before].to_vec();
                bytes.extend(units.iter().flat_map(|unit| unit.to_be_bytes()));
                assert!(wide.may_be_in(&bytes), "{name} {spelling}");
                bytes.truncate(before);
                bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
                assert!(wide.may_be_in(&bytes), "{name} {spelling}");
            }
            assert!(!wide.may_be_in(b"TextInSingleBytes"), "{name}");
        }
        assert!(!Wide::new(&Alphabet::new(), []).may_be_in(&[0; 64]));
    }
}
