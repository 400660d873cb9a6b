//! A text as words: where each stands, whether it can begin a name, what is between it and the word before. Knows letters and signs,
//! no names.

use std::cell::OnceCell;
use std::ops::Range;

use crate::foundation::fold::{FoldKey, is_apostrophe, is_dropped, nfc};

/// What is between two words of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Gap {
    /// White space, the end of a line too.
    Space,
    /// A hyphen.
    Hyphen,
    /// The dot of an initial, before a space.
    DotSpace,
    /// The dot of an initial.
    Dot,
    /// A comma.
    Comma,
    /// Anything else: no name goes over it.
    Wall,
}

/// How a word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// With a capital.
    Capital,
    /// With a small letter or a digit.
    Small,
    /// In a script that has no capitals.
    None,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands, without apostrophes around it.
    pub(super) range: Range<usize>,
    /// How it begins.
    pub(super) case: Case,
    /// What is before it.
    pub(super) gap: Gap,
    key: OnceCell<String>,
    stem_key: OnceCell<String>,
}

impl Word {
    /// The key under which the word is looked for in a list of names.
    pub(super) fn key(&self, text: &str) -> &str {
        self.key.get_or_init(|| key(text.get(self.range.clone()).unwrap_or_default()))
    }

    /// What is before an ending behind an apostrophe, and its key.
    pub(super) fn stem<'a>(&self, text: &'a str) -> Option<(&'a str, &str)> {
        let cut = stem(text.get(self.range.clone())?)?;
        Some((cut, self.stem_key.get_or_init(|| key(cut))))
    }
}

/// The words of `text`. Addresses, ids of blocks and tags are walls.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut last_end = None;
    let mut start = None;
    let mut is_walled = false;
    for (at, letter) in text.char_indices().chain([(text.len(), '\0')]) {
        if is_letter(letter) {
            start.get_or_insert(at);
            continue;
        }
        let Some(from) = start.take() else { continue };
        let range = trimmed(text, from..at);
        if range.is_empty() || is_address(text, &range) {
            is_walled = true;
            continue;
        }
        let before = last_end.map_or(Gap::Wall, |end| gap(text.get(end..range.start).unwrap_or_default()));
        let gap = if std::mem::take(&mut is_walled) { Gap::Wall } else { before };
        last_end = Some(range.end);
        let case = case(text.get(range.clone()).unwrap_or_default());
        found.push(Word { range, case, gap, key: OnceCell::new(), stem_key: OnceCell::new() });
    }
    found
}

fn is_letter(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric() || matches!(letter, '\'' | '_')
    } else {
        letter.is_alphanumeric() || is_dropped(letter)
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let run = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (run.len() - run.trim_start_matches(is_apostrophe).len());
    start..range.end - (run.len() - run.trim_end_matches(is_apostrophe).len()).min(range.end - start)
}

/// Whether the word at `range` is part of an address of the web or of mail, of an id `^p1` or of a tag `#x`.
fn is_address(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    if !before.ends_with(['/', ':', '@', '.', '#', '^', '-', '_', '?', '=', '&', '%'])
        && !text.get(range.end..).unwrap_or_default().starts_with(['@', '.', ':', '-', '_'])
    {
        return false;
    }
    let is_end = |letter: char| letter.is_whitespace() || letter == '\0';
    let from = before.rfind(is_end).map_or(0, |at| at + 1);
    let to = text.get(range.end..).and_then(|rest| rest.find(is_end)).map_or(text.len(), |at| range.end + at);
    let chunk = text.get(from..to).unwrap_or_default();
    chunk.contains("://")
        || chunk.contains('@')
        || chunk.contains("www.")
        || text.get(from..range.start).is_some_and(|head| head.contains(['#', '^']))
}

fn gap(between: &str) -> Gap {
    let inner = between.trim_start();
    match inner {
        "" if !between.is_empty() => Gap::Space,
        "-" | "\u{2010}" | "\u{2011}" if inner == between => Gap::Hyphen,
        "." if inner == between => Gap::Dot,
        _ if inner == between && inner.trim_end() == "." => Gap::DotSpace,
        _ if inner == between && inner.trim_end() == "," && inner.len() > 1 => Gap::Comma,
        _ => Gap::Wall,
    }
}

