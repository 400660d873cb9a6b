//! A site with one text in every position in which an author can write one. Knows the positions, not the texts.

use std::collections::BTreeSet;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Severity;
use dossier::foundation::output_file::MediaType;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

/// A page of a finished site: the position of the text on it, the path, and the HTML.
pub struct Page {
    pub position: String,
    pub path: String,
    pub html: String,
}

/// A position, and the site's files with the text in it: Markdown as it is, YAML in quotes.
type Position = (&'static str, fn(&str) -> Vec<(String, String)>);

/// A PNG of one pixel. Written with the `png` crate for this test.
fn png() -> Vec<u8> {
    let mut out = Vec::new();
    png::Encoder::new(&mut out, 1, 1).write_header().unwrap().write_image_data(&[7]).unwrap();
    out
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn one(path: &str, text: String) -> Vec<(String, String)> {
    vec![(path.to_owned(), text)]
}

/// A page whose body is `body`.
fn about(body: &str) -> Vec<(String, String)> {
    one("content/about.md", format!("---\ntitle: About\n---\n{body}\n"))
}

/// A person with these lines in the front matter.
fn person(lines: &str) -> Vec<(String, String)> {
    one("content/people/other.md", format!("---\n{lines}\n---\nWords of [[Good Person]].\n"))
}

fn statement(head: &str, lines: &str, words: &str) -> Vec<(String, String)> {
    let text = format!(
        "---\ntitle: First\ndate: 2025-02-03\n---\n> [!testimony] {head} ^s1\n> status: alleged\n> about: [[good]]\n{lines}>\n> {words}\n"
    );
    one("content/hearings/first.md", text)
}

pub const POSITIONS: &[Position] = &[
    ("running text", |x| about(x)),
    ("text between words", |x| about(&format!("Before {x} behind."))),
    ("heading", |x| about(&format!("## {x}\n\nWords.\n\n## Other\n\nWords.\n\n### {x}\n\nWords."))),
    ("heading with an id", |x| about(&format!("## Words {{#{x}}}\n\nWords [x](#{x})."))),
    ("label of an outside link", |x| about(&format!("See [{x}](https://example.org/)."))),
    ("title of an outside link", |x| about(&format!("See [x](https://example.org/ \"{x}\")."))),
    ("address", |x| about(&format!("See [x]({x})."))),
    ("address in angle brackets", |x| about(&format!("See [x](<{x}>) and <{x}>."))),
    ("address behind a host", |x| about(&format!("See [x](<https://example.org/{x}>)."))),
    ("definition of an address", |x| about(&format!("See [x][y].\n\n[y]: <{x}> \"{x}\""))),
    ("description of a picture", |x| about(&format!("A ![{x}](gate.png) in text\n\n![{x}](gate.png)"))),
    ("title of a picture", |x| about(&format!("![x](gate.png \"{x}\")"))),
    ("caption of a picture", |x| about(&format!("![[gate.png|{x}]]"))),
    ("name of a file", |x| about(&format!("![x](<{x}.png>) [[{x}.pdf]]"))),
    ("words of a link to a page", |x| about(&format!("See [[Good Person|{x}]]."))),
    ("name in a link to a page", |x| about(&format!("See [[{x}]] and [[person:{x}]]."))),
    ("part of a page", |x| about(&format!("See [[Good Person#{x}]] and [[#^{x}]]."))),
    ("embed", |x| about(&format!("![[{x}]]\n\n![[Good Person#{x}]]"))),
    ("language of code", |x| about(&format!("```{x}\na\n```\n\n~~~{x}\nb\n~~~"))),
    ("code", |x| about(&format!("```rust\n{x}\n```\n\n`` {x} `` and\n\n    {x}"))),
    ("type of a callout", |x| about(&format!("> [!{x}] Title\n> Words.\n\n> [!note]{x}\n> Words."))),
    ("title of a callout", |x| about(&format!("> [!note] {x}\n> Words.\n\n> [!note]- {x}\n> {x}"))),
    ("cell of a table", |x| about(&format!("| a | b |\n|---|---|\n| {x} | x |"))),
    ("alignment of a table", |x| about(&format!("| a | b |\n|:{x}:|---|\n| x | x |"))),
    ("name of a footnote", |x| about(&format!("Words[^{x}] and[^1].\n\n[^{x}]: Note.\n\n[^1]: {x}"))),
    ("id of a block", |x| about(&format!("Words. ^{x}\n\nWords. ^b-{x}"))),
    ("citation", |x| about(&format!("Words [@{x}] [@good-report, p. {x}]."))),
    ("list", |x| about(&format!("- {x}\n- [ ] {x}\n\n1. {x}\n\nTerm\n: {x}"))),
    ("comment", |x| about(&format!("Words %%{x}%% words <!-- {x} -->."))),
    ("title of a page", |x| one("content/about.md", format!("---\ntitle: {}\n---\nWords.\n", quoted(x)))),
    ("name of a person", |x| person(&format!("name: {}", quoted(x)))),
    ("alias", |x| person(&format!("name: Other\naliases: [{}]", quoted(x)))),
    ("label of a person", |x| person(&format!("label: {}\nwithheld: {{how: by-us, why: safety}}", quoted(x)))),
    ("summary", |x| person(&format!("name: Other\nsummary: {}", quoted(x)))),
    ("tags", |x| person(&format!("name: Other\ntags: [{}]", quoted(x)))),
    ("sort key", |x| person(&format!("name: Other\nsort_as: {}", quoted(x)))),
    ("language", |x| person(&format!("name: Other\nlang: {}", quoted(x)))),
    ("identifier", |x| person(&format!("name: Other\nid: {0}\nsame_as: [{0}]", quoted(x)))),
    ("earlier address", |x| person(&format!("name: Other\nredirect_from: [{}]", quoted(x)))),
    ("site's own field", |x| person(&format!("name: Other\nextra: {{{0}: {0}}}", quoted(x)))),
    ("correction", |x| {
        let x = quoted(x);
        person(&format!("name: Other\ncorrections:\n  - {{date: 2025-02-03, what: {x}, was: {x}, now: {x}}}"))
    }),
    ("reply", |x| {
        let x = quoted(x);
        person(&format!("name: Other\nreplies:\n  - {{from: {x}, date: 2025-02-03, text: {x}}}"))
    }),
    ("role of a party", |x| {
        let who = "{who: \"[[good]]\", role: ROLE, stage: charged, as_of: 2025-02-03, source: \"[[good-report]]\"}";
        one(
            "content/cases/case.md",
            format!("---\ntitle: Case\nparties:\n  - {}\n---\n", who.replace("ROLE", &quoted(x))),
        )
    }),
    ("number of a hearing", |x| {
        one("content/hearings/first.md", format!("---\ntitle: First\nnumber: {}\n---\n", quoted(x)))
    }),
    ("facts of a source", |x| {
        let (y, x) = (quoted(&format!("https://example.org/{x}")), quoted(x));
        let lines =
            format!("title: {x}\nauthor: [{x}]\npublisher: {x}\ntype: {x}\nurl: {y}\narchived: {y}\naccessed: {x}");
        one("content/sources/report.md", format!("---\n{lines}\n---\nWords.\n"))
    }),
    ("facts of an event", |x| {
        let x = quoted(x);
        let counts = format!("[{{what: {x}, who: {x}, value: 3, words: {x}, source: \"[[good-report]]\"}}]");
        one(
            "content/events/event.md",
            format!("---\ntitle: Event\ndate: 2025-02-03\ntype: {x}\ncounts: {counts}\n---\n"),
        )
    }),
    ("words of a statement", |x| statement("[[Good Person]]", "", x)),
    ("quote of a statement", |x| statement("[[Good Person]]", "", &format!("Words.\n>\n> > {x}"))),
    ("speaker of a statement", |x| statement(&format!("[[Good Person|{x}]]"), "", "Words.")),
    ("via of a statement", |x| statement("[[Good Person]]", &format!("> via: [[good-report|{x}]]\n"), "Words.")),
    ("field of a statement", |x| statement("[[Good Person]]", &format!("> {x}: {x}\n> date: {x}\n"), "Words.")),
    ("id of a statement", |x| {
        let text = "---\ntitle: First\n---\n> [!testimony] [[Good Person]] ^ID\n> status: alleged\n>\n> Words.\n";
        one("content/hearings/first.md", text.replace("ID", x))
    }),
    ("title of the site", |x| one("dossier.toml", format!("title = {}\n", toml_text(x)))),
    ("role of the site", |x| {
        let config = format!("title = \"Records\"\n[roles]\nwatchers = {}\n", toml_text(x));
        let hearing = "---\ntitle: First\nwatchers: \"[[Good Person]]\"\n---\n";
        vec![("dossier.toml".to_owned(), config), ("content/hearings/first.md".to_owned(), hearing.to_owned())]
    }),
];

fn toml_text(text: &str) -> String {
    quoted(text).replace('\u{7f}', "\\u007f")
}

/// The pages of sites with `text` at every position, and at how many positions it stands without an error.
pub fn pages(pipeline: &mut Pipeline, text: &str) -> (Vec<Page>, usize) {
    let files: Vec<(usize, Vec<(String, String)>)> =
        POSITIONS.iter().enumerate().map(|(number, (_, files))| (number, files(text))).collect();
    let (of_sites, of_pages): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(_, files)| files.iter().any(|(path, _)| path == "dossier.toml"));
    let mut pages = Vec::new();
    let mut clean = build(pipeline, &of_pages, &mut pages);
    for position in of_sites {
        clean += build(pipeline, &[position], &mut pages);
    }
    (pages, clean)
}

/// Builds one site with these positions; gives how many of them have no error.
fn build(pipeline: &mut Pipeline, positions: &[(usize, Vec<(String, String)>)], pages: &mut Vec<Page>) -> usize {
    let mut tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Records\"\nbase_url = \"https://records.example/\"\n"),
        ("content/people/good.md", "---\nname: Good Person\n---\nWords.\n"),
        ("content/sources/good-report.md", "---\ntitle: Good report\ntype: article\npublished: 2025-02-03\n---\n"),
    ]);
    tree.insert(SourceFile::bytes("content/gate.png", &png()));
    let mut owners = Vec::new();
    for (number, files) in positions {
        for (path, text) in files {
            let own = match path.rsplit_once('/') {
                Some((folder, _)) => format!("{folder}/{}.md", stem(*number)),
                None => path.clone(),
            };
            let file = SourceFile::text(&own, text);
            owners.push((*number, file.id));
            tree.insert(file);
        }
    }
    let built = pipeline.build(&tree, &Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap()));
    // With errors nothing is written, but the preview may show it: it must be harmless all the same.
    let html = built.value.files.iter().filter(|file| file.media_type == MediaType::HTML);
    pages.extend(html.map(|file| {
        let path = file.route.output_path();
        let numbers = positions.iter().map(|(number, _)| *number);
        let position = match positions {
            [(number, _)] => Some(*number),
            _ => numbers.into_iter().find(|number| path.split('/').any(|part| part == stem(*number))),
        };
        let position = position.map_or("a list of pages", |number| POSITIONS[number].0);
        Page { position: position.to_owned(), path, html: String::from_utf8(file.bytes.to_vec()).unwrap() }
    }));
    let wrong: BTreeSet<usize> = built
        .diagnostics
        .iter()
        .filter(|found| found.severity() == Severity::Error)
        .flat_map(|found| owners.iter().filter(|(_, file)| *file == found.span.file))
        .map(|(number, _)| *number)
        .collect();
    positions.len() - wrong.len()
}

/// The name of the file at a position.
fn stem(number: usize) -> String {
    format!("p{number}")
}
