//! B 29: markup that another reading would turn into something else is inert: through the whole build nothing of it becomes an
//! element, a handler or an address with a foreign scheme, and a page that a browser writes out again reads the same.

use std::collections::HashSet;

use dossier::foundation::fingerprint::Fingerprint;
use dossier::pipeline::Pipeline;

use super::break_outs::allowed;
use super::payloads::payloads;
use super::site::{POSITIONS, pages};

/// What came of some payloads in every position: how many texts stand without an error, and how many pages were read.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    clean: usize,
    seen: usize,
}

/// Reads every page that one of `payloads` is on.
fn count(payloads: &[String]) -> Count {
    let mut pipeline = Pipeline::default();
    let allowed = allowed(&mut pipeline);
    let (mut count, mut known) = (Count::default(), HashSet::new());
    for text in payloads {
        let (pages, without_errors) = pages(&mut pipeline, text);
        count.clean += without_errors;
        count.seen += pages.len();
        for page in pages.into_iter().filter(|page| known.insert(Fingerprint::of(&page.html))) {
            let faults = allowed.faults(&page.html);
            assert!(faults.is_empty(), "{text:?} as {}, {}: {faults:?}", page.position, page.path);
        }
    }
    count
}

#[test]
fn b29_every_payload_in_every_position_is_inert() {
    let payloads = payloads();
    let (half, other) = payloads.split_at(payloads.len() / 2);
    let (one, two) = std::thread::scope(|scope| {
        let one = scope.spawn(|| count(half));
        (count(other), one.join().unwrap())
    });
    let (clean, seen) = (one.clean + two.clean, one.seen + two.seen);
    let all = payloads.len() * POSITIONS.len();
    assert!(all >= 2_000 && seen > all, "{seen} pages, {all} texts");
    assert!(clean * 3 > all, "{clean} of {all} stand without an error");
}
