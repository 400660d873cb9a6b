//! Holds the shape of the source: the order of imports, who may touch the disk, the clock and the terminal, the text at
//! the head of every module, the page on every diagnostic. Each rule is also tried on a planted fault.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads the source from the disk")]

#[path = "tidy/rust_text.rs"]
mod rust_text;
#[path = "tidy/unshown.rs"]
mod unshown;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dossier::foundation::diagnostic::Code;
use rust_text::{RustText, UsedPath};

/// A module may use any module to its left, none to its right.
const ORDER: [&str; 13] = [
    "foundation",
    "media",
    "source",
    "messages",
    "document",
    "graph",
    "pages",
    "theme",
    "output",
    "pipeline",
    "command",
    "cli",
    "main",
];

/// What only some modules may use, and why. Unit tests may use all of it.
const RESERVED: [(&str, &[&str], &str); 10] = [
    ("std::fs", &["source", "output"], "only `source` reads the disk and only `output` writes it"),
    ("walkdir", &["source"], "only `source` reads the disk"),
    ("rustix::fs", &["source", "output"], "only `source` reads the disk and only `output` writes it"),
    ("std::env", &["cli", "main"], "the library gets the environment as options"),
    ("std::time::SystemTime::now", &["cli", "main"], "the library gets the clock as an option"),
    ("SystemTime::now", &["cli", "main"], "the library gets the clock as an option"),
    ("std::io::stdout", &["cli", "main"], "only `cli` prints"),
    ("std::io::stderr", &["cli", "main"], "only `cli` prints"),
    ("std::process::exit", &["main"], "only `main` ends the program"),
    ("serde_yaml", &["document"], "one module reads YAML"),
];

/// What makes outputs, and so may know of the graph only what is published.
const OUTPUTS: [&str; 3] = ["pages", "theme", "output"];

/// What of the graph is published, or says nothing of what is not.
const PUBLISHED: [&str; 7] = ["public", "entity", "bind", "support", "derived", "facts", "lineage"];

/// Macros that print, with the modules that may.
const PRINTING: [&str; 4] = ["print", "println", "eprint", "eprintln"];

/// Macros that say that something is missing.
const UNFINISHED: [&str; 3] = ["todo", "unimplemented", "dbg"];

/// The length at which a file is thought about again.
const LONGEST: usize = 400;

#[test]
fn modules_use_only_what_stands_to_their_left() {
    no_faults(rust_files("src").iter().flat_map(wrong_imports));
}

#[test]
fn every_output_is_made_from_what_is_published() {
    no_faults(rust_files("src").iter().flat_map(unpublished_uses));
}

#[test]
fn no_output_takes_the_words_of_a_statement_without_their_attribution() {
    no_faults(rust_files("src").iter().flat_map(|file| unshown::uses(&file.path, &file.text, &OUTPUTS)));
    let planted = "fn feed() {\n    statement.summary.unshown();\n}\n";
    assert_eq!(
        unshown::uses("src/pages/feed.rs", planted, &OUTPUTS),
        ["src/pages/feed.rs:2: words of a statement without their attribution"]
    );
    assert_eq!(unshown::uses("src/graph/quotes.rs", planted, &OUTPUTS), [""; 0]);
}

#[test]
fn disk_clock_environment_and_terminal_are_used_where_they_may_be() {
    no_faults(rust_files("src").iter().flat_map(reserved_uses));
}

#[test]
fn every_module_says_what_it_knows() {
    no_faults(rust_files("src").iter().filter_map(missing_head));
}

#[test]
fn files_are_short() {
    no_faults(rust_files("src").iter().filter_map(too_long));
}

#[test]
fn nothing_is_left_unfinished_or_switched_off() {
    let files: Vec<RustFile> = ["src", "tests", "benches"].into_iter().flat_map(rust_files).collect();
    no_faults(files.iter().flat_map(unfinished));
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let mut faults: Vec<String> =
        Code::ALL.iter().filter_map(|code| incomplete_page(code.name(), code.page())).collect();
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    for entry in fs::read_dir(root().join("tests/diagnostics")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if !known.contains(name) {
            faults.push(format!("tests/diagnostics/{name}.md is about no code of src/foundation/diagnostic.rs"));
        }
    }
    no_faults(faults);
}

