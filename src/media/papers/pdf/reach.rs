//! Which objects of a PDF anything leads to, and to which page each belongs. Knows references, not what is in the objects.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

/// What leads where.
pub struct Reach {
    /// The first page that uses each object; an object that no page uses has none.
    pages: BTreeMap<ObjectId, u32>,
    /// All objects that the trailer leads to.
    all: BTreeSet<ObjectId>,
}

impl Reach {
    pub fn of(document: &Document) -> Self {
        let numbered = document.get_pages();
        let every: BTreeSet<ObjectId> = numbered.values().copied().collect();
        let mut pages = BTreeMap::new();
        for (number, page) in &numbered {
            let mut todo = vec![*page];
            while let Some(id) = todo.pop() {
                if pages.contains_key(&id) || !document.has_object(id) {
                    continue;
                }
                pages.insert(id, *number);
                let Ok(object) = document.get_object(id) else { continue };
                // Its parent and the goals of its links lead to other pages, which have their own.
                let own = references(object, &[]);
                todo.extend(own.into_iter().filter(|other| !every.contains(other)));
            }
        }
        let mut all = BTreeSet::new();
        let mut todo = references_of(&document.trailer, &[b"Prev"]);
        while let Some(id) = todo.pop() {
            if all.insert(id)
                && let Ok(object) = document.get_object(id)
            {
                todo.extend(references(object, &[]));
            }
        }
        Self { pages, all }
    }

    /// The first page that uses the object.
    pub fn page(&self, id: ObjectId) -> Option<u32> {
        self.pages.get(&id).copied()
    }

    /// Whether anything leads to the object.
    pub fn has(&self, id: ObjectId) -> bool {
        self.all.contains(&id)
    }
}

/// The objects that `object` names, but for those at the keys `without`.
fn references(object: &Object, without: &[&[u8]]) -> Vec<ObjectId> {
    let mut found = Vec::new();
    let mut todo = vec![object];
    while let Some(object) = todo.pop() {
        match object {
            Object::Reference(id) => found.push(*id),
            Object::Array(list) => todo.extend(list),
            Object::Dictionary(dictionary) => todo.extend(entries(dictionary, without)),
            Object::Stream(stream) => todo.extend(entries(&stream.dict, without)),
            _ => {}
        }
    }
    found
}

fn references_of(dictionary: &Dictionary, without: &[&[u8]]) -> Vec<ObjectId> {
    entries(dictionary, without).flat_map(|object| references(object, without)).collect()
}

fn entries<'a>(dictionary: &'a Dictionary, without: &'a [&[u8]]) -> impl Iterator<Item = &'a Object> {
    dictionary.iter().filter(|(key, _)| !without.contains(&key.as_slice())).map(|(_, value)| value)
}
