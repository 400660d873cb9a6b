//! Which names lead to which entities. Knows every id, title, alias, file name and path; it lists candidates and never chooses among them.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::entity::{Entity, EntityId};
use super::parts::{Found, Parts};
use crate::document::Document;
use crate::document::kind::Kind;
use crate::document::mention::Part;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::fold::{FoldKey, Spelling, nfc};
use crate::foundation::nearest::nearest;
use crate::foundation::slug::Slug;

mod room;

pub(super) use room::{Crowded, Replaced};

/// All entities of a site and their names.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    /// The entities at the places of their ids, in the order of their addresses. Between them there can be room for others that come later.
    slots: Vec<Option<Entity>>,
    /// Shared with the registry that is kept for the next time.
    names: Arc<HashMap<FoldKey, Vec<Name>>>,
    /// The parts of each entity's document, made when the first link names one.
    parts: Vec<Arc<OnceLock<Parts>>>,
    /// The entities in the order of the paths of their documents; nothing where two have one id.
    by_path: Option<Vec<EntityId>>,
}

/// A name of an entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    entity: EntityId,
    /// The name in normal form C, to tell whether a link is written exactly.
    exact: String,
}

/// An entity that a name can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The entity.
    pub entity: EntityId,
    /// Whether one of its names is written exactly so.
    pub is_exact: bool,
}

/// What a name is to the entity that it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOf {
    /// Its id.
    Id,
    /// Its title, name or label.
    Title,
    /// The name of its file.
    File,
    /// One of its aliases.
    Alias,
    /// A name in another language of the site.
    OtherLanguage,
    /// Its folder and its id or file name.
    Path,
}

impl Registry {
    /// Registers `documents`, which stand in the order of their paths. Two of one kind with one id are an error at both.
    /// The entities stand in the order of their addresses: the name of a file is nobody's business, and an order by it
    /// would tell something of a person who is not named.
    #[must_use]
    pub fn new(documents: &[Arc<Document>]) -> (Self, Vec<Diagnostic>) {
        Self::placed(documents, |kept| ((0..kept.len()).collect(), kept.len()))
    }

    /// As [`Self::new`], where `documents` are those of `main` in another language: each entity has its id there.
    pub(super) fn beside(main: &Self, documents: &[Arc<Document>]) -> Self {
        Self::placed(documents, |_| (main.entities().map(|entity| entity.id.index()).collect(), main.id_count())).0
    }

    /// `places` gives to the entities of these documents, which come in the order of their addresses, the places where they stand, and says how
    /// many places there are.
    fn placed(
        documents: &[Arc<Document>],
        places: impl FnOnce(&[(usize, &Arc<Document>)]) -> (Vec<usize>, usize),
    ) -> (Self, Vec<Diagnostic>) {
        let mut ids: HashMap<(Kind, &Slug), &Arc<Document>> = HashMap::new();
        let mut diagnostics = Vec::new();
        let mut kept: Vec<(usize, &Arc<Document>)> = Vec::with_capacity(documents.len());
        for (place, document) in documents.iter().enumerate() {
            if let Some(first) = ids.get(&(document.kind, &document.id.value)) {
                diagnostics.push(same_id(first, document));
                continue;
            }
            ids.insert((document.kind, &document.id.value), document);
            kept.push((place, document));
        }
        kept.sort_by_cached_key(|(_, document)| address(document));
        let (places, slots) = places(&kept);
        let mut registry = Self {
            slots: vec![None; slots],
            parts: std::iter::repeat_with(Arc::default).take(slots).collect(),
            ..Self::default()
        };
        let kept: Vec<_> = kept.into_iter().zip(places.into_iter().map(EntityId::at)).collect();
        let keyed: Vec<_> = kept.par_iter().map(|((_, document), entity)| keyed(*entity, document)).collect();
        let mut names: HashMap<FoldKey, Vec<Name>> = HashMap::with_capacity(keyed.iter().map(BTreeSet::len).sum());
        let mut by_path = vec![EntityId::at(0); documents.len()];
        for ((place, document), entity) in kept {
            if let Some(own) = by_path.get_mut(place) {
                *own = entity;
            }
            if let Some(slot) = registry.slots.get_mut(entity.index()) {
                *slot = Some(Entity { id: entity, document: Arc::clone(document) });
            }
        }
        for (key, name) in keyed.into_iter().flatten() {
            names.entry(key).or_default().push(name);
        }
        registry.names = Arc::new(names);
        registry.by_path = diagnostics.is_empty().then_some(by_path);
        (registry, diagnostics)
    }

