//! One message file. Knows the syntax of Fluent and where in the file a message stands; what is wrong is told with its place.

use std::collections::BTreeMap;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::pattern::{Pattern, Unsupported};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// A message and where its name stands.
#[derive(Debug, Clone)]
pub(super) struct Read {
    /// What it says.
    pub pattern: Pattern,
    /// Its name in the file.
    pub span: Span,
}

/// The messages of a file, by name.
pub(super) type File = BTreeMap<String, Read>;

/// Reads the file `id` with this text.
pub(super) fn read(id: FileId, text: &str) -> Checked<File> {
    let (resource, errors) =
        parser::parse_runtime(text).map_or_else(|(read, errors)| (read, errors), |read| (read, Vec::new()));
    let mut diagnostics: Vec<Diagnostic> = errors.iter().map(|error| syntax(id, text, error)).collect();
    let mut file = File::new();
    for entry in &resource.body {
        let (name, value, has_attributes) = match entry {
            Entry::Message(message) => (message.id.name, message.value.as_ref(), !message.attributes.is_empty()),
            Entry::Term(term) => {
                diagnostics.push(unsupported(place_of(id, text, term.id.name), &Unsupported("a term")));
                continue;
            }
            _ => continue,
        };
        let span = place_of(id, text, name);
        if has_attributes {
            diagnostics.push(unsupported(span, &Unsupported("an attribute")));
        }
        let pattern = match value.map(Pattern::new) {
            Some(Ok(pattern)) => pattern,
            Some(Err(what)) => {
                diagnostics.push(unsupported(span, &what));
                continue;
            }
            None => continue,
        };
        if let Some(earlier) = file.insert(name.to_owned(), Read { pattern, span }) {
            let message = format!("the message `{name}` stands here twice");
            let diagnostic = Diagnostic::new(Code::InvalidMessage, last_place_of(id, text, name), message);
            diagnostics.push(diagnostic.label(earlier.span, "here first").help("take one of them out"));
        }
    }
    Checked::new(file, diagnostics)
}

fn unsupported(span: Span, what: &Unsupported) -> Diagnostic {
    let message = format!("messages cannot have {}", what.0);
    Diagnostic::new(Code::InvalidMessage, span, message)
        .help("write the words out; a message has text, values such as `{ $count }`, and choices by a value")
}

fn syntax(id: FileId, text: &str, error: &ParserError) -> Diagnostic {
    let start = error.pos.start.min(text.len());
    let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = text.get(start..).and_then(|rest| rest.chars().next()).map_or(start, |letter| start + letter.len_utf8());
    let message = match &error.kind {
        ErrorKind::ExpectedToken(token) => format!("`{token}` is missing here"),
        ErrorKind::MissingDefaultVariant => "one variant must be marked with `*`, for every other value".to_owned(),
        ErrorKind::UnbalancedClosingBrace => "this `}` closes nothing".to_owned(),
        ErrorKind::ExpectedMessageField { entry_id } => format!("the message `{entry_id}` says nothing"),
        ErrorKind::ExpectedCharRange { .. } => "a name begins here, and names begin with a letter".to_owned(),
        other => other.to_string(),
    };
    Diagnostic::new(Code::InvalidMessage, Span::new(id, start..end), message)
        .help("a message is written `name = words`; further lines of it are indented")
}

/// Where the message `name` begins: its name at the start of a line.
fn place_of(id: FileId, text: &str, name: &str) -> Span {
    places(text, name).next().map_or_else(|| Span::start_of(id), |at| Span::new(id, at..at + name.len()))
}

fn last_place_of(id: FileId, text: &str, name: &str) -> Span {
    places(text, name).last().map_or_else(|| Span::start_of(id), |at| Span::new(id, at..at + name.len()))
}

fn places<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(name).map(|(at, _)| at).filter(move |at| {
        let before = text.get(..*at).unwrap_or_default().trim_end_matches('-');
        let after = text.get(at + name.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n')) && after.trim_start_matches(' ').starts_with('=')
    })
}
