//! Entities that come and go while others keep their ids. Knows where there is room for one, and who makes room where there is none.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Name, Registry, address, keyed};
use crate::document::Document;
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::fold::FoldKey;
use crate::graph::entity::{Entity, EntityId};
use crate::source::tree::SourcePath;

/// What is new in a registry in which documents were replaced.
#[derive(Debug, Default)]
pub struct Replaced {
    /// The entities whose documents were, and those that came or went, in their order.
    pub entities: BTreeSet<EntityId>,
    /// Those among them that came or went.
    pub moved: BTreeSet<EntityId>,
    /// The names that mean something else than before.
    pub names: HashSet<FoldKey>,
}

/// How many places are free around an entity for which there was no room: where one came, others are likely to come.
const ROOM: usize = 64;

/// Where more than so many entities came or went, all are entered anew.
const MOST_MOVED: usize = 64;

/// At most so many entities make room for another.
const MOST_MAKE_ROOM: usize = MOST_MOVED / 2 - 1;

/// The documents for which there was no room in a registry.
#[derive(Debug, Default)]
pub struct Crowded(BTreeSet<SourcePath>);

/// Where an entity that comes is to stand.
struct Place {
    own: EntityId,
    /// Who goes from which place to which.
    making_room: Vec<(EntityId, EntityId)>,
}

/// What is to be done to the entities of a registry.
#[derive(Default)]
struct Changes<'d> {
    /// Whose documents are gone.
    gone: Vec<EntityId>,
    /// Whose documents are others now.
    other: Vec<(EntityId, &'d Arc<Document>)>,
    /// The documents of those that came.
    new: Vec<&'d Arc<Document>>,
}

impl Registry {
    /// As [`Self::new`], with room for one entity between any two, so that others can come later and every id stays, and with more around
    /// those for which there was none.
    pub(in crate::graph) fn with_room(documents: &[Arc<Document>], crowded: &Crowded) -> (Self, Vec<Diagnostic>) {
        Self::placed(documents, |kept| {
            let mut next = 0;
            let mut place = |(_, document): &(usize, &Arc<Document>)| {
                let room = if crowded.0.contains(&document.path) { ROOM } else { 0 };
                let place = next + 1 + room;
                next = place + 1 + room;
                place
            };
            let places = kept.iter().map(&mut place).collect();
            (places, next + 1)
        })
    }

    /// The registry of `documents`, which stand in the order of their paths, and what is new in it. Every entity that was there has the same id,
    /// but those that made room for another: they went from one place and came to the next.
    ///
    /// # Errors
    /// Where room cannot be made for some that came, which are given back, or so many are others that all are better entered anew.
    pub(in crate::graph) fn replaced(self, documents: &[Arc<Document>]) -> Result<(Self, Replaced), Crowded> {
        let mut crowded = Crowded::default();
        self.replace(documents, &mut crowded).ok_or(crowded)
    }

    fn replace(mut self, documents: &[Arc<Document>], crowded: &mut Crowded) -> Option<(Self, Replaced)> {
        let known = self.by_path.take()?;
        let Changes { gone, other, new } = self.changes(&known, documents)?;
        if gone.len() + new.len() > MOST_MOVED {
            return None;
        }
        let mut found = Replaced::default();
        for entity in gone {
            let old = self.slots.get_mut(entity.index())?.take()?;
            self.rename(entity, Some(&old.document), None, &mut found);
            found.moved.insert(entity);
        }
        for (entity, new) in other {
            let slot = self.slots.get_mut(entity.index())?.as_mut()?;
            let old = std::mem::replace(&mut slot.document, Arc::clone(new));
            self.rename(entity, Some(&old), Some(new), &mut found);
        }
        for new in new {
            let Some(place) = self.room_for(new) else {
                crowded.0.insert(new.path.clone());
                continue;
            };
            let all: Vec<(EntityId, Arc<Document>)> = place
                .making_room
                .into_iter()
                .filter_map(|(from, to)| {
                    let document = self.slots.get_mut(from.index())?.take()?.document;
                    self.rename(from, Some(&document), None, &mut found);
                    found.moved.insert(from);
                    Some((to, document))
                })
                .chain([(place.own, Arc::clone(new))])
                .collect();
            for (entity, document) in all {
                self.rename(entity, None, Some(&document), &mut found);
                *self.slots.get_mut(entity.index())? = Some(Entity { id: entity, document });
                found.moved.insert(entity);
            }
            if found.moved.len() > MOST_MOVED {
                crowded.0.insert(new.path.clone());
            }
        }
        if !crowded.0.is_empty() {
            return None;
        }
        self.by_path = if found.moved.is_empty() { Some(known) } else { Some(self.in_order_of(documents)?) };
        Some((self, found))
    }

