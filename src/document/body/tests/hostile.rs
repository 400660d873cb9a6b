//! Inputs that cost other programs more than linear time, or their stack.

use super::html::check_html;
use super::show::shown;
use crate::foundation::diagnostic::Code;

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
        ("citations that do not end", repeat("[@")),
        ("citations", repeat("[@a] ")),
        ("places without end", format!("[@a, p. 1{}]", repeat(", 1"))),
        ("sources without end", format!("[@a{}]", repeat(";@a"))),
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

/// Input B31.
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
