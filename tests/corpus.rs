//! The corpus of the benchmark is always the same, and nothing in it leads nowhere.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "../benches/corpus/mod.rs"]
mod corpus;
// The benchmark uses more of these.
#[allow(dead_code)]
#[path = "../benches/peers/form.rs"]
mod form;
#[allow(clippy::disallowed_methods, dead_code)]
#[path = "../benches/measure/mod.rs"]
mod measure;
#[allow(clippy::disallowed_methods)]
#[path = "../benches/peers/proof.rs"]
mod proof;

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

#[test]
fn other_generators_get_the_same_words_with_links_of_markdown() {
    let corpus = Corpus::new(100, 7);
    let documents = form::documents(&corpus);
    assert_eq!(documents.len(), corpus.files().count() - 1, "every document, and not the settings");
    let addresses: BTreeSet<String> = documents.iter().map(|one| format!("/{}/{}/", one.kind, one.slug)).collect();
    for document in &documents {
        assert!(!document.title.is_empty() && !document.body.contains("[["), "{document:?}");
        for link in document.body.split("](").skip(1).map(|rest| rest.split_once(')').unwrap().0) {
            assert!(addresses.contains(link), "{}/{}: {link}", document.kind, document.slug);
        }
        for (kind, slugs) in &document.names {
            assert!(slugs.iter().all(|slug| addresses.contains(&format!("/{kind}/{slug}/"))), "{document:?}");
        }
    }
    let words = |text: &str| text.split_whitespace().filter(|word| word.chars().all(char::is_lowercase)).count();
    let ours: usize =
        corpus.files().map(|(_, text)| words(text.split_once("\n---\n").map_or("", |(_, body)| body))).sum();
    let theirs: usize = documents.iter().map(|document| words(&document.body)).sum();
    assert!(ours.abs_diff(theirs) < ours / 100, "{ours} words, {theirs} for others");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the test writes a site as a generator would")]
fn a_generator_that_leaves_work_out_is_found() {
    let documents = form::documents(&Corpus::new(40, 7));
    let proof = proof::Proof::of(&documents);
    let site = tempfile::tempdir().unwrap();
    let page = |kind: &str, slug: &str| site.path().join(format!("{kind}/{slug}/index.html"));
    let naming = |kind: &str, slug: &str| -> String {
        let dossiers = documents.iter().filter(|one| one.kind == form::DOSSIERS);
        let names = dossiers.filter(|one| one.names.get(kind).is_some_and(|slugs| slugs.contains(slug)));
        names.flat_map(|one| ["<a href=/dossiers/", &one.slug, "/>"]).collect()
    };
    assert_eq!(proof.fault(site.path()).unwrap(), format!("0 pages for {} documents", documents.len()));
    for form::Document { kind, slug, .. } in &documents {
        std::fs::create_dir_all(page(kind, slug).parent().unwrap()).unwrap();
        std::fs::write(page(kind, slug), naming(kind, slug)).unwrap();
    }
    assert_eq!(proof.fault(site.path()), None);
    std::fs::write(page("people", "p000000"), "nobody").unwrap();
    let fault = proof.fault(site.path()).unwrap();
    assert!(fault.starts_with("/people/p000000/ does not lead to d0000"), "{fault}");
}

/// The name in the front matter.
fn name(text: &str) -> Option<&str> {
    let front = text.split("\n---\n").next()?;
    ["title: ", "name: ", "label: "].iter().find_map(|key| front.lines().find_map(|line| line.strip_prefix(key)))
}
