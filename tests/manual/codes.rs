//! The page of all codes, written from the list of codes and from the page of each. Knows how it is laid out, not what it says.

use std::fmt::Write as _;

use dossier::foundation::diagnostic::{Code, Severity};

/// Where the page stands.
pub const PAGE: &str = "docs/content/diagnostics.md";

const HEAD: &str = "\
---
title: Every error, warning and suggestion
summary: What each code means, and what to do.
---

Whatever the program finds in a text has a code, which stands in brackets: `error[unknown-name]`. Errors keep the site from being
built; warnings do so with `--strict` and in `dossier publish`; suggestions come from `dossier suggest` alone. `dossier explain CODE`
prints what stands here, with examples. A code keeps its name and its meaning.

";

/// The page; `source` is the file in which the codes are declared, each with a sentence above it.
pub fn page(source: &str) -> String {
    let mut page = HEAD.to_owned();
    for (severity, title) in
        [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Suggestion, "Suggestions")]
    {
        write!(page, "## {title}\n\n| code | is |\n|---|---|\n").unwrap();
        let codes = || Code::ALL.iter().filter(|code| code.severity() == severity);
        for code in codes() {
            writeln!(page, "| [`{0}`](#{0}) | {1} |", code.name(), sentence(source, *code)).unwrap();
        }
        page.push('\n');
        for code in codes() {
            write!(page, "### {}\n\n{}\n", code.name(), meaning(code.page())).unwrap();
        }
    }
    page.trim_end().to_owned() + "\n"
}

/// The sentence above the declaration of `code`.
fn sentence(source: &str, code: Code) -> String {
    let declared = format!(" = \"{}\" ", code.name());
    let lines: Vec<&str> = source.lines().collect();
    let at = lines.iter().position(|line| line.contains(&declared)).expect("every code is declared in this file");
    let begin =
        lines[..at].iter().rposition(|line| !line.trim_start().starts_with("///")).map_or(0, |before| before + 1);
    let words: Vec<&str> =
        lines[begin..at].iter().map(|line| line.trim_start().trim_start_matches("///").trim()).collect();
    words.join(" ")
}

/// What the page of a code says before its examples, without its headings.
fn meaning(page: &str) -> String {
    let until = page.split("\n## Example").next().unwrap_or_default();
    let told = until.split("\nShown by: ").next().unwrap_or_default();
    let (_, told) = told.split_once("\n\n").unwrap_or_default();
    // In the text of a page `%%` begins a comment, also in code.
    let told = told.replace("`%%`", "two percent signs");
    told.replace("\n## What to do\n\n", "\n**What to do.** ").trim_end().to_owned() + "\n"
}

#[test]
fn a_page_gives_its_words_and_not_its_examples() {
    let page = "# a-code\n\nWhat it is.\n\n## What to do\n\nDo this.\n\n## Example\n\n```md content/a.md\n```\n";
    assert_eq!(meaning(page), "What it is.\n\n**What to do.** Do this.\n");
    assert_eq!(
        sentence("x\n    /// One.\n    /// Two.\n    UnknownKey = \"unknown-key\" Error;\n", Code::UnknownKey),
        "One. Two."
    );
}
