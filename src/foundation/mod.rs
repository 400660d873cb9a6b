//! The words that every stage speaks: places in text, diagnostics, addresses, names, dates.
//! Knows nothing of files on a disk, of documents or of pages.

pub mod date;
pub mod diagnostic;
pub mod fingerprint;
pub mod fold;
pub mod html;
pub mod language;
pub mod nearest;
pub mod output_file;
pub mod route;
pub mod slug;
pub mod span;
pub mod tokens;
