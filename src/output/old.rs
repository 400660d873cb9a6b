//! What stands at the target before a build: nothing, or a site of ours, and which of its files the new site has too. Compares bytes, so nothing depends on times of change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::failure::WriteError;
use super::leftovers::is_ours;
use super::manifest::{Hash, MANIFEST, Manifest};
use super::plan::{MARKER, Plan};
use super::target::Target;
use crate::foundation::output_file::Bytes;

/// The target before a build.
#[derive(Debug)]
pub struct Before {
    path: PathBuf,
    /// Whether there is a folder.
    pub exists: bool,
    files: BTreeMap<String, Kind>,
    /// What the system added.
    added: Vec<String>,
}

impl Before {
    /// Looks at `target`.
    ///
    /// # Errors
    /// When there is something that is not ours, or it cannot be read.
    pub fn look(target: &Target) -> Result<Self, WriteError> {
        let path = target.path.clone();
        let found = match everything(&path) {
            Ok(found) => found,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                return Ok(Self { path, exists: false, files: BTreeMap::new(), added: Vec::new() });
            }
            Err(cause) => return Err(WriteError::disk("read", &path)(cause)),
        };
        let found = found.into_iter().filter(|(_, kind)| *kind != Kind::Folder);
        let (added, files): (Vec<_>, Vec<_>) = found.partition(|(name, _)| is_of_the_system(name));
        if !files.is_empty() && !is_ours(&path) {
            return Err(WriteError::NotOurs { target: path });
        }
        let files = files.into_iter().collect();
        Ok(Self { path, exists: true, files, added: added.into_iter().map(|(name, _)| name).collect() })
    }

    /// Whether the file at `name` is there and has exactly `bytes`.
    pub fn has(&self, name: &str, bytes: &[u8]) -> bool {
        self.files.get(name) == Some(&Kind::File) && has_bytes(&self.path.join(name), bytes)
    }

    /// The bytes of the file at `name`, where they have this hash.
    pub fn read(&self, name: &str, hash: Hash) -> Option<Bytes> {
        let is_file = self.files.get(name) == Some(&Kind::File);
        let bytes = is_file.then(|| fs::read(self.path.join(name)).ok()).flatten()?;
        (Hash::of(&bytes) == hash).then(|| bytes.into())
    }

    /// The manifest of the site that is there, when it has this hash, lists every file and none is missing; whether they are as listed is not
    /// looked at.
    pub fn listed(&self, hash: Hash) -> Option<Manifest> {
        let manifest = Manifest::parse(std::str::from_utf8(&self.read(MANIFEST, hash)?).ok()?)?;
        let is_listed =
            |(name, kind): (&String, &Kind)| *kind == Kind::File && (name == MANIFEST || manifest.get(name).is_some());
        (self.files.iter().all(is_listed) && self.files.len() == manifest.files().count() + 1).then_some(manifest)
    }

    /// The paths of the files that are there.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The paths of the files that are there, with those that the system added.
    pub fn everything(&self) -> impl Iterator<Item = &str> {
        self.names().chain(self.added.iter().map(String::as_str))
    }

    /// How many files are there of which `is_kept` says no.
    pub fn without(&self, is_kept: impl Fn(&str) -> bool) -> usize {
        self.files.keys().filter(|name| !is_kept(name)).count()
    }

    /// Nothing, where every file that is there was put there by a build, or is one of those of which `is_same` says yes. Without a
    /// manifest that can be read the former is not known, and the marker alone counts.
    ///
    /// # Errors
    /// When there are others.
    pub fn refuse_foreign(&self, is_same: impl Fn(&str) -> bool) -> Result<(), WriteError> {
        let manifest = fs::read_to_string(self.path.join(MANIFEST)).ok().and_then(|text| Manifest::parse(&text));
        // Every manifest of ours lists the marker; an empty one is what a power cut leaves.
        let Some(manifest) = manifest.filter(|manifest| manifest.get(MARKER).is_some()) else { return Ok(()) };
        let is_ours = |name: &str| name == MANIFEST || name == MARKER || manifest.get(name).is_some() || is_same(name);
        let files: Vec<String> = self.files.keys().filter(|name| !is_ours(name)).cloned().collect();
        if files.is_empty() { Ok(()) } else { Err(WriteError::Foreign { target: self.path.clone(), files }) }
    }
}

/// The target before a site of which every file is known.
#[derive(Debug)]
pub struct Old {
    /// Whether there is a folder.
    pub exists: bool,
    /// The paths of the new site's files that are there with the same bytes.
    pub same: BTreeSet<String>,
    /// How many files the new site does not have.
    pub gone: usize,
}

impl Old {
    /// Looks at `target`.
    ///
    /// # Errors
    /// When there is something that is not ours, or it cannot be read.
    pub fn look(target: &Target, plan: &Plan) -> Result<Self, WriteError> {
        let before = Before::look(target)?;
        let files = plan.files.par_iter().filter(|(name, bytes)| before.has(name, bytes));
        let same: BTreeSet<String> = files.map(|(name, _)| name.clone()).collect();
        before.refuse_foreign(|name| same.contains(name))?;
        Ok(Self { exists: before.exists, gone: before.without(|name| plan.files.contains_key(name)), same })
    }
}

/// What something in a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    Other,
}

/// Everything in `folder` that is not a folder, by path. What systems add to a folder that is looked at does not count.
pub(super) fn list(folder: &Path) -> io::Result<BTreeMap<String, Kind>> {
    let is_counted = |(name, kind): &(String, Kind)| *kind != Kind::Folder && !is_of_the_system(name);
    Ok(everything(folder)?.into_iter().filter(is_counted).collect())
}

/// Everything in `folder`, by path.
pub(super) fn everything(folder: &Path) -> io::Result<Vec<(String, Kind)>> {
    list_below(folder, "")
}

/// Whether systems make such a file in a folder that is looked at.
fn is_of_the_system(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&name)
}

fn list_below(folder: &Path, prefix: &str) -> io::Result<Vec<(String, Kind)>> {
    let entries: Vec<DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let lists: Vec<Vec<(String, Kind)>> =
        entries.par_iter().map(|entry| list_entry(entry, prefix)).collect::<io::Result<_>>()?;
    Ok(lists.into_iter().flatten().collect())
}

fn list_entry(entry: &DirEntry, prefix: &str) -> io::Result<Vec<(String, Kind)>> {
    let name = entry.file_name();
    let path = format!("{prefix}{}", name.to_string_lossy());
    let kind = entry.file_type()?;
    if kind.is_dir() {
        let mut inside = list_below(&entry.path(), &format!("{path}/"))?;
        inside.push((path, Kind::Folder));
        return Ok(inside);
    }
    // A name that is not UTF-8 can be none of ours, also when its replacement characters look like it.
    let kind = if kind.is_file() && name.to_str().is_some() { Kind::File } else { Kind::Other };
    Ok(vec![(path, kind)])
}

/// Whether the file at `path` has exactly `bytes`, read in pieces so that a long one takes no memory.
pub(super) fn has_bytes(path: &Path, bytes: &[u8]) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.len() == bytes.len() as u64)
        && reads_as(path, bytes).unwrap_or(false)
}

fn reads_as(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut piece = vec![0; bytes.len().min(PIECE)];
    for expected in bytes.chunks(PIECE) {
        let found = piece.get_mut(..expected.len()).unwrap_or_default();
        file.read_exact(found)?;
        if found != expected {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many bytes are compared at once.
const PIECE: usize = 64 * 1024;
