//! The narratives: 400 to 1,200 words with headings, lists, tables, quotes, notes and now and then code, and links among them. Knows Markdown, not the entities behind the links.

use std::fmt::Write;

use super::entities::{case_title, day, list};
use super::random::Random;
use super::words::{capital, sentence, words};
use super::{Corpus, Stream};

impl Corpus {
    pub(super) fn dossier(&self, number: usize) -> String {
        let mut random = self.random(Stream::Dossier, number);
        let random = &mut random;
        let count = random.between(3, 12);
        let people = self.people.draw_different(random, count);
        let hearings = [random.below(self.sizes.hearings), random.below(self.sizes.hearings)];
        let mut text = format!(
            "---\ntitle: {}\ndate: {}\nauthors: [{}]\nsummary: {}\npeople: {}\nhearings: {}\ncases: [\"[[{}]]\"]\n---\n\n",
            dossier_title(number),
            day(random),
            capital(&words(random, 2)),
            sentence(random, 14, &[]),
            list(people.iter().map(|person| Self::person_link(*person))),
            list(hearings[..random.between(1, 2)].iter().map(|hearing| self.hearing_link(*hearing))),
            case_title(hearings[0] % self.sizes.cases),
        );
        let links = self.dossier_links(random, number, &people, &hearings);
        body(random, &links, &mut text);
        text
    }

    /// 5 to 15 links to entities and 2 to 5 to dossiers, in no order.
    fn dossier_links(&self, random: &mut Random, own: usize, people: &[usize], hearings: &[usize]) -> Vec<String> {
        let mut links: Vec<String> = (0..random.between(5, 15))
            .map(|_| match random.below(6) {
                0 => Self::organisation_link(random.below(self.sizes.organisations)),
                1 => Self::place_link(random.below(self.sizes.places)),
                2 => self.hearing_link(hearings[random.below(hearings.len())]),
                _ => Self::person_link(people[random.below(people.len())]),
            })
            .collect();
        for _ in 0..random.between(2, 5) {
            let other = (own + 1 + random.below(self.sizes.dossiers)) % self.sizes.dossiers;
            let label = words(random, 2);
            links.insert(random.below(links.len()), format!("[[{}|{label}]]", dossier_title(other)));
        }
        links
    }
}

/// The title of the dossier with this number.
fn dossier_title(number: usize) -> String {
    format!("Dossier {number}")
}

/// Sections until there are enough words; the links are spread over all of them.
fn body(random: &mut Random, links: &[String], text: &mut String) {
    let wanted = random.between(400, 1200);
    let has_code = random.chance(5);
    let paragraphs = wanted / 60;
    let mut rest = links;
    for paragraph in 0..paragraphs {
        if paragraph % 4 == 1 {
            writeln!(text, "## {}\n", capital(&words(random, 4))).unwrap();
        }
        let take = rest.len().div_ceil(paragraphs - paragraph);
        let (here, later) = rest.split_at(take);
        rest = later;
        block(random, paragraph, here, text);
    }
    if has_code {
        writeln!(text, "```json\n{{\"{}\": [1, 2, \"{}\"]}}\n```\n", words(random, 1), words(random, 2)).unwrap();
    }
    writeln!(text, "[^1]: {}\n\n[^2]: {}", sentence(random, 12, &[]), sentence(random, 8, &[])).unwrap();
}

/// A paragraph of about 60 words, or a list, table or quote of that length.
fn block(random: &mut Random, number: usize, links: &[String], text: &mut String) {
    let note = match number {
        0 => "[^1]",
        2 => "[^2]",
        _ => "",
    };
    match random.below(if number > 2 { 10 } else { 6 }) {
        6 => {
            let parts = links.iter().map(String::as_str).chain(["nothing"]);
            for part in parts {
                writeln!(text, "- {} {part} *{}*", capital(&words(random, 8)), words(random, 3)).unwrap();
            }
        }
        7 => {
            text.push_str("| When | Who | What |\n| --- | --- | --- |\n");
            let parts = links.iter().map(|link| link.replace('|', "\\|")).chain(["nobody".to_owned()]);
            for part in parts {
                writeln!(text, "| {} | {part} | {} |", day(random), words(random, 8)).unwrap();
            }
        }
        8 => writeln!(text, "> {}\n>\n> {}", sentence(random, 30, links), sentence(random, 20, &[])).unwrap(),
        _ => {
            let first = sentence(random, 25, links);
            let (second, third) = (sentence(random, 18, &[]), sentence(random, 14, &[]));
            writeln!(text, "{first}{note} **{}** {second} {third}", capital(&words(random, 2))).unwrap();
        }
    }
    text.push('\n');
}
