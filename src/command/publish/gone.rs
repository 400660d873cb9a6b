//! What one release has that another has no more: pages and statements that were withdrawn, names that are no longer given, and pages that
//! nobody here knows of. Knows locks and names, not sites.

use std::collections::BTreeSet;

use anyhow::Context;

use crate::foundation::span::FileId;
use crate::output::Record;
use crate::pages::lock::{self, Address, Entry, Lock, Thing, Withdrawn};

/// A name and the address of the page of the person.
pub type Name = (String, String);

/// The lock of a release.
///
/// # Errors
/// When it cannot be read: then nobody knows what has been withdrawn since.
pub fn lock_of(record: &Record) -> anyhow::Result<Lock> {
    let read = lock::read(FileId::of_path(lock::NAME), &record.lock).value;
    Ok(read
        .context("the note on a release that is kept was written by another version of dossier; use that version")?
        .lock)
}

/// The pages and statements of `then` that are no longer published by one of `now`, and the pages of people with a name that is not
/// in `names` any more.
///
/// # Errors
/// As [`lock_of`].
pub fn withdrawn_since(then: &Record, now: &[&Lock], names: &BTreeSet<Name>) -> anyhow::Result<BTreeSet<Address>> {
    let lock = lock_of(then)?;
    let is_gone = |address: &&Address, entry: &Entry| now.iter().any(|now| is_withdrawn(address, entry, now));
    let gone =
        lock.entries.iter().filter(|(address, entry)| is_gone(address, entry)).map(|(address, _)| address.clone());
    let known: BTreeSet<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
    let nameless = then.names.iter().filter(|(_, name)| !known.contains(name.as_str()));
    let pages = nameless.filter_map(|(address, _)| Address::parse(address).ok());
    Ok(gone.chain(pages).collect())
}

fn is_withdrawn(address: &Address, entry: &Entry, now: &Lock) -> bool {
    let page = now.entries.get(&Address::of_page(address.page.clone()));
    match entry {
        Entry::Page { .. } => matches!(page, None | Some(Entry::Note { .. })),
        // With its page, all that was on it is gone; where the page moved, its statements have moved with it.
        Entry::Statement { .. } => matches!(page, Some(Entry::Page { .. })) && !now.entries.contains_key(address),
        Entry::Redirect | Entry::Note { .. } => false,
    }
}

/// The pages and statements of `standing` that `new` does not have and of which `old`, the lock that `new` follows, knows nothing: they were
/// published from a newer state or another branch. As many as were withdrawn since without a note are licensed by that.
pub fn unknown(standing: &Lock, old: &Lock, new: &Lock, confirmed: &[Address]) -> Vec<Address> {
    let mut all = Vec::new();
    for thing in [Thing::Page, Thing::Statement] {
        let of_thing = standing.entries.iter().filter(|(address, entry)| thing_of(address, entry, new) == Some(thing));
        let is_known = |address: &&Address| new.entries.contains_key(address) || old.entries.contains_key(address);
        let unknown: Vec<Address> = of_thing
            .map(|(address, _)| address)
            .filter(|address| !is_known(address) && !confirmed.contains(address))
            .cloned()
            .collect();
        let withdrawn = |lock: &Lock| lock.withdrawn.iter().filter(|withdrawn| withdrawn.what == thing).count();
        if unknown.len() > withdrawn(new).saturating_sub(withdrawn(standing)) {
            all.extend(unknown);
        }
    }
    all
}

/// What would vanish with `address`; nothing for what vanishes or moves with its page.
fn thing_of(address: &Address, entry: &Entry, new: &Lock) -> Option<Thing> {
    match entry {
        Entry::Page { .. } | Entry::Note { .. } => Some(Thing::Page),
        Entry::Statement { .. } => {
            let page = new.entries.get(&Address::of_page(address.page.clone()));
            matches!(page, Some(Entry::Page { .. })).then_some(Thing::Statement)
        }
        Entry::Redirect => None,
    }
}

/// What `standing` says was withdrawn and `new` does not: `new` was made from an older state, which may hold what was withdrawn.
pub fn forgotten(standing: &Lock, new: &Lock) -> Vec<Withdrawn> {
    let mut left = new.withdrawn.clone();
    let is_forgotten = |withdrawn: &&Withdrawn| match left.iter().position(|other| other == *withdrawn) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    standing.withdrawn.iter().filter(is_forgotten).cloned().collect()
}

