//! `dossier lock` as a person runs it: both streams, the exit code, and what is then in the folder.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::Files;

/// What a run printed and how it ended.
#[derive(Debug, PartialEq, Eq)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(folder: &Path, words: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    let output = command.current_dir(folder).env_clear().stdin(Stdio::null()).args(words).output().unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn ended(code: i32, out: &str, err: &str) -> Ran {
    Ran { code: Some(code), out: out.to_owned(), err: err.to_owned() }
}

/// The site in a folder, in the place of what was there.
fn write(site: &Files, folder: &Path) {
    let _ = fs::remove_dir_all(folder.join("content"));
    for (path, text) in &site.0 {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn written(site: &Files) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(site, folder.path());
    folder
}

fn lock_of(folder: &Path) -> String {
    fs::read_to_string(folder.join("dossier.lock")).unwrap()
}

const NOW: &str = "--now=2026-01-01T12:00Z";

#[test]
fn a_lock_is_written_and_then_up_to_date() {
    let folder = written(&Files::site());
    let listed = "\
CHANGE   WHAT       ADDRESS
appears  page       /hearings/first/
appears  statement  /hearings/first/#s1
appears  statement  /hearings/first/#s2
appears  page       /people/ari/
appears  page       /people/mert/
appears  page       /sources/minutes/
";
    let outdated = "error: dossier.lock is out of date; `dossier lock` brings it up to date\n";
    assert_eq!(run(folder.path(), &["lock", "--check"]), ended(1, listed, outdated));
    assert!(!folder.path().join("dossier.lock").exists(), "a check writes nothing");
    let written = "dossier.lock is written: 4 pages and 2 statements; commit it together with the content\n";
    assert_eq!(run(folder.path(), &["lock"]), ended(0, listed, written));
    assert_eq!(lock_of(folder.path()), Files::site().lock());
    let current = "dossier.lock is up to date: 4 pages and 2 statements\n";
    for words in [&["lock"][..], &["lock", "--check"]] {
        assert_eq!(run(folder.path(), words), ended(0, "", current));
    }
    fs::write(folder.path().join("dossier.lock"), Files::site().lock().replace('\n', "\r\n")).unwrap();
    assert_eq!(run(folder.path(), &["lock", "--check"]).code, Some(0), "line ends of git are no change");
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "nothing is left beside the lock: {names:?}");
}

#[test]
fn a_build_reads_the_lock_and_never_writes_it() {
    let folder = written(&Files::site());
    assert_eq!(run(folder.path(), &["build", "-q"]), ended(0, "", ""));
    assert!(!folder.path().join("dossier.lock").exists());
    run(folder.path(), &["lock"]);
    let lock = lock_of(folder.path());

    let changed = Files::site().replacing("content/hearings/first.md", "was* paid", "was not* paid");
    write(&changed, folder.path());
    let built = run(folder.path(), &["build", "-q", "--format", "short"]);
    assert_eq!((built.code, built.err.contains("warning[changed-statement]")), (Some(0), true), "{}", built.err);
    assert_eq!(run(folder.path(), &["build", "--strict"]).code, Some(1));

    write(&Files::site().without("content/hearings/first.md"), folder.path());
    for command in ["build", "check"] {
        let ran = run(folder.path(), &[command, "--format", "short"]);
        assert_eq!(ran.code, Some(1));
        assert!(ran.err.starts_with("dossier.lock:3:1: error[vanished-page]: /hearings/first/ was"), "{}", ran.err);
    }
    assert!(folder.path().join("public/hearings/first/index.html").exists(), "the old site stays");
    assert_eq!(lock_of(folder.path()), lock);
}

