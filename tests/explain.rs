//! `dossier explain` of a page, an address, a link or a name: whole site in, whole answer out.
#![allow(clippy::disallowed_methods, reason = "tests start the program and make folders of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const SITE: &[(&str, &str)] = &[
    (
        "dossier.toml",
        "title = \"Records\"\nbase_url = \"https://records.example/site/\"\nlanguages = [\"tr\", \"ku\"]\ntheme = \"paper\"\n",
    ),
    ("themes/paper/templates/parts/footer.html", "<footer>{{ site.title }}</footer>\n"),
    ("templates/case.html", "{% extends \"builtin/case.html\" %}\n"),
    (
        "content/people/ali-kurt.md",
        "---\nname: Ali Kurt\naliases: [Kurt]\nredirect_from: /people/a-k/\n---\n\nA driver.\n",
    ),
    ("content/people/ali-kurt.tr.md", "---\ntitle: Ali Kurt Bey\n---\n\n[[The first day]] üzerine.\n"),
    (
        "content/people/mehmet.md",
        "---\nname: Mehmet Kurt\nid: m-kurt\naliases: [Kurt]\nnot_same_as: \"[[Ali Kurt]]\"\ndraft: true # not yet\npublish_after: 2026-12-24T06:00+03:00\n---\n",
    ),
    ("content/people/watchman.md", "---\nlabel: The watchman\nwithheld:\n  how: unknown\npage: false\n---\n"),
    ("content/cases/harbour.md", "---\ntitle: The harbour case\n---\n\nAgainst [[Ali Kurt]].\n"),
    (
        "content/hearings/first.md",
        "---\ntitle: The first day\ncase: \"[[harbour]]\"\n---\n\n[[people/ali-kurt|Kurt]] spoke, and [[the watchman]] did.\n",
    ),
    ("content/hearings/first.ku.md", "---\ntitle: Roja yekem\ndraft: true\n---\n"),
    ("content/sources/minutes.md", "---\nwithdrawn:\n  date: 2026-01-02\n---\n"),
];

struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        for (path, text) in SITE {
            site.file(path, text);
        }
        site
    }

    fn file(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Both streams, and the exit code as the last line.
    fn explain(&self, words: &[&str]) -> String {
        explain(self.0.path(), words)
    }
}

fn explain(folder: &Path, words: &[&str]) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["explain", "--now", "2026-12-01T00:00:00Z"])
        .args(words)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let [out, err] = [ran.stdout, ran.stderr].map(|stream| String::from_utf8(stream).unwrap());
    format!("{out}{err}exit {}\n", ran.status.code().unwrap())
}

const ALI: &str = "\
file       content/people/ali-kurt.md
kind       person, by its folder
id         ali-kurt, by the name of its file
address    /people/ali-kurt/
template   builtin/person.html, built into the program
state      published

In other languages:
  tr  content/people/ali-kurt.tr.md stands at /tr/people/ali-kurt/ when the page is published
  ku  content/people/ali-kurt.ku.md is missing: the page stands in the site's own language only

Linked from:
  content/cases/harbour.md:5:11: case harbour, published
  content/hearings/first.md:6:3: hearing first, published
  content/people/mehmet.md:5:17: person m-kurt, draft
exit 0
";

#[test]
fn a_page_is_told_by_its_path_its_address_its_id_and_its_title() {
    let site = Site::new();
    for word in [
        "content/people/ali-kurt.md",
        "./content/people/ali-kurt.md",
        "people/ali-kurt.md",
        "content/people/ali-kurt.tr.md",
        "/people/ali-kurt/",
        "/tr/people/ali-kurt/#s1",
        // A further part of a long text is on the page on which the text begins.
        "/index/people/ali-kurt/text/2/#s1",
        "https://records.example/site/people/ali-kurt/",
    ] {
        assert_eq!(site.explain(&[word]), format!("person Ali Kurt\n\n{ALI}"), "{word}");
    }
    for (word, by) in [
        ("ali-kurt", "its id; its file name"),
        ("[[Ali Kurt]]", "its title"),
        ("ALI KURT", "its title, written in other letters"),
        ("people/ali-kurt", "its folder and name"),
        ("[@ali-kurt, p. 3]", "its id; its file name"),
        ("[[person:Ali Kurt Bey|He]]", "its title in texts in tr"),
        ("/people/a-k/", "an earlier address"),
    ] {
        assert_eq!(site.explain(&[word]), format!("person Ali Kurt\n\nasked for  `{word}`, {by}\n{ALI}"));
    }
}

