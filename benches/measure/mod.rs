//! What a run of a program costs: time, memory, files. Knows nothing of sites.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// What a run cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// From start to end.
    pub time: Duration,
    /// What its processors did meanwhile, in steps of 10 ms; nothing on systems without `/proc`.
    pub processor: Option<Duration>,
    /// The most memory, in bytes, as seen every 2 ms; nothing on systems without `/proc`.
    pub memory: Option<u64>,
}

/// Runs `command` to its end.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> io::Result<Cost> {
    let before = of_children();
    let start = Instant::now();
    let mut child = command.spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut memory = None;
    loop {
        memory = memory.max(fs::read_to_string(&status).ok().and_then(|text| peak(&text)));
        if let Some(exit) = child.try_wait()? {
            let time = start.elapsed();
            let failed = || io::Error::other(format!("it ended with {exit}"));
            let processor = of_children().zip(before).map(|(after, before)| after.saturating_sub(before));
            return exit.success().then_some(Cost { time, processor, memory }).ok_or_else(failed);
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// What processors did for all children of this program that have ended.
fn of_children() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = text.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(13).take(2).map(str::parse::<u64>);
    Some(Duration::from_millis(ticks.sum::<Result<u64, _>>().ok()? * 10))
}

/// The peak that `/proc/PID/status` tells, in bytes.
fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// What is in a folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contents {
    /// Files.
    pub files: usize,
    /// Files that are pages.
    pub pages: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// Counts what is in `folder`; nothing where there is no such folder.
pub fn contents(folder: &Path) -> Contents {
    let mut contents = Contents::default();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            contents.files += 1;
            contents.pages += usize::from(entry.path().extension().is_some_and(|ending| ending == "html"));
            contents.bytes += entry.metadata().map_or(0, |metadata| metadata.len());
        }
    }
    contents
}
