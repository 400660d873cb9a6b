//! Every file of `tests/diagnostics/` is the user's page on one code and a suite of examples: the files of a site, and
//! what the program says about them. `ACCEPT=1 cargo test --test diagnostics` writes what it says now into the pages.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads its cases from the disk")]

#[path = "compare/lines.rs"]
mod lines;
#[path = "pages/diagnostic_page.rs"]
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use dossier::cli::report::{self, Format, Source, Sources};
use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Code, Diagnostic};
use dossier::foundation::span::FileId;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use lines::difference;
use page::{Example, Page};

/// The settings of examples that bring none.
const SETTINGS: &str = "title = \"Trial records\"\nbase_url = \"https://records.example/\"\nlanguage = \"en\"\n";

#[test]
fn every_example_says_what_its_page_says() {
    let is_accepting = std::env::var_os("ACCEPT").is_some_and(|value| value == "1");
    let mut faults = Vec::new();
    for code in Code::ALL {
        let path = root().join(format!("tests/diagnostics/{}.md", code.name()));
        let text = fs::read_to_string(&path).unwrap();
        let page = Page::read(&text);
        let outputs: Vec<String> = page.examples.iter().map(run).collect();
        let mut page_faults: Vec<String> = page
            .examples
            .iter()
            .zip(&outputs)
            .filter_map(|(example, output)| off_topic(*code, example, output))
            .collect();
        page_faults.extend(not_shown(&page, &text));
        if is_accepting && page_faults.is_empty() {
            fs::write(&path, page.with_outputs(&text, &outputs)).unwrap();
        } else {
            let changes = page.examples.iter().zip(&outputs).filter_map(|(example, output)| changed(example, output));
            page_faults.extend(changes);
        }
        faults.extend(page_faults.iter().map(|fault| format!("tests/diagnostics/{}.md, {fault}", code.name())));
    }
    assert!(
        faults.is_empty(),
        "\n{}\n\nto accept the changes: ACCEPT=1 cargo test --test diagnostics\n",
        faults.join("\n\n")
    );
}

#[test]
fn an_example_that_does_not_show_its_code_is_a_fault() {
    let page = Page::read("# unknown-key\n\n## Example\n\n```md content/a.md\nA\n```\n\n```text output\n```\n");
    let example = page.examples.first().unwrap();
    assert_eq!(
        off_topic(Code::UnknownKey, example, "error[unknown-name]: …").unwrap(),
        "## Example: it does not show unknown-key, but\nerror[unknown-name]: …"
    );
    assert_eq!(off_topic(Code::UnknownKey, example, "error[unknown-key]: …"), None);
}

#[test]
fn a_page_without_example_names_a_test_that_is_there() {
    let fault = |text: &str| not_shown(&Page::read(text), text);
    assert_eq!(
        fault("# not-utf8\n\nShown by: `tests/diagnostics.rs`, `no_such_test`\n").unwrap(),
        "it is to be shown by the test `no_such_test` in tests/diagnostics.rs, which is not there"
    );
    assert_eq!(fault("# not-utf8\n").unwrap(), "it has neither an example nor a line ``Shown by: `file`, `test` ``");
    let this = "a_page_without_example_names_a_test_that_is_there";
    assert_eq!(fault(&format!("# not-utf8\n\nShown by: `tests/diagnostics.rs`, `{this}`\n")), None);
}

/// What the program says about the site of an example, in the form for people and without colours.
fn run(example: &Example) -> String {
    let mut tree: SourceTree = example.files.iter().map(source_file).collect();
    if tree.get("dossier.toml").is_none() {
        tree.insert(SourceFile::text("dossier.toml", SETTINGS));
    }
    printed(&check(&tree), &tree)
}

fn source_file(file: &page::File) -> SourceFile {
    if file.is_bytes {
        SourceFile::bytes(&file.path, file.content.as_bytes())
    } else {
        SourceFile::text(&file.path, &file.content)
    }
}

/// All that `dossier check` finds in `tree`.
fn check(tree: &SourceTree) -> Vec<Diagnostic> {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    Pipeline::default().build(tree, &options).diagnostics
}

/// The report for people, without colours.
fn printed(diagnostics: &[Diagnostic], tree: &SourceTree) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    report::print(&mut out, Format::Human, diagnostics, &Files(tree)).unwrap();
    String::from_utf8(out.into_inner()).unwrap().trim_end().to_owned()
}

/// The files of a tree, for the report.
struct Files<'a>(&'a SourceTree);

impl Sources for Files<'_> {
    fn source(&self, id: FileId) -> Option<Source<'_>> {
        let file = self.0.files().find(|file| file.id == id)?;
        Some(Source { path: file.path.as_str(), text: file.as_text().map(|text| &**text) })
    }
}

/// Says that an example does not show the code of its page, or shows it where there should be no fault.
fn off_topic(code: Code, example: &Example, output: &str) -> Option<String> {
    let is_shown = output.contains(&format!("[{}]", code.name()));
    match (example.heading.starts_with("## Example without fault"), is_shown) {
        (false, false) => Some(format!("{}: it does not show {}, but\n{output}", example.heading, code.name())),
        (true, true) => Some(format!("{}: there is a fault\n{output}", example.heading)),
        _ => None,
    }
}

/// Says that nothing shows the code: no example, and no test that the page names.
fn not_shown(page: &Page, text: &str) -> Option<String> {
    if !page.examples.is_empty() {
        return None;
    }
    let named = text.lines().find_map(|line| line.strip_prefix("Shown by: `")?.strip_suffix('`')?.split_once("`, `"));
    let Some((path, name)) = named else {
        return Some("it has neither an example nor a line ``Shown by: `file`, `test` ``".to_owned());
    };
    let is_there =
        fs::read_to_string(root().join(path)).is_ok_and(|code| code.contains(&format!("#[test]\nfn {name}(")));
    (!is_there).then(|| format!("it is to be shown by the test `{name}` in {path}, which is not there"))
}

/// Says how the output of an example differs from what its page says.
fn changed(example: &Example, output: &str) -> Option<String> {
    let difference = difference(&example.output, output);
    (!difference.is_empty()).then(|| format!("{}:\n{difference}", example.heading))
}

/// The folder of `Cargo.toml`.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
