//! Random sites: people named and not named, drafts, sources, hearings, and statements whose words hold a mark of their own.
//! Knows what an author could write, not what becomes of it.

use std::fmt::Write as _;

use dossier::source::tree::{SourceFile, SourceTree};
use proptest::collection::vec;
use proptest::prelude::*;

/// How many people, hearings and sources a site has.
const PEOPLE: usize = 5;
const HEARINGS: usize = 3;
const SOURCES: usize = 3;
/// Pages on which statements can stand: the hearings, the dossier, and the first two people.
const PAGES: usize = HEARINGS + 3;

const NAMES: [&str; PEOPLE] = ["Ada Kestrel", "Bora Heron", "Can Plover", "Defne Curlew", "Ece Dunlin"];
const LABELS: [&str; PEOPLE] = ["a guard", "a driver", "a clerk", "a nurse", "a pilot"];
pub const STAGES: [&str; 9] = [
    "not-a-party",
    "named-in-file",
    "suspect",
    "charged",
    "on-trial",
    "acquitted",
    "dismissed",
    "convicted-appealable",
    "convicted-final",
];

/// A person of the site.
#[derive(Debug, Clone)]
pub struct Person {
    unnamed: bool,
    draft: bool,
    /// Further lines of the front matter.
    lines: Vec<&'static str>,
}

/// A statement of the site.
#[derive(Debug, Clone)]
pub struct Statement {
    page: usize,
    status: usize,
    /// One of the people, or nobody.
    speaker: Option<usize>,
    has_label: bool,
    about: Vec<usize>,
    via: Vec<usize>,
    shape: usize,
    named: usize,
    relation: Option<(usize, usize)>,
}

/// The standing of a party.
#[derive(Debug, Clone)]
pub struct Party {
    case: usize,
    who: usize,
    stage: usize,
    day: u8,
    source: usize,
}

/// A site.
#[derive(Debug, Clone)]
pub struct Invented {
    people: Vec<Person>,
    statements: Vec<Statement>,
    parties: Vec<Party>,
    /// Whether the third hearing and the third source are drafts.
    drafts: (bool, bool),
    /// Whether pages begin with a paragraph, or at once with a statement.
    has_lead: bool,
    /// What the dossier shows of which hearing: a statement, a section, or all of it.
    embeds: Vec<(usize, usize)>,
}

/// What an output may say of a statement.
#[derive(Debug, Clone)]
pub struct Expected {
    /// A word that stands in this statement alone.
    pub mark: String,
    /// Whether it is published at all.
    pub is_published: bool,
    /// Who said it, as readers get it.
    pub attribution: String,
    /// Its standing.
    pub status: &'static str,
}

/// What an output may say of a party.
#[derive(Debug, Clone)]
pub struct Standing {
    pub who: String,
    pub case: String,
    pub stage: &'static str,
    pub date: String,
    pub source: String,
}

const STATUSES: [&str; 4] = ["alleged", "reported", "established", "retracted"];
const FORMS: [&str; 3] = ["testimony", "submission", "background"];
const RELATIONS: [&str; 5] = ["contradicts", "denies", "supports", "repeats", "corrects"];

fn person() -> impl Strategy<Value = Person> {
    let lines = proptest::sample::subsequence(vec!["page: false", "aggregate: false", "noindex: true"], 0..=3);
    let drafts = prop_oneof![4 => Just(false), 1 => Just(true)];
    (any::<bool>(), drafts, lines).prop_map(|(unnamed, draft, lines)| Person { unnamed, draft, lines })
}

fn statement() -> impl Strategy<Value = Statement> {
    let speaker = prop_oneof![4 => (0..PEOPLE).prop_map(Some), 1 => Just(None)];
    let status = prop_oneof![3 => Just(0), 2 => 1..4_usize];
    let heads = (0..PAGES, status, speaker, 0..5_u8, vec(0..PEOPLE, 0..3), vec(0..SOURCES, 0..3));
    let rest = (0..8_usize, 0..PEOPLE, proptest::option::of((0..RELATIONS.len(), 0..20_usize)));
    (heads, rest).prop_map(|((page, status, speaker, label, about, via), (shape, named, relation))| Statement {
        page,
        status,
        speaker,
        has_label: label == 0,
        about,
        via,
        shape,
        named,
        relation,
    })
}

fn party() -> impl Strategy<Value = Party> {
    (0..2_usize, 0..PEOPLE, 0..STAGES.len(), 10..29_u8, 0..SOURCES).prop_map(|(case, who, stage, day, source)| Party {
        case,
        who,
        stage,
        day,
        source,
    })
}

