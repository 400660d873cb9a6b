//! Pictures inside of a PDF that carry a file of their own: JPEG and JPEG 2000. Knows where these keep what is no picture.

use lopdf::{Object, Stream};

use super::super::photo::jpeg_tells;

/// Whether the stream is a picture with something beside it.
pub fn tells(stream: &Stream) -> bool {
    let filters: Vec<&[u8]> = match stream.dict.get(b"Filter") {
        Ok(Object::Name(name)) => vec![name],
        Ok(Object::Array(list)) => list.iter().filter_map(|name| name.as_name().ok()).collect(),
        _ => return false,
    };
    match filters.as_slice() {
        [b"DCTDecode"] => jpeg_tells(&stream.content),
        [b"JPXDecode"] => jpeg_2000_tells(&stream.content),
        // Packed twice: the outer layers are taken off, if they can be.
        [outer @ .., b"DCTDecode"] if !outer.is_empty() => {
            unpacked(stream, outer).is_none_or(|inner| jpeg_tells(&inner))
        }
        [outer @ .., b"JPXDecode"] if !outer.is_empty() => {
            unpacked(stream, outer).is_none_or(|inner| jpeg_2000_tells(&inner))
        }
        _ => false,
    }
}

fn unpacked(stream: &Stream, filters: &[&[u8]]) -> Option<Vec<u8>> {
    let mut dictionary = stream.dict.clone();
    dictionary.set("Filter", filters.iter().map(|name| Object::Name(name.to_vec())).collect::<Vec<_>>());
    dictionary.remove(b"DecodeParms");
    let outer = Stream::new(dictionary, stream.content.clone());
    outer.get_plain_content_with_limit(super::super::MOST_BYTES).ok()
}

/// Whether a JPEG 2000 (ISO/IEC 15444-1, annex I) has a box of XML, of another program, or one that is not known.
fn jpeg_2000_tells(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    // A codestream alone.
    if bytes.starts_with(b"\xFF\x4F\xFF\x51") {
        return false;
    }
    while let Some((head, _)) = rest.split_first_chunk::<8>() {
        let [length @ .., _, _, _, _] = *head;
        let [_, _, _, _, kind @ ..] = *head;
        if !matches!(&kind, b"jP  " | b"ftyp" | b"jp2h" | b"jp2c") {
            return true;
        }
        let length = match usize::try_from(u32::from_be_bytes(length)) {
            Ok(0) => rest.len(),
            Ok(length) if length >= 8 => length,
            _ => return true,
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    !rest.is_empty()
}
