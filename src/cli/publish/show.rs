//! What appears, changes and disappears, as a person or a program reads it. Knows how much of it fits on a screen.

use serde::Serialize;

use crate::cli::list;
use crate::cli::report::Format;
use crate::cli::shell::Shell;
use crate::command::lock::How;
use crate::command::publish::{Difference, Name, What};
use crate::foundation::html::push_format;

/// How many lines of one kind are shown to those who did not ask for more.
const LONGEST: usize = 20;

/// A new name, for programs.
#[derive(Serialize)]
struct NewName<'a> {
    change: How,
    what: &'a str,
    address: &'a str,
    name: &'a str,
}

/// Prints `differences`, and below `heading` the names that do not stand there now.
pub fn differences(
    differences: &[Difference],
    (heading, names): (&str, &[Name]),
    shell: &mut Shell,
) -> anyhow::Result<()> {
    if shell.format == Format::Json {
        shell.result(&list::json(differences)?);
        let rows: Vec<NewName<'_>> =
            names.iter().map(|(address, name)| NewName { change: How::Appears, what: "name", address, name }).collect();
        shell.result(&list::json(&rows)?);
        return Ok(());
    }
    if differences.is_empty() && names.is_empty() {
        return Ok(());
    }
    for change in [How::Appears, How::Changes, How::Disappears] {
        let of_change: Vec<&Difference> = differences.iter().filter(|difference| difference.change == change).collect();
        shell.result(&group(change, &of_change, shell.verbose));
    }
    let lines: Vec<String> = names.iter().map(|(address, name)| format!("{}  {address}", plain(name))).collect();
    shell.result(&format!("{heading}: {}\n", number(names.len())));
    shell.result(&cut(&lines, "name", shell.verbose));
    Ok(())
}

/// One change: how much of what, and the addresses; lists and files only for those who want to see all.
fn group(change: How, differences: &[&Difference], is_whole: bool) -> String {
    let of = |what: What| differences.iter().filter(move |difference| difference.what == what);
    let counts: Vec<String> = [(What::Page, "page"), (What::List, "list"), (What::File, "file")]
        .into_iter()
        .map(|(what, word)| (of(what).count(), word))
        .filter(|(found, _)| *found > 0)
        .map(|(found, word)| count(found, word))
        .collect();
    let heading = match change {
        How::Appears => "Appears",
        How::Changes => "Changes",
        How::Disappears => "Disappears",
    };
    let all = if counts.is_empty() { "nothing".to_owned() } else { sentence(&counts) };
    let shown = differences.iter().filter(|difference| is_whole || difference.what == What::Page);
    let lines: Vec<String> = shown.map(|difference| plain(&difference.address)).collect();
    format!("{heading}: {all}\n{}", cut(&lines, "page", is_whole))
}

/// The lines, as many as fit.
fn cut(lines: &[String], word: &str, is_whole: bool) -> String {
    let longest = if is_whole { lines.len() } else { LONGEST };
    let more = lines.len().saturating_sub(longest);
    let mut text: String = lines.iter().take(longest).flat_map(|line| ["  ", line.as_str(), "\n"]).collect();
    if more > 0 {
        let plural = if more == 1 { "" } else { "s" };
        push_format(&mut text, format_args!("  … and {more} more {word}{plural}; -v shows all\n"));
    }
    text
}

/// "1 page", "3 pages".
pub fn count(found: usize, word: &str) -> String {
    format!("{found} {word}{}", if found == 1 { "" } else { "s" })
}

fn number(found: usize) -> String {
    if found == 0 { "none".to_owned() } else { found.to_string() }
}

/// "a", "a and b", "a, b and c".
pub fn sentence(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Without what a terminal would take for an order.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(many: usize) -> Vec<Difference> {
        let page = |number| Difference {
            change: How::Appears,
            what: if number < many { What::Page } else { What::List },
            address: format!("/people/p-{number}/"),
        };
        (0..=many).map(page).collect()
    }

    #[test]
    fn long_lists_are_shortened_with_a_count() {
        let all = pages(23);
        let all: Vec<&Difference> = all.iter().collect();
        let short = group(How::Appears, &all, false);
        assert!(short.starts_with("Appears: 23 pages and 1 list\n  /people/p-0/\n"), "{short}");
        assert!(short.ends_with("\n  /people/p-19/\n  … and 3 more pages; -v shows all\n"), "{short}");
        let whole = group(How::Appears, &all, true);
        assert!(whole.ends_with("\n  /people/p-22/\n  /people/p-23/\n"), "{whole}");
        assert_eq!(group(How::Disappears, &[], false), "Disappears: nothing\n");
    }
}
