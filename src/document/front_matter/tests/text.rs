//! Text stays text: what an author writes comes out as written, whatever YAML could make of it.

use super::*;
use crate::document::front_matter::Fields;
use crate::foundation::diagnostic::Code;

fn title(written: &str) -> Option<String> {
    let (checked, _) = read_as(None, &format!("---\ntitle: {written}\n---\n"));
    assert_eq!(checked.diagnostics, [], "{written}");
    checked.value.title.map(|title| title.value)
}

#[test]
fn nothing_becomes_a_number_a_truth_value_or_nothing() {
    for written in [
        "012",
        "1.10",
        "1e3",
        "0x1F",
        "0o17",
        "1_000",
        "+1",
        ".5",
        ".inf",
        ".NaN",
        "No",
        "NO",
        "no",
        "Yes",
        "on",
        "Off",
        "true",
        "False",
        "null",
        "Null",
        "NULL",
        "~",
        "2015-10-10",
        "12:30:00",
        "=",
        "<<",
        "2015/123",
        "O'Brien",
        "a\"b",
        "Kurt, Ali",
        "Balı’nın evi",
        "https://example.org/a:b#c",
        "a]b}",
        "a - b",
        "a & b * c ! d",
        "C#",
        "50 %",
        "@-less",
    ] {
        let quoted = if written.starts_with('@') { continue } else { written };
        assert_eq!(title(quoted).as_deref(), Some(written));
    }
}

#[test]
fn quotes_and_blocks_mean_what_yaml_says() {
    assert_eq!(title("\"a \\\"b\\\" \\u0130\"").as_deref(), Some("a \"b\" İ"));
    assert_eq!(title("'it''s'").as_deref(), Some("it's"));
    assert_eq!(title("\"No\"").as_deref(), Some("No"));
    assert_eq!(title("a\n  b").as_deref(), Some("a b"));
    assert_eq!(title(">-\n  a\n  b").as_deref(), Some("a b"));
}

#[test]
fn numbers_of_files_stay_as_they_are_written() {
    let (checked, _) = read_as(Some(Kind::Case), "---\nnumbers: [012, 1.10, 1e3, 2015/123, Yes]\n---\n");
    assert_eq!(checked.diagnostics, []);
    let Fields::Case(case) = checked.value.fields else { panic!("not a case") };
    let numbers: Vec<_> = case.numbers.into_iter().map(|number| number.value).collect();
    assert_eq!(numbers, ["012", "1.10", "1e3", "2015/123", "Yes"]);
}

#[test]
fn a_reply_is_kept_verbatim() {
    let yaml = "replies:\n  - from: [[A|the lawyer]]\n    date: 2020-01-01\n    text: |\n      We deny: it.\n\n        #1 \"no\"\n";
    let (checked, _) = read_as(None, &format!("---\n{yaml}---\n"));
    let reply = checked.value.common.replies.into_iter().next().unwrap();
    assert_eq!((reply.from.value.as_str(), reply.text.value.as_str()), ("the lawyer", "We deny: it.\n\n  #1 \"no\""));
}

#[test]
fn what_cannot_be_seen_is_named() {
    let yaml =
        "title: \"İl\u{200b}hami\"\naliases: [\"a\\u202eb\", می\u{200c}خواهم]\nid: a\u{ad}b\nsummary: a\u{200b}b";
    assert_eq!(
        said(Kind::Page, yaml),
        "2:11: error[invisible-character]: a character that cannot be seen stands in this name: U+200B (zero width space) / delete it and type the word again\n\
         3:11: error[invisible-character]: a character that cannot be seen stands in this name: U+202E (direction mark) / delete it and type the word again\n\
         4:6: error[invisible-character]: a character that cannot be seen stands in this name: U+00AD (soft hyphen) / delete it and type the word again"
    );
    assert_eq!(
        said(Kind::Page, "title: a\0b\nsummary: a\u{7}b\ndrafft: x"),
        "2:9: error[invisible-character]: a character that cannot be seen stands here: U+0000 (control character) / delete it and type the word again\n\
         3:11: error[invisible-character]: a character that cannot be seen stands here: U+0007 (control character) / delete it and type the word again\n\
         4:1: error[unknown-key]: a page has no key `drafft` / did you mean `draft`?"
    );
}

#[test]
fn tabs_cannot_indent() {
    let says = "a tab cannot indent here / use spaces";
    for (yaml, place) in [
        ("people:\n\t- \"[[a]]\"", "3:1"),
        ("people:\n  - \"[[a]]\"\n\t- \"[[b]]\"", "4:1"),
        ("title: x\n\tdate: y", "3:1"),
        ("summary: |\n\tx", "3:1"),
    ] {
        assert_eq!(said(Kind::Dossier, yaml), format!("{place}: error[invalid-yaml]: {says}"), "{yaml}");
    }
    assert_eq!(said(Kind::Page, "title:\tx\nsummary: x\t\nlang: en\t# c"), "");
}

#[test]
fn front_matter_that_is_missing_or_open_is_told_at_its_place() {
    let how =
        "begin the file with a line `---`, then keys such as `kind: page` and `title: ...`, then again a line `---`";
    for (text, says) in [
        ("", format!("1:1: error[missing-front-matter]: the file is empty / {how}")),
        ("Text\n", format!("1:1: error[missing-front-matter]: the file has no front matter / {how}")),
        (
            "---\ntitle: x\n",
            "1:1: error[missing-front-matter]: the front matter that begins here does not end / \
             write `---` on a line of its own below the last key"
                .into(),
        ),
        (
            "+++\ntitle = 1\n+++\n",
            "1:1: error[missing-front-matter]: front matter between two `+++` (TOML) is not read here / \
             use `---` in place of both `+++`, and `key: value` in place of `key = value`"
                .into(),
        ),
        (
            "---\ntitle: x\ndrafft: y\n...\nText\n",
            "3:1: error[unknown-key]: a page has no key `drafft` / did you mean `draft`?\n\
             4:1: error[invalid-yaml]: `...` does not end front matter here / write `---` in its place"
                .into(),
        ),
    ] {
        assert_eq!(said_of(Kind::Page, text), says, "{text:?}");
    }
}

#[test]
fn wrong_codes_are_as_public() {
    let (checked, _) = read_as(None, "---\ntitle: a\ntitle: b\n---\n");
    assert_eq!(checked.diagnostics.iter().map(|wrong| wrong.code).collect::<Vec<_>>(), [Code::DuplicateKey]);
}
