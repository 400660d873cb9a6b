//! Documents that readers download: PDFs, office files, recordings, saved pages. Knows what may be in them beside what a reader sees; nothing is changed here, and where the bytes come from it does not know.

mod finding;
mod kind;
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod photo;

use std::collections::BTreeMap;

use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;
pub use finding::{Fault, Finding, Unusable};
pub use kind::{Kind, Office};

/// The most bytes of a document that is looked into.
pub const MOST_BYTES: usize = 64 << 20;
/// The most bytes of all that is packed in it.
const MOST_UNPACKED: u64 = 256 << 20;
/// The most pages that one message names.
const MOST_PAGES: usize = 12;

/// What is in a document beside what its readers see; nothing when it can be published.
pub type Report = Result<Vec<Finding>, Unusable>;

/// Looks into `bytes`, a file with the ending of `kind`. It can end the process, by a stack that overflows, on a file that is made
/// to do so: whoever calls it is a process of its own.
///
/// # Errors
/// When they cannot be looked into: nobody can say what is in them.
pub fn look_into(kind: Kind, bytes: &[u8]) -> Report {
    if bytes.len() > MOST_BYTES {
        return Err(Unusable::TooLarge);
    }
    kind.fits(bytes)?;
    let mut found = match kind {
        #[cfg(feature = "pdf")]
        Kind::Pdf => pdf::look_into(bytes)?,
        #[cfg(not(feature = "pdf"))]
        Kind::Pdf => return Err(Unusable::NoReader),
        Kind::Office(office) => office::look_into(office, bytes)?,
        Kind::OtherOffice => return Err(Unusable::Unknown),
        Kind::Script => return Err(Unusable::Script),
        Kind::Text | Kind::Web | Kind::Closed => Vec::new(),
    };
    found.sort();
    found.dedup();
    Ok(found)
}

/// The diagnostics on the document `path`, which is at `span`: one for each kind of thing, with the pages.
#[must_use]
pub fn diagnostics(report: &Report, path: &str, span: Span) -> Vec<Diagnostic> {
    let diagnostic = |code, reason: &str, help: &str| {
        Diagnostic::new(code, span, format!("`{path}` cannot be published: {reason}")).help(help)
    };
    match report {
        Err(unusable) => {
            let (reason, help) = unusable.words();
            vec![diagnostic(Code::UnusableDocument, &reason, help)]
        }
        Ok(findings) => {
            let mut by_fault: BTreeMap<Fault, Vec<&Finding>> = BTreeMap::new();
            for finding in findings {
                by_fault.entry(finding.fault).or_default().push(finding);
            }
            let of_fault = |(fault, findings): (Fault, Vec<&Finding>)| {
                let (reason, help) = fault.words();
                let help = format!("{help}; then write the new file's `sha256` into its source page");
                diagnostic(Code::HiddenContent, &format!("{reason}{}", places(&findings)), &help)
            };
            by_fault.into_iter().map(of_fault).collect()
        }
    }
}

/// Where the findings of one kind are: the pages, and the parts in brackets.
fn places(findings: &[&Finding]) -> String {
    let mut pages: Vec<u32> = findings.iter().filter_map(|finding| finding.page).collect();
    pages.sort_unstable();
    pages.dedup();
    let mut details: Vec<&str> = findings.iter().filter_map(|finding| finding.detail.as_deref()).collect();
    details.sort_unstable();
    details.dedup();
    let list = |words: Vec<String>| {
        let more = words.len().saturating_sub(MOST_PAGES);
        let shown = words.into_iter().take(MOST_PAGES).collect::<Vec<_>>().join(", ");
        if more == 0 { shown } else { format!("{shown} and {more} more") }
    };
    let word = if pages.len() == 1 { "page" } else { "pages" };
    let on = if pages.is_empty() {
        String::new()
    } else {
        format!(", on {word} {}", list(pages.iter().map(u32::to_string).collect()))
    };
    let within = if details.is_empty() {
        String::new()
    } else {
        format!(" ({})", list(details.into_iter().map(str::to_owned).collect()))
    };
    format!("{within}{on}")
}
