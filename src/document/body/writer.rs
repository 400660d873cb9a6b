//! The state of a body while its events are read: where HTML goes, what is open, what has been found. Knows which event belongs to which block.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::divide::undivided;
use super::draft::Draft;
use super::footnotes::Footnotes;
use super::frame::Frame;
use super::leaf::{Leaf, LeafKind, Role};
use super::out::Out;
use super::problems::Problems;
use super::source::Source;
use super::typography::{self, QuotationMarks};
use super::verbatim::Verbatim;
use super::weight::Scale;
use super::{Body, BodySettings, Content, EMBEDDED, Parts, heavy, highlight, limits};
use crate::document::mention::{Mention, MentionId, MentionTable, Part, Place, StatementRole, Target};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::Span;

/// A body while it is read.
pub(super) struct Writer<'a, 'm> {
    pub(super) source: &'a Source<'a>,
    pub(super) settings: &'m BodySettings,
    pub(super) quotation_marks: QuotationMarks,
    pub(super) problems: Problems,
    pub(super) body: Body,
    pub(super) footnotes: Footnotes,
    /// Where HTML goes now.
    pub(super) out: Out,
    /// Where it goes when the statement or footnote that is being read ends.
    pub(super) outer: Vec<Out>,
    /// The blocks that are open.
    pub(super) frames: Vec<Frame>,
    /// Where the tag of the last block at the top level can hold an anchor.
    pub(super) last_block: Option<usize>,
    /// What the next paragraph is, when a callout or statement has just begun.
    pub(super) awaiting: Option<Role>,
    /// The code or HTML that is being read.
    pub(super) verbatim: Option<Verbatim>,
    /// The columns of the table that is being read, and the next cell's.
    pub(super) columns: Vec<Alignment>,
    pub(super) column: usize,
    /// The statement that is being read.
    pub(super) statement: Option<Draft>,
    /// The marker of a statement about which an error has been reported.
    pub(super) reported_marker: Option<usize>,
    /// How much work may still go into the colours of code.
    pub(super) colours: usize,
    /// Where the blocks begin before which the text can be cut, in its order.
    pub(super) seams: Vec<usize>,
    /// The level of the shallowest heading, as written.
    pub(super) top_level: u8,
    leaf: Option<Leaf<'a>>,
    /// The mentions found so far; their ids follow those of the front matter.
    mentions: Vec<Mention>,
    first_mention: usize,
    ids: BTreeMap<String, Span>,
    links: usize,
    is_stopped: bool,
}

impl<'a, 'm> Writer<'a, 'm> {
    /// A body of which nothing has been read; ids of mentions begin at `first_mention`.
    pub(super) fn new(
        source: &'a Source<'a>,
        settings: &'m BodySettings,
        first_mention: usize,
        problems: Problems,
    ) -> Self {
        Self {
            source,
            settings,
            quotation_marks: typography::quotation_marks(&settings.language),
            problems,
            body: Body::default(),
            footnotes: Footnotes::default(),
            out: Out::default(),
            outer: Vec::new(),
            frames: Vec::new(),
            last_block: None,
            awaiting: None,
            verbatim: None,
            columns: Vec::new(),
            column: 0,
            statement: None,
            reported_marker: None,
            colours: highlight::MOST_WORK,
            seams: Vec::new(),
            top_level: 6,
            leaf: None,
            mentions: Vec::new(),
            first_mention,
            ids: BTreeMap::new(),
            links: 0,
            is_stopped: false,
        }
    }

