//! A Markdown file to a [`Document`]. Knows how front matter, body and file name make one; each part has its own module.

use std::sync::Arc;

use super::Document;
use super::body::{self, BodySettings};
use super::front_matter::{self, Fields, FrontMatter};
use super::kind::Kind;
use super::mention::MentionTable;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::fold::nfc;
use crate::foundation::language::Language;
use crate::foundation::slug::Slug;
use crate::foundation::span::{FileId, Span, Spanned};
use crate::source::tree::SourcePath;

/// All of the site's configuration that decides how a file is read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The language of documents that name none.
    pub language: Language,
    /// The role keys of hearings and cases, in the order in which they are shown.
    pub roles: Arc<[Role]>,
}

/// A role that people have at a hearing or in a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Role {
    /// The key in front matter, a plural: `judges`.
    pub key: String,
    /// The heading above those who have it: "Judges".
    pub title: String,
}

/// The role keys that every site has, with their headings.
const ROLES: [(&str, &str); 10] = [
    ("judges", "Judges"),
    ("prosecutors", "Prosecutors"),
    ("defendants", "Defendants"),
    ("complainants", "Complainants"),
    ("victims", "Victims"),
    ("lawyers", "Lawyers"),
    ("witnesses", "Witnesses"),
    ("experts", "Experts"),
    ("officials", "Officials"),
    ("observers", "Observers"),
];

impl Settings {
    /// The settings of a site in `language` whose configuration adds the roles `more`, as `(key, heading)`.
    #[must_use]
    pub fn new(language: Language, more: &[(String, String)]) -> Self {
        let own = ROLES.iter().map(|(key, title)| Role { key: (*key).to_owned(), title: (*title).to_owned() });
        let more = more.iter().map(|(key, title)| Role { key: key.clone(), title: title.clone() });
        Self { language, roles: own.chain(more).collect() }
    }
}

/// What [`parse`] makes of `text` at `path`: equal keys give equal documents.
#[must_use]
pub fn key(path: &SourcePath, text: &str, settings: &Settings) -> Fingerprint {
    Fingerprint::of(&(path.as_str(), text, settings))
}

/// Reads the Markdown file at `path`. There is no document only when it has no id that could be an address.
pub fn parse(path: &SourcePath, text: &str, settings: &Settings) -> Checked<Option<Document>> {
    let file = FileId::of_path(path.as_str());
    let mut diagnostics = Vec::new();
    let mut mentions = MentionTable::default();
    let read = front_matter::read(file, text, folder_kind(path), settings, &mut mentions);
    let front_matter = read.collect_into(&mut diagnostics);
    let language = front_matter.common.lang.as_ref().map_or(&settings.language, |lang| &lang.value);
    let body_settings = BodySettings { language: language.clone(), folder: folder(path) };
    let body =
        body::read(file, text, front_matter.body_start, &body_settings, &mut mentions).collect_into(&mut diagnostics);
    let stem = nfc(path.stem());
    if front_matter.common.withdrawn.is_some() {
        refuse_text(file, text, front_matter.body_start, &mut diagnostics);
    }
    let Some(id) = id(file, &stem, &front_matter, &mut diagnostics) else { return Checked::new(None, diagnostics) };
    let document = Document {
        file,
        path: path.clone(),
        fingerprint: key(path, text, settings),
        kind: front_matter.kind,
        id,
        title: title(file, &stem, &front_matter),
        found_as: Vec::new(),
        stem,
        is_translation: false,
        common: front_matter.common,
        fields: front_matter.fields,
        mentions: mentions.finish(),
        body,
    };
    Checked::new(Some(document), diagnostics)
}

/// The folder of a file, below the content.
pub(super) fn folder(path: &SourcePath) -> String {
    let folder = path.below("content").and_then(|below| below.rsplit_once('/'));
    folder.map_or("", |(folder, _)| folder).to_owned()
}

/// The kind of the innermost folder that is named for one.
pub(super) fn folder_kind(path: &SourcePath) -> Option<Kind> {
    path.parts().rev().skip(1).find_map(Kind::of_folder)
}

/// The id of a file with this name and front matter; nothing where none can be made.
pub(super) fn id(
    file: FileId,
    stem: &str,
    front_matter: &FrontMatter,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Spanned<Slug>> {
    if let Some(id) = &front_matter.id {
        return Some(id.clone());
    }
    match Slug::of_name(stem) {
        Ok(slug) => Some(Spanned::new(slug, Span::start_of(file))),
        Err(error) => {
            diagnostics.push(
                Diagnostic::new(
                    Code::InvalidId,
                    Span::start_of(file),
                    format!("no id can be made of the file name `{stem}`: {error}"),
                )
                .help("write one in the front matter, in lower-case letters, digits and hyphens: `id: p-17`"),
            );
            None
        }
    }
}

/// Reports a text below the front matter of a page that was withdrawn.
fn refuse_text(file: FileId, text: &str, start: usize, diagnostics: &mut Vec<Diagnostic>) {
    let body = text.get(start..).unwrap_or_default();
    let first = body.trim_start();
    let line = first.lines().next().unwrap_or_default().trim_end();
    if line.is_empty() {
        return;
    }
    let at = start + (body.len() - first.len());
    diagnostics.push(
        Diagnostic::new(
            Code::WithdrawalWithContent,
            Span::new(file, at..at + line.len()),
            "there is text in the file of a page that was withdrawn",
        )
        .help("take the text out; what readers may know of the reason goes into `reason` below `withdrawn`"),
    );
}

/// The title of a file with this name and front matter.
pub(super) fn title(file: FileId, stem: &str, front_matter: &FrontMatter) -> Spanned<String> {
    let label = match &front_matter.fields {
        Fields::Person(person) => person.label.as_ref(),
        _ => None,
    };
    let written = front_matter.title.as_ref().or(label);
    written.cloned().unwrap_or_else(|| Spanned::new(stem.to_owned(), Span::start_of(file)))
}
