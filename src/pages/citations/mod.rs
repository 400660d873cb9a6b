//! The sources that pages cite: their numbers, their marks, and how the lists at the end name them. Knows that one source has one
//! number on a page; how an entry is written is the business of a style.

#[cfg(feature = "citations")]
mod csl;
mod facts;
mod numbering;
mod plain;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use self::facts::Facts;
use self::numbering::Numbering;
use super::context::Context;
use super::planner::Planner;
use super::views::{BackView, CitationView, MarkView};
use super::words;
use crate::document::body::{Chunk, Fragment};
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::html::escape;
use crate::foundation::language::Language;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};

/// The entries of lists of sources that were written before and may come again. A site without citations leaves it empty, and
/// no style is loaded for it.
#[derive(Debug, Default)]
pub struct Library {
    known: HashMap<Fingerprint, Fragment>,
    used: HashMap<Fingerprint, Fragment>,
}

/// What the citations of a site come to.
#[derive(Debug, Default)]
pub(super) struct Citations {
    /// For each document with citations, their numbers.
    numberings: BTreeMap<EntityId, Numbering>,
    /// For each language and each source that is cited in it, its entry, which all pages share.
    entries: BTreeMap<(Language, EntityId), Fragment>,
}

impl Library {
    /// Numbers the citations of all published documents and writes the entries that are not yet known. Entries depend on the
    /// source, the style and the language, and not on the page, so each is written once.
    pub(super) fn prepare(&mut self, planner: &Planner<'_>) -> Citations {
        let citing: Vec<_> = planner.site.entities().filter(|entity| !entity.body().citations.is_empty()).collect();
        let numberings: BTreeMap<_, _> =
            citing.into_par_iter().map(|entity| (entity.id, Numbering::of(entity))).collect();
        let wanted: BTreeSet<(Language, EntityId)> = numberings
            .iter()
            .filter_map(|(id, numbering)| Some((planner.site.get(*id)?, numbering)))
            .flat_map(|(entity, numbering)| {
                let language = entity.language(&planner.config.language);
                numbering.sources().map(|source| (language.clone(), source))
            })
            .collect();
        let items: Vec<_> = wanted
            .into_iter()
            .filter_map(|(language, source)| {
                let facts = facts(planner, source, &language)?;
                let key =
                    Fingerprint::of(&(&facts, &language, &planner.config.language, planner.config.citation_style));
                Some(((language, source), facts, key))
            })
            .collect();
        let written = self.write(planner, &items);
        self.used.extend(items.iter().zip(&written).map(|((_, _, key), entry)| (*key, entry.clone())));
        let entries = items.into_iter().zip(written).map(|((place, _, _), entry)| (place, entry)).collect();
        Citations { numberings, entries }
    }

    /// Forgets what was not used since the last time.
    pub(super) fn forget_unused(&mut self) {
        self.known = std::mem::take(&mut self.used);
    }

    fn write(&self, planner: &Planner<'_>, items: &[((Language, EntityId), Facts, Fingerprint)]) -> Vec<Fragment> {
        let is_new = |(_, _, key): &((Language, EntityId), Facts, Fingerprint)| !self.known.contains_key(key);
        let writer = items.iter().any(is_new).then(|| Writer::new(planner));
        items
            .par_iter()
            .map(|((language, _), facts, key)| match (self.known.get(key), &writer) {
                (Some(known), _) => known.clone(),
                (None, Some(writer)) => finished(&writer.entry(facts, language)),
                (None, None) => finished(&plain::entry(facts)),
            })
            .collect()
    }
}

/// The published facts about `source` for an entry in `language`.
fn facts(planner: &Planner<'_>, source: EntityId, language: &Language) -> Option<Facts> {
    let source = planner.site.get(source)?;
    let Fields::Source(fields) = source.fields() else { return None };
    let publisher = fields.publisher.and_then(|publisher| match source.link(publisher) {
        Some(Link::To { entity, .. }) => planner.site.get(*entity).map(|publisher| publisher.title().to_owned()),
        _ => None,
    });
    let words = |date: &Edtf| planner.tongue(language).map(|tongue| tongue.date(date));
    Some(Facts::new(source.title(), fields, publisher, words))
}

