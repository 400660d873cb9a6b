//! A site to a folder that is published, with the earlier releases beside it. Knows the order of the steps; at every moment the old or the new
//! release is whole, and whichever was there before can be gone back to.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;

use super::disk::{Disk, RealDisk};
use super::drift::{Drift, drift, manifest_of};
use super::failure::WriteError;
use super::leftovers::{self, is_ours};
use super::lock::Lock;
use super::manifest::{Hash, MANIFEST, Manifest};
use super::old::{Old, has_bytes};
use super::plan::{MARKER, Plan};
use super::record::Record;
use super::shelf::Shelf;
use super::target::Target;
use super::write::{Options, Written};
use super::{last, spare, stage, swap, write};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;

/// A folder that is published, as it was found.
#[derive(Debug)]
pub struct Place {
    target: Target,
    shelf: Shelf,
    live: Option<u64>,
    standing: Standing,
}

/// A folder that nobody else publishes to until this is dropped.
#[derive(Debug)]
pub struct Held {
    place: Place,
    _lock: Lock,
}

/// What stands in a folder that is published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// The files of the site there, as they are now; nothing when there is none.
    pub manifest: Option<Manifest>,
    /// What was changed in it since it was made.
    pub drift: Drift,
    /// Whether releases are noted beside it and it is none of them.
    pub is_unknown: bool,
}

/// A site that is ready to be published.
#[derive(Debug)]
pub struct Ready {
    plan: Plan,
}

impl Ready {
    /// The site of `files`.
    ///
    /// # Errors
    /// When two of them would be one file on some system.
    pub fn new(files: &[OutputFile]) -> Result<Self, WriteError> {
        Ok(Self { plan: Plan::of(files)? })
    }

    /// The hash of its manifest.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(self.plan.manifest.to_string().as_bytes())
    }

    /// Its files, with the marker and without the manifest.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.plan.manifest
    }
}

impl Place {
    /// Looks at `folder` and changes nothing.
    ///
    /// # Errors
    /// When no site may be published there, or something stands there that is not ours.
    pub fn look(folder: &Path, options: &Options) -> Result<Self, WriteError> {
        let target = Target::check(folder, options)?;
        has_parent(&target)?;
        Self::of(target)
    }
    fn of(target: Target) -> Result<Self, WriteError> {
        let shelf = Shelf::read(&target)?;
        let live = shelf.live(&target);
        let standing = standing(&target, &shelf, live)?;
        Ok(Self { target, shelf, live, standing })
    }

    /// The folder, with every link resolved.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.target.path
    }

    /// What stands there.
    #[must_use]
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// The number of the release that stands there, when it is one.
    #[must_use]
    pub const fn live(&self) -> Option<u64> {
        self.live
    }

    /// The number that the next release gets.
    #[must_use]
    pub fn next(&self) -> u64 {
        self.shelf.next(self.live)
    }

    /// The earlier releases that can be gone back to, the newest first.
    #[must_use]
    pub fn earlier(&self) -> Vec<u64> {
        self.shelf.earlier(self.live)
    }

    /// The folder in which earlier releases are kept.
    #[must_use]
    pub fn shelf(&self) -> &Path {
        &self.shelf.path
    }

    /// What is noted of a release.
    #[must_use]
    pub fn record(&self, number: u64) -> Option<&Record> {
        self.shelf.records.get(&number)
    }

    /// What is noted of the release that stands there; where none does, of the last one.
    #[must_use]
    pub fn last(&self) -> Option<&Record> {
        match self.live {
            Some(live) => self.record(live),
            None => self.shelf.records.values().next_back(),
        }
    }

    /// Whether what stands here is in a folder that git keeps, whose history keeps what has been published.
    #[must_use]
    pub fn is_in_git(&self) -> bool {
        self.target.path.ancestors().any(|folder| folder.join(".git").symlink_metadata().is_ok())
    }

    /// The files of an earlier release, each compared with its hash.
    ///
    /// # Errors
    /// When a byte of it is not what was published, or it cannot be read.
    pub fn release(&self, number: u64) -> Result<(Manifest, Vec<OutputFile>), WriteError> {
        let site = self.shelf.site(number);
        let damaged = |files: Vec<String>| WriteError::Damaged { path: site.clone(), files };
        let noted = self.record(number).map(|record| record.manifest);
        let found = is_ours(&site).then(|| manifest_of(&site)).flatten();
        let (manifest, _) =
            found.filter(|(_, hash)| Some(*hash) == noted).ok_or_else(|| damaged(vec![MANIFEST.into()]))?;
        let (Drift { changed, missing, added }, _) = drift(&site, &manifest)?;
        let wrong = [changed, missing, added].concat();
        if !wrong.is_empty() {
            return Err(damaged(wrong));
        }
        let paths: Vec<&str> = manifest.files().map(|(path, _)| path).filter(|path| *path != MARKER).collect();
        let file = |path: &&str| {
            let at = site.join(path);
            let bytes = fs::read(&at).map_err(WriteError::disk("read", &at))?;
            let route = Route::file(path).map_err(|_| damaged(vec![(*path).to_owned()]))?;
            Ok(OutputFile { route, media_type: MediaType::of_file_name(path), bytes: bytes.into() })
        };
        let files = paths.par_iter().map(file).collect::<Result<_, WriteError>>()?;
        Ok((manifest, files))
    }
}

