//! The corpus of the benchmark is always the same, and nothing in it leads nowhere.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::collections::{BTreeMap, BTreeSet};

use corpus::{Corpus, Sizes};
use dossier::foundation::fingerprint::Fingerprint;
use dossier::foundation::fold::FoldKey;

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let fingerprint = |seed| Fingerprint::of(&Corpus::new(100, seed).files().collect::<Vec<_>>());
    assert_eq!(fingerprint(1), fingerprint(1));
    assert_ne!(fingerprint(1), fingerprint(2));
}

#[test]
fn there_are_as_many_files_as_the_sizes_say() {
    let Sizes { dossiers, people, hearings, organisations, places, cases, sources } = Sizes::of(10_000);
    assert_eq!((dossiers, people, hearings, organisations, places), (10_000, 2_020, 1_005, 505, 505));
    assert_eq!((cases, sources), (101, 203));
    let files = Corpus::new(100, 1).files().count();
    let Sizes { dossiers, people, hearings, organisations, places, cases, sources } = Sizes::of(100);
    assert_eq!(files, 1 + dossiers + people + hearings + organisations + places + cases + sources);
}

#[test]
fn no_two_names_are_the_same_even_without_accents() {
    let mut known = BTreeMap::new();
    for (path, text) in Corpus::new(20_000, 1).files().filter(|(path, _)| !path.starts_with("content/dossiers/")) {
        if let Some(name) = name(&text)
            && let Some(other) = known.insert(FoldKey::of(name), path.clone())
        {
            panic!("{path} and {other} are both called {name}");
        }
    }
    assert!(known.len() > 4_000 + 2_000 + 1_000 + 1_000);
}

#[test]
fn every_link_leads_somewhere() {
    let files: Vec<(String, String)> = Corpus::new(400, 7).files().collect();
    let mut names: BTreeSet<&str> = files.iter().filter_map(|(_, text)| name(text)).collect();
    names.extend(files.iter().filter_map(|(path, _)| path.rsplit_once('/')?.1.strip_suffix(".md")));
    let mut links = 0;
    for (path, text) in &files {
        for link in text.split("[[").skip(1).map(|rest| rest.split_once("]]").unwrap().0) {
            let target = link.split('|').next().unwrap().trim_end_matches('\\');
            match target.strip_prefix("#^") {
                Some(id) => assert!(text.contains(&format!(" ^{id}\n")), "{path}: {link}"),
                None => assert!(names.contains(target), "{path}: {link}"),
            }
            links += 1;
        }
    }
    assert!(links > 10_000, "{links}");
}

#[test]
fn dossiers_have_the_parts_that_they_are_said_to_have() {
    let dossiers: Vec<String> = Corpus::new(1_000, 3)
        .files()
        .filter(|(path, _)| path.starts_with("content/dossiers/"))
        .map(|(_, text)| text.split_once("\n---\n").unwrap().1.to_owned())
        .collect();
    let share = |part: &str| dossiers.iter().filter(|text| text.contains(part)).count() / 10;
    assert!((2..9).contains(&share("```json")), "{} of 100 with code", share("```json"));
    assert!(share("| --- |") > 30 && share("\n> ") > 30 && share("\n- ") > 30);
    assert_eq!((share("\n## "), share("[^1]: "), share("[^2] ")), (100, 100, 100));
    for text in &dossiers {
        let links = text.matches("[[").count();
        assert!((7..=20).contains(&links), "{links} links");
        let words = text.split_whitespace().count();
        assert!((350..=1_500).contains(&words), "{words} words");
    }
    let words: usize = dossiers.iter().map(|text| text.split_whitespace().count()).sum();
    assert!((700..=900).contains(&(words / 1_000)), "{} words each", words / 1_000);
}

#[test]
fn a_few_people_are_named_far_more_often_than_the_others() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text) in Corpus::new(1_000, 3).files().filter(|(path, _)| path.starts_with("content/dossiers/")) {
        let people = text.lines().find_map(|line| line.strip_prefix("people: ")).unwrap();
        for person in people.split(", ") {
            *counts.entry(person.trim_matches(['[', ']', '"']).to_owned()).or_default() += 1;
        }
    }
    let mut counts: Vec<usize> = counts.into_values().collect();
    counts.sort_unstable();
    let half = counts[counts.len() / 2];
    assert!(counts.last().unwrap() > &(20 * half), "{half} {counts:?}");
}

/// The name in the front matter.
fn name(text: &str) -> Option<&str> {
    let front = text.split("\n---\n").next()?;
    ["title: ", "name: ", "label: "].iter().find_map(|key| front.lines().find_map(|line| line.strip_prefix(key)))
}
