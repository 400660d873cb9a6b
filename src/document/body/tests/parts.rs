//! What holds for the parts of every text: joined they are the whole, and each has all that its marks lead to.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::super::{Body, Chunk};
use super::show::shown;

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
            _ => write!(text, "Words {words} of [[Kurt]] [@q]. ^p{number}\n\n"),
        }
        .unwrap();
    }
    for (number, _) in blocks.iter().enumerate().filter(|(_, (kind, _))| *kind == 2) {
        write!(text, "[^{number}]: Note on a statement.\n\n").unwrap();
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

/// Checks the parts of `body` and says how many there are.
fn check(body: &Body) -> usize {
    let count = body.parts.count();
    if count == 1 {
        assert_eq!(body.parts.get(1), None);
        return 1;
    }
    let content = &body.content.0;
    let mut end = 0;
    for number in 1..=count {
        let part = body.parts.get(number).unwrap();
        assert_eq!(part.range.start, end, "part {number} goes on where the one before it ends");
        end = part.range.end;
        let chunks = &content[part.range.clone()];
        assert!(number == 1 || chunks[0] == Chunk::Break, "part {number} begins with a block");
        let bytes = |chunk: &Chunk| if let Chunk::Html(html) = chunk { html.len() } else { 0 };
        let blocks = chunks.iter().skip(1).filter(|chunk| **chunk == Chunk::Break).count() + 1;
        let heading = |chunk: &&Chunk| matches!(chunk, Chunk::HeadingStart(_));
        let headings = chunks.iter().filter(heading).count();
        assert!(
            blocks <= 1 + headings || chunks.iter().map(bytes).sum::<usize>() <= super::super::cut::NEXT,
            "part {number}"
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
        let all = chunks.iter().chain(part.notes.0.iter());
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
        blocks in proptest::collection::vec((0_u8..10, 0_usize..6000), 1..90),
    ) {
        check(&shown(&text(&blocks)).body);
    }
}

#[test]
fn a_long_text_has_parts_and_a_short_one_has_none() {
    let long: Vec<(u8, usize)> = (0..120).map(|number| (u8::try_from(number % 10).unwrap(), 2000)).collect();
    assert!(check(&shown(&text(&long)).body) > 5);
    assert_eq!(check(&shown(&text(&long[..8])).body), 1);
}

/// The texts of the headings with which the parts begin, after the first.
fn beginnings(text: &str) -> Vec<String> {
    let body = shown(text).body;
    check(&body);
    let heading = |number: usize| {
        let range = body.parts.get(number).unwrap().range.clone();
        body.content.0[range].iter().take(2).find_map(|chunk| match chunk {
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
