//! On what the statements of a page rest: their sources, and the sources that these retell. Knows no more than is published, and says nothing where something is not.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::facts;
use super::views::RestsOnView;
use crate::document::mention::MentionId;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};

/// For the statements of `entity`. Nothing where none has a source, or where one of the sources is not published: a count
/// would then be wrong, or would tell that there is something.
pub(super) fn of(page: &Context<'_>, entity: &PublicEntity) -> Option<RestsOnView> {
    let mut direct: Vec<EntityId> = Vec::new();
    let mut met = BTreeSet::new();
    let mut statements = 0;
    for statement in &entity.body().statements {
        statements += usize::from(!statement.via.is_empty());
        for source in targets(entity, &statement.via)? {
            if met.insert(source) {
                direct.push(source);
            }
        }
    }
    if statements == 0 {
        return None;
    }
    let mut origins: Vec<(EntityId, Vec<EntityId>)> = Vec::new();
    let mut places = BTreeMap::new();
    for source in &direct {
        for end in page.planner.site.origins_of(*source).unwrap_or_default() {
            let place = *places.entry(end).or_insert(origins.len());
            match origins.get_mut(place) {
                Some((_, retelling)) => retelling.push(*source),
                None => origins.push((end, vec![*source])),
            }
        }
    }
    // One that is itself among the sources of this page is no more than what the first sentence says, unless others retell it.
    origins.retain(|(end, retelling)| retelling.iter().any(|source| source != end));
    Some(RestsOnView {
        statements,
        origins: origins.iter().filter_map(|(end, retelling)| facts::origin(page, *end, retelling)).collect(),
        sources: direct.iter().filter_map(|source| page.reference(*source)).collect(),
    })
}

/// Where `mentions` lead, when all of it is published.
fn targets(from: &PublicEntity, mentions: &[MentionId]) -> Option<Vec<EntityId>> {
    let target = |mention: &MentionId| match from.link(*mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    };
    mentions.iter().map(target).collect()
}
