//! The site's files in memory. Knows paths and contents; the same tree can be made from strings, so everything after it is tested without a disk.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::span::FileId;

/// A path below the root with `/` between its parts, in the form in which the disk gives it: `content/people/kurt.md`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes a path below the root.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parts.
    #[must_use]
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/')
    }

    /// The last part.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The file name without its last ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The folder that holds it, empty for a file at the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path below `folder`, when it is inside.
    #[must_use]
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its id.
    pub id: FileId,
    /// Its path.
    pub path: SourcePath,
    /// What is in it.
    pub content: Content,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Text that the program reads: Markdown, templates, configuration. UTF-8 without byte order mark.
    Text(Arc<str>),
    /// A text that was looked at as it was read, and stays on the disk. [`super::aside::back`] reads it again.
    Aside {
        /// How many bytes it has.
        len: u64,
        /// What it was.
        was: Fingerprint,
    },
    /// Bytes that are only carried over: the files of themes and of `static/`.
    Bytes(Arc<[u8]>),
    /// Bytes that stay on the disk until a page uses them: images and attachments. [`super::read::load`] reads them.
    OnDisk {
        /// How many bytes they were when the folders were walked.
        len: u64,
    },
    /// A file that is there and could not be read; a diagnostic says why.
    Unreadable,
}

impl SourceFile {
    /// A file of text.
    #[must_use]
    pub fn text(path: &str, text: &str) -> Self {
        Self { id: FileId::of_path(path), path: SourcePath::new(path), content: Content::Text(text.into()) }
    }

    /// A file of bytes.
    #[must_use]
    pub fn bytes(path: &str, bytes: &[u8]) -> Self {
        Self { id: FileId::of_path(path), path: SourcePath::new(path), content: Content::Bytes(bytes.into()) }
    }

    /// A file that is there and cannot be used.
    #[must_use]
    pub fn unreadable(path: &str) -> Self {
        Self { id: FileId::of_path(path), path: SourcePath::new(path), content: Content::Unreadable }
    }

    /// Its text, when it is a file of text.
    #[must_use]
    pub const fn as_text(&self) -> Option<&Arc<str>> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Aside { .. } | Content::Bytes(_) | Content::OnDisk { .. } | Content::Unreadable => None,
        }
    }

    /// Whether it is a file of text, be its text here or not.
    #[must_use]
    pub const fn is_text(&self) -> bool {
        matches!(self.content, Content::Text(_) | Content::Aside { .. })
    }

    /// Lets go of its text.
    pub fn put_aside(&mut self) {
        if let Content::Text(text) = &self.content {
            let len = u64::try_from(text.len()).unwrap_or(u64::MAX);
            self.content = Content::Aside { len, was: Fingerprint::of(&**text) };
        }
    }
}

/// All files of a site that the build may use, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceTree {
    files: BTreeMap<SourcePath, SourceFile>,
}

impl SourceTree {
    /// A tree of text files, for tests and for sites that are made in memory.
    #[must_use]
    pub fn from_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        files.into_iter().map(|(path, text)| SourceFile::text(path, text)).collect()
    }

    /// Adds a file, in the place of one with the same path.
    pub fn insert(&mut self, file: SourceFile) {
        self.files.insert(file.path.clone(), file);
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) -> Option<SourceFile> {
        self.files.remove(&SourcePath::new(path))
    }

    /// The file at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&SourceFile> {
        self.files.get(&SourcePath::new(path))
    }

    /// All files, by path.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.values()
    }

    /// All files, by path, to be changed.
    pub fn files_mut(&mut self) -> impl Iterator<Item = &mut SourceFile> {
        self.files.values_mut()
    }

    /// The files below `folder`, by path.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a SourceFile> {
        let all = self.files.range(SourcePath::new(&format!("{folder}/"))..);
        all.map(|(_, file)| file).take_while(move |file| file.path.below(folder).is_some())
    }
}

impl FromIterator<SourceFile> for SourceTree {
    fn from_iter<I: IntoIterator<Item = SourceFile>>(files: I) -> Self {
        Self { files: files.into_iter().map(|file| (file.path.clone(), file)).collect() }
    }
}
