//! What follows from statements, ready to be said: who contradicts and denies whom, on which origins they rest, what nobody has
//! answered. Knows no statement's words.

use serde::Serialize;

use super::parts::Ref;
use super::rest::RestLink;

/// A statement that a sentence names. It never stands without its speaker and its standing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StatementRef {
    /// Its number on its page, from 1.
    pub number: usize,
    /// Its permanent address below the root, with the anchor.
    pub path: String,
    /// `reported`, `alleged`, `established` or `retracted`.
    pub status: &'static str,
    /// Who said it; nothing when the source does not attribute it.
    pub speaker: Option<Ref>,
    /// The page where it stands.
    pub page: Ref,
    /// Whether it stands on the page that names it, or on that of the statement that names it.
    pub same_page: bool,
}

/// What a statement does to another, or another to it, as written. In templates the fields of the other stand beside these.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RelationView {
    /// `contradicts`, `denies`, `supports`, `repeats` or `corrects`.
    pub relation: &'static str,
    /// Whether the other statement says so of this one.
    pub inverse: bool,
    /// Whether one speaker made both.
    pub same_speaker: bool,
    /// The other statement.
    #[serde(flatten)]
    pub other: StatementRef,
}

/// What carries a statement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SupportView {
    /// Whether two or more independent origins carry it; all that were not seen count as one.
    pub corroborated: bool,
    /// How many sources of its own it has.
    pub reports: usize,
    /// How many origins there are in all.
    pub count: usize,
    /// Where these have it from: reports that retell one origin are one. The first of them.
    pub origins: Vec<OriginView>,
    /// Further origins, of statements by others that say the same: the first of them.
    pub others: Vec<OtherOriginView>,
    /// How many of all these origins were not seen.
    pub unseen: usize,
}

/// A source that no other stands behind, as far as is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OriginView {
    /// The source.
    pub source: Ref,
    /// Whether the authors have seen it, or know it through the others alone.
    pub seen: bool,
    /// Those of the sources in question that retell it, by whatever way.
    pub retold_by: Vec<Ref>,
}

/// An origin of statements by others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OtherOriginView {
    /// The source.
    pub source: Ref,
    /// Whether the authors have seen it.
    pub seen: bool,
    /// The statements that rest on it.
    pub through: Vec<StatementRef>,
}

/// On what the statements of a page rest: the sources that report them, and where these have it from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RestsOnView {
    /// How many statements of the page have a source.
    pub statements: usize,
    /// These sources, each once.
    pub sources: Vec<Ref>,
    /// The sources that these retell, followed to the last one; a source that retells none is not among them.
    pub origins: Vec<OriginView>,
}

/// Two statements that, in the editors' judgement, cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DisagreementView {
    /// The speaker, where one speaker made both.
    pub own: Option<Ref>,
    /// Whom or what both are about.
    pub about: Vec<Ref>,
    /// The one that contradicts.
    pub one: StatementRef,
    /// The one that it contradicts.
    pub other: StatementRef,
}

/// A statement that another says is not true.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DenialView {
    /// The statement.
    pub denied: StatementRef,
    /// The one that denies it.
    pub by: StatementRef,
}

/// What follows from the record for a person or organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FactsView {
    /// Who.
    pub who: Ref,
    /// How many statements by others allege something about them.
    pub alleged: usize,
    /// To how many of these no answer of theirs is on file.
    pub unanswered: usize,
    /// Contradictions between their own words, then others of statements by them or about them: the first of them.
    pub disagreements: Vec<DisagreementView>,
    /// Denials of statements by them or about them: the first of them.
    pub denials: Vec<DenialView>,
    /// The ways to all of them (`disagreements`, `denials`), where only the first stand here.
    pub rest: Vec<RestLink>,
}
