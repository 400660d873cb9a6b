//! Which address everything has. Knows the addresses of interface.md, and that no two things may share one.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::document::kind::Kind;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::route::Route;
use crate::foundation::slug::Slug;
use crate::foundation::span::Span;
use crate::graph::public::PublicEntity;
use crate::source::tree::SourcePath;

/// The address of an entity's page.
#[must_use]
pub fn of_entity(kind: Kind, slug: &Slug) -> Route {
    kind.folder().map_or_else(|| Route::page(&[slug]), |folder| Route::page_in(folder, slug))
}

/// The address of the page of a published entity, whether it has one or not.
pub(super) fn of_public(entity: &PublicEntity) -> Route {
    of_entity(entity.kind(), entity.slug())
}

/// The address of the index of a kind; plain pages have none.
pub(super) fn of_index(kind: Kind) -> Option<Route> {
    kind.folder().and_then(|folder| Slug::parse(folder).ok()).map(|folder| Route::page(&[&folder]))
}

/// The address of a page of the list of corrections, from 1.
pub(super) fn of_corrections(number: usize) -> Option<Route> {
    match number {
        1 => Route::parse("corrections").ok(),
        _ => Route::parse(&format!("corrections/{number}")).ok(),
    }
}

/// The address of an image or attachment: its path below `content/`, in the folder `files/`.
pub(super) fn of_file(path: &SourcePath) -> Option<Route> {
    let below = path.below("content").unwrap_or(path.as_str());
    Route::file(&format!("files/{below}")).ok()
}

/// The address of the copy of the picture at `route` that is `width` pixels wide.
#[must_use]
pub fn of_narrower(route: &Route, width: u32) -> Option<Route> {
    Route::file(&format!("{}.{width}.webp", route.output_path())).ok()
}

/// Addresses that belong to the program: `(below the root, what stands there)`.
const OWN: &[(&str, &str)] = &[
    ("", "the home page"),
    ("timeline/", "the timeline"),
    ("not-named/", "the page on people who are not named"),
    ("data/", "the page on the data of the site"),
    ("404.html", "the page for addresses that do not exist"),
    ("feed.xml", "the feed"),
    ("corrections.xml", "the feed of corrections"),
    ("calendar.ics", "the calendar of hearings"),
    ("hearings/calendar/", "the page of hearings to come"),
    ("sitemap.xml", "the sitemap"),
    ("manifest.txt", "the manifest"),
];

/// Files that belong to a page, beside it.
const OF_PAGES: &[(&str, &str)] = &[("/feed.xml", "the feed of a page"), ("/calendar.ics", "the calendar of a case")];

/// First parts of addresses that belong to the program, now or in what is planned for it.
const OWN_FOLDERS: &[&str] = &[
    "assets",
    "files",
    "data",
    "search",
    "network",
    "map",
    "index",
    "changes",
    "corrections",
    "calendar",
    "feeds",
    "cards",
];

/// The addresses taken so far, and by whom.
#[derive(Default)]
pub(super) struct Taken {
    /// By entities, in the order of the keys.
    by_entities: Vec<(String, Span)>,
    by_others: HashMap<String, Span>,
}

impl Taken {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Takes `route` for what was written at `span`. An address that is taken already, or belongs to the program, is an error.
    pub(super) fn take(&mut self, route: &Route, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
        self.take_with_key(route.collision_key(), route, span, diagnostics)
    }

    fn take_with_key(&mut self, key: String, route: &Route, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
        if let Some(owner) = owner(&key) {
            diagnostics.push(is_owned(route, span, &owner));
            return false;
        }
        let first = self.of_entity(&key).or_else(|| self.by_others.get(&key).copied());
        match first {
            None => _ = self.by_others.insert(key, span),
            Some(first) => diagnostics.push(is_taken(route, span, first)),
        }
        first.is_none()
    }

    /// Which entity has taken the address with this key.
    fn of_entity(&self, key: &str) -> Option<Span> {
        let place = self.by_entities.binary_search_by(|(own, _)| own.as_str().cmp(key)).ok()?;
        self.by_entities.get(place).map(|(_, span)| *span)
    }

    /// Takes `route` in the program's folder for files; two names that differ only in case are an error.
    pub(super) fn take_file(&mut self, route: &Route, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let key = route.collision_key();
        let first = self.of_entity(&key).or(self.by_others.insert(key, span));
        let Some(first) = first else { return true };
        diagnostics.push(
            Diagnostic::new(Code::AddressTaken, span, format!("the address {route} is taken already"))
                .label(first, "by this file")
                .help("give one of the files another name"),
        );
        false
    }

    /// Takes the addresses of all pages of `entities`, which are all the site has.
    pub(super) fn take_entities<'a>(
        &mut self,
        entities: impl Iterator<Item = &'a PublicEntity>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let entities: Vec<&PublicEntity> = entities.filter(|entity| entity.has_page).collect();
        let of_one = |entity: &&'a PublicEntity| {
            let key = of_public(entity).collision_key();
            (owner(&key), key, entity.title_span(), *entity)
        };
        let mut wanted: Vec<_> = entities.par_iter().map(of_one).collect();
        wanted.par_sort_by(|(_, one, ..), (_, other, ..)| one.cmp(other));
        self.by_entities.reserve(wanted.len());
        for (owner, key, span, entity) in wanted {
            if let Some(owner) = owner {
                diagnostics.push(is_owned(&of_public(entity), span, &owner));
                continue;
            }
            let last = self.by_entities.last().filter(|(last, _)| *last == key);
            let first = last.map(|(_, span)| *span).or_else(|| self.by_others.get(&key).copied());
            match first {
                None => self.by_entities.push((key, span)),
                Some(first) => diagnostics.push(is_taken(&of_public(entity), span, first)),
            }
        }
    }
}

fn is_owned(route: &Route, span: Span, owner: &str) -> Diagnostic {
    Diagnostic::new(Code::AddressTaken, span, format!("the address {route} belongs to {owner}"))
        .help("choose another `id:`, or another address")
}

fn is_taken(route: &Route, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::AddressTaken, span, format!("the address {route} is taken already"))
        .label(first, "by this")
        .help("choose another `id:`, or another address")
}

/// What of the program is at the address with the key `path`.
fn owner(path: &str) -> Option<String> {
    if let Some((_, what)) = OWN.iter().find(|(own, _)| *own == path) {
        return Some((*what).to_owned());
    }
    if let Some((_, what)) = OF_PAGES.iter().find(|(name, _)| path.ends_with(name)) {
        return Some((*what).to_owned());
    }
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let is_index = rest.is_empty() && Kind::of_folder(first).is_some();
    if is_index {
        return Some(format!("the index of {first}"));
    }
    OWN_FOLDERS.contains(&first).then(|| format!("the program's own folder `{first}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::span::FileId;

    #[test]
    fn the_programs_own_addresses_and_those_of_others_are_refused() {
        let mut taken = Taken::new();
        let mut diagnostics = Vec::new();
        let span = Span::start_of(FileId::of_path("content/a.md"));
        let results: Vec<_> = ["about", "About/", "people", "feed.xml", "assets/x", "people/kurt"]
            .map(|address| taken.take(&Route::parse(address).unwrap(), span, &mut diagnostics))
            .into();
        assert_eq!(results, [true, false, false, false, false, true]);
        let messages: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the address /About/ is taken already",
                "the address /people/ belongs to the index of people",
                "the address /feed.xml belongs to the feed",
                "the address /assets/x/ belongs to the program's own folder `assets`",
            ]
        );
    }
}
