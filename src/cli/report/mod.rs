//! Diagnostics on their way to people, editors and other programs. Knows how they are sorted and printed, not how they were found.

mod github;
mod human;
mod json;
mod place;
#[cfg(feature = "serve")]
mod problems;
mod short;

use std::io::{self, Write};

use clap::ValueEnum;

use place::Located;
#[cfg(feature = "serve")]
pub use problems::problems;

use crate::foundation::diagnostic::{Diagnostic, Severity};
use crate::foundation::span::FileId;

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// With the line of text and the words underlined.
    #[default]
    Human,
    /// One line for each.
    Short,
    /// One JSON object a line, for other programs.
    Json,
    /// Notes beside the lines of a change on GitHub.
    Github,
}

/// A file that a diagnostic speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its path below the root of the site.
    pub path: &'a str,
    /// Its text; nothing for a file that could not be read or is no text.
    pub text: Option<&'a str>,
}

/// Where the report finds the files that diagnostics name.
pub trait Sources {
    /// The file with this id, when it is known.
    fn source(&self, file: FileId) -> Option<Source<'_>>;
}

/// No files: for diagnostics that have no place.
impl Sources for () {
    fn source(&self, _: FileId) -> Option<Source<'_>> {
        None
    }
}

/// How many there were, after doubles were taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Suggestions.
    pub suggestions: usize,
}

impl Counts {
    /// "3 errors, 1 warning"; nothing when there were none.
    #[must_use]
    pub fn sentence(self) -> Option<String> {
        let part = |count: usize, word: &str| match count {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{count} {word}s")),
        };
        let parts: Vec<String> = [(self.errors, "error"), (self.warnings, "warning"), (self.suggestions, "suggestion")]
            .into_iter()
            .filter_map(|(count, word)| part(count, word))
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Diagnostics with their places, sorted by path and place, each once.
pub struct Report<'a>(Vec<Located<'a>>);

impl<'a> Report<'a> {
    /// Finds the places of `diagnostics` in `sources`.
    #[must_use]
    pub fn new(diagnostics: &'a [Diagnostic], sources: &'a dyn Sources) -> Self {
        Self(place::locate(diagnostics, sources))
    }

    /// How many there are.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.0.iter().fold(Counts::default(), |mut counts, located| {
            match located.diagnostic.severity() {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Suggestion => counts.suggestions += 1,
            }
            counts
        })
    }

    /// Prints all to `out`. The human format is coloured; `out` takes the colours away where they do not belong.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn write(&self, out: &mut dyn Write, format: Format) -> io::Result<()> {
        let write = match format {
            Format::Human => human::write,
            Format::Short => short::write,
            Format::Json => json::write,
            Format::Github => github::write,
        };
        self.0.iter().try_for_each(|located| write(out, located))
    }
}

/// Prints `diagnostics` to `out` and counts them: [`Report`] in one call.
///
/// # Errors
/// When `out` cannot be written to.
pub fn print(
    out: &mut dyn Write,
    format: Format,
    diagnostics: &[Diagnostic],
    sources: &dyn Sources,
) -> io::Result<Counts> {
    let report = Report::new(diagnostics, sources);
    report.write(out, format)?;
    Ok(report.counts())
}

/// A sentence that is about no place in a file, in `format`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_plain(out: &mut dyn Write, format: Format, severity: Severity, text: &str) -> io::Result<()> {
    match format {
        Format::Human | Format::Short => human::write_plain(out, severity, text),
        Format::Json => json::write_plain(out, severity, text),
        Format::Github => github::write_plain(out, severity, text),
    }
}

/// `text` on one line: line ends become spaces, and characters that steer a terminal or turn the direction of reading are spelt out.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => line.push(' '),
            letter
                if letter.is_control()
                    || matches!(letter, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}') =>
            {
                line.extend(letter.escape_unicode());
            }
            letter => line.push(letter),
        }
    }
    line
}

/// The message, and the page that was being made where the fault is in a template.
fn message_with_page(diagnostic: &Diagnostic) -> String {
    match &diagnostic.page {
        Some(page) => format!("{} (while making {page})", diagnostic.message),
        None => diagnostic.message.clone(),
    }
}

#[cfg(test)]
mod tests;
