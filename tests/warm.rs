//! `build` over a site that it built before: only what would be other is made and written, and what is written is what a clean build writes, byte
//! for byte, whatever became of the notes in between.
//!
//! `DOSSIER_LONG=1` makes 1,000 edits of 50; `DOSSIER_SEED=7` tries others.
#![cfg(unix)]
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own"
)]

#[path = "preview/edits.rs"]
mod edits;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use dossier::command::build::{self, Summary};
use dossier::command::init;
use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Diagnostic;
use dossier::foundation::fingerprint::Fingerprint;
use dossier::output::{self, Written};
use dossier::pipeline::{Counts, Options, Unwatched};
use edits::Script;
use tempfile::TempDir;

/// A site on the disk with its output, and a second output of clean builds.
struct Bench {
    folder: TempDir,
}

type Files = BTreeMap<String, Vec<u8>>;

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for file in init::files(&init::Begin::default()) {
            file.write(&folder.path().join("site")).unwrap();
        }
        Self { folder }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join(".warm.cache")
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("warm")
    }

    fn build(&self, name: &str, program: Option<&str>) -> (Option<Summary>, Vec<Diagnostic>) {
        let root = self.root();
        let program = program.map(Fingerprint::of);
        let writing = output::Options { program, ..output::Options::for_site(&root) };
        let options = Options::at(Moment::from_unix(1_600_000_000).unwrap());
        let built = build::build(&writing, &self.folder.path().join(name), &options, false, &Unwatched).unwrap();
        (built.value, built.diagnostics)
    }

    /// What a build does over the one before.
    fn warm(&self) -> (Counts, Written) {
        let (made, diagnostics) = self.build("warm", Some("program"));
        let made = made.unwrap_or_else(|| panic!("{diagnostics:?}"));
        (made.counts, made.written.unwrap())
    }

    /// Compares the site with a clean one. After `what`.
    fn is_as_clean(&self, what: &str) {
        let clean = self.folder.path().join("clean");
        let _ = fs::remove_dir_all(&clean);
        let (made, diagnostics) = self.build("clean", None);
        let (warm, told) = self.build("warm", Some("program"));
        assert_eq!(told, diagnostics, "{what}");
        assert_eq!(warm.is_some(), made.is_some(), "{what}");
        if let (Some(warm), Some(made)) = (warm, made) {
            assert_eq!((warm.documents, warm.counts.pages), (made.documents, made.counts.pages), "{what}");
            let (warm, clean) = (files(&self.output()), files(&clean));
            assert!(warm.keys().eq(clean.keys()), "{what}: {:?}", warm.keys());
            let other: Vec<&String> =
                warm.iter().filter(|(path, bytes)| clean[*path] != **bytes).map(|(path, _)| path).collect();
            assert!(other.is_empty(), "{what}: {other:?}");
        }
    }

    fn edit(&self, path: &str, edit: impl Fn(&str) -> String) {
        let path = self.root().join(path);
        fs::write(&path, edit(&fs::read_to_string(&path).unwrap())).unwrap();
    }
}

