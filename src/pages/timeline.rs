//! Timelines: of the site, of a case, of a place. Knows their order and the tray of what has no known year.

use super::Page;
use super::context::{Context, Shell};
use super::dates;
use super::hearings;
use super::planner::Planner;
use super::views::{Content, TimelineEntry, TimelineView, TimelineYear};
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;

/// The entries for `entities`, oldest first, and apart from them those without a known year.
pub(super) fn entries<'a>(
    page: &Context<'_>,
    entities: impl Iterator<Item = &'a PublicEntity>,
) -> (Vec<TimelineEntry>, Vec<TimelineEntry>) {
    let (dated, undated) = sorted(entities);
    let entries = |list: Vec<&PublicEntity>| list.into_iter().filter_map(|entity| entry(page, entity)).collect();
    (entries(dated), entries(undated))
}

fn sorted<'a>(entities: impl Iterator<Item = &'a PublicEntity>) -> (Vec<&'a PublicEntity>, Vec<&'a PublicEntity>) {
    let mut all: Vec<_> = entities.collect();
    all.sort_by(|a, b| hearings::by_date(a, b));
    all.dedup_by_key(|entity| entity.id);
    all.into_iter().partition(|entity| hearings::is_dated(entity))
}

fn entry(page: &Context<'_>, entity: &PublicEntity) -> Option<TimelineEntry> {
    Some(TimelineEntry {
        date: page.tongue.dated(entity.fields()),
        undated: dates::undated(entity.fields()),
        item: page.reference(entity.id)?,
        summary: hearings::summary(page, entity),
    })
}

/// The timeline of the site: events, hearings, and the opening of cases.
pub(super) fn page(planner: &Planner<'_>) -> Option<Page> {
    let page = Context::new(planner, planner.own(Route::parse("timeline").ok()?), planner.edition.language)?;
    let is_dated_kind = |entity: &&PublicEntity| match entity.kind() {
        Kind::Event | Kind::Hearing => true,
        Kind::Case => dates::of(entity.fields()).is_some(),
        _ => false,
    };
    let (dated, undated) = sorted(planner.site.entities().filter(is_dated_kind));
    let mut years: Vec<TimelineYear> = Vec::new();
    for entity in dated {
        let Some(entry) = entry(&page, entity) else { continue };
        let year =
            dates::for_sorting(entity.fields()).and_then(Edtf::year).map_or_else(String::new, |year| year.to_string());
        match years.last_mut().filter(|last| last.year == year) {
            Some(last) => last.entries.push(entry),
            None => years.push(TimelineYear { year, entries: vec![entry] }),
        }
    }
    let undated = undated.into_iter().filter_map(|entity| entry(&page, entity)).collect();
    let shell = Shell {
        title: page.tongue.say("timeline-title", &[]),
        description: String::new(),
        section: "timeline",
        way: Vec::new(),
        noindex: false,
    };
    Some(page.finish(shell, Content::Timeline(TimelineView { years, undated })))
}
