//! The text of a citation, `[@id, p. 14]`. Knows its grammar and the places in a source that can be named, not which source is meant.

use std::ops::Range;

use super::mention::MentionId;

/// What stands between two brackets: one source, or several.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The sources, in the order of the text; never empty.
    pub sources: Vec<CitedSource>,
}

/// A source and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CitedSource {
    /// The mention that names the source.
    pub mention: MentionId,
    /// The place in it, as a reader sees it: `p. 14`.
    pub locator: Option<String>,
}

/// A source as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its id or file name.
    pub name: String,
    /// Where the name stands in the text.
    pub range: Range<usize>,
    /// The place in it, in one way of writing: `pp. 3–5`.
    pub locator: Option<String>,
}

/// Why the text of a citation cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationError {
    /// The bytes of the text that are wrong.
    pub range: Range<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: &'static str,
    /// What to do.
    pub help: &'static str,
}

/// How a citation is written.
pub const FORM: &str =
    "write `[@id]`, `[@id, p. 14]` or `[@id; @other, pp. 3-5]`; for brackets that are to be read, write `\\[@`";

const PLACES: &str = "name the place with p. or pp., para., §, ch., sec., art., fol., line, col., vol., no., fig. or app. \
    (in Turkish s., ss., böl., md., c.), or with a time such as 00:12:30";

/// The words before a number that name a place in a source, as they are shown. They are the locators of the Citation
/// Style Language that a dossier needs (<https://docs.citationstyles.org/en/stable/specification.html#locators>), in
/// English, Turkish (`s.`, `ss.`, `böl.`, `md.`, `c.`) and Kurdish (`r.`, `rr.`).
const LABELS: [&str; 35] = [
    "pp.", "p.", "paras.", "para.", "par.", "§§", "§", "chs.", "ch.", "secs.", "sec.", "arts.", "art.", "fols.",
    "fol.", "lines", "line", "cols.", "col.", "vols.", "vol.", "nos.", "no.", "figs.", "fig.", "apps.", "app.", "ss.",
    "s.", "böl.", "md.", "c.", "rr.", "r.", "pt.",
];

/// Reads what stands between `[` and `]`: `@id`, `@id, p. 14`, `@a; @b, pp. 3-5`. The name goes to the comma; what
/// follows it is one or more places in the source. A hyphen between numbers becomes a dash.
///
/// # Errors
/// When a source has no name, when what follows it is no place, or when the text holds a bracket or a line break.
pub fn parse_citation(inner: &str) -> Result<Vec<Written>, CitationError> {
    if let Some(at) = inner.find(['\n', '\r']) {
        let help = "write the whole citation on one line";
        return Err(CitationError { range: at..at + 1, message: "a citation cannot go over the end of a line", help });
    }
    if let Some(at) = inner.find(['[', ']', '`', '*', '|']) {
        let message = "a citation holds names and places only, no other marks";
        return Err(CitationError { range: at..at + 1, message, help: FORM });
    }
    let mut start = 0;
    inner
        .split(';')
        .map(|item| {
            let written = read_item(item, start);
            start += item.len() + 1;
            written
        })
        .collect()
}

fn read_item(item: &str, start: usize) -> Result<Written, CitationError> {
    let lead = item.len() - item.trim_start().len();
    let whole = start + lead..start + item.trim_end().len().max(lead);
    let error = |message| CitationError { range: whole.clone(), message, help: FORM };
    let Some(rest) = item.trim_start().strip_prefix('@') else {
        return Err(error("each source of a citation begins with `@`"));
    };
    let (name, locator) = rest.split_once(',').map_or((rest, None), |(name, locator)| (name, Some(locator)));
    if name.trim().is_empty() || name.starts_with(char::is_whitespace) {
        return Err(error("the citation names no source"));
    }
    if name.contains('@') {
        return Err(error("two sources of a citation need a `;` between them"));
    }
    let at = start + lead + 1;
    let name = name.trim_end();
    let range = at..at + name.len();
    let locator = match locator {
        Some(text) => {
            let from = start + item.len() - text.len();
            Some(read_locator(text).ok_or(CitationError {
                range: from..from + text.len(),
                message: "this names no place in a source",
                help: PLACES,
            })?)
        }
        None => None,
    };
    let name = name.strip_suffix(".md").unwrap_or(name);
    Ok(Written { name: name.to_owned(), range, locator })
}

/// Places after one another: `vol. 2, p. 14`, `pp. 3, 5`. The first says what its number is.
fn read_locator(text: &str) -> Option<String> {
    let mut shown = String::new();
    for (index, part) in text.split(',').map(str::trim).enumerate() {
        let place = match labelled(part) {
            Some((label, numbers)) => format!("{label} {}", range_of(numbers, is_number)?),
            None if part.contains(':') => range_of(part, is_time)?,
            None if index > 0 && part.starts_with(|first: char| first.is_ascii_digit()) => range_of(part, is_number)?,
            None => return None,
        };
        if index > 0 {
            shown.push_str(", ");
        }
        shown.push_str(&place);
    }
    Some(shown)
}

