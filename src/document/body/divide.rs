//! The pieces of a text between which it can be cut: its blocks, and of one that is too heavy its items, rows or blocks in turn. Knows
//! what opens such a block again behind a cut, and what closes it before one.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::weight::Scale;
use super::{Body, Chunk, Fragment};

/// The most that may be said again at the head of a page; a block with a longer head is not divided.
const MOST_AGAIN: usize = 6_000;
/// What is counted for the tag of a list or an item that goes on.
const TAG: usize = 20;

/// A block that can be divided between the blocks within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Holder {
    /// A list, with the number of its first item.
    Numbered(u64),
    /// A list without numbers.
    Bullets,
    /// An item of a list.
    Item,
    /// Words and what they mean.
    Definitions,
    /// A table; its rows are divided, its head stands on each page.
    Table,
    /// A quote.
    Quote,
    /// A callout; its title stands on each page.
    Callout,
    /// A callout that can be folded.
    Folding,
}

impl Holder {
    /// What is written where it ends.
    pub(super) const fn close(self) -> &'static str {
        match self {
            Self::Numbered(_) => "</ol>\n",
            Self::Bullets => "</ul>\n",
            Self::Item => "</li>\n",
            Self::Definitions => "</dl>\n",
            Self::Table => "</tbody>\n</table></div>\n",
            Self::Quote => "</blockquote>\n",
            Self::Callout => "</div>\n",
            Self::Folding => "</details>\n",
        }
    }
}

/// A holder that is open where a piece begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Open {
    /// What stands before its first block, from the chunk that opens it.
    head: Range<usize>,
    /// How many of its blocks stand before.
    before: usize,
}

/// A stretch of a text that is not cut.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its chunks.
    pub(super) range: Range<usize>,
    pub(super) weight: usize,
    /// The level, where it ends in a heading.
    pub(super) heading: Option<u8>,
    /// What is open where it begins, the outermost first.
    pub(super) open: Vec<Open>,
    /// What opens that again weighs.
    pub(super) again: usize,
}

/// The pieces in `range` of the text on `scale`; what weighs more than `most` is divided.
pub(super) fn pieces(scale: &Scale<'_>, range: Range<usize>, most: usize) -> Vec<Piece> {
    let mut divider = Divider { scale, chunks: scale.chunks, most, pieces: Vec::new() };
    let mut start = range.start;
    let (seams, _) = divider.seams(range.clone());
    for seam in seams.into_iter().chain([range.end]) {
        divider.block(start..seam, start, &[], &[]);
        start = seam;
    }
    divider.pieces
}

struct Divider<'a> {
    scale: &'a Scale<'a>,
    chunks: &'a [Chunk],
    most: usize,
    pieces: Vec<Piece>,
}

impl Divider<'_> {
    /// Adds the pieces of the block in `range`. `at_start` is open where it begins, `inside` from chunk `from` on.
    fn block(&mut self, range: Range<usize>, from: usize, at_start: &[Open], inside: &[Open]) {
        let weight = self.scale.of(&range);
        let divided = (weight > self.most).then(|| self.divided(from..range.end, inside)).flatten();
        let Some((head, seams)) = divided else {
            let heading = self.heading(range.clone());
            let again = self.again(at_start);
            return self.pieces.push(Piece { range, weight, heading, open: at_start.to_vec(), again });
        };
        for (before, seam) in seams.iter().copied().enumerate() {
            let mut open = inside.to_vec();
            open.push(Open { head: head.clone(), before });
            let end = seams.get(before + 1).copied().unwrap_or(range.end);
            if before == 0 {
                self.block(range.start..end, seam, at_start, &open);
            } else {
                self.block(seam..end, seam, &open, &open);
            }
        }
    }

    /// The head of the holder in `range`, and where its blocks begin; nothing where none is there or none should be divided.
    fn divided(&self, range: Range<usize>, inside: &[Open]) -> Option<(Range<usize>, Vec<usize>)> {
        let chunks = self.chunks.get(range.clone())?;
        let is_holder = |(at, chunk): (usize, &Chunk)| match chunk {
            Chunk::HolderStart(holder) => Some((range.start + at, *holder)),
            _ => None,
        };
        let (start, holder) = chunks.iter().enumerate().find_map(is_holder)?;
        let (mut seams, end) = self.seams(start + 1..range.end);
        // Behind the last seam may be no block but only the end.
        let is_close = |chunk: &Chunk| matches!(chunk, Chunk::Html(html) if **html == *holder.close());
        seams.pop_if(|seam| *seam + 2 == end && self.chunks.get(*seam + 1).is_some_and(is_close));
        let head = start..*seams.first()?;
        let open = Open { head: head.clone(), before: 0 };
        (self.again(inside) + self.again(&[open]) <= MOST_AGAIN).then_some((head, seams))
    }

    /// The seams in `range` that are in no holder that begins there, up to the end of the holder that they are in, and that end.
    fn seams(&self, range: Range<usize>) -> (Vec<usize>, usize) {
        let mut seams = Vec::new();
        let mut depth = 0_usize;
        for at in range.clone() {
            match self.chunks.get(at) {
                Some(Chunk::HolderStart(_)) => depth += 1,
                Some(Chunk::HolderEnd) if depth == 0 => return (seams, at),
                Some(Chunk::HolderEnd) => depth -= 1,
                Some(Chunk::Break) if depth == 0 && at > range.start => seams.push(at),
                _ => {}
            }
        }
        (seams, range.end)
    }

    /// The level of the heading in which `range` ends.
    fn heading(&self, range: Range<usize>) -> Option<u8> {
        let is_nothing = |chunk: &&Chunk| matches!(chunk, Chunk::Html(html) if html.trim().is_empty());
        match self.chunks.get(range)?.iter().rev().find(|chunk| !is_nothing(chunk)) {
            Some(Chunk::HeadingEnd(index)) => Some(self.scale.body.headings.get(*index as usize)?.level),
            _ => None,
        }
    }

    fn again(&self, open: &[Open]) -> usize {
        let weight = |open: &Open| match self.chunks.get(open.head.start) {
            Some(Chunk::HolderStart(Holder::Numbered(_) | Holder::Bullets | Holder::Item)) => TAG,
            _ => self.scale.of(&open.head),
        };
        open.iter().map(weight).sum()
    }
}

