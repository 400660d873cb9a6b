//! The fold key: what is left of a name when case, accents and apostrophes are taken away. Knows letters, not names; it is for finding and matching and is never shown.

use std::borrow::Cow;

use icu_casemap::CaseMapperBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The key under which spellings of one name meet: `İlhami Balı`, `ILHAMI BALI` and `ilhami bali` have one key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldKey(String);

impl FoldKey {
    /// The key of `text`: NFKD, marks and apostrophes dropped, dotted and dotless i made one, lower case, white space made single.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.is_ascii() { Self::of_ascii(text) } else { Self::of_letters(text) }
    }

    fn of_letters(text: &str) -> Self {
        let letters = decomposed(text);
        let mut key = String::with_capacity(letters.len());
        let mut gap = false;
        for letter in letters.chars() {
            match folded(letter) {
                Folded::Nothing => {}
                Folded::Gap => gap = !key.is_empty(),
                Folded::Letters(letters) => {
                    if std::mem::take(&mut gap) {
                        key.push(' ');
                    }
                    key.push_str(letters);
                }
                Folded::Same => {
                    if std::mem::take(&mut gap) {
                        key.push(' ');
                    }
                    key.push(letter);
                }
            }
        }
        Self(key)
    }

    /// The same for text that has no letters to take apart, which is most names of files.
    fn of_ascii(text: &str) -> Self {
        let mut key = String::with_capacity(text.len());
        let mut gap = false;
        for letter in text.chars().filter(|letter| !is_apostrophe(*letter)) {
            if letter.is_whitespace() {
                gap = !key.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) {
                key.push(' ');
            }
            key.push(letter.to_ascii_lowercase());
        }
        Self(key)
    }

    /// The key's letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left of the text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A name as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spelling {
    /// The key under which it meets other spellings.
    pub key: FoldKey,
    /// It in normal form C, to tell whether it is written exactly as another; nothing where that is the name itself.
    exact: Option<Box<str>>,
}

impl Spelling {
    /// The spelling of `name`.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let exact = nfc(name);
        Self { key: FoldKey::of(name), exact: (exact != name).then(|| exact.into()) }
    }

    /// The spelling of `name`, of which this was made, in normal form C.
    #[must_use]
    pub fn exact<'a>(&'a self, name: &'a str) -> &'a str {
        self.exact.as_deref().unwrap_or(name)
    }
}

/// `text` without apostrophes, in lower case and NFKD: taken apart, the acute accent that stands alone would be a space and a
/// mark. Source: Unicode, 3.13, D146: decomposed first, as the iota below a letter is a letter of its own in lower case; and once
/// more at the end, as `№` and `𝐊` have no small form before they are taken apart.
fn decomposed(text: &str) -> String {
    let (cases, nfkd) = (CaseMapperBorrowed::new(), DecomposingNormalizerBorrowed::new_nfkd());
    let kept =
        if text.contains(is_apostrophe) { Cow::Owned(text.replace(is_apostrophe, "")) } else { Cow::Borrowed(text) };
    let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(&kept);
    let letters = nfkd.normalize(&cases.fold_string(&parts)).into_owned();
    match cases.fold_string(&letters) {
        Cow::Owned(small) if small != letters => nfkd.normalize(&small).into_owned(),
        _ => letters,
    }
}