#[test]
fn planted_imports_to_the_right_are_found() {
    let file = RustFile::new(
        "src/graph/bind.rs",
        "//! Binds.\n\
         use crate::document::Document;\n\
         use crate::{foundation::span::Span, pages::Page};\n\
         use super::super::theme::Engine;\n\
         use super::registry::Registry;\n\
         // crate::cli in a comment and \"crate::cli\" in a string are words\n\
         const WORDS: &str = \"crate::cli::run\";\n\
         mod inner {\n    use super::super::{backlinks, super::{output, source}};\n}\n\
         fn run() -> $crate::pipeline::Site { crate::foundation::fold::fold() }\n",
    );
    assert_eq!(
        wrong_imports(&file),
        [
            "src/graph/bind.rs:3: `graph` may not use `pages`, which stands to its right",
            "src/graph/bind.rs:4: `graph` may not use `theme`, which stands to its right",
            "src/graph/bind.rs:9: `graph` may not use `output`, which stands to its right",
            "src/graph/bind.rs:11: `graph` may not use `pipeline`, which stands to its right",
        ]
    );
}

#[test]
fn a_planted_module_that_the_table_does_not_know_is_found() {
    let file = RustFile::new("src/utils.rs", "//! Odds and ends.\nuse crate::helpers::all;\nuse crate::*;\n");
    assert_eq!(wrong_imports(&file), ["src/utils.rs: `utils` has no place in the order of imports of tests/tidy.rs"]);
    let file = RustFile::new("src/graph/mod.rs", "//! The graph.\nuse crate::helpers::all;\nuse crate::*;\n");
    assert_eq!(
        wrong_imports(&file),
        [
            "src/graph/mod.rs:2: `helpers` has no place in the order of imports of tests/tidy.rs",
            "src/graph/mod.rs:3: `use crate::*` hides what is used",
        ]
    );
}

#[test]
fn planted_ways_to_what_is_not_published_are_found() {
    let file = RustFile::new(
        "src/pages/feed.rs",
        "//! The feed.\n\
         use crate::graph::public::PublicSite;\n\
         use crate::graph::{Site, registry::Registry};\n\
         use crate::document::{Document, kind::Kind};\n\
         fn names(site: &crate::graph::resolve::Site) {}\n\
         #[cfg(test)]\nmod tests {\n    use crate::graph::resolve;\n}\n",
    );
    assert_eq!(
        unpublished_uses(&file),
        [
            "src/pages/feed.rs:3: `graph::Site` knows what is not published; outputs are made from `graph::public`",
            "src/pages/feed.rs:3: `graph::registry::Registry` knows what is not published; outputs are made from `graph::public`",
            "src/pages/feed.rs:4: `document::Document` knows what is not published; outputs are made from `graph::public`",
            "src/pages/feed.rs:5: `graph::resolve::Site` knows what is not published; outputs are made from `graph::public`",
        ]
    );
    let allowed = RustFile::new("src/command/list.rs", "//! Lists.\nuse crate::graph::resolve::Site;\n");
    assert_eq!(unpublished_uses(&allowed), [""; 0]);
}

#[test]
fn planted_uses_of_disk_clock_and_terminal_are_found() {
    let file = RustFile::new(
        "src/graph/mod.rs",
        "//! The graph.\n\
         use std::{fmt, fs};\n\
         fn read() { std::fs::read_to_string(\"protected.txt\"); println!(\"read\"); }\n\
         fn now() -> SystemTime { SystemTime::now().max(std::time::SystemTime::now()) }\n\
         #[cfg(test)]\nmod tests {\n    use std::fs;\n    fn show() { println!(\"a test may\"); }\n}\n",
    );
    assert_eq!(
        reserved_uses(&file),
        [
            "src/graph/mod.rs:2: `std::fs`: only `source` reads the disk and only `output` writes it",
            "src/graph/mod.rs:3: `std::fs::read_to_string`: only `source` reads the disk and only `output` writes it",
            "src/graph/mod.rs:3: `println!`: only `cli` prints",
            "src/graph/mod.rs:4: `SystemTime::now`: the library gets the clock as an option",
            "src/graph/mod.rs:4: `std::time::SystemTime::now`: the library gets the clock as an option",
        ]
    );
    let allowed = RustFile::new("src/output/write.rs", "//! Writes.\nuse std::fs::File;\n");
    assert_eq!(reserved_uses(&allowed), [""; 0]);
}

