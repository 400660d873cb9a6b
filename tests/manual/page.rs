//! A page of the manual: the files and commands in its fenced blocks, in order. Knows fences of Markdown and nothing of the program.

use std::ops::Range;

/// What a page has its reader do.
#[derive(Debug, Default)]
pub struct Page {
    /// In the order of the text.
    pub steps: Vec<Step>,
}

/// One thing to do.
#[derive(Debug)]
pub enum Step {
    /// A file to write: a block with a path behind its language.
    File {
        path: String,
        content: String,
        /// Where its block begins in the page.
        start: usize,
    },
    /// A command to type, in a block `console`, and what it prints.
    Command { typed: String, printed: Expected },
    /// What the program finds in the files as they stand, in a block `text output`.
    Said(Expected),
}

/// A text that the program is to print.
#[derive(Debug)]
pub struct Expected {
    pub text: String,
    /// Where it stands in the page.
    place: Range<usize>,
}

impl Page {
    /// Reads a page.
    pub fn read(text: &str) -> Self {
        let mut page = Self::default();
        let mut open: Option<(&str, &str, usize, usize)> = None;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim_end();
            let marks = trimmed.len() - trimmed.trim_start_matches('`').len();
            match open {
                Some((fence, info, start, inside)) if trimmed == fence => {
                    page.block(text, info, start, inside..at);
                    open = None;
                }
                None if marks >= 3 && !trimmed[marks..].contains('`') => {
                    open = Some((&trimmed[..marks], &trimmed[marks..], at, at + line.len()));
                }
                _ => {}
            }
            at += line.len();
        }
        assert!(open.is_none(), "a block without end");
        page
    }

    fn block(&mut self, text: &str, info: &str, start: usize, inside: Range<usize>) {
        match info.split(' ').collect::<Vec<_>>().as_slice() {
            ["console"] => self.commands(text, inside),
            ["text", "output"] => {
                self.steps.push(Step::Said(Expected { text: text[inside.clone()].to_owned(), place: inside }));
            }
            [_, path] => {
                let (path, content) = ((*path).to_owned(), text[inside].to_owned());
                self.steps.push(Step::File { path, content, start });
            }
            _ => {}
        }
    }

    fn commands(&mut self, text: &str, inside: Range<usize>) {
        let mut at = inside.start;
        let mut last: Option<(String, usize)> = None;
        let mut typed_on = false;
        for line in text[inside.clone()].split_inclusive('\n') {
            let end = at + line.len();
            if let Some((typed, start)) = last.as_mut().filter(|_| typed_on) {
                typed.push_str(line);
                *start = end;
            } else if let Some(typed) = line.strip_prefix("$ ") {
                if let Some((typed, start)) = last.replace((typed.to_owned(), end)) {
                    self.command(&typed, text, start..at);
                }
            } else {
                assert!(last.is_some(), "a block `console` begins with a line `$ …`, not with {line}");
            }
            typed_on = line.ends_with("\\\n") && last.as_ref().is_some_and(|(_, start)| *start == end);
            at = end;
        }
        if let Some((typed, start)) = last {
            self.command(&typed, text, start..inside.end);
        }
    }

    fn command(&mut self, typed: &str, text: &str, place: Range<usize>) {
        let printed = Expected { text: text[place.clone()].to_owned(), place };
        self.steps.push(Step::Command { typed: typed.trim_end().to_owned(), printed });
    }

    /// The files whose path does not stand in the paragraph before them, where a reader of the page sees it.
    pub fn unannounced(&self, text: &str) -> Vec<String> {
        let unannounced = |step: &Step| match step {
            Step::File { path, start, .. } => {
                let before = text[..*start].trim_end().rsplit("\n\n").next().unwrap_or_default();
                (!before.contains(&format!("`{path}`"))).then(|| path.clone())
            }
            _ => None,
        };
        let words =
            |path| format!("the block of {path} is not announced: its path is to stand in the paragraph before it");
        self.steps.iter().filter_map(unannounced).map(words).collect()
    }

    /// The page with `outputs` in the place of what it expects, one for each command and each `text output`.
    pub fn with_outputs(&self, text: &str, outputs: &[String]) -> String {
        let mut new = String::with_capacity(text.len());
        let mut done = 0;
        let expected = self.steps.iter().filter_map(|step| match step {
            Step::File { .. } => None,
            Step::Command { printed, .. } => Some(printed),
            Step::Said(said) => Some(said),
        });
        for (expected, output) in expected.zip(outputs) {
            new.push_str(&text[done..expected.place.start]);
            new.push_str(output);
            done = expected.place.end;
        }
        new + &text[done..]
    }
}
