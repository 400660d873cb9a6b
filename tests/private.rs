//! Nothing private is in any output. Random sites are built whole, with feeds, data and sitemap: no word of a document that is
//! not published is in any byte or path, and the site is the same as if that document had other words, or had never been there.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "private/invented.rs"]
mod invented;

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Diagnostic, Severity};
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;
use invented::{Form, Site, stem};
use proptest::prelude::*;

/// The files of a site by their paths; those that are carried over have the path of their source.
type Files = BTreeMap<String, Vec<u8>>;

fn try_build(tree: &SourceTree) -> (Files, Vec<Diagnostic>) {
    let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
    let built = Pipeline::default().build(tree, &options);
    let errors = built.diagnostics.into_iter().filter(|found| found.severity() == Severity::Error).collect();
    let attached = built.value.attachments.iter().map(|(route, path)| (route.output_path(), path.as_str().into()));
    let attached: Files = attached.collect();
    let made = built.value.files.into_iter().map(|file| (file.route.output_path(), file.bytes.to_vec()));
    (made.chain(attached).collect(), errors)
}

fn build(tree: &SourceTree) -> Files {
    let (files, errors) = try_build(tree);
    assert!(errors.is_empty(), "{errors:#?}");
    files
}

/// The outputs that hold `text`, in capitals or not, in their bytes or their path.
fn holders<'a>(files: &'a Files, text: &str) -> Vec<&'a str> {
    let has = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()));
    // A line of a calendar can go on behind a line end and a space, also within a word.
    let whole = |path: &str, bytes: &Vec<u8>| {
        if std::path::Path::new(path).extension().is_some_and(|ending| ending == "ics") {
            String::from_utf8_lossy(bytes).replace("\r\n ", "").into_bytes()
        } else {
            bytes.clone()
        }
    };
    let holds = |(path, bytes): &(&String, &Vec<u8>)| has(path.as_bytes()) || has(&whole(path, bytes));
    files.iter().filter(holds).map(|(path, _)| path.as_str()).collect()
}

/// The outputs with words of documents that are not published.
fn leaks(files: &Files, site: &Site) -> Vec<String> {
    let hidden = site.states().into_iter().enumerate().filter(|(_, state)| !state.is_public());
    hidden
        .flat_map(|(number, _)| holders(files, &stem(number)).into_iter().map(move |path| format!("{number}: {path}")))
        .collect()
}

/// The outputs that differ, with the first words in which they do.
fn differences(one: &Files, other: &Files) -> Vec<String> {
    let paths: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let differ = paths.into_iter().filter(|path| one.get(*path) != other.get(*path));
    differ.map(|path| format!("{path}: {}", first_difference(one.get(path), other.get(path)))).collect()
}

fn first_difference(one: Option<&Vec<u8>>, other: Option<&Vec<u8>>) -> String {
    let (Some(one), Some(other)) = (one, other) else {
        return if one.is_some() { "only in the first" } else { "only in the second" }.to_owned();
    };
    let at = one.iter().zip(other).position(|(a, b)| a != b).unwrap_or_else(|| one.len().min(other.len()));
    let around = |bytes: &[u8]| {
        let end = (at + 120).min(bytes.len());
        String::from_utf8_lossy(&bytes[at.saturating_sub(80)..end]).into_owned()
    };
    format!("{} <> {}", around(one), around(other))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_what_is_not_published_is_in_any_output(site in invented::site()) {
        let files = build(&site.tree(Form::Whole));
        prop_assert_eq!(leaks(&files, &site), [""; 0]);
        prop_assert_eq!(files.contains_key("files/images/shared.png"), site.shows_shared_image());
    }

    #[test]
    fn what_is_not_published_can_have_any_other_words(site in invented::site()) {
        let whole = build(&site.tree(Form::Whole));
        let other = build(&site.tree(Form::Other));
        prop_assert_eq!(differences(&whole, &other), [""; 0]);
    }

    /// Input C40.
    #[test]
    fn the_site_is_as_if_what_is_not_published_had_never_been_there(site in invented::site()) {
        let with = build(&site.tree(Form::Loose));
        let without = build(&site.tree(Form::Without));
        prop_assert_eq!(differences(&with, &without), [""; 0]);
    }

    #[test]
    fn pages_are_only_where_they_may_be(site in invented::site()) {
        let files = build(&site.tree(Form::Whole));
        let sitemap = String::from_utf8(files["sitemap.xml"].clone()).unwrap();
        for (number, state) in site.states().into_iter().enumerate() {
            let id = format!("{}id", stem(number));
            let is_page = state.is_public() && !site.has_no_page(number);
            prop_assert_eq!(files.keys().any(|path| path.contains(&format!("{id}/"))), is_page, "{}", id);
            prop_assert_eq!(sitemap.contains(&id), is_page && !site.is_noindex(number), "{}", id);
            prop_assert_eq!(files.contains_key(&format!("files/images/{}image.png", stem(number))), state.is_public());
        }
    }
}

