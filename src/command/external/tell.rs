//! What is told of addresses that lead nowhere: where they were written, and what to do. Knows the site's texts, as far as they are
//! published.

use std::collections::BTreeMap;

use super::ask::Answer;
use super::links::Link;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};
use crate::graph::publish::TakenOut;
use crate::source::tree::SourceTree;

const HELP: &str = "open it in a browser; where the page has moved, write its new address, and where it is gone, link to an archived copy";

/// A warning for each address that does not lead to a page.
pub(super) fn diagnostics(
    links: &[Link],
    answers: &BTreeMap<String, Answer>,
    tree: &SourceTree,
    taken_out: &TakenOut,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for link in links {
        let Some(Answer::None(reason)) = answers.get(&link.address) else { continue };
        let places = places(&link.address, tree, taken_out);
        let message = format!("`{}` leads to no page: {reason}", link.address);
        if places.is_empty() {
            let message = format!("{message} (it stands on `{}`)", link.page);
            let at = Span::start_of(FileId::of_path("dossier.toml"));
            found.push(Diagnostic::new(Code::DeadLink, at, message).help(HELP));
        }
        found.extend(places.into_iter().map(|at| Diagnostic::new(Code::DeadLink, at, message.clone()).help(HELP)));
    }
    found
}

/// Where the address stands in texts that are published.
fn places(address: &str, tree: &SourceTree, taken_out: &TakenOut) -> Vec<Span> {
    let published = tree.files().filter(|file| !taken_out.documents.contains(&file.path));
    let texts = published.filter_map(|file| Some((file, file.as_text()?)));
    texts
        .flat_map(|(file, text)| {
            let ends = |at: usize| !text.get(at..).unwrap_or_default().starts_with(is_part_of_address);
            text.match_indices(address)
                .filter(move |(at, _)| ends(at + address.len()))
                .map(|(at, found)| Span::new(file.id, at..at + found.len()))
        })
        .collect()
}

/// Whether an address goes on with this letter, and so is another.
fn is_part_of_address(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_' | '=' | '&' | '%' | '?' | '~' | '+')
}
