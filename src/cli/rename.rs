//! `rename`, printed. Knows what someone wants to know before and after the files change.

use super::Exit;
use super::args::{ClockArgs, Common, RenameArgs};
use super::outcome::report;
use super::progress::Progress;
use super::shell::Shell;
use super::site;
use crate::command::build::Outcome;
use crate::command::rename::{Planned, Request, plan, write};
use crate::pipeline::Options;

/// Gives something another name, with every link to it; or shows what would change.
pub fn run(args: &RenameArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let options = Options { program: site::program(), ..Options::at(site::now(&ClockArgs { now: args.now })?) };
    let request = Request { old: args.old.clone(), new: args.new.clone(), may_redirect: !args.no_redirect };
    let progress = Progress::begin("Reading the site", shell);
    let outcome = plan(&root, &request, &options);
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    let exit = report(shell, &diagnostics, &sources, false);
    let Some(planned) = value else {
        shell.note("nothing was renamed: the site has these errors, or would have them afterwards");
        return Ok(exit);
    };
    if args.dry_run {
        shell.result(&planned.patch());
        shell.flush();
        shell.note("nothing was written; without --dry-run this is what changes");
    } else {
        write(&root, &planned)?;
        shell.note(&summary(&planned));
    }
    if let Some(remark) = address(&planned, args.no_redirect) {
        shell.note(&remark);
    }
    Ok(exit)
}

/// "content/people/a.md is now content/people/b.md; 3 links written anew, in 2 other files".
fn summary(planned: &Planned) -> String {
    let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let file = match planned.file() {
        Some((old, new)) if old != new => format!("{old} is now {new}"),
        Some((old, _)) => format!("{old} has the new name"),
        None => String::new(),
    };
    let links = counted(planned.links, "link");
    format!("{file}; {links} written anew, in {}", counted(planned.other_files(), "other file"))
}

/// What becomes of the old address.
fn address(planned: &Planned, is_forbidden: bool) -> Option<String> {
    let (old, new) = planned.moved.as_ref()?;
    Some(match (planned.redirects, planned.was_published) {
        (true, _) => format!("{old} leads to {new} (with --no-redirect it would not: for a name that must go)"),
        (false, true) if is_forbidden => format!(
            "{old} leads nowhere now; where dossier.lock lists it, run `dossier lock --withdraw {old}`, and look through what else \
             names it"
        ),
        (false, _) => format!("the page is now at {new}; its old address was not published, so nothing leads there"),
    })
}
