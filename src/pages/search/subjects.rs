//! What can be found on a site, in the order in which equal finds stand. Knows what is left out and why.

use std::cmp::Reverse;

use super::KINDS;
use super::marks::may_be_found;
use crate::document::statement::Statement;
use crate::foundation::date::Placement;
use crate::graph::public::PublicEntity;
use crate::pages::dates;
use crate::pages::planner::Planner;

/// A document, or a statement on its page.
pub(super) enum Subject<'a> {
    /// A document.
    Document(&'a PublicEntity),
    /// A statement and its number on the page.
    Statement(&'a PublicEntity, &'a Statement, usize),
}

/// All documents by kind, newest first, then all statements in the order of their pages. Those on the page of a person who is
/// not named would say more of that person than the label.
pub(super) fn all<'a>(planner: &Planner<'a>) -> Vec<Subject<'a>> {
    let mut documents: Vec<&PublicEntity> = planner.site.entities().filter(|entity| may_be_found(entity)).collect();
    documents.sort_by_cached_key(|entity| order(entity));
    let statements = documents.iter().filter(|entity| !entity.is_unnamed).flat_map(|entity| {
        let numbered = entity.body().statements.iter().zip(1..);
        numbered.map(|(statement, number)| Subject::Statement(entity, statement, number))
    });
    let statements: Vec<_> = statements.collect();
    documents.into_iter().map(Subject::Document).chain(statements).collect()
}

fn order(entity: &PublicEntity) -> (usize, (bool, Reverse<Placement>), crate::graph::entity::EntityId) {
    let kind = KINDS.iter().position(|kind| *kind == entity.kind()).unwrap_or(KINDS.len());
    (kind, dates::newest_first(dates::place(entity.fields())), entity.id)
}
