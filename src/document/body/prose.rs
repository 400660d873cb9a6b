//! The running text of a body with the place of every letter in the author's file: what could become a link. Knows what is no such
//! text (links, code, comments, pictures, headings, the heads of statements, addresses), not what its words name.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, Parser, Tag, TagEnd};

use super::callout::{self, Type};
use super::problems::Problems;
use super::read::options;
use super::source::Source;
use super::{cite, comments, limits};
use crate::document::front_matter;
use crate::foundation::span::FileId;

/// Stands in [`Prose::text`] where something was left out that is no text: no name goes over it.
pub const WALL: char = '\0';

/// A block of running text: a paragraph, a cell, the text of a list item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The letters as they are written, without signs of emphasis; the end of a line is a line feed.
    pub text: String,
    /// Each emphasis, whole with its signs, in bytes of the file.
    pub emphases: Vec<Range<usize>>,
    /// Whether it is a cell of a table, where a bar ends the cell.
    pub is_cell: bool,
    /// Whether it is a verbatim quote of a statement.
    pub is_verbatim: bool,
    /// Where stretches of the text begin: in the text, and in the file.
    places: Vec<(usize, usize)>,
}

impl Prose {
    /// Where `range` of the text, which is not empty, stands in the file.
    #[must_use]
    pub fn in_file(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let next = self.places.partition_point(|(text, _)| *text <= at);
            let (text, file) = next.checked_sub(1).and_then(|last| self.places.get(last)).copied().unwrap_or_default();
            file + (at - text)
        };
        place(range.start)..place(range.end.saturating_sub(1)) + 1
    }
}

/// The running text of the file `text`, in the order of the file.
#[must_use]
pub fn prose(text: &str) -> Vec<Prose> {
    let file = FileId::of_path("");
    let start = front_matter::body_start(text);
    let body = text.get(start..).unwrap_or_default();
    if limits::check(file, body, start).is_some() {
        return Vec::new();
    }
    let source = comments::take_out(file, body, start, &mut Problems::default());
    let cited = |link: BrokenLink<'_>| cite::in_brackets(source.text(), &link);
    let mut reader = Reader::new(&source, text);
    for (event, range) in
        Parser::new_with_broken_link_callback(source.text(), options(), Some(cited)).into_offset_iter()
    {
        reader.event(&event, range);
    }
    reader.flush();
    reader.blocks
}

struct Reader<'a> {
    source: &'a Source<'a>,
    file: &'a str,
    blocks: Vec<Prose>,
    block: Prose,
    /// How deep what is being passed over stands: links, code, headings.
    passed: usize,
    /// For each open quote whether it is a statement.
    quotes: Vec<bool>,
    /// Whether the next paragraph is the head of a statement.
    awaits_head: bool,
    /// Where the marker of a callout ends, before which nothing is text.
    marker_end: usize,
    /// Whether this is the first paragraph of a callout, whose first line is a title of its own.
    is_title: bool,
    is_cell: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source<'a>, file: &'a str) -> Self {
        Self {
            source,
            file,
            blocks: Vec::new(),
            block: Prose::default(),
            passed: 0,
            quotes: Vec::new(),
            awaits_head: false,
            marker_end: 0,
            is_title: false,
            is_cell: false,
        }
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            _ if self.passed > 0 => {}
            Event::Text(text) => self.text(text, range),
            // Else what is between two lines is seen when the next stretch comes.
            Event::SoftBreak if !self.is_title => {}
            Event::Rule => self.flush(),
            _ => self.wall(),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Link { .. } | Tag::Image { .. } => {
                self.wall();
                self.passed += 1;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                if self.passed == 0 {
                    self.block.emphases.push(self.source.span(range).range());
                } else {
                    self.passed += 1;
                }
            }
            Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.flush();
                self.passed += 1;
            }
            Tag::Paragraph if std::mem::take(&mut self.awaits_head) => {
                self.flush();
                self.passed += 1;
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quote(range.start);
            }
            _ => {
                self.flush();
                self.awaits_head = false;
                self.is_cell = matches!(tag, Tag::TableCell);
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.passed = self.passed.saturating_sub(1);
            }
            TagEnd::Link | TagEnd::Image => {
                self.passed = self.passed.saturating_sub(1);
                self.wall();
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes.pop();
            }
            TagEnd::TableCell => {
                self.flush();
                self.is_cell = false;
            }
            _ => {
                self.flush();
                self.is_title = false;
                self.passed = self.passed.saturating_sub(1);
            }
        }
    }

    /// A quote begins: a plain one, a callout or a statement.
    fn quote(&mut self, start: usize) {
        let marker = callout::marker(self.source, start);
        let is_statement = match &marker {
            Ok(Some(marker)) => matches!(callout::type_of(&marker.word), Type::Statement(_) | Type::Nearly(_)),
            Ok(None) => false,
            Err(_) => true,
        };
        if let Ok(Some(marker)) = &marker {
            self.marker_end = marker.range.end;
            self.is_title = true;
        }
        self.awaits_head = is_statement;
        self.quotes.push(is_statement);
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        // Another letter than the one that is written.
        if self.source.slice(range.clone()).starts_with('&') && text != "&" {
            return self.wall();
        }
        for part in self.source.parts(range.start.max(self.marker_end)..range.end) {
            self.stretch(self.source.span(part).range());
        }
    }

    /// Adds a stretch of the file's text to the block.
    fn stretch(&mut self, range: Range<usize>) {
        let Some(words) = self.file.get(range.clone()).filter(|words| !words.is_empty()) else { return };
        if let Some((text, file)) = self.block.places.last().copied() {
            let before = file + (self.block.text.trim_end_matches([WALL, '\n']).len().max(text) - text);
            match joint(self.file.get(before..range.start).unwrap_or("?")) {
                Joint::None => {}
                Joint::Line if !self.block.text.ends_with(WALL) => self.block.text.push('\n'),
                _ => self.wall(),
            }
        }
        self.block.places.push((self.block.text.len(), range.start));
        self.block.text.push_str(words);
    }

    fn wall(&mut self) {
        if !self.block.text.ends_with(WALL) {
            self.block.text.push(WALL);
        }
    }

    fn flush(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        if !block.places.is_empty() {
            block.is_cell = self.is_cell;
            block.is_verbatim = self.quotes.iter().rev().skip(1).any(|is_statement| *is_statement);
            self.blocks.push(block);
        }
    }
}

