//! What a build that was killed left beside its target, and the removal of a site that was replaced. Knows the names and the marker of our folders; touches no other.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::Disk;
use super::failure::WriteError;
use super::plan::{MARKER, MARKER_TEXT};
use super::target::Target;

/// Brings back a site that a killed build had moved away, and removes all else that killed builds left. The target's lock must be held.
///
/// # Errors
/// When the disk refuses.
pub fn clear(disk: &dyn Disk, target: &Target) -> Result<(), WriteError> {
    bring_back(disk, target)?;
    all(target)?.iter().try_for_each(|path| remove_ours(disk, path).map_err(WriteError::disk("remove", path)))
}

/// Brings back a site that a killed build had moved away. The target's lock must be held.
///
/// # Errors
/// When the disk refuses.
pub fn bring_back(disk: &dyn Disk, target: &Target) -> Result<(), WriteError> {
    for old in beside(target, "old-")? {
        if target.path.symlink_metadata().is_err() && is_ours(&old) {
            disk.rename(&old, &target.path).map_err(WriteError::disk("bring back", &old))?;
        }
    }
    Ok(())
}

/// The folders that killed builds left beside the target.
///
/// # Errors
/// When the folder around it cannot be read.
pub fn all(target: &Target) -> Result<Vec<PathBuf>, WriteError> {
    let kinds = ["old-", "stage-", "spare-"].map(|kind| beside(target, kind));
    Ok(kinds.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
}

/// The folders beside the target whose names are ours: `.NAME.KIND` and the number of a process.
fn beside(target: &Target, kind: &str) -> Result<Vec<PathBuf>, WriteError> {
    let prefix = format!(".{}.{kind}", target.name);
    let failed = || WriteError::disk("read", &target.parent);
    let mut found = Vec::new();
    for entry in fs::read_dir(&target.parent).map_err(failed())? {
        let entry = entry.map_err(failed())?;
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_prefix(&prefix));
        let is_number =
            number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
        if is_number && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Whether `folder` carries our marker.
#[must_use]
pub fn is_ours(folder: &Path) -> bool {
    let marker = folder.join(MARKER);
    marker.symlink_metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == MARKER_TEXT.len() as u64)
        && fs::read(&marker).is_ok_and(|bytes| bytes == MARKER_TEXT.as_bytes())
}

/// Whether `folder` holds nothing, or a marker that was not finished: a killed build had only begun it, or the power went before
/// it was stored.
fn is_hardly_begun(folder: &Path) -> bool {
    // Disks fill what was not stored with zeros.
    let is_unfinished = |bytes: Vec<u8>| {
        let mut pairs = bytes.iter().zip(MARKER_TEXT.as_bytes());
        bytes.len() <= MARKER_TEXT.len() && pairs.all(|(byte, meant)| byte == meant || *byte == 0)
    };
    let marker = folder.join(MARKER);
    let is_file = marker.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    (is_file && fs::read(&marker).is_ok_and(is_unfinished))
        || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Removes `folder`, which has a name of ours, when it carries our marker, the beginning of one, or nothing; else it is somebody else's and stays.
///
/// # Errors
/// When the disk refuses.
pub fn remove_ours(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    if is_ours(folder) || is_hardly_begun(folder) { remove(disk, folder) } else { Ok(()) }
}

/// Removes the folder that a site was in. The marker goes last, so that a removal that is cut off can be taken up again.
///
/// # Errors
/// When the disk refuses.
pub fn remove(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.par_iter().filter(|entry| entry.file_name() != MARKER).try_for_each(|entry| remove_entry(disk, entry))?;
    let marker = folder.join(MARKER);
    if marker.symlink_metadata().is_ok() {
        disk.remove_file(&marker)?;
    }
    disk.remove_folder(folder)
}

fn remove_entry(disk: &dyn Disk, entry: &fs::DirEntry) -> io::Result<()> {
    let path = entry.path();
    if !entry.file_type()?.is_dir() {
        return disk.remove_file(&path);
    }
    let entries: Vec<_> = fs::read_dir(&path)?.collect::<Result<_, _>>()?;
    entries.par_iter().try_for_each(|entry| remove_entry(disk, entry))?;
    disk.remove_folder(&path)
}
