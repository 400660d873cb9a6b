//! The head of a statement: who, under which id, and that its standing is said. Its `key: value` lines are read in [`super::fields`].

use std::ops::Range;

use super::block_id;
use super::callout::Marker;
use super::translation::Translated;
use super::writer::Writer;
use crate::document::mention::{MentionId, StatementRole};
use crate::document::statement::{Relation, Speaker, Status};
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{Span, Spanned};

/// A head that has all that it needs.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) speaker: Speaker,
    pub(super) about: Vec<MentionId>,
    pub(super) status: Spanned<Status>,
    pub(super) via: Vec<MentionId>,
    pub(super) date: Option<Spanned<Edtf>>,
    pub(super) relations: Vec<(Relation, MentionId)>,
    pub(super) translated: Translated,
}

/// What authors often forget.
pub(super) const EMPTY_LINE: &str = "the words of the statement begin after an empty line (`>`)";

/// A head while it is read.
pub(super) struct Reader<'w, 'a, 'm> {
    pub(super) writer: &'w mut Writer<'a, 'm>,
    /// How many errors were found.
    pub(super) errors: usize,
    pub(super) about: Vec<MentionId>,
    pub(super) status: Option<Spanned<Status>>,
    pub(super) has_status_line: bool,
    pub(super) via: Vec<MentionId>,
    pub(super) has_via_line: bool,
    pub(super) date: Option<Spanned<Edtf>>,
    pub(super) relations: Vec<(Relation, MentionId)>,
    pub(super) translated: Translated,
}

impl Head {
    /// Reads the lines of a head. The id is given also when something else is wrong; the head only when it is whole.
    pub(super) fn read(
        writer: &mut Writer<'_, '_>,
        marker: &Marker,
        lines: &[Range<usize>],
    ) -> (Option<Spanned<String>>, Option<Self>) {
        let mut reader = Reader {
            writer,
            errors: 0,
            about: Vec::new(),
            status: None,
            has_status_line: false,
            via: Vec::new(),
            has_via_line: false,
            date: None,
            relations: Vec::new(),
            translated: Translated::default(),
        };
        let (first, rest) =
            lines.split_first().map_or((marker.range.clone(), lines), |(first, rest)| (first.clone(), rest));
        let place = reader.writer.source.span(marker.range.clone());
        let (speaker, id) = reader.first_line(marker.range.end..first.end.max(marker.range.end), place);
        reader.lines(rest);
        reader.check_standing(place);
        reader.check_translation();
        let Reader { errors, about, status, via, date, relations, translated, .. } = reader;
        let head = match (speaker, status, errors) {
            (Some(speaker), Some(status), 0) => Some(Self { speaker, about, status, via, date, relations, translated }),
            _ => None,
        };
        (id, head)
    }
}

impl<'a> Reader<'_, 'a, '_> {
    pub(super) fn fail(&mut self, problem: Diagnostic) {
        self.errors += 1;
        self.writer.problems.add(problem);
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        let source = self.writer.source;
        source.slice(range)
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.writer.source.span(range)
    }

    /// The range without white space at its ends.
    pub(super) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let text = self.slice(range.clone());
        let start = range.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    }

    /// What follows the marker: the speaker and the id.
    fn first_line(&mut self, range: Range<usize>, marked: Span) -> (Option<Speaker>, Option<Spanned<String>>) {
        let text = self.slice(range.clone());
        let caret =
            text.rfind('^').filter(|at| text.get(at + 1..).is_some_and(|id| !id.trim_end().contains([']', ' ', '\t'])));
        let end = caret.map_or(range.end, |at| range.start + at);
        let id = if caret.is_some() {
            self.id(self.trim(end + 1..range.end))
        } else {
            let problem = Diagnostic::new(Code::InvalidStatement, marked, "this statement has no id");
            self.fail(problem.help(
                "end the line with one that is not used yet, such as `^s1`: it is the statement's permanent address",
            ));
            None
        };
        (self.speaker(self.trim(range.start..end), marked), id)
    }

    fn id(&mut self, range: Range<usize>) -> Option<Spanned<String>> {
        let id = self.slice(range.clone()).to_owned();
        let span = self.span(range);
        if !block_id::is_valid(&id) {
            let problem =
                Diagnostic::new(Code::InvalidStatement, span, format!("`^{id}` cannot be the id of a statement"));
            self.fail(problem.help("use ASCII letters, digits and hyphens, a letter first, such as `^s1`"));
            return None;
        }
        if !self.writer.claim(&id, span) {
            self.errors += 1;
            return None;
        }
        Some(Spanned::new(id, span))
    }

    fn speaker(&mut self, range: Range<usize>, marked: Span) -> Option<Speaker> {
        let text = self.slice(range.clone());
        let help = "write who said it after the marker, as [[name]], or `unattributed` where the source does not say";
        match text {
            "" => {
                self.fail(Diagnostic::new(Code::InvalidStatement, marked, "this statement has no speaker").help(help));
                None
            }
            "unattributed" => Some(Speaker::Unattributed),
            _ => match self.links(range.clone(), StatementRole::Speaker, false).as_slice() {
                [one] => Some(Speaker::Mention(*one)),
                [] => None,
                _ => {
                    let span = self.span(range);
                    let problem = Diagnostic::new(Code::InvalidStatement, span, "a statement has one speaker");
                    self.fail(problem.help("write one statement for each"));
                    None
                }
            },
        }
    }

    /// Every statement says how it stands, and what is reported says where.
    fn check_standing(&mut self, marked: Span) {
        if !self.has_status_line {
            let problem = Diagnostic::new(Code::MissingStatus, marked, "this statement does not say how it stands");
            let help = format!("add a line `status:` with one of {}", Status::WORDS.join(", "));
            self.fail(problem.help(help));
        }
        if !self.has_via_line
            && let Some(status) = self.status.filter(|status| status.value == Status::Reported)
        {
            let problem =
                Diagnostic::new(Code::MissingVia, status.span, "what is reported needs the source that reports it");
            self.fail(problem.help("add a line `via: [[source]]`"));
        }
    }
}
