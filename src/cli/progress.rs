//! A sign that something takes its time. Knows the clock of the person who waits; the work itself does not know that it is watched.

use std::io::Write;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::report::Format;
use super::shell::Shell;

/// How long work may take before anything is shown on a terminal.
const PATIENCE: Duration = Duration::from_millis(250);
/// How long it may take before a line is printed elsewhere, where nobody looks on and lines stay.
const LOG_PATIENCE: Duration = Duration::from_secs(3);

/// Shown as long as this lives: a moving line on a terminal, gone at the end; elsewhere one plain line.
pub struct Progress {
    ended: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Work that is named by `text`, such as "Building the site", begins now.
    #[must_use]
    pub fn begin(text: &'static str, shell: &Shell) -> Self {
        if shell.quiet || shell.format == Format::Json {
            return Self { ended: None, thread: None };
        }
        let (ended, end) = channel();
        let show = move || {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            let patience = if bar.is_hidden() { LOG_PATIENCE } else { PATIENCE };
            if end.recv_timeout(patience) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            if bar.is_hidden() {
                // Nobody may be reading; the work goes on all the same.
                let _ = writeln!(std::io::stderr(), "{text} ...");
                return;
            }
            bar.set_style(ProgressStyle::default_spinner());
            bar.set_message(text);
            bar.enable_steady_tick(Duration::from_millis(100));
            let _ = end.recv();
            bar.finish_and_clear();
        };
        // Without a thread nothing is shown, which harms nobody.
        let thread = thread::Builder::new().name("progress".into()).spawn(show).ok();
        Self { ended: Some(ended), thread }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.ended.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
