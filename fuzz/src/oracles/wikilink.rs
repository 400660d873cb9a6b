//! The text of wikilinks: what is read is what was written, in a body as alone, and a name is never another name.

use dossier::document::body::{BodySettings, read};
use dossier::document::mention::{MentionTable, Part, Target};
use dossier::document::mention_text::parse_target;
use dossier::foundation::diagnostic::has_errors;
use dossier::foundation::language::Language;
use dossier::foundation::span::FileId;

use super::places;

/// The bytes are what stands between the brackets.
pub fn check(bytes: &[u8]) {
    let Ok(inner) = std::str::from_utf8(bytes) else { return };
    match parse_target(inner) {
        Err(error) => {
            assert!(inner.get(error.range.clone()).is_some(), "{error:?} in {inner:?}");
            assert!(!error.message.is_empty() && !error.help.is_empty());
        }
        Ok((target, label)) => {
            let written = print(&target, label.as_deref());
            assert_eq!(parse_target(&written), Ok((target, label)), "{written:?}, from {inner:?}");
        }
    }
    in_a_body(&format!("Said [[{inner}]] there.\n"));
}

/// A link with this target and label, written so that it is read again.
fn print(target: &Target, label: Option<&str>) -> String {
    let kind = target.kind.map(|kind| format!("{}:", kind.name())).unwrap_or_default();
    let ending = if target.name.ends_with(".md") { ".md" } else { "" };
    let part = match target.part.as_deref() {
        None => String::new(),
        Some(Part::Heading(words)) => format!("#{words}"),
        Some(Part::Block(id)) => format!("#^{id}"),
    };
    let before = format!("{kind}{}{ending}{part}", target.name);
    match label {
        None => before,
        // One backslash before the bar belongs to the bar.
        Some(label) => format!("{before}\\|{}", label.replace('|', "\\|")),
    }
}

/// Every link that a body holds has the target that its text has alone.
fn in_a_body(text: &str) {
    let settings = BodySettings { language: Language::english(), folder: String::new() };
    let mut mentions = MentionTable::default();
    let checked = read(FileId::of_path("a.md"), text, 0, &settings, &mut mentions);
    places::lie_in(text, &checked.diagnostics);
    for mention in mentions.as_slice() {
        places::is_in(text, mention.span);
        let range = mention.span.range();
        let Some(inside) = text.get(range.clone()).filter(|_| text[..range.start].ends_with("[[")) else { continue };
        // A comment in a link is no part of its name.
        if inside.contains("%%") {
            continue;
        }
        match parse_target(inside) {
            Ok((target, _)) => assert_eq!(target, mention.target, "{text:?}"),
            Err(error) => assert!(has_errors(&checked.diagnostics), "{error:?} in {text:?} is a link"),
        }
    }
}
