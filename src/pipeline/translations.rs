//! Translations among the files of a site: which file is the translation of which, and the site in each of its languages. Knows
//! names of files and the order of the stages, no words.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::translated::{self, File};
use crate::document::{Document, Settings};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::language::Language;
use crate::foundation::span::Span;
use crate::graph::files::Files;
use crate::graph::{Site, translations};
use crate::source::config::Config;
use crate::source::tree::{SourceFile, SourceTree};

/// A translation and its main file.
pub(super) struct Pair<'a> {
    /// The main file.
    pub main: File<'a>,
    /// The translation.
    pub own: File<'a>,
    /// Into which language.
    pub language: Language,
}

impl Pair<'_> {
    /// The document in this language; with `drafts` also when it is one.
    pub(super) fn parse(&self, settings: &Settings, drafts: bool) -> Checked<Option<Arc<Document>>> {
        let Checked { value, diagnostics } = translated::parse(self.main, self.own, &self.language, settings, drafts);
        Checked::new(value.map(Arc::new), diagnostics)
    }
}

/// Takes the translations out of `markdown`. A file that is named like a translation is never a page of its own: what its main
/// file withholds would stand there.
pub(super) fn among<'a>(
    markdown: Vec<&'a SourceFile>,
    tree: &'a SourceTree,
    config: &Config,
) -> Checked<(Vec<Pair<'a>>, Vec<&'a SourceFile>)> {
    let (mut pairs, mut others, mut diagnostics) = (Vec::new(), Vec::new(), Vec::new());
    for file in markdown {
        let named = translated::name(&file.path).map(|(main, language)| (tree.get(main.as_str()), language));
        match named {
            Some((None, language)) if !config.languages.contains(&language) => others.push(file),
            None => others.push(file),
            Some((main, language)) => match pair(file, main, language, config) {
                Ok(pair) => pairs.push(pair),
                Err(diagnostic) => diagnostics.push(diagnostic),
            },
        }
    }
    Checked::new((pairs, others), diagnostics)
}

fn pair<'a>(
    file: &'a SourceFile,
    main: Option<&'a SourceFile>,
    language: Language,
    config: &Config,
) -> Result<Pair<'a>, Diagnostic> {
    let fault = |message: String, help: String| {
        Err(Diagnostic::new(Code::InvalidTranslation, Span::start_of(file.id), message).help(help))
    };
    let Some(main) = main else {
        let message =
            format!("this is named like a translation, and there is no file of which it is one in `{language}`");
        return fault(
            message,
            "give it the name of its main file, with the tag of the language before `.md`".to_owned(),
        );
    };
    if language == config.language {
        let message = format!("`{language}` is the site's own language");
        return fault(message, format!("write this text into `{}`", main.path));
    }
    if !config.languages.contains(&language) {
        let message = format!("the site is not in the language `{language}`");
        return fault(message, format!("add it to `dossier.toml`: languages = [\"{language}\"]"));
    }
    let text = |file: &'a SourceFile| file.as_text().map_or("", |text| text);
    let own = File { path: &file.path, text: text(file) };
    Ok(Pair { main: File { path: &main.path, text: text(main) }, own, language })
}

/// The site in each of its further languages: what `told` holds of `pairs` stands in the places of its main documents.
pub(super) fn sites(
    config: &Config,
    main: &Site,
    documents: &[Arc<Document>],
    pairs: &[Pair<'_>],
    told: &[Arc<Checked<Option<Arc<Document>>>>],
    files: &Files,
) -> Checked<Vec<(Language, Site)>> {
    let mut diagnostics = Vec::new();
    let sites = config.languages.iter().map(|language| {
        let own: BTreeMap<&str, &Arc<Document>> = pairs
            .iter()
            .zip(told)
            .filter(|(pair, _)| pair.language == *language)
            .filter_map(|(pair, told)| Some((pair.main.path.as_str(), told.value.as_ref()?)))
            .collect();
        let in_language =
            |document: &Arc<Document>| Arc::clone(own.get(document.path.as_str()).copied().unwrap_or(document));
        let documents: Vec<Arc<Document>> = documents.iter().map(in_language).collect();
        (language.clone(), translations::resolve(main, &documents, files).collect_into(&mut diagnostics))
    });
    let sites = sites.collect();
    Checked::new(sites, diagnostics)
}
