//! What is packed inside a file: gzip, zip, the compressed parts of PNG and PDF. Knows containers, not what is in them.

#[cfg(test)]
use std::io;
use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// The most bytes that all packed parts of one file may come to.
pub const LIMIT: u64 = 256 << 20;

/// The parts of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What was packed, each part alone.
    pub unpacked: Vec<Vec<u8>>,
    /// Whether something could not be unpacked whole: it may hold anything.
    pub is_closed: bool,
}

/// Unpacks what is packed in `bytes`, down to one level.
pub fn unpack(bytes: &[u8]) -> Parts {
    let mut parts = Parts::default();
    let mut left = LIMIT;
    if bytes.starts_with(&[0x1f, 0x8b]) {
        parts.take(MultiGzDecoder::new(bytes), &mut left, Closed::IsAFault);
    } else if bytes.starts_with(b"PK\x03\x04") {
        zip(bytes, &mut parts, &mut left);
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes, &mut parts, &mut left);
    } else if is_pdf(bytes) {
        pdf(bytes, &mut parts, &mut left);
    }
    parts
}

/// Whether `bytes` are a file of a kind that is unpacked here.
pub fn is_packed(bytes: &[u8]) -> bool {
    [&b"\x1f\x8b"[..], b"PK\x03\x04", b"\x89PNG\r\n\x1a\n"].iter().any(|magic| bytes.starts_with(magic))
        || is_pdf(bytes)
}

fn is_pdf(bytes: &[u8]) -> bool {
    find(bytes.get(..bytes.len().min(1024)).unwrap_or_default(), b"%PDF-").is_some()
}

/// Whether a part that cannot be unpacked makes the file a closed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closed {
    IsAFault,
    /// The part need not be packed at all.
    IsAllowed,
}

impl Parts {
    fn take(&mut self, packed: impl Read, left: &mut u64, closed: Closed) {
        let mut part = Vec::new();
        let read = packed.take(*left + 1).read_to_end(&mut part);
        let is_whole = read.is_ok() || closed == Closed::IsAllowed;
        match left.checked_sub(part.len() as u64) {
            Some(rest) => *left = rest,
            None => self.is_closed = true,
        }
        self.is_closed |= !is_whole;
        if !part.is_empty() {
            self.unpacked.push(part);
        }
    }
}

/// Every entry of a zip file by its local header, so that none can hide behind a wrong directory.
fn zip(bytes: &[u8], parts: &mut Parts, left: &mut u64) {
    for start in positions(bytes, b"PK\x03\x04") {
        let header = bytes.get(start..).unwrap_or_default();
        let number = |at: usize| Some(usize::from(u16::from_le_bytes(header.get(at..at + 2)?.try_into().ok()?)));
        let (Some(flags), Some(method), Some(name), Some(extra)) = (number(6), number(8), number(26), number(28))
        else {
            continue;
        };
        let data = header.get(30 + name + extra..).unwrap_or_default();
        match (flags & 1, method) {
            // Stored bytes have been read with the file itself.
            (0, 0) => {}
            (0, 8) => parts.take(DeflateDecoder::new(data), left, Closed::IsAFault),
            _ => parts.is_closed = true,
        }
    }
}

/// The chunks of a PNG that hold compressed text or a colour profile.
fn png(bytes: &[u8], parts: &mut Parts, left: &mut u64) {
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [length @ .., _, _, _, _] = *head;
        let [_, _, _, _, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
        let data = after.get(..length.min(after.len())).unwrap_or_default();
        let keyword = data.iter().position(|byte| *byte == 0).map(|end| data.get(end + 1..).unwrap_or_default());
        let packed = match (&kind, keyword) {
            (b"zTXt" | b"iCCP", Some(after)) => after.get(1..),
            (b"iTXt", Some([1, _, after @ ..])) => {
                let mut fields = after.splitn(3, |byte| *byte == 0);
                fields.nth(2)
            }
            _ => None,
        };
        if let Some(packed) = packed {
            parts.take(ZlibDecoder::new(packed), left, Closed::IsAFault);
        }
        rest = after.get(length.saturating_add(4)..).unwrap_or_default();
    }
}

