//! Protected names as the gate looks for them: the forms of each, and what may stand behind one. Knows names, not outputs.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};

use super::letters::{Alphabet, Letters};

/// The fewest letters that can be looked for: less would stand in every text.
pub const SHORTEST: usize = 3;

/// Endings that Turkish, Kurdish and English put behind a name; a name with one is that name.
const ENDINGS: [&str; 58] = [
    "a", "an", "da", "dan", "de", "den", "daki", "deki", "di", "du", "dir", "dur", "e", "en", "i", "im", "in", "imiz",
    "ki", "la", "lar", "lari", "larin", "le", "ler", "leri", "lerin", "li", "lu", "na", "nan", "ne", "ni", "nin",
    "nda", "nde", "nu", "nun", "o", "s", "siz", "suz", "ta", "tan", "te", "ten", "u", "un", "ve", "ya", "ye", "yi",
    "yla", "yle", "yu", "dayi", "ydi", "ymis",
];
/// The longest of them, in letters.
const LONGEST_ENDING: usize = 5;

/// Names with as many letters do not come about by chance in a picture of some megabytes.
const LONG: usize = 8;

/// In what a name is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// Text, in which names are words.
    Text,
    /// Bytes that need not be text.
    Binary,
}

/// Which name was found: its place among those that were given.
pub type NameIndex = usize;

/// All forms of all names, ready for looking.
pub struct Needles {
    forms: Vec<Form>,
    shortest: usize,
    /// The forms by the letters with which they begin, or end when they are written backwards.
    heads: Index,
    tails: Index,
    /// For bytes in which a name need not be a word.
    automaton: AhoCorasick,
}

/// Forms by three of their letters. Nearly every word of a text has three others, which one look at a table of bits tells.
struct Index {
    bits: Vec<u64>,
    forms: HashMap<u16, Vec<usize>>,
}

impl Index {
    fn new<'a>(forms: impl Iterator<Item = (usize, &'a [u8])>) -> Self {
        let mut index = Self { bits: vec![0; 1 << 9], forms: HashMap::new() };
        for (number, letters) in forms {
            if let Some(key) = key(letters) {
                if let Some(word) = index.bits.get_mut(usize::from(key >> 6)) {
                    *word |= 1 << (key & 63);
                }
                index.forms.entry(key).or_default().push(number);
            }
        }
        index
    }

    /// The forms that may have `letters`.
    fn candidates(&self, letters: &[u8]) -> &[usize] {
        let Some(key) = key(letters) else { return &[] };
        let is_known = self.bits.get(usize::from(key >> 6)).is_some_and(|word| word >> (key & 63) & 1 == 1);
        if is_known { self.forms.get(&key).map(Vec::as_slice).unwrap_or_default() } else { &[] }
    }
}

/// Fifteen bits of three letters, without regard to their case.
fn key(letters: &[u8]) -> Option<u16> {
    let [first, second, third] = letters.first_chunk::<SHORTEST>()?.map(|letter| u16::from(letter & 31));
    Some(first << 10 | second << 5 | third)
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    letters: Vec<u8>,
    name: NameIndex,
    is_reversed: bool,
}

impl Needles {
    /// For `names` with [`SHORTEST`] letters or more each; shorter ones are left out.
    ///
    /// # Errors
    /// When there are more of them than a program can hold.
    pub fn new<'a>(alphabet: &Alphabet, names: impl IntoIterator<Item = &'a str>) -> Result<Self, BuildError> {
        let mut forms: Vec<Form> =
            names.into_iter().enumerate().flat_map(|(name, text)| forms(name, &alphabet.words(text))).collect();
        forms.sort();
        forms.dedup();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .ascii_case_insensitive(true)
            .build(forms.iter().map(|form| &form.letters))?;
        let shortest = forms.iter().map(|form| form.letters.len()).min().unwrap_or(usize::MAX);
        let of_order = |is_reversed| forms.iter().enumerate().filter(move |(_, form)| form.is_reversed == is_reversed);
        let heads = Index::new(of_order(false).map(|(number, form)| (number, form.letters.as_slice())));
        let tails = Index::new(of_order(true).filter_map(|(number, form)| Some((number, last(&form.letters)?))));
        Ok(Self { forms, shortest, heads, tails, automaton })
    }

    /// Tells `found` each name that stands in `letters`, possibly more than once. A name is a word of its own, but `inside`
    /// other words too when it is long: in what is not text, any byte can stand beside it.
    pub fn find(&self, letters: &Letters, inside: Inside, found: &mut impl FnMut(NameIndex)) {
        if letters.bytes.len() < self.shortest {
            return;
        }
        match inside {
            Inside::Text => self.find_words(letters, found),
            Inside::Binary => self.find_anywhere(letters, found),
        }
    }

    /// Looks at the beginnings and ends of words alone.
    fn find_words(&self, letters: &Letters, found: &mut impl FnMut(NameIndex)) {
        for edge in (0..=letters.bytes.len()).filter(|at| letters.is_edge(*at)) {
            let (before, after) = letters.bytes.split_at(edge);
            for form in self.heads.candidates(after).iter().filter_map(|number| self.forms.get(*number)) {
                let length = form.letters.len();
                let is_there = after.get(..length).is_some_and(|start| start.eq_ignore_ascii_case(&form.letters));
                if is_there && (letters.is_edge(edge + length) || has_ending(letters, edge + length)) {
                    found(form.name);
                }
            }
            let Some(end) = last(before) else { continue };
            for form in self.tails.candidates(end).iter().filter_map(|number| self.forms.get(*number)) {
                let Some(start) = edge.checked_sub(form.letters.len()) else { continue };
                let is_there = before.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(&form.letters));
                if is_there && (letters.is_edge(start) || has_reversed_ending(letters, start)) {
                    found(form.name);
                }
            }
        }
    }

    /// Looks at every byte; short names must be words all the same.
    fn find_anywhere(&self, letters: &Letters, found: &mut impl FnMut(NameIndex)) {
        for hit in self.automaton.find_overlapping_iter(&letters.bytes) {
            let Some(form) = self.forms.get(hit.pattern().as_usize()) else { continue };
            let is_word = letters.is_edge(hit.start()) && letters.is_edge(hit.end());
            if is_word || form.letters.len() >= LONG {
                found(form.name);
            }
        }
    }
}

