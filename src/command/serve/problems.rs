//! What is wrong with the site, as browsers draw it: plain words and places. Knows nothing of how it was found; every text here is text, never HTML.

use std::fmt::Write as _;

use serde::Serialize;

use crate::foundation::html::escape;

/// All that is wrong, errors first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Problems {
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
    /// Each of them, errors before warnings.
    pub list: Vec<Problem>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Which rule speaks; nothing where the machine failed.
    pub code: Option<&'static str>,
    /// What is wrong.
    pub message: String,
    /// Where; nothing where no file is at fault.
    pub place: Option<Place>,
    /// Other places that matter, each with what is there.
    pub notes: Vec<Note>,
    /// What to do; may be empty.
    pub help: String,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The path below the root of the site.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line of text; nothing where it must not or cannot be shown.
    pub excerpt: Option<Excerpt>,
    /// The address that opens the place in an editor.
    pub link: Option<String>,
}

/// A line of text in three parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// What stands before the words at fault.
    pub before: String,
    /// The words at fault; may be empty.
    pub marked: String,
    /// What stands after them.
    pub after: String,
}

/// Another place that matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What is there.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// How many are written on a page that stands in for a site; the terminal has them all.
const ON_A_PAGE: usize = 1_000;

impl Problems {
    /// The machine failed: one error in words, about no place in a file.
    #[must_use]
    pub fn failure(words: impl Into<String>) -> Self {
        let problem = Problem {
            severity: "error",
            code: None,
            message: words.into(),
            place: None,
            notes: Vec::new(),
            help: String::new(),
        };
        Self { errors: 1, warnings: 0, list: vec![problem] }
    }

    /// The page that stands in for a site which was never built without errors, up to the end of its body.
    pub(super) fn page(&self) -> String {
        let mut html = String::from(
            "<!doctype html><html lang=\"en\" class=\"problems\" data-dossier-problems><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>The site has errors</title>\
             <link rel=\"stylesheet\" href=\"/.dossier/reload.css\"></head><body><main>\
             <h1>The site has errors</h1><p class=\"about\">It is shown here as soon as they are gone.</p><ol>",
        );
        for problem in self.list.iter().take(ON_A_PAGE) {
            problem.write(&mut html);
        }
        html.push_str("</ol>");
        if let Some(more @ 1..) = self.list.len().checked_sub(ON_A_PAGE) {
            // Writing to a String cannot fail.
            let _ = write!(html, "<p>And {more} more: the terminal shows them all.</p>");
        }
        html.push_str("</main></body></html>");
        html
    }
}

impl Problem {
    fn write(&self, html: &mut String) {
        let severity = self.severity;
        let code = self.code.map(|code| format!(" <code class=\"code\">{}</code>", escape(code))).unwrap_or_default();
        let message = escape(&self.message);
        let _ = write!(html, "<li class=\"{severity}\"><p class=\"what\"><b>{severity}</b>{code} {message}</p>");
        if let Some(place) = &self.place {
            place.write(html);
        }
        for note in &self.notes {
            let _ = write!(html, "<p class=\"note\">{}</p>", escape(&note.text));
            note.place.write(html);
        }
        if !self.help.is_empty() {
            let _ = write!(html, "<p class=\"help\">{}</p>", escape(&self.help));
        }
        html.push_str("</li>");
    }
}

impl Place {
    fn write(&self, html: &mut String) {
        let Self { path, line, column, .. } = self;
        let words = format!("<bdi>{}</bdi>:{line}:{column}", escape(path));
        let _ = match &self.link {
            Some(link) => write!(html, "<p class=\"place\"><a href=\"{}\">{words}</a></p>", escape(link)),
            None => write!(html, "<p class=\"place\">{words}</p>"),
        };
        if let Some(Excerpt { before, marked, after }) = &self.excerpt {
            let [before, marked, after] = [before, marked, after].map(|part| escape(part));
            let _ = write!(
                html,
                "<pre><span class=\"number\">{line}</span><code>{before}<mark>{marked}</mark>{after}</code></pre>"
            );
        }
    }
}
