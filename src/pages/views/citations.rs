//! Marks of citations and the list that they lead to. Knows how a mark is written on the page that has the list, and on another.

use serde::Serialize;

use super::parts::Ref;
use super::rich::RichText;
use super::text_words::TextWords;
use crate::foundation::html::{escape, push_format};

/// A source that a page cites, as its list names it.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct CitationView {
    /// Its number on this page, from 1.
    pub number: u32,
    /// Where its marks lead.
    pub anchor: String,
    /// What it is, in the style of the site; a phrase where it is not published.
    pub entry: RichText,
    /// The source's page; nothing where it is not published.
    pub source: Option<Ref>,
    /// The address of an archived copy.
    pub archived: Option<String>,
    /// Whether it was seen, or is cited through another.
    pub seen: bool,
    /// Where it is cited, in order.
    pub back: Vec<BackView>,
}

/// The way back from a list to a mark in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BackView {
    /// The anchor of the mark.
    pub anchor: String,
    /// Which mark of its source it is, from 1.
    pub time: u32,
}

/// A mark in the text for one source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MarkView {
    /// The number of the source on its page, from 1.
    pub number: u32,
    /// Which mark of this source it is, from 1.
    pub time: u32,
    /// The place in the source; nothing where the source is not published.
    pub locator: Option<String>,
    /// The source, or a phrase without an address where it is not published.
    pub source: Ref,
}

impl MarkView {
    /// The anchor of a mark.
    #[must_use]
    pub fn anchor(number: u32, time: u32) -> String {
        if time > 1 { format!("citeref-{number}-{time}") } else { format!("citeref-{number}") }
    }
}

/// Writes the marks of one citation. On the page with the list they are numbers that lead to it; on another page, where these
/// numbers mean nothing, they lead to the sources' own pages.
pub(super) fn write(marks: &[MarkView], words: &TextWords, root: &str, embedded: bool, out: &mut String) {
    let source = escape(&words.source);
    out.push_str("<sup class=\"cite-mark\">[");
    for (index, mark) in marks.iter().enumerate() {
        if index > 0 {
            out.push_str("; ");
        }
        let place = mark.locator.as_ref().map_or_else(String::new, |locator| format!(", {}", escape(locator)));
        match &mark.source.path {
            _ if !embedded => {
                let MarkView { number, time, .. } = mark;
                let anchor = MarkView::anchor(*number, *time);
                let label = words.cited.html(*number, *time);
                push_format(
                    out,
                    format_args!(
                        "<a id=\"{anchor}\" href=\"#cite-{number}\" role=\"doc-biblioref\" aria-label=\"{label}{place}\">{number}{place}</a>"
                    ),
                );
            }
            Some(path) => push_format(
                out,
                format_args!(
                    "<a href=\"{}{}\" aria-label=\"{source}: {}{place}\">{source}{place}</a>",
                    escape(root),
                    escape(path),
                    escape(&mark.source.title),
                ),
            ),
            None => out.push_str(&escape(&mark.source.title)),
        }
    }
    out.push_str("]</sup>");
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::parts::Reference;
    use super::super::text_words::Numbered;
    use super::*;

    fn html(embedded: bool) -> String {
        let source = |path: Option<&str>, title: &str| {
            Arc::new(Reference { path: path.map(Into::into), title: title.into(), ..Reference::default() })
        };
        let marks = [
            MarkView { number: 1, time: 1, locator: Some("p. 14".into()), source: source(Some("sources/a/"), "A <b>") },
            MarkView { number: 2, time: 3, locator: None, source: source(None, "a source not published here") },
        ];
        let mut out = String::new();
        let words =
            TextWords { cited: Numbered("Source \u{fffc}".into()), source: "source".into(), ..TextWords::default() };
        write(&marks, &words, "../", embedded, &mut out);
        out
    }

    #[test]
    fn marks_are_numbers_on_their_own_page() {
        assert_eq!(
            html(false),
            "<sup class=\"cite-mark\">[<a id=\"citeref-1\" href=\"#cite-1\" role=\"doc-biblioref\" aria-label=\"Source 1, p. 14\">1, p. 14</a>; \
             <a id=\"citeref-2-3\" href=\"#cite-2\" role=\"doc-biblioref\" aria-label=\"Source 2\">2</a>]</sup>"
        );
    }

    #[test]
    fn marks_lead_to_the_sources_on_another_page() {
        assert_eq!(
            html(true),
            "<sup class=\"cite-mark\">[<a href=\"../sources/a/\" aria-label=\"source: A &lt;b&gt;, p. 14\">source, p. 14</a>; \
             a source not published here]</sup>"
        );
    }
}