/// Any site.
pub fn site() -> impl Strategy<Value = Invented> {
    (
        vec(person(), PEOPLE),
        vec(statement(), 1..10),
        vec(party(), 0..6),
        any::<(bool, bool)>(),
        any::<bool>(),
        vec((0..HEARINGS, 0..3_usize), 0..4),
    )
        .prop_map(|(people, statements, parties, drafts, has_lead, embeds)| Invented {
            people,
            statements,
            parties,
            drafts,
            has_lead,
            embeds,
        })
}

impl Invented {
    /// The sources of the site, as an author would write them.
    pub fn tree(&self) -> SourceTree {
        let mut tree =
            SourceTree::from_texts([("dossier.toml", "title = \"Record\"\nbase_url = \"https://example.org/\"\n")]);
        let mut write = |path: String, text: String| tree.insert(SourceFile::text(&path, &text));
        for index in 0..PEOPLE {
            write(format!("content/people/person-{index}.md"), self.person(index));
        }
        for index in 0..SOURCES {
            write(format!("content/sources/source-{index}.md"), self.source(index));
        }
        for index in 0..HEARINGS {
            write(format!("content/hearings/hearing-{index}.md"), self.hearing(index));
        }
        for index in 0..2 {
            write(format!("content/cases/case-{index}.md"), self.case(index));
        }
        let dossier =
            format!("---\ntitle: The dossier\ndate: 2021-03-01\n---\n\n{}{}", self.body(HEARINGS), self.embedded());
        write("content/dossiers/dossier.md".into(), dossier);
        tree
    }

    fn person(&self, index: usize) -> String {
        let person = &self.people[index];
        let name = if person.unnamed { format!("label: {}", LABELS[index]) } else { format!("name: {}", NAMES[index]) };
        let withheld = person.unnamed.then_some("withheld: {how: by-us, why: safety}");
        let draft = person.draft.then_some("draft: true");
        let mut text = format!("---\n{name}\n");
        for line in withheld.iter().chain(&draft).chain(&person.lines) {
            writeln!(text, "{line}").unwrap();
        }
        let body = if index < 2 { self.body(HEARINGS + 1 + index) } else { String::new() };
        text + "---\n\n" + &body
    }

    fn source(&self, index: usize) -> String {
        let draft = if self.is_hidden_source(index) { "draft: true\n" } else { "" };
        let retells = if index == 1 { "derived_from: \"[[source-0]]\"\n" } else { "" };
        format!("---\ntitle: Source {index}\ntype: judgment\n{retells}{draft}---\n")
    }

    fn hearing(&self, index: usize) -> String {
        let draft = if self.is_hidden_page(index) { "draft: true\n" } else { "" };
        format!(
            "---\ntitle: Hearing {index}\ncase: \"[[case-0]]\"\nnumber: {index}\ndate: 2021-02-0{}\n\
             witnesses: [\"[[person-{index}]]\"]\n{draft}---\n\n{}",
            index + 1,
            self.body(index)
        )
    }

    fn case(&self, index: usize) -> String {
        let mut text = format!("---\ntitle: Case {index}\ndefendants: [\"[[person-4]]\"]\n");
        let parties = self.parties.iter().filter(|party| party.case == index);
        for (number, party) in parties.enumerate() {
            let head = if number == 0 { "parties:\n" } else { "" };
            let Party { who, stage, day, source, .. } = *party;
            let stage = STAGES[stage];
            writeln!(
                text,
                "{head}  - {{who: \"[[person-{who}]]\", stage: {stage}, as_of: 2021-01-{day}, source: \"[[source-{source}]]\"}}"
            )
            .unwrap();
        }
        text + "---\n"
    }

    /// The statements of one page; a heading follows the first of them.
    fn body(&self, page: usize) -> String {
        let lead = if self.has_lead { "It was heard that day.\n\n" } else { "" };
        let mut text = lead.to_owned();
        let here = self.statements.iter().enumerate().filter(|(_, statement)| statement.page == page);
        for (place, (number, statement)) in here.enumerate() {
            text += &self.statement(number, statement);
            if place == 0 {
                text += "## Part\n\n";
            }
        }
        text + "## End\n\nIt ended.\n\n"
    }

