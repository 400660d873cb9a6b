//! Blocks that are shown letter by letter: code, and HTML that is not used as HTML. Knows how they are written.

use std::ops::Range;

use super::highlight;
use super::inline::{html_comment, raw_html};
use super::writer::Writer;
use crate::foundation::diagnostic::{Code, Diagnostic};

/// Code or HTML while it is read.
#[derive(Debug)]
pub(super) struct Verbatim {
    /// The language of code; nothing for HTML.
    language: Option<String>,
    text: String,
    range: Range<usize>,
}

impl Verbatim {
    /// Code with this label after its fence.
    pub(super) fn code(label: &str, range: Range<usize>) -> Self {
        let language = label.split([' ', '\t', ',', '{']).next().unwrap_or_default();
        Self { language: Some(language.to_owned()), text: String::new(), range }
    }

    /// HTML.
    pub(super) const fn html(range: Range<usize>) -> Self {
        Self { language: None, text: String::new(), range }
    }
}

impl Writer<'_, '_> {
    /// Adds a part of the code or HTML that is being read.
    pub(super) fn more_verbatim(&mut self, text: &str) {
        if let Some(verbatim) = &mut self.verbatim {
            verbatim.text.push_str(text);
        }
    }

    /// The code or HTML ends.
    pub(super) fn end_verbatim(&mut self) {
        let Some(Verbatim { language, text, range }) = self.verbatim.take() else { return };
        match language {
            Some(language) => self.code_block(&language, &text, &range),
            None => self.html_block(&text, &range),
        }
    }

    fn code_block(&mut self, language: &str, code: &str, range: &Range<usize>) {
        if matches!(language, "dataview" | "dataviewjs" | "mermaid" | "query") {
            let first_line = self.source.slice(range.clone()).lines().next().map_or(0, str::len);
            let span = self.source.span(range.start..range.start + first_line);
            let message = format!("`{language}` is not run here; it is shown as code");
            let problem = Diagnostic::new(Code::UnsupportedSyntax, span, message);
            self.problems.add(problem.help("write its result, or take it out"));
        }
        // Long lines scroll, and whoever has no mouse scrolls with the keys.
        self.out.raw("<pre tabindex=\"0\"");
        *self.last_block_mut() = Some(self.out.len());
        self.out.raw("><code");
        if !language.is_empty() {
            self.out.raw(" class=\"language-");
            self.out.text(language);
            self.out.raw("\"");
        }
        self.out.raw(">");
        highlight::write(code, language, &mut self.colours, &mut self.out);
        self.out.raw("</code></pre>\n");
    }

    fn html_block(&mut self, html: &str, range: &Range<usize>) {
        // Where it is set in, the text has the white space before it, and the place has not.
        let first_line = self.source.slice(range.clone()).lines().next().unwrap_or_default().trim_end().len();
        let span = self.source.span(range.start..range.start + first_line);
        if html.contains("<!--") {
            return self.problems.add(html_comment(span));
        }
        self.problems.add(raw_html(span));
        self.out.raw("<p");
        *self.last_block_mut() = Some(self.out.len());
        self.out.raw(">");
        self.out.text(html.trim_end());
        self.out.raw("</p>\n");
    }
}
