//! Whole reports, as they are printed.

use super::*;
use crate::foundation::diagnostic::Code;
use crate::foundation::span::Span;

/// Files as a list of paths and texts.
struct Texts(&'static [(&'static str, Option<&'static str>)]);

impl Sources for Texts {
    fn source(&self, file: FileId) -> Option<Source<'_>> {
        self.0.iter().find(|(path, _)| FileId::of_path(path) == file).map(|(path, text)| Source { path, text: *text })
    }
}

const KURT: &str = "content/people/kurt.md";
const BALI: &str = "content/people/bali.md";

/// The place of `words` in `text`, the text of `path`.
fn span(path: &str, text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(FileId::of_path(path), start..start + words.len())
}

fn printed(format: Format, diagnostics: &[Diagnostic], sources: &dyn Sources) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    print(&mut out, format, diagnostics, sources).unwrap();
    String::from_utf8(out.into_inner()).unwrap()
}

const TYPO: &str = "---\ntitel: Kurt\n---\n";
const PEOPLE: Texts = Texts(&[(KURT, Some(TYPO)), (BALI, Some("---\nname: Balı\n---\n")), ("content/x.png", None)]);

fn typo() -> Diagnostic {
    Diagnostic::new(Code::UnknownKey, span(KURT, TYPO, "titel"), "a person has no key `titel`")
        .help("did you mean `title`?")
}

#[test]
fn people_see_the_line_with_the_word_underlined() {
    let expected = "\
content/people/kurt.md:2:1: error[unknown-key]: a person has no key `titel`
  |
2 | titel: Kurt
  | ^^^^^
help: did you mean `title`?

";
    assert_eq!(printed(Format::Human, &[typo()], &PEOPLE), expected);
}

#[test]
fn editors_see_one_line() {
    let expected =
        "content/people/kurt.md:2:1: error[unknown-key]: a person has no key `titel` (did you mean `title`?)\n";
    assert_eq!(printed(Format::Short, &[typo()], &PEOPLE), expected);
}

#[test]
fn programs_see_json() {
    let label = typo().label(span(BALI, "---\nname: Balı\n---\n", "Balı"), "the other");
    let expected = r#"{"code":"unknown-key","severity":"error","message":"a person has no key `titel`","path":"content/people/kurt.md","line":2,"column":1,"end_line":2,"end_column":6,"labels":[{"path":"content/people/bali.md","line":2,"column":7,"end_line":2,"end_column":11,"message":"the other"}],"help":"did you mean `title`?"}
"#;
    assert_eq!(printed(Format::Json, &[label], &PEOPLE), expected);
}

#[test]
fn github_sees_a_workflow_command() {
    let path = "content/people/a,b:100%.md";
    let sources = Texts(&[("content/people/a,b:100%.md", Some("x: y\nz\n"))]);
    let file = FileId::of_path(path);
    let one = Diagnostic::new(Code::UnknownKey, Span::new(file, 0..1), "100% wrong\nhere").help("use z");
    let two = Diagnostic::new(Code::UnquotedLink, Span::new(file, 3..6), "two lines");
    let expected = "\
::error file=content/people/a%2Cb%3A100%25.md,line=1,col=1,endLine=1,endColumn=2,title=unknown-key::100%25 wrong here%0Ause z
::warning file=content/people/a%2Cb%3A100%25.md,line=1,col=4,endLine=2,title=unquoted-link::two lines
";
    assert_eq!(printed(Format::Github, &[one, two], &sources), expected);
}

#[test]
fn labels_stand_in_the_same_snippet_or_in_that_of_their_file() {
    const TWICE: &str = "---\ndate: 2015\nlang: tr\ndate: 2016\n---\n";
    let sources = Texts(&[(KURT, Some(TWICE)), (BALI, Some("---\nname: Kurt\n---\n")), ("protected.png", None)]);
    let twice =
        Diagnostic::new(Code::DuplicateKey, span(KURT, TWICE, "date: 2016").within(0..4), "`date` stands twice")
            .label(span(KURT, TWICE, "date"), "first here")
            .label(span(BALI, "---\nname: Kurt\n---\n", "Kurt"), "another person")
            .label(Span::start_of(FileId::of_path("protected.png")), "a photograph");
    let expected = "\
content/people/kurt.md:4:1: error[duplicate-key]: `date` stands twice
  |
2 | date: 2015
  | ---- first here
3 | lang: tr
4 | date: 2016
  | ^^^^
  |
 ::: content/people/bali.md:2:7
  |
2 | name: Kurt
  |       ---- another person
note: protected.png: a photograph

";
    assert_eq!(printed(Format::Human, &[twice], &sources), expected);
}

#[test]
fn template_errors_name_the_page_that_was_being_made() {
    const TEMPLATE: &str = "{{ titel }}\n";
    let sources = Texts(&[("templates/person.html", Some(TEMPLATE))]);
    let failed = Diagnostic::new(
        Code::TemplateFailed,
        span("templates/person.html", TEMPLATE, "titel"),
        "nothing is called `titel` here",
    )
    .on_page("/people/kurt/");
    let expected = "\
templates/person.html:1:4: error[template-failed]: nothing is called `titel` here
  |
1 | {{ titel }}
  |    ^^^^^
note: while making /people/kurt/

";
    assert_eq!(printed(Format::Human, std::slice::from_ref(&failed), &sources), expected);
    assert_eq!(
        printed(Format::Short, &[failed], &sources),
        "templates/person.html:1:4: error[template-failed]: nothing is called `titel` here (while making /people/kurt/)\n"
    );
}

