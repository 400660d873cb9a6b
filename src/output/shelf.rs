//! The earlier releases of a site that is published, in a folder beside it: `.NAME.releases/`, with `7/` and `7.json` for release 7. The release
//! that stands has its note there and its site at the target. Knows names and numbers, not what is in a site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::drift::{drift, manifest_of};
use super::failure::WriteError;
use super::leftovers::{is_ours, remove_ours};
use super::record::Record;
use super::target::Target;

/// Files that keep what is in the folder from being served or committed where the folder itself stands inside a served or committed one.
const GUARDS: [(&str, &str); 2] = [
    (".gitignore", "# Earlier releases of the site beside this folder, for `dossier publish --rollback`.\n*\n"),
    (".htaccess", "Require all denied\n"),
];

/// What is kept beside a target.
#[derive(Debug)]
pub struct Shelf {
    /// The folder.
    pub path: PathBuf,
    /// The notes on releases.
    pub records: BTreeMap<u64, Record>,
    /// The releases whose sites are here.
    pub kept: BTreeSet<u64>,
    /// Numbers with anything here, also what cannot be read.
    seen: BTreeSet<u64>,
}

impl Shelf {
    /// Looks at what is kept beside `target`.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn read(target: &Target) -> Result<Self, WriteError> {
        let path = target.beside("releases");
        let mut shelf = Self { path, records: BTreeMap::new(), kept: BTreeSet::new(), seen: BTreeSet::new() };
        let entries = match fs::read_dir(&shelf.path).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(shelf),
            Err(cause) => return Err(WriteError::disk("read", &shelf.path)(cause)),
        };
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let number = |text: &str| text.parse().ok().filter(|number: &u64| number.to_string() == text);
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if let Some(number) = name.strip_suffix(".json").and_then(number).filter(|_| !is_folder) {
                shelf.seen.insert(number);
                let record = fs::read_to_string(entry.path()).ok().and_then(|text| Record::parse(&text));
                shelf.records.extend(record.map(|record| (number, record)));
            } else if let Some(number) = number(name).filter(|_| is_folder) {
                shelf.seen.insert(number);
                shelf.kept.insert(number);
            }
        }
        Ok(shelf)
    }

    /// The release that stands at `target`: the last one with its manifest whose site is not here.
    #[must_use]
    pub fn live(&self, target: &Target) -> Option<u64> {
        self.of_site(&target.path)
    }

    fn of_site(&self, folder: &Path) -> Option<u64> {
        let (_, hash) = is_ours(folder).then(|| manifest_of(folder)).flatten()?;
        let mut noted = self.records.iter().rev();
        noted.find(|(number, record)| record.manifest == hash && !self.kept.contains(number)).map(|(number, _)| *number)
    }

    /// The releases before `live` that can be gone back to, the newest first.
    #[must_use]
    pub fn earlier(&self, live: Option<u64>) -> Vec<u64> {
        let is_earlier = |number: &&u64| live.is_none_or(|live| **number < live) && self.records.contains_key(number);
        self.kept.iter().rev().filter(is_earlier).copied().collect()
    }

    /// The number of the release that follows `live`.
    #[must_use]
    pub fn next(&self, live: Option<u64>) -> u64 {
        live.or_else(|| self.seen.last().copied()).unwrap_or(0).saturating_add(1)
    }

    /// Where the site of a release is.
    #[must_use]
    pub fn site(&self, number: u64) -> PathBuf {
        self.path.join(number.to_string())
    }

    fn note(&self, number: u64) -> PathBuf {
        self.path.join(format!("{number}.json"))
    }

    /// Notes that a release is about to be made, so that it is known as soon as it stands.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn announce(&self, disk: &dyn Disk, number: u64, record: &Record) -> Result<(), WriteError> {
        if self.path.symlink_metadata().is_err() {
            disk.create_private_folder(&self.path).map_err(WriteError::disk("create", &self.path))?;
        }
        let mut new = vec![self.path.clone()];
        for (name, text) in GUARDS {
            let path = self.path.join(name);
            if path.symlink_metadata().is_err() {
                disk.create_file(&path, text.as_bytes()).map_err(WriteError::disk("write", &path))?;
                new.push(path);
            }
        }
        // Of a publication that did not come to its end.
        self.forget(disk, number)?;
        let note = self.note(number);
        disk.create_file(&note, record.print().as_bytes()).map_err(WriteError::disk("write", &note))?;
        new.push(note);
        disk.store(&self.path, &new).map_err(WriteError::disk("store", &self.path))
    }

    /// Puts the site at `from`, which was release `number`, among those that are kept.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep(&self, disk: &dyn Disk, from: &Path, number: u64) -> Result<(), WriteError> {
        let not_kept = |path: &Path, cause| WriteError::NotKept { path: path.to_owned(), cause };
        let site = self.site(number);
        disk.rename(from, &site).map_err(|cause| not_kept(from, cause))?;
        disk.store_folder(&self.path).map_err(|cause| not_kept(&site, cause))
    }

    /// Takes back a site that a killed publication left at `path`: one that stood before the release that stands now.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn take_back(&self, disk: &dyn Disk, path: &Path, live: Option<u64>) -> Result<(), WriteError> {
        let earlier = self.of_site(path).zip(live).filter(|(number, live)| number < live).map(|(number, _)| number);
        let Some((number, (manifest, _))) = earlier.zip(manifest_of(path)) else { return Ok(()) };
        // One whose removal had begun is no release any more.
        if drift(path, &manifest)?.0.is_none() { self.keep(disk, path, number) } else { Ok(()) }
    }

    /// Removes all but `keep` releases before `live`, and what publications and rollbacks that did not come to their end left here.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn clear(&self, disk: &dyn Disk, live: u64, keep: usize) -> Result<(), WriteError> {
        let kept: BTreeSet<u64> = self.earlier(Some(live)).into_iter().take(keep).chain([live]).collect();
        self.seen.iter().filter(|number| !kept.contains(number)).try_for_each(|number| self.forget(disk, *number))
    }

    /// Removes a release; its note first, so that a removal that is cut off can be taken up again.
    fn forget(&self, disk: &dyn Disk, number: u64) -> Result<(), WriteError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |cause| WriteError::OldRemains { path, cause }
        };
        let (note, site) = (self.note(number), self.site(number));
        if note.symlink_metadata().is_ok() {
            disk.remove_file(&note).map_err(failed(&note))?;
        }
        if site.symlink_metadata().is_ok() {
            remove_ours(disk, &site).map_err(failed(&site))?;
        }
        Ok(())
    }
}
