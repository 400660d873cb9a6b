//! Feeds of documents: of the site its dossiers and hearings, of a case its hearings and what is told of them, of a person the
//! hearings and dossiers that name the person. Only what has a date that is exact to the day is in them, as a feed cannot say
//! that a date is uncertain. Of a date that the authors worked out it says so, and from what.

use std::collections::BTreeMap;

use super::atom::{self, Entry, Head};
use super::own_route;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::foundation::date::Day;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity, PublicSite};
use crate::pages::context::Context;
use crate::pages::corrections::is_kept_from_search;
use crate::pages::edition::Edition;
use crate::pages::planner::Planner;
use crate::pages::tags::Tags;
use crate::pages::views::FeedLink;
use crate::pages::{dates, hearings};
use crate::source::config::{BaseUrl, Config};

/// The file's name.
const NAME: &str = "feed.xml";

/// Entries with their days, newest first.
type Entries<'a> = Vec<(Day, &'a PublicEntity)>;

/// The link to the feed of the site; nothing when there is none.
pub(super) fn link(site: &PublicSite, config: &Config, edition: Edition<'_>) -> Option<FeedLink> {
    let has_feed = config.base_url.is_some() && of_site(site).next().is_some();
    let route = Route::file(NAME).ok().filter(|_| has_feed).map(|route| edition.own(route))?;
    Some(FeedLink { path: route.path(config.links), title: config.title_in(edition.language).to_owned() })
}

/// The feed of the site; nothing without an entry, as a feed must have a date.
pub(super) fn file(planner: &Planner<'_>) -> Option<OutputFile> {
    let base = planner.config.base_url.as_ref()?;
    let route = planner.own(Route::file(NAME).ok()?);
    let entries = newest_first(of_site(planner.site).collect());
    let head = Head {
        id: planner.tags.of(&Tags::in_edition("feed", planner.edition)),
        title: planner.site_title().to_owned(),
        subtitle: planner.shared.description.clone(),
        page: base.join(&planner.own(Route::home())),
        language: planner.edition.language.clone(),
        updated: last_change(&entries)?,
    };
    write(planner, base, route, &head, entries)
}

/// The feed of a case, or of a person for whom there is one.
pub(super) fn own_file(planner: &Planner<'_>, entity: &PublicEntity) -> Option<OutputFile> {
    let base = planner.config.base_url.as_ref()?;
    let entries = own(planner.site, entity)?;
    let head = Head {
        id: planner.tags.of(&Tags::in_edition(&format!("{}/feed", Tags::name(entity)), planner.edition)),
        title: format!("{}: {}", planner.site_title(), entity.title()),
        subtitle: entity.common().summary.as_ref().map_or_else(String::new, |summary| summary.value.clone()),
        page: planner.canonical(planner.route(entity.id)?)?,
        language: entity.language(&planner.config.language).clone(),
        updated: last_change(&entries)?,
    };
    write(planner, base, own_route(planner, entity)?, &head, entries)
}

/// What the feed of `entity` holds; nothing for what has no feed of its own.
pub(super) fn own<'a>(site: &'a PublicSite, entity: &PublicEntity) -> Option<Entries<'a>> {
    let may_have_one = entity.has_page && entity.is_gathered && !is_kept_from_search(entity);
    let found = match entity.fields() {
        _ if !may_have_one => return None,
        Fields::Case(fields) => {
            let events = fields.about.iter().filter_map(|mention| match entity.link(*mention)? {
                Link::To { entity, .. } => site.get(*entity).filter(|entity| entity.kind() == Kind::Event),
                Link::Unpublished(_) => None,
            });
            let hearings = hearings::of_case(site, entity.id);
            let told = hearings.iter().map(|hearing| hearing.id).chain([entity.id]);
            let told: Vec<_> = told.flat_map(|id| naming(site, id, &[Kind::Dossier])).collect();
            events.chain(hearings).chain(told).collect()
        }
        Fields::Person(fields) if fields.has_feed => naming(site, entity.id, &[Kind::Dossier, Kind::Hearing]),
        _ => return None,
    };
    let by_id: BTreeMap<EntityId, &PublicEntity> = found.into_iter().map(|entity| (entity.id, entity)).collect();
    Some(newest_first(by_id.into_values().filter_map(dated).collect()))
}

/// The documents of `kinds` that name `id`.
fn naming<'a>(site: &'a PublicSite, id: EntityId, kinds: &[Kind]) -> Vec<&'a PublicEntity> {
    let from = site.backlinks(id).iter().filter_map(|(from, _)| site.get(*from));
    from.filter(|from| kinds.contains(&from.kind())).collect()
}

fn of_site(site: &PublicSite) -> impl Iterator<Item = (Day, &PublicEntity)> {
    [Kind::Dossier, Kind::Hearing].into_iter().flat_map(|kind| site.of_kind(kind)).filter_map(dated)
}

/// What a feed can hold, with its day.
fn dated(entity: &PublicEntity) -> Option<(Day, &PublicEntity)> {
    let is_shown = entity.has_page && !is_kept_from_search(entity);
    is_shown.then(|| Some((dates::exact_day(entity.fields())?, entity))).flatten()
}

fn newest_first(mut entries: Entries<'_>) -> Entries<'_> {
    entries.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.id.cmp(&right.id)));
    entries
}

fn last_change(entries: &Entries<'_>) -> Option<Day> {
    entries.iter().map(|(day, entity)| changed(*day, entity)).max()
}

/// The day on which what an entry tells last changed.
fn changed(day: Day, entity: &PublicEntity) -> Day {
    dates::last_change(entity).map_or(day, |change| change.max(day))
}

fn write(planner: &Planner<'_>, base: &BaseUrl, route: Route, head: &Head, entries: Entries<'_>) -> Option<OutputFile> {
    let page = Context::new(planner, route.clone(), &head.language)?;
    let entries = entries.into_iter().filter_map(|(day, entity)| entry(&page, base, day, entity));
    Some(atom::file(route, head, entries, base, &planner.shared))
}

fn entry(page: &Context<'_>, base: &BaseUrl, day: Day, entity: &PublicEntity) -> Option<Entry> {
    let planner = page.planner;
    let basis = dates::resolved(entity.fields())
        .map(|resolved| page.tongue.say("feed-worked-out", &[("basis", (&resolved.basis.value).into())]));
    let summary = [Some(hearings::summary(page, entity)), basis].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = Tags::name(entity);
    let name = if entity.is_translation() { Tags::in_edition(&name, planner.edition) } else { name };
    Some(Entry {
        id: planner.tags.of(&name),
        title: entity.title().to_owned(),
        address: base.join(planner.route(entity.id)?),
        published: day,
        updated: changed(day, entity),
        summary: summary.trim().to_owned(),
    })
}
