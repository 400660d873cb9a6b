//! Characters of running text that cannot be seen or turn the direction of reading. Knows where writing needs them; everywhere else they are errors.

use super::problems::Problems;
use crate::document::invisible::named;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// More of them in one file are not listed.
const MOST: usize = 10;

/// Reports the hidden characters of `text`, which begins at byte `start` of `file`: the first ten.
///
/// Allowed are the joiners U+200C and U+200D between letters of the Arabic script, U+200D between emoji, the marks
/// U+200E, U+200F and U+061C beside letters written from right to left, and the soft hyphen (not in links, see
/// [`in_name`]). Source: Unicode Standard Annex 31, section 2.3, and Technical Standard 55.
pub(super) fn check(file: FileId, text: &str, start: usize, problems: &mut Problems) {
    let mut listed = 0;
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map(|(_, letter)| *letter);
        if is_hidden(letter) && !is_needed(before, letter, after) {
            let place = start + at;
            problems.add(problem(letter, Span::new(file, place..place + letter.len_utf8())));
            listed += 1;
            if listed == MOST {
                return;
            }
        }
        before = Some(letter);
    }
}

/// The first character of a link's text that text may hold and no name may, with its byte: a soft hyphen or a mark of
/// direction. The others are found by [`check`].
pub(super) fn in_name(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, letter)| *letter == '\u{ad}' || is_mark(*letter))
}

/// Whether text that was written as an entity, such as `&#x202E;`, becomes a hidden character.
pub(super) fn of_entity(text: &str) -> Option<char> {
    text.chars().find(|letter| is_hidden(*letter) && !is_joiner(*letter) && !is_mark(*letter))
}

/// The problem of `letter` at `span`.
pub(super) fn problem(letter: char, span: Span) -> Diagnostic {
    let message = format!("a character that cannot be seen stands here: {}", named(letter));
    Diagnostic::new(Code::InvisibleCharacter, span, message)
        .help("delete it, and type the words beside it again if they came from another program")
}

fn is_hidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{85}'))
        || is_joiner(letter)
        || is_mark(letter)
        || matches!(letter, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

fn is_needed(before: Option<char>, letter: char, after: Option<char>) -> bool {
    let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    let beside = |is: fn(char) -> bool| before.is_some_and(is) || after.is_some_and(is);
    (is_joiner(letter) && both(is_arabic))
        || (letter == '\u{200d}' && both(is_emoji))
        || (is_mark(letter) && beside(is_right_to_left))
}

const fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

const fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{610}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

fn is_right_to_left(letter: char) -> bool {
    is_arabic(letter) || matches!(letter, '\u{590}'..='\u{5ff}' | '\u{700}'..='\u{74f}')
}

const fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{2bff}' | '\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let mut problems = Problems::default();
        check(FileId::of_path("x"), text, 0, &mut problems);
        let found = problems.finish();
        found.iter().map(|problem| problem.message.split("U+").nth(1).unwrap()).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn hidden_characters_are_named() {
        assert_eq!(
            found("Ba\u{200b}lı \u{202e}ılaB\u{202c}"),
            "200B (zero width space), 202E (direction mark), 202C (direction mark)"
        );
        assert_eq!(
            found("a\u{e0041}b\0c\u{2066}"),
            "E0041 (invisible character), 0000 (control character), 2066 (direction mark)"
        );
        assert_eq!(found("ab\u{200d}c\u{200c}"), "200D (zero width joiner), 200C (zero width non-joiner)");
        assert_eq!(found(&"\u{200b}".repeat(50)).matches("200B").count(), 10);
    }

    #[test]
    fn what_writing_needs_is_left_alone() {
        for text in [
            "می\u{200c}خواهم",
            "👩\u{200d}⚖\u{fe0f}",
            "سلام\u{200f}!",
            "Straf\u{ad}prozess",
            "a\tb\r\nc",
            "I\u{307}zmir",
        ] {
            assert_eq!(found(text), "", "{text:?}");
        }
    }
}