#[test]
fn reports_are_sorted_and_say_everything_once() {
    let second = Diagnostic::new(Code::InvalidDate, span(KURT, TYPO, "Kurt"), "not a date");
    let other_file = Diagnostic::new(Code::RawHtml, Span::start_of(FileId::of_path(BALI)), "HTML");
    let nowhere = Diagnostic::new(Code::UnknownTheme, Span::start_of(FileId::of_path("gone")), "no such theme");
    let all = [second.clone(), typo(), other_file, second, typo(), nowhere];
    let report = Report::new(&all, &PEOPLE);
    let expected = "\
error[unknown-theme]: no such theme
content/people/bali.md:1:1: warning[raw-html]: HTML
content/people/kurt.md:2:1: error[unknown-key]: a person has no key `titel` (did you mean `title`?)
content/people/kurt.md:2:8: error[invalid-date]: not a date
";
    assert_eq!(printed(Format::Short, &all, &PEOPLE), expected);
    assert_eq!(report.counts().sentence().as_deref(), Some("3 errors, 1 warning"));
    assert_eq!(Counts::default().sentence(), None);
}

#[test]
fn a_file_without_text_has_a_first_line_only() {
    let missing = Diagnostic::new(Code::MissingAltText, Span::new(FileId::of_path("content/x.png"), 7..9), "no text");
    assert_eq!(printed(Format::Human, &[missing], &PEOPLE), "content/x.png:1:1: error[missing-alt-text]: no text\n\n");
}

/// The lines of the snippet under a diagnostic at `range` of `text`.
fn snippet(text: &'static str, range: std::ops::Range<usize>) -> String {
    struct One(&'static str);
    impl Sources for One {
        fn source(&self, _: FileId) -> Option<Source<'_>> {
            Some(Source { path: "a.md", text: Some(self.0) })
        }
    }
    let diagnostic = Diagnostic::new(Code::InvalidValue, Span::new(FileId::of_path("a.md"), range), "m");
    printed(Format::Human, &[diagnostic], &One(text))
}

#[test]
fn words_are_underlined_whatever_their_letters() {
    let tab = "\tyer: 北京 x";
    assert_eq!(
        snippet(tab, 6..12),
        "a.md:1:7: error[invalid-value]: m\n  |\n1 |     yer: 北京 x\n  |          ^^^^\n\n"
    );
    let combining = "e\u{301}e\u{301} Kurt";
    assert_eq!(
        snippet(combining, 7..11),
        "a.md:1:6: error[invalid-value]: m\n  |\n1 | e\u{301}e\u{301} Kurt\n  |    ^^^^\n\n"
    );
}

#[test]
fn a_place_between_two_characters_shows_a_caret() {
    assert_eq!(snippet("ab", 1..1), "a.md:1:2: error[invalid-value]: m\n  |\n1 | ab\n  |  ^\n\n");
    assert_eq!(snippet("ab\ncd", 2..2), "a.md:1:3: error[invalid-value]: m\n  |\n1 | ab\n  |   ^\n\n");
    assert_eq!(snippet("", 0..0), "a.md:1:1: error[invalid-value]: m\n\n");
    assert_eq!(snippet("ab\n", 3..3), "a.md:2:1: error[invalid-value]: m\n  |\n2 |\n  | ^\n\n");
}

#[test]
fn spans_past_the_end_or_inside_a_character_do_no_harm() {
    assert_eq!(snippet("İb", 1..2), "a.md:1:1: error[invalid-value]: m\n  |\n1 | İb\n  | ^\n\n");
    assert_eq!(snippet("ab", 90..99), "a.md:1:3: error[invalid-value]: m\n  |\n1 | ab\n  |   ^\n\n");
}

#[test]
fn of_many_lines_the_first_is_shown() {
    assert_eq!(snippet("one\rtwo\rthree", 4..13), "a.md:2:1: error[invalid-value]: m\n  |\n2 | two\n  | ^^^\n\n");
}

#[test]
fn very_long_lines_are_cut_around_the_words() {
    let line: &'static str = format!("{}[[Kurt]]{}", "ö".repeat(50_000), "y".repeat(50_000)).leak();
    let printed = snippet(line, 100_000..100_008);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], "a.md:1:50001: error[invalid-value]: m");
    assert!(lines[2].contains("öö[[Kurt]]yy") && lines[2].chars().count() <= 130, "{}", lines[2]);
    assert_eq!(lines[3].trim_start_matches(['|', ' ']), "^^^^^^^^");
    let at = |line: &str, what: &str| line.split(what).next().unwrap().chars().count();
    assert_eq!(at(lines[2], "[["), at(lines[3], "^"));
}

