//! Dossiers and sources for machines. Knows what they cite and who made them.

use std::collections::BTreeSet;

use super::thing::summary;
use super::{authors, day, named, of_entity, texts};
use crate::document::front_matter::{DossierFields, SourceFields, SourceForm};
use crate::document::kind::Kind;
use crate::foundation::date::Day;
use crate::foundation::route::Route;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};
use crate::pages::context::Context;
use crate::pages::dates;
use crate::pages::rest::{Part, first};
use crate::pages::views::{Correction, Document, Named, Report, Thing};

pub(super) fn report(page: &Context<'_>, entity: &PublicEntity, url: String, fields: &DossierFields) -> Report {
    let correction = |correction: &crate::document::front_matter::Correction| Correction {
        form: "CorrectionComment",
        text: correction.what.value.clone(),
        date_published: day(Some(&correction.date)),
    };
    let mut corrections: Vec<_> = entity.common().corrections.iter().collect();
    if corrections.len() > Part::Corrections.first() {
        corrections.sort_by_key(|correction| dates::newest_first(correction.date.value.placement()));
    }
    Report {
        headline: entity.title().to_owned(),
        url,
        description: summary(entity),
        in_language: page.tongue.language.to_string(),
        date_published: day(fields.date.as_ref()),
        date_modified: dates::last_change(entity).as_ref().map(Day::to_string),
        author: authors(page, &fields.authors),
        publisher: Named {
            form: "Organization",
            name: page.planner.site_title().to_owned(),
            url: page.planner.canonical(&page.planner.own(Route::home())),
        },
        citation: citations(page, entity),
        correction: first(Part::Corrections, corrections).into_iter().map(correction).collect(),
    }
}

/// The sources that a dossier names anywhere, in the order of their addresses; no more than its page lists.
fn citations(page: &Context<'_>, entity: &PublicEntity) -> Vec<Named> {
    let target = |link: &Link| match link {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    };
    let named: BTreeSet<EntityId> = entity.links().iter().filter_map(target).collect();
    let is_source = |id: &EntityId| page.planner.site.get(*id).is_some_and(|named| named.kind() == Kind::Source);
    let sources = named.into_iter().filter(is_source).take(Part::Named.first());
    sources.filter_map(|id| of_entity(page, id, "DigitalDocument")).collect()
}

pub(super) fn source(page: &Context<'_>, entity: &PublicEntity, url: String, fields: &SourceFields) -> Thing {
    let elsewhere = fields.url.iter().chain(&fields.archived).map(|address| address.value.clone());
    let retold = |mention: &crate::document::mention::MentionId| named(page, entity, *mention, "DigitalDocument");
    let document = Document {
        name: entity.title().to_owned(),
        url,
        author: authors(page, &fields.authors),
        publisher: fields.publisher.and_then(|publisher| named(page, entity, publisher, "Organization")),
        date_published: day(fields.published.as_ref()),
        is_based_on: fields.derived_from.iter().filter_map(retold).collect(),
        same_as: elsewhere.chain(texts(entity.elsewhere())).collect(),
    };
    match fields.form.as_ref().map(|form| form.value) {
        None | Some(SourceForm::Article | SourceForm::Post) => Thing::DigitalDocument(document),
        Some(
            SourceForm::Judgment
            | SourceForm::Minutes
            | SourceForm::Indictment
            | SourceForm::Record
            | SourceForm::Audio
            | SourceForm::Video
            | SourceForm::Photo
            | SourceForm::Notes,
        ) => Thing::ArchiveComponent(document),
    }
}
