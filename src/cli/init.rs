//! `init`, printed. Knows what someone wants to see who has just begun.

use super::Exit;
use super::args::InitArgs;
use super::shell::Shell;
use crate::command::init::{create, next_steps};

/// Makes a new site and lists its files.
pub fn run(args: &InitArgs, shell: &mut Shell) -> anyhow::Result<Exit> {
    let files = create(&args.dir)?;
    for file in &files {
        shell.result(&file.path);
        shell.result("\n");
    }
    shell.note(&format!("\n{}", next_steps(&args.dir.to_string_lossy())));
    Ok(Exit::Clean)
}
