//! The new site in a folder beside the target, whole and stored, before anybody sees it. Knows what is put into it, not what follows.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::disk::Disk;
use super::failure::WriteError;
use super::manifest::Hash;
use super::plan::{MARKER, MARKER_TEXT, Plan};

/// A site that is being made. What fails is at the path of the error, or removed by the next build.
pub struct Stage<'d> {
    disk: &'d dyn Disk,
    path: PathBuf,
    /// The folders that were made, by their paths below the stage.
    folders: Mutex<BTreeSet<String>>,
    /// The files that are to be stored, by the same.
    files: Mutex<Vec<String>>,
    /// Whether a file was written that is in the old site too, as it could not be given a second name.
    has_copies: AtomicBool,
}

impl<'d> Stage<'d> {
    /// Makes the folder at `path`, which must be free, and puts the marker into it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn begin(disk: &'d dyn Disk, path: &Path) -> Result<Self, WriteError> {
        disk.create_folder(path).map_err(WriteError::disk("create", path))?;
        let stage = Self::over(disk, path, BTreeSet::new());
        stage.write(MARKER, MARKER_TEXT.as_bytes())?;
        Ok(stage)
    }

    /// The folder at `path`, which carries the marker and in which all these `folders` are there.
    pub fn over(disk: &'d dyn Disk, path: &Path, folders: BTreeSet<String>) -> Self {
        let (path, folders, files) = (path.to_owned(), Mutex::new(folders), Mutex::default());
        Self { disk, path, folders, files, has_copies: AtomicBool::new(false) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether all that was carried over is shared with the old site.
    pub fn is_shared(&self) -> bool {
        !self.has_copies.load(Ordering::Relaxed)
    }

    /// Puts a file with `bytes` at `name`.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.make_folder_of(name)?;
        self.write(name, bytes)
    }

    /// Puts the file at `from`, which has the `hash`, at `name` too. It is given a second name instead of being written: nothing is ever
    /// written into a file that stands, so both sites can share it.
    ///
    /// # Errors
    /// When the disk refuses, or the file has other bytes by now where it cannot be shared.
    pub fn carry_over(&self, name: &str, from: &Path, hash: Hash) -> Result<(), WriteError> {
        self.make_folder_of(name)?;
        if self.disk.link(from, &self.path.join(name)).is_ok() {
            return Ok(());
        }
        self.has_copies.store(true, Ordering::Relaxed);
        let bytes = fs::read(from).map_err(WriteError::disk("read", from))?;
        if Hash::of(&bytes) == hash {
            self.write(name, &bytes)
        } else {
            Err(WriteError::OtherBytes { path: from.to_owned() })
        }
    }

    /// As [`Self::carry_over`], of a file that may not be stored yet.
    ///
    /// # Errors
    /// As there.
    pub fn take_over(&self, name: &str, from: &Path, hash: Hash) -> Result<(), WriteError> {
        self.carry_over(name, from, hash)?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(name.to_owned());
        Ok(())
    }

    /// Waits until all of it is stored.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn store(&self) -> Result<(), WriteError> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let mut paths: Vec<PathBuf> = files.iter().chain(&*folders).map(|name| self.path.join(name)).collect();
        paths.push(self.path.clone());
        self.disk.store(&self.path, &paths).map_err(WriteError::disk("store", &self.path))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let path = self.path.join(name);
        self.disk.create_file(&path, bytes).map_err(WriteError::disk("write", &path))?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(name.to_owned());
        Ok(())
    }

    /// Makes the folder in which `name` stands, and those above it.
    fn make_folder_of(&self, name: &str) -> Result<(), WriteError> {
        let Some((folder, _)) = name.rsplit_once('/') else { return Ok(()) };
        if self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        self.make_folder_of(folder)?;
        let path = self.path.join(folder);
        match self.disk.create_folder(&path) {
            // Another thread needed it at the same moment.
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
            made => made.map_err(WriteError::disk("create", &path))?,
        }
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }
}

/// Makes the site of `plan` in a stage at `path`, with nothing shared.
///
/// # Errors
/// When the disk refuses.
pub fn make(disk: &dyn Disk, plan: &Plan, path: &Path) -> Result<(), WriteError> {
    let stage = Stage::begin(disk, path)?;
    let files: Vec<_> = plan.files.iter().filter(|(name, _)| *name != MARKER).collect();
    files.par_iter().try_for_each(|(name, bytes)| stage.add(name, bytes))?;
    stage.store()
}