fn files(folder: &Path) -> Files {
    let entries =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (path, fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

/// When each file and folder below `folder` was last changed.
fn times(folder: &Path) -> Vec<(PathBuf, SystemTime)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    entries.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect()
}

#[test]
fn nothing_changed_renders_no_page_and_writes_no_file() {
    let bench = Bench::new();
    let (first, written) = bench.warm();
    assert_eq!((first.rendered, written.unchanged, written.removed), (first.pages, 0, 0));
    let before = (times(&bench.output()), fs::read(bench.cache()).unwrap(), times(&bench.cache()));
    let (counts, again) = bench.warm();
    assert_eq!((counts.pages, counts.rendered), (first.pages, 0));
    assert_eq!(again, Written { written: 0, unchanged: written.written, removed: 0 });
    assert_eq!((times(&bench.output()), fs::read(bench.cache()).unwrap(), times(&bench.cache())), before);
    bench.is_as_clean("nothing");
}

#[test]
fn an_edit_of_a_body_renders_one_page() {
    let bench = Bench::new();
    let (first, _) = bench.warm();
    bench.edit("content/people/ines-tarvald.md", |text| format!("{text}\nOne more sentence, far below.\n"));
    let (counts, written) = bench.warm();
    assert_eq!((counts.pages, counts.rendered), (first.pages, 1));
    // The page, and the file of the search in which its words stand.
    assert!((1..=4).contains(&written.written), "{written:?}");
    bench.is_as_clean("one body");
}

#[test]
fn the_notes_hold_no_name_and_no_address() {
    let bench = Bench::new();
    bench.warm();
    let notes = fs::read_to_string(bench.cache()).unwrap();
    let is_plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let (head, rest) = notes.split_once(' ').unwrap();
    assert_eq!(head, "dossier-cache");
    assert!(rest.split_whitespace().all(is_plain), "{notes}");
}

#[test]
fn a_page_that_was_changed_by_hand_is_made_anew() {
    let bench = Bench::new();
    bench.warm();
    let page = bench.output().join("index.html");
    let good = fs::read(&page).unwrap();
    for edit in [b"<p>By hand.</p>".as_slice(), b""] {
        fs::write(&page, edit).unwrap();
        let (_, written) = bench.warm();
        assert_eq!(written.written, 1);
        assert_eq!(fs::read(&page).unwrap(), good);
    }
    // With a manifest that says what was changed.
    let manifest = bench.output().join("manifest.txt");
    let text = fs::read_to_string(&manifest).unwrap();
    let (hash, other) = (output::Hash::of(&good).to_string(), output::Hash::of(b"other").to_string());
    assert!(text.contains(&hash));
    fs::write(&page, "other").unwrap();
    fs::write(&manifest, text.replace(&hash, &other)).unwrap();
    assert_eq!(bench.warm().1.written, 1);
    assert_eq!((fs::read(&page).unwrap(), fs::read_to_string(&manifest).unwrap()), (good, text));
    bench.is_as_clean("edits of the output");
}

#[test]
fn names_that_are_protected_since_are_found_in_pages_that_nothing_changed() {
    let bench = Bench::new();
    bench.warm();
    let before = files(&bench.output());
    fs::write(bench.root().join("protected.txt"), "Ines Tarvald\n").unwrap();
    let (made, warm) = bench.build("warm", Some("program"));
    let (_, clean) = bench.build("clean", None);
    assert!(made.is_none() && !warm.is_empty());
    assert_eq!(warm, clean);
    assert_eq!(files(&bench.output()), before);
    // Nor is a line overlooked that is too short to be looked for.
    fs::write(bench.root().join("protected.txt"), "ab\n").unwrap();
    let (_, warm) = bench.build("warm", Some("program"));
    assert_eq!(warm.len(), 1, "{warm:?}");
}

#[test]
fn after_every_edit_and_every_damage_a_warm_build_is_a_clean_one() {
    let edits = if std::env::var_os("DOSSIER_LONG").is_some() { 1_000 } else { 50 };
    let seed = std::env::var("DOSSIER_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_151_010);
    let bench = Bench::new();
    let mut script = Script::new(&bench.root(), seed);
    let mut older: Vec<Vec<u8>> = Vec::new();
    bench.is_as_clean("the start");
    for number in 1..=edits {
        let edit = script.next();
        let notes = fs::read(bench.cache()).unwrap_or_else(|_| b"none".to_vec());
        let at = number * 7_919 % notes.len().max(1);
        let damage = match number % 7 {
            0 => "none",
            1 => {
                let _ = fs::remove_file(bench.cache());
                "deleted"
            }
            2 => {
                fs::write(bench.cache(), &notes[..at]).unwrap();
                "cut off"
            }
            3 => {
                let mut changed = notes.clone();
                if let Some(byte) = changed.get_mut(at) {
                    *byte ^= 1 << (number % 8);
                }
                fs::write(bench.cache(), changed).unwrap();
                "one bit"
            }
            4 => {
                // Those of an older site, which are whole.
                fs::write(bench.cache(), &older[number % older.len()]).unwrap();
                "older"
            }
            5 => {
                bench.build("warm", Some("another program"));
                "of another program"
            }
            _ => {
                fs::write(bench.cache(), [0xff; 64]).unwrap();
                "no text"
            }
        };
        older.push(notes);
        bench.is_as_clean(&format!("edit {number} of seed {seed}: {edit}; notes: {damage}"));
    }
}
