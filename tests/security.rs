//! SECURITY.md promises nothing that no test shows: every row of its tables names tests, and every test that it names is there.
#![allow(clippy::disallowed_methods, reason = "a test that reads the source from the disk")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

/// The heading of the tables that promise something.
const HEADING: &str = "| what holds | shown by |";

#[test]
fn every_promise_names_tests_that_are_there() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let faults = faults(&text, &|path| fs::read_to_string(root().join(path)).ok());
    assert_eq!(faults, [""; 0]);
    assert!(promises(&text).len() > 40);
}

#[test]
fn planted_faults_are_found() {
    let text = format!(
        "{HEADING}\n|---|---|\n| It holds. | `a.rs`, `it_holds`, `it_does_not`; `b.rs`, `it_holds` |\n\
         | It is not shown. | by hand |\n| No test. | `a.rs` |\n| A helper. | `a.rs`, `helper` |\n\n| other | table |\n"
    );
    let read = |path: &str| {
        let text = "/// It holds.\n#[test]\n#[cfg(unix)]\nfn it_holds() {}\n\nfn helper() {}\n";
        (path == "a.rs").then(|| text.to_owned())
    };
    assert_eq!(
        faults(&text, &read),
        [
            "It holds.: `a.rs` has no test `it_does_not`",
            "It holds.: there is no file `b.rs`",
            "It is not shown.: no test is named",
            "No test.: no test is named",
            "A helper.: `a.rs` has no test `helper`",
        ]
    );
}

/// What is promised without a test that shows it; `read` gives the text of a file.
fn faults(text: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (promise, shown_by) in promises(text) {
        let tests: Vec<(String, String)> = shown_by.split(';').flat_map(tests).collect();
        if tests.is_empty() {
            faults.push(format!("{promise}: no test is named"));
        }
        for (path, name) in tests {
            match read(&path) {
                None => faults.push(format!("{promise}: there is no file `{path}`")),
                Some(source) if !is_test(&source, &name) => {
                    faults.push(format!("{promise}: `{path}` has no test `{name}`"));
                }
                Some(_) => {}
            }
        }
    }
    faults
}

/// The rows of the tables that promise something: the sentence, and what shows it.
fn promises(text: &str) -> Vec<(&str, &str)> {
    let tables = text.split(HEADING).skip(1);
    let rows = tables.flat_map(|table| table.lines().skip(2).take_while(|line| line.starts_with('|')));
    rows.filter_map(|row| row.trim_matches('|').split_once('|')).map(|(a, b)| (a.trim(), b.trim())).collect()
}

/// The tests of one file: its path and, behind it, their names, all in code marks.
fn tests(shown_by: &str) -> Vec<(String, String)> {
    let mut words = shown_by.split('`').skip(1).step_by(2).map(str::to_owned);
    let Some(path) = words.next() else { return Vec::new() };
    words.map(|name| (path.clone(), name)).collect()
}

/// Whether `source` has a test of this name: a function with `#[test]` among the lines of attributes and remarks above it.
fn is_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let start = format!("fn {name}(");
    lines.iter().position(|line| line.starts_with(&start)).is_some_and(|at| {
        let above = lines[..at].iter().rev().take_while(|line| line.starts_with("#[") || line.starts_with("///"));
        above.into_iter().any(|line| *line == "#[test]")
    })
}

/// The folder of `Cargo.toml`.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
