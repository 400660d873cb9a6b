//! Bytes to text. Knows UTF-8 and what other encodings look like, not what the text says.

use std::fmt;

/// Bytes that are not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The first byte that does not fit, counted from 0 at the beginning of the file.
    pub offset: usize,
    /// The line in which it stands, counted from 1.
    pub line: usize,
    /// What the file seems to be instead.
    pub looks_like: Encoding,
}

/// What a file that is not UTF-8 seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Two bytes for a character.
    Utf16,
    /// Four bytes for a character.
    Utf32,
    /// Zero bytes where text has none: a picture, a program, a damaged file.
    Binary,
    /// UTF-8 whose last character is not whole.
    CutOff,
    /// UTF-8 that writes half of a UTF-16 pair as a character.
    Surrogate,
    /// UTF-8 that takes more bytes for a character than it needs.
    Overlong,
    /// Latin letters of Turkish: ISO-8859-9, which Windows calls 1254.
    Turkish,
    /// Some other encoding with one byte for a character.
    OneByte,
}

impl fmt::Display for Encoding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Utf16 => "it looks like UTF-16",
            Self::Utf32 => "it looks like UTF-32",
            Self::Binary => "it has zero bytes, so it is no text or is damaged",
            Self::CutOff => "its last character is cut off",
            Self::Surrogate => "it has half of a UTF-16 pair, as some converters leave it",
            Self::Overlong => "it has a character in more bytes than are allowed",
            Self::Turkish => "it looks like ISO-8859-9 or Windows-1254 (Turkish)",
            Self::OneByte => "it looks like an older encoding such as ISO-8859-1 or Windows-1252",
        })
    }
}

/// The text in `bytes`, without a byte order mark.
///
/// # Errors
/// Names the first byte that is not UTF-8 and what the bytes look like.
pub fn decode(bytes: &[u8]) -> Result<&str, NotUtf8> {
    let found = |offset, looks_like| NotUtf8 { offset, line: line_of(bytes, offset), looks_like };
    if let Some(looks_like) = marked(bytes) {
        return Err(found(0, looks_like));
    }
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        return Err(found(zero, unmarked_with_zeros(bytes)));
    }
    let (mark, body) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(body) => (3, body),
        None => (0, bytes),
    };
    std::str::from_utf8(body).map_err(|error| {
        let at = error.valid_up_to();
        let rest = body.get(at..).unwrap_or_default();
        let looks_like = if error.error_len().is_none() { Encoding::CutOff } else { guess(rest) };
        found(mark + at, looks_like)
    })
}

fn line_of(bytes: &[u8], offset: usize) -> usize {
    let before = bytes.get(..offset).unwrap_or(bytes);
    before.split(|byte| *byte == b'\n').count()
}

fn marked(bytes: &[u8]) -> Option<Encoding> {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    if begins(b"\xFF\xFE\0\0") || begins(b"\0\0\xFE\xFF") {
        Some(Encoding::Utf32)
    } else if begins(b"\xFF\xFE") || begins(b"\xFE\xFF") {
        Some(Encoding::Utf16)
    } else {
        None
    }
}

/// Text of mostly Latin letters in UTF-16 has a zero in every second byte, always the same one.
fn unmarked_with_zeros(bytes: &[u8]) -> Encoding {
    let zeros = |rest: usize| bytes.iter().skip(rest).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = bytes.len() / 2;
    let looks_wide = |many: usize, few: usize| many * 2 > pairs && few * 10 < many;
    if looks_wide(even, odd) || looks_wide(odd, even) { Encoding::Utf16 } else { Encoding::Binary }
}

fn guess(rest: &[u8]) -> Encoding {
    match rest {
        [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] => Encoding::Surrogate,
        [0xC0 | 0xC1, 0x80..=0xBF, ..]
        | [0xE0, 0x80..=0x9F, 0x80..=0xBF, ..]
        | [0xF0, 0x80..=0x8F, 0x80..=0xBF, 0x80..=0xBF, ..] => Encoding::Overlong,
        _ if rest.iter().any(|byte| matches!(byte, 0xD0 | 0xDD | 0xDE | 0xF0 | 0xFD | 0xFE)) => Encoding::Turkish,
        _ => Encoding::OneByte,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> (usize, usize, Encoding) {
        let error = decode(bytes).unwrap_err();
        (error.offset, error.line, error.looks_like)
    }

    #[test]
    fn utf8_with_or_without_a_mark_is_text() {
        assert_eq!(decode("İlhami".as_bytes()), Ok("İlhami"));
        assert_eq!(decode(b"\xEF\xBB\xBF---\n"), Ok("---\n"));
        assert_eq!(decode(b""), Ok(""));
    }

    #[test]
    fn every_other_encoding_is_named_with_the_byte_where_it_shows() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for (bytes, expected) in [
            (&b"\xFF\xFEa\0"[..], (0, 1, Encoding::Utf16)),
            (b"\xFE\xFF\0a", (0, 1, Encoding::Utf16)),
            (b"\xFF\xFE\0\0a\0\0\0", (0, 1, Encoding::Utf32)),
            (&utf16("title: Kurt\n"), (1, 1, Encoding::Utf16)),
            (b"one\ntwo\0three, four, five", (7, 2, Encoding::Binary)),
            (b"a\n\nBal\xFD", (6, 3, Encoding::Turkish)),
            (b"\xDDlhami \xDEahin", (0, 1, Encoding::Turkish)),
            (b"M\xFCller", (1, 1, Encoding::OneByte)),
            (b"\xEF\xBB\xBFM\xFCller", (4, 1, Encoding::OneByte)),
            (b"a\xED\xA0\x80b", (1, 1, Encoding::Surrogate)),
            (b"a\xC0\xAFb", (1, 1, Encoding::Overlong)),
            (b"a\xE0\x80\xAFb", (1, 1, Encoding::Overlong)),
            ("kesilmiş".as_bytes().split_last().unwrap().1, (7, 1, Encoding::CutOff)),
        ] {
            assert_eq!(refused(bytes), expected, "{bytes:?}");
        }
    }
}
