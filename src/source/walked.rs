//! A site that is read in two steps: its names and its configuration first, then all files, each of which can be looked at and let go of
//! as soon as it is read. Knows that order, not what is looked at.

use std::path::Path;

use super::discover::{CONFIG, Treatment, Walk, walk};
use super::failure::ReadError;
use super::fault::Fault;
use super::open::Root;
use super::read::{Limits, content, open, read_walked};
use super::tree::{Content, SourceFile, SourcePath, SourceTree};
use crate::foundation::diagnostic::Checked;

/// A site whose folders were walked.
pub struct Walked {
    root: Root,
    walk: Walk,
    limits: Limits,
    config: Option<SourceFile>,
}

impl Walked {
    /// Walks the site at `root`, and reads its configuration.
    ///
    /// # Errors
    /// When `root` itself cannot be opened.
    pub fn of(root: &Path, limits: &Limits) -> Result<Self, ReadError> {
        let opened = open(root)?;
        let walk = walk(root);
        let path = SourcePath::new(CONFIG);
        let is_there = walk.files.iter().any(|(file, _)| *file == path);
        let read = is_there.then(|| content(&opened, &path, Treatment::Text, limits));
        let config = read.and_then(Result::ok).map(|content| SourceFile { content, ..SourceFile::unreadable(CONFIG) });
        Ok(Self { root: opened, walk, limits: *limits, config })
    }

    /// The configuration, where it can be read.
    #[must_use]
    pub const fn config(&self) -> Option<&SourceFile> {
        self.config.as_ref()
    }

    /// The paths of all files that will be read.
    pub fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.walk.files.iter().map(|(path, _)| path)
    }

    /// Reads the files, as [`read`](super::read()) does, with the configuration as it was read before. `look` is given each as soon as it
    /// is read, and may put its text aside.
    pub fn read(self, look: impl Fn(&mut SourceFile) + Sync) -> Checked<SourceTree> {
        let Self { root, walk, limits, config } = self;
        let take = |_: &Root, path: &SourcePath, read: &dyn Fn() -> Result<Content, Fault>| {
            let known = config.as_ref().filter(|config| config.path == *path).map(|config| Ok(config.content.clone()));
            let looked_at = known.unwrap_or_else(read).map(|content| {
                let mut file = SourceFile { content, ..SourceFile::unreadable(path.as_str()) };
                look(&mut file);
                file.content
            });
            (looked_at, None)
        };
        read_walked(&root, walk, &limits, take).0
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn each_file_is_seen_once_and_the_tree_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("content/people")).unwrap();
        for (path, bytes) in [
            ("dossier.toml", &b"title = \"A\""[..]),
            ("content/people/a.md", b"A"),
            ("content/people/b.md", b"\xff"),
            ("content/people/c.jpg", b"C"),
        ] {
            std::fs::write(folder.path().join(path), bytes).unwrap();
        }
        let limits = Limits::default();
        let whole = super::super::read(folder.path(), &limits).unwrap();

        let walked = Walked::of(folder.path(), &limits).unwrap();
        let title = walked.config().and_then(SourceFile::as_text).map(ToString::to_string);
        assert_eq!(title.as_deref(), Some("title = \"A\""));
        assert_eq!(
            walked.paths().map(SourcePath::as_str).collect::<Vec<_>>(),
            ["dossier.toml", "content/people/a.md", "content/people/b.md", "content/people/c.jpg"]
        );
        // What is written after the configuration was read is of the next build.
        std::fs::write(folder.path().join("dossier.toml"), "title = \"B\"").unwrap();
        let seen = Mutex::new(Vec::new());
        let read = walked.read(|file| seen.lock().unwrap().push((file.path.to_string(), file.is_text())));
        assert_eq!(read.value, whole.value);
        assert_eq!(read.diagnostics, whole.diagnostics);
        let mut seen = seen.into_inner().unwrap();
        seen.sort();
        let expected = [("content/people/a.md", true), ("content/people/c.jpg", false), ("dossier.toml", true)];
        assert_eq!(seen, expected.map(|(path, is_text)| (path.to_owned(), is_text)));
    }

    #[test]
    fn a_site_without_a_configuration_and_no_site() {
        let folder = tempfile::tempdir().unwrap();
        let walked = Walked::of(folder.path(), &Limits::default()).unwrap();
        assert_eq!(walked.config(), None);
        assert_eq!(walked.read(|_| ()).value, SourceTree::default());
        assert!(Walked::of(&folder.path().join("none"), &Limits::default()).is_err());
    }
}
