//! The pages with the further parts of long texts. Knows what stands above each of them; where a text is cut is known with the document.

use rayon::prelude::*;

use super::Page;
use super::context::{Context, Elsewhere, Shell};
use super::corrections::is_kept_from_search;
use super::kinds;
use super::places;
use super::planner::Planner;
use super::text;
use super::views::{Breadcrumb, Content, TextView};
use crate::graph::public::PublicEntity;

/// Gives away all further parts of all texts.
pub(super) fn pages(planner: &Planner<'_>, give: &(dyn Fn(Page) + Sync)) {
    let long: Vec<(&PublicEntity, usize)> = planner
        .site
        .entities()
        .filter(|entity| entity.has_page && planner.makes(entity))
        .flat_map(|entity| (2..=entity.body().parts.count()).map(move |number| (entity, number)))
        .collect();
    long.par_iter().filter_map(|(entity, number)| page(planner, entity, *number)).for_each(give);
}

fn page(planner: &Planner<'_>, entity: &PublicEntity, number: usize) -> Option<Page> {
    let route = places::route(planner, entity, number)?;
    let page = Context::new(planner, route, entity.language(&planner.config.language))?;
    let mut way = kinds::way(&page, entity);
    way.push(Breadcrumb { path: Some(places::path(planner, entity, 1)), title: entity.title().to_owned() });
    let values = [("title", entity.title().into()), ("number", number.into())];
    let shell = Shell {
        title: page.tongue.say("text-part-title", &values),
        description: String::new(),
        section: entity.kind().folder().unwrap_or_default(),
        way,
        noindex: is_kept_from_search(entity),
    };
    let view = TextView {
        of: page.reference(entity.id)?,
        body: text::body(&page, entity, number),
        accused: planner.is_accused(entity.id),
    };
    let (is_kept, held) = (planner.kept.has(entity.id), page.held(entity));
    let elsewhere = Elsewhere { is_kept, held, ..Elsewhere::default() };
    Some(page.finish_with(shell, Content::Text(view), elsewhere))
}
