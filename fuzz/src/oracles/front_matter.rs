//! Front matter of any kind: it is read or refused with places inside it; a draft stays a draft; lines above move every place.

use dossier::document::front_matter::{FrontMatter, read};
use dossier::document::kind::Kind;
use dossier::document::mention::MentionTable;
use dossier::document::parse::Settings;
use dossier::foundation::diagnostic::{Checked, has_errors};
use dossier::foundation::language::Language;
use dossier::foundation::span::FileId;

use super::places;

/// The first byte names the kind; the rest is tried as a whole file and as the lines between the marks.
pub fn check(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(lines) = std::str::from_utf8(rest) else { return };
    // A file with this byte is no text, and never comes so far.
    if lines.contains('\0') {
        return;
    }
    let kind = Kind::ALL.get(usize::from(*first) % (Kind::ALL.len() + 1)).copied();
    whole(kind, lines);
    whole(kind, &format!("---\n{lines}\n---\nText\n"));
    lines_above_move_every_place(kind, lines);
    a_draft_stays_a_draft(kind, lines);
}

fn read_as(kind: Option<Kind>, text: &str) -> (Checked<FrontMatter>, MentionTable) {
    let mut mentions = MentionTable::default();
    let settings = Settings::new(Language::english(), &[]);
    (read(FileId::of_path("a.md"), text, kind, &settings, &mut mentions), mentions)
}

fn whole(kind: Option<Kind>, text: &str) {
    let (checked, mentions) = read_as(kind, text);
    places::lie_in(text, &checked.diagnostics);
    mentions.as_slice().iter().for_each(|mention| places::is_in(text, mention.span));
    assert!(text.get(checked.value.body_start..).is_some(), "the body begins inside a character");
    assert!(checked.diagnostics.is_sorted_by_key(|found| found.span.start), "{:?}", checked.diagnostics);
    assert_eq!(read_as(kind, text).0, checked, "the same text is read in the same way");
}

fn lines_above_move_every_place(kind: Option<Kind>, lines: &str) {
    let here = format!("---\n{lines}\n---\nText\n");
    let there = format!("---\n# Açıklama\n{lines}\n---\nText\n");
    let shown = |text: &str, above| places::shown(text, &read_as(kind, text).0.diagnostics, above);
    let (mut there, mut here) = (shown(&there, 1), shown(&here, 0));
    // After twenty faults it reads no further, and the lines above may hold one of them.
    if there.len().max(here.len()) >= 20 {
        there.truncate(18);
        here.truncate(18);
    }
    assert_eq!(there, here, "{lines:?}");
}

/// Whatever follows, a page whose first line says `draft: true` is a draft, or an error.
fn a_draft_stays_a_draft(kind: Option<Kind>, lines: &str) {
    let (checked, _) = read_as(kind, &format!("---\ndraft: true\n{lines}\n---\nText\n"));
    assert!(checked.value.common.draft || has_errors(&checked.diagnostics), "{lines:?}");
}