#[test]
fn what_keeps_a_page_back_is_told_with_its_place_and_what_it_takes() {
    let expected = "\
person Mehmet Kurt

file       content/people/mehmet.md
kind       person, by its folder
id         m-kurt, by `id` in its front matter
address    /people/m-kurt/
template   builtin/person.html, built into the program
state      draft

Kept back:
  content/people/mehmet.md:6:1: `draft: true`
    take the line out, or write `draft: false`
  content/people/mehmet.md:7:16: embargo until 2026-12-24T03:00:00Z; the clock says 2026-12-01T00:00:00Z
    build the site after that moment, or take `publish_after` out

In other languages:
  tr  content/people/mehmet.tr.md is missing: the page stands in the site's own language only
  ku  content/people/mehmet.ku.md is missing: the page stands in the site's own language only

No other page links to it.
exit 0
";
    assert_eq!(Site::new().explain(&["content/people/mehmet.md"]), expected);
}

#[test]
fn someone_who_is_not_named_has_a_label_and_here_no_page() {
    let expected = "\
person The watchman

file       content/people/watchman.md
kind       person, by its folder
id         watchman, by the name of its file
address    none
template   builtin/person.html, built into the program
state      withheld

Kept back:
  content/people/watchman.md:2:1: the person is not named: readers see the label, and no name
    write `name` in place of `label`, and take `withheld` out, when the person may be named
  content/people/watchman.md:5:1: `page: false`
    take the line out to give the person a page

In other languages:
  tr  content/people/watchman.tr.md is missing: the page stands in the site's own language only
  ku  content/people/watchman.ku.md is missing: the page stands in the site's own language only

Linked from:
  content/hearings/first.md:6:39: hearing first, published
exit 0
";
    assert_eq!(Site::new().explain(&["people/watchman.md"]), expected);
}

#[test]
fn withdrawals_drafts_of_translations_and_templates_of_the_site() {
    let site = Site::new();
    let said = site.explain(&["/sources/minutes/"]);
    let part = "\
template   builtin/withdrawn.html, built into the program
state      withdrawn

Kept back:
  content/sources/minutes.md:2:1: the page was withdrawn: a note stands in its place
    a withdrawal is not taken back by the program: restore the file from its history

No other page links to it.
exit 0
";
    assert!(said.ends_with(part), "{said}");
    let said = site.explain(&["first"]);
    assert!(said.contains("\n  ku  content/hearings/first.ku.md is a draft: take `draft: true` out\n"), "{said}");
    // The link in the Turkish text about Ali Kurt is one as well.
    assert!(
        said.ends_with("\nLinked from:\n  content/people/ali-kurt.tr.md:5:3: person ali-kurt, published\nexit 0\n"),
        "{said}"
    );
    let said = site.explain(&["harbour"]);
    assert!(said.contains("\ntemplate   templates/case.html, the site's own\n"), "{said}");
    site.file("themes/paper/templates/place.html", "{% extends \"builtin/place.html\" %}\n");
    site.file("content/places/quay.md", "---\nname: The quay\n---\n");
    let said = site.explain(&["The quay"]);
    assert!(said.contains("\ntemplate   themes/paper/templates/place.html, of the theme `paper`\n"), "{said}");
}

