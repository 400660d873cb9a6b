//! The links of a site under edits, as the preview follows them: what an edit leaves as it was is not linked anew, and the site is that of a
//! clean build all the same. Every document says something of others in each way that there is.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::fmt::Write as _;

use dossier::foundation::date::Moment;
use dossier::foundation::output_file::OutputFile;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use proptest::prelude::*;

const CONFIG: &str = "title = \"A record\"\nbase_url = \"https://example.org/\"\nlanguages = [\"tr\"]\n";
const CASE: [(&str, &str); 2] = [
    ("content/cases/bridge.md", "---\ntitle: The bridge\n---\n"),
    ("content/cases/bridge.tr.md", "---\ntitle: Köprü\n---\n[[derya]], [[weekly|haftalık]] ve [[two]].\n"),
];
const PEOPLE: [&str; 4] = ["ada", "bora", "can", "derya"];
const SOURCES: [&str; 3] = ["daily", "weekly", "yearly"];
const HEARINGS: [&str; 3] = ["one", "two", "three"];

/// A document, from numbers each of which decides one thing.
fn document(path: &str, choices: &[usize; 8]) -> String {
    let [called, alias, other, standing, form, linked, lines, part] = *choices;
    let mut text = String::from("---\n");
    let (folder, name) = path.trim_end_matches(".md").rsplit_once('/').unwrap();
    let person = |number: usize| PEOPLE[number % PEOPLE.len()];
    let source = |number: usize| SOURCES[number % SOURCES.len()];
    let hearing = |number: usize| HEARINGS[number % HEARINGS.len()];
    let title = match called % 4 {
        0 => "Deniz Kurt".to_owned(),
        1 => format!("{name} Aydın"),
        _ => format!("Title of {name}"),
    };
    writeln!(text, "{}: {title}", if folder.ends_with("people") { "name" } else { "title" }).unwrap();
    if alias % 3 == 0 {
        writeln!(text, "aliases: [\"{name} {}\", \"{}\"]", other % 2, person(other)).unwrap();
    }
    if standing % 7 == 0 {
        text.push_str("draft: true\n");
    }
    match folder {
        "content/people" if form % 5 == 0 => text.push_str("page: false\n"),
        "content/people" if form % 5 == 1 => {
            text.push_str("replies:\n  - {from: Counsel, date: 2020-01-01, text: \"No.\"}\n");
        }
        "content/sources" if form % 2 == 0 => writeln!(text, "derived_from: [\"[[{}]]\"]", source(linked)).unwrap(),
        "content/sources" if form % 3 == 0 => text.push_str("unseen: true\n"),
        "content/hearings" => {
            writeln!(text, "case: \"[[bridge]]\"\nnumber: {}\nwitnesses: [\"[[{}]]\"]", form % 3, person(linked))
                .unwrap();
        }
        _ => {}
    }
    text.push_str("---\n");
    for line in 0..lines % 3 {
        writeln!(
            text,
            "\nLine {line}, on [[{}]] and [[{}|her]], [[{}#^s1]].",
            person(part),
            source(part),
            hearing(part)
        )
        .unwrap();
    }
    writeln!(text, "\n## Heading {}\n", part % 2).unwrap();
    match part % 6 {
        0 => writeln!(text, "![[{}#^s1]]", hearing(lines)).unwrap(),
        1 => writeln!(text, "![[{}#Heading 1]]", person(lines)).unwrap(),
        2 => writeln!(text, "See [[{}#Heading 0]] [@{}].", hearing(lines), source(lines)).unwrap(),
        _ => text.push_str("Nothing.\n"),
    }
    if folder == "content/hearings" {
        for (number, relation) in [(1, other), (2, linked)] {
            let status = ["alleged", "reported", "retracted", "no standing"][(standing + number) % 4];
            write!(
                text,
                "\n> [!testimony] [[{}]] ^s{number}\n> about: [[{}]], [[{}]]\n> status: {status}\n> via: [[{}]]\n",
                person(called + number),
                person(alias),
                person(relation),
                source(lines)
            )
            .unwrap();
            let relations = ["contradicts", "denies", "supports", "repeats", "corrects"];
            if relation % 6 < relations.len() {
                let does = relations[relation % 6];
                writeln!(text, "> {does}: [[{}#^s{}]]", hearing(relation + form), 1 + part % 2).unwrap();
            }
            text.push_str(">\n> Said so.\n");
        }
    }
    text
}

/// The documents of the site.
fn paths() -> Vec<String> {
    let in_folder = |folder: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("content/{folder}/{name}.md")).collect()
    };
    [in_folder("people", &PEOPLE), in_folder("sources", &SOURCES), in_folder("hearings", &HEARINGS)].concat()
}

/// The path of a document called `name` in the folder of `path`.
fn beside(path: &str, name: &str) -> String {
    format!("{}/{name}.md", path.rsplit_once('/').unwrap().0)
}

fn options(now: i64) -> Options {
    Options::at(Moment::from_unix(now).unwrap())
}

/// The addresses of files that are not in both with the same bytes.
fn different(one: &[OutputFile], other: &[OutputFile]) -> Vec<String> {
    let missing = |from: &[OutputFile], of: &[OutputFile]| -> Vec<String> {
        of.iter().filter(|file| !from.contains(file)).map(|file| file.route.to_string()).collect()
    };
    if one == other { Vec::new() } else { [missing(one, other), missing(other, one)].concat() }
}

