//! What carries a statement: the origins of its own reports, and those of others who say the same.
//! Knows which origins are one and which nobody has seen.

use std::collections::{BTreeMap, BTreeSet};

use super::derived::{Steps, entity_of};
use super::entity::{EntityId, StatementId};
use super::origins::Origins;
use super::public::{PublicEntity, PublicSite};
use crate::document::statement::Statement;

/// What carries a statement. Where a chain of its own sources leads to what is not published, nothing is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Support {
    /// Where its own sources have it from, in the order of the text.
    pub own: Vec<Origin>,
    /// Further origins, of statements by others that repeat or support it or that it repeats, in the order of those.
    pub others: Vec<OtherOrigin>,
}

/// An origin of a statement's own sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The source at the end of the chain.
    pub source: EntityId,
    /// Whether the authors have seen it.
    pub is_seen: bool,
    /// The statement's own sources that have it from there; where it cites the origin itself, that too.
    pub via: Vec<EntityId>,
}

/// An origin of statements that speak for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherOrigin {
    /// The source at the end of the chain.
    pub source: EntityId,
    /// Whether the authors have seen it.
    pub is_seen: bool,
    /// The statements that rest on it.
    pub through: Vec<StatementId>,
}

impl Support {
    /// How many origins are known to be independent of each other. All that were not seen count as one: of what nobody has
    /// read nobody knows whom it retells.
    #[must_use]
    pub fn independent(&self) -> usize {
        let all = || self.own.iter().map(|own| own.is_seen).chain(self.others.iter().map(|other| other.is_seen));
        all().filter(|is_seen| *is_seen).count() + usize::from(all().any(|is_seen| !is_seen))
    }

    /// Whether two or more independent origins carry it.
    #[must_use]
    pub fn is_corroborated(&self) -> bool {
        self.independent() >= 2
    }
}

/// What carries the statement, given those that speak for it.
pub(super) fn of(
    site: &PublicSite,
    origins: &Origins,
    (entity, statement): (&PublicEntity, &Statement),
    supporters: &BTreeSet<StatementId>,
    steps: &mut Steps,
) -> Support {
    let Some(own) = by_origin(origins, entity, statement, steps) else { return Support::default() };
    let mut others: ByOrigin<StatementId> = ByOrigin::default();
    for supporter in supporters {
        // Of a supporter whose chains are not all published nothing is counted.
        let theirs = site.statement(*supporter).and_then(|(on, found)| by_origin(origins, on, found, steps));
        for (source, _) in theirs.unwrap_or_default().list {
            if !own.places.contains_key(&origins.circle(source)) {
                others.add(origins, source, *supporter);
            }
        }
    }
    let own = own.list.into_iter().map(|(source, via)| Origin { source, is_seen: site.is_seen(source), via });
    let others =
        others.list.into_iter().map(|(source, through)| OtherOrigin { source, is_seen: site.is_seen(source), through });
    Support { own: own.collect(), others: others.collect() }
}

/// The origins of a statement's own sources, with those of the sources that have it from there. Nothing where a source or a
/// chain that begins at one is not published.
fn by_origin(
    origins: &Origins,
    entity: &PublicEntity,
    statement: &Statement,
    steps: &mut Steps,
) -> Option<ByOrigin<EntityId>> {
    let mut found = ByOrigin::default();
    let mut met = BTreeSet::new();
    for via in &statement.via {
        let via = entity_of(entity, *via)?;
        if !met.insert(via) {
            continue;
        }
        for source in origins.of_source(via)? {
            steps.carried += 1;
            found.add(origins, source, via);
        }
    }
    Some(found)
}

/// What rests on each of several origins, in the order in which they were found. Sources that retell each other in a circle
/// are one origin, whichever of them is named first.
struct ByOrigin<T> {
    list: Vec<(EntityId, Vec<T>)>,
    places: BTreeMap<EntityId, usize>,
}

impl<T> Default for ByOrigin<T> {
    fn default() -> Self {
        Self { list: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T> ByOrigin<T> {
    fn add(&mut self, origins: &Origins, source: EntityId, rests: T) {
        let place = *self.places.entry(origins.circle(source)).or_insert(self.list.len());
        match self.list.get_mut(place) {
            Some((_, resting)) => resting.push(rests),
            None => self.list.push((source, vec![rests])),
        }
    }
}
