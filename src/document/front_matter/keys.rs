//! Every key of the model, kind by kind: its name, the shape of its value and what it says. Lists for people and for
//! other programs are made from here, and the reader accepts these keys and no others.

use super::{HearingStatus, Precision, SourceForm, Stage, WithheldHow, WithheldWhy};
use crate::document::kind::Kind;

/// A key of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key as it is written.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether the group of keys is an error without it. Only keys inside groups are required.
    pub is_required: bool,
    /// What it says, in a few words.
    pub about: &'static str,
}

/// What the value of a key looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Text, kept as written.
    Text,
    /// Text without characters that cannot be seen; it is not empty.
    Name,
    /// One text or a list of texts.
    Texts,
    /// One name or a list of names, as text or as links of which the words are kept.
    Names,
    /// Lower-case ASCII letters, digits and hyphens.
    Id,
    /// `"[[name]]"`.
    Link,
    /// One link or a list of links.
    Links,
    /// An EDTF date.
    Date,
    /// A date, a time and a zone.
    Moment,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A role key of the site.
    Role,
    /// A BCP 47 tag.
    Language,
    /// An address that begins with `http://` or `https://`.
    Address,
    /// One or a list of web addresses or Wikidata ids.
    Identifiers,
    /// One or a list of addresses below the root of the site.
    Paths,
    /// Degrees north and east: `"39.93, 32.86"` or a list of two numbers.
    Coordinates,
    /// 64 hexadecimal digits in lower case.
    Sha256,
    /// A whole number, `101`, or its bounds: `">100"`, `">=100"`, `"<500"`, `"<=500"`, `"500-600"`, `~100`.
    Amount,
    /// A group of keys.
    Group(&'static Group),
    /// A list of groups of keys.
    Groups(&'static Group),
    /// A group of the site's own keys, with values of any shape.
    Anything,
}

/// Keys that belong together below one key.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// One such group, in sentences: "a party".
    pub name: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
    /// Keys of which it has one and no other; empty where there is no such choice.
    pub one_of: &'static [&'static str],
}

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, is_required: false, about }
}

const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, is_required: true, about }
}

/// The words of `kind`.
const KINDS: &[&str] = &[
    Kind::Dossier.name(),
    Kind::Case.name(),
    Kind::Hearing.name(),
    Kind::Person.name(),
    Kind::Organisation.name(),
    Kind::Place.name(),
    Kind::Event.name(),
    Kind::Source.name(),
    Kind::Page.name(),
];

const TITLE: Key = key("title", Shape::Name, "the title of the page");
const NAME: Key = key("name", Shape::Name, "the name, in place of `title`");

const COMMON: &[Key] = &[
    key("kind", Shape::Word(KINDS), "what the page is about, where its folder does not say it"),
    key("id", Shape::Id, "the last part of the page's address, in place of the file name"),
    key("aliases", Shape::Texts, "other names of the same thing"),
    key("lang", Shape::Language, "the language of the text, when it is not the site's"),
    key("sort_as", Shape::Text, "how it is sorted"),
    key("summary", Shape::Text, "one or two sentences"),
    key("sources", Shape::Links, "where it is known from"),
    key("draft", Shape::Flag, "`true`: it is not published"),
    key("publish_after", Shape::Moment, "it is not published before"),
    key("redirect_from", Shape::Paths, "earlier addresses of the page"),
    key("not_same_as", Shape::Links, "others with a similar name"),
    key("same_as", Shape::Identifiers, "the same thing elsewhere, such as in Wikidata"),
    key("tags", Shape::Texts, "tags"),
    key("corrections", Shape::Groups(&CORRECTION), "what was wrong here"),
    key("replies", Shape::Groups(&REPLY), "what those concerned say"),
    key("withdrawn", Shape::Group(&WITHDRAWN), "a page was withdrawn: only a note stands here"),
    key("noindex", Shape::Flag, "`true`: search engines are asked to stay away"),
    key("card", Shape::Flag, "`false`: the page has no picture for previews elsewhere"),
    key("extra", Shape::Anything, "the site's own fields for its own templates"),
];