#[derive(Debug, Clone)]
enum Edit {
    /// A document in other words.
    Write(usize, [usize; 8]),
    /// One choice of a document made otherwise.
    Change(usize, usize, usize),
    Remove(usize),
    /// Words at the end.
    Append(usize, String),
    /// A document under another name, which is also its address.
    Move(usize, String),
    /// One more document that says the same as another.
    Copy(usize, String),
}

fn edit() -> impl Strategy<Value = Edit> {
    let (page, choice) = (0..paths().len(), 0..30_usize);
    prop_oneof![
        1 => (page.clone(), prop::array::uniform8(choice.clone())).prop_map(|(page, choices)| Edit::Write(page, choices)),
        4 => (page.clone(), 0..8_usize, choice).prop_map(|(page, at, to)| Edit::Change(page, at, to)),
        1 => page.clone().prop_map(Edit::Remove),
        2 => (page.clone(), "[a-f]{1,2}").prop_map(|(page, name)| Edit::Move(page, name)),
        2 => (page.clone(), "[a-f]{1,2}").prop_map(|(page, name)| Edit::Copy(page, name)),
        3 => (page, "[a-zıİ ]{1,9}").prop_map(|(page, words)| Edit::Append(page, words)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_the_site_is_that_of_a_clean_build(
        first in prop::collection::vec(prop::array::uniform8(0..30_usize), 10),
        edits in prop::collection::vec(edit(), 1..16),
    ) {
        let (mut paths, mut choices) = (paths(), first);
        let mut tree = SourceTree::from_texts([("dossier.toml", CONFIG)].into_iter().chain(CASE));
        for (path, choices) in paths.iter().zip(&choices) {
            tree.insert(SourceFile::text(path, &document(path, choices)));
        }
        let mut pipeline = Pipeline::for_preview();
        let _ = pipeline.build(&tree, &options(1_600_000_000));
        for edit in edits {
            match edit {
                Edit::Write(page, other) => choices[page] = other,
                Edit::Change(page, at, to) => choices[page][at] = to,
                Edit::Remove(page) => _ = tree.remove(&paths[page]),
                Edit::Move(page, ref name) => {
                    tree.remove(&paths[page]);
                    paths[page] = beside(&paths[page], name);
                    tree.insert(SourceFile::text(&paths[page], &document(&paths[page], &choices[page])));
                }
                Edit::Copy(page, ref name) => {
                    let path = beside(&paths[page], name);
                    tree.insert(SourceFile::text(&path, &document(&path, &choices[page])));
                }
                Edit::Append(page, ref words) => {
                    let before = document(&paths[page], &choices[page]);
                    tree.insert(SourceFile::text(&paths[page], &format!("{before}\n{words}\n")));
                }
            }
            if let Edit::Write(page, _) | Edit::Change(page, ..) = edit {
                tree.insert(SourceFile::text(&paths[page], &document(&paths[page], &choices[page])));
            }
            let warm = pipeline.build(&tree, &options(1_600_000_000));
            let clean = Pipeline::default().build(&tree, &options(1_600_000_000));
            prop_assert_eq!(&warm.diagnostics, &clean.diagnostics, "{:?}", edit);
            prop_assert_eq!(different(&warm.value.files, &clean.value.files), [""; 0], "{:?}", edit);
            prop_assert_eq!(warm.value.taken_out.names, clean.value.taken_out.names);
        }
    }
}

#[test]
fn the_script_reaches_what_it_is_about() {
    // A script whose sites are all refused, or link nothing, would show nothing.
    let texts: Vec<(String, String)> = paths()
        .into_iter()
        .enumerate()
        .map(|(number, path)| {
            let text = document(&path, &[2, 1, 3, 1, 1, 4 - number % 2, 1, 5]);
            (path, text)
        })
        .collect();
    let files = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let tree = SourceTree::from_texts(files.chain([("dossier.toml", CONFIG)]).chain(CASE));
    let built = Pipeline::for_preview().build(&tree, &options(1_600_000_000));
    let page = built.value.files.iter().find(|file| file.route.output_path() == "hearings/one/index.html").unwrap();
    let html = String::from_utf8_lossy(&page.bytes);
    for part in ["href=\"../../people/", "href=\"../../sources/", "statement"] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn an_embargo_that_ends_is_noticed_though_no_file_changed() {
    let text = "---\nname: Ada\npublish_after: 2020-09-13T12:00:00+03:00\n---\n";
    let other = "---\nname: Bora\n---\nWith [[ada|her]].\n";
    let tree = SourceTree::from_texts([
        ("dossier.toml", CONFIG),
        ("content/people/ada.md", text),
        ("content/people/bora.md", other),
    ]);
    let mut pipeline = Pipeline::for_preview();
    let has_ada = |pipeline: &mut Pipeline, now| {
        let built = pipeline.build(&tree, &options(now)).value;
        assert!(built.files == Pipeline::default().build(&tree, &options(now)).value.files);
        built.files.iter().any(|file| file.route.output_path() == "people/ada/index.html")
    };
    let end = 1_599_987_600;
    assert!(!has_ada(&mut pipeline, end - 1));
    assert!(has_ada(&mut pipeline, end + 1));
    assert!(!has_ada(&mut pipeline, end - 1), "the clock was set back");
}
