//! The index of a kind: people, organisations, places and cases from A to Z, what has a date by year. Knows groups and letters.

use std::collections::BTreeMap;

use super::item;
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::foundation::route::Route;
use crate::foundation::slug::Slug;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::dates;
use crate::pages::hearings;
use crate::pages::paging::{Paging, parts};
use crate::pages::planner::Planner;
use crate::pages::routes;
use crate::pages::views::{Breadcrumb, Content, IndexGroup, IndexItem, IndexPart, IndexView, Letter, Ref, YearLink};
use crate::pages::words;

/// An index with more documents has a page for each of its groups.
const LONGEST: usize = 300;
/// The same for hearings: they stand there twice, by year and by case.
const LONGEST_TWICE: usize = 150;
/// How many documents one page of a group holds.
const OF_GROUP: usize = 150;

/// The pages of the index of `kind`; none for a kind without documents or without an index.
pub(super) fn pages(planner: &Planner<'_>, kind: Kind) -> Vec<Page> {
    let Some(folder) = kind.folder().filter(|_| planner.site.of_kind(kind).next().is_some()) else { return Vec::new() };
    let front = planner.own(routes::of_index(kind).unwrap_or_else(Route::home));
    let Some(page) = Context::new(planner, front, planner.edition.language) else { return Vec::new() };
    let view = view(&page, kind);
    if view.count <= longest(kind) {
        return vec![finish(page, kind, view, None)];
    }
    let names = addresses(&view.groups);
    let paging = |name: &str| Paging::new(format!("index/{folder}/{name}"));
    let letters = led(&view.letters, &names, |name| paging_path(planner, folder, name));
    let link = |(group, name): (&IndexGroup, &String)| IndexPart {
        heading: group.heading.clone(),
        path: paging_path(planner, folder, name),
        count: group.items.len(),
    };
    let links = view.groups.iter().zip(&names).map(link).collect();
    let IndexView { groups, count: of_kind, paging: whole, .. } = view;
    // What no page of a group shares with another stays out of this, so that a page costs what stands on it.
    let empty = |paging| IndexView {
        kind,
        count: of_kind,
        letters: letters.clone(),
        groups: Vec::new(),
        by_case: Vec::new(),
        parts: Vec::new(),
        paging,
    };
    let mut pages = Vec::new();
    for (group, name) in groups.iter().zip(&names) {
        let (paging, parts) = (paging(name), parts(&group.items, OF_GROUP));
        let count = parts.len();
        for (at, items) in parts.into_iter().enumerate() {
            let route = paging.route(planner, at + 1);
            let Some(page) = route.and_then(|route| Context::new(planner, route, planner.edition.language)) else {
                continue;
            };
            let shown = IndexView { groups: vec![part_of(group, items)], ..empty(paging.view(planner, at + 1, count)) };
            let name = heading(&page, kind, group);
            pages.push(finish(page, kind, shown, Some((name, at + 1))));
        }
    }
    let front = IndexView { parts: links, ..empty(whole) };
    pages.push(finish(page, kind, front, None));
    pages
}

/// `group` with `items` alone.
fn part_of(group: &IndexGroup, items: &[IndexItem]) -> IndexGroup {
    IndexGroup {
        heading: group.heading.clone(),
        is_rest: group.is_rest,
        link: group.link.clone(),
        anchor: group.anchor.clone(),
        items: items.to_vec(),
    }
}

const fn longest(kind: Kind) -> usize {
    if matches!(kind, Kind::Hearing) { LONGEST_TWICE } else { LONGEST }
}

fn paging_path(planner: &Planner<'_>, folder: &str, name: &str) -> String {
    Paging::new(format!("index/{folder}/{name}")).path(planner, 1)
}

/// What a group is called: what has no heading is what has no date, or no letter.
fn heading(page: &Context<'_>, kind: Kind, group: &IndexGroup) -> String {
    match group.heading.as_str() {
        "" if is_alphabetic(kind) => page.tongue.say("index-others", &[]),
        "" => page.tongue.say("index-no-date", &[]),
        heading => heading.to_owned(),
    }
}

