//! A preview that is asked as a browser asks it. Knows its address and HTTP, not the site.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::generators::Installed;

/// A running preview; it ends with this value.
#[derive(Debug)]
pub struct Preview {
    child: Child,
    port: u16,
}

impl Preview {
    /// How long a change may take before it counts as not shown.
    pub const PATIENCE: Duration = Duration::from_mins(1);
    /// How long the first build may take.
    const BEGINNING: Duration = Duration::from_mins(5);

    /// Shows the site at `source`; nothing when it does not come up.
    pub fn start(of: &Installed, source: &Path) -> Option<Self> {
        // A port that was free a moment ago.
        let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
        let mut command = of.preview(source, port);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let preview = Self { child: command.spawn().ok()?, port };
        preview.within(Self::BEGINNING, "/", |page| page.starts_with("HTTP/1.1 200")).then_some(preview)
    }

    /// The answer for `address`, with its head; empty where there is none.
    pub fn get(&self, address: &str) -> String {
        let mut answer = Vec::new();
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let asked =
                write!(stream, "GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port);
            // What came before the other side closed is the answer.
            let _ = asked.and_then(|()| stream.set_read_timeout(Some(Self::PATIENCE)));
            let _ = stream.read_to_end(&mut answer);
        }
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks for `address` until the answer is the new one; says whether it came.
    pub fn within(&self, patience: Duration, address: &str, is_new: fn(&str) -> bool) -> bool {
        let start = Instant::now();
        while start.elapsed() < patience {
            if is_new(&self.get(address)) {
                return true;
            }
            thread::sleep(Duration::from_millis(2));
        }
        false
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
