//! Front matter from text to values and to what is said about it, whole.

mod cases;
mod keys;
mod limits;
mod places;
mod properties;
mod text;

use super::{FrontMatter, read};
use crate::document::kind::Kind;
use crate::document::mention::MentionTable;
use crate::document::parse::{Role, Settings};
use crate::foundation::diagnostic::{Checked, Diagnostic};
use crate::foundation::language::Language;
use crate::foundation::span::{FileId, LineIndex, Span};

fn settings() -> Settings {
    let role = |key: &str| Role { key: key.into(), title: key.into() };
    Settings { language: Language::english(), roles: [role("judges"), role("witnesses")].into() }
}

fn read_as(kind: Option<Kind>, text: &str) -> (Checked<FrontMatter>, MentionTable) {
    let mut mentions = MentionTable::default();
    let checked = read(FileId::of_path("a.md"), text, kind, &settings(), &mut mentions);
    (checked, mentions)
}

/// Every diagnostic as a line `line:col: error[code]: message / help`, other places behind it.
fn lines(text: &str, diagnostics: &[Diagnostic]) -> String {
    let index = LineIndex::new(text);
    let place = |span: Span| {
        let place = index.place(text, span.start as usize);
        format!("{}:{}", place.line, place.column)
    };
    let line = |diagnostic: &Diagnostic| {
        let labels: Vec<_> =
            diagnostic.labels.iter().map(|label| format!(" ({} {})", place(label.span), label.text)).collect();
        let labels = labels.concat();
        let (severity, code) = (diagnostic.severity().name(), diagnostic.code.name());
        format!("{}: {severity}[{code}]: {} / {}{labels}", place(diagnostic.span), diagnostic.message, diagnostic.help)
    };
    diagnostics.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What is said about a whole file of this kind.
fn said_of(kind: Kind, text: &str) -> String {
    // Pages have no folder.
    lines(text, &read_as(kind.folder().map(|_| kind), text).0.diagnostics)
}

/// What is said about a file with these lines of front matter.
fn said(kind: Kind, yaml: &str) -> String {
    said_of(kind, &format!("---\n{yaml}\n---\nText\n"))
}
