//! Small sites from Markdown to HTML: what templates are given by the stages before them.

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;

const SETTINGS: (&str, &str) = ("dossier.toml", "title = \"Record\"\n");
const CASE: (&str, &str) = ("content/cases/fire.md", "---\ntitle: Fire case\n---\n");
const RETELLING: (&str, &str) =
    ("content/sources/daily.md", "---\ntitle: Daily\nderived_from: [\"[[agency]]\"]\n---\n");
const ORIGIN: (&str, &str) = ("content/sources/agency.md", "---\ntitle: Agency\nseen: false\n---\n");
const PERSON: (&str, &str) = ("content/people/deniz.md", "---\nname: Deniz Örnek\n---\n");
const HEARING: (&str, &str) = (
    "content/hearings/one.md",
    "---\ntitle: 1st hearing\ncase: \"[[fire]]\"\nstatus: held\n---\n\n\
     > [!testimony] [[Deniz Örnek]] ^s1\n> status: alleged\n> via: [[daily]]\n>\n> Says that [[Deniz Örnek|she]] saw the gate.\n>\n> More.\n\n\
     > [!act] [[Deniz Örnek]] ^s2\n> status: reported\n> via: [[daily]]\n>\n> Left the room.\n",
);

/// The hearing's page of a site with these files.
fn hearing(files: &[(&str, &str)]) -> String {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(&SourceTree::from_texts(files.iter().copied()), &options);
    assert_eq!(built.diagnostics, [], "{files:?}");
    let page = built.value.files.into_iter().find(|file| file.route.to_string() == "/hearings/one/").unwrap();
    String::from_utf8(page.bytes.to_vec()).unwrap()
}

#[test]
fn a_hearing_says_on_what_its_statements_rest() {
    let html = hearing(&[SETTINGS, CASE, RETELLING, ORIGIN, PERSON, HEARING]);
    let said = html.split("<p class=\"rests-on\">").nth(1).unwrap().split("</p>").next().unwrap();
    assert_eq!(
        said,
        "All 2 statements here rest on one source, <a href=\"../../sources/daily/index.html\" dir=\"auto\">Daily</a>. \
         Its origin, <a href=\"../../sources/agency/index.html\" dir=\"auto\">Agency</a>, was <strong>not seen</strong>."
    );
}

#[test]
fn a_source_that_retells_none_is_no_origin_and_a_seen_one_is_said_to_be_where_it_goes_back_to() {
    let alone = ("content/sources/daily.md", "---\ntitle: Daily\n---\n");
    let html = hearing(&[SETTINGS, CASE, alone, PERSON, HEARING]);
    assert!(html.contains("rest on one source, ") && !html.contains("origin") && !html.contains("goes back"), "{html}");
    let seen = ("content/sources/agency.md", "---\ntitle: Agency\n---\n");
    assert!(hearing(&[SETTINGS, CASE, RETELLING, seen, PERSON, HEARING]).contains("It goes back to <a"));
}

#[test]
fn where_a_source_is_not_published_nothing_is_counted() {
    let draft = ("content/sources/daily.md", "---\ntitle: Daily\ndraft: true\nderived_from: [\"[[agency]]\"]\n---\n");
    let html = hearing(&[SETTINGS, CASE, draft, ORIGIN, PERSON, HEARING]);
    assert!(!html.contains("rests-on") && !html.contains("Daily"), "{html}");
    let hidden = ("content/sources/agency.md", "---\ntitle: Agency\ndraft: true\n---\n");
    let html = hearing(&[SETTINGS, CASE, RETELLING, hidden, PERSON, HEARING]);
    assert!(html.contains("rest on one source") && !html.contains("Agency") && !html.contains("origin"), "{html}");
}

#[test]
fn sources_that_retell_each_other_have_no_origin() {
    let circle = ("content/sources/agency.md", "---\ntitle: Agency\nderived_from: [\"[[daily]]\"]\n---\n");
    let html = hearing(&[SETTINGS, CASE, RETELLING, circle, PERSON, HEARING]);
    assert!(html.contains("rest on one source") && !html.contains("origin"), "{html}");
}

#[test]
fn the_table_shows_the_first_paragraph_without_markup() {
    let html = hearing(&[SETTINGS, CASE, RETELLING, ORIGIN, PERSON, HEARING]);
    let row = html.split("<td role=\"cell\">").nth(2).unwrap();
    assert!(row.contains("<p dir=\"auto\">Says that she saw the gate.</p>"), "{row}");
    assert!(!row.split("</tr>").next().unwrap().contains("More."), "{row}");
}
