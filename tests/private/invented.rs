//! Random sites in which every word of a document has that document's own stem: names, ids, file names, statements, images.
//! Knows what an author could write and which documents are published, not what becomes of them.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

use dossier::source::tree::{SourceFile, SourceTree};
use proptest::collection::vec;
use proptest::prelude::*;

/// The documents of a site: their folders, and the word for each where it is not published.
const PLACES: [(&str, &str); 21] = [
    ("people", "a person not named here"),
    ("people", "a person not named here"),
    ("people", "a person not named here"),
    ("people", "a person not named here"),
    ("organisations", "an organisation not named here"),
    ("organisations", "an organisation not named here"),
    ("places", "a place not named here"),
    ("events", "a page not published here"),
    ("events", "a page not published here"),
    ("hearings", "a page not published here"),
    ("hearings", "a page not published here"),
    ("hearings", "a page not published here"),
    ("cases", "a page not published here"),
    ("cases", "a page not published here"),
    ("sources", "a source not published here"),
    ("sources", "a source not published here"),
    ("sources", "a source not published here"),
    ("dossiers", "a page not published here"),
    ("dossiers", "a page not published here"),
    ("", "a page not published here"),
    ("", "a page not published here"),
];
/// How many documents a site has.
pub const COUNT: usize = PLACES.len();
/// Two documents that are always published: the first person and the first source.
const SOMEBODY: usize = 0;
const SOME_SOURCE: usize = 14;

/// Whether a document is published at `2026-01-01T00:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing holds it back.
    Published,
    /// Its embargo ended one second before, in another zone.
    Released,
    /// It is a draft.
    Draft,
    /// Its embargo ends one second later, in another zone.
    Embargoed,
    /// Only a note stands in its place.
    Withdrawn,
}

impl State {
    /// Whether its words are published.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Released)
    }
}

/// A statement of a document.
#[derive(Debug, Clone)]
struct Statement {
    status: usize,
    speaker: usize,
    about: Vec<usize>,
    via: usize,
    relation: Option<(usize, usize)>,
    named: (usize, bool),
}

/// A document.
#[derive(Debug, Clone)]
struct Invented {
    state: State,
    is_unnamed: bool,
    lines: Vec<&'static str>,
    /// What its text links to, with a label or without.
    links: Vec<(usize, bool)>,
    /// What its lists and single fields link to.
    fields: Vec<usize>,
    statements: Vec<Statement>,
    embeds: Vec<usize>,
    has_shared_image: bool,
}

/// A site.
#[derive(Clone)]
pub struct Site {
    documents: Vec<Invented>,
}

/// The documents as their author wrote them.
impl fmt::Debug for Site {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tree = self.tree(Form::Whole);
        for (file, text) in tree.files().filter_map(|file| Some((file, file.as_text()?))) {
            write!(out, "\n{}:\n{text}", file.path.as_str())?;
        }
        Ok(())
    }
}

/// How a site is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Whole,
    /// What is not published has other words and nothing but what links to it need.
    Other,
    /// Who said what, and on whose report, is somebody who is published; all else as it is.
    Loose,
    /// As [`Form::Loose`] without the files of what is not published; links to it are the words that readers get.
    Without,
}

fn state() -> impl Strategy<Value = State> {
    use State::{Draft, Embargoed, Published, Released, Withdrawn};
    prop_oneof![4 => Just(Published), 1 => Just(Released), 2 => Just(Draft), 2 => Just(Embargoed), 1 => Just(Withdrawn)]
}

fn statement() -> impl Strategy<Value = Statement> {
    let relation = proptest::option::of((0..RELATIONS.len(), 0..COUNT));
    (0..STATUSES.len(), 0..4_usize, vec(0..7_usize, 0..3), 14..17_usize, relation, (0..COUNT, any::<bool>())).prop_map(
        |(status, speaker, about, via, relation, named)| Statement { status, speaker, about, via, relation, named },
    )
}

fn document() -> impl Strategy<Value = Invented> {
    let lines = proptest::sample::subsequence(vec!["page: false", "aggregate: false", "noindex: true"], 0..=3);
    let texts = (vec((0..COUNT, any::<bool>()), 0..4), vec(0..COUNT, 6), vec(statement(), 0..3), vec(0..COUNT, 0..2));
    (state(), any::<bool>(), lines, texts, any::<bool>()).prop_map(|(state, is_unnamed, lines, texts, image)| {
        let (linked, fields, statements, embeds) = texts;
        Invented { state, is_unnamed, lines, links: linked, fields, statements, embeds, has_shared_image: image }
    })
}

