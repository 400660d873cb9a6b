//! Characters that cannot be seen or turn the direction of reading. Knows code points, not where they stand.

/// The first such character of `text` with its byte offset. U+200C and U+200D may stand between letters of the
/// Arabic script, where Persian and Kurdish spelling needs them. Source: Unicode UAX 31 section 2.3 and
/// UTS 55 on source code.
#[must_use]
pub fn first_invisible(text: &str) -> Option<(usize, char)> {
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map(|(_, next)| *next);
        let joins =
            matches!(letter, '\u{200c}' | '\u{200d}') && before.is_some_and(is_arabic) && after.is_some_and(is_arabic);
        if is_invisible(letter) && !joins {
            return Some((at, letter));
        }
        before = Some(letter);
    }
    None
}

/// The code point with the name by which people can look it up.
#[must_use]
pub fn named(letter: char) -> String {
    let name = match letter {
        '\n' | '\r' => "line break",
        '\t' => "tab",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "direction mark",
        '\u{2028}' | '\u{2029}' => "line or paragraph separator",
        '\u{feff}' => "byte order mark",
        letter if letter.is_control() => "control character",
        _ => "invisible character",
    };
    format!("U+{:04X} ({name})", letter as u32)
}

/// Whether a character cannot be seen, whatever stands beside it.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

const fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}' | '\u{6ee}'..='\u{6ef}'
        | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8c9}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_found_and_named() {
        for (text, found) in [
            ("İlhami\u{200b} Balı", "U+200B (zero width space)"),
            ("Ba\u{ad}lı", "U+00AD (soft hyphen)"),
            ("\u{202e}ılaB", "U+202E (direction mark)"),
            ("a\u{200d}b", "U+200D (zero width joiner)"),
            ("\u{645}\u{200c}", "U+200C (zero width non-joiner)"),
            ("a\nb", "U+000A (line break)"),
            ("a\0b", "U+0000 (control character)"),
            ("a\u{e0041}", "U+E0041 (invisible character)"),
        ] {
            assert_eq!(first_invisible(text).map(|(_, letter)| named(letter)).as_deref(), Some(found), "{text:?}");
        }
    }

    #[test]
    fn names_as_people_write_them_have_none() {
        for text in
            ["İlhami Balı’nın evi", "Îsa Ûsiv", "می\u{200c}خواهم", "I\u{307}zmir", "❤\u{fe0f}", "O'Brien – Söhne"]
        {
            assert_eq!(first_invisible(text), None, "{text:?}");
        }
    }
}
