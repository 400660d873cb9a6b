//! J 90: several programs at one site. Knows the lock and what the one that has to wait says.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::bench::Bench;

#[test]
fn j90_two_builds_at_once_both_end_and_one_of_them_stands_whole() {
    let bench = Bench::in_memory(60);
    for _ in 0..10 {
        let running = [0, 1, 0].map(|edition| bench.program(edition).spawn().unwrap());
        for child in running {
            let ended = child.wait_with_output().unwrap();
            assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        }
        bench.edition();
        assert_eq!(bench.beside(), [""; 0]);
    }
}

#[test]
fn j90_a_build_that_waited_in_vain_ends_with_2_and_says_for_whom() {
    let bench = Bench::in_memory(10);
    let mut held = fs::File::create(bench.path().join(".public.lock")).unwrap();
    held.write_all(b"4711").unwrap();
    held.lock().unwrap();
    let began = Instant::now();
    let ended = bench.program(1).output().unwrap();
    assert!(began.elapsed() >= Duration::from_secs(9), "it waited");
    assert_eq!(ended.status.code(), Some(2));
    let here = bench.path().canonicalize().unwrap().display().to_string();
    assert_eq!(
        String::from_utf8(ended.stderr).unwrap().replace(&here, ""),
        "error: the site was not written: another build or publication (process 4711) is writing `/public`; wait for it or end it, then try again (if none is running, on no computer that shares this disk, delete `/.public.lock`)\n"
    );
    assert_eq!(bench.edition(), 0);
    drop(held);
    bench.is_put_in_order_by(1);
}

/// A lock that nobody holds, whatever is written in it, is no lock: of a dead process, of another computer, cut off, or no text.
#[test]
fn j90_a_lock_that_was_left_behind_holds_nobody_up() {
    let bench = Bench::in_memory(10);
    for (turn, text) in [&b"999999999"[..], b"4711 otherhost", b"", b"\xff\0"].into_iter().enumerate() {
        fs::write(bench.path().join(".public.lock"), text).unwrap();
        let began = Instant::now();
        bench.is_put_in_order_by((turn + 1) % 2);
        assert!(began.elapsed() < Duration::from_secs(9), "{text:?}");
    }
}

/// The preview holds its pages in memory: it takes no lock and writes nothing.
#[test]
fn j90_builds_beside_a_running_preview() {
    let bench = Bench::in_memory(30);
    let mut preview = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["serve", "--port", "0", "--quiet"])
        .current_dir(bench.path().join("0"))
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    for turn in 1..=6 {
        bench.is_put_in_order_by(turn % 2);
    }
    assert!(preview.try_wait().unwrap().is_none(), "the preview runs on");
    preview.kill().unwrap();
    preview.wait().unwrap();
}
