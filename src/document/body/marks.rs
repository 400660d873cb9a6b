//! Text between two `==`, which is to be marked. Knows how the signs pair within one block, not how they are written.

use std::ops::Range;

use pulldown_cmark::Event;

use super::source::Source;

const SIGN: &str = "==";

/// A sign that begins or ends marked text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// The index of its text among the events of the block.
    pub(super) event: usize,
    /// The byte of that text at which it stands.
    pub(super) at: usize,
    /// Whether it begins or ends.
    pub(super) begins: bool,
}

/// The length of a sign in bytes.
pub(super) const LENGTH: usize = SIGN.len();

/// The signs of one block that have a partner inside the same emphasis or link, in order. The others stay text.
pub(super) fn find(source: &Source<'_>, events: &[(Event<'_>, Range<usize>)]) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut open: Vec<Option<Mark>> = vec![None];
    for (index, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => open.push(None),
            Event::End(_) if open.len() > 1 => drop(open.pop()),
            Event::Text(text) if text.contains(SIGN) && source.slice(range.clone()) == &**text => {
                for mark in signs(source, text, range.start, index) {
                    pair(mark, &mut open, &mut found);
                }
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

/// A sign that could begin or end marked text.
#[derive(Clone, Copy)]
struct Sign {
    event: usize,
    at: usize,
    can_begin: bool,
    can_end: bool,
}

fn signs(source: &Source<'_>, text: &str, start: usize, event: usize) -> Vec<Sign> {
    text.match_indices(SIGN)
        .filter_map(|(at, _)| {
            let before = source.before(start + at).chars().next_back();
            let after = source.after(start + at + LENGTH).chars().next();
            // Longer runs are rules and underlines, and a backslash takes the meaning away.
            if before == Some('=') || after == Some('=') || before == Some('\\') {
                return None;
            }
            let can_begin = after.is_some_and(|letter| !letter.is_whitespace());
            let can_end = before.is_some_and(|letter| !letter.is_whitespace());
            Some(Sign { event, at, can_begin, can_end })
        })
        .collect()
}

fn pair(sign: Sign, open: &mut [Option<Mark>], found: &mut Vec<Mark>) {
    let Some(innermost) = open.last_mut() else { return };
    match innermost.take() {
        Some(begin) if sign.can_end => {
            found.push(begin);
            found.push(Mark { event: sign.event, at: sign.at, begins: false });
        }
        waiting => {
            let begin = Mark { event: sign.event, at: sign.at, begins: true };
            *innermost = if sign.can_begin { Some(begin) } else { waiting };
        }
    }
}
