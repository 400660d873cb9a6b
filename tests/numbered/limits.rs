//! What is cut off in the middle, and what is too much: inputs of groups A and B that a program has to make.

use std::time::{Duration, Instant};

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::has_errors;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

use super::site::Site;

/// A hearing with most of what a file can hold.
const WHOLE: &str = "---
title: Duruşma
date: ../XXXX-09-03
status: held
number: \"12\"
witnesses: [\"[[Good Person]]\"]
corrections:
  - {date: 2025-02-03, what: \"a word\", was: 'x', now: y}
extra: {a: [1, {b: c}]}
---

# İlk

Said [[Good Person|she]], *then* `code` <https://example.org/> %%not this%%.[^1]

> [!testimony] [[Good Person]] ^s1
> status: alleged
> about: [[Good Person]]
>
> Says so.
>
> > “Öyle.”

| a | b |
|---|---|
| [[good]] | x |

[^1]: A note.
";

#[test]
fn a04_a_file_cut_at_any_letter_is_an_error_or_good() {
    let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
    let mut pipeline = Pipeline::default();
    let mut tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Records\"\n"),
        ("content/people/good.md", "---\nname: Good Person\n---\nWords.\n"),
    ]);
    let mut good = 0;
    let cuts: Vec<usize> = WHOLE.char_indices().map(|(at, _)| at).collect();
    for cut in &cuts {
        tree.insert(SourceFile::text("content/hearings/h.md", &WHOLE[..*cut]));
        let built = pipeline.build(&tree, &options);
        if *cut + 1 == WHOLE.len() {
            assert!(!has_errors(&built.diagnostics), "{:#?}", built.diagnostics);
        }
        let has_page = built.value.files.iter().any(|file| file.route.output_path() == "hearings/h/index.html");
        assert!(has_page || has_errors(&built.diagnostics), "cut at {cut}: {}", &WHOLE[..*cut]);
        good += usize::from(!has_errors(&built.diagnostics));
    }
    assert!(good > 0 && good < cuts.len(), "{good} of {}", cuts.len());
}

/// Asserts that a site with this page is refused with an error of that code in a few seconds.
#[track_caller]
fn is_refused(text: &str, code: &str) {
    let site = Site::with(&[("content/people/x.md", text)]);
    let began = Instant::now();
    let said = site.build();
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    let first: String = said[0].chars().take(300).collect();
    assert!(first.contains(&format!(": error[{code}]: ")), "{first}");
    assert_eq!(said.last().unwrap(), "exit 1");
}

#[test]
fn a16_front_matter_that_is_too_deep_or_too_long() {
    is_refused(&format!("---\nname: Someone\nextra: {}\n---\n", "[".repeat(100_000)), "limit-exceeded");
    is_refused(
        &format!("---\nname: Someone\nextra: {}1{}\n---\n", "{a: ".repeat(5_000), "}".repeat(5_000)),
        "limit-exceeded",
    );
    let keys = (0..10_000).map(|at| format!("k{at}: x")).collect::<Vec<_>>().join("\n");
    is_refused(&format!("---\nname: Someone\n{keys}\n---\n"), "unknown-key");
    is_refused(&format!("---\nname: Someone\n{}: x\n---\n", "k".repeat(1_000_000)), "limit-exceeded");
    is_refused(&format!("---\nname: Someone\nsummary: {}\n---\n", "x".repeat(50_000_000)), "file-too-large");
}
