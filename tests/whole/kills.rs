//! J 87, 94: the program is ended at random moments while it builds one edition over the other. Knows signals and moments.

use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::bench::Bench;

/// When a build was ended, as far as what it left behind tells.
#[derive(Debug, Default)]
struct Hits {
    /// The old site stood, and nothing beside it.
    before: usize,
    /// The old site stood, and a stage or the lock beside it.
    writing: usize,
    /// The new site stood, and what was left of the old one or the lock beside it.
    swapped: usize,
    /// The new site stood alone.
    after: usize,
}

/// Numbers that look random and are the same in every run. Source: Marsaglia, "Xorshift RNGs", 2003.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        for shift in [13_i32, -7, 17] {
            self.0 ^= if shift > 0 { self.0 << shift } else { self.0 >> -shift };
        }
        self.0
    }

    /// A moment between nothing and `longest`, more often an early one: under load the measured time is longer than most.
    fn early_moment(&mut self, longest: Duration) -> Duration {
        let moment = self.moment(longest);
        self.moment(moment)
    }

    /// A moment around `longest`: the last files are written, or the build has just ended.
    fn late_moment(&mut self, longest: Duration) -> Duration {
        longest * 3 / 4 + self.moment(longest * 3 / 4)
    }

    /// A moment between nothing and `longest`.
    fn moment(&mut self, longest: Duration) -> Duration {
        let thousandths = u32::try_from(self.next() % 1_000).unwrap();
        longest * thousandths / 1_000
    }
}

/// How long a build takes in all, and from its stage to its end.
#[derive(Debug, Clone, Copy)]
struct Durations {
    whole: Duration,
    writing: Duration,
}

impl Durations {
    /// The means of four builds.
    fn measure(bench: &Bench) -> Self {
        let (mut whole, mut writing) = (Duration::ZERO, Duration::ZERO);
        for edition in [1, 0, 1, 0] {
            let began = Instant::now();
            let mut child = bench.program(edition).spawn().unwrap();
            wait_for_stage(bench, &mut child);
            let staged = Instant::now();
            assert!(child.wait().unwrap().success());
            whole += began.elapsed() / 4;
            writing += staged.elapsed() / 4;
        }
        Self { whole, writing }
    }
}

/// Until the build has begun to write, or has ended.
fn wait_for_stage(bench: &Bench, child: &mut Child) {
    let stage = bench.path().join(format!(".public.stage-{}", child.id()));
    while stage.symlink_metadata().is_err() && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(50));
    }
}

/// Ends a build of `edition` over the other with `signal`: at any moment, soon after it began to write, or around its end.
fn end_one(bench: &Bench, edition: usize, signal: Signal, random: &mut Random, durations: Durations, hits: &mut Hits) {
    let mut child = bench.program(edition).stderr(Stdio::null()).spawn().unwrap();
    match random.next() % 3 {
        0 => sleep(random.moment(durations.whole)),
        part => {
            wait_for_stage(bench, &mut child);
            let writing = durations.writing;
            sleep(if part == 1 { random.early_moment(writing) } else { random.late_moment(writing) });
        }
    }
    // A child that was not waited for keeps its number, so this reaches no other process.
    let _ = kill_process(Pid::from_child(&child), signal);
    child.wait().unwrap();
    let is_new = bench.edition() == edition;
    let beside = bench.beside();
    assert!(beside.len() <= 2, "a stage and a lock at the most: {beside:?}");
    *match (is_new, beside.is_empty()) {
        (false, true) => &mut hits.before,
        (false, false) => &mut hits.writing,
        (true, false) => &mut hits.swapped,
        (true, true) => &mut hits.after,
    } += 1;
    bench.is_put_in_order_by(edition);
}

/// Ends `count` builds, each in its turn of the other edition.
fn end_many(bench: &Bench, count: usize, signal: Signal, seed: u64) -> Hits {
    let durations = Durations::measure(bench);
    let (mut random, mut hits) = (Random(seed), Hits::default());
    for turn in 1..=count {
        end_one(bench, turn % 2, signal, &mut random, durations, &mut hits);
    }
    eprintln!("{signal:?} x {count} within {durations:?}: {hits:?}");
    hits
}

fn end_in_all_phases(bench: &Bench, count: usize, seed: u64) {
    let hits = end_many(bench, count, Signal::KILL, seed);
    assert!(hits.before > 0 && hits.writing > 0 && hits.swapped + hits.after > 0, "{hits:?}");
}

/// With `DOSSIER_LONG` in the environment, as `tests/run --long` sets it, 500 kills on each disk make 1,000.
fn is_long() -> bool {
    std::env::var_os("DOSSIER_LONG").is_some()
}

#[test]
fn j87_a_killed_build_leaves_the_old_or_the_new_site() {
    end_in_all_phases(&Bench::in_memory(120), if is_long() { 500 } else { 40 }, 87);
}

/// The same where the disk has to store what is written.
#[test]
fn j87_a_build_that_is_killed_on_a_slow_disk_leaves_the_old_or_the_new_site() {
    let bench = Bench::new(tempfile::tempdir().unwrap(), 120);
    if is_long() {
        end_in_all_phases(&bench, 500, 1_000);
    } else {
        end_many(&bench, 10, Signal::KILL, 1_000);
    }
}

#[test]
fn j94_a_build_that_is_asked_to_end_leaves_the_old_or_the_new_site() {
    let bench = Bench::in_memory(60);
    for (signal, seed) in [(Signal::INT, 1), (Signal::TERM, 2), (Signal::HUP, 3)] {
        end_many(&bench, 6, signal, seed);
    }
}
