//! The page of a source: what it is, whom it retells, and what rests on it.

use crate::document::front_matter::SourceFields;
use crate::graph::lineage::Direction;
use crate::graph::public::PublicEntity;
use crate::media::Format;
use crate::media::papers::Kind;
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
    let copy = published_copy(page.planner, entity, fields);
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
        sha256: copy.as_ref().and_then(|copy| copy.stored_sha256.clone()),
        published_sha256: copy.as_ref().and_then(PublishedCopy::other_sha256),
        cleaned: copy.is_some() && fields.cleaned.is_some(),
        checked: copy.as_ref().is_some_and(|copy| copy.is_checked),
        file: copy.map(|copy| copy.address),
        cited: lineage::cited(page, entity),
        entity: common,
    }
}

/// A stored copy that is published.
pub(in crate::pages) struct PublishedCopy {
    /// Its address below the root.
    pub address: String,
    /// The hash of the stored copy, as its author wrote it. That of a copy that is not published would tell who else has it.
    pub stored_sha256: Option<String>,
    /// The hash of what is published: pictures are published without what is not picture in them.
    pub sha256: Option<String>,
    /// Whether the program looked into it.
    pub is_checked: bool,
}

impl PublishedCopy {
    /// The hash of what is published, where that is not the stored copy byte for byte.
    fn other_sha256(&self) -> Option<String> {
        self.sha256.clone().filter(|sha256| Some(sha256) != self.stored_sha256.as_ref())
    }
}

/// The stored copy of a source, where it is published.
pub(in crate::pages) fn published_copy(
    planner: &Planner<'_>,
    entity: &PublicEntity,
    fields: &SourceFields,
) -> Option<PublishedCopy> {
    let copy = entity.stored_copy().filter(|_| fields.publishes_file)?;
    Some(PublishedCopy {
        address: routes::of_file(copy)?.path(planner.links()),
        stored_sha256: fields.sha256.as_ref().map(|sha256| sha256.value.clone()),
        sha256: planner.used.hashes.get(copy).map(|sha256| sha256.as_str().to_owned()),
        is_checked: Kind::of_name(copy.file_name()).is_looked_into() || Format::of_name(copy.file_name()).is_some(),
    })
}
