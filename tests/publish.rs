//! `dossier publish` as a person or a script runs it: what is shown, what is sent, what refuses it, and the way back.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests start the program and make folders of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "publish/desk.rs"]
mod desk;
#[path = "publish/refused.rs"]
mod refused;
#[path = "publish/rollback.rs"]
mod rollback;
#[path = "publish/targets.rs"]
mod targets;
#[path = "publish/terminal.rs"]
mod terminal;
#[path = "publish/withdrawn.rs"]
mod withdrawn;

use desk::{ARI, Desk, HEARING, ended};

#[test]
fn a_first_publication_shows_everything_and_asks() {
    let desk = Desk::new();
    let shown = "\
Appears: 4 pages, * lists and * files
  /hearings/first/
  /people/ari/
  /people/mert/
  /sources/minutes/
Changes: nothing
Disappears: nothing
Names that appear for the first time: 2
  Deniz Arı  /people/ari/
  Ada Mert  /people/mert/
";
    let before = desk.everything();
    let heading = "release 1 to `web` (/www)\n";
    let dry = format!("{heading}nothing was written; without --dry-run this is what happens\n");
    assert_eq!(desk.run(&["publish", "--dry-run"]), ended(0, shown, &dry));
    let nobody =
        "error: nobody can be asked here, as this is no terminal; look at what --dry-run shows, then add --yes\n";
    assert_eq!(desk.run(&["publish"]), ended(2, shown, &format!("{heading}{nobody}")));
    assert_eq!(desk.everything(), before, "nothing was written");

    let done = format!(
        "{heading}release 1 stands in /www: * files written, * unchanged, * removed\n\
         dossier.lock is written; commit it together with the content\n"
    );
    assert_eq!(desk.run(&["publish", "--yes"]), ended(0, shown, &done));
    assert_eq!(desk.run(&["lock", "--check", "-q"]).code, Some(0), "the lock is the one that `dossier lock` writes");
    assert_eq!(desk.run(&["build", "-q", "-o", "../built"]), ended(0, "", ""));
    assert_eq!(desk.files("www"), desk.files("built"), "the site is the one that `dossier build` makes");
    assert_eq!(desk.names(), [".built.cache", ".www.releases", "built", "site", "www"], "nothing is left beside it");
}

#[test]
fn a_second_publication_shows_what_differs_and_keeps_the_first() {
    let desk = Desk::published();
    let first = desk.files("www");
    desk.write("content/people/nur.md", "---\nname: Nur Gül\naliases: [N. G.]\n---\nA clerk.\n");
    desk.write("content/people/ari.md", &ARI.replace("A driver.", "A driver, seen by [[Nur Gül]]."));
    let shown = "\
Appears: 1 page
  /people/nur/
Changes: 1 page, * lists and * files
  /people/ari/
Disappears: nothing
Names that appear for the first time: 2
  N. G.  /people/nur/
  Nur Gül  /people/nur/
";
    let said = "\
release 2 to `web` (/www), in the place of release 1
release 2 stands in /www: * files written, * unchanged, * removed
dossier.lock is written; commit it together with the content
";
    assert_eq!(desk.run(&["publish", "-y"]), ended(0, shown, said));
    assert_eq!(desk.files(".www.releases/1"), first);
    let same = "`web` (/www) has this site already, as release 2\n";
    let now = desk.everything();
    assert_eq!(desk.run(&["publish"]), ended(0, "", same), "where nothing is to be done nobody is asked");
    assert_eq!(desk.everything(), now);
}

