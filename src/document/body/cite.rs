//! Citations in running text: `[@id, p. 14]`. Knows where they may stand and which hole they leave, not which source is meant.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, LinkType};

use super::Chunk;
use super::inline::Inline;
use crate::document::citation::{Citation, CitedSource, parse_citation};
use crate::document::mention::{Place, Target};
use crate::foundation::diagnostic::Code;

/// How a citation begins.
pub(super) const BEGIN: &str = "[@";

/// Makes a link of a citation in `text`, which for the parser is a link that leads nowhere; everything else stays text.
pub(super) fn in_brackets<'t>(text: &'t str, link: &BrokenLink<'_>) -> Option<(CowStr<'t>, CowStr<'t>)> {
    let is_citation = link.link_type == LinkType::Shortcut
        && text.get(link.span.clone()).is_some_and(|written| written.starts_with(BEGIN));
    is_citation.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
}

impl Inline<'_, '_, '_> {
    /// Whether the link at `range` is a citation, also where a definition gives its name an address.
    pub(super) fn is_citation(&self, kind: LinkType, range: &Range<usize>) -> bool {
        matches!(kind, LinkType::ShortcutUnknown | LinkType::Shortcut)
            && self.writer.source.slice(range.clone()).starts_with(BEGIN)
    }

    /// Takes the space before a citation that ends at `end` out of the words, where what follows needs none or brings its own:
    /// the mark between them is no part of the words.
    fn close_gap(&mut self, end: usize) {
        let next = self.writer.source.after(end).chars().next();
        if self.picture.is_none() && next.is_none_or(|next| next.is_whitespace() || ".,;:!?)…”’".contains(next)) {
            let end = self.text.words.trim_end().len();
            self.text.words.truncate(end);
        }
    }

    /// A citation, whose brackets stand at `range`.
    pub(super) fn cite(&mut self, range: &Range<usize>) {
        if self.picture.is_some() || self.is_in_link() {
            let message = "a citation cannot stand in the words of a link or picture";
            return self.problem(Code::InvalidCitation, range, message, "put it after the link or picture");
        }
        self.close_gap(range.end);
        let inner = range.start + 1..range.end.saturating_sub(1);
        self.refuse_hidden(&inner);
        match parse_citation(self.writer.source.slice(inner.clone())) {
            Ok(written) => {
                let sources = written.into_iter().map(|source| {
                    self.writer.count_link(range);
                    let place = inner.start + source.range.start..inner.start + source.range.end;
                    let span = self.writer.source.span(place);
                    let target = Target::new(None, &source.name, None);
                    let mention = self.writer.mention(target, None, span, Place::Citation { sentence: None });
                    self.text.cite(mention);
                    CitedSource { mention, locator: source.locator }
                });
                let citation = Citation { sources: sources.collect() };
                let citations = &mut self.writer.body.citations;
                let index = u32::try_from(citations.len()).unwrap_or(u32::MAX);
                citations.push(citation);
                self.out.hole(Chunk::Citation(index));
            }
            Err(error) => {
                let place = inner.start + error.range.start..inner.start + error.range.end;
                let place = if place.is_empty() { range.clone() } else { place };
                self.problem(Code::InvalidCitation, &place, error.message, error.help);
            }
        }
    }
}
