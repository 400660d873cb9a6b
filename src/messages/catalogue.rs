//! All messages of one language. Knows how a message becomes text or HTML, and that a name of the other direction of writing must
//! not turn the words around it.

use std::collections::BTreeMap;
use std::fmt;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use super::pattern::{Key, Pattern, Piece};
use super::value::{Part, Value};
use crate::foundation::html::escape_into;
use crate::foundation::language::Language;

/// The messages of one language.
pub struct Catalogue {
    language: Language,
    is_rtl: bool,
    messages: BTreeMap<String, Pattern>,
    plurals: Option<PluralRules>,
    numbers: Option<DecimalFormatter>,
}

/// Why a message cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageFault {
    /// There is no message of this name.
    Unknown(String),
    /// The message needs a value of this name.
    Missing {
        /// The message.
        message: String,
        /// The value.
        value: String,
    },
}

impl fmt::Display for MessageFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(key) => write!(out, "there is no message `{key}`"),
            Self::Missing { message, value } => write!(out, "the message `{message}` needs a value for `{value}`"),
        }
    }
}

impl Catalogue {
    pub(super) fn new(language: Language, messages: BTreeMap<String, Pattern>) -> Self {
        let locale = locale(&language);
        Self {
            is_rtl: language.direction() == "rtl",
            language,
            messages,
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            numbers: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok(),
        }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> &Language {
        &self.language
    }

    /// The names of all messages.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// The message as plain text. One that does not exist is its own name, and a value that is not given is its name: both
    /// are faults of the program, which a test looks for.
    #[must_use]
    pub fn text(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let parts: Vec<_> = values.iter().map(|(name, value)| (*name, Part::Value(*value))).collect();
        let mut out = String::new();
        match self.messages.get(key) {
            Some(pattern) => {
                let mut writing = Writing { catalogue: self, parts: &parts, words: push, missing: None };
                writing.pattern(&mut out, pattern);
            }
            None => out.push_str(key),
        }
        out
    }

    /// The message as plain text without values, where there is one of this name.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<String> {
        self.messages.contains_key(key).then(|| self.text(key, &[]))
    }

    /// The message as HTML, fit for element content and for quoted attributes: its own words and every text are escaped, and
    /// only [`Part::Html`] stands as it is.
    ///
    /// # Errors
    /// When there is no such message, or when a value that it needs is not among `parts`.
    pub fn html(&self, key: &str, parts: &[(&str, Part<'_>)]) -> Result<String, MessageFault> {
        let pattern = self.messages.get(key).ok_or_else(|| MessageFault::Unknown(key.to_owned()))?;
        let mut out = String::new();
        let mut writing = Writing { catalogue: self, parts, words: escape_into, missing: None };
        writing.pattern(&mut out, pattern);
        match writing.missing {
            Some(value) => Err(MessageFault::Missing { message: key.to_owned(), value }),
            None => Ok(out),
        }
    }

    fn number(&self, number: u64) -> String {
        let written = self.numbers.as_ref().map(|numbers| numbers.format(&Decimal::from(number)).to_string());
        written.unwrap_or_else(|| number.to_string())
    }

    fn plural(&self, number: u64) -> &'static str {
        match self.plurals.as_ref().map(|plurals| plurals.category_for(number)) {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            Some(PluralCategory::Other) | None => "other",
        }
    }
}

/// One message on its way.
struct Writing<'a, 'p> {
    catalogue: &'a Catalogue,
    parts: &'a [(&'a str, Part<'p>)],
    words: fn(&mut String, &str),
    missing: Option<String>,
}

impl<'p> Writing<'_, 'p> {
    fn pattern(&mut self, out: &mut String, pattern: &Pattern) {
        for piece in &pattern.0 {
            match piece {
                Piece::Words(words) => (self.words)(out, words),
                Piece::Value(name) => self.value(out, name),
                Piece::Choice { by, variants, otherwise } => {
                    let chosen = self.chosen(by, variants).unwrap_or(otherwise);
                    self.pattern(out, chosen);
                }
            }
        }
    }

    fn value(&mut self, out: &mut String, name: &str) {
        match self.get(name) {
            Some(Part::Html(html)) => out.push_str(html),
            Some(Part::Value(Value::Number(number))) => (self.words)(out, &self.catalogue.number(number)),
            Some(Part::Value(Value::Text(text))) if self.catalogue.turns(text) => {
                out.push(FIRST_STRONG_ISOLATE);
                (self.words)(out, text);
                out.push(POP_ISOLATE);
            }
            Some(Part::Value(Value::Text(text))) => (self.words)(out, text),
            None => (self.words)(out, name),
        }
    }

    fn chosen<'v>(&mut self, by: &str, variants: &'v [(Key, Pattern)]) -> Option<&'v Pattern> {
        let value = match self.get(by)? {
            Part::Value(value) => value,
            Part::Html(_) => return None,
        };
        let find =
            |wanted: &dyn Fn(&Key) -> bool| variants.iter().find(|(key, _)| wanted(key)).map(|(_, pattern)| pattern);
        match value {
            Value::Text(text) => find(&|key| matches!(key, Key::Word(word) if word == text)),
            Value::Number(number) => {
                let form = self.catalogue.plural(number);
                find(&|key| *key == Key::Number(number))
                    .or_else(|| find(&|key| matches!(key, Key::Word(word) if word == form)))
            }
        }
    }

    fn get(&mut self, name: &str) -> Option<Part<'p>> {
        let found = self.parts.iter().find(|(own, _)| *own == name).map(|(_, part)| *part);
        if found.is_none() {
            self.missing.get_or_insert_with(|| name.to_owned());
        }
        found
    }
}

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

impl Catalogue {
    /// Whether `text` could be drawn in another order than its letters have when it stands among words of this language.
    fn turns(&self, text: &str) -> bool {
        if self.is_rtl { text.chars().any(char::is_alphanumeric) } else { text.chars().any(is_right_to_left) }
    }
}

/// Whether a letter is written from right to left. Source: the blocks that the Unicode standard reserves for such scripts.
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The language for ICU: Kurmancî under the tag that its data has, and everywhere the digits 0 to 9, in which numbers of hearings,
/// files and statements are written too.
fn locale(language: &Language) -> Locale {
    let tag = language.as_str();
    let tag = tag.strip_prefix("kmr").map_or_else(|| tag.to_owned(), |rest| format!("ku{rest}"));
    format!("{tag}-u-nu-latn").parse().unwrap_or(Locale::UNKNOWN)
}

fn push(out: &mut String, words: &str) {
    out.push_str(words);
}
