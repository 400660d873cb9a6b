//! What carries a statement: the origins of its reports, and whether others that are independent of them say the same.
//! Knows what is published; of a chain that leads to something unpublished it says nothing.

use std::collections::BTreeSet;

use super::bind::PartId;
use super::entity::{EntityId, StatementId};
use super::public::{Link, PublicEntity, PublicSite};
use crate::document::front_matter::{Fields, SourceFields};
use crate::document::mention::MentionId;
use crate::document::statement::{Relation, Speaker, Statement, Status};

/// What carries a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Support {
    /// Where its own sources have it from, in the order of the text; nothing of it where a chain leads to what is not published.
    pub own: Vec<EntityId>,
    /// Further origins, of statements by others that repeat or support it, in the order of those.
    pub others: Vec<EntityId>,
}

impl Support {
    /// Whether two or more independent origins carry it.
    #[must_use]
    pub fn is_corroborated(&self) -> bool {
        self.own.len() + self.others.len() >= 2
    }
}

impl PublicSite {
    /// What carries the statement `id`. Reports that retell one origin are one. A speaker who says the same again is no
    /// support for himself, and what is retracted is none for anyone.
    #[must_use]
    pub fn support(&self, id: StatementId) -> Support {
        let Some((entity, statement)) = self.statement(id) else { return Support::default() };
        let own = self.origins(entity, statement);
        let speaker = speaker(entity, statement);
        let mut others = Vec::new();
        for supporter in self.supporters(id, entity, statement) {
            let Some((entity, other)) = self.statement(supporter) else { continue };
            let is_own_voice = speaker.is_some() && speaker == self::speaker(entity, other);
            if is_own_voice || other.status.value == Status::Retracted {
                continue;
            }
            for origin in self.origins(entity, other) {
                if !own.contains(&origin) && !others.contains(&origin) {
                    others.push(origin);
                }
            }
        }
        Support { own, others }
    }

    /// The published statement with this id, and the entity on whose page it stands.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<(&PublicEntity, &Statement)> {
        let entity = self.get(id.entity)?;
        Some((entity, entity.body().statements.get(id.index as usize)?))
    }

    /// Whether the source `id` has been seen, or is known through others alone.
    #[must_use]
    pub fn is_seen(&self, id: EntityId) -> bool {
        source(self, id).is_some_and(|source| !source.unseen)
    }

    /// The statements that repeat or support `id`, and those that it repeats.
    fn supporters(&self, id: StatementId, entity: &PublicEntity, statement: &Statement) -> BTreeSet<StatementId> {
        let repeated = statement.relations.iter().filter(|(relation, _)| *relation == Relation::Repeats);
        let own = repeated.filter_map(|(_, mention)| target(entity, *mention));
        let speaks_for = |other: &StatementId| {
            self.statement(*other).is_some_and(|(entity, statement)| {
                statement.relations.iter().any(|(relation, mention)| {
                    matches!(relation, Relation::Repeats | Relation::Supports) && target(entity, *mention) == Some(id)
                })
            })
        };
        own.chain(self.related(id).iter().copied().filter(speaks_for)).filter(|other| *other != id).collect()
    }

    /// The origins of the sources of a statement, each once.
    fn origins(&self, entity: &PublicEntity, statement: &Statement) -> Vec<EntityId> {
        let mut origins = Vec::new();
        for via in &statement.via {
            let Some(Link::To { entity: source, .. }) = entity.link(*via) else { return Vec::new() };
            let Some(found) = self.origins_of(*source) else { return Vec::new() };
            for origin in found {
                if !origins.contains(&origin) {
                    origins.push(origin);
                }
            }
        }
        origins
    }

    /// The sources at the end of the chains of retelling that begin at `source`, in the order of the text: `source` itself
    /// where it retells none, or where the chains lead back to it. Nothing where a chain leads to what is not published.
    /// Without recursion: a chain can be as long as the site is large.
    #[must_use]
    pub fn origins_of(&self, source: EntityId) -> Option<Vec<EntityId>> {
        let mut met = BTreeSet::new();
        let mut ends = Vec::new();
        let mut ahead = vec![source];
        while let Some(at) = ahead.pop() {
            if !met.insert(at) {
                continue;
            }
            let entity = self.get(at)?;
            let retold: Option<Vec<EntityId>> = self::source(self, at)?
                .derived_from
                .iter()
                .map(|mention| match entity.link(*mention) {
                    Some(Link::To { entity, .. }) => Some(*entity),
                    _ => None,
                })
                .collect();
            let retold = retold?;
            if retold.is_empty() {
                ends.push(at);
            }
            ahead.extend(retold.into_iter().rev());
        }
        if ends.is_empty() {
            ends.push(source);
        }
        Some(ends)
    }
}

fn source(site: &PublicSite, id: EntityId) -> Option<&SourceFields> {
    match site.get(id)?.fields() {
        Fields::Source(source) => Some(source),
        _ => None,
    }
}

fn speaker(entity: &PublicEntity, statement: &Statement) -> Option<EntityId> {
    match statement.speaker {
        Speaker::Mention(mention) => match entity.link(mention)? {
            Link::To { entity, .. } => Some(*entity),
            Link::Unpublished(_) => None,
        },
        Speaker::Unattributed => None,
    }
}

fn target(entity: &PublicEntity, mention: MentionId) -> Option<StatementId> {
    match entity.link(mention)? {
        Link::To { entity, part: Some(PartId::Statement(index)) } => {
            Some(StatementId { entity: *entity, index: *index })
        }
        _ => None,
    }
}
