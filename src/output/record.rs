//! What is noted of a release beside its site: the hash of its manifest, whom it names, and the lock of its day. Knows the form of the note,
//! not what a lock says.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::manifest::Hash;

/// The form of the notes that this program writes and reads.
const FORMAT: u32 = 1;

/// What is noted of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The hash of the release's manifest.
    pub manifest: Hash,
    /// The names of people in it, each with the address of the person's page.
    pub names: BTreeSet<(String, String)>,
    /// The text of the site's lock as it was then.
    pub lock: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: u32,
    manifest: String,
    names: BTreeSet<(String, String)>,
    lock: String,
}

impl Record {
    /// Reads a note; nothing when it is cut off or of another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Written { format, manifest, names, lock } = serde_json::from_str(text).ok()?;
        (format == FORMAT).then_some(())?;
        Some(Self { manifest: Hash::parse(&manifest)?, names, lock })
    }

    /// The text of the note.
    #[must_use]
    pub fn print(&self) -> String {
        let Self { manifest, names, lock } = self.clone();
        let written = Written { format: FORMAT, manifest: manifest.to_string(), names, lock };
        // Texts and numbers can always be written as JSON.
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_as_it_is_written_and_no_part_of_one_is() {
        let names = [("/people/ari/".to_owned(), "Deniz \"Arı\"\n".to_owned())].into();
        let record = Record { manifest: Hash::of(b"abc"), names, lock: "dossier-lock 1\n".into() };
        let text = record.print();
        assert_eq!(Record::parse(&text), Some(record));
        for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            assert_eq!(Record::parse(&text[..cut]), None, "{cut}");
        }
        assert_eq!(Record::parse(&text.replace("\"format\": 1", "\"format\": 2")), None);
    }
}
