//! `read-pdf` and `look-into`, which nobody types: the program starts itself with them to read one file. Knows the limits of such a process, as a file that is made to break its reader breaks this process alone.

use std::ffi::OsString;
use std::io::{self, Read as _, Write as _};

use rustix::process::{Resource, Rlimit, setrlimit};

use super::Exit;
use crate::media::papers::{self, Kind};
use crate::source::copies::{LOOK_INTO, MOST_BYTES};

/// The most seconds of computing.
const SECONDS: u64 = 10;
/// The most bytes of memory.
const MEMORY: u64 = 2 << 30;

/// Reads the file on standard input and prints what is in it as JSON, when `words` ask for that.
pub fn run(words: &[OsString]) -> Option<Exit> {
    let printed = match words {
        #[cfg(feature = "pdf")]
        [_, word] if word == crate::source::copies::READ_PDF => {
            limited(|bytes| serde_json::to_vec(&crate::source::copies::pdf::read(bytes)))
        }
        [_, word, ending] if word == LOOK_INTO => {
            let kind = Kind::of_name(&ending.to_string_lossy());
            limited(|bytes| serde_json::to_vec(&papers::look_into(kind, bytes)))
        }
        _ => return None,
    };
    // Whoever started this process sees that it failed, and that is all there is to say.
    Some(printed.map_or(Exit::Failed, |()| Exit::Clean))
}

fn limited(read: impl Fn(&[u8]) -> serde_json::Result<Vec<u8>>) -> io::Result<()> {
    for (resource, most) in [(Resource::Cpu, SECONDS), (Resource::As, MEMORY), (Resource::Core, 0)] {
        // A system that does not know a limit goes without; the one who waits for this process has a limit of time too.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let printed = read(&bytes)?;
    io::stdout().lock().write_all(&printed)
}
