//! A site that is all in memory to a folder, and the step that puts one in its place: at every moment the old or the new site is whole.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;

use super::disk::{Disk, RealDisk};
use super::failure::WriteError;
use super::manifest::MANIFEST;
use super::old::Old;
use super::plan::{MARKER, Plan};
use super::target::Target;
use super::writing::Writing;
use super::{leftovers, spare, swap};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::OutputFile;

/// What must be known besides the files.
#[derive(Debug, Clone)]
pub struct Options {
    /// The root of the site, whose sources are never replaced.
    pub root: PathBuf,
    /// The user's home folder, which is never replaced.
    pub home: Option<PathBuf>,
    /// How long to wait for another build of the same site.
    pub wait: Duration,
    /// What tells this program from others. With it, a build notes beside its site of what the files were made, and the next one makes no file
    /// anew that would be the same.
    pub program: Option<Fingerprint>,
    /// From how many files on that stay as they are a build keeps the folder of the site before, to begin the next one with.
    pub spare_from: usize,
}

impl Options {
    /// For the site with its sources in `root`: waits ten seconds for another build, knows no home folder and notes nothing.
    #[must_use]
    pub fn for_site(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            home: None,
            wait: Duration::from_secs(10),
            program: None,
            spare_from: spare::WORTH,
        }
    }
}

/// How many files of the site were touched. The marker and the manifest do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that are new or have other bytes.
    pub written: usize,
    /// Files that have the bytes they had.
    pub unchanged: usize,
    /// Files that the site no longer has.
    pub removed: usize,
}

/// Makes `target` hold exactly `files`, a marker and a manifest. When it does already, nothing is written.
///
/// # Errors
/// When `target` holds anything that is not a site of ours, is a place where none may be, another build does not let go of it,
/// or the disk refuses. The old site then stands untouched, but for [`WriteError::NotConfirmed`] and [`WriteError::OldRemains`].
pub fn write(files: &[OutputFile], target: &Path, options: &Options) -> Result<Written, WriteError> {
    write_on(&RealDisk, files, target, options)
}

pub(super) fn write_on(
    disk: &dyn Disk,
    files: &[OutputFile],
    target: &Path,
    options: &Options,
) -> Result<Written, WriteError> {
    let writing = Writing::begin_on(disk, target, options)?;
    files.par_iter().for_each(|file| writing.take(file, None));
    writing.finish(None)
}

/// How many files of `plan` are touched over `old`.
pub(super) fn counts(plan: &Plan, old: &Old) -> Written {
    let is_counted = |name: &&String| *name != MARKER && *name != MANIFEST;
    let unchanged = old.same.iter().filter(is_counted).count();
    Written { written: plan.files.keys().filter(is_counted).count() - unchanged, unchanged, removed: old.gone }
}

/// Puts the folder that `make` makes in the place of the target, and says where the old site is now, when there was one.
pub(super) fn put(
    disk: &dyn Disk,
    target: &Target,
    exists: bool,
    make: impl FnOnce() -> Result<PathBuf, WriteError>,
) -> Result<Option<PathBuf>, WriteError> {
    let process = std::process::id();
    let result = make().and_then(|made| {
        if exists {
            swap::swap(disk, target, &made, &target.beside(&format!("old-{process}"))).map(Some)
        } else {
            disk.rename(&made, &target.path).map_err(WriteError::disk("create", &target.path)).map(|()| None)
        }
    });
    let replaced = result.inspect_err(|_| {
        for made in [target.stage(), target.renewed()] {
            // What cannot be removed now is removed by the next build; the first failure is the one to report.
            let _ = leftovers::remove_ours(disk, &made);
        }
    })?;
    confirm(disk, target, replaced.as_deref())?;
    Ok(replaced)
}

/// Waits until it is stored that the new site stands, and the old one at `replaced`.
pub(super) fn confirm(disk: &dyn Disk, target: &Target, replaced: Option<&Path>) -> Result<(), WriteError> {
    disk.store_folder(&target.parent).map_err(|cause| WriteError::NotConfirmed {
        target: target.path.clone(),
        old: replaced.map(Path::to_owned),
        cause,
    })
}
