//! What the record lacks: sources of statements, hearings that come next. Knows what is written, not what happened.

use std::collections::BTreeMap;

use super::Suggestion;
use super::readings::Edition;
use crate::document::Document;
use crate::document::front_matter::{Fields, HearingFields, HearingStatus, Stage};
use crate::document::mention::{Mention, Place, StatementRole};
use crate::document::statement::Statement;
use crate::foundation::date::{Day, Moment};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::graph::Site;
use crate::graph::entity::{Entity, EntityId};

/// The statements of `site` that name no source.
pub(super) fn without_source(site: &Site) -> Vec<Suggestion> {
    let mut found = Vec::new();
    for document in site.documents().filter(|document| document.common.withdrawn.is_none()) {
        for (index, statement) in (0_u32..).zip(&document.body.statements) {
            if statement.via.is_empty() && cited(document, index).next().is_none() {
                let help = "add a line `via: [[source]]`: where it is known from".to_owned();
                found.push(no_source(
                    statement,
                    format!("the statement `^{}` names no source", statement.id.value),
                    help,
                ));
            }
        }
    }
    found
}

/// The statements of translations that name no source where those of the main file cite one in their words. All others are told
/// with the main file, of which a translation has the heads of statements.
pub(super) fn without_source_here(edition: &Edition<'_>, main: &Site) -> Vec<Suggestion> {
    let mut found = Vec::new();
    for page in edition.pages().filter(|page| page.document.common.withdrawn.is_none()) {
        let Some(original) = main.registry.get(page.id).map(|original| &original.document) else { continue };
        let pairs = page.document.body.statements.iter().zip(&original.body.statements);
        for (index, (own, theirs)) in (0_u32..).zip(pairs) {
            let is_same = own.id.value == theirs.id.value && own.via.is_empty() && theirs.via.is_empty();
            if let Some(source) = cited(original, index).next()
                && is_same
                && cited(&page.document, index).next().is_none()
            {
                let message = format!("the statement `^{}` names no source, and its main file does", own.id.value);
                let help = format!("cite it in these words too: `[@{}]`", source.target.name);
                found.push(no_source(own, message, help));
            }
        }
    }
    found
}

/// What the words of the statement with this index cite.
fn cited(document: &Document, index: u32) -> impl Iterator<Item = &Mention> {
    document.mentions.iter().filter(
        move |mention| matches!(mention.place, Place::Statement { statement, role: StatementRole::Cited } if statement == index),
    )
}

fn no_source(statement: &Statement, message: String, help: String) -> Suggestion {
    let diagnostic = Diagnostic::new(Code::StatementWithoutSource, statement.id.span, message).help(help);
    Suggestion { diagnostic, link: None }
}

/// The last hearings of cases that go on, which were held before `now` and after which nothing is known to come.
pub(super) fn without_next(site: &Site, now: Moment) -> Vec<Suggestion> {
    let Some(today) = now.day() else { return Vec::new() };
    let mut by_case: BTreeMap<EntityId, Vec<(&Entity, &HearingFields)>> = BTreeMap::new();
    for entity in site.registry.entities().filter(|entity| entity.document.common.withdrawn.is_none()) {
        if let Fields::Hearing(hearing) = &entity.document.fields
            && let Some(case) = hearing.case.and_then(|case| site.target(entity.id, case))
        {
            by_case.entry(case).or_default().push((entity, hearing));
        }
    }
    let going_on = by_case.iter().filter(|(case, _)| !has_ended(site, **case));
    going_on.filter_map(|(_, hearings)| last_held(hearings, today)).collect()
}

/// Whether everybody whose standing in the case is recorded has reached a stage after which nothing comes.
fn has_ended(site: &Site, case: EntityId) -> bool {
    let Some(Fields::Case(case)) = site.registry.get(case).map(|case| &case.document.fields) else { return false };
    let is_over = |stage| matches!(stage, Stage::Acquitted | Stage::Dismissed | Stage::ConvictedFinal);
    let is_party = |stage| !matches!(stage, Stage::NotAParty | Stage::NamedInFile);
    let mut stages = case.parties.iter().map(|party| party.stage.value).filter(|stage| is_party(*stage)).peekable();
    stages.peek().is_some() && stages.all(is_over)
}

fn last_held(hearings: &[(&Entity, &HearingFields)], today: Day) -> Option<Suggestion> {
    let last_day = |hearing: &HearingFields| day_of(hearing, Side::Last);
    let (_, last) = hearings
        .iter()
        .filter(|(_, hearing)| last_day(hearing).is_some())
        .max_by_key(|(_, hearing)| last_day(hearing))?;
    let is_to_come = |hearing: &HearingFields| {
        hearing.status.value == HearingStatus::Scheduled || day_of(hearing, Side::First).is_none()
    };
    if hearings.iter().any(|(_, hearing)| is_to_come(hearing)) {
        return None;
    }
    let date = last.date.as_ref()?;
    let is_open = last.status.value == HearingStatus::Held && last.next.is_none() && last_day(last)? < today;
    is_open.then(|| {
        let message = "this hearing was held, and nothing is known of the next one";
        let help = "write `next:` with the date that the court set, or begin the next hearing with `dossier new hearing`; if the case has \
                    ended, say so by the `stage` of its parties";
        Suggestion { diagnostic: Diagnostic::new(Code::NoNextHearing, date.span, message).help(help), link: None }
    })
}

#[derive(Clone, Copy)]
enum Side {
    First,
    Last,
}

/// The first or the last day that a hearing can have been on, by what the authors worked out where they did.
fn day_of(hearing: &HearingFields, side: Side) -> Option<Day> {
    let date = hearing
        .resolved
        .as_ref()
        .map(|resolved| &resolved.date.value)
        .or(hearing.date.as_ref().map(|date| &date.value))?;
    match side {
        Side::First => date.earliest(),
        Side::Last => date.latest(),
    }
}
