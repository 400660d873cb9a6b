//! PNG (W3C, third edition): the pixels are read and written anew, with their palette and transparency and nothing else.

use std::io::{Cursor, Write as _};

use png::{BitDepth, ColorType, Decoder, DecodingError, Encoder, EncodingError, Info, Limits, Reader, Transformations};

use super::fault::Fault;
use super::orientation::{Orientation, Pixels};
use super::within;

/// The most bytes that a picture may be in memory where it has to be there as a whole.
const MOST_UNPACKED: usize = 256 << 20;

impl From<DecodingError> for Fault {
    fn from(error: DecodingError) -> Self {
        if matches!(error, DecodingError::LimitsExceeded) { Self::ManyPixels } else { Self::Damaged }
    }
}

impl From<EncodingError> for Fault {
    fn from(_: EncodingError) -> Self {
        Self::Damaged
    }
}

/// The picture in `bytes` alone.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut reader = decoder(bytes, Transformations::IDENTITY).read_info()?;
    let info = reader.info().clone();
    within(info.width, info.height)?;
    if info.is_animated() {
        return Err(Fault::Moving);
    }
    let mut out = Vec::new();
    if info.interlaced {
        let pixels = whole(&mut reader)?;
        encoder(&mut out, &info).write_header()?.write_image_data(&pixels)?;
    } else {
        by_rows(&mut reader, encoder(&mut out, &info))?;
    }
    reader.finish()?;
    // The mark may stand behind the picture.
    let orientation = reader.info().exif_metadata.as_deref().map_or(Orientation::UPRIGHT, Orientation::of_exif);
    if orientation == Orientation::UPRIGHT { Ok(out) } else { turned(&out, orientation) }
}

/// How wide and how high the picture is.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let reader = decoder(bytes, Transformations::IDENTITY).read_info().ok()?;
    Some((reader.info().width, reader.info().height))
}

fn decoder(bytes: &[u8], transformations: Transformations) -> Decoder<Cursor<&[u8]>> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MOST_UNPACKED });
    decoder.set_transformations(transformations);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder
}

/// Writes a picture of the shape of `info`.
fn encoder<'a>(out: &'a mut Vec<u8>, info: &Info) -> Encoder<'static, &'a mut Vec<u8>> {
    let mut encoder = Encoder::new(out, info.width, info.height);
    encoder.set_color(info.color_type);
    encoder.set_depth(info.bit_depth);
    if let Some(palette) = &info.palette {
        encoder.set_palette(palette.to_vec());
    }
    if let Some(transparency) = &info.trns {
        let most = match info.color_type {
            ColorType::Indexed => info.palette.as_ref().map_or(0, |palette| palette.len() / 3),
            ColorType::Grayscale => 2,
            ColorType::Rgb => 6,
            ColorType::GrayscaleAlpha | ColorType::Rgba => 0,
        };
        let used = transparency.get(..most.min(transparency.len())).unwrap_or_default();
        if !used.is_empty() {
            encoder.set_trns(used.to_vec());
        }
    }
    encoder
}

fn by_rows(reader: &mut Reader<Cursor<&[u8]>>, encoder: Encoder<'static, &mut Vec<u8>>) -> Result<(), Fault> {
    let mut writer = encoder.write_header()?;
    let mut rows = writer.stream_writer()?;
    while let Some(row) = reader.next_row()? {
        rows.write_all(row.data()).map_err(|_| Fault::Damaged)?;
    }
    rows.finish()?;
    Ok(writer.finish()?)
}

fn whole(reader: &mut Reader<Cursor<&[u8]>>) -> Result<Vec<u8>, Fault> {
    let size = reader.output_buffer_size().filter(|size| *size <= MOST_UNPACKED).ok_or(Fault::ManyPixels)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels)?;
    pixels.truncate(frame.buffer_size());
    Ok(pixels)
}

/// The clean picture `bytes`, upright, with eight bits for each colour.
fn turned(bytes: &[u8], orientation: Orientation) -> Result<Vec<u8>, Fault> {
    let (stored, colours) = stored(bytes)?;
    let seen = stored.turned(orientation);
    let side = |length: usize| u32::try_from(length).map_err(|_| Fault::ManyPixels);
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, side(seen.width)?, side(seen.height)?);
    encoder.set_color(colours);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header()?.write_image_data(&seen.bytes)?;
    Ok(out)
}

/// The pixels of the clean picture `bytes`, with eight bits for each colour.
fn stored(bytes: &[u8]) -> Result<(Pixels, ColorType), Fault> {
    let mut reader = decoder(bytes, Transformations::normalize_to_color8()).read_info()?;
    let (colours, _) = reader.output_color_type();
    let side = |length: u32| usize::try_from(length).map_err(|_| Fault::ManyPixels);
    let (width, height) = (side(reader.info().width)?, side(reader.info().height)?);
    Ok((Pixels { width, height, size: colours.samples(), bytes: whole(&mut reader)? }, colours))
}

/// The pixels of a clean picture, in one to four colours.
#[cfg(feature = "photos")]
pub(super) fn pixels(bytes: &[u8]) -> Result<Pixels, Fault> {
    stored(bytes).map(|(pixels, _)| pixels)
}
