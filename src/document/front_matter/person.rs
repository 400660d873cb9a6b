//! The keys of people, and the rule that a withheld name stands nowhere.

use serde::Serialize;

use super::Text;
use super::node::Entry;
use super::reader::Reader;
use super::records::withheld;
use crate::document::mention::MentionId;
use crate::document::statement::words;
use crate::foundation::diagnostic::Code;
use crate::foundation::span::{Span, Spanned};

/// A person, named or not.
#[derive(Debug, Clone, PartialEq, Hash, Default)]
pub struct PersonFields {
    /// `label`: what stands instead of a name.
    pub label: Option<Text>,
    /// `withheld`: why no name is given.
    pub withheld: Option<Withheld>,
    /// `page: false`: no page, only the label.
    pub no_page: bool,
    /// `aggregate: false`: facts are not gathered across dossiers.
    pub no_aggregate: bool,
    /// `feed: true`: a feed of the hearings and dossiers that name the person.
    pub has_feed: bool,
}

/// Why a person is not named.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Withheld {
    /// `how`.
    pub how: Spanned<WithheldHow>,
    /// `why`; nothing where the name is not known.
    pub why: Option<Spanned<WithheldWhy>>,
    /// `source`: where that is known from.
    pub source: Option<MentionId>,
}

/// How it comes that a name is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldHow {
    /// Nobody who reports it knows.
    Unknown,
    /// The source does not say.
    NotSaid,
    /// We know and do not say.
    ByUs,
    /// Another name stands in its place.
    Pseudonym,
}

/// For whose sake a name is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WithheldWhy {
    /// A court forbade it.
    Court,
    /// The person is a minor.
    Minor,
    /// The person is a victim.
    Victim,
    /// The person is a source.
    Source,
    /// The person would be in danger.
    Safety,
    /// The law forbids it.
    Law,
    /// The name adds nothing.
    Editorial,
}

words!(WithheldHow, Unknown = "unknown", NotSaid = "not-said", ByUs = "by-us", Pseudonym = "pseudonym");

words!(
    WithheldWhy,
    Court = "court",
    Minor = "minor",
    Victim = "victim",
    Source = "source",
    Safety = "safety",
    Law = "law",
    Editorial = "editorial"
);

impl PersonFields {
    /// Takes the value of `key`; false when it is not a key of people.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "label" => self.label = reader.name(entry),
            "withheld" => self.withheld = withheld(reader, entry),
            // Where it is not clear that a page or a gathering of facts is wanted, there is none.
            "page" => self.no_page = reader.flag(entry, true) != Ok(Some(true)),
            "aggregate" => self.no_aggregate = reader.flag(entry, true) != Ok(Some(true)),
            "feed" => self.has_feed = reader.flag(entry, false) == Ok(Some(true)),
            _ => return false,
        }
        true
    }
}

/// Reports a name beside a label or `withheld`, and `withheld` without a label. `title` is the name with its key.
pub(super) fn check_name(
    title: Option<(&Text, &str)>,
    withheld: Option<Span>,
    label: Option<Span>,
    reader: &mut Reader<'_>,
) {
    if let Some((name, key)) = title.filter(|_| withheld.is_some() || label.is_some()) {
        let beside = if label.is_some() { "label" } else { "withheld" };
        reader.report(
            Code::InvalidValue,
            name.span,
            format!("`{key}` and `{beside}` stand on one person: the name of a person who is not named is never in these files"),
            format!("take out `{key}` and every other place where the name stands, older versions of the files too; or take out `{beside}` if the person is named"),
        );
    }
    if let Some(span) = withheld.filter(|_| label.is_none()) {
        reader.report(
            Code::MissingKey,
            span,
            "a person whose name is withheld needs a `label`",
            "add `label: ...`, what stands in place of the name, such as \"a sergeant\"",
        );
    }
}
