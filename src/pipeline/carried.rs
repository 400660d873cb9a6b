//! The files that are carried over into the site: pictures cleaned, documents looked into. Knows which files these are and what was done before, not how it is done.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::memo::Memo;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::foundation::span::{FileId, Span};
use crate::media::papers::{self, Kind};
use crate::media::{self, Fault, Format, Narrower, Origin};
use crate::pages::{self, UsedFiles, UsedPicture};
use crate::source::copies::{Copies, Sha256};
use crate::source::tree::{SourcePath, SourceTree};
use crate::theme;

/// The pictures of the last build, and what was found in its documents.
#[derive(Default)]
pub struct CarriedMemo {
    /// Pictures of pages.
    content: Memo<Result<Arc<[u8]>, Fault>>,
    /// Pictures of the theme and of the site.
    fixed: Memo<Result<Arc<[u8]>, Fault>>,
    documents: Memo<papers::Report>,
    /// The copies of pictures of pages.
    narrower: Memo<Option<Measured>>,
}

/// A picture's size, and its copies.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Measured {
    width: u32,
    height: u32,
    narrower: Vec<Narrower>,
}

/// The files of pages as they are published, by the paths of their sources.
#[derive(Default)]
pub struct Ready {
    files: BTreeMap<SourcePath, Arc<[u8]>>,
    pictures: BTreeMap<SourcePath, Arc<Option<Measured>>>,
}

impl Ready {
    /// Tells `used` the hash of each file, the size of each picture and how wide its copies are.
    pub fn describe(&self, used: &mut UsedFiles) {
        used.hashes = self.files.par_iter().map(|(path, bytes)| (path.clone(), Sha256::of(bytes))).collect();
        let picture = |(path, measured): (&SourcePath, &Arc<Option<Measured>>)| {
            let Measured { width, height, narrower } = measured.as_ref().as_ref()?;
            let narrower = narrower.iter().map(|copy| copy.width).collect();
            Some((path.clone(), UsedPicture { width: *width, height: *height, narrower }))
        };
        used.pictures = self.pictures.iter().filter_map(picture).collect();
    }

    /// The copies of the picture at `path`, to stand beside `route`.
    fn copies(&self, path: &SourcePath, route: &Route) -> Vec<OutputFile> {
        let measured = self.pictures.get(path).and_then(|measured| measured.as_ref().as_ref());
        let copies = measured.map(|measured| measured.narrower.as_slice()).unwrap_or_default();
        let file = |copy: &Narrower| {
            let route = pages::of_narrower(route, copy.width)?;
            let media_type = MediaType::of_file_name(&route.output_path());
            Some(OutputFile { route, media_type, bytes: Arc::clone(&copy.bytes).into() })
        };
        copies.iter().filter_map(file).collect()
    }
}

/// A picture on its way into the site.
struct Picture {
    path: SourcePath,
    origin: Origin,
    bytes: Arc<[u8]>,
}

