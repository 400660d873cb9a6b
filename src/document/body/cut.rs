//! Where a long text is cut, so that no page with a part of it is too heavy. Knows the blocks of a text and about how much each
//! weighs; what else stands on a page is not known here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Body, Chunk, Fragment, anchor};

/// The weight up to which a text is one part.
const WHOLE: usize = 34_000;
/// The most that the first part of a longer text weighs: facts and lists stand beside it.
const FIRST: usize = 24_000;
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPart {
    /// Its chunks in [`Body::content`].
    pub range: Range<usize>,
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

    /// The parts of `body`, which is whole but for them.
    pub(super) fn of(body: &Body) -> Self {
        let chunks = &body.content.0;
        let end = chunks.iter().position(|chunk| *chunk == Chunk::FootnotesStart).unwrap_or(chunks.len());
        let notes = notes(chunks, end);
        let pieces = pieces(body, end, &notes);
        if pieces.iter().map(|piece| piece.weight).sum::<usize>() <= WHOLE {
            return Self::default();
        }
        let starts = cut(&pieces);
        let ends = starts.iter().skip(1).copied().chain([pieces.len()]);
        let mut parts = Self { headings: vec![1; body.headings.len()], ..Self::default() };
        for (from, to) in starts.iter().copied().zip(ends) {
            let start = pieces.get(from).map_or(end, |piece| piece.start);
            let range = start..pieces.get(to).map_or(end, |piece| piece.start);
            let notes = notes_of(body, range.clone(), &notes);
            parts.note_anchors(body, chunks.get(range.clone()).unwrap_or_default());
            parts.note_anchors(body, &notes.0);
            parts.list.push(TextPart { range, notes });
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

/// A block of the text, or the first of them.
struct Piece {
    /// Its first chunk.
    start: usize,
    weight: usize,
    /// The level, for a heading.
    heading: Option<u8>,
}

/// The blocks of the text before chunk `end`.
fn pieces(body: &Body, end: usize, notes: &BTreeMap<u32, Range<usize>>) -> Vec<Piece> {
    let mut pieces = vec![Piece { start: 0, weight: 0, heading: None }];
    for (at, chunk) in body.content.0.iter().enumerate().take(end) {
        if *chunk == Chunk::Break {
            pieces.push(Piece { start: at, weight: 0, heading: None });
        }
        let Some(piece) = pieces.last_mut() else { continue };
        if let Chunk::HeadingStart(index) = chunk
            && piece.weight == 0
        {
            piece.heading = body.headings.get(*index as usize).map(|heading| heading.level);
        }
        piece.weight += weight(body, chunk, notes);
    }
    pieces
}

/// What `chunk` adds to a page: the bytes of a text, which at worst packs to three quarters of them, and for all else more than it
/// comes to when packed.
fn weight(body: &Body, chunk: &Chunk, notes: &BTreeMap<u32, Range<usize>>) -> usize {
    match chunk {
        Chunk::Html(html) => html.len(),
        Chunk::Link { label, .. } => 60 + label.as_ref().map_or(0, |label| label.len()),
        Chunk::Citation(index) => 150 * body.citations.get(*index as usize).map_or(0, |found| found.sources.len()),
        Chunk::Embed(_) => 6000,
        Chunk::FileAddress(_) => 60,
        Chunk::Picture { alt, .. } => 600 + alt.len(),
        Chunk::HeadingStart(_) => 160,
        Chunk::Anchor(_) | Chunk::Label(_) | Chunk::NoteBack { .. } => 40,
        Chunk::FootnoteMark { number, .. } => {
            let note = notes.get(number).and_then(|range| body.content.0.get(range.clone())).unwrap_or_default();
            let of_text = |chunk: &Chunk| match chunk {
                Chunk::FootnoteMark { .. } => 60,
                chunk => weight(body, chunk, notes),
            };
            60 + note.iter().map(of_text).sum::<usize>()
        }
        Chunk::Statement(index) => {
            let Some(statement) = body.statements.get(*index as usize) else { return 0 };
            let words = statement.words.unshown().0.iter().map(|chunk| weight(body, chunk, notes)).sum::<usize>();
            let translation = statement.translation.as_ref().map_or(0, |translation| translation.text.unshown().len());
            let named = statement.about.len() + statement.via.len() + 2 * statement.relations.len();
            250 + words + translation + 60 * named
        }
        Chunk::Break
        | Chunk::HeadingEnd(_)
        | Chunk::NoteStart(_)
        | Chunk::NoteEnd
        | Chunk::FootnotesStart
        | Chunk::FootnotesEnd => 0,
    }
}

/// The first blocks of the parts. A block is never cut, however heavy it is.
fn cut(pieces: &[Piece]) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut first, mut sum, mut at) = (0, 0, 0);
    while let Some(piece) = pieces.get(at) {
        let most = if starts.len() == 1 { FIRST } else { NEXT };
        let has_text = pieces.get(first..at).is_some_and(|before| before.iter().any(|piece| piece.heading.is_none()));
        if has_text && sum + piece.weight > most {
            first = place(pieces, first, at, sum);
            (at, sum) = (first, 0);
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

/// The footnotes to which the marks in `range` lead, and those to which these lead in turn. They keep their numbers, and lead back
/// to the marks of this part alone.
fn notes_of(body: &Body, range: Range<usize>, notes: &BTreeMap<u32, Range<usize>>) -> Fragment {
    let content = &body.content.0;
    let of_note = |number: &u32| notes.get(number).and_then(|range| content.get(range.clone())).unwrap_or_default();
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
    for chunk in content.get(range).unwrap_or_default() {
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
