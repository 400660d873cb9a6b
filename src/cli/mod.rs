//! The command line: what is typed, what is printed, and the exit code. The only module that prints.

pub mod args;
mod ask;
mod build;
mod explain;
#[cfg(feature = "external")]
mod external;
mod init;
pub mod list;
mod lock;
mod new;
pub mod outcome;
pub mod progress;
mod publish;
mod read_file;
mod rename;
pub mod report;
mod schema;
#[cfg(feature = "serve")]
mod serve;
pub mod shell;
pub mod site;
mod suggest;
mod timings;
mod typed;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Cli, Command};
use shell::Shell;

use crate::output::WriteError;
use crate::source::failure::ReadError;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything is right; there may be warnings.
    Clean,
    /// The author's text has errors, or warnings with `--strict`.
    Content,
    /// Wrong usage, or the machine failed: disk, port, lock.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Content => 1,
            Exit::Failed => 2,
        })
    }
}

/// Runs the program with the words that were typed, the program's own name first.
#[must_use]
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    if let Some(exit) = read_file::run(&words) {
        return exit.into();
    }
    let cli = match Cli::try_parse_from(words) {
        Ok(cli) => cli,
        Err(error) => {
            // Help, the version, or what is wrong with the words. If nobody reads it, there is nobody to tell.
            let _ = error.print();
            return if error.use_stderr() { Exit::Failed } else { Exit::Clean }.into();
        }
    };
    let mut shell = Shell::of_process(&cli.common);
    let exit = dispatch(&cli, &mut shell).unwrap_or_else(|error| {
        shell.failure(&in_words(&error));
        Exit::Failed
    });
    match shell.finish() {
        Ok(()) => exit.into(),
        Err(_) => Exit::Failed.into(),
    }
}

fn dispatch(cli: &Cli, shell: &mut Shell) -> anyhow::Result<Exit> {
    match &cli.command {
        Command::Init(args) => init::run(args, shell),
        Command::New(args) => new::run(args, &cli.common, shell),
        Command::Build(args) => build::run(args, &cli.common, shell),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, &cli.common, shell),
        Command::Check(args) => build::check(args, &cli.common, shell),
        Command::Lock(args) => lock::run(args, &cli.common, shell),
        Command::Publish(args) => publish::run(args, &cli.common, shell),
        Command::Rename(args) => rename::run(args, &cli.common, shell),
        Command::Suggest(args) => suggest::run(args, &cli.common, shell),
        Command::List(args) => build::list(args, &cli.common, shell),
        Command::Schema(args) => schema::run(args, &cli.common, shell),
        Command::Explain(args) => explain::run(args, &cli.common, shell),
        Command::Completions(args) => {
            let mut script = Vec::new();
            clap_complete::generate(args.shell, &mut Cli::command(), "dossier", &mut script);
            shell.result(&String::from_utf8(script)?);
            Ok(Exit::Clean)
        }
    }
}

/// The failure and its causes, as far as each adds something: the failures of the disk say themselves what the system reports.
fn in_words(error: &anyhow::Error) -> String {
    let mut words: Vec<String> = Vec::new();
    for cause in error.chain() {
        words.push(cause.to_string());
        if cause.is::<ReadError>() || cause.is::<WriteError>() {
            break;
        }
    }
    words.join(": ")
}
