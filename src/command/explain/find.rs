//! Which page a path, an address, a link or a name means. Knows all readings of a word; where there are several it chooses none.

use std::collections::BTreeMap;

use super::report::{By, Candidate, FileReport, Meaning, PartReport, Parts, Problem, Reading, Several, Unknown};
use super::veil::Veil;
use crate::command::inventory::state;
use crate::document::mention::Part;
use crate::document::mention_text::parse_target;
use crate::document::translated;
use crate::foundation::date::Moment;
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::route::Route;
use crate::foundation::span::{FileId, Span};
use crate::graph::Site;
use crate::graph::bind::count_parts;
use crate::graph::entity::{Entity, EntityId};
use crate::graph::registry::NameOf;
use crate::pages::{beginning, route_of};
use crate::pipeline::Analysis;
use crate::source::source_map::SourceMap;
use crate::source::tree::{SourcePath, SourceTree};

/// All that is known of a site.
pub(super) struct Known<'a> {
    pub(super) tree: &'a SourceTree,
    pub(super) sources: &'a SourceMap,
    pub(super) analysis: &'a Analysis,
    pub(super) diagnostics: &'a [Diagnostic],
    pub(super) now: Moment,
    pub(super) veil: &'a Veil,
}

impl<'a> Known<'a> {
    /// What `asked` means.
    pub(super) fn meaning(&self, asked: &str) -> Meaning {
        if let Some(path) = self.file(asked) {
            return self.of_file(asked, &path);
        }
        match self.address(asked) {
            Some(route) => self.at(asked, &route),
            None => self.called(asked),
        }
    }

    /// The Markdown file below `content/` with this path, as it is written from the root or from `content/`.
    fn file(&self, asked: &str) -> Option<SourcePath> {
        let asked = asked.strip_prefix("./").unwrap_or(asked);
        let is_markdown = asked.to_ascii_lowercase().ends_with(".md");
        let paths = [asked.to_owned(), format!("content/{asked}")].into_iter().filter(|_| is_markdown);
        let file = paths.filter_map(|path| self.tree.get(&path)).find(|file| file.path.below("content").is_some())?;
        Some(file.path.clone())
    }

    fn of_file(&self, asked: &str, path: &SourcePath) -> Meaning {
        let main = translated::name(path).map(|(main, _)| main);
        let entities = || self.analysis.site.registry.entities();
        let of = |path: &SourcePath| entities().find(|entity| entity.document.path == *path);
        match of(path).or_else(|| of(main.as_ref()?)) {
            Some(entity) => Meaning::Page(Box::new(self.page(asked, entity, Vec::new()))),
            None => Meaning::File(FileReport {
                asked: self.veil.text(asked),
                file: self.veil.path(path.as_str()),
                problems: self.problems(&[path.as_str()]),
            }),
        }
    }

    /// The address that `asked` is, below the root of the site.
    fn address(&self, asked: &str) -> Option<Route> {
        let base = self.analysis.config.base_url.as_ref();
        let below = base.and_then(|base| asked.strip_prefix(base.as_str().trim_end_matches('/')));
        let path = below.unwrap_or(asked);
        let path = path.split(['#', '?']).next().unwrap_or(path);
        if !path.starts_with('/') && below.is_none() {
            return None;
        }
        Route::parse(path).ok()
    }

    fn at(&self, asked: &str, route: &Route) -> Meaning {
        let languages = &self.analysis.config.languages;
        let base = languages.iter().find_map(|language| route.without_language(language));
        let route = base.as_ref().unwrap_or(route);
        // A further part of a long text is explained by the page on which the text begins.
        let beginning = beginning(route);
        let route = beginning.as_ref().unwrap_or(route);
        let entities = || self.analysis.site.registry.entities();
        if let Some(entity) = entities().find(|entity| route_of(entity.kind(), entity.slug()) == *route) {
            return Meaning::Page(Box::new(self.page(asked, entity, Vec::new())));
        }
        let stood_here = |entity: &&Entity| entity.document.common.redirect_from.iter().any(|old| old.value == *route);
        let by = || vec![By { name: Reading::EarlierAddress, exact: true, language: None }];
        let earlier: Vec<(&Entity, Vec<By>)> = entities().filter(stood_here).map(|entity| (entity, by())).collect();
        let address = route.address();
        let last = address.trim_matches('/').rsplit('/').next().unwrap_or_default();
        self.one_of(asked, last, true, earlier)
    }

