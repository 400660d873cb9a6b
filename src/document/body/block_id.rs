//! Block ids: the `^id` at the end of a block that makes it a target of links. Knows their form and their anchors, not what they name.

use std::ops::Range;

use pulldown_cmark::Event;

use super::leaf::Piece;
use super::source::Source;

/// The value of the `id` attribute of the block or statement `block_id`. Two ids never have one anchor, and none of them
/// is that of a heading, of a footnote, of a citation, or a name that scripts know: those end in no digit.
#[must_use]
pub fn anchor(block_id: &str) -> String {
    let is_taken = ["b-", "h-", "fn-", "fnref-", "cite-", "citeref-"].iter().any(|prefix| block_id.starts_with(prefix));
    if block_id.ends_with(|letter: char| letter.is_ascii_digit()) && !is_taken {
        block_id.to_owned()
    } else {
        format!("b-{block_id}")
    }
}

/// Whether `text` can be a block id: ASCII letters, digits and hyphens, a letter first.
pub(super) fn is_valid(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// Takes the `^id` off the end of a block, and gives its place without the `^`.
pub(super) fn take(source: &Source<'_>, events: &mut Vec<Piece<'_>>) -> Option<Range<usize>> {
    let (start, end) = (events.first()?.1.start, events.last()?.1.end);
    let text = source.slice(start..end);
    let id = text.rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').next()?;
    let caret = end.checked_sub(id.len() + 1)?;
    let stands_alone = caret <= start || source.before(caret).ends_with(|letter: char| letter.is_whitespace());
    if id.is_empty() || !source.slice(caret..end).starts_with('^') || !stands_alone {
        return None;
    }
    let first = events.iter().position(|(_, range)| range.end > caret)?;
    if !events.iter().skip(first).all(|(event, _)| matches!(event, Event::Text(_))) {
        return None;
    }
    events.truncate(first + 1);
    if let Some((event, range)) = events.last_mut() {
        range.end = caret.max(range.start);
        *event = Event::Text(source.slice(range.clone()).trim_end().to_owned().into());
    }
    while events.last().is_some_and(|(event, _)| is_blank(event)) {
        events.pop();
    }
    Some(caret + 1..end)
}

fn is_blank(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text) => text.trim().is_empty(),
        Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_never_shared() {
        for (id, value) in [
            ("s1", "s1"),
            ("p-12", "p-12"),
            ("location", "b-location"),
            ("h-1", "b-h-1"),
            ("fn-1", "b-fn-1"),
            ("fnref-1-1", "b-fnref-1-1"),
            ("cite-1", "b-cite-1"),
            ("citeref-1", "b-citeref-1"),
            ("b-h-1", "b-b-h-1"),
        ] {
            assert_eq!(anchor(id), value);
        }
    }
}
