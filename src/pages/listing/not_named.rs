//! Who is not named, and why. Knows only what the labels say; people stand in the order of their ids, which say nothing about them.

use std::collections::BTreeSet;

use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::kinds::withheld;
use crate::pages::paging::{Paging, parts};
use crate::pages::planner::Planner;
use crate::pages::views::{Content, NotNamedPerson, NotNamedView, Ref};

/// How many people stand on one page.
const LONGEST: usize = 100;
/// How many of the pages that mention a person are given. The person's own page gives all of them.
const PAGES: usize = 10;

/// The pages on people who are not named; one that says so when there are none.
pub(super) fn pages(planner: &Planner<'_>) -> Vec<Page> {
    let mut people: Vec<_> = planner.site.of_kind(Kind::Person).filter(|person| person.is_unnamed).collect();
    people.sort_by_key(|person| person.slug());
    let paging = Paging::new("not-named".to_owned());
    let parts = parts(&people, LONGEST);
    let count = parts.len();
    let page = |(at, part): (usize, &[&PublicEntity])| {
        let page = Context::new(planner, paging.route(planner, at + 1)?, planner.edition.language)?;
        let people = part.iter().filter_map(|person| row(&page, person)).collect();
        let view = NotNamedView { people, paging: paging.view(planner, at + 1, count) };
        let shell = Shell {
            title: page.tongue.numbered(page.tongue.say("not-named-title", &[]), at + 1),
            description: String::new(),
            section: "not-named",
            way: Vec::new(),
            noindex: true,
        };
        Some(page.finish(shell, Content::NotNamed(view)))
    };
    parts.into_iter().enumerate().filter_map(page).collect()
}

fn row(page: &Context<'_>, person: &PublicEntity) -> Option<NotNamedPerson> {
    let Fields::Person(fields) = person.fields() else { return None };
    let named_on = if person.is_gathered { named_on(page, person) } else { Vec::new() };
    Some(NotNamedPerson {
        person: page.reference(person.id)?,
        withheld: withheld(page, person, fields),
        named_on_count: named_on.len(),
        named_on: named_on.into_iter().take(PAGES).collect(),
    })
}

fn named_on(page: &Context<'_>, person: &PublicEntity) -> Vec<Ref> {
    let pages: BTreeSet<_> = page.planner.site.backlinks(person.id).iter().map(|(from, _)| *from).collect();
    pages.into_iter().filter_map(|from| page.reference(from)).collect()
}
