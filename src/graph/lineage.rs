//! Which source retells which, as a tree that begins at one source. Knows what is published; what is not published is left out, as if it were not written.

use std::collections::BTreeSet;

use super::entity::EntityId;
use super::index::Entities;
use super::public::{Link, PublicEntity, PublicSite};
use crate::document::front_matter::Fields;

/// How many levels a tree shows below its first source.
const LEVELS: usize = 8;
/// How many sources a tree shows.
const ROWS: usize = 60;
/// How many sources are named on the way to what a tree does not show.
const NAMED: usize = 3;

/// Which way a tree grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the sources that a source retells.
    Retold,
    /// To the sources that retell it.
    Retelling,
}

/// A tree of sources, as far as a page shows it, and what it does not show. A source is shown whole once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lineage {
    /// The sources next to the first one, in the order of the text, or of their paths.
    pub branches: Vec<Branch>,
    /// How many sources further on are not shown; each is counted once.
    pub hidden: usize,
    /// The first of the shown sources from which the way to those goes on.
    pub open: Vec<EntityId>,
    /// The first of the hidden sources at which a way ends.
    pub ends: Vec<EntityId>,
}

/// A source in a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The source.
    pub source: EntityId,
    /// What follows it.
    pub course: Course,
}

/// What follows a source in a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// All that comes next; nothing where the way ends.
    Whole(Vec<Branch>),
    /// It stands whole further up.
    Above,
    /// It is one of those that lead to it.
    Circle,
    /// The way goes on, and is too long to be shown here.
    Further,
}

impl PublicSite {
    /// The tree that begins at `source`.
    #[must_use]
    pub fn lineage(&self, source: EntityId, direction: Direction) -> Lineage {
        if self.next(source, direction).is_empty() {
            return Lineage::default();
        }
        let mut growth =
            Growth { site: self, direction, way: vec![source], whole: BTreeSet::new(), rows: ROWS, open: Vec::new() };
        let branches = growth.branches(source);
        let open: Vec<EntityId> = growth.open.into_iter().filter(|at| *at != source).take(NAMED).collect();
        let mut shown = BTreeSet::from([source]);
        collect(&branches, &mut shown);
        let hidden: Vec<EntityId> =
            self.reached(source, direction).into_iter().filter(|at| !shown.contains(at)).collect();
        let is_end = |at: &&EntityId| self.next(**at, direction).is_empty();
        let ends = hidden.iter().filter(is_end).take(NAMED).copied().collect();
        Lineage { branches, hidden: hidden.len(), open, ends }
    }

    /// All that is reached from `source`, each once. Without recursion: a chain can be as long as the site is large.
    fn reached(&self, source: EntityId, direction: Direction) -> Vec<EntityId> {
        let mut met = vec![false; self.id_count()];
        let mut is_new = |at: EntityId| met.get_mut(at.index()).is_some_and(|met| !std::mem::replace(met, true));
        is_new(source);
        let mut reached = Vec::new();
        let mut ahead: Vec<EntityId> = self.next(source, direction).iter().rev().copied().collect();
        while let Some(at) = ahead.pop() {
            if is_new(at) {
                reached.push(at);
                ahead.extend(self.next(at, direction).iter().rev());
            }
        }
        reached
    }

    /// The published sources next to `source`, each once.
    fn next(&self, source: EntityId, direction: Direction) -> &[EntityId] {
        let lists = match direction {
            Direction::Retold => &self.index.retelling.retold,
            Direction::Retelling => &self.index.retelling.retelling,
        };
        lists.get(source.index()).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Who retells whom, both ways, for each entity of a site.
#[derive(Debug, Clone, Default)]
pub(super) struct Retelling {
    /// The sources that it retells, in the order of the text.
    retold: Vec<Vec<EntityId>>,
    /// The sources that retell it, in the order of their paths.
    retelling: Vec<Vec<EntityId>>,
}

impl Retelling {
    /// Whether what `entity` says can be part of it.
    pub(super) fn says(entity: &PublicEntity) -> bool {
        matches!(entity.fields(), Fields::Source(_))
    }

    /// Who of `entities` retells whom.
    pub(super) fn of(entities: &Entities) -> Self {
        let none = || vec![Vec::new(); entities.len()];
        let mut lists = Self { retold: none(), retelling: none() };
        for entity in entities.iter().flatten() {
            let mut met = BTreeSet::new();
            for source in retold(entity).into_iter().filter(|source| met.insert(*source)) {
                let sides = lists.retold.get_mut(entity.id.index()).zip(lists.retelling.get_mut(source.index()));
                if let Some((retold, retelling)) = sides {
                    retold.push(source);
                    retelling.push(entity.id);
                }
            }
        }
        lists
    }
}

/// The sources that a source names as those which it retells.
fn retold(entity: &PublicEntity) -> Vec<EntityId> {
    let Fields::Source(source) = entity.fields() else { return Vec::new() };
    let targets = source.derived_from.iter().filter_map(|mention| match entity.link(*mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    });
    targets.collect()
}

/// A tree while it grows.
struct Growth<'a> {
    site: &'a PublicSite,
    direction: Direction,
    /// From the first source to the one that is being shown.
    way: Vec<EntityId>,
    /// What is shown whole.
    whole: BTreeSet<EntityId>,
    /// How many more can be shown.
    rows: usize,
    /// The sources behind which something is not shown.
    open: Vec<EntityId>,
}

impl Growth<'_> {
    /// The branches of the last source of the way. All of them are shown before the first of them grows.
    fn branches(&mut self, of: EntityId) -> Vec<Branch> {
        let next = self.site.next(of, self.direction);
        let shown = next.len().min(self.rows);
        if shown < next.len() {
            self.open.push(of);
        }
        self.rows -= shown;
        next.iter().take(shown).map(|source| Branch { source: *source, course: self.course(*source) }).collect()
    }

    fn course(&mut self, source: EntityId) -> Course {
        if self.way.contains(&source) {
            return Course::Circle;
        }
        if self.whole.contains(&source) {
            return Course::Above;
        }
        let is_end = self.site.next(source, self.direction).is_empty();
        if !is_end && (self.way.len() >= LEVELS || self.rows == 0) {
            self.open.push(source);
            return Course::Further;
        }
        self.whole.insert(source);
        self.way.push(source);
        let branches = self.branches(source);
        self.way.pop();
        Course::Whole(branches)
    }
}

/// Never deeper than the levels that are shown.
fn collect(branches: &[Branch], shown: &mut BTreeSet<EntityId>) {
    for branch in branches {
        shown.insert(branch.source);
        if let Course::Whole(branches) = &branch.course {
            collect(branches, shown);
        }
    }
}
