//! Slugs: the part of a web address that names one page. Knows which words every system can hold as a file name, and how names become such words.

use std::fmt;

use serde::{Serialize, Serializer};

use super::fold::nfc;

/// Lower-case ASCII letters, digits and single hyphens, at most 100 bytes, not a device name of Windows: one part of a [`super::route::Route`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// The longest slug, in bytes.
pub const LONGEST: usize = 100;

impl Slug {
    /// Takes an id as an author wrote it; it is not changed.
    ///
    /// # Errors
    /// Says what about the text cannot stand in an address.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        if text.len() > LONGEST {
            return Err(SlugError::TooLong);
        }
        if let Some(letter) = text.chars().find(|letter| !matches!(letter, 'a'..='z' | '0'..='9' | '-')) {
            return Err(SlugError::Letter(letter));
        }
        if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err(SlugError::Hyphen);
        }
        if is_device(text) {
            return Err(SlugError::Device);
        }
        Ok(Self(text.to_owned()))
    }

    /// Makes a slug of a name: Turkish and Kurdish letters by their table, other scripts transliterated, the rest hyphens.
    ///
    /// # Errors
    /// When nothing usable is left, or what is left is too long or a device name.
    pub fn of_name(name: &str) -> Result<Self, SlugError> {
        let mut slug = String::with_capacity(name.len());
        for letter in nfc(name).chars() {
            let latin = match letter {
                'ı' | 'İ' | 'î' | 'Î' => "i",
                'ş' | 'Ş' => "s",
                'ç' | 'Ç' => "c",
                'ğ' | 'Ğ' => "g",
                'ö' | 'Ö' => "o",
                'ü' | 'Ü' | 'û' | 'Û' => "u",
                'ê' | 'Ê' => "e",
                'â' | 'Â' => "a",
                '\'' | '’' | 'ʼ' => "",
                letter if is_pictograph(letter) => "-",
                letter => any_ascii::any_ascii_char(letter),
            };
            push_words(&mut slug, latin);
        }
        let slug = slug.trim_end_matches('-');
        if slug.is_empty() { Err(SlugError::Nothing) } else { Self::parse(slug) }
    }

    /// The slug's letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn push_words(slug: &mut String, latin: &str) {
    for byte in latin.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => slug.push(byte as char),
            b'A'..=b'Z' => slug.push(byte.to_ascii_lowercase() as char),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
}

/// Emoji become English words in a transliteration; nobody wrote those words.
const fn is_pictograph(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Names that Windows keeps for devices, whatever their ending. Source: Microsoft, "Naming Files, Paths, and Namespaces".
#[must_use]
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches(' ').to_ascii_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix)
            .is_some_and(|rest| matches!(rest, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Why a text is not a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlugError {
    /// There is no text.
    Empty,
    /// Nothing of the name can stand in an address.
    Nothing,
    /// More than [`LONGEST`] bytes.
    TooLong,
    /// A letter that is not a lower-case ASCII letter, digit or hyphen.
    Letter(char),
    /// A hyphen at an end, or two together.
    Hyphen,
    /// A name that Windows keeps for a device.
    Device,
}

impl fmt::Display for SlugError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("it is empty"),
            Self::Nothing => out.write_str("none of its characters can stand in a web address"),
            Self::TooLong => write!(out, "it is longer than {LONGEST} characters"),
            Self::Letter(letter) => write!(out, "`{}` cannot stand in it", letter.escape_debug()),
            Self::Hyphen => out.write_str("a hyphen stands at its end or beside another"),
            Self::Device => out.write_str("Windows keeps this name for a device"),
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_become_slugs() {
        for (name, slug) in [
            ("İlhami Balı", "ilhami-bali"),
            ("Ilgaz IŞIK", "ilgaz-isik"),
            ("Îsa Ûsiv", "isa-usiv"),
            ("Kürt", "kurt"),
            ("O'Brien & Söhne", "obrien-sohne"),
            ("Москва 2015", "moskva-2015"),
            ("I\u{307}zmir", "izmir"),
            ("hearing — day 2", "hearing-day-2"),
        ] {
            assert_eq!(Slug::of_name(name).unwrap().as_str(), slug);
        }
        assert_eq!(Slug::of_name("🔥 ***"), Err(SlugError::Nothing));
        assert_eq!(Slug::of_name("Con"), Err(SlugError::Device));
        assert_eq!(Slug::of_name(&"x".repeat(101)), Err(SlugError::TooLong));
    }

    #[test]
    fn ids_are_taken_as_they_are_or_refused() {
        assert_eq!(Slug::parse("sergeant-1").unwrap().as_str(), "sergeant-1");
        for (text, error) in [
            ("", SlugError::Empty),
            ("../x", SlugError::Letter('.')),
            ("Kurt", SlugError::Letter('K')),
            ("a--b", SlugError::Hyphen),
            ("-a", SlugError::Hyphen),
            ("nul", SlugError::Device),
            ("com1", SlugError::Device),
        ] {
            assert_eq!(Slug::parse(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_name_gives_a_slug_or_an_error(name in "\\PC*") {
            if let Ok(slug) = Slug::of_name(&name) {
                prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug));
            }
        }
    }
}
