//! The texts of the interface as a whole: every language has every message with the same values, every message is shown
//! somewhere, and no template shows one that does not exist. Each rule is also tried on a planted fault.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads the source from the disk")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dossier::document::body::CALLOUTS;
use dossier::messages::Messages;
use dossier::source::config::Config;
use dossier::source::tree::SourceTree;

/// What templates and the program show: whole names, and beginnings of names whose rest comes from a view.
#[derive(Debug, Default)]
struct Shown {
    names: BTreeSet<String>,
    beginnings: BTreeSet<String>,
}

impl Shown {
    fn read(&mut self, text: &str) {
        // Of two neighbours among quotation marks one stands between them, whichever it is.
        let pieces: Vec<&str> = text.split('"').collect();
        for pair in pieces.windows(2) {
            let (string, after) = (pair[0], pair[1]);
            let is_name = !string.is_empty()
                && string.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            if is_name && string.ends_with('-') && after.trim_start().starts_with('~') {
                self.beginnings.insert(string.to_owned());
            } else if is_name {
                self.names.insert(string.to_owned());
            }
        }
    }

    fn unused<'a>(&self, keys: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let is_shown =
            |key: &str| self.names.contains(key) || self.beginnings.iter().any(|start| key.starts_with(start));
        keys.filter(|key| !is_shown(key)).collect()
    }
}

fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(path.to_str().unwrap(), ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found
}

fn shown() -> Shown {
    let mut shown = Shown::default();
    let files = below("themes/default/templates", "html").into_iter().chain(below("src/pages", "rs"));
    files.for_each(|path| shown.read(&fs::read_to_string(path).unwrap()));
    // Roles are named by the configuration's list, callouts by that of the body.
    shown.beginnings.insert("role-".into());
    shown.names.extend(CALLOUTS.iter().map(|class| format!("callout-{class}")));
    shown
}

fn english() -> BTreeSet<String> {
    let messages = Messages::builtin();
    messages.catalogues().next().unwrap().keys().map(str::to_owned).collect()
}

#[test]
fn every_message_is_shown_somewhere() {
    let keys = english();
    assert_eq!(shown().unused(keys.iter().map(String::as_str)), [] as [&str; 0]);
}

#[test]
fn a_planted_message_that_nothing_shows_is_found() {
    assert_eq!(shown().unused(["kind-dossier", "nothing-shows-this"].into_iter()), ["nothing-shows-this"]);
}

#[test]
fn every_message_that_a_template_names_exists() {
    let keys = english();
    let named = |text: &str| -> Vec<String> {
        let calls = text.split("t(key=\"").skip(1).filter_map(|rest| rest.split_once('"'));
        calls.filter(|(_, after)| !after.trim_start().starts_with('~')).map(|(key, _)| key.to_owned()).collect()
    };
    let missing = |text: &str| named(text).into_iter().filter(|key| !keys.contains(key)).collect::<Vec<_>>();
    for path in below("themes/default/templates", "html") {
        assert_eq!(missing(&fs::read_to_string(&path).unwrap()), [] as [&str; 0], "{}", path.display());
    }
    assert_eq!(missing("{{ t(key=\"no-such-thing\") }}{{ t(key=\"kind-\" ~ x) }}"), ["no-such-thing"]);
}

#[test]
fn templates_hold_no_words_of_their_own() {
    for path in below("themes/default/templates", "html") {
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(words(&text), [] as [&str; 0], "{}", path.display());
    }
    assert_eq!(words("<p class=\"a\">Page {{ number }} of <b>{# none #}</b>JSON</p>"), ["Page", "of"]);
}

/// Words that stand in a template as text: neither in tags, nor in what Tera reads. Names of formats, of styles and of forms of
/// messages are the same in all languages.
fn words(template: &str) -> Vec<String> {
    let same = ["JSON", "CSV", "gathered", "noindex", "day", "date", "home", "record", "dossier"];
    let read = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<", ">")];
    let text = read.iter().fold(template.to_owned(), |text, (open, close)| without(&text, open, close));
    let words =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 1 && !same.contains(word));
    words.map(str::to_owned).collect()
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut pieces = text.split(open);
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.filter_map(|piece| piece.split_once(close)).map(|(_, after)| after);
    rest.fold(first, |text, after| text + " " + after)
}

#[test]
fn the_sources_of_the_program_are_those_of_the_folder() {
    let of_folder: BTreeSet<String> = below("themes/default/messages", "ftl")
        .iter()
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let loaded = Messages::load(&SourceTree::default(), &Config::default()).value;
    let known: BTreeSet<String> = loaded.catalogues().map(|catalogue| catalogue.language().to_string()).collect();
    assert_eq!(known, of_folder);
}
