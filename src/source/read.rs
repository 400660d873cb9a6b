//! A site's folders to a tree of files in memory, in parallel and always in the same order. Knows limits, not what files mean.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::collide::collisions;
use super::decode::decode;
use super::discover::{LOCK, Treatment, Walk, walk};
use super::failure::ReadError;
use super::fault::Fault;
use super::open::{Root, Stamp};
use super::tree::{Content, SourceFile, SourcePath, SourceTree};
use super::{aside, hard_link, single};
use crate::foundation::diagnostic::{Checked, Diagnostic};

/// How large files may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a file that is read as text.
    pub text: u64,
    /// The most bytes of `dossier.lock`, which grows with the site.
    pub lock: u64,
    /// The most bytes of any other file.
    pub asset: u64,
}

impl Default for Limits {
    /// 4 MB of text, 128 MB of the lock, 512 MB of anything else.
    fn default() -> Self {
        Self { text: 4 << 20, lock: 128 << 20, asset: 512 << 20 }
    }
}

/// Reads the site at `root`: `content/`, `messages/`, `static/`, `templates/`, `themes/`, `dossier.toml` and `dossier.lock`. Nothing outside
/// is read, whatever links lead there. Every file that a diagnostic names is in the tree, if need be as [`Content::Unreadable`].
///
/// # Errors
/// When `root` itself cannot be opened.
pub fn read(root: &Path, limits: &Limits) -> Result<Checked<SourceTree>, ReadError> {
    read_with(root, limits, |_, _, read| (read(), None)).map(|(tree, _)| tree)
}

/// What a way of reading gives for one file: its content, and what tells whether it is the same later on.
pub(super) type Taken = (Result<Content, Fault>, Option<Stamp>);

/// What tells whether files are the same later on.
pub(super) type Stamps = Vec<(SourcePath, Stamp)>;

/// As [`read`]; `take` gives each file, whose content its last argument reads. Also gives the stamps, by path.
pub(super) fn read_with(
    root: &Path,
    limits: &Limits,
    take: impl Fn(&Root, &SourcePath, &dyn Fn() -> Result<Content, Fault>) -> Taken + Sync,
) -> Result<(Checked<SourceTree>, Stamps), ReadError> {
    let opened = open(root)?;
    Ok(read_walked(&opened, walk(root), limits, take))
}

/// As [`read_with`], where the folders of the site at `opened` were walked already.
pub(super) fn read_walked(
    opened: &Root,
    walk: Walk,
    limits: &Limits,
    take: impl Fn(&Root, &SourcePath, &dyn Fn() -> Result<Content, Fault>) -> Taken + Sync,
) -> (Checked<SourceTree>, Stamps) {
    let one =
        |(path, treatment): &(SourcePath, Treatment)| take(opened, path, &|| content(opened, path, *treatment, limits));
    let (results, stamps): (Vec<Result<Content, Fault>>, Vec<Option<Stamp>>) = walk.files.par_iter().map(one).unzip();
    let paths: Vec<&SourcePath> = walk.files.iter().map(|(path, _)| path).collect();
    let links = hard_link::leading_outside(opened, &paths);
    let stamps = paths.into_iter().zip(stamps).filter_map(|(path, stamp)| Some((path.clone(), stamp?))).collect();
    (gather(walk, results, links), stamps)
}

/// The tree of what was walked and read; `problems` are known already.
fn gather(
    walk: Walk,
    results: Vec<Result<Content, Fault>>,
    problems: impl IntoIterator<Item = (SourcePath, Diagnostic)>,
) -> Checked<SourceTree> {
    let mut problems = Vec::from_iter(problems);
    let mut tree = SourceTree::default();
    for (path, fault) in &walk.faults {
        tree.insert(SourceFile::unreadable(path.as_str()));
        problems.push((path.clone(), fault.at(path)));
    }
    let mut paths = walk.folders;
    for ((path, _), result) in walk.files.into_iter().zip(results) {
        let mut file = SourceFile::unreadable(path.as_str());
        match result {
            Ok(content) => file.content = content,
            Err(fault) => problems.push((path.clone(), fault.at(&path))),
        }
        tree.insert(file);
        paths.push(path);
    }
    paths.sort();
    for collision in collisions(&paths) {
        for path in [collision.first, collision.second] {
            if tree.get(path.as_str()).is_none() {
                tree.insert(SourceFile::unreadable(path.as_str()));
            }
        }
        problems.push((collision.second.clone(), collision.diagnostic()));
    }
    problems.sort_by(|one, other| one.0.cmp(&other.0));
    Checked::new(tree, problems.into_iter().map(|(_, diagnostic)| diagnostic).collect())
}