/// The keys of one correction.
pub(super) static CORRECTION: Group = Group {
    name: "a correction",
    keys: &[
        required("date", Shape::Date, "when it was corrected"),
        required("what", Shape::Text, "what it is about"),
        key("was", Shape::Text, "what stood there"),
        key("now", Shape::Text, "what stands there now"),
    ],
    one_of: &[],
};

/// The keys of one reply.
pub(super) static REPLY: Group = Group {
    name: "a reply",
    keys: &[
        required("from", Shape::Names, "who replies"),
        required("date", Shape::Date, "when"),
        required("text", Shape::Text, "what, verbatim"),
    ],
    one_of: &[],
};

/// The keys of `withdrawn`.
pub(super) static WITHDRAWN: Group = Group {
    name: "`withdrawn`",
    keys: &[
        required("date", Shape::Date, "when the page was withdrawn"),
        key("reason", Shape::Text, "why, without a word on what stood there"),
    ],
    one_of: &[],
};

/// The keys of `resolved`.
pub(super) static RESOLVED: Group = Group {
    name: "`resolved`",
    keys: &[required("date", Shape::Date, "the full date"), required("basis", Shape::Text, "from what it follows")],
    one_of: &[],
};

/// The keys of `withheld`.
pub(super) static WITHHELD: Group = Group {
    name: "`withheld`",
    keys: &[
        required("how", Shape::Word(WithheldHow::WORDS), "how it comes that the name is not here"),
        key("why", Shape::Word(WithheldWhy::WORDS), "for whose sake"),
        key("source", Shape::Link, "where that is known from"),
    ],
    one_of: &[],
};

/// The keys of one party.
pub(super) static PARTY: Group = Group {
    name: "a party",
    keys: &[
        required("who", Shape::Link, "the person or organisation"),
        key("role", Shape::Role, "a role key of the site"),
        required("stage", Shape::Word(Stage::WORDS), "how far the case against them has come"),
        required("as_of", Shape::Date, "the date of that"),
        required("source", Shape::Link, "where it is known from"),
    ],
    one_of: &[],
};

/// The keys of one count.
pub(super) static COUNT: Group = Group {
    name: "a count",
    keys: &[
        required("what", Shape::Name, "what is counted, in a word: killed"),
        key("value", Shape::Amount, "how many"),
        key("date", Shape::Date, "in place of a number, the date that the source gives"),
        key("as_said", Shape::Text, "how the source says it, verbatim"),
        required("source", Shape::Link, "who says so"),
    ],
    one_of: &["value", "date"],
};

const DOSSIER: &[Key] = &[
    key("date", Shape::Date, "when it was published"),
    key("updated", Shape::Date, "when its content last changed"),
    key("authors", Shape::Names, "who wrote it"),
    key("people", Shape::Links, "the people it is about"),
    key("organisations", Shape::Links, "the organisations it is about"),
    key("places", Shape::Links, "the places it is about"),
    key("hearings", Shape::Links, "the hearings it is about"),
    key("cases", Shape::Links, "the cases it is about"),
    key("events", Shape::Links, "the events it is about"),
];

const CASE: &[Key] = &[
    key("court", Shape::Link, "the court"),
    key("numbers", Shape::Texts, "file numbers"),
    key("split_from", Shape::Link, "the case that this one was separated from"),
    key("about", Shape::Links, "the events that it is about"),
    key("date", Shape::Date, "when it was opened"),
    key("parties", Shape::Groups(&PARTY), "the standing of those it concerns, each at a date and on a source"),
];

const HEARING: &[Key] = &[
    key("case", Shape::Link, "the case"),
    key("number", Shape::Text, "its number, as text: 12, or 6, day 2"),
    key("date", Shape::Date, "when it took place or will take place"),
    key("resolved", Shape::Group(&RESOLVED), "the full date, where `date` leaves something open"),
    key("status", Shape::Word(HearingStatus::WORDS), "whether it took place; `held` where nothing is written"),
    key("court", Shape::Link, "the court"),
    key("place", Shape::Link, "where it took place"),
    key("next", Shape::Date, "the date of the next hearing, as set by the court"),
];

