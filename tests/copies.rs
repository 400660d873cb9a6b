//! Stored copies on the disk: PDFs through a process of their own, bad ones too; hashes; what is read again and what is remembered.
#![allow(clippy::disallowed_methods, reason = "tests start the program and make folders of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::copies::{Copies, CopyText, InMemory, Sha256, Unread};
use dossier::source::tree::{SourceFile, SourceTree};
use tempfile::TempDir;

/// A page that quotes a source.
fn page(quotes: &[&str]) -> String {
    let statement = |(number, quote): (usize, &&str)| {
        format!("> [!testimony] unattributed ^s{number}\n> status: alleged\n> via: [[The record]]\n>\n> > “{quote}”\n")
    };
    let statements: Vec<String> = quotes.iter().enumerate().map(statement).collect();
    format!("---\ntitle: About us\n---\n\n{}", statements.join("\n"))
}

/// The source that is quoted, with its stored copy.
fn source(file: &str, bytes: &[u8]) -> String {
    format!("---\ntitle: The record\ntype: record\nfile: {file}\nsha256: {}\n---\n", Sha256::of(bytes).as_str())
}

/// A site whose page quotes a stored copy.
fn site(file: &str, bytes: &[u8], quotes: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, bytes: &[u8]| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("dossier.toml", b"title = \"Trial records\"\nlanguage = \"en\"\n");
    write("content/about.md", page(quotes).as_bytes());
    write("content/sources/record.md", source(file, bytes).as_bytes());
    write(&format!("content/sources/{file}"), bytes);
    folder
}

/// What `dossier check` says about a site, one line for each diagnostic, and its exit code.
fn checked(folder: &Path) -> (Vec<String>, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    let output = command.args(["check", "--format", "short", "--quiet", "--root"]).arg(folder).env_clear();
    let output = output.stdin(Stdio::null()).output().unwrap();
    let lines = String::from_utf8(output.stderr).unwrap().lines().map(str::to_owned).collect();
    (lines, output.status.code().unwrap())
}

/// The PDF of this name among the fixtures.
#[cfg(feature = "pdf")]
fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pdf").join(name)).unwrap()
}

#[cfg(feature = "pdf")]
#[test]
fn quotes_are_found_in_the_text_layer_of_a_pdf_with_turkish_and_kurdish_letters() {
    let quotes = [
        "İçeri girdiğimde kapı açıktı; bekçi ise 'görevde değildim' diyordu.",
        "gemi öğleden sonra üçte yanaştı, yükü kimse saymadı, ofiste kimse yoktu",
        "Ez li wir bûm, […] Çavên wî vekirî bûn.",
    ];
    let folder = site("minutes.pdf", &fixture("minutes.pdf"), &quotes);
    assert_eq!(checked(folder.path()), (vec![], 0));
}

