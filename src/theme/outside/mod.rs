//! The check of finished pages, style sheets and drawings: nothing in them may make a reader's browser fetch something from
//! outside the site, and nothing may stand in a page that its own policy refuses. Knows bytes, not how they were made.

mod css;
mod html;
mod plain;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::headers::POLICY;
use crate::foundation::diagnostic::Code;
use crate::foundation::html::{AddressKind, address_kind};
use crate::foundation::output_file::{MediaType, OutputFile};
use html::Within;

/// One thing that must not be in a finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// Which rule speaks.
    pub code: Code,
    /// The byte of the file.
    pub at: usize,
    /// The address at fault, where there is one.
    pub address: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// What is wrong with a page that a template printed: what any page must not have, and a policy that is not there.
pub(super) fn in_page(file: &OutputFile) -> Vec<Finding> {
    // The other way to make text of bytes is slower where nothing is wrong with them.
    let text = std::str::from_utf8(&file.bytes).map_or_else(|_| String::from_utf8_lossy(&file.bytes), Cow::Borrowed);
    let (mut found, has_policy) = html::read(&text, Within::Page, POLICY);
    if !has_policy {
        found.push(Finding {
            code: Code::MissingPolicy,
            at: 0,
            address: None,
            message: "the page does not carry the policy that keeps browsers from fetching and running anything else"
                .into(),
            help: "write {% include \"builtin/parts/policy.html\" %} behind <head>, before anything that loads",
        });
    }
    found
}

/// What is wrong with a file that is carried over: a page, a style sheet or a drawing; nothing for other types.
pub(super) fn in_file(file: &OutputFile) -> Vec<Finding> {
    let name = file.route.output_path().to_ascii_lowercase();
    let text = String::from_utf8_lossy(&file.bytes);
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if file.media_type == MediaType::HTML || ends(&[".xhtml", ".xht"]) {
        html::read(&text, Within::Page, POLICY).0
    } else if ends(&[".svg"]) {
        in_drawing(&text)
    } else if ends(&[".css"]) {
        in_style_sheet(&text)
    } else {
        Vec::new()
    }
}

/// What is wrong with a file of the content that a browser shows as more than text: a saved page or its style sheet.
pub(super) fn in_saved(file: &OutputFile) -> Vec<Finding> {
    let name = file.route.output_path().to_ascii_lowercase();
    let text = wide_text(&file.bytes).unwrap_or_else(|| String::from_utf8_lossy(&file.bytes).into_owned());
    if name.rsplit_once('.').is_some_and(|(_, ending)| ending == "css") {
        return in_style_sheet(&text);
    }
    let (mut found, _) = html::read(&text, Within::Saved, POLICY);
    for (start, what) in
        [("<!ENTITY", "entities, which can hide what it fetches"), ("<?xml-stylesheet", "a style sheet of its own")]
    {
        if let Some(at) = text.find(start) {
            let message = format!("a page that defines {what}");
            let help = "save the page as plain HTML";
            found.push(Finding { code: Code::BlockedContent, at, address: None, message, help });
        }
    }
    found
}

/// The text of a file in UTF-16 that says so by its first two bytes, as browsers read it.
fn wide_text(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 2]) -> u16 = match bytes.get(..2)? {
        [0xFF, 0xFE] => u16::from_le_bytes,
        [0xFE, 0xFF] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    Some(String::from_utf16_lossy(&pairs.iter().map(|pair| read(*pair)).collect::<Vec<_>>()))
}

/// The place of a byte of a finished file, in words.
pub(super) fn place(bytes: &[u8], at: usize) -> String {
    let text = String::from_utf8_lossy(bytes);
    let before = text.get(..text.floor_char_boundary(at)).unwrap_or_default();
    let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
    format!("line {}, column {column}", before.matches('\n').count() + 1)
}

fn in_drawing(text: &str) -> Vec<Finding> {
    let (mut found, _) = html::read(text, Within::Drawing, POLICY);
    if let Some(at) = text.find("<!ENTITY") {
        found.push(Finding {
            code: Code::BlockedContent,
            at,
            address: None,
            message: "a drawing that defines entities, which can hide what it fetches".into(),
            help: "save the drawing as plain SVG",
        });
    }
    found
}

/// What is wrong with a style sheet, or a part of one.
pub(super) fn in_style_sheet(text: &str) -> Vec<Finding> {
    let addresses = css::addresses(text).into_iter();
    let outside = addresses.filter(|(_, address)| address_kind(address) != AddressKind::Local);
    outside
        .map(|(at, address)| Finding {
            code: Code::ForeignAddress,
            at,
            message: format!(
                "a reader's browser would fetch something from outside the site: `{}`",
                address.escape_debug()
            ),
            address: Some(address),
            help: "put the file into `static/` and name it there",
        })
        .collect()
}
