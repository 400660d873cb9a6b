//! How a run over a site ended, in words and as an exit code. Knows diagnostics and counts, not how they came about.

use std::time::Duration;

use super::Exit;
use super::report::{Source, Sources};
use super::shell::Shell;
use crate::document::kind::Kind;
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::span::FileId;
use crate::output::Written;
use crate::source::source_map::SourceMap;

impl Sources for SourceMap {
    fn source(&self, file: FileId) -> Option<Source<'_>> {
        self.get(file).map(|(path, text)| Source { path: path.as_str(), text: Some(text) })
    }
}

/// Prints `diagnostics` and says how the run ends; with `strict`, warnings count as errors.
pub fn report(shell: &mut Shell, diagnostics: &[Diagnostic], sources: &SourceMap, strict: bool) -> Exit {
    let counts = shell.diagnostics(diagnostics, sources);
    match (counts.errors, counts.warnings) {
        (0, 0) => Exit::Clean,
        (0, _) if strict => {
            shell.note("with --strict, a warning is enough to refuse the site");
            Exit::Content
        }
        (0, _) => Exit::Clean,
        _ => Exit::Content,
    }
}

/// The last line of a build: "1 case, 12 people; 31 files written, 2 unchanged, 1 removed; 0.31 s".
#[must_use]
pub fn summary(documents: &[(Kind, usize)], written: Option<Written>, elapsed: Duration) -> String {
    let kinds: Vec<String> = documents
        .iter()
        .map(|(kind, count)| match count {
            1 => format!("1 {kind}"),
            _ => format!("{count} {}", kind.folder().unwrap_or("pages")),
        })
        .collect();
    let mut parts = vec![if kinds.is_empty() { "nothing is published".into() } else { kinds.join(", ") }];
    if let Some(Written { written, unchanged, removed }) = written {
        let files = if written == 1 { "file" } else { "files" };
        parts.push(format!("{written} {files} written, {unchanged} unchanged, {removed} removed"));
    }
    parts.push(format!("{:.2} s", elapsed.as_secs_f64()));
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_ends_with_one_line() {
        let written = Written { written: 31, unchanged: 2, removed: 1 };
        let documents = [(Kind::Case, 1), (Kind::Person, 12), (Kind::Page, 2)];
        assert_eq!(
            summary(&documents, Some(written), Duration::from_millis(314)),
            "1 case, 12 people, 2 pages; 31 files written, 2 unchanged, 1 removed; 0.31 s"
        );
        assert_eq!(summary(&[], None, Duration::ZERO), "nothing is published; 0.00 s");
    }
}
