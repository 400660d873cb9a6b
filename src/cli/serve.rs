//! `serve`, printed. Knows what the person who writes wants to see in the terminal while the preview runs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::args::{ClockArgs, Common, ServeArgs};
use super::outcome::report;
use super::report::{Report, problems};
use super::shell::Shell;
use super::{Exit, site};
use crate::command::build::{is_refused, live, sources};
use crate::command::serve::{self, Built, Files, Notice, Problems, Watched};
use crate::foundation::diagnostic::{Checked, Diagnostic, has_errors};
use crate::foundation::fingerprint::Fingerprint;
use crate::graph::publish::Audience;
use crate::pipeline::{Live, Options, Pipeline};
use crate::source::again::Reader;
use crate::source::config::{self, Editor};
use crate::source::copies::OnDisk;
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
        pipeline: Pipeline::default(),
        shell: Shell::of_process(common),
        is_broken: false,
        tried: None,
    };
    let notices = std::sync::Mutex::new(Shell::of_process(common));
    shell.detail("Building the site for the first time");
    serve::run(
        &options,
        move || builder.build(),
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
    /// Whether the last build had errors.
    is_broken: bool,
    /// The templates of the site or its theme with which no page failed.
    tried: Option<Fingerprint>,
}

impl Builder {
    fn build(&mut self) -> Built {
        let built = self.try_build().unwrap_or_else(|error| {
            let words = super::in_words(&error);
            self.shell.failure(&words);
            Built::Broken(Problems::failure(words))
        });
        let was_broken = std::mem::replace(&mut self.is_broken, matches!(built, Built::Broken(_)));
        if was_broken && !self.is_broken {
            self.shell.note("The errors are gone.");
        }
        built
    }

    fn try_build(&mut self) -> anyhow::Result<Built> {
        let audience = Audience { drafts: self.drafts, now: site::now(&ClockArgs { now: None })? };
        let options = Options { base_url: None, audience, program: site::program() };
        let now = site::since_1970().unwrap_or_default();
        let (reader, is_reported) = (&mut self.reader, self.is_reported.load(Ordering::Relaxed));
        let read = |root: &Path, limits: &Limits| {
            if is_reported { reader.read(root, limits, now) } else { source::read(root, limits) }
        };
        let (tree, live) = live(&self.root, read, &mut self.pipeline, &options)?;
        let Checked { value: live, mut diagnostics } = live;
        let templates = live.as_ref().and_then(Live::foreign_templates);
        if templates.is_some() && templates != self.tried {
            // New templates are tried on every page, before anybody sees one; later each page is tried when it is shown.
            let copies = OnDisk::new(&self.root, options.program.as_deref());
            let tried = self.pipeline.check(&tree, &options, &copies);
            let found: Vec<_> = tried.into_iter().filter(|found| !diagnostics.contains(found)).collect();
            self.tried = templates.filter(|_| !has_errors(&found));
            diagnostics.extend(found);
        }
        let teller =
            Teller { editor: self.editor.clone().unwrap_or_else(|| configured(&tree)), root: self.root.clone(), tree };
        report(&mut self.shell, &diagnostics, &sources(&teller.tree), false);
        let problems = teller.tell(&diagnostics);
        match live.filter(|_| !is_refused(&diagnostics, false)) {
            Some(live) => Ok(Built::Site(Files::live(live, move |found| teller.tell(found)), problems)),
            None => Ok(Built::Broken(problems)),
        }
    }
}

/// What puts diagnostics into the words and links that browsers draw.
struct Teller {
    root: PathBuf,
    editor: Editor,
    tree: SourceTree,
}

impl Teller {
    fn tell(&self, diagnostics: &[Diagnostic]) -> Problems {
        let link = |path: &str, line, column| {
            // Parts of the built-in theme stand in no folder.
            self.tree.get(path)?;
            self.editor.link(self.root.join(path).to_str()?, line, column)
        };
        problems(&Report::new(diagnostics, &sources(&self.tree)), link)
    }
}

/// The editor that the settings name.
fn configured(tree: &SourceTree) -> Editor {
    tree.get("dossier.toml").map(|file| config::parse(file).value.editor).unwrap_or_default()
}
