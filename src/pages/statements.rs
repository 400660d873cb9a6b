//! Statements as pages show them. Knows that attribution and standing go wherever the words go.

use std::sync::Arc;

use super::context::Context;
use super::dates;
use super::rests_on;
use super::text;
use super::views::{DisagreementView, Ref, RelationView, StatementView, SupportView};
use crate::document::body;
use crate::document::kind::Kind;
use crate::document::mention::MentionId;
use crate::document::statement::{Speaker, Statement, Status};
use crate::foundation::date::Placement;
use crate::graph::bind::PartId;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{Link, PublicEntity, PublicSite};

/// The place of a statement among others: by the date of its page, then by the page's path. Undated pages come last.
pub(super) fn order(site: &PublicSite, id: StatementId) -> (Placement, String) {
    let page = site.get(id.entity);
    let placement = page.map_or(Placement::Undated, |page| dates::place(page.fields()));
    (placement, page.map_or_else(String::new, |page| page.path().to_string()))
}

/// The statement `id` as `page` shows it; nothing when it is not published.
pub(super) fn view(page: &Context<'_>, id: StatementId) -> Option<StatementView> {
    let from = page.planner.site.get(id.entity)?;
    let statement = from.body().statements.get(id.index as usize)?;
    let is_at_home = page.planner.route(from.id) == Some(&page.route);
    let holes = text::holes_of_statement(page, from, statement);
    Some(StatementView {
        anchor: body::anchor(&statement.id.value),
        path: path(page, from, statement),
        number: id.index as usize + 1,
        page: page.reference(from.id)?,
        page_date: page.tongue.dated(from.fields()),
        form: statement.form.value.name(),
        status: statement.status.value.name(),
        speaker: speaker(page, from, statement),
        about: statement.about.iter().filter_map(|about| about_whom(page, from, *about)).collect(),
        via: statement.via.iter().map(|via| page.link(from, *via)).collect(),
        date: page.date(statement.date.as_ref()),
        relations: relations(page, from, statement, id),
        support: support(page, from, statement, id),
        unanswered: unanswered(page, from, statement),
        summary: text::plain(page.planner, from, &statement.summary),
        words: text::rich(page, &statement.words, &holes, !is_at_home),
    })
}

fn path(page: &Context<'_>, from: &PublicEntity, statement: &Statement) -> String {
    let route = page.planner.route(from.id);
    let path = route.map(|route| route.path(page.planner.links())).unwrap_or_default();
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
fn support(page: &Context<'_>, from: &PublicEntity, statement: &Statement, id: StatementId) -> Option<SupportView> {
    let support = page.planner.site.support(id);
    if support.own.is_empty() {
        return None;
    }
    let is_direct = |origin: &EntityId| {
        statement.via.iter().any(|via| matches!(from.link(*via), Some(Link::To { entity, .. }) if entity == origin))
    };
    let views = |origins: &[EntityId]| origins.iter().filter_map(|origin| rests_on::view(page, *origin)).collect();
    Some(SupportView {
        corroborated: support.is_corroborated(),
        retold: !support.own.iter().all(is_direct),
        origins: views(&support.own),
        others: views(&support.others),
    })
}

/// The people and organisations about whom it alleges something, other than the speaker, of whom no reply is on file.
fn unanswered(page: &Context<'_>, from: &PublicEntity, statement: &Statement) -> Vec<Ref> {
    if statement.status.value != Status::Alleged {
        return Vec::new();
    }
    let target = |mention: MentionId| match from.link(mention)? {
        Link::To { entity, .. } => page.planner.site.get(*entity),
        Link::Unpublished(_) => None,
    };
    let speaker = match statement.speaker {
        Speaker::Mention(mention) => target(mention).map(|speaker| speaker.id),
        Speaker::Unattributed => None,
    };
    let silent = |entity: &&PublicEntity| {
        matches!(entity.kind(), Kind::Person | Kind::Organisation)
            && Some(entity.id) != speaker
            && entity.common().replies.is_empty()
    };
    let about = statement.about.iter().filter_map(|about| target(*about));
    about.filter(silent).filter_map(|entity| page.reference(entity.id)).collect()
}

fn relations(page: &Context<'_>, from: &PublicEntity, statement: &Statement, id: StatementId) -> Vec<RelationView> {
    let own = statement.relations.iter().filter_map(|(relation, mention)| match from.link(*mention)? {
        Link::To { entity, part: Some(PartId::Statement(index)) } => {
            Some((relation, false, StatementId { entity: *entity, index: *index }))
        }
        _ => None,
    });
    let others = page.planner.site.related(id).iter().flat_map(|other| {
        let relations = statement_of(page.planner.site, *other).map(|(entity, statement)| {
            statement
                .relations
                .iter()
                .filter(move |(_, mention)| leads_to(entity, *mention, id))
                .map(|(relation, _)| relation)
        });
        relations.into_iter().flatten().map(move |relation| (relation, true, *other))
    });
    own.chain(others)
        .filter_map(|(relation, inverse, other)| {
            let (entity, statement) = statement_of(page.planner.site, other)?;
            Some(RelationView {
                relation: relation.name(),
                inverse,
                path: path(page, entity, statement),
                number: other.index as usize + 1,
                speaker: speaker(page, entity, statement),
                about: statement.about.iter().filter_map(|about| about_whom(page, entity, *about)).collect(),
                page: page.reference(entity.id)?,
                same_page: other.entity == id.entity,
            })
        })
        .collect()
}

fn statement_of(site: &PublicSite, id: StatementId) -> Option<(&PublicEntity, &Statement)> {
    let entity = site.get(id.entity)?;
    Some((entity, entity.body().statements.get(id.index as usize)?))
}

fn leads_to(from: &PublicEntity, mention: MentionId, id: StatementId) -> bool {
    matches!(from.link(mention), Some(Link::To { entity, part: Some(PartId::Statement(index)) })
        if *entity == id.entity && *index == id.index)
}
