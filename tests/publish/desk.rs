//! A site and the folder that it is published to, side by side, and the program run on them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

pub const CONFIG: &str =
    "title = \"Records\"\nbase_url = \"https://records.example/\"\n\n[publish.web]\nfolder = \"../www\"\n";
pub const ARI: &str = "---\nname: Deniz Arı\n---\nA driver.\n";
pub const MERT: &str = "---\nname: Ada Mert\n---\nA clerk.\n";
const MINUTES: &str = "---\ntitle: Court minutes\ntype: minutes\n---\n";
pub const HEARING: &str = "\
---
title: First hearing
date: 2025-09-03
---

The court sat at nine.

> [!testimony] [[Ada Mert]] ^s1
> about: [[Deniz Arı]]
> status: alleged
>
> Said that [[Deniz Arı]] *was* paid.

> [!act] unattributed ^s2
> status: reported
> via: [[Court minutes]]
>
> The court adjourned.
";

/// Every file below a folder with its bytes.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// What a run printed and how it ended. How many lists and files there are is up to the theme: these numbers are `*`.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

pub fn ended(code: i32, out: &str, err: &str) -> Ran {
    Ran { code: Some(code), out: out.to_owned(), err: err.to_owned() }
}

/// A folder with `site`, whose `[publish.web]` is `www` beside it.
pub struct Desk(TempDir);

impl Desk {
    /// Nothing is published yet.
    pub fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for (path, text) in [
            ("dossier.toml", CONFIG),
            ("content/people/ari.md", ARI),
            ("content/people/mert.md", MERT),
            ("content/sources/minutes.md", MINUTES),
            ("content/hearings/first.md", HEARING),
        ] {
            desk.write(path, text);
        }
        desk
    }

    /// One release is published.
    pub fn published() -> Self {
        let desk = Self::new();
        desk.publish();
        desk
    }

    /// Publishes what there is, which succeeds.
    pub fn publish(&self) {
        let ran = self.run(&["publish", "--yes"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }

    /// Publishes as many releases more as `count`, each with the page of one person more.
    pub fn publish_more(&self, count: usize) -> Vec<Files> {
        let begin = fs::read_dir(self.path().join("site/content/people")).unwrap().count();
        let publish = |number| {
            self.write(&format!("content/people/more-{number}.md"), &format!("---\nname: Person {number} More\n---\n"));
            self.publish();
            self.files("www")
        };
        (begin..begin + count).map(publish).collect()
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The program in the folder of the site.
    pub fn program(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
        command.current_dir(self.path().join("site")).env_clear().stdin(Stdio::null()).args(words);
        command
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        self.ran(self.program(words))
    }

    pub fn ran(&self, mut program: Command) -> Ran {
        let output = program.output().unwrap();
        let text = |bytes| uncounted(&self.here(&String::from_utf8(bytes).unwrap()));
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// `text` with the paths seen from here.
    pub fn here(&self, text: &str) -> String {
        let real = self.path().canonicalize().unwrap();
        text.replace(real.to_str().unwrap(), "").replace(self.path().to_str().unwrap(), "")
    }

    /// Writes a file of the site.
    pub fn write(&self, path: &str, text: &str) {
        self.put(&format!("site/{path}"), text);
    }

    /// Writes a file beside the site.
    pub fn put(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Removes a file of the site.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path().join("site").join(path)).unwrap();
    }

    /// Reads a file of the site.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join("site").join(path)).unwrap()
    }

    /// What stands in a folder.
    pub fn files(&self, folder: &str) -> Files {
        let folder = self.path().join(folder);
        let entries = walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| (entry.path().strip_prefix(&folder).unwrap().to_owned(), fs::read(entry.path()).unwrap()))
            .collect()
    }

    /// All that stands in any folder, but for the content.
    pub fn everything(&self) -> Files {
        self.files("").into_iter().filter(|(path, _)| !path.starts_with("site/content")).collect()
    }

    /// What stands beside the site.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// `text` without the numbers of what is no page of a document.
fn uncounted(text: &str) -> String {
    let counted = ["list", "lists", "file", "files", "unchanged", "removed"];
    let line = |line: &str| {
        let mut words: Vec<&str> = line.split(' ').collect();
        for at in 1..words.len() {
            let is_number = words[at - 1].bytes().all(|byte| byte.is_ascii_digit()) && !words[at - 1].is_empty();
            if is_number && counted.contains(&words[at].trim_end_matches(',')) {
                words[at - 1] = "*";
            }
        }
        words.join(" ")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}
