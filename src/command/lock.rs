//! `lock`: what is published now to `dossier.lock`. Knows what a withdrawal needs and what it leaves behind; prints nothing.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use super::build::{Outcome, outcome};
use super::refusal::Refusal;
use crate::foundation::date::{Edtf, Moment};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::output;
use crate::pages::lock::{self, Address, Entry, Lock, Locked, Thing, Withdrawn};
use crate::pipeline::{self, Options, Pipeline};
use crate::source::copies::OnDisk;
use crate::source::tree::SourceTree;
use crate::source::{self, Limits};

/// A new lock, and how it differs from the one that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The differences, by address.
    pub changes: Vec<Change>,
    /// Whether the file has to be written.
    pub is_outdated: bool,
    /// How many pages it lists.
    pub pages: usize,
    /// How many statements it lists.
    pub statements: usize,
    pub(super) text: String,
}

/// One difference between two locks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What happens.
    pub change: How,
    /// `page`, `statement`, `redirect` or `note`.
    pub what: &'static str,
    /// The address.
    pub address: String,
}

/// What happens to an entry of a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It is new.
    Appears,
    /// It says something else.
    Changes,
    /// It goes.
    Disappears,
}

impl How {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Appears => "appears",
            Self::Changes => "changes",
            Self::Disappears => "disappears",
        }
    }
}

/// Plans the lock of the site in `root`, with what stands at `withdraw` taken out of it for good. There is no plan when the
/// site has errors, or when something else has vanished.
///
/// # Errors
/// When the folder cannot be read, or with a [`Refusal`] when something in `withdraw` was not published or still is.
pub fn plan(root: &Path, withdraw: &[Address], options: &Options) -> anyhow::Result<Outcome<Planned>> {
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let mut pipeline = Pipeline::default();
    let copies = OnDisk::new(root, options.program.as_deref());
    diagnostics.extend(pipeline.check(&tree, options, &copies));
    // What is wrong with the old lock is among the diagnostics of the build.
    let old = pipeline::locked(&tree).value.unwrap_or_default();
    let mut new = pipeline.published(&tree, options);
    let withdraw: BTreeSet<&Address> = withdraw.iter().collect();
    for address in &withdraw {
        refuse(address, &old.lock, &new)?;
    }
    diagnostics.retain(|diagnostic| !is_licensed(diagnostic, &old, &withdraw));
    new.withdrawn = withdrawn(&old.lock, &withdraw, options.audience.now)?;
    new.sort_withdrawn();
    let planned = planned(&tree, &old.lock, &new);
    Ok(outcome(&tree, diagnostics, false, planned))
}

/// Plans to write `new` in the place of `old`, the lock in `tree`.
pub(super) fn planned(tree: &SourceTree, old: &Lock, new: &Lock) -> Planned {
    let text = lock::print(new);
    let written = tree.get(lock::NAME).and_then(|file| file.as_text());
    Planned {
        changes: changes(old, new),
        // Git may give the file other line ends; that is no reason to write it.
        is_outdated: written.is_none_or(|written| written.replace("\r\n", "\n") != text),
        pages: count(new, |entry| matches!(entry, Entry::Page { .. })),
        statements: count(new, |entry| matches!(entry, Entry::Statement { .. })),
        text,
    }
}

/// Writes the planned lock into the site at `root`, in one step.
///
/// # Errors
/// When the disk refuses; the old lock then stands as it was.
pub fn write(root: &Path, planned: &Planned) -> anyhow::Result<()> {
    output::replace_file(&root.join(lock::NAME), planned.text.as_bytes()).context("the lock was not written")
}

fn refuse(address: &Address, old: &Lock, new: &Lock) -> Result<(), Refusal> {
    let words = match (old.entries.get(address), new.entries.get(address)) {
        (None, _) => format!("{address} is not in {}, so there is nothing to withdraw", lock::NAME),
        (Some(_), None) => return Ok(()),
        (Some(_), Some(Entry::Page { .. })) => {
            format!("{address} is still published: delete its file or write `draft: true` into it, then withdraw it")
        }
        (Some(_), Some(Entry::Statement { .. })) => {
            format!("{address} is still published: take the statement out of its page, then withdraw it")
        }
        (Some(_), Some(Entry::Redirect)) => {
            format!("{address} still leads to another page: take it out of `redirect_from` there, then withdraw it")
        }
        (Some(_), Some(Entry::Note { .. })) => {
            format!("at {address} stands a note that a page was withdrawn: delete its file, then withdraw the address")
        }
    };
    Err(Refusal(words))
}

/// Whether `diagnostic` says that something has vanished which is being withdrawn.
fn is_licensed(diagnostic: &Diagnostic, old: &Locked, withdraw: &BTreeSet<&Address>) -> bool {
    matches!(diagnostic.code, Code::VanishedPage | Code::VanishedStatement)
        && withdraw.iter().any(|address| old.lines.get(*address) == Some(&diagnostic.span))
}

/// What was withdrawn before and is withdrawn now: that it was, and when.
fn withdrawn(old: &Lock, withdraw: &BTreeSet<&Address>, now: Moment) -> anyhow::Result<Vec<Withdrawn>> {
    let day = now.day().context("the moment lies outside of the calendar")?;
    let today = Edtf::parse(&day.to_string())?;
    let of_page = |address: &Address| withdraw.contains(&Address::of_page(address.page.clone()));
    let new = withdraw.iter().filter_map(|address| match old.entries.get(*address)? {
        Entry::Page { .. } => Some(Withdrawn { what: Thing::Page, date: today.clone() }),
        Entry::Note { date } => Some(Withdrawn { what: Thing::Page, date: date.clone() }),
        Entry::Statement { .. } if of_page(address) => None,
        Entry::Statement { .. } => Some(Withdrawn { what: Thing::Statement, date: today.clone() }),
        // The page that it led to is there, or is withdrawn itself.
        Entry::Redirect => None,
    });
    Ok(old.withdrawn.iter().cloned().chain(new).collect())
}

fn changes(old: &Lock, new: &Lock) -> Vec<Change> {
    let addresses: BTreeSet<&Address> = old.entries.keys().chain(new.entries.keys()).collect();
    let change = |address: &Address| {
        let (change, entry) = match (old.entries.get(address), new.entries.get(address)) {
            (Some(old), Some(new)) if old == new => return None,
            (Some(_), Some(new)) => (How::Changes, new),
            (None, Some(new)) => (How::Appears, new),
            (Some(old), None) => (How::Disappears, old),
            (None, None) => return None,
        };
        Some(Change { change, what: entry.name(), address: address.to_string() })
    };
    addresses.into_iter().filter_map(change).collect()
}

fn count(lock: &Lock, is_one: impl Fn(&Entry) -> bool) -> usize {
    lock.entries.values().filter(|entry| is_one(entry)).count()
}
