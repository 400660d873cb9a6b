//! How long it takes to derive what follows from statements: `cargo bench --bench statements`, or with another number of hearings
//! `cargo bench --bench statements -- 1000`.
//!
//! The record is made in memory at a quarter, half and the whole of its size. The goal: 100,000 statements in under 1 s on two
//! cores, and a time that grows as the record does.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

mod record;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dossier::document::{self, Document, Settings};
use dossier::foundation::date::Moment;
use dossier::foundation::language::Language;
use dossier::graph::derived::{Steps, derive};
use dossier::graph::files::Files;
use dossier::graph::publish::Audience;
use dossier::graph::{publish, resolve};
use rayon::prelude::*;
use record::{Record, STATEMENTS};

/// How often each time is taken; the best counts.
const RUNS: usize = 5;

/// What one size costs.
struct Cost {
    /// Binding every link, checking, publishing, and deriving.
    site: Duration,
    /// Deriving alone.
    derivation: Duration,
    steps: Steps,
}

fn main() {
    let hearings = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    println!(
        "| hearings | statements | sources | relations | resolve and publish | derivation | steps | each statement |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let costs = [4, 2, 1].map(|part| {
        let record = Record { hearings: hearings / part };
        let cost = measure(record);
        print(record, &cost);
        cost
    });
    for (name, time) in [("resolve and publish", site as fn(&Cost) -> Duration), ("derivation", derivation)] {
        let [quarter, half, whole] = [&costs[0], &costs[1], &costs[2]].map(|cost| time(cost).as_secs_f64());
        println!("{name}: twice the record takes {:.2} and {:.2} times as long", half / quarter, whole / half);
    }
    let [quarter, half, whole] = [&costs[0], &costs[1], &costs[2]].map(|cost| cost.steps.total());
    println!("steps: {quarter}, {half}, {whole}");
}

const fn site(cost: &Cost) -> Duration {
    cost.site
}

const fn derivation(cost: &Cost) -> Duration {
    cost.derivation
}

fn print(record: Record, cost: &Cost) {
    let Record { hearings } = record;
    let (statements, sources) = (hearings * STATEMENTS, record.sources());
    // Each relation is seen from both ends.
    let relations = cost.steps.relations / 2;
    let (site, derivation) = (cost.site.as_secs_f64(), cost.derivation.as_secs_f64());
    let each = cost.derivation.as_nanos() / statements as u128;
    let steps = cost.steps.total();
    println!(
        "| {hearings} | {statements} | {sources} | {relations} | {site:.2} s | {derivation:.3} s | {steps} | {each} ns |"
    );
}

fn measure(record: Record) -> Cost {
    let settings = Settings::new(Language::english(), &[]);
    let documents = documents(record, &settings);
    let audience = Audience { drafts: false, now: Moment::parse("2026-01-01T00:00+00:00").unwrap() };
    let files = Files::default();
    let build = || {
        let site = resolve(&documents, &files);
        assert_eq!(site.diagnostics, []);
        publish(&site.value, &settings, audience).value
    };
    let (site, public) = best(build);
    let (derivation, derived) = best(|| derive(black_box(&public)));
    assert_eq!(derived.steps(), public.derivation().steps());
    Cost { site, derivation, steps: derived.steps() }
}

/// The files of `record`, read, in the order of their paths.
fn documents(record: Record, settings: &Settings) -> Vec<Arc<Document>> {
    let tree = record.tree();
    let files: Vec<_> = tree.below("content").collect();
    let parsed = files.par_iter().map(|file| {
        let read = document::parse(&file.path, file.as_text().map_or("", |text| text), settings);
        assert_eq!(read.diagnostics, []);
        Arc::new(read.value.unwrap())
    });
    parsed.collect()
}

/// The shortest of several runs, and what the last of them gave.
fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut once = || {
        let start = Instant::now();
        let value = run();
        (start.elapsed(), value)
    };
    let first = once();
    (1..RUNS).fold(first, |(shortest, _), _| {
        let (time, value) = once();
        (time.min(shortest), value)
    })
}