enum Folded {
    Nothing,
    Gap,
    Letters(&'static str),
    Same,
}

fn folded(letter: char) -> Folded {
    match letter {
        'ı' | 'İ' | 'I' => Folded::Letters("i"),
        'ß' => Folded::Letters("ss"),
        'ø' => Folded::Letters("o"),
        'đ' | 'ð' => Folded::Letters("d"),
        'ł' => Folded::Letters("l"),
        'æ' => Folded::Letters("ae"),
        'œ' => Folded::Letters("oe"),
        // Arabic script as it is typed on Arabic, Persian and Kurdish keyboards.
        'ي' | 'ى' => Folded::Letters("ی"),
        'ك' => Folded::Letters("ک"),
        'ھ' | 'ة' => Folded::Letters("ه"),
        '٠' | '۰' => Folded::Letters("0"),
        '١' | '۱' => Folded::Letters("1"),
        '٢' | '۲' => Folded::Letters("2"),
        '٣' | '۳' => Folded::Letters("3"),
        '٤' | '۴' => Folded::Letters("4"),
        '٥' | '۵' => Folded::Letters("5"),
        '٦' | '۶' => Folded::Letters("6"),
        '٧' | '۷' => Folded::Letters("7"),
        '٨' | '۸' => Folded::Letters("8"),
        '٩' | '۹' => Folded::Letters("9"),
        'ʿ' | 'ʾ' | '\u{ad}' | '\u{640}' => Folded::Nothing,
        letter if is_apostrophe(letter) => Folded::Nothing,
        letter if is_mark(letter) || is_invisible(letter) => Folded::Nothing,
        letter if letter.is_whitespace() => Folded::Gap,
        _ => Folded::Same,
    }
}

/// Whether `letter` is one of the signs that stand for an apostrophe.
#[must_use]
pub const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´')
}

/// Whether nothing is left of `letter` in a key: marks, apostrophes, what has no width.
#[must_use]
pub fn is_dropped(letter: char) -> bool {
    matches!(folded(letter), Folded::Nothing)
}

fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// `text` in Unicode normal form C, the form in which names are compared exactly.
#[must_use]
pub fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Two paths with one key are one path on some system that ignores case or Unicode form; dotted and dotless i and `ß` and `ss` count as one.
#[must_use]
pub fn path_key(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    let composed = nfc(&path.replace(['ı', 'İ'], "i"));
    let folded = CaseMapperBorrowed::new().fold_string(&composed);
    let mut dotless = String::with_capacity(folded.len());
    for letter in folded.chars() {
        if letter != '\u{307}' || !dotless.ends_with('i') {
            dotless.push(letter);
        }
    }
    nfc(&dotless)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn plain_letters_have_the_key_that_all_letters_have() {
        let all: Vec<char> = (0..128_u8).map(char::from).collect();
        for one in &all {
            for other in &all {
                for text in [format!("{one}{other}"), format!(" a{one}{other}I "), format!("A{one} {other}'b")] {
                    assert_eq!(FoldKey::of(&text), FoldKey::of_letters(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn paths_that_some_system_takes_for_one_have_one_key() {
        for (one, other) in [
            ("people/Kurt.md", "People/kurt.MD"),
            ("İlhami.md", "ilhami.md"),
            ("I\u{307}lhami.md", "ılhami.md"),
            ("Ayşe.md", "Ays\u{327}e.md"),
            ("AYŞE.md", "ays\u{327}e.md"),
            ("Straße.md", "STRASSE.md"),
            ("i\u{307}\u{307}.md", "i.md"),
        ] {
            assert_eq!(path_key(one), path_key(other), "{one} {other}");
        }
        assert_ne!(path_key("kurt.md"), path_key("kürt.md"));
    }

    #[test]
    fn every_pair_of_the_shared_table_meets() {
        let table = include_str!("../../tests/fixtures/fold.tsv");
        let mut pairs = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (written, query) = line.split_once('\t').unwrap();
            let (written, query) = (FoldKey::of(written), FoldKey::of(query));
            assert!(written.as_str().contains(query.as_str()), "{line}: {written:?} {query:?}");
            pairs += 1;
        }
        assert_eq!(pairs, 49);
    }

    /// The tables of the script in the default theme, as they follow from the ones above.
    fn tables() -> [String; 3] {
        let mut letters: BTreeMap<&str, String> = BTreeMap::new();
        let mut dropped: Vec<(u32, u32)> = Vec::new();
        for letter in '\0'..=char::MAX {
            match (folded(letter), dropped.last_mut()) {
                (Folded::Letters(to), _) => letters.entry(to).or_default().push(letter),
                (Folded::Nothing, Some((_, last))) if *last + 1 == letter as u32 => *last += 1,
                (Folded::Nothing, _) => dropped.push((letter as u32, letter as u32)),
                (Folded::Gap | Folded::Same, _) => {}
            }
        }
        let letters =
            letters.into_iter().map(|(to, from)| format!("  ['{from}', '{to}'],\n")).collect::<Vec<_>>().concat();
        let range = |(first, last): (u32, u32)| {
            if first == last { format!("\\u{{{first:x}}}") } else { format!("\\u{{{first:x}}}-\\u{{{last:x}}}") }
        };
        let dropped = dropped.into_iter().map(range).collect();
        // Of letters that are younger than the browsers a script knows nothing.
        let others = ('\0'..='\u{a7bf}').filter(|letter| !('\u{13a0}'..='\u{13fd}').contains(letter));
        let lower = others
            .filter_map(compared_as)
            .map(|(letter, to)| format!("  ['{letter}', '{to}'],\n"))
            .collect::<Vec<_>>()
            .concat();
        [letters, dropped, lower]
    }

    /// A letter that is compared in another form than its small one, and that form.
    fn compared_as(letter: char) -> Option<(String, String)> {
        let one = letter.to_string();
        let is_whole = DecomposingNormalizerBorrowed::new_nfd().normalize(&one) == one;
        let small: String = letter.to_lowercase().collect();
        let cased = CaseMapperBorrowed::new().fold_string(&one).into_owned();
        let plain = |text: &str| -> String {
            let letters = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars());
            let key = |letter| match folded(letter) {
                Folded::Nothing => String::new(),
                Folded::Gap => " ".to_owned(),
                Folded::Letters(to) => to.to_owned(),
                Folded::Same => String::from(letter),
            };
            letters.map(key).collect()
        };
        let shown = if letter == '\u{345}' { "\\u{345}".to_owned() } else { one };
        (is_whole && plain(&small) != plain(&cased)).then_some((shown, cased))
    }

    #[test]
    fn the_script_folds_by_the_same_tables() {
        let script = include_str!("../../themes/default/js/fold.js");
        for table in tables() {
            assert!(script.contains(&table), "themes/default/js/fold.js is to hold\n{table}");
        }
        let apostrophes = ('\0'..=char::MAX)
            .filter(|letter| is_apostrophe(*letter))
            .map(|letter| format!("\\u{{{:x}}}", letter as u32))
            .collect::<Vec<_>>()
            .concat();
        assert!(script.contains(&format!("const APOSTROPHES = '[{apostrophes}]'")), "{apostrophes}");
    }

    /// The pairs that the browser tries as well.
    #[test]
    fn every_pair_of_our_own_table_meets() {
        let table = include_str!("../../tests/fixtures/fold-pairs.tsv");
        let mut pairs = BTreeSet::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (written, query) = line.split_once('\t').unwrap();
            let key = FoldKey::of(query);
            assert!(!key.is_empty() && FoldKey::of(written).as_str().contains(key.as_str()), "{line}");
            assert!(pairs.insert(line), "{line} stands there twice");
        }
        assert!(pairs.len() >= 500, "{}", pairs.len());
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for spelling in ["İlhami  Balı", "ILHAMI BALI", "I\u{307}lhami Bal\u{131}", " ilhami bali "] {
            assert_eq!(FoldKey::of(spelling).as_str(), "ilhami bali", "{spelling}");
        }
        assert_eq!(FoldKey::of("Balı’nın"), FoldKey::of("Balı'nın"));
        assert_eq!(FoldKey::of("Straße").as_str(), "strasse");
        assert_eq!(FoldKey::of("№ 𝐊𝐮𝐫𝐭 ™").as_str(), "no kurt tm");
        assert_eq!(FoldKey::of("Ϲ"), FoldKey::of("Σ"));
        assert_eq!(FoldKey::of("ᾳ\u{730}"), FoldKey::of("α\u{730}\u{345}"));
        assert_eq!(FoldKey::of("שׁ"), FoldKey::of("ש"));
        assert!(FoldKey::of("\u{301}'").is_empty());
    }
}
