//! The head of a statement: its first line and its `key: value` lines. Knows the keys and what their values can be.

use std::ops::Range;

use super::block_id;
use super::callout::Marker;
use super::writer::Writer;
use crate::document::mention::{MentionId, Part, StatementRole};
use crate::document::mention_text::parse_target;
use crate::document::statement::{Relation, Speaker, Status};
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::nearest::did_you_mean;
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
}

/// The keys of a statement.
const KEYS: &[&str] = &["about", "status", "via", "date", "contradicts", "denies", "supports", "repeats", "corrects"];

const EMPTY_LINE: &str = "the words of the statement begin after an empty line (`>`)";

/// A line `key: value`, with the lines that continue it.
struct Field<'a> {
    key: &'a str,
    span: Span,
    values: Vec<Range<usize>>,
}

/// A head while it is read.
struct Reader<'w, 'a, 'm> {
    writer: &'w mut Writer<'a, 'm>,
    /// How many errors were found.
    errors: usize,
    about: Vec<MentionId>,
    status: Option<Spanned<Status>>,
    has_status_line: bool,
    via: Vec<MentionId>,
    has_via_line: bool,
    date: Option<Spanned<Edtf>>,
    relations: Vec<(Relation, MentionId)>,
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
        };
        let (first, rest) =
            lines.split_first().map_or((marker.range.clone(), lines), |(first, rest)| (first.clone(), rest));
        let marked = reader.writer.source.span(marker.range.clone());
        let (speaker, id) = reader.first_line(marker.range.end..first.end.max(marker.range.end), marked);
        for field in reader.fields(rest) {
            reader.field(&field);
        }
        reader.check_standing(marked);
        let Reader { errors, about, status, via, date, relations, .. } = reader;
        let head = match (speaker, status, errors) {
            (Some(speaker), Some(status), 0) => Some(Self { speaker, about, status, via, date, relations }),
            _ => None,
        };
        (id, head)
    }
}

impl<'a> Reader<'_, 'a, '_> {
    fn fail(&mut self, problem: Diagnostic) {
        self.errors += 1;
        self.writer.problems.add(problem);
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        let source = self.writer.source;
        source.slice(range)
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.writer.source.span(range)
    }

    /// The range without white space at its ends.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
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
        let id = match caret {
            Some(_) => self.id(self.trim(end + 1..range.end)),
            None => {
                let problem = Diagnostic::new(Code::InvalidStatement, marked, "this statement has no id");
                self.fail(problem.help("end the line with one that is not used yet, such as `^s1`: it is the statement's permanent address"));
                None
            }
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

    /// The lines after the first, by their keys. A line without key goes on with the one before.
    fn fields(&mut self, lines: &[Range<usize>]) -> Vec<Field<'a>> {
        let mut fields: Vec<Field<'a>> = Vec::new();
        for line in lines {
            let text = self.slice(line.clone());
            match text.split_once(':').filter(|(key, _)| is_key(key)) {
                Some((key, _)) => {
                    let span = self.span(line.start..line.start + key.len());
                    let value = line.start + key.len() + 1..line.end;
                    if let Some(first) = fields.iter().find(|field| field.key == key) {
                        let problem = Diagnostic::new(
                            Code::DuplicateKey,
                            span,
                            format!("`{key}` stands twice in this statement"),
                        );
                        let problem = problem
                            .label(first.span, "the first one")
                            .help("put all its values on one line, with commas");
                        self.fail(problem);
                    } else {
                        fields.push(Field { key, span, values: vec![value] });
                    }
                }
                None => match fields.last_mut() {
                    Some(field) => field.values.push(line.clone()),
                    None => {
                        let span = self.span(line.clone());
                        let problem = Diagnostic::new(Code::InvalidStatement, span, "this line of the head has no key");
                        self.fail(problem.help(format!("write `status: …`, `via: …`; {EMPTY_LINE}")));
                    }
                },
            }
        }
        fields
    }

    fn field(&mut self, field: &Field<'_>) {
        match field.key {
            "about" => self.about = self.list(field, StatementRole::About, false),
            "via" => {
                self.has_via_line = true;
                self.via = self.list(field, StatementRole::Via, false);
            }
            "status" => self.status(field),
            "date" => self.date(field),
            key => match Relation::named(key) {
                Some(relation) => {
                    let ends = self.list(field, StatementRole::Relation, true);
                    self.relations.extend(ends.into_iter().map(|end| (relation, end)));
                }
                None => {
                    let problem = Diagnostic::new(Code::UnknownKey, field.span, format!("a statement has no `{key}`"));
                    self.fail(problem.help(format!("{}; {EMPTY_LINE}", did_you_mean(key, KEYS))));
                }
            },
        }
    }

