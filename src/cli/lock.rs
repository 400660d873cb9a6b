//! `lock`, printed. Knows what is said before the file is written, and what after a withdrawal.

use super::Exit;
use super::args::{Common, LockArgs};
use super::outcome::report;
use super::progress::Progress;
use super::report::Format;
use super::shell::Shell;
use super::typed::addresses;
use super::{list as lines, site};
use crate::command::build::Outcome;
use crate::command::lock::{Change, Planned, plan, write};
use crate::pages::lock::NAME;
use crate::pipeline::Options;

/// Shows what appears, changes and disappears, and writes the lock.
pub fn run(args: &LockArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let withdraw = addresses(&args.withdraw)?;
    let progress = Progress::begin("Reading the site", shell);
    let options = Options { program: site::program(), ..Options::at(site::now(&args.clock)?) };
    let outcome = plan(&root, &withdraw, &options);
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    let exit = report(shell, &diagnostics, &sources, false);
    let Some(planned) = value else {
        shell.note(&format!("{NAME} is left as it is"));
        return Ok(exit);
    };
    show(&planned.changes, shell)?;
    shell.flush();
    let lists = lists(&planned);
    if !planned.is_outdated {
        shell.note(&format!("{NAME} is up to date: {lists}"));
        return Ok(exit);
    }
    if args.check {
        shell.failure(&format!("{NAME} is out of date; `dossier lock` brings it up to date"));
        return Ok(Exit::Content);
    }
    write(&root, &planned)?;
    shell.note(&format!("{NAME} is written: {lists}; commit it together with the content"));
    if !withdraw.is_empty() {
        shell.warning(
            "what was withdrawn is still in the history of git, in archives of the web and in copies that others have made; \
             the earlier addresses of a page and the places that name it are for you to look through",
        );
    }
    Ok(exit)
}

fn show(changes: &[Change], shell: &mut Shell) -> anyhow::Result<()> {
    if shell.format == Format::Json {
        shell.result(&lines::json(changes)?);
    } else {
        let cells: Vec<[&str; 3]> =
            changes.iter().map(|change| [change.change.name(), change.what, change.address.as_str()]).collect();
        shell.result(&lines::table(["CHANGE", "WHAT", "ADDRESS"], &cells));
    }
    Ok(())
}

/// "1 page and 12 statements".
fn lists(planned: &Planned) -> String {
    let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    format!("{} and {}", counted(planned.pages, "page"), counted(planned.statements, "statement"))
}
