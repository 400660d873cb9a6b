//! Pictures inside of documents, which are published as they are. Knows where formats keep what is no picture; it changes nothing.

/// What is in the picture `name`, with these bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Photo {
    /// The picture and nothing else.
    Clean,
    /// Something beside the picture.
    Tells,
    /// A format that is not looked into.
    Unknown,
}

/// Looks at the parts of the picture in `bytes`.
pub fn look_at(bytes: &[u8]) -> Photo {
    let tells = if bytes.starts_with(b"\xFF\xD8\xFF") {
        jpeg_tells(bytes)
    } else if let Some(chunks) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        png_tells(chunks)
    } else if bytes.starts_with(b"GIF8") {
        // Comments (FE) and the extensions of applications (FF) but that of the animation.
        memchr::memmem::find(bytes, b"\x21\xFE").is_some()
            || memchr::memmem::find_iter(bytes, b"\x21\xFF\x0B")
                .any(|at| bytes.get(at + 3..at + 14) != Some(b"NETSCAPE2.0"))
    } else {
        return Photo::Unknown;
    };
    if tells { Photo::Tells } else { Photo::Clean }
}

/// Whether a JPEG (ITU-T T.81) has a segment that is not needed to draw it, or goes on behind its end.
pub fn jpeg_tells(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let Some(([0xFF, marker], after)) = rest.split_first_chunk::<2>() {
        if *marker == 0xFF {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        if *marker == 0xDA {
            let end = memchr::memmem::rfind(bytes, b"\xFF\xD9").map_or(bytes.len(), |at| at + 2);
            let behind = bytes.get(end..).unwrap_or_default();
            return behind.iter().any(|byte| !matches!(byte, 0 | b'\r' | b'\n'));
        }
        let Some(([high, low], _)) = after.split_first_chunk::<2>() else { return true };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some(segment) = after.get(2..length) else { return true };
        if segment_tells(*marker, segment) {
            return true;
        }
        rest = after.get(length..).unwrap_or_default();
    }
    true
}

fn segment_tells(marker: u8, segment: &[u8]) -> bool {
    match marker {
        // A JFIF header; the last two bytes are the sides of a thumbnail.
        0xE0 => !segment.starts_with(b"JFIF\0") || segment.get(12..14) != Some(&[0, 0]),
        0xE2 => !segment.starts_with(b"ICC_PROFILE\0"),
        0xEE => !segment.starts_with(b"Adobe"),
        0xE1..=0xEF | 0xFE => !segment.is_empty(),
        _ => false,
    }
}

fn png_tells(chunks: &[u8]) -> bool {
    let mut rest = chunks;
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [length @ .., _, _, _, _] = *head;
        let [_, _, _, _, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
        // Small letters at the beginning: the chunk is not needed to draw.
        let is_harmless = matches!(
            &kind,
            b"tRNS" | b"gAMA" | b"cHRM" | b"sRGB" | b"sBIT" | b"bKGD" | b"pHYs" | b"iCCP" | b"acTL" | b"fcTL" | b"fdAT"
        );
        let [first, ..] = kind;
        if first.is_ascii_lowercase() && !is_harmless {
            return true;
        }
        rest = after.get(length.saturating_add(4)..).unwrap_or_default();
        if &kind == b"IEND" {
            return !rest.is_empty();
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG without pixels, with these segments between its ends.
    fn jpeg(segments: &[(u8, &[u8])], behind: &[u8]) -> Vec<u8> {
        let mut out = b"\xFF\xD8".to_vec();
        for (marker, segment) in segments {
            let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
            out.extend([&[0xFF, *marker], &length[..], segment].concat());
        }
        [&out[..], b"\xFF\xDA\0\x02data\xFF\xD9", behind].concat()
    }

    #[test]
    fn f63_what_a_camera_wrote_into_a_picture_of_a_document_is_found() {
        let header = (0xE0, &b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"[..]);
        assert_eq!(look_at(&jpeg(&[header], b"")), Photo::Clean);
        for (segments, behind) in [
            (&[header, (0xE1, &b"Exif\0\0II"[..])][..], &b""[..]),
            (&[(0xED, b"Photoshop 3.0")], b""),
            (&[(0xFE, b"Deniz Kaya")], b""),
            (&[(0xE2, b"MPF\0")], b""),
            (&[header], b"another picture"),
        ] {
            assert_eq!(look_at(&jpeg(segments, behind)), Photo::Tells, "{segments:?}");
        }
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, 1, 1);
        encoder.add_text_chunk("Author".into(), "Deniz Kaya".into()).unwrap();
        encoder.write_header().unwrap().write_image_data(&[7]).unwrap();
        assert_eq!(look_at(&png), Photo::Tells);
        assert_eq!(look_at(b"GIF89a\x21\xFE\x04Kaya\0"), Photo::Tells);
        assert_eq!(look_at(b"BM"), Photo::Unknown);
    }
}
