//! `build`, `check` and `list`, printed. Knows which words go to which stream and how each run ends.

use std::time::Instant;

use anyhow::Context;

use super::Exit;
use super::args::{BuildArgs, CheckArgs, Common, ListArgs};
use super::outcome::{embargoes, report, summary};
use super::progress::Progress;
use super::report::Format;
use super::shell::Shell;
use super::timings::Stopwatch;
use super::{list as lines, site};
use crate::command::build::{self, Outcome, Summary};
use crate::command::clock as last;
use crate::command::inventory::inventory;
use crate::graph::publish::Audience;
use crate::output;
use crate::pipeline::{Options, Unwatched};
use crate::source::source_map::SourceMap;
use crate::source::tree::SourcePath;

/// Builds the site and ends with one line about it.
pub fn run(args: &BuildArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let began = Instant::now();
    let root = site::root(common)?;
    let audience = Audience { drafts: args.drafts, now: site::now(&args.clock)? };
    let options = Options { base_url: args.base_url.clone(), audience, program: site::program() };
    // A typed folder is meant as the shell means it, the default one stands in the site.
    let target = match &args.output_dir {
        Some(typed) => site::absolute(typed)?,
        None => root.join("public"),
    };
    if args.clock.now.is_none()
        && let Some(found) = last::set_back(&target, audience.now)
    {
        let mut sources = SourceMap::default();
        sources.insert(SourcePath::new("dossier.toml"), "");
        return Ok(report(shell, &[found], &sources, args.strict));
    }
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads.into())
            .build_global()
            .context("the number of processor cores cannot be set")?;
    }
    let progress = Progress::begin("Building the site", shell);
    let watch = Stopwatch::start();
    let program = options.program.as_deref().and_then(output::program_in);
    let writing = output::Options { home: site::home(), program, ..output::Options::for_site(&root) };
    let outcome =
        build::build(&writing, &target, &options, args.strict, if args.timings { &watch } else { &Unwatched });
    drop(progress);
    let outcome = outcome?;
    if args.timings {
        shell.note(&watch.tables());
    }
    let exit = report(shell, &outcome.diagnostics, &outcome.sources, args.strict);
    if let Some(made) = &outcome.value {
        remarks(made, audience, shell);
        shell.note(&format!("The site is ready: open {}", site::shown(&target.join("index.html"))));
        shell.note(&summary(&made.documents, made.written, began.elapsed()));
    }
    Ok(exit)
}

/// Looks for mistakes; nothing is written.
pub fn check(args: &CheckArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    #[cfg(feature = "external")]
    if args.external {
        return super::external::run(args, common, shell);
    }
    let began = Instant::now();
    let root = site::root(common)?;
    let audience = Audience { drafts: args.drafts, now: site::now(&args.clock)? };
    let progress = Progress::begin("Checking the site", shell);
    let outcome = build::check(&root, &Options { base_url: None, audience, program: site::program() }, args.strict);
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    let exit = report(shell, &diagnostics, &sources, args.strict);
    if let Some(found) = &value {
        clock(found, audience, shell);
        shell.note(&summary(&found.documents, None, began.elapsed()));
    }
    Ok(exit)
}

/// Lists what exists. Errors are shown too, and the list is as whole as they allow.
pub fn list(args: &ListArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let progress = Progress::begin("Reading the site", shell);
    let outcome = inventory(&root, &Options::at(site::now(&args.clock)?));
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    let rows = value.unwrap_or_default();
    if shell.format == Format::Json {
        shell.result(&lines::json(&rows)?);
    } else {
        let cells: Vec<[&str; 5]> = rows
            .iter()
            .map(|row| [row.kind.name(), row.state.name(), row.id.as_str(), row.path.as_str(), row.title.as_str()])
            .collect();
        shell.result(&lines::table(["KIND", "STATE", "ID", "PATH", "TITLE"], &cells));
    }
    Ok(report(shell, &diagnostics, &sources, false))
}

/// Says with which clock embargoes were compared.
fn clock(made: &Summary, audience: Audience, shell: &mut Shell) {
    if let Some(line) = embargoes(made.embargoes, audience) {
        shell.note(&line);
    }
}

fn remarks(made: &Summary, audience: Audience, shell: &mut Shell) {
    clock(made, audience, shell);
    if audience.drafts {
        shell.warning("drafts and embargoed pages are in this site: do not publish it");
    }
    if !made.has_address {
        shell.detail("without `base_url` in dossier.toml the site has no feeds and no sitemap");
    }
}
