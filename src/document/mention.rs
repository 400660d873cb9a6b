//! Mentions: links to something in the site, as they are written. They hold names, not ids; what they mean is decided in `graph`.

use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::kind::Kind;
use crate::foundation::fold::{FoldKey, Spelling};
use crate::foundation::span::Span;

/// A mention's place in [`super::Document::mentions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MentionId(u32);

impl MentionId {
    /// The id of the mention at `index` in its document's list.
    #[must_use]
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index in the document's list.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A link to something in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The name as written.
    pub target: Target,
    /// The label after `|`, as plain text.
    pub label: Option<Box<str>>,
    /// The name and label in the text, without the brackets.
    pub span: Span,
    /// Where it stands.
    pub place: Place,
}

/// Of what was written, wherever in the file it stands.
impl Hash for Mention {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { target, label, span: _, place } = self;
        (target, label, place).hash(state);
    }
}

/// What stands between the brackets before `|`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target {
    /// The kind before a colon: `person:Kurt`.
    pub kind: Option<Kind>,
    /// The name: an id, title, alias, file name or `folder/file`. Empty for a part of the same page.
    pub name: Name,
    /// What stands after `#`.
    pub part: Option<Box<Part>>,
}

impl Target {
    /// What `name` means, or a part of it.
    #[must_use]
    pub fn new(kind: Option<Kind>, name: &str, part: Option<Part>) -> Self {
        Self { kind, name: Name::of(name), part: part.map(Box::new) }
    }
}

/// A name as it stands in links, with the way in which it is looked for, so that this is not worked out again whenever links are bound
/// anew. Cloning is cheap.
#[derive(Clone)]
pub struct Name(Arc<Written>);

struct Written {
    text: Box<str>,
    spelling: Spelling,
    /// One of [`Few::PLACES`], by the key of the spelling.
    place: u16,
}

impl Name {
    /// What `text` names.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let spelling = Spelling::of(text);
        let place = Few::place(&spelling.key);
        Self(Arc::new(Written { text: text.into(), spelling, place }))
    }

    /// The name as it is looked for.
    #[must_use]
    pub fn spelling(&self) -> &Spelling {
        &self.0.spelling
    }
}

impl std::ops::Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.text
    }
}

impl std::borrow::Borrow<str> for Name {
    fn borrow(&self) -> &str {
        self
    }
}

/// The spelling follows from the letters.
impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || **self == **other
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

/// A few names, for which many links are looked through: most of them are told from these without a look at a letter.
#[derive(Debug)]
pub struct Few<'k> {
    keys: &'k HashSet<FoldKey>,
    /// The places of the keys, a bit for each.
    places: Vec<u64>,
}

impl<'k> Few<'k> {
    const PLACES: u16 = 1 << 14;

    /// The names with these keys.
    #[must_use]
    pub fn of(keys: &'k HashSet<FoldKey>) -> Self {
        let mut places = vec![0; usize::from(Self::PLACES / 64)];
        for place in keys.iter().map(Self::place) {
            if let Some(bits) = places.get_mut(usize::from(place / 64)) {
                *bits |= 1 << (place % 64);
            }
        }
        Self { keys, places }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether `name` meets one of them.
    #[must_use]
    pub fn has(&self, name: &Name) -> bool {
        let Written { spelling, place, .. } = &*name.0;
        let bits = self.places.get(usize::from(place / 64)).copied().unwrap_or(0);
        bits & (1 << (place % 64)) != 0 && self.keys.contains(&spelling.key)
    }

    fn place(key: &FoldKey) -> u16 {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        // Below the number of places, which is one of 16 bits.
        u16::try_from(hasher.finish() % u64::from(Self::PLACES)).unwrap_or(0)
    }
}

/// The names in the links of many documents, each of them once: most links lead to the same few.
#[derive(Default)]
pub struct Names([Mutex<HashSet<Name>>; 16]);

impl Names {
    /// Names that are known already take the place of equal ones in `mentions`; the others are known from now on.
    pub fn share(&self, mentions: &mut [Mention]) {
        for mention in mentions {
            let name = &mut mention.target.name;
            let Some(of_length) = self.0.get(name.len() % self.0.len()) else { continue };
            let mut known = of_length.lock().unwrap_or_else(PoisonError::into_inner);
            match known.get(&**name) {
                Some(first) => *name = first.clone(),
                None => _ = known.insert(name.clone()),
            }
        }
    }
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    /// `#Heading`.
    Heading(String),
    /// `#^id`: a statement or a block.
    Block(String),
}

/// Where a mention stands in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the running text; the index of its sentence in [`super::body::Body::sentences`].
    Text {
        /// The sentence's index.
        sentence: u32,
    },
    /// An embed, `![[name]]`.
    Embed,
    /// A citation of a source, `[@name]`.
    Citation {
        /// The index of the sentence that it follows in [`super::body::Body::sentences`]; nothing where it follows no words.
        sentence: Option<u32>,
    },
    /// A key of the front matter.
    Field(FieldKey),
    /// A line of a statement; the index in [`super::body::Body::statements`].
    Statement {
        /// The statement's index.
        statement: u32,
        /// Which line.
        role: StatementRole,
    },
}

