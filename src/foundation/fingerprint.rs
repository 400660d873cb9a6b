//! Keys of the memo tables: 128 bits over a value. Knows nothing of what it hashes; not for files that others check (the manifest has SHA-256).

use std::fmt;
use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::Xxh3;

/// The hash of a value within one program: it means nothing to another, and stands in a file only beside what tells which program wrote it.
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

impl Fingerprint {
    /// Reads what [`fmt::Display`] writes: 32 hexadecimal digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_whole = text.len() == 32 && text.bytes().all(is_digit);
        is_whole.then(|| u128::from_str_radix(text, 16).ok()).flatten().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
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

    #[test]
    fn it_is_read_as_it_is_written() {
        for value in ["a", "b", ""] {
            let fingerprint = Fingerprint::of(value);
            assert_eq!(Fingerprint::parse(&fingerprint.to_string()), Some(fingerprint));
        }
        for text in [
            "",
            "0",
            &"0".repeat(31),
            &"0".repeat(33),
            &"G".repeat(32),
            &"A".repeat(32),
            &format!("+{}", "0".repeat(31)),
        ] {
            assert_eq!(Fingerprint::parse(text), None, "{text}");
        }
    }
}
