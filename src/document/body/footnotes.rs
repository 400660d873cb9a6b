//! Footnotes: their marks in the text and their texts at its end. Knows which is which by name, and numbers them in the order of their first use.

use std::collections::BTreeMap;

use icu_casemap::CaseMapperBorrowed;

use super::Chunk;
use super::out::Out;
use super::problems::Problems;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;

/// The footnotes of one body.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// The names in the order of their first use, each with the number of its marks.
    used: Vec<(String, u32)>,
    numbers: BTreeMap<String, usize>,
    texts: BTreeMap<String, (Out, Span)>,
}

impl Footnotes {
    /// A mark of the footnote `label`: its number, and which of its marks this is, both from 1.
    pub(super) fn mark(&mut self, label: &str) -> (u32, u32) {
        let key = key(label);
        let index = *self.numbers.entry(key).or_insert_with_key(|key| {
            self.used.push((key.clone(), 0));
            self.used.len() - 1
        });
        let time = self.used.get_mut(index).map_or(1, |(_, times)| {
            *times += 1;
            *times
        });
        (u32::try_from(index + 1).unwrap_or(u32::MAX), time)
    }

    /// The text of the footnote `label`, whose label stands at `span`.
    pub(super) fn add(&mut self, label: &str, text: Out, span: Span, problems: &mut Problems) {
        let key = key(label);
        if let Some((_, first)) = self.texts.get(&key) {
            let message = format!("the footnote `[^{label}]` has two texts");
            let problem = Diagnostic::new(Code::InvalidFootnote, span, message)
                .label(*first, "the first text")
                .help("give one of them another name");
            return problems.add(problem);
        }
        if text.is_empty() {
            let message = format!("the footnote `[^{label}]` has no text");
            problems.add(Diagnostic::new(Code::InvalidFootnote, span, message).help("write its text after the colon"));
        }
        self.texts.insert(key, (text, span));
    }

    /// Writes the list of footnotes, and reports those that nothing in the text uses.
    pub(super) fn write(mut self, out: &mut Out, problems: &mut Problems) {
        let mut list = Out::default();
        for (index, (key, times)) in self.used.iter().enumerate() {
            if let Some((text, _)) = self.texts.remove(key) {
                write_one(&mut list, index + 1, *times, text);
            }
        }
        for (_, span) in self.texts.values() {
            let message = "nothing in the text leads to this footnote, so its text would be lost";
            let problem = Diagnostic::new(Code::InvalidFootnote, *span, message)
                .help("put its mark where it belongs, or delete it");
            problems.add(problem);
        }
        if list.is_empty() {
            return;
        }
        out.hole(Chunk::FootnotesStart);
        out.raw("<ol>\n");
        out.append(list);
        out.raw("</ol>\n");
        out.hole(Chunk::FootnotesEnd);
    }
}

fn write_one(out: &mut Out, number: usize, times: u32, mut text: Out) {
    let ends_in_paragraph = text.strip_end("</p>\n");
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    out.hole(Chunk::NoteStart(number));
    out.append(text);
    for time in 1..=times {
        out.hole(Chunk::NoteBack { number, time });
    }
    out.raw(if ends_in_paragraph { "</p></li>\n" } else { "</li>\n" });
    out.hole(Chunk::NoteEnd);
}

/// Names of footnotes are compared as the parser compares them: by Unicode's case folding. They are no names of people.
fn key(label: &str) -> String {
    CaseMapperBorrowed::new().fold_string(label).into_owned()
}
