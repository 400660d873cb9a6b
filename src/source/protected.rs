//! `protected.txt`: the names that must stand nowhere in a site. Knows how the list is written; it is no part of the site's
//! files, and nothing that is said about it repeats a line of it.

use std::path::Path;

use super::decode::decode;
use super::failure::ReadError;
use super::fault::Fault;
use super::open::Root;
use super::single;

/// The file's name, beside `dossier.toml`.
pub const PROTECTED: &str = "protected.txt";
/// The most bytes that it may have.
const LIMIT: u64 = 4 << 20;

/// The names that must stand nowhere.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Protected {
    names: Vec<(usize, String)>,
}

// The names are printed nowhere, not even for those who look for a fault in the program.
impl std::fmt::Debug for Protected {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Protected({} names)", self.names.len())
    }
}

impl Protected {
    /// Reads a list: one name a line; empty lines and those that begin with `#` are left out.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
        let names = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        Self { names: names.map(|(line, name)| (line, name.to_owned())).collect() }
    }

    /// The list of the site in `root`; an empty one where there is none.
    ///
    /// # Errors
    /// When there is one that cannot be read: without it nobody knows what may be published.
    pub fn read(root: &Path) -> Result<Self, ReadError> {
        let failed = |fault: Fault| ReadError::File { path: PROTECTED.to_owned(), reason: fault.reason() };
        if root.join(PROTECTED).symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
            return Ok(Self::default());
        }
        let opened = Root::open(root).map_err(|cause| ReadError::Root { path: root.to_owned(), cause })?;
        let bytes = single::bytes(&opened, PROTECTED, LIMIT).map_err(failed)?;
        let text = decode(&bytes).map_err(|fault| failed(Fault::NotUtf8(fault)))?;
        Ok(Self::parse(text))
    }

    /// The names with the lines on which they stand, from 1.
    #[must_use]
    pub fn names(&self) -> impl ExactSizeIterator<Item = (usize, &str)> {
        self.names.iter().map(|(line, name)| (*line, name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_names_but_for_remarks() {
        let list = Protected::parse("# witnesses\n\n  Ada Kurt \r\nİlhami Balı\n");
        assert_eq!(list.names().collect::<Vec<_>>(), [(3, "Ada Kurt"), (4, "İlhami Balı")]);
        assert_eq!(format!("{list:?}"), "Protected(2 names)");
    }
}