impl CarriedMemo {
    /// The files at `paths`, whose bytes `copies` gives: pictures cleaned, documents as they are when nothing speaks against it.
    /// What cannot be published is left out and told.
    pub fn ready(&mut self, paths: &[SourcePath], tree: &SourceTree, copies: &dyn Copies) -> Checked<Ready> {
        let mut diagnostics = Vec::new();
        let read: Vec<_> = paths.par_iter().map(|path| (path, bytes(path, tree, copies))).collect();
        let (mut pictures, mut documents) = (Vec::new(), Vec::new());
        for (path, bytes) in read {
            let path = path.clone();
            match bytes {
                Ok(bytes) if Format::of_name(path.file_name()).is_some() => {
                    pictures.push(Picture { path, origin: Origin::Content, bytes });
                }
                Ok(bytes) => documents.push((path, bytes)),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        let mut ready = self.looked_into(documents, copies).collect_into(&mut diagnostics);
        let cleaned = clean(&mut self.content, pictures).collect_into(&mut diagnostics);
        let pictures = self.narrowed(&cleaned);
        ready.extend(cleaned);
        Checked::new(Ready { files: ready, pictures }, diagnostics)
    }

    /// The size and the copies of each of the clean `pictures`.
    fn narrowed(&mut self, pictures: &BTreeMap<SourcePath, Arc<[u8]>>) -> BTreeMap<SourcePath, Arc<Option<Measured>>> {
        let pictures: Vec<(&SourcePath, &Arc<[u8]>)> = pictures.iter().collect();
        let format = |path: &SourcePath| Format::of_name(path.file_name());
        let key = |(path, bytes): &(&SourcePath, &Arc<[u8]>)| Fingerprint::of(&(Sha256::of(bytes), format(path)));
        let measured = |(path, bytes): &(&SourcePath, &Arc<[u8]>)| {
            let format = format(path)?;
            let (width, height) = media::size(format, bytes)?;
            Some(Measured { width, height, narrower: media::narrower(format, bytes) })
        };
        let (measured, _) = self.narrower.remember(&pictures, key, measured);
        pictures.into_iter().zip(measured).map(|((path, _), measured)| (path.clone(), measured)).collect()
    }

    fn looked_into(
        &mut self,
        documents: Vec<(SourcePath, Arc<[u8]>)>,
        copies: &dyn Copies,
    ) -> Checked<BTreeMap<SourcePath, Arc<[u8]>>> {
        let kind = |path: &SourcePath| Kind::of_name(path.file_name());
        let key = |(path, bytes): &(SourcePath, Arc<[u8]>)| Fingerprint::of(&(Sha256::of(bytes), kind(path)));
        let look = |(path, bytes): &(SourcePath, Arc<[u8]>)| match kind(path) {
            Kind::Pdf | Kind::Office(_) => copies.look_into(path.file_name(), bytes),
            other => papers::look_into(other, bytes),
        };
        let (reports, _) = self.documents.remember(&documents, key, look);
        let mut diagnostics = Vec::new();
        let mut ready = BTreeMap::new();
        for ((path, bytes), report) in documents.into_iter().zip(reports) {
            let found = papers::diagnostics(&report, path.as_str(), Span::start_of(FileId::of_path(path.as_str())));
            if found.is_empty() {
                ready.insert(path, bytes);
            }
            diagnostics.extend(found);
        }
        Checked::new(ready, diagnostics)
    }

    /// `files` with the pictures among them cleaned, and with those of the `ready` files that `attachments` name. What cannot be
    /// published is left out and told.
    pub fn carry(
        &mut self,
        files: Vec<OutputFile>,
        attachments: &[(Route, SourcePath)],
        ready: &Ready,
        tree: &SourceTree,
    ) -> Checked<Vec<OutputFile>> {
        let mut diagnostics = Vec::new();
        let (pictures, mut finished): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|file| Format::of_name(&file.route.output_path()).is_some());
        let by_path: BTreeMap<SourcePath, OutputFile> =
            pictures.into_iter().map(|file| (fixed(&file, tree), file)).collect();
        let to_clean = by_path.iter().map(|(path, file)| Picture {
            path: path.clone(),
            origin: Origin::Static,
            bytes: Arc::from(&*file.bytes),
        });
        let cleaned = clean(&mut self.fixed, to_clean.collect()).collect_into(&mut diagnostics);
        finished.extend(by_path.into_iter().filter_map(|(path, file)| {
            let bytes = Arc::clone(cleaned.get(&path)?);
            Some(OutputFile { bytes: bytes.into(), ..file })
        }));
        for (route, path) in attachments {
            let Some(bytes) = ready.files.get(path) else { continue };
            let media_type = MediaType::of_file_name(path.file_name());
            let file = OutputFile { route: route.clone(), media_type, bytes: Arc::clone(bytes).into() };
            if Kind::of_name(path.file_name()) == Kind::Web {
                diagnostics.extend(theme::saved_page_fault(path, &file));
            }
            finished.push(file);
            finished.extend(ready.copies(path, route));
        }
        finished.sort_by(|a, b| a.route.cmp(&b.route));
        Checked::new(finished, diagnostics)
    }
}

fn clean(
    memo: &mut Memo<Result<Arc<[u8]>, Fault>>,
    pictures: Vec<Picture>,
) -> Checked<BTreeMap<SourcePath, Arc<[u8]>>> {
    let format = |picture: &Picture| Format::of_name(picture.path.file_name());
    let key = |picture: &Picture| Fingerprint::of(&(Sha256::of(&picture.bytes), format(picture), picture.origin));
    let clean = |picture: &Picture| match format(picture) {
        Some(format) => media::clean(format, &picture.bytes, picture.origin),
        None => Ok(Arc::clone(&picture.bytes)),
    };
    let (results, _) = memo.remember(&pictures, key, clean);
    let mut diagnostics = Vec::new();
    let mut cleaned = BTreeMap::new();
    for (picture, result) in pictures.into_iter().zip(results) {
        match &*result {
            Ok(bytes) => {
                cleaned.insert(picture.path, Arc::clone(bytes));
            }
            Err(fault) => {
                let path = picture.path.as_str();
                diagnostics.push(fault.at(path, Span::start_of(FileId::of_path(path))));
            }
        }
    }
    Checked::new(cleaned, diagnostics)
}

/// Where `file`, which no template made, comes from: the site's own folder wins over that of its theme.
fn fixed(file: &OutputFile, tree: &SourceTree) -> SourcePath {
    let address = file.route.output_path();
    let own = format!("static/{address}");
    let of_theme = format!("/static/{address}");
    let found = tree.get(&own).or_else(|| tree.below("themes").find(|file| file.path.as_str().ends_with(&of_theme)));
    found.map_or_else(|| SourcePath::new(&own), |file| file.path.clone())
}

fn bytes(path: &SourcePath, tree: &SourceTree, copies: &dyn Copies) -> Result<Arc<[u8]>, Diagnostic> {
    tree.get(path.as_str()).and_then(|file| copies.bytes(file)).ok_or_else(|| {
        let message = format!("`{path}` cannot be read: it has gone or changed while the site was built");
        Diagnostic::new(Code::UnreadableFile, Span::start_of(FileId::of_path(path.as_str())), message)
            .help("build again when nothing writes to the file")
    })
}
