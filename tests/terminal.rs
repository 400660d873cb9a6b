//! `init` and `new` at a terminal, a real one: what is asked, what the answers make, and that who goes away leaves nothing behind.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests make folders and run the program")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What stands on the terminal in the end, when `dossier WORDS` runs in `folder` and somebody types `keys`; and how it ended.
fn at_a_terminal(folder: &Path, words: &str, keys: &str) -> (String, Option<i32>) {
    let line = format!("{} {words}", env!("CARGO_BIN_EXE_dossier"));
    let mut child = Command::new("script")
        .args(["--quiet", "--return", "--echo", "never", "--command", &line, "/dev/null"])
        .current_dir(folder)
        .env("TERM", "dumb")
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(keys.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n"), output.status.code())
}

#[test]
fn init_asks_for_what_no_flag_says() {
    let folder = tempfile::tempdir().unwrap();
    let (shown, code) = at_a_terminal(folder.path(), "init record", "The record\ntr\n\n\nno\n");
    let expected = "\
A new site. Enter alone takes what stands in brackets; nothing is written before the last answer.
Its title [My site]: \
The language of its pages: en, tr, ku, ar, ... [en]: \
The address where it will stand, such as https://example.org/ [none]: \
How it looks: built-in, or broadsheet to change yourself [built-in]: \
With an invented case to learn from [yes]: \
.editorconfig
.gitignore
dossier.toml
";
    assert!(shown.contains(expected), "{shown}");
    assert_eq!(code, Some(0));
    let settings = fs::read_to_string(folder.path().join("record/dossier.toml")).unwrap();
    assert!(settings.contains("title = \"The record\"\n") && settings.contains("language = \"tr\"\n"), "{settings}");
    let build = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["build", "--strict", "--root"])
        .arg(folder.path().join("record"))
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
}

#[test]
fn whoever_goes_away_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    // The end of the input after the first answer, and Ctrl-C.
    let (shown, code) = at_a_terminal(folder.path(), "init record", "The record\n\u{4}");
    assert!(shown.contains("error: the questions were not answered, so nothing was written"), "{shown}");
    assert_eq!(code, Some(2));
    let (shown, code) = at_a_terminal(folder.path(), "init record", "The record\n\u{3}");
    assert!(code != Some(0), "{code:?}: {shown}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn yes_asks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (shown, code) = at_a_terminal(folder.path(), "init record --yes --title Record", "");
    assert!(!shown.contains('[') && shown.contains("content/about.md"), "{shown}");
    assert_eq!(code, Some(0));
}

#[test]
fn new_asks_for_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(at_a_terminal(folder.path(), "init . --yes --quiet", "").1, Some(0));
    let (shown, code) = at_a_terminal(folder.path(), "new", "hearing\n\n\n\n\n");
    let expected = "\
A new file. Enter alone takes what stands in brackets; nothing is written before the last answer.
What is it: dossier, case, hearing, person, organisation, place, event, source, page:   1 Harbour fire case
Its case, by the number or the name [1]: \
Its number [3]: \
With the court and the people of content/hearings/harbour-fire-2.md [yes]: \
Its date, as YYYY-MM-DD or less exact: 2019-05, ~2019 [2020-01]: \
content/hearings/harbour-fire-3.md
";
    assert!(shown.contains(expected), "{shown}");
    assert_eq!(code, Some(0));
    // Who types all of it is asked nothing.
    let (shown, _) = at_a_terminal(folder.path(), "new place Harbour", "");
    assert!(shown.starts_with("content/places/harbour.md\n"), "{shown}");
}
