//! A running preview and what it answers. Knows connections and one script tag, nothing of sites.

use std::cell::RefCell;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// How long an answer may take: the first one waits for the first build.
const PATIENCE: Duration = Duration::from_mins(2);

/// A preview of a folder; it ends with this value.
pub struct Served {
    child: Child,
    port: u16,
    /// The connection that is asked again and again.
    connection: RefCell<Option<BufReader<TcpStream>>>,
    /// What a page that listens was last told.
    told: Arc<Mutex<Value>>,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub is_html: bool,
    pub body: Vec<u8>,
}

impl Answer {
    /// The bytes as `build` would write them.
    pub fn without_script(&self) -> Vec<u8> {
        if self.is_html { without_script(&self.body) } else { self.body.clone() }
    }
}

/// `html` without the tag by which the preview follows changes.
pub fn without_script(html: &[u8]) -> Vec<u8> {
    let find = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).rposition(|window| window == words);
    let Some(from) = find(html, b"<script src=\"/.dossier/reload.js\" data-version=\"") else { return html.to_vec() };
    let end = b"\" defer></script>";
    let to = from + find(&html[from..], end).unwrap() + end.len();
    [&html[..from], &html[to..]].concat()
}

impl Served {
    /// Starts the program in `root` and listens to it as a page does.
    pub fn start(root: &Path, words: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dossier"))
            .args(["serve", "--port", "0", "--quiet", "--root"])
            .arg(root)
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        let port = url.trim().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        let told = Arc::new(Mutex::new(Value::Null));
        let events = connect(port);
        write!(&events, "GET /.dossier/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").unwrap();
        let last = Arc::clone(&told);
        thread::spawn(move || {
            // It ends with the preview.
            for line in BufReader::new(events).lines().map_while(Result::ok) {
                if let Some(state) = line.strip_prefix("data: ") {
                    *last.lock().unwrap() = serde_json::from_str(state).unwrap();
                }
            }
        });
        Self { child, port, connection: RefCell::default(), told }
    }

    /// What a page that listens was last told.
    pub fn state(&self) -> Value {
        let began = Instant::now();
        loop {
            let state = self.told.lock().unwrap().clone();
            if !state.is_null() || began.elapsed() > PATIENCE {
                return state;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The file at `path` below the root.
    pub fn get(&self, path: &str) -> Answer {
        let mut connection = self.connection.borrow_mut();
        // A connection that the preview has closed meanwhile is opened anew.
        for _ in 0..3 {
            let stream = connection.get_or_insert_with(|| BufReader::new(connect(self.port)));
            if let Some(answer) = ask(stream, self.port, path) {
                return answer;
            }
            *connection = None;
        }
        panic!("no answer for {path}");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

fn ask(stream: &mut BufReader<TcpStream>, port: u16, path: &str) -> Option<Answer> {
    let path: String = path
        .bytes()
        .map(|byte| {
            let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
            if is_plain { char::from(byte).to_string() } else { format!("%{byte:02X}") }
        })
        .collect();
    stream.get_ref().set_read_timeout(Some(PATIENCE)).ok()?;
    let request = format!("GET /{path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes()).ok()?;
    let mut line = String::new();
    stream.read_line(&mut line).ok()?;
    let status = line.split(' ').nth(1)?.parse().ok()?;
    let (mut length, mut is_html) = (0, false);
    loop {
        line.clear();
        stream.read_line(&mut line).ok()?;
        let header = line.trim_end().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length: ") {
            length = value.parse().ok()?;
        }
        is_html |= header.starts_with("content-type: text/html");
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    Some(Answer { status, is_html, body })
}
