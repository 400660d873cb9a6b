//! Style sheets and files that no template makes. Knows which folder of which layer they come from and at which address they stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{builtin, headers, outside};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::foundation::span::{FileId, Span};
use crate::source::tree::{Content, SourceFile, SourcePath, SourceTree};

/// The folder of the site's own files.
const SITE_FILES: &str = "static";
/// The address of the style sheet.
const STYLE_SHEET: &str = "assets/dossier.css";

/// The files of the program, of the theme in `theme` and of the site, by address; the site's win. What servers are told to
/// refuse is not for a theme to change.
pub(super) fn collect(tree: &SourceTree, theme: Option<&str>) -> Checked<Vec<OutputFile>> {
    let mut all: BTreeMap<Route, OutputFile> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    let style_sheet = style_sheet(tree, theme).collect_into(&mut diagnostics);
    add_own(&mut all, builtin::assets().chain([(STYLE_SHEET, Arc::from(style_sheet.into_bytes()))]));
    if let Some(theme) = theme {
        add(&mut all, tree, &format!("{theme}/static"), &mut diagnostics);
    }
    add_own(&mut all, headers::files().into_iter().map(|(path, text)| (path, Arc::from(text.into_bytes()))));
    add(&mut all, tree, SITE_FILES, &mut diagnostics);
    Checked::new(all.into_values().collect(), diagnostics)
}

/// The style sheet: the parts of the program, those of the theme in the places of parts of the same name, and behind them, by name, what
/// else the theme has.
fn style_sheet(tree: &SourceTree, theme: Option<&str>) -> Checked<String> {
    let folder = format!("{}/css", theme.unwrap_or_default());
    let texts = tree.below(&folder).filter(|_| theme.is_some()).filter_map(|file| Some((file, file.as_text()?)));
    let own: BTreeMap<&str, (&SourceFile, &str)> =
        texts.filter_map(|(file, text)| Some((file.path.below(&folder)?, (file, &**text)))).collect();
    let diagnostics = own.values().flat_map(|(file, text)| {
        let found = outside::in_style_sheet(text).into_iter();
        found.map(|found| Diagnostic::new(found.code, span(file, &found), found.message).help(found.help))
    });
    let parts = builtin::STYLES.iter().map(|(name, text)| own.get(name).map_or(*text, |(_, own)| *own));
    let is_known = |name: &str| builtin::STYLES.iter().any(|(known, _)| *known == name);
    let further = own.iter().filter(|(name, _)| !is_known(name)).map(|(_, (_, text))| *text);
    Checked::new(parts.chain(further).collect(), diagnostics.collect())
}

fn span(file: &SourceFile, found: &outside::Finding) -> Span {
    let length = found.address.as_ref().map_or(0, String::len);
    Span::new(file.id, found.at..found.at + length)
}

fn add_own(all: &mut BTreeMap<Route, OutputFile>, files: impl Iterator<Item = (&'static str, Arc<[u8]>)>) {
    for (path, bytes) in files {
        // A test holds that every address of the program's own files can be read.
        if let Ok(route) = Route::file(path) {
            let media_type = MediaType::of_file_name(path);
            all.insert(route.clone(), OutputFile { route, media_type, bytes: bytes.into() });
        }
    }
}

fn add(all: &mut BTreeMap<Route, OutputFile>, tree: &SourceTree, folder: &str, diagnostics: &mut Vec<Diagnostic>) {
    for file in tree.below(folder) {
        match read(file, folder) {
            Ok(Some(asset)) => {
                diagnostics.extend(outside::in_file(&asset).into_iter().map(|found| at_fault(file, &asset, &found)));
                all.insert(asset.route.clone(), asset);
            }
            Ok(None) => {}
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
}

/// What is wrong with `asset`, a saved page or style sheet that stands at `path` in the content: the first fault, and how many more.
#[must_use]
pub fn saved_page_fault(path: &SourcePath, asset: &OutputFile) -> Option<Diagnostic> {
    let found = outside::in_saved(asset);
    let first = found.iter().min_by_key(|finding| finding.at)?;
    let place = outside::place(&asset.bytes, first.at);
    let others = match found.len() - 1 {
        0 => String::new(),
        1 => ", and 1 more".to_owned(),
        others => format!(", and {others} more"),
    };
    let message = format!("{}, {place}{others}", first.message);
    let help =
        "save the page without scripts and with its pictures inside the folder, or publish a picture or the text of it";
    Some(Diagnostic::new(first.code, Span::start_of(FileId::of_path(path.as_str())), message).help(help))
}

/// What is wrong in a file that is carried over. Its text is not among those that diagnostics can show, so the place is told in words.
fn at_fault(file: &SourceFile, asset: &OutputFile, found: &outside::Finding) -> Diagnostic {
    let place = outside::place(&asset.bytes, found.at);
    let message = format!("{}, {place}", found.message);
    Diagnostic::new(found.code, Span::start_of(file.id), message).help(found.help)
}

fn read(file: &SourceFile, folder: &str) -> Result<Option<OutputFile>, Diagnostic> {
    let bytes = match &file.content {
        Content::Text(text) => Arc::from(text.as_bytes()),
        Content::Bytes(bytes) => Arc::clone(bytes),
        // What is in `static/` is read with the tree; the rest a diagnostic has told.
        Content::Aside { .. } | Content::OnDisk { .. } | Content::Unreadable => return Ok(None),
    };
    let path = file.path.below(folder).unwrap_or_default();
    let route = Route::file(path).map_err(|error| {
        let message = format!("`{path}` cannot be an address of the site: {error}");
        Diagnostic::new(Code::UnusableFileName, Span::start_of(file.id), message).help("rename the file")
    })?;
    Ok(Some(OutputFile { route, media_type: MediaType::of_file_name(path), bytes: bytes.into() }))
}
