//! The files of people, hearings, organisations, places, cases and sources. Knows their front matter and how links to them are written.

use std::fmt::Write;

use super::random::Random;
use super::words::{self, sentence, words};
use super::{Corpus, Stream};

/// `dossier.toml`.
pub const SETTINGS: &str = "title = \"Corpus\"\ndescription = \"A site for measuring\"\nbase_url = \"https://corpus.example/\"\nlanguage = \"en\"\n";

impl Corpus {
    /// A link to the person with this number: by name, or by id when there is none.
    pub(super) fn person_link(number: usize) -> String {
        if is_unnamed(number) { format!("[[p{number:06}]]") } else { format!("[[{}]]", words::person(number)) }
    }

    /// A link to the organisation with this number.
    pub(super) fn organisation_link(number: usize) -> String {
        format!("[[{}]]", words::organisation(number))
    }

    /// A link to the place with this number.
    pub(super) fn place_link(number: usize) -> String {
        format!("[[{}]]", words::place(number))
    }

    /// A link to the hearing with this number.
    pub(super) fn hearing_link(&self, number: usize) -> String {
        format!("[[{}]]", self.hearing_title(number))
    }

    fn hearing_title(&self, number: usize) -> String {
        format!("{}, hearing {}", case_title(number % self.sizes.cases), number / self.sizes.cases + 1)
    }

    pub(super) fn person(&self, number: usize) -> String {
        let mut random = self.random(Stream::Person, number);
        let name = if is_unnamed(number) {
            format!("id: p{number:06}\nlabel: a witness, number {number}\nwithheld:\n  how: not-said")
        } else {
            format!("name: {}", words::person(number))
        };
        let summary = sentence(&mut random, 10, &[]);
        let organisation = Self::organisation_link(random.below(self.sizes.organisations));
        let place = Self::place_link(random.below(self.sizes.places));
        let text = sentence(&mut random, 30, &[organisation, place]);
        let source = source_title(random.below(self.sizes.sources));
        format!("---\n{name}\nsummary: {summary}\nsources: [\"[[{source}]]\"]\n---\n\n{text}\n")
    }

    pub(super) fn organisation(&self, number: usize) -> String {
        let mut random = self.random(Stream::Other, number);
        let place = Self::place_link(random.below(self.sizes.places));
        let name = words::organisation(number);
        let text = sentence(&mut random, 20, &[]);
        format!("---\nname: {name}\ntype: association\nplace: \"{place}\"\n---\n\n{text}\n")
    }

    pub(super) fn place(&self, number: usize) -> String {
        let mut random = self.random(Stream::Other, number + self.sizes.organisations);
        let (north, east) = (random.between(3600, 4200), random.between(2600, 4500));
        format!(
            "---\nname: {}\ncoordinates: [{}.{:02}, {}.{:02}]\nprecision: locality\n---\n",
            words::place(number),
            north / 100,
            north % 100,
            east / 100,
            east % 100
        )
    }

    pub(super) fn case(&self, number: usize) -> String {
        let mut random = self.random(Stream::Other, number + 2 * self.sizes.organisations);
        let defendants = self.people_list(&mut random, 4);
        let lawyers = self.people_list(&mut random, 3);
        let court = Self::organisation_link(random.below(self.sizes.organisations));
        let title = case_title(number);
        format!(
            "---\ntitle: {title}\ncourt: \"{court}\"\nnumbers: [\"2020/{number}\"]\ndefendants: {defendants}\nlawyers: {lawyers}\n---\n"
        )
    }

    pub(super) fn source(&self, number: usize) -> String {
        let mut random = self.random(Stream::Other, number + 3 * self.sizes.organisations);
        let retells = match number {
            1.. if number.is_multiple_of(3) => format!("derived_from: [\"[[{}]]\"]\n", source_title(number - 1)),
            _ => String::new(),
        };
        let (title, date) = (source_title(number), day(&mut random));
        format!("---\ntitle: {title}\ntype: article\npublished: {date}\n{retells}---\n")
    }

    pub(super) fn hearing(&self, number: usize) -> String {
        let mut random = self.random(Stream::Hearing, number);
        let witnesses = self.people.draw_different(&mut random, 4);
        let mut text = format!(
            "---\ntitle: {}\ncase: \"[[{}]]\"\nnumber: \"{}\"\ndate: {}\nstatus: held\nplace: \"{}\"\njudges: {}\nlawyers: {}\nwitnesses: {}\n---\n\n{}\n",
            self.hearing_title(number),
            case_title(number % self.sizes.cases),
            number / self.sizes.cases + 1,
            day(&mut random),
            Self::place_link(random.below(self.sizes.places)),
            self.people_list(&mut random, 3),
            self.people_list(&mut random, 3),
            list(witnesses.iter().map(|person| Self::person_link(*person))),
            sentence(&mut random, 30, &[]),
        );
        for statement in 1..=random.between(3, 12) {
            let speaker = witnesses[random.below(witnesses.len())];
            self.statement(&mut random, statement, speaker, &mut text);
        }
        text
    }

    fn statement(&self, random: &mut Random, number: usize, speaker: usize, text: &mut String) {
        let about = self.people.draw(random);
        let status = random.pick(&["reported", "alleged"]);
        let via = source_title(random.below(self.sizes.sources));
        let relation = match number {
            2.. if random.chance(20) => format!("> contradicts: [[#^s{}]]\n", random.between(1, number - 1)),
            _ => String::new(),
        };
        let quote = if random.chance(50) { format!(">\n> > {}\n", words(random, 12)) } else { String::new() };
        let (speaker, about) = (Self::person_link(speaker), Self::person_link(about));
        let said = sentence(random, 20, &[]);
        write!(
            text,
            "\n> [!testimony] {speaker} ^s{number}\n> about: {about}\n> status: {status}\n> via: [[{via}]]\n{relation}>\n> {said}\n{quote}"
        )
        .unwrap();
    }

    fn people_list(&self, random: &mut Random, most: usize) -> String {
        let count = random.between(1, most);
        list(self.people.draw_different(random, count).into_iter().map(Self::person_link))
    }
}

/// Links as a list of YAML.
pub fn list(links: impl Iterator<Item = String>) -> String {
    let quoted: Vec<String> = links.map(|link| format!("\"{link}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

/// A day from 2010 to 2025.
pub fn day(random: &mut Random) -> String {
    format!("{}-{:02}-{:02}", random.between(2010, 2025), random.between(1, 12), random.between(1, 28))
}

/// The title of the source with this number.
pub fn source_title(number: usize) -> String {
    format!("Report {number}")
}

/// The title of the case with this number.
pub fn case_title(number: usize) -> String {
    format!("Case {number}")
}

const fn is_unnamed(number: usize) -> bool {
    number % 50 == 49
}
