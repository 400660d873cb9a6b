//! What a build does, counted stage by stage. Knows an allocator that counts and one thread.

use std::alloc::System;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Checked, Diagnostic, Severity};
use dossier::foundation::route::Route;
use dossier::pipeline::{Built, Options, Pipeline, Stage, Watch};
use dossier::source::copies::InMemory;
use dossier::source::tree::{SourceFile, SourceTree};
use stats_alloc::{INSTRUMENTED_SYSTEM, Stats, StatsAlloc};

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The allocator counts for the whole process, so one test runs at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// Held by each test from its first line, so that no other allocates meanwhile.
pub fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What was done in one stage. Whole numbers all, as `f64` to be divided.
#[derive(Debug, Clone, Copy, Default)]
pub struct Work {
    allocations: f64,
    bytes: f64,
    output: f64,
    pages: f64,
}

/// Reads one figure.
pub type Measure = fn(&Work) -> f64;

impl Work {
    /// The measures with their names.
    pub const MEASURES: [(&str, Measure); 4] = [
        ("allocations", |work| work.allocations),
        ("bytes", |work| work.bytes),
        ("output", |work| work.output),
        ("pages", |work| work.pages),
    ];

    fn add(&mut self, other: &Self) {
        self.allocations += other.allocations;
        self.bytes += other.bytes;
        self.output += other.output;
        self.pages += other.pages;
    }
}

/// A build that was counted.
#[derive(Debug, Default)]
pub struct Counted {
    /// The work of each stage, by its name.
    pub stages: BTreeMap<&'static str, Work>,
}

impl Counted {
    /// The work of all stages.
    pub fn total(&self) -> Work {
        let mut total = Work::default();
        for work in self.stages.values() {
            total.add(work);
        }
        total
    }
}

/// The files of the site of `files`, by their paths.
pub fn built_files(files: &[(String, String)]) -> BTreeMap<String, Vec<u8>> {
    let built = Pipeline::default().build(&tree(files), &options());
    assert_eq!(errors(&built), Vec::<&Diagnostic>::new());
    built.value.files.into_iter().map(|file| (file.route.output_path(), file.bytes.to_vec())).collect()
}

fn tree(files: &[(String, String)]) -> SourceTree {
    files.iter().map(|(path, text)| SourceFile::text(path, text)).collect()
}

fn options() -> Options {
    Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap())
}

fn errors(built: &Checked<Built>) -> Vec<&Diagnostic> {
    built.diagnostics.iter().filter(|found| found.severity() == Severity::Error).collect()
}

/// Builds the site of `files` in memory, from nothing, and counts. The sites of these tests have no errors.
pub fn built(files: &[(String, String)]) -> Counted {
    let tree = tree(files);
    let counting = || count(&tree);
    // A pool of threads belongs to the thread that made it, so each build gets one of its own.
    std::thread::scope(|scope| scope.spawn(counting).join()).unwrap()
}

fn count(tree: &SourceTree) -> Counted {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().unwrap();
    let counter = Counter::default();
    let built = pool.install(|| Pipeline::default().build_watched(tree, &options(), &InMemory, &counter));
    counter.begins(Stage::Write);
    assert_eq!(errors(&built), Vec::<&Diagnostic>::new());
    let bytes: usize = built.value.files.iter().map(|file| file.bytes.len()).sum();
    let mut stages = counter.0.into_inner().unwrap().stages;
    stages.remove(Stage::Write.name());
    let render = stages.get_mut(Stage::Render.name()).unwrap();
    render.output = number(bytes);
    render.pages = number(built.value.counts.rendered);
    Counted { stages }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("the sites of these tests are small"))
}

/// Reads the allocator whenever a stage begins.
#[derive(Default)]
struct Counter(Mutex<Seen>);

#[derive(Default)]
struct Seen {
    now: Option<(Stage, Stats)>,
    stages: BTreeMap<&'static str, Work>,
}

impl Watch for Counter {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn begins(&self, stage: Stage) {
        let stats = COUNTING.stats();
        let mut seen = self.0.lock().unwrap();
        if let Some((last, before)) = seen.now.take() {
            let done = stats - before;
            let work = Work {
                allocations: number(done.allocations + done.reallocations),
                bytes: number(done.bytes_allocated),
                ..Work::default()
            };
            seen.stages.entry(last.name()).or_default().add(&work);
        }
        seen.now = Some((stage, COUNTING.stats()));
    }

    fn rendered(&self, _: &'static str, _: &Route, _: Duration) {}
}
