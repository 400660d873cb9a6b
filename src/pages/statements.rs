//! Statements as pages show them. Knows that attribution and standing go wherever the words go.

use std::sync::Arc;

use super::context::Context;
use super::dates;
use super::planner::Planner;
use super::rests_on;
use super::short_form;
use super::text;
use super::views::{DisagreementView, Ref, RelationView, StatementView, SupportView};
use crate::document::body;
use crate::document::mention::MentionId;
use crate::document::statement::{Speaker, Statement};
use crate::foundation::date::Placement;
use crate::graph::bind::PartId;
use crate::graph::derived::Derived;
use crate::graph::entity::StatementId;
use crate::graph::public::{Link, PublicEntity, PublicSite};

/// The place of a statement among others: by the date of its page, then by the page's address. Undated pages come last.
pub(super) fn order(site: &PublicSite, id: StatementId) -> (Placement, StatementId) {
    let date = site.get(id.entity).and_then(|page| dates::of(page.fields()));
    (date.map_or(Placement::Undated, dates::placement), id)
}

/// The statement `id` as `page` shows it; nothing when it is not published.
pub(super) fn view(page: &Context<'_>, id: StatementId) -> Option<StatementView> {
    let (from, statement) = page.planner.site.statement(id)?;
    let is_at_home = page.planner.route(from.id) == Some(&page.route);
    let derived = page.planner.site.derived(id)?;
    let attribution = short_form::attribution(page.planner, from, statement);
    let words = statement.words.with(&attribution);
    let holes = text::holes_of_fragment(page, from, words);
    Some(StatementView {
        anchor: body::anchor(&statement.id.value),
        path: path(page.planner, from, statement),
        number: id.index as usize + 1,
        page: page.reference(from.id)?,
        page_date: page.date(dates::of(from.fields())),
        form: statement.form.value.name(),
        status: statement.status.value.name(),
        speaker: speaker(page, from, statement),
        about: statement.about.iter().filter_map(|about| about_whom(page, from, *about)).collect(),
        via: statement.via.iter().map(|via| page.link(from, *via)).collect(),
        date: page.date(statement.date.as_ref()),
        relations: relations(page, from, statement, id),
        support: support(page, derived),
        unanswered: derived.unanswered.iter().filter_map(|about| page.reference(*about)).collect(),
        summary: text::plain(page.planner, from, statement.summary.with(&attribution)).into(),
        words: text::rich(page, words, &holes, !is_at_home).into(),
    })
}

/// The permanent address of a statement below the root, with its anchor.
pub(super) fn path(planner: &Planner<'_>, from: &PublicEntity, statement: &Statement) -> String {
    let route = planner.route(from.id);
    let path = route.map(|route| route.path(planner.links())).unwrap_or_default();
    format!("{path}#{}", body::anchor(&statement.id.value))
}

/// A speaker who is not published stays a speaker: the words never stand without saying that somebody said them.
fn speaker(page: &Context<'_>, from: &PublicEntity, statement: &Statement) -> Option<Ref> {
    match statement.speaker {
        Speaker::Mention(mention) => Some(page.link(from, mention)),
        Speaker::Unattributed => None,
    }
}

/// Somebody who is not published is shown by the author's label, and without one not at all.
fn about_whom(page: &Context<'_>, from: &PublicEntity, mention: MentionId) -> Option<Ref> {
    let is_published = matches!(from.link(mention), Some(Link::To { .. }));
    (is_published || from.label(mention).is_some()).then(|| page.link(from, mention))
}

/// The contradictions that `statements` state, in order; each once, where it is written.
pub(super) fn disagreements(statements: &[Arc<StatementView>]) -> Vec<DisagreementView> {
    let of_one = |statement: &Arc<StatementView>| {
        let stated =
            statement.relations.iter().filter(|relation| relation.relation == "contradicts" && !relation.inverse);
        let views = stated.map(|other| DisagreementView {
            same_speaker: statement.speaker.is_some() && statement.speaker == other.speaker,
            about: statement.about.iter().filter(|about| other.about.contains(about)).cloned().collect(),
            number: statement.number,
            path: statement.path.clone(),
            speaker: statement.speaker.clone(),
            other: other.clone(),
        });
        views.collect::<Vec<_>>()
    };
    statements.iter().flat_map(of_one).collect()
}

/// What carries the statement; nothing when it has no source, or when the way to its origins is not all published.
fn support(page: &Context<'_>, derived: &Derived) -> Option<SupportView> {
    let support = &derived.support;
    if support.own.is_empty() {
        return None;
    }
    Some(SupportView {
        corroborated: support.is_corroborated(),
        retold: support.own.iter().any(|own| !own.via.contains(&own.source)),
        origins: support.own.iter().filter_map(|own| rests_on::view(page, own.source)).collect(),
        others: support.others.iter().filter_map(|other| rests_on::view(page, other.source)).collect(),
    })
}

fn relations(page: &Context<'_>, from: &PublicEntity, statement: &Statement, id: StatementId) -> Vec<RelationView> {
    let own = statement.relations.iter().filter_map(|(relation, mention)| match from.link(*mention)? {
        Link::To { entity, part: Some(PartId::Statement(index)) } => {
            Some((relation, false, StatementId { entity: *entity, index: *index }))
        }
        _ => None,
    });
    let others = page.planner.site.related(id).iter().map(|(relation, other)| (relation, true, *other));
    own.chain(others)
        .filter_map(|(relation, inverse, other)| {
            let (entity, statement) = page.planner.site.statement(other)?;
            Some(RelationView {
                relation: relation.name(),
                inverse,
                path: path(page.planner, entity, statement),
                number: other.index as usize + 1,
                speaker: speaker(page, entity, statement),
                about: statement.about.iter().filter_map(|about| about_whom(page, entity, *about)).collect(),
                page: page.reference(entity.id)?,
                same_page: other.entity == id.entity,
            })
        })
        .collect()
}
