//! The Atom feeds of a site: of all of it, of each case, of the people for whom the authors want one, and of corrections. Knows
//! which feeds there are; without the base address of the site there are none, as links in feeds must be full.

mod atom;
mod corrections;
mod documents;

use super::edition::Edition;
use super::planner::Planner;
use super::views::FeedLink;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::messages::Messages;
use crate::source::config::Config;

/// The links to the feeds of the whole site, for every page.
pub(super) fn links(site: &PublicSite, config: &Config, edition: Edition<'_>, messages: &Messages) -> Vec<FeedLink> {
    let corrections = corrections::link(site, config, messages.of(&config.language));
    documents::link(site, config, edition).into_iter().chain(corrections).collect()
}

/// The link to the feed of a case or person, for its own page; nothing where it has none.
pub(super) fn own_link(planner: &Planner<'_>, entity: &PublicEntity) -> Option<FeedLink> {
    planner.config.base_url.as_ref()?;
    let has_entries = documents::own(planner.site, entity).is_some_and(|entries| !entries.is_empty());
    let route = own_route(planner, entity)?;
    has_entries.then(|| FeedLink { path: route.path(planner.links()), title: entity.title().to_owned() })
}

/// All feeds; that of corrections is one for all languages.
pub(super) fn files(planner: &Planner<'_>) -> Vec<OutputFile> {
    let corrections = planner.edition.is_main.then(|| corrections::file(planner)).flatten();
    let own = planner.site.entities().filter_map(|entity| documents::own_file(planner, entity));
    documents::file(planner).into_iter().chain(corrections).chain(own).collect()
}

/// The address of the feed that belongs to the page of `entity` in this language.
fn own_route(planner: &Planner<'_>, entity: &PublicEntity) -> Option<Route> {
    let page = planner.route(entity.id).filter(|_| planner.makes(entity))?.address();
    Route::file(&format!("{}feed.xml", page.trim_start_matches('/'))).ok()
}
