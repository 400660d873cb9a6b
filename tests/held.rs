//! The bar on what is seen in a preview alone: drafts, embargoed pages, translations that are drafts. It says so in the language of
//! the page and in both themes, on every page that belongs to such a document, and on no page of a site for publication.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test reads what it looks at, and stops at once")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dossier::command::init::{Begin, OwnTheme, files as begun};
use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Severity;
use dossier::foundation::output_file::MediaType;
use dossier::graph::publish::Audience;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;

const CONFIG: &str = "title = \"Record\"\nlanguage = \"en\"\nlanguages = [\"tr\", \"ku\", \"ar\"]\n";

/// Each page by its path, of the site that `files` make.
fn build(files: &[(&str, &str)], drafts: bool) -> BTreeMap<String, String> {
    let tree = SourceTree::from_texts(files.iter().copied());
    let now = Moment::parse("2026-01-01T00:00:00Z").unwrap();
    let options = Options { audience: Audience { drafts, now }, ..Options::at(now) };
    let built = Pipeline::default().build(&tree, &options);
    let errors = built.diagnostics.iter().filter(|found| found.severity() == Severity::Error).count();
    assert_eq!(errors, 0, "{:?}", built.diagnostics);
    let pages = built.value.files.iter().filter(|file| file.media_type == MediaType::HTML);
    pages.map(|file| (file.route.output_path(), String::from_utf8_lossy(&file.bytes).into_owned())).collect()
}

/// The words of the bar on each page that has one.
fn bars(pages: &BTreeMap<String, String>) -> BTreeMap<&str, &str> {
    pages
        .iter()
        .filter_map(|(path, html)| {
            let (_, after) = html.split_once("<p class=\"held\" role=\"note\"><strong>")?;
            Some((path.as_str(), after.split_once("</strong></p>")?.0))
        })
        .collect()
}

const EMBARGOED: &str = "---\ntitle: Second\npublish_after: 2026-11-20T06:00+03:00\n---\n";

fn site() -> Vec<(&'static str, &'static str)> {
    vec![
        ("dossier.toml", CONFIG),
        ("content/first.md", "---\ntitle: First\ndraft: true\n---\n"),
        ("content/first.tr.md", "---\ntitle: Birinci\n---\n"),
        ("content/first.ku.md", "---\ntitle: Yekem\n---\n"),
        ("content/first.ar.md", "---\ntitle: الأول\n---\n"),
        ("content/second.md", EMBARGOED),
        ("content/second.tr.md", "---\ntitle: İkinci\n---\n"),
        ("content/second.ku.md", "---\ntitle: Duyem\n---\n"),
        ("content/second.ar.md", "---\ntitle: الثاني\n---\n"),
        ("content/third.md", "---\ntitle: Third\n---\n"),
        ("content/third.tr.md", "---\ntitle: Üçüncü\ndraft: true\n---\n"),
        ("content/past.md", "---\ntitle: Past\npublish_after: 2025-11-20T06:00+03:00\n---\n"),
    ]
}

const BARS: [(&str, &str); 9] = [
    ("ar/first/index.html", "مسودة: لم تُنشر"),
    (
        "ar/second/index.html",
        "محظور النشر حتى \u{2068}20 نوفمبر 2026\u{2069}، \u{2068}03:00\u{2069} بالتوقيت العالمي المنسق: لم يُنشر",
    ),
    ("first/index.html", "Draft: not published"),
    ("ku/first/index.html", "Reşnivîs: nehatiye weşandin"),
    ("ku/second/index.html", "Heta 20ê mijdara 2026an, 03:00 UTC di bin ambargoyê de ye: nehatiye weşandin"),
    ("second/index.html", "Embargoed until 20 November 2026, 03:00 UTC: not published"),
    ("tr/first/index.html", "Taslak: yayımlanmadı"),
    ("tr/second/index.html", "20 Kasım 2026, 03:00 UTC’ye kadar ambargolu: yayımlanmadı"),
    ("tr/third/index.html", "Taslak: yayımlanmadı"),
];

#[test]
fn a_preview_says_above_every_held_page_why_it_is_not_published() {
    assert_eq!(bars(&build(&site(), true)), BARS.into());
}

#[test]
fn the_second_theme_says_it_too() {
    let theme = begun(&Begin { theme: Some(OwnTheme::Broadsheet), ..Begin::default() });
    let config = format!("theme = \"broadsheet\"\n{CONFIG}");
    let mut files = site();
    files[0].1 = &config;
    let own = theme.iter().filter(|file| file.path.starts_with("themes/"));
    files.extend(own.map(|file| (file.path.as_str(), file.text.as_str())));
    assert_eq!(bars(&build(&files, true)), BARS.into());
}

#[test]
fn pages_that_belong_to_a_held_one_say_it_as_well() {
    let pages = build(
        &[
            ("dossier.toml", "title = \"Record\"\n"),
            ("content/cases/fire.md", "---\ntitle: Fire\ndraft: true\ndate: 2020-01-01\n---\n"),
            (
                "content/hearings/fire-1.md",
                "---\ntitle: Hearing\ncase: \"[[Fire]]\"\ndate: 2020-02-01\ndefendants: [\"[[Ada]]\"]\njudges: [\"[[Bo]]\"]\n---\n",
            ),
            ("content/people/ada.md", "---\nname: Ada\n---\n"),
            ("content/people/bo.md", "---\nname: Bo\n---\n"),
        ],
        true,
    );
    let held: Vec<&str> = bars(&pages).into_keys().collect();
    let of_the_case = pages.keys().filter(|path| path.contains("cases/fire"));
    assert_eq!(held, of_the_case.map(String::as_str).collect::<Vec<_>>());
    assert!(held.len() > 1, "{held:?}");
}

#[test]
fn every_part_of_a_long_text_says_it() {
    // Words that no packing makes small.
    let word = |number: u64| format!("{:016x}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let paragraph = |at: u64| (at * 50..at * 50 + 50).map(word).collect::<Vec<_>>().join(" ");
    let text: Vec<String> = (0..150).map(paragraph).collect();
    let draft = format!("---\ntitle: Long\ndraft: true\n---\n\n{}\n", text.join("\n\n"));
    let pages = build(&[("dossier.toml", "title = \"Record\"\n"), ("content/long.md", &draft)], true);
    let held: Vec<&str> = bars(&pages).into_keys().collect();
    let parts = pages.keys().filter(|path| path.contains("long/"));
    assert_eq!(held, parts.map(String::as_str).collect::<Vec<_>>());
    assert!(held.len() > 2, "{held:?}");
}

#[test]
fn a_site_for_publication_has_no_byte_of_it() {
    assert_eq!(bars(&build(&site(), false)), BTreeMap::new());
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut pages = 0;
    for entry in walkdir::WalkDir::new(sites).into_iter().map(Result::unwrap) {
        let path = entry.path();
        if path.components().any(|part| part.as_os_str() == "expected")
            && path.extension().is_some_and(|ending| ending == "html")
        {
            let text = fs::read_to_string(path).unwrap();
            let words = BARS.map(|(_, words)| words).into_iter().chain(["class=\"held\"", "UTC: not published"]);
            for word in words {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
            pages += 1;
        }
    }
    assert!(pages > 50, "{pages}");
}
