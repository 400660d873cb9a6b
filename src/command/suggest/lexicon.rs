//! The names of a site as a tree of words, and where they stand in a text. Knows spellings; whether a name may be linked is said
//! elsewhere.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::near::Neighbours;
use super::words::{Case, Gap, Spelling, Word, spelling, words};
use crate::document::kind::Kind;
use crate::graph::Site;
use crate::graph::entity::{Entity, EntityId};

/// The kinds that a text speaks of by name.
const KINDS: [Kind; 5] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Event, Kind::Case];
/// The shortest name of one word, in letters.
const SHORTEST: usize = 3;
/// The fewest letters of a name that may differ by two edits.
const LONG: usize = 8;
const MOST_EDITS: usize = 2;

/// A name of an entity.
pub(super) struct Name {
    pub(super) entity: EntityId,
    /// Its words and their numbers, each with what is before it.
    pub(super) parts: Vec<(Gap, u32, String)>,
}

/// All names.
pub(super) struct Lexicon {
    pub(super) names: Vec<Name>,
    /// The keys of all words, by their numbers.
    pub(super) words: Vec<String>,
    pub(super) neighbours: Neighbours,
    /// How many people have a word in their names.
    pub(super) bearers: HashMap<u32, BTreeSet<EntityId>>,
    numbers: HashMap<String, u32>,
    edges: HashMap<(u32, Gap, u32), u32>,
    ends: HashMap<u32, Vec<u32>>,
    /// The last words of the full names of people, as they are written.
    surnames: HashMap<u32, Vec<(EntityId, String)>>,
}

/// Names at a place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The last word.
    pub(super) last: usize,
    /// The byte after the name; what follows in the last word is an ending behind an apostrophe.
    pub(super) end: usize,
    /// Whose names they are, each once.
    pub(super) entities: Vec<EntityId>,
    /// Whether the letters are those of a name.
    pub(super) is_exact: bool,
}

impl Lexicon {
    /// The names of everybody and everything in `site` that is named; `main` is the site in its own language.
    pub(super) fn new(site: &Site, main: &Site) -> Self {
        let mut lexicon = Self {
            names: Vec::new(),
            words: Vec::new(),
            neighbours: Neighbours::new(&[]),
            bearers: HashMap::new(),
            numbers: HashMap::new(),
            edges: HashMap::new(),
            ends: HashMap::new(),
            surnames: HashMap::new(),
        };
        for entity in site.registry.entities().filter(|entity| is_named(entity)) {
            let document = &entity.document;
            let title = document.title.value.as_str();
            let main_title = main.registry.get(entity.id).map_or(title, |main| &main.document.title.value);
            let aliases = document.common.aliases.iter().map(|alias| alias.value.as_str());
            let found_as = document.found_as.iter().map(String::as_str);
            let mut names = HashSet::new();
            for name in [title, main_title].into_iter().chain(aliases).chain(found_as) {
                if names.insert(name) {
                    lexicon.add(entity, name, name == title || name == main_title);
                }
            }
        }
        lexicon.neighbours = Neighbours::new(&lexicon.words);
        lexicon
    }