#[test]
fn planted_unfinished_code_is_found() {
    let file = RustFile::new(
        "src/graph/mod.rs",
        "//! The graph.\n\
         fn later() { todo!() }\n\
         #[ignore = \"slow\"]\nfn slow() { dbg!(1); unimplemented!(\"\") }\n\
         const WORD: &str = \"todo!()\";\n\
         // T\u{4f}DO: finish\n",
    );
    assert_eq!(
        unfinished(&file),
        [
            "src/graph/mod.rs:2: `todo!`",
            "src/graph/mod.rs:3: `#[ignore]`",
            "src/graph/mod.rs:4: `dbg!`",
            "src/graph/mod.rs:4: `unimplemented!`",
            "src/graph/mod.rs:6: a note that something is to be done",
        ]
    );
}

#[test]
fn planted_heads_lengths_and_pages_are_found() {
    let bare = RustFile::new("src/graph/mod.rs", "use std::fmt;\n");
    assert_eq!(missing_head(&bare).unwrap(), "src/graph/mod.rs does not begin with a `//!` text");
    let long = RustFile::new("src/graph/mod.rs", &"//! Long.\n".repeat(401));
    assert_eq!(too_long(&long).unwrap(), "src/graph/mod.rs has 401 lines, more than 400");
    assert_eq!(
        incomplete_page("unknown-key", "# unknown-keys\n").unwrap(),
        "tests/diagnostics/unknown-key.md does not begin with `# unknown-key`"
    );
    assert_eq!(
        incomplete_page("unknown-key", "# unknown-key\n\nA key.\n").unwrap(),
        "tests/diagnostics/unknown-key.md has no `## What to do`"
    );
}

/// A file of Rust and its path below the root.
struct RustFile {
    path: String,
    text: String,
    rust: RustText,
}

impl RustFile {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), rust: RustText::read(text) }
    }

    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(root().join(path)).unwrap();
        Self::new(&path.to_str().unwrap().replace('\\', "/"), &text)
    }

    /// The module that the file is: empty for the root of the crate.
    fn module(&self) -> Vec<&str> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        match path {
            "lib" => Vec::new(),
            path => path.trim_end_matches("/mod").split('/').collect(),
        }
    }

    /// Whether all of it is unit tests.
    fn is_test(&self) -> bool {
        self.module().contains(&"tests")
    }
}

/// The places where `file` uses a module to its right, or one that nobody knows.
fn wrong_imports(file: &RustFile) -> Vec<String> {
    let module = file.module();
    let Some(own) = module.first() else { return Vec::new() };
    let Some(place) = ORDER.iter().position(|layer| layer == own) else {
        return vec![format!("{}: `{own}` has no place in the order of imports of tests/tidy.rs", file.path)];
    };
    let fault = |used: &UsedPath| {
        let name = used.parts.first()?;
        let words = match ORDER.iter().position(|layer| layer == name) {
            _ if name == "*" => "`use crate::*` hides what is used".to_owned(),
            None => format!("`{name}` has no place in the order of imports of tests/tidy.rs"),
            Some(other) if other > place => format!("`{own}` may not use `{name}`, which stands to its right"),
            Some(_) => return None,
        };
        Some(format!("{}:{}: {words}", file.path, used.line))
    };
    file.rust.crate_paths(&module).iter().filter_map(fault).collect()
}

