//! `suggest`, printed and asked. Knows how someone answers, not how names are found.

use std::collections::BTreeSet;

use clap::Args;

use super::Exit;
use super::args::{ClockArgs, Common};
use super::outcome::report;
use super::progress::Progress;
use super::report::{Format, Report};
use super::shell::Shell;
use super::site;
use crate::command::build::Outcome;
use crate::command::suggest::{self, Link, Look, Suggestion};
use crate::foundation::diagnostic::has_errors;
use crate::graph::entity::EntityId;
use crate::pipeline::Options;
use crate::source::source_map::SourceMap;

/// `dossier suggest`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier suggest
  dossier suggest --fix           ask for each link, and write those that you accept
  dossier suggest --format json | jq -r 'select(.code == \"near-duplicate\").message'

It finds names without a link, names that several have, misspelt names, people with almost one name,
statements without a source, and hearings after which nothing is known to come. Nobody is linked by a
surname alone or by a name that two have. Drafts and translations are looked through as well.")]
pub struct SuggestArgs {
    /// Ask for each link, and write those that are accepted into the Markdown; nothing else changes
    #[arg(long)]
    pub fix: bool,
    /// With --fix: accept every link about which there is no doubt, without asking
    #[arg(long, requires = "fix")]
    pub yes: bool,
    /// The clock.
    #[command(flatten)]
    pub clock: ClockArgs,
}

/// Tells what a writer may want to look at, or writes links.
pub fn run(args: &SuggestArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let options = Options::at(site::now(&args.clock)?);
    let progress = Progress::begin("Reading the site", shell);
    let outcome = suggest::look(&root, &options);
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    let exit = report(shell, &diagnostics, &sources, false);
    let Some(look) = value else { return Ok(exit) };
    if !args.fix {
        tell(&look.suggestions, &sources, shell);
        return Ok(exit);
    }
    if has_errors(&diagnostics) {
        shell.note("no link was written: the site has these errors");
        return Ok(exit);
    }
    let accepted = if args.yes { sure(&look) } else { asked(&look, &sources, shell) };
    let written = suggest::write(&root, &look, &accepted, &options)?;
    let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    shell.note(&format!("{} written, in {}", counted(written.links, "link"), counted(written.files, "file")));
    if written.left > 0 {
        let left = counted(written.left, "link");
        shell
            .note(&format!("{left} not written, as something else on the page would have changed; write them by hand"));
    }
    let others = look.suggestions.len() - accepted.len();
    if others > 0 {
        shell.note(&format!("{} left: see `dossier suggest`", counted(others, "suggestion")));
    }
    Ok(exit)
}

fn tell(suggestions: &[Suggestion], sources: &SourceMap, shell: &mut Shell) {
    let diagnostics: Vec<_> = suggestions.iter().map(|found| found.diagnostic.clone()).collect();
    let report = Report::new(&diagnostics, sources);
    shell.report(&report);
    let sentence = report.counts().sentence();
    if let Format::Human | Format::Short = shell.format {
        shell.flush();
        shell.note(&sentence.unwrap_or_else(|| "nothing to suggest".to_owned()));
    }
}

/// The links about which there is no doubt.
fn sure(look: &Look) -> Vec<&Link> {
    look.suggestions.iter().filter_map(|found| found.link.as_ref()).filter(|link| link.is_sure).collect()
}

/// The links that someone accepts, one after the other.
fn asked<'a>(look: &'a Look, sources: &SourceMap, shell: &mut Shell) -> Vec<&'a Link> {
    let mut accepted = Vec::new();
    let mut always: BTreeSet<(EntityId, &str)> = BTreeSet::new();
    for found in &look.suggestions {
        let Some(link) = &found.link else { continue };
        let name = (link.entity, link.written.as_str());
        if link.is_sure && always.contains(&name) {
            accepted.push(link);
            continue;
        }
        match ask(found, link, sources, shell) {
            Answer::Yes => accepted.push(link),
            Answer::No => {}
            Answer::All => {
                accepted.push(link);
                always.insert(name);
            }
            Answer::Quit => break,
        }
    }
    accepted
}

enum Answer {
    Yes,
    No,
    All,
    Quit,
}

fn ask(found: &Suggestion, link: &Link, sources: &SourceMap, shell: &mut Shell) -> Answer {
    let diagnostics = [found.diagnostic.clone()];
    let question = format!("Write this link? y: yes, n: no, a: all of `{}`, q: stop asking ", link.written);
    let mut report = Some(Report::new(&diagnostics, sources));
    loop {
        let answer = shell.answer(report.take().as_ref(), &question);
        match answer.as_deref().map(str::trim) {
            Some("y" | "yes") => return Answer::Yes,
            Some("n" | "no") => return Answer::No,
            Some("a" | "all") => return Answer::All,
            Some("q" | "quit") | None => return Answer::Quit,
            Some(_) => {}
        }
    }
}
