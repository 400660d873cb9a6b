//! `schema`, printed. Knows that a schema is for a program, so it is printed as it is.

use super::args::{Common, SchemaArgs};
use super::shell::Shell;
use super::{Exit, site};
use crate::command::schema::schema;

/// Prints the schema of one kind or of all.
pub fn run(args: &SchemaArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = match site::root(common) {
        Ok(root) => Some(root),
        Err(error) if common.root.is_some() => return Err(error),
        Err(_) => None,
    };
    let schema = schema(root.as_deref(), args.kind)?;
    shell.result(&serde_json::to_string_pretty(&schema)?);
    shell.result("\n");
    Ok(Exit::Clean)
}
