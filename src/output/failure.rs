//! Why a site was not written, in plain words. Knows paths and causes; whatever is said here, the old site stands unless it says otherwise.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::failure::in_words;

/// Why files could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The target holds something else than a site that was made here.
    NotOurs {
        /// The target.
        target: PathBuf,
    },
    /// The target is a place where no site may be written.
    Refused {
        /// The target.
        target: PathBuf,
        /// What it is: the end of a sentence that begins with "it".
        why: String,
    },
    /// The target holds a site of ours and files of someone else's, which would be lost.
    Foreign {
        /// The target.
        target: PathBuf,
        /// Their paths below it, sorted.
        files: Vec<String>,
    },
    /// Something stands where a new file was to be made.
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// Another build is writing the same site.
    Busy {
        /// The target.
        target: PathBuf,
        /// The file that it holds.
        lock: PathBuf,
        /// The number of the other process, when it has written it down.
        process: Option<u32>,
    },
    /// Two files of the site that are one file on some system.
    Collision {
        /// The path of one.
        first: String,
        /// The path of the other.
        second: String,
    },
    /// The disk refuses.
    Disk {
        /// What was tried: "create", "rename", ...
        action: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The new site stands, but the disk does not confirm that it would survive a power cut. The old site is kept until the next build.
    NotConfirmed {
        /// The target.
        target: PathBuf,
        /// Where the old site is now, when there was one.
        old: Option<PathBuf>,
        /// What the system says.
        cause: io::Error,
    },
    /// The new site stands, but the old one is still on the disk beside it.
    OldRemains {
        /// Where the rest of the old site is.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl WriteError {
    /// For `map_err`: the disk refuses to `action` the thing at `path`.
    pub(super) fn disk(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Disk { action, path: path.to_owned(), cause }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs { target } => write!(
                out,
                "`{}` is not empty and was not made by this program, so nothing in it is replaced; name another folder, or empty it yourself",
                target.display()
            ),
            Self::Refused { target, why } => write!(out, "no site can be written to `{}`: it {why}", target.display()),
            Self::Foreign { target, files } => foreign(out, target, files),
            Self::Exists { path } => write!(out, "`{}` exists already; nothing is written over it", path.display()),
            Self::Busy { target, lock, process } => busy(out, target, lock, *process),
            Self::Collision { first, second } => {
                write!(out, "`{first}` and `{second}` cannot both be in the site: on some systems they are one file")
            }
            Self::Disk { action, path, cause } => {
                write!(out, "cannot {action} `{}`: {}", path.display(), in_words(cause))
            }
            Self::NotConfirmed { target, old, cause } => {
                let (target, cause) = (target.display(), in_words(cause));
                write!(
                    out,
                    "`{target}` is the new site, but the disk does not confirm that it is stored: {cause}; build again"
                )?;
                old.as_ref().map_or(Ok(()), |old| write!(out, " (the old site is in `{}` until then)", old.display()))
            }
            Self::OldRemains { path, cause } => write!(
                out,
                "the new site is written, but the old one cannot be removed: {}; delete `{}` yourself",
                in_words(cause),
                path.display()
            ),
        }
    }
}

fn busy(out: &mut fmt::Formatter<'_>, target: &Path, lock: &Path, process: Option<u32>) -> fmt::Result {
    let process = process.map(|number| format!(" (process {number})")).unwrap_or_default();
    let (target, lock) = (target.display(), lock.display());
    write!(out, "another build{process} is writing `{target}`; wait for it or end it, then build again")?;
    write!(out, " (if none is running, on no computer that shares this disk, delete `{lock}`)")
}

fn foreign(out: &mut fmt::Formatter<'_>, target: &Path, files: &[String]) -> fmt::Result {
    write!(out, "`{}` holds files that are not part of the site and would be lost:", target.display())?;
    for file in files.iter().take(5) {
        write!(out, " `{file}`")?;
    }
    if let Some(more @ 1..) = files.len().checked_sub(5) {
        write!(out, " and {more} more")?;
    }
    out.write_str("; move them away (files in static/ become part of the site)")
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk { cause, .. } | Self::NotConfirmed { cause, .. } | Self::OldRemains { cause, .. } => Some(cause),
            Self::NotOurs { .. }
            | Self::Refused { .. }
            | Self::Foreign { .. }
            | Self::Exists { .. }
            | Self::Busy { .. }
            | Self::Collision { .. } => None,
        }
    }
}
