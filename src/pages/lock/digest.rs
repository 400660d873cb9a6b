//! Hashes of what was published: 128 bits of SHA-256 over text as a reader reads it. Knows nothing of pages; equal texts
//! have equal hashes on every machine.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::foundation::fold::nfc;

/// How many bytes of the SHA-256 are kept: enough that no two texts of a site have one hash.
const BYTES: usize = 16;

/// A hash in 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(u128);

impl Digest {
    /// The hash of `fields`, in their order. Each is taken in Unicode normal form C and with one space for every run of
    /// white space, so that neither the editor nor the system of the author counts.
    #[must_use]
    pub fn of<'a>(fields: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hasher = Sha256::new();
        for field in fields {
            let field = normal(field);
            // The length before each field: no two lists of fields are one text.
            hasher.update(format!("{}:", field.len()));
            hasher.update(&field);
        }
        Self(hasher.finalize().iter().take(BYTES).fold(0, |hash, byte| hash << 8 | u128::from(*byte)))
    }

    /// Reads 32 hexadecimal digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_hash = text.len() == 2 * BYTES && text.bytes().all(is_digit);
        is_hash.then(|| u128::from_str_radix(text, 16).ok()).flatten().map(Self)
    }
}

fn normal(text: &str) -> String {
    nfc(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_beginning_of_the_sha_256_of_the_fields_with_their_lengths() {
        // printf '2:ab1:c' | sha256sum
        assert_eq!(Digest::of(["ab", "c"]).to_string(), "430fb1b4ac43316eca81fab27a1930ab");
        assert_ne!(Digest::of(["ab", "c"]), Digest::of(["a", "bc"]));
        assert_ne!(Digest::of(["a", ""]), Digest::of(["a"]));
    }

    #[test]
    fn white_space_and_unicode_form_do_not_count() {
        assert_eq!(Digest::of(["Balı\r\n  said  so\n"]), Digest::of(["Balı said so"]));
        assert_eq!(Digest::of(["C\u{327}ag\u{306}la"]), Digest::of(["Çağla"]));
        assert_ne!(Digest::of(["now here"]), Digest::of(["nowhere"]));
    }

    #[test]
    fn only_what_can_be_a_hash_is_read() {
        let digest = Digest::of(["a"]);
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        for text in ["", "abc", &"A".repeat(32), &"g".repeat(32), &"0".repeat(33)] {
            assert_eq!(Digest::parse(text), None, "{text}");
        }
    }
}
