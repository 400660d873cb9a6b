//! What holds for every body, whatever is in it.

use proptest::prelude::*;

use super::html::check_html;
use super::show::{Shown, shown, shown_in};
use crate::foundation::diagnostic::has_errors;
use crate::foundation::span::LineIndex;

/// Pieces of Markdown, whole and broken.
const PIECES: &[&str] = &[
    "a",
    "B c. ",
    "İ",
    "\n",
    "\n\n",
    "\r\n",
    "> ",
    ">",
    "- ",
    "1. ",
    "  ",
    "    ",
    "\t",
    "# ",
    "## ",
    "---\n",
    "***",
    "===\n",
    "|",
    "| a | b |\n|---|:-:|\n",
    "*",
    "**",
    "_",
    "~~",
    "==",
    "`",
    "```\n",
    "```python\n",
    "[",
    "]",
    "[[",
    "]]",
    "![[",
    "![",
    "](",
    ")",
    "[@",
    "[@a]",
    "[@a, p. 4; @b]",
    "[[Kurt]]",
    "[[Kurt|him]]",
    "[[A#^s1]]",
    "![[A#^s1]]",
    "![[x.jpg|alt|30]]",
    "![alt](x.jpg \"t\")",
    "[x](kurt.md#a)",
    "<https://example.org>",
    "javascript:alert(1)",
    "](javascript:x)",
    "<b onclick=x>",
    "<script>",
    "</script>",
    "<div>\n",
    "<!--",
    "-->",
    "&#x202e;",
    "&lt;",
    "&quot;",
    "\"",
    "'",
    "\\",
    "^p1",
    " ^s1\n",
    "[^1]",
    "[^1]: ",
    "[x]: https://example.org \"t\"\n",
    "> [!note] ",
    "> [!testimony] [[Kurt]] ^s1\n> status: alleged\n>\n> x",
    "> [!act]- unattributed ^s2\n",
    "> status: reported\n",
    "> via: [[A]]\n",
    "> about: [[B]], ",
    ": ",
    "\n: x\n",
    "- [x] ",
    "%%",
    "%",
    "\u{200b}",
    "\u{ad}",
    "\0",
    "!",
    "...",
    "--",
];

fn markdown() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn all_html_is_ours(text in markdown()) {
        check_html(&shown(&text));
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC*|[\\s>*_`\\[\\]()!|^%=#:~<&-]{0,40}") {
        let shown = shown(&text);
        check_html(&shown);
        shown.problems();
        shown.mentions();
    }

    #[test]
    fn problems_move_with_the_lines_above(text in markdown(), lines in 1_usize..5) {
        let places = |shown: &Shown, text: &str| -> Vec<_> {
            let index = LineIndex::new(text);
            shown.problems.iter().map(|problem| (problem.code, problem.message.clone(), index.place(text, problem.span.start as usize))).collect()
        };
        let moved = "\n".repeat(lines) + &text;
        let (here, there) = (places(&shown(&text), &text), places(&shown(&moved), &moved));
        let expected: Vec<_> = here.into_iter().map(|(code, message, mut place)| { place.line += lines; (code, message, place) }).collect();
        prop_assert_eq!(there, expected);
    }

    #[test]
    fn a_comment_is_in_no_output(before in markdown(), comment in markdown(), after in markdown()) {
        let plain = |text: &str| text.replace('%', "");
        let text = format!("{}%%{}SECRET{}%%{}", plain(&before), plain(&comment), plain(&comment), plain(&after));
        prop_assert!(!shown(&text).debug().contains("SECRET"));
    }

    #[test]
    fn mentions_lead_to_what_there_is(text in markdown()) {
        use crate::document::mention::Place;
        let shown = shown(&text);
        for mention in &shown.mentions {
            match mention.place {
                Place::Text { sentence } => prop_assert!(sentence < shown.body.sentences.count()),
                Place::Statement { statement, .. } => prop_assert!((statement as usize) < shown.body.statements.len()),
                Place::Citation { sentence: Some(sentence) } => {
                    prop_assert!(sentence < shown.body.sentences.count());
                }
                Place::Citation { sentence: None } | Place::Embed | Place::Field(_) => {}
            }
        }
    }
}

#[test]
fn hidden_characters_are_errors_where_they_stand() {
    let shown = shown("ok\nBa\u{200b}lı %%\u{202e}%%\n\n[[Ku\u{2060}rt]]");
    assert_eq!(
        shown.problems(),
        "2:3: error[invisible-character]: a character that cannot be seen stands here: U+200B (zero width space) at \"\\u{200b}\"\n\
         2:9: error[invisible-character]: a character that cannot be seen stands here: U+202E (direction mark) at \"\\u{202e}\"\n\
         4:5: error[invisible-character]: a character that cannot be seen stands here: U+2060 (invisible character) at \"\\u{2060}\"\n"
    );
}

#[test]
fn marked_text_ends_behind_a_citation_with_signs_of_its_own() {
    let shown = shown("==a [@b ==c== d] e== f");
    check_html(&shown);
    assert!(shown.html().ends_with(" e</mark> f</p>\n"), "{}", shown.html());
}

#[test]
fn a_tag_that_is_set_in_is_told_where_it_stands() {
    for html in ["<div>", "<!-- x", "<!--->bb]] there."] {
        let shown = shown(&format!("Said [[\n  {html}\n"));
        let told: Vec<&str> = shown.problems.iter().map(|problem| &shown.text[problem.span.range()]).collect();
        assert!(told.contains(&html), "{html}: {told:?}");
    }
}

#[test]
fn line_ends_of_every_system_are_read() {
    let text = "> [!act] [[A]] ^s1\n> status: alleged\n> via: [[B]],\n>   [[C]]\n>\n> Words\n> go on.\n>\n> > Quote.\n\nText ^p1\n";
    let unix = shown(text);
    assert!(!has_errors(&unix.problems), "{}", unix.problems());
    for line_end in ["\r\n", "\r"] {
        let other = shown(&text.replace('\n', line_end));
        let words = |shown: &Shown| (shown.statements(), shown.html(), shown.parts(), shown.mentions());
        assert_eq!(words(&other), words(&unix), "{line_end:?}");
        assert!(!has_errors(&other.problems));
    }
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    let html = |language| shown_in("\"Balı'nın 'evi'\"", language).html();
    assert_eq!(html("tr"), "<p>“Balı’nın ‘evi’”</p>\n");
    assert_eq!(html("de"), "<p>„Balı’nın ‚evi‘“</p>\n");
    assert_eq!(html("fr"), "<p>«Balı’nın «evi»»</p>\n");
    assert_eq!(html("fa"), "<p>«Balı’nın ‹evi›»</p>\n");
}
