//! `dossier.lock`: what has been published, so that nothing vanishes or changes silently. Knows addresses and hashes of
//! what is published; no name and no hash of anything else is ever in it.

mod address;
mod check;
mod digest;
mod known;
mod print;
mod published;
mod read;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use address::Address;
pub use digest::Digest;
pub use print::print;
pub use published::published;
pub use read::read;

pub(super) use check::check;

use crate::document::kind::Kind;
use crate::document::statement::Status;
use crate::foundation::date::Edtf;
use crate::foundation::span::Span;

/// The name of the file.
pub const NAME: &str = "dossier.lock";

/// What has been published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    /// What stands at which address.
    pub entries: BTreeMap<Address, Entry>,
    /// What was withdrawn without a note at its address, in the order of the dates.
    pub withdrawn: Vec<Withdrawn>,
}

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The page of a document.
    Page {
        /// The kind of the document.
        kind: Kind,
        /// How many corrections the page has.
        corrections: usize,
        /// The hash of its title and text.
        text: Digest,
    },
    /// A statement.
    Statement {
        /// Its standing.
        status: Status,
        /// The hash of its words, its speaker and those it is about.
        text: Digest,
    },
    /// A page that leads to the present address of another.
    Redirect,
    /// A note that a page was withdrawn.
    Note {
        /// When.
        date: Edtf,
    },
}

impl Entry {
    /// The word for it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Page { .. } => "page",
            Self::Statement { .. } => "statement",
            Self::Redirect => "redirect",
            Self::Note { .. } => "note",
        }
    }
}

/// Something that was withdrawn, of which nothing else may be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// What.
    pub what: Thing,
    /// When.
    pub date: Edtf,
}

/// What can be withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A page and all on it.
    Page,
    /// One statement.
    Statement,
}

impl Thing {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Statement => "statement",
        }
    }
}

/// A lock that an author committed, with the places of its lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Locked {
    /// What it says.
    pub lock: Lock,
    /// Where it says so.
    pub lines: BTreeMap<Address, Span>,
}

impl Lock {
    /// Brings what was withdrawn into the order of the dates, so that equal locks are equal texts.
    pub fn sort_withdrawn(&mut self) {
        self.withdrawn.sort_by_cached_key(|withdrawn| (withdrawn.date.to_string(), withdrawn.what));
    }
}
