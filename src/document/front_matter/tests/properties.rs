//! What holds for every text.

use proptest::prelude::*;

use super::cases::all;
use super::*;

const GOOD: &str = "---\ntitle: Ankara'nın 10 Ekim davası\ncourt: \"[[Ankara 4. Ağır Ceza Mahkemesi|the court]]\"\n\
    numbers: [2015/123, \"012\"]\njudges:\n  - [[Ayşe Yılmaz]]\nparties:\n  - who: \"[[İlhami Balı]]\"\n    role: judges\n    \
    stage: on-trial\n    as_of: 2018-08-03\n    source: '[[Duvar''s report]]'\nextra: {a: [1, true], b: ~}\n\
    summary: >-\n  Bir\n  iki\n---\nText\n";

/// Every place that is told lies in the text, in order, between characters.
fn check(text: &str) -> Result<(), TestCaseError> {
    for kind in [None, Some(Kind::Case), Some(Kind::Person)] {
        let (checked, mentions) = read_as(kind, text);
        let mut last = 0;
        for wrong in &checked.diagnostics {
            prop_assert!(text.get(wrong.span.range()).is_some(), "{wrong:?}");
            prop_assert!(wrong.labels.iter().all(|label| text.get(label.span.range()).is_some()), "{wrong:?}");
            prop_assert!(!wrong.message.is_empty());
            prop_assert!(wrong.span.start >= last);
            last = wrong.span.start;
        }
        prop_assert!(mentions.as_slice().iter().all(|mention| text.get(mention.span.range()).is_some()));
        prop_assert!(text.get(checked.value.body_start..).is_some());
    }
    Ok(())
}

/// The diagnostics with their lines moved down by `count`, apart from labels.
fn moved(
    text: &str,
    checked: &Checked<FrontMatter>,
    count: usize,
) -> Vec<(usize, usize, &'static str, String, String)> {
    let index = LineIndex::new(text);
    let diagnostics = checked.diagnostics.iter();
    diagnostics
        .map(|wrong| {
            let place = index.place(text, wrong.span.start as usize);
            (place.line + count, place.column, wrong.code.name(), wrong.message.clone(), wrong.help.clone())
        })
        .collect()
}

#[test]
fn a_file_cut_at_any_byte_is_read_or_refused() {
    let (whole, _) = read_as(Some(Kind::Case), GOOD);
    assert_eq!(whole.diagnostics.len(), 1, "{:?}", whole.diagnostics);
    for end in (0..GOOD.len()).filter(|end| GOOD.is_char_boundary(*end)) {
        check(&GOOD[..end]).unwrap();
        check(&format!("{}\n---\n", &GOOD[..end])).unwrap();
    }
}

#[test]
fn lines_above_move_every_place_and_lines_below_none() {
    for case in all() {
        let text = format!("---\n{}\n---\nText\n", case.yaml);
        let (before, _) = read_as(Some(case.kind), &text);
        for count in 1..4 {
            let above = format!("---\n{}{}\n---\nText\n", "# Açıklama\n".repeat(count), case.yaml);
            let (after, _) = read_as(Some(case.kind), &above);
            assert_eq!(moved(&above, &after, 0), moved(&text, &before, count), "{}", case.about);
            let below = format!("---\n{}\n---\n{}Text\n", case.yaml, "x\n---\n".repeat(count));
            let (after, _) = read_as(Some(case.kind), &below);
            assert_eq!(moved(&below, &after, 0), moved(&text, &before, 0), "{}", case.about);
            assert_eq!(after.value, before.value, "{}", case.about);
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*|(\\PC|[\n\r\t\u{0}\u{85}\u{2028}\u{feff}]){0,40}") {
        check(&text)?;
        check(&format!("---\n{text}\n---\n"))?;
        check(&format!("---\ntitle: {text}\n---\n"))?;
    }

    #[test]
    fn any_text_of_yaml_marks_is_read_or_refused(text in "[-:#\\[\\]{},&*!|>'\"%@`?\\\\~<a\u{131}1 \n\r\t]{0,60}") {
        check(&format!("---\n{text}\n---\n"))?;
        check(&format!("---\npeople: {text}\nextra: {text}\n---\n"))?;
    }

    #[test]
    fn a_text_in_quotes_comes_out_as_it_went_in(text in "[^\\p{C}\\p{Z}\"\\\\]([^\\p{C}\"\\\\\u{2028}\u{2029}]{0,30}[^\\p{C}\\p{Z}\"\\\\])?") {
        let (checked, _) = read_as(None, &format!("---\nsummary: \"{text}\"\n---\n"));
        prop_assert_eq!(checked.diagnostics.len(), 0);
        prop_assert_eq!(checked.value.common.summary.map(|summary| summary.value), Some(text));
    }
}
