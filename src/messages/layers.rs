//! The layers of message files. Knows in which folder each lies and which has the word.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::catalogue::Catalogue;
use super::pattern::Pattern;
use super::read::{File, read};
use super::{Messages, builtin, check};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::language::Language;
use crate::foundation::span::{FileId, Span};
use crate::source::config::Config;
use crate::source::tree::{SourceFile, SourceTree};

/// The folder of the site's own messages, and that of a theme's below its folder.
const FOLDER: &str = "messages";

/// One message file: whose it is, where it begins, and what is in it.
struct Layer {
    language: Language,
    start: Span,
    file: File,
    is_builtin: bool,
}

/// The messages of all layers.
pub(super) fn load(tree: &SourceTree, config: &Config) -> Checked<Messages> {
    let mut diagnostics = Vec::new();
    let mut layers: Vec<Layer> = builtin::FILES.iter().filter_map(|(tag, text)| of_program(tag, text)).collect();
    let theme = config.theme.as_ref().map(|theme| format!("themes/{}/{FOLDER}", theme.value));
    for folder in theme.as_deref().into_iter().chain([FOLDER]) {
        layers.extend(tree.below(folder).filter_map(|file| of_site(file, folder, &mut diagnostics)));
    }
    let english = merged(&layers, &Language::english());
    for layer in layers.iter().filter(|layer| !layer.is_builtin) {
        diagnostics.extend(check::against(&english, &layer.file));
        if layer.language != Language::english() {
            diagnostics.extend(check::unknown(&english, &layer.file));
        }
    }
    diagnostics.extend(incomplete(&english, &layers));
    Checked::new(messages(&english, &layers), diagnostics)
}

fn messages(english: &File, layers: &[Layer]) -> Messages {
    let languages: BTreeSet<&Language> = layers.iter().map(|layer| &layer.language).collect();
    let catalogue = |language: &Language| {
        let mut all = patterns(english);
        all.extend(patterns(&merged(layers, language)));
        all
    };
    let all: BTreeMap<&Language, BTreeMap<String, Pattern>> =
        languages.into_iter().map(|language| (language, catalogue(language))).collect();
    let fingerprint = Fingerprint::of(&all.iter().map(|(language, all)| (language.as_str(), all)).collect::<Vec<_>>());
    let made = |(language, all): (&Language, BTreeMap<String, Pattern>)| {
        (language.clone(), Arc::new(Catalogue::new(language.clone(), all)))
    };
    let mut others: BTreeMap<Language, Arc<Catalogue>> = all.into_iter().map(made).collect();
    let own = others.remove(&Language::english());
    let english = own.unwrap_or_else(|| Arc::new(Catalogue::new(Language::english(), patterns(english))));
    Messages { english, others, fingerprint }
}

fn patterns(file: &File) -> BTreeMap<String, Pattern> {
    file.iter().map(|(name, read)| (name.clone(), read.pattern.clone())).collect()
}

/// The messages of `language` of all layers; a later layer's stand in the places of an earlier one's.
fn merged(layers: &[Layer], language: &Language) -> File {
    let own = layers.iter().filter(|layer| layer.language == *language);
    own.flat_map(|layer| layer.file.clone()).collect()
}

/// A built-in file; a test holds that each can be read.
fn of_program(tag: &str, text: &str) -> Option<Layer> {
    let language = Language::parse(tag).ok()?;
    let id = FileId::of_path(&builtin::path(tag));
    Some(Layer { language, start: Span::start_of(id), file: read(id, text).value, is_builtin: true })
}

/// A file of the site or of its theme; nothing for one that is no message file.
fn of_site(file: &SourceFile, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Layer> {
    let (name, text) = (file.path.below(folder)?, file.as_text()?);
    let tag = name.strip_suffix(".ftl")?;
    let start = Span::start_of(file.id);
    let Ok(language) = Language::parse(tag) else {
        let message = format!("`{name}` is not named for a language");
        let help = Language::nearest(tag).map_or_else(
            || "name it by the tag of its language, such as `tr.ftl`".to_owned(),
            |near| format!("did you mean `{near}.ftl`?"),
        );
        diagnostics.push(Diagnostic::new(Code::InvalidMessage, start, message).help(help));
        return None;
    };
    let file = read(file.id, text).collect_into(diagnostics);
    Some(Layer { language, start, file, is_builtin: false })
}

/// Languages that the site or its theme brought and the program does not have, and that do not have every message.
fn incomplete(english: &File, layers: &[Layer]) -> Vec<Diagnostic> {
    let is_new = |language: &Language| !layers.iter().any(|layer| layer.is_builtin && layer.language == *language);
    let last = layers.iter().enumerate().filter(|(index, layer)| {
        !layers.iter().skip(index + 1).any(|later| later.language == layer.language) && is_new(&layer.language)
    });
    last.filter_map(|(_, layer)| {
        let own = merged(layers, &layer.language);
        let missing: Vec<&str> = english.keys().filter(|name| !own.contains_key(*name)).map(String::as_str).collect();
        let first = missing.iter().take(3).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let message = format!(
            "{} of {} messages are missing in the language `{}` and will be in English",
            missing.len(),
            english.len(),
            layer.language
        );
        let help = format!("write them into this file; the first are {first}");
        (!missing.is_empty()).then(|| Diagnostic::new(Code::MissingMessage, layer.start, message).help(help))
    })
    .collect()
}
