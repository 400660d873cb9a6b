//! A finished site against its manifest: what was changed in it by hand. Knows hashes and paths, not what the site is.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::failure::WriteError;
use super::manifest::{Hash, MANIFEST, Manifest};
use super::old::{Kind, list};

/// How a site differs from its manifest: paths below it, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drift {
    /// Files with other bytes.
    pub changed: Vec<String>,
    /// Files that are gone.
    pub missing: Vec<String>,
    /// Files that nobody published.
    pub added: Vec<String>,
}

impl Drift {
    /// Whether the site is as it was made.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.added.is_empty()
    }
}

/// The manifest of the site in `folder` with its hash; nothing when it cannot be read as one of ours.
pub(super) fn manifest_of(folder: &Path) -> Option<(Manifest, Hash)> {
    let text = fs::read_to_string(folder.join(MANIFEST)).ok()?;
    let manifest = Manifest::parse(&text).filter(|manifest| manifest.get(super::plan::MARKER).is_some())?;
    Some((manifest, Hash::of(text.as_bytes())))
}

/// Compares what stands in `folder` with `manifest`, and gives what of it stands there with its hashes. Every byte is read.
///
/// # Errors
/// When the folder or one of its files cannot be read.
pub(super) fn drift(folder: &Path, manifest: &Manifest) -> Result<(Drift, Manifest), WriteError> {
    let present = list(folder).map_err(WriteError::disk("read", folder))?;
    let here: Vec<&str> =
        manifest.files().map(|(name, _)| name).filter(|name| present.get(*name) == Some(&Kind::File)).collect();
    let hashed = here.par_iter().map(|name| {
        let path = folder.join(name);
        let hash = hash(&path).map_err(WriteError::disk("read", &path))?;
        Ok(((*name).to_owned(), hash))
    });
    let found: Manifest = hashed.collect::<Result<Vec<_>, WriteError>>()?.into_iter().collect();
    let is_changed = |(name, hash): &(&str, Hash)| match found.get(name) {
        Some(found) => found != *hash,
        // A link or a folder has its place.
        None => present.contains_key(*name),
    };
    let changed = manifest.files().filter(is_changed).map(|(name, _)| name.to_owned()).collect();
    let missing = manifest.files().map(|(name, _)| name).filter(|name| !present.contains_key(*name));
    let added = present.keys().filter(|name| *name != MANIFEST && manifest.get(name).is_none());
    let drift = Drift { changed, missing: missing.map(str::to_owned).collect(), added: added.cloned().collect() };
    Ok((drift, found))
}

fn hash(path: &Path) -> io::Result<Hash> {
    Hash::of_all(File::open(path)?)
}
