//! Style sheets and files that no template makes. Knows which folder of which layer they come from and at which address they stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::builtin;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::foundation::span::Span;
use crate::source::tree::{Content, SourceFile, SourceTree};

/// The folder of the site's own files.
const SITE_FILES: &str = "static";

/// The files of the program, of the theme in `theme` and of the site, by address; the site's win.
pub(super) fn collect(tree: &SourceTree, theme: Option<&str>) -> Checked<Vec<OutputFile>> {
    let mut all: BTreeMap<Route, OutputFile> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (path, bytes) in builtin::assets() {
        // A test holds that every built-in address can be read.
        if let Ok(route) = Route::file(path) {
            let media_type = MediaType::of_file_name(path);
            all.insert(route.clone(), OutputFile { route, media_type, bytes });
        }
    }
    let theme = theme.map(|theme| format!("{theme}/static"));
    for folder in theme.as_deref().into_iter().chain([SITE_FILES]) {
        for file in tree.below(folder) {
            match read(file, folder) {
                Ok(Some(asset)) => drop(all.insert(asset.route.clone(), asset)),
                Ok(None) => {}
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
    }
    Checked::new(all.into_values().collect(), diagnostics)
}

fn read(file: &SourceFile, folder: &str) -> Result<Option<OutputFile>, Diagnostic> {
    let bytes = match &file.content {
        Content::Text(text) => Arc::from(text.as_bytes()),
        Content::Bytes(bytes) => Arc::clone(bytes),
        // What is in `static/` is read with the tree; the rest a diagnostic has told.
        Content::OnDisk { .. } | Content::Unreadable => return Ok(None),
    };
    let path = file.path.below(folder).unwrap_or_default();
    let route = Route::file(path).map_err(|error| {
        let message = format!("`{path}` cannot be an address of the site: {error}");
        Diagnostic::new(Code::UnusableFileName, Span::start_of(file.id), message).help("rename the file")
    })?;
    Ok(Some(OutputFile { route, media_type: MediaType::of_file_name(path), bytes }))
}
