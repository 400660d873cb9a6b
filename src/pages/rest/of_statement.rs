//! The lists of one statement that are too long for the place where it stands: its relations to others, and its origins. Knows their
//! addresses, by the number of the statement on its page.

use super::items::own_statements;
use super::{Listed, Part, RestLink, RestView, pages_of};
use crate::graph::entity::StatementId;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::facts;
use crate::pages::paging::Paging;
use crate::pages::planner::Planner;
use crate::pages::statements;

/// The ways to the lists of the statement `id` on the page of `entity` that it shows the first of alone; it has `related` relations.
pub(in crate::pages) fn links(
    planner: &Planner<'_>,
    entity: &PublicEntity,
    id: StatementId,
    related: usize,
) -> Vec<RestLink> {
    let link =
        |part: Part, count| RestLink { part: part.name(), path: paging(entity, id, part).path(planner, 1), count };
    let mut links = Vec::new();
    if !entity.has_page {
        return links;
    }
    if related > Part::Related.first() {
        links.push(link(Part::Related, related));
    }
    if let Some(derived) = planner.site.derived(id)
        && facts::ways(&derived.support) > Part::Origins.first()
    {
        links.push(link(Part::Origins, derived.support.own.len() + derived.support.others.len()));
    }
    links
}

fn paging(entity: &PublicEntity, id: StatementId, part: Part) -> Paging {
    let folder = entity.kind().folder().unwrap_or("pages");
    let number = u64::from(id.index) + 1;
    Paging::new(format!("index/{folder}/{}/{}/{number}", entity.slug(), part.name()))
}

/// The pages of all such lists of the statements in the text of `entity`.
pub(super) fn pages(planner: &Planner<'_>, entity: &PublicEntity) -> Vec<Page> {
    let related = own_statements(entity).filter_map(|id| of_relations(planner, entity, id));
    let origins = own_statements(entity).filter_map(|id| of_origins(planner, entity, id));
    related.chain(origins).flatten().collect()
}

fn of_relations(planner: &Planner<'_>, entity: &PublicEntity, id: StatementId) -> Option<Vec<Page>> {
    let (_, statement) = planner.site.statement(id)?;
    if statement.relations.len() + planner.site.related(id).len() <= Part::Related.first() {
        return None;
    }
    let all = statements::related(planner, id);
    if all.len() <= Part::Related.first() {
        return None;
    }
    let listed = listed(entity, id, Part::Related, all.len());
    Some(pages_of(planner, &listed, &all, |page, related, view| RestView {
        relations: statements::relations(page, id, related),
        ..view
    }))
}

fn of_origins(planner: &Planner<'_>, entity: &PublicEntity, id: StatementId) -> Option<Vec<Page>> {
    let support = &planner.site.derived(id)?.support;
    let ways: Vec<usize> = (0..facts::ways(support)).collect();
    if ways.len() <= Part::Origins.first() {
        return None;
    }
    let listed = listed(entity, id, Part::Origins, support.own.len() + support.others.len());
    Some(pages_of(planner, &listed, &ways, |page, ways, view| {
        let start = ways.first().copied().unwrap_or_default();
        let (origins, others) = facts::carriers(page, support, id.entity, start..start + ways.len());
        RestView { origins, others, ..view }
    }))
}

fn listed(entity: &PublicEntity, id: StatementId, part: Part, total: usize) -> Listed<'_> {
    Listed { entity, statement: Some(id), part, paging: paging(entity, id, part), total }
}
