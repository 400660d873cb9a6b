//! The fold key beside a second one, made from other tables: letter by letter, from the case and the decomposition of Unicode.
//! Spellings of one name have one key, and a key is its own.

use dossier::foundation::fold::{FoldKey, path_key};
use icu_casemap::CaseMapper;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The bytes are names, a line each.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.contains(is_new) {
        return;
    }
    let names: Vec<&str> = text.split('\n').take(4).collect();
    names.iter().for_each(|name| of_name(name));
    for pair in names.windows(2) {
        let (one, other) = (FoldKey::of(pair[0]), FoldKey::of(pair[1]));
        let joined = format!("{} {}", one.as_str(), other.as_str());
        assert_eq!(FoldKey::of(&format!("{} {}", pair[0], pair[1])).as_str(), joined.trim(), "{pair:?}");
    }
}

fn of_name(name: &str) {
    let key = FoldKey::of(name);
    assert_eq!(key.as_str(), second(name), "{name:?}");
    assert_eq!(FoldKey::of(key.as_str()), key, "{name:?}");
    for (how, variant) in variants(name) {
        assert_eq!(FoldKey::of(&variant), key, "{how}: {name:?}, {variant:?}");
    }
    let path = path_key(name);
    assert_eq!(path_key(&path), path, "{name:?}");
    for (how, variant) in variants(name) {
        assert_eq!(FoldKey::of(&path_key(&variant)), key, "the path, {how}: {name:?}, {variant:?}");
    }
}

/// Letters of Unicode 18, which not all of the tables know yet.
fn is_new(letter: char) -> bool {
    matches!(letter, '\u{5c8}'..='\u{5c9}' | '\u{a7dd}'..='\u{a7ef}' | '\u{ab6c}'..='\u{ab6f}' | '\u{1df2b}'..='\u{1dfff}')
}

/// The name in every case, in the languages that differ in it, and in every form of Unicode.
fn variants(name: &str) -> Vec<(&'static str, String)> {
    let cases = CaseMapper::new();
    let (Ok(turkish), Ok(root)) = ("tr".parse(), "und".parse()) else { return Vec::new() };
    vec![
        ("upper case", cases.uppercase_to_string(name, &root).into_owned()),
        ("lower case", cases.lowercase_to_string(name, &root).into_owned()),
        ("Turkish upper case", cases.uppercase_to_string(name, &turkish).into_owned()),
        ("Turkish lower case", cases.lowercase_to_string(name, &turkish).into_owned()),
        ("NFC", name.nfc().collect()),
        ("NFD", name.nfd().collect()),
        ("NFKC", name.nfkc().collect()),
        ("NFKD", name.nfkd().collect()),
    ]
}

/// The key by another way: small letters by way of the great ones, decomposition, then what a table of words says.
fn second(name: &str) -> String {
    let mut key = String::new();
    for letter in small(&small(name)).chars() {
        let kept = match letter {
            'ı' => 'i',
            'ø' => 'o',
            'đ' | 'ð' => 'd',
            'ł' => 'l',
            'æ' => {
                key.push('a');
                'e'
            }
            'œ' => {
                key.push('o');
                'e'
            }
            'ي' | 'ى' => 'ی',
            'ك' => 'ک',
            'ھ' | 'ة' => 'ه',
            '٠'..='٩' => digit(letter, '٠'),
            '۰'..='۹' => digit(letter, '۰'),
            letter if is_dropped(letter) => continue,
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        };
        if kept != ' ' || !key.is_empty() && !key.ends_with(' ') {
            key.push(kept);
        }
    }
    key.trim_end_matches(' ').to_owned()
}

/// Every letter made small, great and small again, which finds the letters that have no great form of their own, then decomposed.
fn small(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .flat_map(char::to_uppercase)
        .map(one_small)
        .collect::<String>()
        .nfkd()
        .collect()
}

/// The letter without a difference of case. Those of Cherokee are the great ones: the small came to Unicode later.
fn one_small(letter: char) -> String {
    let is_cherokee = matches!(letter, '\u{13a0}'..='\u{13f5}');
    if is_cherokee { letter.to_string() } else { letter.to_lowercase().collect() }
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}

/// Apostrophes, what has no width, and the marks of the scripts of Europe and the Middle East.
fn is_dropped(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{6ed}' if is_combining_mark(letter))
        || matches!(letter, '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
        || "'’‘ʼʻ`´ʿʾ\u{ad}\u{640}\u{feff}".contains(letter)
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}
