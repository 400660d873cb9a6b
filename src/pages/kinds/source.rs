//! The page of a source: what it is, whom it retells, and what rests on it.

use crate::document::front_matter::SourceFields;
use crate::graph::lineage::Direction;
use crate::graph::public::PublicEntity;
use crate::pages::context::Context;
use crate::pages::lineage;
use crate::pages::planner::Planner;
use crate::pages::routes;
use crate::pages::views::{EntityView, SourceView};

/// The page of a source.
pub(super) fn source(
    page: &Context<'_>,
    entity: &PublicEntity,
    common: EntityView,
    fields: &SourceFields,
) -> SourceView {
    let text = |text: &Option<crate::document::front_matter::Text>| text.as_ref().map(|text| text.value.clone());
    let file = published_copy(page.planner, entity, fields);
    SourceView {
        form: fields.form.as_ref().map(|form| form.value.name()),
        publisher: page.one(entity, fields.publisher),
        authors: fields.authors.iter().map(|author| author.value.clone()).collect(),
        published: page.date(fields.published.as_ref()),
        url: text(&fields.url),
        archived: text(&fields.archived),
        accessed: page.date(fields.accessed.as_ref()),
        derived_from: page.list(entity, &fields.derived_from),
        retells: lineage::tree(page, entity, Direction::Retold),
        retold_by: lineage::tree(page, entity, Direction::Retelling),
        seen: !fields.unseen,
        // The hash of a copy that is not published would tell who else has it.
        sha256: file.as_ref().and(text(&fields.sha256)),
        file,
        cited: lineage::cited(page, entity),
        entity: EntityView { backlinks: lineage::other_backlinks(page, common.backlinks), ..common },
    }
}

/// The address of the stored copy below the root, where it is published.
pub(in crate::pages) fn published_copy(
    planner: &Planner<'_>,
    entity: &PublicEntity,
    fields: &SourceFields,
) -> Option<String> {
    let copy = entity.stored_copy().filter(|_| fields.publishes_file)?;
    Some(routes::of_file(copy)?.path(planner.links()))
}