fn finish(page: Context<'_>, kind: Kind, view: IndexView, part: Option<(String, usize)>) -> Page {
    let title = page.tongue.say(words::plural(kind), &[]);
    let front = page.planner.own(routes::of_index(kind).unwrap_or_else(Route::home));
    let way = if page.route == front {
        Vec::new()
    } else {
        vec![Breadcrumb { path: Some(front.path(page.planner.links())), title: title.clone() }]
    };
    let shell = Shell {
        title: match part {
            Some((part, number)) => {
                let title =
                    page.tongue.say("page-part", &[("title", title.as_str().into()), ("part", part.as_str().into())]);
                page.tongue.numbered(title, number)
            }
            None => title,
        },
        description: String::new(),
        section: kind.folder().unwrap_or_default(),
        way,
        noindex: false,
    };
    page.finish(shell, Content::Index(view))
}

/// The last part of the addresses of groups: a year, a letter as far as addresses can have it, each once.
fn addresses(groups: &[IndexGroup]) -> Vec<String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let name = |group: &IndexGroup| {
        let stem = Slug::of_name(&group.heading).map_or_else(|_| "other".to_owned(), |slug| slug.to_string());
        let number = taken.entry(stem.clone()).or_insert(0);
        *number += 1;
        if *number == 1 { stem } else { format!("{stem}-{number}") }
    };
    groups.iter().map(name).collect()
}

/// The letters with the addresses of their groups in the place of anchors.
fn led(letters: &[Letter], names: &[String], path: impl Fn(&str) -> String) -> Vec<Letter> {
    let mut names = names.iter();
    let letter = |letter: &Letter| Letter {
        path: letter.anchor.as_ref().and_then(|_| names.next()).map(|name| path(name)),
        anchor: None,
        ..letter.clone()
    };
    letters.iter().map(letter).collect()
}

/// The letters above the index of `kind`, with their places there; none where nothing stands in it.
pub(in crate::pages) fn letters(page: &Context<'_>, kind: Kind) -> Vec<Letter> {
    let view = view(page, kind);
    if view.groups.is_empty() {
        return Vec::new();
    }
    let letters = all_letters(page, &view.groups);
    match kind.folder().filter(|_| view.count > longest(kind)) {
        Some(folder) => led(&letters, &addresses(&view.groups), |name| paging_path(page.planner, folder, name)),
        None => letters,
    }
}

/// The years of the index of `kind`, newest first, with their places there.
pub(in crate::pages) fn years(page: &Context<'_>, kind: Kind) -> Vec<YearLink> {
    let view = view(page, kind);
    let folder = kind.folder().filter(|_| view.count > longest(kind));
    let names = addresses(&view.groups);
    let year = |(group, name): (IndexGroup, String)| YearLink {
        path: folder.map(|folder| paging_path(page.planner, folder, &name)),
        year: group.heading,
        anchor: group.anchor,
    };
    view.groups.into_iter().zip(names).map(year).collect()
}

fn view(page: &Context<'_>, kind: Kind) -> IndexView {
    let mut entities: Vec<_> = item::listed(page.planner, kind).collect();
    let alphabet = &page.tongue.alphabet;
    let whole = IndexView {
        kind,
        count: entities.len(),
        letters: Vec::new(),
        groups: Vec::new(),
        by_case: Vec::new(),
        parts: Vec::new(),
        paging: Paging::new(String::new()).view(page.planner, 1, 1),
    };
    if is_alphabetic(kind) {
        entities.sort_by(|a, b| item::by_name(alphabet, a, b));
        let groups = by_letter(page, &entities);
        return IndexView { letters: all_letters(page, &groups), groups, ..whole };
    }
    entities.sort_by(|a, b| item::newest_first(alphabet, a, b));
    let has_cases = kind == Kind::Hearing && whole.count <= longest(kind);
    let by_case = if has_cases { by_case(page, &entities) } else { Vec::new() };
    IndexView { groups: by_year(page, &entities), by_case, ..whole }
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
    // They come in order, so it is mostly the last.
    match groups.iter_mut().rfind(|group| group.heading == heading) {
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
        .map(|letter| Letter { letter: (*letter).to_owned(), anchor: None, path: None })
        .collect();
    let mut after = 0;
    for group in groups {
        if let Some(at) = letters.iter().position(|letter| letter.letter == group.heading) {
            if let Some(letter) = letters.get_mut(at) {
                letter.anchor = Some(group.anchor.clone());
            }
            after = at + 1;
        } else {
            letters.insert(
                after,
                Letter { letter: group.heading.clone(), anchor: Some(group.anchor.clone()), path: None },
            );
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
