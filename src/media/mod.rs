//! Pictures and documents as they may be published: nothing in them but what is seen; and the program's own pictures, of text. Knows formats of files; where the bytes come from and where they go it does not.

pub mod card;
mod fault;
mod format;
mod gif;
mod jpeg;
mod orientation;
pub mod papers;
mod photo;
mod png;
mod svg;
mod svg_words;
mod webp;

use std::sync::Arc;

pub use fault::Fault;
pub use format::Format;
pub use photo::{Narrower, narrower};

/// The most bytes of a picture.
pub const MOST_BYTES: usize = 64 << 20;
/// The most pixels of a picture, those of all frames together.
pub const MOST_PIXELS: u64 = 100_000_000;
/// The most pictures of one animation.
pub const MOST_FRAMES: usize = 5_000;

/// Who put a picture into the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Whoever writes the pages: it stands below `content/`.
    Content,
    /// Whoever made the theme or the site: it stands in a folder `static`. Drawings of theirs are left as they are.
    Static,
}

/// `bytes`, a file with the ending of `format`, as a picture without anything beside it: no place, time, camera, author,
/// history, smaller picture, comment or colour profile, upright and in the same format. The same bytes give the same picture.
///
/// # Errors
/// When they are not such a picture, are not whole, or are more than [`MOST_BYTES`], [`MOST_PIXELS`] or [`MOST_FRAMES`].
pub fn clean(format: Format, bytes: &Arc<[u8]>, origin: Origin) -> Result<Arc<[u8]>, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::ManyBytes);
    }
    let found = Format::of_bytes(bytes);
    if let Some(refused) =
        found.filter(|found| found.is_refused()).or(Some(format).filter(|format| format.is_refused()))
    {
        return Err(Fault::Refused(refused));
    }
    if found != Some(format) {
        return Err(Fault::OtherFormat { named: format, found });
    }
    match format {
        Format::Jpeg => jpeg::clean(bytes).map(Arc::from),
        Format::Png => png::clean(bytes).map(Arc::from),
        Format::Gif => gif::clean(bytes).map(Arc::from),
        Format::WebP => webp::clean(bytes).map(Arc::from),
        Format::Svg if origin == Origin::Static => Ok(Arc::clone(bytes)),
        Format::Svg => svg::clean(bytes).map(Arc::from),
        refused @ (Format::Heif | Format::Avif | Format::Tiff | Format::Bmp) => Err(Fault::Refused(refused)),
    }
}

/// How wide and how high `bytes`, a clean picture of `format`, is in pixels; nothing for a drawing, which has no size of its own.
#[must_use]
pub fn size(format: Format, bytes: &[u8]) -> Option<(u32, u32)> {
    match format {
        Format::Jpeg => jpeg::size(bytes),
        Format::Png => png::size(bytes),
        Format::Gif => gif::size(bytes).map(|(width, height)| (width.into(), height.into())),
        Format::WebP => webp::size(bytes),
        Format::Svg | Format::Heif | Format::Avif | Format::Tiff | Format::Bmp => None,
    }
}

/// Whether a picture of this many pixels is within [`MOST_PIXELS`].
fn within(width: impl Into<u64>, height: impl Into<u64>) -> Result<u64, Fault> {
    let pixels = width.into().saturating_mul(height.into());
    if pixels > MOST_PIXELS { Err(Fault::ManyPixels) } else { Ok(pixels) }
}

#[cfg(test)]
mod tests;
