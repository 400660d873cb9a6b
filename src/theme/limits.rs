//! How much a page may print and how long it may take. Knows bytes and time; not what is rendered.
//!
//! Tera counts nothing: three nested loops over 100,000 values do not end in a lifetime. A loop that prints is stopped by the
//! writer. A loop that prints nothing cannot be stopped from outside, so templates that did not come with the program run on a
//! thread of their own; when its time is over the page is given up, the writer refuses the next byte, and a thread that
//! never prints again lives until the program ends. The thread costs about 60 µs a page, so the program's own templates,
//! whose loops follow the lists of a view, run without one.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// The limits of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes that a page can have.
    pub bytes: usize,
    /// The longest time that a page may take, where a site or a theme brought templates.
    pub time: Duration,
}

impl Default for Limits {
    /// 64 MB and 2 seconds.
    fn default() -> Self {
        Self { bytes: 64 << 20, time: Duration::from_secs(2) }
    }
}

/// Templates that did not end on a page. They are not tried on another: each try costs the whole time, and a thread that never ends.
#[derive(Debug, Clone, Default)]
pub(super) struct GivenUp(Arc<Mutex<BTreeSet<&'static str>>>);

impl GivenUp {
    /// Whether `template` did not end.
    pub fn has(&self, template: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(template)
    }

    /// `template` did not end.
    pub fn add(&self, template: &'static str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(template);
    }
}

/// Collects what a template prints, up to a limit.
pub(super) struct Collector {
    bytes: Vec<u8>,
    limit: usize,
    is_full: bool,
    is_given_up: Arc<AtomicBool>,
}

impl Collector {
    /// An empty one that holds at most `limit` bytes and refuses all when `is_given_up`.
    pub const fn new(limit: usize, is_given_up: Arc<AtomicBool>) -> Self {
        Self { bytes: Vec::new(), limit, is_full: false, is_given_up }
    }

    /// Whether something was refused because there was too much.
    pub const fn is_full(&self) -> bool {
        self.is_full
    }

    /// What was printed.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl Write for Collector {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_full |= self.bytes.len() + bytes.len() > self.limit;
        if self.is_full || self.is_given_up.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Room for includes nested as deep as there can be templates; only what is used is taken.
const STACK: usize = 256 << 20;

/// Why a job on a thread of its own gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// It took longer than it may.
    TimeIsOver,
    /// It broke off.
    Broken,
    /// The system gives no more threads.
    NoThread,
}

/// Runs `job` on a thread of its own and waits for at most `time`; then the flag that the job was given is set.
pub(super) fn within<T: Send + 'static>(
    time: Duration,
    job: impl FnOnce(Arc<AtomicBool>) -> T + Send + 'static,
) -> Result<T, NoAnswer> {
    let is_given_up = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = mpsc::channel();
    let flag = Arc::clone(&is_given_up);
    // Nobody listens any more to a job that comes too late.
    let run = move || drop(sender.send(job(flag)));
    thread::Builder::new().name("template".into()).stack_size(STACK).spawn(run).map_err(|_| NoAnswer::NoThread)?;
    receiver.recv_timeout(time).map_err(|error| {
        is_given_up.store(true, Ordering::Relaxed);
        match error {
            mpsc::RecvTimeoutError::Timeout => NoAnswer::TimeIsOver,
            mpsc::RecvTimeoutError::Disconnected => NoAnswer::Broken,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_is_refused() {
        let mut out = Collector::new(5, Arc::default());
        out.write_all(b"12345").unwrap();
        assert!(!out.is_full());
        assert!(out.write_all(b"6").is_err());
        assert!(out.is_full());
        assert_eq!(out.into_bytes(), b"12345");
    }

    #[test]
    fn a_job_that_takes_too_long_is_given_up_and_told_so() {
        let (seen, saw) = mpsc::channel();
        let answer = within(Duration::from_millis(20), move |is_given_up| {
            while !is_given_up.load(Ordering::Relaxed) {
                thread::yield_now();
            }
            seen.send(()).unwrap();
        });
        assert_eq!(answer, Err(NoAnswer::TimeIsOver));
        saw.recv_timeout(Duration::from_secs(5)).unwrap();
        assert_eq!(within(Duration::from_secs(5), |_| 7), Ok(7));
    }
}