#[test]
fn a_report_cannot_steer_the_terminal() {
    let text = "a\u{1b}[31mb\u{202e}c";
    let file = FileId::of_path("a\u{1b}.md");
    let diagnostic = Diagnostic::new(Code::InvalidValue, Span::new(file, 0..1), text).help(text).on_page(text);
    let sources = Texts(&[("a\u{1b}.md", Some("a\u{1b}[31mb\u{202e}c"))]);
    for format in [Format::Human, Format::Short, Format::Github] {
        let mut out = Vec::new();
        Report::new(std::slice::from_ref(&diagnostic), &sources).write(&mut out, format).unwrap();
        let printed = String::from_utf8(out).unwrap();
        assert!(!printed.contains("[31mb\u{202e}") && !printed.contains("\u{1b}[31m"), "{printed:?}");
    }
}

#[test]
fn what_is_about_no_place_has_the_same_formats() {
    let printed = |format| {
        let mut out = anstream::StripStream::new(Vec::new());
        write_plain(&mut out, format, Severity::Error, "the disk is full\nnothing was written").unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    };
    assert_eq!(printed(Format::Human), "error: the disk is full\nnothing was written\n");
    assert_eq!(printed(Format::Short), printed(Format::Human));
    assert_eq!(printed(Format::Github), "::error::the disk is full nothing was written\n");
    let json = r#"{"code":null,"severity":"error","message":"the disk is full\nnothing was written","path":null,"line":null,"column":null,"end_line":null,"end_column":null,"labels":[],"help":""}"#;
    assert_eq!(printed(Format::Json), format!("{json}\n"));
}

#[cfg(feature = "serve")]
mod over_a_page {
    use super::*;
    use crate::command::serve::{Excerpt, Note, Place, Problem, Problems};

    #[test]
    fn errors_come_first_each_with_its_line_in_three_parts() {
        let warning = Diagnostic::new(Code::RawHtml, Span::start_of(FileId::of_path(BALI)), "HTML");
        let label = typo().label(span(BALI, "---\nname: Balı\n---\n", "Balı"), "the other");
        let all = [warning, label];
        let report = Report::new(&all, &PEOPLE);
        let link = |path: &str, line, column| (path == KURT).then(|| format!("x://{path}:{line}:{column}"));
        let place = |path: &str, line, column, [before, marked, after]: [&str; 3]| Place {
            path: path.into(),
            line,
            column,
            excerpt: Some(Excerpt { before: before.into(), marked: marked.into(), after: after.into() }),
            link: link(path, line, column),
        };
        let expected = Problems {
            errors: 1,
            warnings: 1,
            list: vec![
                Problem {
                    severity: "error",
                    code: Some("unknown-key"),
                    message: "a person has no key `titel`".into(),
                    place: Some(place(KURT, 2, 1, ["", "titel", ": Kurt"])),
                    notes: vec![Note { text: "the other".into(), place: place(BALI, 2, 7, ["name: ", "Balı", ""]) }],
                    help: "did you mean `title`?".into(),
                },
                Problem {
                    severity: "warning",
                    code: Some("raw-html"),
                    message: "HTML".into(),
                    place: Some(place(BALI, 1, 1, ["", "", "---"])),
                    notes: Vec::new(),
                    help: String::new(),
                },
            ],
        };
        assert_eq!(problems(&report, link), expected);
    }

    #[test]
    fn long_lines_are_cut_and_what_cannot_be_seen_is_spelt_out() {
        struct One(String);
        impl Sources for One {
            fn source(&self, _: FileId) -> Option<Source<'_>> {
                Some(Source { path: "a\u{202e}.md", text: Some(&self.0) })
            }
        }
        let sources = One(format!("{}\u{202e}wrong{}\nnext", "ı".repeat(5_000), "x".repeat(5_000)));
        let start = 10_000;
        let at = |length| {
            let span = Span::new(FileId::of_path("a"), start..start + length);
            let all = [Diagnostic::new(Code::UnknownKey, span, "a\u{200b}b")];
            let found = problems(&Report::new(&all, &sources), |_, _, _| None);
            let Problem { message, place, .. } = found.list.into_iter().next().unwrap();
            let Place { path, excerpt, .. } = place.unwrap();
            assert_eq!((message.as_str(), path.as_str()), ("a\\u{200b}b", "a\\u{202e}.md"));
            excerpt.unwrap()
        };
        let Excerpt { before, marked, after } = at(8);
        assert_eq!((before, marked.as_str()), (format!("…{}", "ı".repeat(80)), "\\u{202e}wrong"));
        assert_eq!(after, format!("{}…", "x".repeat(160)));
        let Excerpt { marked, after, .. } = at(4_000);
        assert_eq!((marked.len(), after.chars().count()), (8 + 5 + 240 - 8, 161));
    }

    #[test]
    fn the_lines_of_protected_names_are_not_shown() {
        let secret = Diagnostic::new(Code::ProtectedName, span(KURT, TYPO, "Kurt"), "a protected name");
        let all = [secret];
        let found = problems(&Report::new(&all, &PEOPLE), |_, _, _| None);
        assert_eq!(found.list[0].place.as_ref().unwrap().excerpt, None);
    }
}
