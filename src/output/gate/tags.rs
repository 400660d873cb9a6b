//! A page without the tags in which nothing was on earlier pages. Knows where tags begin and end, and which of them can be left out;
//! what is in them is for others to find out.

use std::collections::HashSet;

use super::known::{Known, LONGEST};
use super::letters::Alphabet;
use super::needles::SHORTEST;
use memchr::memchr;

/// Words with which a tag must not begin, as a name may begin in an earlier tag and go on with them.
pub struct Starts(HashSet<Vec<u8>>);

impl Starts {
    /// All words of `names`, in both directions.
    pub fn new<'a>(alphabet: &Alphabet, names: impl IntoIterator<Item = &'a str>) -> Self {
        let words = names.into_iter().flat_map(|name| alphabet.words(name)).filter(|word| word.len() >= SHORTEST);
        Self(words.flat_map(|word| [word.iter().rev().copied().collect(), word]).collect())
    }

    /// Whether `tag` may go on with a name.
    fn has(&self, tag: &[u8]) -> bool {
        let from = tag.iter().position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).unwrap_or(tag.len());
        let rest = tag.get(from..).unwrap_or_default();
        let goes_on = |pair: &[u8]| matches!(pair, [before, byte] if byte.is_ascii_alphanumeric() && !(before.is_ascii_lowercase() && byte.is_ascii_uppercase()));
        let length = usize::from(!rest.is_empty()) + rest.windows(2).take_while(|pair| goes_on(pair)).count();
        let next = rest.get(length).copied().unwrap_or(b' ');
        let Self(words) = self;
        let word = rest.get(..length).unwrap_or_default().to_ascii_lowercase();
        // A name may have an ending.
        let begins = |length: usize| word.get(..length).is_some_and(|start| words.contains(start));
        !word.is_ascii()
            || !next.is_ascii()
            || matches!(next, b'&' | b'%' | b'\\')
            || (SHORTEST..=word.len()).any(begins)
    }
}

/// Bytes without the tags that are known.
#[derive(Default)]
pub struct Rest<'a> {
    /// What is left, with a space for each tag that is left out; nothing when there was none.
    pub bytes: Vec<u8>,
    /// The tags that were not known, but may be.
    pub unknown: Vec<&'a [u8]>,
}

/// `bytes` without the tags that are `known`, as far as no name can go on from tag to tag. `memory` is memory that is used again.
pub fn leave_out<'a>(bytes: &'a [u8], known: &Known, starts: &Starts, memory: Vec<u8>) -> Rest<'a> {
    let mut rest = Rest { bytes: memory, unknown: Vec::new() };
    rest.bytes.clear();
    let (mut at, mut copied) = (0, 0);
    while let Some(start) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)).map(|gap| at + gap) {
        let Some(tag) = tag(bytes.get(start..).unwrap_or_default()) else {
            at = start + 1;
            continue;
        };
        at = start + tag.len();
        if known.has(tag) {
            rest.bytes.extend_from_slice(bytes.get(copied..start).unwrap_or_default());
            rest.bytes.push(b' ');
            copied = at;
        } else if starts.has(tag) {
            rest.bytes.clear();
            return rest;
        } else if is_plain(tag) {
            rest.unknown.push(tag);
        }
    }
    if copied > 0 {
        rest.bytes.extend_from_slice(bytes.get(copied..).unwrap_or_default());
    }
    rest
}

/// The tag with which `bytes` begin, as text is read: to the first `>`.
fn tag(bytes: &[u8]) -> Option<&[u8]> {
    if !matches!(bytes.get(1), Some(b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' | b'?')) {
        return None;
    }
    bytes.get(..memchr(b'>', bytes).map_or(bytes.len(), |end| end + 1))
}

/// Whether a tag means nothing else in any other place: it is whole, and has no trace of a notation that spreads.
fn is_plain(tag: &[u8]) -> bool {
    let is_plain =
        |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t') && !matches!(byte, b'<' | b'&' | b'%' | b'\\');
    tag.len() <= LONGEST
        && tag.ends_with(b">")
        && tag.get(1).is_some_and(|first| first.is_ascii_lowercase() || *first == b'/')
        && tag.iter().skip(1).all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(known: &Known, text: &str) -> (String, usize) {
        let starts = Starts::new(&Alphabet::new(), ["Ada Işık"]);
        let rest = leave_out(text.as_bytes(), known, &starts, Vec::new());
        (String::from_utf8(rest.bytes).unwrap(), rest.unknown.len())
    }

    #[test]
    fn known_tags_are_left_out() {
        let mut known = Known::with_room();
        let page = "<p class=\"x\">Words <b>here</b>.</p>";
        assert_eq!(left(&known, page), (String::new(), 4));
        known.learn(b"<p class=\"x\">");
        known.learn(b"</b>");
        assert_eq!(left(&known, page), (" Words <b>here .</p>".into(), 2));
    }

    #[test]
    fn tags_that_may_hold_more_than_they_say_are_not_learned() {
        for tag in
            ["<a title='<b'>", "<a title=&lt;>", "<a href=%41>", "<a x=\\41>", "<a title=ş>", "<!-- x -->", "<a title"]
        {
            assert_eq!(left(&Known::with_room(), tag), (String::new(), 0), "{tag}");
        }
    }

    #[test]
    fn nothing_is_left_out_where_a_name_may_go_on_from_tag_to_tag() {
        let mut known = Known::with_room();
        known.learn(b"<p>");
        for tag in ["<isik x>", "</Isik>", "<isikAda>", "<!-- ISIK -->", "<i&#351;ik>", "<iş>", "<kisi>", "<isiktan>"]
        {
            assert_eq!(left(&known, &format!("<p>Words{tag}")).0, "", "{tag}");
        }
        assert_eq!(left(&known, "<p>Words<isi>").0, " Words<isi>");
    }
}
