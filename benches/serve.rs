//! How long a writer waits for the preview: `cargo bench --bench serve`, or with other numbers of dossiers
//! `cargo bench --bench serve -- 100 5000`.
//!
//! For each size a corpus is made and shown by the released program: from its start to the first page, and for four edits from the
//! save of a file to the event on which a browser asks for the page again, and to the first byte of that page. What is asked again
//! must hold what was written. Knows the program, its events and its pages from outside alone.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

// It is shared with other measurements, which use more of it.
#[allow(dead_code)]
mod corpus;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use corpus::Corpus;

/// The seed of all corpora, so that figures of different days are about the same site.
const SEED: u64 = 20_151_010;
/// How often each edit is made.
const EDITS: usize = 15;
/// How often the program is started.
const STARTS: usize = 3;

fn main() {
    let mut sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!("| dossiers | from | to | median | slowest | goal |");
    println!("|---|---|---|---|---|---|");
    for size in sizes {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in Corpus::new(size, SEED).files() {
            write(folder.path(), &path, &text);
        }
        measure(size, folder.path());
    }
}

fn measure(size: usize, root: &Path) {
    let mut starts = Vec::new();
    let mut preview = None;
    for _ in 0..STARTS {
        // The one before ends first, so that two do not share the processor.
        drop(preview.take());
        let began = Instant::now();
        let started = Preview::start(root);
        let page = started.get("");
        starts.push(began.elapsed());
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        preview = Some(started);
    }
    let (goal_of_start, goal_of_edits) = match size {
        1_000 => ("1 s", "50 ms"),
        10_000 => ("5 s", "100 ms"),
        100_000 => ("", "1 s"),
        _ => ("", ""),
    };
    row(size, "the start", "the first page", &mut starts, goal_of_start);
    let preview = preview.unwrap();
    let mut events = Events::listen(preview.port);
    for edit in EACH {
        let (mut told, mut shown) = (Vec::new(), Vec::new());
        for number in 0..EDITS {
            let Change { path, text, address, words } = (edit.make)(root, size, number);
            let began = Instant::now();
            write(root, &path, &text);
            events.wait_for_another();
            told.push(began.elapsed());
            let (answer, first_byte) = preview.timed(&address, began);
            shown.push(first_byte);
            assert!(answer.contains(&words), "{address} does not hold `{words}`");
            // Editors and people do not save again at once.
            thread::sleep(Duration::from_millis(100));
        }
        row(size, edit.name, "the event", &mut told, "");
        row(size, edit.name, "the page", &mut shown, goal_of_edits);
    }
}

fn row(size: usize, from: &str, to: &str, times: &mut [Duration], goal: &str) {
    times.sort_unstable();
    let milliseconds = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
    let slowest = times.last().copied().unwrap_or_default();
    println!(
        "| {size} | {from} | {to} | {} | {} | {goal} |",
        milliseconds(times[times.len() / 2]),
        milliseconds(slowest)
    );
}

struct Edit {
    name: &'static str,
    make: fn(&Path, usize, usize) -> Change,
}

/// A file that is written, and where what it says is seen.
struct Change {
    path: String,
    text: String,
    address: String,
    words: String,
}

const EACH: [Edit; 4] = [
    Edit {
        name: "a longer body",
        make: |root, size, number| {
            let words = format!("Sentence {number} was added.");
            change(root, size / 2, words.clone(), |text| format!("{text}\n{words}\n"))
        },
    },
    Edit {
        name: "another title",
        make: |root, size, number| {
            let words = format!("Another title {number}");
            change(root, size / 3, words.clone(), |text| {
                let (old, rest) = title(text);
                // Links lead to the first title, so it stays as another name.
                let alias =
                    if text.contains("\naliases: ") { String::new() } else { format!("\naliases: [\"{old}\"]") };
                text.replacen(&format!("title: {old}{rest}"), &format!("title: {words}{alias}{rest}"), 1)
            })
        },
    },
    Edit {
        name: "a new alias",
        make: |root, size, number| {
            let words = format!("Alias {number}");
            change(root, size / 4, words.clone(), |text| {
                let text: String = text
                    .lines()
                    .filter(|line| !line.starts_with("aliases: "))
                    .fold(String::new(), |text, line| text + line + "\n");
                text.replacen("---\n", &format!("---\naliases: [\"{words}\"]\n"), 1)
            })
        },
    },
    Edit {
        name: "a new document",
        make: |_, size, number| {
            let words = format!("Added dossier {number}");
            Change {
                path: format!("content/dossiers/added-{number}.md"),
                text: format!("---\ntitle: {words}\n---\n\nSee [[Dossier {}]].\n", size / 5),
                address: format!("dossiers/added-{number}/"),
                words,
            }
        },
    },
];

/// The dossier with this number in other words.
fn change(root: &Path, number: usize, words: String, edit: impl FnOnce(&str) -> String) -> Change {
    let path = Corpus::dossier_path(number);
    let text = edit(&fs::read_to_string(root.join(&path)).unwrap());
    let stem = path.trim_end_matches(".md").rsplit('/').next().unwrap();
    Change { text, address: format!("dossiers/{stem}/"), path, words }
}

/// The title, and the line end after it.
fn title(text: &str) -> (&str, &str) {
    let line = text.lines().find(|line| line.starts_with("title: ")).unwrap();
    (line.trim_start_matches("title: "), "\n")
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A running preview; it ends with this value.
struct Preview {
    child: Child,
    port: u16,
}

impl Preview {
    fn start(root: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
        command.args(["serve", "--quiet", "--port", "0", "--root"]).arg(root);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        let port = url.trim().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        Self { child, port }
    }

    fn get(&self, path: &str) -> String {
        self.timed(path, Instant::now()).0
    }

    /// The answer, and when its first byte came, counted from `began`.
    fn timed(&self, path: &str, began: Instant) -> (String, Duration) {
        let mut stream = ask(self.port, path, "Connection: close\r\n");
        let mut answer = vec![0];
        stream.read_exact(&mut answer).unwrap();
        let first_byte = began.elapsed();
        stream.read_to_end(&mut answer).unwrap();
        (String::from_utf8(answer).unwrap(), first_byte)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ask(port: u16, path: &str, headers: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.set_read_timeout(Some(Duration::from_mins(5))).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: localhost:{port}\r\n{headers}\r\n").unwrap();
    stream
}

/// What a page that listens is told.
struct Events {
    stream: BufReader<TcpStream>,
    version: String,
}

impl Events {
    fn listen(port: u16) -> Self {
        let mut events = Self { stream: BufReader::new(ask(port, ".dossier/events", "")), version: String::new() };
        events.wait_for_another();
        events
    }

    /// Waits for an event with another version than the last one: on it a browser asks again.
    fn wait_for_another(&mut self) {
        loop {
            let mut line = String::new();
            assert!(self.stream.read_line(&mut line).unwrap() > 0, "the preview has ended");
            let Some(state) = line.strip_prefix("data: ") else { continue };
            let state: serde_json::Value = serde_json::from_str(state).unwrap();
            assert_eq!(state["problems"]["errors"], 0, "{state:#}");
            let version = state["version"].as_str().unwrap();
            if version != self.version {
                version.clone_into(&mut self.version);
                return;
            }
        }
    }
}
