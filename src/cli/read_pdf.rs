//! `read-pdf`, which the program starts to read one PDF. Knows the limits of such a process: a file that is made to break its reader breaks this process alone.

use std::io::{Read as _, stdin};

use anyhow::Context;
use rustix::process::{Resource, Rlimit, setrlimit};

use super::Exit;
use super::shell::Shell;
use crate::source::copies::{MOST_BYTES, pdf};

/// The most seconds of computing.
const SECONDS: u64 = 10;
/// The most bytes of memory.
const MEMORY: u64 = 2 << 30;

/// Reads the PDF on standard input and prints what is in it as JSON.
pub fn run(shell: &mut Shell) -> anyhow::Result<Exit> {
    for (resource, most) in [(Resource::Cpu, SECONDS), (Resource::As, MEMORY), (Resource::Core, 0)] {
        // A system that does not know a limit goes without; the one who waits for this process has a limit of time too.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
    let mut bytes = Vec::new();
    stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes).context("the PDF cannot be read")?;
    if bytes.len() as u64 > MOST_BYTES {
        anyhow::bail!("the PDF has more than 64 MB");
    }
    shell.result(&serde_json::to_string(&pdf::read(&bytes))?);
    Ok(Exit::Clean)
}
