//! The numbers of the citations of one document. Knows their order on the page, not what the sources are.

use std::collections::{BTreeSet, HashMap};

use crate::document::body::{Chunk, Fragment};
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};

/// The numbers that the sources of one document have on its page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Numbering {
    /// For each citation of the body, its marks.
    marks: Vec<Vec<Mark>>,
    list: Vec<Cited>,
}

/// A mark in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The number of its source, from 1.
    pub number: u32,
    /// Which mark of this source it is, from 1.
    pub time: u32,
}

/// An entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cited {
    /// The source; nothing for all that is not published.
    pub source: Option<EntityId>,
    /// How many marks lead to it.
    pub times: u32,
}

impl Numbering {
    /// Numbers the sources that `entity` cites in the order of their first marks on its page.
    pub(super) fn of(entity: &PublicEntity) -> Self {
        let body = entity.body();
        let mut numbering = Self { marks: vec![Vec::new(); body.citations.len()], list: Vec::new() };
        let mut numbers = HashMap::new();
        let mut indexes = Vec::new();
        collect(&body.content.open().0, &mut indexes, &|index| {
            body.statements.get(index as usize).map(|said| said.words.unshown())
        });
        for index in indexes {
            let Some(citation) = body.citations.get(index as usize) else { continue };
            for source in &citation.sources {
                let target = match entity.link(source.mention) {
                    Some(Link::To { entity, .. }) => Some(*entity),
                    _ => None,
                };
                let mark = numbering.mark(target, &mut numbers);
                if let Some(marks) = numbering.marks.get_mut(index as usize) {
                    marks.push(mark);
                }
            }
        }
        numbering
    }

    fn mark(&mut self, source: Option<EntityId>, numbers: &mut HashMap<Option<EntityId>, usize>) -> Mark {
        let index = *numbers.entry(source).or_insert_with(|| {
            self.list.push(Cited { source, times: 0 });
            self.list.len() - 1
        });
        let time = self.list.get_mut(index).map_or(1, |cited| {
            cited.times += 1;
            cited.times
        });
        Mark { number: u32::try_from(index + 1).unwrap_or(u32::MAX), time }
    }

    /// The marks of the citation with this index.
    pub(super) fn marks(&self, citation: u32) -> &[Mark] {
        self.marks.get(citation as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// The marks in these pieces of the text of `entity`: the number of each and which time it is.
    pub(super) fn marks_in(&self, entity: &PublicEntity, pieces: &[&[Chunk]]) -> BTreeSet<(u32, u32)> {
        let mut indexes = Vec::new();
        for chunks in pieces {
            collect(chunks, &mut indexes, &|index| {
                entity.body().statements.get(index as usize).map(|said| said.words.unshown())
            });
        }
        let marks = indexes.into_iter().flat_map(|index| self.marks(index));
        marks.map(|mark| (mark.number, mark.time)).collect()
    }

    /// The entries of the list, by number.
    pub(super) fn list(&self) -> &[Cited] {
        &self.list
    }

    /// The published sources.
    pub(super) fn sources(&self) -> impl Iterator<Item = EntityId> {
        self.list.iter().filter_map(|cited| cited.source)
    }
}

/// The citations in `chunks` in the order of the page, those in statements in their places. Statements hold no statements.
fn collect<'a>(chunks: &'a [Chunk], into: &mut Vec<u32>, statement: &dyn Fn(u32) -> Option<&'a Fragment>) {
    for chunk in chunks {
        match chunk {
            Chunk::Citation(index) => into.push(*index),
            Chunk::Statement(index) => {
                if let Some(words) = statement(*index) {
                    collect(&words.0, into, &|_| None);
                }
            }
            _ => {}
        }
    }
}
