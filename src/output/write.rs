//! A site to a folder: staged beside it, then put in its place in one step. Knows the order of the steps; at every moment the old or the new site is whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::{Disk, RealDisk};
use super::failure::WriteError;
use super::last;
use super::leftovers;
use super::lock::Lock;
use super::manifest::MANIFEST;
use super::old::Old;
use super::plan::{MARKER, Plan};
use super::target::Target;
use super::{stage, swap};
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
}

impl Options {
    /// For the site with its sources in `root`: waits ten seconds for another build, and knows no home folder.
    #[must_use]
    pub fn for_site(root: &Path) -> Self {
        Self { root: root.to_owned(), home: None, wait: Duration::from_secs(10) }
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
    let plan = Plan::of(files)?;
    let target = Target::check(target, options)?;
    fs::create_dir_all(&target.parent).map_err(WriteError::disk("create", &target.parent))?;
    let _lock = Lock::take(&target, options.wait)?;
    leftovers::clear(disk, &target)?;
    let old = Old::look(&target, &plan)?;
    if old.same.len() < plan.files.len() || old.gone > 0 {
        replace(disk, &target, &plan, &old)?;
        last::note(&target.path);
    }
    Ok(counts(&plan, &old))
}

/// How many files of `plan` are touched over `old`.
pub(super) fn counts(plan: &Plan, old: &Old) -> Written {
    let is_counted = |name: &&String| *name != MARKER && *name != MANIFEST;
    let unchanged = old.same.iter().filter(is_counted).count();
    Written { written: plan.files.keys().filter(is_counted).count() - unchanged, unchanged, removed: old.gone }
}

fn replace(disk: &dyn Disk, target: &Target, plan: &Plan, old: &Old) -> Result<(), WriteError> {
    match put(disk, target, old.exists, |stage| stage::make(disk, target, plan, old, stage))? {
        Some(path) => leftovers::remove(disk, &path).map_err(|cause| WriteError::OldRemains { path, cause }),
        None => Ok(()),
    }
}

/// Puts what `make` makes in the place of the target, and says where the old site is now, when there was one.
pub(super) fn put(
    disk: &dyn Disk,
    target: &Target,
    exists: bool,
    make: impl FnOnce(&Path) -> Result<(), WriteError>,
) -> Result<Option<PathBuf>, WriteError> {
    let process = std::process::id();
    let stage = target.beside(&format!("stage-{process}"));
    let result = make(&stage).and_then(|()| {
        if exists {
            swap::swap(disk, target, &stage, &target.beside(&format!("old-{process}"))).map(Some)
        } else {
            disk.rename(&stage, &target.path).map_err(WriteError::disk("create", &target.path)).map(|()| None)
        }
    });
    let replaced = result.inspect_err(|_| {
        // What cannot be removed now is removed by the next build; the first failure is the one to report.
        let _ = leftovers::remove_ours(disk, &stage);
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