    /// What is to be done to the entities, which are `known` in the order of the paths of their documents, so that they are those of `documents`.
    fn changes<'d>(&self, known: &[EntityId], documents: &'d [Arc<Document>]) -> Option<Changes<'d>> {
        let mut changes = Changes::default();
        let mut known = known.iter().peekable();
        for new in documents {
            let mut old = None;
            while let Some(entity) = known.peek() {
                let document = &self.get(**entity)?.document;
                match document.path.cmp(&new.path) {
                    Ordering::Less => changes.gone.push(**entity),
                    Ordering::Equal => old = Some((**entity, document)),
                    Ordering::Greater => break,
                }
                known.next();
            }
            match old {
                Some((_, old)) if Arc::ptr_eq(old, new) => {}
                Some((entity, old)) if old.kind == new.kind && old.id.value == new.id.value => {
                    changes.other.push((entity, new));
                }
                old => {
                    changes.gone.extend(old.map(|(entity, _)| entity));
                    changes.new.push(new);
                }
            }
        }
        changes.gone.extend(known);
        Some(changes)
    }

    /// Instead of the names of `old`, `entity` has those of `new`.
    fn rename(
        &mut self,
        entity: EntityId,
        old: Option<&Arc<Document>>,
        new: Option<&Arc<Document>>,
        found: &mut Replaced,
    ) {
        if let Some(parts) = self.parts.get_mut(entity.index()) {
            *parts = Arc::default();
        }
        found.entities.insert(entity);
        let of =
            |document: Option<&Arc<Document>>| document.map(|document| keyed(entity, document)).unwrap_or_default();
        let (before, now) = (of(old), of(new));
        if before != now {
            let names = Arc::make_mut(&mut self.names);
            before.difference(&now).for_each(|(key, name)| remove(names, key, name));
            now.difference(&before).for_each(|(key, name)| names.entry(key.clone()).or_default().push(name.clone()));
            found.names.extend(before.symmetric_difference(&now).map(|(key, _)| key.clone()));
        }
    }

    /// A place for `new` that is in the order of the addresses; nothing where too many would have to make room, or where another has its id.
    fn room_for(&self, new: &Document) -> Option<Place> {
        let taken: Vec<&Entity> = self.entities().collect();
        let own = address(new);
        let next = taken.partition_point(|entity| address(&entity.document) < own);
        if taken.get(next).is_some_and(|entity| address(&entity.document) == own) {
            return None;
        }
        // The places that are free, or become free, when the entities from the one number to the other make room.
        let places = |from: usize, to: usize| {
            let before = from.checked_sub(1).and_then(|before| taken.get(before));
            let before = before.map_or(0, |entity| entity.id.index() + 1);
            before..taken.get(to).map_or(self.slots.len(), |entity| entity.id.index())
        };
        let free = places(next, next);
        if !free.is_empty() {
            // What comes one after the other mostly comes in order.
            return Some(Place { own: EntityId::at(free.start + free.len() / 8), making_room: Vec::new() });
        }
        let around = |count: usize| (0..=count).map(move |left| (left, count - left));
        let windows = (1..=MOST_MAKE_ROOM).flat_map(around).filter_map(|(left, right)| {
            let (from, to) = (next.checked_sub(left)?, next + right);
            // The more make room, the more is to be left for those that come next.
            let is_enough = |free: &Range<usize>| free.len() > left + right + (left + right) / 4;
            (to <= taken.len())
                .then(|| (from, places(from, to)))
                .filter(|(_, free)| is_enough(free))
                .map(|found| (left, right, found))
        });
        let (left, right, (from, free)) = windows.into_iter().next()?;
        let place = |number: usize| EntityId::at(free.start + number * free.len() / (left + right + 1));
        let of_others = (0..left).chain(left + 1..=left + right);
        let making_room = taken.iter().skip(from).zip(of_others).map(|(entity, number)| (entity.id, place(number)));
        Some(Place { own: place(left), making_room: making_room.filter(|(from, to)| from != to).collect() })
    }

    /// The entities of `documents`, which are all there are.
    fn in_order_of(&self, documents: &[Arc<Document>]) -> Option<Vec<EntityId>> {
        let ids: HashMap<*const Document, EntityId> =
            self.entities().map(|entity| (Arc::as_ptr(&entity.document), entity.id)).collect();
        documents.iter().map(|document| ids.get(&Arc::as_ptr(document)).copied()).collect()
    }
}

