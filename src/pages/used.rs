//! The files that published pages use: images, documents, stored copies. Knows which page uses which and whether a source answers for a document; nothing of what is in them.

use std::collections::BTreeMap;

use crate::document::front_matter::Fields;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::Span;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::media;
use crate::media::papers::Kind;
use crate::source::copies::Sha256;
use crate::source::tree::SourcePath;

/// The files of a site that are carried over into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsedFiles {
    /// The files, each once.
    pub paths: Vec<SourcePath>,
    /// The hash of each as it is published, which for pictures is not that of the file in `content/`.
    pub hashes: BTreeMap<SourcePath, Sha256>,
    /// The size of each picture, and how wide its copies are.
    pub pictures: BTreeMap<SourcePath, UsedPicture>,
}

/// A picture that pages show. Lengths are pixels.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UsedPicture {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The widths of its copies, the narrowest first.
    pub narrower: Vec<u32>,
}

/// The files that the published pages of `sites`, one a language, use; of a source's stored copy only what may be published. A
/// document for which no published source answers is an error at its first use.
pub fn used<'s>(sites: impl Iterator<Item = &'s PublicSite> + Clone) -> Checked<UsedFiles> {
    let mut uses: BTreeMap<&SourcePath, Span> = BTreeMap::new();
    for (path, span) in sites.clone().flat_map(PublicSite::entities).flat_map(used_by) {
        let first = uses.entry(path).or_insert(span);
        *first = span.min(*first);
    }
    let copies = copies(sites);
    let is_answered =
        |path: &SourcePath| copies.get(path).is_some_and(|sources| sources.iter().any(|(_, clean)| *clean));
    let uncleaned = uses.iter().filter(|(path, _)| needs_cleaning(path) && !is_answered(path));
    let diagnostics = uncleaned.map(|(path, span)| uncleaned_document(path, *span, copies.get(path))).collect();
    let paths = uses.into_keys().cloned().collect();
    Checked::new(UsedFiles { paths, ..UsedFiles::default() }, diagnostics)
}

/// The files that `entity` uses, and where it says so.
fn used_by(entity: &PublicEntity) -> impl Iterator<Item = (&SourcePath, Span)> {
    let in_body = entity.files().iter().zip(&entity.body().files);
    let in_body = in_body.filter_map(|(path, used)| Some((path.as_ref()?, used.span)));
    let copy = match entity.fields() {
        Fields::Source(source) if source.publishes_file => entity.stored_copy().zip(source.file.as_ref()),
        _ => None,
    };
    in_body.chain(copy.map(|(path, file)| (path, file.span)))
}

/// The stored copies of published sources, each with the sources that name it and whether they say that it was cleaned.
fn copies<'s>(sites: impl Iterator<Item = &'s PublicSite>) -> BTreeMap<&'s SourcePath, Vec<(&'s SourcePath, bool)>> {
    let mut copies: BTreeMap<&SourcePath, Vec<(&SourcePath, bool)>> = BTreeMap::new();
    for entity in sites.flat_map(PublicSite::entities) {
        if let (Fields::Source(source), Some(copy)) = (entity.fields(), entity.stored_copy()) {
            copies.entry(copy).or_default().push((entity.path(), source.cleaned.is_some()));
        }
    }
    copies
}

fn needs_cleaning(path: &SourcePath) -> bool {
    media::Format::of_name(path.file_name()).is_none() && Kind::of_name(path.file_name()).needs_cleaning()
}

fn uncleaned_document(path: &SourcePath, span: Span, sources: Option<&Vec<(&SourcePath, bool)>>) -> Diagnostic {
    let name = path.file_name();
    let answer = match sources.and_then(|sources| sources.first()) {
        Some((source, _)) => format!("`cleaned: true` into {source}"),
        None => format!("a source page with `file: {name}`, its `sha256`, and `cleaned: true`"),
    };
    let after = if Kind::of_name(name).is_looked_into() {
        "it is then checked"
    } else {
        "nothing can look into a file of this kind: you alone answer for it"
    };
    let message = format!("`{name}` would be published, and no published source page says that it was cleaned");
    let help = format!(
        "a document can name its author and keep what was deleted or blacked out: clean a copy with Dangerzone or mat2, look at it, \
         then write {answer}; {after}"
    );
    Diagnostic::new(Code::UncleanedDocument, span, message).help(help)
}
