//! The program on sites with documents: who answers for a file, what the process that reads it may do, what is published.

use std::fs;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use dossier::foundation::date::Moment;
use dossier::media::papers::Report;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::copies::{Copies, CopyText, InMemory, Sha256, Unread};
use dossier::source::tree::{SourceFile, SourceTree};
use tempfile::TempDir;

#[cfg(feature = "pdf")]
use super::made::{Pdf, WORDS};
use super::packed::archive;

/// A site of these files.
fn site(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in [("dossier.toml", &b"title = \"Records\"\n"[..])].iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// What `dossier build --strict` says in short form, the help left out, and its exit code as the last line.
fn build(folder: &TempDir) -> Vec<String> {
    let run = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["build", "--strict", "--format", "short", "--quiet"])
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    let lines = said.lines().map(|line| line.rsplit_once(" (").map_or(line, |(line, _)| line).to_owned());
    lines.chain([format!("exit {}", run.status.code().unwrap())]).collect()
}

/// A source page with this stored copy and these further lines.
fn source(file: &str, bytes: &[u8], more: &str) -> Vec<u8> {
    let sha256 = Sha256::of(bytes);
    format!("---\ntitle: The record\ntype: record\nfile: {file}\nsha256: {}\n{more}---\n", sha256.as_str()).into_bytes()
}

fn published(folder: &TempDir, path: &str) -> Option<Vec<u8>> {
    fs::read(folder.path().join("public").join(path)).ok()
}

const LINK: (&str, &[u8]) = ("content/about.md", b"---\ntitle: About\n---\n\nRead [the record](record.pdf).\n");

#[cfg(feature = "pdf")]
#[test]
fn f65_a_clean_pdf_is_published_byte_for_byte_and_its_page_says_so() {
    let pdf = Pdf::of(&[WORDS]).bytes();
    let page = source("record.pdf", &pdf, "cleaned: true\npublic: file\n");
    let folder = site(&[LINK, ("content/record.pdf", &pdf), ("content/sources/record.md", &page)]);
    assert_eq!(build(&folder), ["exit 0"]);
    assert_eq!(published(&folder, "files/record.pdf").unwrap(), pdf);
    let html = String::from_utf8(published(&folder, "sources/record/index.html").unwrap()).unwrap();
    assert!(html.contains("<dt>Metadata cleaned</dt><dd>Yes</dd>"), "{html}");
    let table = String::from_utf8(published(&folder, "data/sources.json").unwrap()).unwrap();
    let hash = Sha256::of(&pdf);
    let hash = hash.as_str();
    assert!(
        table.contains(&format!("\"sha256\":\"{hash}\",\"published_sha256\":\"{hash}\",\"cleaned\":true")),
        "{table}"
    );
}

#[test]
fn f65_a_link_to_a_document_is_an_error_until_a_published_source_says_that_it_was_cleaned() {
    let copy: &[u8] = b"ID3 a call";
    let link: (&str, &[u8]) = ("content/about.md", b"---\ntitle: About\n---\n\nHear [the call](call.mp3).\n");
    let uncleaned = "error[uncleaned-document]: `call.mp3` would be published, and no published source page says that it was cleaned";
    let at = |place: &str| vec![format!("{place}: {uncleaned}"), "exit 1".to_owned()];
    let with = |more: &str| {
        let page = source("/call.mp3", copy, more);
        build(&site(&[link, ("content/call.mp3", copy), ("content/sources/call.md", &page)]))
    };
    assert_eq!(build(&site(&[link, ("content/call.mp3", copy)])), at("content/about.md:5:17"));
    assert_eq!(with(""), at("content/about.md:5:17"));
    assert_eq!(with("cleaned: false\n"), at("content/about.md:5:17"));
    assert_eq!(with("cleaned: true\ndraft: true\n"), at("content/about.md:5:17"));
    assert_eq!(with("cleaned: true\n"), ["exit 0"]);
    let page = source("call.mp3", copy, "public: file\n");
    let alone = site(&[("content/sources/call.mp3", copy), ("content/sources/call.md", &page)]);
    assert_eq!(build(&alone), at("content/sources/call.md:4:7"));
    let page = source("call.mp3", copy, "");
    let cited = site(&[("content/sources/call.mp3", copy), ("content/sources/call.md", &page)]);
    assert_eq!(build(&cited), ["exit 0"], "a copy that is not published");
}

