//! The operations by which a disk is changed, as a trait, so that tests can let each of them fail. Knows paths, not sites.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// What is done to a disk while a site is written.
pub trait Disk: Sync {
    /// Makes a folder that is not there yet.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder that is not there yet and that nobody but its owner may look into.
    fn create_private_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a file that is not there yet.
    fn create_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives the file `from` a second name, `to`.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until everything below `top` is stored; `paths` are all files and folders there that are new.
    fn store(&self, top: &Path, paths: &[PathBuf]) -> io::Result<()>;
    /// Waits until the names in a folder are stored.
    fn store_folder(&self, path: &Path) -> io::Result<()>;
    /// Renames a folder to a name that is free.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Lets two folders change names in one step. [`io::ErrorKind::Unsupported`] where the file system cannot do that.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Debug, Clone, Copy)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn create_private_folder(&self, path: &Path) -> io::Result<()> {
        DirBuilder::new().mode(0o700).create(path)
    }

    fn create_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::create_new(path)?.write_all(bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    /// One call for the whole file system: measured on 5,000 pages, it takes a tenth of the time of one call for each file.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    fn store(&self, top: &Path, _paths: &[PathBuf]) -> io::Result<()> {
        let folder = File::open(top)?;
        Ok(rustix::io::retry_on_intr(|| rustix::fs::syncfs(&folder))?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    fn store(&self, _top: &Path, paths: &[PathBuf]) -> io::Result<()> {
        use rayon::prelude::*;
        paths.par_iter().try_for_each(|path| File::open(path)?.sync_all())
    }

    fn store_folder(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(no_exchange)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange(&self, _one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}

/// Why two folders were not exchanged: file systems and kernels that cannot do it say so in three ways.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn no_exchange(errno: rustix::io::Errno) -> io::Error {
    use rustix::io::Errno;
    match errno {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// J 91: only a disk that cannot exchange gets the two steps; any other failure ends the build.
    #[test]
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn what_a_disk_cannot_do_is_told_from_what_it_failed_to_do() {
        use rustix::io::Errno;
        let is_lacking = |errno| no_exchange(errno).kind() == io::ErrorKind::Unsupported;
        assert!([Errno::INVAL, Errno::NOSYS, Errno::NOTSUP].into_iter().all(is_lacking));
        assert!(![Errno::IO, Errno::NOSPC, Errno::ACCESS, Errno::XDEV, Errno::BUSY].into_iter().any(is_lacking));
    }
}
