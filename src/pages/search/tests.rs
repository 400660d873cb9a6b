//! The files of a large site that does not exist: how much of them one question fetches, and that the same things give the same
//! files.

#![allow(clippy::disallowed_macros, reason = "the sizes are for whoever asks for them")]

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::card::{Beside, Card, Excerpt, IN_ONE_FILE};
use super::marks::{Labels, Marks};
use super::names::Name;
use super::words::Texts;
use super::{Entry, shards, write};
use crate::document::statement::Status;
use crate::foundation::output_file::OutputFile;

/// Pages of the large site; one in five has a statement, which can be found as well.
const PAGES: usize = 10_000;
const STATEMENTS: usize = PAGES / 5;
/// The different words of its texts.
const WORDS: f64 = 60_000.0;
const SYLLABLES: [&str; 24] = [
    "ka", "ra", "şi", "me", "ni", "la", "tu", "be", "ço", "da", "yı", "ze", "ba", "lı", "so", "hê", "gü", "ro", "pi",
    "ve", "cu", "na", "dî", "ma",
];

/// The files by their names below `search/`.
fn files(count: usize) -> BTreeMap<String, String> {
    let files = Mutex::new(Vec::new());
    write(count, &Labels::default(), |number| Some(invented(number)), &|file| files.lock().unwrap().push(file));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let files = files.into_inner().unwrap().into_iter();
    files.map(|file: OutputFile| (file.route.output_path().replace("search/", ""), text(&file.bytes))).collect()
}

/// The word with this number: the lower, the more often it stands in texts.
fn word(mut number: usize) -> String {
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            return word;
        }
    }
}

/// Numbers between 0 and 1 that look like chance and are the same each time.
fn chances(seed: usize) -> impl Iterator<Item = f64> {
    let mut state = (seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        f64::from(u32::try_from(state >> 40).unwrap()) / f64::from(1_u32 << 24)
    })
}

/// Words as often as in a language: the frequency falls with the rank.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the number of words")]
fn text(seed: usize, words: usize) -> String {
    chances(seed).take(words).map(|chance| word(WORDS.powf(chance) as usize)).collect::<Vec<_>>().join(" ")
}

fn invented(number: usize) -> Entry {
    let is_statement = number >= PAGES;
    let name = format!("{} {}", word(1_000 + number * 7 % 3_000), word(5_000 + number % 9_000));
    let path = format!("dossiers/{}/index.html", word(100_000 + number));
    let excerpt = Excerpt::Text(text(number, 36));
    let beside = if is_statement { Beside::Statement(3, "alleged") } else { Beside::Names(Vec::new()) };
    let kind = if is_statement { 9 } else { number * 9 / PAGES };
    let card = Card(
        kind,
        name.clone(),
        path.clone(),
        "3 September 2020".into(),
        "2020-09-03".into(),
        excerpt,
        String::new(),
        beside,
    );
    let names = if kind < 6 { vec![Name(name.clone(), kind, path, String::new())] } else { Vec::new() };
    let marks = Marks {
        kind,
        year: Some(2_000 + i16::try_from(number * 7 % 20).unwrap()),
        language: ["tr", "ku", "en"][number * number % 3].into(),
        status: is_statement.then_some(Status::Alleged),
        ..Marks::default()
    };
    let length = if is_statement { 40 } else { 120 };
    Entry { card, texts: Texts { names: vec![name], heads: Vec::new(), text: text(number, length) }, marks, names }
}

#[test]
fn a_question_on_ten_thousand_pages_fetches_less_than_150_kilobytes() {
    let files = files(PAGES + STATEMENTS);
    let sizes = |folder: &str| {
        let mut sizes: Vec<usize> =
            files.iter().filter(|(name, _)| name.starts_with(folder)).map(|(_, text)| text.len()).collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes
    };
    let (words, cards, names) = (sizes("words/"), sizes("cards/"), sizes("names/"));
    let (head, facets) = (files["head.js"].len(), files["facets.js"].len());
    println!("head {head}, facets {facets}");
    for (name, sizes) in [("words", &words), ("cards", &cards), ("names", &names)] {
        let sum: usize = sizes.iter().sum();
        println!("{name}: {} files, {sum} bytes, the largest {:?}", sizes.len(), sizes.get(..3.min(sizes.len())));
    }
    // The worst that can be asked: two of the heaviest words, then the beginning of words in three full files, and every find
    // in a file of its own.
    let worst =
        head + facets + words[0] + words[1] + 3 * (shards::LARGEST + 200) + cards.iter().take(10).sum::<usize>();
    println!("the heaviest question: {worst}");
    assert!(worst < 150_000, "{worst}");
    // While a name is typed.
    assert!(head + 2 * names[0] < 40_000);
    let many_words = words.iter().filter(|size| **size > 2 * shards::LARGEST).count();
    assert!(many_words < 10, "{many_words} files of words are large");
    assert_eq!(cards.len(), (PAGES + STATEMENTS).div_ceil(IN_ONE_FILE));
}

#[test]
fn the_same_things_give_the_same_files_and_more_of_them_leave_most_as_they_are() {
    let first = files(600);
    assert_eq!(first, files(600));
    let more = files(601);
    let changed = |folder: &str| {
        let of_folder = |(name, _): &(&String, &String)| name.starts_with(folder);
        let all = first.iter().filter(of_folder).count();
        let same = first.iter().filter(of_folder).filter(|(name, text)| more.get(*name) == Some(*text)).count();
        (all - same, all)
    };
    assert!(changed("cards/").0 <= 1, "{:?}", changed("cards/"));
    let (words, all) = changed("words/");
    assert!(words < all, "{words} of {all}");
}

#[test]
fn a_site_without_anything_has_files_all_the_same() {
    let files = files(0);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["facets.js", "head.js"]);
    assert!(files["head.js"].starts_with("dossierSearch(\"head\", {\"format\":1,\"count\":0,"), "{}", files["head.js"]);
}
