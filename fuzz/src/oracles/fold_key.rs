//! The fold key beside that of readers' browsers: the tables of the script, and its steps by other libraries. Spellings of one
//! name have one key, and a key is its own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use dossier::foundation::fold::{FoldKey, path_key};
use icu_casemap::CaseMapper;
use unicode_normalization::UnicodeNormalization;

/// The bytes are names, a line each.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if text.contains(is_new) {
        return;
    }
    let names: Vec<&str> = text.split('\n').take(4).collect();
    for name in &names {
        of_name(name);
    }
    for pair in names.windows(2) {
        let (one, other) = (FoldKey::of(pair[0]), FoldKey::of(pair[1]));
        let joined = format!("{} {}", one.as_str(), other.as_str());
        assert_eq!(FoldKey::of(&format!("{} {}", pair[0], pair[1])).as_str(), joined.trim(), "{pair:?}");
    }
}

fn of_name(name: &str) {
    let key = FoldKey::of(name);
    assert_eq!(key.as_str(), in_the_browser(name), "{name:?}");
    assert_eq!(FoldKey::of(key.as_str()), key, "{name:?}");
    for (how, variant) in variants(name) {
        assert_eq!(FoldKey::of(&variant), key, "{how}: {name:?}, {variant:?}");
    }
    let path = path_key(name);
    assert_eq!(path_key(&path), path, "{name:?}");
    // The key of paths does not take letters apart first, so the iota below a letter may change its place in it.
    let has_iota = name.nfd().any(|letter| letter == '\u{345}');
    for (how, variant) in variants(name).into_iter().filter(|_| !has_iota) {
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
    // The iota below a letter changes places with other marks where it becomes a letter before the text is taken apart.
    let parts: String = name.nfd().collect();
    let written = if parts.contains('\u{345}') { &parts } else { name };
    let (Ok(turkish), Ok(root)) = ("tr".parse(), "und".parse()) else { return Vec::new() };
    let mut variants = vec![
        ("upper case", cases.uppercase_to_string(written, &root).into_owned()),
        ("lower case", cases.lowercase_to_string(written, &root).into_owned()),
        ("Turkish upper case", cases.uppercase_to_string(written, &turkish).into_owned()),
        ("Turkish lower case", cases.lowercase_to_string(written, &turkish).into_owned()),
        ("NFC", name.nfc().collect()),
        ("NFD", name.nfd().collect()),
    ];
    // The acute accent that stands alone is an apostrophe; taken apart it is a space and a mark.
    if !name.contains('´') {
        variants.push(("NFKC", name.nfkc().collect()));
        variants.push(("NFKD", name.nfkd().collect()));
    }
    variants
}

/// The tables that browsers get, read from the script.
struct Script {
    folded: BTreeMap<char, String>,
    compared_as: BTreeMap<char, String>,
    dropped: Vec<(char, char)>,
    apostrophes: Vec<(char, char)>,
}

static SCRIPT: LazyLock<Script> = LazyLock::new(|| {
    let text = include_str!("../../../themes/default/js/fold.js");
    let after = |name: &str| text.split_once(&format!("const {name} =")).map_or("", |(_, rest)| rest);
    let part = |name: &str, end: &str| after(name).split_once(end).map_or("", |(part, _)| part);
    let script = Script {
        folded: pairs(part("FOLDED", "];")),
        compared_as: pairs(part("COMPARED_AS", "];")),
        dropped: ranges(part("DROPPED", "]")),
        apostrophes: ranges(part("APOSTROPHES", "]")),
    };
    assert!(script.folded.len() > 30 && script.compared_as.len() > 5, "the tables of the script are not found");
    assert!(script.dropped.len() > 20 && script.apostrophes.len() > 5, "the lists of the script are not found");
    script
});

/// Lines `['letters', 'what they become'],`.
fn pairs(table: &str) -> BTreeMap<char, String> {
    let rows = table.lines().filter_map(|line| {
        let mut words = line.split('\'').skip(1).step_by(2);
        Some((words.next()?, words.next()?))
    });
    rows.flat_map(|(letters, to)| unescaped(letters).into_iter().map(|letter| (letter, to.to_owned()))).collect()
}

/// The letters of a class of a regular expression, each range as its two ends.
fn ranges(class: &str) -> Vec<(char, char)> {
    let mut ranges: Vec<(char, char)> = Vec::new();
    for piece in class.split("\\u{").skip(1) {
        let Some((hex, rest)) = piece.split_once('}') else { continue };
        let Some(letter) = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32) else { continue };
        match ranges.last_mut() {
            Some((_, last)) if *last == '-' => *last = letter,
            _ => ranges.push((letter, letter)),
        }
        if let (true, Some((_, last))) = (rest.starts_with('-'), ranges.last_mut()) {
            *last = '-';
        }
    }
    ranges
}

/// The letters of a string in the script.
fn unescaped(text: &str) -> Vec<char> {
    match ranges(text).first() {
        Some((letter, _)) => vec![*letter],
        None => text.chars().collect(),
    }
}

fn is_in(ranges: &[(char, char)], letter: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// The key as the script makes it, step by step.
fn in_the_browser(name: &str) -> String {
    let bare = name.chars().filter(|letter| !is_in(&SCRIPT.apostrophes, *letter)).nfd().collect::<String>();
    let parts = small(&small(&bare).nfkd().collect::<String>()).nfkd().collect::<String>();
    let letters = parts.chars().filter(|letter| !is_in(&SCRIPT.dropped, *letter));
    let key: String =
        letters.map(|letter| SCRIPT.folded.get(&letter).cloned().unwrap_or_else(|| letter.to_string())).collect();
    key.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn small(text: &str) -> String {
    let one = |letter: char| match letter {
        '\u{13a0}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => letter.to_uppercase().collect(),
        letter => SCRIPT.compared_as.get(&letter).cloned().unwrap_or_else(|| letter.to_lowercase().collect()),
    };
    text.chars().map(one).collect()
}
