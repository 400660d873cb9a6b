//! Which address everything has. Knows the addresses of interface.md, and that no two things may share one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

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
pub(super) struct Taken {
    by_key: HashMap<String, Span>,
}

impl Taken {
    pub(super) fn new() -> Self {
        Self { by_key: HashMap::new() }
    }

    /// Takes `route` for what was written at `span`. An address that is taken already, or belongs to the program, is an error.
    pub(super) fn take(&mut self, route: &Route, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
        self.take_with_key(route.collision_key(), route, span, diagnostics)
    }

    fn take_with_key(&mut self, key: String, route: &Route, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
        if let Some(owner) = owner(&key) {
            diagnostics.push(
                Diagnostic::new(Code::AddressTaken, span, format!("the address {route} belongs to {owner}"))
                    .help("choose another `id:`, or another address"),
            );
            return false;
        }
        match self.by_key.entry(key) {
            Entry::Vacant(free) => {
                free.insert(span);
                true
            }
            Entry::Occupied(taken) => {
                let first = *taken.get();
                diagnostics.push(
                    Diagnostic::new(Code::AddressTaken, span, format!("the address {route} is taken already"))
                        .label(first, "by this")
                        .help("choose another `id:`, or another address"),
                );
                false
            }
        }
    }

    /// Takes `route` in the program's folder for files; two names that differ only in case are an error.
    pub(super) fn take_file(&mut self, route: &Route, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let Some(first) = self.by_key.insert(route.collision_key(), span) else { return true };
        diagnostics.push(
            Diagnostic::new(Code::AddressTaken, span, format!("the address {route} is taken already"))
                .label(first, "by this file")
                .help("give one of the files another name"),
        );
        false
    }

    /// Takes the addresses of all pages of `entities`.
    pub(super) fn take_entities<'a>(
        &mut self,
        entities: impl Iterator<Item = &'a PublicEntity>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let entities: Vec<&PublicEntity> = entities.filter(|entity| entity.has_page).collect();
        let of_one = |entity: &&PublicEntity| {
            let route = of_public(entity);
            (route.collision_key(), route, entity.title_span())
        };
        let taken: Vec<(String, Route, Span)> = entities.par_iter().map(of_one).collect();
        self.by_key.reserve(taken.len());
        for (key, route, span) in taken {
            self.take_with_key(key, &route, span, diagnostics);
        }
    }
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
