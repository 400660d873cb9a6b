//! The `key: value` lines of a statement's head. Knows the keys and what their values can be.

use std::ops::Range;

use super::head::{EMPTY_LINE, Reader};
use crate::document::mention::{MentionId, Part, StatementRole};
use crate::document::mention_text::parse_target;
use crate::document::statement::{Relation, Status};
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::nearest::did_you_mean;
use crate::foundation::span::{Span, Spanned};

/// The keys of a statement.
const KEYS: &[&str] = &[
    "about",
    "status",
    "via",
    "date",
    "contradicts",
    "denies",
    "supports",
    "repeats",
    "corrects",
    "quote_lang",
    "translation",
    "translator",
];

/// A line `key: value`, with the lines that continue it.
pub(super) struct Field<'a> {
    pub(super) key: &'a str,
    pub(super) span: Span,
    values: Vec<Range<usize>>,
}

impl<'a> Reader<'_, 'a, '_> {
    /// Reads the lines after the first, by their keys. A line without key goes on with the one before.
    pub(super) fn lines(&mut self, lines: &[Range<usize>]) {
        let mut fields: Vec<Field> = Vec::new();
        let mut goes_on = true;
        for line in lines {
            if let Some((key, value)) = self.key(line) {
                let field = Field { key: self.slice(key.clone()), span: self.span(key), values: vec![value] };
                goes_on = self.add(field, &mut fields);
            } else if let Some(field) = fields.last_mut() {
                if goes_on {
                    field.values.push(line.clone());
                }
            } else if goes_on {
                let problem = Diagnostic::new(
                    Code::InvalidStatement,
                    self.span(line.clone()),
                    "this line of the head has no key",
                );
                self.fail(problem.help(format!("write `status: …`, `via: …`; {EMPTY_LINE}")));
            }
        }
        for field in &fields {
            self.field(field);
        }
    }

    /// The key of a line and what stands after its colon.
    fn key(&self, line: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let (key, _) = self.slice(line.clone()).split_once(':').filter(|(key, _)| is_key(key))?;
        let colon = line.start + key.len();
        Some((line.start..colon, colon + 1..line.end))
    }

    /// Keeps a line that has a known key for the first time; false, with an error, for others.
    fn add(&mut self, field: Field<'a>, fields: &mut Vec<Field<'a>>) -> bool {
        if !KEYS.contains(&field.key) {
            self.unknown(&field);
            return false;
        }
        let Some(first) = fields.iter().find(|other| other.key == field.key) else {
            fields.push(field);
            return true;
        };
        let message = format!("`{}` stands twice in this statement", field.key);
        let problem = Diagnostic::new(Code::DuplicateKey, field.span, message).label(first.span, "the first one");
        self.fail(problem.help("put all its values on one line, with commas"));
        false
    }

    fn unknown(&mut self, field: &Field<'_>) {
        let problem = Diagnostic::new(Code::UnknownKey, field.span, format!("a statement has no `{}`", field.key));
        self.fail(problem.help(format!("{}; {EMPTY_LINE}", did_you_mean(field.key, KEYS))));
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
            "quote_lang" | "translation" | "translator" => self.translated(field),
            key => {
                if let Some(relation) = Relation::named(key) {
                    let ends = self.list(field, StatementRole::Relation, true);
                    self.relations.extend(ends.into_iter().map(|end| (relation, end)));
                }
            }
        }
    }

    /// A value on one or more lines, as one text.
    pub(super) fn value(&self, field: &Field<'_>) -> Spanned<String> {
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
    pub(super) fn links(&mut self, range: Range<usize>, role: StatementRole, to_statement: bool) -> Vec<MentionId> {
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
        if to_statement && !matches!(target.part.as_deref(), Some(Part::Block(_))) {
            let problem = Diagnostic::new(Code::InvalidLink, span, "this leads to a page, not to a statement");
            self.fail(problem.help("name the statement: [[page#^s1]], or [[#^s1]] on this page"));
            return None;
        }
        let place = self.writer.statement_place(role);
        Some(self.writer.mention(target, label, span, place))
    }
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_' || byte == b'-')
}
