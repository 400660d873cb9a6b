//! The manual in `docs/`: it is a site of this program that builds without a warning; its examples are sites that are built and
//! commands that are run, page by page and in order; it has every command and every code.
//!
//! `ACCEPT=1 cargo test --test manual` writes what the program prints now into the pages, and the page of codes anew.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads pages and starts the program")]

mod codes;
mod desk;
mod keys;
mod page;
mod run;
mod words;

#[path = "../compare/lines.rs"]
mod lines;

use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use dossier::cli::args::Cli;
use rayon::prelude::*;

use desk::Desk;
use page::Page;

const CONTENT: &str = "docs/content";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn is_accepting() -> bool {
    std::env::var_os("ACCEPT").is_some_and(|value| value == "1")
}

/// Writes what is accepted into a page, in one step, as another test may be reading it.
fn accept(name: &str, text: &str) {
    if fs::read_to_string(path(name)).is_ok_and(|present| present == text) {
        return;
    }
    let beside = path(&format!("{name}.new"));
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path(name)).unwrap();
}

/// The names of the pages, without `.md`.
fn pages() -> Vec<String> {
    let mut pages: Vec<String> = fs::read_dir(path(CONTENT))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_example_does_what_its_page_says() {
    let faults: Vec<String> =
        pages().par_iter().flat_map_iter(|name| faults_of(&format!("{CONTENT}/{name}.md"))).collect();
    assert!(
        faults.is_empty(),
        "\n{}\n\nto accept what is printed now: ACCEPT=1 cargo test --test manual\n",
        faults.join("\n\n")
    );
}

/// What is wrong with the examples of one page; with `ACCEPT=1` the page gets what is printed now.
fn faults_of(file: &str) -> Vec<String> {
    let text = read(file);
    let page = Page::read(&text);
    let (outputs, ran) = run::page(&page);
    if is_accepting() {
        accept(file, &page.with_outputs(&text, &outputs));
    }
    let ran = ran.into_iter().filter(|fault| !is_accepting() || !fault.is_accepted).map(|fault| fault.words);
    page.unannounced(&text).into_iter().chain(ran).map(|fault| format!("{file}: {fault}")).collect()
}

#[test]
fn the_manual_builds_without_a_warning() {
    let desk = Desk::new();
    let ran = desk.shell(&format!("dossier build --strict --root '{}' --output-dir ./manual", path("docs").display()));
    assert!(ran.is_success && ran.printed.lines().count() == 2, "{}", ran.printed);
    for page in pages() {
        assert!(desk.folder().join(format!("manual/{page}/index.html")).is_file(), "{page} is not in the built manual");
    }
}

/// The order of reading: `docs/README.md` for those who read on a code host, `chapters` for those who read the site.
#[test]
fn the_contents_name_every_page_once_and_in_one_order() {
    let settings: toml::Table = read("docs/dossier.toml").parse().unwrap();
    let chapters: Vec<&str> = settings["extra"]["chapters"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|part| part["pages"].as_array().unwrap())
        .map(|page| page.as_str().unwrap())
        .collect();
    let contents = read("docs/README.md");
    let listed: Vec<&str> = links(&contents)
        .into_iter()
        .filter_map(|link| link.strip_prefix("content/").and_then(|link| link.strip_suffix(".md")))
        .collect();
    assert_eq!(listed, chapters, "docs/README.md and `chapters` in docs/dossier.toml");
    let mut sorted: Vec<String> = chapters.iter().map(|page| (*page).to_owned()).collect();
    sorted.sort();
    assert_eq!(sorted, pages(), "`chapters` in docs/dossier.toml and the files of {CONTENT}");
}

#[test]
fn every_link_of_the_texts_beside_the_manual_leads_to_a_file() {
    let mut dead = Vec::new();
    for text in ["README.md", "SECURITY.md", "docs/README.md", "themes/broadsheet/README.md"] {
        let folder = path(text).parent().unwrap().to_owned();
        let content = read(text);
        let inside = links(&content).into_iter().filter(|link| !link.contains("://") && !link.starts_with(['<', '#']));
        dead.extend(
            inside
                .filter(|link| !folder.join(link.split('#').next().unwrap()).exists())
                .map(|link| format!("{text}: {link}")),
        );
    }
    assert_eq!(dead, [""; 0]);
}

/// The addresses of the links in `text`.
fn links(text: &str) -> Vec<&str> {
    text.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()).collect()
}

/// The examples of the page hold each help text to the word; here, that none is missing.
#[test]
fn every_command_has_its_section_with_all_that_it_takes() {
    let page = read("docs/content/commands.md");
    let missing: Vec<String> = Cli::command()
        .get_subcommands()
        .map(clap::Command::get_name)
        .filter(|name| *name != "help")
        .map(|name| format!("\n## dossier {name}\n"))
        .filter(|heading| {
            let help = format!("$ {} --help\n", heading.trim().trim_start_matches("## "));
            let section = page.split(heading.as_str()).nth(1).and_then(|rest| rest.split("\n## ").next());
            section.is_none_or(|section| !section.contains(&help))
        })
        .collect();
    assert_eq!(missing, [""; 0], "docs/content/commands.md has no section with `--help` of these");
}

