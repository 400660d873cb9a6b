//! Links in running text: wikilinks and Markdown links. Knows how they become holes or tags, not what the names mean.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::address::{self, Address, FileAddress, Refusal};
use super::inline::{Inline, Open};
use super::out::Out;
use super::{Chunk, FileUse, hidden};
use crate::document::mention::{Part, Place, Target};
use crate::document::mention_text::parse_target;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;

/// The page that the address of a Markdown link means in a document that stands in `folder` below `content/`; nothing when it
/// means something else, or cannot be a link.
#[must_use]
pub fn page_address(address: &str, folder: &str) -> Option<Target> {
    match address::read(address, folder) {
        Ok(Address::Page(target)) => Some(target),
        _ => None,
    }
}

/// The label of a link to a page, while it is written.
pub(super) struct Label {
    /// What is between the brackets.
    target: Target,
    /// Where it stands.
    span: Span,
    /// Whether the author wrote a label; else the target's title will stand there.
    is_written: bool,
    /// The HTML around the link.
    around: Out,
    /// Where its text begins in the text of the block.
    start: usize,
}

impl Inline<'_, '_, '_> {
    /// A link begins.
    pub(super) fn link(&mut self, kind: LinkType, to: &str, title: &str, range: &Range<usize>) {
        if self.picture.is_some() {
            return self.link_where_none_can_be(range, "a link cannot stand in the description of a picture");
        }
        if self.is_in_link() {
            return self.link_where_none_can_be(range, "a link cannot stand in the words of another link");
        }
        match kind {
            LinkType::WikiLink { has_pothole } => self.wikilink(has_pothole, range),
            LinkType::Email => self.external(&format!("mailto:{to}"), title),
            _ => self.markdown_link(to, title, range),
        }
    }

    fn link_where_none_can_be(&mut self, range: &Range<usize>, message: &str) {
        self.problem(Code::InvalidLink, range, message, "write its words without brackets");
        self.open.push(Open::Close(""));
    }

    fn wikilink(&mut self, has_label: bool, range: &Range<usize>) {
        let inner = range.start + 2..range.end.saturating_sub(2);
        let text = self.writer.source.slice(inner.clone());
        self.refuse_hidden(&inner);
        match parse_target(text) {
            Ok((target, _)) if target.kind.is_none() && address::is_file(&target.name) => {
                self.file_wikilink(&target, &inner);
            }
            Ok((target, _)) => {
                let span = self.writer.source.span(inner);
                self.begin_label(target, span, has_label);
            }
            Err(error) => {
                let place = inner.start + error.range.start..inner.start + error.range.end;
                self.problem(Code::InvalidLink, &place, &error.message, &error.help);
                self.open.push(Open::Close(""));
            }
        }
    }

    /// Reports what cannot be seen in the names at `inner`.
    pub(super) fn refuse_hidden(&mut self, inner: &Range<usize>) {
        if let Some((at, letter)) = hidden::in_name(self.writer.source.slice(inner.clone())) {
            let place = inner.start + at..inner.start + at + letter.len_utf8();
            let span = self.writer.source.span(place);
            self.writer.problems.add(hidden::problem(letter, span));
        }
    }

    /// `[[report.pdf]]` or `![[report.pdf]]`: a link to a stored file.
    pub(super) fn file_wikilink(&mut self, target: &Target, inner: &Range<usize>) {
        match file_of(target) {
            Ok(file) => self.file_link(file, inner),
            Err(refusal) => {
                self.refuse(&refusal, inner);
                self.open.push(Open::Close(""));
            }
        }
    }

    fn markdown_link(&mut self, to: &str, title: &str, range: &Range<usize>) {
        let after_bracket = self.writer.source.slice(range.clone()).strip_prefix('[').unwrap_or("-");
        if after_bracket.trim_start().starts_with(']') {
            self.problem(
                Code::InvalidLink,
                range,
                "the link has no words to click on",
                "write them between the brackets",
            );
            return self.open.push(Open::Close(""));
        }
        let place = self.address_place(to, range);
        match address::read(to, &self.writer.settings.folder) {
            Ok(Address::External(address)) => self.external(&address, title),
            Ok(Address::Page(target)) => {
                let span = self.writer.source.span(place);
                self.begin_label(target, span, true);
            }
            Ok(Address::File(file)) => self.file_link(file, &place),
            Err(refusal) => {
                self.refuse(&refusal, &place);
                self.open.push(Open::Close(""));
            }
        }
    }

    fn external(&mut self, address: &str, title: &str) {
        self.out.raw("<a href=\"");
        self.out.text(address);
        self.out.raw("\"");
        if !title.is_empty() {
            self.out.raw(" title=\"");
            self.out.text(title);
            self.out.raw("\"");
        }
        let is_page = address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"));
        self.out.raw(if is_page { " class=\"external\" rel=\"noopener noreferrer\">" } else { ">" });
        self.open.push(Open::Close("</a>"));
    }

    fn file_link(&mut self, file: FileAddress, place: &Range<usize>) {
        self.out.raw("<a href=\"");
        let hole = self.file_use(file.name, place);
        self.out.hole(hole);
        self.out.text(&file.page);
        self.out.raw("\">");
        self.open.push(Open::Close("</a>"));
    }

    /// Notes the use of a file and gives the hole for its address.
    pub(super) fn file_use(&mut self, name: String, place: &Range<usize>) -> Chunk {
        Chunk::FileAddress(self.file(name, place))
    }

    /// Notes the use of a file and gives its place among the files of the body.
    pub(super) fn file(&mut self, name: String, place: &Range<usize>) -> u32 {
        let files = &mut self.writer.body.files;
        let index = u32::try_from(files.len()).unwrap_or(u32::MAX);
        files.push(FileUse { name, span: self.writer.source.span(place.clone()) });
        index
    }

    fn begin_label(&mut self, target: Target, span: Span, is_written: bool) {
        let around = std::mem::take(&mut self.out);
        let start = self.text.words.len();
        self.open.push(Open::Label(Label { target, span, is_written, around, start }));
    }

    /// A link to a page ends: its hole takes the place of its label.
    pub(super) fn end_label(&mut self, label: Label) {
        let Label { target, span, is_written, around, start } = label;
        let written = std::mem::replace(&mut self.out, around);
        let words = self.text.words.split_off(start);
        let words = words.trim();
        let html = if is_written { written.into_html().unwrap_or_default() } else { String::new() };
        if is_written && words.is_empty() {
            let message = "the link has no words to click on";
            let problem =
                Diagnostic::new(Code::InvalidLink, span, message).help("write them, or leave them out with the `|`");
            return self.writer.problems.add(problem);
        }
        self.text.words.push_str(if is_written { words } else { shown(&target) });
        let mention_label = is_written.then(|| words.to_owned());
        let id = self.writer.mention(target, mention_label, span, Place::Text { sentence: 0 });
        self.text.mentions.push((start..self.text.words.len(), id));
        self.out.hole(Chunk::Link { mention: id, label: is_written.then(|| html.trim().into()) });
    }

    pub(super) fn problem(&mut self, code: Code, place: &Range<usize>, message: &str, help: &str) {
        let span = self.writer.source.span(place.clone());
        self.writer.problems.add(Diagnostic::new(code, span, message).help(help));
    }

    pub(super) fn refuse(&mut self, refusal: &Refusal, place: &Range<usize>) {
        self.problem(refusal.code, place, &refusal.message, &refusal.help);
    }

    /// Where the address `to` stands in the link at `range`; the whole link when it stands elsewhere.
    pub(super) fn address_place(&self, to: &str, range: &Range<usize>) -> Range<usize> {
        let text = self.writer.source.slice(range.clone());
        if let Some(start) = text.rfind("](") {
            let inner = text.get(start + 2..).unwrap_or_default();
            let lead = inner.len() - inner.trim_start_matches([' ', '\t', '<']).len();
            let rest = inner.get(lead..).unwrap_or_default();
            let length =
                if rest.starts_with(to) { to.len() } else { rest.find([' ', ')', '>', '\n']).unwrap_or(rest.len()) };
            let at = range.start + start + 2 + lead;
            return at..at + length;
        }
        if text.starts_with('<') && text.ends_with('>') {
            return range.start + 1..range.end - 1;
        }
        range.clone()
    }
}

/// What stands for a link in the text while its title is not known.
fn shown(target: &Target) -> &str {
    match target.part.as_deref() {
        Some(Part::Heading(text)) if target.name.is_empty() => text,
        Some(Part::Block(id)) if target.name.is_empty() => id,
        _ => &target.name,
    }
}

/// The file that a wikilink names.
///
/// # Errors
/// When it names a part that files do not have.
pub(super) fn file_of(target: &Target) -> Result<FileAddress, Refusal> {
    let page = match target.part.as_deref() {
        None => String::new(),
        Some(Part::Heading(part)) => address::page(part)?,
        Some(Part::Block(part)) => address::page(&format!("^{part}"))?,
    };
    Ok(FileAddress { name: target.name.to_string(), page })
}
