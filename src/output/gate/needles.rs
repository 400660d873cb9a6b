//! Protected names as the gate looks for them: the forms of each, and what may stand behind one. Knows names, not outputs.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};

use super::letters::{Alphabet, is_edge};

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
    edges: Edges,
    /// For bytes in which a name need not be a word.
    automaton: AhoCorasick,
}

/// Forms by three of their letters.
type Index = HashMap<usize, Vec<usize>>;

/// Which three letters begin or end a form. Nearly every word of a text has three others, which one look at this table tells.
struct Edges(Box<[u8; KEYS]>);

/// A form begins with the letters.
const HEAD: u8 = 1;
/// A form that is written backwards ends with them.
const TAIL: u8 = 2;
/// As many keys there are.
const KEYS: usize = 1 << 15;

impl Edges {
    #[allow(clippy::large_stack_arrays, reason = "32 KB, once for each list of names")]
    fn new(heads: &Index, tails: &Index) -> Self {
        let mut table = Box::new([0; KEYS]);
        for (index, bit) in [(heads, HEAD), (tails, TAIL)] {
            for key in index.keys() {
                table[key % KEYS] |= bit;
            }
        }
        Self(table)
    }
}

/// As many letters are looked at together.
const BLOCK: usize = 64;
/// With the letters behind a block that decide about its last ones.
const REACH: usize = BLOCK + 16;

impl Edges {
    /// The table's bits at each letter of a block where they ask for a look: a form may begin there, or end three letters on. All
    /// letters of a site go through this; it is alike for each of them and without branches, so that processors do many at a time.
    fn bits(&self, block: &[u8; REACH]) -> [u8; BLOCK] {
        let Self(table) = self;
        let (mut keys, mut bits) = ([0; BLOCK], [0; BLOCK]);
        for at in 0..BLOCK {
            let letter = |number: usize| u16::from(block[at + number] & 31);
            keys[at] = letter(0) << 10 | letter(1) << 5 | letter(2);
        }
        for (at, bits) in bits.iter_mut().enumerate() {
            let is_edge = |at: usize| u8::from(block[at].wrapping_sub(b'a') >= 26);
            *bits = (is_edge(at) * HEAD) | (is_edge(at + SHORTEST) * TAIL);
        }
        for (bits, key) in bits.iter_mut().zip(keys) {
            *bits &= table[usize::from(key) % KEYS];
        }
        bits
    }
}

fn index<'a>(forms: impl Iterator<Item = (usize, &'a [u8])>) -> Index {
    let mut index = Index::new();
    for (number, letters) in forms {
        if let Some(key) = key(letters) {
            index.entry(key).or_default().push(number);
        }
    }
    index
}

/// Fifteen bits of three letters, without regard to their case.
fn key(letters: &[u8]) -> Option<usize> {
    Some(letters.first_chunk::<SHORTEST>()?.iter().fold(0, |key, letter| with(key, *letter)))
}

