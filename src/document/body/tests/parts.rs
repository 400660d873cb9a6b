//! What holds for the parts of every text: joined they are the whole, each has all that its marks lead to, and each closes what it opens.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::super::{Body, Chunk, Fragment};
use super::show::{fragment, shown};

/// A text of these blocks: what each is, and how long.
fn text(blocks: &[(u8, usize)]) -> String {
    let mut text = String::new();
    for (number, (kind, length)) in blocks.iter().enumerate() {
        let words = "some words of it ".repeat(length / 17 + 1);
        match kind {
            0 => write!(text, "# Chapter {number}\n\n"),
            1 => write!(text, "### Section {number}\n\n"),
            2 => {
                write!(text, "> [!testimony] [[Kurt]] ^s{number}\n> status: alleged\n>\n> Said {words}[^{number}]\n\n")
            }
            3 => write!(text, "- one {words}\n- two\n\n  further\n\n^l{number}\n\n"),
            4 => write!(text, "| a | b |\n|---|---|\n| {words} | [[Kurt]] |\n\n"),
            5 => write!(text, "> [!note] Note\n> {words}\n>\n> # Heading {number} within\n\n"),
            6 => write!(
                text,
                "Cites {words} [^{number}] and [^every] ^b{number}\n\n[^{number}]: Note, see [^every]. ^n{number}\n\n"
            ),
            7 => write!(text, "![[Kurt#^s1]]\n\n---\n\n"),
            // Blocks that alone are too heavy: a list in a list, a table, a quote in a callout, an item of many paragraphs.
            8 => {
                let items = |of: &str| format!("{of} one\n{of} {words}[^many]\n").repeat(length / 100 + 1);
                write!(text, "7. First\n{}   {}\n8. Last\n\n^l{number}\n\n", items("8."), items("-").replace('\n', "\n   "))
            }
            9 => {
                let rows = format!("| {words} | [[Kurt]][^many] |\n").repeat(length / 100 + 1);
                write!(text, "| a[^many] | [[Kurt]] |\n|---|--:|\n{rows}\n^t{number}\n\n")
            }
            10 => {
                let quote = format!("> > {words}[^many]\n> >\n> > - {words}\n> >\n").repeat(length / 100 + 1);
                write!(text, "> [!warning]- Of [[Kurt]][^many]\n> Begun\n>\n> ### Heading {number}\n>\n{quote}>\n> > ^q{number}\n\n")
            }
            11 => {
                let paragraphs = format!("  {words} ^i{number}-\n\n");
                let paragraphs: String =
                    (0..length / 100).map(|index| paragraphs.replace("-\n", &format!("-{index}\n"))).collect();
                write!(text, "- Item\n\n{paragraphs}- Next\n\nWord {number}\n: {words}\n\n  - {words}\n\n")
            }
            _ => write!(text, "Words {words} of [[Kurt]] [@q]. ^p{number}\n\n"),
        }
        .unwrap();
    }
    for (number, _) in blocks.iter().enumerate().filter(|(_, (kind, _))| *kind == 2) {
        write!(text, "[^{number}]: Note on a statement.\n\n").unwrap();
    }
    if text.contains("[^many]") {
        text.push_str("[^many]: A note that stands with each of its marks.\n\n");
    }
    if text.contains("[^every]") {
        text.push_str("[^every]: A note that many cite.\n");
    }
    text
}

fn marks<'a>(body: &'a Body, chunks: impl IntoIterator<Item = &'a Chunk>) -> BTreeSet<(u32, u32)> {
    let mut marks = BTreeSet::new();
    for chunk in chunks {
        match chunk {
            Chunk::FootnoteMark { number, time } => drop(marks.insert((*number, *time))),
            Chunk::Statement(index) => {
                marks.extend(self::marks(body, body.statements[*index as usize].words.unshown().0.iter()));
            }
            _ => {}
        }
    }
    marks
}

/// The numbers of the footnotes in the list of a part.
fn listed(chunks: &[Chunk]) -> BTreeSet<u32> {
    let number = |chunk: &Chunk| match chunk {
        Chunk::NoteStart(number) => Some(*number),
        Chunk::Html(html) => html.strip_prefix("<li id=\"fn-")?.split('"').next()?.parse().ok(),
        _ => None,
    };
    chunks.iter().filter_map(number).collect()
}

/// The tags that are open at the end of `html`, or closed where they are not open.
fn unclosed(html: &str) -> Vec<&str> {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let name = tag.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) if open.last() == Some(&name) => drop(open.pop()),
            None if ["img", "hr", "br", "input"].contains(&name) => {}
            _ => open.push(name),
        }
    }
    open
}

