//! A lock as text: one line for each page and statement, sorted, so that changes of two people merge. Knows the format, nothing of sites.

use super::{Entry, Lock};
use crate::foundation::html::push_format;

/// The first line: the name of the format and its version.
pub(super) const HEADER: &str = "dossier-lock 1";

/// The second line, for whoever opens the file.
const REMARK: &str = "# What this site has published. `dossier lock` writes it; commit it, and leave it as it is.";

/// The text of `lock`. Equal locks give equal texts.
#[must_use]
pub fn print(lock: &Lock) -> String {
    let mut text = format!("{HEADER}\n{REMARK}\n");
    for (address, entry) in &lock.entries {
        push_format(&mut text, format_args!("{} {address}", entry.name()));
        match entry {
            Entry::Page { kind, corrections, text: digest } => {
                push_format(&mut text, format_args!(" {} {corrections} {digest}", kind.name()));
            }
            Entry::Statement { status, text: digest } => {
                push_format(&mut text, format_args!(" {} {digest}", status.name()));
            }
            Entry::Redirect => {}
            Entry::Note { date } => push_format(&mut text, format_args!(" {}", closed_up(date))),
        }
        text.push('\n');
    }
    for withdrawn in &lock.withdrawn {
        push_format(&mut text, format_args!("withdrawn {} {}\n", withdrawn.what.name(), closed_up(&withdrawn.date)));
    }
    text
}

/// A date without the spaces that a list of days has.
fn closed_up(date: &crate::foundation::date::Edtf) -> String {
    date.to_string().replace(' ', "")
}
