//! A file that is to be made. Knows its path and text; it is written only where nothing stands yet.

/// A file that does not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The path below the root of the site, with `/` between its parts.
    pub path: String,
    /// The text, ending in a line end.
    pub text: String,
}
