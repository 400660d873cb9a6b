//! A block that holds text and no other blocks: a paragraph, a heading, a cell, the text of a list item. Knows its events and what it is part of.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::callout::Marker;

/// An event of the Markdown parser with its place in the source.
pub(super) type Piece<'a> = (Event<'a>, Range<usize>);

/// A block of text while it is read.
#[derive(Debug)]
pub(super) struct Leaf<'a> {
    /// What it is.
    pub(super) kind: LeafKind,
    /// What it is to the quote that it begins.
    pub(super) role: Role,
    /// What is in it.
    pub(super) events: Vec<Piece<'a>>,
}

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeafKind {
    /// A paragraph.
    Paragraph,
    /// A heading of this level, from 1, as written.
    Heading(u8),
    /// A cell of a table.
    Cell,
    /// The text of a list item or definition without paragraphs.
    Tight,
}

/// What the first paragraph is to its quote.
#[derive(Debug)]
pub(super) enum Role {
    /// Text like any other.
    Text,
    /// Its first line is the title of a callout.
    Title(Marker),
    /// It is the head of a statement.
    Head(Marker),
}

/// A picture or an embed that is all there is in its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    /// `![alt](file)`.
    Markdown,
    /// `![[…]]`.
    Wikilink,
}

impl Leaf<'_> {
    /// A block with nothing in it yet.
    pub(super) const fn new(kind: LeafKind, role: Role) -> Self {
        Self { kind, role, events: Vec::new() }
    }

    /// Whether the paragraph is one picture or embed and nothing else.
    pub(super) fn alone(&self) -> Option<Alone> {
        let (Event::Start(Tag::Image { link_type, .. }), whole) = self.events.first()? else { return None };
        let (Event::End(_), last) = self.events.last()? else { return None };
        if self.kind != LeafKind::Paragraph || whole != last {
            return None;
        }
        Some(if matches!(link_type, LinkType::WikiLink { .. }) { Alone::Wikilink } else { Alone::Markdown })
    }

    /// The lines as they are written, without what stands before them in quotes and lists.
    pub(super) fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut line: Option<Range<usize>> = None;
        for (event, range) in &self.events {
            match event {
                Event::SoftBreak | Event::HardBreak => {
                    lines.extend(line.take().map(|line| line.start..range.start));
                }
                Event::End(_) => {}
                _ => {
                    let start = line.as_ref().map_or(range.start, |line| line.start);
                    let end = line.map_or(range.end, |line| line.end.max(range.end));
                    line = Some(start..end);
                }
            }
        }
        lines.extend(line);
        lines
    }
}