#[test]
fn a_recording_is_published_on_the_word_of_its_authors_and_its_page_says_so() {
    let copy: &[u8] = b"ID3 a call";
    let page = source("call.mp3", copy, "cleaned: true\npublic: file\n");
    let folder = site(&[("content/sources/call.mp3", copy), ("content/sources/call.md", &page)]);
    assert_eq!(build(&folder), ["exit 0"]);
    let html = String::from_utf8(published(&folder, "sources/call/index.html").unwrap()).unwrap();
    assert!(
        html.contains("<dd>Yes, say those who publish this; a file of this kind cannot be checked by the program</dd>")
    );
}

#[cfg(feature = "pdf")]
#[test]
fn f65_what_is_hidden_in_a_pdf_refuses_the_site_with_file_and_pages() {
    let covered = format!("{WORDS} 0 g 70 695 60 15 re f");
    let pdf = Pdf::of(&[WORDS, &covered, "BT /F1 12 Tf 3 Tr 72 700 Td (A) Tj ET", &covered])
        .more("<</Author(Deniz Kaya)>>")
        .trailer("/Info 4 0 R")
        .bytes();
    let page = source("record.pdf", &pdf, "cleaned: true\npublic: file\n");
    let folder = site(&[("content/sources/record.pdf", &pdf), ("content/sources/record.md", &page)]);
    let hidden =
        "content/sources/record.pdf:1:1: error[hidden-content]: `content/sources/record.pdf` cannot be published:";
    assert_eq!(
        build(&folder),
        [
            format!("{hidden} its properties still say who made it or what it is (Author)"),
            format!("{hidden} text is in it that is drawn so that nobody sees it, on page 3"),
            format!("{hidden} text stands below a filled shape or a picture, on pages 2, 4"),
            "exit 1".to_owned()
        ]
    );
    assert_eq!(published(&folder, "index.html"), None);
}

#[cfg(feature = "pdf")]
#[test]
fn f65_a_pdf_that_breaks_its_reader_is_an_error_at_the_file_and_the_program_lives() {
    let around = |object: &str| {
        let pages = "2 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n3 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
        format!("%PDF-1.5\n1 0 obj\n{object}\nendobj\n{pages}trailer\n<</Root 2 0 R/Size 4>>\nstartxref\n0\n%%EOF\n")
            .into_bytes()
    };
    let nested = format!("{}{}", "[".repeat(10_380), "]".repeat(10_380));
    for pdf in [around(&nested), around(&"<</A[".repeat(500_000)), Pdf::of(&[WORDS, &nested]).bytes()] {
        let page = source("record.pdf", &pdf, "cleaned: true\n");
        let wrong: (&str, &[u8]) = ("content/wrong.md", b"---\ntitle: Wrong\n---\n\n[[Nobody]]\n");
        let folder = site(&[LINK, wrong, ("content/record.pdf", &pdf), ("content/sources/record.md", &page)]);
        let said = build(&folder);
        assert_eq!(said.len(), 3, "{said:?}");
        let refused = "content/record.pdf:1:1: error[unusable-document]: `content/record.pdf` cannot be published: ";
        assert!(said[0].starts_with(refused), "{said:?}");
        assert!(
            said[1].starts_with("content/wrong.md:5:3: error[unknown-name]"),
            "all other errors are told: {said:?}"
        );
    }
}

#[cfg(not(feature = "pdf"))]
#[test]
fn f65_without_a_reader_of_pdfs_none_is_published() {
    let pdf = b"%PDF-1.7\n";
    let page = source("record.pdf", pdf, "cleaned: true\n");
    let folder = site(&[LINK, ("content/record.pdf", pdf), ("content/sources/record.md", &page)]);
    let reason = "nothing here can look into it: this program was made without a reader for it";
    let refused =
        format!("content/record.pdf:1:1: error[unusable-document]: `content/record.pdf` cannot be published: {reason}");
    assert_eq!(build(&folder), [refused, "exit 1".to_owned()]);
}

