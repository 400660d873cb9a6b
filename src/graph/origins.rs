//! Where sources have it from: every chain of retelling walked to its end, each source once, and circles told apart from ends.
//! Knows what is published; of a chain that leads to something unpublished it says nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::derived::Steps;
use super::entity::EntityId;
use super::public::{Link, PublicEntity, PublicSite};
use crate::document::front_matter::{Fields, SourceFields};

/// The origins of all sources of a site.
#[derive(Debug, Clone, Default)]
pub(super) struct Origins {
    /// For each entity what is known of it as a source; nothing for what is no source.
    sources: Vec<Option<Known>>,
}

/// What is known of one source.
#[derive(Debug, Clone)]
struct Known {
    /// The first by path of those that retell each other in a circle with it; itself where there is no circle.
    circle: EntityId,
    /// The ends of its chains; nothing where one leads to what is not published. Shared along a chain.
    ends: Option<Arc<[EntityId]>>,
}

impl Origins {
    /// Follows `derived_from` of every published source. Counts each source and each link between two in `steps`.
    pub(super) fn of(site: &PublicSite, steps: &mut Steps) -> Self {
        let mut walk = Walk {
            site,
            origins: Self { sources: vec![None; site.id_count()] },
            met: vec![None; site.id_count()],
            open: Vec::new(),
            count: 0,
        };
        for source in site.entities().filter(|entity| source(entity).is_some()) {
            walk.from(source.id, steps);
        }
        walk.origins
    }

    /// The ends of the chains of retelling that begin at `id`, in the order of the text: `id` itself where it retells none,
    /// or where all chains lead back to it. Nothing where a chain leads to what is not published.
    pub(super) fn of_source(&self, id: EntityId) -> Option<Vec<EntityId>> {
        let known = self.known(id)?;
        let own = |end: &EntityId| if self.circle(*end) == known.circle { id } else { *end };
        Some(known.ends.as_ref()?.iter().map(own).collect())
    }

    /// One and the same id for all sources that retell each other in a circle: together they are one origin.
    pub(super) fn circle(&self, id: EntityId) -> EntityId {
        self.known(id).map_or(id, |known| known.circle)
    }

    fn known(&self, id: EntityId) -> Option<&Known> {
        self.sources.get(id.index())?.as_ref()
    }
}

/// Tarjan's walk ("Depth-first search and linear graph algorithms", 1972) with a list in place of recursion, as a chain can
/// be as long as the site is large. A circle is complete only after all that it leads to, so the ends of those are known by then.
struct Walk<'a> {
    site: &'a PublicSite,
    origins: Origins,
    /// For each entity when it was met, and the earliest that it leads back to.
    met: Vec<Option<(usize, usize)>>,
    /// Those met whose circle is not complete.
    open: Vec<EntityId>,
    count: usize,
}

/// A source on the way, the sources that it retells, and which of them is next.
struct Step {
    at: EntityId,
    retold: Vec<EntityId>,
    next: usize,
}

impl Walk<'_> {
    fn from(&mut self, start: EntityId, steps: &mut Steps) {
        let mut way: Vec<Step> = self.enter(start, steps).into_iter().collect();
        while let Some(step) = way.last_mut() {
            let at = step.at;
            if let Some(next) = step.retold.get(step.next).copied() {
                step.next += 1;
                steps.retellings += 1;
                match self.enter(next, steps) {
                    Some(entered) => way.push(entered),
                    // What belongs to a complete circle cannot lead back.
                    None if self.origins.known(next).is_none() => self.leads_back(at, self.met_at(next).0),
                    None => {}
                }
                continue;
            }
            way.pop();
            let (own, earliest) = self.met_at(at);
            if own == earliest {
                self.complete(at, steps);
            }
            if let Some(before) = way.last() {
                self.leads_back(before.at, earliest);
            }
        }
    }

    /// Meets `at` for the first time; nothing where it was met before.
    fn enter(&mut self, at: EntityId, steps: &mut Steps) -> Option<Step> {
        let slot = self.met.get_mut(at.index()).filter(|met| met.is_none())?;
        *slot = Some((self.count, self.count));
        self.count += 1;
        steps.sources += 1;
        self.open.push(at);
        Some(Step { at, retold: self.retold(at).0, next: 0 })
    }

    fn met_at(&self, id: EntityId) -> (usize, usize) {
        self.met.get(id.index()).copied().flatten().unwrap_or_default()
    }

    fn leads_back(&mut self, at: EntityId, to: usize) {
        if let Some(Some((_, earliest))) = self.met.get_mut(at.index()) {
            *earliest = to.min(*earliest);
        }
    }

    /// The published sources that `at` retells, and whether these are all that it retells.
    fn retold(&self, at: EntityId) -> (Vec<EntityId>, bool) {
        let Some((entity, fields)) = self.site.get(at).and_then(|entity| Some((entity, source(entity)?))) else {
            return (Vec::new(), false);
        };
        let published = fields.derived_from.iter().filter_map(|mention| match entity.link(*mention)? {
            Link::To { entity, .. } => Some(*entity),
            Link::Unpublished(_) => None,
        });
        let retold: Vec<EntityId> = published.collect();
        let is_all = retold.len() == fields.derived_from.len();
        (retold, is_all)
    }

    /// `first` and all that were met after it and are still open retell each other: what is known of one is known of all.
    fn complete(&mut self, first: EntityId, steps: &mut Steps) {
        let at = self.open.iter().rposition(|open| *open == first).unwrap_or_default();
        let mut members = self.open.split_off(at);
        members.sort_unstable();
        let circle = members.first().copied().unwrap_or(first);
        let ends = self.ends(&members, circle, steps);
        for member in members {
            if let Some(slot) = self.origins.sources.get_mut(member.index()) {
                *slot = Some(Known { circle, ends: ends.clone() });
            }
        }
    }

    /// Where the chains end that begin at `members`; at their circle itself where none leads out of it.
    fn ends(&self, members: &[EntityId], circle: EntityId, steps: &mut Steps) -> Option<Arc<[EntityId]>> {
        let mut outside: Vec<EntityId> = Vec::new();
        for member in members {
            let (retold, is_all) = self.retold(*member);
            if !is_all {
                return None;
            }
            outside.extend(retold.into_iter().filter(|id| members.binary_search(id).is_err()));
        }
        let mut all = Vec::new();
        for id in outside {
            all.push(Arc::clone(self.origins.known(id)?.ends.as_ref()?));
        }
        match all.as_slice() {
            [] => Some(Arc::from([circle])),
            [one] => Some(Arc::clone(one)),
            several => {
                let mut met = BTreeSet::new();
                steps.origins += several.iter().map(|ends| ends.len()).sum::<usize>();
                Some(several.iter().flat_map(|ends| ends.iter().copied()).filter(|end| met.insert(*end)).collect())
            }
        }
    }
}

/// The keys of a source; nothing for what is no source.
pub(super) fn source(entity: &PublicEntity) -> Option<&SourceFields> {
    match entity.fields() {
        Fields::Source(source) => Some(source),
        _ => None,
    }
}
