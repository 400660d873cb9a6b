//! The files that are carried over into the site, pictures cleaned. Knows which files these are and what was cleaned before, not how a picture is cleaned.

use std::sync::Arc;

use rayon::prelude::*;

use super::memo::Memo;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::foundation::span::{FileId, Span};
use crate::media::{self, Fault, Format, Origin};
use crate::source::copies::{Copies, Sha256};
use crate::source::tree::{SourcePath, SourceTree};

/// The pictures of the last build.
#[derive(Default)]
pub struct PictureMemo(Memo<Result<Arc<[u8]>, Fault>>);

/// A file on its way into the site.
struct Carried {
    path: SourcePath,
    origin: Origin,
    file: OutputFile,
}

impl PictureMemo {
    /// `files` with the pictures among them cleaned, and with `attachments`, whose bytes `copies` gives. What cannot be published
    /// is left out and told.
    pub fn carry(
        &mut self,
        files: Vec<OutputFile>,
        attachments: &[(Route, SourcePath)],
        tree: &SourceTree,
        copies: &dyn Copies,
    ) -> Checked<Vec<OutputFile>> {
        let mut diagnostics = Vec::new();
        let (pictures, mut finished): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|file| Format::of_name(&file.route.output_path()).is_some());
        let fixed = pictures.into_iter().map(|file| Carried { path: fixed(&file, tree), origin: Origin::Static, file });
        let mut carried: Vec<Carried> = fixed.collect();
        let attached: Vec<Result<Carried, Diagnostic>> =
            attachments.par_iter().map(|(route, path)| attached(route, path, tree, copies)).collect();
        for result in attached {
            match result {
                Ok(file) => carried.push(file),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        let (pictures, others): (Vec<_>, Vec<_>) =
            carried.into_iter().partition(|carried| Format::of_name(carried.path.file_name()).is_some());
        finished.extend(others.into_iter().map(|carried| carried.file));
        finished.extend(self.clean(pictures).collect_into(&mut diagnostics));
        finished.sort_by(|a, b| a.route.cmp(&b.route));
        Checked::new(finished, diagnostics)
    }

    fn clean(&mut self, pictures: Vec<Carried>) -> Checked<Vec<OutputFile>> {
        let format = |picture: &Carried| Format::of_name(picture.path.file_name());
        let key =
            |picture: &Carried| Fingerprint::of(&(Sha256::of(&picture.file.bytes), format(picture), picture.origin));
        let clean = |picture: &Carried| match format(picture) {
            Some(format) => media::clean(format, &picture.file.bytes, picture.origin),
            None => Ok(Arc::clone(&picture.file.bytes)),
        };
        let (results, _) = self.0.remember(&pictures, key, clean);
        let mut diagnostics = Vec::new();
        let mut files = Vec::new();
        for (picture, result) in pictures.into_iter().zip(results) {
            match &*result {
                Ok(bytes) => files.push(OutputFile { bytes: Arc::clone(bytes), ..picture.file }),
                Err(fault) => {
                    let path = picture.path.as_str();
                    diagnostics.push(fault.at(path, Span::start_of(FileId::of_path(path))));
                }
            }
        }
        Checked::new(files, diagnostics)
    }
}

/// Where `file`, which no template made, comes from: the site's own folder wins over that of its theme.
fn fixed(file: &OutputFile, tree: &SourceTree) -> SourcePath {
    let address = file.route.output_path();
    let own = format!("static/{address}");
    let of_theme = format!("/static/{address}");
    let found = tree.get(&own).or_else(|| tree.below("themes").find(|file| file.path.as_str().ends_with(&of_theme)));
    found.map_or_else(|| SourcePath::new(&own), |file| file.path.clone())
}

fn attached(route: &Route, path: &SourcePath, tree: &SourceTree, copies: &dyn Copies) -> Result<Carried, Diagnostic> {
    let bytes = tree.get(path.as_str()).and_then(|file| copies.bytes(file)).ok_or_else(|| {
        let message = format!("`{path}` cannot be read: it has gone or changed while the site was built");
        Diagnostic::new(Code::UnreadableFile, Span::start_of(FileId::of_path(path.as_str())), message)
            .help("build again when nothing writes to the file")
    })?;
    let file = OutputFile { route: route.clone(), media_type: MediaType::of_file_name(path.file_name()), bytes };
    Ok(Carried { path: path.clone(), origin: Origin::Content, file })
}
