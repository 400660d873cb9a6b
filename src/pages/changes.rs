//! What changed on the site, newest first: dossiers that were published and updated, corrections, replies, withdrawals. Knows the
//! dates that authors wrote and those of the lock; asks no clock.

use super::Page;
use super::context::{Context, Shell};
use super::corrections::{corrections, is_kept_from_search, replies};
use super::dates;
use super::lock::Thing;
use super::paging::{Paging, parts};
use super::planner::Planner;
use super::views::{ChangeRow, ChangesView, Content};
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::graph::public::PublicEntity;

/// How many stand on one page.
const LONGEST: usize = 100;
/// How many stand on the home page.
const LATEST: usize = 5;

/// One change.
struct Change<'a> {
    date: &'a Edtf,
    what: &'static str,
    /// Nothing for what was withdrawn.
    page: Option<&'a PublicEntity>,
    anchor: &'static str,
    thing: &'static str,
}

/// All of them, newest first; of one day in the order of the pages' paths.
fn all<'a>(planner: &Planner<'a>) -> Vec<Change<'a>> {
    let site = planner.site;
    let change = |date, what, page, anchor| Change { date, what, page: Some(page), anchor, thing: "" };
    let mut changes: Vec<Change<'_>> = Vec::new();
    for dossier in site.of_kind(Kind::Dossier).filter(|dossier| dossier.has_page) {
        let Fields::Dossier(fields) = dossier.fields() else { continue };
        let (date, updated) = (fields.date.as_ref(), fields.updated.as_ref());
        changes.extend(date.map(|date| change(&date.value, "published", dossier, "")));
        let updated = updated.filter(|updated| date.is_none_or(|date| date.value != updated.value));
        changes.extend(updated.map(|updated| change(&updated.value, "updated", dossier, "")));
    }
    let corrected = corrections(site).into_iter();
    changes.extend(corrected.map(|(page, made)| change(&made.date.value, "corrected", page, "corrections")));
    changes.extend(replies(site).into_iter().map(|(page, made)| change(&made.date.value, "replied", page, "replies")));
    let notes = site.withdrawals.iter().map(|note| (Thing::Page, &note.date.value));
    let others = planner.withdrawn.iter().map(|withdrawn| (withdrawn.what, &withdrawn.date));
    changes.extend(notes.chain(others).map(|(thing, date)| Change {
        date,
        what: "withdrawn",
        page: None,
        anchor: "",
        thing: thing.name(),
    }));
    // What was withdrawn stands behind the others of its day, by what it was: the order says no more of it.
    changes.sort_by_cached_key(|change| {
        (
            dates::newest_first(change.date.placement()),
            change.page.is_none(),
            change.thing,
            change.page.map(|page| page.id),
        )
    });
    changes
}

fn row(page: &Context<'_>, change: &Change<'_>) -> Option<ChangeRow> {
    let reference = match change.page {
        Some(entity) => Some(page.reference(entity.id)?),
        None => None,
    };
    let path = reference.as_ref().and_then(|reference| reference.path.clone());
    Some(ChangeRow {
        date: page.tongue.date(change.date),
        change: change.what,
        page: reference,
        part: path.filter(|_| !change.anchor.is_empty()).map(|path| format!("{path}#{}", change.anchor)),
        thing: change.thing,
    })
}

/// The latest changes, for the home page.
pub(super) fn latest(page: &Context<'_>) -> Vec<ChangeRow> {
    let changes = all(page.planner);
    // What is kept from search engines is not told on the page that they come to first.
    let shown = changes.iter().filter(|change| !change.page.is_some_and(is_kept_from_search));
    shown.take(LATEST).filter_map(|change| row(page, change)).collect()
}

/// The pages of the list; one that says so where nothing has changed yet.
pub(super) fn pages(planner: &Planner<'_>) -> Vec<Page> {
    let changes = all(planner);
    let paging = Paging::new("changes".to_owned());
    let parts = parts(&changes, LONGEST);
    let count = parts.len();
    let page = |(at, part): (usize, &[Change<'_>])| {
        let page = Context::new(planner, paging.route(planner, at + 1)?, planner.edition.language)?;
        let rows = part.iter().filter_map(|change| row(&page, change)).collect();
        let view = ChangesView { changes: rows, paging: paging.view(planner, at + 1, count) };
        let shell = Shell {
            title: page.tongue.numbered(page.tongue.say("changes-title", &[]), at + 1),
            description: String::new(),
            section: "changes",
            way: Vec::new(),
            noindex: part.iter().any(|change| change.page.is_some_and(is_kept_from_search)),
        };
        Some(page.finish(shell, Content::Changes(view)))
    };
    parts.into_iter().enumerate().filter_map(page).collect()
}
