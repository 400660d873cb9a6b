//! What Tera says, as diagnostics: a place in the template's file and words that a theme's author understands.

use tera::{Error, ErrorKind, ReportError};

use super::engine::empty;
use super::layers::{Templates, short_name};
use super::report::{self, Entry};
use super::wording;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// What is wrong with `templates`, which Tera refused for `error`. Tera stops at the first; here every template is looked at.
pub(super) fn loading(templates: &Templates, error: &Error) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = templates
        .iter()
        .filter_map(|(name, template)| match empty().add_raw_template(name, &template.text) {
            Err(error) => match error.kind() {
                ErrorKind::SyntaxError(report) => Some(reported(templates, Code::TemplateSyntax, report, &error)),
                _ => None,
            },
            Ok(()) => None,
        })
        .collect();
    found.extend(missing_parents(templates));
    if found.is_empty() {
        found = connecting(templates, error);
    }
    found
}

/// What went wrong when `template` was rendered.
pub(super) fn rendering(templates: &Templates, template: &str, error: &Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            reported(templates, Code::TemplateFailed, report, error)
        }
        _ => {
            let (message, help) = wording::of(&error.to_string(), templates);
            Diagnostic::new(Code::TemplateFailed, start_of(templates, template), message).help(help)
        }
    }
}

/// The start of the file that holds the highest layer's template `name`.
pub(super) fn start_of(templates: &Templates, name: &str) -> Span {
    let template = templates.resolve(name).and_then(|name| templates.get(name));
    Span::start_of(template.map_or_else(|| FileId::of_path(name), |template| template.file))
}

/// An error with a place, and from where the template was called.
fn reported(templates: &Templates, code: Code, report: &ReportError, error: &Error) -> Diagnostic {
    let (message, help) = wording::of(report.message(), templates);
    let span = match templates.get(report.filename()) {
        Some(template) => Span::new(template.file, report.span().range.clone()),
        None => start_of(templates, report.filename()),
    };
    let diagnostic = Diagnostic::new(code, span, message).help(help);
    report::notes(&error.to_string())
        .iter()
        .fold(diagnostic, |diagnostic, note| diagnostic.label(place(templates, note), note.text.clone()))
}

/// Errors that lie between templates.
fn connecting(templates: &Templates, error: &Error) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let chain: Vec<&str> =
                [tpl.as_str()].into_iter().chain(inheritance_chain.iter().map(String::as_str)).collect();
            vec![circle(templates, &chain, "extends", "a template builds upon itself")]
        }
        ErrorKind::CircularInclude { include_chain, .. } => {
            let first = include_chain.iter().position(|name| Some(name) == include_chain.last()).unwrap_or(0);
            let chain: Vec<&str> = include_chain.iter().skip(first).map(String::as_str).collect();
            vec![circle(templates, &chain, "include", "a template includes itself")]
        }
        _ => {
            let text = error.to_string();
            let entries = report::errors(&text);
            if entries.is_empty() {
                return vec![without_place(templates, &text)];
            }
            entries.iter().map(|entry| unknown(templates, entry)).collect()
        }
    }
}

fn unknown(templates: &Templates, entry: &Entry) -> Diagnostic {
    let (message, help) = wording::of(&entry.text, templates);
    let is_template = entry.text.starts_with("Unknown template");
    let code = if is_template { Code::UnknownTheme } else { Code::TemplateSyntax };
    Diagnostic::new(code, place(templates, entry), message).help(help)
}

/// Two templates of one layer that define one component, and what Tera may say in another version.
fn without_place(templates: &Templates, text: &str) -> Diagnostic {
    let (message, help) = wording::of(text, templates);
    let named: Vec<&str> = text.split('`').filter(|word| templates.get(word).is_some()).collect();
    let mut spans = named.iter().map(|name| start_of(templates, name));
    let span = spans.next_back().unwrap_or_else(|| Span::start_of(FileId::of_path("templates")));
    let diagnostic = Diagnostic::new(Code::TemplateSyntax, span, message).help(help);
    spans.fold(diagnostic, |diagnostic, span| diagnostic.label(span, "here as well"))
}

fn circle(templates: &Templates, chain: &[&str], tag: &str, what: &str) -> Diagnostic {
    let mut places = chain.windows(2).map(|pair| match pair {
        [from, to] => tag_that_names(templates, from, tag, to),
        _ => start_of(templates, ""),
    });
    let span = places.next().unwrap_or_else(|| start_of(templates, chain.first().copied().unwrap_or_default()));
    let message = format!("{what}: {}", chain.join(" → "));
    let help = match tag {
        "extends" => "name the layer that is meant, as in `builtin/base.html`",
        _ => "take one of these includes out",
    };
    let diagnostic = Diagnostic::new(Code::TemplateSyntax, span, message).help(help);
    places.fold(diagnostic, |diagnostic, span| diagnostic.label(span, "and from here"))
}

/// Every template that builds upon one that does not exist.
fn missing_parents(templates: &Templates) -> Vec<Diagnostic> {
    let missing = |(name, template): (&str, &super::layers::Template)| {
        let error = empty().add_raw_template(name, &template.text).err()?;
        let ErrorKind::MissingParent { parent, .. } = error.kind() else { return None };
        if templates.resolve(parent).is_some() {
            return None;
        }
        let (message, help) = wording::of(&format!("Unknown template `{parent}`"), templates);
        let span = tag_that_names(templates, name, "extends", parent);
        Some(Diagnostic::new(Code::UnknownTheme, span, message).help(help))
    };
    templates.iter().filter_map(missing).collect()
}

/// Where `from` names `to` in a tag `extends` or `include`; else the start of `from`.
fn tag_that_names(templates: &Templates, from: &str, tag: &str, to: &str) -> Span {
    let Some(template) = templates.get(from) else { return start_of(templates, from) };
    let name = short_name(to);
    let found = template.text.match_indices(tag).find_map(|(at, _)| {
        let rest = template.text.get(at..)?;
        let rest = rest.get(..rest.find("%}")?)?;
        let (within, length) = [to, name].iter().find_map(|name| Some((rest.find(name)?, name.len())))?;
        Some(at + within..at + within + length)
    });
    found.map_or_else(|| Span::start_of(template.file), |range| Span::new(template.file, range))
}

/// A printed place as bytes.
fn place(templates: &Templates, entry: &Entry) -> Span {
    let Some(template) = templates.get(&entry.template) else { return start_of(templates, &entry.template) };
    let start: usize = template.text.split_inclusive('\n').take(entry.line.saturating_sub(1)).map(str::len).sum();
    let line = template.text.get(start..).unwrap_or_default();
    let bytes = |characters: usize| line.chars().take(characters).map(char::len_utf8).sum::<usize>();
    let from = start + bytes(entry.column.saturating_sub(1));
    let to = start + bytes(entry.column.saturating_sub(1) + entry.width);
    Span::new(template.file, from..to)
}