/// The folder at `root`.
pub(super) fn open(root: &Path) -> Result<Root, ReadError> {
    Root::open(root).map_err(|cause| ReadError::Root { path: root.to_owned(), cause })
}

/// What is in the file at `path`.
pub(super) fn content(root: &Root, path: &SourcePath, treatment: Treatment, limits: &Limits) -> Result<Content, Fault> {
    let path = path.as_str();
    Ok(match treatment {
        Treatment::Text => {
            let limit = if path == LOCK { limits.lock } else { limits.text };
            let bytes = single::bytes(root, path, limit)?;
            Content::Text(decode(&bytes).map_err(Fault::NotUtf8)?.into())
        }
        Treatment::Bytes => Content::Bytes(single::bytes(root, path, limits.asset)?.into()),
        Treatment::OnDisk => Content::OnDisk { len: single::len(root, path, limits.asset)? },
    })
}

/// The bytes of `file`, which stands in a tree that was read from `root`.
///
/// # Errors
/// When the file on the disk is gone, is no longer a regular file, or has grown since the folders were walked.
pub fn load(root: &Path, file: &SourceFile) -> Result<Arc<[u8]>, ReadError> {
    let failed = |reason| ReadError::File { path: file.path.to_string(), reason };
    match &file.content {
        Content::Text(text) => Ok(Arc::from(text.as_bytes())),
        Content::Bytes(bytes) => Ok(Arc::clone(bytes)),
        Content::Unreadable => Err(failed("it could not be read before".into())),
        Content::Aside { was, .. } => {
            let text = aside::text(&open(root)?, &file.path, *was);
            text.map(|text| Arc::from(text.as_bytes())).ok_or_else(|| failed(Fault::Changed.reason()))
        }
        Content::OnDisk { len } => {
            let opened = open(root)?;
            let bytes = single::bytes(&opened, file.path.as_str(), *len).map_err(|fault| match fault {
                Fault::TooLarge { .. } => failed("it has grown while the site was built; build again".into()),
                fault => failed(fault.reason()),
            })?;
            Ok(bytes.into())
        }
    }
}

/// The bytes of the text `file` of a tree that was read from `root`, with its byte order mark when it has one.
///
/// # Errors
/// When it cannot be read any more, or was changed since.
pub fn raw(root: &Path, file: &SourceFile) -> Result<Vec<u8>, ReadError> {
    let bytes = raw_at(root, file.path.as_str())?;
    let is_same = file.as_text().is_some_and(|text| decode(&bytes).is_ok_and(|read| read == &**text));
    let changed = || ReadError::File { path: file.path.to_string(), reason: Fault::Changed.reason() };
    if is_same { Ok(bytes) } else { Err(changed()) }
}

/// The bytes of the text file at `path` below `root`.
///
/// # Errors
/// When it cannot be read.
pub fn raw_at(root: &Path, path: &str) -> Result<Vec<u8>, ReadError> {
    let opened = open(root)?;
    let failed = |fault: Fault| ReadError::File { path: path.to_owned(), reason: fault.reason() };
    single::bytes(&opened, path, Limits::default().lock).map_err(failed)
}

/// The nearest folder that holds a `dossier.toml`: `start`, which is absolute, or one above it.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join("dossier.toml").symlink_metadata().is_ok()).map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use rustix::io::Errno;

    use super::*;

    /// J 95: the disk fails in the middle of the content. That file is named, and so is everything else that is wrong.
    #[test]
    fn a_disk_that_fails_at_one_file_hides_no_other_problem() {
        let path = |name: &str| SourcePath::new(&format!("content/{name}"));
        let failed = |errno: Errno| Err(Fault::Machine(errno.into()));
        let files = [
            ("a.md", Ok(Content::Text("A".into()))),
            ("b.md", failed(Errno::IO)),
            ("c.md", Err(Fault::Changed)),
            ("d.md", failed(Errno::MFILE)),
            ("e.md", Ok(Content::Text("E".into()))),
        ];
        let mut walk = Walk { faults: vec![(path("z.md"), Fault::NotRegular("a pipe"))], ..Walk::default() };
        let mut results = Vec::new();
        for (name, result) in files {
            walk.files.push((path(name), Treatment::Text));
            results.push(result);
        }
        let checked = gather(walk, results, None);
        assert!(checked.has_errors());
        let said: Vec<&str> = checked.diagnostics.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(
            said,
            [
                "`content/b.md` cannot be read: the disk fails at it",
                "`content/c.md` cannot be read: it was changed while it was read",
                "`content/d.md` cannot be read: too many files are open at once",
                "`content/z.md` cannot be read: it is a pipe, not a regular file",
            ]
        );
        let texts: Vec<&str> = checked.value.files().filter_map(|file| Some(&**file.as_text()?)).collect();
        assert_eq!(texts, ["A", "E"]);
    }
}
