//! Locks from text and back: what is written is read again, whatever git did to the ends of its lines.

use proptest::prelude::*;

use super::*;
use crate::foundation::diagnostic::Checked;
use crate::foundation::span::FileId;

const TEXT: &str = "dossier-lock 1\n\
    # What this site has published. `dossier lock` writes it; commit it, and leave it as it is.\n\
    page /hearings/first/ hearing 2 00000000000000000000000000000abc\n\
    statement /hearings/first/#s1 alleged ffffffffffffffffffffffffffffffff\n\
    redirect /hearings/the opening day/\n\
    note /people/p-17/ [2025-11-02,2025-11-03]\n\
    withdrawn page 2025-10-01\n\
    withdrawn page 2025-10-01\n\
    withdrawn statement 2025-11\n";

fn read_text(text: &str) -> Checked<Option<Locked>> {
    read(FileId::of_path(NAME), text)
}

#[test]
fn what_is_written_is_read_again() {
    let locked = read_text(TEXT);
    assert_eq!(locked.diagnostics, []);
    assert_eq!(print(&locked.value.unwrap().lock), TEXT);
}

#[test]
fn other_line_ends_orders_and_remarks_say_the_same() {
    let lock = read_text(TEXT).value.unwrap().lock;
    let mut lines: Vec<&str> = TEXT.lines().collect();
    lines[1..].reverse();
    for text in
        [TEXT.replace('\n', "\r\n"), lines.join("\n"), TEXT.replace('\n', "\n\n# a remark\n"), TEXT.trim_end().into()]
    {
        let read = read_text(&text);
        assert_eq!(read.diagnostics, [], "{text}");
        assert_eq!(read.value.unwrap().lock, lock, "{text}");
    }
}

#[test]
fn a_line_is_reported_at_its_place_also_with_other_line_ends() {
    let text = TEXT.replace('\n', "\r\n").replace("alleged", "allegde");
    let diagnostics = read_text(&text).diagnostics;
    let [wrong] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!(&text[wrong.span.range()], "statement /hearings/first/#s1 allegde ffffffffffffffffffffffffffffffff");
}

#[test]
fn a_lock_with_a_fault_is_none() {
    for (from, to) in [
        ("dossier-lock 1\n", ""),
        ("dossier-lock 1", "dossier-lock 10"),
        ("page /hearings", "page hearings"),
        ("/first/ hearing", "/first/#s1 hearing"),
        ("hearing 2 ", "hearing two "),
        ("hearing 2 ", "hearing -1 "),
        ("00abc", "00ABC"),
        ("00abc", "00ab"),
        ("/hearings/first/ hearing", "/hearings/../first/ hearing"),
        ("#s1 alleged", " alleged"),
        ("redirect /hearings/the opening day/", "redirect /people/p-17/"),
        ("redirect ", "moved "),
        ("withdrawn page 2025-10-01\n", "withdrawn page 2025-13-01\n"),
        ("withdrawn statement", "withdrawn person"),
        ("note /people/p-17/ [2025-11-02,2025-11-03]", "note /people/p-17/"),
    ] {
        let text = TEXT.replacen(from, to, 1);
        assert_ne!(text, TEXT, "{from}");
        let read = read_text(&text);
        assert_eq!((read.value, read.diagnostics.len()), (None, 1), "{text}");
    }
    for text in ["", "\n\n", "# only a remark\n"] {
        assert_eq!(read_text(text).diagnostics.len(), 1, "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_stands_in_the_file_is_read_or_reported(
        lines in prop::collection::vec("(page |statement |note |redirect |withdrawn |dossier-lock 1|<<<<<<<|)[/#a-z0-9 \r.\u{85}ı-]{0,40}", 0..6),
    ) {
        let text = format!("dossier-lock 1\n{}", lines.join("\n"));
        let read = read_text(&text);
        prop_assert_eq!(read.value.is_some(), read.diagnostics.is_empty());
        for wrong in &read.diagnostics {
            prop_assert!(text.get(wrong.span.range()).is_some());
        }
        if let Some(locked) = read.value {
            let again = read_text(&print(&locked.lock));
            prop_assert_eq!(again.value.map(|again| again.lock), Some(locked.lock));
        }
    }
}
