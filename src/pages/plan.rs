//! The public site to its pages. Knows which pages and files a site has, and makes each when it is asked for; nothing is rendered here.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::citations::Library;
use super::edition::{Connections, Edition, Place};
use super::lock::{self, Locked};
use super::planner::Planner;
use super::routes::{self, Taken};
use super::sections::{self, Give, Made, Shows};
use super::used::UsedFiles;
use super::{Page, corrections, data, embeds, kinds, listing, sitemap};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::language::Language;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::foundation::span::{FileId, Span};
use crate::graph::entity::EntityId;
use crate::graph::public::PublicSite;
use crate::media::card::Card;
use crate::messages::Messages;
use crate::source::config::Config;
use crate::source::tree::SourcePath;

/// The published site in a further language.
#[derive(Debug, Clone)]
pub struct Translated {
    /// The language.
    pub language: Language,
    /// The site, with translations in the places of what is translated.
    pub site: PublicSite,
}

/// All pages and files of a site, which are made when they are asked for.
pub struct Plan<'a> {
    pub(super) config: &'a Config,
    /// One for each language, the site's own first.
    pub(super) editions: Vec<Planner<'a>>,
    /// Notes, redirects and what else is known before anything is made.
    pub(super) fixed: Vec<Page>,
    /// The images and attachments that published pages use, with their addresses.
    pub attachments: Vec<(Route, SourcePath)>,
}

/// A page that a plan can make.
#[derive(Debug)]
pub struct Planned {
    /// Its address.
    pub route: Route,
    noindex: bool,
    maker: Maker,
}

#[derive(Debug)]
enum Maker {
    /// It has been made.
    Made(Box<Page>),
    /// The page of an entity in one of the editions.
    Entity(usize, EntityId),
    /// It has been made, and given away.
    Given,
}

/// A whole site before the pages of its entities are made.
pub struct Whole {
    /// The pages, by address.
    pub pages: Vec<Planned>,
    /// The files that need no template: feeds, the sitemap.
    pub files: Vec<OutputFile>,
    /// The pictures of pages of no entity, with their addresses; they are yet to be drawn.
    pub cards: Vec<(Route, Card)>,
    connections: Connections,
}

/// Where goes what a plan makes, as soon as it is there.
pub struct Away<'s> {
    /// Takes a page, with the fingerprint of all that it and others are made of together, where that is known.
    pub page: &'s (dyn Fn(&Page, Option<Fingerprint>) + Sync),
    /// Takes a file, with the same.
    pub file: &'s (dyn Fn(OutputFile, Option<Fingerprint>) + Sync),
    /// Of all that the site is made of, the texts of documents left out, where `has_all` may know it.
    pub shape: Option<Fingerprint>,
    /// The addresses of all pages and files that are made together of what has this fingerprint, each with whether search engines are
    /// asked to leave it alone, when all of them are there: they are then not made.
    pub has_all: &'s (dyn Fn(Fingerprint) -> Option<Vec<(Route, bool)>> + Sync),
}

/// What is left of a section when its files are given away.
struct OfSection {
    pages: Vec<Planned>,
    cards: Vec<(Route, Card)>,
}

/// Plans all pages of `site`, and those of `translated` below the tags of their languages. Two things with one address are an error,
/// and so is what `locked` lists and the site no longer has. `messages` are the texts of the interface; `used` are the files that
/// pages use; `library` holds what was written for the build before.
pub fn plan<'a>(
    site: &'a PublicSite,
    translated: &'a [Translated],
    config: &'a Config,
    messages: &'a Messages,
    locked: Option<&'a Locked>,
    used: &'a UsedFiles,
    library: &mut Library,
) -> Checked<Plan<'a>> {
    let mut diagnostics = locked.map(|locked| lock::check(site, locked)).unwrap_or_default();
    let withdrawn = locked.map(|locked| locked.lock.withdrawn.as_slice()).unwrap_or_default();
    let mut taken = Taken::new();
    for other in translated {
        let home = Edition::in_language(&other.language).own(Route::home());
        taken.take(&home, Span::start_of(FileId::of_path("dossier.toml")), &mut diagnostics);
    }
    taken.take_entities(site.entities(), &mut diagnostics);
    let others = translated.iter().map(|other| (&other.site, Edition::in_language(&other.language)));
    let mut editions = Vec::with_capacity(1 + translated.len());
    for (site, edition) in std::iter::once((site, Edition::main(config))).chain(others) {
        let mut planner = Planner::new(site, config, messages, edition, withdrawn, used);
        planner.citations = library.prepare(&planner);
        editions.push(planner);
    }
    library.forget_unused();
    let mut fixed = Vec::new();
    if let Some(planner) = editions.first() {
        fixed.extend(corrections::notes(planner, &mut taken, &mut diagnostics));
        fixed.extend(data::page(planner));
        fixed.extend(listing::redirects(planner, &mut taken, &mut diagnostics));
    }
    let attachments = attachments(used, &mut taken, &mut diagnostics);
    Checked::new(Plan { config, editions, fixed, attachments }, diagnostics)
}

