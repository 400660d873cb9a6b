//! Who is mentioned where, and which statements are by whom, about whom and on whose report, from both ends. Knows what is published; after an edit
//! only what the edited pages say is entered anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::derived::target;
use super::entity::{EntityId, StatementId};
use super::lineage::Retelling;
use super::public::{Link, PublicEntity};
use crate::document::mention::MentionId;
use crate::document::statement::{Relation, Speaker, Statement};

/// The published entities, each in its place.
pub(super) type Entities = [Option<Arc<PublicEntity>>];

/// What follows from the published documents together.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// For each entity, the mentions of it on other pages, in the order of their addresses and places.
    pub backlinks: Lists<(EntityId, MentionId)>,
    /// For each entity, the statements it made.
    pub spoken: Lists<StatementId>,
    /// For each entity, the statements about it.
    pub about: Lists<StatementId>,
    /// For each entity, the statements that rest on it as their source.
    pub reported: Lists<StatementId>,
    /// Which source retells which.
    pub retelling: Arc<Retelling>,
    /// For each statement that others relate to, those others and what they do to it.
    pub related: Arc<BTreeMap<StatementId, Vec<(Relation, StatementId)>>>,
}

/// A page that is another than before.
pub(super) struct Changed<'p> {
    /// As it was; nothing for one that came.
    pub old: Option<&'p PublicEntity>,
    /// As it is; nothing for one that went.
    pub new: Option<&'p PublicEntity>,
}

impl Changed<'_> {
    /// The place where it stands or stood.
    fn id(&self) -> Option<EntityId> {
        self.new.or(self.old).map(|page| page.id)
    }
}

/// A list for each entity, in the order of the pages on which its entries stand. A copy shares all lists, and is made shelf by shelf.
#[derive(Debug, Clone)]
pub(super) struct Lists<T>(Vec<Arc<Shelf<T>>>);

/// The lists of entities that follow each other.
type Shelf<T> = Vec<Arc<Vec<T>>>;

/// How many lists stand on a shelf.
const SHELF: usize = 256;

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// An entry that stands on a page.
pub(super) trait OnPage {
    fn page(&self) -> EntityId;
}

impl OnPage for (EntityId, MentionId) {
    fn page(&self) -> EntityId {
        self.0
    }
}

impl OnPage for StatementId {
    fn page(&self) -> EntityId {
        self.entity
    }
}

impl OnPage for (Relation, StatementId) {
    fn page(&self) -> EntityId {
        self.1.entity
    }
}

impl<T> Lists<T> {
    /// The list of `entity`.
    pub(super) fn of(&self, entity: EntityId) -> &[T] {
        let lists = self.0.get(entity.index() / SHELF);
        lists.and_then(|lists| lists.get(entity.index() % SHELF)).map(|list| list.as_slice()).unwrap_or_default()
    }
}

impl<T: OnPage + Copy> Lists<T> {
    /// The lists of `count` entities, of all that `pages` say, which come in their order.
    fn new<'a>(
        count: usize,
        pages: impl Iterator<Item = &'a PublicEntity>,
        said: impl Fn(&PublicEntity, &mut dyn FnMut(EntityId, T)),
    ) -> Self {
        let mut lists: Vec<Vec<T>> = std::iter::repeat_with(Vec::new).take(count).collect();
        for page in pages {
            said(page, &mut |entity, entry| {
                if let Some(list) = lists.get_mut(entity.index()) {
                    list.push(entry);
                }
            });
        }
        let nothing = Arc::default();
        let shared = |list: &mut Vec<T>| {
            if list.is_empty() { Arc::clone(&nothing) } else { Arc::new(std::mem::take(list)) }
        };
        Self(lists.chunks_mut(SHELF).map(|shelf| Arc::new(shelf.iter_mut().map(shared).collect())).collect())
    }

    /// What was said on `page` is taken out, and what is said on it now is put in.
    fn replace(&mut self, page: &Changed<'_>, said: impl Fn(&PublicEntity, &mut dyn FnMut(EntityId, T))) {
        for (entity, entries) in by_target(page, said) {
            let lists = self.0.get_mut(entity.index() / SHELF).map(Arc::make_mut);
            let list = lists.and_then(|lists| lists.get_mut(entity.index() % SHELF));
            if let (Some(list), Some(page)) = (list, page.id()) {
                put(Arc::make_mut(list), page, entries);
            }
        }
    }
}

/// What is said on `page` now, by what it is said of; what something was said of before alone has nothing now.
fn by_target<K: Ord, T>(page: &Changed<'_>, said: impl Fn(&PublicEntity, &mut dyn FnMut(K, T))) -> BTreeMap<K, Vec<T>> {
    let mut found: BTreeMap<K, Vec<T>> = BTreeMap::new();
    if let Some(old) = page.old {
        said(old, &mut |target, _| {
            found.entry(target).or_default();
        });
    }
    if let Some(new) = page.new {
        said(new, &mut |target, entry| found.entry(target).or_default().push(entry));
    }
    found
}

