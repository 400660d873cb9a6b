//! The lists of one statement that are too long for the place where it stands: its relations to others, and its origins. Knows their
//! addresses, by the number of the statement on its page.

use super::items::own_statements;
use super::{Context, Listed, Lists, Part, RestLink, RestView};
use crate::graph::entity::StatementId;
use crate::graph::public::PublicEntity;
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

/// Gives away the pages of all such lists of the statements in the text of a page.
pub(super) fn pages(lists: &Lists<'_>) {
    for id in own_statements(lists.entity) {
        of_relations(lists, id);
        of_origins(lists, id);
    }
}

fn of_relations(lists: &Lists<'_>, id: StatementId) {
    let site = lists.planner.site;
    let count = site.statement(id).map_or(0, |(_, statement)| statement.relations.len() + site.related(id).len());
    if count <= Part::Related.first() {
        return;
    }
    let all = statements::related(lists.planner, id);
    if all.len() > Part::Related.first() {
        let listed = listed(lists, id, Part::Related, all.len());
        let fill = |page: &Context<'_>, related: &[_], view| RestView {
            relations: statements::relations(page, id, related),
            ..view
        };
        lists.give(&listed, &all, fill);
    }
}

fn of_origins(lists: &Lists<'_>, id: StatementId) {
    let Some(support) = lists.planner.site.derived(id).map(|derived| &derived.support) else { return };
    let ways: Vec<usize> = (0..facts::ways(support)).collect();
    if ways.len() <= Part::Origins.first() {
        return;
    }
    let listed = listed(lists, id, Part::Origins, support.own.len() + support.others.len());
    lists.give(&listed, &ways, |page, ways, view| {
        let start = ways.first().copied().unwrap_or_default();
        let (origins, others) = facts::carriers(page, support, id.entity, start..start + ways.len());
        RestView { origins, others, ..view }
    });
}

fn listed(lists: &Lists<'_>, id: StatementId, part: Part, total: usize) -> Listed {
    Listed { statement: Some(id), part, paging: paging(lists.entity, id, part), total }
}
