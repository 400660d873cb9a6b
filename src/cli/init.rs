//! `init`, printed. Knows what someone wants to see who has just begun.

use super::Exit;
use super::args::{InitArgs, ThemeName};
use super::shell::Shell;
use crate::command::init::{OwnTheme, create, next_steps};

/// Makes a new site and lists its files.
pub fn run(args: &InitArgs, shell: &mut Shell) -> anyhow::Result<Exit> {
    let theme = args.theme.map(|ThemeName::Broadsheet| OwnTheme::Broadsheet);
    let files = create(&args.dir, theme, args.obsidian)?;
    for file in &files {
        shell.result(&file.path);
        shell.result("\n");
    }
    shell.note(&format!("\n{}", next_steps(&args.dir.to_string_lossy())));
    Ok(Exit::Clean)
}