/// Puts `entries` in the place of those that stand on `page`.
fn put<T: OnPage>(list: &mut Vec<T>, page: EntityId, entries: Vec<T>) {
    let start = list.partition_point(|entry| entry.page() < page);
    let end = list.partition_point(|entry| entry.page() <= page);
    list.splice(start..end, entries);
}

impl Index {
    /// The index of all `entities`.
    pub(super) fn of(entities: &Entities) -> Self {
        let (count, pages) = (entities.len(), || entities.iter().flatten().map(Arc::as_ref));
        let mut related: BTreeMap<StatementId, Vec<(Relation, StatementId)>> = BTreeMap::new();
        for page in pages() {
            each_relation(page, &mut |statement, entry| related.entry(statement).or_default().push(entry));
        }
        let (backlinks, (spoken, (about, reported))) = rayon::join(
            || Lists::new(count, pages(), each_link),
            || {
                let about = || (Lists::new(count, pages(), each_about), Lists::new(count, pages(), each_reported));
                rayon::join(|| Lists::new(count, pages(), each_spoken), about)
            },
        );
        Self {
            backlinks,
            spoken,
            about,
            reported,
            retelling: Arc::new(Retelling::of(entities)),
            related: Arc::new(related),
        }
    }

    /// The index of `entities`, in which some of the pages of this one are others: `pages` are those.
    pub(super) fn replaced(&self, pages: &[Changed<'_>], entities: &Entities) -> Self {
        let mut index = self.clone();
        for page in pages {
            index.backlinks.replace(page, each_link);
            index.spoken.replace(page, each_spoken);
            index.about.replace(page, each_about);
            index.reported.replace(page, each_reported);
            let relations = by_target(page, each_relation);
            if let Some(id) = page.id()
                && !relations.is_empty()
            {
                let related = Arc::make_mut(&mut index.related);
                for (statement, entries) in relations {
                    let list = related.entry(statement).or_default();
                    put(list, id, entries);
                    if list.is_empty() {
                        related.remove(&statement);
                    }
                }
            }
        }
        if pages.iter().flat_map(|page| page.old.into_iter().chain(page.new)).any(Retelling::says) {
            index.retelling = Arc::new(Retelling::of(entities));
        }
        index
    }
}

fn each_link(from: &PublicEntity, found: &mut dyn FnMut(EntityId, (EntityId, MentionId))) {
    for (number, link) in from.links.iter().enumerate() {
        if let Link::To { entity, .. } = link
            && *entity != from.id
        {
            found(*entity, (from.id, MentionId::at(number)));
        }
    }
}

fn each_spoken(from: &PublicEntity, found: &mut dyn FnMut(EntityId, StatementId)) {
    for (id, statement) in statements(from) {
        if let Speaker::Mention(speaker) = statement.speaker {
            each_once(from, &[speaker], &mut |speaker| found(speaker, id));
        }
    }
}

fn each_about(from: &PublicEntity, found: &mut dyn FnMut(EntityId, StatementId)) {
    for (id, statement) in statements(from) {
        each_once(from, &statement.about, &mut |about| found(about, id));
    }
}

fn each_reported(from: &PublicEntity, found: &mut dyn FnMut(EntityId, StatementId)) {
    for (id, statement) in statements(from) {
        each_once(from, &statement.via, &mut |via| found(via, id));
    }
}

fn each_relation(from: &PublicEntity, found: &mut dyn FnMut(StatementId, (Relation, StatementId))) {
    for (id, statement) in statements(from) {
        let mut last = BTreeMap::new();
        for (relation, mention) in &statement.relations {
            if let Some(other) = target(from, *mention)
                && last.insert(other, *relation) != Some(*relation)
            {
                found(other, (*relation, id));
            }
        }
    }
}

fn statements(from: &PublicEntity) -> impl Iterator<Item = (StatementId, &Statement)> {
    from.body().statements.iter().enumerate().map(|(number, statement)| {
        (StatementId { entity: from.id, index: u32::try_from(number).unwrap_or(u32::MAX) }, statement)
    })
}

/// The published entities that `mentions` of `from` lead to, each once.
fn each_once(from: &PublicEntity, mentions: &[MentionId], found: &mut dyn FnMut(EntityId)) {
    let mut met = BTreeSet::new();
    for mention in mentions {
        if let Some(Link::To { entity, .. }) = from.link(*mention)
            && met.insert(*entity)
        {
            found(*entity);
        }
    }
}
