//! A document in another language: `kurt.tr.md` beside `kurt.md`. Knows that all that says what something is, what may be seen and
//! how a claim stands comes from the main file, and only the words from the translation.

use super::Document;
use super::body::{self, BodySettings};
use super::front_matter::{self, Common, Fields, FrontMatter, OwnWords, PersonFields, Text};
use super::mention::MentionTable;
use super::parse::{self, Settings};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::fold::nfc;
use crate::foundation::language::Language;
use crate::foundation::span::{FileId, Span, Spanned};
use crate::source::tree::SourcePath;

/// A file, as it was read.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its path.
    pub path: &'a SourcePath,
    /// Its text.
    pub text: &'a str,
}

/// The main file and the language that the name of a translation tells: `people/kurt.md` and `tr` for `people/kurt.tr.md`.
#[must_use]
pub fn name(path: &SourcePath) -> Option<(SourcePath, Language)> {
    let text = path.as_str();
    let ending = text.get(text.len().checked_sub(3)?..).filter(|ending| ending.eq_ignore_ascii_case(".md"))?;
    let (main, tag) = text.strip_suffix(ending)?.rsplit_once('.')?;
    let language = Language::parse(tag).ok().filter(|language| language.base().len() < 4 && language.is_known())?;
    (!main.is_empty() && !main.ends_with('/')).then(|| (SourcePath::new(&format!("{main}{ending}")), language))
}

/// What [`parse()`] makes of two files: equal keys give equal documents.
#[must_use]
pub fn key(main: File<'_>, own: File<'_>, language: &Language, settings: &Settings, drafts: bool) -> Fingerprint {
    let of = |file: File<'_>| parse::key(file.path, file.text, settings);
    Fingerprint::of(&(of(main), of(own), language, drafts))
}

/// The document of `main` in the words of its translation `own`; nothing for a main file without an id, and for a translation that
/// is a draft unless `drafts` are asked for: then the document is one. What is wrong in the main file is told with that file.
pub fn parse(
    main: File<'_>,
    own: File<'_>,
    language: &Language,
    settings: &Settings,
    drafts: bool,
) -> Checked<Option<Document>> {
    let mut diagnostics = Vec::new();
    let mut mentions = MentionTable::default();
    let main_file = FileId::of_path(main.path.as_str());
    let own_file = FileId::of_path(own.path.as_str());
    let front = front_matter::read(main_file, main.text, parse::folder_kind(main.path), settings, &mut mentions).value;
    let read = front_matter::read_translation(own_file, own.text, front.kind, is_unnamed(&front), settings);
    let words = read.collect_into(&mut diagnostics);
    if front.common.withdrawn.is_some() {
        diagnostics.push(of_a_withdrawn_page(own_file));
    }
    let body_settings = BodySettings { language: language.clone(), folder: parse::folder(main.path) };
    let body = body::read(own_file, own.text, words.body_start, &body_settings, &mut mentions);
    let body = body.collect_into(&mut diagnostics);
    let stem = nfc(main.path.stem());
    let id = parse::id(main_file, &stem, &front, &mut Vec::new());
    let Some(id) = id.filter(|_| drafts || !words.common.draft) else { return Checked::new(None, diagnostics) };
    let title = parse::title(main_file, &stem, &front);
    let document = Document {
        file: own_file,
        path: main.path.clone(),
        fingerprint: key(main, own, language, settings, drafts),
        kind: front.kind,
        id,
        found_as: std::iter::once(&title).chain(&front.common.aliases).map(|name| name.value.clone()).collect(),
        title: words.title.clone().or_else(|| words.label.clone()).unwrap_or(title),
        stem,
        is_translation: true,
        common: Common {
            main_lang: Some(
                front.common.lang.as_ref().map_or_else(|| settings.language.clone(), |lang| lang.value.clone()),
            ),
            ..common(front.common, &words, language, own_file)
        },
        fields: fields(front.fields, words.label),
        mentions: mentions.finish(),
        body,
    };
    Checked::new(Some(document), diagnostics)
}

fn is_unnamed(front: &FrontMatter) -> bool {
    matches!(&front.fields, Fields::Person(person) if person.label.is_some())
}

/// The keys of the main file with the words of the translation. A summary in another language would stand among these words as if
/// it belonged to them, so there is none where the translation has none.
fn common(main: Common, words: &OwnWords, language: &Language, own: FileId) -> Common {
    let OwnWords { common, .. } = words;
    let aliases = if common.aliases.is_empty() { main.aliases } else { common.aliases.clone() };
    Common {
        aliases,
        lang: Some(Spanned::new(language.clone(), Span::start_of(own))),
        sort_as: common.sort_as.clone().or_else(|| main.sort_as.filter(|_| words.title.is_none())),
        summary: common.summary.clone(),
        draft: main.draft || common.draft,
        ..main
    }
}

fn fields(main: Fields, label: Option<Text>) -> Fields {
    match main {
        Fields::Person(person) => Fields::Person(PersonFields { label: label.or(person.label), ..person }),
        other => other,
    }
}

fn of_a_withdrawn_page(own: FileId) -> Diagnostic {
    let message = "this is the translation of a page that was withdrawn";
    Diagnostic::new(Code::WithdrawalWithContent, Span::start_of(own), message)
        .help("delete the file; the note in the place of the page stands in the main file")
}
