//! What is said of a page or a name: plain data for a terminal or a program. Knows what there is to say, not how it is found.

use serde::Serialize;

use crate::command::list::State;
use crate::document::kind::Kind;

/// What a word means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "means", rename_all = "lowercase")]
pub enum Meaning {
    /// One page.
    Page(Box<PageReport>),
    /// Several things, of which none is chosen.
    Several(Several),
    /// A file of which no page is made.
    File(FileReport),
    /// Nothing in this site.
    Nothing(Unknown),
}

/// A document, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageReport {
    /// What was asked for.
    pub asked: String,
    /// By which names it is meant; empty where its path or its address was asked for.
    pub by: Vec<By>,
    /// The part of the page that is meant; nothing where the whole page was asked for.
    pub part: Option<PartReport>,
    /// What it is about.
    pub kind: Kind,
    /// Whether `kind:` says so; else its folder does, or nothing.
    pub kind_is_written: bool,
    /// Its id.
    pub id: String,
    /// Whether `id:` says so; else the name of its file.
    pub id_is_written: bool,
    /// Its title, or the label of someone who is not named.
    pub title: String,
    /// Its file.
    pub file: String,
    /// Where its page stands, or would stand; nothing for a person with `page: false`.
    pub address: Option<String>,
    /// The template of its page.
    pub template: String,
    /// The file of the template.
    pub template_file: String,
    /// Whether readers see it.
    pub state: State,
    /// All that keeps something of it back.
    pub kept: Vec<Kept>,
    /// How it stands in the other languages of the site.
    pub languages: Vec<InLanguage>,
    /// The links that lead to it from other pages, by place.
    pub links: Vec<LinkFrom>,
    /// What is wrong in its file.
    pub problems: Vec<Problem>,
    /// How many errors were found in the whole site: with any, nothing is published.
    pub errors: usize,
}

/// A part of a page that a link names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartReport {
    /// What stands after `#`.
    pub name: String,
    /// Whether it is there.
    pub found: Parts,
}

/// How many parts have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Parts {
    /// None.
    None,
    /// One, to which the link leads.
    One,
    /// Several headings, among which none is chosen.
    Several,
}

/// How a name means something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct By {
    /// What the name is.
    pub name: Reading,
    /// Whether it is written exactly so, in the same letters.
    pub exact: bool,
    /// The language of the texts in which it is meant; nothing for the site's own.
    pub language: Option<String>,
}

/// What a name is to what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// Its id.
    Id,
    /// Its title.
    Title,
    /// The name of its file.
    FileName,
    /// One of its aliases.
    Alias,
    /// Its name in another language.
    OtherLanguage,
    /// Its folder and name.
    Path,
    /// An address at which it stood earlier.
    EarlierAddress,
}

impl Reading {
    /// For sentences: "its title".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Id => "its id",
            Self::Title => "its title",
            Self::FileName => "its file name",
            Self::Alias => "an alias",
            Self::OtherLanguage => "its name in another language",
            Self::Path => "its folder and name",
            Self::EarlierAddress => "an earlier address",
        }
    }
}

/// A reason why something is not published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Why.
    pub why: Why,
    /// Where it is written.
    pub at: String,
    /// The fact, in a sentence without a full stop.
    pub fact: String,
    /// What it would take, in a sentence without a full stop.
    pub help: String,
}

/// Why something is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// `draft: true`.
    Draft,
    /// A key that decides over publication cannot be read.
    Unreadable,
    /// `publish_after` lies ahead.
    Embargo,
    /// `withdrawn`.
    Withdrawn,
    /// `label` in place of a name.
    NotNamed,
    /// `page: false`.
    NoPage,
}

/// A page in another language of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InLanguage {
    /// The tag of the language.
    pub language: String,
    /// The file of the translation, as it is or would be called.
    pub file: String,
    /// How it stands.
    pub state: Translation,
    /// Where the page stands in this language, or would stand.
    pub address: Option<String>,
}

/// How a translation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Translation {
    /// It is there; it is published with its page.
    Whole,
    /// It is a draft.
    Draft,
    /// It cannot be read.
    Faulty,
    /// It is not there.
    Missing,
}

/// A link from another page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LinkFrom {
    /// The file with the link.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What the page with the link is about.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Whether readers see it.
    #[serde(rename = "state")]
    pub state: &'static str,
}

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where.
    pub at: String,
    /// Its code.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
}

/// The things that a name can mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Several {
    /// What was asked for.
    pub asked: String,
    /// They, in the order of their addresses.
    pub candidates: Vec<Candidate>,
}

/// One thing that a name can mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// What it is about.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its file.
    pub file: String,
    /// Whether readers see it.
    pub state: State,
    /// By which names it is meant.
    pub by: Vec<By>,
    /// What a link writes that means it and nothing else.
    pub write: String,
}

/// A file of which no page is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// What was asked for.
    pub asked: String,
    /// Its path.
    pub file: String,
    /// What is wrong in it; empty where it is read as something else than a page.
    pub problems: Vec<Problem>,
}

/// A word that means nothing here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// What was asked for.
    pub asked: String,
    /// Whether it is an address; the program makes some pages of its own, which are of no document.
    pub is_address: bool,
    /// The names that are spelt most like it.
    pub nearest: Vec<String>,
}
