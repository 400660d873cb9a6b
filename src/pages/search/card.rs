//! What a list of finds shows of one thing. Knows that a statement shows its short form, which says who said it and with what
//! standing, and nothing else of its words.

use serde::Serialize;

use crate::pages::short_form::ShortForm;

/// How many cards stand in one file.
pub(super) const IN_ONE_FILE: usize = 12;
/// The most letters of an excerpt.
pub(super) const LONGEST: usize = 280;

/// One find: kind, title, address below the root, date in words and for machines, excerpt, language, and what its kind has beside.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Card(pub usize, pub String, pub String, pub String, pub String, pub Excerpt, pub String, pub Beside);

/// Some words on what was found.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Excerpt {
    /// The authors' own.
    Text(String),
    /// A statement's.
    Said(ShortForm),
}

/// What only some kinds have.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Beside {
    /// The other names of a document.
    Names(Vec<String>),
    /// A statement's number on its page, and its standing.
    Statement(usize, &'static str),
}
