//! Single new files and folders, for commands that start a site or a document. Knows that nothing that stands is ever replaced.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::failure::WriteError;

/// Makes the file at `path` with `bytes` in it.
///
/// # Errors
/// When anything is there already, also a link that leads nowhere, or the disk refuses. No half-written file stays behind.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let mut file = File::create_new(path).map_err(|cause| match cause.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists { path: path.to_owned() },
        _ => WriteError::disk("create", path)(cause),
    })?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|cause| {
        let _ = fs::remove_file(path);
        WriteError::disk("write", path)(cause)
    })
}

/// Makes the folder at `path` and those above it, as far as they are missing.
///
/// # Errors
/// When something that is no folder is there, or the disk refuses.
pub fn create_folder(path: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(path).map_err(WriteError::disk("create", path))
}
