//! The bytes of a stored copy as text. Knows UTF-8, marked UTF-16, and what web pages say of their own encoding.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::Unread;

/// How far into a page its encoding may be named. Source: HTML Standard, "prescan a byte stream to determine its encoding".
const PRESCAN: usize = 1024;

/// Text in UTF-8, or in UTF-16 with a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unread> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let body = bytes.get(mark..).unwrap_or_default();
    encoding.decode_without_bom_handling_and_without_replacement(body).ok_or(Unread::Encoding)
}

/// A web page: as [`decode`], and otherwise in the encoding that it names itself.
pub(super) fn decode_html(bytes: &[u8]) -> Result<Cow<'_, str>, Unread> {
    if let Ok(text) = decode(bytes) {
        return Ok(text);
    }
    let named = named(bytes.get(..PRESCAN).unwrap_or(bytes)).ok_or(Unread::Encoding)?;
    named.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Unread::Encoding)
}

/// The encoding that `<meta charset=…>` or `<meta content="…; charset=…">` names.
fn named(start: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let (_, value) = start.split_once("charset")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label = value.split(|letter: char| letter.is_whitespace() || "\"'/>;".contains(letter)).next()?;
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_turkish_pages_are_read_and_guessing_is_not_done() {
        let page =
            b"<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-9\"><p>\xDD\xFE\xFDk";
        assert!(decode_html(page).unwrap().ends_with("<p>İşık"));
        assert_eq!(decode_html(b"<p>\xDD\xFE\xFDk"), Err(Unread::Encoding));
        assert_eq!(decode(b"\xDD\xFE\xFDk"), Err(Unread::Encoding));
        assert_eq!(decode("\u{feff}Işık".as_bytes()).unwrap(), "Işık");
        assert_eq!(decode(b"\xFF\xFEI\0").unwrap(), "I");
    }
}
