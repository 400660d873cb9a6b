//! How work grows with a site: counted, never timed. The same site is made of N, 2N and 4N of one thing, and each stage of a build
//! must not do more for the last 2N than a little over twice what it did for the N before.
//!
//! Counted are allocations, bytes allocated, pages and bytes of output, on one thread, so that the figures are the same in every run.
//! A list that is made anew for each of its parts, a table of all pairs, a text that is copied for each link: they all allocate. What
//! does not is a scan that only compares, and a test that counts allocations is blind to it.
#![allow(clippy::disallowed_macros, reason = "with --nocapture the figures are seen")]
#![allow(clippy::disallowed_methods, reason = "the size comes from the environment")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod extremes;
mod shapes;
mod work;

use shapes::Shape;
use work::{Work, alone, built};

/// Twice, and what a logarithm and the growth of tables add to it at these sizes.
const MOST: f64 = 2.3;

/// What is wrong with how the work on `shape` grows; nothing when all is well.
fn faults(shape: &Shape) -> Vec<String> {
    let [one, two, four] = [1, 2, 4].map(|times| built(&shape.files(times * shape.n)));
    println!("{}", shape.name);
    let mut faults = Vec::new();
    for (measure, of) in Work::MEASURES {
        let total = of(&four.total());
        for stage in four.stages.keys() {
            let [one, two, four] = [&one, &two, &four].map(|built| of(&built.stages[stage]));
            let (first, second) = (two - one, four - two);
            println!("  {stage:8} {measure:12} {one:12} {two:12} {four:12} {:5.2}", second / first);
            // Lists go over several pages from some length on, so pages come all at once.
            let is_too_much = if measure == "pages" { four > MOST * two } else { second > MOST * first };
            // What adds no hundredth of the work would be seen at a larger size, and is noise at this one.
            if is_too_much && second * 100.0 > total {
                faults.push(format!("{}: {stage}: {measure}: {one}, {two}, {four}", shape.name));
            }
        }
    }
    faults
}

#[test]
fn no_stage_does_more_than_n_log_n() {
    let _alone = alone();
    let faults: Vec<String> = shapes::ALL.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_grows_with_the_square_is_seen() {
    let _alone = alone();
    // Each document names every other.
    let all_pairs = Shape { name: "all pairs", n: 20, make: shapes::all_pairs };
    let faults = faults(&all_pairs);
    assert!(faults.iter().any(|fault| fault.contains("parse: allocations")), "{faults:#?}");
    assert!(faults.iter().any(|fault| fault.contains("render: output")), "{faults:#?}");
}
