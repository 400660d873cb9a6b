//! Pieces that come again and again on the pages of a site, and in which nothing is. Knows bytes as they are, and compares all of
//! them, so that nothing can pass for another piece.

use xxhash_rust::xxh3::xxh3_64;

/// How many pieces are remembered; each has one place where it may be, so that an older one makes room.
const PLACES: usize = 1 << 15;
/// The most bytes of a piece that is remembered.
pub const LONGEST: usize = 256;

/// Pieces in which nothing is; by default none is taken in.
#[derive(Default)]
pub struct Known {
    places: Vec<Box<[u8]>>,
    most: usize,
}

impl Known {
    /// Room for pieces.
    pub const fn with_room() -> Self {
        Self { places: Vec::new(), most: PLACES }
    }

    /// Whether nothing is in `piece`.
    pub fn has(&self, piece: &[u8]) -> bool {
        piece.len() <= LONGEST && self.places.get(number(piece)).is_some_and(|known| **known == *piece)
    }

    /// Takes in `piece`, in which nothing is.
    pub fn learn(&mut self, piece: &[u8]) {
        self.places.resize_with(self.most, Box::default);
        if piece.len() <= LONGEST
            && let Some(place) = self.places.get_mut(number(piece))
        {
            *place = Box::from(piece);
        }
    }

    /// Forgets `piece`, in which something is after all.
    pub fn forget(&mut self, piece: &[u8]) {
        if let Some(place) = self.places.get_mut(number(piece)) {
            *place = Box::default();
        }
    }
}

/// Where `piece` may be.
fn number(piece: &[u8]) -> usize {
    usize::try_from(xxh3_64(piece) % PLACES as u64).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_learned_is_known() {
        let mut known = Known::with_room();
        let pieces: Vec<Vec<u8>> = (0..PLACES * 2).map(|number| number.to_string().into_bytes()).collect();
        for piece in &pieces {
            assert!(!known.has(piece));
            known.learn(piece);
            assert!(known.has(piece));
        }
        known.forget(&pieces[PLACES * 2 - 1]);
        assert!(!known.has(&pieces[PLACES * 2 - 1]));
        known.learn(&[b'x'; LONGEST + 1]);
        assert!(!known.has(&[b'x'; LONGEST + 1]));
        let mut none = Known::default();
        none.learn(b"piece");
        assert!(!none.has(b"piece"));
    }
}
