//! A to Z in the language's own order, and the letters of its alphabet. Knows ICU's collation and how names begin; which names there are is not its matter.

use std::cmp::Ordering;

use icu_casemap::CaseMapperBorrowed;
use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::foundation::fold::nfc;
use crate::foundation::language::Language;

/// The order of one language.
pub(super) struct Alphabet {
    language: Language,
    collator: Option<CollatorBorrowed<'static>>,
    letters: &'static [&'static str],
}

const LATIN: &[&str] = &[
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W",
    "X", "Y", "Z",
];
/// Source: the Turkish alphabet of 1928, law 1353.
const TURKISH: &[&str] = &[
    "A", "B", "C", "Ç", "D", "E", "F", "G", "Ğ", "H", "I", "İ", "J", "K", "L", "M", "N", "O", "Ö", "P", "R", "S", "Ş",
    "T", "U", "Ü", "V", "Y", "Z",
];
/// Source: the Hawar alphabet of Kurmancî, 1932.
const KURDISH: &[&str] = &[
    "A", "B", "C", "Ç", "D", "E", "Ê", "F", "G", "H", "I", "Î", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "Ş",
    "T", "U", "Û", "V", "W", "X", "Y", "Z",
];

/// Source: the Arabic alphabet in its usual order; the forms of alif stand under one heading.
const ARABIC: &[&str] = &[
    "ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل",
    "م", "ن", "ه", "و", "ي",
];

impl Alphabet {
    /// The order of `language`, by the data of the Unicode CLDR.
    pub(super) fn new(language: &Language) -> Self {
        let tag = if language.base() == "kmr" { "ku" } else { language.as_str() };
        let locale: Option<icu_locale::Locale> = tag.parse().ok();
        let collator =
            CollatorBorrowed::try_new(locale.unwrap_or(icu_locale::Locale::UNKNOWN).into(), CollatorOptions::default())
                .ok();
        let letters = match language.base() {
            "tr" | "az" => TURKISH,
            "ku" | "kmr" => KURDISH,
            "ar" => ARABIC,
            _ => LATIN,
        };
        Self { language: language.clone(), collator, letters }
    }

    /// Compares two names; equal ones by their bytes, so that the order is total.
    pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
        let by_language = self.collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b));
        by_language.then_with(|| a.cmp(b))
    }

    /// The letters of the language, in its order.
    pub(super) const fn letters(&self) -> &'static [&'static str] {
        self.letters
    }

    /// The letter under which `name` stands: one of the alphabet, another in upper case, or `#` for digits and signs.
    pub(super) fn letter(&self, name: &str) -> String {
        let Some(first) = nfc(name).chars().find(|letter| letter.is_alphanumeric()) else { return "#".into() };
        if !first.is_alphabetic() {
            return "#".into();
        }
        let upper = CaseMapperBorrowed::new()
            .uppercase_to_string(first.encode_utf8(&mut [0; 4]), &self.language.identifier())
            .into_owned();
        if self.letters.contains(&upper.as_str()) {
            return upper;
        }
        let base: String = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(upper.chars()).take(1).collect();
        if base.is_empty() { upper } else { base }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_order_of_their_language() {
        for line in include_str!("../../tests/fixtures/collation.txt").lines().filter(|line| !line.starts_with('#')) {
            let (tag, names) = line.split_once(": ").unwrap();
            let expected: Vec<&str> = names.split(' ').collect();
            let alphabet = Alphabet::new(&Language::parse(tag).unwrap());
            let mut sorted = expected.clone();
            sorted.sort_unstable();
            assert_ne!(sorted, expected, "bytes must not be in order by chance");
            sorted.sort_by(|a, b| alphabet.compare(a, b));
            assert_eq!(sorted, expected, "{tag}");
        }
    }

    #[test]
    fn a_name_stands_under_a_letter_of_its_language() {
        let letters = |tag: &str, names: &[&str]| {
            let alphabet = Alphabet::new(&Language::parse(tag).unwrap());
            names.iter().map(|name| alphabet.letter(name)).collect::<Vec<_>>().join(" ")
        };
        let names = ["ilgaz", "ışık", "Îsa", "Êzîdî", "Ümit", "Wan", "3 Eylül", "Ğ", "«Élise»"];
        assert_eq!(letters("tr", &names), "İ I I E Ü W # Ğ E");
        assert_eq!(letters("ku", &names), "I I Î Ê U W # G E");
        assert_eq!(letters("en", &names), "I I I E U W # G E");
        assert_eq!(letters("ru", &["Йод", "мир"]), "И М");
        assert_eq!(letters("ar", &["أحمد", "إبراهيم", "بكر", "Kurt"]), "ا ا ب K");
    }
}
