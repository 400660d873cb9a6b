//! What the search for protected names costs: `cargo bench --bench gate`, or with another number of dossiers `cargo bench --bench gate -- 1000`.
//!
//! One corpus is built by the released program three times without a list and three times with two hundred names, in turn, each
//! time into a new folder. None of the names is in the corpus, so both make the same site.
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

const SEED: u64 = 20_151_010;
const ROUNDS: usize = 3;

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
    let (without, with) = (median(without), median(with));
    println!("| dossiers | without a list | with 200 names | ratio |\n|---|---|---|---|");
    println!(
        "| {size} | {:.2} s | {:.2} s | {:.2} |",
        without.as_secs_f64(),
        with.as_secs_f64(),
        with.as_secs_f64() / without.as_secs_f64()
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

fn build(source: &Path, output: &Path) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    command.args(["build", "--quiet", "--timings", "--root"]).arg(source).arg("--output-dir").arg(output);
    measure::run(command.stdout(Stdio::null())).unwrap().time
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
