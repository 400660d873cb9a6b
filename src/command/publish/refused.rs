//! Why a publication is refused although the site has no fault: what was changed by hand, and what was published from another state. Says each in a
//! sentence.

use super::Wish;
use super::gone;
use crate::foundation::html::push_format;
use crate::output::Place;
use crate::pages::lock::{Address, Lock};

/// How many files or addresses are listed.
const LISTED: usize = 20;

/// What somebody did to the folder since it was published.
pub fn by_hand(place: &Place, may_overwrite: bool) -> Vec<String> {
    let folder = place.folder().display();
    let standing = place.standing();
    let drift = &standing.drift;
    let mut found = Vec::new();
    if !drift.added.is_empty() {
        found.push(format!(
            "`{folder}` holds files that nobody published and that would be lost; move them away (files in static/ become part of the \
             site):{}",
            listed(drift.added.iter())
        ));
    }
    let told = "to publish over it all the same, add --overwrite-changes";
    if may_overwrite {
        return found;
    }
    if standing.is_unknown {
        found.push(format!(
            "what stands in `{folder}` is none of the releases that were published there: something else has written a site there \
             since; {told}"
        ));
    }
    if !drift.changed.is_empty() || !drift.missing.is_empty() {
        let changed = drift.changed.iter().cloned();
        let gone = drift.missing.iter().map(|file| format!("{file} (gone)"));
        let files: Vec<String> = changed.chain(gone).collect();
        found.push(format!(
            "`{folder}` was changed by hand since it was published; take over into the content what is meant to stay; {told}:{}",
            listed(files.iter())
        ));
    }
    found
}

/// What was published to the folder from a newer state of the site, or another branch, and would vanish or come back.
pub fn by_state(standing: &Lock, old: &Lock, new: &Lock, wish: &Wish) -> Vec<String> {
    let mut found = Vec::new();
    let unknown = gone::unknown(standing, old, new, &wish.remove);
    if !unknown.is_empty() {
        found.push(format!(
            "these pages and statements were published from another state of the site: neither this content nor its dossier.lock has them, and they would \
             disappear; get that state, for example with `git pull`; or name each with --remove:{}",
            addresses(&unknown)
        ));
    }
    let forgotten = gone::forgotten(standing, new);
    if !forgotten.is_empty() {
        let days = forgotten.iter().map(|withdrawn| format!("a {} on {}", withdrawn.what.name(), withdrawn.date));
        let days: Vec<String> = days.collect();
        found.push(format!(
            "what was withdrawn would come back: this dossier.lock is from an older state and does not say so; get the newest one, for \
             example with `git pull`:{}",
            listed(days.iter())
        ));
    }
    let back: Vec<Address> =
        gone::brought_back(standing, new).into_iter().filter(|address| !wish.bring_back.contains(address)).collect();
    if !back.is_empty() {
        found.push(format!(
            "these pages were withdrawn, and a note says so at their addresses; they would come back; if they are meant to, name each with \
             --bring-back:{}",
            addresses(&back)
        ));
    }
    found
}

/// Each of `all` on a line of its own.
pub fn addresses(all: &[Address]) -> String {
    let lines: Vec<String> = all.iter().map(Address::to_string).collect();
    listed(lines.iter())
}

/// The first of `lines`, each on a line of its own, and how many more there are.
fn listed<'a>(lines: impl ExactSizeIterator<Item = &'a String>) -> String {
    let more = lines.len().saturating_sub(LISTED);
    let mut text: String = lines.take(LISTED).flat_map(|line| ["\n  ", line.as_str()]).collect();
    if more > 0 {
        push_format(&mut text, format_args!("\n  … and {more} more"));
    }
    text
}
