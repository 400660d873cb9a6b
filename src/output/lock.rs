//! The lock that lets one build at a time write a site. Knows processes by their number; a killed build leaves no lock that holds.

use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rustix::fs::{CWD, Mode, OFlags, openat};

use super::failure::WriteError;
use super::target::Target;

/// Held while a site is written. The system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Open for as long as the lock is held.
    file: File,
}

/// How long to wait between two tries.
const PAUSE: Duration = Duration::from_millis(50);

impl Lock {
    /// Takes the lock of `target`, waiting for another build for at most about `wait`.
    ///
    /// # Errors
    /// When the other build does not end in time, or the lock's file cannot be made.
    pub fn take(target: &Target, wait: Duration) -> Result<Self, WriteError> {
        let path = target.beside("lock");
        let mut waited = Duration::ZERO;
        loop {
            let mut file = open(&path).map_err(WriteError::disk("create", &path))?;
            match file.try_lock() {
                Ok(()) if is_still_at(&file, &path) => {
                    // Held from here on, so that a lock that cannot be signed is removed as well.
                    let mut lock = Self { path, file };
                    sign(&mut lock.file).map_err(WriteError::disk("write", &lock.path))?;
                    return Ok(lock);
                }
                // The other build removed this file between our opening and our locking it.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if waited < wait => {
                    sleep(PAUSE);
                    waited += PAUSE;
                }
                Err(TryLockError::WouldBlock) => {
                    let process = process(&mut file);
                    return Err(WriteError::Busy { target: target.path.clone(), lock: path, process });
                }
                Err(TryLockError::Error(cause)) => return Err(WriteError::disk("lock", &path)(cause)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still held, so that nobody can take a file that is about to go.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(openat(CWD, path, flags, Mode::from_raw_mode(0o644))?.into())
}

fn is_still_at(file: &File, path: &Path) -> bool {
    let same =
        |one: &std::fs::Metadata, other: &std::fs::Metadata| one.dev() == other.dev() && one.ino() == other.ino();
    matches!((file.metadata(), path.symlink_metadata()), (Ok(one), Ok(other)) if same(&one, &other))
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    write!(file, "{}", std::process::id())
}

fn process(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(20).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Many builds that take the lock and let it go as fast as they can: a file that was removed by its holder is no lock.
    #[test]
    fn never_do_two_hold_it() {
        let folder = tempfile::tempdir().unwrap();
        let target =
            Target { path: folder.path().join("public"), parent: folder.path().to_owned(), name: "public".into() };
        let (holders, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mut mine = 0;
                    while mine < 50 {
                        match Lock::take(&target, Duration::ZERO) {
                            Ok(lock) => {
                                assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                                mine += 1;
                                taken.fetch_add(1, Ordering::SeqCst);
                                std::thread::yield_now();
                                holders.fetch_sub(1, Ordering::SeqCst);
                                drop(lock);
                            }
                            Err(error) => {
                                assert!(matches!(error, WriteError::Busy { .. }), "{error}");
                                std::thread::yield_now();
                            }
                        }
                    }
                });
            }
        });
        assert_eq!(taken.load(Ordering::SeqCst), 200);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