fn remove(names: &mut HashMap<FoldKey, Vec<Name>>, key: &FoldKey, name: &Name) {
    if let Some(of_key) = names.get_mut(key) {
        of_key.retain(|own| own != name);
        if of_key.is_empty() {
            names.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Settings, parse};
    use crate::foundation::language::Language;
    use crate::source::tree::SourcePath;

    fn person(name: &str) -> Arc<Document> {
        let path = SourcePath::new(&format!("content/people/{name}.md"));
        let settings = Settings::new(Language::parse("en").unwrap(), &[]);
        Arc::new(parse(&path, &format!("---\nname: Name of {name}\n---\n"), &settings).value.unwrap())
    }

    fn ids(registry: &Registry) -> Vec<(String, usize)> {
        registry.entities().map(|entity| (entity.slug().to_string(), entity.id.index())).collect()
    }

    #[test]
    fn who_comes_or_goes_moves_nobody() {
        let mut documents = ["ada", "can", "eda"].map(person).to_vec();
        let (registry, diagnostics) = Registry::with_room(&documents, &Crowded::default());
        assert!(diagnostics.is_empty());
        assert_eq!(ids(&registry), [("ada".to_owned(), 1), ("can".to_owned(), 3), ("eda".to_owned(), 5)]);

        documents.insert(1, person("bora"));
        let (registry, found) = registry.replaced(&documents).unwrap();
        let expected = [("ada".to_owned(), 1), ("bora".to_owned(), 2), ("can".to_owned(), 3), ("eda".to_owned(), 5)];
        assert_eq!(ids(&registry), expected);
        assert_eq!(found.moved, BTreeSet::from([EntityId::at(2)]));
        assert!(
            found.names.contains(&FoldKey::of("Name of bora")) && found.names.contains(&FoldKey::of("people/bora"))
        );
        assert!(!found.names.contains(&FoldKey::of("ada")));
        assert_eq!(registry.candidates("bora").len(), 1);

        documents.remove(2);
        let (registry, found) = registry.replaced(&documents).unwrap();
        assert_eq!(ids(&registry), [("ada".to_owned(), 1), ("bora".to_owned(), 2), ("eda".to_owned(), 5)]);
        assert_eq!(found.moved, BTreeSet::from([EntityId::at(3)]));
        assert!(registry.candidates("can").is_empty());

        documents[1] = person("zeki");
        documents.sort_by(|one, other| one.path.cmp(&other.path));
        let (registry, _) = registry.replaced(&documents).unwrap();
        assert_eq!(ids(&registry), [("ada".to_owned(), 1), ("eda".to_owned(), 5), ("zeki".to_owned(), 6)]);
    }

    #[test]
    fn where_there_is_no_room_it_is_made_and_where_it_cannot_be_all_are_entered_anew() {
        let mut documents = ["ada", "zeki"].map(person).to_vec();
        let (registry, _) = Registry::with_room(&documents, &Crowded::default());
        documents.insert(1, person("b"));
        let (registry, _) = registry.replaced(&documents).unwrap();
        documents.insert(2, person("c"));
        let (registry, found) = registry.replaced(&documents).unwrap();
        let expected = [("ada", 1), ("b", 2), ("c", 3), ("zeki", 4)].map(|(name, place)| (name.to_owned(), place));
        assert_eq!(ids(&registry), expected);
        assert_eq!(found.moved, BTreeSet::from([3, 4].map(EntityId::at)));
        assert!(found.names.contains(&FoldKey::of("zeki")), "whoever leads to her is bound anew");
        documents.insert(3, person("d"));
        let (registry, _) = registry.replaced(&documents).unwrap();
        let expected = [("ada", 0), ("b", 1), ("c", 2), ("d", 3), ("zeki", 4)];
        assert_eq!(ids(&registry), expected.map(|(name, place)| (name.to_owned(), place)));
        documents.insert(4, person("e"));
        let crowded = registry.replaced(&documents).unwrap_err();
        assert_eq!(crowded.0.iter().map(SourcePath::as_str).collect::<Vec<_>>(), ["content/people/e.md"]);

        // Where one came others come, mostly in order.
        let (mut registry, _) = Registry::with_room(&documents, &crowded);
        assert_eq!(registry.id_count(), 2 * 6 + 1 + 2 * ROOM);
        let mut moved = Vec::new();
        for number in 0..100 {
            documents.insert(documents.len() - 1, person(&format!("e{number:02}")));
            let Ok((next, found)) = registry.replaced(&documents) else { break };
            registry = next;
            moved.push(found.moved.len());
        }
        assert!(moved.iter().all(|moved| *moved <= MOST_MOVED), "{moved:?}");
        assert_eq!((moved.iter().filter(|moved| **moved > 1).count(), moved.len()), (8, 35), "{moved:?}");
        let many: Vec<_> = (0..=MOST_MOVED).map(|number| person(&format!("m{number:03}"))).collect();
        let (registry, _) = Registry::with_room(&many, &Crowded::default());
        assert!(registry.clone().replaced(&many[..1]).is_ok_and(|(registry, _)| registry.entities().count() == 1));
        assert!(registry.replaced(&[]).is_err());
    }

    #[test]
    fn whoever_comes_and_goes_all_stand_in_order_and_are_found_by_their_names() {
        let all: Vec<_> = (0..60).map(|number| person(&format!("p{number:02}"))).collect();
        let mut is_there = [true; 60];
        let mut registry = Registry::with_room(&all, &Crowded::default()).0;
        let (mut number, mut anew) = (1_usize, 0);
        for round in 0..1_000 {
            let before: Vec<_> =
                registry.slots().iter().map(|slot| slot.as_ref().map(|own| Arc::as_ptr(&own.document))).collect();
            // Some neighbours come and go together.
            for _ in 0..=round % 5 {
                number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let place = (number >> 33) % if round % 7 < 4 { 12 } else { 60 };
                is_there[place] = !is_there[place];
            }
            let documents: Vec<_> =
                all.iter().zip(is_there).filter(|(_, is)| *is).map(|(own, _)| Arc::clone(own)).collect();
            match registry.replaced(&documents) {
                Ok((next, found)) => {
                    let is_other = |place: usize| {
                        next.slots()[place].as_ref().map(|own| Arc::as_ptr(&own.document)) != before[place]
                    };
                    let others = (0..before.len()).filter(|place| is_other(*place)).map(EntityId::at).collect();
                    assert!(found.moved.is_superset(&others), "{round}");
                    registry = next;
                }
                Err(crowded) => {
                    anew += 1;
                    registry = Registry::with_room(&documents, &crowded).0;
                }
            }
            let (clean, _) = Registry::new(&documents);
            let named = |registry: &Registry, document: &Document| {
                let found = registry.candidates(&document.title.value);
                found.iter().map(|found| registry.get(found.entity).unwrap().slug().to_string()).collect::<Vec<_>>()
            };
            let order = |registry: &Registry| registry.entities().map(|own| own.slug().to_string()).collect::<Vec<_>>();
            assert_eq!(order(&registry), order(&clean), "{round}");
            assert!(
                registry
                    .entities()
                    .all(|own| registry.slots()[own.id.index()].as_ref().is_some_and(|slot| slot.id == own.id))
            );
            for document in &all {
                assert_eq!(named(&registry, document), named(&clean, document), "{round} {}", document.path);
            }
        }
        assert!(anew < 20, "{anew}");
    }

    #[test]
    fn two_with_one_id_are_for_an_anew_entering_to_tell() {
        let first = person("ada");
        let (registry, _) = Registry::with_room(std::slice::from_ref(&first), &Crowded::default());
        let path = SourcePath::new("content/people/other.md");
        let settings = Settings::new(Language::parse("en").unwrap(), &[]);
        let second = Arc::new(parse(&path, "---\nname: Ada\nid: ada\n---\n", &settings).value.unwrap());
        assert!(registry.replaced(&[first, second]).is_err());
    }
}
