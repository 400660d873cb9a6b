//! Which pages have a picture for previews elsewhere, and what stands on it. Knows that people of whom machines are not told have
//! none, and that a page whose letters cannot be drawn has none rather than a wrong one.

use super::context::Context;
use super::planner::Planner;
use super::views::CardView;
use super::words;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;
use crate::media::card::{Card, HEIGHT, WIDTH};

/// The address of the card of the page at `route`.
fn route_of(route: &Route) -> Option<Route> {
    let page = route.address();
    let name = page.trim_matches('/');
    // No document has this address: its first part is the folder of no kind.
    let name = if name.is_empty() { "home/site" } else { name };
    Route::file(&format!("cards/{name}.png")).ok()
}

/// The card of the page of `entity`; nothing where it may have none.
pub(super) fn of_entity(page: &Context<'_>, entity: &PublicEntity) -> Option<Card> {
    let planner = page.planner;
    let common = entity.common();
    let is_kept = common.no_card || common.noindex || entity.is_unnamed || planner.kept.has(entity.id);
    let card = Card {
        kind: words::singular(entity.kind(), &page.tongue.messages),
        title: entity.title().to_owned(),
        date: page.dated(entity).map_or_else(String::new, |date| match date.resolved {
            // There is no room for the basis of a date that was worked out.
            Some(_) => String::new(),
            None => date.words,
        }),
        site: planner.site_title().to_owned(),
        language: page.tongue.language.clone(),
    };
    planner.artist.as_ref().filter(|artist| !is_kept && artist.can_draw(&card)).map(|_| card)
}

/// The card of the home page: the name of the site and what it is.
pub(super) fn of_home(page: &Context<'_>) -> Option<Card> {
    let planner = page.planner;
    let own = planner.site_title().to_owned();
    let (title, site) = match planner.shared.description.as_str() {
        "" => (own, String::new()),
        description => (description.to_owned(), own),
    };
    let language = page.tongue.language.clone();
    let card = Card { kind: String::new(), title, date: String::new(), site, language };
    page.planner.artist.as_ref().filter(|artist| artist.can_draw(&card)).map(|_| card)
}

/// What the page at `route` says of its card, and where that stands.
pub(super) fn view(planner: &Planner<'_>, route: &Route, card: &Card) -> Option<(Route, CardView)> {
    let route = route_of(route)?;
    let said = [&card.kind, &card.title, &card.date, &card.site];
    let said: Vec<&str> = said.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    let view = CardView { url: planner.canonical(&route)?, alt: said.join(" · "), width: WIDTH, height: HEIGHT };
    Some((route, view))
}
