//! About how much the pieces of a text weigh on a page. Knows what each becomes there at most, not where a text is cut.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Body, Chunk};
use crate::document::mention::MentionId;

/// The most that a page or section weighs that another page shows; of a longer one only the beginning is shown.
pub const EMBEDDED: usize = 7_600;
/// The most relations to other statements, and the most origins, that a statement shows where it stands: many statements stand on one
/// page.
pub const RELATED: usize = 5;
/// What is counted for a page or section that is shown: what it holds, and where it comes from.
const SECTION: usize = EMBEDDED + 400;
/// What is counted for a statement of another page.
const STATEMENT: usize = 6_000;

/// The weights of the chunks of one body.
pub(super) struct Scale<'a> {
    pub(super) body: &'a Body,
    /// Its text.
    pub(super) chunks: &'a [Chunk],
    /// The chunks of each footnote, by its number.
    pub(super) notes: BTreeMap<u32, Range<usize>>,
    /// Where the text ends and its footnotes begin.
    pub(super) end: usize,
    /// What the first chunks weigh together: none, one, two, ….
    sums: Vec<usize>,
}

impl<'a> Scale<'a> {
    /// The weights of the text `chunks` of `body`, of whose embeds `is_statement` says which show a statement.
    pub(super) fn of_page(body: &'a Body, chunks: &'a [Chunk], is_statement: impl Fn(MentionId) -> bool) -> Self {
        Self::new(body, chunks, |mention| if is_statement(mention) { STATEMENT } else { SECTION })
    }

    /// The weights of the text `chunks` of `body` where what it shows of other pages is counted by itself.
    pub(super) fn without_embeds(body: &'a Body, chunks: &'a [Chunk]) -> Self {
        Self::new(body, chunks, |_| 0)
    }

    fn new(body: &'a Body, chunks: &'a [Chunk], embed: impl Fn(MentionId) -> usize) -> Self {
        let end = chunks.iter().position(|chunk| *chunk == Chunk::FootnotesStart).unwrap_or(chunks.len());
        let mut scale = Self { body, chunks, notes: notes(chunks, end), end, sums: Vec::with_capacity(end + 1) };
        let mut sum = 0;
        scale.sums.push(sum);
        for chunk in chunks.iter().take(end) {
            sum += match chunk {
                Chunk::Embed(mention) => embed(*mention),
                chunk => scale.weight(chunk),
            };
            scale.sums.push(sum);
        }
        scale
    }

    /// What the chunks in `range` weigh together.
    pub(super) fn of(&self, range: &Range<usize>) -> usize {
        let sum = |at: usize| self.sums.get(at).or(self.sums.last()).copied().unwrap_or_default();
        sum(range.end) - sum(range.start)
    }

    /// What `chunk` adds to a page: the bytes of a text, which at worst packs to three quarters of them, and for all else more than it
    /// comes to when packed.
    pub(super) fn weight(&self, chunk: &Chunk) -> usize {
        let body = self.body;
        match chunk {
            Chunk::Html(html) => html.len(),
            Chunk::Link { label, .. } => 60 + label.as_ref().map_or(0, |label| label.len()),
            Chunk::Citation(index) => 150 * body.citations.get(*index as usize).map_or(0, |found| found.sources.len()),
            Chunk::Embed(_) => SECTION,
            Chunk::FileAddress(_) => 60,
            Chunk::Picture(picture) => 600 + picture.alt.len(),
            Chunk::HeadingStart(_) => 160,
            Chunk::Anchor(_) | Chunk::Label(_) | Chunk::NoteBack { .. } => 40,
            Chunk::FootnoteMark { number, .. } => {
                let note = self.notes.get(number).and_then(|range| self.chunks.get(range.clone()));
                // A footnote leads back to the marks beside it alone, so each mark brings one way back.
                let of_text = |chunk: &Chunk| match chunk {
                    Chunk::FootnoteMark { .. } => 100,
                    Chunk::NoteBack { .. } => 0,
                    chunk => self.weight(chunk),
                };
                100 + note.unwrap_or_default().iter().map(of_text).sum::<usize>()
            }
            Chunk::Statement(index) => {
                let Some(statement) = body.statements.get(*index as usize) else { return 0 };
                let words = statement.words.unshown().0.iter().map(|chunk| self.weight(chunk)).sum::<usize>();
                let translation = statement.translation.as_ref();
                let translation = translation.map_or(0, |translation| translation.text.unshown().len());
                let relations = statement.relations.len().min(RELATED);
                let named = statement.about.len() + statement.via.len() + 2 * relations;
                250 + words + translation + 60 * named
            }
            Chunk::Break
            | Chunk::HolderStart(_)
            | Chunk::HolderEnd
            | Chunk::HeadingEnd(_)
            | Chunk::NoteStart(_)
            | Chunk::NoteEnd
            | Chunk::FootnotesStart
            | Chunk::FootnotesEnd => 0,
        }
    }
}

/// The chunks of each footnote, by its number.
fn notes(chunks: &[Chunk], start: usize) -> BTreeMap<u32, Range<usize>> {
    let mut notes = BTreeMap::new();
    let mut open = None;
    for (at, chunk) in chunks.iter().enumerate().skip(start) {
        match chunk {
            Chunk::NoteStart(number) => open = Some((*number, at)),
            Chunk::NoteEnd => notes.extend(open.take().map(|(number, from)| (number, from..at + 1))),
            _ => {}
        }
    }
    notes
}
