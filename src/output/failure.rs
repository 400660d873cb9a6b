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
    /// The folder in which the target would stand is not there.
    NoParent {
        /// The target.
        target: PathBuf,
        /// The folder around it.
        parent: PathBuf,
    },
    /// The disk gives back other bytes than it was given.
    OtherBytes {
        /// The file.
        path: PathBuf,
    },
    /// A release that was kept is not what was published.
    Damaged {
        /// Where it is.
        path: PathBuf,
        /// The files that are wrong, gone or too many.
        files: Vec<String>,
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
    /// The new release stands, but the old one is not yet among those that are kept.
    NotKept {
        /// Where the old release is.
        path: PathBuf,
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
            Self::NoParent { target, parent } => write!(
                out,
                "`{}` cannot be published to, as `{}` is not there; connect the disk or share that holds it, or make the folder",
                target.display(),
                parent.display()
            ),
            Self::OtherBytes { path } => write!(
                out,
                "the disk gives back other bytes than it was given for `{}`, so the old site is left in its place",
                path.display()
            ),
            Self::Damaged { path, files } => {
                write!(
                    out,
                    "the release in `{}` is not what was published, so the site is left as it is:",
                    path.display()
                )?;
                listed(out, files)
            }
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
                    "`{target}` is the new site, but the disk does not confirm that it is stored: {cause}; try again"
                )?;
                old.as_ref().map_or(Ok(()), |old| write!(out, " (the old site is in `{}` until then)", old.display()))
            }
            Self::NotKept { path, cause } => write!(
                out,
                "the new release stands, but the old one in `{}` cannot be put among those that are kept: {}; try again",
                path.display(),
                in_words(cause)
            ),
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
    write!(out, "another build or publication{process} is writing `{target}`; wait for it or end it, then try again")?;
    write!(out, " (if none is running, on no computer that shares this disk, delete `{lock}`)")
}

fn foreign(out: &mut fmt::Formatter<'_>, target: &Path, files: &[String]) -> fmt::Result {
    write!(out, "`{}` holds files that are not part of the site and would be lost:", target.display())?;
    listed(out, files)?;
    out.write_str("; move them away (files in static/ become part of the site)")
}

/// The first five of `files`, and how many more there are.
fn listed(out: &mut fmt::Formatter<'_>, files: &[String]) -> fmt::Result {
    for file in files.iter().take(5) {
        write!(out, " `{file}`")?;
    }
    match files.len().checked_sub(5) {
        Some(more @ 1..) => write!(out, " and {more} more"),
        _ => Ok(()),
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk { cause, .. }
            | Self::NotConfirmed { cause, .. }
            | Self::NotKept { cause, .. }
            | Self::OldRemains { cause, .. } => Some(cause),
            Self::NotOurs { .. }
            | Self::Refused { .. }
            | Self::Foreign { .. }
            | Self::Exists { .. }
            | Self::Busy { .. }
            | Self::NoParent { .. }
            | Self::OtherBytes { .. }
            | Self::Damaged { .. }
            | Self::Collision { .. } => None,
        }
    }
}