/// Writes entries: in the style of the site, and plainly where the style cannot.
struct Writer {
    #[cfg(feature = "citations")]
    style: csl::Machine,
}

#[cfg(feature = "citations")]
impl Writer {
    fn new(planner: &Planner<'_>) -> Self {
        Self { style: csl::Machine::load(planner.config.citation_style, &planner.config.language) }
    }

    fn entry(&self, facts: &Facts, language: &Language) -> String {
        self.style.entry(facts, language).unwrap_or_else(|| plain::entry(facts))
    }
}

#[cfg(not(feature = "citations"))]
impl Writer {
    fn new(_: &Planner<'_>) -> Self {
        Self {}
    }

    #[allow(clippy::unused_self, reason = "with the feature `citations` it holds the style")]
    fn entry(&self, facts: &Facts, _: &Language) -> String {
        plain::entry(facts)
    }
}

/// The marks of the citations in a piece of the text of `from`, by the index of the citation. A place in a source that is not published
/// is not shown.
pub(super) fn marks(page: &Context<'_>, from: &PublicEntity, chunks: &[Chunk]) -> BTreeMap<u32, Vec<MarkView>> {
    let Some(numbering) = page.planner.citations.numberings.get(&from.id) else { return BTreeMap::new() };
    let cited = chunks.iter().filter_map(|chunk| match chunk {
        Chunk::Citation(index) => Some(*index),
        _ => None,
    });
    let view = |index: u32| {
        let citation = from.body().citations.get(index as usize)?;
        let places = numbering.marks(index).iter().zip(&citation.sources);
        let marks = places.map(|(mark, source)| MarkView {
            number: mark.number,
            time: mark.time,
            locator: source.locator.clone().filter(|_| matches!(from.link(source.mention), Some(Link::To { .. }))),
            source: page.link(from, source.mention),
        });
        Some((index, marks.collect()))
    };
    cited.filter_map(view).collect()
}

/// The list of the sources that `entity` cites, by number; where its text is cut, of those that these pieces cite, which keep their
/// numbers. All that is not published is one entry, so that nothing can be counted.
pub(super) fn list(page: &Context<'_>, entity: &PublicEntity, pieces: Option<&[&[Chunk]]>) -> Vec<CitationView> {
    let Some(numbering) = page.planner.citations.numberings.get(&entity.id) else { return Vec::new() };
    let language = entity.language(&page.planner.config.language);
    let here = pieces.map(|pieces| numbering.marks_in(entity, pieces));
    let view = |(index, cited): (usize, &numbering::Cited)| {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let is_here = |time: &u32| here.as_ref().is_none_or(|here| here.contains(&(number, *time)));
        let back: Vec<BackView> = (1..=cited.times)
            .filter(is_here)
            .map(|time| BackView { anchor: MarkView::anchor(number, time), time })
            .collect();
        if back.is_empty() && here.is_some() {
            return None;
        }
        let source = cited.source.and_then(|source| page.planner.site.get(source));
        let entry = cited.source.and_then(|id| page.planner.citations.entries.get(&(language.clone(), id)));
        let fields = source.and_then(|source| match source.fields() {
            Fields::Source(fields) => Some(fields),
            _ => None,
        });
        Some(CitationView {
            number,
            anchor: format!("cite-{number}"),
            entry: entry
                .cloned()
                .unwrap_or_else(|| finished(&escape(&words::not_named(Kind::Source, page.planner.messages_of(entity)))))
                .into(),
            source: cited.source.and_then(|source| page.reference(source)),
            archived: fields.and_then(|fields| fields.archived.as_ref()).map(|address| address.value.clone()),
            seen: fields.is_none_or(|fields| !fields.unseen),
            back,
        })
    };
    numbering.list().iter().enumerate().filter_map(view).collect()
}

/// HTML of which every tag is ours and every text is escaped.
fn finished(html: &str) -> Fragment {
    Fragment(Arc::from([Chunk::Html(html.into())]))
}
