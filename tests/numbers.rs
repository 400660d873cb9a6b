//! Which bad inputs of the numbered list have a test. A test carries a number in its name, `e58_an_embargo_ends`, or in the line
//! above it, `/// Input E58.` or `/// E 58: ...`. Reads the tests as text; whether a test tries all of its input is not known here.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads the tests from the disk")]
#![allow(clippy::disallowed_macros, reason = "the table is for whoever asks for it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// The groups of the list and their numbers.
const GROUPS: [(char, RangeInclusive<u32>); 12] = [
    ('A', 1..=25),
    ('B', 26..=36),
    ('C', 37..=44),
    ('D', 45..=53),
    ('E', 54..=60),
    ('F', 61..=67),
    ('G', 68..=74),
    ('H', 75..=79),
    ('I', 80..=86),
    ('J', 87..=95),
    ('K', 96..=102),
    ('L', 103..=106),
];

/// How many had a test when this was last raised: it never sinks.
const COVERED: usize = 103;

/// The numbers that the tests of one file carry. A letter that does not belong to its number counts for nothing.
fn carried(text: &str) -> BTreeSet<(char, u32)> {
    let mut found = BTreeSet::new();
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("fn ") {
            found.extend(name.split(['_', '(']).map_while(|part| number(&part.to_ascii_uppercase())));
        } else if let Some(list) = line.strip_prefix("/// Inputs ").or_else(|| line.strip_prefix("/// Input ")) {
            found.extend(list.trim_end_matches('.').split(", ").filter_map(number));
        } else if let Some(words) = line.strip_prefix("/// ") {
            found.extend(before_words(words));
        }
    }
    found
}

/// The numbers of `J 87, 88, L 103: what is tried`; none where a sentence begins in another way.
fn before_words(line: &str) -> Vec<(char, u32)> {
    let list = line.split([':', '.']).next().unwrap_or_default();
    let mut letter = String::new();
    let read = |part: &str| {
        let digits = part.split_once(' ').map_or(part, |(group, digits)| {
            group.clone_into(&mut letter);
            digits
        });
        number(&format!("{letter}{digits}"))
    };
    list.split(", ").map(read).collect::<Option<_>>().unwrap_or_default()
}

/// `E58` of the list.
fn number(text: &str) -> Option<(char, u32)> {
    let letter = text.chars().next()?;
    let digits = text.get(1..)?;
    let number = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    GROUPS.iter().find(|(group, range)| *group == letter && range.contains(&number)).map(|_| (letter, number))
}

/// The Rust files below a folder; sites and texts of tests are none.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let here = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    here.chain(folders.iter().flat_map(|folder| rust_files(folder))).collect()
}

/// The numbers that tests carry, with the files they stand in.
fn covered() -> BTreeMap<(char, u32), BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut covered: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    let files = ["tests", "src"].into_iter().flat_map(|folder| rust_files(&root.join(folder)));
    for path in files.filter(|path| !path.ends_with("tests/numbers.rs")) {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap();
        for number in carried(&fs::read_to_string(&path).unwrap()) {
            covered.entry(number).or_default().insert(name.to_owned());
        }
    }
    covered
}

#[test]
fn the_numbered_inputs_that_have_a_test_do_not_become_fewer() {
    let covered = covered();
    let mut all = 0;
    for (letter, range) in &GROUPS {
        all += range.clone().count();
        let (with, without): (Vec<u32>, Vec<u32>) =
            range.clone().partition(|number| covered.contains_key(&(*letter, *number)));
        println!("{letter}: {} of {}; none for {without:?}", with.len(), range.clone().count());
    }
    println!("{} of {all} numbered inputs have a test", covered.len());
    for ((letter, number), files) in &covered {
        println!("{letter}{number}: {}", files.iter().map(String::as_str).collect::<Vec<_>>().join(", "));
    }
    assert!(covered.len() >= COVERED, "{} numbered inputs have a test, and {COVERED} had one", covered.len());
}

#[test]
fn numbers_are_found_in_names_and_in_the_line_above() {
    let text =
        "#[test]\nfn e58_e60_an_embargo() {\n    /// Inputs A1, A2.\n#[test]\nfn other_a3() {\n/// Input L103.\n";
    assert_eq!(carried(text), BTreeSet::from([('A', 1), ('A', 2), ('E', 58), ('E', 60), ('L', 103)]));
    assert_eq!(
        carried("fn e1_wrong_group() {\n/// Input A58.\n/// Input K95.\nfn e58() {"),
        BTreeSet::from([('E', 58)])
    );
    assert_eq!(
        carried("/// J 87, 88, L 103: the disk.\n/// J 95.\n/// D 52 and others.\n/// At J 90: more.\n"),
        BTreeSet::from([('J', 87), ('J', 88), ('J', 95), ('L', 103)])
    );
}
