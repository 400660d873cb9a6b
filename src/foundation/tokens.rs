//! The words of a text as they are looked for: folded, and also without what Turkish puts behind an apostrophe. Knows letters and
//! signs, not languages; the script of the default theme takes questions apart in the same way.

use super::fold::{FoldKey, is_apostrophe, is_dropped};

/// Longer words are addresses and hashes: nobody looks for them.
const LONGEST: usize = 48;

/// The runs of letters in `text` that are one word to a reader, as they are written.
pub fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !belongs_to_words(letter)).filter(|run| !run.is_empty())
}

/// Some signs are letters once they are folded, as `№` and `℡`.
fn belongs_to_words(letter: char) -> bool {
    let is_folded_to_letters = || FoldKey::of(letter.encode_utf8(&mut [0; 4])).as_str().contains(char::is_alphanumeric);
    letter.is_alphanumeric() || is_dropped(letter) || (!letter.is_ascii() && is_folded_to_letters())
}

/// The words under which a run is found: the whole of it, and of what has an apostrophe in it the part before, as in `Kurt'un`;
/// where that is a single letter, as in `l'affaire`, the part behind.
#[must_use]
pub fn words_of(run: &str) -> Vec<String> {
    let run = run.trim_matches(is_apostrophe);
    let mut words = Vec::new();
    push(&mut words, run);
    if let Some((before, after)) = run.split_once(is_apostrophe) {
        let is_stem = FoldKey::of(before).as_str().chars().nth(1).is_some();
        push(&mut words, if is_stem { before } else { after });
    }
    words
}

/// Folding can take one run apart, as `½` is three signs.
fn push(words: &mut Vec<String>, run: &str) {
    let key = FoldKey::of(run);
    for word in key.as_str().split(|letter: char| !letter.is_alphanumeric()) {
        if !word.is_empty() && word.len() <= LONGEST && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        runs(text).flat_map(words_of).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_is_found_by_its_words_in_every_spelling() {
        for (text, expected) in [
            ("İlhami Balı, 10.10.2015", "ilhami bali 10 10 2015"),
            ("IŞIK (2015/123)", "isik 2015 123"),
            ("İnce-Işık", "ince isik"),
            ("№ 12, ℡", "no 12 tel"),
            ("sof\u{ad}t hy\u{200b}phen", "soft hyphen"),
            ("علي ٢٠١٥", "علی 2015"),
            ("", ""),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn an_ending_behind_an_apostrophe_does_not_hide_the_name() {
        for (text, expected) in [
            ("Kurt'un", "kurtun kurt"),
            ("Balı’nın", "balinin bali"),
            ("'Kurt'", "kurt"),
            ("l'affaire", "laffaire affaire"),
            ("O’Brien", "obrien brien"),
            ("Qurʾan", "quran"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn what_nobody_types_is_not_kept() {
        assert_eq!(words(&"a".repeat(49)), "");
    }
}
