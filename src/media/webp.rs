//! WebP (RFC 9649): the chunks that make the picture, copied without loss; turned and saved anew only where the camera was held otherwise.

use std::io::Cursor;

use image_webp::{ColorType, DecodingError, EncodingError, WebPDecoder, WebPEncoder};

use super::fault::Fault;
use super::orientation::{Orientation, Pixels};
use super::{MOST_FRAMES, MOST_PIXELS, within};

/// Of the features that a file announces, those that stay: transparency and animation.
const KEPT_FEATURES: u8 = 0b0001_0010;
/// The most bytes of one picture in memory.
const MOST_UNPACKED: usize = 512 << 20;
/// The length of what stands before the chunks of one frame of an animation.
const FRAME_HEAD: usize = 16;

impl From<DecodingError> for Fault {
    fn from(_: DecodingError) -> Self {
        Self::Damaged
    }
}

impl From<EncodingError> for Fault {
    fn from(_: EncodingError) -> Self {
        Self::Damaged
    }
}

/// How wide and how high the picture is.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    WebPDecoder::new(Cursor::new(bytes)).ok().map(|decoder| decoder.dimensions())
}

/// The picture in `bytes` alone.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (stripped, orientation) = strip(bytes)?;
    let mut decoder = WebPDecoder::new(Cursor::new(&stripped))?;
    let (width, height) = decoder.dimensions();
    let pixels = within(width, height)?;
    decoder.set_memory_limit(MOST_UNPACKED);
    let size = decoder.output_buffer_size().filter(|size| *size <= MOST_UNPACKED).ok_or(Fault::ManyPixels)?;
    if decoder.is_animated() {
        if usize::try_from(decoder.num_frames()).is_ok_and(|frames| frames > MOST_FRAMES) {
            return Err(Fault::ManyFrames);
        }
        if pixels.saturating_mul(decoder.num_frames().into()) > MOST_PIXELS {
            return Err(Fault::ManyPixels);
        }
        if orientation != Orientation::UPRIGHT {
            return Err(Fault::Moving);
        }
        let mut frame = vec![0; size];
        for _ in 0..decoder.num_frames() {
            decoder.read_frame(&mut frame)?;
        }
        return Ok(stripped);
    }
    let mut stored = vec![0; size];
    decoder.read_image(&mut stored)?;
    if orientation == Orientation::UPRIGHT {
        return Ok(stripped);
    }
    let (colours, size) = if decoder.has_alpha() { (ColorType::Rgba8, 4) } else { (ColorType::Rgb8, 3) };
    let stored_side = |length: u32| usize::try_from(length).map_err(|_| Fault::ManyPixels);
    let seen =
        Pixels { width: stored_side(width)?, height: stored_side(height)?, size, bytes: stored }.turned(orientation);
    let written = |length: usize| u32::try_from(length).map_err(|_| Fault::ManyPixels);
    let mut out = Vec::new();
    WebPEncoder::new(&mut out).encode(&seen.bytes, written(seen.width)?, written(seen.height)?, colours)?;
    Ok(out)
}

/// A WebP of nothing but its picture, and how that is to be turned.
fn strip(bytes: &[u8]) -> Result<(Vec<u8>, Orientation), Fault> {
    let (length, _) = bytes.get(4..).and_then(|bytes| bytes.split_first_chunk()).ok_or(Fault::Damaged)?;
    let end = usize::try_from(u32::from_le_bytes(*length)).ok().and_then(|length| length.checked_add(8));
    let chunks = end.and_then(|end| bytes.get(12..end)).ok_or(Fault::Damaged)?;
    let mut orientation = Orientation::UPRIGHT;
    let mut kept = b"WEBP".to_vec();
    for chunk in Chunks(chunks) {
        let (name, data) = chunk?;
        match &name {
            b"VP8X" => {
                let mut head = data.get(..10).ok_or(Fault::Damaged)?.to_vec();
                if let Some(features) = head.first_mut() {
                    *features &= KEPT_FEATURES;
                }
                push(&mut kept, name, &head)?;
            }
            b"VP8 " | b"VP8L" | b"ALPH" => push(&mut kept, name, data)?,
            b"ANIM" => push(&mut kept, name, data.get(..6).ok_or(Fault::Damaged)?)?,
            b"ANMF" => push(&mut kept, name, &frame(data)?)?,
            b"EXIF" => orientation = Orientation::of_exif(data),
            _ => {}
        }
    }
    let mut out = Vec::new();
    push(&mut out, *b"RIFF", &kept)?;
    Ok((out, orientation))
}

/// A frame of an animation without what is not picture.
fn frame(data: &[u8]) -> Result<Vec<u8>, Fault> {
    let (head, chunks) = data.split_at_checked(FRAME_HEAD).ok_or(Fault::Damaged)?;
    let mut kept = head.to_vec();
    for chunk in Chunks(chunks) {
        let (name, data) = chunk?;
        if matches!(&name, b"VP8 " | b"VP8L" | b"ALPH") {
            push(&mut kept, name, data)?;
        }
    }
    Ok(kept)
}

fn push(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) -> Result<(), Fault> {
    out.extend_from_slice(&name);
    out.extend_from_slice(&u32::try_from(data.len()).map_err(|_| Fault::ManyBytes)?.to_le_bytes());
    out.extend_from_slice(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
    Ok(())
}

/// The chunks of a file, one after the other: a name of four letters, the length, the data, a byte where the length is odd.
struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<([u8; 4], &'a [u8]), Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let chunk = self.split();
        if chunk.is_none() {
            self.0 = &[];
        }
        Some(chunk.ok_or(Fault::Damaged))
    }
}

impl<'a> Chunks<'a> {
    fn split(&mut self) -> Option<([u8; 4], &'a [u8])> {
        let (name, rest) = self.0.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (data, rest) = rest.split_at_checked(length)?;
        self.0 = rest.get(length % 2..).unwrap_or_default();
        Some((*name, data))
    }
}
