//! The words of a stored web page, with the lines of the file. Knows which elements show text and which end a line, not how pages look.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::lines::Lines;
use super::text::{CopyText, Unit};

/// Elements whose text no reader of the page sees. `noscript` is kept: it is what a page shows without scripts.
const UNSEEN: [&[u8]; 8] = [b"script", b"style", b"template", b"title", b"textarea", b"select", b"iframe", b"noembed"];

/// Elements that stand within a line; all others end it.
const INLINE: [&[u8]; 36] = [
    b"a", b"abbr", b"acronym", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"font",
    b"i", b"ins", b"kbd", b"label", b"mark", b"nobr", b"q", b"rb", b"rp", b"rt", b"ruby", b"s", b"samp", b"small",
    b"span", b"strike", b"strong", b"sub", b"sup", b"time", b"tt", b"u",
];

/// The text of the page `html`.
pub(super) fn text(html: &str) -> CopyText {
    let mut page = Page { text: CopyText::new(Unit::Line), lines: Lines::new(html, 1), unseen: None };
    page.read(html);
    page.text
}

/// Adds the text of `html`, a part of a Markdown file that begins on line `first`, to `text`.
pub(super) fn add(html: &str, first: usize, text: CopyText) -> CopyText {
    let mut page = Page { text, lines: Lines::new(html, first), unseen: None };
    page.read(html);
    page.text
}

struct Page<'a> {
    text: CopyText,
    lines: Lines<'a>,
    /// The element whose text is passed over, and how many of its name stand in one another.
    unseen: Option<(Vec<u8>, usize)>,
}

impl Page<'_> {
    fn read(&mut self, html: &str) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => self.start(&tag.name, tag.self_closing, tag.span.start),
                Token::EndTag(tag) => self.end(&tag.name, tag.span.start),
                Token::String(string) if self.unseen.is_none() => {
                    let line = self.lines.at(string.span.start);
                    self.text.push_lines(line, &String::from_utf8_lossy(&string));
                }
                _ => {}
            }
        }
    }

    fn start(&mut self, name: &[u8], closes_itself: bool, at: usize) {
        match &mut self.unseen {
            Some((unseen, depth)) => *depth += usize::from(unseen == name),
            None if UNSEEN.contains(&name) && !closes_itself => self.unseen = Some((name.to_owned(), 1)),
            None => self.gap(name, at),
        }
    }

    fn end(&mut self, name: &[u8], at: usize) {
        let Some((unseen, depth)) = &mut self.unseen else { return self.gap(name, at) };
        if unseen == name {
            *depth -= 1;
            if *depth == 0 {
                self.unseen = None;
            }
        }
    }

    /// A block begins or ends: the words before it and after it are not one word.
    fn gap(&mut self, name: &[u8], at: usize) {
        if !INLINE.contains(&name) && name != b"wbr" {
            let line = self.lines.at(at);
            self.text.push(line, " ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_and_scripts_are_not() {
        let page = "<!doctype html>\n<html><head><title>Court</title><style>p { color: red }</style>\n\
            <script>if (a < b) { document.write(\"<p>no</p>\") }</script></head>\n\
            <body><h1>Harbour</h1><p>The g<b>ate</b> was\nopen &amp; &ccedil;&#305;k.<br>Nobody<!-- hidden --> came.</p>\n\
            <ul><li>one<li>two</ul><svg><title>no</title></svg>End</body></html>\n";
        let text = text(page);
        let words: Vec<&str> = text.as_str().split_whitespace().collect();
        assert_eq!(words.join(" "), "Harbour The gate was open & çık. Nobody came. one two End");
        let line = |word: &str| text.number(text.as_str().find(word).unwrap());
        assert_eq!([line("Harbour"), line("gate"), line("open"), line("one")], [4, 4, 5, 6]);
    }

    #[test]
    fn broken_and_endless_pages_are_read_to_their_end() {
        for (page, words) in [
            ("<p>a<script>b", "a"),
            ("<p a=\"", ""),
            ("</p></script>a", "a"),
            ("<template><template>x</template>y</template>z", "z"),
            ("<title/>a", "a"),
        ] {
            assert_eq!(text(page).as_str().trim(), words, "{page}");
        }
        assert_eq!(text(&"<div>".repeat(200_000)).as_str().trim(), "");
    }
}
