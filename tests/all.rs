//! All tests that can share a program, as one: it is compiled and linked once instead of fifty times. `tests/run` runs it, and beside it those
//! that must be alone, as they kill programs, count milliseconds or start themselves anew. Each is still a test of its own for `cargo test --test NAME`.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "the tests' own list of files is read")]
#![allow(clippy::duplicate_mod, clippy::module_inception, reason = "what tests share stands below each of them")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[path = "attribution.rs"]
mod attribution;
#[path = "bad_input.rs"]
mod bad_input;
#[path = "citations.rs"]
mod citations;
#[path = "cli.rs"]
mod cli;
#[path = "contract/main.rs"]
mod contract;
#[path = "copies.rs"]
mod copies;
#[path = "corpus.rs"]
mod corpus;
#[path = "data.rs"]
mod data;
#[path = "dates.rs"]
mod dates;
#[path = "diagnostics.rs"]
mod diagnostics;
#[path = "explain.rs"]
mod explain;
#[path = "external.rs"]
mod external;
#[path = "fuzz_corpus.rs"]
mod fuzz_corpus;
#[path = "gate.rs"]
mod gate;
#[path = "golden.rs"]
mod golden;
#[path = "heavy.rs"]
mod heavy;
#[path = "held.rs"]
mod held;
#[path = "incremental.rs"]
mod incremental;
#[path = "leaks.rs"]
mod leaks;
#[path = "limits.rs"]
mod limits;
#[path = "lineage.rs"]
mod lineage;
#[path = "lock.rs"]
mod lock;
#[path = "machines/main.rs"]
mod machines;
#[path = "manual/main.rs"]
mod manual;
#[path = "markup/main.rs"]
mod markup;
#[path = "messages.rs"]
mod messages;
#[path = "numbered/main.rs"]
mod numbered;
#[path = "numbers.rs"]
mod numbers;
#[path = "obsidian.rs"]
mod obsidian;
#[path = "overviews.rs"]
mod overviews;
#[path = "papers/main.rs"]
mod papers;
#[path = "people.rs"]
mod people;
#[path = "pictures.rs"]
mod pictures;
#[path = "private.rs"]
mod private;
#[path = "protection.rs"]
mod protection;
#[path = "relinked.rs"]
mod relinked;
#[path = "rename/main.rs"]
mod rename;
#[path = "same_bytes.rs"]
mod same_bytes;
#[path = "sample.rs"]
mod sample;
#[path = "schema.rs"]
mod schema;
#[path = "search.rs"]
mod search;
#[path = "security.rs"]
mod security;
#[path = "standing/main.rs"]
mod standing;
#[path = "succession.rs"]
mod succession;
#[path = "suggest.rs"]
mod suggest;
#[path = "supply.rs"]
mod supply;
#[path = "texts.rs"]
mod texts;
#[path = "theme/main.rs"]
mod theme;
#[path = "tidy.rs"]
mod tidy;
#[path = "timings.rs"]
mod timings;
#[path = "translations.rs"]
mod translations;
#[path = "warm.rs"]
mod warm;

#[test]
fn every_test_is_here_or_runs_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let test = |name: String| {
        let is_folder = folder.join(&name).join("main.rs").exists();
        if is_folder { Some(name) } else { name.strip_suffix(".rs").map(str::to_owned) }
    };
    let there: BTreeSet<String> = entries.filter_map(test).filter(|name| name != "all").collect();
    let own = include_str!("all.rs");
    let here = own.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let run = include_str!("run");
    let alone =
        run.lines().filter(|line| line.starts_with("alone=")).flat_map(|line| line.split(['(', ')', ' ']).skip(1));
    let run: BTreeSet<String> = here.chain(alone).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    assert_eq!(run, there);
}
