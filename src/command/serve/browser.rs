//! The person's browser. Knows which program of the system opens an address.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// Opens `url`, an address that this program made itself.
///
/// # Errors
/// When the system has no such program.
pub fn open(url: &str) -> io::Result<()> {
    let mut child =
        opener(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|error| {
            io::Error::new(error.kind(), format!("no browser could be started ({error}); open {url} yourself"))
        })?;
    // The opener ends soon; waiting for it keeps it from staying as a dead process.
    thread::spawn(move || child.wait());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the person asked for it with --open; nothing in a site leads here")]
fn opener(url: &str) -> Command {
    if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg(url);
        command
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", "", url]);
        command
    } else {
        let mut command = Command::new("xdg-open");
        command.arg(url);
        command
    }
}
