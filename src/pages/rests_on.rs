//! On what the statements of a page rest: their sources, and the sources that these retell. Knows no more than is published, and says nothing where something is not.

use std::collections::BTreeSet;

use super::context::Context;
use super::views::{OriginView, RestsOnView};
use crate::document::front_matter::{Fields, SourceFields};
use crate::document::mention::MentionId;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity, PublicSite};

/// For the statements of `entity`. Nothing where none has a source, or where one of the sources is not published: a count
/// would then be wrong, or would tell that there is something.
pub(super) fn of(page: &Context<'_>, entity: &PublicEntity) -> Option<RestsOnView> {
    let mut direct: Vec<EntityId> = Vec::new();
    let mut statements = 0;
    for statement in &entity.body().statements {
        statements += usize::from(!statement.via.is_empty());
        for source in targets(entity, &statement.via)? {
            if !direct.contains(&source) {
                direct.push(source);
            }
        }
    }
    if statements == 0 {
        return None;
    }
    let site = page.planner.site;
    let mut seen = BTreeSet::new();
    let mut ends = Vec::new();
    for source in &direct {
        follow(site, *source, &mut seen, &mut ends);
    }
    let origins = ends.into_iter().filter(|end| !direct.contains(end)).filter_map(|end| {
        let is_seen = fields(site, end).is_some_and(|fields| !fields.unseen);
        Some(OriginView { source: page.reference(end)?, seen: is_seen })
    });
    Some(RestsOnView {
        statements,
        origins: origins.collect(),
        sources: direct.iter().filter_map(|source| page.reference(*source)).collect(),
    })
}

/// Adds the sources at the end of the chains of retelling that begin at `source`, in the order of the text. Chains into what
/// is not published have no end. Without recursion: a chain can be as long as the site is large.
fn follow(site: &PublicSite, source: EntityId, seen: &mut BTreeSet<EntityId>, ends: &mut Vec<EntityId>) {
    let mut ahead = vec![source];
    while let Some(source) = ahead.pop() {
        if !seen.insert(source) {
            continue;
        }
        let (Some(entity), Some(fields)) = (site.get(source), fields(site, source)) else { continue };
        if fields.derived_from.is_empty() {
            ends.push(source);
        }
        ahead.extend(targets(entity, &fields.derived_from).unwrap_or_default().into_iter().rev());
    }
}

/// Where `mentions` lead, when all of it is published.
fn targets(from: &PublicEntity, mentions: &[MentionId]) -> Option<Vec<EntityId>> {
    let target = |mention: &MentionId| match from.link(*mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    };
    mentions.iter().map(target).collect()
}

fn fields(site: &PublicSite, source: EntityId) -> Option<&SourceFields> {
    match site.get(source)?.fields() {
        Fields::Source(fields) => Some(fields),
        _ => None,
    }
}
