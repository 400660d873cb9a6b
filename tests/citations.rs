//! Citations in whole sites: what is made anew when a source changes, and what an embargo leaves of a citation.
#![allow(clippy::unwrap_used, reason = "a test")]

use dossier::foundation::date::Moment;
use dossier::pipeline::{Built, Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

const REPORT: &str =
    "---\ntitle: The night at the harbour\ntype: article\nauthor: [Ayşe Yılmaz]\npublished: 2021-05-03\n---\n";

fn site() -> SourceTree {
    SourceTree::from_texts([
        ("dossier.toml", "title = \"Records\"\n"),
        ("content/sources/report.md", REPORT),
        ("content/sources/minutes.md", "---\ntitle: Minutes\npublish_after: 2030-01-01T00:00Z\n---\n"),
        ("content/dossiers/a.md", "---\ntitle: A\n---\nIt burned.[@report, p. 3] Nobody came.[@minutes, p. 777]\n"),
        ("content/dossiers/b.md", "---\ntitle: B\n---\nNobody cites anything.\n"),
    ])
}

fn build(pipeline: &mut Pipeline, tree: &SourceTree, now: &str) -> Built {
    let checked = pipeline.build(tree, &Options::at(Moment::parse(now).unwrap()));
    assert_eq!(checked.diagnostics, []);
    checked.value
}

fn page(built: &Built, name: &str) -> String {
    let file = built.files.iter().find(|file| file.route.address().ends_with(name)).unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

#[test]
fn an_edit_of_a_source_makes_the_pages_that_cite_it() {
    let (mut tree, mut pipeline, now) = (site(), Pipeline::default(), "2026-01-01T00:00Z");
    build(&mut pipeline, &tree, now);
    assert_eq!(build(&mut pipeline, &tree, now).counts.rendered, 0);
    tree.insert(SourceFile::text("content/sources/report.md", &REPORT.replace("2021-05-03", "~2021-05")));
    let warm = build(&mut pipeline, &tree, now);
    // The source, the dossier that cites it, and the index of sources, which shows the date.
    assert_eq!(warm.counts.rendered, 3);
    assert!(page(&warm, "/dossiers/a/").contains("about May 2021"));
    assert_eq!(warm.files, build(&mut Pipeline::default(), &tree, now).files);
}

/// Every id stands once, also where a page shows a statement of its own again.
#[test]
fn a_statement_that_its_own_page_shows_again_has_no_second_anchors() {
    let mut tree = site();
    let said =
        "---\ntitle: C\n---\n> [!act] unattributed ^s1\n> status: alleged\n>\n> It burned.[@report]\n\n![[#^s1]]\n";
    tree.insert(SourceFile::text("content/dossiers/c.md", said));
    let html = page(&build(&mut Pipeline::default(), &tree, "2026-01-01T00:00Z"), "/dossiers/c/");
    assert_eq!(html.matches("It burned.").count(), 2, "{html}");
    assert_eq!(html.matches("id=\"citeref-1\"").count(), 1, "{html}");
}

#[test]
fn a_source_under_embargo_is_one_phrase_without_a_place_until_its_day() {
    let mut pipeline = Pipeline::default();
    let before = page(&build(&mut pipeline, &site(), "2029-12-31T00:00Z"), "/dossiers/a/");
    assert!(before.contains("a source not published here"));
    assert!(!before.contains("Minutes") && !before.contains("minutes") && !before.contains("777"));
    let after = build(&mut pipeline, &site(), "2030-01-02T00:00Z");
    assert!(page(&after, "/dossiers/a/").contains("aria-label=\"Source 2, p. 777\""));
    assert!(!page(&after, "/dossiers/a/").contains("not published here"));
    assert!(page(&after, "/sources/minutes/").contains("Nobody came."));
}
