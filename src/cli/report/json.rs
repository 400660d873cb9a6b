//! One JSON object a line, for editors and other programs. The names of the fields are public and stable.

use std::io::{self, Write};

use serde::Serialize;

use super::message_with_page;
use super::place::{Located, Place};
use crate::foundation::diagnostic::Severity;

#[derive(Serialize)]
struct Line<'a> {
    /// Null for what is no rule of the site: a full disk, a port that is taken.
    code: Option<&'static str>,
    severity: &'static str,
    message: String,
    #[serde(flatten)]
    place: JsonPlace<'a>,
    labels: Vec<JsonLabel<'a>>,
    help: &'a str,
}

/// Lines and columns count from 1, columns in characters; the end is the character after the last one. All are null where the file is not known.
#[derive(Serialize)]
struct JsonPlace<'a> {
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct JsonLabel<'a> {
    #[serde(flatten)]
    place: JsonPlace<'a>,
    message: &'a str,
}

impl<'a> JsonPlace<'a> {
    fn of(place: Option<&Place<'a>>) -> Self {
        Self {
            path: place.map(|place| place.path),
            line: place.map(|place| place.start.line),
            column: place.map(|place| place.start.column),
            end_line: place.map(|place| place.end.line),
            end_column: place.map(|place| place.end.column),
        }
    }
}

/// The diagnostic as one line of JSON.
pub fn write(out: &mut dyn Write, located: &Located<'_>) -> io::Result<()> {
    let diagnostic = located.diagnostic;
    let line = Line {
        code: Some(diagnostic.code.name()),
        severity: diagnostic.severity().name(),
        message: message_with_page(diagnostic),
        place: JsonPlace::of(located.place.as_ref()),
        labels: located
            .labels
            .iter()
            .map(|(place, message)| JsonLabel { place: JsonPlace::of(Some(place)), message })
            .collect(),
        help: &diagnostic.help,
    };
    write_line(out, &line)
}

/// A sentence without a code and without a place.
pub fn write_plain(out: &mut dyn Write, severity: Severity, text: &str) -> io::Result<()> {
    let place = JsonPlace::of(None);
    let line =
        Line { code: None, severity: severity.name(), message: text.to_owned(), place, labels: Vec::new(), help: "" };
    write_line(out, &line)
}

fn write_line(out: &mut dyn Write, line: &Line<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    writeln!(out)
}
