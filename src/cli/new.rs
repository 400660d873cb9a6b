//! `new`, printed. Knows what someone does with a new file.

use super::Exit;
use super::args::{ClockArgs, Common, NewArgs};
use super::shell::Shell;
use super::site;
use crate::command::new::{Request, write};
use crate::pipeline::Options;

/// Writes one new file and says where it is.
pub fn run(args: &NewArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let now = site::now(&ClockArgs { now: None })?;
    let request = Request {
        kind: args.kind,
        name: args.name.clone(),
        case: args.case.clone(),
        date: args.date.clone(),
        lang: args.lang.clone(),
    };
    let planned = write(&root, &request, &Options::at(now))?;
    for warning in &planned.warnings {
        shell.warning(warning);
    }
    shell.result(&planned.file.path);
    shell.result("\n");
    shell.note("It is a draft until you take the line `draft: true` away; `dossier serve --drafts` shows it.");
    Ok(Exit::Clean)
}
