//! Languages of pages and names: BCP 47 tags and their direction of writing. Knows no translations.

use std::fmt;

use icu_locale::{Direction, LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use serde::{Serialize, Serializer};

use super::fold::FoldKey;
use super::nearest::nearest;

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

    /// Whether CLDR knows the language, as far as to say in which script it is written. A well-formed tag can still be a typo.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let mut locale = Locale::from(self.identifier());
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        locale.id.script = None;
        LocaleExpander::new_extended().maximize(&mut locale.id);
        locale.id.script.is_some()
    }

    /// The tag that someone may have meant who wrote `word`: that of a language of this name, else one that is spelt like it.
    #[must_use]
    pub fn nearest(word: &str) -> Option<&'static str> {
        let key = FoldKey::of(word);
        let named = NAMED
            .iter()
            .find(|(tag, names)| FoldKey::of(tag) == key || names.iter().any(|name| FoldKey::of(name) == key));
        let all = || NAMED.iter().flat_map(|(_, names)| names.iter().copied());
        let tag_of = |near: &str| NAMED.iter().find(|(_, names)| names.contains(&near)).map(|(tag, _)| *tag);
        named
            .map(|(tag, _)| *tag)
            .or_else(|| nearest(word, all(), 1).first().and_then(|near| tag_of(near)))
            .or_else(|| nearest(word, NAMED.iter().map(|(tag, _)| *tag), 1).first().copied())
    }

    /// English, the language of a site that names none.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// What its speakers call it; the tag where that is not known here.
    #[must_use]
    pub fn own_name(&self) -> &str {
        OWN_NAMES.iter().find(|(tag, _)| *tag == self.base()).map_or(self.as_str(), |(_, name)| name)
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

/// What languages are called by those who speak them. Source: the Unicode CLDR.
const OWN_NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("ckb", "کوردیی ناوەندی"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hy", "Հայերեն"),
    ("it", "Italiano"),
    ("kmr", "Kurdî"),
    ("ku", "Kurdî"),
    ("nl", "Nederlands"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
    ("zza", "Zazakî"),
];

/// Languages that are often quoted, by their names in English and in themselves, and by other codes that people write.
const NAMED: &[(&str, &[&str])] = &[
    ("ar", &["Arabic", "العربية", "ara"]),
    ("ckb", &["Sorani", "Central Kurdish", "کوردی"]),
    ("de", &["German", "Deutsch", "ger", "deu"]),
    ("el", &["Greek", "Ελληνικά", "gr"]),
    ("en", &["English", "eng", "uk-en"]),
    ("es", &["Spanish", "Español", "spa"]),
    ("fa", &["Persian", "Farsi", "فارسی", "per"]),
    ("fr", &["French", "Français", "fre", "fra"]),
    ("he", &["Hebrew", "עברית", "iw"]),
    ("hy", &["Armenian", "Հայերեն"]),
    ("it", &["Italian", "Italiano", "ita"]),
    ("ku", &["Kurdish", "Kurdî", "Kurmancî", "Kurmanji", "kur"]),
    ("nl", &["Dutch", "Nederlands"]),
    ("pt", &["Portuguese", "Português"]),
    ("ru", &["Russian", "Русский", "rus"]),
    ("syr", &["Syriac"]),
    ("tr", &["Turkish", "Türkçe", "tur"]),
    ("uk", &["Ukrainian", "Українська", "ua"]),
    ("zh", &["Chinese", "中文"]),
    ("zza", &["Zazaki", "Zaza", "Kirmanckî"]),
];

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
    fn languages_are_known_and_typos_are_not() {
        for tag in ["tr", "ku", "ckb", "kmr", "zza", "diq", "en-GB", "ku-Arab", "syr", "ar-SY", "zh-Hant", "lzz"] {
            assert!(Language::parse(tag).unwrap().is_known(), "{tag}");
        }
        for tag in ["xq", "qqq", "zx", "ua", "gr"] {
            assert!(!Language::parse(tag).unwrap().is_known(), "{tag}");
        }
    }

    #[test]
    fn the_tag_that_was_meant_is_found_by_names_too() {
        let nearest = ["turkish", "Türkçe", "turksih", "kurmanci", "ua", "t r", "xq", ""].map(Language::nearest);
        let expected = [Some("tr"), Some("tr"), Some("tr"), Some("ku"), Some("uk"), Some("tr"), None, None];
        assert_eq!(nearest, expected);
    }

    #[test]
    fn what_is_not_a_tag_is_refused() {
        for text in ["", "türkçe", "und", "english", "e"] {
            assert_eq!(Language::parse(text), Err(NotALanguage), "{text}");
        }
        assert_eq!(Language::parse("EN-gb").unwrap().as_str(), "en-GB");
    }
}
