//! Pictures: what is published holds nothing but the picture, block by block, and stays as it is when it is cleaned again.

use std::sync::Arc;

use dossier::media::{Format, Origin, clean};

const FORMATS: [Format; 4] = [Format::Png, Format::Jpeg, Format::Gif, Format::WebP];

/// The bytes are a picture. The sums of a PNG are put right first, as no fuzzer guesses them.
pub fn check(bytes: &[u8]) {
    let Some(format) = Format::of_bytes(bytes).filter(|format| FORMATS.contains(format)) else { return };
    let bytes = if format == Format::Png { with_sums(bytes) } else { bytes.to_vec() };
    let Ok(cleaned) = clean(format, &Arc::from(bytes), Origin::Content) else { return };
    assert_eq!(Format::of_bytes(&cleaned), Some(format));
    match clean(format, &cleaned, Origin::Content) {
        Ok(again) => assert!(again == cleaned, "cleaned twice is not cleaned once: {format:?}"),
        Err(fault) => panic!("what was cleaned is refused: {format:?}, {fault:?}"),
    }
    match format {
        Format::Png => png(&cleaned),
        Format::Jpeg => jpeg(&cleaned),
        Format::Gif => gif(&cleaned),
        _ => webp(&cleaned),
    }
}

/// Chunks that are pixels, or say how pixels are shown. Source: PNG, third edition, 11.
fn png(bytes: &[u8]) {
    let mut names = Vec::new();
    let end = chunks(bytes, |name, _| names.push(String::from_utf8_lossy(name).into_owned()));
    let allowed = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "acTL", "fcTL", "fdAT", "gAMA", "sRGB", "cHRM", "sBIT"];
    assert!(names.iter().all(|name| allowed.contains(&name.as_str())), "{names:?}");
    assert_eq!((names.last().map(String::as_str), end), (Some("IEND"), bytes.len()), "{names:?}");
}

/// Calls `each` for every whole chunk, and gives the place behind the last.
fn chunks(bytes: &[u8], mut each: impl FnMut(&[u8], usize)) -> usize {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        if bytes.len() - at < length.saturating_add(12) {
            break;
        }
        each(&head[4..], at);
        at += length + 12;
    }
    at
}

fn with_sums(bytes: &[u8]) -> Vec<u8> {
    let mut right = bytes.to_vec();
    let mut starts = Vec::new();
    let end = chunks(bytes, |_, at| starts.push(at));
    starts.push(end);
    for pair in starts.windows(2) {
        let (start, sum) = (pair[0] + 4, pair[1] - 4);
        let value = crc(&bytes[start..sum]).to_be_bytes();
        right[sum..sum + 4].copy_from_slice(&value);
    }
    right
}

/// Source: PNG, third edition, annex D.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

/// Segments without those of applications, but for the two that say how colours are stored, and without comments. Source: ITU T.81, B.
fn jpeg(bytes: &[u8]) {
    let mut at = 2;
    loop {
        let Some(head) = bytes.get(at..at + 2) else { panic!("a JPEG that does not end") };
        assert_eq!(head[0], 0xFF, "no marker at {at}");
        match head[1] {
            0xD9 => break,
            0xD8 | 0x01 | 0xD0..=0xD7 => at += 2,
            marker => {
                let length = bytes.get(at + 2..at + 4).map_or(0, |two| u16::from_be_bytes([two[0], two[1]]));
                let data = bytes.get(at + 4..at + 2 + usize::from(length)).unwrap_or_default();
                let is_plain = match marker {
                    0xE0 => data.starts_with(b"JFIF\0") && data.len() == 14 && data[12..] == [0, 0],
                    0xEE => data.starts_with(b"Adobe") && data.len() == 12,
                    0xE1..=0xEF | 0xFE => false,
                    _ => is_full(marker, data),
                };
                assert!(is_plain, "segment {marker:X} at {at}: {data:?}");
                at += 2 + usize::from(length);
                if marker == 0xDA {
                    at = behind_scan(bytes, at);
                }
            }
        }
    }
    assert_eq!(at + 2, bytes.len(), "bytes behind the end");
}

/// Whether a segment of the picture has no room for anything but what belongs there. Source: ITU T.81, B.2.
fn is_full(marker: u8, data: &[u8]) -> bool {
    let mut rest = data;
    match marker {
        0xDB => {
            while let Some((first, after)) = rest.split_first() {
                let size = if first >> 4 == 0 { 64 } else { 128 };
                let Some(next) = after.get(size..) else { return false };
                rest = next;
            }
            true
        }
        0xC4 => {
            while let Some(counts) = rest.get(1..17) {
                let size = counts.iter().map(|count| usize::from(*count)).sum::<usize>();
                let Some(next) = rest.get(17 + size..) else { return false };
                rest = next;
            }
            rest.is_empty()
        }
        0xDC | 0xDD => data.len() == 2,
        0xCC => data.len().is_multiple_of(2),
        0xDA => data.first().is_some_and(|count| data.len() == 4 + 2 * usize::from(*count)),
        _ => data.get(5).is_some_and(|count| data.len() == 6 + 3 * usize::from(*count)),
    }
}

/// The place of the next marker that does not belong to the pixels.
fn behind_scan(bytes: &[u8], mut at: usize) -> usize {
    while let Some(two) = bytes.get(at..at + 2) {
        if two[0] == 0xFF && !matches!(two[1], 0x00 | 0xD0..=0xD7) {
            break;
        }
        at += 1;
    }
    at
}

/// Pictures, their timing and how often they repeat; no comments, no texts, nothing of programs. Source: `GIF89a`, 17 to 27.
fn gif(bytes: &[u8]) {
    let table = |packed: u8| if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) };
    let mut at = 13 + table(bytes[10]);
    while bytes[at] != 0x3B {
        match bytes[at] {
            0x2C => at += 11 + table(bytes[at + 9]),
            0x21 => {
                let label = bytes[at + 1];
                let is_loop = label == 0xFF && &bytes[at + 3..at + 14] == b"NETSCAPE2.0";
                assert!(label == 0xF9 || is_loop, "an extension {label:X} at {at}");
                at += 2;
            }
            other => panic!("a block {other:X} at {at}"),
        }
        while bytes[at] != 0 {
            at += usize::from(bytes[at]) + 1;
        }
        at += 1;
    }
    assert_eq!(at + 1, bytes.len(), "bytes behind the end");
}

/// Chunks of pixels. Source: WebP container specification.
fn webp(bytes: &[u8]) {
    let size = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
    assert_eq!(size(4) + 8, bytes.len(), "bytes behind the end");
    let mut at = 12;
    while at < bytes.len() {
        let name = &bytes[at..at + 4];
        assert!([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"].iter().any(|known| *known == name), "{name:?}");
        if name == b"VP8X" {
            assert_eq!(bytes[at + 8] & 0b0010_1100, 0, "flags of a profile, Exif or XMP");
        }
        at += 8 + size(at + 4).next_multiple_of(2);
    }
    assert_eq!(at, bytes.len());
}