#[test]
fn f66_an_office_file_is_read_in_a_process_of_its_own_and_refused_with_the_part() {
    let body =
        b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:del/></w:document>";
    let docx = archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body)]);
    let deep = archive(&[("word/document.xml", "<a>".repeat(1_000_000).as_bytes())]);
    let page = |bytes: &[u8], name: &str| source(name, bytes, "cleaned: true\npublic: file\n");
    let folder = site(&[
        ("content/sources/a.docx", &docx),
        ("content/sources/a.md", &page(&docx, "a.docx")),
        ("content/sources/b.docx", &deep),
        ("content/sources/b.md", &page(&deep, "b.docx")),
    ]);
    let said = build(&folder);
    let changes = "changes are tracked in it, with who made them and what was deleted (word/document.xml)";
    let hidden = format!(
        "content/sources/a.docx:1:1: error[hidden-content]: `content/sources/a.docx` cannot be published: {changes}"
    );
    assert_eq!(said[0], hidden);
    assert!(said[1].starts_with("content/sources/b.docx:1:1: error[unusable-document]"), "{said:?}");
}

/// The files of a tree, with a list of the documents that were looked into.
#[derive(Default)]
struct Counted(Mutex<Vec<String>>);

impl Copies for Counted {
    fn hash(&self, file: &SourceFile) -> Option<Sha256> {
        InMemory.hash(file)
    }

    fn text(&self, file: &SourceFile, expected: &Sha256) -> Result<CopyText, Unread> {
        InMemory.text(file, expected)
    }

    fn look_into(&self, name: &str, _: &[u8]) -> Report {
        self.0.lock().unwrap().push(name.to_owned());
        Ok(Vec::new())
    }
}

#[test]
fn f65_a_document_is_looked_into_once_for_what_is_in_it() {
    let mut tree = SourceTree::from_texts([("content/about.md", "---\ntitle: About\n---\n\n[a](a.pdf) [b](b.pdf)\n")]);
    let (copies, mut pipeline) = (Counted::default(), Pipeline::default());
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let mut looked_into = |tree: &SourceTree| {
        let _ = pipeline.build_with(tree, &options, &copies);
        let mut names = std::mem::take(&mut *copies.0.lock().unwrap());
        names.sort();
        names
    };
    tree.insert(SourceFile::bytes("content/a.pdf", b"%PDF-1.7 a"));
    tree.insert(SourceFile::bytes("content/b.pdf", b"%PDF-1.7 b"));
    assert_eq!(looked_into(&tree), ["a.pdf", "b.pdf"]);
    assert_eq!(looked_into(&tree), [""; 0]);
    tree.insert(SourceFile::bytes("content/b.pdf", b"%PDF-1.7 changed"));
    assert_eq!(looked_into(&tree), ["b.pdf"]);
}

#[test]
fn f62_a_text_that_is_something_else_and_a_script_are_not_published() {
    let page: (&str, &[u8]) =
        ("content/about.md", b"---\ntitle: About\n---\n\n[a](a.csv) [b](b.js) [c](c.txt) [d](d.doc)\n");
    let doc = source("/d.doc", b"\xD0\xCF\x11\xE0", "cleaned: true\n");
    let folder = site(&[
        page,
        ("content/a.csv", b"%PDF-1.7\n"),
        ("content/b.js", b"fetch('https://tracker.example')"),
        ("content/c.txt", b"The gate was open.\n"),
        ("content/d.doc", b"\xD0\xCF\x11\xE0"),
        ("content/sources/d.md", &doc),
    ]);
    let refused = |file: &str, reason: &str| {
        format!("content/{file}:1:1: error[unusable-document]: `content/{file}` cannot be published: {reason}")
    };
    assert_eq!(
        build(&folder),
        [
            refused("a.csv", "its bytes are not what its name says"),
            refused("b.js", "it is a script"),
            refused("d.doc", "it has an old or uncommon office format, in which nothing hidden is looked for"),
            "exit 1".to_owned()
        ]
    );
}

