//! Names that must not be published: the program refuses to build or to pass a site that holds one, names the place, and never
//! prints the name.
#![allow(clippy::disallowed_methods, reason = "tests make folders of their own and run the program")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const CONFIG: &str = "title = \"Records\"\nbase_url = \"https://records.example/\"\n";

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in
        [("dossier.toml", CONFIG.as_bytes()), ("content/about.md", b"---\ntitle: About\n---\nWords.\n")]
            .iter()
            .chain(files)
    {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// What a command prints on both streams, and its exit code as the last line.
fn run(folder: &TempDir, words: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(words)
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let streams = [run.stdout, run.stderr].map(|stream| String::from_utf8(stream).unwrap());
    format!("{}{}exit {}\n", streams[0], streams[1], run.status.code().unwrap())
}

const LIST: (&str, &[u8]) = ("protected.txt", "# Two witnesses\nAyşe Nur Işık\nDeniz Kaya\n".as_bytes());

#[test]
fn a_protected_name_is_told_by_place_and_never_by_name() {
    let folder = site(&[
        LIST,
        ("content/people/p-1.md", b"---\nlabel: a witness\nwithheld: {how: by-us, why: safety}\n---\n"),
        ("content/dossiers/one.md", "---\ntitle: One\n---\nWords.\n\nSaid AYŞE NUR IŞIK’ın lawyer.\n".as_bytes()),
    ]);
    let expected = "\
content/dossiers/one.md:6:1: error[protected-name]: the name on line 2 of `protected.txt` would be published in `dossiers/one/index.html`; it stands here
help: take the name out; nothing is published until it stands nowhere

";
    for command in ["build", "check"] {
        let said = run(&folder, &[command, "--quiet"]);
        assert_eq!(said, format!("{expected}exit 1\n"), "{command}");
    }
    assert!(!folder.path().join("public").exists());
}

#[test]
fn a_site_that_stands_stays_when_the_next_would_tell_a_name() {
    let folder = site(&[]);
    assert!(run(&folder, &["build", "--quiet"]).ends_with("exit 0\n"));
    let before = fs::read(folder.path().join("public/manifest.txt")).unwrap();
    fs::write(folder.path().join(LIST.0), LIST.1).unwrap();
    fs::write(folder.path().join("content/about.md"), "---\ntitle: About\n---\nKaya, Deniz\n").unwrap();
    assert!(run(&folder, &["build", "--quiet"]).ends_with("exit 1\n"));
    assert_eq!(fs::read(folder.path().join("public/manifest.txt")).unwrap(), before);
    fs::write(folder.path().join("content/about.md"), "---\ntitle: About\n---\nNobody.\n").unwrap();
    assert!(run(&folder, &["build", "--quiet"]).ends_with("exit 0\n"));
}

#[test]
fn names_in_file_names_attachments_and_configuration_are_found() {
    let page = |body: &str| format!("---\ntitle: Two\n---\n{body}\n").into_bytes();
    let in_name = run(&site(&[LIST, ("content/deniz-kaya.md", &page("Words."))]), &["build", "--quiet"]);
    // The home page, the indexes and the data tell it as well; how many files these are is not the question here.
    let (before, after) = in_name.split_once(" and ").unwrap();
    let in_name = format!("{before} and {}", after.trim_start_matches(char::is_numeric));
    assert_eq!(
        in_name,
        "protected.txt:3:1: error[protected-name]: the name on line 3 of `protected.txt` would be published in `index.html` and  other files; the file `content/…` has it in its name\n\
         help: take the name out; nothing is published until it stands nowhere\n\nexit 1\n"
    );
    let plan: Vec<u8> = "\u{feff}Deniz Kaya".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let attached = run(
        &site(&[LIST, ("content/plan.txt", &plan), ("content/two.md", &page("[the plan](plan.txt)"))]),
        &["build", "--quiet"],
    );
    assert_eq!(
        attached,
        "content/plan.txt:1:1: error[protected-name]: the name on line 3 of `protected.txt` would be published in `files/plan.txt`; it stands here\n\
         help: take the name out; nothing is published until it stands nowhere\n\nexit 1\n"
    );
    let folder = site(&[LIST]);
    fs::write(folder.path().join("dossier.toml"), "title = \"The Kaya Deniz file\"\n").unwrap();
    let configured = run(&folder, &["build", "--quiet"]);
    assert!(configured.starts_with("dossier.toml:1:1: error[protected-name]: "), "{configured}");
    for said in [in_name, attached, configured] {
        assert!(
            !dossier::foundation::fold::FoldKey::of(&said).as_str().replace(['-', '_'], " ").contains("deniz kaya"),
            "{said}"
        );
    }
}

#[test]
fn the_name_of_a_person_whose_page_is_a_draft_is_protected_too() {
    let ada = "---\nname: Ada Kurt\naliases: [the clerk of Harbour Street]\ndraft: true\n---\n";
    let linked = "---\ntitle: One\n---\nSaid [[Ada Kurt]], then [[Ada Kurt|a clerk]].\n";
    let clean = site(&[("content/people/ada-kurt.md", ada.as_bytes()), ("content/one.md", linked.as_bytes())]);
    assert_eq!(run(&clean, &["check", "--quiet"]), "exit 0\n");
    let told = "---\ntitle: Two\n---\nThe Clerk of Harbour Street and [[Ada Kurt|Ada K.]]\n";
    fs::write(clean.path().join("content/two.md"), told).unwrap();
    assert_eq!(
        run(&clean, &["check", "--quiet"]),
        "content/two.md:4:1: error[protected-name]: the name of a person whose page is not published would be published in `two/index.html` and one other file; it stands here\n\
         help: take the name out and link without it, or publish the person's page\n\nexit 1\n"
    );
    assert!(run(&clean, &["build", "--drafts", "--quiet"]).ends_with("exit 0\n"));
}

#[test]
fn a_name_too_short_to_be_looked_for_is_refused() {
    assert_eq!(
        run(&site(&[("protected.txt", b"Ada Kurt\n\nAK\n")]), &["build", "--quiet"]),
        "protected.txt:3:1: error[invalid-protected-list]: this name has fewer than three letters and would be found in every text\n\
         help: write the whole name; one line is one name\n\nexit 1\n"
    );
}

#[test]
fn a_file_that_cannot_be_searched_is_refused() {
    let locked = [b"PK\x03\x04\x14\0\x01\0\x08\0".to_vec(), vec![0; 40]].concat();
    let page = b"---\ntitle: Two\n---\n[the file](files.zip)\n";
    let hash = dossier::source::copies::Sha256::of(&locked);
    let source = format!("---\ntitle: The files\nfile: /files.zip\nsha256: {}\ncleaned: true\n---\n", hash.as_str());
    let files: [(&str, &[u8]); 4] = [
        LIST,
        ("content/files.zip", &locked),
        ("content/two.md", page),
        ("content/sources/files.md", source.as_bytes()),
    ];
    assert_eq!(
        run(&site(&files), &["build", "--quiet"]),
        "content/files.zip:1:1: error[unsearchable-file]: `files/files.zip` cannot be searched for protected names: what is packed in it cannot be read\n\
         help: take the file out of the site, or put what is packed in it there without packing\n\nexit 1\n"
    );
}

#[test]
fn a_list_that_cannot_be_read_ends_the_run() {
    let folder = site(&[]);
    fs::create_dir(folder.path().join("protected.txt")).unwrap();
    assert_eq!(
        run(&folder, &["build", "--quiet"]),
        "error: `protected.txt` cannot be read: it is a folder, not a regular file\nexit 2\n"
    );
    fs::remove_dir(folder.path().join("protected.txt")).unwrap();
    fs::write(folder.path().join("protected.txt"), b"I\xfe\xfdk Kaya\n").unwrap();
    let said = run(&folder, &["build", "--quiet"]);
    assert!(
        said.starts_with("error: `protected.txt` ") && said.ends_with("exit 2\n") && !said.contains("Kaya"),
        "{said}"
    );
}
