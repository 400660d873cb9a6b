//! What counts when a quote is compared with a text, and what does not. Knows letters, not where words stand.

use crate::document::invisible::is_invisible;
use crate::foundation::fold::nfc;

/// `text` in the form in which quotes are compared: composed (NFC), each run of white space one space, each run of quotation
/// marks and apostrophes one `"` without white space beside it, and no character that cannot be seen.
pub(super) fn normal(text: &str) -> String {
    let composed = nfc(text);
    let mut normal = String::with_capacity(composed.len());
    let mut gap = false;
    for letter in composed.chars() {
        if letter.is_whitespace() {
            gap = true;
        } else if is_quotation_mark(letter) {
            gap = false;
            if !normal.ends_with('"') {
                normal.push('"');
            }
        } else if !is_invisible(letter) {
            if std::mem::take(&mut gap) && !normal.is_empty() && !normal.ends_with('"') {
                normal.push(' ');
            }
            match ligature(letter) {
                Some(letters) => normal.push_str(letters),
                None => normal.push(letter),
            }
        }
    }
    normal
}

/// Quotation marks and apostrophes, which are often one character: `’` is both.
const fn is_quotation_mark(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '`' | '´' | '«' | '»' | 'ʼ' | '\u{2018}'..='\u{201f}' | '‹' | '›' | '\u{2e42}'
            | '\u{300c}'..='\u{300f}' | '\u{301d}'..='\u{301f}' | '＂' | '＇'
    )
}

/// The letters that a printer set as one sign; some PDFs give the sign.
const fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Whether two letters beside each other belong to one word. Scripts that write no space between words have no such pairs.
pub(super) fn joins(before: char, after: char) -> bool {
    let is_of_word = |letter: char| letter.is_alphanumeric() && !is_unspaced(letter);
    is_of_word(before) && is_of_word(after)
}

/// Thai, Lao, Myanmar, Khmer, Chinese and Japanese.
pub(super) const fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_quotation_marks_are_made_equal_and_nothing_else() {
        for (one, other) in [
            ("He  said\n\u{a0}so ", "He said so"),
            ("“Yes”, ‘yes’", "\"Yes\", 'yes'"),
            ("« Oui », dit-il", "\"Oui\", dit-il"),
            ("Balı’nın", "Balı'nın"),
            ("''Evet'' dedi", "“Evet” dedi"),
            ("I\u{307}zmir’e", "İzmir`e"),
            ("Straf\u{ad}prozess", "Strafprozess"),
            ("ﬁil, oﬃs", "fiil, ofﬁs"),
        ] {
            assert_eq!(normal(one), normal(other), "{one}");
        }
        for (one, other) in [("a – b", "a - b"), ("Balı", "Bali"), ("Yes.", "Yes,"), ("ab", "a b"), ("He", "he")] {
            assert_ne!(normal(one), normal(other), "{one}");
        }
    }
}
