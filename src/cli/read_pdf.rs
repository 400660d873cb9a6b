//! `read-pdf`, which nobody types: the program starts itself with it to read one PDF. Knows the limits of such a process, as a file that is made to break its reader breaks this process alone.

use std::io::{self, Read as _, Write as _};

use rustix::process::{Resource, Rlimit, setrlimit};

use super::Exit;
use crate::source::copies::{MOST_BYTES, READ_PDF, pdf};

/// The word after the program's name.
pub const WORD: &str = READ_PDF;

/// The most seconds of computing.
const SECONDS: u64 = 10;
/// The most bytes of memory.
const MEMORY: u64 = 2 << 30;

/// Reads the PDF on standard input and prints what is in it as JSON.
pub fn run() -> Exit {
    for (resource, most) in [(Resource::Cpu, SECONDS), (Resource::As, MEMORY), (Resource::Core, 0)] {
        // A system that does not know a limit goes without; the one who waits for this process has a limit of time too.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
    // Whoever started this process sees that it failed, and that is all there is to say.
    read().map_or(Exit::Failed, |()| Exit::Clean)
}

fn read() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let printed = serde_json::to_vec(&pdf::read(&bytes))?;
    io::stdout().lock().write_all(&printed)
}
