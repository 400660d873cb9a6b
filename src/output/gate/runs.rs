//! Words that may be bytes written in letters: base64 and hexadecimal digits. Knows alphabets, not what the bytes are.

use super::unpack::is_packed;

/// The fewest letters of base64 that can hold a name.
const SHORTEST_BASE64: usize = 6;
/// The fewest hexadecimal digits that can hold a name.
const SHORTEST_HEX: usize = 8;
/// Lines of base64 that are at least this long go on in the next.
const LINE: usize = 60;
/// What is put between the bytes of two words.
const GAP: u8 = b'\n';

/// What words may stand for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The bytes of all words, at each place where their groups may begin, one after the other.
    pub bytes: Vec<u8>,
    /// Those that are whole files in which something is packed.
    pub files: Vec<Vec<u8>>,
}

/// What the words of `text` may stand for.
pub fn decoded(text: &[u8]) -> Decoded {
    let mut out = Decoded::default();
    let mut word = Vec::new();
    let mut line = 0;
    let mut bytes = text.iter().copied().chain([0]).peekable();
    while let Some(byte) = bytes.next() {
        if digit(byte).is_some() {
            word.push(byte);
            line += 1;
            continue;
        }
        let goes_on = line >= LINE
            && matches!(byte, b'\r' | b'\n')
            && bytes.peek().is_some_and(|next| digit(*next).is_some() || *next == b'\n');
        if goes_on {
            line = if byte == b'\r' { line } else { 0 };
            continue;
        }
        decode(&word, &mut out);
        word.clear();
        line = 0;
    }
    out
}

fn decode(word: &[u8], out: &mut Decoded) {
    if is_like_base64(word) {
        for from in 0..4 {
            let start = out.bytes.len();
            push_base64(word.get(from..).unwrap_or_default(), &mut out.bytes);
            let file = out.bytes.get(start..).unwrap_or_default();
            if is_packed(file) {
                out.files.push(file.to_vec());
            }
            out.bytes.push(GAP);
        }
    }
    for digits in word.split(|byte| !byte.is_ascii_hexdigit()).filter(|digits| digits.len() >= SHORTEST_HEX) {
        for from in 0..2 {
            let pairs = digits.get(from..).unwrap_or_default().chunks_exact(2);
            out.bytes.extend(pairs.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()));
            out.bytes.push(GAP);
        }
    }
}

/// Words of a language and paths of addresses have small letters alone, or a capital in front; bytes in base64 hardly ever.
fn is_like_base64(word: &[u8]) -> bool {
    let is_telling = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    word.len() >= SHORTEST_BASE64 && word.iter().skip(1).any(is_telling)
}

fn push_base64(word: &[u8], out: &mut Vec<u8>) {
    for group in word.chunks(4) {
        let bits = group.iter().filter_map(|byte| digit(*byte)).fold(0_u32, |bits, digit| bits << 6 | u32::from(digit));
        let bits = bits << (6 * (4 - group.len()));
        let [_, bytes @ ..] = bits.to_be_bytes();
        out.extend_from_slice(bytes.get(..group.len().saturating_sub(1)).unwrap_or_default());
    }
}

/// The value of a letter of base64, in both of its alphabets.
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