fn case(word: &str) -> Case {
    match word.chars().find(|letter| letter.is_alphanumeric()) {
        Some(letter) if letter.is_uppercase() => Case::Capital,
        Some(letter) if letter.is_lowercase() || !letter.is_alphabetic() => Case::Small,
        // The letters between the two cases, such as `ǅ`, change when they are made small.
        Some(letter) if letter.to_lowercase().next() != Some(letter) => Case::Capital,
        _ => Case::None,
    }
}

/// The key under which a word is looked for.
fn key(word: &str) -> String {
    if word.is_ascii() && !word.contains(['\'', '`']) {
        return word.to_ascii_lowercase();
    }
    FoldKey::of(word).as_str().to_owned()
}

/// What stands before the apostrophe of a word, as in `Kurt'un`; of a single letter, as in `l'affaire`, nothing.
fn stem(word: &str) -> Option<&str> {
    let at = word.rfind(is_apostrophe)?;
    word.get(..at).filter(|stem| stem.chars().filter(|letter| !is_dropped(*letter)).nth(1).is_some())
}

/// How a word in the text is spelt, compared with a word of a name that has the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelling {
    /// In the same letters, or all in capitals.
    Same,
    /// In letters with other accents.
    Other,
    /// Small where the name has a capital.
    Small,
}

/// Compares `written` with `name`, both words.
pub(super) fn spelling(written: &str, name: &str) -> Spelling {
    let plain = |word: &str| nfc(word).replace(is_apostrophe, "'");
    let (written, name) = (plain(written), plain(name));
    if written == name {
        return Spelling::Same;
    }
    if case(&name) == Case::Capital && case(&written) != Case::Capital {
        return Spelling::Small;
    }
    let is_all_capital = !written.chars().any(char::is_lowercase) && written.chars().nth(1).is_some();
    let small = |word: &str| -> String {
        // In capitals the two letters i are written in both ways.
        word.chars()
            .flat_map(|letter| if matches!(letter, 'I' | 'İ' | 'ı') { 'i' } else { letter }.to_lowercase())
            .collect()
    };
    if is_all_capital && small(&written) == small(&name) { Spelling::Same } else { Spelling::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let sign = |gap| match gap {
            Gap::Space => "_",
            Gap::Hyphen => "-",
            Gap::DotSpace => "._",
            Gap::Dot => ".",
            Gap::Comma => ",",
            Gap::Wall => "|",
        };
        words(text).into_iter().map(|word| [sign(word.gap), &text[word.range]].concat()).collect()
    }

    #[test]
    fn a_text_is_words_and_what_is_between_them() {
        for (text, expected) in [
            ("İlhami\nBalı'nın, M. K. Kurt", "|İlhami_Balı'nın,M._K._Kurt"),
            ("'Ada Kaya' (Ali-Rıza)", "|Ada_Kaya|Ali-Rıza"),
            ("see https://ada.example/Kaya and ada@kaya.example x", "|see|and|x"),
            ("x_Ada Kaya_y", "|x_Ada_Kaya_y"),
            ("Ada ^Kaya-1 #Ali b", "|Ada|b"),
            ("Ada\0Kaya Ada: Kaya A.Ş. b", "|Ada|Kaya_Ada|Kaya_A.Ş._b"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_spelling_is_the_same_in_capitals_and_another_with_other_accents() {
        for (written, name, expected) in [
            ("Balı", "Balı", Spelling::Same),
            ("BALI", "Balı", Spelling::Same),
            ("ILHAMI", "İlhami", Spelling::Same),
            ("I\u{307}lhami", "İlhami", Spelling::Same),
            ("Ilhami", "İlhami", Spelling::Other),
            ("SAHIN", "Şahin", Spelling::Other),
            ("ŞAHİN", "Şahin", Spelling::Same),
            ("Şêrîn", "Şêrîn", Spelling::Same),
            ("Şerin", "Şêrîn", Spelling::Other),
            ("balı", "Balı", Spelling::Small),
            ("O’Brien", "O'Brien", Spelling::Same),
        ] {
            assert_eq!(spelling(written, name), expected, "{written} {name}");
        }
    }

    #[test]
    fn what_is_behind_an_apostrophe_is_cut() {
        for (word, expected) in [
            ("Kurt'un", Some("Kurt")),
            ("Balı’yı", Some("Balı")),
            ("O'Brien's", Some("O'Brien")),
            ("l'affaire", None),
            ("Kurt", None),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
