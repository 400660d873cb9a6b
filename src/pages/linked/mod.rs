//! Structured data of pages, from what is published. Knows what machines are told of a thing of each kind, and that they are told
//! nothing of what search engines are asked to leave alone.

mod document;
mod thing;

use super::context::Context;
use super::views::{Breadcrumb, BreadcrumbList, LinkedData, ListItem, Named, Thing};
use crate::document::front_matter::Text;
use crate::document::mention::MentionId;
use crate::foundation::date::Edtf;
use crate::foundation::route::Route;
use crate::foundation::span::Spanned;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};

pub(super) use thing::thing;

/// Whose words are used.
const CONTEXT: &str = "https://schema.org";

/// The structured data of a page at the end of `way`, about `thing`; nothing where there is nothing to say, or where the address
/// of the site is not known: a thing is told of by its full address.
pub(super) fn data(page: &Context<'_>, way: &[Breadcrumb], thing: Option<Thing>) -> Option<LinkedData> {
    page.planner.config.base_url.as_ref()?;
    let way = (way.len() > 1).then(|| breadcrumbs(page, way));
    let graph: Vec<Thing> = way.into_iter().chain(thing).collect();
    (!graph.is_empty()).then_some(LinkedData { context: CONTEXT, graph })
}

fn breadcrumbs(page: &Context<'_>, way: &[Breadcrumb]) -> Thing {
    let address = |path: &String| page.planner.canonical(&Route::parse(path).ok()?);
    let items = way.iter().zip(1..).map(|(step, position)| ListItem {
        form: "ListItem",
        position,
        name: step.title.clone(),
        item: step.path.as_ref().and_then(address),
    });
    Thing::BreadcrumbList(BreadcrumbList { item_list_element: items.collect() })
}

/// The full address of the page of `id`.
fn address(page: &Context<'_>, id: EntityId) -> Option<String> {
    page.planner.canonical(page.planner.route(id)?)
}

/// What a key of the front matter of `from` names; nothing for what is not published, and for people: a key that names one says
/// more of them than machines are told.
fn named(page: &Context<'_>, from: &PublicEntity, mention: MentionId, form: &'static str) -> Option<Named> {
    let Some(Link::To { entity, .. }) = from.link(mention) else { return None };
    of_entity(page, *entity, form)
}

fn of_entity(page: &Context<'_>, id: EntityId, form: &'static str) -> Option<Named> {
    let entity = page.planner.site.get(id)?;
    let is_person = entity.kind() == crate::document::kind::Kind::Person;
    (!is_person).then(|| Named { form, name: entity.title().to_owned(), url: address(page, id) })
}

/// Authors by their names, without those of whom machines are not told.
fn authors(page: &Context<'_>, names: &[Text]) -> Vec<Named> {
    let told = names.iter().filter(|name| !page.planner.kept.has_name(&name.value));
    told.map(|name| Named { form: "Person", name: name.value.clone(), url: None }).collect()
}

/// A day, where it is exact.
fn day(date: Option<&Spanned<Edtf>>) -> Option<String> {
    date?.value.exact_day().map(|day| day.to_string())
}

fn texts(list: &[Text]) -> Vec<String> {
    list.iter().map(|text| text.value.clone()).collect()
}
