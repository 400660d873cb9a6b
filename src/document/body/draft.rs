//! A statement while it is read: its head, its words, its quotes. Knows when it is whole; what its head says is read in [`super::head`].

use std::ops::Range;

use super::callout::Marker;
use super::frame::{Frame, FrameKind};
use super::head::Head;
use super::leaf::Role;
use super::sentence::Text;
use super::writer::Writer;
use super::{Chunk, limits};
use crate::document::mention::{Place, StatementRole};
use crate::document::plain::Plain;
use crate::document::said::Said;
use crate::document::statement::{Form, Statement, Translation};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::language::Language;
use crate::foundation::span::{Span, Spanned};

/// A statement while it is read.
#[derive(Debug)]
pub(super) struct Draft {
    form: Spanned<Form>,
    span: Span,
    /// Its id, when it has one of its own.
    id: Option<Spanned<String>>,
    /// Its head, when that is whole.
    head: Option<Head>,
    /// Whether an error was found in it.
    is_broken: bool,
    summary: Option<Plain>,
    quotes: Vec<Spanned<Said<String>>>,
    quote: Option<OpenQuote>,
    /// How many mentions there were before it.
    mentions_before: usize,
}

/// The outermost quote in a statement while it is read.
#[derive(Debug)]
struct OpenQuote {
    span: Span,
    /// How deep the frame of the quote stands.
    depth: usize,
    text: String,
}

impl Writer<'_, '_> {
    /// A statement begins.
    pub(super) fn begin_statement(&mut self, form: Form, marker: Marker, range: Range<usize>) {
        let span = self.source.span(marker.range.clone());
        if self.statement.is_some() || self.is_in_footnote() {
            self.reported_marker = Some(marker.range.start);
            let problem =
                Diagnostic::new(Code::InvalidStatement, span, "a statement cannot stand in another or in a footnote");
            self.problems.add(problem.help("begin it after an empty line, with a single `>`"));
            self.break_statement();
            return self.plain_quote(range);
        }
        if self.frames.len() >= limits::DEEPEST {
            return self.stop(limits::too_deep(span));
        }
        self.statement = Some(Draft {
            form: Spanned::new(form, span),
            span: self.source.span(range.clone()),
            id: None,
            head: None,
            is_broken: false,
            summary: None,
            quotes: Vec::new(),
            quote: None,
            mentions_before: self.mention_count(),
        });
        let kind = FrameKind::Statement;
        self.frames.push(Frame { kind, close: "", tag: 0, last_block: None, range, is_divisible: false });
        self.begin_out();
        self.awaiting = Some(Role::Head(marker));
    }

    /// The first paragraph of a statement is its head.
    pub(super) fn head(&mut self, marker: &Marker, lines: &[Range<usize>]) {
        let (id, head) = Head::read(self, marker, lines);
        if let Some(statement) = &mut self.statement {
            statement.is_broken |= head.is_none();
            statement.id = id;
            statement.head = head;
        }
    }

    /// The statement that is being read, if there is one, has an error.
    pub(super) fn break_statement(&mut self) {
        if let Some(statement) = &mut self.statement {
            statement.is_broken = true;
        }
    }

    /// Where a mention in the statement that is being read stands.
    pub(super) fn statement_place(&self, role: StatementRole) -> Place {
        Place::Statement { statement: u32::try_from(self.body.statements.len()).unwrap_or(u32::MAX), role }
    }

    /// A quote begins; the outermost one in a statement is verbatim.
    pub(super) fn begin_quote(&mut self, range: &Range<usize>) {
        let depth = self.frames.len();
        let span = self.source.span(range.clone());
        if let Some(statement) = self.statement.as_mut().filter(|statement| statement.quote.is_none()) {
            statement.quote = Some(OpenQuote { span, depth, text: String::new() });
        }
    }

    /// The language of the quotes of the statement that is being read, when its head names one.
    pub(super) fn quote_language(&self) -> Option<&Language> {
        let head = self.statement.as_ref()?.head.as_ref()?;
        Some(&head.translated.language.as_ref()?.value)
    }

