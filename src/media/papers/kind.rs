//! What files that pages lead to are, by the ending of their names. Knows endings and first bytes, and which files can be looked into.

use super::super::format::Format as Picture;
use super::finding::Unusable;

/// What a file that is no picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// An office file in a format that is looked into.
    Office(Office),
    /// An office file in a format that nothing here looks into.
    OtherOffice,
    /// Text: all that is in it is seen.
    Text,
    /// A page, a style sheet or other text of which browsers make more than text.
    Web,
    /// A script.
    Script,
    /// A recording, an archive, or a file of an ending that is not known here: what is in it nobody can say.
    Closed,
}

/// A format of office files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Office {
    /// `.docx`
    Docx,
    /// `.xlsx`
    Xlsx,
    /// `.pptx`
    Pptx,
    /// `.odt`
    Odt,
    /// `.ods`
    Ods,
    /// `.odp`
    Odp,
}

impl Kind {
    /// What the ending of `name` says.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match ending.as_str() {
            "pdf" => Self::Pdf,
            "docx" => Self::Office(Office::Docx),
            "xlsx" => Self::Office(Office::Xlsx),
            "pptx" => Self::Office(Office::Pptx),
            "odt" => Self::Office(Office::Odt),
            "ods" => Self::Office(Office::Ods),
            "odp" => Self::Office(Office::Odp),
            "doc" | "dot" | "dotx" | "dotm" | "docm" | "rtf" | "xls" | "xlsm" | "xlsb" | "xlt" | "xltx" | "xltm"
            | "ppt" | "pptm" | "pps" | "ppsx" | "ppsm" | "pot" | "potx" | "potm" | "odg" | "ott" | "ots" | "otp"
            | "odm" | "odf" | "fodt" | "fods" | "fodp" | "pages" | "numbers" | "key" | "vsd" | "vsdx" | "mpp"
            | "pub" | "wps" | "wpd" | "one" | "mdb" | "accdb" | "xps" | "oxps" | "eps" | "ps" | "ai" | "psd"
            | "indd" | "msg" | "eml" | "pst" => Self::OtherOffice,
            "txt" | "text" | "md" | "markdown" | "csv" | "tsv" | "json" | "geojson" | "ics" | "srt" | "vtt" | "log"
            | "bib" | "yaml" | "yml" | "toml" => Self::Text,
            "html" | "htm" | "xhtml" | "xht" | "shtml" | "xml" | "xsl" | "xslt" | "rdf" | "rss" | "atom" | "mathml"
            | "kml" | "gpx" | "css" => Self::Web,
            "js" | "mjs" | "cjs" | "wasm" => Self::Script,
            _ => Self::Closed,
        }
    }

    /// Whether such a file is published only when a source says that it was cleaned.
    #[must_use]
    pub const fn needs_cleaning(self) -> bool {
        matches!(self, Self::Pdf | Self::Office(_) | Self::OtherOffice | Self::Closed)
    }

    /// Whether what stands beside the visible text is looked for in such a file.
    #[must_use]
    pub const fn is_looked_into(self) -> bool {
        matches!(self, Self::Pdf | Self::Office(_) | Self::Text | Self::Web)
    }

    /// Whether `bytes` can be what the name of the file says.
    ///
    /// # Errors
    /// When they are something else that is known, or text is expected and this is none.
    pub fn fits(self, bytes: &[u8]) -> Result<(), Unusable> {
        let is_pdf = bytes.starts_with(b"%PDF-");
        let is_packed = bytes.starts_with(b"PK\x03\x04");
        let fits = match self {
            Self::Pdf => is_pdf,
            Self::Office(_) => is_packed,
            Self::OtherOffice | Self::Script => true,
            Self::Text | Self::Web => {
                !is_pdf && !is_packed && !bytes.starts_with(b"GIF8") && !bytes.contains(&0) || is_wide_text(bytes)
            }
            Self::Closed => !is_pdf && Picture::of_bytes(bytes).is_none() && !looks_like_a_page(bytes),
        };
        if fits { Ok(()) } else { Err(Unusable::OtherFormat) }
    }
}

/// Whether `bytes` are text in UTF-16, which has zeros in it.
fn is_wide_text(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

/// Whether a browser that guesses would take `bytes` for a page.
fn looks_like_a_page(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default().to_ascii_lowercase();
    [&b"<!doctype"[..], b"<html", b"<script", b"<?xml", b"<svg"]
        .iter()
        .any(|start| memchr::memmem::find(&head, start).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_say_what_a_file_is() {
        assert_eq!(Kind::of_name("Record.PDF"), Kind::Pdf);
        assert_eq!(Kind::of_name("a.b.docx"), Kind::Office(Office::Docx));
        assert_eq!(Kind::of_name("old.doc"), Kind::OtherOffice);
        assert_eq!(Kind::of_name("record.txt"), Kind::Text);
        assert_eq!(Kind::of_name("saved.xhtml"), Kind::Web);
        assert_eq!(Kind::of_name("call.mp3"), Kind::Closed);
        assert_eq!(Kind::of_name("no-ending"), Kind::Closed);
    }

    #[test]
    fn f62_a_file_that_is_not_what_its_name_says_does_not_fit() {
        for (name, bytes) in [
            ("a.pdf", &b"<html><!-- %PDF-1.4 -->"[..]),
            ("a.pdf", b"\n%PDF-1.4"),
            ("a.txt", b"%PDF-1.4"),
            ("a.txt", b"PK\x03\x04"),
            ("a.csv", b"a\0b"),
            ("a.docx", b"\xD0\xCF\x11\xE0"),
            ("a.mp3", b"%PDF-1.4"),
            ("a.mp3", b"ID3 <script>alert(1)</script>"),
            ("a.zip", b"GIF89a PK\x03\x04"),
        ] {
            assert_eq!(Kind::of_name(name).fits(bytes), Err(Unusable::OtherFormat), "{name}");
        }
        for (name, bytes) in
            [("a.pdf", &b"%PDF-1.4"[..]), ("a.txt", b"words"), ("a.zip", b"PK\x03\x04"), ("a.txt", b"\xFF\xFEa\0")]
        {
            assert_eq!(Kind::of_name(name).fits(bytes), Ok(()), "{name}");
        }
    }
}
