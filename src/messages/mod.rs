//! The texts of the interface, by language. Knows message files in the syntax of Fluent and how a message becomes text or HTML;
//! not what any message is for.
//!
//! A file `XX.ftl` holds the messages of the language `XX`. There are three layers, and the highest has the word: the site's
//! `messages/`, the chosen theme's `messages/`, and those compiled into the program. What a language does not have is in English.
//!
//! Of Fluent, messages have text, values (`{ $count }`) and choices (`{ $count -> [one] … *[other] … }`). Plural forms and the
//! writing of numbers are those of ICU4X. A message is text, never HTML: a link within a sentence is a value of it, so each
//! language puts it where its grammar wants it.

mod builtin;
mod catalogue;
mod check;
mod layers;
mod pattern;
mod read;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::foundation::diagnostic::Checked;
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::language::Language;
use crate::source::config::Config;
use crate::source::tree::SourceTree;

pub use builtin::{builtin_message_file, builtin_message_paths};
pub use catalogue::{Catalogue, MessageFault};
pub use value::{Part, Value};

/// The texts of the interface in all their languages.
#[derive(Clone)]
pub struct Messages {
    english: Arc<Catalogue>,
    others: BTreeMap<Language, Arc<Catalogue>>,
    fingerprint: Fingerprint,
}

impl Messages {
    /// Those of the program, of the theme that `config` chooses, and of the site. What is wrong in a file is told, and its other
    /// messages are kept.
    pub fn load(tree: &SourceTree, config: &Config) -> Checked<Self> {
        layers::load(tree, config)
    }

    /// Those of the program alone.
    #[must_use]
    pub fn builtin() -> Self {
        Self::load(&SourceTree::default(), &Config::default()).value
    }

    /// The texts for pages in `language`: in this language, else in the same without script and region, else in English.
    #[must_use]
    pub fn of(&self, language: &Language) -> &Arc<Catalogue> {
        let base = match language.base() {
            "kmr" => "ku",
            base => base,
        };
        let of_base = || self.others.get(&Language::parse(base).ok()?);
        self.others.get(language).or_else(of_base).unwrap_or(&self.english)
    }

    /// All catalogues, English first.
    pub fn catalogues(&self) -> impl Iterator<Item = &Arc<Catalogue>> {
        std::iter::once(&self.english).chain(self.others.values())
    }

    /// Equal messages have equal fingerprints.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}