    /// What `part` of the document of `entity` means.
    pub(super) fn find_part(&self, entity: EntityId, part: &Part) -> Found {
        let (Some(of), Some(parts)) = (self.get(entity), self.parts.get(entity.index())) else { return Found::Nothing };
        parts.get_or_init(|| Parts::of(&of.document)).find(part)
    }

    /// The entities that `name` can mean, each once, in the order of their addresses.
    #[must_use]
    pub fn candidates(&self, name: &str) -> Vec<Candidate> {
        self.spelt(name, &Spelling::of(name))
    }

    /// As [`Self::candidates`], for a `name` whose `spelling` is known.
    #[must_use]
    pub fn spelt(&self, name: &str, spelling: &Spelling) -> Vec<Candidate> {
        let own = self.names.get(&spelling.key).map(Vec::as_slice).unwrap_or_default().iter();
        let exact = spelling.exact(name);
        let candidate = |own: &Name| Candidate { entity: own.entity, is_exact: own.exact == exact };
        let mut found: Vec<Candidate> = own.map(candidate).collect();
        // Of several that are one entity the last is exact, if one is.
        found.sort();
        found.dedup_by(|later, kept| {
            let is_one = later.entity == kept.entity;
            kept.is_exact |= is_one && later.is_exact;
            is_one
        });
        found
    }

    /// By which of its names `name` means `entity`, each with whether it is written exactly so.
    #[must_use]
    pub fn meant_by(&self, entity: EntityId, name: &str) -> Vec<(NameOf, bool)> {
        let (key, exact) = (FoldKey::of(name), nfc(name));
        let Some(entity) = self.get(entity) else { return Vec::new() };
        let mut found: Vec<(NameOf, bool)> = Vec::new();
        for (of, own) in names_of(&entity.document).into_iter().filter(|(_, own)| FoldKey::of(own) == key) {
            let is_exact = nfc(&own) == exact;
            match found.iter_mut().find(|(known, _)| *known == of) {
                Some((_, known)) => *known |= is_exact,
                None => found.push((of, is_exact)),
            }
        }
        found
    }

    /// The entities that `name` can mean in a citation: those with such an id or file name, each once, in the order of their paths.
    #[must_use]
    pub fn cited(&self, name: &str) -> Vec<Candidate> {
        let (key, exact) = (FoldKey::of(name), nfc(name));
        let found = self.candidates(name).into_iter().filter_map(|candidate| {
            let entity = self.get(candidate.entity)?;
            let names = names_in_citations(entity);
            let is_named = names.iter().any(|name| FoldKey::of(name) == key);
            let is_exact = names.iter().any(|name| nfc(name) == exact);
            is_named.then_some(Candidate { is_exact, ..candidate })
        });
        found.collect()
    }

    /// Up to `count` ids of sources: those that have `name` as their title or alias, then those that are spelt most like it.
    #[must_use]
    pub fn nearest_sources(&self, name: &str, count: usize) -> Vec<&str> {
        let sources = || self.entities().filter(|entity| entity.kind() == Kind::Source);
        let called: Vec<EntityId> = self.candidates(name).into_iter().map(|candidate| candidate.entity).collect();
        let called = sources().filter(|source| called.contains(&source.id)).map(|source| source.slug().as_str());
        let mut found: Vec<&str> = called.collect();
        for near in nearest(name, sources().map(|source| source.slug().as_str()), count) {
            if !found.contains(&near) {
                found.push(near);
            }
        }
        found.truncate(count);
        found
    }

