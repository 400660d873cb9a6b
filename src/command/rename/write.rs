//! The writing of a renaming: each file in one step, and back to what they were when one cannot be written.

use std::path::Path;

use anyhow::{Context as _, bail};

use super::plan::{FileChange, Planned};
use crate::output;
use crate::source;

/// Writes what was planned into the site at `root`.
///
/// # Errors
/// When a file was changed since it was planned, or the disk refuses. All files are then as they were, or the failure names those
/// that are not.
pub fn write(root: &Path, planned: &Planned) -> anyhow::Result<()> {
    for change in &planned.changes {
        if source::raw_at(root, &change.path)? != change.old {
            bail!("`{}` was changed meanwhile; nothing was written: run the command again", change.path);
        }
    }
    for (number, change) in planned.changes.iter().enumerate() {
        if let Err(failure) = write_one(root, change) {
            let written = planned.changes.get(..number).unwrap_or_default();
            let left: Vec<&str> = written
                .iter()
                .rev()
                .filter(|change| put_back(root, change).is_err())
                .map(|change| change.to.as_str())
                .collect();
            return Err(failure).with_context(|| what_is_left(&left));
        }
    }
    Ok(())
}

fn what_is_left(left: &[&str]) -> String {
    if left.is_empty() {
        return "nothing was renamed, and every file is as it was".to_owned();
    }
    let files: Vec<String> = left.iter().map(|path| format!("`{path}`")).collect();
    format!(
        "the renaming was broken off, and these files have the new name already: {}; put them back (`git checkout -- .`), then \
         run the command again",
        files.join(", ")
    )
}

fn write_one(root: &Path, change: &FileChange) -> Result<(), output::WriteError> {
    if change.path == change.to {
        return output::replace_file(&root.join(&change.path), &change.new);
    }
    output::move_file(&root.join(&change.path), &root.join(&change.to), &change.new)
}

fn put_back(root: &Path, change: &FileChange) -> Result<(), output::WriteError> {
    if change.path == change.to {
        return output::replace_file(&root.join(&change.path), &change.old);
    }
    output::move_file(&root.join(&change.to), &root.join(&change.path), &change.old)
}
