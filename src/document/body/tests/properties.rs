//! What holds for every body, whatever is in it.

use proptest::prelude::*;

use super::super::{Chunk, Fragment};
use super::show::{Shown, shown, shown_in};
use crate::foundation::diagnostic::{Code, has_errors};
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
                Place::Text { sentence } => prop_assert!((sentence as usize) < shown.body.sentences.len()),
                Place::Statement { statement, .. } => prop_assert!((statement as usize) < shown.body.statements.len()),
                Place::Embed | Place::Field(_) => {}
            }
        }
    }
}

fn check_html(shown: &Shown) {
    check_fragment(&shown.body.content);
    for statement in &shown.body.statements {
        check_fragment(&statement.words);
    }
}

fn check_fragment(fragment: &Fragment) {
    let mut html = String::new();
    for chunk in fragment.0.iter() {
        match chunk {
            Chunk::Html(part) => html.push_str(part),
            Chunk::Link { label: Some(label), .. } => check(label),
            _ => {}
        }
    }
    check(&html);
}

/// Reads `html` the way the most forgiving browser could: every `<` begins one of our tags, with our attributes in
/// double quotes, every tag is closed in order, and every address is one that may be.
fn check(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        check_text(text, html);
        let (tag, after) = tag.split_once('>').unwrap_or_else(|| panic!("a tag does not end: {html}"));
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(TAGS.contains(&name), "<{name}> in {html}");
        check_attributes(attributes, html);
        if !matches!(name, "br" | "hr" | "img" | "input") {
            open.push(name);
        }
    }
    check_text(rest, html);
    assert_eq!(open, Vec::<&str>::new(), "{html}");
}

const TAGS: &[&str] = &[
    "p",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "span",
    "mark",
    "br",
    "hr",
    "img",
    "input",
    "label",
    "a",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "aside",
    "details",
    "summary",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "figure",
    "figcaption",
    "section",
];

fn check_text(text: &str, html: &str) {
    assert!(!text.contains(['>', '"', '\'']), "{text:?} in {html}");
    for part in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
        assert!(known.iter().any(|entity| part.starts_with(entity)), "&{part} in {html}");
    }
}

fn check_attributes(attributes: &str, html: &str) {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        if let Some(after) = ["disabled", "checked", "open"].iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after.trim_start();
            continue;
        }
        let (name, value) = rest.split_once("=\"").unwrap_or_else(|| panic!("{attributes:?} in {html}"));
        let (value, after) = value.split_once('"').unwrap_or_else(|| panic!("{attributes:?} in {html}"));
        rest = after.trim_start();
        check_text(value, html);
        match name {
            "href" | "src" => {
                let good = ["http://", "https://", "mailto:", "tel:", "#"];
                let lower = value.to_ascii_lowercase();
                assert!(value.is_empty() || good.iter().any(|start| lower.starts_with(start)), "{value} in {html}");
            }
            "class" | "alt" | "title" | "loading" | "width" | "start" | "scope" | "type" | "rel" | "id"
            | "tabindex" | "role" | "aria-label" => {}
            other => panic!("attribute {other:?} in {html}"),
        }
    }
}

