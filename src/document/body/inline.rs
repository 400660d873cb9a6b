//! The text of one block as HTML with holes, and as plain text. Knows emphasis, code, breaks and notes; links and pictures have their own files.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::leaf::Piece;
use super::link::Label;
use super::marks::{self, Mark};
use super::out::Out;
use super::picture::Picture;
use super::sentence::Text;
use super::writer::Writer;
use super::{Chunk, hidden, limits, strays, typography};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;

/// What was written of one block.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The HTML.
    pub(super) out: Out,
    /// The text.
    pub(super) text: Text,
    /// What stands below its last picture, when that stands alone.
    pub(super) caption: Option<String>,
}

/// A block of text while it is written.
pub(super) struct Inline<'w, 'a, 'm> {
    pub(super) writer: &'w mut Writer<'a, 'm>,
    pub(super) out: Out,
    pub(super) text: Text,
    pub(super) open: Vec<Open>,
    /// The picture whose description is being read; no HTML is written meanwhile.
    pub(super) picture: Option<Picture>,
    pub(super) caption: Option<String>,
    marks: std::vec::IntoIter<Mark>,
    next_mark: Option<Mark>,
    /// Whether a straight `'` has begun a quotation.
    in_single: bool,
    /// How many links and emphases are open in the citation whose text is passed over, itself included.
    citing: usize,
    /// How many HTML tags were opened and reported, so that their ends are not.
    html_tags: usize,
}

/// What is written where an emphasis or link ends.
pub(super) enum Open {
    /// This tag.
    Close(&'static str),
    /// The hole of a link to a page.
    Label(Label),
    /// The picture.
    Picture,
}

impl<'w, 'a, 'm> Inline<'w, 'a, 'm> {
    /// Writes the events of one block.
    pub(super) fn write(writer: &'w mut Writer<'a, 'm>, events: &[Piece<'a>]) -> Line {
        let mut marks = marks::find(writer.source, events).into_iter();
        let next_mark = marks.next();
        let mut inline = Self {
            writer,
            out: Out::default(),
            text: Text::default(),
            open: Vec::new(),
            picture: None,
            caption: None,
            marks,
            next_mark,
            in_single: false,
            citing: 0,
            html_tags: 0,
        };
        for (index, (event, range)) in events.iter().enumerate() {
            inline.event(index, event, range, events.get(index + 1).map(|(next, place)| (next, place.start)));
            if inline.writer.is_stopped() {
                return Line::default();
            }
        }
        inline.finish()
    }

    fn finish(mut self) -> Line {
        while let Some(open) = self.open.pop() {
            self.close(open);
        }
        Line { out: self.out, text: self.text, caption: self.caption }
    }

