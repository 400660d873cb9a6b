//! Cases that come from themselves and next hearings that are earlier than this one are errors.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;

fn said(files: &[(&str, &str)]) -> Vec<String> {
    let tree = SourceTree::from_texts(files.iter().copied());
    let options = Options::at(Moment::parse("2026-01-01T00:00Z").unwrap());
    let found = Pipeline::default().analyse(&tree, &options).diagnostics;
    found.into_iter().map(|found| format!("{}: {}", found.code.name(), found.message)).collect()
}

#[test]
fn a_case_does_not_come_from_itself() {
    let circle = "case-cycle: this case would come from itself: `split_from` leads in a circle";
    let case = |from: &str| format!("---\ntitle: A case\n{from}---\n");
    let (one, two, last) = (case("split_from: \"[[b]]\"\n"), case("split_from: \"[[a]]\"\n"), case(""));
    let third = case("split_from: \"[[a]]\"\n").replace("A case", "A third");
    let a = ("content/cases/a.md", one.as_str());
    assert_eq!(said(&[a, ("content/cases/b.md", &two)]), [circle; 2]);
    assert_eq!(said(&[a, ("content/cases/b.md", &two), ("content/cases/c.md", &third)]), [circle; 2]);
    assert_eq!(said(&[a, ("content/cases/b.md", &last), ("content/cases/c.md", &third)]), [""; 0]);
}

#[test]
fn the_next_hearing_is_not_wholly_before_this_one() {
    for (date, next, is_wrong) in [
        ("2025-02-03", "2025-02-02", true),
        ("2025-02-03", "2025-01", true),
        ("2025-02-03", "2025-02", false),
        ("2025-02-03", "2025-02-03", false),
        ("../2025", "2020-01-01", false),
        ("../XXXX-09-03", "2020-01-01", false),
    ] {
        let text = format!("---\ntitle: First\ndate: {date}\nnext: {next}\n---\n");
        let wrong = vec!["invalid-date: the next hearing cannot be earlier than this one"; usize::from(is_wrong)];
        assert_eq!(said(&[("content/hearings/a.md", &text)]), wrong, "{date}, {next}");
    }
}
