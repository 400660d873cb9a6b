//! What a lock says against what is published now: what has vanished, and what says something else without a correction.
//! Knows addresses and hashes; whether a page is a draft or its file is gone cannot be told from here.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::known::Known;
use super::published::statement_digest;
use super::{Address, Digest, Entry, Locked};
use crate::document::body::anchor;
use crate::document::statement::{Statement, Status};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::route::Route;
use crate::foundation::span::Span;
use crate::graph::entity::EntityId;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::pages::routes;

/// Compares `site` with what `locked` says was published. New pages and statements are no matter.
pub(in crate::pages) fn check(site: &PublicSite, locked: &Locked) -> Vec<Diagnostic> {
    let now = Present::of(site, locked);
    let entries: Vec<_> = locked.lock.entries.iter().collect();
    let found: Vec<Option<Diagnostic>> = entries.par_iter().map(|(address, entry)| now.wrong(address, entry)).collect();
    found.into_iter().flatten().collect()
}

/// What is published now, by the addresses under which the lock knows it.
struct Present<'a> {
    known: Known<'a>,
    /// Whose page stands at an address, or leads on from it.
    places: BTreeMap<Route, EntityId>,
    /// Where a note stands that a page was withdrawn.
    notes: BTreeSet<Route>,
    locked: &'a Locked,
}

impl<'a> Present<'a> {
    fn of(site: &'a PublicSite, locked: &'a Locked) -> Self {
        let known = Known::to(&locked.lock, site);
        let notes = site.withdrawals.iter().map(|note| routes::of_entity(note.kind, &note.slug)).collect();
        Self { places: places(&known), known, notes, locked }
    }

    /// What is wrong with what was published at `address`.
    fn wrong(&self, address: &Address, entry: &Entry) -> Option<Diagnostic> {
        let line = *self.locked.lines.get(address)?;
        let is_noted = self.notes.contains(&address.page);
        let has_page = is_noted || self.places.contains_key(&address.page);
        match entry {
            Entry::Page { .. } | Entry::Redirect | Entry::Note { .. } => {
                (!has_page).then(|| vanished_page(address, entry, line))
            }
            // The page that has vanished is reported, or the note stands for all that was on it.
            Entry::Statement { .. } if is_noted || !has_page => None,
            Entry::Statement { status, text } => self.statement(address, *status, *text, line),
        }
    }

    /// What is wrong with the statement that was published at `address` as `status` with the words of `text`.
    fn statement(&self, address: &Address, status: Status, text: Digest, line: Span) -> Option<Diagnostic> {
        let Some((entity, statement)) = self.find(address) else { return Some(vanished_statement(address, line)) };
        let is_text_kept = statement_digest(&self.known, entity, statement) == text;
        let is_same = is_text_kept && (statement.status.value == status || statement.status.value == Status::Retracted);
        let imputes = |status| matches!(status, Status::Alleged | Status::Established);
        let counts = imputes(status) || imputes(statement.status.value);
        if is_same || !counts || self.is_corrected(entity) {
            return None;
        }
        Some(changed(statement, is_text_kept.then_some(status), line))
    }

    /// The statement that was published at `address`: on its page, or on the page that took the address over.
    fn find(&self, address: &Address) -> Option<(&PublicEntity, &Statement)> {
        let entity = self.known.site().get(*self.places.get(&address.page)?)?;
        let own = Address { page: self.known.route(entity.id)?.clone(), anchor: address.anchor.clone() };
        // A page that was joined with another may have had a statement with this id before.
        if own != *address && self.locked.lock.entries.contains_key(&own) {
            return None;
        }
        let mut statements = entity.body().statements.iter();
        let statement = statements.find(|statement| Some(anchor(&statement.id.value)) == address.anchor)?;
        Some((entity, statement))
    }

    /// Whether the page of `entity` has a correction that it did not have when it was published.
    fn is_corrected(&self, entity: &PublicEntity) -> bool {
        let page = self.known.route(entity.id).cloned().map(Address::of_page);
        let before = match page.and_then(|page| self.locked.lock.entries.get(&page)) {
            Some(Entry::Page { corrections, .. }) => *corrections,
            _ => 0,
        };
        entity.common().corrections.len() > before
    }
}

fn places(known: &Known<'_>) -> BTreeMap<Route, EntityId> {
    let entities = || known.site().entities().filter(|entity| entity.has_page);
    let earlier = entities()
        .flat_map(|entity| entity.common().redirect_from.iter().map(|route| (route.value.clone(), entity.id)));
    let now = entities().filter_map(|entity| Some((known.route(entity.id)?.clone(), entity.id)));
    earlier.chain(now).collect()
}

fn vanished_page(address: &Address, entry: &Entry, line: Span) -> Diagnostic {
    let (message, help) = match entry {
        Entry::Redirect => (
            format!("{address} led to another page and leads nowhere any more"),
            format!("write `redirect_from: {address}` on the page that readers are to find"),
        ),
        Entry::Note { date } => (
            format!("at {address} stood a note that a page was withdrawn, and it is no longer there"),
            format!("put the file back, with nothing but `withdrawn: {{date: {date}}}`"),
        ),
        Entry::Page { .. } | Entry::Statement { .. } => (
            format!("{address} was published and is no longer there"),
            format!(
                "publish it again; or write `redirect_from: {address}` on the page that stands in its place; or leave its file with \
                 nothing but `withdrawn: {{date: ...}}`"
            ),
        ),
    };
    Diagnostic::new(Code::VanishedPage, line, message)
        .help(format!("{help}; or, where not even the address may remain, run `dossier lock --withdraw {address}`"))
}

fn vanished_statement(address: &Address, line: Span) -> Diagnostic {
    Diagnostic::new(Code::VanishedStatement, line, format!("the statement {address} was published and is no longer there"))
        .help(format!(
            "put it back and write `status: retracted`: it is then shown struck through; or, where it must not be seen at all, run \
             `dossier lock --withdraw '{address}'`"
        ))
}

/// `standing` is the one that was published, where the words are the same.
fn changed(statement: &Statement, standing: Option<Status>, line: Span) -> Diagnostic {
    let (span, message) = match standing {
        Some(status) => (
            statement.status.span,
            format!("this statement was published as {} and is now {}", status.name(), statement.status.value.name()),
        ),
        None => (statement.id.span, "this statement says something else than was published".to_owned()),
    };
    Diagnostic::new(Code::ChangedStatement, span, message).label(line, "published so").help(
        "say on this page what stood here, with a new entry of `corrections`; if nothing that matters has changed, run `dossier lock`",
    )
}