/// The label at the start of `part`, and what follows it.
fn labelled(part: &str) -> Option<(&'static str, &str)> {
    LABELS.iter().find_map(|label| {
        let rest = part.strip_prefix(label)?;
        // `line` needs a space before its number, `p.` and `§` do not.
        let needs_space = label.ends_with(|last: char| last.is_ascii_alphabetic());
        (!needs_space || rest.starts_with(char::is_whitespace)).then_some((*label, rest.trim_start()))
    })
}

/// One number, or two with a dash.
fn range_of(text: &str, is_one: impl Fn(&str) -> bool) -> Option<String> {
    let (from, to) = text.split_once(['-', '–']).map_or((text, None), |(from, to)| (from, Some(to.trim())));
    let from = from.trim();
    (is_one(from) && to.is_none_or(&is_one)).then(|| match to {
        Some(to) => format!("{from}–{to}"),
        None => from.to_owned(),
    })
}

/// A number as sources count: `14`, `xiv`, `14a`, `3.2`, `12/b`.
fn is_number(text: &str) -> bool {
    text.len() <= 20
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.ends_with(|last: char| last.is_ascii_alphanumeric())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '/'))
}

/// A time in a recording: hours, minutes, seconds, or the last two.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let fits = |(index, part): (usize, &&str)| {
        part.bytes().all(|byte| byte.is_ascii_digit())
            && match index {
                0 => (1..=3).contains(&part.len()),
                _ => part.len() == 2 && *part < "60",
            }
    };
    (2..=3).contains(&parts.len()) && parts.iter().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(inner: &str) -> String {
        match parse_citation(inner) {
            Ok(sources) => {
                let one = |source: &Written| match &source.locator {
                    Some(locator) => format!("{} at {locator}", source.name),
                    None => source.name.clone(),
                };
                sources.iter().map(one).collect::<Vec<_>>().join(" | ")
            }
            Err(CitationError { range, message, .. }) => format!("{range:?} {message}"),
        }
    }

    #[test]
    fn every_form_of_a_citation_is_read() {
        for (inner, read) in [
            ("@duvar", "duvar"),
            ("@duvar ", "duvar"),
            ("@Duvar English report.md", "Duvar English report"),
            ("@duvar, p. 14", "duvar at p. 14"),
            ("@duvar,p.14", "duvar at p. 14"),
            ("@duvar, pp. 3-5", "duvar at pp. 3–5"),
            ("@duvar, pp. 3 – 5, 9", "duvar at pp. 3–5, 9"),
            ("@duvar, p. xiv", "duvar at p. xiv"),
            ("@duvar, vol. 2, p. 14a", "duvar at vol. 2, p. 14a"),
            ("@duvar, § 5", "duvar at § 5"),
            ("@duvar, §5.2", "duvar at § 5.2"),
            ("@duvar, para. 7", "duvar at para. 7"),
            ("@duvar, ch. 3, sec. 2", "duvar at ch. 3, sec. 2"),
            ("@duvar, fol. 12/b", "duvar at fol. 12/b"),
            ("@duvar, line 40", "duvar at line 40"),
            ("@duvar, lines 40-44", "duvar at lines 40–44"),
            ("@duvar, s. 14", "duvar at s. 14"),
            ("@duvar, böl. 2", "duvar at böl. 2"),
            ("@film, 00:12:30", "film at 00:12:30"),
            ("@film, 12:30-13:10", "film at 12:30–13:10"),
            ("@a; @b, pp. 3-5;@c", "a | b at pp. 3–5 | c"),
        ] {
            assert_eq!(shown(inner), read, "[{inner}]");
        }
    }

    #[test]
    fn what_cannot_be_read_is_an_error_at_the_wrong_words() {
        for (inner, wrong) in [
            ("@", "0..1 the citation names no source"),
            ("@ x", "0..3 the citation names no source"),
            ("@, p. 4", "0..7 the citation names no source"),
            ("@a;", "3..3 each source of a citation begins with `@`"),
            ("@a; b", "4..5 each source of a citation begins with `@`"),
            ("@a @b", "0..5 two sources of a citation need a `;` between them"),
            ("@a,", "3..3 this names no place in a source"),
            ("@a, 14", "3..6 this names no place in a source"),
            ("@a, p.", "3..6 this names no place in a source"),
            ("@a, p. 3-", "3..9 this names no place in a source"),
            ("@ş; @b, liner 4", "8..16 this names no place in a source"),
            ("@a, 12:75", "3..9 this names no place in a source"),
            ("@a, 1:2:3:4", "3..11 this names no place in a source"),
            ("@a *b*", "3..4 a citation holds names and places only, no other marks"),
            ("@a,\np. 4", "3..4 a citation cannot go over the end of a line"),
        ] {
            assert_eq!(shown(inner), wrong, "[{inner}]");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_citation_or_an_error_inside_it(inner in "\\PC*|(@|[a-z]{1,3}|[,;:§ş\\[\\]\n -]|pp?\\.|[0-9]{1,2}){0,14}") {
            match parse_citation(&inner) {
                Ok(sources) => {
                    prop_assert!(!sources.is_empty());
                    for source in sources {
                        let written = inner.get(source.range).unwrap();
                        prop_assert!(!source.name.is_empty() || written == ".md");
                        prop_assert!(written.starts_with(&source.name));
                    }
                }
                Err(error) => prop_assert!(inner.get(error.range).is_some()),
            }
        }
    }
}
