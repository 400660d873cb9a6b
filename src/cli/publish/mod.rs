//! `publish`, printed. Knows what someone wants to know before a site goes out, when it is asked for, and what is left to do afterwards.

mod show;

use anyhow::bail;

use super::Exit;
use super::args::{Common, PublishArgs};
use super::outcome::{embargoes, report};
use super::progress::Progress;
use super::shell::Shell;
use super::site;
use super::typed::addresses;
use crate::command::build::Outcome;
use crate::command::lock::How;
use crate::command::publish::rollback::{self, Return};
use crate::command::publish::{Clock, Publication, Sent, What, Wish, plan, send};
use crate::output;
use crate::pages::lock::NAME;
use crate::pipeline::{Options, Unwatched};
use show::{count, sentence};

/// What to do where nobody can be asked.
const NOBODY: &str = "nobody can be asked here, as this is no terminal; look at what --dry-run shows, then add --yes";

/// Shows what would appear, change and disappear, asks, and publishes.
pub fn run(args: &PublishArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let options = Options { program: site::program(), ..Options::at(site::now(&args.clock)?) };
    let writing = output::Options { home: site::home(), ..output::Options::for_site(&root) };
    let wish = Wish {
        name: args.target.clone(),
        is_dry: args.dry_run,
        may_overwrite: args.overwrite_changes,
        remove: addresses(&args.remove)?,
        bring_back: addresses(&args.bring_back)?,
        forget: args.forget,
        clock: args.clock.now.map_or(Clock::OfComputer, |_| Clock::Typed),
    };
    if let Some(steps) = args.rollback {
        return back(&writing, &wish, steps, args, &options, shell);
    }
    let progress = Progress::begin("Building the site", shell);
    let outcome = plan(&writing, &wish, &options, &Unwatched);
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    let exit = report(shell, &diagnostics, &sources, false);
    let Some(mut found) = value else {
        if exit == Exit::Clean {
            shell.note("a warning is enough to refuse a publication");
        }
        shell.note("nothing was published");
        return Ok(Exit::Content);
    };
    if let Some(line) = embargoes(found.embargoes, options.audience) {
        shell.note(&line);
    }
    shell.note(&heading(&found));
    show::differences(&found.differences, ("Names that appear for the first time", &found.names), shell)?;
    if let Some(exit) = end_here(&found.refusals, args.dry_run, "nothing was published", shell) {
        return Ok(exit);
    }
    let is_same = found.differences.is_empty() && found.live.is_some();
    let question = if is_same {
        format!("Remove all earlier releases of `{}`?", found.name)
    } else {
        format!("Publish this to `{}`?", found.name)
    };
    if (!is_same || args.forget) && !is_meant(&question, args.yes, shell)? {
        shell.note("nothing was published");
        return Ok(Exit::Content);
    }
    let progress = Progress::begin("Publishing", shell);
    let sent = send(&root, &mut found);
    drop(progress);
    said(&found, &sent?, args.forget, shell);
    Ok(Exit::Clean)
}

/// Shows what an earlier release would change, asks, and goes back to it.
fn back(
    writing: &output::Options,
    wish: &Wish,
    steps: usize,
    args: &PublishArgs,
    options: &Options,
    shell: &mut Shell,
) -> anyhow::Result<Exit> {
    let progress = Progress::begin("Reading the release", shell);
    let outcome = rollback::plan(writing, wish, steps, options);
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    report(shell, &diagnostics, &sources, false);
    let Some(mut found) = value else {
        shell.note("the release holds names that must not be published, so it is not gone back to");
        return Ok(Exit::Content);
    };
    let Return { name, folder, number, live, .. } = &found;
    let (name, number) = (name.clone(), *number);
    let instead = live.map_or_else(String::new, |live| format!(" in the place of release {live}"));
    shell.note(&format!("back to release {number} of `{name}` ({}){instead}", site::shown(folder)));
    show::differences(&found.differences, ("Names that come back", &found.names), shell)?;
    if let Some(exit) = end_here(&found.refusals, args.dry_run, "nothing was changed", shell) {
        return Ok(exit);
    }
    if !is_meant(&format!("Go back to release {number}?"), args.yes, shell)? {
        shell.note("nothing was changed");
        return Ok(Exit::Content);
    }
    rollback::go_back(&mut found)?;
    shell.note(&format!("release {number} stands again in {}", site::shown(&found.folder)));
    shell.note(&format!(
        "{NAME} is left as it is: what was published has been published; `dossier publish {name}` publishes the content as it is now"
    ));
    Ok(Exit::Clean)
}

/// How the run ends when nothing is to be sent.
fn end_here(refusals: &[String], is_dry: bool, ending: &str, shell: &mut Shell) -> Option<Exit> {
    shell.flush();
    for refusal in refusals {
        shell.failure(refusal);
    }
    if !refusals.is_empty() {
        shell.note(ending);
        return Some(Exit::Content);
    }
    is_dry.then(|| {
        shell.note("nothing was written; without --dry-run this is what happens");
        Exit::Clean
    })
}

/// Whether the person who typed this means it.
fn is_meant(question: &str, yes: bool, shell: &mut Shell) -> anyhow::Result<bool> {
    match yes.then_some(true).or_else(|| shell.ask(question)) {
        Some(answer) => Ok(answer),
        None => bail!(NOBODY),
    }
}

fn heading(found: &Publication) -> String {
    let folder = site::shown(&found.folder);
    match found.live {
        Some(live) if found.differences.is_empty() => {
            format!("`{}` ({folder}) has this site already, as release {live}", found.name)
        }
        Some(live) => {
            format!("release {} to `{}` ({folder}), in the place of release {live}", found.number, found.name)
        }
        None => format!("release {} to `{}` ({folder})", found.number, found.name),
    }
}

/// What was done, and what is left to do.
fn said(found: &Publication, sent: &Sent, was_forgotten: bool, shell: &mut Shell) {
    let Sent { number, written, still, shelf, is_in_git } = sent;
    let folder = site::shown(&found.folder);
    if written.written > 0 || written.removed > 0 {
        shell.note(&format!(
            "release {number} stands in {folder}: {} written, {} unchanged, {} removed",
            count(written.written, "file"),
            written.unchanged,
            written.removed
        ));
    }
    if was_forgotten {
        shell.note(&format!("no earlier release is kept in {} any more", site::shown(shelf)));
    }
    if found.lock.is_outdated {
        shell.note(&format!("{NAME} is written; commit it together with the content"));
    }
    if !still.is_empty() {
        let numbers: Vec<String> = still.iter().map(u64::to_string).collect();
        shell.warning(&format!(
            "what has been withdrawn is still in {} {}, kept in {}; `dossier publish {} --forget` removes all earlier releases",
            if numbers.len() == 1 { "release" } else { "releases" },
            sentence(&numbers),
            site::shown(shelf),
            found.name
        ));
    }
    let is_less = found.differences.iter().any(|found| found.change == How::Disappears && found.what == What::Page);
    if is_less {
        let git = if *is_in_git { "the history of git, which keeps this folder, in " } else { "" };
        shell.warning(&format!(
            "pages that disappeared from {folder} may still be in {git}caches, places that other programs have uploaded them to, archives \
             of the web and search engines: from there this program cannot take them back"
        ));
    }
}
