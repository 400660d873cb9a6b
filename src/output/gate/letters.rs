//! Letters as the gate compares them: folded, and nothing between them. Knows single characters; a protected name and the output
//! go through the same table, so whatever it does to one it does to the other.

use crate::foundation::fold::FoldKey;

/// Characters below this have their place in a table; those above are folded when they come.
const TABLE: u32 = 0x780;
/// The longest folded form of a character in the table, in bytes.
const LONGEST: usize = 6;

/// What a character is to the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// It is not seen: a mark, a soft hyphen, a joiner. Words go on behind it.
    Nothing,
    /// It stands between words.
    Gap,
    /// These many bytes of letters.
    Letters(u8),
}

/// A table of folded letters.
pub struct Alphabet {
    table: Vec<(Sort, [u8; LONGEST])>,
}

impl Alphabet {
    /// Makes the table.
    pub fn new() -> Self {
        let table = (0..TABLE)
            .map(|code| {
                let mut bytes = [0; LONGEST];
                let sort = char::from_u32(code).map_or(Sort::Gap, |letter| match fold(letter) {
                    Folded::Nothing => Sort::Nothing,
                    Folded::Gap => Sort::Gap,
                    Folded::Letters(letters) => copy(&letters, &mut bytes),
                });
                (sort, bytes)
            })
            .collect();
        Self { table }
    }

    /// Puts `letter` at the end of `out`.
    pub fn push(&self, letter: char, out: &mut Letters) {
        match self.table.get(letter as usize) {
            Some((Sort::Nothing, _)) => {}
            Some((Sort::Gap, _)) => out.gap(),
            Some((Sort::Letters(count), bytes)) => out.extend(bytes.get(..usize::from(*count)).unwrap_or_default()),
            None if !is_folded(letter) && !is_invisible(letter) => {
                if letter.is_alphanumeric() {
                    out.extend(letter.encode_utf8(&mut [0; 4]).as_bytes());
                } else {
                    out.gap();
                }
            }
            None => match fold(letter) {
                Folded::Nothing => {}
                Folded::Gap => out.gap(),
                Folded::Letters(letters) => out.extend(letters.as_bytes()),
            },
        }
    }

    /// The words of `text`, folded, without what stands between them.
    pub fn words(&self, text: &str) -> Vec<Vec<u8>> {
        let mut words = Vec::new();
        let mut letters = Letters::default();
        for letter in text.chars() {
            self.push(letter, &mut letters);
            if !letters.in_word {
                words.push(letters.as_bytes().to_vec());
                letters.clear();
            }
        }
        words.push(letters.as_bytes().to_vec());
        words.retain(|word| !word.is_empty());
        for word in &mut words {
            word.make_ascii_lowercase();
        }
        words
    }
}

/// Folded letters one after the other. The letter with which a word begins is a capital, as far as its script is Latin: one byte
/// says both, which halves what a search must read.
#[derive(Debug, Default, Clone)]
pub struct Letters {
    /// The letters, without anything between words, and room for more.
    bytes: Vec<u8>,
    count: usize,
    in_word: bool,
}

impl Letters {
    /// Forgets all, and keeps the memory.
    pub const fn clear(&mut self) {
        self.count = 0;
        self.in_word = false;
    }

