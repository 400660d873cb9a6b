//! What is looked through of a document and of a statement, and what is shown of them. Knows who may be called what.

use super::body_text;
use super::card::{Beside, Card, Excerpt, LONGEST};
use super::marks::{self, Marks};
use super::names::Name;
use super::subjects::Subject;
use super::words::Texts;
use super::{Entry, KINDS};
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::statement::{Statement, Status};
use crate::graph::public::{Link, PublicEntity};
use crate::pages::dates;
use crate::pages::hearings;
use crate::pages::planner::Planner;
use crate::pages::short_form::{self, ShortForm};
use crate::pages::{statements, text};

/// What is to be known of `subject`.
pub(super) fn entry(planner: &Planner<'_>, subject: &Subject<'_>) -> Option<Entry> {
    match subject {
        Subject::Document(entity) => document(planner, entity),
        Subject::Statement(page, statement, number) => Some(of_statement(planner, page, statement, *number)),
    }
}

fn document(planner: &Planner<'_>, entity: &PublicEntity) -> Option<Entry> {
    let path = planner.route(entity.id)?.path(planner.links());
    let marks = marks::of(planner, entity);
    let other_names: Vec<String> = entity.other_names().iter().map(|name| name.value.clone()).collect();
    let mut texts = Texts { names: vec![entity.title().to_owned()], ..Texts::default() };
    texts.names.extend(other_names.iter().cloned());
    // A person who is not named is found by the label and by nothing else.
    let (excerpt, date) = if entity.is_unnamed {
        (String::new(), Default::default())
    } else {
        texts.heads = heads(planner, entity);
        texts.text = body_text::of(planner, entity);
        (summary(planner, entity), date(planner, entity))
    };
    let names = names(planner, entity, &marks, &path, &date.0);
    let excerpt = Excerpt::Text(text::shortened(&excerpt, LONGEST));
    let language = language(planner, entity);
    let (words, machine) = date;
    let card = Card(
        marks.kind,
        entity.title().to_owned(),
        path,
        words,
        machine,
        excerpt,
        language,
        Beside::Names(other_names),
    );
    Some(Entry { card, texts, marks, names })
}

/// The words of a statement that was withdrawn are not looked through: its short form leaves them out as well.
fn of_statement(planner: &Planner<'_>, page: &PublicEntity, statement: &Statement, number: usize) -> Entry {
    let attribution = short_form::attribution(planner, page, statement);
    let status = attribution.status;
    let called = |mention| text::called(planner, page, mention);
    let mut words: Vec<String> = attribution.speaker.iter().cloned().collect();
    words.extend(statement.via.iter().copied().map(called));
    words.extend(statement.about.iter().copied().filter(|about| is_shown(page, *about)).map(called));
    if status != Status::Retracted {
        words.push(body_text::of_fragment(planner, page, statement.words.with(&attribution)));
        words.extend(statement.translation.iter().map(|translation| translation.text.with(&attribution).clone()));
    }
    let texts = Texts { names: Vec::new(), heads: vec![page.title().to_owned()], text: words.join("\n") };
    let kind = KINDS.len();
    let (date, machine) = date(planner, page);
    let card = Card(
        kind,
        page.title().to_owned(),
        statements::path(planner, page, statement),
        date,
        machine,
        Excerpt::Said(ShortForm::shortened(planner, planner.messages_of(page), page, statement, LONGEST)),
        language(planner, page),
        Beside::Statement(number, status.name()),
    );
    let marks =
        Marks { kind, roles: std::collections::BTreeSet::new(), status: Some(status), ..marks::of(planner, page) };
    Entry { card, texts, marks, names: Vec::new() }
}

/// Somebody who is not published is called by the author's label, and without one not at all.
fn is_shown(page: &PublicEntity, mention: crate::document::mention::MentionId) -> bool {
    matches!(page.link(mention), Some(Link::To { .. })) || page.label(mention).is_some()
}

fn language(planner: &Planner<'_>, entity: &PublicEntity) -> String {
    let own = entity.language(&planner.config.language);
    if own == planner.edition.language { String::new() } else { own.to_string() }
}

/// The date as the source gives it, in words and for machines. Finds can be narrowed to the year that the authors worked out, so
/// where they did the words say so and on what basis, and machines are told no day that these words are not.
fn date(planner: &Planner<'_>, entity: &PublicEntity) -> (String, String) {
    let tongue = planner.tongue(entity.language(&planner.config.language));
    let dated = tongue.and_then(|tongue| Some((tongue, tongue.dated(entity, &planner.config.language)?)));
    let Some((tongue, date)) = dated else { return Default::default() };
    match date.resolved {
        None => (date.words, date.iso.unwrap_or_default()),
        Some(resolved) => {
            let values = [("date", (&resolved.date.words).into()), ("basis", (&resolved.basis).into())];
            (format!("{} ({})", date.words, tongue.say("date-worked-out", &values)), String::new())
        }
    }
}

fn summary(planner: &Planner<'_>, entity: &PublicEntity) -> String {
    match &entity.common().summary {
        Some(summary) => summary.value.clone(),
        None => text::plain(planner, entity, &entity.body().lead),
    }
}

/// What stands out: the summary, the headings, the numbers of a case, the case of a hearing, tags.
fn heads(planner: &Planner<'_>, entity: &PublicEntity) -> Vec<String> {
    let common = entity.common();
    let numbers = match entity.fields() {
        Fields::Case(case) => case.numbers.as_slice(),
        _ => &[],
    };
    let texts = common.summary.iter().chain(&common.tags).chain(numbers).map(|text| text.value.clone());
    let headings = entity.body().headings.iter().map(|heading| text::plain(planner, entity, &heading.text));
    texts.chain(headings).chain(case_title(planner, entity)).collect()
}

fn case_title(planner: &Planner<'_>, hearing: &PublicEntity) -> Option<String> {
    Some(planner.site.get(hearings::case_of(hearing)?)?.title().to_owned())
}

/// The names by which a reader can jump to a document; to narratives, sources and plain pages the search leads.
fn names(planner: &Planner<'_>, entity: &PublicEntity, marks: &Marks, path: &str, date: &str) -> Vec<Name> {
    if matches!(entity.kind(), Kind::Dossier | Kind::Source | Kind::Page) {
        return Vec::new();
    }
    // A line of the jump has no room for the basis of a date.
    let has_date = !date.is_empty() && dates::resolved(entity.fields()).is_none();
    let note: Vec<String> = case_title(planner, entity).into_iter().chain(has_date.then(|| date.to_owned())).collect();
    let own = Name(entity.title().to_owned(), marks.kind, path.to_owned(), note.join(" · "));
    let others = entity
        .other_names()
        .iter()
        .map(|alias| Name(alias.value.clone(), marks.kind, path.to_owned(), entity.title().to_owned()));
    std::iter::once(own).chain(others).collect()
}
