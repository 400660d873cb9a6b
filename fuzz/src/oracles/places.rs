//! Where diagnostics point. Knows texts and spans, not what is wrong.

use dossier::foundation::diagnostic::Diagnostic;
use dossier::foundation::span::{LineIndex, Span};

/// Every diagnostic says something, and all its places in this file lie in `text`, between characters.
pub fn lie_in(text: &str, diagnostics: &[Diagnostic]) {
    let index = LineIndex::new(text);
    for found in diagnostics {
        assert!(!found.message.is_empty(), "{found:?}");
        is_in(text, found.span);
        let labels = found.labels.iter().filter(|label| label.span.file == found.span.file);
        labels.for_each(|label| is_in(text, label.span));
        let place = index.place(text, found.span.range().start);
        assert!(place.line >= 1 && place.column >= 1, "{found:?}");
    }
}

/// `span` lies in `text`, between characters.
pub fn is_in(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
}

/// Each diagnostic as its place, its code and its words, the lines counted from `above` lines below the first.
pub fn shown(text: &str, diagnostics: &[Diagnostic], above: usize) -> Vec<(usize, usize, &'static str, String)> {
    let index = LineIndex::new(text);
    let one = |found: &Diagnostic| {
        let place = index.place(text, found.span.range().start);
        (place.line.saturating_sub(above), place.column, found.code.name(), found.message.clone())
    };
    diagnostics.iter().map(one).collect()
}
