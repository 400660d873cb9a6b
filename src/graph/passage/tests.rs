//! Quotes that are found, quotes that are not, and what is said to come nearest.

use proptest::prelude::*;

use super::*;
use crate::source::copies::Unit;

const RECORD: &str = "THE HARBOUR COURT\n\
    The watchman said: “I locked the gate at ten. I did not hear the ship,\n\
    and nobody called me before midnight.” The president asked whether he had\n\
    'any doubt'. He had none. The captain’s account differs: the gate stood open.\n\
    Tanık: Balı'yı tanımadığını, onu öldürmediğini söyledi.\n";

fn passages() -> Passages {
    Passages::new(CopyText::of_lines(RECORD))
}

fn is_found(quote: &str) -> bool {
    passages().find(&Quote::of(quote)).is_ok()
}

fn nearest(quote: &str) -> String {
    match passages().find(&Quote::of(quote)) {
        Ok(()) => "found".to_owned(),
        Err(None) => "nothing".to_owned(),
        Err(Some(near)) => {
            let words = if near.same_words { ", the same words" } else { "" };
            format!("{} {}: {}{words}", near.unit.name(), near.number, near.text)
        }
    }
}

#[test]
fn white_space_and_quotation_marks_do_not_count() {
    for quote in [
        "“I locked the gate at ten.”",
        "I did not hear the ship, and\u{a0}nobody   called me",
        "whether he had \"any doubt\"",
        "The captain's account",
        "\"Balı’yı tanımadığını\"",
        "« He had none »",
    ] {
        assert!(is_found(quote), "{quote}");
    }
}

#[test]
fn everything_else_counts() {
    for quote in [
        "I locked the gate at ten,",
        "i locked the gate",
        "I did not hear the ship - and nobody",
        "onu öldürdü",
        "onu öldürme",
        "Bali'yi tanimadigini",
        "I hear the ship",
    ] {
        assert!(!is_found(quote), "{quote}");
    }
}

#[test]
fn parts_stand_in_their_order() {
    assert!(is_found("I locked the gate […] nobody called me"));
    assert!(is_found("… the ship, [...] before midnight …"));
    assert!(is_found("\"He had none... the gate stood open\""));
    assert!(is_found("I locked the gate [ ... ] nobody called me ( … ) midnight"));
    assert!(is_found("…"));
    assert!(!is_found("nobody called me […] I locked the gate"));
    assert!(!is_found("the ship […] the ship"));
}

#[test]
fn what_comes_nearest_is_shown_with_its_place() {
    for (quote, expected) in [
        (
            "I locked the gate at eleven. I did not hear the ship",
            "line 2: I locked the gate at ten. I did not hear the ship",
        ),
        ("nobody phoned me before midnight", "line 3: nobody called me before midnight"),
        (
            "The captain’s account differs; the gate stood open",
            "line 4: captain’s account differs: the gate stood open",
        ),
        ("i locked the gate", "line 2: I locked the gate, the same words"),
        ("nobody called me […] I locked the gate", "line 2: I locked the gate, the same words"),
        ("An aeroplane landed upon runway seven", "nothing"),
        ("onu öldürdüğünü söyledi", "line 5: onu öldürmediğini söyledi"),
    ] {
        let expected = expected.replace("captain’s account", "The captain’s account");
        let expected = if quote.starts_with("The captain") { format!("{expected}, the same words") } else { expected };
        assert_eq!(nearest(quote), expected, "{quote}");
    }
}

#[test]
fn a_long_passage_is_shown_from_a_little_before_the_difference() {
    let sentence = |word: &str| {
        let numbers: Vec<String> = (0..60).map(|number| format!("word{number}")).collect();
        numbers.join(" ").replace("word30 ", &format!("{word} "))
    };
    let mut copy = CopyText::new(Unit::Page);
    copy.push(3, &sentence("right"));
    let near = Passages::new(copy).find(&Quote::of(&sentence("wrong"))).unwrap_err().unwrap();
    assert_eq!((near.unit, near.number, near.same_words), (Unit::Page, 3, false));
    assert_eq!(
        near.text,
        "… word24 word25 word26 word27 word28 word29 right word31 word32 word33 word34 word35 word36 word37 word38 \
         word39 word40 word41 word42 word43 word44 word45 word46 …"
    );
}

#[test]
fn a_difference_far_into_a_quote_is_found() {
    let sentence = |word: &str| {
        let numbers: Vec<String> = (0..700).map(|number| format!("word{number}")).collect();
        numbers.join(" ").replace("word500 ", &format!("{word} "))
    };
    let passages = Passages::new(CopyText::of_lines(&sentence("right")));
    let near = passages.find(&Quote::of(&sentence("wrong"))).unwrap_err().unwrap();
    assert!(near.text.starts_with("… word494 word495 word496 word497 word498 word499 right word501"), "{}", near.text);
    let end = sentence("right") + " and an end that stands nowhere";
    assert!(!passages.find(&Quote::of(&end)).unwrap_err().unwrap().same_words);
}

#[test]
fn odd_texts_do_no_harm() {
    for text in ["", " ", "\"", "…", "a", "\u{ad}\u{200b}"] {
        for quote in ["", "\"\"", "…", "a", "a […] a", "é"] {
            let _ = Passages::new(CopyText::of_lines(text)).find(&Quote::of(quote));
        }
    }
}

/// Text of words, signs, quotation marks and white space in any order.
fn any_copy() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        "[a-zA-Z0-9ığüşöçİĞÜŞÖÇêîûÎÊÛ]{1,8}",
        "[.,;:!?–-]",
        "[\u{600}-\u{6ff}]{1,4}",
        Just("中文".to_owned()),
        Just("e\u{301}".to_owned()),
    ];
    proptest::collection::vec(word, 1..60)
}

/// The marks that stand between two words of the copy, and those that the quote has in their place.
fn between() -> impl Strategy<Value = (String, String)> {
    prop_oneof![
        ("[ \n\t\u{a0}\u{2003}]{1,3}", "[ \n\t\u{a0}\u{2003}]{1,3}"),
        ("[\"'“”‘’«»„`]{1,2} ", " [\"'“”‘’«»„`]"),
        ("[\"'“”‘’«»„`]", "[\"'“”‘’«»„`]{1,2}"),
    ]
}

proptest! {
    #[test]
    fn a_quote_that_is_cut_from_the_copy_is_found_whatever_its_white_space_and_marks(
        words in any_copy(),
        marks in proptest::collection::vec(between(), 60),
        cut in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let (one, other) = (cut.0.index(words.len()), cut.1.index(words.len()));
        let range = one.min(other)..=one.max(other);
        let mut copy = String::new();
        let mut quote = String::from("“");
        for (index, (word, (in_copy, in_quote))) in words.iter().zip(&marks).enumerate() {
            copy.push_str(word);
            copy.push_str(in_copy);
            if range.contains(&index) {
                quote.push_str(word);
                if index != *range.end() {
                    quote.push_str(in_quote);
                }
            }
        }
        quote.push('”');
        let found = Passages::new(CopyText::of_lines(&copy)).find(&Quote::of(&quote));
        prop_assert!(found.is_ok(), "{quote:?} in {copy:?}: {found:?}");
    }
}
