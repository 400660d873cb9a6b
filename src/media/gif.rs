//! GIF (89a): frames are read and written anew with their colours and times, and without comments and what programs put between them.

use std::io::Cursor;

use gif::{ColorOutput, DecodeOptions, DecodingError, Encoder, EncodingError, MemoryLimit};

use super::fault::Fault;
use super::{MOST_FRAMES, MOST_PIXELS, within};

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

/// The picture in `bytes` alone.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (width, height) = size(bytes).ok_or(Fault::Damaged)?;
    within(width, height)?;
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::Indexed);
    options.set_memory_limit(MemoryLimit::Bytes(MOST_PIXELS.try_into().unwrap_or(std::num::NonZeroU64::MIN)));
    options.check_frame_consistency(true);
    let mut decoder = options.read_info(Cursor::new(bytes))?;
    let palette = decoder.global_palette().unwrap_or_default().to_vec();
    let mut encoder = Encoder::new(Vec::new(), decoder.width(), decoder.height(), &palette)?;
    let (mut frames, mut pixels) = (0, 0);
    while let Some(frame) = decoder.next_frame_info()? {
        frames += 1;
        pixels += within(frame.width, frame.height)?;
        if frames > MOST_FRAMES {
            return Err(Fault::ManyFrames);
        }
        if pixels > MOST_PIXELS {
            return Err(Fault::ManyPixels);
        }
        let mut frame = frame.clone();
        let mut indices = vec![0; decoder.buffer_size()];
        decoder.read_into_buffer(&mut indices)?;
        frame.buffer = indices.into();
        // Its rows are in order by now.
        frame.interlaced = false;
        if frames == 1 && is_moving(bytes) {
            encoder.set_repeat(decoder.repeat())?;
        }
        encoder.write_frame(&frame)?;
    }
    if frames == 0 { Err(Fault::Damaged) } else { Ok(encoder.into_inner()?) }
}

/// Width and height, as the header says.
pub(super) fn size(bytes: &[u8]) -> Option<(u16, u16)> {
    let side = |at: usize| Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    Some((side(6)?, side(8)?))
}

/// Whether it says how often it is to be shown.
fn is_moving(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, b"\x21\xFF\x0BNETSCAPE2.0").is_some()
}
