//! Feeds and the sitemap, read as XML: their names for ever, their dates, and who has one.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::site::{CONFIG, FULL, Files, build, text};

/// The texts of all elements `name` of a file of XML, in their order.
fn all(files: &Files, path: &str, name: &str) -> Vec<String> {
    let options = xml5ever::driver::XmlParseOpts::default();
    let document = xml5ever::driver::parse_document(RcDom::default(), options).one(text(files, path)).document;
    let mut found = Vec::new();
    walk(&document, name, &mut found);
    found
}

fn walk(node: &Handle, wanted: &str, found: &mut Vec<String>) {
    if let NodeData::Element { name, .. } = &node.data
        && &*name.local == wanted
    {
        let children = node.children.borrow();
        let texts = children.iter().map(|child| match &child.data {
            NodeData::Text { contents } => contents.borrow().to_string(),
            _ => String::new(),
        });
        found.push(texts.collect());
    }
    node.children.borrow().iter().for_each(|child| walk(child, wanted, found));
}

#[test]
fn entries_have_names_for_ever_and_the_dates_of_their_content() {
    let files = build(CONFIG, &FULL);
    assert_eq!(
        all(&files, "feed.xml", "id"),
        ["tag:record.example,2026:feed", "tag:record.example,2026:dossier:story"]
    );
    // The hearing is of two days: a feed has one.
    assert_eq!(all(&files, "feed.xml", "published"), ["2021-04-01T00:00:00Z"]);
    assert_eq!(all(&files, "feed.xml", "updated"), ["2021-06-02T00:00:00Z"; 2], "the day of the last correction");
    let corrections = all(&files, "corrections.xml", "id");
    assert_eq!(corrections[0], "tag:record.example,2026:corrections");
    assert!(corrections[1].starts_with("tag:record.example,2026:dossier:story/corrections/"), "{corrections:?}");
}

#[test]
fn names_stay_when_the_site_moves() {
    let at = |address: &str, links: &str| {
        let config = format!(
            "title = \"Record\"\nbase_url = \"{address}\"\nlinks = \"{links}\"\ntag_authority = \"record.example,2027\"\n"
        );
        let files = build(&config, &FULL);
        ["feed.xml", "corrections.xml", "cases/store/feed.xml"].map(|path| all(&files, path, "id"))
    };
    let first = at("https://record.example/", "files");
    assert_eq!(first, at("https://other.example/archive/", "folders"));
    assert!(first.iter().flatten().all(|id| id.starts_with("tag:record.example,2027:")), "{first:?}");
}

#[test]
fn a_case_has_a_feed_and_a_person_only_where_the_authors_want_one() {
    let files = build(CONFIG, &FULL);
    let feeds: Vec<&str> = files.keys().filter(|path| path.ends_with("feed.xml")).map(String::as_str).collect();
    assert_eq!(feeds, ["cases/store/feed.xml", "feed.xml", "people/ada/feed.xml"]);
    let entries = |path| all(&files, path, "id").split_off(1);
    let [dossier, event] = ["tag:record.example,2026:dossier:story", "tag:record.example,2026:event:fire"];
    assert_eq!(entries("cases/store/feed.xml"), [dossier, event]);
    assert_eq!(entries("people/ada/feed.xml"), [dossier]);
    assert!(text(&files, "people/ada/index.html").contains("href=\"../../people/ada/feed.xml\""));
    let ada = |line: &str| {
        let ada = format!("---\nname: Ada\nfeed: true\n{line}\n---\n");
        let files = build(
            CONFIG,
            &[("people/ada.md", &ada), ("dossiers/d.md", "---\ntitle: D\ndate: 2021-01-01\n---\n\n[[Ada]]\n")],
        );
        files.contains_key("people/ada/feed.xml")
    };
    assert_eq!(["", "aggregate: false", "noindex: true", "page: false"].map(ada), [true, false, false, false]);
}

#[test]
fn the_sitemap_says_when_a_page_changed_where_its_authors_say_so() {
    let files = build(CONFIG, &FULL);
    let addresses: BTreeSet<String> = all(&files, "sitemap.xml", "loc").into_iter().collect();
    assert!(addresses.contains("https://record.example/site/hearings/calendar/"));
    assert_eq!(all(&files, "sitemap.xml", "lastmod"), ["2021-06-02"]);
    let line = "<url><loc>https://record.example/site/dossiers/story/</loc><lastmod>2021-06-02</lastmod></url>";
    assert!(text(&files, "sitemap.xml").contains(line));
}

#[test]
fn no_page_can_take_the_address_of_a_feed_or_calendar() {
    use dossier::foundation::date::Moment;
    use dossier::pipeline::{Options, Pipeline};
    use dossier::source::tree::SourceTree;
    for address in [
        "/cases/store/feed.xml",
        "/people/x/feed.xml",
        "/cases/store/calendar.ics",
        "/calendar.ics",
        "/hearings/calendar/",
    ] {
        let page = format!("---\ntitle: Page\nredirect_from: {address}\n---\n");
        let tree = SourceTree::from_texts([("dossier.toml", CONFIG), ("content/page.md", page.as_str())]);
        let built = Pipeline::default().build(&tree, &Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap()));
        let codes: Vec<_> = built.diagnostics.iter().map(|found| found.code.name()).collect();
        assert_eq!(codes, ["address-taken"], "{address}");
    }
}