/// Any site.
pub fn site() -> impl Strategy<Value = Site> {
    vec(document(), COUNT).prop_map(|mut documents| {
        for always in [SOMEBODY, SOME_SOURCE] {
            documents[always].state = State::Published;
        }
        documents[SOMEBODY].lines.clear();
        Site { documents }
    })
}

const STATUSES: [&str; 3] = ["alleged", "reported", "retracted"];
const RELATIONS: [&str; 4] = ["contradicts", "denies", "supports", "repeats"];

/// What all words of a document begin with.
pub fn stem(number: usize) -> String {
    format!("zq{number:02}k")
}

/// What a document that is not published is called where its words do not count.
fn other_stem(number: usize) -> String {
    format!("yw{number:02}v")
}

impl Site {
    /// The state of each document.
    pub fn states(&self) -> Vec<State> {
        self.documents.iter().map(|document| document.state).collect()
    }

    /// Whether a document is a person without a page.
    pub fn has_no_page(&self, number: usize) -> bool {
        PLACES[number].0 == "people" && self.documents[number].lines.contains(&"page: false")
    }

    /// Whether search engines are asked to stay away from a document.
    pub fn is_noindex(&self, number: usize) -> bool {
        let document = &self.documents[number];
        PLACES[number].0 == "people" && (document.is_unnamed || document.lines.contains(&"noindex: true"))
    }

    /// Whether a published document shows the image that is everyone's.
    pub fn shows_shared_image(&self) -> bool {
        self.documents.iter().any(|document| document.state.is_public() && document.has_shared_image)
    }

    /// The files of the site in one form.
    pub fn tree(&self, form: Form) -> SourceTree {
        let config = "title = \"Record\"\nlanguage = \"en\"\nbase_url = \"https://example.org/\"\ncards = true\n";
        let mut tree = SourceTree::from_texts([("dossier.toml", config)]);
        tree.insert(SourceFile::bytes("content/images/shared.png", PNG));
        for (number, document) in self.documents.iter().enumerate() {
            if form == Form::Without && !document.state.is_public() && document.state != State::Withdrawn {
                continue;
            }
            let author = Author { site: self, number, form };
            let folder = PLACES[number].0;
            let path = format!("content/{folder}/{}file.md", author.stem(number)).replace("//", "/");
            tree.insert(SourceFile::text(&path, &author.text()));
            if !(author.is_bare(number) || document.state == State::Withdrawn) {
                let path = format!("content/images/{}image.png", stem(number));
                tree.insert(SourceFile::bytes(&path, PNG));
            }
        }
        tree
    }
}

/// A picture of one point.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0,
    1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// One document being written.
struct Author<'a> {
    site: &'a Site,
    number: usize,
    form: Form,
}