/// The places where `file` makes an output and could reach what is not published.
fn unpublished_uses(file: &RustFile) -> Vec<String> {
    let module = file.module();
    let makes_output = module.first().is_some_and(|own| OUTPUTS.contains(own));
    let is_unpublished = |used: &&UsedPath| match used.parts.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["graph", part, ..] => !PUBLISHED.contains(&part),
        ["document", "Document", ..] => true,
        _ => false,
    };
    let paths = file.rust.crate_paths(&module);
    let found = paths.iter().filter(|used| makes_output && !used.in_tests).filter(is_unpublished);
    let words = "knows what is not published; outputs are made from `graph::public`";
    found.map(|used| format!("{}:{}: `{}` {words}", file.path, used.line, used.parts.join("::"))).collect()
}

/// The places where `file` touches disk, clock, environment or terminal and may not.
fn reserved_uses(file: &RustFile) -> Vec<String> {
    let module = file.module();
    let own = module.first().copied().unwrap_or_default();
    if file.is_test() {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for used in file.rust.outside_paths().into_iter().filter(|used| !used.in_tests) {
        let path = used.parts.join("::");
        for (prefix, allowed, why) in RESERVED {
            let is_below = path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
            if is_below && !allowed.contains(&own) {
                faults.push((used.line, format!("{}:{}: `{path}`: {why}", file.path, used.line)));
            }
        }
    }
    for used in file.rust.macros().into_iter().filter(|used| !used.in_tests) {
        let name = used.parts.join("::");
        if PRINTING.contains(&name.as_str()) && own != "cli" {
            faults.push((used.line, format!("{}:{}: `{name}!`: only `cli` prints", file.path, used.line)));
        }
    }
    faults.sort_by_key(|(line, _)| *line);
    faults.into_iter().map(|(_, words)| words).collect()
}

/// What `file` leaves undone or switches off.
fn unfinished(file: &RustFile) -> Vec<String> {
    let mut faults: Vec<(usize, String)> = Vec::new();
    for used in file.rust.macros() {
        let name = used.parts.join("::");
        if UNFINISHED.contains(&name.as_str()) {
            faults.push((used.line, format!("`{name}!`")));
        }
    }
    faults.extend(file.rust.attributes("ignore").into_iter().map(|line| (line, "`#[ignore]`".to_owned())));
    for (number, line) in file.text.lines().enumerate() {
        if ["T\u{4f}DO", "F\u{49}XME"].iter().any(|note| line.contains(note)) {
            faults.push((number + 1, "a note that something is to be done".to_owned()));
        }
    }
    faults.sort();
    faults.into_iter().map(|(line, words)| format!("{}:{line}: {words}", file.path)).collect()
}

/// Says that the first line of `file` is no text on what it knows.
fn missing_head(file: &RustFile) -> Option<String> {
    let has_head = file.text.starts_with("//! ") || file.text.starts_with("#![doc = include_str!(");
    (!has_head).then(|| format!("{} does not begin with a `//!` text", file.path))
}

/// Says that `file` is longer than it may be.
fn too_long(file: &RustFile) -> Option<String> {
    let lines = file.text.lines().count();
    (lines > LONGEST).then(|| format!("{} has {lines} lines, more than {LONGEST}", file.path))
}

/// Says what the page on the code `name` lacks.
fn incomplete_page(name: &str, page: &str) -> Option<String> {
    let path = format!("tests/diagnostics/{name}.md");
    if page.lines().next() != Some(&format!("# {name}")) {
        return Some(format!("{path} does not begin with `# {name}`"));
    }
    if !page.lines().any(|line| line == "## What to do") {
        return Some(format!("{path} has no `## What to do`"));
    }
    let is_shown = page.lines().any(|line| line.starts_with("## Example") || line.starts_with("Shown by: `"));
    (!is_shown).then(|| format!("{path} has neither an example nor a line `Shown by:`"))
}

/// Fails with all that was found.
fn no_faults(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The folder of `Cargo.toml`.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below `folder`, sorted; none where there is no such folder.
fn rust_files(folder: &str) -> Vec<RustFile> {
    let mut paths: Vec<PathBuf> = walkdir::WalkDir::new(root().join(folder))
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect();
    paths.sort();
    paths.iter().map(|path| RustFile::read(path.strip_prefix(root()).unwrap())).collect()
}
