//! What appears, changes and disappears between two releases. Knows addresses and hashes, not why anything differs.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::command::lock::How;
use crate::foundation::language::Language;
use crate::foundation::output_file::MediaType;
use crate::foundation::route::Route;
use crate::output::{MARKER, Manifest};
use crate::pages::lock::{Address, Lock};

/// One difference between two releases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What happens.
    pub change: How,
    /// To what.
    pub what: What,
    /// The address.
    pub address: String,
}

/// What stands at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// The page of a document, or what stands in its place.
    Page,
    /// Any other page: a list, the home page, the search.
    List,
    /// What is no page: feeds, data, pictures.
    File,
}

/// What tells the pages of documents from others.
pub struct Documents<'a> {
    /// The locks of both releases, as far as they are known.
    pub locks: Vec<&'a Lock>,
    /// The further languages of the site.
    pub languages: &'a [Language],
}

impl Documents<'_> {
    fn what(&self, route: &Route) -> What {
        let below = self.languages.iter().filter_map(|language| route.without_language(language));
        let mut addresses = std::iter::once(route.clone()).chain(below).map(Address::of_page);
        if addresses.any(|address| self.locks.iter().any(|lock| lock.entries.contains_key(&address))) {
            What::Page
        } else if MediaType::of_file_name(&route.output_path()) == MediaType::HTML {
            What::List
        } else {
            What::File
        }
    }
}

/// The differences between the files of two releases, pages first.
pub fn differences(old: &Manifest, new: &Manifest, documents: &Documents<'_>) -> Vec<Difference> {
    let paths: BTreeSet<&str> = old.files().chain(new.files()).map(|(path, _)| path).collect();
    let difference = |path: &str| {
        let change = match (old.get(path), new.get(path)) {
            (None, Some(_)) => How::Appears,
            (Some(_), None) => How::Disappears,
            (Some(old), Some(new)) if old != new => How::Changes,
            _ => return None,
        };
        // Every path of a site is an address; of a damaged manifest, it is shown as it is.
        let route = Route::parse(path).or_else(|_| Route::file(path)).ok();
        let what = route.as_ref().map_or(What::File, |route| documents.what(route));
        let address = route.map_or_else(|| format!("/{path}"), |route| route.address());
        Some(Difference { change, what, address })
    };
    let mut found: Vec<Difference> = paths.into_iter().filter(|path| *path != MARKER).filter_map(difference).collect();
    found.sort_by(|a, b| (a.what, &a.address).cmp(&(b.what, &b.address)));
    found
}
