//! How a run over a site ended, in words and as an exit code. Knows diagnostics and counts, not how they came about.

use std::time::Duration;

use super::Exit;
use super::report::{Source, Sources};
use super::shell::Shell;
use crate::document::kind::Kind;
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::span::FileId;
use crate::graph::publish::{Audience, Embargoes};
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

/// The clock with which embargoes were compared, and how many pages they hold back; nothing where no document has one.
/// With `drafts` these pages are in the site.
#[must_use]
pub fn embargoes(embargoes: Embargoes, audience: Audience) -> Option<String> {
    let pages = match embargoes.held_back {
        0 => "no page".to_owned(),
        1 => "1 page".to_owned(),
        count => format!("{count} pages"),
    };
    let held = if audience.drafts { "would be held back without --drafts" } else { "held back" };
    (embargoes.carried > 0).then(|| format!("embargoes compared with {}: {pages} {held}", audience.now))
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
    use crate::foundation::date::Moment;

    #[test]
    fn the_clock_of_embargoes_is_said_where_there_are_any() {
        let now = Moment::parse("2026-11-23T07:00+03:00").unwrap();
        let said = |carried, held_back, drafts| embargoes(Embargoes { carried, held_back }, Audience { drafts, now });
        assert_eq!(said(0, 0, false), None);
        for (carried, held_back, drafts, words) in [
            (1, 0, false, "no page held back"),
            (1, 1, false, "1 page held back"),
            (3, 2, false, "2 pages held back"),
            (3, 2, true, "2 pages would be held back without --drafts"),
        ] {
            let line = format!("embargoes compared with 2026-11-23T04:00:00Z: {words}");
            assert_eq!(said(carried, held_back, drafts), Some(line));
        }
    }

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
