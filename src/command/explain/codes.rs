//! What a diagnostic means. Knows the page on each code, which is also its test.

use serde::Serialize;

use crate::foundation::diagnostic::Code;
use crate::foundation::nearest::nearest;

/// What is known about a word that someone typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explanation {
    /// The page on this code, Markdown.
    Page(&'static str),
    /// No code has this name; the nearest one, if any is near.
    Unknown(Option<&'static str>),
}

/// One line of the list of all codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The code's name.
    pub name: &'static str,
    /// `error`, `warning` or `suggestion`.
    pub severity: &'static str,
    /// The first sentence of its page.
    pub sentence: String,
}

/// Looks up `word`, a code with or without the brackets in which reports show it.
#[must_use]
pub fn explain(word: &str) -> Explanation {
    // A link is written `[[name]]`, and asks for what has that name.
    if is_link(word) {
        return Explanation::Unknown(None);
    }
    let word = word.trim();
    let word = ["error", "warning", "suggestion"].iter().find_map(|kind| word.strip_prefix(kind)).unwrap_or(word);
    let word = word.trim_matches(['[', ']', ':']);
    match Code::named(word) {
        Some(code) => Explanation::Page(code.page()),
        None => Explanation::Unknown(nearest(word, Code::ALL.iter().map(|code| code.name()), 1).first().copied()),
    }
}

fn is_link(word: &str) -> bool {
    let word = word.trim();
    word.starts_with("[[") || word.starts_with("![[") || word.starts_with("[@")
}

/// Whether `word` is written as reports show a code, and can be nothing else.
#[must_use]
pub fn is_from_a_report(word: &str) -> bool {
    let word = word.trim().trim_end_matches(':');
    word.ends_with(']') && (word.starts_with("error[") || word.starts_with("warning["))
}

/// All codes in the order of their names, each with its first sentence.
#[must_use]
pub fn all() -> Vec<Summary> {
    let mut all: Vec<Summary> = Code::ALL
        .iter()
        .map(|code| Summary {
            name: code.name(),
            severity: code.severity().name(),
            sentence: first_sentence(code.page()),
        })
        .collect();
    all.sort_by_key(|summary| summary.name);
    all
}

/// The first sentence of the first paragraph; nothing where a page has only its heading.
fn first_sentence(page: &str) -> String {
    let paragraph: Vec<&str> = page
        .lines()
        .map(str::trim)
        .skip_while(|line| line.is_empty() || line.starts_with('#'))
        .take_while(|line| !line.is_empty())
        .collect();
    let paragraph = paragraph.join(" ");
    match paragraph.find(". ") {
        Some(end) => paragraph.get(..=end).unwrap_or_default().to_owned(),
        None => paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_as_reports_show_it() {
        let page = Explanation::Page(Code::UnknownKey.page());
        for word in ["unknown-key", "[unknown-key]", "error[unknown-key]:", " unknown-key "] {
            assert_eq!(explain(word), page, "{word}");
        }
        assert_eq!(explain("unknwon-key"), Explanation::Unknown(Some("unknown-key")));
        assert_eq!(explain("zzz"), Explanation::Unknown(None));
    }

    #[test]
    fn a_link_is_no_code_though_its_name_be_one() {
        for link in ["[[unknown-key]]", "![[unknown-key]]", "[@unknown-key]"] {
            assert_eq!(explain(link), Explanation::Unknown(None), "{link}");
        }
        assert!(is_from_a_report("error[unknwon-key]:") && !is_from_a_report("unknwon-key"));
    }

    #[test]
    fn the_first_sentence_ends_at_a_full_stop() {
        assert_eq!(
            first_sentence("# code\n\nOne sentence\nof `dossier.toml`. Another.\n\nMore.\n"),
            "One sentence of `dossier.toml`."
        );
        assert_eq!(first_sentence("# code\n"), "");
    }

    #[test]
    fn every_code_is_listed_once() {
        assert_eq!(all().len(), Code::ALL.len());
    }
}
