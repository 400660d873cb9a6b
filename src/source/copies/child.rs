//! The process that reads one PDF, so that a file that brings a reader down brings down no more than that. Knows how it is started, fed, and stopped in time.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::Unread;

/// How long one PDF may take.
const TIME: Duration = Duration::from_secs(10);
/// The most bytes that are taken from the process.
const OUTPUT: u64 = 128 << 20;

/// What `program read-pdf` prints when it reads `bytes` from its standard input.
///
/// # Errors
/// When it takes too long, breaks down or prints too much.
#[expect(clippy::disallowed_methods, reason = "the program starts itself, by its own path and with fixed words")]
pub(super) fn output(program: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, Unread> {
    let child = Command::new(program)
        .arg("read-pdf")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.map_err(|_| Unread::NotThere)?;
    let output = talk(&mut child, bytes);
    // It has ended, or has to; a process that is gone cannot be killed, and nothing is lost by trying.
    let _ = child.kill();
    let status = child.wait().map_err(|_| Unread::NotThere)?;
    let output = output?;
    if status.success() && output.len() as u64 <= OUTPUT { Ok(output) } else { Err(Unread::TooMuch) }
}

/// Feeds the process and takes what it prints, both at once and for no longer than [`TIME`].
fn talk(child: &mut Child, bytes: Vec<u8>) -> Result<Vec<u8>, Unread> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Unread::NotThere);
    };
    let (sender, receiver) = channel();
    thread::spawn(move || {
        // A process that breaks down stops reading: its status tells.
        let _ = input.write_all(&bytes);
    });
    thread::spawn(move || {
        let mut printed = Vec::new();
        let read = output.take(OUTPUT + 1).read_to_end(&mut printed);
        // Nobody waits any more when the time is over.
        let _ = sender.send(read.map(|_| printed));
    });
    match receiver.recv_timeout(TIME) {
        Ok(Ok(printed)) => {
            wait(child);
            Ok(printed)
        }
        Ok(Err(_)) => Err(Unread::NotThere),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Err(Unread::TooMuch),
    }
}

/// Gives a process that has closed its output a moment to end by itself.
fn wait(child: &mut Child) {
    for _ in 0..100 {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(Duration::from_millis(2));
    }
}