impl Held {
    /// Takes hold of `folder`, so that nobody else publishes to it, and puts in order what a killed publication left.
    ///
    /// # Errors
    /// As [`Place::look`], and when another build or publication is at work there, or the disk refuses.
    pub fn open(folder: &Path, options: &Options) -> Result<Self, WriteError> {
        Self::open_on(&RealDisk, folder, options)
    }

    pub(super) fn open_on(disk: &dyn Disk, folder: &Path, options: &Options) -> Result<Self, WriteError> {
        let target = Target::check(folder, options)?;
        has_parent(&target)?;
        let lock = Lock::take(&target, Duration::ZERO)?;
        leftovers::bring_back(disk, &target)?;
        let shelf = Shelf::read(&target)?;
        let live = shelf.live(&target);
        for path in leftovers::all(&target)? {
            shelf.take_back(disk, &path, live)?;
        }
        leftovers::clear(disk, &target)?;
        spare::remove(disk, &target)?;
        if let Some(live) = live {
            Shelf::read(&target)?.clear(disk, live, usize::MAX)?;
        }
        Ok(Self { place: Place::of(target)?, _lock: lock })
    }

    /// The folder as it was found, and since then as it was left.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Publishes `ready`: made beside the target, read back, put in its place in one step. The release that stood there is kept, and of
    /// the earlier ones as many that there are `keep`. Where the same site stands already, only releases that are too many are removed.
    ///
    /// # Errors
    /// When files that nobody published stand there, or the disk refuses. The old release then stands, but for [`WriteError::NotConfirmed`],
    /// [`WriteError::NotKept`] and [`WriteError::OldRemains`].
    pub fn send(&mut self, ready: &Ready, record: &Record, keep: usize) -> Result<Written, WriteError> {
        self.send_on(&RealDisk, ready, record, keep)
    }

    pub(super) fn send_on(
        &mut self,
        disk: &dyn Disk,
        ready: &Ready,
        record: &Record,
        keep: usize,
    ) -> Result<Written, WriteError> {
        let plan = &ready.plan;
        let old = Old::look(&self.place.target, plan)?;
        let is_same = old.exists && old.same.len() == plan.files.len() && old.gone == 0;
        let number = match self.place.live {
            Some(live) if is_same => live,
            _ => {
                let number = self.place.next();
                self.place.shelf.announce(disk, number, record)?;
                if !is_same {
                    self.replace(disk, plan, &old, keep)?;
                    last::note(&self.place.target.path);
                }
                number
            }
        };
        self.place.live = Some(number);
        self.place.shelf = Shelf::read(&self.place.target)?;
        self.place.shelf.clear(disk, number, keep)?;
        self.place.shelf = Shelf::read(&self.place.target)?;
        Ok(write::counts(plan, &old))
    }

