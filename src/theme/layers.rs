//! The three layers of a theme. Knows which folder holds which layer and how templates of one layer are named; reads no template.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::builtin;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::nearest::did_you_mean;
use crate::foundation::span::{FileId, Span, Spanned};
use crate::source::config::Config;
use crate::source::tree::{SourceFile, SourceTree};

/// What stands before the name of a template of the chosen theme.
pub(super) const THEME: &str = "theme/";
/// What stands before the name of a template of the program.
pub(super) const BUILTIN: &str = "builtin/";

/// The folder of the site's own templates.
const SITE_TEMPLATES: &str = "templates";
/// More templates than any theme needs; it bounds how deep includes can be nested.
const MOST_TEMPLATES: usize = 1000;

/// A template before it is read.
pub(super) struct Template {
    /// The file it stands in: a path of the site, or `builtin/…`.
    pub file: FileId,
    /// Its text.
    pub text: Arc<str>,
}

/// All templates, by the names under which they reach each other.
pub(super) struct Templates(BTreeMap<String, Template>);

impl Templates {
    /// The template with this full name.
    pub fn get(&self, name: &str) -> Option<&Template> {
        self.0.get(name)
    }

    /// The full name of the template that `name` means: the highest layer that has it.
    pub fn resolve<'a>(&'a self, name: &str) -> Option<&'a str> {
        ["", THEME, BUILTIN]
            .iter()
            .find_map(|prefix| self.0.get_key_value(format!("{prefix}{name}").as_str()).map(|(full, _)| full.as_str()))
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Template)> {
        self.0.iter().map(|(name, template)| (name.as_str(), template))
    }

    /// Every name that a template can write, without the layer.
    pub fn short_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.0.keys().map(|name| short_name(name)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whether all of them come with the program.
    pub fn are_builtin(&self) -> bool {
        self.0.keys().all(|name| name.starts_with(BUILTIN))
    }

    /// The fingerprint of all names and texts.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.0.iter().map(|(name, template)| (name, &template.text)).collect::<Vec<_>>())
    }
}

/// A template's name without its layer.
pub(super) fn short_name(name: &str) -> &str {
    name.strip_prefix(THEME).or_else(|| name.strip_prefix(BUILTIN)).unwrap_or(name)
}

/// The folder of the theme that `config` chooses; nothing for the built-in theme, nor for one that does not exist.
pub(super) fn theme_folder(tree: &SourceTree, config: &Config) -> Checked<Option<String>> {
    let Some(Spanned { value: name, span }) = &config.theme else { return Checked::clean(None) };
    let folder = format!("themes/{name}");
    if tree.below(&folder).next().is_some() {
        return Checked::clean(Some(folder));
    }
    let mut known: Vec<&str> = tree
        .below("themes")
        .filter_map(|file| file.path.below("themes")?.split_once('/').map(|(theme, _)| theme))
        .collect();
    known.dedup();
    let help = if known.is_empty() {
        format!("put the theme into the folder `{folder}`, or leave `theme` out to use the built-in theme")
    } else {
        format!("{}; without `theme` the built-in theme is used", did_you_mean(name, &known))
    };
    let message = format!("there is no theme `{name}`: the folder `{folder}` does not exist or is empty");
    Checked::new(None, vec![Diagnostic::new(Code::UnknownTheme, *span, message).help(help)])
}

/// The templates of the site, of the theme in `theme`, and of the program.
pub(super) fn templates(tree: &SourceTree, theme: Option<&str>) -> Checked<Templates> {
    let builtin = builtin::TEMPLATES.iter().map(|(name, text)| {
        let path = format!("{BUILTIN}{name}");
        let template = Template { file: FileId::of_path(&path), text: (*text).into() };
        (path, template)
    });
    let mut all: BTreeMap<String, Template> = builtin.collect();
    let mut diagnostics = Vec::new();
    if let Some(theme) = theme {
        add(&mut all, tree, &format!("{theme}/templates"), THEME, &mut diagnostics);
    }
    add(&mut all, tree, SITE_TEMPLATES, "", &mut diagnostics);
    Checked::new(Templates(all), diagnostics)
}

/// The file of the template that pages with `name` are made by: a path of the site, or `builtin/…`.
#[must_use]
pub fn file_of(tree: &SourceTree, config: &Config, name: &str) -> Option<String> {
    let theme = theme_folder(tree, config).value;
    let templates = templates(tree, theme.as_deref()).value;
    let full = templates.resolve(name)?;
    Some(match (full.strip_prefix(THEME), theme) {
        (Some(name), Some(theme)) => format!("{theme}/templates/{name}"),
        _ if full.starts_with(BUILTIN) => full.to_owned(),
        _ => format!("{SITE_TEMPLATES}/{full}"),
    })
}

fn add(
    all: &mut BTreeMap<String, Template>,
    tree: &SourceTree,
    folder: &str,
    prefix: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for file in tree.below(folder) {
        let (Some(name), Some(text)) = (file.path.below(folder), file.as_text()) else { continue };
        if short_name(name) != name {
            diagnostics.push(reserved(file, name));
        } else if all.len() >= MOST_TEMPLATES {
            let message = format!("the site and its theme have more than {MOST_TEMPLATES} templates");
            diagnostics.push(Diagnostic::new(Code::TemplateLimit, Span::start_of(file.id), message));
            return;
        } else {
            all.insert(format!("{prefix}{name}"), Template { file: file.id, text: Arc::clone(text) });
        }
    }
}

fn reserved(file: &SourceFile, name: &str) -> Diagnostic {
    let layer = name.split('/').next().unwrap_or_default();
    let message = format!("a folder of templates cannot be called `{layer}`, which names a layer of the theme");
    Diagnostic::new(Code::TemplateSyntax, Span::start_of(file.id), message)
        .help(format!("to replace a template, move it up: `{}`", short_name(name)))
}
