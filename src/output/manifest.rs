//! `manifest.txt`: the SHA-256 of every file of a site, in the form that `sha256sum --check` reads. Knows hashes and paths, no contents.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// The name of the manifest, which is in the site and not in itself.
pub const MANIFEST: &str = "manifest.txt";

/// The hash of a file's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The hash of all that `reader` gives, which takes little memory however much it is.
    ///
    /// # Errors
    /// When it cannot be read to its end.
    pub fn of_all(mut reader: impl Read) -> io::Result<Self> {
        let mut hasher = Sha256::new();
        let mut piece = vec![0; 64 * 1024];
        loop {
            match reader.read(&mut piece) {
                Ok(0) => return Ok(Self(hasher.finalize().into())),
                Ok(length) => hasher.update(piece.get(..length).unwrap_or_default()),
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                Err(cause) => return Err(cause),
            }
        }
    }

    /// Reads 64 hexadecimal digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: &u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let digits: Vec<u8> = text.as_bytes().iter().map(digit).collect::<Option<_>>()?;
        let bytes: Vec<u8> =
            digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).collect();
        if digits.len() == 64 { bytes.try_into().ok().map(Self) } else { None }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// The files of a site with their hashes, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest(BTreeMap<String, Hash>);

impl Manifest {
    /// Reads a manifest; nothing when any line is none of a manifest, or a path stands twice.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut files = BTreeMap::new();
        for line in text.lines() {
            let (hash, path) = line.split_once("  ")?;
            if path.is_empty() || files.insert(path.to_owned(), Hash::parse(hash)?).is_some() {
                return None;
            }
        }
        Some(Self(files))
    }

    /// The hash of the file at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Hash> {
        self.0.get(path).copied()
    }

    /// Every path and hash, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, Hash)> {
        self.0.iter().map(|(path, hash)| (path.as_str(), *hash))
    }
}

impl FromIterator<(String, Hash)> for Manifest {
    fn from_iter<I: IntoIterator<Item = (String, Hash)>>(files: I) -> Self {
        Self(files.into_iter().collect())
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files().try_for_each(|(path, hash)| writeln!(out, "{hash}  {path}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_manifest_is_a_line_for_each_file_by_path() {
        let files = [("people/İlhami Balı.jpg", "b"), ("index.html", "abc")];
        let manifest: Manifest =
            files.map(|(path, text)| (path.to_owned(), Hash::of(text.as_bytes()))).into_iter().collect();
        let text = "\
ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  index.html
3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  people/İlhami Balı.jpg
";
        assert_eq!(manifest.to_string(), text);
        assert_eq!(Manifest::parse(text), Some(manifest));
    }

    #[test]
    fn what_is_no_manifest_is_refused() {
        let hash = "0".repeat(64);
        for text in [
            "x".to_owned(),
            format!("{hash} one-space"),
            format!("{hash}  "),
            format!("{}  short", "0".repeat(62)),
            format!("{}  letters", "G".repeat(64)),
            format!("{hash}  twice\n{hash}  twice\n"),
        ] {
            assert_eq!(Manifest::parse(&text), None, "{text}");
        }
        assert_eq!(Manifest::parse(""), Some(Manifest::default()));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "([0-9a-fş]{0,70}[ \\n]{0,3}\\PC{0,5}\\n?){0,4}") {
            let _ = Manifest::parse(&text);
        }
    }
}
