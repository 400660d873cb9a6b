//! How long a whole site takes: `cargo bench --bench site`, or with other numbers of dossiers `cargo bench --bench site -- 400 50000`.
//!
//! For each size a corpus is made and built by the released program into a new folder, then again with nothing changed, then
//! after the edit of one body. Beside it stands the limit: reading, parsing and writing without anything else. The new site is put
//! on the scales: its heaviest page, packed, and how many pages are heavier than a page may be.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

mod corpus;
mod edits;
mod limit;
// It is shared with other measurements, which use more of it.
#[allow(dead_code)]
mod measure;
mod weight;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use corpus::Corpus;
use measure::{Contents, Cost, contents};
use weight::Weights;

/// The seed of all corpora, so that figures of different days are about the same site.
const SEED: u64 = 20_151_010;

fn main() {
    let mut sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!("start: `dossier --version` in {:.1} ms, the median of 20", start().as_secs_f64() * 1000.0);
    println!(
        "| dossiers | run | time | times the limit | memory | pages | files | bytes | heaviest page, packed | pages over {} KB |",
        weight::MOST >> 10
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for size in sizes {
        let folder = tempfile::tempdir().unwrap();
        measure_size(size, folder.path());
    }
}

/// Measures the site with `size` dossiers; everything is written below `folder`.
fn measure_size(size: usize, folder: &Path) {
    let (source, output) = (folder.join("source"), folder.join("output"));
    let corpus = Corpus::new(size, SEED);
    write(&corpus, &source);
    let limit = limit::run(&source.join("content"), &folder.join("limit")).unwrap();
    let cost = Cost { time: limit, processor: None, memory: None };
    row(size, "limit", &cost, limit, &contents(&folder.join("limit")), None);
    for run in ["new folder", "nothing changed", "one body edited"] {
        if run == "one body edited" {
            let path = source.join(Corpus::dossier_path(size / 2));
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, format!("{text}\nOne more sentence.\n")).unwrap();
        }
        let cost = build(&source, &output);
        let contents = contents(&output);
        assert!(contents.pages > size, "{run}: {} pages for {size} dossiers", contents.pages);
        let weights = (run == "new folder").then(|| weight::weigh(&output));
        row(size, run, &cost, limit, &contents, weights.as_ref());
    }
    edits::print(size, &corpus);
}

/// Writes the files of `corpus` below `folder`.
fn write(corpus: &Corpus, folder: &Path) {
    for (path, text) in corpus.files() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Builds the site at `source` with the program as it is released.
fn build(source: &Path, output: &Path) -> Cost {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    command.arg("build").arg("--quiet").arg("--root").arg(source).arg("--output-dir").arg(output);
    measure::run(command.stdout(Stdio::null())).unwrap()
}

fn row(size: usize, run: &str, cost: &Cost, limit: Duration, contents: &Contents, weights: Option<&Weights>) {
    let (time, times) = (cost.time.as_secs_f64(), cost.time.as_secs_f64() / limit.as_secs_f64());
    let memory = cost.memory.map_or_else(String::new, |bytes| format!("{} MB", bytes >> 20));
    let Contents { files, pages, bytes } = contents;
    let (heaviest, over) = weights.map_or_else(Default::default, |weights| {
        let (bytes, address) = &weights.heaviest;
        (format!("{bytes} bytes, /{address}"), weights.over.to_string())
    });
    println!(
        "| {size} | {run} | {time:.2} s | {times:.1} | {memory} | {pages} | {files} | {} MB | {heaviest} | {over} |",
        bytes >> 20
    );
}

/// How long the program takes to say its version, the median of 20 runs.
fn start() -> Duration {
    let mut times: Vec<Duration> = (0..20)
        .map(|_| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
            command.arg("--version");
            measure::run(command.stdout(Stdio::null())).unwrap().time
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}
