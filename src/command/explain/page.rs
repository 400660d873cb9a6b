//! One page: where it comes from, why it is or is not published, who links to it. Knows the rules of publication by their outcome;
//! what they are stands in `graph::publish`.

use std::collections::BTreeSet;

use super::find::Known;
use super::report::{By, InLanguage, Kept, LinkFrom, PageReport, Translation, Why};
use crate::command::inventory::state;
use crate::document::Document;
use crate::document::front_matter::{Fields, yaml_range};
use crate::document::translated;
use crate::foundation::diagnostic::Severity;
use crate::foundation::language::Language;
use crate::foundation::span::Span;
use crate::graph::bind::Binding;
use crate::graph::entity::Entity;
use crate::pages::route_of;
use crate::source::tree::{SourceFile, SourcePath};
use crate::theme;

impl Known<'_> {
    /// All that there is to say of `entity`, which is meant `by` these names.
    pub(super) fn page(&self, asked: &str, entity: &Entity, by: Vec<By>) -> PageReport {
        let (document, veil) = (&entity.document, self.veil);
        let has_page = !matches!(&document.fields, Fields::Person(person) if person.no_page);
        let is_withdrawn = document.common.withdrawn.is_some();
        let template = if is_withdrawn { "withdrawn.html" } else { theme::template_of(document.kind) };
        let file = theme::file_of_template(self.tree, &self.analysis.config, template).unwrap_or_default();
        let languages: Vec<InLanguage> = if is_withdrawn {
            Vec::new()
        } else {
            self.analysis.config.languages.iter().map(|language| self.in_language(entity, language, has_page)).collect()
        };
        let translations = self.translations(document);
        let files: Vec<&str> = std::iter::once(document.path.as_str()).chain(translations.iter().copied()).collect();
        PageReport {
            asked: veil.text(asked),
            by,
            part: None,
            kind: document.kind,
            kind_is_written: self.value_of(document, "kind").is_some(),
            id: veil.text(document.id.value.as_str()),
            id_is_written: document.id.span.end > 0,
            title: veil.text(&document.title.value),
            file: veil.path(document.path.as_str()),
            address: (has_page || is_withdrawn).then(|| veil.path(&route_of(document.kind, entity.slug()).address())),
            template: template.to_owned(),
            template_file: veil.path(&file),
            state: state(entity, self.now),
            kept: self.kept(document),
            languages,
            links: self.links(document),
            problems: self.problems(&files),
            errors: self.diagnostics.iter().filter(|found| found.severity() == Severity::Error).count(),
        }
    }

    /// All that keeps `document` back, or something of it.
    fn kept(&self, document: &Document) -> Vec<Kept> {
        let mut kept = Vec::new();
        let mut keep = |why, at: String, fact: String, help: &str| {
            kept.push(Kept { why, at, fact, help: help.to_owned() });
        };
        if document.common.withdrawn.is_some() {
            let at = self.place_of(document, "withdrawn");
            let fact = "the page was withdrawn: a note stands in its place".to_owned();
            keep(
                Why::Withdrawn,
                at,
                fact,
                "a withdrawal is not taken back by the program: restore the file from its history",
            );
            return kept;
        }
        if document.common.draft {
            if let Some((at, _)) = self.value_of(document, "draft").filter(|(_, value)| value != "false") {
                keep(Why::Draft, at, "`draft: true`".to_owned(), "take the line out, or write `draft: false`");
            } else {
                let at = self.veil.path(document.path.as_str());
                let fact = "a key that decides over publication cannot be read, so the page is kept back".to_owned();
                keep(Why::Unreadable, at, fact, "correct the errors in the file");
            }
        }
        if let Some(moment) = document.common.publish_after.as_ref().filter(|moment| moment.value > self.now) {
            let fact = format!("embargo until {}; the clock says {}", moment.value, self.now);
            keep(
                Why::Embargo,
                self.place(moment.span),
                fact,
                "build the site after that moment, or take `publish_after` out",
            );
        }
        if let Fields::Person(person) = &document.fields {
            if person.label.is_some() {
                let fact = "the person is not named: readers see the label, and no name".to_owned();
                let help = "write `name` in place of `label`, and take `withheld` out, when the person may be named";
                keep(Why::NotNamed, self.place_of(document, "label"), fact, help);
            }
            if person.no_page {
                let at = self.place_of(document, "page");
                keep(Why::NoPage, at, "`page: false`".to_owned(), "take the line out to give the person a page");
            }
        }
        kept
    }

    /// How `entity` stands in `language`.
    fn in_language(&self, entity: &Entity, language: &Language, has_page: bool) -> InLanguage {
        let document = &entity.document;
        let is_it = |path: &&str| translated::name(&SourcePath::new(path)).is_some_and(|(_, of)| of == *language);
        let own = self.translations(document).into_iter().find(is_it);
        let site = self.analysis.translated.iter().find(|(of, _)| of == language).map(|(_, site)| site);
        let is_whole = site.is_some_and(|site| {
            let told = |other: &&Entity| other.document.path == document.path && other.document.is_translation;
            site.registry.entities().any(|other| told(&other))
        });
        let is_draft = |path: &str| {
            let text = self.tree.get(path).and_then(SourceFile::as_text);
            text.and_then(|text| value_in(text, "draft")).is_some_and(|(_, value)| value != "false")
        };
        let state = match own {
            None => Translation::Missing,
            Some(_) if is_whole => Translation::Whole,
            Some(path) if is_draft(path) => Translation::Draft,
            Some(_) => Translation::Faulty,
        };
        let path = document.path.as_str();
        let would_be = || format!("{}.{language}.md", path.rsplit_once('.').map_or(path, |(stem, _)| stem));
        let route = route_of(document.kind, entity.slug()).in_language(language);
        InLanguage {
            language: language.to_string(),
            file: self.veil.path(&own.map_or_else(would_be, str::to_owned)),
            state,
            address: has_page.then(|| self.veil.path(&route.address())),
        }
    }

    /// The paths of the files that are named like translations of `document`.
    fn translations(&self, document: &Document) -> Vec<&str> {
        let files = self.tree.below("content").map(|file| &file.path);
        let own = files.filter(|path| translated::name(path).is_some_and(|(main, _)| main == document.path));
        own.map(SourcePath::as_str).collect()
    }

    /// The links to `document` from others, in every language.
    fn links(&self, document: &Document) -> Vec<LinkFrom> {
        let mut found: BTreeSet<LinkFrom> = BTreeSet::new();
        for (language, site) in self.sites() {
            let all = site.registry.entities().map(|from| (from, site.bindings(from.id)));
            // What is not translated has been told with the site in its own language.
            let all = all.filter(|(from, _)| language.is_none() || from.document.is_translation);
            for (from, bindings) in all.filter(|(from, _)| from.document.path != document.path) {
                for (mention, binding) in from.document.mentions.iter().zip(bindings) {
                    let Binding::Entity { entity, .. } = binding else { continue };
                    let leads_here = site.registry.get(*entity).is_some_and(|to| to.document.path == document.path);
                    let location = self.sources.location(mention.span).filter(|_| leads_here);
                    found.extend(location.map(|location| LinkFrom {
                        file: self.veil.path(location.path.as_str()),
                        line: location.start.line,
                        column: location.start.column,
                        kind: from.kind(),
                        id: self.veil.text(from.slug().as_str()),
                        state: state(from, self.now).name(),
                    }));
                }
            }
        }
        found.into_iter().collect()
    }

    /// Where `key` stands in the front matter of `document`, else its file.
    fn place_of(&self, document: &Document, key: &str) -> String {
        self.value_of(document, key).map_or_else(|| self.veil.path(document.path.as_str()), |(at, _)| at)
    }

    /// Where `key` stands in the front matter of `document`, and what stands behind it on its line.
    fn value_of(&self, document: &Document, key: &str) -> Option<(String, String)> {
        let text = self.tree.get(document.path.as_str()).and_then(SourceFile::as_text)?;
        let (at, value) = value_in(text, key)?;
        Some((self.place(Span::new(document.file, at..at)), value))
    }
}

/// The byte at which `key` begins a line of the front matter of `text`, and what stands behind it on the line, without a remark.
fn value_in(text: &str, key: &str) -> Option<(usize, String)> {
    let range = yaml_range(text);
    let mut at = range.start;
    for line in text.get(range)?.split_inclusive('\n') {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        if name.trim_end().trim_matches(['"', '\'']) == key {
            let value = value.split(" #").next().unwrap_or(value);
            return Some((at, value.trim().to_owned()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_on_its_line_and_nowhere_else() {
        let text = "---\ntitle: draft: no\nextra:\n  draft: false\n\"draft\" : true # not yet\n---\ndraft: false\n";
        let (at, value) = value_in(text, "draft").unwrap();
        assert_eq!((text.get(at..at + 7), value.as_str()), (Some("\"draft\""), "true"));
        assert_eq!(value_in(text, "label"), None);
        assert_eq!(value_in("no front matter\nlabel: x\n", "label"), None);
    }
}
