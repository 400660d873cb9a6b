//! Where a site may be written. Knows the places that must never be replaced, whatever the user typed; reads folders, changes nothing.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::failure::WriteError;
use super::write::Options;

/// A path at which a site may stand, with every link resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The folder of the site.
    pub path: PathBuf,
    /// The folder in which it stands.
    pub parent: PathBuf,
    /// Its name.
    pub name: String,
}

impl Target {
    /// Resolves `path` and makes sure that nothing of the user's is there.
    ///
    /// # Errors
    /// When it is the root of the disk, the home folder or a folder above it, the site's sources or a folder above or inside them,
    /// a link, a file, the top of another disk, or a name that is not UTF-8.
    pub fn check(path: &Path, options: &Options) -> Result<Self, WriteError> {
        let path: PathBuf = path.components().collect();
        let refused = |why: &str| WriteError::Refused { target: path.clone(), why: why.to_owned() };
        match path.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => return Err(refused("is a symbolic link")),
            Ok(metadata) if !metadata.is_dir() => return Err(refused("is not a folder")),
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                return Err(WriteError::disk("look at", &path)(cause));
            }
            _ => {}
        }
        let real =
            resolve(&path).map_err(WriteError::disk("look at", &path))?.ok_or_else(|| refused("has `..` in it"))?;
        let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
            return Err(refused("is the root of the disk"));
        };
        let name = name.to_str().ok_or_else(|| refused("has a name that is not UTF-8"))?;
        if let Some(why) = owned_by_the_user(&real, options)? {
            return Err(refused(&why));
        }
        if is_another_disk(&real, parent) {
            return Err(refused(
                "is the top of another disk, and cannot be replaced in one step; name a folder inside it",
            ));
        }
        Ok(Self { parent: parent.to_owned(), name: name.to_owned(), path: real })
    }

    /// A path beside the target that belongs to it: `.NAME.SUFFIX`.
    #[must_use]
    pub fn beside(&self, suffix: &str) -> PathBuf {
        self.parent.join(format!(".{}.{suffix}", self.name))
    }

    /// Where a build notes of what it made the site.
    #[must_use]
    pub fn cache(&self) -> PathBuf {
        self.beside("cache")
    }

    /// Where a build keeps the folder in which the site before stood.
    #[must_use]
    pub fn spare(&self) -> PathBuf {
        self.beside("spare")
    }

    /// Where this process makes a new site of the folder that was kept.
    #[must_use]
    pub fn renewed(&self) -> PathBuf {
        self.beside(&format!("spare-{}", std::process::id()))
    }

    /// Where this process makes a new site.
    #[must_use]
    pub fn stage(&self) -> PathBuf {
        self.beside(&format!("stage-{}", std::process::id()))
    }
}

/// `path` with every link resolved, as far as it exists; nothing when what does not exist has `..` in it.
fn resolve(path: &Path) -> io::Result<Option<PathBuf>> {
    let mut missing = Vec::new();
    let mut above = path;
    loop {
        let here = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        match here.canonicalize() {
            Ok(real) => return Ok(Some(missing.iter().rev().fold(real, |path, part| path.join(part)))),
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
            Err(cause) => {
                let Some(name) = above.file_name() else { return Ok(None) };
                missing.push(name);
                above = above.parent().ok_or(cause)?;
            }
        }
    }
}

fn owned_by_the_user(real: &Path, options: &Options) -> Result<Option<String>, WriteError> {
    let root = options.root.canonicalize().map_err(WriteError::disk("look at", &options.root))?;
    if root.starts_with(real) {
        return Ok(Some("holds the sources of the site".into()));
    }
    for folder in ["content", "messages", "static", "templates", "themes"] {
        if real.starts_with(root.join(folder)) {
            return Ok(Some(format!("is in `{folder}/`, which holds sources of the site")));
        }
    }
    let home = options.home.as_deref().map(|home| home.canonicalize().unwrap_or_else(|_| home.to_owned()));
    Ok(home.filter(|home| home.starts_with(real)).map(|_| "holds your home folder".into()))
}

fn is_another_disk(real: &Path, parent: &Path) -> bool {
    matches!((real.metadata(), parent.metadata()), (Ok(inside), Ok(outside)) if inside.dev() != outside.dev())
}
