//! The public site to its pages. Knows which pages and files a site has; nothing is rendered here.

use rayon::prelude::*;

use super::citations::Library;
use super::edition::{self, Edition};
use super::lock::{self, Locked};
use super::planner::Planner;
use super::routes::{self, Taken};
use super::used::UsedFiles;
use super::{
    Page, Pages, calendar, changes, continued, corrections, data, feeds, kinds, listing, map, network, rest, search,
    sitemap, timeline,
};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::language::Language;
use crate::foundation::route::Route;
use crate::foundation::span::{FileId, Span};
use crate::graph::public::{PublicEntity, PublicSite};
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

/// Plans all pages of `site`, and those of `translated` below the tags of their languages. Two things with one address are an error,
/// and so is what `locked` lists and the site no longer has. `messages` are the texts of the interface; `used` are the files that
/// pages use; `library` holds what was written for the build before.
pub fn plan(
    site: &PublicSite,
    translated: &[Translated],
    config: &Config,
    messages: &Messages,
    locked: Option<&Locked>,
    used: &UsedFiles,
    library: &mut Library,
) -> Checked<Pages> {
    let mut diagnostics = locked.map(|locked| lock::check(site, locked)).unwrap_or_default();
    let withdrawn = locked.map(|locked| locked.lock.withdrawn.as_slice()).unwrap_or_default();
    let mut taken = Taken::new();
    for other in translated {
        let home = Edition::in_language(&other.language).own(Route::home());
        taken.take(&home, Span::start_of(FileId::of_path("dossier.toml")), &mut diagnostics);
    }
    taken.take_entities(site.entities(), &mut diagnostics);
    let mut planner = Planner::new(site, config, messages, Edition::main(config), withdrawn, used);
    planner.citations = library.prepare(&planner);
    let (mut pages, mut cards) = pages(&planner);
    pages.extend(corrections::notes(&planner, &mut taken, &mut diagnostics));
    pages.extend(data::page(&planner));
    pages.extend(listing::redirects(&planner, &mut taken, &mut diagnostics));
    let mut files = feeds::files(&planner);
    files.extend(calendar::files(&planner));
    files.extend(search::files(&planner));
    let mut changes = sitemap::changes(&planner);
    files.extend(data::files(&planner));
    for other in translated {
        let edition = Edition::in_language(&other.language);
        let mut planner = Planner::new(&other.site, config, messages, edition, withdrawn, used);
        planner.citations = library.prepare(&planner);
        let (own_pages, own_cards) = self::pages(&planner);
        pages.extend(own_pages);
        cards.extend(own_cards);
        files.extend(feeds::files(&planner));
        files.extend(calendar::files(&planner));
        files.extend(search::files(&planner));
        changes.extend(sitemap::changes(&planner));
    }
    library.forget_unused();
    pages.sort_by(|a, b| a.route.cmp(&b.route));
    // What shares an address is an error by now; the rest of the run sees one of the two.
    pages.dedup_by(|a, b| a.route == b.route);
    edition::connect(&mut pages, config);
    files.extend(config.base_url.as_ref().map(|base| sitemap::files(base, &pages, &changes)).unwrap_or_default());
    let attachments = attachments(used, &mut taken, &mut diagnostics);
    Checked::new(Pages { pages, files, cards, attachments }, diagnostics)
}

/// The pages that the site has in each of its languages, and the pictures that are to be drawn for them.
fn pages(planner: &Planner<'_>) -> (Vec<Page>, Vec<(Route, Card)>) {
    let entities: Vec<&PublicEntity> = planner.site.entities().collect();
    let mut made: Vec<(Page, Option<(Route, Card)>)> =
        entities.par_iter().filter_map(|entity| kinds::page(planner, entity)).collect();
    made.extend(listing::home(planner));
    let (mut pages, cards): (Vec<Page>, Vec<_>) = made.into_iter().unzip();
    pages.extend(listing::pages(planner));
    pages.extend(calendar::page(planner));
    pages.extend(timeline::pages(planner));
    pages.extend(network::pages(planner));
    pages.extend(map::pages(planner));
    pages.extend(rest::pages(planner));
    pages.extend(continued::pages(planner));
    pages.extend(changes::pages(planner));
    pages.extend(corrections::pages(planner));
    pages.extend(search::pages(planner));
    (pages, cards.into_iter().flatten().collect())
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
