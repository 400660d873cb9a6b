//! Who is not named, and why. Knows only what the labels say; people stand in the order of their ids, which say nothing about them.

use std::collections::BTreeSet;

use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::kinds::withheld;
use crate::pages::planner::Planner;
use crate::pages::views::{Content, NotNamedPerson, NotNamedView, Ref};

/// The page on people who are not named; it says so when there are none.
pub(super) fn page(planner: &Planner<'_>) -> Option<Page> {
    let page = Context::new(planner, planner.own(Route::parse("not-named").ok()?), planner.edition.language)?;
    let mut people: Vec<_> = planner.site.of_kind(Kind::Person).filter(|person| person.is_unnamed).collect();
    people.sort_by_key(|person| person.slug());
    let people = people.into_iter().filter_map(|person| row(&page, person)).collect();
    let shell = Shell {
        title: page.tongue.say("not-named-title", &[]),
        description: String::new(),
        section: "not-named",
        way: Vec::new(),
        noindex: true,
    };
    Some(page.finish(shell, Content::NotNamed(NotNamedView { people })))
}

fn row(page: &Context<'_>, person: &PublicEntity) -> Option<NotNamedPerson> {
    let Fields::Person(fields) = person.fields() else { return None };
    Some(NotNamedPerson {
        person: page.reference(person.id)?,
        withheld: withheld(page, person, fields),
        named_on: if person.is_gathered { named_on(page, person) } else { Vec::new() },
    })
}

fn named_on(page: &Context<'_>, person: &PublicEntity) -> Vec<Ref> {
    let pages: BTreeSet<_> = page.planner.site.backlinks(person.id).iter().map(|(from, _)| *from).collect();
    pages.into_iter().filter_map(|from| page.reference(from)).collect()
}
