//! Bytes with escapes undone: percent-encoding, those of JSON, JavaScript and CSS, and quoted-printable. Knows notations, not names.

use super::text::push;

/// `bytes` with percent-encoding and the escapes of JSON, JavaScript and CSS undone once; nothing when there is none.
pub fn without_escapes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut at, mut undone) = (0, false);
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let length = match byte {
            b'%' => percent(rest, &mut out),
            b'\\' => backslash(rest, &mut out),
            _ => None,
        };
        undone |= length.is_some();
        if length.is_none() {
            out.push(byte);
        }
        at += 1 + length.unwrap_or(0);
    }
    undone.then_some(out)
}

fn percent(rest: &[u8], out: &mut Vec<u8>) -> Option<usize> {
    let code = hex(rest.get(..2)?)?;
    out.push(u8::try_from(code).ok()?);
    Some(2)
}

fn backslash(rest: &[u8], out: &mut Vec<u8>) -> Option<usize> {
    let (letter, length) = match *rest.first()? {
        b'u' if rest.get(1) == Some(&b'{') => {
            let end = rest.iter().take(10).position(|byte| *byte == b'}')?;
            (char::from_u32(hex(rest.get(2..end)?)?)?, end + 1)
        }
        b'u' => unicode(rest)?,
        b'x' => (char::from_u32(hex(rest.get(1..3)?)?)?, 3),
        b'n' | b'r' | b't' | b'v' => (' ', 1),
        byte if byte.is_ascii_hexdigit() => css(rest)?,
        byte if byte.is_ascii_alphanumeric() => return None,
        byte => (byte as char, 1),
    };
    push(letter, out);
    Some(length)
}

/// `uXXXX`, two of them for a character above U+FFFF.
fn unicode(rest: &[u8]) -> Option<(char, usize)> {
    let first = hex(rest.get(1..5)?)?;
    if let Some(letter) = char::from_u32(first) {
        return Some((letter, 5));
    }
    let second = rest.get(5..11).filter(|next| next.starts_with(b"\\u")).and_then(|next| hex(next.get(2..)?))?;
    let code = 0x1_0000 + ((first & 0x3ff) << 10) + (second & 0x3ff);
    char::from_u32(code).map(|letter| (letter, 11))
}

/// One to six digits and a space that belongs to them.
fn css(rest: &[u8]) -> Option<(char, usize)> {
    let digits = rest.iter().take(6).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let letter = char::from_u32(hex(rest.get(..digits)?)?)?;
    Some((letter, digits + usize::from(rest.get(digits) == Some(&b' '))))
}

/// `bytes` with quoted-printable undone.
pub fn without_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let code = rest.get(..2).filter(|_| byte == b'=').and_then(hex).and_then(|code| u8::try_from(code).ok());
        if byte == b'=' && rest.starts_with(b"\r\n") {
            at += 3;
        } else if byte == b'=' && rest.starts_with(b"\n") {
            at += 2;
        } else if let Some(code) = code {
            out.push(code);
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    out
}

/// Whether two bytes stand behind equals signs, as a letter beyond ASCII does.
pub fn has_quoted_printable(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'=', bytes).any(|at| {
        let is_code = |at: usize| bytes.get(at) == Some(&b'=') && bytes.get(at + 1..at + 3).and_then(hex).is_some();
        bytes.get(at + 3) == Some(&b'=') && is_code(at) && is_code(at + 3)
    })
}

fn hex(digits: &[u8]) -> Option<u32> {
    let all_digits = !digits.is_empty() && digits.iter().all(u8::is_ascii_hexdigit);
    let digits = std::str::from_utf8(digits).ok().filter(|_| all_digits)?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_all_kinds_are_undone() {
        for (written, meant) in [
            ("Bal%C4%B1", "Balı"),
            ("Bal%25C4%25B1", "Bal%C4%B1"),
            (r"Bal\u0131", "Balı"),
            (r"Bal\u{131}", "Balı"),
            (r"\uD835\uDC00", "𝐀"),
            (r"\x41da", "Ada"),
            (r"Bal\131 n", "Balın"),
            (r#"\"Ada\nKurt"#, "\"Ada Kurt"),
        ] {
            assert_eq!(without_escapes(written.as_bytes()).unwrap(), meant.as_bytes(), "{written}");
        }
        assert_eq!(without_escapes(b"100 % of it"), None);
        assert_eq!(without_quoted_printable(b"Bal=C4=B1 K=\r\nurt"), "Balı Kurt".as_bytes());
        assert!(has_quoted_printable(b"Bal=C4=B1") && !has_quoted_printable(b"?q=Ada"));
    }
}
