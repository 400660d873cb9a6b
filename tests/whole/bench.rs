//! Two editions of one site and a place where they are built over each other. Knows what the whole of each looks like.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Every file below a folder with its bytes.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A folder with the sources of two editions, `0` and `1`, and the site `public` that is built from either.
pub struct Bench {
    folder: TempDir,
    /// The whole site of each edition.
    pub whole: [Files; 2],
    sources: Files,
}

impl Bench {
    /// Editions of `pages` people, with edition 0 built. Each has people whom the other has not, and half of the pages differ.
    pub fn new(folder: TempDir, pages: usize) -> Self {
        for edition in [0, 1] {
            let root = folder.path().join(edition.to_string());
            fs::create_dir_all(root.join("content/people")).unwrap();
            let config = "title = \"Records\"\nbase_url = \"https://records.example/\"\n";
            fs::write(root.join("dossier.toml"), config).unwrap();
            for number in 0..pages {
                let words = if number % 2 == 0 { edition } else { 2 };
                let name =
                    if number % 10 == 0 { format!("Person {number} of {edition}") } else { format!("Person {number}") };
                let text =
                    format!("---\nname: {name}\nid: {}\n---\nWords {words}.\n", name.to_lowercase().replace(' ', "-"));
                fs::write(root.join(format!("content/people/{number}.md")), text).unwrap();
            }
        }
        let mut bench = Self { folder, whole: [Files::new(), Files::new()], sources: Files::new() };
        bench.sources = bench.editions();
        for edition in [1, 0] {
            bench.build(edition);
            bench.whole[edition] = bench.site();
        }
        assert_ne!(bench.whole[0], bench.whole[1]);
        bench
    }

    /// In memory where the system has such a folder, as many sites are built.
    pub fn in_memory(pages: usize) -> Self {
        Self::new(tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap(), pages)
    }

    /// The folder that holds all.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What builds `edition` over whatever stands.
    pub fn program(&self, edition: usize) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dossier"));
        self.arguments(&mut program, edition);
        program
    }

    /// The same behind a line of the shell, which must end in `exec "$0" "$@"`.
    pub fn program_in_shell(&self, line: &str, edition: usize) -> Command {
        let mut program = Command::new("sh");
        program.args(["-c", line, env!("CARGO_BIN_EXE_dossier")]);
        self.arguments(&mut program, edition);
        program
    }

    fn arguments(&self, program: &mut Command, edition: usize) {
        program.current_dir(self.path().join(edition.to_string())).args(["build", "--quiet", "-o", "../public"]);
        program.env_clear().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    }

    /// Builds `edition`, which succeeds.
    pub fn build(&self, edition: usize) {
        let output = self.program(edition).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// The site as it stands.
    pub fn site(&self) -> Files {
        files(&self.path().join("public"))
    }

    /// Which edition stands, byte for byte; panics when it is neither.
    pub fn edition(&self) -> usize {
        let site = self.site();
        let found = self.whole.iter().position(|whole| *whole == site);
        found.unwrap_or_else(|| panic!("neither the old nor the new site: {:?}", site.keys()))
    }

    /// What stands beside the site, the sources and the notes for the next build.
    pub fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> =
            names.filter(|name| !matches!(name.as_str(), "0" | "1" | "public" | ".public.cache")).collect();
        names.sort();
        names
    }

    /// Builds `edition` and asserts that it stands, with nothing beside it and every source as it was.
    pub fn is_put_in_order_by(&self, edition: usize) {
        self.build(edition);
        assert_eq!(self.edition(), edition);
        assert_eq!(self.beside(), [""; 0]);
        assert!(self.editions() == self.sources, "a source was touched");
    }

    fn editions(&self) -> Files {
        ["0", "1"]
            .iter()
            .flat_map(|edition| {
                files(&self.path().join(edition))
                    .into_iter()
                    .map(move |(path, bytes)| (Path::new(edition).join(path), bytes))
            })
            .collect()
    }
}

/// Every file below `folder`.
fn files(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().strip_prefix(folder).unwrap().to_owned(), fs::read(entry.path()).unwrap()))
        .collect()
}
