//! J 88, 92: too little memory, too small a stack, no room for a single byte. Knows the limits that a shell can set.

use super::bench::Bench;

/// Builds edition 1 over edition 0 behind `line` and puts edition 0 back; gives whether the build succeeded and what it said.
fn build_behind(bench: &Bench, line: &str) -> (bool, String) {
    let ended = bench.program_in_shell(&format!("{line}; exec \"$0\" \"$@\""), 1).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(bench.edition(), usize::from(ended.status.success()), "{line}: {said}");
    bench.is_put_in_order_by(0);
    (ended.status.success(), said)
}

#[test]
fn j92_with_too_little_memory_the_old_site_stands() {
    let bench = Bench::in_memory(60);
    let kilobytes = [20, 60, 100, 140, 180, 240, 340, 500, 1_000, 4_000];
    let tries = kilobytes.map(|mb| build_behind(&bench, &format!("ulimit -v {}", mb * 1_000)).0);
    assert!(tries.contains(&false) && tries.contains(&true), "{tries:?}");
}

#[test]
fn j92_with_a_small_stack_the_old_site_stands_or_the_new_one() {
    let bench = Bench::in_memory(60);
    let mut tries = Vec::new();
    for kilobytes in [32, 64, 128, 256, 8_192] {
        tries.push(build_behind(&bench, &format!("ulimit -s {kilobytes}")).0);
        let line = format!("export RUST_MIN_STACK={}", kilobytes * 1_024);
        tries.push(build_behind(&bench, &line).0);
    }
    assert!(tries.contains(&true), "{tries:?}");
}

/// Not even the lock can be written: it is removed again, and nothing stands beside the site.
#[test]
fn j88_without_room_for_the_lock_nothing_is_left_behind() {
    let bench = Bench::in_memory(10);
    let line = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";
    let ended = bench.program_in_shell(line, 1).stderr(std::process::Stdio::piped()).output().unwrap();
    let here = bench.path().canonicalize().unwrap().display().to_string();
    assert_eq!(
        String::from_utf8(ended.stderr).unwrap().replace(&here, ""),
        "error: the site was not written: cannot write `/.public.lock`: it is larger than this disk allows\n"
    );
    assert_eq!(ended.status.code(), Some(2));
    assert_eq!(bench.edition(), 0);
    assert_eq!(bench.beside(), [""; 0]);
}
