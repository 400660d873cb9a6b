//! The running text of a document without its markup, as far as it is the document's own. Knows which tags stand within words;
//! statements and parts of other pages are left out, as they are found by themselves.

use crate::document::body::{Chunk, Fragment};
use crate::graph::public::PublicEntity;
use crate::pages::planner::Planner;
use crate::pages::text;

/// Tags that do not end a word.
const WITHIN_WORDS: &[&str] = &["a", "b", "code", "del", "em", "i", "ins", "mark", "s", "span", "strong", "sub", "u"];

/// The text of the page of `entity`.
pub(super) fn of(planner: &Planner<'_>, entity: &PublicEntity) -> String {
    of_fragment(planner, entity, &planner.text(entity))
}

/// The text of a fragment of `from`.
pub(super) fn of_fragment(planner: &Planner<'_>, from: &PublicEntity, fragment: &Fragment) -> String {
    let mut reader = Reader::default();
    for chunk in fragment.0.iter() {
        match chunk {
            Chunk::Html(html) => reader.html(html),
            Chunk::Link { label: Some(label), .. } => reader.html(label),
            Chunk::Link { mention, label: None } => reader.text.push_str(&text::called(planner, from, *mention)),
            // The last two stand inside a tag.
            Chunk::Break
            | Chunk::HolderStart(_)
            | Chunk::HolderEnd
            | Chunk::NoteBack { .. }
            | Chunk::NoteEnd
            | Chunk::FileAddress(_)
            | Chunk::Anchor(_) => {}
            _ => reader.text.push(' '),
        }
    }
    reader.text
}

#[derive(Default)]
struct Reader {
    text: String,
    /// What has been read of a tag, which may go on behind a hole.
    tag: Option<String>,
}

impl Reader {
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while !rest.is_empty() {
            rest = if self.tag.is_some() { self.in_tag(rest) } else { self.in_text(rest) };
        }
    }

    fn in_text<'a>(&mut self, html: &'a str) -> &'a str {
        let (text, rest) = html.split_once('<').map_or((html, None), |(text, rest)| (text, Some(rest)));
        self.text.push_str(&html_escape::decode_html_entities(text));
        if rest.is_some() {
            self.tag = Some(String::new());
        }
        rest.unwrap_or_default()
    }

    fn in_tag<'a>(&mut self, html: &'a str) -> &'a str {
        let (tag, rest) = html.split_once('>').map_or((html, None), |(tag, rest)| (tag, Some(rest)));
        let mut whole = self.tag.take().unwrap_or_default();
        whole.push_str(tag);
        let Some(rest) = rest else {
            self.tag = Some(whole);
            return "";
        };
        let name = whole.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if !WITHIN_WORDS.contains(&name) {
            self.text.push(' ');
        }
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_words_or_do_not_and_may_have_holes() {
        let mut reader = Reader::default();
        for html in ["<p>Kur<b>t</b> &amp; Balı</p><img src=\"", "\" alt=\"x\"><td>a</td><td", ">b"] {
            reader.html(html);
        }
        assert_eq!(reader.text, " Kurt & Balı   a  b");
    }
}
