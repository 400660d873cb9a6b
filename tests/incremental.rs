//! Edits to a site, and how much of it is made anew. Every warm build must equal a clean one, byte for byte.
#![allow(clippy::unwrap_used, reason = "a test")]

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Checked;
use dossier::foundation::output_file::OutputFile;
use dossier::pipeline::{Built, Counts, Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use proptest::prelude::*;

const CONFIG: &str = "title = \"Three hearings\"\nbase_url = \"https://example.org/\"\n";
const KURT: &str = "---\nname: Deniz Kurt\n---\nA teacher.\n";
const ACAR: &str = "---\nname: Leyla Acar\n---\nA lawyer. She works with [[Deniz Kurt]].\n";
const CASE: &str = "---\ntitle: The bridge case\nlawyers: [\"[[Leyla Acar]]\"]\n---\nThe case.\n";
const HEARING: &str = "---\ntitle: First hearing\ncase: \"[[The bridge case]]\"\nnumber: 1\ndate: 2020-05-04\n\
                       witnesses: [\"[[Deniz Kurt]]\"]\n---\nThe court sat for an hour.\n";
const ABOUT: &str = "---\ntitle: About\n---\nWho we are.\n";

fn site() -> SourceTree {
    SourceTree::from_texts([
        ("dossier.toml", CONFIG),
        ("content/people/kurt.md", KURT),
        ("content/people/acar.md", ACAR),
        ("content/cases/bridge.md", CASE),
        ("content/hearings/one.md", HEARING),
        ("content/about.md", ABOUT),
    ])
}

fn options() -> Options {
    Options::at(Moment::from_unix(1_600_000_000).unwrap())
}

fn build(pipeline: &mut Pipeline, tree: &SourceTree) -> Built {
    let Checked { value, diagnostics } = pipeline.build(tree, &options());
    assert_eq!(diagnostics, []);
    value
}

/// Builds the site, makes the edit, builds again; the second build must equal a clean one.
fn after(edit: impl FnOnce(&mut SourceTree)) -> Counts {
    let mut tree = site();
    let mut pipeline = Pipeline::default();
    build(&mut pipeline, &tree);
    edit(&mut tree);
    let warm = build(&mut pipeline, &tree);
    let clean = build(&mut Pipeline::default(), &tree);
    assert_eq!(warm.files, clean.files);
    assert_eq!(warm.attachments, clean.attachments);
    warm.counts
}

fn write(tree: &mut SourceTree, path: &str, text: &str) {
    tree.insert(SourceFile::text(path, text));
}

#[test]
fn a_first_build_makes_everything() {
    let counts = build(&mut Pipeline::default(), &site()).counts;
    // Five documents, indexes of people, cases and hearings, hearings to come, home, timeline, not-named, corrections, data, search, all pages, 404.
    assert_eq!(counts, Counts { parsed: 5, pages: 21, rendered: 21 });
}

#[test]
fn nothing_changed_makes_nothing() {
    assert_eq!(after(|_| {}), Counts { parsed: 0, pages: 21, rendered: 0 });
}

#[test]
fn an_edit_of_a_body_makes_one_page() {
    let counts =
        after(|tree| write(tree, "content/people/kurt.md", &KURT.replace("A teacher.", "A *retired* teacher.")));
    // The page itself, and the index of people, which shows the first paragraph.
    assert_eq!(counts, Counts { parsed: 1, pages: 21, rendered: 2 });
    let counts = after(|tree| write(tree, "content/people/kurt.md", &format!("{KURT}\nMore on him.\n")));
    assert_eq!(counts, Counts { parsed: 1, pages: 21, rendered: 1 });
}

#[test]
fn an_edit_of_a_title_makes_the_pages_that_show_it() {
    let counts = after(|tree| {
        write(tree, "content/people/kurt.md", "---\nname: Deniz Kurt Aydın\naliases: [Deniz Kurt]\n---\nA teacher.\n");
    });
    // Himself, the lawyer's page and the hearing that name him, the index of people, the list of all pages, the networks of the case
    // and of the site.
    assert_eq!(counts, Counts { parsed: 1, pages: 21, rendered: 7 });
}

#[test]
fn a_new_document_makes_itself_and_what_lists_it() {
    let counts = after(|tree| write(tree, "content/people/new.md", "---\nname: Rojda Ateş\n---\nA witness.\n"));
    // Herself, the index of people, the list of all pages, and the three pages with counts: home, search and 404.
    assert_eq!(counts, Counts { parsed: 1, pages: 22, rendered: 6 });
}

#[test]
fn a_removed_document_makes_what_listed_it() {
    let counts = after(|tree| {
        tree.remove("content/about.md");
    });
    // The footer of every page lists the plain pages.
    assert_eq!(counts, Counts { parsed: 0, pages: 20, rendered: 20 });
    let counts = after(|tree| {
        tree.remove("content/hearings/one.md");
    });
    // Its case, its witness, and the pages that count or list hearings; the navigation loses a section, so everything.
    assert_eq!(counts.parsed, 0);
    assert_eq!(counts.pages, 17);
}

/// Three hearings of one case. Ada and Bora speak about Can and Derya, each on another paper.
fn record() -> SourceTree {
    let person = |name: &str| (format!("content/people/{name}.md"), format!("---\nname: {name}\n---\n"));
    let source = |name: &str| (format!("content/sources/{name}.md"), format!("---\ntitle: {name}\n---\n"));
    let hearing = |name: &str, speaker: &str, about: &str, via: &str| {
        let head = format!("---\ntitle: Hearing {name}\ncase: \"[[The bridge case]]\"\n---\n\n");
        let told =
            format!("> [!testimony] [[{speaker}]] ^s1\n> about: [[{about}]]\n> status: alleged\n> via: [[{via}]]\n");
        (format!("content/hearings/{name}.md"), format!("{head}{told}>\n> Saw the bridge.\n>\n> It was at night.\n"))
    };
    let files = [
        ("dossier.toml".to_owned(), CONFIG.to_owned()),
        ("content/cases/bridge.md".to_owned(), "---\ntitle: The bridge case\n---\n".to_owned()),
        person("Ada"),
        person("Bora"),
        person("Can"),
        person("Derya"),
        source("Daily"),
        source("Weekly"),
        hearing("one", "Ada", "Can", "Daily"),
        hearing("two", "Bora", "Can", "Weekly"),
        hearing("three", "Bora", "Derya", "Weekly"),
    ];
    files.iter().map(|(path, text)| SourceFile::text(path, text)).collect()
}

/// Replaces words of one hearing of the record and builds it again. The pages whose bytes are new, in order: these are rendered
/// and no other, and the second build equals a clean one.
fn rendered_after(hearing: &str, old: &str, new: &str) -> Vec<String> {
    let mut tree = record();
    let mut pipeline = Pipeline::default();
    let before = build(&mut pipeline, &tree);
    let path = format!("content/hearings/{hearing}.md");
    let text = tree.get(&path).and_then(SourceFile::as_text).unwrap().replace(old, new);
    write(&mut tree, &path, &text);
    let after = build(&mut pipeline, &tree);
    assert_eq!(after.files, build(&mut Pipeline::default(), &tree).files);
    let is_new = |file: &&OutputFile| !before.files.contains(file);
    let pages = after.files.iter().filter(is_new).map(|file| file.route.to_string());
    let pages: Vec<String> = pages.filter(|address| address.ends_with('/')).collect();
    assert_eq!(after.counts, Counts { parsed: 1, pages: before.counts.pages, rendered: pages.len() });
    pages
}

#[test]
fn an_edit_of_the_words_of_a_statement_makes_the_pages_that_show_it() {
    assert_eq!(
        rendered_after("one", "Saw the bridge.", "Saw the old bridge."),
        ["/hearings/one/", "/network/", "/network/cases/bridge/", "/people/ada/", "/people/can/", "/sources/daily/"]
    );
}

#[test]
fn an_edit_of_a_standing_makes_the_pages_that_show_it() {
    assert_eq!(
        rendered_after("two", "status: alleged", "status: reported"),
        ["/hearings/two/", "/network/", "/network/cases/bridge/", "/people/bora/", "/people/can/", "/sources/weekly/"]
    );
}

#[test]
fn a_new_contradiction_makes_the_pages_that_show_one_of_the_two() {
    assert_eq!(
        rendered_after("two", "status: alleged", "status: alleged\n> contradicts: [[one#^s1]]"),
        [
            "/cases/bridge/",
            "/hearings/one/",
            "/hearings/two/",
            "/people/ada/",
            "/people/bora/",
            "/people/can/",
            "/sources/daily/",
            "/sources/weekly/"
        ]
    );
}

/// An edit of the small site: which file, and what becomes of it.
#[derive(Debug, Clone)]
enum Edit {
    Body(usize, String),
    Draft(usize),
    Remove(usize),
    Restore(usize),
}

const PAGES: [(&str, &str); 5] = [
    ("content/people/kurt.md", KURT),
    ("content/people/acar.md", ACAR),
    ("content/cases/bridge.md", CASE),
    ("content/hearings/one.md", HEARING),
    ("content/about.md", ABOUT),
];

fn edit() -> impl Strategy<Value = Edit> {
    let page = 0..PAGES.len();
    prop_oneof![
        (page.clone(), "[a-z İıŞ*]{0,20}(\\[\\[Deniz Kurt\\]\\])?").prop_map(|(page, text)| Edit::Body(page, text)),
        page.clone().prop_map(Edit::Draft),
        page.clone().prop_map(Edit::Remove),
        page.prop_map(Edit::Restore),
    ]
}

fn apply(tree: &mut SourceTree, edit: &Edit) {
    match edit {
        Edit::Body(page, text) => write(tree, PAGES[*page].0, &format!("{}\n{text}\n", PAGES[*page].1)),
        Edit::Draft(page) => write(tree, PAGES[*page].0, &PAGES[*page].1.replacen("---\n", "---\ndraft: true\n", 1)),
        Edit::Remove(page) => drop(tree.remove(PAGES[*page].0)),
        Edit::Restore(page) => write(tree, PAGES[*page].0, PAGES[*page].1),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Input L104.
    #[test]
    fn every_warm_build_equals_a_clean_one(edits in prop::collection::vec(edit(), 1..8)) {
        let mut tree = site();
        let mut pipeline = Pipeline::default();
        for edit in edits {
            apply(&mut tree, &edit);
            let warm = pipeline.build(&tree, &options());
            let clean = Pipeline::default().build(&tree, &options());
            prop_assert_eq!(warm.value.files, clean.value.files);
            prop_assert_eq!(warm.diagnostics, clean.diagnostics);
        }
    }
}
