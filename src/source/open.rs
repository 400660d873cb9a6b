//! Opening a file below the root so that no symbolic link is ever followed, not even one that is put there in between. Knows the system's calls, not what is in files.

use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::Duration;

use rustix::fs::{AtFlags, CWD, Dev, FileType, Mode, OFlags, fstat, openat, readlinkat, statat};
use rustix::io::Errno;

use super::fault::Fault;

/// The site's root folder, held open.
#[derive(Debug)]
pub struct Root(OwnedFd);

/// A regular file that has more than one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The disk and the number of the file on it.
    file: (u64, u64),
    /// How many names it has on this disk.
    pub names: u64,
}

/// What a file has in common with itself as long as nobody writes to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The disk and the number of the file on it.
    file: (Dev, u64),
    len: i64,
    /// The last change by the clock of the disk, since 1970. It is the change that no program can set back, unlike the time of the last writing.
    changed: Duration,
}

impl Stamp {
    /// When the file was last changed, by the clock of its disk.
    pub const fn changed(&self) -> Duration {
        self.changed
    }
}

/// How a file is opened: never through a link, never waiting for the other end of a pipe.
const FILE: OFlags = OFlags::RDONLY.union(OFlags::NOFOLLOW).union(OFlags::NONBLOCK).union(OFlags::CLOEXEC);
/// How a folder on the way is opened.
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::NOFOLLOW).union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

impl Root {
    /// Opens the root. The root itself may be reached through links: the user named it.
    ///
    /// # Errors
    /// When it is not a folder that may be read.
    pub fn open(path: &Path) -> std::io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self(openat(CWD, path, flags, Mode::empty())?))
    }

    /// Opens the regular file at `path`, parts joined by `/`.
    ///
    /// # Errors
    /// When it, or a folder on the way, is a symbolic link; when it is not a regular file or may not be read.
    pub fn file(&self, path: &str) -> Result<File, Fault> {
        let opened = match beneath(self.0.as_fd(), path) {
            Err(Errno::NOSYS | Errno::PERM | Errno::AGAIN | Errno::INVAL) => by_parts(self.0.as_fd(), path),
            other => other,
        };
        let file = opened.map_err(|errno| self.fault(path, errno))?;
        let kind = FileType::from_raw_mode(fstat(&file).map_err(machine)?.st_mode);
        if kind.is_file() { Ok(File::from(file)) } else { Err(Fault::NotRegular(kind_in_words(kind))) }
    }

    /// Whether anything is at `path`, or cannot be told.
    pub fn has(&self, path: &str) -> bool {
        !matches!(statat(&self.0, path, AtFlags::SYMLINK_NOFOLLOW), Err(Errno::NOENT | Errno::NOTDIR))
    }

    /// What tells the regular file at `path` from itself after a change.
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        let stat = statat(&self.0, path, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        let changed = Duration::new(u64::try_from(stat.st_ctime).ok()?, u32::try_from(stat.st_ctime_nsec).ok()?);
        FileType::from_raw_mode(stat.st_mode).is_file().then_some(Stamp {
            file: (stat.st_dev, stat.st_ino),
            len: stat.st_size,
            changed,
        })
    }

    /// What is at `path` when it is a regular file with several names. A link on the way is not followed and tells nothing here.
    pub fn link(&self, path: &str) -> Option<Link> {
        // Almost no file has several names, and this asks for them without opening it.
        let names = statat(&self.0, path, AtFlags::SYMLINK_NOFOLLOW).ok()?.st_nlink;
        if names < 2 {
            return None;
        }
        let metadata = self.file(path).ok()?.metadata().ok()?;
        let file = (metadata.dev(), metadata.ino());
        (metadata.nlink() > 1).then(|| Link { file, names: metadata.nlink() })
    }

    /// Why opening failed: the first link on the way, when there is one, else what the system said.
    fn fault(&self, path: &str, errno: Errno) -> Fault {
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for part in ends.filter_map(|end| path.get(..end)) {
            let Ok(stat) = statat(&self.0, part, AtFlags::SYMLINK_NOFOLLOW) else { break };
            let kind = FileType::from_raw_mode(stat.st_mode);
            if kind.is_symlink() {
                let target = readlinkat(&self.0, part, Vec::new()).ok();
                return Fault::Symlink { target: target.map(|target| target.to_string_lossy().into_owned()) };
            }
            if part == path && !kind.is_file() {
                return Fault::NotRegular(kind_in_words(kind));
            }
        }
        machine(errno)
    }
}

