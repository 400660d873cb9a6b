//! Documents that are parsed as soon as they are read, so that their texts never are all there at once. Knows which files say all that
//! is said of one document, not how they are parsed.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use super::parsed::{Known, Parsed, read};
use super::{Pipeline, is_markdown, settings};
use crate::document::mention::Names;
use crate::document::{Settings, translated};
use crate::source::config::{self, Config};
use crate::source::tree::{SourceFile, SourcePath};

/// What was parsed while a site is still read.
pub struct Ahead {
    settings: Settings,
    names: Names,
    /// Translations, and what they are translations of: these are parsed together.
    together: HashSet<SourcePath>,
    files: Mutex<Vec<Known>>,
}

impl Ahead {
    /// For the site with the configuration `config` and files at `paths`.
    pub fn new<'a>(config: Option<&SourceFile>, paths: impl IntoIterator<Item = &'a SourcePath>) -> Self {
        let config = config.map_or_else(Config::default, |file| config::parse(file).value);
        let translation = |path: &SourcePath| Some([path.clone(), translated::name(path)?.0]);
        let together = paths.into_iter().filter_map(translation).flatten().collect();
        Self { settings: settings(&config), names: Names::default(), together, files: Mutex::default() }
    }

    /// Parses `file` where it is a document by itself. Its text is put aside, unless something is to be said of it.
    pub fn look(&self, file: &mut SourceFile) {
        if file.path.below("content").is_none() || !is_markdown(file) || self.together.contains(&file.path) {
            return;
        }
        let Some(text) = file.as_text() else { return };
        let read = read(file, text, &self.settings, &self.names);
        if read.diagnostics.is_empty() {
            file.put_aside();
        }
        let known = Known { path: file.path.clone(), content: file.content.clone(), read, is_new: true };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(known);
    }
}

impl Pipeline {
    /// For the site of which the documents of `ahead` are.
    #[must_use]
    pub fn with(ahead: Ahead) -> Self {
        let files = ahead.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        Self { parsed: Parsed::new(ahead.settings, files), ..Self::default() }
    }
}
