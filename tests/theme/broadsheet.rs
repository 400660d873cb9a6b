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

use crate::samples::seed;

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
    fs::read_to_string(folder().join("static/assets/dossier.css")).unwrap()
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

/// Its style sheet takes the place of the built-in one, so a rule for what both have is to stand in both.
#[test]
fn what_it_has_in_common_with_the_built_in_theme_looks_as_there() {
    let css = style_sheet();
    for name in ["type", "parts", "statements", "search", "pictures", "print"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/default/css/{name}.css"));
        let common = fs::read_to_string(path).unwrap();
        let missing: Vec<&str> = common.lines().filter(|line| !css.contains(line)).collect();
        assert!(missing.is_empty(), "copy what changed in {name}.css: {missing:#?}");
        assert!(css.contains(&common), "{name}.css stands there in other order");
    }
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