#[test]
fn g72_a_saved_page_that_fetches_from_elsewhere_or_runs_a_script_is_not_published() {
    let saved = |html: &str, name: &str| {
        let copy = format!("content/sources/{name}");
        let page = source(name, html.as_bytes(), "public: file\n");
        let said = build(&site(&[(&copy, html.as_bytes()), ("content/sources/page.md", &page)]));
        said[0].replace(&format!("{copy}:1:1: "), "")
    };
    let page = |body: &str| format!("<!doctype html><meta charset=utf-8><title>Saved</title>{body}");
    for harmless in [
        "<style>p { color: red }</style><p style='margin: 0'>The <a href=https://records.example/>gate</a> was open.",
        "<script type=application/ld+json>{}</script><p>The gate was open.",
    ] {
        assert_eq!(saved(&page(harmless), "page.html"), "exit 0", "{harmless}");
    }
    for (body, code) in [
        ("<script>fetch('https://tracker.example')</script>", "blocked-content"),
        ("<script src=page.js></script>", "blocked-content"),
        ("<p onclick=alert(1)>", "blocked-content"),
        ("<iframe src=a.html></iframe>", "blocked-content"),
        ("<img src=https://tracker.example/a.png>", "foreign-address"),
        ("<style>p { background: url(//tracker.example/a.png) }</style>", "foreign-address"),
        ("<p style='background: url(https://tracker.example/a.png)'>", "foreign-address"),
    ] {
        let said = saved(&page(body), "page.html");
        assert!(said.starts_with(&format!("error[{code}]: ")), "{body}: {said}");
    }
    let xml = "<?xml version='1.0'?><a xmlns:h='http://www.w3.org/1999/xhtml'><h:script>alert(1)</h:script></a>";
    assert!(saved(xml, "page.xml").starts_with("error[blocked-content]: "));
    let sheet = "<?xml version='1.0'?><?xml-stylesheet href='https://tracker.example/a.xsl'?><a/>";
    assert!(saved(sheet, "page.xml").starts_with("error[blocked-content]: "));
    assert!(saved("@import 'https://tracker.example/a.css';", "page.css").starts_with("error[foreign-address]: "));
}

#[test]
fn the_hash_of_a_published_picture_is_its_own_and_the_original_is_named_as_such() {
    let mut photo = Vec::new();
    let mut encoder = png::Encoder::new(&mut photo, 1, 1);
    encoder.add_text_chunk("Author".into(), "Deniz Kaya".into()).unwrap();
    encoder.write_header().unwrap().write_image_data(&[7]).unwrap();
    let page = source("gate.png", &photo, "public: file\n");
    let cited =
        String::from_utf8(source("yard.png", &photo, "")).unwrap().replace("The record", "The yard").into_bytes();
    let folder = site(&[
        ("content/sources/gate.png", &photo),
        ("content/sources/gate.md", &page),
        ("content/sources/yard.png", &photo),
        ("content/sources/yard.md", &cited),
    ]);
    assert_eq!(build(&folder), ["exit 0"]);
    let written = published(&folder, "files/sources/gate.png").unwrap();
    let (stored, own) = (Sha256::of(&photo), Sha256::of(&written));
    assert_ne!(stored, own);
    let html = String::from_utf8(published(&folder, "sources/gate/index.html").unwrap()).unwrap();
    let row = |name: &str, hash: &Sha256| format!("<dt>{name}</dt><dd><code>{}</code></dd>", hash.as_str());
    let name = "SHA-256 of the published picture, without what cameras and editors wrote into it";
    assert!(html.contains(&row(name, &own)), "{html}");
    assert!(html.contains(&row("SHA-256 of the stored copy, which is not published", &stored)), "{html}");
    let table = String::from_utf8(published(&folder, "data/sources.json").unwrap()).unwrap();
    let hashes = |stored: &str, own: &str| format!("\"sha256\":{stored},\"published_sha256\":{own},\"cleaned\":false");
    let quoted = |hash: &Sha256| format!("\"{}\"", hash.as_str());
    assert!(table.contains(&hashes(&quoted(&stored), &quoted(&own))), "{table}");
    assert!(table.contains(&hashes("null", "null")), "the hash of a copy that is not published is not told: {table}");
    let manifest = String::from_utf8(published(&folder, "manifest.txt").unwrap()).unwrap();
    assert!(manifest.contains(own.as_str()), "{manifest}");
}
