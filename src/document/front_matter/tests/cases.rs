//! The files in `cases/`: front matter and, below `--- says`, every line that is said about it. Each case begins with
//! `===`, the kind of the document and what the case shows.

use super::*;

/// A case: what it shows, its kind, its front matter, what must be said.
pub(super) struct Case {
    pub(super) about: &'static str,
    pub(super) kind: Kind,
    pub(super) yaml: &'static str,
    pub(super) says: &'static str,
}

/// All cases of all files.
pub(super) fn all() -> Vec<Case> {
    let files = [
        include_str!("cases/yaml.txt"),
        include_str!("cases/keys.txt"),
        include_str!("cases/values.txt"),
        include_str!("cases/dates.txt"),
        include_str!("cases/links.txt"),
        include_str!("cases/people.txt"),
        include_str!("cases/counts.txt"),
    ];
    files.into_iter().flat_map(|file| file.split("=== ").skip(1)).map(case).collect()
}

fn case(block: &'static str) -> Case {
    let (about, rest) = block.split_once('\n').unwrap();
    let (kind, about) = about.split_once(": ").unwrap();
    let (yaml, says) = rest.split_once("--- says\n").unwrap();
    Case { about, kind: Kind::named(kind).unwrap(), yaml: yaml.trim_end_matches('\n'), says: says.trim_end() }
}

#[test]
fn every_case_says_what_it_should() {
    let cases = all();
    for Case { about, kind, yaml, says } in &cases {
        assert_eq!(said(*kind, yaml), *says, "{kind}: {about}");
    }
    assert_eq!(cases.len(), 132);
}