/// A site with one draft of a person, and pages that link to her.
const KNOWN: [(&str, &str); 6] = [
    ("dossier.toml", "title = \"Record\"\nbase_url = \"https://example.org/\"\ncards = true\n"),
    ("content/people/ada.md", "---\nname: Ada Kestrel\n---\n"),
    ("content/people/bora.md", "---\nname: Bora Heron\ndraft: true\n---\n"),
    ("content/about.md", "---\ntitle: About\n---\nSaid [[Bora Heron]], then [[Bora Heron|a clerk]].\n"),
    ("content/cases/case.md", "---\ntitle: Case\ndefendants: \"[[Bora Heron]]\"\n---\n"),
    (
        "content/hearings/one.md",
        "---\ntitle: One\ndate: 2021-03-01\ncase: \"[[Case]]\"\nwitnesses: \"[[Bora Heron]]\"\n---\nSaid [[Bora Heron]].\n",
    ),
];

/// The site, and the site without the draft.
fn known() -> (Files, Files) {
    let [config, ada, _, about, case, hearing] = KNOWN;
    let without = [
        config,
        ada,
        (about.0, "---\ntitle: About\n---\nSaid a person not named here, then a clerk.\n"),
        (case.0, "---\ntitle: Case\n---\n"),
        (hearing.0, "---\ntitle: One\ndate: 2021-03-01\ncase: \"[[Case]]\"\n---\nSaid a person not named here.\n"),
    ];
    (build(&SourceTree::from_texts(KNOWN)), build(&SourceTree::from_texts(without)))
}

#[test]
fn a_draft_leaves_no_byte() {
    let (with, without) = known();
    assert_eq!(differences(&with, &without), [""; 0]);
}

#[test]
fn planted_traces_of_a_draft_are_found() {
    for (path, from, to) in [
        ("people/ada/index.html", "</main>", "<p>BORA HERON</p></main>"),
        ("people/index.html", "</main>", "<!-- Bora Heron --></main>"),
        ("data/entities.json", "Ada Kestrel", "Bora Heron"),
        ("sitemap.xml", "</urlset>", "<!-- bora heron --></urlset>"),
        ("people/ada/index.html", "\"@type\":\"Person\"", "\"@type\":\"Person\",\"knows\":\"Bora Heron\""),
        ("cases/case/feed.xml", "</entry>", "<summary>bora heron</summary></entry>"),
        ("calendar.ics", "END:VEVENT", "ATTENDEE:Bora\r\n  Heron\r\nEND:VEVENT"),
        ("cases/case/calendar.ics", "END:VEVENT", "COMMENT:Bora He\r\n ron\r\nEND:VEVENT"),
    ] {
        let (mut with, without) = known();
        let text = String::from_utf8(with[path].clone()).unwrap();
        assert!(text.contains(from), "{path}");
        with.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
        assert_eq!(holders(&with, "Bora Heron"), [path]);
        assert_eq!(differences(&with, &without).len(), 1, "{path}");
    }
    let (mut with, without) = known();
    with.insert("cards/people/bora.png".to_owned(), without["cards/people/ada.png"].clone());
    assert_eq!(differences(&with, &without), ["cards/people/bora.png: only in the first"]);
    with.remove("cards/people/bora.png");
    with.insert("people/bora heron/index.html".to_owned(), Vec::new());
    assert_eq!(holders(&with, "Bora Heron"), ["people/bora heron/index.html"]);
    assert_eq!(differences(&with, &without), ["people/bora heron/index.html: only in the first"]);
}

/// A count, a place in a list and a mark around a word are no words: only the comparison finds them.
#[test]
fn planted_traces_without_a_word_are_found() {
    for (path, from, to) in [
        ("about/index.html", "a clerk", "<span dir=\"auto\">a clerk</span>"),
        ("people/index.html", "</main>", "<p>2 people</p></main>"),
    ] {
        let (mut with, without) = known();
        let text = String::from_utf8(with[path].clone()).unwrap();
        with.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
        assert_eq!(differences(&with, &without).len(), 1, "{path}");
    }
}
