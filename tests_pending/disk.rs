//! Faults of files and folders that text cannot show: each test makes a folder, reads it and sees what is said.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that makes the folders it reads")]
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

use dossier::foundation::diagnostic::Code;
use dossier::source::tree::Content;
use dossier::source::{self, Limits};

#[test]
fn a_file_that_is_no_regular_file_is_an_error() {
    let site = site();
    let _listener = UnixListener::bind(site.path().join("content/people/deniz.md")).unwrap();
    assert_eq!(codes(site.path()), [Code::UnreadableFile]);
}

#[test]
fn a_symbolic_link_is_an_error_and_its_target_is_not_read() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("private.md"), "Kestane").unwrap();
    let site = site();
    symlink(outside.path().join("private.md"), site.path().join("content/people/deniz.md")).unwrap();
    symlink(outside.path(), site.path().join("content/hearings")).unwrap();
    symlink("loop.md", site.path().join("content/loop.md")).unwrap();
    assert_eq!(codes(site.path()), [Code::SymbolicLink; 3]);
    let tree = source::read(site.path(), &Limits::default()).unwrap().value;
    assert!(tree.files().all(|file| file.as_text().is_none_or(|text| !text.contains("Kestane"))));
}

#[test]
fn text_in_another_encoding_is_an_error() {
    let site = site();
    let utf16: Vec<u8> = "---\nname: Deniz\n---\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(site.path().join("content/people/a.md"), [b"\xff\xfe", utf16.as_slice()].concat()).unwrap();
    fs::write(site.path().join("content/people/b.md"), b"---\nname: \xdeahin \xd6zt\xfcrk\n---\n").unwrap();
    assert_eq!(codes(site.path()), [Code::NotUtf8; 2]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let site = site();
    fs::write(site.path().join("content/about.md"), "\u{feff}---\ntitle: About\n---\n").unwrap();
    let tree = source::read(site.path(), &Limits::default()).unwrap();
    assert_eq!(tree.diagnostics, []);
    assert_eq!(tree.value.get("content/about.md").unwrap().content, Content::Text("---\ntitle: About\n---\n".into()));
}

#[test]
fn names_that_some_system_cannot_hold_are_errors() {
    let site = site();
    for name in ["con.md", "nul.txt.md", "dot.", "a:b.md", "what?.md", "left\u{202e}.md"] {
        fs::write(site.path().join("content").join(name), "---\ntitle: A\n---\n").unwrap();
    }
    assert_eq!(codes(site.path()), [Code::UnusableFileName; 6]);
}

#[test]
fn a_file_above_the_limit_is_an_error() {
    let site = site();
    fs::write(site.path().join("content/long.md"), "a".repeat(101)).unwrap();
    fs::write(site.path().join("content/right.md"), "a".repeat(100)).unwrap();
    let limits = Limits { text: 100, ..Limits::default() };
    let read = source::read(site.path(), &limits).unwrap();
    let codes: Vec<Code> = read.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, [Code::FileTooLarge]);
}

#[test]
fn paths_that_are_one_elsewhere_are_errors() {
    let site = site();
    for name in ["Kurt.md", "kurt.md", "G\u{fc}l.md", "Gu\u{308}l.md"] {
        fs::write(site.path().join("content/people").join(name), "---\nname: A\n---\n").unwrap();
    }
    assert_eq!(codes(site.path()), [Code::PathsCollide; 2]);
}

/// A folder with `dossier.toml` and `content/people/`.
fn site() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir_all(site.path().join("content/people")).unwrap();
    fs::write(site.path().join("dossier.toml"), "title = \"Records\"\n").unwrap();
    site
}

/// The codes of what is said when the site is read, in order.
fn codes(root: &Path) -> Vec<Code> {
    source::read(root, &Limits::default()).unwrap().diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}
