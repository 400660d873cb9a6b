//! A text as blocks in order: HTML, statements, parts of other pages. Knows how much of another page is shown, not how holes are filled.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::context::Context;
use super::text;
use super::views::{Block, EmbedView, Holes, RichText, StatementView};
use crate::document::body::{Body, Chunk, EMBEDDED, Fragment, Portion};
use crate::document::mention::MentionId;
use crate::graph::bind::PartId;
use crate::graph::entity::StatementId;
use crate::graph::public::{Link, PublicEntity};

/// Writes the text of `from` on a page.
pub(super) struct Writer<'a> {
    pub(super) page: &'a Context<'a>,
    pub(super) from: &'a PublicEntity,
    pub(super) holes: &'a Arc<Holes>,
    /// On another page than its own: how much more there is room for.
    pub(super) room: Option<Cell<usize>>,
}

impl Writer<'_> {
    /// All of `content`.
    pub(super) fn whole(&self, content: &Fragment) -> Vec<Block> {
        self.blocks(content, 0..content.0.len())
    }

    /// What stands in `range` of `content`.
    pub(super) fn blocks(&self, content: &Fragment, range: Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            let block = match content.0.get(at) {
                Some(Chunk::Statement(index)) => self.statement(*index),
                Some(Chunk::Embed(mention)) => self.embed(*mention),
                _ => continue,
            };
            self.html(content, start..at, &mut blocks);
            blocks.extend(block);
            start = at + 1;
        }
        self.html(content, start..range.end, &mut blocks);
        blocks
    }

    fn html(&self, content: &Fragment, range: Range<usize>, blocks: &mut Vec<Block>) {
        if !range.is_empty() {
            blocks.push(Block::Html(RichText {
                fragment: content.clone(),
                range,
                holes: Arc::clone(self.holes),
                root: Arc::clone(&self.page.root),
                embedded: self.room.is_some(),
            }));
        }
    }

    fn statement(&self, index: u32) -> Option<Block> {
        let id = StatementId { entity: self.from.id, index };
        let statement = self.page.statement(id);
        let statement = if self.room.is_some() { statement.map(StatementView::embedded) } else { statement };
        statement.map(Block::Statement)
    }

    /// A section or statement of another page. What is not published never comes here: an embed of it is an error.
    fn embed(&self, mention: MentionId) -> Option<Block> {
        let Some(Link::To { entity, part }) = self.from.link(mention) else { return None };
        let planner = self.page.planner;
        let target = planner.site.get(*entity)?;
        let body = target.body();
        let text = planner.text(target);
        let holes = text::holes(self.page, target, &[&text.0], BTreeMap::new());
        let room = self.room.as_ref().map_or(EMBEDDED, Cell::get);
        let writer = Writer { page: self.page, from: target, holes: &holes, room: Some(Cell::new(room)) };
        let (heading, (blocks, is_whole)) = match part {
            // A statement is never shortened: without its end it could say something else.
            Some(PartId::Statement(index)) => {
                let fits = writer.takes(body.weight_of_statement(&text, *index)) || self.room.is_none();
                let blocks = if fits { writer.statement(*index).into_iter().collect() } else { Vec::new() };
                (None, (blocks, fits))
            }
            Some(PartId::Heading(index)) => {
                let heading = body.headings.get(*index as usize)?;
                (
                    Some(text::plain(planner, target, &heading.text)),
                    writer.beginning(&text, section(body, &text, *index)),
                )
            }
            _ => (None, writer.beginning(&text, 0..before_footnotes(&text, text.0.len()))),
        };
        if let (Some(own), Some(left)) = (&self.room, &writer.room) {
            own.set(left.get());
        }
        let path = self.page.link(self.from, mention).path.clone()?;
        let from = self.page.reference(*entity)?;
        Some(Block::Embed(EmbedView { from, heading, path, blocks, goes_on: !is_whole }))
    }

    /// As much of `range` of the text `content` as there is room for, from its beginning on, and whether that is all.
    fn beginning(&self, content: &Fragment, range: Range<usize>) -> (Vec<Block>, bool) {
        let room = self.room.as_ref().map_or(EMBEDDED, Cell::get);
        let mut blocks = Vec::new();
        let mut start = range.start;
        // The headings right before what comes next: at the end they would stand above nothing.
        let mut headings: Option<Portion> = None;
        for portion in self.from.body().portions(content, range.clone(), room) {
            if !self.takes(portion.weight) {
                let end = headings.unwrap_or(portion);
                blocks.extend(self.blocks(content, start..end.range.start));
                blocks.extend(self.whole(&end.closing));
                return (blocks, false);
            }
            let shows = |chunk: &Chunk| matches!(chunk, Chunk::Embed(_));
            if content.0.get(portion.range.clone()).is_some_and(|chunks| chunks.iter().any(shows)) {
                // What it shows of other pages takes its room before what comes next does.
                blocks.extend(self.blocks(content, start..portion.range.end));
                start = portion.range.end;
            }
            headings = if portion.is_heading { headings.or(Some(portion)) } else { None };
        }
        blocks.extend(self.blocks(content, start..range.end));
        (blocks, true)
    }

    /// Takes room for `weight`; false, and nothing is taken, where there is not enough.
    fn takes(&self, weight: usize) -> bool {
        let Some(room) = &self.room else { return true };
        let Some(left) = room.get().checked_sub(weight) else { return false };
        room.set(left);
        true
    }
}

/// The chunks of `text` below a heading of `body`, up to the next of its level or above.
fn section(body: &Body, text: &Fragment, heading: u32) -> Range<usize> {
    let chunks = &text.0;
    let level = body.headings.get(heading as usize).map_or(6, |heading| heading.level);
    let start = chunks.iter().position(|chunk| *chunk == Chunk::HeadingEnd(heading)).map_or(chunks.len(), |at| at + 1);
    let ends = |chunk: &Chunk| match chunk {
        Chunk::HeadingStart(next) => {
            body.headings.get(*next as usize).is_some_and(|next| next.is_section && next.level <= level)
        }
        Chunk::FootnotesStart => true,
        _ => false,
    };
    let end = chunks.iter().skip(start).position(ends).map_or(chunks.len(), |length| start + length);
    start..end
}

fn before_footnotes(content: &Fragment, end: usize) -> usize {
    content.0.iter().take(end).position(|chunk| *chunk == Chunk::FootnotesStart).unwrap_or(end)
}