fn machine(errno: Errno) -> Fault {
    Fault::Machine(errno.into())
}

/// One call in which the kernel itself refuses every link and every way out of `root`.
#[cfg(target_os = "linux")]
fn beneath(root: BorrowedFd<'_>, path: &str) -> Result<OwnedFd, Errno> {
    use rustix::fs::{ResolveFlags, openat2};
    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    openat2(root, path, FILE, Mode::empty(), resolve)
}

#[cfg(not(target_os = "linux"))]
fn beneath(_root: BorrowedFd<'_>, _path: &str) -> Result<OwnedFd, Errno> {
    Err(Errno::NOSYS)
}

/// The same part by part, for systems without such a call.
fn by_parts(root: BorrowedFd<'_>, path: &str) -> Result<OwnedFd, Errno> {
    let Some((folders, name)) = path.rsplit_once('/') else {
        return openat(root, path, FILE, Mode::empty());
    };
    let mut folder: Option<OwnedFd> = None;
    for part in folders.split('/') {
        if part.is_empty() || part == "." || part == ".." {
            return Err(Errno::XDEV);
        }
        let above = folder.as_ref().map_or(root, AsFd::as_fd);
        folder = Some(openat(above, part, FOLDER, Mode::empty())?);
    }
    openat(folder.as_ref().map_or(root, AsFd::as_fd), name, FILE, Mode::empty())
}

/// The kind of a file that is not a regular one.
#[must_use]
pub fn kind_in_words(kind: FileType) -> &'static str {
    match kind {
        FileType::Directory => "a folder",
        FileType::Symlink => "a symbolic link",
        FileType::Fifo => "a pipe",
        FileType::Socket => "a socket",
        FileType::CharacterDevice | FileType::BlockDevice => "a device",
        FileType::RegularFile | FileType::Unknown => "something unknown",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read as _;
    use std::os::unix::fs::symlink;

    use super::*;

    /// A root with one good file, and links that lead to a marker outside by every way.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        fs::create_dir_all(root.join("content/people")).unwrap();
        fs::create_dir(folder.path().join("outside")).unwrap();
        fs::write(folder.path().join("outside/secret.md"), "MARKER").unwrap();
        fs::write(root.join("content/people/kurt.md"), "Kurt").unwrap();
        symlink("../../../outside/secret.md", root.join("content/people/file.md")).unwrap();
        symlink("../../outside", root.join("content/folder")).unwrap();
        symlink("loop", root.join("content/loop")).unwrap();
        symlink("nowhere", root.join("content/dangling")).unwrap();
        folder
    }

    #[test]
    fn both_ways_of_opening_read_what_is_inside_and_nothing_outside() {
        let folder = folder();
        let root = Root::open(&folder.path().join("site")).unwrap();
        for open in [beneath, by_parts] {
            let mut text = String::new();
            File::from(open(root.0.as_fd(), "content/people/kurt.md").unwrap()).read_to_string(&mut text).unwrap();
            assert_eq!(text, "Kurt");
            for path in [
                "content/people/file.md",
                "content/folder/secret.md",
                "content/loop",
                "content/dangling",
                "content/../../outside/secret.md",
                "../outside/secret.md",
            ] {
                assert!(open(root.0.as_fd(), path).is_err(), "{path}");
            }
        }
    }

    #[test]
    fn a_link_is_named_with_its_target_wherever_it_stands_on_the_way() {
        let folder = folder();
        let root = Root::open(&folder.path().join("site")).unwrap();
        for (path, reason) in [
            ("content/people/file.md", "it is a symbolic link to `../../../outside/secret.md`"),
            ("content/folder/secret.md", "it is a symbolic link to `../../outside`"),
            ("content/loop", "it is a symbolic link to `loop`"),
            ("content/people", "it is a folder, not a regular file"),
            ("content/none", "it does not exist"),
        ] {
            assert_eq!(root.file(path).unwrap_err().reason(), reason, "{path}");
        }
    }
}
