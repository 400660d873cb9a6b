//! The formats of stored copies in which quotes can be looked for. Knows the endings of names, and which reader takes which.

use super::super::tree::SourcePath;
use super::text::CopyText;
use super::web_encoding::{decode, decode_html};
use super::{Unread, html, markdown};

/// A format with text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Text as it is.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
}

impl Format {
    /// The format that the name of a file promises; nothing for pictures, recordings and all else.
    #[must_use]
    pub fn of(path: &SourcePath) -> Option<Self> {
        let (_, ending) = path.file_name().rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// The text of a file of this format. PDFs are read elsewhere, in a process of their own.
    ///
    /// # Errors
    /// When there is no text, or it cannot be read.
    pub(super) fn read(self, bytes: &[u8]) -> Result<CopyText, Unread> {
        let text = match self {
            Self::Text => CopyText::of_lines(&decode(bytes)?),
            Self::Markdown => markdown::text(&decode(bytes)?),
            Self::Html => html::text(&decode_html(bytes)?),
            Self::Pdf => return Err(Unread::NoReader),
        };
        text.or_nothing()
    }
}

impl CopyText {
    /// The text of a PDF, page by page.
    ///
    /// # Errors
    /// When no page has text.
    #[cfg(feature = "pdf")]
    pub(super) fn of_pages(pages: &[String]) -> Result<Self, Unread> {
        let mut text = Self::new(super::text::Unit::Page);
        for (number, page) in (1..).zip(pages) {
            text.push(number, page);
            text.push(number, "\n");
        }
        text.or_nothing()
    }

    fn or_nothing(self) -> Result<Self, Unread> {
        if self.as_str().trim().is_empty() { Err(Unread::NoText) } else { Ok(self) }
    }
}