    fn replace(&self, disk: &dyn Disk, plan: &Plan, old: &Old, keep: usize) -> Result<(), WriteError> {
        let make = || {
            let stage = self.place.target.stage();
            // Nothing is shared between releases: a file that is changed by hand in one is whole in the others.
            stage::make(disk, plan, &stage)?;
            // What a disk has spoilt may no longer be known as ours by the next publication.
            read_back(&stage, plan).inspect_err(|_| drop(leftovers::remove(disk, &stage)))?;
            Ok(stage)
        };
        let Some(replaced) = write::put(disk, &self.place.target, old.exists, make)? else { return Ok(()) };
        match self.place.live.filter(|_| keep > 0 && self.place.standing.drift.is_none()) {
            Some(live) => self.place.shelf.keep(disk, &replaced, live),
            None => remove(disk, replaced),
        }
    }

    /// Puts the earlier release `number` in the place of the one that stands, which is then gone. [`Place::release`] says whether it is whole.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub fn go_back(&mut self, number: u64) -> Result<(), WriteError> {
        self.go_back_on(&RealDisk, number)
    }

    pub(super) fn go_back_on(&mut self, disk: &dyn Disk, number: u64) -> Result<(), WriteError> {
        let added = standing(&self.place.target, &self.place.shelf, self.place.live)?.drift.added;
        if !added.is_empty() {
            return Err(WriteError::Foreign { target: self.place.target.path.clone(), files: added });
        }
        let process = std::process::id();
        let (site, stage) = (self.place.shelf.site(number), self.place.target.stage());
        disk.rename(&site, &stage).map_err(WriteError::disk("move", &site))?;
        let aside = self.place.target.beside(&format!("old-{process}"));
        let swapped = if self.place.target.path.symlink_metadata().is_ok() {
            swap::swap(disk, &self.place.target, &stage, &aside).map(Some)
        } else {
            disk.rename(&stage, &self.place.target.path)
                .map_err(WriteError::disk("create", &self.place.target.path))
                .map(|()| None)
        };
        let replaced = swapped.inspect_err(|_| {
            // The first failure is the one to report; what stays there is taken back by the next publication.
            let _ = disk.rename(&stage, &site);
        })?;
        last::note(&self.place.target.path);
        self.place.live = Some(number);
        write::confirm(disk, &self.place.target, replaced.as_deref())?;
        disk.store_folder(&self.place.shelf.path).map_err(|cause| WriteError::NotConfirmed {
            target: self.place.target.path.clone(),
            old: replaced.clone(),
            cause,
        })?;
        replaced.map_or(Ok(()), |path| remove(disk, path))?;
        self.place.shelf = Shelf::read(&self.place.target)?;
        self.place.shelf.clear(disk, number, usize::MAX)?;
        self.place.shelf = Shelf::read(&self.place.target)?;
        Ok(())
    }
}

fn has_parent(target: &Target) -> Result<(), WriteError> {
    if target.parent.is_dir() {
        Ok(())
    } else {
        Err(WriteError::NoParent { target: target.path.clone(), parent: target.parent.clone() })
    }
}

fn standing(target: &Target, shelf: &Shelf, live: Option<u64>) -> Result<Standing, WriteError> {
    let path = &target.path;
    let is_empty = match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => true,
        Err(cause) => return Err(WriteError::disk("read", path)(cause)),
    };
    if is_empty {
        return Ok(Standing::default());
    }
    if !is_ours(path) {
        return Err(WriteError::NotOurs { target: path.clone() });
    }
    let is_unknown = live.is_none() && !shelf.records.is_empty();
    let Some((manifest, _)) = manifest_of(path) else {
        let drift = Drift { changed: vec![MANIFEST.to_owned()], ..Drift::default() };
        return Ok(Standing { manifest: Some(Manifest::default()), drift, is_unknown });
    };
    let (drift, found) = drift(path, &manifest)?;
    Ok(Standing { manifest: Some(found), drift, is_unknown })
}

/// Compares what the disk gives back with what was to be written: a share may have taken it in another way than it said.
fn read_back(stage: &Path, plan: &Plan) -> Result<(), WriteError> {
    let wrong = plan.files.par_iter().find_first(|(name, bytes)| !has_bytes(&stage.join(name), bytes));
    wrong.map_or(Ok(()), |(name, _)| Err(WriteError::OtherBytes { path: stage.join(name) }))
}

fn remove(disk: &dyn Disk, path: PathBuf) -> Result<(), WriteError> {
    leftovers::remove(disk, &path).map_err(|cause| WriteError::OldRemains { path, cause })
}