/// The pages of `new` at whose addresses notes of `standing` say that they were withdrawn.
pub fn brought_back(standing: &Lock, new: &Lock) -> Vec<Address> {
    let notes = standing.entries.iter().filter(|(_, entry)| matches!(entry, Entry::Note { .. }));
    let is_page = |address: &&Address| matches!(new.entries.get(*address), Some(Entry::Page { .. }));
    notes.map(|(address, _)| address).filter(is_page).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(text: &str) -> Lock {
        let text = format!("dossier-lock 1\n{text}");
        lock::read(FileId::of_path(lock::NAME), &text).value.unwrap().lock
    }

    fn page(address: &str) -> String {
        format!("page {address} person 0 {}\n", "0".repeat(32))
    }

    fn shown(addresses: impl IntoIterator<Item = Address>) -> Vec<String> {
        addresses.into_iter().map(|address| address.to_string()).collect()
    }

    #[test]
    fn what_was_withdrawn_is_told_from_what_moved() {
        let hash = "0".repeat(32);
        let then = Record {
            manifest: crate::output::Hash::of(b""),
            names: [("/people/a/", "A"), ("/people/e/", "E")].map(|(page, name)| (page.into(), name.into())).into(),
            lock: format!(
                "dossier-lock 1\n{}{}{}{}{}statement /people/d/#s1 alleged {hash}\nstatement /people/d/#s2 alleged {hash}\n",
                page("/people/a/"),
                page("/people/b/"),
                page("/people/c/"),
                page("/people/d/"),
                page("/people/e/"),
            ),
        };
        let now = lock(&format!(
            "note /people/b/ 2026-01-01\nredirect /people/c/\n{}{}statement /people/d/#s2 alleged {hash}\n",
            page("/people/d/"),
            page("/people/e/"),
        ));
        let names = [("/people/e/".to_owned(), "Another".to_owned())].into();
        assert_eq!(
            shown(withdrawn_since(&then, &[&now], &names).unwrap()),
            ["/people/a/", "/people/b/", "/people/d/#s1", "/people/e/"],
            "the page that moved is not among them, and the one whose name is no longer given is"
        );
        let same = lock_of(&then).unwrap();
        assert_eq!(shown(withdrawn_since(&then, &[&same], &then.names).unwrap()), [""; 0]);
        assert_eq!(
            shown(withdrawn_since(&then, &[&same, &now], &then.names).unwrap()).len(),
            3,
            "either lock is enough"
        );
        let cut = Record { lock: "dossier-lock 2\n".into(), ..then };
        assert!(withdrawn_since(&cut, &[&same], &cut.names).is_err());
    }

    #[test]
    fn pages_of_another_branch_are_unknown_unless_that_many_were_withdrawn() {
        let standing = lock(&(page("/people/a/") + &page("/people/b/") + "redirect /people/old/\n"));
        let own = lock(&page("/people/a/"));
        assert_eq!(shown(unknown(&standing, &own, &own, &[])), ["/people/b/"]);
        let confirmed = Address::parse("/people/b/").unwrap();
        assert_eq!(unknown(&standing, &own, &own, &[confirmed]), []);
        let withdrawn = lock(&(page("/people/a/") + "withdrawn page 2026-01-01\n"));
        assert_eq!(unknown(&standing, &withdrawn, &withdrawn, &[]), []);
        let neither = lock("withdrawn page 2026-01-01\n");
        assert_eq!(unknown(&standing, &neither, &neither, &[]).len(), 2, "one withdrawal is not two");
        let statement = format!("statement /people/a/#s1 alleged {}\n", "0".repeat(32));
        let with_statement = lock(&(page("/people/a/") + &statement));
        assert_eq!(shown(unknown(&with_statement, &own, &own, &[])), ["/people/a/#s1"]);
        let taken = lock(&(page("/people/a/") + "withdrawn statement 2026-01-01\n"));
        assert_eq!(unknown(&with_statement, &taken, &taken, &[]), []);
        let none = Lock::default();
        assert_eq!(unknown(&standing, &none, &none, &[]).len(), 2, "without a lock all is unknown");
        assert_eq!(
            unknown(&standing, &standing, &none, &[]),
            [],
            "what the old lock knows is for the rules of the lock"
        );
    }

    #[test]
    fn an_older_state_forgets_what_was_withdrawn() {
        let standing = lock("note /people/a/ 2026-01-01\nwithdrawn page 2026-01-01\nwithdrawn page 2026-01-01\n");
        let older = lock(&(page("/people/a/") + "withdrawn page 2026-01-01\n"));
        assert_eq!(forgotten(&standing, &older).len(), 1);
        assert_eq!(forgotten(&standing, &standing), []);
        assert_eq!(forgotten(&older, &standing), []);
        assert_eq!(shown(brought_back(&standing, &older)), ["/people/a/"]);
        assert_eq!(brought_back(&standing, &standing), []);
    }
}
