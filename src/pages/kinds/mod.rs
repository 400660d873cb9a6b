//! The page of a document, by its kind. Knows which facts stand on it; what they look like is the theme's.

mod hearing;
mod person;
mod record;
mod setting;
mod source;

pub(super) use person::withheld;
pub(super) use record::named;
pub(super) use setting::shown_coordinates;
pub(super) use source::published_copy;

use super::Page;
use super::backlinks;
use super::calendar;
use super::cards;
use super::context::{Context, Elsewhere, Shell};
use super::corrections::is_kept_from_search;
use super::feeds;
use super::hearings;
use super::linked;
use super::map;
use super::network;
use super::planner::Planner;
use super::rest::{self, Part};
use super::routes;
use super::text;
use super::timeline;
use super::views::{Breadcrumb, CardView, Content, DocumentView, EntityView, Ref};
use super::words;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;
use crate::media::card::Card;

/// The page of `entity`, with the picture that is to be drawn for it; nothing for one without a page, nor for one that this edition
/// has only in another language.
pub(super) fn page(planner: &Planner<'_>, entity: &PublicEntity) -> Option<(Page, Option<(Route, Card)>)> {
    let page = context(planner, entity)?;
    let common = common(&page, entity);
    let shell = Shell {
        title: entity.title().to_owned(),
        description: common.summary.clone(),
        section: entity.kind().folder().unwrap_or_default(),
        way: way(&page, entity),
        noindex: is_kept_from_search(entity),
    };
    let content = match entity.fields() {
        Fields::Dossier(fields) => Content::Dossier(record::dossier(&page, entity, common, fields)),
        Fields::Case(fields) => Content::Case(hearing::case(&page, entity, common, fields)),
        Fields::Hearing(fields) => Content::Hearing(hearing::hearing(&page, entity, common, fields)),
        Fields::Person(fields) => Content::Person(person::person(&page, entity, common, fields)),
        Fields::Organisation(fields) => Content::Organisation(person::organisation(&page, entity, common, fields)),
        Fields::Place(fields) => Content::Place(setting::place(&page, entity, common, fields)),
        Fields::Event(fields) => Content::Event(setting::event(&page, entity, common, fields)),
        Fields::Source(fields) => Content::Source(source::source(&page, entity, common, fields)),
        Fields::Page => Content::Document(DocumentView { entity: common }),
    };
    let (elsewhere, card) = elsewhere(&page, entity);
    Some((page.finish_with(shell, content, elsewhere), card))
}

/// The picture that is to be drawn for the page of `entity`.
pub(super) fn card(planner: &Planner<'_>, entity: &PublicEntity) -> Option<(Route, Card)> {
    planner.artist.as_ref()?;
    drawn(&context(planner, entity)?, entity).map(|(drawn, _)| drawn)
}

/// What the page of `entity` is made with; nothing as in [`page`].
fn context<'p>(planner: &'p Planner<'p>, entity: &PublicEntity) -> Option<Context<'p>> {
    let route = planner.route(entity.id).filter(|_| planner.makes(entity))?.clone();
    Context::new(planner, route, entity.language(&planner.config.language))
}

/// The picture that is to be drawn for `page`, which is that of `entity`, and what is said of it there.
fn drawn(page: &Context<'_>, entity: &PublicEntity) -> Option<((Route, Card), CardView)> {
    let card = cards::of_entity(page, entity)?;
    let (route, view) = cards::view(page.planner, &page.route, &card)?;
    Some(((route, card), view))
}

/// What is told of a document elsewhere.
fn elsewhere(page: &Context<'_>, entity: &PublicEntity) -> (Elsewhere, Option<(Route, Card)>) {
    let planner = page.planner;
    let is_kept = planner.kept.has(entity.id);
    let (card, view) = drawn(page, entity).unzip();
    let elsewhere = Elsewhere {
        is_kept,
        thing: if is_kept { None } else { linked::thing(page, entity) },
        card: view,
        feed: feeds::own_link(planner, entity),
        calendar: calendar::own_link(page, entity),
        held: page.held(entity),
    };
    (elsewhere, card)
}

/// The steps above a document: the index of its kind; for a hearing its case.
pub(super) fn way(page: &Context<'_>, entity: &PublicEntity) -> Vec<Breadcrumb> {
    if let Some(case) = hearings::case_of(entity).and_then(|case| page.reference(case)) {
        let cases = index_crumb(page, Kind::Case);
        return cases.into_iter().chain([Breadcrumb { path: case.path.clone(), title: case.title.clone() }]).collect();
    }
    index_crumb(page, entity.kind()).into_iter().collect()
}

fn index_crumb(page: &Context<'_>, kind: Kind) -> Option<Breadcrumb> {
    let path = page.planner.own(routes::of_index(kind)?).path(page.planner.links());
    Some(Breadcrumb { path: Some(path), title: page.tongue.say(words::plural(kind), &[]) })
}

/// What the page of every document has.
fn common(page: &Context<'_>, entity: &PublicEntity) -> EntityView {
    let common = entity.common();
    let values = |list: &[crate::document::front_matter::Text]| list.iter().map(|text| text.value.clone()).collect();
    EntityView {
        kind: entity.kind(),
        id: entity.slug().to_string(),
        title: entity.title().to_owned(),
        aliases: rest::first(Part::Aliases, rest::aliases(entity)),
        summary: common.summary.as_ref().map_or_else(String::new, |summary| summary.value.clone()),
        body: text::body(page, entity, 1),
        sources: page.list(entity, &common.sources),
        tags: values(&common.tags),
        same_as: values(entity.elsewhere()),
        not_same_as: namesakes(page, entity),
        corrections: rest::first(Part::Corrections, rest::corrections(page, entity)),
        replies: rest::first(Part::Replies, rest::replies(page, entity)),
        timeline: timeline::course(page, entity),
        relations: network::section(page, entity),
        places: map::section(page, entity),
        backlinks: backlinks::groups(page, &rest::first(Part::NamedOn, rest::named_on(page, entity))),
        rest: rest::links(page.planner, entity),
        extra: common.extra.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
    }
}

/// Those that this page or their own tell apart from it, each once.
fn namesakes(page: &Context<'_>, entity: &PublicEntity) -> Vec<Ref> {
    let mut namesakes = page.list(entity, &entity.common().not_same_as);
    for other in page.named_in(entity.id, "not_same_as").filter_map(|other| page.reference(other.id)) {
        if !namesakes.contains(&other) {
            namesakes.push(other);
        }
    }
    namesakes
}
