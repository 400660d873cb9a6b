//! A statement as it is shown, wherever it is shown. Knows its attribution and standing and gives no text without them.

use std::sync::Arc;

use serde::Serialize;

use super::derived::{RelationView, SupportView};
use super::parts::{DateView, Ref};
use super::rest::RestLink;
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
    /// What it does to other statements, and others to it: the first of these relations.
    pub relations: Vec<RelationView>,
    /// What carries it; nothing where no origin is known or the way to its origins is not all published.
    pub support: Option<SupportView>,
    /// The ways to all relations (`related`) and to all origins (`origins`), where only the first stand here.
    pub rest: Vec<RestLink>,
    /// Alleged about them, with no reply of theirs on file and no denial by them.
    pub unanswered: Vec<Ref>,
    /// The first paragraph of our words as plain text, for tables; links are replaced by what they show.
    pub summary: CardWords<String>,
    /// Our words with the quotes.
    pub words: CardWords<RichText>,
    /// What the quotes say in the language of the page, when they are in another.
    pub translation: Option<TranslationView>,
}

/// The authors' own translation of verbatim quotes; it is shown as a translation wherever it is shown.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct TranslationView {
    /// The words, as plain text.
    pub text: CardWords<String>,
    /// Who translated, as the authors name them.
    pub translator: Option<String>,
}

impl StatementView {
    /// The same away from its place in the text, without anchors and footnotes: on another page, or again on its own.
    #[must_use]
    pub fn embedded(self: Arc<Self>) -> Arc<Self> {
        if self.words.0.embedded {
            return self;
        }
        let mut statement = Arc::unwrap_or_clone(self);
        statement.words.0.embedded = true;
        Arc::new(statement)
    }
}

/// A text of a statement that only the template of its card or row can read: nothing can take it out of its view.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct CardWords<T>(T);

impl<T> From<T> for CardWords<T> {
    fn from(words: T) -> Self {
        Self(words)
    }
}
