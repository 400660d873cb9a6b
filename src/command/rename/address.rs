//! The addresses of Markdown links to pages: `[words](../people/kurt.md#part)` and definitions, `[label]: people/kurt.md`. Knows
//! where the file name stands in them and how it is encoded.

use std::ops::Range;

use crate::document::Document;
use crate::document::body::page_address;
use crate::document::mention::Mention;
use crate::foundation::html::percent_encode_into;

/// The places at which the link at `range` of `text` names the file of its target, each with what stands there.
pub(super) fn of_link(
    text: &str,
    range: Range<usize>,
    document: &Document,
    mention: &Mention,
) -> Vec<(Range<usize>, String)> {
    let folder = document.path.folder();
    let folder = folder.strip_prefix("content").unwrap_or(folder).trim_start_matches('/');
    let leads_there = |address: &str| page_address(address, folder).is_some_and(|target| target == mention.target);
    let written = text.get(range.clone()).unwrap_or_default();
    let addresses = if leads_there(written) { vec![range] } else { definitions(text, leads_there) };
    let name = |place: Range<usize>| Some((file_name(text, place.clone())?, text));
    addresses.into_iter().filter_map(name).map(|(place, text)| (place.clone(), text[place].to_owned())).collect()
}

/// The addresses of definitions that lead to the target: it is these that a link such as `[words][label]` means.
fn definitions(text: &str, leads_there: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let start = at;
        at += line.len();
        let inner = line.trim_start_matches([' ', '\t', '>']);
        let Some(label_end) = inner.starts_with('[').then(|| inner.find("]:")).flatten() else { continue };
        let rest = &inner[label_end + 2..];
        let address = rest.trim_start_matches([' ', '\t', '<']);
        let length = address.find([' ', '\t', '>', '\n', '\r']).unwrap_or(address.len());
        let begin = start + (line.len() - inner.len()) + label_end + 2 + (rest.len() - address.len());
        if text.get(begin..begin + length).is_some_and(&leads_there) {
            found.push(begin..begin + length);
        }
    }
    found
}

/// Where the file name stands in the address at `place`, without its ending.
fn file_name(text: &str, place: Range<usize>) -> Option<Range<usize>> {
    let address = text.get(place.clone())?;
    let path = address.split('#').next().unwrap_or_default();
    let start = path.rfind('/').map_or(0, |slash| slash + 1);
    let end = path.len().checked_sub(".md".len())?;
    (start < end).then_some(place.start + start..place.start + end)
}

/// The last part of the name `new`, percent-encoded where `old` was or where it has to be.
pub(super) fn written_like(old: &str, new: &str) -> String {
    let name = new.rsplit_once('/').map_or(new, |(_, name)| name);
    let must = |letter: char| letter.is_whitespace() || letter.is_control() || "()<>%?\"'`*_~&!".contains(letter);
    if !old.contains('%') && !name.contains(must) {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    percent_encode_into(&mut out, name);
    out
}