    fn add(&mut self, entity: &Entity, name: &str, is_title: bool) {
        let found = words(name);
        let is_person = entity.kind() == Kind::Person;
        let is_whole = found.iter().skip(1).all(|word| word.gap != Gap::Wall);
        if !is_whole
            || found.first().is_none_or(|first| first.case == Case::Small)
            || !may_be_told(entity, name, &found)
        {
            return;
        }
        let mut parts = Vec::with_capacity(found.len());
        let mut node = 0;
        for (index, word) in found.into_iter().enumerate() {
            let number = self.number(word.key(name));
            let written = name.get(word.range).unwrap_or_default();
            let gap = if index == 0 { Gap::Wall } else { word.gap };
            let next = u32::try_from(self.edges.len() + 1).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, gap, number)).or_insert(next);
            if is_person {
                self.bearers.entry(number).or_default().insert(entity.id);
            }
            parts.push((gap, number, written.to_owned()));
        }
        if let (true, true, Some((_, number, written))) = (is_person, is_title, parts.last()) {
            self.surnames.entry(*number).or_default().push((entity.id, written.clone()));
        }
        let index = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.ends.entry(node).or_default().push(index);
        self.names.push(Name { entity: entity.id, parts });
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.numbers.get(word) {
            return *known;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.to_owned(), number);
        self.words.push(word.to_owned());
        number
    }

    fn step(&self, node: u32, gap: Gap, word: &str) -> Option<u32> {
        self.edges.get(&(node, gap, *self.numbers.get(word)?)).copied()
    }

    fn named_at(&self, node: u32) -> impl Iterator<Item = &Name> {
        self.ends.get(&node).into_iter().flatten().filter_map(|name| self.names.get(*name as usize))
    }

    /// The people and things whose name is `parts`, with another word at `place`.
    pub(super) fn with_other_word(&self, parts: &[(Gap, u32, String)], place: usize, word: u32) -> Vec<EntityId> {
        let mut node = 0;
        for (index, (gap, number, _)) in parts.iter().enumerate() {
            let number = if index == place { word } else { *number };
            let Some(next) = self.edges.get(&(node, *gap, number)) else { return Vec::new() };
            node = *next;
        }
        self.named_at(node).map(|name| name.entity).collect()
    }

    /// The longest name that begins at the word `first` of a text.
    pub(super) fn longest(&self, text: &str, all: &[Word], first: usize) -> Option<Found> {
        let mut node = 0;
        let mut best = None;
        for (last, word) in all.iter().enumerate().skip(first) {
            if last > first && word.gap == Gap::Wall {
                break;
            }
            let gap = if last == first { Gap::Wall } else { word.gap };
            if let Some((cut, key)) = word.stem(text)
                && let Some(end) = self.step(node, gap, key)
            {
                best = self.spelt(end, text, all, first..last + 1, word.range.start + cut.len()).or(best);
            }
            let Some(next) = self.step(node, gap, word.key(text)) else { break };
            node = next;
            best = self.spelt(node, text, all, first..last + 1, word.range.end).or(best);
        }
        best
    }

    /// Whose names end at `node`, of those whose letters fit the words `range` of the text, which ends at byte `end`.
    fn spelt(&self, node: u32, text: &str, all: &[Word], range: std::ops::Range<usize>, end: usize) -> Option<Found> {
        let mut entities = BTreeSet::new();
        let mut best = Spelling::Small;
        for name in self.named_at(node) {
            let found = Self::spelling(name, text, all.get(range.clone()).unwrap_or_default(), end);
            let is_fit = if name.parts.len() == 1 { found == Spelling::Same } else { found != Spelling::Small };
            if is_fit {
                entities.insert(name.entity);
                best = best.min(found);
            }
        }
        let is_surname = range.len() == 1
            && all.get(range.start).is_some_and(|word| {
                let has_ending = end < word.range.end;
                let key = word.stem(text).filter(|_| has_ending).map_or(word.key(text), |(_, key)| key);
                self.numbers.get(key).is_some_and(|number| self.bearers.contains_key(number))
            });
        (!entities.is_empty() && !is_surname).then(|| Found {
            last: range.end - 1,
            end,
            entities: entities.into_iter().collect(),
            is_exact: best == Spelling::Same,
        })
    }

    /// How the words are spelt, compared with those of `name`; the worst word counts.
    fn spelling(name: &Name, text: &str, found: &[Word], end: usize) -> Spelling {
        let written = |word: &Word| text.get(word.range.start..word.range.end.min(end)).unwrap_or_default().to_owned();
        let pairs = name.parts.iter().zip(found);
        pairs.map(|((_, _, part), word)| spelling(&written(word), part)).max().unwrap_or(Spelling::Small)
    }

    /// The name that the words from `first` on almost are: by the fewest edits, of those the longest.
    pub(super) fn almost(&self, text: &str, all: &[Word], first: usize) -> Option<Found> {
        let mut search = Almost { lexicon: self, text, all, first, best: None };
        search.walk(0, first, 0);
        search.best.map(|(_, found)| found)
    }

    /// The people whose surname the word is, when it stands for more than one.
    pub(super) fn surname(&self, text: &str, word: &Word) -> Option<(std::ops::Range<usize>, Vec<EntityId>)> {
        let run = text.get(word.range.clone()).unwrap_or_default();
        [Some((run, word.key(text))), word.stem(text)].into_iter().flatten().find_map(|(written, key)| {
            let people = self.surnames.get(self.numbers.get(key)?)?;
            let same: BTreeSet<EntityId> = people
                .iter()
                .filter(|(_, name)| spelling(written, name) == Spelling::Same)
                .map(|(entity, _)| *entity)
                .collect();
            let range = word.range.start..word.range.start + written.len();
            (same.len() > 1).then(|| (range, same.into_iter().collect()))
        })
    }
}

