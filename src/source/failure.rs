//! What the machine can do wrong while files are read, in plain words. Knows causes, not what an author wrote.

use std::fmt;
use std::io;
use std::path::PathBuf;

use rustix::io::Errno;

/// Why a site could not be read at all. What is wrong with single files is a diagnostic instead.
#[derive(Debug)]
pub enum ReadError {
    /// The root folder cannot be opened.
    Root {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// A file that was there when the folders were walked cannot be read now.
    File {
        /// Its path below the root.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root { path, cause } => {
                write!(out, "the folder `{}` cannot be opened: {}", path.display(), in_words(cause))
            }
            Self::File { path, reason } => write!(out, "`{path}` cannot be read: {reason}"),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Root { cause, .. } => Some(cause),
            Self::File { .. } => None,
        }
    }
}

/// The cause of a failure of the disk in the words of someone who does not know its codes.
#[must_use]
pub fn in_words(cause: &io::Error) -> String {
    let words = match cause.kind() {
        io::ErrorKind::NotFound => "it does not exist",
        io::ErrorKind::PermissionDenied => "its permissions do not allow it",
        io::ErrorKind::NotADirectory => "it is not a folder",
        io::ErrorKind::IsADirectory => "it is a folder",
        io::ErrorKind::StorageFull => "the disk is full",
        io::ErrorKind::QuotaExceeded => "your share of the disk is used up",
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        io::ErrorKind::InvalidFilename => "its path is too long or has characters that this disk does not take",
        io::ErrorKind::FileTooLarge => "it is larger than this disk allows",
        _ => match Errno::from_io_error(cause) {
            Some(Errno::IO) => "the disk fails at it",
            Some(Errno::MFILE | Errno::NFILE) => "too many files are open at once",
            Some(Errno::NOLCK) => "this disk has no locks",
            _ => return format!("the system reports: {cause}"),
        },
    };
    words.to_owned()
}
