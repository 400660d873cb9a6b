//! What follows from statements, in the words that readers get: on which origins a statement rests, who has not replied,
//! who is at odds with whom.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

/// A site with people, two papers that retell one agency, and a third of its own.
fn site(hearing: &str) -> SourceTree {
    let mut tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Record\"\n"),
        ("content/people/ada.md", "---\nname: Ada\n---\n"),
        ("content/people/bora.md", "---\nname: Bora\n---\n"),
        ("content/people/can.md", "---\nname: Can\nreplies:\n  - {from: Can, date: 2021-01-01, text: No.}\n---\n"),
        ("content/sources/agency.md", "---\ntitle: Agency\nseen: false\n---\n"),
        ("content/sources/daily.md", "---\ntitle: Daily\nderived_from: \"[[Agency]]\"\n---\n"),
        ("content/sources/weekly.md", "---\ntitle: Weekly\nderived_from: \"[[Agency]]\"\n---\n"),
        ("content/sources/monthly.md", "---\ntitle: Monthly\n---\n"),
    ]);
    tree.insert(SourceFile::text("content/hearings/one.md", &format!("---\ntitle: One\n---\n\n{hearing}")));
    tree
}

/// A statement with these lines in its head.
fn statement(speaker: &str, id: &str, lines: &[&str]) -> String {
    let mut text = format!("> [!testimony] {speaker} ^{id}\n");
    for line in lines {
        writeln!(text, "> {line}").unwrap();
    }
    text + ">\n> Words.\n\n"
}

/// All that the page of the hearing says by itself in elements of this class, in order, without markup.
fn says(tree: &SourceTree, class: &str) -> Vec<String> {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(tree, &options);
    assert_eq!(built.diagnostics, []);
    let page = built.value.files.into_iter().find(|file| file.route.to_string() == "/hearings/one/").unwrap();
    let html = String::from_utf8(page.bytes.to_vec()).unwrap();
    let start = format!("class=\"{class}\">");
    html.split(&start)
        .skip(1)
        .map(|part| text(part.split("</p>").next().unwrap().split("</ul>").next().unwrap()))
        .collect()
}

/// `html` without its tags, white space made single.
fn text(html: &str) -> String {
    let words = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn two_papers_that_retell_one_agency_are_one_origin() {
    let tree = site(&statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]], [[Weekly]]"]));
    assert_eq!(says(&tree, "support"), ["Rests on one origin: Agency (not seen)."]);
}

#[test]
fn two_reports_of_their_own_are_two_origins() {
    let tree = site(&statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]], [[Monthly]]"]));
    assert_eq!(says(&tree, "support"), ["Corroborated by independent origins: Agency (not seen), Monthly."]);
}

#[test]
fn one_report_of_its_own_says_nothing_more() {
    let tree = site(&statement("[[Ada]]", "s1", &["status: reported", "via: [[Monthly]]"]));
    assert_eq!(says(&tree, "support"), [""; 0]);
}

#[test]
fn another_who_says_the_same_on_another_report_corroborates_both() {
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let second = statement("[[Bora]]", "s2", &["status: reported", "via: [[Monthly]]", "repeats: [[#^s1]]"]);
    assert_eq!(
        says(&site(&(first + &second)), "support"),
        [
            "Corroborated by independent origins: Agency (not seen); and, through statements of others, Monthly.",
            "Corroborated by independent origins: Monthly; and, through statements of others, Agency (not seen).",
        ]
    );
}

#[test]
fn who_supports_is_not_supported_by_that() {
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let second = statement("[[Bora]]", "s2", &["status: reported", "via: [[Monthly]]", "supports: [[#^s1]]"]);
    assert_eq!(
        says(&site(&(first + &second)), "support"),
        ["Corroborated by independent origins: Agency (not seen); and, through statements of others, Monthly."]
    );
}

#[test]
fn neither_the_same_voice_nor_what_is_retracted_corroborates() {
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let again = statement("[[Ada]]", "s2", &["status: reported", "via: [[Monthly]]", "repeats: [[#^s1]]"]);
    let retracted = statement("[[Bora]]", "s3", &["status: retracted", "via: [[Monthly]]", "supports: [[#^s1]]"]);
    assert_eq!(says(&site(&(first + &again + &retracted)), "support"), ["Rests on one origin: Agency (not seen)."]);
}

#[test]
fn of_an_origin_that_is_not_published_nothing_is_said() {
    let mut tree = site(&statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]], [[Monthly]]"]));
    tree.insert(SourceFile::text("content/sources/agency.md", "---\ntitle: Agency\ndraft: true\n---\n"));
    assert_eq!(says(&tree, "support"), [""; 0]);
}

#[test]
fn who_has_not_replied_to_an_allegation_is_named_and_who_has_is_not() {
    let about = "about: [[Ada]], [[Bora]], [[Can]]";
    let tree = site(&statement("[[Ada]]", "s1", &[about, "status: alleged", "via: [[Monthly]]"]));
    assert_eq!(says(&tree, "support"), ["No reply is on file of Bora."]);
    let tree = site(&statement("[[Ada]]", "s1", &[about, "status: reported", "via: [[Monthly]]"]));
    assert_eq!(says(&tree, "support"), [""; 0]);
}

#[test]
fn contradictions_are_told_on_the_hearing_once() {
    let first = statement("[[Ada]]", "s1", &["about: [[Can]]", "status: alleged"]);
    let turned = statement("[[Ada]]", "s2", &["about: [[Can]]", "status: alleged", "contradicts: [[#^s1]]"]);
    let other = statement("unattributed", "s3", &["about: [[Can]]", "status: alleged", "contradicts: [[#^s2]]"]);
    assert_eq!(
        says(&site(&(first + &turned + &other)), "disagreements"),
        ["Ada is at odds with their own words: statement 2 contradicts statement 1. \
          Two accounts of Can: statement 3 (not attributed by its source) contradicts statement 2 (Ada)."]
    );
}

#[test]
fn a_chain_of_retelling_can_be_very_long() {
    let mut tree = site(&statement("[[Ada]]", "s1", &["status: reported", "via: [[source-0]]"]));
    for number in 0..3_000 {
        let text = format!("---\ntitle: Source {number}\nderived_from: \"[[source-{}]]\"\n---\n", number + 1);
        tree.insert(SourceFile::text(&format!("content/sources/source-{number}.md"), &text));
    }
    tree.insert(SourceFile::text("content/sources/source-3000.md", "---\ntitle: The first source\n---\n"));
    assert_eq!(says(&tree, "support"), ["Rests on one origin: The first source."]);
}