/// Checks the parts of `body` and says how many there are.
fn check(body: &Body) -> usize {
    let count = body.parts.count();
    if count == 1 {
        assert_eq!(body.parts.get(1), None);
        return 1;
    }
    let content = body.content.open().0;
    let mut end = 0;
    for number in 1..=count {
        let part = body.parts.get(number).unwrap();
        assert_eq!(part.range.start, end, "part {number} goes on where the one before it ends");
        end = part.range.end;
        let chunks = &content[part.range.clone()];
        assert!(number == 1 || chunks[0] == Chunk::Break, "part {number} begins with a block");
        let shown = [&*part.before.0, chunks, &*part.after.0].concat();
        let html = fragment(&Fragment(shown.clone().into()));
        assert_eq!(unclosed(&html), Vec::<&str>::new(), "part {number} closes what it opens");
        assert!(number == 1 || !html.contains("</thead>\n<tbody>\n</tbody>"), "part {number} has a table without rows");
        let bytes = |chunk: &Chunk| if let Chunk::Html(html) = chunk { html.len() } else { 0 };
        assert!(
            shown.iter().map(bytes).sum::<usize>() <= super::super::cut::NEXT,
            "part {number} is no heavier than a page may be"
        );
        for chunk in chunks {
            match chunk {
                Chunk::HeadingStart(index) => assert_eq!(body.parts.of_heading(*index as usize), number),
                Chunk::Anchor(id) => assert_eq!(body.parts.of_anchor(id), number),
                Chunk::Statement(index) => {
                    let id = &body.statements[*index as usize].id.value;
                    assert_eq!(body.parts.of_anchor(&super::super::anchor(id)), number);
                }
                Chunk::FootnotesStart => panic!("the list of footnotes is no part of a text"),
                _ => {}
            }
        }
        let all = part.before.0.iter().chain(chunks).chain(part.notes.0.iter());
        let here = marks(body, all);
        assert_eq!(
            here.iter().map(|(number, _)| *number).collect::<BTreeSet<_>>(),
            listed(&part.notes.0),
            "part {number}"
        );
        for chunk in part.notes.0.iter() {
            if let Chunk::NoteBack { number, time } = chunk {
                assert!(here.contains(&(*number, *time)), "the footnote {number} leads back to a mark of the part");
            }
        }
    }
    assert_eq!(content.get(end).unwrap_or(&Chunk::FootnotesStart), &Chunk::FootnotesStart, "nothing is left over");
    count
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn parts_joined_are_the_whole_text_and_nothing_twice(
        blocks in proptest::collection::vec((0_u8..14, 0_usize..4000), 1..60),
    ) {
        check(&shown(&text(&blocks)).body);
    }
}

#[test]
fn a_long_text_has_parts_and_a_short_one_has_none() {
    let long: Vec<(u8, usize)> = (0..120).map(|number| (u8::try_from(number % 8).unwrap(), 2000)).collect();
    assert!(check(&shown(&text(&long)).body) > 5);
    assert_eq!(check(&shown(&text(&long[..8])).body), 1);
}

/// The texts of the headings with which the parts begin, after the first.
fn beginnings(text: &str) -> Vec<String> {
    let body = shown(text).body;
    check(&body);
    let heading = |number: usize| {
        let range = body.parts.get(number).unwrap().range.clone();
        body.content.open().0[range].iter().take(2).find_map(|chunk| match chunk {
            Chunk::HeadingStart(index) => Some(body.headings[*index as usize].text.show(|_| String::new())),
            _ => None,
        })
    };
    (2..=body.parts.count()).map(|number| heading(number).unwrap_or_default()).collect()
}

#[test]
fn a_text_is_cut_before_a_heading_that_is_near_and_never_behind_one() {
    let chapter = |number: usize, level: &str, paragraphs: usize| {
        format!("{level} {number}\n\n{}", format!("{}\n\n", "words of it ".repeat(160)).repeat(paragraphs))
    };
    // Eleven paragraphs make a first part; the heading of the larger section is the better place.
    let text = chapter(1, "#", 9) + &chapter(2, "#", 1) + &chapter(3, "##", 12) + &chapter(4, "#", 9);
    assert_eq!(beginnings(&text), ["2", "4"]);
    let text = chapter(1, "#", 11) + "# 2\n\n## 3\n\n" + &format!("{}\n\n", "words of it ".repeat(160)).repeat(12);
    assert_eq!(beginnings(&text), ["2"]);
}

/// What stands in the parts of a text, as HTML.
fn in_parts(text: &str) -> Vec<String> {
    let body = shown(text).body;
    check(&body);
    let html = |number: usize| {
        let part = body.parts.get(number).unwrap();
        let chunks = [&*part.before.0, &body.content.open().0[part.range.clone()], &*part.after.0].concat();
        fragment(&Fragment(chunks.into()))
    };
    (1..=body.parts.count()).map(html).collect()
}

