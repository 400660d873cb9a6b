//! Reads the files of the search as the script of the theme does: cards, and words that lead to cards. Knows their form, not what
//! must be in them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::units::{Found, nowhere};

/// Behind the kinds of documents: a statement.
const STATEMENT: u64 = 9;
/// The last signs of numbers; before them stand digits from 0 to 7.
const LAST: &str = "!#$()*+,-./:;>?@[]^_{|}~'`";

/// Every place of `text` in the files of the search.
pub fn places(files: &BTreeMap<String, Vec<u8>>, text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| is_data(path)) {
        if !String::from_utf8_lossy(bytes).contains(text) {
            continue;
        }
        let items = items(bytes);
        if path.starts_with("search/cards/") {
            found
                .extend(items.iter().filter(|item| item.to_string().contains(text)).map(|item| card(path, item, text)));
        } else if path.starts_with("search/words/") {
            let words = items.iter().filter(|item| item[0].as_str().unwrap().contains(text));
            found.extend(words.flat_map(|word| leads(files, path, word)));
        } else {
            found.push(nowhere(path, "no unit"));
        }
    }
    found
}

/// Whether the file at `path` is one of those that the script asks for.
pub fn is_data(path: &str) -> bool {
    path.starts_with("search/") && std::path::Path::new(path).extension().is_some_and(|ending| ending == "js")
}

/// The value that a file hands over, where it is a list.
fn items(bytes: &[u8]) -> Vec<Value> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let json = text.split_once(", ").unwrap().1.trim_end().strip_suffix(')').unwrap();
    match serde_json::from_str(json).unwrap() {
        Value::Array(items) => items,
        other => vec![other],
    }
}

/// What a list of finds shows: only the excerpt of a statement may have its words.
fn card(path: &str, card: &Value, text: &str) -> Found {
    let excerpt = card[5].as_str().unwrap();
    let elsewhere =
        card.as_array().unwrap().iter().enumerate().any(|(at, part)| at != 5 && part.to_string().contains(text));
    let is_statement = card[0].as_u64() == Some(STATEMENT) && !elsewhere;
    let before = if is_statement { excerpt.split(text).next().unwrap_or_default() } else { "" };
    Found { place: format!("{path}, card"), before: before.to_owned(), unit: card.to_string(), heading: String::new() }
}

/// Where a word leads: to cards, each of which must say whose words they are.
fn leads(files: &BTreeMap<String, Vec<u8>>, path: &str, word: &Value) -> Vec<Found> {
    let things = things(word[2].as_str().unwrap(), 4).into_iter().chain(things(word[3].as_str().unwrap(), 2));
    let head = &items(&files["search/head.js"])[0];
    let size = usize::try_from(head["cards"].as_u64().unwrap()).unwrap();
    let found = things.map(|thing| {
        let cards = items(&files[&format!("search/cards/{}.js", thing / size)]);
        let card = &cards[thing % size];
        let before = if card[0].as_u64() == Some(STATEMENT) { card[5].as_str().unwrap() } else { "" };
        let place = format!("{path}, a word that leads to {}", card[2].as_str().unwrap());
        Found { place, before: before.to_owned(), unit: card.to_string(), heading: String::new() }
    });
    found.collect()
}

/// The things of a list of numbers: what lies between each and the one before, with `flags` that stand for where it has the word.
fn things(signs: &str, flags: usize) -> Vec<usize> {
    let (mut things, mut digits, mut next) = (Vec::new(), Vec::new(), 0);
    for sign in signs.chars() {
        let Some(last) = LAST.find(sign) else {
            digits.push(sign.to_digit(8).unwrap() as usize);
            continue;
        };
        let before: usize =
            (0..digits.len()).map(|length| LAST.len() * 8_usize.pow(u32::try_from(length).unwrap())).sum();
        let value = digits.drain(..).fold(0, |value, digit| value * 8 + digit) * LAST.len() + last + before;
        things.push(next + value / flags);
        next += value / flags + 1;
    }
    things
}