    /// The name in which a citation means `entity` and nothing else, if it has one.
    #[must_use]
    pub fn unambiguous_citation(&self, entity: EntityId) -> Option<String> {
        let is_source = |candidate: &Candidate| self.get(candidate.entity).is_some_and(|e| e.kind() == Kind::Source);
        let names = names_in_citations(self.get(entity)?);
        let mut alone = names.into_iter().filter(|name| self.cited(name).iter().filter(|c| is_source(c)).count() == 1);
        alone.next().map(str::to_owned)
    }

    /// Up to `count` titles and aliases that are spelt most like `name`, nearest first.
    #[must_use]
    pub fn nearest(&self, name: &str, count: usize) -> Vec<String> {
        let known = self.entities().flat_map(|entity| {
            let document = &entity.document;
            let aliases = document.common.aliases.iter().map(|alias| alias.value.as_str());
            [document.title.value.as_str(), document.id.value.as_str()].into_iter().chain(aliases)
        });
        nearest(name, known, count).into_iter().map(str::to_owned).collect()
    }

    /// The name in which a link leads to `entity` and to nothing else, in the form `[[…]]` takes it.
    #[must_use]
    pub fn unambiguous_name(&self, entity: EntityId) -> String {
        let Some(entity) = self.get(entity) else { return String::new() };
        match entity.kind().folder() {
            Some(folder) => format!("{folder}/{}", entity.slug()),
            None => format!("page:{}", entity.slug()),
        }
    }

    /// The entity with this id.
    #[must_use]
    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        self.slots.get(id.index())?.as_ref()
    }

    /// All entities, in the order of their addresses.
    #[must_use]
    pub fn entities(&self) -> impl DoubleEndedIterator<Item = &Entity> + Clone {
        self.slots.iter().flatten()
    }

    /// The entities at the places of their ids; not every place is taken.
    #[must_use]
    pub fn slots(&self) -> &[Option<Entity>] {
        &self.slots
    }

    /// How many ids there are; a list that holds one value for each [`EntityId`] has this length.
    #[must_use]
    pub fn id_count(&self) -> usize {
        self.slots.len()
    }
}

/// The names of `document` by their keys.
fn keyed(entity: EntityId, document: &Document) -> BTreeSet<(FoldKey, Name)> {
    let names = names_of(document).into_iter();
    let name = move |(_, name): (NameOf, String)| (FoldKey::of(&name), Name { entity, exact: nfc(&name) });
    names.map(name).filter(|(key, _)| !key.is_empty()).collect()
}

/// Every name by which links find `document`, with what it is.
fn names_of(document: &Document) -> Vec<(NameOf, String)> {
    let mut names = vec![
        (NameOf::Id, document.id.value.to_string()),
        (NameOf::Title, document.title.value.clone()),
        (NameOf::File, document.stem.clone()),
    ];
    names.extend(document.common.aliases.iter().map(|alias| (NameOf::Alias, alias.value.clone())));
    names.extend(document.found_as.iter().map(|name| (NameOf::OtherLanguage, name.clone())));
    if let Some(folder) = document.kind.folder() {
        names.push((NameOf::Path, format!("{folder}/{}", document.id.value)));
    }
    let path = document.path.as_str();
    let below = path.strip_prefix("content/").unwrap_or(path);
    let mut rest = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
    while rest.contains('/') {
        names.push((NameOf::Path, rest.to_owned()));
        rest = rest.split_once('/').map_or("", |(_, tail)| tail);
    }
    names
}

/// What orders entities: as their addresses do.
fn address(document: &Document) -> String {
    let folder = document.kind.folder().map_or_else(String::new, |folder| format!("{folder}/"));
    format!("{folder}{}/", document.id.value)
}

/// The names by which a citation finds an entity.
fn names_in_citations(entity: &Entity) -> [&str; 2] {
    [entity.document.id.value.as_str(), entity.document.stem.as_str()]
}

fn same_id(first: &Document, second: &Document) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateId,
        second.id.span,
        format!(
            "two documents of the kind {} have the id `{}`: {} and {}",
            second.kind, second.id.value, first.path, second.path
        ),
    )
    .label(first.id.span, "the first one")
    .help("give one of them an `id:` of its own in the front matter; if they are the same, make them one file")
}
