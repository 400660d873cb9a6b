//! HTML as it is written, with holes. Knows that text is escaped and where the holes are, not which tags make sense.

use std::sync::Arc;

use super::{Chunk, Fragment};
use crate::foundation::html::escape_into;

/// HTML and the holes in it, by their place.
#[derive(Debug, Default)]
pub(super) struct Out {
    html: String,
    holes: Vec<(usize, Chunk)>,
}

impl Out {
    /// Adds HTML of ours.
    pub(super) fn raw(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Adds text, escaped for content and for attributes in quotes.
    pub(super) fn text(&mut self, text: &str) {
        escape_into(&mut self.html, text);
    }

    /// Adds a hole.
    pub(super) fn hole(&mut self, chunk: Chunk) {
        self.holes.push((self.html.len(), chunk));
    }

    /// The text can be cut here; once is enough. Whether it could not be before.
    pub(super) fn seam(&mut self) -> bool {
        let is_new = self.holes.last() != Some(&(self.html.len(), Chunk::Break));
        if is_new {
            self.hole(Chunk::Break);
        }
        is_new
    }

    /// Puts a hole at an earlier place, unless there is one already.
    pub(super) fn insert(&mut self, at: usize, chunk: Chunk) -> bool {
        let index = self.holes.partition_point(|(place, _)| *place < at);
        if self.holes.get(index).is_some_and(|(place, _)| *place == at) {
            return false;
        }
        self.holes.insert(index, (at, chunk));
        true
    }

    /// Adds all of `other`.
    pub(super) fn append(&mut self, other: Self) {
        let shift = self.html.len();
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.into_iter().map(|(at, chunk)| (at + shift, chunk)));
    }

    /// The number of bytes of HTML so far: the place of what is written next.
    pub(super) fn len(&self) -> usize {
        self.html.len()
    }

    /// Whether nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        self.html.is_empty() && self.holes.is_empty()
    }

    /// Takes `ending` off the end, when it is there and no hole stands in it.
    pub(super) fn strip_end(&mut self, ending: &str) -> bool {
        let Some(rest) = self.html.strip_suffix(ending).map(str::len) else { return false };
        if self.holes.last().is_some_and(|(at, _)| *at > rest) {
            return false;
        }
        self.html.truncate(rest);
        true
    }

    /// The HTML, when it has no holes.
    pub(super) fn into_html(self) -> Option<String> {
        self.holes.is_empty().then_some(self.html)
    }

    /// HTML and holes one after the other.
    pub(super) fn into_fragment(self) -> Fragment {
        let mut chunks = Vec::with_capacity(self.holes.len() * 2 + 1);
        let mut from = 0;
        for (at, hole) in self.holes {
            push_html(&mut chunks, self.html.get(from..at));
            chunks.push(hole);
            from = at;
        }
        push_html(&mut chunks, self.html.get(from..));
        Fragment(Arc::from(chunks))
    }
}

fn push_html(chunks: &mut Vec<Chunk>, html: Option<&str>) {
    if let Some(html) = html.filter(|html| !html.is_empty()) {
        chunks.push(Chunk::Html(html.into()));
    }
}
