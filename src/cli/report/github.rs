//! Workflow commands that GitHub shows beside the lines of a change. Source: GitHub, "Workflow commands for GitHub Actions".

use std::io::{self, Write};

use super::place::Located;
use super::{message_with_page, one_line};
use crate::foundation::diagnostic::Severity;

/// `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=code::message`.
pub fn write(out: &mut dyn Write, located: &Located<'_>) -> io::Result<()> {
    let diagnostic = located.diagnostic;
    write!(out, "::{} ", command(diagnostic.severity()))?;
    if let Some(place) = &located.place {
        write!(out, "file={},line={},col={}", property(place.path), place.start.line, place.start.column)?;
        write!(out, ",endLine={},", place.end.line)?;
        // GitHub refuses an end column when the end is on another line.
        if place.end.line == place.start.line {
            write!(out, "endColumn={},", place.end.column)?;
        }
    }
    write!(out, "title={}::{}", diagnostic.code.name(), data(&message_with_page(diagnostic)))?;
    for line in diagnostic.help.lines() {
        write!(out, "%0A{}", data(line))?;
    }
    writeln!(out)
}

/// `::error::text`.
pub fn write_plain(out: &mut dyn Write, severity: Severity, text: &str) -> io::Result<()> {
    writeln!(out, "::{}::{}", command(severity), data(text))
}

const fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Suggestion => "notice",
        other => other.name(),
    }
}

fn data(text: &str) -> String {
    one_line(text).replace('%', "%25")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
