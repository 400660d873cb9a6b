//! The views of the page for searching and of the list of all pages.

use serde::Serialize;

use super::listing::{KindCount, Letter};
use super::parts::Ref;
use crate::document::kind::Kind;

/// The page for searching; without scripts it leads to all lists.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SearchView {
    /// The address of the index of people below the root; nothing where no person is named.
    pub people: Option<String>,
    /// The letters of that index.
    pub letters: Vec<Letter>,
    /// The cases, A to Z, at most 100.
    pub cases: Vec<Ref>,
    /// The address of the index of hearings below the root; nothing where there are none.
    pub hearings: Option<String>,
    /// The years of that index, newest first.
    pub years: Vec<YearLink>,
    /// The indexes of all kinds.
    pub indexes: Vec<KindCount>,
    /// The address of the list of all pages below the root.
    pub all: String,
}

/// A year of an index.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearLink {
    /// The year; empty for what has no known year.
    pub year: String,
    /// The anchor of its group, without `#`.
    pub anchor: String,
    /// The address of its own page below the root, where the index is too long for one.
    pub path: Option<String>,
}

/// One page of the list of all pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AllPagesView {
    /// How many pages the list has in all.
    pub count: usize,
    /// Those on this page of the list, by kind, A to Z.
    pub groups: Vec<KindGroup>,
    /// The pages of the list, when there are several.
    pub parts: Vec<ListPart>,
    /// The number of this page of the list, from 1.
    pub number: usize,
}

/// Pages of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct KindGroup {
    /// The kind.
    pub kind: Kind,
    /// The pages.
    pub items: Vec<Ref>,
}

/// A page of a list that does not stand on one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ListPart {
    /// Its number, from 1.
    pub number: usize,
    /// Its address below the root.
    pub path: String,
}
