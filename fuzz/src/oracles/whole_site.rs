//! Small sites from end to end: one that is built has no broken link, well-made pages of ours alone, nothing of what is not
//! published, and the same bytes when it is built again.

use std::collections::{BTreeMap, BTreeSet};

use arbitrary::{Arbitrary, Unstructured};
use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Diagnostic, has_errors};
use dossier::foundation::output_file::OutputFile;
use dossier::output::gate::Gate;
use dossier::pipeline::{Built, Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

use super::html::{Tree, check_page, scheme};
use super::places;
use super::small_site::{BASE, SECRET, SmallSite};

/// The bytes are a [`SmallSite`].
pub fn check(bytes: &[u8]) {
    let Ok(SmallSite { tree }) = SmallSite::arbitrary(&mut Unstructured::new(bytes)) else { return };
    let (built, diagnostics) = build(&tree);
    for found in &diagnostics {
        if let Some(text) = tree.files().find(|file| file.id == found.span.file).and_then(SourceFile::as_text) {
            places::lie_in(text, std::slice::from_ref(found));
        }
        let said = format!("{} {}", found.message, found.help);
        assert!(!said.is_empty());
    }
    if has_errors(&diagnostics) {
        return;
    }
    nothing_is_revealed(&built);
    links_lead_somewhere(&built.files);
    let (again, said_again) = build(&tree);
    assert_eq!(said_again, diagnostics);
    assert!(again.files == built.files, "the same sources give other bytes");
}

fn build(tree: &SourceTree) -> (Built, Vec<Diagnostic>) {
    let Ok(now) = Moment::parse("2026-01-01T00:00:00Z") else { panic!("a moment") };
    let built = Pipeline::default().build(tree, &Options::at(now));
    (built.value, built.diagnostics)
}

/// The words of drafts are in no byte; names of people who are not published would be found by the gate.
fn nothing_is_revealed(built: &Built) {
    for file in &built.files {
        let path = file.route.output_path();
        let holds =
            |bytes: &[u8]| bytes.windows(SECRET.len()).any(|words| words.eq_ignore_ascii_case(SECRET.as_bytes()));
        assert!(!holds(path.as_bytes()) && !holds(&file.bytes), "a word of a draft is in {path}");
    }
    let names = built.taken_out.names.iter().map(String::as_str);
    let secret: Vec<&str> = names.filter(|name| name.contains(SECRET)).collect();
    let Ok(gate) = Gate::new(secret) else { panic!("few names") };
    assert_eq!(gate.search(&built.files).hits, []);
}

/// Every address in a page is that of a file of the site and of a part of it, or leads out of it.
fn links_lead_somewhere(files: &[OutputFile]) {
    let paths: BTreeSet<String> = files.iter().map(|file| file.route.output_path()).collect();
    let mut anchors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut links: Vec<(String, String)> = Vec::new();
    for file in files.iter().filter(|file| file.route.is_page() || file.route.output_path().ends_with(".html")) {
        let path = file.route.output_path();
        let Ok(page) = std::str::from_utf8(&file.bytes) else { panic!("{path} is no text") };
        let tree = Tree::of_page(page);
        check_page(&tree, page);
        let elements = tree.elements();
        let mut ids = BTreeSet::new();
        for id in elements.iter().filter_map(|element| element.get("id")) {
            assert!(ids.insert(id.to_owned()), "two elements of {path} are {id}");
        }
        anchors.insert(path.clone(), ids);
        let addresses = elements.iter().flat_map(|element| [element.get("href"), element.get("src")]).flatten();
        links.extend(
            addresses.filter(|address| scheme(address).is_none()).map(|address| (path.clone(), address.to_owned())),
        );
    }
    for (from, address) in &links {
        let (target, anchor) =
            address.split_once('#').map_or((address.as_str(), None), |(path, part)| (path, Some(part)));
        let target = followed(from, target);
        assert!(paths.contains(&target), "{address} in {from} leads to nothing");
        if let (Some(anchor), Some(ids)) = (anchor, anchors.get(&target)) {
            assert!(ids.contains(&percent_decoded(anchor)), "{address} in {from} leads to no part");
        }
    }
}

/// The file to which `address` leads from the page `from`.
fn followed(from: &str, address: &str) -> String {
    if address.is_empty() {
        return from.to_owned();
    }
    let below_root = address.strip_prefix(BASE).or_else(|| address.strip_prefix('/'));
    let mut parts: Vec<String> = match below_root {
        Some(_) => Vec::new(),
        None => from.split('/').map(str::to_owned).collect(),
    };
    parts.pop();
    for part in below_root.unwrap_or(address).split('/').filter(|part| *part != ".") {
        if part == ".." {
            assert!(parts.pop().is_some(), "{address} in {from} leads out of the site");
        } else {
            parts.push(percent_decoded(part));
        }
    }
    let path = parts.join("/");
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

fn percent_decoded(text: &str) -> String {
    let mut out = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let mut hex = || bytes.next().and_then(|byte| char::from(byte).to_digit(16));
        match byte {
            b'%' => match (hex(), hex()) {
                (Some(high), Some(low)) => out.extend(u8::try_from(high * 16 + low)),
                _ => panic!("{text} is not encoded"),
            },
            byte => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
