//! Statements: who said what, on whose report, with what standing, as written in one document. Knows the words of the model; what follows from them is derived in `graph`.

use std::hash::{Hash, Hasher};

use serde::Serialize;

use super::body::Fragment;
use super::mention::MentionId;
use super::plain::Plain;
use super::said::Said;
use crate::foundation::date::Edtf;
use crate::foundation::language::Language;
use crate::foundation::span::{Span, Spanned};

/// A statement that has all that it needs; incomplete ones are diagnostics and no values.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The block id after `^`, unique in its document.
    pub id: Spanned<String>,
    /// What kind of utterance it is.
    pub form: Spanned<Form>,
    /// Who said it.
    pub speaker: Speaker,
    /// Whom or what it is about.
    pub about: Vec<MentionId>,
    /// Its standing.
    pub status: Spanned<Status>,
    /// The sources that report it.
    pub via: Vec<MentionId>,
    /// When it was said or what time it is about, as its author dated it.
    pub date: Option<Spanned<Edtf>>,
    /// What it does to other statements.
    pub relations: Vec<(Relation, MentionId)>,
    /// Our words, with the verbatim quotes where they stand.
    pub words: Said<Fragment>,
    /// The first paragraph of our words as plain text, for lists.
    pub summary: Said<Plain>,
    /// The nested quotes, verbatim from the source, as plain text. A link in one stands there by its label, or as `…`
    /// where it has none: nobody is named here who may be withheld.
    pub quotes: Vec<Spanned<Said<String>>>,
    /// The language of the quotes, when it is not that of the page.
    pub quote_language: Option<Language>,
    /// The quotes in the language of the page.
    pub translation: Option<Translation>,
    /// The whole callout.
    pub span: Span,
}

/// Of what was written, wherever in the file it stands.
impl Hash for Statement {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { id, form, speaker, about, status, via, date, relations, words, summary, quotes, .. } = self;
        let Self { quote_language, translation, span: _, .. } = self;
        (id, form, speaker, about, status, via, date, relations, words, summary, quotes).hash(state);
        (quote_language, translation).hash(state);
    }
}

/// What the authors' translation of verbatim quotes says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Translation {
    /// The words, as plain text.
    pub text: Said<String>,
    /// Who translated, in the author's words.
    pub by: Option<String>,
}

/// What kind of utterance a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Said by a witness, defendant or victim.
    Testimony,
    /// Put to the court by a party or a lawyer.
    Submission,
    /// Decided by a court.
    Ruling,
    /// Done, not said.
    Act,
    /// Read from a document.
    Document,
    /// What a source says in its own voice.
    Background,
}

/// Who made a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// The mention of the speaker.
    Mention(MentionId),
    /// The source does not say who.
    Unattributed,
}

/// The standing of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A source says that it happened; nobody's guilt follows.
    Reported,
    /// Imputes conduct, unproven.
    Alleged,
    /// Found by a court, admitted, or a primary record.
    Established,
    /// Withdrawn by its speaker, its source or us.
    Retracted,
}

/// What a statement does to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Both cannot be true: the editors' judgement.
    Contradicts,
    /// Says that the other is not true.
    Denies,
    /// Speaks for the other.
    Supports,
    /// Says the same again.
    Repeats,
    /// Puts the other right.
    Corrects,
}

macro_rules! words {
    ($type:ident, $($variant:ident = $word:literal),+) => {
        impl $type {
            /// Every word, as authors write it.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The value that `word` names.
            #[must_use]
            pub fn named(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The word that authors write.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}
pub(crate) use words;

words!(
    Form,
    Testimony = "testimony",
    Submission = "submission",
    Ruling = "ruling",
    Act = "act",
    Document = "document",
    Background = "background"
);
words!(Status, Reported = "reported", Alleged = "alleged", Established = "established", Retracted = "retracted");
words!(
    Relation,
    Contradicts = "contradicts",
    Denies = "denies",
    Supports = "supports",
    Repeats = "repeats",
    Corrects = "corrects"
);
