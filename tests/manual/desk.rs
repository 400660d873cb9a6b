//! A folder of one's own in which commands are typed. Knows the shell and where the program stands, not what pages say.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// What the home folder is called in the pages.
const HOME: &str = "/home/you";

/// A person at a terminal.
pub struct Desk {
    home: tempfile::TempDir,
    /// Where the person is now.
    folder: RefCell<PathBuf>,
    code: Cell<i32>,
}

/// What a command printed, both streams in their order, and whether it ended well.
pub struct Ran {
    pub printed: String,
    pub is_success: bool,
}

impl Desk {
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = RefCell::new(home.path().canonicalize().unwrap());
        Self { home, folder, code: Cell::new(0) }
    }

    /// Where the person is now.
    pub fn folder(&self) -> PathBuf {
        self.folder.borrow().clone()
    }

    pub fn write(&self, path: &str, content: &str) {
        let file = self.folder().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }

    /// Whether the person is in the folder of a site.
    pub fn is_in_site(&self) -> bool {
        self.folder().join("dossier.toml").is_file()
    }

    /// Runs one line. The next one begins where this one led, and knows how it ended.
    pub fn shell(&self, line: &str) -> Ran {
        let note = self.home.path().join(".where");
        let script =
            format!("exec 2>&1\n(exit {})\n{line}\ncode=$?; pwd >'{}'; exit $code", self.code.get(), note.display());
        let output = self.program("sh").args(["-c", &script]).output().unwrap();
        self.code.set(output.status.code().unwrap());
        if let Ok(folder) = fs::read_to_string(&note) {
            *self.folder.borrow_mut() = folder.trim_end().into();
        }
        Ran { printed: self.told(&String::from_utf8(output.stdout).unwrap()), is_success: output.status.success() }
    }

    /// Starts the preview with `line`, on a port that is free, asks it for the home page, and ends it.
    pub fn preview(&self, line: &str) -> Ran {
        let script = format!("exec {line} --port 0 2>&1");
        let child = self.program("sh").args(["-c", &script]).stdout(Stdio::piped()).spawn().unwrap();
        let mut preview = Preview(child);
        let (send, lines) = mpsc::channel();
        let out = BufReader::new(preview.0.stdout.take().unwrap());
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        let mut printed = String::new();
        while let Ok(line) = lines.recv_timeout(Duration::from_mins(1)) {
            let is_last = line.contains("Ctrl-C");
            printed.push_str(&line);
            printed.push('\n');
            if is_last {
                break;
            }
        }
        let host = printed.split("http://").nth(1).and_then(|rest| rest.split('/').next()).map(str::to_owned);
        let is_success = host.as_deref().is_some_and(answers);
        let printed = host.iter().fold(printed, |printed, host| printed.replace(host.as_str(), "127.0.0.1:1111"));
        Ran { printed: self.told(&printed), is_success }
    }

    fn program(&self, name: &str) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_dossier")).parent().unwrap();
        let mut command = Command::new(name);
        command.env_clear().env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", program.display()));
        command.env("HOME", self.home.path()).env("LC_ALL", "C.UTF-8");
        command.current_dir(self.folder()).stdin(Stdio::null());
        command
    }

    fn told(&self, printed: &str) -> String {
        printed.replace(&self.home.path().canonicalize().unwrap().display().to_string(), HOME)
    }
}

/// A preview that ends with the test.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Whether the server at `host` has a home page.
fn answers(host: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(host) else { return false };
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    // What has come before the other side closed is what counts.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    answer.starts_with("HTTP/1.1 200") && answer.contains("<h1")
}