    /// The letters.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.count).unwrap_or_default()
    }

    /// A word may begin after this.
    pub const fn gap(&mut self) {
        self.in_word = false;
    }

    fn extend(&mut self, letters: &[u8]) {
        self.make_room(letters.len());
        if let Some((first, rest)) = letters.split_first() {
            self.letter(*first);
            for byte in rest {
                self.put(*byte);
            }
        }
    }

    /// The first byte of a letter or digit, which is folded already.
    fn letter(&mut self, letter: u8) {
        self.put(if self.in_word { letter } else { letter.to_ascii_uppercase() });
        self.in_word = true;
    }

    fn put(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.count) {
            *place = byte;
            self.count += 1;
        }
    }

    /// For as many letters there is room after this.
    fn make_room(&mut self, count: usize) {
        let needed = self.count + count;
        if self.bytes.len() < needed {
            self.bytes.resize(needed.max(self.bytes.len() * 2), 0);
        }
    }

    /// Takes in the plain letters, digits and gaps with which `codes` begin, as far as they go, and gives back how far. Whether the
    /// first begins a word is known from its code only where a run `continues`.
    pub fn plain(&mut self, codes: &[u8], continues: bool) -> usize {
        self.make_room(codes.len());
        let room = self.bytes.get_mut(self.count..).unwrap_or_default();
        let Some((&first, rest)) = codes.split_first() else { return 0 };
        if first == OTHER {
            return 0;
        }
        let first = match (continues, self.in_word) {
            (true, _) => first,
            (false, true) => first.to_ascii_lowercase(),
            (false, false) => first.to_ascii_uppercase(),
        };
        let (mut count, mut last, mut read) = (0, first, codes.len());
        if let Some(place) = room.get_mut(count) {
            *place = first;
        }
        count += usize::from(first != GAP);
        for (&code, at) in rest.iter().zip(1..) {
            if code == OTHER {
                read = at;
                break;
            }
            if let Some(place) = room.get_mut(count) {
                *place = code;
            }
            count += usize::from(code != GAP);
            last = code;
        }
        self.count += count;
        self.in_word = last != GAP;
        read
    }
}

/// What each of `bytes`, which stand behind `before`, is in a run of plain text: a letter or digit, a gap, or something else. Letters are small but for those
/// behind a gap and capitals behind small letters, which begin words. All bytes are treated alike and without branches, which
/// processors do many at a time.
pub fn encode(before: u8, bytes: &[u8], codes: &mut Vec<u8>) {
    codes.clear();
    codes.extend(bytes.first().map(|byte| code(before, *byte)));
    codes.extend(bytes.iter().zip(bytes.iter().skip(1)).map(|(before, byte)| code(*before, *byte)));
}

/// The code of `byte` behind `before`.
#[allow(clippy::needless_bitwise_bool, reason = "branches would keep a processor from doing many bytes at a time")]
const fn code(before: u8, byte: u8) -> u8 {
    let small = before.wrapping_sub(b'a') < 26;
    let in_word = small | before.is_ascii_uppercase() | before.is_ascii_digit() | is_other(before);
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let is_capital = byte.is_ascii_uppercase();
    let begins = is_letter & (!in_word | (small & is_capital));
    let letter = (byte | (is_capital as u8) << 5) ^ (begins as u8) << 5;
    let kept = (is_letter | byte.is_ascii_digit()) as u8;
    letter & kept.wrapping_neg() | (is_other(byte) as u8).wrapping_neg()
}

#[allow(clippy::needless_bitwise_bool, reason = "branches would keep a processor from doing many bytes at a time")]
const fn is_other(byte: u8) -> bool {
    (byte >= 0x80) | (byte == b'<') | (byte == b'>') | (byte == b'&') | (byte == b'%') | (byte == b'\\') | is_odd(byte)
}

/// Whether `byte` is one that no text in UTF-8 has, as UTF-16 has for every letter of most scripts: zero or a sign of control.
#[allow(clippy::needless_bitwise_bool, reason = "branches would keep a processor from doing many bytes at a time")]
pub const fn is_odd(byte: u8) -> bool {
    (byte < 9) | (byte.wrapping_sub(0x0e) < 0x12)
}

/// Whether a word may begin, or the text ends, at `at`. Digits and letters that have no capitals are always taken for a beginning.
pub fn is_edge(letters: &[u8], at: usize) -> bool {
    letters.get(at).is_none_or(|byte| !byte.is_ascii_lowercase())
}

/// Stands between words.
const GAP: u8 = 0;
/// Needs a closer look.
const OTHER: u8 = 0xff;

