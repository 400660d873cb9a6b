//! `serve`, printed. Knows what the person who writes wants to see in the terminal while the preview runs.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::args::{ClockArgs, Common, ServeArgs};
use super::report::{Report, Source, Sources, problems};
use super::shell::Shell;
use super::{Exit, site};
use crate::command::build::{is_refused, sources};
use crate::command::serve::{self, Built, Change, Files, Notice, Outcome, Problems, Watched};
use crate::foundation::diagnostic::{Checked, Diagnostic, has_errors};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::span::FileId;
use crate::graph::publish::Audience;
use crate::pipeline::{Live, Options, Pipeline};
use crate::source::again::Reader;
use crate::source::config::{self, Editor};
use crate::source::copies::OnDisk;
use crate::source::source_map::SourceMap;
use crate::source::tree::SourceTree;
use crate::source::{self, Limits};

/// Shows the site until Ctrl-C.
pub fn run(args: &ServeArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let options = serve::Options {
        interface: args.interface,
        port: args.port,
        open: args.open,
        watched: Watched {
            folders: ["content", "messages", "templates", "themes", "static"].map(str::to_owned).into(),
            files: vec!["dossier.toml".into(), crate::pages::lock::NAME.into()],
            output: root.join("public"),
            root: root.clone(),
        },
    };
    let is_reported = Arc::new(AtomicBool::new(true));
    let mut builder = Builder {
        root,
        reader: Reader::default(),
        is_reported: Arc::clone(&is_reported),
        drafts: args.drafts,
        editor: args.editor.clone(),
        pipeline: Pipeline::for_preview(),
        shell: Shell::of_process(common),
        shown: None,
        is_broken: false,
        tried: None,
    };
    let notices = std::sync::Mutex::new(Shell::of_process(common));
    shell.detail("Building the site for the first time");
    serve::run(
        &options,
        move |change| builder.build(change),
        move |notice| {
            if matches!(notice, Notice::Polling { .. }) {
                is_reported.store(false, Ordering::Relaxed);
            }
            let mut shell = notices.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            tell(notice, &mut shell);
        },
    )?;
    Ok(Exit::Clean)
}

fn tell(notice: Notice, shell: &mut Shell) {
    match notice {
        Notice::Listening { url } => {
            shell.result(&format!("{url}\n"));
            shell.flush();
            shell.note("The preview is for this computer only. Ctrl-C ends it.");
        }
        Notice::Polling { why } => shell.warning(&format!("changes are looked for once a second: {why}")),
        Notice::NotOpened { why } => shell.warning(&why),
        Notice::Stopped => shell.note("The preview has ended."),
    }
}

/// What is remembered between two builds.
struct Builder {
    root: PathBuf,
    drafts: bool,
    /// The editor that was typed; without it the settings decide.
    editor: Option<Editor>,
    reader: Reader,
    /// Whether the system reports changes. Where it does not, every file is read each time.
    is_reported: Arc<AtomicBool>,
    pipeline: Pipeline,
    shell: Shell,
    /// What the last build was made from; nothing when it failed.
    shown: Option<Arc<SourceTree>>,
    /// Whether the last build had errors.
    is_broken: bool,
    /// The templates of the site or its theme with which no page failed.
    tried: Option<Fingerprint>,
}

impl Builder {
    fn build(&mut self, change: &Change) -> Outcome {
        let outcome = self.try_build(change).unwrap_or_else(|error| {
            let words = super::in_words(&error);
            self.shell.failure(&words);
            self.shown = None;
            Outcome::Whole(Built::Broken(Problems::failure(words)))
        });
        if let Outcome::Whole(built) | Outcome::Reported(built) = &outcome {
            let was_broken = std::mem::replace(&mut self.is_broken, matches!(built, Built::Broken(_)));
            if was_broken && !self.is_broken {
                self.shell.note("The errors are gone.");
            }
        }
        outcome
    }

    fn try_build(&mut self, change: &Change) -> anyhow::Result<Outcome> {
        let (read, is_whole) = self.read(change)?;
        let Checked { value: tree, mut diagnostics } = read;
        let is_known = |shown: &Arc<SourceTree>| *change == Change::Unreported && **shown == tree;
        if is_whole && diagnostics.is_empty() && self.shown.as_ref().is_some_and(is_known) {
            return Ok(Outcome::Same);
        }
        let built = self.built(Arc::new(tree), &mut diagnostics)?;
        Ok(if is_whole { Outcome::Whole(built) } else { Outcome::Reported(built) })
    }

    /// Reads the site, and says whether every file was looked at.
    fn read(&mut self, change: &Change) -> anyhow::Result<(Checked<SourceTree>, bool)> {
        let limits = Limits::default();
        if !self.is_reported.load(Ordering::Relaxed) {
            return Ok((source::read(&self.root, &limits)?, true));
        }
        if let Change::At(paths) = change
            && let Some(tree) = self.reader.read_only(&self.root, &limits, paths)
        {
            return Ok((Checked::clean(tree), false));
        }
        Ok((self.reader.read(&self.root, &limits, site::since_1970().unwrap_or_default())?, true))
    }

    fn built(&mut self, tree: Arc<SourceTree>, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Built> {
        let audience = Audience { drafts: self.drafts, now: site::now(&ClockArgs { now: None })? };
        let options = Options { base_url: None, audience, program: site::program() };
        let copies = OnDisk::new(&self.root, options.program.as_deref());
        let live = self.pipeline.live(&tree, &options, &copies).collect_into(diagnostics);
        self.shown = Some(Arc::clone(&tree));
        let templates = live.as_ref().and_then(Live::foreign_templates);
        if templates.is_some() && templates != self.tried {
            // New templates are tried on every page, before anybody sees one; later each page is tried when it is shown.
            let tried = self.pipeline.check(&tree, &options, &copies);
            let found: Vec<_> = tried.into_iter().filter(|found| !diagnostics.contains(found)).collect();
            self.tried = templates.filter(|_| !has_errors(&found));
            diagnostics.extend(found);
        }
        let editor = self.editor.clone().unwrap_or_else(|| configured(&tree));
        let teller = Teller { editor, root: self.root.clone(), tree, sources: OnceLock::new() };
        self.shell.diagnostics(diagnostics, &teller);
        let problems = teller.tell(diagnostics);
        match live.filter(|_| !is_refused(diagnostics, false)) {
            Some(live) => Ok(Built::Site(Files::live(live, move |found| teller.tell(found)), problems)),
            None => Ok(Built::Broken(problems)),
        }
    }
}

/// What puts diagnostics into the words and links that browsers draw.
struct Teller {
    root: PathBuf,
    editor: Editor,
    tree: Arc<SourceTree>,
    /// The texts, once there is something to tell.
    sources: OnceLock<SourceMap>,
}

impl Sources for Teller {
    fn source(&self, file: FileId) -> Option<Source<'_>> {
        self.sources.get_or_init(|| sources(&self.tree)).source(file)
    }
}

impl Teller {
    fn tell(&self, diagnostics: &[Diagnostic]) -> Problems {
        let link = |path: &str, line, column| {
            // Parts of the built-in theme stand in no folder.
            self.tree.get(path)?;
            self.editor.link(self.root.join(path).to_str()?, line, column)
        };
        problems(&Report::new(diagnostics, self), link)
    }
}

/// The editor that the settings name.
fn configured(tree: &SourceTree) -> Editor {
    tree.get("dossier.toml").map(|file| config::parse(file).value.editor).unwrap_or_default()
}
