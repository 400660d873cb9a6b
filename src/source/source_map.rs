//! Paths and texts by file id, for showing where a diagnostic is. Knows texts from the disk and those built into the program, not what they mean.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::tree::{SourcePath, SourceTree};
use crate::foundation::span::{FileId, LineColumn, LineIndex, Span};

/// All texts that a diagnostic can point into.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    entries: BTreeMap<FileId, Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    path: SourcePath,
    text: Arc<str>,
    lines: OnceLock<LineIndex>,
}

/// A span as people read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location<'a> {
    /// The file.
    pub path: &'a SourcePath,
    /// The first character.
    pub start: LineColumn,
    /// The place after the last character.
    pub end: LineColumn,
    /// The whole line in which the span starts, without its end.
    pub line: &'a str,
}

impl SourceMap {
    /// The files of `tree`. Those without text have an empty one, so that they can still be named.
    #[must_use]
    pub fn of_tree(tree: &SourceTree) -> Self {
        let mut map = Self::default();
        let none: Arc<str> = "".into();
        for file in tree.files() {
            map.insert(file.path.clone(), Arc::clone(file.as_text().unwrap_or(&none)));
        }
        map
    }

    /// Adds a text, in the place of one with the same path; a built-in template has the path `builtin/person.html`.
    pub fn insert(&mut self, path: SourcePath, text: impl Into<Arc<str>>) {
        let id = FileId::of_path(path.as_str());
        self.entries.insert(id, Entry { path, text: text.into(), lines: OnceLock::new() });
    }

    /// The path and text of a file.
    #[must_use]
    pub fn get(&self, file: FileId) -> Option<(&SourcePath, &str)> {
        self.entries.get(&file).map(|entry| (&entry.path, &*entry.text))
    }

    /// Where `span` is; nothing when its file is not in the map.
    #[must_use]
    pub fn location(&self, span: Span) -> Option<Location<'_>> {
        let Entry { path, text, lines } = self.entries.get(&span.file)?;
        let lines = lines.get_or_init(|| LineIndex::new(text));
        let range = span.range();
        Some(Location {
            path,
            start: lines.place(text, range.start),
            end: lines.place(text, range.end),
            line: line_around(text, range.start),
        })
    }
}

/// The line of `text` in which byte `offset` stands.
fn line_around(text: &str, offset: usize) -> &str {
    let at = text.floor_char_boundary(offset);
    let (before, after) = text.split_at(at);
    let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let end = after.find(['\n', '\r']).map_or(text.len(), |end| at + end);
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn location<'a>(map: &'a SourceMap, path: &str, word: &str) -> Location<'a> {
        let file = FileId::of_path(path);
        let (_, text) = map.get(file).unwrap();
        let start = text.find(word).unwrap();
        map.location(Span::new(file, start..start + word.len())).unwrap()
    }

    #[test]
    fn a_span_is_a_path_a_place_and_a_line() {
        let tree = SourceTree::from_texts([("content/people/kurt.md", "---\r\nname: İlhami Balı\r\n---\r\n")]);
        let mut map = SourceMap::of_tree(&tree);
        map.insert(SourcePath::new("builtin/person.html"), "<h1>{{ nmae }}</h1>");
        assert_eq!(
            location(&map, "content/people/kurt.md", "Balı"),
            Location {
                path: &SourcePath::new("content/people/kurt.md"),
                start: LineColumn { line: 2, column: 14 },
                end: LineColumn { line: 2, column: 18 },
                line: "name: İlhami Balı",
            }
        );
        assert_eq!(location(&map, "builtin/person.html", "nmae").line, "<h1>{{ nmae }}</h1>");
        assert_eq!(map.location(Span::start_of(FileId::of_path("elsewhere"))), None);
    }

    #[test]
    fn spans_outside_the_text_are_at_its_end_and_never_fail() {
        let mut map = SourceMap::default();
        map.insert(SourcePath::new("a.md"), "ab\nİ");
        let file = FileId::of_path("a.md");
        for (start, end) in [(0, 0), (4, 4), (5, 90), (90, 91), (3, 1)] {
            let location = map.location(Span::new(file, start..end)).unwrap();
            assert!(["ab", "İ"].contains(&location.line), "{start}..{end}");
        }
    }
}
