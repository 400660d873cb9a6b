//! What can be wrong with one file before it has been read, as a diagnostic. Knows kinds of files and limits, not contents.

use std::io;

use super::decode::NotUtf8;
use super::failure::in_words;
use super::names::shown;
use super::tree::SourcePath;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// Why a file cannot be used.
#[derive(Debug)]
pub enum Fault {
    /// It is a symbolic link, or a folder on the way to it is one.
    Symlink {
        /// Where the link leads, when it could be asked.
        target: Option<String>,
    },
    /// It is neither a file nor a folder: a pipe, a socket, a device.
    NotRegular(&'static str),
    /// It is a file that has the name of one of the site's folders.
    NotAFolder,
    /// It is longer than allowed.
    TooLarge {
        /// Its length in bytes.
        len: u64,
        /// The most bytes that are allowed.
        limit: u64,
    },
    /// It was written while it was read, twice.
    Changed,
    /// Its bytes are no text.
    NotUtf8(NotUtf8),
    /// Its name is not UTF-8 or cannot be an address; the sentence says why.
    Name(String),
    /// Its name is that of a key or password.
    Secret,
    /// The system does not give it.
    Machine(io::Error),
}

impl Fault {
    /// What is wrong, without the file's name.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Symlink { target: Some(target) } => format!("it is a symbolic link to `{}`", shown(target)),
            Self::Symlink { target: None } => "it is reached through a symbolic link".into(),
            Self::NotRegular(kind) => format!("it is {kind}, not a regular file"),
            Self::NotAFolder => "it is a file, and the site has a folder of that name".into(),
            Self::TooLarge { len, limit } => {
                format!("it has {}, and at most {} are allowed", size(*len), size(*limit))
            }
            Self::Changed => "it was changed while it was read".into(),
            Self::NotUtf8(NotUtf8 { offset, line, looks_like }) => {
                format!("byte {offset} (line {line}) is not UTF-8; {looks_like}")
            }
            Self::Name(reason) => reason.clone(),
            Self::Secret => "it looks like a key or a password, so it is not read".into(),
            Self::Machine(cause) => in_words(cause),
        }
    }

    /// Whether it comes of somebody who works in the folders while they are read, and may be over at once.
    pub(super) fn is_of_the_moment(&self) -> bool {
        match self {
            Self::Changed => true,
            Self::Machine(cause) => cause.kind() == io::ErrorKind::NotFound,
            _ => false,
        }
    }

    /// The diagnostic on the file or folder at `path`.
    #[must_use]
    pub fn at(&self, path: &SourcePath) -> Diagnostic {
        let name = shown(path.as_str());
        let (code, message, help) = match self {
            Self::Symlink { .. } => (
                Code::SymbolicLink,
                format!("`{name}` cannot be used: {}", self.reason()),
                "put a copy of the file or folder in its place; links could lead out of the site",
            ),
            Self::NotRegular(_) | Self::NotAFolder => (
                Code::UnreadableFile,
                format!("`{name}` cannot be read: {}", self.reason()),
                "take it out of the site's folders",
            ),
            Self::Changed => (
                Code::UnreadableFile,
                format!("`{name}` cannot be read: {}", self.reason()),
                "wait until it is saved, then build again",
            ),
            // Its name had been listed.
            Self::Machine(cause) if cause.kind() == io::ErrorKind::NotFound => (
                Code::UnreadableFile,
                format!("`{name}` cannot be read: it was taken away while the site was read"),
                "build again when nothing else works in the site's folders",
            ),
            Self::Machine(_) => (
                Code::UnreadableFile,
                format!("`{name}` cannot be read: {}", self.reason()),
                "give yourself the right to read it, or take it out of the site's folders",
            ),
            Self::TooLarge { .. } => {
                (Code::FileTooLarge, format!("`{name}` is too large: {}", self.reason()), "split it or make it smaller")
            }
            Self::NotUtf8(_) => (
                Code::NotUtf8,
                format!("`{name}` is not readable as text: {}", self.reason()),
                "save it as UTF-8 in your editor",
            ),
            Self::Name(_) => (
                Code::UnusableFileName,
                format!("the name of `{name}` cannot become a web address: {}", self.reason()),
                "rename it with letters, digits, spaces and hyphens",
            ),
            Self::Secret => (
                Code::SecretFile,
                format!("`{name}` is left out: {}", self.reason()),
                "keep it outside the site's folders; if it is something else, give it another name",
            ),
        };
        Diagnostic::new(code, Span::start_of(FileId::of_path(path.as_str())), message).help(help)
    }
}

/// A number of bytes as people say it, rounded down to a tenth.
fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1024 => return format!("{bytes} bytes"),
        1024..1_048_576 => (1024, "KB"),
        1_048_576..1_073_741_824 => (1_048_576, "MB"),
        _ => (1_073_741_824, "GB"),
    };
    let tenths = bytes % unit * 10 / unit;
    if tenths == 0 { format!("{} {name}", bytes / unit) } else { format!("{}.{tenths} {name}", bytes / unit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_say_them() {
        let said: Vec<_> = [12, 4 << 20, (4 << 20) + 450_000, 5 << 30].map(size).into();
        assert_eq!(said, ["12 bytes", "4 MB", "4.4 MB", "5 GB"]);
    }
}
