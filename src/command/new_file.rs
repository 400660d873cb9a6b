//! A file that is to be made. Knows its path and text; it is written only where nothing stands yet.

use std::path::Path;

use crate::output::{self, WriteError};

/// A file that does not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The path below the root of the site, with `/` between its parts.
    pub path: String,
    /// The text, ending in a line end.
    pub text: String,
}

impl NewFile {
    /// Makes the file in the site at `root`, and the folders that it stands in.
    ///
    /// # Errors
    /// When something stands at its path already, or the disk refuses.
    pub fn write(&self, root: &Path) -> Result<(), WriteError> {
        let path = root.join(&self.path);
        if let Some(folder) = path.parent() {
            output::create_folder(folder)?;
        }
        output::create_new(&path, self.text.as_bytes())
    }
}