impl Plan<'_> {
    /// Everything but the pages of the entities.
    #[must_use]
    pub fn whole(&self) -> Whole {
        let (whole, _, files) = sections::with_given(|give| {
            let file = |file, _| (give.file)(file);
            self.gather(false, &Away { page: &|_, _| {}, file: &file, shape: None, has_all: &|_| None })
        });
        Whole { files, ..whole }
    }

    /// As [`Self::whole`], but what is made goes away at once: all files, and those pages that need to know of no others before they are finished.
    #[must_use]
    pub fn stream(&self, away: &Away<'_>) -> Whole {
        self.gather(self.config.languages.is_empty(), away)
    }

    fn gather(&self, gives_pages: bool, away: &Away<'_>) -> Whole {
        let planned = |made: Page, together: Option<Fingerprint>| {
            let given = Planned::given(made.route.clone(), made.view.page.noindex);
            if gives_pages {
                (away.page)(&made, together);
                return given;
            }
            Planned { maker: Maker::Made(Box::new(made)), ..given }
        };
        let sections = sections::ALL.iter().enumerate();
        let jobs = self.editions.iter().flat_map(|planner| sections.clone().map(move |section| (planner, section)));
        let jobs: Vec<_> = jobs.collect();
        let made: Vec<OfSection> = jobs
            .par_iter()
            .map(|(planner, (number, section))| {
                let is_known = match section.shows {
                    Shows::Texts => false,
                    Shows::FactsOnPages => gives_pages,
                    Shows::FactsInFiles => true,
                };
                let shape = away.shape.filter(|_| is_known);
                let together =
                    shape.map(|shape| Fingerprint::of(&(shape, "section", number, planner.edition.language)));
                if let Some(kept) = together.and_then(|together| (away.has_all)(together)) {
                    let pages = kept.into_iter().filter(|_| section.shows == Shows::FactsOnPages);
                    let pages = pages.map(|(route, noindex)| Planned::given(route, noindex)).collect();
                    return OfSection { pages, cards: Vec::new() };
                }
                let given: Mutex<Vec<Planned>> = Mutex::default();
                let page = |page| {
                    let planned = planned(page, together);
                    given.lock().unwrap_or_else(PoisonError::into_inner).push(planned);
                };
                let file = |file| (away.file)(file, together);
                let Made { pages, files, cards } = (section.make)(planner, Give { page: &page, file: &file });
                files.into_par_iter().for_each(file);
                pages.into_par_iter().for_each(page);
                OfSection { pages: given.into_inner().unwrap_or_else(PoisonError::into_inner), cards }
            })
            .collect();
        let mut pages: Vec<Planned> = self.fixed.par_iter().cloned().map(|page| planned(page, None)).collect();
        let mut cards = Vec::new();
        for of_section in made {
            pages.extend(of_section.pages);
            cards.extend(of_section.cards);
        }
        for (number, planner) in self.editions.iter().enumerate() {
            let entities = planner.site.entities().filter(|entity| planner.makes(entity));
            pages.extend(entities.filter_map(|entity| {
                let route = planner.route(entity.id)?.clone();
                Some(Planned {
                    route,
                    noindex: corrections::is_kept_from_search(entity),
                    maker: Maker::Entity(number, entity.id),
                })
            }));
        }
        pages.par_sort_by(|a, b| a.route.cmp(&b.route));
        // What shares an address is an error by now; the rest of the run sees one of the two.
        pages.dedup_by(|a, b| a.route == b.route);
        let connections = Connections::new(pages.iter().filter_map(|page| self.place(page)), self.config);
        if let Some(base) = &self.config.base_url {
            let changes = self.editions.iter().flat_map(sitemap::changes).collect();
            let listed = pages.iter().filter(|page| !page.noindex).map(|page| &page.route);
            for file in sitemap::files(base, listed, &changes, &connections) {
                (away.file)(file, None);
            }
        }
        Whole { pages, files: Vec::new(), cards, connections }
    }

    /// The page that `planned` of `whole` stands for, with the picture that is to be drawn for it; nothing for one that was given away.
    #[must_use]
    pub fn page(&self, whole: &Whole, planned: &Planned) -> Option<(Page, Option<(Route, Card)>)> {
        let (mut page, card) = match &planned.maker {
            Maker::Made(page) => ((**page).clone(), None),
            Maker::Given => return None,
            Maker::Entity(number, id) => {
                let edition = self.editions.get(*number)?;
                kinds::page(edition, edition.site.get(*id)?)?
            }
        };
        whole.connections.connect(&mut page);
        Some((page, card))
    }

    /// Of all that the page for which `planned` stands is made of, when the site is made of what has the fingerprint `shape`, the texts of documents
    /// left out; nothing where that is not known before it is made.
    #[must_use]
    pub fn inputs(&self, planned: &Planned, shape: Fingerprint) -> Option<Fingerprint> {
        let Maker::Entity(number, id) = &planned.maker else { return None };
        let edition = self.editions.get(*number)?;
        let texts = embeds::texts(edition.site, edition.site.get(*id)?)?;
        Some(Fingerprint::of(&(shape, &planned.route, texts)))
    }

    /// The picture of the page for which `planned` stands, which is an entity's.
    #[must_use]
    pub fn card(&self, planned: &Planned) -> Option<(Route, Card)> {
        let Maker::Entity(number, id) = &planned.maker else { return None };
        let edition = self.editions.get(*number)?;
        kinds::card(edition, edition.site.get(*id)?)
    }

    fn place<'p>(&self, planned: &'p Planned) -> Option<(&'p Route, Place)> {
        let place = match &planned.maker {
            Maker::Made(page) => Place::of(page, self.config),
            Maker::Given => return None,
            Maker::Entity(number, id) => {
                let edition = self.editions.get(*number)?;
                let tongue = edition.tongue(edition.site.get(*id)?.language(&self.config.language))?;
                Place {
                    language: tongue.language.to_string(),
                    locale: tongue.locale.clone(),
                    path: planned.route.path(self.config.links),
                    address: edition.canonical(&planned.route),
                }
            }
        };
        Some((&planned.route, place))
    }
}