    /// A quote ended.
    pub(super) fn end_quote(&mut self) {
        let depth = self.frames.len();
        let Some(statement) = &mut self.statement else { return };
        if let Some(quote) = statement.quote.take_if(|quote| quote.depth == depth) {
            statement.quotes.push(Spanned::new(Said::new(quote.text), quote.span));
        }
    }

    /// The text of a block belongs to the statement that is being read.
    pub(super) fn add_words(&mut self, text: &Text) {
        let words = text.words.trim();
        if self.statement.is_none() || words.is_empty() {
            return;
        }
        // The title of a target may be withheld, so a link without label is a gap in the text of a quote.
        let verbatim = text.plain().show(|id| self.label(id).unwrap_or("…").to_owned());
        let Some(statement) = &mut self.statement else { return };
        if let Some(quote) = &mut statement.quote {
            if !quote.text.is_empty() {
                quote.text.push_str("\n\n");
            }
            quote.text.push_str(&verbatim);
        }
        let is_bare_quote = statement.quote.is_some() && !words.starts_with(['“', '”', '«', '„', '‘', '"', '\'']);
        statement.summary.get_or_insert_with(|| {
            let plain = text.plain();
            if is_bare_quote { quoted(plain, self.quotation_marks.double) } else { plain }
        });
    }

    /// A statement ends: it becomes a hole when it is whole.
    pub(super) fn end_statement(&mut self) {
        let words = self.end_out();
        let Some(mut draft) = self.statement.take() else { return };
        if draft.summary.is_none() && !draft.is_broken && !self.is_stopped() {
            draft.is_broken = true;
            let problem = Diagnostic::new(Code::InvalidStatement, draft.form.span, "this statement has no words");
            self.problems.add(problem.help("write what was said after the head and an empty line (`>`)"));
        }
        if draft.quotes.is_empty()
            && !self.is_stopped()
            && let Some(problem) = draft.head.as_ref().and_then(|head| head.translated.without_quote())
        {
            draft.is_broken = true;
            self.problems.add(problem);
        }
        let (id, mentions_before) = (draft.id.clone(), draft.mentions_before);
        let is_broken = draft.is_broken || self.is_stopped();
        if let (Some(statement), false) = (draft.finish(words.into_fragment()), is_broken) {
            let index = u32::try_from(self.body.statements.len()).unwrap_or(u32::MAX);
            self.body.statements.push(statement);
            self.out.hole(Chunk::Statement(index));
            self.out.raw("\n");
            return;
        }
        self.body.broken_blocks.extend(id.map(|id| id.value));
        for (id, role) in self.mentions_of_statement(mentions_before) {
            if role == StatementRole::Cited {
                self.place(id, Place::Citation { sentence: None });
                continue;
            }
            let mut sentence = Plain::default();
            sentence.push_mention(id);
            let sentence = self.body.sentences.push(&sentence);
            self.place(id, Place::Text { sentence });
        }
    }
}

impl Draft {
    fn finish(self, words: super::Fragment) -> Option<Statement> {
        let head = self.head?;
        Some(Statement {
            id: self.id?,
            form: self.form,
            speaker: head.speaker,
            about: head.about,
            status: head.status,
            via: head.via,
            date: head.date,
            relations: head.relations,
            words: Said::new(words),
            summary: Said::new(self.summary?),
            quotes: self.quotes,
            quote_language: head.translated.language.map(|language| language.value),
            translation: head
                .translated
                .text
                .map(|text| Translation { text: Said::new(text.value), by: head.translated.by.map(|by| by.value) }),
            span: self.span,
        })
    }
}

fn quoted(plain: Plain, [open, close]: [&str; 2]) -> Plain {
    let mut quoted = Plain::default();
    quoted.push_text(open);
    quoted.0.extend(plain.0);
    quoted.push_text(close);
    quoted
}