/// A search for a name with few edits.
struct Almost<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    all: &'a [Word],
    first: usize,
    best: Option<(usize, Found)>,
}

impl Almost<'_> {
    fn walk(&mut self, node: u32, at: usize, edits: usize) {
        let Some(word) = self.all.get(at).filter(|word| at == self.first || word.gap != Gap::Wall) else { return };
        let gap = if at == self.first { Gap::Wall } else { word.gap };
        if let Some((cut, key)) = word.stem(self.text) {
            for (next, more) in self.steps(node, gap, key) {
                self.end(next, at, word.range.start + cut.len(), edits + more);
            }
        }
        for (next, more) in self.steps(node, gap, word.key(self.text)) {
            self.end(next, at, word.range.end, edits + more);
            if edits + more <= MOST_EDITS {
                self.walk(next, at + 1, edits + more);
            }
        }
    }

    /// Where a word leads: itself, or, when no name has it, those that it almost is.
    fn steps(&self, node: u32, gap: Gap, word: &str) -> Vec<(u32, usize)> {
        let lexicon = self.lexicon;
        if lexicon.numbers.contains_key(word) {
            return lexicon.step(node, gap, word).map(|next| (next, 0)).into_iter().collect();
        }
        let near = lexicon.neighbours.of(word, &lexicon.words);
        let step = |(number, edits): &(u32, usize)| Some((*lexicon.edges.get(&(node, gap, *number))?, *edits));
        near.iter().filter_map(step).collect()
    }

    fn end(&mut self, node: u32, last: usize, end: usize, edits: usize) {
        if edits == 0 || edits > MOST_EDITS || last == self.first {
            return;
        }
        let found = self.all.get(self.first..=last).unwrap_or_default();
        let entities: BTreeSet<EntityId> = self
            .lexicon
            .named_at(node)
            .filter(|name| {
                let letters: usize = name.parts.iter().map(|(_, _, word)| word.chars().count()).sum();
                let pairs = || name.parts.iter().zip(found);
                (edits < MOST_EDITS || letters >= LONG)
                    && pairs().all(|((_, _, part), word)| spelling(self.written(word), part) != Spelling::Small)
            })
            .map(|name| name.entity)
            .collect();
        let is_better = self.best.as_ref().is_none_or(|(least, best)| (edits, best.last) < (*least, last));
        if !entities.is_empty() && is_better {
            let entities = entities.into_iter().collect();
            self.best = Some((edits, Found { last, end, entities, is_exact: false }));
        }
    }

    fn written(&self, word: &Word) -> &str {
        self.text.get(word.range.clone()).unwrap_or_default()
    }
}

/// Whether an entity has a name, and one that may be told.
pub(super) fn is_named(entity: &Entity) -> bool {
    KINDS.contains(&entity.kind()) && !entity.document.is_unnamed() && entity.document.common.withdrawn.is_none()
}

/// A surname alone is no name of a person; a word alone is one of an organisation or a place.
fn may_be_told(entity: &Entity, name: &str, found: &[Word]) -> bool {
    match found {
        [word] => {
            let letters = name.get(word.range.clone()).map_or(0, |word| word.chars().count());
            matches!(entity.kind(), Kind::Organisation | Kind::Place) && letters >= SHORTEST
        }
        _ => true,
    }
}

/// The people of `site` who have a name.
pub(super) fn people(site: &Site) -> HashSet<EntityId> {
    let people = site.registry.entities();
    people.filter(|entity| entity.kind() == Kind::Person && is_named(entity)).map(|entity| entity.id).collect()
}