#[test]
fn a_part_of_a_page_is_there_or_not() {
    let site = Site::new();
    site.file("content/about.md", "---\ntitle: About\n---\n\n# How\n\nSo. ^p1\n\n# Who\n\n## Who\n");
    for (link, line) in [
        ("[[About#How]]", "part       `How`, which is there\n"),
        ("[[About#^p1]]", "part       `^p1`, which is there\n"),
        ("[[About#^p2]]", "part       `^p2`, which is not there\n"),
        ("[[About#Who|us]]", "part       `Who`, which is the name of several headings\n"),
    ] {
        let said = site.explain(&[link]);
        let by = "its id, written in other letters; its title; its file name, written in other letters";
        let start = format!("page About\n\nasked for  `{link}`, {by}\n{line}file       content/about.md\n");
        assert!(said.starts_with(&start), "{said}");
    }
}

#[test]
fn of_several_things_none_is_chosen() {
    let expected = "\
`[[kurt]]` can mean 2 things; none is chosen:

person Ali Kurt

asked for  an alias, written in other letters
file       content/people/ali-kurt.md
id         ali-kurt
state      published
write      [[people/ali-kurt]]

person Mehmet Kurt

asked for  an alias, written in other letters
file       content/people/mehmet.md
id         m-kurt
state      draft
write      [[people/m-kurt]]
exit 0
";
    let site = Site::new();
    assert_eq!(site.explain(&["[[kurt]]"]), expected);
    // A citation finds by id and file name alone, and nobody is called so.
    let nothing = "error: there is no code `[@kurt]`, and nothing in this site is called so; did you mean `Kurt`";
    assert!(site.explain(&["[@kurt]"]).starts_with(nothing), "{}", site.explain(&["[@kurt]"]));
}

#[test]
fn what_is_nowhere_is_not_guessed() {
    let site = Site::new();
    assert_eq!(
        site.explain(&["Ali Krut"]),
        "error: there is no code `Ali Krut`, and nothing in this site is called so; did you mean `Ali Kurt`, `ali-kurt`?\nexit 2\n"
    );
    assert_eq!(
        site.explain(&["/qqqq/zzzz/"]),
        "error: no file gives a page at `/qqqq/zzzz/`; lists and overviews are made by the program, of no single file\nexit 2\n"
    );
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(
        explain(elsewhere.path(), &["Ali Kurt"]),
        "error: there is no code `Ali Kurt`; `dossier explain` lists them all; pages and names are looked for in the folder of a site\nexit 2\n"
    );
}

#[test]
fn what_is_wrong_in_a_file_stands_with_it() {
    let site = Site::new();
    site.file("content/people/mehmet.md", "---\nname: Mehmet Kurt\npublish_after: soon\n---\n\n[[Nobody]].\n");
    let said = site.explain(&["people/mehmet.md"]);
    let part = "\
state      draft

Kept back:
  content/people/mehmet.md: a key that decides over publication cannot be read, so the page is kept back
    correct the errors in the file
";
    assert!(said.contains(part), "{said}");
    for part in [
        "\nWrong in its file:\n  content/people/mehmet.md:3:16: error[invalid-date]: ",
        "\n  content/people/mehmet.md:6:3: error[unknown-name]: nothing in this site is called `Nobody`\n",
        "\nThe site has 2 errors, and nothing is published before that is corrected: `dossier check` tells all.\n",
    ] {
        assert!(said.contains(part), "{said}");
    }
    site.file("content/!!!.md", "No address can be made of this name.\n");
    let said = site.explain(&["content/!!!.md"]);
    let expected = "\
No page is made of content/!!!.md.

Wrong in it:
  content/!!!.md:1:1: error[missing-front-matter]: the file has no front matter
  content/!!!.md:1:1: error[invalid-id]: no id can be made of the file name `!!!`: none of its characters can stand in a web address
exit 0
";
    assert_eq!(said, expected);
    // Where the main file of a translation is asked for, it is not the translation that is told.
    site.file("content/about.md", "---\ntitle: About\n---\n");
    let said = site.explain(&["about.md"]);
    assert!(said.starts_with("page About\n\nfile       content/about.md\n"), "{said}");
}

