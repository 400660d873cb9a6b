//! What `serve` answers is what `build` would write: every file of the sample, and a site under a long random script of edits. Runs
//! the program itself, with real files, real events of the disk and real connections.
//!
//! `DOSSIER_LONG=1` makes 1,000 edits of 60; `DOSSIER_SEED=7` tries others.
#![cfg(all(unix, feature = "serve"))]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

#[path = "preview/edits.rs"]
mod edits;
#[path = "preview/served.rs"]
mod served;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use dossier::cli::report::{Report, problems};
use dossier::command::build::{in_memory, is_refused, sources};
use dossier::command::init;
use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use edits::Script;
use serde_json::Value;
use served::{Served, without_script};

/// How long a change may take to be seen; far more than it does, as other tests run beside this one.
const PATIENCE: Duration = Duration::from_mins(1);

/// Files by their paths below the output folder.
type Site = BTreeMap<String, Vec<u8>>;

#[test]
fn every_file_of_the_sample_is_answered_as_build_writes_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("public");
    let mut build = Command::new(env!("CARGO_BIN_EXE_dossier"));
    build.arg("build").arg("--root").arg(root).arg("--output-dir").arg(&output).arg("--quiet");
    assert!(build.status().unwrap().success());
    let served = Served::start(root, &[]);
    let mut count = 0;
    for entry in
        walkdir::WalkDir::new(&output).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file())
    {
        let path = entry.path().strip_prefix(&output).unwrap().to_str().unwrap();
        // What the folder itself needs is no part of the site.
        if ["manifest.txt", ".dossier-site"].contains(&path) {
            continue;
        }
        let answer = served.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.without_script() == fs::read(entry.path()).unwrap(), "{path} is not what build writes");
        count += 1;
    }
    assert!(count > 80, "{count} files");
    assert_eq!(served.get("nowhere/").without_script(), fs::read(output.join("404.html")).unwrap());
}

#[test]
fn after_every_edit_of_a_long_script_serve_answers_what_a_clean_build_makes() {
    let edits = if std::env::var_os("DOSSIER_LONG").is_some() { 1_000 } else { 60 };
    let seed = std::env::var("DOSSIER_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_151_010);
    let folder = tempfile::tempdir().unwrap();
    for file in init::files(&init::Begin::default()) {
        file.write(folder.path()).unwrap();
    }
    let mut script = Script::new(folder.path(), seed);
    let served = Served::start(folder.path(), &[]);
    let mut reader = Seen::default();
    reader.catch_up(&served, folder.path(), "the start");
    for number in 1..=edits {
        let edit = script.next();
        reader.catch_up(&served, folder.path(), &format!("edit {number} of seed {seed}: {edit}"));
    }
    // It stays so when everything is quiet.
    thread::sleep(Duration::from_secs(1));
    reader.catch_up(&served, folder.path(), "the end");
    println!("{} edits, {} of them with errors, {} addresses", edits, reader.broken, reader.addresses.len());
    assert!(
        reader.broken * 10 > edits && reader.broken * 10 < edits * 9,
        "{} of {edits} edits had errors",
        reader.broken
    );
}

#[test]
fn the_path_of_the_disk_is_told_to_nobody_who_named_no_editor() {
    let folder = tempfile::tempdir().unwrap();
    for file in init::files(&init::Begin::default()) {
        file.write(folder.path()).unwrap();
    }
    let disk = folder.path().canonicalize().unwrap().to_str().unwrap().to_owned();
    let (site, _) = clean_build(folder.path());
    fs::write(folder.path().join("content/about.md"), "---\ntitel: x\n---\n").unwrap();
    fs::write(folder.path().join("content/no-page.md"), [0xff, 0xfe]).unwrap();
    for (words, has_it) in
        [(&["--drafts"] as &[&str], false), (&["--editor", "zed"], true), (&["--editor", "none"], false)]
    {
        let served = Served::start(folder.path(), words);
        let state = served.state().to_string();
        assert!(state.contains("unknown-key"), "{state}");
        assert_eq!(state.contains(&disk), has_it, "{words:?}: {state}");
        for path in
            site.iter().flatten().map(|(path, _)| path.as_str()).chain(["nowhere/", ".dossier/reload.js", ".dossier/x"])
        {
            let body = String::from_utf8_lossy(&served.get(path).body).into_owned();
            // Without a good site, every address answers with the page of errors.
            assert_eq!(
                body.contains(&disk),
                has_it && !path.starts_with(".dossier/reload"),
                "{words:?}: {path}: {body}"
            );
        }
    }
}

/// What was seen of a site so far.
#[derive(Default)]
struct Seen {
    /// The files of the last build without errors.
    good: Site,
    /// All addresses that any build had.
    addresses: BTreeSet<String>,
    /// How many states had errors.
    broken: usize,
}

impl Seen {
    /// Waits until what is served is what a clean build of `root` makes or, where that has errors, what the last good one made, with
    /// the diagnostics told.
    fn catch_up(&mut self, served: &Served, root: &Path, after: &str) {
        let (site, told) = clean_build(root);
        self.broken += usize::from(site.is_none());
        if let Some(site) = site {
            self.addresses.extend(site.keys().cloned());
            self.good = site;
        }
        let began = Instant::now();
        while let Err(fault) = self.compare(served, &told) {
            assert!(began.elapsed() < PATIENCE, "after {after}: {fault}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn compare(&self, served: &Served, told: &Value) -> Result<(), String> {
        let state = served.state();
        if state["problems"] != *told {
            return Err(format!("it tells {:#}\nand not {told:#}", state["problems"]));
        }
        for path in &self.addresses {
            let answer = served.get(path);
            let bytes = answer.without_script();
            match self.good.get(path) {
                Some(expected) if answer.status == 200 && bytes == *expected => {}
                None if answer.status == 404 => {}
                expected => {
                    let expected = expected.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
                    let bytes = String::from_utf8_lossy(&bytes);
                    return Err(format!("{path} is {} {bytes}\nand not {expected:?}", answer.status));
                }
            }
        }
        Ok(())
    }
}

/// The site that a clean build of `root` makes, nothing with errors, and what is told of it.
fn clean_build(root: &Path) -> (Option<Site>, Value) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let now = Moment::from_unix(i64::try_from(now).unwrap()).unwrap();
    let options = Options { program: Some(env!("CARGO_BIN_EXE_dossier").into()), ..Options::at(now) };
    let (tree, built) = in_memory(root, &mut Pipeline::default(), &options).unwrap();
    let texts = sources(&tree);
    let told = problems(&Report::new(&built.diagnostics, &texts), |_, _, _| None);
    let told = serde_json::to_value(told).unwrap();
    if is_refused(&built.diagnostics, false) {
        return (None, told);
    }
    let files = built.value.files.iter();
    (Some(files.map(|file| (file.route.output_path(), file.bytes.to_vec())).collect()), told)
}

#[test]
fn the_script_is_taken_out_and_nothing_else() {
    let html = "<body>a<script src=\"/.dossier/reload.js\" data-version=\"1-2\" defer></script></body>";
    assert_eq!(without_script(html.as_bytes()), b"<body>a</body>");
    assert_eq!(without_script(b"<body>a</body>"), b"<body>a</body>");
}
