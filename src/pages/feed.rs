//! The Atom feed of the site: dossiers and hearings whose date is exact to the day. Other dates stay out, as a feed cannot say that they are uncertain. Of a date that the authors worked out it says so, and from what.

use super::atom::{self, Entry, Head};
use super::context::Context;
use super::dates;
use super::edition::Edition;
use super::hearings;
use super::planner::Planner;
use super::views::FeedLink;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::foundation::date::Day;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::source::config::{BaseUrl, Config};

/// The file's name.
const NAME: &str = "feed.xml";

/// The links to the feed, for every page: none when there is no feed.
pub(super) fn links(site: &PublicSite, config: &Config, edition: Edition<'_>) -> Vec<FeedLink> {
    let has_feed = config.base_url.is_some() && entries(site).next().is_some();
    let route = Route::file(NAME).ok().filter(|_| has_feed).map(|route| edition.own(route));
    let link =
        |route: Route| FeedLink { path: route.path(config.links), title: config.title_in(edition.language).to_owned() };
    route.map(link).into_iter().collect()
}

/// The feed; nothing without a base address, as its links must be full, and nothing without an entry, as a feed must have a date.
pub(super) fn file(planner: &Planner<'_>) -> Option<OutputFile> {
    let base = planner.config.base_url.as_ref()?;
    let route = planner.own(Route::file(NAME).ok()?);
    let home = base.join(&planner.own(Route::home()));
    let page = Context::new(planner, route.clone(), planner.edition.language)?;
    let mut entries: Vec<(Day, &PublicEntity)> = entries(planner.site).collect();
    entries.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.id.cmp(&right.id)));
    let newest = entries.iter().filter_map(|(_, entity)| last_change(entity)).max()?;
    let head = Head {
        id: home.clone(),
        title: planner.site_title().to_owned(),
        subtitle: page.tongue.shared.description.clone(),
        page: home,
        updated: newest,
    };
    let entries = entries.into_iter().filter_map(|(day, entity)| entry(&page, base, day, entity));
    Some(atom::file(route, &head, entries, base, &page.tongue.shared))
}

/// What a feed can hold, with its day.
fn entries(site: &PublicSite) -> impl Iterator<Item = (Day, &PublicEntity)> {
    let of_feed = |kind| site.of_kind(kind).filter(|entity| entity.has_page && !entity.common().noindex);
    [Kind::Dossier, Kind::Hearing].into_iter().flat_map(of_feed).filter_map(|entity| Some((exact_day(entity)?, entity)))
}

fn exact_day(entity: &PublicEntity) -> Option<Day> {
    dates::for_sorting(entity.fields())?.exact_day()
}

fn last_change(entity: &PublicEntity) -> Option<Day> {
    let updated = match entity.fields() {
        Fields::Dossier(dossier) => dossier.updated.as_ref().and_then(|date| date.value.exact_day()),
        _ => None,
    };
    updated.max(exact_day(entity))
}

fn entry(page: &Context<'_>, base: &BaseUrl, day: Day, entity: &PublicEntity) -> Option<Entry> {
    let address = base.join(page.planner.route(entity.id)?);
    let basis = dates::resolved(entity.fields())
        .map(|resolved| page.tongue.say("feed-worked-out", &[("basis", (&resolved.basis.value).into())]));
    let summary = [Some(hearings::summary(page, entity)), basis].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(Entry {
        id: address.clone(),
        title: entity.title().to_owned(),
        address,
        published: day,
        updated: last_change(entity).unwrap_or(day),
        summary: summary.trim().to_owned(),
    })
}
