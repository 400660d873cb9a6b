//! Every folder of `tests/sites/` is a small site with one purpose. It is built in memory and the whole of it compared with
//! `expected/`. `ACCEPT=1 cargo test --test golden` writes what is built now into `expected/`.
//!
//! Beside `content/` may stand `hidden.txt`: words, one a line, that must be in no byte of the output.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads its cases from the disk")]

#[path = "compare/lines.rs"]
mod lines;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Checked, Diagnostic};
use dossier::foundation::output_file::Bytes;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::copies::OnDisk;
use dossier::source::{self, Limits};
use lines::difference;

/// The files of a built site by their paths.
type Files = BTreeMap<String, Bytes>;

#[test]
fn every_site_is_built_as_expected() {
    let is_accepting = std::env::var_os("ACCEPT").is_some_and(|value| value == "1");
    let mut faults = Vec::new();
    let minimal = build(&root().join("tests/sites/minimal")).value;
    for site in sites() {
        let name = site.file_name().unwrap().to_string_lossy().into_owned();
        let built = build(&site);
        let mut site_faults: Vec<String> = built.diagnostics.iter().map(in_one_line).collect();
        site_faults.extend(revealed(&site, &built.value));
        site_faults.extend(built.value.is_empty().then(|| "nothing is built".to_owned()));
        let compared = if name == "minimal" { built.value } else { without_constants(built.value, &minimal) };
        if is_accepting && site_faults.is_empty() {
            accept(&site.join("expected"), &compared);
        } else {
            site_faults.extend(differences(&expected(&site.join("expected")), &compared));
        }
        faults.extend(site_faults.iter().map(|fault| format!("tests/sites/{name}: {fault}")));
    }
    assert!(
        faults.is_empty(),
        "\n{}\n\nto accept the changes: ACCEPT=1 cargo test --test golden\n",
        faults.join("\n\n")
    );
}

#[test]
fn every_site_says_what_it_is_for() {
    for site in sites() {
        let readme = fs::read_to_string(site.join("README.md")).unwrap_or_default();
        assert_eq!(readme.lines().count(), 2, "{}: a README.md of two lines", site.display());
    }
}

#[test]
fn the_same_sources_give_the_same_bytes_with_any_number_of_threads() {
    for site in sites() {
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| build(&site).value)
        };
        assert_eq!(differences(&with(1), &with(7)), [""; 0], "{}", site.display());
    }
}

#[test]
fn the_sample_of_the_project_is_built_without_a_word() {
    let built = build(&root());
    let said: Vec<String> = built.diagnostics.iter().map(in_one_line).collect();
    assert_eq!(said, [""; 0]);
    assert!(built.value.contains_key("hearings/ankara-12/index.html"));
}

#[test]
fn every_file_that_is_made_on_demand_is_that_of_a_build() {
    for site in sites().into_iter().chain([root()]) {
        let tree = source::read(&site, &Limits::default()).unwrap().value;
        let live = Pipeline::default().live(&Arc::new(tree), &options(), &OnDisk::new(&site, None)).value.unwrap();
        let built = build(&site).value;
        let asked = |path: &String| Some((path.clone(), live.file(path).unwrap()?.bytes));
        let made: Files = built.keys().rev().filter_map(asked).collect();
        assert_eq!(differences(&built, &made), [""; 0], "{}", site.display());
        for nothing in ["", "people", "people/nobody/index.html", "index/x/index.html", "sitemap-9.xml", "cards/x.png"]
        {
            assert!(live.file(nothing).unwrap().is_none(), "{}: {nothing}", site.display());
        }
    }
}

#[test]
fn planted_differences_are_found() {
    let files = |files: &[(&str, &str)]| -> Files {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
    };
    let expected = files(&[("a.html", "one\ntwo\n"), ("b.html", "same"), ("c.html", "gone")]);
    let actual = files(&[("a.html", "one\n2\n"), ("b.html", "same"), ("d.html", "new")]);
    assert_eq!(
        differences(&expected, &actual),
        ["a.html:\n@ line 2\n  one\n- two\n+ 2\n  \n", "c.html is not built", "d.html is not expected"]
    );
}

