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
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| digit(**byte).is_some()).count();
        let word = rest.get(..length).unwrap_or_default();
        if length >= LINE {
            let (word, length) = lines(rest);
            decode(&word, &mut out);
            at += length;
        } else if length >= SHORTEST_BASE64 {
            decode(word, &mut out);
        }
        at += if length >= LINE { 1 } else { length + 1 };
    }
    out
}

/// A word that may go on over several lines, and how far it goes.
fn lines(text: &[u8]) -> (Vec<u8>, usize) {
    let mut word = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| digit(**byte).is_some()).count();
        word.extend_from_slice(rest.get(..length).unwrap_or_default());
        at += length;
        let after = text.get(at..).unwrap_or_default();
        let end = if after.starts_with(b"\r\n") { 2 } else { usize::from(after.starts_with(b"\n")) };
        let goes_on = end > 0 && after.get(end).is_some_and(|next| digit(*next).is_some());
        if length < LINE || !goes_on {
            return (word, at);
        }
        at += end;
    }
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

/// Words of a language, numbers, dates and paths of addresses consist of pieces that are letters of one case or digits; bytes in
/// base64 hardly ever.
fn is_like_base64(word: &[u8]) -> bool {
    word.len() >= SHORTEST_BASE64 && word.split(|byte| matches!(byte, b'-' | b'/' | b'_' | b'+')).any(is_mixed)
}

fn is_mixed(piece: &[u8]) -> bool {
    let rest = piece.get(1..).unwrap_or_default();
    let digits = piece.iter().filter(|byte| byte.is_ascii_digit()).count();
    rest.iter().any(u8::is_ascii_uppercase) || digits > 0 && digits < piece.len()
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
    match DIGITS[byte as usize] {
        NONE => None,
        digit => Some(digit),
    }
}

const NONE: u8 = 0xff;

const DIGITS: [u8; 256] = {
    let mut table = [NONE; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => NONE,
        };
        byte += 1;
    }
    table
};

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
