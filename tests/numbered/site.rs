//! A folder with one good page and room for bad ones, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A site in a folder of its own.
pub struct Site(TempDir);

impl Site {
    /// One good page, and `files`.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let good = [
            ("dossier.toml", "title = \"Records\"\nbase_url = \"https://records.example/\"\n"),
            ("content/people/good.md", "---\nname: Good Person\n---\nWords.\n"),
        ];
        for (path, text) in good.iter().chain(files) {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    /// What `dossier build` prints in short form, line by line, and its exit code as the last line. With errors nothing is written.
    pub fn build(&self) -> Vec<String> {
        let run = Command::new(env!("CARGO_BIN_EXE_dossier"))
            .args(["build", "--format", "short", "--quiet"])
            .current_dir(self.0.path())
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8(run.stderr).unwrap();
        let code = run.status.code().unwrap();
        assert_eq!(self.0.path().join("public").exists(), code == 0, "{said}");
        said.lines().map(str::to_owned).chain([format!("exit {code}")]).collect()
    }

    /// Runs the program, however it ends.
    pub fn run(&self, words: &[&str]) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dossier"));
        program
            .args(words)
            .arg("--quiet")
            .current_dir(self.0.path())
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .unwrap();
    }

    /// Every source file with its bytes.
    pub fn sources(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = walkdir::WalkDir::new(self.0.path()).into_iter().map(Result::unwrap);
        let below = |path: &Path| path.strip_prefix(self.0.path()).unwrap().to_owned();
        let is_made = |path: &Path| ["public", ".public.cache"].iter().any(|made| path.starts_with(made));
        let files = entries.filter(|entry| entry.file_type().is_file() && !is_made(&below(entry.path())));
        files.map(|file| (below(file.path()), fs::read(file.path()).unwrap())).collect()
    }

    /// A file of the finished site.
    pub fn page(&self, path: impl AsRef<Path>) -> String {
        fs::read_to_string(self.0.path().join("public").join(path)).unwrap()
    }
}

/// Asserts what is said about a site with these files.
#[track_caller]
pub fn says(files: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(Site::with(files).build(), expected);
}
