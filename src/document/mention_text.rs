//! The text between the brackets of a wikilink. Knows its grammar (kind, name, part, label), not where links stand and not what they lead to.

use std::ops::Range;

use super::kind::Kind;
use super::mention::{Part, Target};

/// Why the text of a link cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkError {
    /// The bytes of the text that are wrong.
    pub range: Range<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Reads what stands between `[[` and `]]`: `name`, `name|label`, `folder/file`, `kind:name`, `name#Heading`,
/// `name#^id` or `#Heading`. An ending `.md` is dropped, and so is the backslash before `|` that Markdown tables
/// need. A word before a colon is a kind only when it is one; else the colon belongs to the name.
///
/// # Errors
/// When the link leads nowhere (no name, an empty label, an empty part) or holds brackets or a line break.
pub fn parse_target(inner: &str) -> Result<(Target, Option<String>), LinkError> {
    refuse_line_breaks(inner)?;
    refuse_double_brackets(inner)?;
    let (target, label) = match inner.find('|') {
        Some(bar) => (&inner[..bar], Some(bar + 1)),
        None => (inner, None),
    };
    let target = target.strip_suffix('\\').filter(|_| label.is_some()).unwrap_or(target);
    if let Some(at) = target.find(['[', ']']) {
        return Err(error(at..at + 1, "a name in a link cannot hold a bracket", "write the name without brackets"));
    }
    let label = label.map(|start| read_label(inner, start)).transpose()?;
    Ok((read_target(target, inner.len())?, label))
}

/// Where the name stands in `inner`, the text of a link that [`parse_target`] reads: without kind, ending, part and label.
#[must_use]
pub fn name_range(inner: &str) -> Option<Range<usize>> {
    let (target, _) = parse_target(inner).ok()?;
    let end = inner.find(['#', '|']).unwrap_or(inner.len());
    let before = inner.get(..end)?;
    let after_kind = target.kind.and_then(|_| before.find(':')).map_or(0, |colon| colon + 1);
    let at = after_kind + before.get(after_kind..)?.find(&*target.name)?;
    (!target.name.is_empty()).then_some(at..at + target.name.len())
}

fn refuse_line_breaks(inner: &str) -> Result<(), LinkError> {
    match inner.find(['\n', '\r']) {
        Some(at) => {
            Err(error(at..at + 1, "a link cannot go over the end of a line", "write the whole link on one line"))
        }
        None => Ok(()),
    }
}

fn refuse_double_brackets(inner: &str) -> Result<(), LinkError> {
    let at = ["[[", "]]"].into_iter().filter_map(|pair| inner.find(pair)).min();
    match at {
        Some(at) => Err(error(
            at..at + 2,
            "there is a link inside a link",
            "close the first link with `]]` before the next one begins",
        )),
        None => Ok(()),
    }
}

fn read_label(inner: &str, start: usize) -> Result<String, LinkError> {
    let label = inner[start..].trim().replace("\\|", "|");
    if label.is_empty() {
        return Err(error(
            start - 1..inner.len(),
            "no words stand after the `|`",
            "write the words to show after the `|`, or leave the `|` out",
        ));
    }
    Ok(label)
}

fn read_target(target: &str, whole: usize) -> Result<Target, LinkError> {
    let (name, part) = match target.find('#') {
        Some(hash) => (&target[..hash], Some(read_part(target, hash)?)),
        None => (target, None),
    };
    let (kind, name) = read_kind(name.trim());
    let name = name.strip_suffix(".md").unwrap_or(name).trim_end();
    if name.is_empty() && (part.is_none() || kind.is_some()) {
        let end = if target.trim().is_empty() { whole } else { target.len() };
        return Err(error(0..end, "the link names nothing", "write a name between the brackets: `[[name]]`"));
    }
    Ok(Target::new(kind, name, part))
}

fn read_kind(name: &str) -> (Option<Kind>, &str) {
    name.split_once(':')
        .and_then(|(kind, rest)| Some((Some(Kind::named(kind.trim())?), rest.trim_start())))
        .unwrap_or((None, name))
}

fn read_part(target: &str, hash: usize) -> Result<Part, LinkError> {
    let part = target[hash + 1..].trim();
    let (block, words) = match part.strip_prefix('^') {
        Some(id) => (true, id.trim()),
        None => (false, part),
    };
    if words.is_empty() {
        return Err(error(
            hash..target.len(),
            "nothing stands after the `#`",
            "write a heading after the `#`, or `#^` and the id of a statement, or leave the `#` out",
        ));
    }
    Ok(if block { Part::Block(words.to_owned()) } else { Part::Heading(words.to_owned()) })
}