#[test]
fn what_has_vanished_and_what_is_wrong_is_not_locked() {
    let folder = written(&Files::site());
    run(folder.path(), &["lock"]);
    let lock = lock_of(folder.path());
    write(&Files::site().without("content/hearings/first.md"), folder.path());
    let ran = run(folder.path(), &["lock", "--format", "short"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.ends_with("1 error\ndossier.lock is left as it is\n"), "{}", ran.err);

    write(&Files::site().replacing("content/people/ari.md", "A driver.", "See [[Nobody]]."), folder.path());
    let ran = run(folder.path(), &["lock", "--format", "short"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("error[unknown-name]"), "{}", ran.err);
    assert_eq!(lock_of(folder.path()), lock);

    write(&Files::site(), folder.path());
    fs::write(folder.path().join("dossier.lock"), format!("<<<<<<< HEAD\n{lock}")).unwrap();
    let ran = run(folder.path(), &["lock", "--format", "short"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("dossier.lock:1:1: error[invalid-lock]"), "{}", ran.err);
}

#[test]
fn what_is_withdrawn_leaves_its_day_and_nothing_else() {
    let folder = written(&Files::site());
    run(folder.path(), &["lock"]);
    let hidden = Files::site()
        .without("content/people/ari.md")
        .replacing("content/hearings/first.md", "[[Deniz Arı]]", "a driver")
        .replacing("content/hearings/first.md", "about: a driver\n> ", "")
        .replacing(
            "content/hearings/first.md",
            "date: 2025",
            "corrections: [{date: 2026-01-01, what: A name}]\ndate: 2025",
        );
    write(&hidden, folder.path());
    let ran = run(folder.path(), &["lock", "--withdraw", "people/ari", NOW]);
    let expected = "\
CHANGE      WHAT       ADDRESS
changes     page       /hearings/first/
changes     statement  /hearings/first/#s1
disappears  page       /people/ari/
";
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), expected), "{}", ran.err);
    assert!(ran.err.contains("warning: what was withdrawn is still in the history of git"), "{}", ran.err);
    let lock = lock_of(folder.path());
    assert!(lock.ends_with("\nwithdrawn page 2026-01-01\n"), "{lock}");
    assert_eq!(run(folder.path(), &["lock", "--check"]).code, Some(0), "it is withdrawn once");

    assert_eq!(run(folder.path(), &["build", "-q"]), ended(0, "", ""));
    for path in files_below(folder.path()) {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned() + path.to_str().unwrap();
        let name =
            text.split(|letter: char| !letter.is_alphanumeric()).find(|word| ["ari", "Arı", "Deniz"].contains(word));
        assert_eq!(name, None, "{}", path.display());
    }
    let page = fs::read_to_string(folder.path().join("public/corrections/index.html")).unwrap();
    let sentence = "<li>A page was withdrawn on <time datetime=\"2026-01-01\">1 January 2026</time>.</li>";
    assert!(page.contains(sentence), "{page}");
}

#[test]
fn a_note_in_the_place_of_a_person_is_built() {
    let noted = Files::site().with("content/people/p-17.md", "---\nwithdrawn: {date: 2025-11-02}\n---\n");
    let folder = written(&noted);
    assert_eq!(run(folder.path(), &["build", "-q"]), ended(0, "", ""));
    let page = fs::read_to_string(folder.path().join("public/people/p-17/index.html")).unwrap();
    assert!(page.contains("2 November 2025"), "{page}");
}

#[test]
fn one_statement_can_be_withdrawn_and_a_note_can_be_given_up() {
    let noted = Files::site().with("content/people/p-17.md", "---\nwithdrawn: {date: 2025-11-02}\n---\n");
    let folder = written(&noted);
    run(folder.path(), &["lock"]);
    let cut = super::HEARING.split("> [!act]").next().unwrap();
    write(&Files::site().with("content/hearings/first.md", cut), folder.path());
    let words = ["lock", "--withdraw", "/hearings/first/#s2", "--withdraw", "/people/p-17/", NOW, "-q"];
    assert_eq!(run(folder.path(), &words).code, Some(0));
    let lock = lock_of(folder.path());
    assert!(lock.ends_with("\nwithdrawn page 2025-11-02\nwithdrawn statement 2026-01-01\n"), "{lock}");
    assert!(!lock.contains("#s2") && !lock.contains("p-17"), "{lock}");
}

#[test]
fn what_is_still_there_or_was_never_published_is_not_withdrawn() {
    let site = Files::site().with("content/people/p-17.md", "---\nwithdrawn: {date: 2025-11-02}\n---\n").replacing(
        "content/people/mert.md",
        "name:",
        "redirect_from: /people/clerk/\nname:",
    );
    let folder = written(&site);
    let withdraw = |address: &str| run(folder.path(), &["lock", "--withdraw", address]);
    let none = "error: /people/ari/ is not in dossier.lock, so there is nothing to withdraw\n";
    assert_eq!(withdraw("/people/ari/"), ended(2, "", none));
    run(folder.path(), &["lock"]);
    for (address, part) in [
        ("/people/nobody/", "is not in dossier.lock"),
        ("/people/ari/", "is still published: delete its file or write `draft: true` into it, then withdraw it"),
        ("/hearings/first/#s1", "is still published: take the statement out of its page"),
        ("/people/clerk/", "still leads to another page: take it out of `redirect_from` there"),
        ("/people/p-17/", "stands a note that a page was withdrawn: delete its file"),
        ("../people", "error: `../people` is not an address of a page or statement: `.` and `..` would lead out"),
    ] {
        let ran = withdraw(address);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains(part), "{}", ran.err);
    }
    assert_eq!(run(folder.path(), &["lock", "--check", "--withdraw", "/people/ari/"]).code, Some(2));
}

#[test]
fn other_programs_get_the_changes_as_json() {
    let folder = written(&Files::site());
    let ran = run(folder.path(), &["lock", "--format", "json"]);
    let first = "{\"change\":\"appears\",\"what\":\"page\",\"address\":\"/hearings/first/\"}\n";
    assert!(ran.out.starts_with(first), "{}", ran.out);
    assert_eq!((ran.code, ran.out.lines().count(), ran.err.as_str()), (Some(0), 6, ""));
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let below = |path: &Path| path.strip_prefix(folder).unwrap().to_owned();
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| below(entry.path()));
    files.map(|path| folder.join(path)).collect()
}