/// How two stretches of text stand to each other.
enum Joint {
    /// They touch, or only signs of emphasis are between them.
    None,
    /// A line ends between them.
    Line,
    /// Something else is between them.
    Wall,
}

fn joint(between: &str) -> Joint {
    let is_sign = |letter: char| matches!(letter, '*' | '_' | '~');
    if between.chars().all(is_sign) {
        return Joint::None;
    }
    let ends_line = between.contains(['\n', '\r']);
    let is_margin = |letter: char| is_sign(letter) || letter == '>' || letter.is_whitespace();
    if ends_line && between.chars().all(is_margin) { Joint::Line } else { Joint::Wall }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a body, one a line, with `|` for a wall and `/` for the end of a line.
    fn shown(body: &str) -> String {
        let text = format!("---\ntitle: Ada Kaya\n---\n{body}");
        let blocks = prose(&text);
        for block in &blocks {
            for (at, letter) in block.text.char_indices().filter(|(_, letter)| !matches!(letter, '\0' | '\n')) {
                assert_eq!(&text[block.in_file(at..at + letter.len_utf8())], letter.to_string(), "{body}");
            }
        }
        blocks.iter().map(|block| block.text.replace('\0', "|").replace('\n', "/")).collect::<Vec<_>>().join(" § ")
    }

    #[test]
    fn what_is_no_running_text_is_left_out() {
        for (body, expected) in [
            ("İki Kişi\nve biri.\n\nÜç", "İki Kişi/ve biri. § Üç"),
            ("# Ada\n\nKaya", "Kaya"),
            ("a [[Ada]] b [Ada](x.md) c `Ada` d ![Ada](a.jpg) e", "a | b | c | d | e"),
            ("a [@ada, p. 1] b", "a | b"),
            ("A **Ada** _Kaya_ b", "A Ada Kaya b"),
            ("Ada %%Kaya%% b", "Ada | b"),
            ("```\nAda\n```\n\n    Ada\n\n<div>Ada</div>\n", ""),
            ("> Ada\n> Kaya", "Ada/Kaya"),
            ("> [!note] Ada\n> Kaya\n>\n> Ada\n> Kaya", " Ada|Kaya § Ada/Kaya"),
            ("> [!testimony] [[x]] ^s1\n> status: alleged\n> about: Ada\n>\n> Ada\n>\n> > Kaya", "Ada § Kaya"),
            ("- Ada\n  - Kaya\n- c", "Ada § Kaya § c"),
            ("| Ada | b |\n|---|---|\n| Kaya | d |", "Ada § b § Kaya § d"),
            ("Kurt'un \"Ada\"", "Kurt'un \"Ada\""),
            ("Ada  \nKaya\\\nb", "Ada|Kaya|b"),
            ("&Ouml;mer \\*Ada\\*", "|mer |*Ada|*"),
            ("Ada[^1] b\n\n[^1]: Kaya", "Ada| b § Kaya"),
        ] {
            assert_eq!(shown(body), expected, "{body}");
        }
    }
}