    /// What the link or name `asked` means.
    fn called(&self, asked: &str) -> Meaning {
        let embed = asked.strip_prefix('!').unwrap_or(asked);
        let inner = embed.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")).unwrap_or(asked);
        let cited =
            asked.strip_prefix("[@").and_then(|rest| rest.strip_suffix(']')).or_else(|| asked.strip_prefix('@'));
        let cited = cited.map(|text| text.split([',', ';']).next().unwrap_or(text).trim());
        let target = parse_target(cited.unwrap_or(inner)).ok().map(|(target, _)| target);
        let Some(target) = target.filter(|target| !target.name.is_empty()) else {
            return self.one_of(asked, inner, false, Vec::new());
        };
        let mut found: BTreeMap<EntityId, Vec<By>> = BTreeMap::new();
        for (language, site) in self.sites() {
            let registry = &site.registry;
            let all = if cited.is_some() {
                registry.cited(&target.name)
            } else {
                registry.spelt(&target.name, target.name.spelling())
            };
            for candidate in all {
                let fits = |entity: &Entity| target.kind.is_none_or(|kind| entity.kind() == kind);
                if !registry.get(candidate.entity).is_some_and(fits) {
                    continue;
                }
                let known = found.entry(candidate.entity).or_default();
                for (name, exact) in registry.meant_by(candidate.entity, &target.name) {
                    let by = By { name: reading(name), exact, language: language.clone() };
                    let is_told = known.iter().any(|old| old.name == by.name && old.exact >= by.exact);
                    if !is_told && name != NameOf::OtherLanguage {
                        known.push(by);
                    }
                }
            }
        }
        let entity = |(id, by)| Some((self.analysis.site.registry.get(id)?, by));
        let all = found.iter().filter_map(|(id, by)| entity((*id, by.clone()))).collect();
        let mut meaning = self.one_of(asked, &target.name, false, all);
        if let (Meaning::Page(page), Some(part), Some(id)) = (&mut meaning, &target.part, found.keys().next()) {
            page.part = self.part(*id, part);
        }
        meaning
    }

    /// Whether the page of `id` has `part`.
    fn part(&self, id: EntityId, part: &Part) -> Option<PartReport> {
        let document = &self.analysis.site.registry.get(id)?.document;
        let name = match part {
            Part::Heading(text) => self.veil.text(text),
            Part::Block(block) => self.veil.text(&format!("^{block}")),
        };
        let found = match count_parts(document, part) {
            0 => Parts::None,
            1 => Parts::One,
            _ => Parts::Several,
        };
        Some(PartReport { name, found })
    }

    /// The site in its own language and in the others.
    pub(super) fn sites(&self) -> impl Iterator<Item = (Option<String>, &'a Site)> {
        let others = self.analysis.translated.iter().map(|(language, site)| (Some(language.to_string()), site));
        std::iter::once((None, &self.analysis.site)).chain(others)
    }

    fn one_of(&self, asked: &str, name: &str, is_address: bool, found: Vec<(&Entity, Vec<By>)>) -> Meaning {
        let mut found = found;
        if found.len() == 1
            && let Some((entity, by)) = found.pop()
        {
            return Meaning::Page(Box::new(self.page(asked, entity, by)));
        }
        if found.is_empty() {
            let near = self.analysis.site.registry.nearest(name, 3);
            let nearest = near.into_iter().filter(|name| self.veil.is_clean(name)).map(|name| self.veil.text(&name));
            let nearest = nearest.collect();
            return Meaning::Nothing(Unknown { asked: self.veil.text(asked), is_address, nearest });
        }
        let candidates = found.into_iter().map(|(entity, by)| self.candidate(entity, by)).collect();
        Meaning::Several(Several { asked: self.veil.text(asked), candidates })
    }

    fn candidate(&self, entity: &Entity, by: Vec<By>) -> Candidate {
        let document = &entity.document;
        Candidate {
            kind: document.kind,
            id: self.veil.text(document.id.value.as_str()),
            title: self.veil.text(&document.title.value),
            file: self.veil.path(document.path.as_str()),
            state: state(entity, self.now),
            by,
            write: self.veil.text(&format!("[[{}]]", self.analysis.site.registry.unambiguous_name(entity.id))),
        }
    }

    /// What is wrong in the files with these paths, by place.
    pub(super) fn problems(&self, paths: &[&str]) -> Vec<Problem> {
        let files: Vec<FileId> = paths.iter().map(|path| FileId::of_path(path)).collect();
        let mut own: Vec<&Diagnostic> =
            self.diagnostics.iter().filter(|found| files.contains(&found.span.file)).collect();
        own.sort_by_key(|found| (files.iter().position(|file| *file == found.span.file), found.span));
        own.dedup();
        own.into_iter()
            .map(|found| Problem {
                at: self.place(found.span),
                code: found.code.name(),
                severity: found.severity().name(),
                message: self.veil.text(&found.message),
            })
            .collect()
    }

    /// `path:line:column`.
    pub(super) fn place(&self, span: Span) -> String {
        self.sources.location(span).map_or_else(String::new, |location| {
            format!("{}:{}:{}", self.veil.path(location.path.as_str()), location.start.line, location.start.column)
        })
    }
}

const fn reading(name: NameOf) -> Reading {
    match name {
        NameOf::Id => Reading::Id,
        NameOf::Title => Reading::Title,
        NameOf::File => Reading::FileName,
        NameOf::Alias => Reading::Alias,
        NameOf::OtherLanguage => Reading::OtherLanguage,
        NameOf::Path => Reading::Path,
    }
}