    /// Reads one event.
    pub(super) fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Text(text) | Event::Html(text) if self.verbatim.is_some() => self.more_verbatim(&text),
            Event::Start(tag) if is_block(&tag) => {
                self.end_tight();
                if can_begin_page(&tag) {
                    self.between_blocks(range.start);
                }
                self.start(tag, range);
            }
            Event::End(tag) if is_block_end(tag) => {
                self.end_tight();
                self.end(tag);
            }
            Event::Rule => {
                self.end_tight();
                self.between_blocks(range.start);
                self.rule();
            }
            event => {
                let leaf = self.leaf.get_or_insert_with(|| Leaf::new(LeafKind::Tight, Role::Text));
                leaf.events.push((event, range));
            }
        }
    }

    /// A block begins at byte `start`: the text can be cut before it, at the top level and in a block that can be divided. The head of a callout
    /// ends with its title.
    pub(super) fn between_blocks(&mut self, start: usize) {
        let can_be_cut = self.frames.last().map_or(!self.out.is_empty(), |frame| frame.is_divisible);
        if !can_be_cut || self.awaiting.is_some() || !self.outer.is_empty() {
            return;
        }
        if self.out.seam() {
            self.seams.push(start);
        } else if let Some(last) = self.seams.last_mut() {
            *last = start;
        }
    }

    /// A block of text begins.
    pub(super) fn begin_leaf(&mut self, kind: LeafKind, role: Role) {
        self.leaf = Some(Leaf::new(kind, role));
    }

    /// A block of text ends.
    pub(super) fn end_leaf(&mut self) {
        if let Some(leaf) = self.leaf.take() {
            self.text_block(leaf);
        }
    }

    /// Text that stands directly in a list item ends where another block begins or the item ends.
    fn end_tight(&mut self) {
        if self.leaf.as_ref().is_some_and(|leaf| leaf.kind == LeafKind::Tight) {
            self.end_leaf();
        }
    }

    /// How deep blocks stand in one another here.
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// HTML goes to a place of its own until [`Writer::end_out`].
    pub(super) fn begin_out(&mut self) {
        self.outer.push(std::mem::take(&mut self.out));
    }

    /// What was written since [`Writer::begin_out`].
    pub(super) fn end_out(&mut self) -> Out {
        std::mem::replace(&mut self.out, self.outer.pop().unwrap_or_default())
    }

    /// Adds a mention and gives its id.
    pub(super) fn mention(&mut self, target: Target, label: Option<String>, span: Span, place: Place) -> MentionId {
        self.mentions.push(Mention { target, label: label.map(String::into_boxed_str), span, place });
        MentionId::at(self.first_mention + self.mentions.len() - 1)
    }

    /// The label of a mention of this body, when it has one.
    pub(super) fn label(&self, id: MentionId) -> Option<&str> {
        let index = id.index().checked_sub(self.first_mention)?;
        self.mentions.get(index)?.label.as_deref()
    }

    /// Says where a mention stands, now that its sentence is known.
    pub(super) fn place(&mut self, id: MentionId, place: Place) {
        let index = id.index().checked_sub(self.first_mention);
        if let Some(mention) = index.and_then(|index| self.mentions.get_mut(index)) {
            mention.place = place;
        }
    }

    /// The ids of the mentions that stand in a statement and were added since there were `count`, with what each is to it.
    pub(super) fn mentions_of_statement(&self, count: usize) -> Vec<(MentionId, StatementRole)> {
        let of_statement = |(index, mention): (usize, &Mention)| match mention.place {
            Place::Statement { role, .. } => Some((MentionId::at(self.first_mention + index), role)),
            _ => None,
        };
        self.mentions.iter().enumerate().skip(count).filter_map(of_statement).collect()
    }

    /// How many mentions there are.
    pub(super) fn mention_count(&self) -> usize {
        self.mentions.len()
    }

    /// Takes a block id for the thing at `span`; false, with an error, when something else has it.
    pub(super) fn claim(&mut self, id: &str, span: Span) -> bool {
        let Some(first) = self.ids.get(id) else {
            self.ids.insert(id.to_owned(), span);
            return true;
        };
        let problem = Diagnostic::new(Code::DuplicateBlockId, span, format!("`^{id}` stands twice in this document"))
            .label(*first, "the first one")
            .help("give one of them another id; keep the one that has been published");
        self.problems.add(problem);
        false
    }

    /// Counts a link or picture, and stops when there are too many.
    pub(super) fn count_link(&mut self, range: &Range<usize>) {
        self.links += 1;
        if self.links == limits::MOST_LINKS + 1 {
            let span = self.source.span(range.clone());
            self.stop(limits::too_many_links(span));
        }
    }

    /// Reads no further, because of `problem`.
    pub(super) fn stop(&mut self, problem: Diagnostic) {
        if !self.is_stopped {
            self.problems.add(problem);
        }
        self.is_stopped = true;
    }

    /// Whether nothing more is read.
    pub(super) const fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// The whole body; its mentions go into `mentions`.
    pub(super) fn finish(mut self, mentions: &mut MentionTable) -> Checked<Body> {
        if self.is_stopped {
            self.leaf = None;
            self.body.sentences.push(&super::Plain::default());
        }
        self.end_leaf();
        while !self.frames.is_empty() {
            self.close();
        }
        if !self.is_stopped {
            self.footnotes.write(&mut self.out, &mut self.problems);
        }
        for heading in &mut self.body.headings {
            heading.level = (heading.level - self.top_level.min(heading.level) + 2).min(6);
        }
        self.body.sentences.shrink();
        let text = self.out.into_fragment();
        let is_statement = |id: MentionId| {
            let mention = id.index().checked_sub(self.first_mention).and_then(|index| self.mentions.get(index));
            mention.is_some_and(|mention| matches!(mention.target.part.as_deref(), Some(Part::Block(_))))
        };
        let scale = Scale::of_page(&self.body, &text.0, is_statement);
        let is_short = scale.of(&(0..scale.end)) <= EMBEDDED;
        let parts = Parts::of(&scale);
        heavy::check(&scale, self.source, &self.seams, &mut self.problems);
        self.body.parts = parts;
        self.body.content = Content::of(&if is_short { undivided(text) } else { text });
        for mention in self.mentions {
            mentions.add(mention);
        }
        Checked::new(self.body, self.problems.finish())
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// Whether a page can begin with this block, where it goes on from the one before: the head of a table, what a word means and the
/// text of a footnote belong to something else.
const fn can_begin_page(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::TableHead | Tag::TableCell | Tag::DefinitionListDefinition | Tag::FootnoteDefinition(_))
}

const fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
