//! Which file an image or attachment means. Knows the paths of the site's files, not their content.

use std::collections::{BTreeSet, HashMap};

use super::entity::Entity;
use crate::document::front_matter::Fields;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fold::{FoldKey, nfc};
use crate::foundation::nearest::nearest;
use crate::foundation::span::Span;
use crate::source::tree::SourcePath;

/// The files that documents can use: everything below `content/` that is not a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    paths: BTreeSet<SourcePath>,
    by_name: HashMap<String, Vec<SourcePath>>,
}

/// Which file a use means; nothing when a diagnostic says why not.
pub type FileBinding = Option<SourcePath>;

impl Files {
    /// The files at `paths`.
    pub fn new(paths: impl IntoIterator<Item = SourcePath>) -> Self {
        let paths: BTreeSet<_> = paths.into_iter().collect();
        let mut by_name: HashMap<String, Vec<SourcePath>> = HashMap::new();
        for path in &paths {
            by_name.entry(nfc(path.file_name())).or_default().push(path.clone());
        }
        Self { paths, by_name }
    }

    /// The files that the document of `entity` uses, in the order of [`crate::document::body::Body::files`];
    /// after them, for a source with a stored copy, that copy.
    pub fn bind(&self, entity: &Entity) -> Checked<Vec<FileBinding>> {
        let document = &entity.document;
        let mut diagnostics = Vec::new();
        let mut bindings: Vec<_> = document
            .body
            .files
            .iter()
            .map(|used| self.find(document.path.folder(), &used.name, used.span, &mut diagnostics))
            .collect();
        if let Fields::Source(source) = &document.fields
            && let Some(file) = &source.file
        {
            bindings.push(self.find(document.path.folder(), &file.value, file.span, &mut diagnostics));
        }
        Checked::new(bindings, diagnostics)
    }

    /// The one file that `name`, written in a document in `folder`, means.
    pub(super) fn named(&self, folder: &str, name: &str) -> Option<&SourcePath> {
        let name = nfc(name);
        self.at(folder, &name).or_else(|| match self.by_name.get(&name).map(Vec::as_slice) {
            Some([one]) => Some(one),
            _ => None,
        })
    }

    /// The file at this path, seen from `folder` or from the top.
    fn at(&self, folder: &str, name: &str) -> Option<&SourcePath> {
        let beside = join(folder, name);
        let from_top = join("content", name.trim_start_matches('/'));
        [beside, from_top].into_iter().flatten().find_map(|path| self.paths.get(&SourcePath::new(&path)))
    }

    fn find(&self, folder: &str, name: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> FileBinding {
        let name = nfc(name);
        if let Some(found) = self.at(folder, &name) {
            return Some(found.clone());
        }
        match self.by_name.get(&name).map(Vec::as_slice) {
            Some([one]) => Some(one.clone()),
            Some(several) => {
                let paths: Vec<_> = several.iter().filter_map(|path| path.below("content")).collect();
                diagnostics.push(
                    Diagnostic::new(Code::AmbiguousName, span, format!("{} files are called `{name}`", several.len()))
                        .help(format!("write the path: {}", paths.join(" or "))),
                );
                None
            }
            None => {
                diagnostics.push(self.unknown(&name, span));
                None
            }
        }
    }

    fn unknown(&self, name: &str, span: Span) -> Diagnostic {
        let wanted = FoldKey::of(name);
        let mut near: Vec<&str> =
            self.by_name.keys().map(String::as_str).filter(|known| FoldKey::of(known) == wanted).collect();
        if near.is_empty() {
            near = nearest(name, self.by_name.keys().map(String::as_str), 1);
        }
        let help = near.first().map_or_else(
            || "put the file into `content/`, beside this document or anywhere below".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Diagnostic::new(Code::UnknownFile, span, format!("there is no file `{name}` in `content/`")).help(help)
    }
}

/// `name` seen from `folder`, without `.` and `..`; nothing when it would lead out of the site.
fn join(folder: &str, name: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
