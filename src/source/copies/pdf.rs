//! The text layer of a PDF, page by page. Knows nothing of limits of time and memory: it is run in a process of its own, as a PDF can bring its reader down.

use lopdf::{Document, Error};
use serde::{Deserialize, Serialize};

/// What a PDF holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// The text of each page, empty for one without text.
    Pages(Vec<String>),
    /// A password protects it.
    Encrypted,
    /// It is damaged, or no PDF.
    Damaged,
}

/// Reads the PDF in `bytes`. It can end the process, by a stack that overflows, on a file that is made to do so.
#[must_use]
pub fn read(bytes: &[u8]) -> Reading {
    let document = match Document::load_mem(bytes) {
        Ok(document) if document.is_encrypted() => return Reading::Encrypted,
        Ok(document) => document,
        Err(Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_)) => {
            return Reading::Encrypted;
        }
        Err(_) => return Reading::Damaged,
    };
    let pages: Vec<_> = document.get_pages().into_keys().map(|page| document.extract_text(&[page])).collect();
    if pages.iter().all(Result::is_err) {
        return Reading::Damaged;
    }
    Reading::Pages(pages.into_iter().map(Result::unwrap_or_default).collect())
}