/// The streams of a PDF, and the strings of each and of the file itself as a reader sees them: without what stands between
/// their letters.
fn pdf(bytes: &[u8], parts: &mut Parts, left: &mut u64) {
    let mut strings = vec![pdf_strings(bytes)];
    for start in positions(bytes, b"stream") {
        let data = bytes.get(start + 6..).unwrap_or_default();
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).or_else(|| data.strip_prefix(b"\r"));
        let Some(data) = data else { continue };
        let before = parts.unpacked.len();
        parts.take(ZlibDecoder::new(data), left, Closed::IsAllowed);
        strings.extend(parts.unpacked.get(before..).unwrap_or_default().iter().map(|stream| pdf_strings(stream)));
    }
    parts.unpacked.extend(strings.into_iter().filter(|part| !part.is_empty()));
}

/// The contents of all strings in `(...)` and `<...>`, one behind the other, a space between them.
fn pdf_strings(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'(' | b'<')) {
        let is_hex = rest.get(at) == Some(&b'<');
        rest = rest.get(at + 1..).unwrap_or_default();
        rest = if is_hex { hex_string(rest, &mut out) } else { plain_string(rest, &mut out) };
        out.push(b' ');
    }
    out
}

fn hex_string<'a>(bytes: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let end =
        bytes.iter().position(|byte| !byte.is_ascii_hexdigit() && !byte.is_ascii_whitespace()).unwrap_or(bytes.len());
    let digits: Vec<u8> = bytes.get(..end).unwrap_or_default().iter().copied().filter(u8::is_ascii_hexdigit).collect();
    if bytes.get(end) == Some(&b'>') {
        let pairs = digits.chunks(2).map(|pair| {
            let value = |byte: u8| char::from(byte).to_digit(16).unwrap_or(0);
            pair.iter().fold(0, |all, byte| all * 16 + value(*byte)) << (4 * (2 - pair.len()))
        });
        out.extend(pairs.filter_map(|byte| u8::try_from(byte).ok()));
    }
    bytes.get(end..).unwrap_or_default()
}

fn plain_string<'a>(bytes: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            b'(' => depth += 1,
            b'\\' => {
                let rest = bytes.get(at..).unwrap_or_default();
                let digits = rest.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                let code = rest.iter().take(digits).fold(0_u32, |all, byte| all * 8 + u32::from(byte - b'0'));
                match u8::try_from(code) {
                    Ok(code) if digits > 0 => out.push(code),
                    _ => out.extend(rest.first().filter(|byte| !byte.is_ascii_alphanumeric() && **byte != b'\n')),
                }
                at += digits.max(1);
                continue;
            }
            _ => {}
        }
        out.push(*byte);
    }
    bytes.get(at..).unwrap_or_default()
}

fn positions(bytes: &[u8], what: &'static [u8]) -> Vec<usize> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(at) = find(bytes.get(from..).unwrap_or_default(), what) {
        all.push(from + at);
        from += at + what.len();
    }
    all
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, what)
}

/// The same bytes in gzip, for tests and for files that are made so.
///
/// # Errors
/// When memory does not suffice.
#[cfg(test)]
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::read::GzEncoder::new(bytes, flate2::Compression::default());
    let mut packed = Vec::new();
    encoder.read_to_end(&mut packed).map(|_| packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_unpacked_and_what_is_broken_is_closed() {
        let packed = gzip(b"Ada Kurt").unwrap();
        assert_eq!(unpack(&packed), Parts { unpacked: vec![b"Ada Kurt".to_vec()], is_closed: false });
        assert!(unpack(&packed[..packed.len() - 6]).is_closed);
        assert_eq!(unpack(b"Ada Kurt"), Parts::default());
    }

    #[test]
    fn a_bomb_is_closed_and_not_unpacked_whole() {
        let packed = gzip(&vec![0; usize::try_from(LIMIT).unwrap() + 2]).unwrap();
        let parts = unpack(&packed);
        assert!(parts.is_closed && parts.unpacked[0].len() as u64 == LIMIT + 1);
    }

    #[test]
    fn strings_of_a_pdf_are_read_without_what_parts_their_letters() {
        assert_eq!(pdf_strings(br"[(Ad)-12(a)] TJ (K\165rt \(x\)) Tj <4164 61> <</A 1>>"), b"Ad a Kurt (x) Ada   ");
    }
}
