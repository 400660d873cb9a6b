//! A folder with a site, and the program run on it. Knows files and what a run says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A site in a folder of its own.
pub struct Folder(TempDir);

impl Folder {
    pub fn with<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            folder.file(path, text);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn file(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Every source file with its text.
    pub fn texts(&self) -> BTreeMap<String, String> {
        let entries = walkdir::WalkDir::new(self.path()).into_iter().map(Result::unwrap);
        let made = ["public", ".public.cache"].map(|name| self.path().join(name));
        let is_made = |path: &Path| made.iter().any(|made| path.starts_with(made));
        let files = entries.filter(|entry| entry.file_type().is_file() && !is_made(entry.path()));
        let below = |path: &Path| path.strip_prefix(self.path()).unwrap().to_str().unwrap().to_owned();
        files.map(|file| (below(file.path()), fs::read_to_string(file.path()).unwrap())).collect()
    }

    /// What the program prints on both streams, in short form, and its exit code as the last line.
    pub fn run(&self, words: &[&str]) -> String {
        self.run_behind("exec \"$0\" \"$@\"", words)
    }

    /// The same behind a line of the shell.
    pub fn run_behind(&self, line: &str, words: &[&str]) -> String {
        let ran = Command::new("sh")
            .args(["-c", line, env!("CARGO_BIN_EXE_dossier")])
            .args(words)
            .args(["--format", "short"])
            .current_dir(self.path())
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let streams = [ran.stdout, ran.stderr].map(|stream| String::from_utf8(stream).unwrap());
        format!("{}{}exit {}\n", streams[0], streams[1], ran.status.code().unwrap())
    }
}