enum Folded {
    Nothing,
    Gap,
    Letters(String),
}

fn fold(letter: char) -> Folded {
    if is_invisible(letter) {
        return Folded::Nothing;
    }
    if !could_be_letter(letter) {
        return Folded::Gap;
    }
    if !is_folded(letter) {
        return Folded::Letters(letter.into());
    }
    let key = FoldKey::of(letter.encode_utf8(&mut [0; 4]));
    let letters: String = key.as_str().chars().filter(|letter| letter.is_alphanumeric()).collect();
    match (letters.is_empty(), key.is_empty() && !is_apostrophe(letter)) {
        (false, _) => Folded::Letters(letters),
        (true, true) => Folded::Nothing,
        (true, false) => Folded::Gap,
    }
}

/// The characters that folding makes letters of or drops, each with its letters; all others stay as they are, or stand between words.
pub fn variants() -> impl Iterator<Item = (char, String)> {
    let all = (0..0x2_0000).chain(0xe_0000..0xe_1000).filter_map(char::from_u32);
    all.filter(|letter| is_folded(*letter) || is_invisible(*letter)).filter_map(|letter| match fold(letter) {
        Folded::Nothing => Some((letter, String::new())),
        Folded::Letters(letters) => Some((letter, letters)),
        Folded::Gap => None,
    })
}

/// Whether folding can make letters of it, or drop it as a mark; the rest need not be looked up.
fn could_be_letter(letter: char) -> bool {
    letter.is_alphanumeric()
        || is_folded(letter) && matches!(letter, '\u{a0}'..) && !letter.is_whitespace() && !letter.is_control()
}

/// Whether the letter stands in a block that folding changes. Letters of other scripts stay as they are, which costs nothing:
/// in a picture that is read as UTF-16 there are very many of them.
const fn is_folded(letter: char) -> bool {
    let code = letter as u32;
    code < TABLE
        || matches!(code,
            0x10a0..=0x10cf | 0x1ab0..=0x1aff | 0x1c80..=0x1cbf | 0x1d00..=0x1fff | 0x2010..=0x218f | 0x2460..=0x24ff | 0x2c60..=0x2c7f | 0xa640..=0xa7ff
            | 0xfb00..=0xfdff | 0xfe10..=0xffef | 0x10400..=0x1044f | 0x1d400..=0x1d7ff | 0x1f100..=0x1f1ff)
}

/// A word may begin behind one: `l'Ada`.
const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | 'ʿ' | 'ʾ')
}

/// Nothing is seen of it, and words go on behind it.
const fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn copy(letters: &str, bytes: &mut [u8; LONGEST]) -> Sort {
    let Some(place) = bytes.get_mut(..letters.len()) else { return Sort::Gap };
    place.copy_from_slice(letters.as_bytes());
    u8::try_from(letters.len()).map_or(Sort::Gap, Sort::Letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_of_the_table_is_too_long_for_it() {
        for code in 0..TABLE {
            if let Some(Folded::Letters(letters)) = char::from_u32(code).map(fold) {
                assert!(letters.len() <= LONGEST, "{code:x} {letters}");
            }
        }
    }

    #[test]
    fn all_spellings_of_a_name_have_the_same_words() {
        let alphabet = Alphabet::new();
        let words: Vec<Vec<u8>> = ["isik", "balinin"].map(|word| word.as_bytes().to_vec()).into();
        for spelling in
            ["Işık Balı’nın", "IŞIK BALI'NIN", "is\u{327}ik\u{a0}bal\u{ad}inin", "i\u{15f}\u{200b}ık-balının"]
        {
            let mut joined = alphabet.words(spelling);
            // An apostrophe parts words, which a search does not mind: only where a word begins is looked at.
            if joined.len() == 3 {
                let last = joined.pop().unwrap();
                joined[1].extend(last);
            }
            assert_eq!(joined, words, "{spelling}");
        }
    }
}
