//! The new site in a folder beside the target, whole and stored, before anybody sees it. Knows the plan and the old site, not what follows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::Disk;
use super::failure::WriteError;
use super::old::Old;
use super::plan::{MARKER, MARKER_TEXT, Plan};
use super::target::Target;

/// Makes the new site at the path that is returned. Files that the old site has are given a second name instead of being
/// written: nothing is ever written into a file that stands, so both sites can share it.
///
/// # Errors
/// When the disk refuses; what was made is then at the path of the error or removed by the next build.
pub fn make(disk: &dyn Disk, target: &Target, plan: &Plan, old: &Old, stage: &Path) -> Result<(), WriteError> {
    disk.create_folder(stage).map_err(WriteError::disk("create", stage))?;
    let marker = stage.join(MARKER);
    disk.create_file(&marker, MARKER_TEXT.as_bytes()).map_err(WriteError::disk("write", &marker))?;
    for folders in by_depth(&plan.folders).values() {
        folders.par_iter().try_for_each(|folder| {
            let path = stage.join(folder);
            disk.create_folder(&path).map_err(WriteError::disk("create", &path))
        })?;
    }
    let files: Vec<_> = plan.files.iter().filter(|(name, _)| *name != MARKER).collect();
    files.par_iter().try_for_each(|(name, bytes)| {
        let path = stage.join(name);
        let is_carried_over = old.same.contains(*name) && disk.link(&target.path.join(name), &path).is_ok();
        if is_carried_over {
            return Ok(());
        }
        disk.create_file(&path, bytes).map_err(WriteError::disk("write", &path))
    })?;
    let names = plan.files.keys().filter(|name| !old.same.contains(*name)).chain(&plan.folders);
    let mut paths: Vec<PathBuf> = names.map(|name| stage.join(name)).collect();
    paths.push(stage.to_owned());
    disk.store(stage, &paths).map_err(WriteError::disk("store", stage))
}

/// The folders by the number of those above them: all of one depth can be made at once.
fn by_depth(folders: &BTreeSet<String>) -> BTreeMap<usize, Vec<&str>> {
    let mut depths: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in folders {
        depths.entry(folder.matches('/').count()).or_default().push(folder);
    }
    depths
}
