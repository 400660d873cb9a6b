//! Templates that would never end or fill the memory: the build ends soon and names the page.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that looks at the clock")]

use std::time::{Duration, Instant};

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Code, Diagnostic};
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;

#[test]
fn a_template_that_prints_too_much_is_an_error() {
    says_limit("{% for a in range(end=100000) %}{% for b in range(end=100000) %}words{% endfor %}{% endfor %}");
}

#[test]
fn a_template_that_prints_nothing_and_does_not_end_is_an_error() {
    // It would end after many times the time that a page has, so that it does not run beside all the tests that follow.
    says_limit("{% for a in range(end=10000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}");
}

fn says_limit(template: &str) {
    let tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Records\"\n"),
        ("content/people/deniz-aksoy.md", "---\nname: Deniz Aksoy\n---\n"),
        ("templates/person.html", template),
    ]);
    let start = Instant::now();
    let diagnostics = check(&tree);
    assert!(start.elapsed() < Duration::from_secs(30), "it took {:?}", start.elapsed());
    let said: Vec<(Code, Option<&str>)> =
        diagnostics.iter().map(|diagnostic| (diagnostic.code, diagnostic.page.as_deref())).collect();
    assert_eq!(said, [(Code::TemplateLimit, Some("/people/deniz-aksoy/"))]);
}

/// All that `dossier check` finds in `tree`.
fn check(tree: &SourceTree) -> Vec<Diagnostic> {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    Pipeline::default().build(tree, &options).diagnostics
}