#[test]
fn with_v_everything_is_listed_and_other_programs_get_it_as_json() {
    let desk = Desk::new();
    let ran = desk.run(&["publish", "--dry-run", "-v"]);
    for address in ["/", "/people/", "/people/ari/", "/feed.xml", "/sitemap.xml"] {
        assert!(ran.out.contains(&format!("\n  {address}\n")), "{address}: {}", ran.out);
    }
    assert!(!ran.out.contains(".dossier-site"), "{}", ran.out);
    let ran = desk.run(&["publish", "--dry-run", "--format", "json"]);
    let rows: Vec<&str> = ran.out.lines().collect();
    for row in [
        r#"{"change":"appears","what":"page","address":"/people/ari/"}"#,
        r#"{"change":"appears","what":"list","address":"/people/"}"#,
        r#"{"change":"appears","what":"file","address":"/feed.xml"}"#,
        r#"{"change":"appears","what":"name","address":"/people/ari/","name":"Deniz Arı"}"#,
    ] {
        assert!(rows.contains(&row), "{}", ran.out);
    }
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

/// The process may die when the site is in its place and the lock is not yet written: the next publication writes it.
#[test]
fn a_lock_that_was_not_written_any_more_is_written_by_the_next_publication() {
    let desk = Desk::published();
    let before = desk.read("dossier.lock");
    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    assert_eq!(desk.run(&["publish", "-y", "-q"]).code, Some(0));
    let after = desk.read("dossier.lock");
    desk.write("dossier.lock", &before);
    let said = "\
`web` (/www) has this site already, as release 2
dossier.lock is written; commit it together with the content
";
    assert_eq!(desk.run(&["publish", "-y"]), ended(0, "", said));
    assert_eq!(desk.read("dossier.lock"), after);
}

#[test]
fn what_is_not_to_be_published_is_in_no_byte() {
    let desk = Desk::new();
    desk.write("content/people/draft.md", "---\nname: Kaya Kestane\ndraft: true\n---\nWords.\n");
    desk.write("content/people/later.md", "---\nname: Nur Menekşe\npublish_after: 2100-01-01T00:00Z\n---\n");
    let ran = desk.run(&["publish", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.starts_with("embargoes compared with "), "{}", ran.err);
    assert!(ran.err.contains(": 1 page held back\n"), "{}", ran.err);
    for (path, bytes) in desk.files("www").iter().chain(&desk.files(".www.releases")) {
        let text = String::from_utf8_lossy(bytes);
        let found = ["Kestane", "Menekşe"].into_iter().find(|name| text.contains(name));
        assert_eq!(found, None, "{}", path.display());
    }
    let drafts = desk.run(&["publish", "--yes", "--drafts"]);
    assert_eq!(drafts.code, Some(2));
    assert!(drafts.err.starts_with("error: unexpected argument '--drafts' found"), "{}", drafts.err);
}

#[test]
fn an_error_a_warning_or_a_protected_name_refuses_it() {
    let desk = Desk::published();
    let before = desk.everything();
    desk.write("content/hearings/first.md", &HEARING.replace("was* paid", "was not* paid"));
    let ran = desk.run(&["publish", "--yes", "--format", "short"]);
    assert!(ran.err.contains("warning[changed-statement]"), "{}", ran.err);
    let ending = "1 warning\na warning is enough to refuse a publication\nnothing was published\n";
    assert!(ran.err.ends_with(ending), "{}", ran.err);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));

    desk.write("content/hearings/first.md", &HEARING.replace("The court sat", "[[Nobody]] sat"));
    let ran = desk.run(&["publish", "--yes", "--format", "short"]);
    assert!(
        ran.err.contains("error[unknown-name]") && ran.err.ends_with("1 error\nnothing was published\n"),
        "{}",
        ran.err
    );
    assert_eq!(ran.code, Some(1));

    desk.write("content/hearings/first.md", HEARING);
    desk.write("protected.txt", "Ada Mert\n");
    let ran = desk.run(&["publish", "--yes", "--format", "short"]);
    assert!(ran.err.contains("error[protected-name]") && !ran.err.contains("Ada Mert"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
    desk.remove("protected.txt");
    assert_eq!(desk.everything(), before, "the old release stands, and so does the lock");
}