const PERSON: &[Key] = &[
    key("label", Shape::Name, "what stands in place of the name of a person who is not named"),
    key("withheld", Shape::Group(&WITHHELD), "why no name is given"),
    key("page", Shape::Flag, "`false`: the person has no page, only the label"),
    key("aggregate", Shape::Flag, "`false`: facts are not gathered across dossiers"),
    key("feed", Shape::Flag, "`true`: the person has a feed of the hearings and dossiers that name them"),
];

const ORGANISATION: &[Key] = &[
    key("type", Shape::Text, "court, agency, party, company, office, ..."),
    key("place", Shape::Link, "where it has its seat"),
];

const PLACE: &[Key] = &[
    key("coordinates", Shape::Coordinates, "degrees north and east"),
    key("precision", Shape::Word(Precision::WORDS), "how exact the coordinates may be shown"),
    key("within", Shape::Link, "the larger place"),
];

const EVENT: &[Key] = &[
    key("date", Shape::Date, "when it happened"),
    key("resolved", Shape::Group(&RESOLVED), "the full date, where `date` leaves something open"),
    key("place", Shape::Link, "where it happened"),
    key("type", Shape::Text, "attack, election, ..."),
    key("counts", Shape::Groups(&COUNT), "the numbers and dates that sources give, each with its source"),
];

const SOURCE: &[Key] = &[
    key("type", Shape::Word(SourceForm::WORDS), "what kind of source it is"),
    key("publisher", Shape::Link, "who published it"),
    key("author", Shape::Names, "who wrote or made it"),
    key("published", Shape::Date, "when it was published"),
    key("url", Shape::Address, "the original address"),
    key("archived", Shape::Address, "the address of an archived copy"),
    key("accessed", Shape::Date, "when it was last seen"),
    key("derived_from", Shape::Links, "the sources that it retells"),
    key("seen", Shape::Flag, "`false`: it is cited through another"),
    key("file", Shape::Text, "the stored copy"),
    key("sha256", Shape::Sha256, "the SHA-256 of the stored copy"),
    key("cleaned", Shape::Flag, "`true`: what is hidden in the stored copy was taken out"),
    key("public", Shape::Word(PUBLIC), "`file`: the stored copy is published"),
];

/// The keys that may stand beside `withdrawn`: those that decide the address and the language of the note.
pub(super) const BESIDE_WITHDRAWN: &[&str] = &["id", "kind", "lang", "withdrawn"];

/// The words of `public`.
pub(super) const PUBLIC: &[&str] = &["citation", "file"];

/// The keys that documents of `kind` have and not every kind has. Hearings and cases also have the role keys of the site.
#[must_use]
pub const fn own_keys(kind: Kind) -> &'static [Key] {
    match kind {
        Kind::Dossier => DOSSIER,
        Kind::Case => CASE,
        Kind::Hearing => HEARING,
        Kind::Person => PERSON,
        Kind::Organisation => ORGANISATION,
        Kind::Place => PLACE,
        Kind::Event => EVENT,
        Kind::Source => SOURCE,
        Kind::Page => &[],
    }
}

/// Every key of `kind` but the role keys: title and name, those of every kind, its own.
pub fn keys(kind: Kind) -> impl Iterator<Item = &'static Key> {
    let name = has_name(kind).then_some(&NAME);
    std::iter::once(&TITLE).chain(name).chain(COMMON).chain(own_keys(kind))
}

/// Whether `name` may stand in place of `title`.
#[must_use]
pub const fn has_name(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Place)
}

/// Whether documents of `kind` have the role keys of the site.
#[must_use]
pub const fn has_roles(kind: Kind) -> bool {
    matches!(kind, Kind::Case | Kind::Hearing)
}
