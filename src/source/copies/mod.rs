//! Stored copies of sources: the hash of each and its text with lines or pages. Knows formats of files, not what is quoted from them.

mod child;
mod disk;
mod format;
mod html;
mod lines;
mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
mod text;
mod web_encoding;

use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha256 as Hasher};

pub use disk::OnDisk;
pub use format::Format;
pub use text::{CopyText, Unit};

use super::tree::{Content, SourceFile};
use crate::media::papers::{self, Kind, Unusable};

/// The most bytes of a stored copy in which quotes are looked for.
pub const MOST_BYTES: u64 = 64 << 20;

/// The word with which the program starts itself to read a PDF.
pub const READ_PDF: &str = "read-pdf";
/// The word with which the program starts itself to look into a document; the name of the file follows, of which the ending counts.
pub const LOOK_INTO: &str = "look-into";

/// The SHA-256 of a file, 64 hexadecimal digits in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(String);

impl Sha256 {
    /// The hash of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::finish(Hasher::new_with_prefix(bytes))
    }

    fn finish(hasher: Hasher) -> Self {
        let mut digits = String::with_capacity(64);
        for byte in hasher.finalize() {
            // Writing to a text cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        Self(digits)
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why quotes cannot be looked for in a stored copy.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unread {
    /// It is none of text, Markdown, HTML and PDF: a picture, a recording.
    OtherFormat,
    /// There is no text in it, as in a scan or in a page that scripts fill.
    NoText,
    /// A password protects it.
    Encrypted,
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// It is not what its name says, or is damaged.
    Damaged,
    /// It could not be read in the time and memory that there are.
    TooMuch,
    /// Its letters are in an encoding that is not known.
    Encoding,
    /// It was changed while it was read, or the system did not give it.
    NotThere,
    /// Nothing here reads PDFs.
    NoReader,
}

impl Unread {
    /// What is wrong with the copy, as the end of a sentence that names it.
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::OtherFormat => "has a format in which no quotes are looked for",
            Self::NoText => "holds no text, like a scan without a text layer",
            Self::Encrypted => "is protected by a password",
            Self::TooLarge => "has more than 64 MB",
            Self::Damaged => "is damaged, or is not what its name says",
            Self::TooMuch => "could not be read in the time and memory that are allowed for it",
            Self::Encoding => "is not UTF-8 and does not say what it is",
            Self::NotThere => "could not be read now",
            Self::NoReader => "is a PDF, and this program was made without a reader of PDFs",
        }
    }
}

/// Gives the bytes, hashes and texts of stored copies and of other files, wherever they are.
pub trait Copies: Sync {
    /// The hash of `file`; nothing when it cannot be read.
    fn hash(&self, file: &SourceFile) -> Option<Sha256>;

    /// The text of `file`, which has the hash `expected`.
    ///
    /// # Errors
    /// Says why it has no text, or none that can be read here.
    fn text(&self, file: &SourceFile, expected: &Sha256) -> Result<CopyText, Unread>;

    /// What is in a document with this name and these bytes beside what its readers see. Without a program to look into it, nobody
    /// can say.
    ///
    /// # Errors
    /// Says why it cannot be looked into.
    fn look_into(&self, name: &str, bytes: &[u8]) -> papers::Report {
        Kind::of_name(name).fits(bytes)?;
        Err(Unusable::NoReader)
    }

    /// The whole of `file`; nothing when it cannot be read. Without a disk, what the tree holds.
    fn bytes(&self, file: &SourceFile) -> Option<Arc<[u8]>> {
        in_memory(file).map(Arc::from)
    }
}

/// The copies that a tree holds in memory, without PDFs. What is on the disk is not read.
#[derive(Debug, Clone, Copy, Default)]
pub struct InMemory;

impl Copies for InMemory {
    fn hash(&self, file: &SourceFile) -> Option<Sha256> {
        in_memory(file).map(Sha256::of)
    }

    fn text(&self, file: &SourceFile, _: &Sha256) -> Result<CopyText, Unread> {
        let bytes = in_memory(file).ok_or(Unread::NotThere)?;
        match Format::of(&file.path) {
            Some(Format::Pdf) => Err(Unread::NoReader),
            Some(format) => format.read(bytes),
            None => Err(Unread::OtherFormat),
        }
    }
}

fn in_memory(file: &SourceFile) -> Option<&[u8]> {
    match &file.content {
        Content::Text(text) => Some(text.as_bytes()),
        Content::Bytes(bytes) => Some(bytes),
        Content::Aside { .. } | Content::OnDisk { .. } | Content::Unreadable => None,
    }
}