/// Inputs that cost other programs more than linear time or their stack, with about `size` bytes each.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let repeat = |pattern: &str| pattern.repeat(size / pattern.len());
    vec![
        ("quotes", repeat(">")),
        ("spaced quotes", repeat("> ")),
        ("lists", repeat("+ ")),
        ("numbered lists", repeat("1. ")),
        (
            "indented lists",
            (0..)
                .map(|depth| " ".repeat(depth * 2) + "- a\n")
                .take_while({
                    let mut sum = 0;
                    move |line| {
                        sum += line.len();
                        sum < size
                    }
                })
                .collect(),
        ),
        ("brackets", repeat("[")),
        ("pairs of brackets", repeat("[[")),
        ("embeds", repeat("![[")),
        ("open links", repeat("[[a")),
        ("closed links", repeat("[[a]] ")),
        ("links with labels", repeat("[[a|b]]")),
        ("emphasis", repeat("*a_ ")),
        ("nested emphasis", repeat("*") + "a" + &repeat("*")),
        ("strong and emphasis", repeat("**a *b ")),
        ("footnotes", (0..size / 10).map(|number| format!("[^{number}]: a\n\n")).collect()),
        ("one footnote", repeat("[^1]: a\n")),
        ("footnote marks", repeat("[^1] ") + "\n\n[^1]: x"),
        ("unknown footnotes", repeat("[^x] ")),
        (
            "wide table",
            format!("|{}\n|{}\n{}", "a|".repeat(size / 12), "-|".repeat(size / 12), "|a|\n".repeat(size / 12)),
        ),
        ("comments", repeat("%%a%% ")),
        ("comment signs", repeat("%")),
        ("marks", repeat("==a ")),
        (
            "code signs",
            (1..)
                .map(|length| "`".repeat(length) + " ")
                .take_while({
                    let mut sum = 0;
                    move |run| {
                        sum += run.len();
                        sum < size
                    }
                })
                .collect(),
        ),
        ("HTML", repeat("<b>")),
        ("open HTML", repeat("<a <!-- <?")),
        ("entities", repeat("&#x202e;")),
        ("sentences", repeat("Dr. [[a]]. ")),
        ("one long sentence", "word ".repeat(size / 8) + &"[[a]] w ".repeat(size / 20)),
        ("references", format!("[a]: https://example.org/{}\n\n{}", "x".repeat(size / 100), repeat("[a] "))),
        (
            "statements",
            (0..size / 60).map(|id| format!("> [!act] [[A]] ^s{id}\n> status: alleged\n>\n> Words.\n\n")).collect(),
        ),
        ("keys", "> [!act] [[A]] ^s1\n".to_owned() + &repeat("> a: b\n")),
        (
            "unknown keys",
            "> [!act] [[A]] ^s1\n".to_owned()
                + &(0..size / 10).map(|key| format!("> {}: b\n", "k".repeat(key % 50 + 1))).collect::<String>(),
        ),
        ("lines of a value", "> [!act] [[A]] ^s1\n> via: [[B]]\n".to_owned() + &repeat("> , [[B]]\n")),
        ("block ids", (0..size / 12).map(|id| format!("a ^p{id}\n\n")).collect()),
        ("ids of one block", "a\n\n".to_owned() + &(0..size / 8).map(|id| format!("^p{id}\n\n")).collect::<String>()),
        ("quotation marks", repeat("'\"a")),
        ("code", format!("```js\n{}", repeat("var a = /[/; \"\n"))),
        ("one line of code", format!("```js\n{}", repeat("{("))),
        ("pictures", repeat("![a](b.jpg)\n\n")),
        ("pictures in pictures", repeat("![") + &repeat("](b.jpg)")),
        ("callouts", repeat("> [!note]-\n")),
        ("markers", repeat("[!act]")),
        ("definitions", repeat("a\n: b\n")),
        ("line breaks", repeat("\r")),
        ("carets", repeat("^")),
        ("headings", repeat("# [[a]]\n")),
    ]
}

#[test]
fn hostile_input_ends() {
    for (name, text) in hostile(20_000) {
        let shown = shown(&text);
        check_html(&shown);
        assert!(shown.problems.len() <= 1001, "{name}");
    }
}

#[test]
fn too_much_is_an_error() {
    let limit = |text: &str| {
        let shown = shown(text);
        check_html(&shown);
        shown.problems.iter().any(|problem| problem.code == Code::LimitExceeded)
    };
    assert!(limit(&">".repeat(100_000)));
    assert!(limit(&"> ".repeat(65)) && !limit(&("> ".repeat(60) + "a")));
    assert!(limit(&"+ ".repeat(70)) && limit(&"1. ".repeat(70)));
    assert!(limit(&("*a **b ".repeat(100) + &"c** d*".repeat(100))));
    assert!(limit(&"[[a]] ".repeat(20_001)) && !limit(&"[[a]] ".repeat(20_000)));
    assert!(limit(&"a".repeat(4 * 1024 * 1024 + 1)));
    assert!(limit(&"[[".repeat(2).repeat(2000).replace("[[[[", "[[ x\n\n")), "more than a thousand problems");
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