#[test]
fn a_list_goes_on_with_its_number_and_its_anchor_stands_once() {
    let items: String = (7..1000).map(|number| format!("{number}. Item {number} {}\n", "of it ".repeat(10))).collect();
    let parts = in_parts(&format!("{items}\n^all\n"));
    assert!(parts.len() > 2);
    assert!(parts[0].starts_with("<ol{anchor b-all} start=\"7\">\n<li>Item 7 "), "{}", &parts[0][..100]);
    let mut next = 7;
    for part in &parts {
        let start = format!("start=\"{next}\">\n<li>Item {next} ");
        assert!(part.contains(&start) && part.ends_with("</li>\n</ol>\n"), "{start} in {}", &part[..100]);
        next += part.matches("<li>").count();
    }
    assert_eq!(next, 1000);
    assert_eq!(parts.concat().matches("{anchor b-all}").count(), 1);
}

#[test]
fn an_item_that_goes_on_has_no_second_number_and_the_list_in_it_goes_on() {
    let inner: String = (1..500).map(|number| format!("   - Inner {number} {}\n", "of it ".repeat(15))).collect();
    let parts = in_parts(&format!("1. One\n2. Two\n{inner}3. Three\n"));
    assert!(parts.len() > 1);
    assert!(parts[0].starts_with("<ol>\n<li>One</li>\n<li>Two<ul>\n<li>Inner 1 "), "{}", &parts[0][..100]);
    for part in &parts[1..] {
        assert!(
            part.starts_with("<ol class=\"continued\" start=\"2\">\n<li class=\"continued\"><ul>\n<li>Inner "),
            "{}",
            &part[..100]
        );
    }
    assert!(parts.last().unwrap().ends_with("</ul>\n</li>\n<li>Three</li>\n</ol>\n"));
}

#[test]
fn a_table_has_its_head_on_each_page() {
    let rows: String = (1..1000).map(|number| format!("| {number} | {} |\n", "of it ".repeat(10))).collect();
    let parts = in_parts(&format!("| Number | [[Kurt]] |\n|---|---|\n{rows}\n^all\n"));
    assert!(parts.len() > 1);
    let head = "><table{anchor b-all}>\n<thead>\n<tr><th scope=\"col\">Number</th><th scope=\"col\">{link 0}</th></tr>\n</thead>\n<tbody>\n<tr><td>";
    for (number, part) in parts.iter().enumerate() {
        let head = if number == 0 { head.to_owned() } else { head.replace("{anchor b-all}", "") };
        assert!(part.contains(&head), "{}", &part[..300]);
        assert!(part.ends_with("</tr>\n</tbody>\n</table></div>\n"));
    }
}

#[test]
fn a_callout_has_its_title_and_its_look_on_each_page() {
    let text = "> [!disputed]- By [[Kurt]]\n> First words.\n>\n".to_owned();
    let paragraphs: String =
        (1..200).map(|number| format!("> Paragraph {number} {}\n>\n", "of it ".repeat(60))).collect();
    let parts = in_parts(&(text + &paragraphs));
    assert!(parts.len() > 1);
    let head =
        "<details class=\"callout callout-disputed\">\n<summary class=\"callout-title\">By {link 0}</summary>\n<p>";
    for part in &parts {
        assert!(part.starts_with(head) && part.ends_with("</p>\n</details>\n"), "{}", &part[..200]);
    }
}

#[test]
fn what_cannot_be_divided_stays_whole() {
    for heavy in [
        "word ".repeat(12_000),
        format!("```\n{}```\n", "a line of code\n".repeat(4000)),
        // A head that is too long to be said again on each page.
        format!("| {} |\n|---|\n{}", "word ".repeat(2000), "| cell |\n".repeat(4000)),
        format!("> [!testimony] [[Kurt]] ^s1\n> status: alleged\n>\n> {}\n", "word ".repeat(12_000)),
    ] {
        let body = shown(&format!("Before.\n\n{heavy}\n\nAfter.\n")).body;
        let numbers: Vec<usize> = (1..=body.parts.count()).collect();
        let blocks = |number: &usize| {
            let range = body.parts.get(*number).unwrap().range.clone();
            body.content.open().0[range].iter().filter(|chunk| **chunk == Chunk::Break).count()
        };
        assert_eq!(numbers.len(), 3, "{}", &heavy[..20]);
        assert!(numbers.iter().all(|number| body.parts.get(*number).unwrap().before.0.is_empty()));
        assert!(blocks(&1) == 0 && blocks(&3) == 1);
    }
}
