//! The site as it is read, in each of its languages: as a build reads it, and with the translations that are drafts. Knows which text
//! stands in which file, no names.

use std::collections::{HashMap, HashSet};

use crate::document::translated;
use crate::foundation::diagnostic::Checked;
use crate::foundation::language::Language;
use crate::foundation::span::FileId;
use crate::graph::Site;
use crate::graph::entity::Entity;
use crate::graph::publish::Audience;
use crate::pipeline::{Analysis, Options, Pipeline};
use crate::source::tree::SourceTree;

/// A site as it is read.
pub(super) struct Readings {
    main: Site,
    /// In its further languages, as a build reads it.
    built: Vec<Site>,
    /// In the same languages with the translations that are drafts; nothing where there are none.
    with_drafts: Option<Vec<Site>>,
}

/// A site in one language.
pub(super) struct Edition<'a> {
    /// With all drafts. An entity has the same id in every edition.
    pub(super) site: &'a Site,
    /// As a build reads it, without translations that are drafts; for the site's own language the same.
    pub(super) built: &'a Site,
    is_main: bool,
}

impl Readings {
    /// Reads the site of `tree`. Told is what a build tells: a translation that is a draft may lack what it is to say.
    pub(super) fn of(tree: &SourceTree, options: &Options) -> Checked<Self> {
        let mut pipeline = Pipeline::default();
        let Checked { value: analysis, diagnostics } = pipeline.analyse(tree, options);
        let with_drafts = has_others(tree, &analysis).then(|| {
            let audience = Audience { drafts: true, ..options.audience };
            sites(pipeline.analyse(tree, &Options { audience, ..options.clone() }).value.translated)
        });
        Checked::new(Self { main: analysis.site, built: sites(analysis.translated), with_drafts }, diagnostics)
    }

    /// The site in its own language.
    pub(super) const fn main(&self) -> &Site {
        &self.main
    }

    /// The site in each language in which it has texts, its own first.
    pub(super) fn editions(&self) -> impl Iterator<Item = Edition<'_>> {
        let all = self.with_drafts.as_ref().unwrap_or(&self.built);
        let further = all.iter().zip(&self.built).map(|(site, built)| Edition { site, built, is_main: false });
        let main = Edition { site: &self.main, built: &self.main, is_main: true };
        std::iter::once(main).chain(further.filter(|edition| edition.pages().next().is_some()))
    }

    /// The pages that the text of each file is, with the site in which it is one: more than one where it is read more than once.
    pub(super) fn pages(&self) -> HashMap<FileId, Vec<(&Site, &Entity)>> {
        let mut pages: HashMap<FileId, Vec<(&Site, &Entity)>> = HashMap::new();
        let further = self.built.iter().chain(self.with_drafts.iter().flatten());
        for (site, is_main) in std::iter::once((&self.main, true)).chain(further.map(|site| (site, false))) {
            for page in own_pages(site, is_main) {
                pages.entry(page.document.file).or_default().push((site, page));
            }
        }
        pages
    }
}

impl Edition<'_> {
    /// Whether it is that in the site's own language.
    pub(super) const fn is_main(&self) -> bool {
        self.is_main
    }

    /// The pages whose texts are in this language: what is not translated is one in the site's own.
    pub(super) fn pages(&self) -> impl Iterator<Item = &Entity> {
        own_pages(self.site, self.is_main)
    }
}

fn own_pages(site: &Site, is_main: bool) -> impl Iterator<Item = &Entity> {
    site.registry.entities().filter(move |entity| entity.document.is_translation != is_main)
}

/// Whether `tree` has translations that `analysis` leaves out.
fn has_others(tree: &SourceTree, analysis: &Analysis) -> bool {
    let documents = analysis.translated.iter().flat_map(|(_, site)| site.documents());
    let known: HashSet<FileId> =
        documents.filter(|document| document.is_translation).map(|document| document.file).collect();
    tree.below("content").filter(|file| !known.contains(&file.id)).any(|file| {
        translated::name(&file.path).is_some_and(|(main, language)| {
            analysis.config.languages.contains(&language) && tree.get(main.as_str()).is_some()
        })
    })
}

fn sites(translated: Vec<(Language, Site)>) -> Vec<Site> {
    translated.into_iter().map(|(_, site)| site).collect()
}