impl Planned {
    /// Whether it is the page of a document.
    #[must_use]
    pub const fn is_of_document(&self) -> bool {
        matches!(self.maker, Maker::Entity(..))
    }

    /// As a page that was given away.
    const fn given(route: Route, noindex: bool) -> Self {
        Self { route, noindex, maker: Maker::Given }
    }
}

/// The files that published pages use, with their addresses.
fn attachments(used: &UsedFiles, taken: &mut Taken, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Route, SourcePath)> {
    let mut attachments = Vec::new();
    for path in &used.paths {
        let span = Span::start_of(FileId::of_path(path.as_str()));
        match routes::of_file(path) {
            Some(route) => {
                let widths = used.pictures.get(path).map(|picture| picture.narrower.as_slice()).unwrap_or_default();
                for copy in widths.iter().filter_map(|width| routes::of_narrower(&route, *width)) {
                    taken.take_file(&copy, span, diagnostics);
                }
                if taken.take_file(&route, span, diagnostics) {
                    attachments.push((route, path.clone()));
                }
            }
            None => diagnostics.push(
                Diagnostic::new(
                    Code::UnusableFileName,
                    span,
                    format!("the file name `{}` cannot be a web address", path.file_name()),
                )
                .help("give it a name of letters, digits, dots and hyphens"),
            ),
        }
    }
    attachments
}
