//! Blocks that hold other blocks: lists, quotes, callouts, tables, footnotes. Knows their tags.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Tag, TagEnd};

use super::callout::{self, Marker, Type};
use super::leaf::{LeafKind, Role};
use super::limits;
use super::verbatim::Verbatim;
use super::writer::Writer;
use super::{Chunk, Holder, Label};
use crate::foundation::diagnostic::{Code, Diagnostic};

/// An open block.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) kind: FrameKind,
    /// What is written where it ends.
    pub(super) close: &'static str,
    /// Where its own tag can hold an anchor.
    pub(super) tag: usize,
    /// Where the tag of the last block in it can hold one.
    pub(super) last_block: Option<usize>,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Whether the text can be cut between the blocks in it.
    pub(super) is_divisible: bool,
}

/// What an open block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FrameKind {
    /// One that only has tags.
    Plain,
    /// A quote.
    Quote,
    /// A statement.
    Statement,
    /// A dossier in short.
    Short,
    /// A point of it, and how many mentions there were before it.
    Point(usize),
    /// The text of a footnote, by its label.
    Footnote(String),
}

impl<'a> Writer<'a, '_> {
    /// A block begins.
    pub(super) fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let role = self.awaiting.take();
        if let (Some(role), false) = (&role, matches!(tag, Tag::Paragraph)) {
            self.without_first_paragraph(role);
        }
        match tag {
            Tag::Paragraph => self.begin_leaf(LeafKind::Paragraph, role.unwrap_or(Role::Text)),
            Tag::Heading { level, .. } => self.begin_leaf(LeafKind::Heading(level as u8), Role::Text),
            Tag::TableCell => self.begin_leaf(LeafKind::Cell, Role::Text),
            Tag::BlockQuote(_) => self.quote(range),
            Tag::CodeBlock(CodeBlockKind::Fenced(label)) => self.verbatim = Some(Verbatim::code(&label, range)),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.verbatim = Some(Verbatim::code("", range)),
            Tag::HtmlBlock => self.verbatim = Some(Verbatim::html(range)),
            Tag::List(Some(1)) => self.hold(Holder::Numbered(1), FrameKind::Plain, "<ol", ">\n", range),
            Tag::List(Some(first)) => {
                let start = format!(" start=\"{first}\">\n");
                self.hold(Holder::Numbered(first), FrameKind::Plain, "<ol", &start, range);
            }
            Tag::List(None) => self.hold(Holder::Bullets, FrameKind::Plain, "<ul", ">\n", range),
            Tag::Item => {
                let start = range.start;
                self.hold(Holder::Item, self.item_kind(), "<li", ">", range);
                self.between_blocks(start);
            }
            Tag::DefinitionList => self.hold(Holder::Definitions, FrameKind::Plain, "<dl", ">\n", range),
            Tag::DefinitionListTitle => self.open(FrameKind::Plain, "<dt", ">", "</dt>\n", range),
            Tag::DefinitionListDefinition => self.open(FrameKind::Plain, "<dd", ">", "</dd>\n", range),
            Tag::Table(columns) => self.table(columns, range),
            Tag::TableHead => self.row("<thead>\n<tr", "</tr>\n</thead>\n<tbody>\n", range),
            Tag::TableRow => self.row("<tr", "</tr>\n", range),
            Tag::FootnoteDefinition(label) => self.footnote(&label, range),
            // The parser is not asked for the others.
            _ => self.open(FrameKind::Plain, "", "", "", range),
        }
    }

    /// A block ends.
    pub(super) fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.end_leaf(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.end_verbatim(),
            _ => self.close(),
        }
    }

    /// A line across the page.
    pub(super) fn rule(&mut self) {
        if let Some(role) = self.awaiting.take() {
            self.without_first_paragraph(&role);
        }
        self.out.raw("<hr>\n");
    }

    fn open(&mut self, kind: FrameKind, tag: &str, rest: &str, close: &'static str, range: Range<usize>) {
        if self.frames.len() >= limits::DEEPEST {
            return self.stop(limits::too_deep(self.source.span(range.start..range.start + 1)));
        }
        self.out.raw(tag);
        let place = self.out.len();
        self.out.raw(rest);
        self.frames.push(Frame { kind, close, tag: place, last_block: None, range, is_divisible: false });
    }

    /// Opens a block that can be divided, unless it stands in something that cannot be.
    fn hold(&mut self, holder: Holder, kind: FrameKind, tag: &str, rest: &str, range: Range<usize>) {
        let is_divisible = self.begin_holder(holder);
        self.open(kind, tag, rest, holder.close(), range);
        self.set_divisible(is_divisible);
    }

    /// A holder begins with what is written next; false where it cannot be divided.
    fn begin_holder(&mut self, holder: Holder) -> bool {
        let is_divisible = self.outer.is_empty()
            && self.frames.len() < limits::DEEPEST
            && self.frames.last().is_none_or(|frame| frame.is_divisible);
        if is_divisible {
            self.out.hole(Chunk::HolderStart(holder));
        }
        is_divisible
    }

    fn set_divisible(&mut self, is_divisible: bool) {
        if let Some(frame) = self.frames.last_mut().filter(|_| is_divisible) {
            frame.is_divisible = true;
        }
    }

    /// The innermost open block ends.
    pub(super) fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        match frame.kind {
            FrameKind::Statement => {
                self.end_statement();
                *self.last_block_mut() = None;
                return;
            }
            FrameKind::Footnote(label) => {
                let text = self.end_out();
                let label_end = frame.range.start + "[^]".len() + label.len();
                let span = self.source.span(frame.range.start..label_end);
                self.footnotes.add(&label, text, span, &mut self.problems);
                return;
            }
            FrameKind::Quote => self.end_quote(),
            FrameKind::Point(before) => self.end_point(before, &frame.range),
            FrameKind::Plain | FrameKind::Short => {}
        }
        self.out.raw(frame.close);
        if frame.is_divisible {
            self.out.hole(Chunk::HolderEnd);
        }
        *self.last_block_mut() = Some(frame.tag);
    }

    /// What an item of a list is: the lists right within a dossier in short are its points.
    fn item_kind(&self) -> FrameKind {
        match self.frames.as_slice() {
            [.., short, _] if short.kind == FrameKind::Short => FrameKind::Point(self.mention_count()),
            _ => FrameKind::Plain,
        }
    }

    /// A point of a dossier in short ends.
    fn end_point(&mut self, mentions_before: usize, range: &Range<usize>) {
        if self.mention_count() > mentions_before {
            return;
        }
        let line = self.source.slice(range.clone()).lines().next().unwrap_or_default().trim_end();
        let span = self.source.span(range.start..range.start + line.len());
        let message = "this point names no source, and readers who read nothing else would take it for granted";
        let help = "say where it is known from: `[@id]` for a source, or a link to the hearing or the statement: `[[hearing#^s1]]`";
        self.problems.add(Diagnostic::new(Code::PointWithoutSource, span, message).help(help));
    }

    /// Where the tag of the last block beside what comes next can hold an anchor.
    pub(super) fn last_block_mut(&mut self) -> &mut Option<usize> {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.last_block,
            None => &mut self.last_block,
        }
    }

    fn table(&mut self, columns: Vec<Alignment>, range: Range<usize>) {
        self.columns = columns;
        let is_divisible = self.begin_holder(Holder::Table);
        if self.frames.len() < limits::DEEPEST {
            // A group, not a region: among the landmarks of a page, each would need a name that no other has.
            self.out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
            self.out.hole(Chunk::Label(Label::Table));
        }
        self.open(FrameKind::Plain, "\"><table", ">\n", Holder::Table.close(), range);
        self.set_divisible(is_divisible);
    }

    fn row(&mut self, tag: &str, close: &'static str, range: Range<usize>) {
        self.column = 0;
        self.open(FrameKind::Plain, tag, ">", close, range);
    }

    fn footnote(&mut self, label: &str, range: Range<usize>) {
        if self.statement.is_some() {
            self.break_statement();
            let span = self.source.span(range.start..range.start + 1);
            let message = "the text of a footnote cannot stand in a statement";
            let help = "put it below the statement, after an empty line";
            self.problems.add(Diagnostic::new(Code::InvalidStatement, span, message).help(help));
        }
        self.open(FrameKind::Footnote(label.to_owned()), "", "", "", range);
        if !self.is_stopped() {
            self.begin_out();
        }
    }

    /// Whether the text of a footnote is being read.
    pub(super) fn is_in_footnote(&self) -> bool {
        self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Footnote(_)))
    }

    /// A quote begins: a plain one, a callout or a statement.
    fn quote(&mut self, range: Range<usize>) {
        let marker = match callout::marker(self.source, range.start) {
            Ok(Some(marker)) => marker,
            Ok(None) => return self.plain_quote(range),
            Err(place) => {
                self.reported_marker = Some(place.start);
                let span = self.source.span(place);
                let problem = Diagnostic::new(Code::InvalidStatement, span, "a space is missing after this marker");
                self.problems.add(problem.help("write `[!type]`, a space, and the rest of the line"));
                return self.plain_quote(range);
            }
        };
        match callout::type_of(&marker.word) {
            Type::Statement(form) => return self.begin_statement(form, marker, range),
            Type::Quote => self.plain_quote(range),
            Type::Callout(class) => self.callout(class, &marker, range),
            Type::Nearly(form) => {
                let span = self.source.span(marker.range.clone());
                let message =
                    format!("`{}` is no type of statement, and would be shown without speaker and status", marker.word);
                let help = format!("did you mean `[!{form}]`? For a remark write `[!note]`");
                self.problems.add(Diagnostic::new(Code::InvalidStatement, span, message).help(help));
                self.callout("note", &marker, range);
            }
        }
        self.awaiting = Some(Role::Title(marker));
    }

    /// A quote without type.
    pub(super) fn plain_quote(&mut self, range: Range<usize>) {
        self.begin_quote(&range);
        let rest = match (&self.statement, self.quote_language()) {
            (None, _) => ">\n".to_owned(),
            (Some(_), None) => " class=\"verbatim\">\n".to_owned(),
            (Some(_), Some(language)) => format!(" class=\"verbatim\" lang=\"{language}\" dir=\"auto\">\n"),
        };
        self.hold(Holder::Quote, FrameKind::Quote, "<blockquote", &rest, range);
    }

    fn callout(&mut self, class: &str, marker: &Marker, range: Range<usize>) {
        let kind = if class == callout::SHORT { FrameKind::Short } else { FrameKind::Plain };
        let class = format!(" class=\"callout callout-{class}\"");
        match marker.fold {
            // A note, not an `aside`: among the landmarks of a page, each would need a name that no other has.
            None => self.hold(Holder::Callout, kind, "<div", &(class + " role=\"note\">\n"), range),
            Some(false) => self.hold(Holder::Folding, kind, "<details", &(class + ">\n"), range),
            Some(true) => self.hold(Holder::Folding, kind, "<details", &(class + " open>\n"), range),
        }
    }

    /// A callout or statement whose first line is not the beginning of a paragraph.
    fn without_first_paragraph(&mut self, role: &Role) {
        match role {
            Role::Title(marker) => self.title(marker, None),
            Role::Head(marker) => {
                self.reported_marker = Some(marker.range.start);
                let span = self.source.span(marker.range.clone());
                let message = "the head of this statement is not read as lines of text";
                let help =
                    "leave an empty line (`>`) between the head and what follows; a line of dashes makes a heading";
                self.problems.add(Diagnostic::new(Code::InvalidStatement, span, message).help(help));
                self.break_statement();
            }
            Role::Text => {}
        }
    }
}
