//! The folder in which the site before stood, kept beside a large site as the beginning of the next one: what stays needs neither a folder nor a
//! name there. Knows that it holds nothing that the site does not hold, and trusts nothing of it.

use std::collections::BTreeSet;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::Disk;
use super::failure::WriteError;
use super::leftovers::{is_ours, remove_ours};
use super::old::{Kind, everything};
use super::plan::MARKER;
use super::stage::Stage;
use super::target::Target;

/// From how many files on that stay as they are a folder is kept: of fewer it is made anew in the time of a blink.
pub const WORTH: usize = 1_000;

/// A folder that was kept, under a name that says that a build works on it.
pub struct Spare<'d> {
    disk: &'d dyn Disk,
    path: PathBuf,
}

impl<'d> Spare<'d> {
    /// Takes the folder that a build kept; nothing when none did.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn take(disk: &'d dyn Disk, target: &Target) -> Result<Option<Self>, WriteError> {
        let kept = target.spare();
        if !is_ours(&kept) {
            return Ok(None);
        }
        let path = target.renewed();
        disk.rename(&kept, &path).map_err(WriteError::disk("move", &kept))?;
        // Were the power to go, the folder could else have the name under which it stays and hold a page that nobody was to see yet.
        disk.store_folder(&target.parent).map_err(WriteError::disk("store", &target.parent))?;
        Ok(Some(Self { disk, path }))
    }

    /// Makes of it a stage in which every file that is there is one of those that are the `same` in the new site, and the very one that has its
    /// name in `site`. Gives the names of those files too.
    ///
    /// # Errors
    /// When the disk refuses, or something is there that has no name in UTF-8.
    pub fn clear(self, site: &Path, same: &BTreeSet<String>) -> Result<(Stage<'d>, BTreeSet<String>), WriteError> {
        let Self { disk, path } = self;
        let found = everything(&path).map_err(WriteError::disk("read", &path))?;
        let (folders, files): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, kind)| *kind == Kind::Folder);
        let is_standing = |(name, kind): &(String, Kind)| {
            *kind == Kind::File && same.contains(name) && is_one(&site.join(name), &path.join(name))
        };
        let files = files.into_par_iter().filter(|(name, _)| name != MARKER);
        let (standing, gone): (Vec<_>, Vec<_>) = files.partition(is_standing);
        gone.par_iter().try_for_each(|(name, _)| {
            let file = path.join(name);
            disk.remove_file(&file).map_err(WriteError::disk("remove", &file))
        })?;
        let standing: BTreeSet<String> = standing.into_iter().map(|(name, _)| name).collect();
        let folders = folders.into_iter().map(|(name, _)| name);
        let (kept, mut empty): (Vec<String>, Vec<String>) = folders.partition(|name| holds_any(&standing, name));
        remove_folders(disk, &path, &mut empty).map_err(WriteError::disk("remove", &path))?;
        Ok((Stage::over(disk, &path, kept.into_iter().collect()), standing))
    }
}

/// Keeps the folder `old`, in which the site at the target stood until now, and takes all out of it that is not the `same` in the new one.
/// `names` are all files that are there.
///
/// # Errors
/// When the disk refuses. What is left of the folder then has its name as before.
pub fn keep<'n>(
    disk: &dyn Disk,
    target: &Target,
    old: &Path,
    names: impl Iterator<Item = &'n str>,
    same: &BTreeSet<String>,
) -> io::Result<()> {
    let gone: Vec<&str> = names.filter(|name| *name != MARKER && !same.contains(*name)).collect();
    gone.par_iter().try_for_each(|name| disk.remove_file(&old.join(name)))?;
    let folders: BTreeSet<&str> = gone.iter().flat_map(|name| folders_of(name)).collect();
    let (changed, empty): (Vec<&str>, Vec<&str>) = folders.into_iter().partition(|folder| holds_any(same, folder));
    let mut empty: Vec<String> = empty.into_iter().map(str::to_owned).collect();
    remove_folders(disk, old, &mut empty)?;
    // Were the power to go, the folder could else have the name under which it stays and hold what was taken out.
    let changed: Vec<PathBuf> = changed.into_iter().map(|folder| old.join(folder)).chain([old.to_owned()]).collect();
    disk.store(old, &changed)?;
    disk.rename(old, &target.spare())
}

/// Removes the folder that a build kept, where there is one.
///
/// # Errors
/// When the disk refuses.
pub fn remove(disk: &dyn Disk, target: &Target) -> Result<(), WriteError> {
    // A folder that is only half removed could no longer be told from one that somebody else made.
    let Some(Spare { path, .. }) = Spare::take(disk, target)? else { return Ok(()) };
    remove_ours(disk, &path).map_err(WriteError::disk("remove", &path))
}

/// Whether both are names of one file.
fn is_one(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| path.symlink_metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()));
    place(one).is_some_and(|found| Some(found) == place(other))
}

/// Whether any of `files` is below `folder`.
fn holds_any(files: &BTreeSet<String>, folder: &str) -> bool {
    let below = format!("{folder}/");
    files.range(below.clone()..).next().is_some_and(|name| name.starts_with(&below))
}

/// The folders in which `name` is, the innermost first.
fn folders_of(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(name.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/')).map(|(folder, _)| folder)
}

/// Removes `folders` below `top`, which hold nothing but each other.
fn remove_folders(disk: &dyn Disk, top: &Path, folders: &mut [String]) -> io::Result<()> {
    // What is inside another comes after it in the order of names.
    folders.sort();
    folders.iter().rev().try_for_each(|folder| disk.remove_folder(&top.join(folder)))
}