#[cfg(feature = "pdf")]
#[test]
fn a_quote_that_is_not_in_a_pdf_is_shown_the_page_that_comes_nearest() {
    let quotes = ["Ez li wir bûm, min her kes dît.", "İçeri girdiğimde kapı kapalıydı"];
    let folder = site("minutes.pdf", &fixture("minutes.pdf"), &quotes);
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    let output = command.args(["check", "--root"]).arg(folder.path()).env_clear().output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let help: Vec<&str> = said.lines().filter(|line| line.starts_with("help: ")).collect();
    assert_eq!(
        help,
        [
            "help: page 2 comes nearest: Ez li wir bûm, min her tişt dît",
            "help: page 1 comes nearest: İçeri girdiğimde kapı açıktı",
        ]
    );
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_whose_text_cannot_be_read_is_a_warning_and_the_program_lives() {
    let minutes = fixture("minutes.pdf");
    let truncated = &minutes[..minutes.len() / 2];
    let nested = format!("%PDF-1.5\n1 0 obj\n{}{}\nendobj\n", "[".repeat(10_380), "]".repeat(10_380));
    let catalog = "2 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n3 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
    let nested = format!("{nested}{catalog}trailer\n<</Root 2 0 R/Size 4>>\nstartxref\n0\n%%EOF\n");
    let deep = format!("%PDF-1.5\n1 0 obj\n{}\nendobj\n", "<</A[".repeat(500_000));
    let unread = |reason: &str| {
        format!(
            "content/sources/record.md:4:7: warning[unread-copy]: the quotes of `content/sources/record.pdf` are not checked: it {reason}"
        )
    };
    for (bytes, reasons) in [
        (fixture("scan.pdf"), &[Unread::NoText][..]),
        (fixture("password.pdf"), &[Unread::Encrypted]),
        (Vec::new(), &[Unread::Damaged]),
        (b"not a PDF".to_vec(), &[Unread::Damaged]),
        (nested.into_bytes(), &[Unread::Damaged, Unread::NoText, Unread::TooMuch]),
        (deep.into_bytes(), &[Unread::Damaged, Unread::NoText, Unread::TooMuch]),
    ] {
        let folder = site("record.pdf", &bytes, &["Some words."]);
        let (said, code) = checked(folder.path());
        assert_eq!((said.len(), code), (1, 0), "{said:?}");
        assert!(reasons.iter().any(|reason| said[0].starts_with(&unread(reason.reason()))), "{said:?}");
    }
    // The reader repairs what it can: half a file has a page, and the quote is not on it.
    let (said, code) = checked(site("record.pdf", truncated, &["Some words."]).path());
    assert_eq!((said.len(), code), (1, 0), "{said:?}");
    assert!(said[0].contains("warning[quote-not-found]"), "{said:?}");
}

#[test]
fn a_copy_that_is_not_quoted_is_hashed_and_not_read() {
    let folder = site("record.pdf", b"not a PDF", &[]);
    assert_eq!(checked(folder.path()), (vec![], 0));
    fs::write(folder.path().join("content/sources/record.pdf"), b"another file").unwrap();
    let (said, code) = checked(folder.path());
    assert_eq!(code, 1);
    let [was, now] = [&b"not a PDF"[..], b"another file"].map(Sha256::of);
    let (was, now) = (was.as_str(), now.as_str());
    assert_eq!(
        said,
        [format!(
            "content/sources/record.md:5:9: error[changed-copy]: `content/sources/record.pdf` is not the file that was stored: \
             its SHA-256 was {was} and is now {now} (restore the file; if it was replaced on purpose, write `sha256: {now}`)"
        )]
    );
}

#[test]
fn the_hash_of_a_markdown_copy_is_that_of_its_bytes() {
    let folder =
        site("clipped.md", "\u{feff}# Words\r\n\r\nThe *gate* was open.\r\n".as_bytes(), &["The gate was open."]);
    assert_eq!(checked(folder.path()), (vec![], 0));
}

#[test]
fn nothing_of_a_copy_is_in_the_site() {
    let folder = site("clipped.md", b"# Nothing of this\n\nThe secret gate was open.\n", &["The gate was open."]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    let built = command.args(["build", "--root"]).arg(folder.path()).env_clear().output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    assert!(String::from_utf8_lossy(&built.stderr).contains("secret gate"), "the author is shown the passage");
    let mut count = 0;
    for entry in walkdir::WalkDir::new(folder.path().join("public")).into_iter().map(Result::unwrap) {
        assert!(!entry.path().to_string_lossy().contains("clipped"), "{}", entry.path().display());
        if entry.file_type().is_file() {
            let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
            assert!(!text.contains("secret") && !text.contains("clipped"), "{}", entry.path().display());
            count += 1;
        }
    }
    assert!(count > 5);
}

/// The copies of a tree, with a list of what was read.
#[derive(Default)]
struct Counted(Mutex<Vec<String>>);

impl Counted {
    fn took(&self) -> Vec<String> {
        let mut list = std::mem::take(&mut *self.0.lock().unwrap());
        list.sort();
        list
    }
}

impl Copies for Counted {
    fn hash(&self, file: &SourceFile) -> Option<Sha256> {
        self.0.lock().unwrap().push(format!("hash {}", file.path));
        InMemory.hash(file)
    }

    fn text(&self, file: &SourceFile, expected: &Sha256) -> Result<CopyText, Unread> {
        self.0.lock().unwrap().push(format!("text {}", file.path));
        InMemory.text(file, expected)
    }
}

#[test]
fn a_text_is_read_once_for_each_hash_and_only_when_it_is_quoted() {
    let record = b"The gate was open.";
    let mut tree = SourceTree::from_texts([
        ("content/about.md", page(&["The gate was open."]).as_str()),
        ("content/sources/record.md", source("record.txt", record).as_str()),
        ("content/sources/other.md", source("other.txt", b"").replace("The record", "Another").as_str()),
    ]);
    let (quoted, other) = ("content/sources/record.txt", "content/sources/other.txt");
    tree.insert(SourceFile::bytes(quoted, record));
    tree.insert(SourceFile::bytes(other, b""));
    let (mut pipeline, copies) = (Pipeline::default(), Counted::default());
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let mut build = |tree: &SourceTree| {
        let diagnostics = pipeline.build_with(tree, &options, &copies).diagnostics;
        let said: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
        (copies.took().join(", "), said.join(", "))
    };
    let hashes = format!("hash {other}, hash {quoted}");
    assert_eq!(build(&tree), (format!("{hashes}, text {quoted}"), String::new()));
    assert_eq!(build(&tree), (hashes.clone(), String::new()));
    tree.insert(SourceFile::bytes(quoted, b"The gate was shut."));
    assert_eq!(build(&tree), (format!("{hashes}, text {quoted}"), "changed-copy, quote-not-found".into()));
    tree.insert(SourceFile::bytes(quoted, record));
    assert_eq!(build(&tree), (format!("{hashes}, text {quoted}"), String::new()));
}

#[test]
fn documents_that_name_each_other_as_copies_stay_documents() {
    let source = |title: &str, file: &str| format!("---\ntitle: {title}\nfile: {file}\n---\n");
    let tree = SourceTree::from_texts([
        ("content/sources/one.md", source("One", "two.md").as_str()),
        ("content/sources/two.md", source("Two", "one.md").as_str()),
        ("content/sources/self.md", source("Itself", "self.md").as_str()),
    ]);
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(&tree, &options);
    let said: Vec<&str> = built.diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
    assert_eq!(said, ["unknown-file"; 3]);
    assert_eq!(built.value.kinds.len(), 3);
}
