//! The lock after a renaming: what was published at the old address counts as published at the new one. Knows entries, not files.

use crate::foundation::route::Route;
use crate::pages::lock::{Address, Entry, Lock};

/// The lock `old` of a site, which is `before` now and `after` the renaming of the page at `from`, which is then at `to`. What
/// differs from what was published differs afterwards as well.
pub(super) fn lock(old: &Lock, before: &Lock, after: &Lock, from: &Route, to: &Route) -> Lock {
    let mut new = Lock { withdrawn: old.withdrawn.clone(), ..Lock::default() };
    for (address, entry) in &old.entries {
        let is_back = *entry == Entry::Redirect && address.page == *to;
        if is_back {
            continue;
        }
        let page = if address.page == *from { to } else { &address.page };
        let moved = Address { page: page.clone(), anchor: address.anchor.clone() };
        let is_as_published = before.entries.get(address) == Some(entry);
        let now = after.entries.get(&moved).filter(|_| is_as_published).unwrap_or(entry);
        new.entries.insert(moved, now.clone());
    }
    if new.entries.contains_key(&Address::of_page(to.clone())) {
        new.entries.insert(Address::of_page(from.clone()), Entry::Redirect);
    }
    new
}