#[test]
fn a_planted_word_in_the_output_is_found() {
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("hidden.txt"), "Kestane\n").unwrap();
    let files = Files::from([("feed.xml".to_owned(), "<title>Kestane</title>".as_bytes().into())]);
    assert_eq!(revealed(site.path(), &files), ["feed.xml holds `Kestane`, which is not published"]);
}

/// Files that are the same on every site.
const CONSTANT: [&str; 3] = ["assets/dossier.css", "assets/dossier.js", "data/schema.json"];

/// `files` without those that are as the site `minimal` holds them already: one copy is enough to compare.
fn without_constants(mut files: Files, minimal: &Files) -> Files {
    files.retain(|path, bytes| !(CONSTANT.contains(&path.as_str()) && minimal.get(path) == Some(bytes)));
    files
}

/// The folders of `tests/sites/`, sorted.
fn sites() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/sites")).unwrap();
    let mut sites: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    sites.sort();
    // Without the feature, lists of sources are written plainly, not in a style.
    sites.retain(|site| cfg!(feature = "citations") || !site.ends_with("citations"));
    assert!(!sites.is_empty(), "there are sites to build");
    sites
}

fn options() -> Options {
    Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap())
}

/// The site at `folder`, built in memory for the public on the first day of 2026.
fn build(folder: &Path) -> Checked<Files> {
    let mut diagnostics = Vec::new();
    let tree = source::read(folder, &Limits::default()).unwrap().collect_into(&mut diagnostics);
    let copies = OnDisk::new(folder, None);
    let built = Pipeline::default().build_with(&tree, &options(), &copies).collect_into(&mut diagnostics);
    let pages = built.files.into_iter().map(|file| (file.route.output_path(), file.bytes));
    Checked::new(pages.collect(), diagnostics)
}

/// A diagnostic in one line: a golden site has none, examples of them stand in `tests/diagnostics/`.
fn in_one_line(diagnostic: &Diagnostic) -> String {
    format!("{}[{}]: {}", diagnostic.severity().name(), diagnostic.code.name(), diagnostic.message)
}

/// The words of the site's `hidden.txt` that are in the output all the same.
fn revealed(site: &Path, files: &Files) -> Vec<String> {
    let words = fs::read_to_string(site.join("hidden.txt")).unwrap_or_default();
    let holds = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    let mut faults = Vec::new();
    for word in words.lines().filter(|word| !word.is_empty()) {
        for (path, bytes) in files {
            if holds(bytes, word) || path.contains(word) {
                faults.push(format!("{path} holds `{word}`, which is not published"));
            }
        }
    }
    faults
}

/// What differs, by path.
fn differences(expected: &Files, actual: &Files) -> Vec<String> {
    let mut all = BTreeMap::new();
    for (path, bytes) in expected {
        match actual.get(path) {
            None => drop(all.insert(path, format!("{path} is not built"))),
            Some(other) if other != bytes => drop(all.insert(path, format!("{path}:\n{}", changed(bytes, other)))),
            Some(_) => {}
        }
    }
    for path in actual.keys().filter(|path| !expected.contains_key(*path)) {
        all.insert(path, format!("{path} is not expected"));
    }
    all.into_values().collect()
}

fn changed(expected: &[u8], actual: &[u8]) -> String {
    match (std::str::from_utf8(expected), std::str::from_utf8(actual)) {
        (Ok(expected), Ok(actual)) => difference(expected, actual),
        _ => format!("{} bytes instead of {}", actual.len(), expected.len()),
    }
}

/// The files below `folder`; none where there is no such folder.
fn expected(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files
        .map(|path| {
            let below = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (below, fs::read(&path).unwrap().into())
        })
        .collect()
}

/// Puts `files` in the place of all that is in `folder`.
fn accept(folder: &Path, files: &Files) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The folder of `Cargo.toml`.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
