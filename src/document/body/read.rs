//! Markdown to a [`Body`]: what is too large or hidden is found first, then comments go, then the events of the parser are read one by one.

use pulldown_cmark::{BrokenLink, Options, Parser};

use super::problems::Problems;
use super::writer::Writer;
use super::{Body, cite, comments, hidden, limits};
use crate::document::mention::MentionTable;
use crate::foundation::diagnostic::Checked;
use crate::foundation::language::Language;
use crate::foundation::span::FileId;

/// What decides how a body is read, besides its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BodySettings {
    /// The language of the document, for its quotation marks.
    pub language: Language,
    /// The folder of the document below `content/`, from which `[x](../people/kurt.md)` is seen; empty at the top.
    pub folder: String,
}

/// Reads the body of `file`, which begins at byte `start` of its `text`, and adds its mentions to `mentions`.
///
/// There is always a body. All HTML in it is made here, and every text in it is escaped. A body that is too long is
/// empty; one that is too deep, or has too many links, ends where the limit is reached. Statements with errors are
/// left out. Comments are in no part of it.
pub fn read(
    file: FileId,
    text: &str,
    start: usize,
    settings: &BodySettings,
    mentions: &mut MentionTable,
) -> Checked<Body> {
    let body = text.get(start..).unwrap_or_default();
    let mut problems = Problems::default();
    if let Some(problem) = limits::check(file, body, start) {
        problems.add(problem);
        return Checked::new(Body::default(), problems.finish());
    }
    hidden::check(file, body, start, &mut problems);
    let source = comments::take_out(file, body, start, &mut problems);
    let mut writer = Writer::new(&source, settings, mentions.as_slice().len(), problems);
    let cited = |link: BrokenLink<'_>| cite::in_brackets(source.text(), &link);
    let parser = Parser::new_with_broken_link_callback(source.text(), options(), Some(cited));
    for (event, range) in parser.into_offset_iter() {
        writer.event(event, range);
        if writer.is_stopped() {
            break;
        }
    }
    writer.finish(mentions)
}

/// What the parser reads besides `CommonMark`. Quotation marks are made those of the language afterwards.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}