impl Author<'_> {
    fn is_public(&self, number: usize) -> bool {
        self.site.documents[number].state.is_public()
    }

    /// Whether it is written with nothing but what links to it need.
    fn is_bare(&self, number: usize) -> bool {
        self.form == Form::Other && !self.is_public(number)
    }

    fn stem(&self, number: usize) -> String {
        if self.is_bare(number) { other_stem(number) } else { stem(number) }
    }

    /// What a link to a document says: one of the names that it has.
    fn name(&self, number: usize) -> String {
        let stem = self.stem(number);
        match (self.site.documents[number].state, (number + self.number) % 4) {
            (State::Withdrawn, _) | (_, 2) => format!("{stem}file"),
            (_, 0) => format!("{stem}id"),
            (_, 1) => format!("{stem}alias"),
            _ => format!("{stem}name"),
        }
    }

    /// What a link to a document or to a statement on its page says.
    fn part(&self, number: usize) -> String {
        let is_part = number % 3 == 1 && self.site.documents[number].state != State::Withdrawn;
        self.name(number) + if is_part { "#^bare" } else { "" }
    }

    /// A citation in text, with words of its own.
    fn citation(&self) -> String {
        let source = self.site.documents[self.number].fields[4] % 3 + 14;
        let is_there = match self.site.documents[source].state {
            State::Withdrawn => false,
            state => state.is_public() || matches!(self.form, Form::Whole | Form::Other),
        };
        let source = if is_there { source } else { SOME_SOURCE };
        format!("[@{}id, p. {}locator]", self.stem(source), self.stem(self.number))
    }

    /// A link in text, or the words in its place.
    fn link(&self, number: usize, has_label: bool) -> String {
        let label = format!("{} some label", self.stem(self.number));
        match (self.form == Form::Without && !self.is_public(number), has_label) {
            (true, true) => label,
            (true, false) => PLACES[number].1.to_owned(),
            (false, true) => format!("[[{}|{label}]]", self.part(number)),
            (false, false) => format!("[[{}]]", self.part(number)),
        }
    }

    /// A link that a statement or a record needs: of `number`, or where this must be published of `instead`.
    fn needed(&self, number: usize, instead: usize) -> String {
        let is_loose = matches!(self.form, Form::Loose | Form::Without) && !self.is_public(number);
        format!("[[{}]]", self.name(if is_loose { instead } else { number }))
    }

    /// A line of front matter with links to those of `fields` that are in `among`.
    fn list(&self, key: &str, among: std::ops::Range<usize>) -> String {
        let fields: BTreeSet<&usize> = self.site.documents[self.number].fields.iter().collect();
        let links: Vec<String> = fields
            .into_iter()
            .filter(|number| among.contains(number) && (self.form != Form::Without || self.is_public(**number)))
            .map(|number| format!("\"[[{}]]\"", self.name(*number)))
            .collect();
        if links.is_empty() { String::new() } else { format!("{key}: [{}]\n", links.join(", ")) }
    }

    /// A line of front matter with one link.
    fn single(&self, key: &str, among: std::ops::Range<usize>) -> String {
        let fields = &self.site.documents[self.number].fields;
        let number = fields.iter().find(|number| among.contains(number) && **number != self.number);
        let number = number.filter(|number| self.form != Form::Without || self.is_public(**number));
        number.map_or_else(String::new, |number| format!("{key}: \"[[{}]]\"\n", self.name(*number)))
    }

    fn text(&self) -> String {
        let document = &self.site.documents[self.number];
        let stem = self.stem(self.number);
        if document.state == State::Withdrawn {
            let note = stem_of_note(self.number);
            return format!(
                "---\nid: {note}\nwithdrawn: {{date: 2025-11-02, reason: At the request of {note}.}}\n---\n"
            );
        }
        let mut text = format!("---\nid: {stem}id\naliases: [{stem}alias]\n");
        let key = if document.is_unnamed && self.is_person() { "label" } else { "title" };
        writeln!(text, "{key}: {stem}name").unwrap();
        text += match document.state {
            State::Draft => "draft: true\n",
            State::Embargoed => "publish_after: 2026-01-01T02:00:01+02:00\n",
            State::Released => "publish_after: 2025-12-31T23:00:00-01:00\n",
            State::Published | State::Withdrawn => "",
        };
        if self.is_bare(self.number) {
            return text + "---\n" + &bare_statements();
        }
        // A language that no published page has.
        text += if self.is_public(self.number) { "" } else { "lang: ku\n" };
        text += &self.common(&stem);
        text += &self.own(&stem);
        text + "---\n\n" + &self.body(&stem)
    }

    fn is_person(&self) -> bool {
        PLACES[self.number].0 == "people"
    }

    fn common(&self, stem: &str) -> String {
        let document = &self.site.documents[self.number];
        let mut text = format!(
            "sort_as: {stem}sort\nsummary: A {stem}summary of it.\ntags: [{stem}tag]\nextra: {{own: {stem}extra}}\n\
             same_as: https://example.net/{stem}same\nredirect_from: /old/{stem}old/\n\
             corrections:\n  - {{date: 2025-03-04, what: \"{stem}what\", was: \"{stem}was\", now: \"{stem}now\"}}\n\
             replies:\n  - {{from: \"{stem}from\", date: 2025-04-05, text: \"{stem}reply\"}}\n"
        );
        text += &self.list("sources", 14..17);
        if self.is_person() {
            for line in &document.lines {
                writeln!(text, "{line}").unwrap();
            }
            if self.number.is_multiple_of(2) {
                text += "feed: true\n";
            }
            if document.is_unnamed {
                let source = self.needed(document.fields[0] % 3 + 14, SOME_SOURCE);
                writeln!(text, "withheld: {{how: by-us, why: safety, source: \"{source}\"}}").unwrap();
            }
        }
        text
    }

    /// The keys of the document's kind.
    fn own(&self, stem: &str) -> String {
        let number = self.number;
        let fields = &self.site.documents[number].fields;
        let day = number + 1;
        let source = self.needed(fields[1] % 3 + 14, SOME_SOURCE);
        let who = self.needed(fields[2] % 4, SOMEBODY);
        match PLACES[number].0 {
            "dossiers" => format!(
                "date: 2025-02-{day:02}\nauthors: [{stem}author]\n{}{}{}",
                self.list("people", 0..4),
                self.list("hearings", 9..12),
                self.list("events", 7..9)
            ),
            "hearings" => format!(
                "number: {stem}number\ndate: 2025-02-{day:02}\n{}{}{}{}",
                self.single("case", 12..14),
                self.single("court", 4..6),
                self.list("witnesses", 0..4),
                self.single("place", 6..7)
            ),
            "cases" => format!(
                "numbers: [{stem}docket]\n{}{}{}parties:\n  - {{who: \"{who}\", stage: on-trial, as_of: 2025-01-10, source: \"{source}\"}}\n",
                self.list("defendants", 0..4),
                self.list("about", 7..9),
                self.single("court", 4..6),
            ),
            "events" => format!(
                "date: 2025-02-{day:02}\n{}counts:\n  - {{what: \"{stem}counted\", value: 9{day:02}71, as_said: \"{stem}said\", source: \"{source}\"}}\n",
                self.single("place", 6..7)
            ),
            "organisations" => format!("type: {stem}type\n{}", self.single("place", 6..7)),
            "sources" => format!(
                "type: article\nauthor: [{stem}author]\nurl: https://example.net/{stem}url\narchived: https://example.net/{stem}archived\n\
                 published: 2025-02-{day:02}\n{}",
                self.single("publisher", 4..6)
            ),
            _ => String::new(),
        }
    }

    fn body(&self, stem: &str) -> String {
        let document = &self.site.documents[self.number];
        let mut text = format!("It was {stem}lead.\n\n## {stem}heading\n\nMore {stem}words");
        for (number, has_label) in &document.links {
            write!(text, ", {}", self.link(*number, *has_label)).unwrap();
        }
        write!(
            text,
            ".{}[^1] ^{stem}block\n\n![[{stem}image.png|{stem}alt]]\n\n[^1]: A {stem}note.\n\n",
            self.citation()
        )
        .unwrap();
        if document.has_shared_image {
            text += "![[shared.png|a point]]\n\n";
        }
        for (at, statement) in document.statements.iter().enumerate() {
            text += &self.statement(stem, at, statement);
        }
        text += &bare_statements();
        for number in document.embeds.iter().filter(|number| **number < self.number && self.is_public(**number)) {
            write!(text, "![[{}#^bare]]\n\n", self.name(*number)).unwrap();
        }
        text
    }

    fn statement(&self, stem: &str, at: usize, statement: &Statement) -> String {
        let Statement { status, speaker, about, via, relation, named } = statement;
        let mut text = format!("> [!testimony] {} ^{stem}s{at}\n", self.needed(*speaker, SOMEBODY));
        if !about.is_empty() {
            let links: Vec<String> = about.iter().map(|number| self.needed(*number, SOMEBODY)).collect();
            writeln!(text, "> about: {}", links.join(", ")).unwrap();
        }
        writeln!(text, "> status: {}\n> via: {}", STATUSES[*status], self.needed(*via, SOME_SOURCE)).unwrap();
        if let Some((relation, other)) = relation.filter(|(_, other)| *other != self.number) {
            let is_withdrawn = self.site.documents[other].state == State::Withdrawn;
            let other = self.needed(if is_withdrawn { SOMEBODY } else { other }, SOMEBODY).replace("]]", "#^bare]]");
            writeln!(text, "> {}: {other}", RELATIONS[relation]).unwrap();
        }
        write!(
            text,
            "> quote_lang: tr\n> translation: {stem}translated\n> translator: {stem}translator\n>\n> Says {stem}told of {}.\n>\n> > “{stem}quoted!”\n\n",
            self.link(named.0, named.1)
        )
        .unwrap();
        text
    }
}

/// The statement that every document has, for others to relate to.
fn bare_statements() -> String {
    "> [!background] unattributed ^bare\n> status: alleged\n>\n> Something was said.\n\n".to_owned()
}

/// The id in the address of the note on a document that was withdrawn.
fn stem_of_note(number: usize) -> String {
    format!("note-{number}")
}