#[test]
fn programs_get_one_object() {
    let site = Site::new();
    let said = site.explain(&["people/mehmet.md", "--format", "json"]);
    let expected = r#"{"means":"page","asked":"people/mehmet.md","by":[],"part":null,"kind":"person","kind_is_written":false,"id":"m-kurt","id_is_written":true,"title":"Mehmet Kurt","file":"content/people/mehmet.md","address":"/people/m-kurt/","template":"person.html","template_file":"builtin/person.html","state":"draft","kept":[{"why":"draft","at":"content/people/mehmet.md:6:1","fact":"`draft: true`","help":"take the line out, or write `draft: false`"},{"why":"embargo","at":"content/people/mehmet.md:7:16","fact":"embargo until 2026-12-24T03:00:00Z; the clock says 2026-12-01T00:00:00Z","help":"build the site after that moment, or take `publish_after` out"}],"languages":[{"language":"tr","file":"content/people/mehmet.tr.md","state":"missing","address":"/tr/people/m-kurt/"},{"language":"ku","file":"content/people/mehmet.ku.md","state":"missing","address":"/ku/people/m-kurt/"}],"links":[],"problems":[],"errors":0}"#;
    assert_eq!(said, format!("{expected}\nexit 0\n"));
    let said = site.explain(&["Kurt", "--format", "json"]);
    let expected = r#"{"means":"several","asked":"Kurt","candidates":[{"kind":"person","id":"ali-kurt","title":"Ali Kurt","file":"content/people/ali-kurt.md","state":"published","by":[{"name":"alias","exact":true,"language":null}],"write":"[[people/ali-kurt]]"},{"kind":"person","id":"m-kurt","title":"Mehmet Kurt","file":"content/people/mehmet.md","state":"draft","by":[{"name":"alias","exact":true,"language":null}],"write":"[[people/m-kurt]]"}]}"#;
    assert_eq!(said, format!("{expected}\nexit 0\n"));
    let said = site.explain(&["Ali Krut", "--format", "json"]);
    let expected = r#"{"means":"nothing","asked":"Ali Krut","is_address":false,"nearest":["Ali Kurt","ali-kurt"]}"#;
    assert!(said.starts_with(&format!("{expected}\n{{\"code\":null,")) && said.ends_with("exit 2\n"), "{said}");
}

#[test]
fn a_protected_name_is_printed_in_no_answer_though_a_file_of_the_site_has_it() {
    let site = Site::new();
    site.file("protected.txt", "Mehmet Kurt\nVeli Can\n");
    site.file("content/people/veli-can.md", "---\nname: Veli Can\ndraft: true\n---\n\nSee [[Ali Kurt]].\n");
    let questions = [
        "content/people/veli-can.md",
        "/people/veli-can/",
        "Veli Can",
        "VELİ CAN",
        "Veli Cam",
        "Kurt",
        "people/mehmet.md",
        "ali-kurt",
        "veli-can-2",
    ];
    for word in questions {
        for format in ["human", "json", "short"] {
            let said = site.explain(&[word, "--format", format]);
            let folded = said.to_lowercase().replace(['-', '_', '\u{307}'], " ");
            assert!(!folded.contains("mehmet kurt") && !folded.contains("veli can"), "{word}, {format}: {said}");
        }
    }
    let expected = "\
person …

file       content/people/…
kind       person, by its folder
id         …, by the name of its file
address    /people/…/
template   builtin/person.html, built into the program
state      draft
";
    let said = site.explain(&["content/people/veli-can.md"]);
    assert!(said.starts_with(expected), "{said}");
    let said = site.explain(&["ali-kurt"]);
    assert!(said.contains("\n  content/people/…:6:7: person …, draft\n"), "{said}");
}
