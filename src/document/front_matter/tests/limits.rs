//! Front matter made to exhaust the program is refused, at its place and at once.

use std::time::{Duration, Instant};

use super::*;

/// None of these takes a fifth of a second without optimisation on an idle machine; what grows with the square of its input takes minutes.
const AT_ONCE: Duration = Duration::from_secs(5);

/// What is said, which must be said at once.
fn at_once(yaml: &str) -> String {
    let text = format!("---\n{yaml}\n---\nText\n");
    let start = Instant::now();
    let (checked, _) = read_as(None, &text);
    assert!(start.elapsed() < AT_ONCE, "{:?}", start.elapsed());
    lines(&text, &checked.diagnostics)
}

#[test]
fn depth_and_number_have_limits() {
    let deep = "error[limit-exceeded]: lists and groups of keys stand in one another too often / use at most 32 levels";
    assert_eq!(at_once(&format!("extra: {}", "[".repeat(100_000))), format!("2:40: {deep}"));
    assert_eq!(at_once(&format!("extra: {}", "{a: ".repeat(5_000))), format!("2:132: {deep}"));
    assert_eq!(at_once(&format!("extra:\n  {}x", "- ".repeat(50_000))), format!("3:65: {deep}"));
    let stairs: Vec<_> = (0..300).map(|depth| format!("{}k:", " ".repeat(depth))).collect();
    assert_eq!(at_once(&stairs.join("\n")), format!("34:33: {deep}"));
    assert_eq!(
        at_once(&format!("tags: [{}]", "a,".repeat(60_000))),
        "2:100002: error[limit-exceeded]: the front matter has more than 50000 values / split the file"
    );
    let keys: Vec<_> = (0..10_000).map(|number| format!("  k{number}: x")).collect();
    assert_eq!(
        at_once(&format!("extra:\n{}", keys.join("\n"))),
        "1003:3: error[limit-exceeded]: more than 1000 keys stand side by side / split the file, or use a list"
    );
}

#[test]
fn size_has_limits() {
    let large = "1:1: error[limit-exceeded]: the front matter that begins here does not end within 256 KB / \
                 write `---` on a line of its own below the last key, and the text of the page below it";
    assert_eq!(at_once(&format!("title: {}", "x".repeat(50_000_000))), large);
    assert_eq!(at_once(&format!("{}: x", "k".repeat(1_000_000))), large);
    assert_eq!(at_once(&format!("summary: \"{}\"", "x".repeat(200_000))), "");
    let long =
        "error[limit-exceeded]: a key is longer than 200 characters / write a short key, a colon, and then the text";
    assert_eq!(at_once(&format!("{}: x", "k".repeat(300))), format!("2:1: {long}"));
    assert_eq!(at_once(&format!("? {}\n: x", "k".repeat(100_000))), format!("2:3: {long}"));
    assert_eq!(at_once(&format!("{}: x", "k".repeat(100_000))), format!("2:1: {long}"));
}

#[test]
fn a_billion_laughs_are_none() {
    let mark = |mark| {
        format!(
            "error[invalid-yaml]: `{mark}` at the beginning of a value has a meaning of its own, which is not used here"
        )
    };
    assert_eq!(
        at_once("extra: {\na: &a [lol, lol],\nb: &b [*a, *a, *a],\nc: *b,\n\nd: *d }"),
        format!(
            "3:4: {} / put the value in quotes: \"&a [lol, lol],\"\n\
             4:4: {} / put the value in quotes: \"&b [*a, *a, *a],\"\n\
             5:4: {} / put the value in quotes: \"*b,\"\n\
             7:4: {} / put the value in quotes: \"*d }}\"",
            mark('&'),
            mark('&'),
            mark('*'),
            mark('*')
        )
    );
    assert_eq!(at_once(&format!("extra: [{}]", "*a,".repeat(40_000))).lines().count(), 2);
    assert_eq!(at_once(&format!("tags: [\n{}]", "*a,\n".repeat(40_000))).lines().count(), 100);
}

#[test]
fn many_faults_are_told_once_each_and_not_without_end() {
    let faults = vec!["k: a: b"; 2_000].join("\n");
    assert_eq!(at_once(&faults).lines().count(), 20);
    let quotes = vec!["k: \"a"; 30_000].join("\n");
    assert_eq!(at_once(&quotes).lines().count(), 20);
    let brackets = vec!["k: [a"; 30_000].join("\n");
    assert_eq!(at_once(&brackets).lines().count(), 20);
}

#[test]
fn no_mark_repeated_a_hundred_thousand_times_takes_long() {
    let marks = [
        "[],", "\"a\",", "[[a]],", "- a\n", "- #b\n", "a: b\n", "a #b\n", "\"a\n \"", "*a,", "!a ", "? ", ": ", "\r",
        "\t", "'",
    ];
    for mark in marks {
        for before in ["", "extra: [", "extra: {", "tags:\n  - ", "title: \"", "summary: |\n  "] {
            let text = format!("---\n{before}{}\n---\n", mark.repeat(100_000 / mark.len()));
            let start = Instant::now();
            let (checked, _) = read_as(None, &text);
            assert!(start.elapsed() < AT_ONCE, "{before:?} {mark:?} {:?}", start.elapsed());
            assert!(checked.diagnostics.len() <= 20_000, "{before:?} {mark:?} {}", checked.diagnostics.len());
        }
    }
}