/// The last letters, as many as an index goes by.
fn last(letters: &[u8]) -> Option<&[u8]> {
    letters.get(letters.len().checked_sub(SHORTEST)?..)
}

/// Whether `name` has letters enough to be looked for.
pub fn is_long_enough(alphabet: &Alphabet, name: &str) -> bool {
    alphabet.words(name).iter().map(Vec::len).sum::<usize>() >= SHORTEST
}

/// The name in its order; the surname first; the surname with each given name, either first; and all of these backwards.
fn forms(name: NameIndex, words: &[Vec<u8>]) -> Vec<Form> {
    let mut orders = vec![words.concat()];
    if let Some((surname, given)) = words.split_last() {
        orders.push([surname.clone(), given.concat()].concat());
        for one in given.iter().filter(|one| one.len() > 1) {
            orders.push([one.clone(), surname.clone()].concat());
            orders.push([surname.clone(), one.clone()].concat());
        }
    }
    orders.retain(|letters| letters.len() >= SHORTEST);
    let reversed = |letters: &Vec<u8>| Form {
        // Folded letters outside ASCII have several bytes, which stay in their order.
        letters: String::from_utf8_lossy(letters).chars().rev().collect::<String>().into_bytes(),
        name,
        is_reversed: true,
    };
    let mut forms: Vec<Form> = orders.iter().map(reversed).collect();
    forms.extend(orders.into_iter().map(|letters| Form { letters, name, is_reversed: false }));
    forms
}

/// Whether the word goes on at `at` with no more than an ending.
fn has_ending(letters: &Letters, at: usize) -> bool {
    let rest = (at..).take_while(|place| *place == at || !letters.is_edge(*place)).take(LONGEST_ENDING + 1);
    let rest: Vec<u8> = rest.filter_map(|place| letters.bytes.get(place)).map(u8::to_ascii_lowercase).collect();
    ENDINGS.iter().any(|ending| ending.as_bytes() == rest)
}

/// The same for letters that stand backwards: the ending comes first.
fn has_reversed_ending(letters: &Letters, at: usize) -> bool {
    let mut rest: Vec<u8> = Vec::new();
    let mut place = at;
    while let Some(before) = place.checked_sub(1).filter(|_| rest.len() <= LONGEST_ENDING) {
        rest.extend(letters.bytes.get(before).map(u8::to_ascii_lowercase));
        place = before;
        if letters.is_edge(before) {
            break;
        }
    }
    ENDINGS.iter().any(|ending| ending.as_bytes() == rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], text: &str) -> Vec<NameIndex> {
        let alphabet = Alphabet::new();
        let needles = Needles::new(&alphabet, names.iter().copied()).unwrap();
        let mut letters = Letters::default();
        text.chars().for_each(|letter| alphabet.push(letter, &mut letters));
        let mut found = Vec::new();
        needles.find(&letters, Inside::Text, &mut |name| found.push(name));
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn a_name_is_found_in_every_order_and_with_every_ending() {
        for text in [
            "said Ayşe Nur Işık.",
            "AYŞE NUR IŞIK",
            "Işık, Ayşe Nur",
            "Ayşe Işık",
            "Nur Işık’ın",
            "isik-ayse-nur",
            "ayse_isik",
            "AyseIsik",
            "Ayşe Nur Işıktan",
            "kışI ruN eşyA",
            "natkışI ruN eşyA",
            "Ayşe\nNur\tIşık",
        ] {
            assert_eq!(found(&["Ayşe Nur Işık"], text), [0], "{text}");
        }
    }

    #[test]
    fn parts_of_other_words_and_names_are_no_hit() {
        for text in ["Canada Kurtis", "dancer", "Can, Erdem", "a Canerik", "Ayşe Nur", "Kurtuluş", "Canada Kurt"] {
            assert_eq!(found(&["Can Er", "Ayşe Nur Işık", "Ada Kurt"], text), [0; 0], "{text}");
        }
        assert_eq!(found(&["Kurt"], "Kurtuluş"), [0; 0]);
        assert_eq!(found(&["Kurt"], "Kurt Ada"), [0]);
    }
}