    fn statement(&self, number: usize, statement: &Statement) -> String {
        let speaker = match statement.speaker {
            Some(who) if statement.has_label => format!("[[person-{who}|somebody there]]"),
            Some(who) => format!("[[person-{who}]]"),
            None => "unattributed".to_owned(),
        };
        let mut text = format!("> [!{}] {speaker} ^s{number}\n", FORMS[number % FORMS.len()]);
        let list = |kind: &str, items: &[usize]| {
            items.iter().map(|item| format!("[[{kind}-{item}]]")).collect::<Vec<_>>().join(", ")
        };
        if !statement.about.is_empty() {
            writeln!(text, "> about: {}", list("person", &statement.about)).unwrap();
        }
        writeln!(text, "> status: {}", STATUSES[statement.status]).unwrap();
        let has_via = !statement.via.is_empty() || matches!(STATUSES[statement.status], "reported" | "established");
        let via = if statement.via.is_empty() { &[0] } else { statement.via.as_slice() };
        if has_via {
            writeln!(text, "> via: {}", list("source", via)).unwrap();
        }
        // Relations lead to earlier statements alone, so that corrections come to an end.
        if let Some((relation, other)) = statement.relation.filter(|_| number > 0) {
            let other = other % number;
            writeln!(text, "> {}: [[{}#^s{other}]]", RELATIONS[relation], page_name(self.statements[other].page))
                .unwrap();
        }
        text + ">\n" + &words(&mark(number), statement) + "\n"
    }

    fn embedded(&self) -> String {
        let published = self.embeds.iter().filter(|(hearing, _)| !self.is_hidden_page(*hearing));
        let parts = published.map(|(hearing, what)| {
            let first = self.statements.iter().position(|statement| statement.page == *hearing);
            match (what, first) {
                (0, Some(first)) => format!("![[hearing-{hearing}#^s{first}]]\n\n"),
                (1, Some(_)) => format!("![[hearing-{hearing}#Part]]\n\n"),
                _ => format!("![[hearing-{hearing}]]\n\n"),
            }
        });
        parts.collect()
    }

    fn is_hidden_page(&self, page: usize) -> bool {
        match page.checked_sub(HEARINGS + 1) {
            Some(person) => self.people[person].draft,
            None => page == 2 && self.drafts.0,
        }
    }

    fn is_hidden_source(&self, index: usize) -> bool {
        index == 2 && self.drafts.1
    }

    /// What outputs may say of the statements.
    pub fn expected(&self) -> Vec<Expected> {
        let of_one = |(number, statement): (usize, &Statement)| Expected {
            mark: mark(number),
            is_published: !self.is_hidden_page(statement.page),
            attribution: match statement.speaker {
                None => "not attributed by its source".to_owned(),
                Some(_) if statement.has_label => "somebody there".to_owned(),
                Some(who) => self.called(who),
            },
            status: STATUSES[statement.status],
        };
        self.statements.iter().enumerate().map(of_one).collect()
    }

    /// What outputs may say of the parties.
    pub fn standings(&self) -> Vec<Standing> {
        let published = self.parties.iter().filter(|party| !self.people[party.who].draft);
        let of_one = |party: &Party| Standing {
            who: self.called(party.who),
            case: format!("Case {}", party.case),
            stage: STAGES[party.stage],
            date: format!("2021-01-{}", party.day),
            source: if self.is_hidden_source(party.source) {
                "a source not published here".to_owned()
            } else {
                format!("Source {}", party.source)
            },
        };
        published.map(of_one).collect()
    }

    fn called(&self, who: usize) -> String {
        let person = &self.people[who];
        let called = match (person.draft, person.unnamed) {
            (true, _) => "a person not named here",
            (false, true) => LABELS[who],
            (false, false) => NAMES[who],
        };
        called.to_owned()
    }
}

fn mark(number: usize) -> String {
    format!("zq{number}x")
}

fn page_name(page: usize) -> String {
    match page {
        _ if page < HEARINGS => format!("hearing-{page}"),
        HEARINGS => "dossier".to_owned(),
        _ => format!("person-{}", page - HEARINGS - 1),
    }
}

/// The words of a statement, in one of several shapes; the mark is in every part of them.
fn words(mark: &str, statement: &Statement) -> String {
    let named = statement.named;
    match statement.shape {
        0 => format!("> Says {mark} happened.\n"),
        1 => format!("> Says {mark} of [[person-{named}]] there.\n"),
        2 => format!("> Says {mark} once.\n>\n> And {mark} again.\n>\n> > “It was {mark}.”\n"),
        3 => format!("> - First {mark}\n> - then {mark} of [[person-{named}]]\n"),
        4 => format!("> > It was {mark}, I tell you.\n"),
        5 => format!("> Says that [[person-{named}|{mark}]] came.\n"),
        6 => format!("> Says **{mark}** and `{mark}` ([{mark}](https://example.org/)).\n"),
        _ => format!("> Says this:\n>\n> | who | what |\n> |---|---|\n> | [[person-{named}]] | {mark} |\n"),
    }
}
