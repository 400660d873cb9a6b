//! The formats of pictures, by the ending of a name and by the first bytes. Knows nothing of what else is in a file.

/// A format of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Photographs.
    Jpeg,
    /// Pictures without loss.
    Png,
    /// Animations of few colours.
    Gif,
    /// Pictures for the web.
    WebP,
    /// Drawings.
    Svg,
    /// What telephones make; refused.
    Heif,
    /// Refused.
    Avif,
    /// What scanners make; refused.
    Tiff,
    /// Refused.
    Bmp,
}

impl Format {
    /// What the ending of `name` says; nothing when it is not that of a picture.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Self::Jpeg,
            "png" | "apng" => Self::Png,
            "gif" => Self::Gif,
            "webp" => Self::WebP,
            "svg" | "svgz" => Self::Svg,
            "heic" | "heif" | "hif" => Self::Heif,
            "avif" => Self::Avif,
            "tif" | "tiff" | "dng" => Self::Tiff,
            "bmp" | "dib" => Self::Bmp,
            _ => return None,
        })
    }

    /// What the first bytes say.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let at = |start: usize, wanted: &[u8]| bytes.get(start..start + wanted.len()) == Some(wanted);
        if at(0, b"\xFF\xD8\xFF") {
            Some(Self::Jpeg)
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if at(0, b"GIF87a") || at(0, b"GIF89a") {
            Some(Self::Gif)
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Some(Self::WebP)
        } else if at(4, b"ftypavif") || at(4, b"ftypavis") {
            Some(Self::Avif)
        } else if at(4, b"ftyphei") || at(4, b"ftyphev") || at(4, b"ftypmif1") || at(4, b"ftypmsf1") {
            Some(Self::Heif)
        } else if at(0, b"II*\0") || at(0, b"MM\0*") {
            Some(Self::Tiff)
        } else if at(0, b"BM") {
            Some(Self::Bmp)
        } else {
            is_drawing(bytes).then_some(Self::Svg)
        }
    }

    /// Whether no picture of this format is published.
    #[must_use]
    pub const fn is_refused(self) -> bool {
        matches!(self, Self::Heif | Self::Avif | Self::Tiff | Self::Bmp)
    }

    pub(super) const fn with_article(self) -> &'static str {
        match self {
            Self::Jpeg => "a JPEG",
            Self::Png => "a PNG",
            Self::Gif => "a GIF",
            Self::WebP => "a WebP",
            Self::Svg => "an SVG",
            Self::Heif => "a HEIC",
            Self::Avif => "an AVIF",
            Self::Tiff => "a TIFF",
            Self::Bmp => "a BMP",
        }
    }

    pub(super) const fn plural(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG files",
            Self::Png => "PNG files",
            Self::Gif => "GIF files",
            Self::WebP => "WebP files",
            Self::Svg => "SVG files",
            Self::Heif => "HEIC files",
            Self::Avif => "AVIF files",
            Self::Tiff => "TIFF files",
            Self::Bmp => "BMP files",
        }
    }
}

/// Whether the beginning is that of an XML text with a drawing in it.
fn is_drawing(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    text.starts_with(b"<") && memchr::memmem::find(text, b"<svg").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_bytes_say_what_a_picture_is() {
        assert_eq!(Format::of_name("a.b.JPG"), Some(Format::Jpeg));
        assert_eq!(Format::of_name("IMG_1.HEIC"), Some(Format::Heif));
        assert_eq!(Format::of_name("plan.txt"), None);
        assert_eq!(Format::of_name("png"), None);
        assert_eq!(Format::of_bytes(b"<?xml version='1.0'?>\n<svg/>"), Some(Format::Svg));
        assert_eq!(Format::of_bytes(b"\0\0\0\x18ftypheic"), Some(Format::Heif));
        assert_eq!(Format::of_bytes(b"%PDF-1.7"), None);
        assert_eq!(Format::of_bytes(b""), None);
    }
}