fn error(range: Range<usize>, message: &str, help: &str) -> LinkError {
    LinkError { range, message: message.into(), help: help.into() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(inner: &str) -> String {
        match parse_target(inner) {
            Ok((Target { kind, name, part, .. }, label)) => {
                let kind = kind.map_or(String::new(), |kind| format!("<{kind}> "));
                let part = match part.as_deref() {
                    Some(Part::Heading(words)) => format!(" heading {words}"),
                    Some(Part::Block(id)) => format!(" block {id}"),
                    None => String::new(),
                };
                format!("{kind}{name}{part}{}", label.map_or(String::new(), |label| format!(" shown as {label}")))
            }
            Err(LinkError { range, message, .. }) => format!("{range:?} {message}"),
        }
    }

    #[test]
    fn every_form_of_a_link_is_read() {
        for (inner, read) in [
            ("İlhami Balı", "İlhami Balı"),
            (" İlhami Balı ", "İlhami Balı"),
            ("İlhami Balı|the fugitive", "İlhami Balı shown as the fugitive"),
            ("Balı| [the] governor ", "Balı shown as [the] governor"),
            (r"Balı\|the fugitive", "Balı shown as the fugitive"),
            (r"Balı\|a \| b", "Balı shown as a | b"),
            ("people/ilhami-bali", "people/ilhami-bali"),
            ("people/ilhami-bali.md", "people/ilhami-bali"),
            ("person:Kurt", "<person> Kurt"),
            ("person: Kurt|him", "<person> Kurt shown as him"),
            ("Ankara: a day", "Ankara: a day"),
            ("Person:Kurt", "Person:Kurt"),
            ("Kurt#Early life", "Kurt heading Early life"),
            ("Kurt.md#Early life|his youth", "Kurt heading Early life shown as his youth"),
            ("Kurt#^s1", "Kurt block s1"),
            ("#Early life", " heading Early life"),
            ("#^s1|here", " block s1 shown as here"),
            ("case:Ankara #^ s1 ", "<case> Ankara block s1"),
            ("C#C#", "C heading C#"),
        ] {
            assert_eq!(shown(inner), read, "[[{inner}]]");
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_is_an_error_at_the_wrong_words() {
        for (inner, wrong) in [
            ("", "0..0 the link names nothing"),
            (" ", "0..1 the link names nothing"),
            ("|x", "0..2 the link names nothing"),
            ("\\|x", "0..3 the link names nothing"),
            (".md", "0..3 the link names nothing"),
            ("person:", "0..7 the link names nothing"),
            ("person:#Life", "0..12 the link names nothing"),
            ("a|", "1..2 no words stand after the `|`"),
            ("a| ", "1..3 no words stand after the `|`"),
            ("a#", "1..2 nothing stands after the `#`"),
            ("ı#^", "2..4 nothing stands after the `#`"),
            ("a#|x", "1..2 nothing stands after the `#`"),
            ("a [[b", "2..4 there is a link inside a link"),
            ("a]] b", "1..3 there is a link inside a link"),
            ("a [b]", "2..3 a name in a link cannot hold a bracket"),
            ("a\nb", "1..2 a link cannot go over the end of a line"),
            ("a|b\r\nc", "3..4 a link cannot go over the end of a line"),
        ] {
            assert_eq!(shown(inner), wrong, "[[{inner}]]");
        }
    }

    #[test]
    fn the_place_of_the_name_is_known_in_every_form() {
        for (inner, name) in [
            ("Kurt", "Kurt"),
            (" Kurt |him", "Kurt"),
            ("person: Kurt#^s1|him", "Kurt"),
            ("people/kurt.md#Life", "people/kurt"),
            (r"Kurt\|him", "Kurt"),
            ("person:person", "person"),
        ] {
            assert_eq!(name_range(inner).map(|range| &inner[range]), Some(name), "[[{inner}]]");
        }
        assert_eq!(name_range("#Life"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_link_or_an_error_inside_it(inner in "\\PC*|[\\[\\]|#^:\\\\a. \n]{0,12}") {
            match parse_target(&inner) {
                Ok((target, _)) => prop_assert!(!target.name.is_empty() || target.part.is_some()),
                Err(error) => prop_assert!(inner.get(error.range).is_some()),
            }
        }
    }
}
