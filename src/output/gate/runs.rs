//! Words that may be bytes written in letters: base64 and hexadecimal digits. Knows alphabets, not what the bytes are.

mod decode;
mod scan;

use std::borrow::Cow;

use super::unpack::is_packed;
use super::wide::Wide;
use decode::{push_base64, push_hex};
use scan::Scan;

/// The fewest letters of base64 that can hold a name.
const SHORTEST_BASE64: usize = 6;
/// The fewest hexadecimal digits that can hold a name.
const SHORTEST_HEX: usize = 8;
/// Lines of base64 that are at least this long go on in the next.
const LINE: usize = 60;
/// What is put between the bytes of two words: it ends a tag, and has a digit in the text and one in a tag, so that no name
/// reaches from one word into another.
pub const BARRIER: &[u8] = b">0<!0>";

/// The same for UTF-16: a gap, a digit and a gap, whichever end of a unit comes first and at whichever byte units begin.
const WIDE_BARRIER: &[u8] = b"\0\x000\0\x000\0\0";

/// What words may stand for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The bytes of all words, at each place where their groups may begin, one after the other with a barrier before each.
    pub bytes: Vec<u8>,
    /// Those of them that are text.
    pub texts: Vec<u8>,
    /// Those of them that may hold a name in UTF-16.
    pub wide: Vec<u8>,
    /// Those of them in which something may be written in yet another way.
    pub rich: Vec<u8>,
    /// Those that are whole files in which something is packed.
    pub files: Vec<Vec<u8>>,
}

/// The words of `text` that may stand for bytes.
pub fn words(text: &[u8]) -> impl Iterator<Item = Cow<'_, [u8]>> {
    Scan::new(text).filter(|word| is_like_base64(word) || hex_digits(word).next().is_some())
}

impl Decoded {
    /// Takes in what `word` may stand for; `wide` tells what UTF-16 is looked for.
    pub fn add(&mut self, word: &[u8], wide: &Wide) {
        if is_like_base64(word) {
            for from in 0..4 {
                self.part(wide, |bytes| push_base64(word.get(from..).unwrap_or_default(), bytes));
            }
        }
        for digits in hex_digits(word) {
            for from in 0..2 {
                self.part(wide, |bytes| push_hex(digits.get(from..).unwrap_or_default(), bytes));
            }
        }
    }

    fn part(&mut self, wide: &Wide, push: impl FnOnce(&mut Vec<u8>)) {
        self.bytes.extend_from_slice(BARRIER);
        let start = self.bytes.len();
        push(&mut self.bytes);
        let part = self.bytes.get(start..).unwrap_or_default();
        if is_packed(part) {
            self.files.push(part.to_vec());
        }
        if wide.may_be_in(part) {
            self.wide.extend_from_slice(WIDE_BARRIER);
            self.wide.extend_from_slice(part);
            self.wide.extend_from_slice(WIDE_BARRIER);
        }
        if part.iter().any(|byte| matches!(byte, b'%' | b'\\' | b'&' | b'<' | b'=')) {
            self.rich.extend_from_slice(BARRIER);
            self.rich.extend_from_slice(part);
        }
        if !part.contains(&0) && std::str::from_utf8(part).is_ok() {
            self.texts.extend_from_slice(BARRIER);
            self.texts.extend_from_slice(part);
        }
    }
}

/// Words of a language, numbers, dates and paths of addresses consist of pieces that are letters of one case or digits; bytes in
/// base64 hardly ever.
fn is_like_base64(word: &[u8]) -> bool {
    word.len() >= SHORTEST_BASE64 && word.windows(2).any(|pair| matches!(pair, [one, next] if is_mixed(*one, *next)))
}

/// Whether two letters or digits beside each other are not as in a word of a language: a capital behind one, or a digit and a letter.
const fn is_mixed(one: u8, next: u8) -> bool {
    one.is_ascii_alphanumeric() & next.is_ascii_uppercase()
        | one.is_ascii_digit() & next.is_ascii_alphabetic()
        | one.is_ascii_alphabetic() & next.is_ascii_digit()
}

/// The runs of hexadecimal digits in `word` that are long enough.
fn hex_digits(word: &[u8]) -> impl Iterator<Item = &[u8]> {
    word.split(|byte| !byte.is_ascii_hexdigit()).filter(|digits| digits.len() >= SHORTEST_HEX)
}

#[cfg(test)]
mod tests {
    use super::super::letters::Alphabet;
    use super::*;

    fn decoded(text: &[u8]) -> Decoded {
        let mut out = Decoded::default();
        let wide = Wide::new(&Alphabet::new(), ["Ada Kurt"]);
        words(text).for_each(|word| out.add(&word, &wide));
        out
    }

    fn holds(text: &str, meant: &str) -> bool {
        let bytes = decoded(text.as_bytes()).bytes;
        bytes.windows(meant.len()).any(|window| window == meant.as_bytes())
    }

    #[test]
    fn base64_is_read_at_every_place() {
        // "Ada Kurt", "xAda Kurt" and "xyAda Kurt" in base64, with padding and behind other letters.
        for text in ["QWRhIEt1cnQ=", "eEFkYSBLdXJ0", "eHlBZGEgS3VydA==", "abceHlBZGEgS3VydA"] {
            assert!(holds(text, "Ada Kurt"), "{text}");
        }
        assert!(holds("416461204b757274", "Ada Kurt") && holds("f416461204B757274", "Ada Kurt"));
    }

    #[test]
    fn lines_of_a_message_go_on() {
        let line = "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eEFkYSBL";
        assert!(holds(&format!("{line}\r\ndXJ0\r\n"), "Ada Kurt"));
    }

    #[test]
    fn words_of_texts_are_left_alone() {
        assert_eq!(decoded("The people of Ankara/kilis went home-wards; decade".as_bytes()), Decoded::default());
    }

    #[test]
    fn what_is_text_is_kept_apart() {
        assert_eq!(decoded(b"416461204b757274").texts, [BARRIER, b"Ada Kurt"].concat());
    }
}