    fn event(&mut self, index: usize, event: &Event<'a>, range: &Range<usize>, next: Option<(&Event<'a>, usize)>) {
        if self.citing > 0 {
            match event {
                Event::Start(_) => self.citing += 1,
                Event::End(_) => self.citing -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Text(text) => {
                strays::check(self.writer, text, range, next);
                self.typed(index, text, range);
            }
            Event::Code(code) => self.code(code),
            Event::SoftBreak => self.gap("\n"),
            Event::HardBreak => self.gap("<br>\n"),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html, range),
            Event::FootnoteReference(label) => self.note(label, range),
            Event::TaskListMarker(done) => self.task(*done),
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// Words that are to be read.
    pub(super) fn put(&mut self, text: &str) {
        if let Some(picture) = &mut self.picture {
            picture.alt.push_str(text);
        } else {
            self.out.text(text);
            self.text.words.push_str(text);
        }
    }

    /// HTML of ours, left out in the description of a picture.
    pub(super) fn tag(&mut self, html: &str) {
        if self.picture.is_none() {
            self.out.raw(html);
        }
    }

    fn gap(&mut self, html: &str) {
        self.tag(html);
        match &mut self.picture {
            Some(picture) => picture.alt.push(' '),
            None => self.text.words.push(' '),
        }
    }

    /// Text as it was typed: straight quotes become those of the language, `==` marks.
    fn typed(&mut self, index: usize, text: &str, range: &Range<usize>) {
        let source = self.writer.source.slice(range.clone());
        if source.starts_with('&')
            && let Some(letter) = hidden::of_entity(text)
        {
            let span = self.writer.source.span(range.clone());
            self.writer.problems.add(hidden::problem(letter, span));
        }
        if matches!(source, "\"" | "'") && text != source {
            let quote = self.quote(source, text, range);
            return self.put(quote);
        }
        // Of what was passed over, such as the inside of a citation, the signs are passed over as well.
        while self.next_mark.is_some_and(|mark| mark.event < index) {
            self.next_mark = self.marks.next();
        }
        let mut from = 0;
        while let Some(mark) = self.next_mark.filter(|mark| mark.event == index) {
            self.put(text.get(from..mark.at).unwrap_or_default());
            self.tag(if mark.begins { "<mark>" } else { "</mark>" });
            from = mark.at + marks::LENGTH;
            self.next_mark = self.marks.next();
        }
        self.put(text.get(from..).unwrap_or_default());
    }

    /// The mark for a straight quote that the parser found to open or close.
    fn quote(&mut self, source: &str, found: &str, range: &Range<usize>) -> &'static str {
        let marks = self.writer.quotation_marks;
        if source == "\"" {
            let [open, close] = marks.double;
            return if found == "“" { open } else { close };
        }
        let [open, close] = marks.single;
        if found == "‘" {
            self.in_single = true;
            return open;
        }
        let touches = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_whitespace());
        let before = self.writer.source.before(range.start).chars().next_back();
        let after = self.writer.source.after(range.end).chars().next();
        let is_inside_word = after.is_some_and(char::is_alphanumeric);
        if self.in_single && touches(before) && !is_inside_word {
            self.in_single = false;
            return close;
        }
        typography::APOSTROPHE
    }

    fn code(&mut self, code: &CowStr<'a>) {
        self.tag("<code>");
        self.put(code);
        self.tag("</code>");
    }

    /// HTML in Markdown, shown as text; of a comment, which nobody meant to be read, nothing is shown.
    fn html(&mut self, html: &str, range: &Range<usize>) {
        let span = self.writer.source.span(range.clone());
        if html.contains("<!--") {
            return self.writer.problems.add(html_comment(span));
        }
        let is_end = html.starts_with("</");
        if is_end && self.html_tags > 0 {
            self.html_tags -= 1;
        } else {
            self.writer.problems.add(raw_html(span));
            self.html_tags += usize::from(!is_end);
        }
        self.put(html);
    }

    fn note(&mut self, label: &str, range: &Range<usize>) {
        if self.picture.is_some() || self.is_in_label() {
            let span = self.writer.source.span(range.clone());
            let message = "a footnote cannot stand in the words of a link or picture";
            let problem = Diagnostic::new(Code::InvalidFootnote, span, message).help("put it after the link");
            return self.writer.problems.add(problem);
        }
        let (number, time) = self.writer.footnotes.mark(label);
        self.out.hole(Chunk::FootnoteMark { number, time });
    }

    fn task(&mut self, done: bool) {
        self.tag(if done {
            "<label><input type=\"checkbox\" disabled checked> "
        } else {
            "<label><input type=\"checkbox\" disabled> "
        });
        self.open.push(Open::Close("</label>"));
    }

    fn start(&mut self, tag: &Tag<'a>, range: &Range<usize>) {
        if self.writer.depth() + self.open.len() >= limits::DEEPEST {
            let span = self.writer.source.span(range.clone());
            return self.writer.stop(limits::too_deep(span));
        }
        match tag {
            Tag::Emphasis => self.emphasis("<em>", "</em>"),
            Tag::Strong => self.emphasis("<strong>", "</strong>"),
            Tag::Strikethrough => self.emphasis("<del>", "</del>"),
            Tag::Link { link_type, .. } if self.is_citation(*link_type, range) => {
                self.citing = 1;
                self.cite(range);
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.writer.count_link(range);
                self.link(*link_type, dest_url, title, range);
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                self.writer.count_link(range);
                self.image(*link_type, dest_url, title, range);
            }
            _ => self.open.push(Open::Close("")),
        }
    }

    fn emphasis(&mut self, open: &str, close: &'static str) {
        self.tag(open);
        self.open.push(Open::Close(close));
    }

    fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            self.close(open);
        }
    }

    fn close(&mut self, open: Open) {
        match open {
            Open::Close(tag) => self.tag(tag),
            Open::Label(label) => self.end_label(label),
            Open::Picture => self.end_picture(),
        }
    }

    /// Whether the label of a link to a page is being written.
    pub(super) fn is_in_label(&self) -> bool {
        self.open.iter().any(|open| matches!(open, Open::Label(_)))
    }

    /// Whether a link is being written.
    pub(super) fn is_in_link(&self) -> bool {
        self.is_in_label() || self.open.iter().any(|open| matches!(open, Open::Close("</a>")))
    }
}

/// The warning about HTML at `span`.
pub(super) fn raw_html(span: Span) -> Diagnostic {
    Diagnostic::new(Code::RawHtml, span, "HTML is not used here; it is shown as text")
        .help("write Markdown; put `<` into code, or a backslash before it, to show it without this warning")
}

/// The error about an HTML comment at `span`.
pub(super) fn html_comment(span: Span) -> Diagnostic {
    Diagnostic::new(Code::InvalidComment, span, "an HTML comment would be shown to every reader")
        .help("write the comment between two `%%`; these are left out of the site")
}