/// What a mention is to the statement that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementRole {
    /// Whoever said it.
    Speaker,
    /// Whom or what it is about.
    About,
    /// The source that reports it.
    Via,
    /// The other end of a relation.
    Relation,
    /// Named in its words; its sentence is found through the statement.
    Words,
    /// A source that is cited in its words. What the statement itself rests on is its `via`.
    Cited,
}

/// A front-matter key that holds links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKey {
    /// A key of the model, by its name.
    Named(&'static str),
    /// A role key of the site's configuration, by its place in the settings.
    Role(RoleKey),
}

/// A role that people have at a hearing or in a case: an index into [`super::Settings::roles`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleKey(pub u16);

/// The mentions of one document while it is being read.
#[derive(Debug, Default)]
pub struct MentionTable(Vec<Mention>);

impl MentionTable {
    /// Adds a mention and gives its id.
    pub fn add(&mut self, mention: Mention) -> MentionId {
        let id = MentionId::at(self.0.len());
        self.0.push(mention);
        id
    }

    /// The mentions added so far.
    #[must_use]
    pub fn as_slice(&self) -> &[Mention] {
        &self.0
    }

    /// All mentions, in the order in which they were added.
    #[must_use]
    pub fn finish(self) -> std::sync::Arc<[Mention]> {
        self.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_many_links_is_kept_once() {
        let span = Span::start_of(crate::foundation::span::FileId::of_path("a.md"));
        let mention =
            |name: &str| Mention { target: Target::new(None, name, None), label: None, span, place: Place::Embed };
        let names = Names::default();
        let mut first = [mention("İlhami Balı"), mention("Kurt")];
        let mut second = [mention("Kurt"), mention("İlhami Balı"), mention("kurt")];
        names.share(&mut first);
        names.share(&mut second);
        let is_one = |one: &Mention, other: &Mention| Arc::ptr_eq(&one.target.name.0, &other.target.name.0);
        assert!(is_one(&first[0], &second[1]) && is_one(&first[1], &second[0]));
        assert!(!is_one(&second[0], &second[2]), "names are told apart by their letters");
        assert_eq!(second, [mention("Kurt"), mention("İlhami Balı"), mention("kurt")]);
    }

    #[test]
    fn few_names_are_told_from_many() {
        let keys = ["Kurt", "İlhami Balı", "people/ada"].map(FoldKey::of).into();
        let few = Few::of(&keys);
        for spelling in ["Kurt", "KURT", "ilhami bali", "people/ada"] {
            assert!(few.has(&Name::of(spelling)), "{spelling}");
        }
        // So many that some share a place with one of the few.
        let others: Vec<Name> = (0..100_000).map(|number| Name::of(&format!("Person {number}"))).collect();
        let wanted = keys.iter().map(Few::place).collect::<HashSet<_>>();
        assert!(others.iter().any(|name| wanted.contains(&name.0.place)));
        assert!(others.iter().all(|name| !few.has(name)));
        assert!(Few::of(&HashSet::new()).is_empty());
    }
}
