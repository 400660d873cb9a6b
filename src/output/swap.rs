//! The step in which the new site takes the place of the old one. Knows two folders; at every moment one of them is whole, under the target's name or found by the next build.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::failure::WriteError;
use super::target::Target;

/// Puts `stage` in the place of the target, and says where the old site is now.
///
/// # Errors
/// When the disk refuses; the old site is then in its place.
pub fn swap(disk: &dyn Disk, target: &Target, stage: &Path, aside: &Path) -> Result<PathBuf, WriteError> {
    match disk.exchange(stage, &target.path) {
        Ok(()) => Ok(stage.to_owned()),
        Err(cause) if cause.kind() == io::ErrorKind::Unsupported => in_two_steps(disk, target, stage, aside),
        Err(cause) => Err(WriteError::disk("replace", &target.path)(cause)),
    }
}

/// For file systems that cannot exchange. A build that is killed between the steps leaves the old site aside, where the next one finds it.
fn in_two_steps(disk: &dyn Disk, target: &Target, stage: &Path, aside: &Path) -> Result<PathBuf, WriteError> {
    disk.rename(&target.path, aside).map_err(WriteError::disk("move away", &target.path))?;
    match disk.rename(stage, &target.path) {
        Ok(()) => Ok(aside.to_owned()),
        Err(cause) => {
            disk.rename(aside, &target.path).map_err(WriteError::disk("bring back", aside))?;
            Err(WriteError::disk("replace", &target.path)(cause))
        }
    }
}
