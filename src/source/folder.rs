//! What a folder holds, for commands that need an empty one. Knows names, not what is in the files.

use std::fs;
use std::io;
use std::path::Path;

use super::failure::ReadError;

/// The names in `folder`, sorted; none when it does not exist.
///
/// # Errors
/// When it cannot be read, or is no folder.
pub fn names_in(folder: &Path) -> Result<Vec<String>, ReadError> {
    let failed = |cause| ReadError::Root { path: folder.to_owned(), cause };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry.map_err(failed)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
