//! A small record to try things on: four people, papers that retell one agency, papers of their own, and what a page says.

use std::fmt::Write as _;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

/// A site with people, two papers that retell one agency, two of their own, and a hearing with this text. Can has replied.
pub fn site(hearing: &str) -> SourceTree {
    let mut tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Record\"\n"),
        ("content/cases/fire.md", "---\ntitle: Fire case\n---\n"),
        ("content/people/ada.md", "---\nname: Ada\n---\n"),
        ("content/people/bora.md", "---\nname: Bora\n---\n"),
        ("content/people/can.md", "---\nname: Can\nreplies:\n  - {from: Can, date: 2021-01-01, text: No.}\n---\n"),
        ("content/people/derya.md", "---\nname: Derya\n---\n"),
        ("content/sources/agency.md", "---\ntitle: Agency\nseen: false\n---\n"),
        ("content/sources/daily.md", "---\ntitle: Daily\nderived_from: \"[[Agency]]\"\n---\n"),
        ("content/sources/weekly.md", "---\ntitle: Weekly\nderived_from: \"[[Agency]]\"\n---\n"),
        ("content/sources/monthly.md", "---\ntitle: Monthly\n---\n"),
        ("content/sources/yearly.md", "---\ntitle: Yearly\n---\n"),
    ]);
    add_hearing(&mut tree, "one", "", hearing);
    tree
}

/// Adds a hearing with these lines in its front matter.
pub fn add_hearing(tree: &mut SourceTree, id: &str, lines: &str, text: &str) {
    let text = format!("---\ntitle: Hearing {id}\ncase: \"[[Fire case]]\"\n{lines}---\n\n{text}");
    tree.insert(SourceFile::text(&format!("content/hearings/{id}.md"), &text));
}

/// Adds or replaces a document that has front matter alone.
pub fn put(tree: &mut SourceTree, path: &str, lines: &str) {
    tree.insert(SourceFile::text(&format!("content/{path}.md"), &format!("---\n{lines}---\n")));
}

/// A statement with these lines in its head.
pub fn statement(speaker: &str, id: &str, lines: &[&str]) -> String {
    let mut text = format!("> [!testimony] {speaker} ^{id}\n");
    for line in lines {
        writeln!(text, "> {line}").unwrap();
    }
    text + ">\n> Words.\n\n"
}

/// The page at `address`.
pub fn page(tree: &SourceTree, address: &str) -> String {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(tree, &options);
    assert_eq!(built.diagnostics, []);
    let page = built.value.files.iter().find(|file| file.route.to_string() == address).unwrap();
    String::from_utf8(page.bytes.to_vec()).unwrap()
}

/// All that the page at `address` says by itself in paragraphs and lists of this class, in order, without markup.
pub fn page_says(tree: &SourceTree, address: &str, class: &str) -> Vec<String> {
    let html = page(tree, address);
    let start = format!("class=\"{class}\">");
    let parts = html.split(&start).skip(1);
    parts.map(|part| text(part.split("</p>").next().unwrap().split("</ul>").next().unwrap())).collect()
}

/// The same for the page of the first hearing.
pub fn says(tree: &SourceTree, class: &str) -> Vec<String> {
    page_says(tree, "/hearings/one/", class)
}

/// What follows from the record, as the page at `address` says it, line by line.
pub fn follows(tree: &SourceTree, address: &str) -> Vec<String> {
    let html = page(tree, address);
    let Some((_, section)) = html.split_once("id=\"what-follows\">") else { return Vec::new() };
    let section = section.split("</section>").next().unwrap();
    let lines = section.split(['\n']).filter(|line| line.starts_with("<li>") || line.starts_with("<p"));
    lines.map(text).collect()
}

/// `html` without its tags, white space made single.
pub fn text(html: &str) -> String {
    let words = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
