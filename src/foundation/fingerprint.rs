//! Keys of the memo tables: 128 bits over a value. Knows nothing of what it hashes; not for files that others check (the manifest has SHA-256).

use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::Xxh3;

/// The hash of a value within one program; never written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of `value`. Equal values have equal fingerprints.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut hasher = Wide(Xxh3::new());
        value.hash(&mut hasher);
        Self(hasher.0.digest128())
    }
}

struct Wide(Xxh3);

impl Hasher for Wide {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.digest()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_have_equal_fingerprints_and_others_do_not() {
        assert_eq!(Fingerprint::of(&("a", 1)), Fingerprint::of(&("a", 1)));
        assert_ne!(Fingerprint::of(&("a", 1)), Fingerprint::of(&("a", 2)));
    }
}
