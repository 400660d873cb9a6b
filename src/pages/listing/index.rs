//! The index of a kind: people, organisations, places and cases from A to Z, what has a date by year. Knows groups and letters.

use super::item;
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::dates;
use crate::pages::hearings;
use crate::pages::planner::Planner;
use crate::pages::routes;
use crate::pages::views::{Content, IndexGroup, IndexItem, IndexView, Letter, Ref, YearLink};
use crate::pages::words;

/// The index of `kind`; nothing for a kind without documents or without an index.
pub(super) fn page(planner: &Planner<'_>, kind: Kind) -> Option<Page> {
    planner.site.of_kind(kind).next()?;
    let page = Context::new(planner, planner.own(routes::of_index(kind)?), planner.edition.language)?;
    let view = view(&page, kind);
    let shell = Shell {
        title: page.tongue.say(words::plural(kind), &[]),
        description: String::new(),
        section: kind.folder().unwrap_or_default(),
        way: Vec::new(),
        noindex: false,
    };
    Some(page.finish(shell, Content::Index(view)))
}

/// The letters above the index of `kind`, with their places there; none where nothing stands in it.
pub(in crate::pages) fn letters(page: &Context<'_>, kind: Kind) -> Vec<Letter> {
    let groups = view(page, kind).groups;
    if groups.is_empty() { Vec::new() } else { all_letters(page, &groups) }
}

/// The years of the index of `kind`, newest first, with their places there.
pub(in crate::pages) fn years(page: &Context<'_>, kind: Kind) -> Vec<YearLink> {
    let groups = view(page, kind).groups.into_iter();
    groups.map(|group| YearLink { year: group.heading, anchor: group.anchor }).collect()
}

fn view(page: &Context<'_>, kind: Kind) -> IndexView {
    let mut entities: Vec<_> = item::listed(page.planner, kind).collect();
    let count = entities.len();
    let alphabet = &page.tongue.alphabet;
    if is_alphabetic(kind) {
        entities.sort_by(|a, b| item::by_name(alphabet, a, b));
        let groups = by_letter(page, &entities);
        return IndexView { kind, count, letters: all_letters(page, &groups), groups, by_case: Vec::new() };
    }
    entities.sort_by(|a, b| item::newest_first(alphabet, a, b));
    let by_case = if kind == Kind::Hearing { by_case(page, &entities) } else { Vec::new() };
    IndexView { kind, count, letters: Vec::new(), groups: by_year(page, &entities), by_case }
}

const fn is_alphabetic(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Place | Kind::Case)
}

fn by_letter(page: &Context<'_>, entities: &[&PublicEntity]) -> Vec<IndexGroup> {
    let mut groups: Vec<IndexGroup> = Vec::new();
    for entity in entities {
        let letter = page.tongue.alphabet.letter(item::sort_name(entity));
        add(&mut groups, letter, item::row(page, entity));
    }
    for (number, group) in groups.iter_mut().enumerate() {
        group.anchor = format!("letter-{}", number + 1);
    }
    groups
}

fn add(groups: &mut Vec<IndexGroup>, heading: String, row: Option<IndexItem>) {
    match groups.iter_mut().find(|group| group.heading == heading) {
        Some(group) => group.items.extend(row),
        None => groups.push(IndexGroup {
            is_rest: heading.is_empty(),
            heading,
            link: None,
            anchor: String::new(),
            items: row.into_iter().collect(),
        }),
    }
}

/// The letters of the alphabet in their order; letters of other alphabets stand after the one they sort behind.
fn all_letters(page: &Context<'_>, groups: &[IndexGroup]) -> Vec<Letter> {
    let mut letters: Vec<Letter> = page
        .tongue
        .alphabet
        .letters()
        .iter()
        .map(|letter| Letter { letter: (*letter).to_owned(), anchor: None })
        .collect();
    let mut after = 0;
    for group in groups {
        if let Some(at) = letters.iter().position(|letter| letter.letter == group.heading) {
            if let Some(letter) = letters.get_mut(at) {
                letter.anchor = Some(group.anchor.clone());
            }
            after = at + 1;
        } else {
            letters.insert(after, Letter { letter: group.heading.clone(), anchor: Some(group.anchor.clone()) });
            after += 1;
        }
    }
    letters
}

fn by_year(page: &Context<'_>, entities: &[&PublicEntity]) -> Vec<IndexGroup> {
    let mut groups: Vec<IndexGroup> = Vec::new();
    for entity in entities {
        let year = dates::for_sorting(entity.fields()).and_then(Edtf::year);
        add(&mut groups, year.map_or_else(String::new, |year| year.to_string()), item::row(page, entity));
    }
    for group in &mut groups {
        group.anchor = if group.is_rest { "undated".to_owned() } else { format!("year-{}", group.heading) };
    }
    groups
}

/// The hearings in the order of their cases' names, each case's oldest first; those without a case last.
fn by_case(page: &Context<'_>, entities: &[&PublicEntity]) -> Vec<IndexGroup> {
    let site = page.planner.site;
    let mut cases: Vec<&PublicEntity> = site.of_kind(Kind::Case).collect();
    cases.sort_by(|a, b| item::by_name(&page.tongue.alphabet, a, b));
    let mut groups: Vec<IndexGroup> = cases
        .into_iter()
        .map(|case| group_of(page, page.reference(case.id), &hearings::of_case(site, case.id)))
        .filter(|group| !group.items.is_empty())
        .collect();
    let without: Vec<&PublicEntity> =
        entities.iter().copied().filter(|hearing| hearings::case_of(hearing).is_none()).collect();
    if !without.is_empty() {
        groups.push(group_of(page, None, &without));
    }
    for (number, group) in groups.iter_mut().enumerate() {
        group.anchor = format!("case-{}", number + 1);
    }
    groups
}

fn group_of(page: &Context<'_>, case: Option<Ref>, hearings: &[&PublicEntity]) -> IndexGroup {
    IndexGroup {
        heading: case.as_ref().map_or_else(String::new, |case| case.title.clone()),
        is_rest: case.is_none(),
        link: case,
        anchor: String::new(),
        items: hearings.iter().filter_map(|hearing| item::row(page, hearing)).collect(),
    }
}
