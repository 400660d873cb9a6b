//! Languages of pages and names: BCP 47 tags and their direction of writing. Knows no translations.

use std::fmt;

use icu_locale::{Direction, LanguageIdentifier, LocaleDirectionality, LocaleExpander};
use serde::{Serialize, Serializer};

/// A well-formed BCP 47 language tag in canonical case, such as `tr`, `ku`, `ckb` or `en-GB`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// Reads a tag.
    ///
    /// # Errors
    /// When `tag` is not a well-formed language identifier (language, script, region, variants).
    pub fn parse(tag: &str) -> Result<Self, NotALanguage> {
        let parsed: LanguageIdentifier = tag.parse().map_err(|_| NotALanguage)?;
        if parsed.language.is_unknown() {
            return Err(NotALanguage);
        }
        Ok(Self(parsed.to_string()))
    }

    /// English, the language of a site that names none.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script and region: `en` of `en-GB`.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The tag as ICU's type.
    #[must_use]
    pub fn identifier(&self) -> LanguageIdentifier {
        self.0.parse().unwrap_or(LanguageIdentifier::UNKNOWN)
    }

    /// `rtl` for languages written from right to left, else `ltr`: the value of the `dir` attribute.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        let extended = LocaleExpander::new_extended();
        match LocaleDirectionality::new_with_expander(extended).get(&self.identifier()) {
            Some(Direction::RightToLeft) => "rtl",
            _ => "ltr",
        }
    }
}

/// The text is not a language tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALanguage;

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_follow_the_script() {
        let direction = |tag| Language::parse(tag).unwrap().direction();
        assert_eq!([direction("tr"), direction("ku"), direction("en-GB")], ["ltr"; 3]);
        assert_eq!([direction("ar"), direction("ckb"), direction("fa"), direction("ku-Arab")], ["rtl"; 4]);
    }

    #[test]
    fn what_is_not_a_tag_is_refused() {
        for text in ["", "türkçe", "und", "english", "e"] {
            assert_eq!(Language::parse(text), Err(NotALanguage), "{text}");
        }
        assert_eq!(Language::parse("EN-gb").unwrap().as_str(), "en-GB");
    }
}
