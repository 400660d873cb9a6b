//! The text of a lock to its entries. Knows the format and what a merge leaves behind; a lock with a fault says nothing at all.

use super::print::HEADER;
use super::{Address, Digest, Entry, Locked, Thing, Withdrawn};
use crate::document::kind::Kind;
use crate::document::statement::Status;
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// Begin the lines that git leaves where it could not merge.
const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

const AGAIN: &str = "take back what was changed in this file by hand, for example with `git checkout dossier.lock`; `dossier lock` writes it";

/// Reads a lock. With any fault there is none: what is half read would miss pages that have vanished.
pub fn read(file: FileId, text: &str) -> Checked<Option<Locked>> {
    let mut reader = Reader { file, text, locked: Locked::default(), diagnostics: Vec::new() };
    reader.lines();
    reader.locked.lock.sort_withdrawn();
    let Reader { locked, diagnostics, .. } = reader;
    Checked::new(diagnostics.is_empty().then_some(locked), diagnostics)
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    locked: Locked,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn lines(&mut self) {
        let mut at = 0;
        let mut has_header = false;
        for whole in self.text.split_inclusive('\n') {
            let line = whole.trim_end();
            let span = Span::new(self.file, at..at + line.len());
            at += whole.len();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if MARKERS.iter().any(|marker| line.starts_with(marker)) {
                self.fault(
                    span,
                    "git could not merge these lines",
                    "keep the lines of both sides, each once, and take the marks out; then `dossier lock` brings the file in order",
                );
            } else if has_header {
                self.entry(line, span);
            } else if line == HEADER {
                has_header = true;
            } else {
                self.header(line, span);
                return;
            }
        }
        if !has_header && self.diagnostics.is_empty() {
            self.header("", Span::start_of(self.file));
        }
    }

    fn header(&mut self, line: &str, span: Span) {
        if line.strip_prefix("dossier-lock ").is_some() {
            let message = format!("this lock was written by another version of dossier, which calls it `{line}`");
            self.fault(span, &message, &format!("use that version; this one reads and writes `{HEADER}`"));
        } else {
            self.fault(span, &format!("a lock begins with the line `{HEADER}`"), AGAIN);
        }
    }

    fn entry(&mut self, line: &str, span: Span) {
        if let Some(withdrawn) = withdrawn(line) {
            self.locked.lock.withdrawn.push(withdrawn);
            return;
        }
        let Some((address, entry)) = entry(line) else {
            self.fault(span, "this line says nothing that a lock can say", AGAIN);
            return;
        };
        if let Some(first) = self.locked.lines.get(&address) {
            let first = *first;
            let message = format!("{address} is listed twice");
            self.fault(span, &message, "keep one of the two lines; `dossier lock` then writes what is right");
            if let Some(last) = self.diagnostics.pop() {
                self.diagnostics.push(last.label(first, "the first line"));
            }
            return;
        }
        self.locked.lines.insert(address.clone(), span);
        self.locked.lock.entries.insert(address, entry);
    }

    fn fault(&mut self, span: Span, message: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new(Code::InvalidLock, span, message).help(help));
    }
}

fn withdrawn(line: &str) -> Option<Withdrawn> {
    let (what, date) = line.strip_prefix("withdrawn ")?.split_once(' ')?;
    let what = [Thing::Page, Thing::Statement].into_iter().find(|thing| thing.name() == what)?;
    Some(Withdrawn { what, date: Edtf::parse(date).ok()? })
}

/// Reads the fields from the end: an address may have spaces in it.
fn entry(line: &str) -> Option<(Address, Entry)> {
    let (word, rest) = line.split_once(' ')?;
    let (address, entry) = match word {
        "page" => {
            let (rest, text) = rest.rsplit_once(' ')?;
            let (rest, corrections) = rest.rsplit_once(' ')?;
            let (address, kind) = rest.rsplit_once(' ')?;
            let entry = Entry::Page {
                kind: Kind::named(kind)?,
                corrections: corrections.parse().ok()?,
                text: Digest::parse(text)?,
            };
            (address, entry)
        }
        "statement" => {
            let (rest, text) = rest.rsplit_once(' ')?;
            let (address, status) = rest.rsplit_once(' ')?;
            (address, Entry::Statement { status: Status::named(status)?, text: Digest::parse(text)? })
        }
        "redirect" => (rest, Entry::Redirect),
        "note" => {
            let (address, date) = rest.rsplit_once(' ')?;
            (address, Entry::Note { date: Edtf::parse(date).ok()? })
        }
        _ => return None,
    };
    let address = address.starts_with('/').then(|| Address::parse(address).ok()).flatten()?;
    (address.anchor.is_some() == matches!(entry, Entry::Statement { .. })).then_some((address, entry))
}
