//! The second theme of the project: that the contract suffices for another paper. What holds for every page of both stands in
//! `complete`, the contrast of both in `colours`.

#![allow(clippy::disallowed_methods, reason = "a test that reads the theme from its folder")]

use std::fs;
use std::path::{Path, PathBuf};

use dossier::foundation::span::{FileId, Span, Spanned};
use dossier::messages::Messages;
use dossier::source::config::Config;
use dossier::source::tree::SourceTree;
use dossier::theme::Theme;

use super::samples::seed;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/broadsheet")
}

/// The text files of the theme, by their paths in a site.
fn files() -> Vec<(String, String)> {
    fn walk(folder: &Path, below: &str, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{below}/{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                walk(&path, &name, found);
            } else {
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&folder(), "themes/broadsheet", &mut found);
    found.sort();
    found
}

/// The theme as a site chooses it, with nothing granted to it. It loads without a diagnostic.
pub fn broadsheet() -> Theme {
    let name = Spanned { value: "broadsheet".to_owned(), span: Span::start_of(FileId::of_path("dossier.toml")) };
    let config = Config { theme: Some(name), ..Config::default() };
    let files = files();
    let tree = SourceTree::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let checked = Theme::load(&tree, &config, &Messages::builtin());
    assert_eq!(checked.diagnostics, []);
    checked.value.unwrap()
}

/// Its style sheet.
pub fn style_sheet() -> String {
    let file = broadsheet().assets().into_iter().find(|file| file.route.to_string() == "/assets/dossier.css").unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

#[test]
fn its_pages_are_its_own() {
    let theme = broadsheet();
    for page in seed::pages() {
        let file = theme.render(&page).unwrap();
        let html = String::from_utf8_lossy(&file.bytes);
        if page.view.content.template() == "redirect.html" {
            continue;
        }
        assert!(html.contains("<header class=\"nameplate\">"), "{}", page.route);
    }
}

/// What both have in common looks as there: the theme has only the parts of the style sheet that differ.
#[test]
fn its_style_sheet_is_the_built_in_one_but_for_its_own_parts() {
    let part = |theme: &str, name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/{theme}/css/{name}.css"));
        fs::read_to_string(path).unwrap()
    };
    let expected: String = [
        ("broadsheet", "tokens"),
        ("default", "type"),
        ("default", "layout"),
        ("broadsheet", "shell"),
        ("default", "parts"),
        ("default", "statements"),
        ("default", "search"),
        ("broadsheet", "notes"),
        ("default", "pictures"),
        ("default", "print"),
        ("broadsheet", "paper"),
    ]
    .map(|(theme, name)| part(theme, name))
    .concat();
    assert_eq!(style_sheet(), expected);
}

#[test]
fn a_claim_stands_below_its_speaker_and_its_standing() {
    let theme = broadsheet();
    let hearing = seed::pages().into_iter().find(|page| page.route.to_string() == "/hearings/ankara-12/").unwrap();
    let file = theme.render(&hearing).unwrap();
    let html = String::from_utf8_lossy(&file.bytes);
    let cards: Vec<&str> = html.split("<article class=\"statement ").skip(1).collect();
    assert_eq!(cards.len(), 15);
    for card in cards {
        let status = card.split('"').next().unwrap();
        let said = card.find("<p class=\"said\">").unwrap();
        let tag = card.find(&format!("<span class=\"tag {status}\">")).unwrap();
        let words = card.find("class=\"words\"").unwrap();
        assert!(said < tag && tag < words && card.contains("As reported by"), "{card}");
    }
}

#[test]
fn it_is_small_and_asks_nobody() {
    let files = files();
    let templates: usize =
        files.iter().filter(|(path, _)| path.contains("/templates/")).map(|(_, text)| text.len()).sum();
    assert!(templates < 16_000, "{templates}");
    let css = style_sheet();
    for word in ["url(", "@import", "http:", "https:", "@font-face", "text-transform", "small-caps"] {
        assert!(!css.contains(word), "{word}");
    }
}
