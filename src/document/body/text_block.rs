//! Paragraphs, headings, cells and list items. Knows the tags around their text, and what else their text is: a title, a lead, a sentence.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event};

use super::callout::{self, Marker};
use super::inline::{Inline, Line};
use super::leaf::{Alone, Leaf, LeafKind, Piece, Role};
use super::picture::{self, Shown};
use super::sentence::Text;
use super::writer::Writer;
use super::{Chunk, Heading, Label, block_id, word_count};
use crate::document::mention::{Place, StatementRole};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Spanned;

impl<'a> Writer<'a, '_> {
    /// Writes a block of text.
    pub(super) fn text_block(&mut self, mut leaf: Leaf<'a>) {
        match std::mem::replace(&mut leaf.role, Role::Text) {
            Role::Head(marker) => return self.head(&marker, &leaf.lines()),
            Role::Title(marker) => {
                leaf.events = self.titled(&marker, leaf.events);
                if leaf.events.is_empty() {
                    return;
                }
            }
            Role::Text => {}
        }
        let id = if leaf.kind == LeafKind::Cell { None } else { block_id::take(self.source, &mut leaf.events) };
        let id = id.and_then(|range| self.block_id(range));
        match leaf.kind {
            LeafKind::Paragraph => self.paragraph(&leaf, id),
            LeafKind::Heading(level) => self.heading(level, &leaf.events, id),
            LeafKind::Cell => self.cell(&leaf.events),
            LeafKind::Tight => {
                if let (Some(id), Some(place)) = (id, self.frames.last().map(|frame| frame.tag)) {
                    self.anchor_at(place, &id);
                }
                let line = Inline::write(self, &leaf.events);
                self.out.append(line.out);
                self.settle(&line.text, false);
            }
        }
    }

    fn paragraph(&mut self, leaf: &Leaf<'a>, id: Option<Spanned<String>>) {
        if leaf.events.is_empty() {
            if let Some(id) = id {
                self.anchor_before(&id);
            }
            return;
        }
        let alone = leaf.alone();
        if alone == Some(Alone::Wikilink) && self.embed(leaf) {
            return;
        }
        let Line { out, text, caption } = Inline::write(self, &leaf.events);
        if out.is_empty() {
            return;
        }
        let is_figure = alone.is_some() && text.words.trim().is_empty();
        self.out.raw(if is_figure { "<figure" } else { "<p" });
        let place = self.out.len();
        *self.last_block_mut() = Some(place);
        if let Some(id) = id {
            self.anchor_at(place, &id);
        }
        self.out.raw(">");
        self.out.append(out);
        if let Some(caption) = caption.filter(|_| is_figure) {
            self.out.raw("<figcaption>");
            self.out.text(&caption);
            self.out.raw("</figcaption>");
        }
        self.out.raw(if is_figure { "</figure>\n" } else { "</p>\n" });
        self.settle(&text, !is_figure);
    }

    /// Writes the part of a page that stands alone in its paragraph; false when it cannot stand here or is none.
    fn embed(&mut self, leaf: &Leaf<'a>) -> bool {
        let Some((_, range)) = leaf.events.first() else { return false };
        let inner = range.start + 3..range.end.saturating_sub(2);
        if self.statement.is_some() || self.is_in_footnote() {
            return false;
        }
        let Some(Shown::Part(target, inner)) = picture::shown_alone(self.source.slice(inner.clone()), inner) else {
            return false;
        };
        self.count_link(range);
        let hole = picture::embed(self, target, inner);
        self.out.hole(hole);
        self.out.raw("\n");
        *self.last_block_mut() = None;
        true
    }

    fn heading(&mut self, level: u8, events: &[Piece<'a>], id: Option<Spanned<String>>) {
        let (Some((_, first)), Some((_, last))) = (events.first(), events.last()) else { return };
        let span = self.source.span(first.start..last.end);
        if self.statement.is_some() && self.reported_marker != Some(first.start) {
            self.break_statement();
            let problem = Diagnostic::new(Code::InvalidStatement, span, "a heading cannot stand in a statement");
            self.problems.add(problem.help("write it as text, or end the statement before it with an empty line"));
        }
        let line = Inline::write(self, events);
        if line.out.is_empty() {
            return;
        }
        self.top_level = self.top_level.min(level);
        let index = u32::try_from(self.body.headings.len()).unwrap_or(u32::MAX);
        let is_section = self.frames.is_empty();
        self.body.headings.push(Heading { level, text: line.text.plain(), is_section, span });
        self.out.hole(Chunk::HeadingStart(index));
        if let Some(id) = id {
            self.anchor_here(&id);
        }
        self.out.append(line.out);
        self.out.hole(Chunk::HeadingEnd(index));
        self.out.raw("\n");
        *self.last_block_mut() = None;
        self.settle(&line.text, false);
    }

    fn cell(&mut self, events: &[Piece<'a>]) {
        let is_head = self.frames.last().is_some_and(|frame| frame.close.contains("</thead>"));
        self.out.raw(if is_head { "<th scope=\"col\"" } else { "<td" });
        self.out.raw(match self.columns.get(self.column) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            _ => ">",
        });
        self.column += 1;
        let line = Inline::write(self, events);
        self.out.append(line.out);
        self.out.raw(if is_head { "</th>" } else { "</td>" });
        self.settle(&line.text, false);
    }

    /// Writes the title of a callout and gives what follows it in its paragraph.
    fn titled(&mut self, marker: &Marker, events: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
        let mut title: Vec<Piece<'a>> = Vec::new();
        let mut depth = 0_usize;
        let mut events = events.into_iter();
        for (event, range) in events.by_ref() {
            match event {
                Event::SoftBreak | Event::HardBreak if depth == 0 => break,
                _ if range.end <= marker.range.end => continue,
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if title.is_empty() && matches!(event, Event::Text(_)) {
                let rest = self.source.slice(range.start.max(marker.range.end)..range.end).trim_start();
                title.push((Event::Text(rest.into()), range.end - rest.len()..range.end));
            } else {
                title.push((event, range));
            }
        }
        self.title(marker, Some(title));
        events.collect()
    }

    /// The line at the head of a callout. A plain quote has one only when its author wrote it.
    pub(super) fn title(&mut self, marker: &Marker, events: Option<Vec<Piece<'a>>>) {
        self.title_line(marker, events);
        self.between_blocks(marker.range.end);
    }

    fn title_line(&mut self, marker: &Marker, events: Option<Vec<Piece<'a>>>) {
        let line = Inline::write(self, &events.unwrap_or_default());
        let is_empty = line.text.words.trim().is_empty();
        if is_empty && callout::type_of(&marker.word) == callout::Type::Quote {
            return;
        }
        let is_folding = marker.fold.is_some() && callout::type_of(&marker.word) != callout::Type::Quote;
        self.out.raw(if is_folding { "<summary class=\"callout-title\">" } else { "<p class=\"callout-title\">" });
        if is_empty {
            match callout::own_title(&marker.word) {
                Some(class) => self.out.hole(Chunk::Label(Label::Callout(class))),
                None => self.out.text(&callout::default_title(&marker.word)),
            }
        } else {
            self.out.append(line.out);
        }
        self.out.raw(if is_folding { "</summary>\n" } else { "</p>\n" });
        self.settle(&line.text, false);
    }

    /// Notes what the text of a block is good for: sentences with names, the lead, the words of a statement.
    fn settle(&mut self, text: &Text, is_paragraph: bool) {
        self.body.words += word_count::of(&text.words);
        if is_paragraph && self.frames.is_empty() && self.body.lead.is_empty() {
            self.body.lead = text.plain();
        }
        self.add_words(text);
        if self.statement.is_some() {
            let place = self.statement_place(StatementRole::Words);
            for (_, id) in &text.mentions {
                self.place(*id, place);
            }
            let place = self.statement_place(StatementRole::Cited);
            for id in text.cited() {
                self.place(id, place);
            }
            return;
        }
        for found in text.sentences() {
            let sentence = self.body.sentences.push(&found.plain);
            for id in found.mentions {
                self.place(id, Place::Text { sentence });
            }
            for id in found.cited {
                self.place(id, Place::Citation { sentence: Some(sentence) });
            }
        }
    }

    /// The id of a block, when it can be one and is not taken.
    fn block_id(&mut self, range: Range<usize>) -> Option<Spanned<String>> {
        let id = self.source.slice(range.clone()).to_owned();
        let span = self.source.span(range);
        if !block_id::is_valid(&id) {
            let message = format!("`^{id}` cannot be the id of a block");
            let help = format!(
                "use ASCII letters, digits and hyphens, a letter first, such as `^p1`; for text write `\\^{id}`"
            );
            self.problems.add(Diagnostic::new(Code::InvalidId, span, message).help(help));
            return None;
        }
        if !self.claim(&id, span) {
            return None;
        }
        self.body.blocks.push(Spanned::new(id.clone(), span));
        Some(Spanned::new(id, span))
    }

    /// The anchor of a block whose tag can hold it at `place`; an element of its own when it holds another.
    fn anchor_at(&mut self, place: usize, id: &Spanned<String>) {
        if !self.out.insert(place, Chunk::Anchor(block_id::anchor(&id.value).into())) {
            self.anchor_here(id);
        }
    }

    fn anchor_here(&mut self, id: &Spanned<String>) {
        self.out.raw("<span");
        self.out.hole(Chunk::Anchor(block_id::anchor(&id.value).into()));
        self.out.raw("></span>");
    }

    /// An id that stands in a paragraph of its own names the block before it.
    fn anchor_before(&mut self, id: &Spanned<String>) {
        if let Some(place) = *self.last_block_mut() {
            return self.anchor_at(place, id);
        }
        let message = format!("`^{}` follows no block that it could name", id.value);
        let problem = Diagnostic::new(Code::InvalidId, id.span, message);
        self.problems.add(problem.help("put it at the end of a paragraph, or after a list, quote or table"));
    }
}
