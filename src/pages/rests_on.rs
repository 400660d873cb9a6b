//! On what the statements of a page rest: their sources, and the sources that these retell. Knows no more than is published, and says nothing where something is not.

use std::collections::BTreeSet;

use super::context::Context;
use super::views::{OriginView, RestsOnView};
use crate::document::mention::MentionId;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};

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
    let mut origins: Vec<EntityId> = Vec::new();
    for source in &direct {
        let ends = site.origins_of(*source).unwrap_or_default();
        origins.extend(ends.into_iter().filter(|end| !direct.contains(end)));
    }
    let mut met = BTreeSet::new();
    origins.retain(|origin| met.insert(*origin));
    Some(RestsOnView {
        statements,
        origins: origins.into_iter().filter_map(|origin| view(page, origin)).collect(),
        sources: direct.iter().filter_map(|source| page.reference(*source)).collect(),
    })
}

/// An origin, as a page shows it.
pub(super) fn view(page: &Context<'_>, origin: EntityId) -> Option<OriginView> {
    Some(OriginView { source: page.reference(origin)?, seen: page.planner.site.is_seen(origin) })
}

/// Where `mentions` lead, when all of it is published.
fn targets(from: &PublicEntity, mentions: &[MentionId]) -> Option<Vec<EntityId>> {
    let target = |mention: &MentionId| match from.link(*mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    };
    mentions.iter().map(target).collect()
}
