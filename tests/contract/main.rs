//! The contract with themes: `docs/content/views.md` is written from the doc comments of the views and from the components of the
//! built-in theme, and within one version nothing that a theme may use goes away.
//!
//! `ACCEPT=1 cargo test --test contract` writes the page, and adds what is new to the list of the version.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![allow(clippy::disallowed_methods, reason = "a test that reads the sources")]

mod components;
mod views;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dossier::theme::API_VERSION;

const PAGE: &str = "docs/content/views.md";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The list of all that themes of this version may use, one a line.
fn list_path() -> PathBuf {
    path(&format!("tests/contract/{API_VERSION}.txt"))
}

fn is_accepting() -> bool {
    std::env::var_os("ACCEPT").is_some_and(|value| value == "1")
}

/// The whole page.
fn page() -> String {
    let mut page = format!(
        "---\ntitle: What templates are given\nsummary: Every value and component of templates, version {API_VERSION} of the contract with themes.\n---\n\n\
         Version {API_VERSION} of the contract with themes. A theme says for which version it is written with `api_version = {API_VERSION}` in its `theme.toml`. \
         Within a version fields and components are added and none is taken away or changed; a theme for another version is refused with what changed. \
         How themes are made stands in [Themes](themes.md).\n\n\
         Every template gets `site`, `page` and one value named for its kind of page. A value of a type below has its fields: `{{{{ page.title }}}}`. \
         Addresses (`path` and others) stand below the root of the site: write `href=\"{{{{ page.root }}}}{{{{ item.path }}}}\"`. \
         What is said to be nothing at times is empty then, and `{{% if … %}}` tells.\n\n"
    );
    page.push_str(&views::tables());
    page.push_str("## Components\n\nPieces that every template may call, as `{{ <ref to={row.item} /> }}`; a theme or a site that has a component of the same name replaces it everywhere.\n\n");
    page.push_str("| component | arguments | what it writes | stands in |\n|---|---|---|---|\n");
    for component in components::all() {
        let components::Component { name, arguments, about, file } = component;
        writeln!(page, "| `{name}` | {arguments} | {about} | `{file}` |").unwrap();
    }
    page.push_str(
        "\n## Functions and filters\n\nBeyond [Tera's own](https://keats.github.io/tera/):\n\n\
         | name | what it does |\n|---|---|\n\
         | `t(key=\"…\")` | the text of the interface in the language of the page, from the message files; values are given by name |\n\
         | `safe_url` | lets an address of the schemes `http`, `https`, `mailto` and `tel` through, and fails on every other |\n\
         | `host` | the host of an address, for the words of a link |\n\
         | `json_script` | data for a `<script type=\"application/ld+json\">`, with `<` written `\\u003c` |\n",
    );
    page
}

#[test]
fn the_page_on_views_is_written_from_the_views() {
    let page = page();
    if is_accepting() {
        fs::write(path(PAGE), &page).unwrap();
    }
    let present = fs::read_to_string(path(PAGE)).unwrap_or_default();
    assert!(present == page, "{PAGE} is not what the views say; to write it: ACCEPT=1 cargo test --test contract");
}

#[test]
fn every_field_says_what_it_is() {
    let undocumented: Vec<String> = views::undocumented();
    assert_eq!(undocumented, Vec::<String>::new());
}

/// All that a theme may use now.
fn offered() -> BTreeSet<String> {
    let components = components::all();
    let calls = components.iter().map(|component| format!("<{}> {}", component.name, component.arguments));
    views::fields().into_iter().chain(calls).collect()
}

/// What of `promised` is not in `offered`.
fn broken<'a>(promised: &'a str, offered: &BTreeSet<String>) -> Vec<&'a str> {
    promised.lines().filter(|line| !offered.contains(*line)).collect()
}

#[test]
fn within_a_version_nothing_is_taken_away() {
    let offered = offered();
    let mut promised = fs::read_to_string(list_path()).unwrap_or_default();
    let gone = broken(&promised, &offered);
    assert!(
        gone.is_empty(),
        "version {API_VERSION} promises themes what is not there any more: {gone:#?}\n\
         Keep it, or raise API_VERSION in src/theme/version.rs and say there what changed"
    );
    if is_accepting() {
        promised = offered.iter().fold(String::new(), |mut all, line| {
            writeln!(all, "{line}").unwrap();
            all
        });
        fs::write(list_path(), &promised).unwrap();
    }
    let known: BTreeSet<&str> = promised.lines().collect();
    let new: Vec<&String> = offered.iter().filter(|line| !known.contains(line.as_str())).collect();
    assert!(new.is_empty(), "new, and not promised yet: {new:#?}\nto promise it: ACCEPT=1 cargo test --test contract");
}

#[test]
fn a_field_that_goes_or_changes_its_type_is_found() {
    let offered: BTreeSet<String> = ["PageView.title: text".to_owned()].into();
    assert_eq!(broken("PageView.title: text\n", &offered), [""; 0]);
    let promised = "PageView.title: list of text\nPageView.root: text\n";
    assert_eq!(broken(promised, &offered), ["PageView.title: list of text", "PageView.root: text"]);
}
