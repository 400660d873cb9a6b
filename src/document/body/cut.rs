//! Where a long text is cut, so that no page with a part of it is too heavy. Knows the pieces of a text and about how much each
//! weighs; what else stands on a page is not known here.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use super::divide::{Piece, closing, opening, pieces};
use super::weight::Scale;
use super::{Body, Chunk, Fragment, anchor};

/// The weight up to which a text is one part.
pub(super) const WHOLE: usize = 34_000;
/// The most that the first part of a longer text weighs: facts and lists stand beside it.
pub(super) const FIRST: usize = 24_000;
/// The most that another part weighs.
pub(super) const NEXT: usize = 34_000;

/// The parts of a text; none where it is not cut.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    list: Vec<TextPart>,
    /// The part of each heading.
    headings: Vec<usize>,
    /// The part of each anchor that does not stand in the first.
    anchors: BTreeMap<String, usize>,
}

/// A part of a text that is cut.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextPart {
    /// Its chunks in the whole text.
    pub range: Range<usize>,
    /// What opens the blocks again that go on in it: the list, the table with its head, the callout with its title.
    pub before: Fragment,
    /// What closes the blocks that go on in the next.
    pub after: Fragment,
    /// The footnotes to which its marks lead.
    pub notes: Fragment,
}

impl Parts {
    /// How many parts there are, at least 1.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len().max(1)
    }

    /// Part `number`, from 1; nothing where the text is not cut.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&TextPart> {
        self.list.get(number.checked_sub(1)?)
    }

    /// The number of the part in which the heading `index` stands.
    #[must_use]
    pub fn of_heading(&self, index: usize) -> usize {
        self.headings.get(index).copied().unwrap_or(1)
    }

    /// The number of the part in which a block or statement with this anchor stands.
    #[must_use]
    pub fn of_anchor(&self, anchor: &str) -> usize {
        self.anchors.get(anchor).copied().unwrap_or(1)
    }

    /// How many parts there are, and what leads into which.
    pub(in crate::document) fn places(&self) -> impl Hash {
        (self.list.len(), &self.headings, &self.anchors)
    }

    /// What stands in each.
    pub(in crate::document) fn list(&self) -> &[TextPart] {
        &self.list
    }

    /// The parts of the text on `scale`.
    pub(super) fn of(scale: &Scale<'_>) -> Self {
        if scale.of(&(0..scale.end)) <= WHOLE {
            return Self::default();
        }
        let body = scale.body;
        let pieces = pieces(scale, 0..scale.end, FIRST);
        let starts = cut(&pieces);
        let ends = starts.iter().skip(1).copied().chain([pieces.len()]);
        let mut parts = Self { headings: vec![1; body.headings.len()], ..Self::default() };
        for (from, to) in starts.iter().copied().zip(ends) {
            let (first, next) = (pieces.get(from), pieces.get(to));
            let start = first.map_or(scale.end, |piece| piece.range.start);
            let range = start..next.map_or(scale.end, |piece| piece.range.start);
            let before = first.map(|piece| opening(scale.chunks, &piece.open)).unwrap_or_default();
            let after = next.map(|piece| closing(scale.chunks, &piece.open)).unwrap_or_default();
            let chunks = scale.chunks.get(range.clone()).unwrap_or_default();
            let notes = notes_of(scale, before.0.iter().chain(chunks));
            parts.note_anchors(body, chunks);
            parts.note_anchors(body, &notes.0);
            parts.list.push(TextPart { range, before, after, notes });
        }
        if parts.list.len() < 2 { Self::default() } else { parts }
    }

    /// The anchors in `chunks` stand in the next part; what stands in an earlier one as well is found there.
    fn note_anchors(&mut self, body: &Body, chunks: &[Chunk]) {
        let number = self.list.len() + 1;
        if number == 1 {
            return;
        }
        for chunk in chunks {
            match chunk {
                Chunk::HeadingStart(index) => {
                    if let Some(part) = self.headings.get_mut(*index as usize) {
                        *part = number;
                    }
                }
                Chunk::Anchor(id) => {
                    self.anchors.entry(id.to_string()).or_insert(number);
                }
                Chunk::Statement(index) => {
                    let Some(statement) = body.statements.get(*index as usize) else { continue };
                    self.anchors.entry(anchor(&statement.id.value)).or_insert(number);
                    for chunk in statement.words.unshown().0.iter() {
                        if let Chunk::Anchor(id) = chunk {
                            self.anchors.entry(id.to_string()).or_insert(number);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// The first pieces of the parts. A piece is never cut, however heavy it is.
fn cut(pieces: &[Piece]) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut first, mut sum, mut at) = (0, 0, 0);
    while let Some(piece) = pieces.get(at) {
        let most = if starts.len() == 1 { FIRST } else { NEXT };
        let has_text = pieces.get(first..at).is_some_and(|before| before.iter().any(|piece| piece.heading.is_none()));
        if has_text && sum + piece.weight > most {
            first = place(pieces, first, at, sum);
            (at, sum) = (first, pieces.get(first).map_or(0, |piece| piece.again));
            starts.push(first);
            continue;
        }
        sum += piece.weight;
        at += 1;
    }
    starts
}

/// Where the part that begins at `first`, weighs `sum` and has no room for block `at` is cut: before the weightiest of the
/// headings that are near, and never between a heading and what stands below it.
fn place(pieces: &[Piece], first: usize, at: usize, sum: usize) -> usize {
    let mut best: Option<(u8, usize)> = None;
    let mut before = sum;
    for index in (first + 1..=at).rev() {
        let Some(piece) = pieces.get(index) else { continue };
        if index < at {
            before -= piece.weight;
        }
        if before * 3 < sum * 2 {
            break;
        }
        if let Some(level) = piece.heading
            && best.is_none_or(|(known, _)| level < known)
        {
            best = Some((level, index));
        }
    }
    let mut place = best.map_or(at, |(_, index)| index);
    while place > first + 1 && pieces.get(place - 1).is_some_and(|piece| piece.heading.is_some()) {
        place -= 1;
    }
    place
}

/// The footnotes to which the marks in `text` lead, and those to which these lead in turn. They keep their numbers, and lead back
/// to the marks of this part alone.
fn notes_of<'a>(scale: &Scale<'a>, text: impl Iterator<Item = &'a Chunk>) -> Fragment {
    let (body, notes) = (scale.body, &scale.notes);
    let of_note =
        |number: &u32| notes.get(number).and_then(|range| scale.chunks.get(range.clone())).unwrap_or_default();
    let mut marks = BTreeSet::new();
    let mut wanted = BTreeSet::new();
    let mut open = Vec::new();
    let mut see = |chunk: &Chunk, open: &mut Vec<u32>| {
        if let Chunk::FootnoteMark { number, time } = chunk {
            marks.insert((*number, *time));
            if notes.contains_key(number) && wanted.insert(*number) {
                open.push(*number);
            }
        }
    };
    for chunk in text {
        see(chunk, &mut open);
        if let Chunk::Statement(index) = chunk
            && let Some(statement) = body.statements.get(*index as usize)
        {
            statement.words.unshown().0.iter().for_each(|chunk| see(chunk, &mut open));
        }
    }
    while let Some(number) = open.pop() {
        for chunk in of_note(&number) {
            see(chunk, &mut open);
        }
    }
    if wanted.is_empty() {
        return Fragment::default();
    }
    let mut chunks = vec![Chunk::FootnotesStart, Chunk::Html("<ol>\n".into())];
    let mut next = 1;
    for number in &wanted {
        chunks.extend(of_note(number).iter().filter_map(|chunk| match chunk {
            Chunk::NoteStart(number) if *number != next => {
                Some(Chunk::Html(format!("<li id=\"fn-{number}\" value=\"{number}\">").into()))
            }
            Chunk::NoteBack { number, time } if !marks.contains(&(*number, *time)) => None,
            chunk => Some(chunk.clone()),
        }));
        next = number + 1;
    }
    chunks.extend([Chunk::Html("</ol>\n".into()), Chunk::FootnotesEnd]);
    Fragment(Arc::from(chunks))
}
