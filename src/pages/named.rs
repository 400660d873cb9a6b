//! The people whom a published site names, for whoever asks which names are new. Knows titles and other names of people; names in running text
//! are not known here.

use std::collections::BTreeSet;

use super::routes;
use crate::document::kind::Kind;
use crate::foundation::route::Route;
use crate::graph::public::PublicSite;

/// A name of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The name, in one of the spellings that readers see.
    pub name: String,
    /// The address of the person's page; where the person has none, the one that it would have.
    pub page: Route,
}

/// The names in one site in each of its languages.
pub fn in_languages<'a>(sites: impl IntoIterator<Item = &'a PublicSite>) -> BTreeSet<Named> {
    sites.into_iter().flat_map(named).collect()
}

fn named(site: &PublicSite) -> impl Iterator<Item = Named> {
    site.of_kind(Kind::Person).filter(|person| !person.is_unnamed).flat_map(|person| {
        let others = person.other_names().iter().map(|name| name.value.as_str());
        let page = routes::of_public(person);
        std::iter::once(person.title())
            .chain(others)
            .map(move |name| Named { name: name.to_owned(), page: page.clone() })
    })
}
