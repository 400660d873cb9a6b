//! A statement as it is shown, wherever it is shown. Knows its attribution and standing and gives no text without them.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{DateView, Ref};
use super::rich::RichText;

/// One statement.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct StatementView {
    /// The anchor on the page where it stands, without `#`.
    pub anchor: String,
    /// Its permanent address below the root, with the anchor.
    pub path: String,
    /// Its place among the statements of its page, from 1.
    pub number: usize,
    /// The page where it stands.
    pub page: Ref,
    /// That page's date.
    pub page_date: Option<DateView>,
    /// `testimony`, `submission`, `ruling`, `act`, `document` or `background`.
    pub form: &'static str,
    /// `reported`, `alleged`, `established` or `retracted`.
    pub status: &'static str,
    /// Who said it; nothing when the source does not attribute it.
    pub speaker: Option<Ref>,
    /// Whom or what it is about.
    pub about: Vec<Ref>,
    /// The sources that report it.
    pub via: Vec<Ref>,
    /// Its own date.
    pub date: Option<DateView>,
    /// What it does to other statements.
    pub relations: Vec<RelationView>,
    /// On what it rests, when it has a source and all of the way to its origins is published.
    pub support: Option<SupportView>,
    /// Alleged about them, and no reply of theirs is on file.
    pub unanswered: Vec<Ref>,
    /// The first paragraph of our words as plain text, for tables; links are replaced by what they show.
    pub summary: String,
    /// Our words with the quotes.
    pub words: RichText,
}

impl StatementView {
    /// The same away from its place in the text, without anchors and footnotes: on another page, or again on its own.
    #[must_use]
    pub fn embedded(self: Arc<Self>) -> Arc<Self> {
        if self.words.embedded {
            return self;
        }
        let mut statement = Arc::unwrap_or_clone(self);
        statement.words.embedded = true;
        Arc::new(statement)
    }
}

/// What a statement does to another, or another to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RelationView {
    /// `contradicts`, `denies`, `supports`, `repeats` or `corrects`.
    pub relation: &'static str,
    /// Whether the other statement says so of this one.
    pub inverse: bool,
    /// The other statement's address below the root.
    pub path: String,
    /// Its number on its page.
    pub number: usize,
    /// Its speaker.
    pub speaker: Option<Ref>,
    /// Whom or what it is about.
    pub about: Vec<Ref>,
    /// The page where it stands.
    pub page: Ref,
    /// Whether it stands on the same page.
    pub same_page: bool,
}

/// What carries a statement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SupportView {
    /// Whether two or more independent origins carry it.
    pub corroborated: bool,
    /// Where its own sources have it from: reports that retell one origin are one.
    pub origins: Vec<OriginView>,
    /// Further origins, of statements by others that say the same.
    pub others: Vec<OriginView>,
    /// Its own sources retell these origins and are not themselves the origin.
    pub retold: bool,
}

/// Two statements that, in the editors' judgement, cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DisagreementView {
    /// Whether one speaker made both.
    pub same_speaker: bool,
    /// Whom or what both are about.
    pub about: Vec<Ref>,
    /// The one on this page that contradicts.
    pub number: usize,
    /// Its address below the root.
    pub path: String,
    /// Who said it; nothing when the source does not attribute it.
    pub speaker: Option<Ref>,
    /// The one that is contradicted.
    pub other: RelationView,
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

/// A source that others retell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OriginView {
    /// The source.
    pub source: Ref,
    /// Whether the authors have seen it, or know it through the others alone.
    pub seen: bool,
}
