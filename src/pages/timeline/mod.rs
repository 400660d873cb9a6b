//! Timelines: of the site, of a case, of a person, of a place. Knows their order and the tray of what has no known year.

mod pages;
mod strip;

use std::collections::BTreeSet;

use super::context::Context;
use super::dates;
use super::hearings;
use super::views::{CourseView, TimelineEntry};
use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, Place, StatementRole};
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity, PublicSite};
pub(super) use pages::{pages, path};

/// How many entries stand on the page of a case or a person; its own timeline has the rest.
const SHORT: usize = 30;

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
        date: page.dated(entity),
        undated: dates::undated(entity.fields()),
        item: page.reference(entity.id)?,
        summary: hearings::summary(page, entity),
    })
}

/// The first entries of what happened in a case, or to a person or organisation, and where all of them are. Nothing where the
/// list of hearings on the same page says as much.
pub(super) fn course(page: &Context<'_>, entity: &PublicEntity) -> Option<CourseView> {
    let all = of(page.planner.site, entity);
    let says_more = entity.kind() == Kind::Case || all.iter().any(|other| other.kind() != Kind::Hearing);
    if all.is_empty() || !says_more {
        return None;
    }
    let (dated, undated) = sorted(all.into_iter());
    let total = dated.len() + undated.len();
    let room = SHORT.saturating_sub(dated.len());
    let entries = |list: &[&PublicEntity], most: usize| {
        list.iter().take(most).filter_map(|entity| entry(page, entity)).collect::<Vec<_>>()
    };
    Some(CourseView {
        entries: entries(&dated, SHORT),
        undated: entries(&undated, room),
        total,
        all: path(page.planner, entity).filter(|_| entity.kind() == Kind::Case || total > SHORT),
    })
}

/// What stands on the timeline of `entity`, in no order: the events and hearings of a case; what a person or organisation had a
/// role in, spoke at, or is named on, of events, hearings, and cases with a date.
fn of<'a>(site: &'a PublicSite, entity: &'a PublicEntity) -> Vec<&'a PublicEntity> {
    let target = |mention: usize| match entity.links().get(mention) {
        Some(Link::To { entity, .. }) => site.get(*entity),
        _ => None,
    };
    match entity.kind() {
        Kind::Case => {
            let about = |mention: &usize| {
                let id = crate::document::mention::MentionId::at(*mention);
                entity.place(id) == Some(Place::Field(FieldKey::Named("about")))
            };
            let events = (0..entity.links().len()).filter(about).filter_map(target);
            let events = events.filter(|event| event.kind() == Kind::Event);
            events.chain(hearings::of_case(site, entity.id)).collect()
        }
        Kind::Person | Kind::Organisation if entity.is_gathered => {
            let concerns = |(from, mention): &&(EntityId, crate::document::mention::MentionId)| {
                let Some(from) = site.get(*from) else { return false };
                match (from.kind(), from.place(*mention)) {
                    (Kind::Case, Some(Place::Field(_))) => dates::of(from.fields()).is_some(),
                    (Kind::Event, _) | (Kind::Hearing, Some(Place::Field(_))) => true,
                    (Kind::Hearing, Some(Place::Statement { role, .. })) => role == StatementRole::Speaker,
                    _ => false,
                }
            };
            let ids: BTreeSet<EntityId> =
                site.backlinks(entity.id).iter().filter(concerns).map(|(from, _)| *from).collect();
            ids.into_iter().filter_map(|id| site.get(id)).collect()
        }
        _ => Vec::new(),
    }
}
