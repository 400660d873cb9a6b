//! `serve`, printed. Knows what the person who writes wants to see in the terminal while the preview runs.

use std::path::PathBuf;

use super::args::{ClockArgs, Common, ServeArgs};
use super::outcome::report;
use super::report::{Report, problems};
use super::shell::Shell;
use super::{Exit, site};
use crate::command::build::{in_memory, is_refused, sources};
use crate::command::serve::{self, Built, Notice, Problems, Watched};
use crate::graph::publish::Audience;
use crate::pipeline::{Options, Pipeline, Unwatched};
use crate::source::config::{self, Editor};
use crate::source::tree::SourceTree;

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
    let mut builder = Builder {
        root,
        drafts: args.drafts,
        editor: args.editor.clone(),
        pipeline: Pipeline::default(),
        shell: Shell::of_process(common),
        is_broken: false,
    };
    let notices = std::sync::Mutex::new(Shell::of_process(common));
    shell.detail("Building the site for the first time");
    serve::run(
        &options,
        move || builder.build(),
        move |notice| {
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
    pipeline: Pipeline,
    shell: Shell,
    /// Whether the last build had errors.
    is_broken: bool,
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
        let (tree, built) = in_memory(&self.root, &mut self.pipeline, &options, &Unwatched)?;
        let texts = sources(&tree);
        report(&mut self.shell, &built.diagnostics, &texts, false);
        let editor = self.editor.clone().unwrap_or_else(|| configured(&tree));
        let link = |path: &str, line, column| {
            // Parts of the built-in theme stand in no folder.
            tree.get(path)?;
            editor.link(self.root.join(path).to_str()?, line, column)
        };
        let problems = problems(&Report::new(&built.diagnostics, &texts), link);
        if is_refused(&built.diagnostics, false) {
            return Ok(Built::Broken(problems));
        }
        Ok(Built::Site(built.value.files.into_iter().collect(), problems))
    }
}

/// The editor that the settings name.
fn configured(tree: &SourceTree) -> Editor {
    tree.get("dossier.toml").map(|file| config::parse(file).value.editor).unwrap_or_default()
}
