//! How many words a text has, for the time that it takes to read. Knows the boundaries of UAX 29, and where there can be none but at spaces.

use unicode_segmentation::UnicodeSegmentation;

/// The number of words of `text`. Source: Unicode Standard Annex 29, section 4.
pub(super) fn of(text: &str) -> usize {
    // No rule joins what a space parts.
    text.split_ascii_whitespace().map(of_piece).sum()
}

/// Of a piece without spaces. Punctuation joins only what stands on both sides of it, so that at the ends of a piece it joins nothing; the
/// underscore is none.
fn of_piece(piece: &str) -> usize {
    let inner = piece.trim_matches(|letter: char| letter.is_ascii_punctuation() && letter != '_');
    let is_one = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_one { 1 } else { inner.unicode_words().count() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_what_stands_between_boundaries() {
        for (text, count) in [
            ("", 0),
            ("  \n", 0),
            ("One, two: three.", 3),
            ("İstanbul'da 3.14 (e.g. 1,000)", 4),
            ("mother-in-law a_b __ ...", 4),
            ("„Ağır Ceza“ – 3", 3),
            ("mal\u{308} \u{308}a", 2),
        ] {
            assert_eq!((of(text), text.unicode_words().count()), (count, count), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_text_has_as_many_as_by_the_whole_of_the_rules(text in "([a-cAİşéא\u{308}\u{200d}カ한7_.,:'’\"()\\- \n]|\\PC){0,40}") {
            prop_assert_eq!(of(&text), text.unicode_words().count());
        }
    }
}
