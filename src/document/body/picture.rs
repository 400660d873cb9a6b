//! Pictures and embeds. Knows their descriptions, captions and widths, not the files.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::Chunk;
use super::address::{self, Address, FileAddress};
use super::inline::{Inline, Open};
use crate::document::mention::{Place, Target};
use crate::document::mention_text::parse_target;
use crate::foundation::diagnostic::Code;

/// A picture whose description is being read.
#[derive(Debug)]
pub(super) struct Picture {
    /// The file; nothing when there is none that may be shown.
    file: Option<FileAddress>,
    /// Where it stands.
    place: Range<usize>,
    /// The description.
    pub(super) alt: String,
    /// What stands below it.
    caption: Caption,
    /// How deep pictures stand in its description.
    depth: usize,
}

/// What stands below a picture that stands alone.
#[derive(Debug)]
enum Caption {
    /// Nothing.
    None,
    /// The description, which readers of wikilinks in other programs see there.
    Description,
    /// The title of a Markdown picture.
    Words(String),
}

impl Inline<'_, '_, '_> {
    /// A picture begins.
    pub(super) fn image(&mut self, kind: LinkType, to: &str, title: &str, range: &Range<usize>) {
        if let Some(picture) = &mut self.picture {
            picture.depth += 1;
            return self.open.push(Open::Picture);
        }
        if matches!(kind, LinkType::WikiLink { .. }) {
            return self.embed_in_text(range);
        }
        let place = self.address_place(to, range);
        let file = self.picture_address(to, &place);
        let caption = if title.trim().is_empty() { Caption::None } else { Caption::Words(title.trim().to_owned()) };
        if title.contains("[[") {
            self.problem(
                Code::InvalidLink,
                range,
                "a link cannot stand in a caption",
                "write the name without brackets",
            );
        }
        self.begin_picture(Picture { file, place: range.clone(), alt: String::new(), caption, depth: 0 });
    }

    fn begin_picture(&mut self, picture: Picture) {
        self.picture = Some(picture);
        self.open.push(Open::Picture);
    }

    fn picture_address(&mut self, to: &str, place: &Range<usize>) -> Option<FileAddress> {
        match address::read(to, &self.writer.settings.folder) {
            Ok(Address::File(file)) if address::is_picture(&file.name) => return Some(file),
            Ok(Address::External(_)) => self.problem(
                Code::UnsafeUrl,
                place,
                "this picture would be fetched from another site, which would learn who reads the page",
                "nothing is fetched from anyone else: store the picture in `content/` and name its file",
            ),
            Ok(_) => {
                self.problem(
                    Code::InvalidLink,
                    place,
                    "this is not a picture",
                    "link to it instead: take the `!` away",
                );
            }
            Err(refusal) => self.refuse(&refusal, place),
        }
        None
    }

    /// `![[…]]` in running text: a picture or a file, or an embed, which cannot stand there.
    fn embed_in_text(&mut self, range: &Range<usize>) {
        let inner = range.start + 3..range.end.saturating_sub(2);
        let target = match parse_target(self.writer.source.slice(inner.clone())) {
            Ok((target, _)) => target,
            Err(error) => {
                let place = inner.start + error.range.start..inner.start + error.range.end;
                self.problem(Code::InvalidLink, &place, &error.message, &error.help);
                return self.open.push(Open::Close(""));
            }
        };
        if target.kind.is_none() && address::is_picture(&target.name) {
            let file = Some(FileAddress { name: target.name.to_string(), page: String::new() });
            return self.begin_picture(Picture {
                file,
                place: inner,
                alt: String::new(),
                caption: Caption::Description,
                depth: 0,
            });
        }
        if target.kind.is_none() && address::is_file(&target.name) {
            return self.file_wikilink(&target, &inner);
        }
        self.writer.break_statement();
        self.problem(
            Code::InvalidLink,
            range,
            "a part of another page cannot be shown in the middle of other text",
            "put it on a line of its own between empty lines, outside of tables, headings, footnotes and statements; or take the `!` away",
        );
        self.open.push(Open::Close(""));
    }

    /// A picture ends: its tag is written.
    pub(super) fn end_picture(&mut self) {
        let Some(mut picture) = self.picture.take() else { return };
        if picture.depth > 0 {
            picture.depth -= 1;
            self.picture = Some(picture);
            return;
        }
        let Picture { file, place, alt, caption, .. } = picture;
        let Some(file) = file else { return self.put(&alt) };
        let (alt, width) = description(&alt, &file.name);
        if alt.is_empty() {
            self.problem(
                Code::MissingAltText,
                &place,
                "this picture has no description for those who cannot see it",
                "say what it shows: `![description](file.jpg)` or `![[file.jpg|description]]`",
            );
        }
        if self.is_in_label() {
            let help = "write words as the label, and put the picture beside the link";
            return self.problem(Code::InvalidLink, &place, "a picture cannot be the label of a link to a page", help);
        }
        let file = self.file(file.name, &place);
        self.out.hole(Chunk::Picture(Box::new(super::Picture { file, alt: alt.as_str().into(), width })));
        self.caption = match caption {
            Caption::None => None,
            Caption::Description => Some(alt).filter(|alt| !alt.is_empty()),
            Caption::Words(words) => Some(words),
        };
    }
}

/// A description and, when its last part after `|` is a number or `300x200`, the width in pixels.
/// A wikilink without a description has the file's name in its place.
fn description(written: &str, name: &str) -> (String, Option<u32>) {
    let mut parts: Vec<&str> = written.split('|').map(str::trim).collect();
    let width = parts.last().and_then(|last| width(last));
    if width.is_some() {
        parts.pop();
    }
    let alt = parts.join(" | ").trim().to_owned();
    (if alt == name { String::new() } else { alt }, width)
}

fn width(text: &str) -> Option<u32> {
    let width = text.split_once('x').map_or(text, |(width, _)| width);
    let all_digits = |text: &str| !text.is_empty() && text.len() < 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.split('x').all(all_digits).then(|| width.parse().ok()).flatten()
}

/// What a `![[…]]` that stands alone shows.
pub(super) enum Shown {
    /// A picture or file, written like text.
    File,
    /// A part of a page.
    Part(Target, Range<usize>),
}

/// What the wikilink `inner` shows when it stands alone; nothing when it cannot be read.
pub(super) fn shown_alone(text: &str, inner: Range<usize>) -> Option<Shown> {
    let (target, _) = parse_target(text).ok()?;
    if target.kind.is_none() && address::is_file(&target.name) {
        return Some(Shown::File);
    }
    Some(Shown::Part(target, inner))
}

/// The hole of a part of a page that is shown.
pub(super) fn embed(writer: &mut super::writer::Writer<'_, '_>, target: Target, inner: Range<usize>) -> Chunk {
    let span = writer.source.span(inner);
    Chunk::Embed(writer.mention(target, None, span, Place::Embed))
}
