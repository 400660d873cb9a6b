//! Photographs with fewer pixels, for screens and lines that need no more: in WebP, at most as wide as the picture itself. Knows sizes and weights, not where a picture is shown.

use std::sync::Arc;

use super::Format;

/// A narrower copy of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrower {
    /// How wide it is, in pixels.
    pub width: u32,
    /// The copy, in WebP.
    pub bytes: Arc<[u8]>,
}

/// The narrower copies of `bytes`, a clean picture of `format`: the narrowest first, each smaller than `bytes` and of at most
/// 120,000 bytes. There are none of animations and drawings, of pictures that are small as they are, and without the feature `photos`.
#[must_use]
pub fn narrower(format: Format, bytes: &[u8]) -> Vec<Narrower> {
    #[cfg(feature = "photos")]
    {
        made::narrower(format, bytes)
    }
    #[cfg(not(feature = "photos"))]
    {
        let _ = (format, bytes);
        Vec::new()
    }
}

#[cfg(feature = "photos")]
mod made {
    use std::sync::Arc;

    use resize::Pixel;
    use resize::Type::Catrom;
    use rgb::{RGB8, RGBA8};
    use webp::{Encoder, WebPConfig};

    use super::Narrower;
    use crate::media::orientation::Pixels;
    use crate::media::{Format, jpeg, png};

    /// The widths of copies: a telephone, the column of the text, the same on a screen with small pixels.
    const WIDTHS: [u32; 3] = [480, 960, 1440];
    /// The most bytes of a copy.
    const MOST_BYTES: usize = 120_000;
    /// A picture of fewer bytes is sent as it is.
    const SMALL: usize = 24_000;
    /// The qualities that are tried, one after the other, until a copy is small enough.
    const QUALITIES: [f32; 4] = [80.0, 68.0, 55.0, 40.0];
    /// Of 0 to 6: half the time of the library's own choice, for a few bytes in a hundred.
    const EFFORT: i32 = 2;

    pub(super) fn narrower(format: Format, bytes: &[u8]) -> Vec<Narrower> {
        if bytes.len() < SMALL {
            return Vec::new();
        }
        let pixels = match format {
            Format::Jpeg => jpeg::pixels(bytes),
            Format::Png => png::pixels(bytes),
            _ => return Vec::new(),
        };
        // What was cleaned can be read; a picture without copies is shown all the same.
        let Ok(pixels) = pixels else { return Vec::new() };
        let own = u32::try_from(pixels.width).unwrap_or(u32::MAX);
        let widest = WIDTHS.last().copied().unwrap_or_default();
        let widths = WIDTHS.into_iter().filter(|width| *width < own).chain((own <= widest).then_some(own));
        let copies = widths.filter_map(|width| {
            let copy = scaled(&pixels, width)?;
            let bytes = encoded(&copy)?;
            Some(Narrower { width, bytes })
        });
        copies.filter(|copy| copy.bytes.len() < bytes.len()).collect()
    }

    /// `pixels` with this width, in three or four colours.
    fn scaled(pixels: &Pixels, width: u32) -> Option<Pixels> {
        let new_width = usize::try_from(width).ok()?;
        let height = (pixels.height * new_width + pixels.width / 2).checked_div(pixels.width)?.max(1);
        let sizes = (pixels.width, pixels.height, new_width, height);
        let has_gaps = matches!(pixels.size, 2 | 4);
        let (size, bytes) = if has_gaps { (4, with_gaps(pixels, sizes)?) } else { (3, without_gaps(pixels, sizes)?) };
        Some(Pixels { width: new_width, height, size, bytes })
    }

    type Sizes = (usize, usize, usize, usize);

    fn without_gaps(pixels: &Pixels, (from_width, from_height, width, height): Sizes) -> Option<Vec<u8>> {
        let colour = |pixel: &[u8]| match *pixel {
            [red, green, blue] => RGB8::new(red, green, blue),
            [grey, ..] => RGB8::new(grey, grey, grey),
            [] => RGB8::default(),
        };
        let source: Vec<RGB8> = pixels.bytes.chunks_exact(pixels.size).map(colour).collect();
        if (from_width, from_height) == (width, height) {
            return Some(source.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect());
        }
        let mut copy = vec![RGB8::default(); width * height];
        let resizer = resize::new(from_width, from_height, width, height, Pixel::RGB8, Catrom);
        resizer.ok()?.resize(&source, &mut copy).ok()?;
        Some(copy.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect())
    }

    fn with_gaps(pixels: &Pixels, (from_width, from_height, width, height): Sizes) -> Option<Vec<u8>> {
        let colour = |pixel: &[u8]| match *pixel {
            [red, green, blue, opacity] => RGBA8::new(red, green, blue, opacity),
            [grey, opacity] => RGBA8::new(grey, grey, grey, opacity),
            _ => RGBA8::default(),
        };
        let source: Vec<RGBA8> = pixels.bytes.chunks_exact(pixels.size).map(colour).collect();
        let mut copy = vec![RGBA8::default(); width * height];
        if (from_width, from_height) == (width, height) {
            copy = source;
        } else {
            let resizer = resize::new(from_width, from_height, width, height, Pixel::RGBA8P, Catrom);
            resizer.ok()?.resize(&source, &mut copy).ok()?;
        }
        Some(copy.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, pixel.a]).collect())
    }

    /// The picture in WebP, in the best quality in which it is small enough.
    fn encoded(pixels: &Pixels) -> Option<Arc<[u8]>> {
        let (width, height) = (u32::try_from(pixels.width).ok()?, u32::try_from(pixels.height).ok()?);
        let encoder = match pixels.size {
            4 => Encoder::from_rgba(&pixels.bytes, width, height),
            _ => Encoder::from_rgb(&pixels.bytes, width, height),
        };
        let mut config = WebPConfig::new().ok()?;
        config.method = EFFORT;
        QUALITIES.into_iter().find_map(|quality| {
            config.quality = quality;
            let bytes = encoder.encode_advanced(&config).ok()?;
            (bytes.len() <= MOST_BYTES).then(|| Arc::from(&*bytes))
        })
    }
}
