//! The oracles of the fuzzer over its committed corpus: what was found once stays found, and the oracles go on compiling.
//! `fuzz/README.md` says what each holds and how to fuzz.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names of files that the program writes")]
#![allow(clippy::disallowed_methods, reason = "a test that reads its inputs from the disk")]
#![allow(clippy::disallowed_macros, reason = "the input that fails is to be known")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../fuzz/src/oracles/mod.rs"]
mod oracles;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the corpus: one folder a target.
fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus")
}

/// The inputs of a target, sorted.
fn inputs(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus().join(name)).unwrap();
    let mut inputs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    inputs
}

/// Runs the oracle of a target over its inputs; a panic names the input before it.
fn check(name: &str) {
    let inputs = inputs(name);
    assert!(!inputs.is_empty(), "fuzz/corpus/{name} is empty");
    for input in inputs {
        println!("{}", input.display());
        oracles::run(name, &fs::read(&input).unwrap());
    }
}

macro_rules! corpus_tests {
    ($($name:ident),+) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )+

        const TESTED: &[&str] = &[$(stringify!($name)),+];
    };
}

corpus_tests!(drawing, edtf, fold_key, front_matter, markdown, paths, picture, statement, whole_site, wikilink);

/// Every oracle has a target, a corpus and a test here.
#[test]
fn no_oracle_is_forgotten() {
    let oracles: BTreeSet<&str> = oracles::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(oracles, TESTED.iter().copied().collect());
    let manifest = fs::read_to_string(corpus().with_file_name("Cargo.toml")).unwrap();
    let readme = fs::read_to_string(corpus().with_file_name("README.md")).unwrap();
    for name in &oracles {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} is no target");
        assert!(readme.contains(&format!("| `{name}` |")), "{name} is not in the table of fuzz/README.md");
    }
    let folders = fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(folders.collect::<BTreeSet<String>>(), oracles.iter().map(|name| (*name).to_owned()).collect());
}

/// The corpus is kept small: inputs that teach nothing new are not committed.
#[test]
fn the_corpus_is_small() {
    let sizes = oracles::ALL.iter().flat_map(|(name, _)| inputs(name)).map(|path| fs::metadata(path).unwrap().len());
    assert!(sizes.sum::<u64>() < 200_000);
}
