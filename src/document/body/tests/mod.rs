//! Bodies as they are written and what becomes of them. The cases stand in the text files beside this one: `=== title`,
//! the Markdown, a line `---`, and all that comes out.

// Tests write for people, not for speed.
#![allow(clippy::format_push_string, clippy::format_collect)]

mod hostile;
mod html;
mod parts;
mod properties;
mod show;

use show::{Shown, shown};

/// Compares every case of a file with what comes out, written by `print`.
#[track_caller]
fn compare(cases: &str, print: impl Fn(&Shown) -> String) {
    let mut actual = String::new();
    let mut count = 0;
    for case in cases.split("=== ").skip(1) {
        let (title, rest) = case.split_once('\n').unwrap();
        let (input, _) = rest.split_once("\n---\n").expect(title);
        let output = print(&shown(input));
        actual.push_str(&format!("=== {title}\n{input}\n---\n{}\n\n", output.trim_end()));
        count += 1;
    }
    assert!(count > 0);
    assert!(actual.trim() == cases.trim(), "the cases give:\n<<<<\n{}\n>>>>", actual.trim());
}

#[test]
fn markdown_becomes_html() {
    compare(include_str!("markdown.txt"), |shown| shown.html() + &shown.problems());
}

#[test]
fn links_become_holes() {
    compare(include_str!("links.txt"), |shown| shown.html() + &shown.mentions() + &shown.files() + &shown.problems());
}

#[test]
fn what_could_harm_is_refused_or_shown_as_text() {
    compare(include_str!("unsafe.txt"), |shown| shown.html() + &shown.problems());
}

#[test]
fn comments_are_in_no_output() {
    compare(include_str!("comments.txt"), |shown| {
        assert!(!shown.debug().contains("secret"), "{}", shown.debug());
        shown.html() + &shown.problems()
    });
}

#[test]
fn statements_are_read_or_refused() {
    compare(include_str!("statements.txt"), |shown| {
        shown.html() + &shown.statements() + &shown.mentions() + &shown.problems()
    });
}

#[test]
fn names_stand_in_sentences() {
    compare(include_str!("sentences.txt"), |shown| shown.parts() + &shown.mentions() + &shown.problems());
}

#[test]
fn citations_leave_marks() {
    compare(include_str!("citations.txt"), |shown| {
        shown.html() + &shown.citations() + &shown.parts() + &shown.mentions() + &shown.problems()
    });
}
