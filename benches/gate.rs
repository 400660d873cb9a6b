//! What the search for protected names costs: `cargo bench --bench gate`, or with another number of dossiers `cargo bench --bench gate -- 1000`.
//!
//! One corpus is built by the released program five times without a list and five times with two hundred names, in turn, each
//! time into a new folder. None of the names is in the corpus, so both make the same site. The share is what the builds with a list
//! take longer, of all that they take. The time of the processor says more than that of the clock where others use the machine too.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

// Both are shared with the measurement of whole sites, which uses more of them.
#[allow(dead_code)]
mod corpus;
#[allow(dead_code)]
mod measure;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use corpus::Corpus;
use measure::Cost;

const SEED: u64 = 20_151_010;
const ROUNDS: usize = 5;

fn main() {
    let size = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("source");
    for (path, text) in Corpus::new(size, SEED).files() {
        let path = source.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let _ = fs::remove_file(source.join("protected.txt"));
        without.push(build(&source, &folder.path().join(format!("without-{round}"))));
        fs::write(source.join("protected.txt"), names()).unwrap();
        with.push(build(&source, &folder.path().join(format!("with-{round}"))));
    }
    println!("| {size} dossiers | without a list | with 200 names | share |\n|---|---|---|---|");
    row("clock", without.iter().map(|cost| cost.time), with.iter().map(|cost| cost.time));
    let processor = |costs: &[Cost]| costs.iter().filter_map(|cost| cost.processor).collect::<Vec<_>>();
    if !processor(&without).is_empty() {
        row("processor", processor(&without).into_iter(), processor(&with).into_iter());
    }
}

/// Prints the medians and each round's share.
fn row(what: &str, without: impl Iterator<Item = Duration>, with: impl Iterator<Item = Duration>) {
    let seconds = |times: &mut dyn Iterator<Item = Duration>| times.map(|time| time.as_secs_f64()).collect::<Vec<_>>();
    let (without, with) = (seconds(&mut { without }), seconds(&mut { with }));
    let shares: Vec<f64> = without.iter().zip(&with).map(|(without, with)| 100.0 * (1.0 - without / with)).collect();
    let each: Vec<String> = shares.iter().map(|share| format!("{share:.1}")).collect();
    println!(
        "| {what} | {:.2} s | {:.2} s | {:.1} % ({}) |",
        median(without),
        median(with),
        median(shares),
        each.join(", ")
    );
}

/// Two hundred names that are in no corpus.
fn names() -> String {
    let given =
        ["Xanthippe", "Quirin", "Wolfhard", "Yngve", "Zbigniew", "Çağıl", "Işıltan", "Ğazaros", "Ûsivê", "Þorvaldur"];
    let surnames = [
        "Quellenberg",
        "Xhaferaj",
        "Wyszyński",
        "Ypsilantis",
        "Zwingelstein",
        "Öztürkoğlu-Quast",
        "Şıhxwarî",
        "Vörösmarty",
        "Jökulsdóttir",
        "Çxartişvili",
        "Brzęczyszczykiewicz",
        "Fjällräven",
        "Quisquilius",
        "Xixona",
        "Uğurluoğlu-Vance",
        "Hrdličková",
        "Kjærgaard",
        "Nguyễnova",
        "Pfaffenzeller",
        "Ryūnosuke",
    ];
    given.iter().flat_map(|given| surnames.map(|surname| format!("{given} {surname}\n"))).collect()
}

fn build(source: &Path, output: &Path) -> Cost {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    command.args(["build", "--quiet", "--timings", "--root"]).arg(source).arg("--output-dir").arg(output);
    measure::run(command.stdout(Stdio::null())).unwrap()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_unstable_by(f64::total_cmp);
    figures[figures.len() / 2]
}
