//! The terminal, or whatever stands in its place. Knows what goes to which stream, colours, and that a closed pipe is no failure.

use std::io::{self, IsTerminal as _, Write};

use anstream::{AutoStream, ColorChoice};

use super::args::{Color, Common};
use super::ask::Person;
use super::report::{self, Counts, Format, Report, Sources};
use crate::foundation::diagnostic::{Diagnostic, Severity};
use crate::source::failure::in_words;

/// Where a command's words go: results to standard output, everything else to standard error.
pub struct Shell {
    out: Stream,
    err: Stream,
    /// How diagnostics and lists are printed.
    pub format: Format,
    /// Whether only what is wrong is said.
    pub quiet: bool,
    /// Whether more is said.
    pub verbose: bool,
}

impl Shell {
    /// The streams of this process, as `options` want them.
    #[must_use]
    pub fn of_process(options: &Common) -> Self {
        let choice = match options.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let out = io::BufWriter::new(AutoStream::new(io::stdout(), choice));
        Self::new(Box::new(out), Box::new(AutoStream::new(io::stderr(), choice)), options)
    }

    /// Other streams, for tests.
    #[must_use]
    pub fn new(out: Box<dyn Write + Send>, err: Box<dyn Write + Send>, options: &Common) -> Self {
        let Common { format, quiet, verbose, .. } = *options;
        Self { out: Stream::Open(out), err: Stream::Open(err), format, quiet, verbose }
    }

    /// A result, to standard output as it is.
    pub fn result(&mut self, text: &str) {
        self.out.write(|out| out.write_all(text.as_bytes()));
    }

    /// A remark, which `--quiet` silences, and which other programs do not get to read.
    pub fn note(&mut self, text: &str) {
        if !self.quiet && self.format != Format::Json {
            self.err.write(|err| writeln!(err, "{text}"));
        }
    }

    /// A remark for those who want to know more.
    pub fn detail(&mut self, text: &str) {
        if self.verbose {
            self.note(text);
        }
    }

    /// A warning that is about no place in a file.
    pub fn warning(&mut self, text: &str) {
        let format = self.format;
        self.err.write(|err| report::write_plain(err, format, Severity::Warning, text));
    }

    /// Why the command did not do what it was asked for.
    pub fn failure(&mut self, text: &str) {
        let format = self.format;
        self.err.write(|err| report::write_plain(err, format, Severity::Error, text));
    }

    /// What is wrong with the author's text, and after it how much that was.
    pub fn diagnostics(&mut self, diagnostics: &[Diagnostic], sources: &dyn Sources) -> Counts {
        let report = Report::new(diagnostics, sources);
        let format = self.format;
        self.err.write(|err| {
            let mut err = io::BufWriter::new(err);
            report.write(&mut err, format)?;
            err.flush()
        });
        let counts = report.counts();
        if let (Format::Human | Format::Short, Some(sentence)) = (format, counts.sentence()) {
            self.note(&sentence);
        }
        counts
    }

    /// Asks something that is answered with yes or no, once everything before it can be read; no answer is no. Nothing where nobody sits at
    /// a terminal.
    pub fn ask(&mut self, question: &str) -> Option<bool> {
        if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
            return None;
        }
        self.flush();
        self.err.write(|err| {
            write!(err, "{question} [y/N] ")?;
            err.flush()
        });
        let mut answer = String::new();
        let is_read = io::stdin().read_line(&mut answer).is_ok();
        Some(is_read && ["y", "yes"].contains(&answer.trim().to_ascii_lowercase().as_str()))
    }

    /// Whether somebody sits at a terminal who can be asked.
    #[must_use]
    pub fn can_ask(&self) -> bool {
        !self.quiet && io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// A report that is the result, to standard output.
    pub fn report(&mut self, report: &Report<'_>) {
        let format = self.format;
        self.out.write(|out| report.write(out, format));
    }

    /// What someone answers to `question`, which stands below `report`; nothing when nobody does.
    pub fn answer(&mut self, report: Option<&Report<'_>>, question: &str) -> Option<String> {
        self.err.write(|err| {
            if let Some(report) = report {
                report.write(err, Format::Human)?;
            }
            write!(err, "{question}")?;
            err.flush()
        });
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).is_ok_and(|length| length > 0).then_some(answer)
    }

    /// Sends results on at once, for those who wait for the next.
    pub fn flush(&mut self) {
        self.out.write(|out| out.flush());
    }

    /// Sends on what is still held back.
    ///
    /// # Errors
    /// When a stream could not be written to for another reason than that nobody reads it any more; it has been said then, if that was possible.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.write(|out| out.flush());
        if let Stream::Failed(error) = &self.out {
            let text = format!("the result could not be written: {}", in_words(error));
            self.failure(&text);
        }
        self.err.write(|err| err.flush());
        match (self.out, self.err) {
            (Stream::Failed(error), _) | (_, Stream::Failed(error)) => Err(error),
            _ => Ok(()),
        }
    }
}

impl Person for Shell {
    fn line(&mut self, question: &str) -> Option<String> {
        self.answer(None, question)
    }

    fn tell(&mut self, text: &str) {
        self.err.write(|err| writeln!(err, "{text}"));
    }
}

enum Stream {
    Open(Box<dyn Write + Send>),
    /// The reader has gone, as `head` does when it has its lines: what follows is dropped.
    Closed,
    Failed(io::Error),
}

impl Stream {
    fn write(&mut self, act: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) {
        if let Self::Open(stream) = self
            && let Err(error) = act(stream.as_mut())
        {
            *self = if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Failed(error) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream that fails in one way.
    struct Broken(io::ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shell(kind: io::ErrorKind) -> Shell {
        let options = Common { root: None, quiet: false, verbose: false, format: Format::Human, color: Color::Never };
        Shell::new(Box::new(Broken(kind)), Box::new(io::sink()), &options)
    }

    #[test]
    fn a_reader_that_has_gone_is_no_failure_and_a_full_disk_is_one() {
        let mut gone = shell(io::ErrorKind::BrokenPipe);
        gone.result("a\n");
        gone.result("b\n");
        assert!(gone.finish().is_ok());
        let mut full = shell(io::ErrorKind::StorageFull);
        full.result("a\n");
        assert_eq!(full.finish().unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}
