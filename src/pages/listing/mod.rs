//! The pages that no author wrote: home, indexes, who is not named, 404, redirects. Knows how documents are put into lists.

mod home;
mod index;
mod item;
mod not_named;
mod redirect;

use super::Page;
use super::context::{Context, Shell};
use super::planner::Planner;
use super::routes;
use super::views::{Content, KindCount, NotFoundView};
use crate::document::kind::Kind;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;

pub(super) use home::page as home;
pub(super) use index::{letters, years};
pub(super) use redirect::redirects;

/// The indexes, and who is not named.
pub(super) fn pages(planner: &Planner<'_>) -> Vec<Page> {
    let indexes = Kind::ALL.into_iter().flat_map(|kind| index::pages(planner, kind));
    not_named::pages(planner).into_iter().chain(indexes).collect()
}

/// How many documents of each kind that has an index are published; kinds without any are left out.
/// People who are not named are not counted: they stand on a page of their own.
pub(super) fn counts(planner: &Planner<'_>) -> Vec<KindCount> {
    let of_kind = |kind| {
        let path = planner.own(routes::of_index(kind)?).path(planner.links());
        let count = item::listed(planner, kind).count();
        (count > 0).then_some(KindCount { kind, count, path })
    };
    Kind::ALL.into_iter().filter_map(of_kind).collect()
}

/// The documents of a kind that stand in its index, A to Z.
pub(super) fn by_name<'a>(page: &Context<'a>, kind: Kind) -> Vec<&'a PublicEntity> {
    let mut entities: Vec<_> = item::listed(page.planner, kind).collect();
    entities.sort_by(|a, b| item::by_name(&page.tongue.alphabet, a, b));
    entities
}

/// The 404 page, once for all languages. It is answered at any depth, so its links begin at the site's root.
pub(super) fn not_found(planner: &Planner<'_>) -> Option<Page> {
    if !planner.edition.is_main {
        return None;
    }
    let mut page = Context::new(planner, Route::file("404.html").ok()?, &planner.config.language)?;
    page.root = planner.config.base_url.as_ref().map_or("/", |base| base.path()).into();
    let shell = Shell {
        title: page.tongue.say("not-found-title", &[]),
        description: String::new(),
        section: "",
        way: Vec::new(),
        noindex: true,
    };
    Some(page.finish(shell, Content::NotFound(NotFoundView { indexes: counts(planner) })))
}
