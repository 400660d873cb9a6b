//! What a translation owes to the English message: the same values. Knows that a value which English always shows, such as who
//! said something, is in no language left out.

use super::read::{File, Read};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::nearest::{did_you_mean, nearest};

/// What is wrong in the messages of `file` beside those of `english`.
pub(super) fn against(english: &File, file: &File) -> Vec<Diagnostic> {
    let pairs = file.iter().filter_map(|(name, own)| Some((name, own, english.get(name)?)));
    pairs.flat_map(|(name, own, english)| values(name, own, english)).collect()
}

/// The messages of `file` that `english` does not have: nothing can show them.
pub(super) fn unknown(english: &File, file: &File) -> Vec<Diagnostic> {
    let known: Vec<&str> = english.keys().map(String::as_str).collect();
    let unknown = file.iter().filter(|(name, _)| !english.contains_key(*name));
    unknown
        .map(|(name, own)| {
            let message = format!("no message of the interface is called `{name}`");
            let near = nearest(name, known.iter().copied(), 1).first().map(|near| format!("did you mean `{near}`? "));
            let help = format!(
                "{}a message of your own templates goes into `messages/en.ftl` first",
                near.unwrap_or_default()
            );
            Diagnostic::new(Code::UnknownMessage, own.span, message).help(help)
        })
        .collect()
}

fn values(name: &str, own: &Read, english: &Read) -> Vec<Diagnostic> {
    let known = english.pattern.used();
    let owed = english.pattern.shown();
    let used = own.pattern.used();
    let shown = own.pattern.shown();
    let list: Vec<&str> = known.iter().copied().collect();
    let foreign = used.iter().filter(|value| !known.contains(*value)).map(|value| {
        let help = if list.is_empty() { "it has no values".to_owned() } else { did_you_mean(value, &list) };
        (format!("the message `{name}` has no value `{value}`"), help)
    });
    let left_out = owed.iter().filter(|value| !shown.contains(*value)).map(|value| {
        (format!("the message `{name}` leaves out `{value}`"), format!("write {{ ${value} }} into each of its forms"))
    });
    let diagnostic =
        |(message, help): (String, String)| Diagnostic::new(Code::InvalidMessage, own.span, message).help(help);
    foreign.chain(left_out).map(diagnostic).collect()
}
