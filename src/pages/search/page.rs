//! The page for searching and the list of all pages. Knows what leads a reader on where no script runs.

use super::super::listing;
use crate::document::kind::Kind;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::planner::Planner;
use crate::pages::routes;
use crate::pages::views::{AllPagesView, Breadcrumb, Content, KindGroup, ListPart, SearchView};

/// The most rows on one page of the list of all pages.
const ROWS: usize = 300;
/// The most cases on the page for searching.
const CASES: usize = 100;

/// The address of the page for searching, in the language of the edition.
pub(in crate::pages) fn route(planner: &Planner<'_>) -> Option<Route> {
    Route::parse("search").ok().map(|route| planner.own(route))
}

/// The address of a page of the list of all pages, from 1, in the language of the edition.
fn all_route(planner: &Planner<'_>, number: usize) -> Option<Route> {
    let route = match number {
        1 => Route::parse("index"),
        _ => Route::parse(&format!("index/{number}")),
    };
    route.ok().map(|route| planner.own(route))
}

/// The page for searching and the list of all pages, in the language of the edition.
pub(in crate::pages) fn pages(planner: &Planner<'_>) -> Vec<Page> {
    search(planner).into_iter().chain(all(planner)).collect()
}

fn search(planner: &Planner<'_>) -> Option<Page> {
    let page = Context::new(planner, route(planner)?, planner.edition.language)?;
    let path = |kind: Kind| Some(planner.own(routes::of_index(kind)?).path(planner.links()));
    let letters = listing::letters(&page, Kind::Person);
    let years = listing::years(&page, Kind::Hearing);
    let view = SearchView {
        people: path(Kind::Person).filter(|_| !letters.is_empty()),
        letters,
        cases: listing::by_name(&page, Kind::Case)
            .into_iter()
            .take(CASES)
            .filter_map(|case| page.reference(case.id))
            .collect(),
        hearings: path(Kind::Hearing).filter(|_| !years.is_empty()),
        years,
        indexes: listing::counts(planner),
        all: all_route(planner, 1)?.path(planner.links()),
    };
    let shell = Shell {
        title: page.tongue.say("search-title", &[]),
        description: String::new(),
        section: "search",
        way: Vec::new(),
        noindex: true,
    };
    Some(page.finish(shell, Content::Search(view)))
}

fn all(planner: &Planner<'_>) -> Vec<Page> {
    let Some(first) = all_route(planner, 1).and_then(|route| Context::new(planner, route, planner.edition.language))
    else {
        return Vec::new();
    };
    let rows: Vec<&PublicEntity> = Kind::ALL.into_iter().flat_map(|kind| listing::by_name(&first, kind)).collect();
    let parts: Vec<&[&PublicEntity]> = rows.chunks(ROWS).collect();
    let count = parts.len().max(1);
    (1..=count)
        .filter_map(|number| {
            part(planner, number, count, parts.get(number - 1).copied().unwrap_or_default(), rows.len())
        })
        .collect()
}

fn part(planner: &Planner<'_>, number: usize, parts: usize, rows: &[&PublicEntity], count: usize) -> Option<Page> {
    let page = Context::new(planner, all_route(planner, number)?, planner.edition.language)?;
    let groups = rows.chunk_by(|a, b| a.kind() == b.kind()).filter_map(|group| {
        let items = group.iter().filter_map(|entity| page.reference(entity.id)).collect();
        Some(KindGroup { kind: group.first()?.kind(), items })
    });
    let groups = groups.collect();
    let links = (1..=parts).filter(|_| parts > 1);
    let links =
        links.filter_map(|number| Some(ListPart { number, path: all_route(planner, number)?.path(planner.links()) }));
    let view = AllPagesView { count, groups, parts: links.collect(), number };
    let way = route(planner).map(|route| Breadcrumb {
        path: Some(route.path(planner.links())),
        title: page.tongue.say("search-title", &[]),
    });
    let shell = Shell {
        title: page.tongue.say("all-pages-title", &[]),
        description: String::new(),
        section: "search",
        way: way.into_iter().collect(),
        noindex: true,
    };
    Some(page.finish(shell, Content::AllPages(view)))
}
