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

/// Tells every page of `pages` where it stands in the other languages of the site.
pub(super) fn connect(pages: &mut [Page], config: &Config) {
    if config.languages.is_empty() {
        return;
    }
    let languages: Vec<&Language> = std::iter::once(&config.language).chain(&config.languages).collect();
    let mut places: BTreeMap<Route, BTreeMap<usize, Place>> = BTreeMap::new();
    for page in pages.iter() {
        let (language, route) = base(&page.route, config);
        places.entry(route).or_default().insert(language, Place::of(page, config));
    }
    for page in pages.iter_mut() {
        let (own, here) = base(&page.route, config);
        // Each language cuts its text by itself, so a further part leads to the beginning.
        let route = places::beginning(&here).unwrap_or(here);
        let section = Route::parse(&page.view.page.section).unwrap_or_else(|_| Route::home());
        let link = |(index, language): (usize, &&Language)| {
            let there = places.get(&route).and_then(|places| places.get(&index));
            let instead = || [&section, &Route::home()].into_iter().find_map(|route| places.get(route)?.get(&index));
            let place = there.or_else(instead)?;
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
        let links: Vec<LanguageLink> = languages.iter().enumerate().filter_map(link).collect();
        Arc::make_mut(&mut page.view).page.languages = links;
    }
}

/// Where a page stands.
struct Place {
    language: String,
    locale: String,
    path: String,
    address: Option<String>,
}

impl Place {
    fn of(page: &Page, config: &Config) -> Self {
        let PageView { language, locale, canonical, .. } = &page.view.page;
        Self {
            language: language.clone(),
            locale: locale.clone(),
            path: page.route.path(config.links),
            address: canonical.clone(),
        }
    }
}

/// In which of the site's languages a page stands, its own being the first, and at which address in each.
fn base(route: &Route, config: &Config) -> (usize, Route) {
    let found = config
        .languages
        .iter()
        .enumerate()
        .find_map(|(index, language)| Some((index + 1, route.without_language(language)?)));
    found.unwrap_or_else(|| (0, route.clone()))
}
