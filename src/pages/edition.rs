//! The site in one of its languages. Knows that the site's own language stands at its root and each other below its tag, with the
//! same addresses, and which page leads to which in another language.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Page;
use super::places;
use super::views::{LanguageLink, PageView};
use crate::foundation::language::Language;
use crate::foundation::route::Route;
use crate::source::config::Config;

/// In which language pages are planned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edition<'a> {
    /// The language of the pages that are of no single document.
    pub language: &'a Language,
    /// Whether it is the site's own language.
    pub is_main: bool,
}

impl<'a> Edition<'a> {
    /// The site in its own language.
    pub(super) const fn main(config: &'a Config) -> Self {
        Self { language: &config.language, is_main: true }
    }

    /// The site in another language.
    pub(super) const fn in_language(language: &'a Language) -> Self {
        Self { language, is_main: false }
    }

    /// Where the page or file at `route` stands in this language.
    pub(super) fn own(self, route: Route) -> Route {
        if self.is_main { route } else { route.in_language(self.language) }
    }
}

/// Which page leads to which in another language.
pub(super) struct Connections {
    /// The languages of the site, its own first.
    languages: Vec<Language>,
    /// By the address that a page has in the site's own language: where it stands in each that has it.
    places: BTreeMap<Route, BTreeMap<usize, Place>>,
}

impl Connections {
    /// The connections between pages at `places`.
    pub(super) fn new<'p>(places: impl Iterator<Item = (&'p Route, Place)>, config: &Config) -> Self {
        let mut connections = Self { languages: Vec::new(), places: BTreeMap::new() };
        if config.languages.is_empty() {
            return connections;
        }
        connections.languages = std::iter::once(&config.language).chain(&config.languages).cloned().collect();
        for (route, place) in places {
            let (language, route) = connections.base(route);
            connections.places.entry(route).or_default().insert(language, place);
        }
        connections
    }

    /// Tells `page` where it stands in the other languages of the site.
    pub(super) fn connect(&self, page: &mut Page) {
        if self.languages.is_empty() {
            return;
        }
        let section = Route::parse(&page.view.page.section).unwrap_or_else(|_| Route::home());
        let links = self.links(&page.route, &section);
        Arc::make_mut(&mut page.view).page.languages = links;
    }

    /// The full addresses at which the page at `route` stands, with the languages.
    pub(super) fn addresses(&self, route: &Route) -> Vec<(String, String)> {
        // The further parts of a text are those of one language.
        if places::beginning(&self.base(route).1).is_some() {
            return Vec::new();
        }
        let there = self.links(route, &Route::home()).into_iter().filter(|other| other.exists);
        there.filter_map(|other| Some((other.language, other.address?))).collect()
    }

    /// The links in all languages from the page at `route`; to `section` or the home page where a language does not have it.
    fn links(&self, route: &Route, section: &Route) -> Vec<LanguageLink> {
        let (own, here) = self.base(route);
        // Each language cuts its text by itself, so a further part leads to the beginning.
        let route = places::beginning(&here).unwrap_or(here);
        let home = Route::home();
        let link = |(index, language): (usize, &Language)| {
            let at = |route: &Route| self.places.get(route).and_then(|places| places.get(&index));
            let there = at(&route);
            let place = there.or_else(|| at(section)).or_else(|| at(&home))?;
            Some(LanguageLink {
                language: there.map_or_else(|| language.to_string(), |place| place.language.clone()),
                name: language.own_name().to_owned(),
                direction: language.direction(),
                path: place.path.clone(),
                address: place.address.clone(),
                locale: there.map_or_else(|| language.with_land(), |place| place.locale.clone()),
                exists: there.is_some(),
                is_here: index == own,
            })
        };
        self.languages.iter().enumerate().filter_map(link).collect()
    }

    /// In which of the languages a page stands, and at which address in the site's own.
    fn base(&self, route: &Route) -> (usize, Route) {
        let others = self.languages.iter().enumerate().skip(1);
        let mut found = others.filter_map(|(index, language)| Some((index, route.without_language(language)?)));
        found.next().unwrap_or_else(|| (0, route.clone()))
    }
}

/// Where a page stands.
pub(super) struct Place {
    /// The tag of its language.
    pub language: String,
    /// Language and land, as previews elsewhere name languages.
    pub locale: String,
    /// Its address below the root.
    pub path: String,
    /// Its full address, when the site's base address is known.
    pub address: Option<String>,
}

impl Place {
    /// The place of a page that has been made.
    pub(super) fn of(page: &Page, config: &Config) -> Self {
        let PageView { language, locale, canonical, .. } = &page.view.page;
        Self {
            language: language.clone(),
            locale: locale.clone(),
            path: page.route.path(config.links),
            address: canonical.clone(),
        }
    }
}