    /// A value on one or more lines, as one text.
    fn value(&self, field: &Field<'_>) -> Spanned<String> {
        let parts: Vec<_> = field.values.iter().map(|range| self.trim(range.clone())).collect();
        let text: Vec<_> = parts.iter().map(|range| self.slice(range.clone())).collect();
        let start = parts.first().map_or(0, |range| range.start);
        let end = parts.last().map_or(start, |range| range.end.max(start));
        Spanned::new(text.join(" ").trim().to_owned(), self.span(start..end))
    }

    fn status(&mut self, field: &Field<'_>) {
        self.has_status_line = true;
        let value = self.value(field);
        self.status = Status::named(&value.value).map(|status| Spanned::new(status, value.span));
        if self.status.is_none() {
            let (span, message) = if value.value.is_empty() {
                (field.span, "the status is not said".to_owned())
            } else {
                (value.span, format!("`{}` is no status", value.value))
            };
            let help = format!("{}; {EMPTY_LINE}", did_you_mean(&value.value, Status::WORDS));
            self.fail(Diagnostic::new(Code::MissingStatus, span, message).help(help));
        }
    }

    fn date(&mut self, field: &Field<'_>) {
        let value = self.value(field);
        match Edtf::parse(&value.value) {
            Ok(date) => self.date = Some(Spanned::new(date, value.span)),
            Err(error) => {
                let span = if field.values.len() == 1 { value.span.within(error.range) } else { value.span };
                self.fail(Diagnostic::new(Code::InvalidDate, span, error.message).help(error.help));
            }
        }
    }

    fn list(&mut self, field: &Field<'_>, role: StatementRole, to_statement: bool) -> Vec<MentionId> {
        let before = self.errors;
        let mut found = Vec::new();
        for range in &field.values {
            found.extend(self.links(range.clone(), role, to_statement));
        }
        if found.is_empty() && self.errors == before {
            let problem =
                Diagnostic::new(Code::InvalidValue, field.span, format!("nothing stands after `{}`", field.key));
            self.fail(problem.help("write links, as [[name]], or delete the line"));
        }
        found
    }

    /// The links in `range`, with commas between them.
    fn links(&mut self, range: Range<usize>, role: StatementRole, to_statement: bool) -> Vec<MentionId> {
        let mut found = Vec::new();
        let mut at = range.start;
        loop {
            let rest = self.slice(at..range.end);
            let next = rest.trim_start_matches([' ', '\t', ',', ';']);
            at += rest.len() - next.len();
            if next.is_empty() {
                return found;
            }
            let Some(length) = next.strip_prefix("[[").and_then(|inner| inner.find("]]")) else {
                let span = self.span(self.trim(at..range.end));
                let problem = Diagnostic::new(Code::InvalidLink, span, "only links can stand here");
                let help = match role {
                    StatementRole::Speaker => {
                        "write the speaker as [[name]], or `unattributed`, and then the id".to_owned()
                    }
                    _ => format!("write [[name]], with commas between several; {EMPTY_LINE}"),
                };
                self.fail(problem.help(help));
                return found;
            };
            let inner = at + 2..at + 2 + length;
            found.extend(self.link(inner, role, to_statement));
            at += length + 4;
        }
    }

    fn link(&mut self, inner: Range<usize>, role: StatementRole, to_statement: bool) -> Option<MentionId> {
        self.writer.count_link(&inner);
        let span = self.span(inner.clone());
        let (target, label) = match parse_target(self.slice(inner)) {
            Ok(read) => read,
            Err(error) => {
                let problem = Diagnostic::new(Code::InvalidLink, span.within(error.range), error.message);
                self.fail(problem.help(error.help));
                return None;
            }
        };
        if to_statement && !matches!(target.part, Some(Part::Block(_))) {
            let problem = Diagnostic::new(Code::InvalidLink, span, "this leads to a page, not to a statement");
            self.fail(problem.help("name the statement: [[page#^s1]], or [[#^s1]] on this page"));
            return None;
        }
        let place = self.writer.statement_place(role);
        Some(self.writer.mention(target, label, span, place))
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

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_' || byte == b'-')
}
