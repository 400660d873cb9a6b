//! JPEG (ITU-T T.81): the segments that make the picture, copied without loss; turned and saved anew only where the camera was held otherwise.

use jpeg_encoder::{ColorType, Encoder};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::fault::Fault;
use super::orientation::{Orientation, Pixels};
use super::within;

/// The quality of pictures that are saved anew.
const QUALITY: u8 = 90;
/// The most passes in which one picture is stored; each costs the time of a whole picture.
const MOST_SCANS: usize = 64;
/// A JFIF header without density and thumbnail.
const JFIF: [u8; 18] = *b"\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// The picture in `bytes` alone.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let stripped = strip(bytes)?;
    if stripped.orientation == Orientation::UPRIGHT {
        decode(&stripped.bytes, Purpose::Proof)?;
        return Ok(stripped.bytes);
    }
    let upright = decode(&stripped.bytes, Purpose::Pixels)?.turned(stripped.orientation);
    let side = |length: usize| u16::try_from(length).map_err(|_| Fault::ManyPixels);
    let mut out = Vec::new();
    Encoder::new(&mut out, QUALITY)
        .encode(&upright.bytes, side(upright.width)?, side(upright.height)?, ColorType::Rgb)
        .map_err(|_| Fault::Damaged)?;
    // The encoder's own header is not the one that is written here.
    Ok(strip(&out)?.bytes)
}

/// How wide and how high the picture is.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
    decoder.decode_headers().ok()?;
    let info = decoder.info()?;
    Some((info.width.into(), info.height.into()))
}

/// The pixels of a clean picture, in three colours.
#[cfg(feature = "photos")]
pub(super) fn pixels(bytes: &[u8]) -> Result<Pixels, Fault> {
    decode(bytes, Purpose::Pixels)
}

/// What a picture is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To see that it can be read to its end; light and dark are enough, and a third of the memory.
    Proof,
    /// For its colours.
    Pixels,
}

/// Reads the whole picture.
fn decode(bytes: &[u8], purpose: Purpose) -> Result<Pixels, Fault> {
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .set_strict_mode(true)
        .jpeg_set_max_scans(MOST_SCANS)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Fault::Damaged)?;
    let info = decoder.info().ok_or(Fault::Damaged)?;
    within(info.width, info.height)?;
    if purpose == Purpose::Proof && matches!(decoder.input_colorspace(), Some(ColorSpace::YCbCr | ColorSpace::Luma)) {
        decoder.set_options(options.jpeg_set_out_colorspace(ColorSpace::Luma));
    }
    let bytes = decoder.decode().map_err(|_| Fault::Damaged)?;
    let (width, height) = (usize::from(info.width), usize::from(info.height));
    let size = bytes.len() / (width * height).max(1);
    Ok(Pixels { width, height, size, bytes })
}

/// A JPEG of nothing but its picture, and how that is to be turned.
struct Stripped {
    bytes: Vec<u8>,
    orientation: Orientation,
}

/// Copies the segments that a decoder needs (T.81, table B.1), up to the end of the picture; what follows it is not looked at.
fn strip(bytes: &[u8]) -> Result<Stripped, Fault> {
    let mut rest = bytes.strip_prefix(b"\xFF\xD8").ok_or(Fault::Damaged)?;
    let mut out = b"\xFF\xD8".to_vec();
    let mut exif: Option<&[u8]> = None;
    let mut scans = 0;
    loop {
        let marker;
        (marker, rest) = next_marker(rest)?;
        if marker == 0xD9 {
            if scans == 0 {
                return Err(Fault::Damaged);
            }
            out.extend_from_slice(b"\xFF\xD9");
            let orientation = exif.map_or(Orientation::UPRIGHT, Orientation::of_exif);
            return Ok(Stripped { bytes: out, orientation });
        }
        let (length, _) = rest.split_first_chunk().ok_or(Fault::Damaged)?;
        let (segment, after) = rest.split_at_checked(u16::from_be_bytes(*length).into()).ok_or(Fault::Damaged)?;
        let data = segment.get(2..).ok_or(Fault::Damaged)?;
        rest = after;
        match marker {
            0xE0 if data.starts_with(b"JFIF\0") => out.extend_from_slice(&JFIF),
            0xE1 if data.starts_with(b"Exif\0\0") => exif = exif.or(Some(data)),
            0xEE if data.starts_with(b"Adobe") => {
                // The last of its twelve bytes says how colours are stored.
                out.extend_from_slice(b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0");
                out.push(*data.get(11).ok_or(Fault::Damaged)?);
            }
            0xE0..=0xEF | 0xFE => {}
            _ if !is_full(marker, data) => return Err(Fault::Damaged),
            0xDA => {
                scans += 1;
                if scans > MOST_SCANS {
                    return Err(Fault::Damaged);
                }
                let scan = rest.get(..length_of_scan(rest)).ok_or(Fault::Damaged)?;
                keep(&mut out, marker, segment);
                out.extend_from_slice(scan);
                rest = rest.get(scan.len()..).ok_or(Fault::Damaged)?;
            }
            0xC0..=0xC7 | 0xC9..=0xCF | 0xDB..=0xDD => keep(&mut out, marker, segment),
            _ => return Err(Fault::Damaged),
        }
    }
}

/// Whether a segment that a decoder needs holds as much as it says and not a byte more, which could be anything (T.81, B.2).
fn is_full(marker: u8, data: &[u8]) -> bool {
    match marker {
        0xDB => holds_tables(data, |table| if table.first().is_some_and(|head| head >> 4 == 0) { 65 } else { 129 }),
        0xC4 => holds_tables(data, |table| {
            17 + table.iter().skip(1).take(16).map(|count| usize::from(*count)).sum::<usize>()
        }),
        0xDC | 0xDD => data.len() == 2,
        0xCC => data.len().is_multiple_of(2),
        // A count of components, then the components; at the end of a scan three bytes more.
        0xDA => data.first().is_some_and(|count| data.len() == 4 + 2 * usize::from(*count)),
        _ => data.get(5).is_some_and(|count| data.len() == 6 + 3 * usize::from(*count)),
    }
}

/// Whether `data` is one table after the other; `length` gives that of the first.
fn holds_tables(mut data: &[u8], length: impl Fn(&[u8]) -> usize) -> bool {
    while !data.is_empty() {
        let Some(rest) = data.get(length(data)..) else { return false };
        data = rest;
    }
    true
}

fn keep(out: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    out.extend_from_slice(&[0xFF, marker]);
    out.extend_from_slice(segment);
}

/// The marker at the beginning of `bytes`, which may stand behind fill bytes, and what follows it.
fn next_marker(bytes: &[u8]) -> Result<(u8, &[u8]), Fault> {
    let filled = bytes.iter().take_while(|byte| **byte == 0xFF).count();
    match bytes.get(filled..).and_then(<[u8]>::split_first) {
        Some((marker, rest)) if filled > 0 => Ok((*marker, rest)),
        _ => Err(Fault::Damaged),
    }
}

/// How many bytes of packed picture stand at the beginning: up to the next marker that is not a restart.
fn length_of_scan(bytes: &[u8]) -> usize {
    memchr::memchr_iter(0xFF, bytes)
        .find(|at| !matches!(bytes.get(at + 1), Some(0 | 0xD0..=0xD7)))
        .unwrap_or(bytes.len())
}
