//! The process that reads one PDF or office file, so that a file that brings a reader down brings down no more than that. Knows how it is started, fed, and stopped in time.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::Unread;

/// How long one file may take.
pub(super) const TIME: Duration = Duration::from_secs(10);
/// The most bytes that are taken from the process.
const OUTPUT: u64 = 128 << 20;

/// What `program` prints when it is called with `words` and reads `bytes` from its standard input, in no more than `time`.
///
/// # Errors
/// When it takes too long, breaks down or prints too much.
#[expect(clippy::disallowed_methods, reason = "the program starts itself, by its own path and with words of its own")]
pub(super) fn output(program: &Path, words: &[&str], bytes: Vec<u8>, time: Duration) -> Result<Vec<u8>, Unread> {
    let child = Command::new(program)
        .args(words)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.map_err(|_| Unread::NotThere)?;
    let output = talk(&mut child, bytes, time);
    // It has ended, or has to; a process that is gone cannot be killed, and nothing is lost by trying.
    let _ = child.kill();
    let status = child.wait().map_err(|_| Unread::NotThere)?;
    let output = output?;
    if status.success() && output.len() as u64 <= OUTPUT { Ok(output) } else { Err(Unread::TooMuch) }
}

/// Feeds the process and takes what it prints, both at once and for no longer than `time`.
fn talk(child: &mut Child, bytes: Vec<u8>, time: Duration) -> Result<Vec<u8>, Unread> {
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
    match receiver.recv_timeout(time) {
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::time::Instant;

    use super::super::READ_PDF;
    use super::*;

    /// What comes of a program with these lines that gets `bytes`.
    fn run(lines: &str, bytes: &[u8], time: Duration) -> Result<String, Unread> {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program");
        fs::write(&program, format!("#!/bin/sh\n{lines}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        output(&program, &[READ_PDF], bytes.to_vec(), time)
            .map(|printed| String::from_utf8_lossy(&printed).into_owned())
    }

    #[test]
    fn a_process_is_fed_and_its_words_are_taken() {
        assert_eq!(run("test \"$1\" = read-pdf && /bin/cat", b"words", TIME).unwrap(), "words");
        let long = "a".repeat(1 << 20);
        assert_eq!(run("/bin/cat", long.as_bytes(), TIME).unwrap().len(), long.len());
    }

    #[test]
    fn a_process_that_breaks_down_prints_without_end_or_takes_too_long_is_no_more_than_that() {
        let long = vec![b'a'; 1 << 20];
        for lines in ["kill -SEGV $$", "exit 3", "echo half; kill -ABRT $$"] {
            assert_eq!(run(lines, &long, TIME), Err(Unread::TooMuch), "{lines}");
        }
        assert_eq!(run("exec /usr/bin/yes", b"", TIME), Err(Unread::TooMuch));
        let began = Instant::now();
        assert_eq!(run("exec /bin/sleep 60", &long, Duration::from_millis(200)), Err(Unread::TooMuch));
        assert!(began.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn a_program_that_is_not_there_is_said() {
        assert_eq!(output(Path::new("/nowhere/program"), &[READ_PDF], Vec::new(), TIME), Err(Unread::NotThere));
    }
}
