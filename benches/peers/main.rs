//! The benchmark beside other generators: `benches/run`, or with other numbers of dossiers `benches/run 200 1000`.
//!
//! The same corpus is written in the form of each generator, with a theme of comparable output; each builds it into a new folder,
//! in turn, round after round. One table says medians, how many times the limit and ours that is, memory, files and bytes.
//! `--write` puts it into `benches/RESULTS.md`, with the machine and the versions.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

mod arguments;
mod edits;
mod form;
mod generators;
mod preview;
mod proof;
mod report;
mod written;

#[path = "../corpus/mod.rs"]
mod corpus;
#[path = "../limit/mod.rs"]
mod limit;
// It is shared with other measurements, which use more of it.
#[allow(dead_code)]
#[path = "../measure/mod.rs"]
mod measure;

use std::path::Path;

use arguments::Arguments;
use corpus::Corpus;
use form::documents;
use generators::{Generator, Installed};
use measure::{Cost, contents};
use proof::Proof;
use report::{Report, Row};

/// The seed of all corpora, so that figures of different days are about the same site.
const SEED: u64 = 20_151_010;
/// From this many dossiers on there is one round, as a round takes minutes.
const ONE_ROUND_FROM: usize = 50_000;
/// Above this many dossiers ours is measured alone.
const PEERS_UP_TO: usize = 50_000;
/// Above this many dossiers the others are not edited, as a build of theirs takes minutes.
const PEERS_EDITED_UP_TO: usize = 10_000;

fn main() {
    let arguments = Arguments::read(std::env::args().skip(1));
    let generators = generators::install(&arguments.only);
    let mut report = Report::new(&arguments, &generators);
    for size in &arguments.sizes {
        let folder = tempfile::tempdir().unwrap();
        let rows = measure_size(*size, &arguments, &generators, folder.path());
        report.add(*size, rows);
        for one in generators.iter().filter(|one| one.generator == Generator::Ours || *size <= PEERS_EDITED_UP_TO) {
            let source = folder.path().join(one.generator.name());
            report.add_edits(*size, one.generator.name(), edits::measure(*size, one, &source));
        }
        print!("{}", report.last(*size));
        // The next size can take an hour, and what is measured stays measured.
        if arguments.is_written {
            report.write();
        }
    }
    println!("\n{}", report.text());
}

/// One row for the limit and for each generator; everything is written below `folder`.
fn measure_size(size: usize, arguments: &Arguments, generators: &[Installed], folder: &Path) -> Vec<Row> {
    let corpus = Corpus::new(size, SEED);
    let documents = documents(&corpus);
    let proof = Proof::of(&documents);
    let taking_part: Vec<&Installed> =
        generators.iter().filter(|one| one.generator == Generator::Ours || size <= PEERS_UP_TO).collect();
    for one in &taking_part {
        one.write(&corpus, &documents, &folder.join(one.generator.name()));
    }
    let ours = folder.join(Generator::Ours.name());
    if !ours.is_dir() {
        written::ours(&corpus, &ours);
    }
    let mut rows = vec![Row::new("the limit")];
    rows.extend(taking_part.iter().map(|one| Row::new(one.generator.name())));
    let rounds = if size >= ONE_ROUND_FROM { 1 } else { arguments.rounds };
    for round in 1..=rounds {
        let output = folder.join(format!("limit-{round}"));
        let time = limit::run(&ours.join("content"), &output).unwrap();
        rows[0].add(Cost { time, processor: None, memory: None }, contents(&output));
        for (one, row) in taking_part.iter().zip(&mut rows[1..]) {
            let output = folder.join(format!("{}-{round}", one.generator.name()));
            match measure::run(&mut one.build(&folder.join(one.generator.name()), &output)) {
                Ok(cost) => match proof.fault(&output) {
                    None => row.add(cost, contents(&output)),
                    Some(fault) => row.fail(fault),
                },
                Err(error) => row.fail(error.to_string()),
            }
        }
    }
    rows
}