/// The key of the last two letters of `key` and `letter`.
fn with(key: usize, letter: u8) -> usize {
    (key << 5 | usize::from(letter & 31)) % KEYS
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
        let heads = index(of_order(false).map(|(number, form)| (number, form.letters.as_slice())));
        let tails = index(of_order(true).filter_map(|(number, form)| Some((number, last(&form.letters)?))));
        let edges = Edges::new(&heads, &tails);
        Ok(Self { forms, shortest, heads, tails, edges, automaton })
    }

    /// Tells `found` each name that stands in `letters`, possibly more than once, and gives back how many letters were compared.
    /// A name is a word of its own, but `inside` other words too when it is long: in what is not text, any byte can stand beside it.
    pub fn find(&self, letters: &[u8], inside: Inside, found: &mut impl FnMut(NameIndex)) -> usize {
        if letters.len() < self.shortest {
            return 0;
        }
        match inside {
            Inside::Text => letters.len() + self.find_words(letters, found),
            Inside::Binary => {
                self.find_anywhere(letters, found);
                letters.len()
            }
        }
    }

    /// Looks at the beginnings and ends of words alone.
    fn find_words(&self, letters: &[u8], found: &mut impl FnMut(NameIndex)) -> usize {
        let mut compared = 0;
        for start in (0..letters.len()).step_by(BLOCK) {
            // The last block ends with an edge.
            let mut last = [b' '; REACH];
            let rest = letters.get(start..).unwrap_or_default();
            let block = rest.first_chunk().unwrap_or_else(|| {
                last.iter_mut().zip(rest).for_each(|(place, letter)| *place = *letter);
                &last
            });
            let bits = self.edges.bits(block);
            if bits.iter().fold(0, |any, bits| any | bits) != 0 {
                compared += self.compare(letters, start, &bits, found);
            }
        }
        compared
    }

    /// Compares the forms with the letters of a block where `bits` ask for it. It is kept apart from the walk over blocks, as few of
    /// them come here.
    #[inline(never)]
    fn compare(&self, letters: &[u8], start: usize, bits: &[u8; BLOCK], found: &mut impl FnMut(NameIndex)) -> usize {
        let mut compared = 0;
        for (at, bits) in (start..).zip(bits).filter(|(_, bits)| **bits != 0) {
            if bits & HEAD != 0 {
                compared += self.compare_heads(letters, at, found);
            }
            if bits & TAIL != 0 {
                compared += self.compare_tails(letters, at + SHORTEST, found);
            }
        }
        compared
    }

    /// The forms that begin at `edge`.
    fn compare_heads(&self, letters: &[u8], edge: usize, found: &mut impl FnMut(NameIndex)) -> usize {
        let after = letters.get(edge..).unwrap_or_default();
        let candidates = key(after).and_then(|key| self.heads.get(&key));
        let mut compared = 0;
        for form in candidates.into_iter().flatten().filter_map(|number| self.forms.get(*number)) {
            let length = form.letters.len();
            compared += length;
            let is_there = after.get(..length).is_some_and(|start| start.eq_ignore_ascii_case(&form.letters));
            if is_there && (is_edge(letters, edge + length) || has_ending(letters, edge + length)) {
                found(form.name);
            }
        }
        compared
    }

    /// The forms, written backwards, that end at `edge`.
    fn compare_tails(&self, letters: &[u8], edge: usize, found: &mut impl FnMut(NameIndex)) -> usize {
        let before = letters.get(..edge).unwrap_or_default();
        let candidates = last(before).and_then(key).and_then(|key| self.tails.get(&key));
        let mut compared = 0;
        for form in candidates.into_iter().flatten().filter_map(|number| self.forms.get(*number)) {
            compared += form.letters.len();
            let Some(start) = edge.checked_sub(form.letters.len()) else { continue };
            let is_there = before.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(&form.letters));
            if is_there && (is_edge(letters, start) || has_reversed_ending(letters, start)) {
                found(form.name);
            }
        }
        compared
    }

    /// Looks at every byte; short names must be words all the same.
    fn find_anywhere(&self, letters: &[u8], found: &mut impl FnMut(NameIndex)) {
        for hit in self.automaton.find_overlapping_iter(letters) {
            let Some(form) = self.forms.get(hit.pattern().as_usize()) else { continue };
            let is_word = is_edge(letters, hit.start()) && is_edge(letters, hit.end());
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
fn has_ending(letters: &[u8], at: usize) -> bool {
    let rest = (at..).take_while(|place| *place == at || !is_edge(letters, *place)).take(LONGEST_ENDING + 1);
    let rest: Vec<u8> = rest.filter_map(|place| letters.get(place)).map(u8::to_ascii_lowercase).collect();
    ENDINGS.iter().any(|ending| ending.as_bytes() == rest)
}

/// The same for letters that stand backwards: the ending comes first.
fn has_reversed_ending(letters: &[u8], at: usize) -> bool {
    let mut rest: Vec<u8> = Vec::new();
    let mut place = at;
    while let Some(before) = place.checked_sub(1).filter(|_| rest.len() <= LONGEST_ENDING) {
        rest.extend(letters.get(before).map(u8::to_ascii_lowercase));
        place = before;
        if is_edge(letters, before) {
            break;
        }
    }
    ENDINGS.iter().any(|ending| ending.as_bytes() == rest)
}

#[cfg(test)]
mod tests {
    use super::super::letters::Letters;
    use super::*;

    fn found(names: &[&str], text: &str) -> Vec<NameIndex> {
        let alphabet = Alphabet::new();
        let needles = Needles::new(&alphabet, names.iter().copied()).unwrap();
        let mut letters = Letters::default();
        text.chars().for_each(|letter| alphabet.push(letter, &mut letters));
        let mut found = Vec::new();
        needles.find(letters.as_bytes(), Inside::Text, &mut |name| found.push(name));
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