/// What opens again what is `open`. An anchor stands once, where its block begins.
pub(super) fn opening(text: &[Chunk], open: &[Open]) -> Fragment {
    let mut chunks = Vec::new();
    for Open { head, before } in open {
        let Some(Chunk::HolderStart(holder)) = text.get(head.start) else { continue };
        match holder {
            Holder::Numbered(first) => {
                let next = first.saturating_add(u64::try_from(*before).unwrap_or(u64::MAX));
                chunks.push(Chunk::Html(format!("<ol class=\"continued\" start=\"{next}\">\n").into()));
            }
            Holder::Bullets => chunks.push(Chunk::Html("<ul>\n".into())),
            Holder::Item => chunks.push(Chunk::Html("<li class=\"continued\">".into())),
            _ => {
                let head = text.get(head.start + 1..head.end).unwrap_or_default();
                chunks.extend(head.iter().filter(|chunk| !matches!(chunk, Chunk::Anchor(_))).cloned());
            }
        }
    }
    Fragment(Arc::from(chunks))
}

/// What closes what is `open`.
pub(super) fn closing(text: &[Chunk], open: &[Open]) -> Fragment {
    let close = |open: &Open| match text.get(open.head.start) {
        Some(Chunk::HolderStart(holder)) => holder.close(),
        _ => "",
    };
    let html: String = open.iter().rev().map(close).collect();
    if html.is_empty() { Fragment::default() } else { Fragment(Arc::from([Chunk::Html(html.into())])) }
}

/// `content` without the places where it could be cut.
pub(super) fn undivided(content: Fragment) -> Fragment {
    let is_place = |chunk: &Chunk| matches!(chunk, Chunk::Break | Chunk::HolderStart(_) | Chunk::HolderEnd);
    if !content.0.iter().any(is_place) {
        return content;
    }
    let mut chunks = Vec::with_capacity(content.0.len());
    let mut html = String::new();
    for chunk in content.0.iter().filter(|chunk| !is_place(chunk)) {
        if let Chunk::Html(more) = chunk {
            html.push_str(more);
            continue;
        }
        if !html.is_empty() {
            chunks.push(Chunk::Html(std::mem::take(&mut html).into()));
        }
        chunks.push(chunk.clone());
    }
    if !html.is_empty() {
        chunks.push(Chunk::Html(html.into()));
    }
    Fragment(Arc::from(chunks))
}

/// A stretch of a text that another page shows whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion {
    /// Its chunks in the text.
    pub range: Range<usize>,
    /// What it weighs; what it shows of other pages is not counted.
    pub weight: usize,
    /// Whether it is a heading, or ends in one: then it is nothing without what follows.
    pub is_heading: bool,
    /// What closes the blocks that are open where it begins.
    pub closing: Fragment,
}

impl Body {
    /// The portions of `range` of the `text` of this body, which begins and ends at the top level; what weighs more than `most` is
    /// divided where it can be.
    #[must_use]
    pub fn portions(&self, text: &Fragment, range: Range<usize>, most: usize) -> Vec<Portion> {
        let scale = Scale::without_embeds(self, &text.0);
        let portion = |piece: Piece| Portion {
            weight: piece.weight,
            is_heading: piece.heading.is_some(),
            closing: closing(&text.0, &piece.open),
            range: piece.range,
        };
        pieces(&scale, range, most).into_iter().map(portion).collect()
    }

    /// What a statement of the `text` of this body weighs; an index into [`Body::statements`].
    #[must_use]
    pub fn weight_of_statement(&self, text: &Fragment, index: u32) -> usize {
        Scale::without_embeds(self, &text.0).weight(&Chunk::Statement(index))
    }
}
