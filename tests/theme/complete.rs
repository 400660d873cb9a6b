//! Every template with every field filled and with every optional field empty: no error, sound HTML, nothing forgotten.

use dossier::foundation::html::escape;
use dossier::messages::Messages;
use dossier::pages::Page;
use dossier::pages::views::Content;
use dossier::source::config::Config;
use dossier::source::tree::SourceTree;
use dossier::theme::Theme;
use serde_json::Value;

use super::broadsheet::broadsheet;
use super::samples::{bare, filled_pages, seed};
use super::sound::check;

pub fn theme() -> Theme {
    Theme::load(&SourceTree::default(), &Config::default(), &Messages::builtin()).value.unwrap()
}

/// Every theme of the project: what holds for the built-in one holds for one that is made of the contract alone.
fn themes() -> [(&'static str, Theme); 2] {
    [("default", theme()), ("broadsheet", broadsheet())]
}

fn render(theme: &Theme, page: &Page) -> String {
    let file = theme.render(page).unwrap_or_else(|found| panic!("{}: {found:#?}", page.route));
    assert_eq!(file.route, page.route);
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

/// Words of the program that templates put into other words, and fields that are no text of the page.
const NOT_PRINTED: &[&str] = &[
    "kind",
    "id",
    "edtf",
    "status",
    "stage",
    "how",
    "why",
    "precision",
    "relation",
    "key",
    "section",
    "address",
    "root",
    "anchor",
    "number",
    "direction",
    "bound",
    "agreement",
    "course",
    "standing",
    "thing",
    "change",
    "undated",
];

/// All texts of a view that its page must print, with the keys that lead to them.
fn texts(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, path, found)),
        Value::Object(fields) => {
            for (key, field) in fields.iter().filter(|(key, _)| !NOT_PRINTED.contains(&key.as_str())) {
                texts(field, &format!("{path}.{key}"), found);
            }
        }
        Value::Null => panic!("{path} is not filled"),
        Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Statements stand as cards on most pages, with all of their words and the form in a word of the program; their summaries
/// are for tables. The home page and a page that leads on stand on no trail.
fn is_shown_otherwise(content: &Content, path: &str) -> bool {
    let has_table = matches!(content, Content::Hearing(_) | Content::Source(_));
    let other = if has_table { "words" } else { "summary" };
    let has_no_trail = matches!(content, Content::Home(_) | Content::Redirect(_));
    if has_no_trail && path.contains("breadcrumbs") {
        return true;
    }
    // A further part of a text is that of one language, and no search engine is told of others.
    if matches!(content, Content::Text(_)) && path.ends_with(".languages.locale") {
        return true;
    }
    // The link to what a card tells of stands in the text.
    if path.contains(".cards.") && path.ends_with(".path") {
        return true;
    }
    if has_table && path.contains("translation") {
        return true;
    }
    path.contains("statement") && path.rsplit('.').next().is_some_and(|key| key == other || key == "form")
}

/// Takes out what is empty for a reason: unattributed statements, rows without a link, titles in the page's language.
fn without_gaps(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_gaps),
        Value::Object(fields) => {
            for key in [
                "speaker",
                "own",
                "language",
                "link",
                "status",
                "kind",
                "path",
                "iso",
                "date",
                "resolved",
                "undated",
                "amount",
                "most",
                "timeline",
                "relations",
                "places",
            ] {
                if fields.get(key).is_some_and(Value::is_null) {
                    fields.remove(key);
                }
            }
            fields.values_mut().for_each(without_gaps);
        }
        _ => {}
    }
}

#[test]
fn whatever_a_view_holds_stands_on_its_page() {
    for (name, theme) in themes() {
        whatever_a_view_holds_stands_on_the_pages_of(name, &theme);
    }
}

fn whatever_a_view_holds_stands_on_the_pages_of(name: &str, theme: &Theme) {
    for page in filled_pages::pages() {
        let html = render(theme, &page);
        let mut view = serde_json::to_value(&*page.view).unwrap();
        without_gaps(&mut view);
        let mut found = Vec::new();
        texts(&view, "", &mut found);
        assert!(found.len() > 20, "{}", page.route);
        let own = format!("{}index.html", page.route.encoded());
        for (path, text) in found {
            let is_printed = html.contains(&escape(&text)) || html.contains(&text);
            let is_own_address = path.rsplit('.').next() == Some("path") && text == own;
            assert!(
                is_printed || is_own_address || is_shown_otherwise(&page.view.content, &path),
                "{name}: {}: {path} = {text:?} is not on the page",
                page.route
            );
        }
    }
}

#[test]
fn every_page_is_sound_html_whether_full_or_bare() {
    for (name, theme) in themes() {
        let pages = filled_pages::pages().into_iter().chain(bare::pages()).chain(seed::pages());
        let mut count = 0;
        for page in pages {
            check(&format!("{name}: {}", page.route), page.view.content.template(), &render(&theme, &page));
            count += 1;
        }
        assert!(count >= 15 * 2 + 10, "{count}");
    }
}

#[test]
fn equal_pages_are_equal_bytes() {
    let (first, second) = (theme(), theme());
    for (a, b) in filled_pages::pages().iter().zip(filled_pages::pages().iter()) {
        assert_eq!(first.render(a), second.render(b));
    }
}

fn page_of(address: &str) -> String {
    let pages = seed::pages().into_iter().chain(filled_pages::pages());
    let page = pages.into_iter().find(|page| page.route.to_string() == address).unwrap();
    render(&theme(), &page)
}

#[test]
fn a_claim_never_stands_without_its_standing_and_its_speaker() {
    let html = page_of("/hearings/ankara-12/");
    for part in html.split("<article class=\"statement ").skip(1) {
        let card = part.split("</article>").next().unwrap();
        let status = card.split('"').next().unwrap();
        let words = match status {
            "alleged" => "Alleged, unproven",
            "reported" => "Reported",
            other => panic!("{other}"),
        };
        let (before, _) = card.split_once("class=\"words\"").unwrap();
        assert!(before.contains(&format!("<span class=\"tag {status}\">{words}</span>")), "{before}");
        assert!(before.contains("<p class=\"said\">"), "{before}");
        assert!(card.contains("As reported by"), "{card}");
    }
    assert_eq!(html.matches("<article class=\"statement ").count(), 15);
    assert!(html.contains("All 15 statements here rest on one source"));
    assert!(html.contains("was <strong>not seen</strong>"));
    assert!(html.contains("of the same speaker"));
}

#[test]
fn what_was_withdrawn_is_struck_through() {
    let html = page_of("/people/deniz-ornek/");
    assert!(html.contains("<span class=\"tag retracted\">Retracted</span>"));
    assert!(html.contains("<del class=\"words\" dir=\"auto\"><p>Nobody was on duty that night.</p>"));
    assert!(page_of("/hearings/harbour-2/").contains("<del>In short: Nobody was on duty that night.</del>"));
}

#[test]
fn the_legal_status_is_said_or_said_to_be_missing() {
    let bali = page_of("/people/ilhami-bali/");
    assert!(bali.contains("No legal status recorded here."));
    assert!(bali.contains("Nothing said by this person is recorded here."));
    assert!(bali.contains("No reply is on file."));
    assert!(!bali.contains("presumed innocent"));
    let accused = page_of("/people/deniz-ornek/");
    assert!(accused.contains("<strong>On trial</strong>"));
    assert!(accused.contains("As of <time datetime=\"2021-05-03\">3 May 2021</time>, according to"));
    assert!(accused.contains("presumed innocent"));
    assert!(page_of("/cases/harbour-fire/").contains("presumed innocent"));
}
