//! A record of any size that does not exist: hearings of ten statements, sources that retell each other, relations of every kind
//! within a hearing and between hearings. The same size gives the same bytes. Knows Markdown, nothing of what follows from it.

use std::fmt::Write;

use dossier::source::tree::{SourceFile, SourceTree};

/// How many statements stand on the page of each hearing.
pub const STATEMENTS: usize = 10;
/// How long a chain of retelling can be.
const CHAIN: usize = 8;

/// A record with this many hearings; with half as many sources, and a fifth as many people and ten.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    /// The number of hearings, of which there are at least four.
    pub hearings: usize,
}

impl Record {
    /// How many sources it has.
    pub const fn sources(self) -> usize {
        self.hearings / 2
    }

    const fn people(self) -> usize {
        self.hearings / 5 + 10
    }

    /// All of its files.
    pub fn tree(self) -> SourceTree {
        let people = (0..self.people()).map(|number| (format!("content/people/p{number}.md"), person(number)));
        let sources = (0..self.sources()).map(|number| (format!("content/sources/r{number}.md"), source(number)));
        let hearings =
            (0..self.hearings).map(|number| (format!("content/hearings/h{number}.md"), self.hearing(number)));
        let settings = ("dossier.toml".to_owned(), "title = \"Record\"\n".to_owned());
        let files = std::iter::once(settings).chain(people).chain(sources).chain(hearings);
        files.map(|(path, text)| SourceFile::text(&path, &text)).collect()
    }

    fn hearing(self, hearing: usize) -> String {
        let mut text = format!("---\ntitle: Hearing {hearing}\n---\n\n");
        for index in 0..STATEMENTS {
            let number = hearing * STATEMENTS + index;
            let person = |step: usize| (number * step + index) % self.people();
            let speaker = if index == 9 { "unattributed".to_owned() } else { format!("[[p{}]]", person(31)) };
            let status = if index % 2 == 0 { "alleged" } else { "reported" };
            writeln!(text, "> [!testimony] {speaker} ^s{index}").unwrap();
            writeln!(text, "> about: [[p{}]], [[p{}]]\n> status: {status}", person(7), person(13)).unwrap();
            let via: Vec<String> =
                (0..=number % 3).map(|step| format!("[[r{}]]", (number * 3 + step * 17) % self.sources())).collect();
            writeln!(text, "> via: {}", via.join(", ")).unwrap();
            if let Some((relation, other)) = self.relation(hearing, index) {
                writeln!(text, "> {relation}: [[h{other}#^s{}]]", index - 1).unwrap();
            }
            writeln!(text, ">\n> Said something, the {number}th of its kind.\n").unwrap();
        }
        text
    }

    /// What the statement does to the one before it, in the same hearing or in one far from it.
    const fn relation(self, hearing: usize, index: usize) -> Option<(&'static str, usize)> {
        let far = (hearing + self.hearings / 2) % self.hearings;
        match index % 5 {
            1 => Some(("contradicts", hearing)),
            2 => Some(("denies", far)),
            3 => Some(("supports", far)),
            4 => Some(("repeats", hearing)),
            _ => None,
        }
    }
}

/// Every seventh has replied.
fn person(number: usize) -> String {
    let reply =
        if number.is_multiple_of(7) { "replies:\n  - {from: Counsel, date: 2021-01-01, text: No.}\n" } else { "" };
    format!("---\nname: Person {number}\n{reply}---\n")
}

/// Each retells the one before it, but for the first of a chain; some retell the first as well. Every third chain begins unseen.
fn source(number: usize) -> String {
    let place = number % CHAIN;
    let retold = match place {
        0 if (number / CHAIN).is_multiple_of(3) => "seen: false\n".to_owned(),
        0 => String::new(),
        5 => format!("derived_from: [\"[[r{}]]\", \"[[r{}]]\"]\n", number - 1, number - place),
        _ => format!("derived_from: [\"[[r{}]]\"]\n", number - 1),
    };
    format!("---\ntitle: Report {number}\n{retold}---\n")
}