#[test]
fn the_page_of_keys_is_written_from_the_table_of_keys() {
    let page = keys::page();
    if is_accepting() {
        accept(keys::PAGE, &page);
    }
    assert!(
        read(keys::PAGE) == page,
        "{} is not what the table says; to write it: ACCEPT=1 cargo test --test manual",
        keys::PAGE
    );
}

/// That each key of the example is right the example itself shows; here, that none is missing.
#[test]
fn every_setting_is_on_its_page_and_in_its_example() {
    let source = read("src/source/config/parse.rs");
    let list = source.split("const KEYS: [&str; ").nth(1).and_then(|rest| rest.split("];").next()).unwrap();
    let keys: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert!(keys.contains(&"title") && keys.len() > 10, "{keys:?}");
    let page = read("docs/content/settings.md");
    let example = page.split("```toml dossier.toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let example: toml::Table = example.parse().unwrap();
    let missing: Vec<&&str> =
        keys.iter().filter(|key| !page.contains(&format!("\n| `{key}` |")) || !example.contains_key(**key)).collect();
    assert_eq!(missing, [&""; 0]);
}

#[test]
fn the_page_of_codes_is_written_from_the_codes() {
    let page = codes::page(&read("src/foundation/diagnostic.rs"));
    if is_accepting() {
        accept(codes::PAGE, &page);
    }
    assert!(
        read(codes::PAGE) == page,
        "{} is not what the codes say; to write it: ACCEPT=1 cargo test --test manual",
        codes::PAGE
    );
}

mod planted {
    //! Pages with a fault in them, so that a test that finds nothing is known to have looked.

    use super::page::Page;
    use super::run;

    const RIGHT: &str = "Begin:\n\n```console\n$ dossier init -q case && cd case\n…\n```\n\n`content/about.md`:\n\n\
        ```markdown content/about.md\n---\ntitle: About us\n---\n\nSee [[Ines Tarvald]].\n```\n\n\
        ```console\n$ grep -c Ines content/about.md\n1\n```\n";

    fn faults(text: &str) -> Vec<String> {
        let page = Page::read(text);
        page.unannounced(text).into_iter().chain(run::page(&page).1.into_iter().map(|fault| fault.words)).collect()
    }

    #[test]
    fn a_page_that_is_right_has_no_fault() {
        assert_eq!(faults(RIGHT), [""; 0]);
        assert_eq!(faults("Text, and ```code``` alone.\n\n```toml\na = 1\n```\n"), [""; 0]);
    }

    #[test]
    fn another_output_is_a_fault_and_what_is_left_out_is_not() {
        assert_eq!(
            faults(&RIGHT.replace("\n1\n```", "\n2\n```")),
            ["`$ grep -c Ines content/about.md` prints something else:\n@ line 1\n- 2\n+ 1\n"]
        );
        assert_eq!(faults(&RIGHT.replace("\n1\n```", "\n…\n1\n```")), [""; 0]);
        assert_eq!(faults(&RIGHT.replace("\n1\n```", "\n…\n```")), [""; 0]);
        assert_eq!(faults(&RIGHT.replace("\n1\n```", "\n…\n2\n```")).len(), 1);
    }

    #[test]
    fn an_example_with_a_mistake_is_a_fault_unless_the_page_shows_what_is_said_of_it() {
        let wrong = RIGHT.replace("[[Ines Tarvald]].\n", "[[Ines Tarwald]].\n");
        let found = faults(&wrong);
        assert!(found.len() == 1 && found[0].contains("error[unknown-name]: "), "{found:#?}");
        let said = found[0].split_once('\n').unwrap().1;
        let shown = format!(
            "{wrong}\n```text output\n{said}\n```\n\n`content/about.md`:\n\n```markdown content/about.md\n---\ntitle: About us\n---\n```\n"
        );
        assert_eq!(faults(&shown), [""; 0]);
        let other = faults(&shown.replace("error[unknown-name]", "error[unknown-key]"));
        assert!(other.len() == 1 && other[0].contains("+ content/about.md:5:7: error[unknown-name]"), "{other:#?}");
    }

    #[test]
    fn a_file_whose_path_the_reader_does_not_see_is_a_fault() {
        assert_eq!(
            faults(&RIGHT.replace("`content/about.md`:", "Then:")),
            ["the block of content/about.md is not announced: its path is to stand in the paragraph before it"]
        );
    }

    #[test]
    fn what_is_printed_now_is_put_in_the_place_of_what_was_expected() {
        let old = RIGHT.replace("\n1\n```", "\n2\n```");
        let page = Page::read(&old);
        assert_eq!(page.with_outputs(&old, &run::page(&page).0), RIGHT);
    }

    #[test]
    fn a_preview_that_does_not_answer_is_a_fault() {
        let found = faults("```console\n$ dossier serve\nhttp://127.0.0.1:1111/\n```\n");
        assert!(found.len() == 1 && found[0].contains("there is no `dossier.toml`"), "{found:#?}");
    }
}
