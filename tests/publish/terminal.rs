//! The question on a terminal, which `script` of util-linux makes, and a publication that is ended while it runs.
#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use super::desk::Desk;

/// `dossier publish` on a terminal, which waits at its question.
fn terminal(desk: &Desk) -> Child {
    let line = format!("{} publish --color never", env!("CARGO_BIN_EXE_dossier"));
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &line, "/dev/null"]).current_dir(desk.path().join("site"));
    script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
}

/// `dossier publish` on a terminal, with `typed` at its question: what it printed and its exit code.
fn on_a_terminal(desk: &Desk, typed: &str) -> (String, Option<i32>) {
    let mut child = terminal(desk);
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (desk.here(&String::from_utf8(output.stdout).unwrap().replace('\r', "")), output.status.code())
}

#[test]
fn on_a_terminal_it_asks_and_only_yes_is_yes() {
    let desk = Desk::new();
    let before = desk.everything();
    for typed in ["n\n", "\n", "yeah\n", "j\n"] {
        let (said, code) = on_a_terminal(&desk, typed);
        assert!(said.contains("  Ada Mert  /people/mert/\nPublish this to `web`? [y/N] "), "{said}");
        assert!(said.ends_with("nothing was published\n"), "{said}");
        assert_eq!((code, desk.everything() == before), (Some(1), true), "{typed:?}: {said}");
    }
    let (said, code) = on_a_terminal(&desk, "y\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("release 1 stands in /www: "), "{said}");
}

/// What one has been shown stays true until the answer: nobody else publishes in the meantime.
#[test]
fn k97_while_one_is_asked_no_other_publishes() {
    let desk = Desk::published();
    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    let mut asked = terminal(&desk);
    while desk.path().join(".www.lock").symlink_metadata().is_err() {
        assert!(asked.try_wait().unwrap().is_none(), "it waits");
        sleep(Duration::from_millis(20));
    }
    let ran = desk.run(&["publish", "--yes"]);
    assert!(ran.err.starts_with("error: nothing was published: another build or publication"), "{}", ran.err);
    assert_eq!(ran.code, Some(2));
    asked.stdin.take().unwrap().write_all(b"y\n").unwrap();
    assert_eq!(asked.wait().unwrap().code(), Some(0));
    assert_eq!(desk.names(), [".www.releases", "site", "www"]);
}

/// Ended at any moment: the old release stands or the new one, whole, and the next publication puts all in order.
#[test]
fn a_publication_that_is_killed_leaves_a_whole_release() {
    let desk = Desk::new();
    desk.write("dossier.toml", &super::desk::CONFIG.replace("../www\"", "../www\"\nkeep = 2"));
    let turn_to = |turn: usize| desk.write("content/about.md", &format!("---\ntitle: About\n---\nWords {turn}.\n"));
    let built = |turn: usize| {
        turn_to(turn);
        assert_eq!(desk.run(&["build", "-q", "-o", "../built"]).code, Some(0));
        desk.files("built")
    };
    let whole = [built(0), built(1)];
    turn_to(0);
    desk.publish();
    let mut ends = [0, 0];
    for turn in 1..=15 {
        turn_to(turn % 2);
        let mut child = desk.program(&["publish", "--yes", "--quiet"]).stdout(Stdio::null()).spawn().unwrap();
        let stage = desk.path().join(format!(".www.stage-{}", child.id()));
        while turn % 3 > 0 && stage.symlink_metadata().is_err() && child.try_wait().unwrap().is_none() {
            sleep(Duration::from_micros(50));
        }
        sleep(Duration::from_micros(u64::try_from(turn * 131 % 30).unwrap() * 400));
        // A child that was not waited for keeps its number, so this reaches no other process.
        let _ = kill_process(Pid::from_child(&child), Signal::KILL);
        child.wait().unwrap();
        let now = desk.files("www");
        let end = whole.iter().position(|whole| *whole == now);
        ends[usize::from(end == Some(turn % 2))] += 1;
        assert!(end.is_some(), "neither the old nor the new release: {:?}", now.keys());
        desk.publish();
        assert_eq!(desk.files("www"), whole[turn % 2]);
        assert_eq!(desk.names(), [".built.cache", ".www.releases", "built", "site", "www"]);
        assert_eq!(desk.run(&["publish", "--rollback", "--dry-run", "-q"]).code, Some(0), "what is kept is whole");
    }
    assert!(ends[0] > 0, "{ends:?}");
}
