//! Which side of a photograph is up, as cameras write it (Exif 2.32, tag 0x0112), and turning pixels so that the mark is not needed.

use exif::{In, Reader, Tag};

/// Which side is up: the numbers 1 to 8 of Exif.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation(u32);

impl Orientation {
    /// The first row is the top, the first column the left side.
    pub(super) const UPRIGHT: Self = Self(1);

    /// What `exif`, from its TIFF header on, says; upright when it says nothing that can be read.
    pub(super) fn of_exif(exif: &[u8]) -> Self {
        let mut reader = Reader::new();
        reader.continue_on_error(true);
        let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
        let read = reader.read_raw(exif.to_vec()).or_else(|error| error.distill_partial_result(|_| {}));
        let number = read.ok().and_then(|exif| exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0));
        number.filter(|number| (2..=8).contains(number)).map_or(Self::UPRIGHT, Self)
    }

    /// Where the pixel that is seen at `x`, `y` stands among `width` times `height` stored ones.
    const fn stored_at(self, x: usize, y: usize, width: usize, height: usize) -> (usize, usize) {
        match self.0 {
            2 => (width - 1 - x, y),
            3 => (width - 1 - x, height - 1 - y),
            4 => (x, height - 1 - y),
            5 => (y, x),
            6 => (y, height - 1 - x),
            7 => (width - 1 - y, height - 1 - x),
            8 => (width - 1 - y, x),
            _ => (x, y),
        }
    }
}

/// Pixels of some bytes each, row by row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pixels {
    pub width: usize,
    pub height: usize,
    /// Bytes of one pixel.
    pub size: usize,
    pub bytes: Vec<u8>,
}

impl Pixels {
    /// The same picture, turned so that it is seen as `orientation` says.
    pub(super) fn turned(&self, orientation: Orientation) -> Self {
        let is_on_its_side = orientation.0 > 4;
        let (width, height) = if is_on_its_side { (self.height, self.width) } else { (self.width, self.height) };
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for y in 0..height {
            for x in 0..width {
                let (column, row) = orientation.stored_at(x, y, self.width, self.height);
                let at = (row * self.width + column) * self.size;
                bytes.extend_from_slice(self.bytes.get(at..at + self.size).unwrap_or_default());
            }
        }
        Self { width, height, size: self.size, bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three rows `ab`, `cd`, `ef`, turned.
    fn turned(orientation: u32) -> String {
        let stored = Pixels { width: 2, height: 3, size: 1, bytes: b"abcdef".to_vec() };
        let seen = stored.turned(Orientation(orientation));
        seen.bytes.chunks(seen.width).map(|row| String::from_utf8_lossy(row).into_owned()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn pixels_are_turned_as_the_camera_was_held() {
        let expected = ["ab cd ef", "ba dc fe", "fe dc ba", "ef cd ab", "ace bdf", "eca fdb", "fdb eca", "bdf ace"];
        for (orientation, expected) in (1..).zip(expected) {
            assert_eq!(turned(orientation), expected, "{orientation}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_upright() {
        assert_eq!(
            Orientation::of_exif(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"),
            Orientation(6)
        );
        assert_eq!(Orientation::of_exif(b"II*\0garbage"), Orientation::UPRIGHT);
        assert_eq!(Orientation::of_exif(b""), Orientation::UPRIGHT);
    }
}
