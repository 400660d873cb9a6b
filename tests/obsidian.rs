//! `dossier init --obsidian`: the files for Obsidian, word for word; that they are no part of the site; and that a note made from
//! each of them is right.
#![allow(clippy::disallowed_methods, reason = "tests start the program and make folders of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use dossier::document::kind::Kind;

/// Both streams, and the exit code as the last line.
fn run(folder: &Path, words: &[&str]) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let [out, err] = [ran.stdout, ran.stderr].map(|stream| String::from_utf8(stream).unwrap());
    format!("{out}{err}exit {}\n", ran.status.code().unwrap())
}

/// Every file below `folder` with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

const TYPES: &str = r#"{
  "types": {
    "about": "multitext",
    "accessed": "text",
    "aggregate": "checkbox",
    "aliases": "aliases",
    "archived": "text",
    "author": "multitext",
    "authors": "multitext",
    "card": "checkbox",
    "case": "text",
    "cases": "multitext",
    "cleaned": "checkbox",
    "complainants": "multitext",
    "coordinates": "text",
    "court": "text",
    "date": "text",
    "defendants": "multitext",
    "derived_from": "multitext",
    "draft": "checkbox",
    "events": "multitext",
    "experts": "multitext",
    "feed": "checkbox",
    "file": "text",
    "hearings": "multitext",
    "id": "text",
    "judges": "multitext",
    "kind": "text",
    "label": "text",
    "lang": "text",
    "lawyers": "multitext",
    "name": "text",
    "next": "text",
    "noindex": "checkbox",
    "not_same_as": "multitext",
    "number": "text",
    "numbers": "multitext",
    "observers": "multitext",
    "officials": "multitext",
    "organisations": "multitext",
    "page": "checkbox",
    "people": "multitext",
    "place": "text",
    "places": "multitext",
    "precision": "text",
    "prosecutors": "multitext",
    "public": "text",
    "publish_after": "text",
    "published": "text",
    "publisher": "text",
    "redirect_from": "multitext",
    "same_as": "multitext",
    "seen": "checkbox",
    "sha256": "text",
    "sort_as": "text",
    "sources": "multitext",
    "split_from": "text",
    "status": "text",
    "summary": "text",
    "tags": "tags",
    "title": "text",
    "type": "text",
    "updated": "text",
    "url": "text",
    "victims": "multitext",
    "within": "text",
    "witnesses": "multitext"
  }
}
"#;

#[test]
fn a_vault_is_the_new_site_with_files_for_obsidian_and_builds_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let [plain, vault] = ["plain", "vault"].map(|name| folder.path().join(name));
    let said = run(folder.path(), &["init", "plain", "-q"]);
    assert!(said.ends_with("exit 0\n") && !said.contains("obsidian"), "{said}");
    let said = run(folder.path(), &["init", "vault", "--obsidian", "-q"]);
    let listed: Vec<&str> = said.lines().filter(|line| line.contains("obsidian")).collect();
    let notes = Kind::ALL.map(|kind| format!("templates-obsidian/{kind}.md"));
    let mut expected: Vec<&str> = notes.iter().map(String::as_str).collect();
    expected.extend([".obsidian/templates.json", ".obsidian/types.json"]);
    expected.sort_unstable();
    assert_eq!(listed, expected);

    let (was, mut now) = (files(&plain), files(&vault));
    assert_eq!(String::from_utf8(now.remove(".obsidian/types.json").unwrap()).unwrap(), TYPES);
    assert_eq!(now.remove(".obsidian/templates.json").unwrap(), b"{\n  \"folder\": \"templates-obsidian\"\n}\n");
    for path in &notes {
        now.remove(path).unwrap();
    }
    let ignored = String::from_utf8(now.remove(".gitignore").unwrap()).unwrap();
    assert!(ignored.contains("\n/protected.txt\n") && ignored.ends_with("\n/.obsidian/workspace*.json\n"), "{ignored}");
    assert!(was.iter().filter(|(path, _)| *path != ".gitignore").eq(now.iter()));

    for site in [&plain, &vault] {
        assert_eq!(run(site, &["build", "--strict", "-q", "--now", "2030-01-01T00:00:00Z"]), "exit 0\n");
    }
    let made = |site: &Path| {
        let mut files = files(&site.join("public"));
        files.remove(".dossier-site");
        files.remove("manifest.txt");
        files
    };
    assert_eq!(made(&plain), made(&vault));
}

#[test]
fn a_note_that_obsidian_makes_of_each_template_is_right() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path();
    assert!(run(site, &["init", "--obsidian", "-q"]).ends_with("exit 0\n"));
    for kind in Kind::ALL {
        let template = fs::read_to_string(site.join(format!("templates-obsidian/{kind}.md"))).unwrap();
        assert_eq!(template.matches("{{title}}").count(), 1, "{template}");
        // A note begins as a draft: nothing that is half written is published.
        assert!(template.contains("\ndraft: true "), "{template}");
        let folder = kind.folder().map_or_else(String::new, |folder| format!("{folder}/"));
        let note = template.replace("{{title}}", &format!("A new {kind}: 1"));
        fs::write(site.join(format!("content/{folder}A new {kind}.md")), note).unwrap();
    }
    let said = run(site, &["check", "--drafts", "--strict", "--now", "2030-01-01T00:00:00Z"]);
    assert!(said.ends_with("exit 0\n"), "{said}");
    let listed = run(site, &["list", "--format", "short"]);
    for kind in Kind::ALL {
        assert!(listed.contains(&format!("A new {kind}: 1")), "{listed}");
    }
}
