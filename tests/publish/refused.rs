//! What somebody did to the folder, what comes from another state of the site, and who else publishes.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::desk::{Desk, HEARING, ended};

/// Runs `programs` at the same time; how each ended.
fn at_once<const N: usize>(programs: [Command; N]) -> [Option<i32>; N] {
    let silent = |mut program: Command| program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    programs.map(silent).map(|mut child| child.wait().unwrap().code())
}

/// K 98: a page edited by hand, one gone, one renamed to other case, one that the host gave other line ends, one more.
#[test]
fn k98_what_was_changed_by_hand_is_listed_and_refuses_until_it_is_named() {
    let desk = Desk::published();
    let page = |path: &str| desk.path().join("www").join(path);
    let text = fs::read_to_string(page("index.html")).unwrap();
    fs::write(page("index.html"), text.replace("Records", "Records!")).unwrap();
    let lines = fs::read_to_string(page("sitemap.xml")).unwrap();
    fs::write(page("sitemap.xml"), lines.replace('\n', "\r\n")).unwrap();
    fs::rename(page("people/ari"), page("people/Ari")).unwrap();
    let before = desk.everything();
    let ran = desk.run(&["publish", "--yes"]);
    assert_eq!(ran.code, Some(1));
    let added = "error: `/www` holds files that nobody published and that would be lost; move them away (files in static/ become part of the \
                 site):\n  people/Ari/index.html\n";
    let changed = "error: `/www` was changed by hand since it was published; take over into the content what is meant to stay; to publish \
                   over it all the same, add --overwrite-changes:\n  index.html\n  sitemap.xml\n  people/ari/index.html (gone)\n";
    assert!(ran.err.ends_with(&format!("{added}{changed}nothing was published\n")), "{}", ran.err);
    assert!(ran.out.contains("Appears: 1 page\n  /people/ari/\n"), "what stands is what is compared: {}", ran.out);
    let ran = desk.run(&["publish", "--yes", "--overwrite-changes"]);
    assert_eq!(ran.code, Some(1), "what is not ours is never removed");
    assert!(ran.err.ends_with(&format!("{added}nothing was published\n")), "{}", ran.err);
    assert_eq!(desk.everything(), before);

    fs::remove_dir_all(page("people/Ari")).unwrap();
    let ran = desk.run(&["publish", "--yes", "--overwrite-changes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(fs::read_to_string(page("index.html")).unwrap(), text);
    assert_eq!(desk.names(), [".www.releases", "site", "www"]);
}

/// K 98: a manifest that was changed, and a site that something else has built there.
#[test]
fn k98_a_site_that_is_none_of_the_releases_is_not_published_over() {
    let desk = Desk::published();
    let manifest = fs::read_to_string(desk.path().join("www/manifest.txt")).unwrap();
    desk.put("www/manifest.txt", manifest.lines().next().unwrap());
    let ran = desk.run(&["publish", "--yes"]);
    assert!(
        ran.err.contains("error: what stands in `/www` is none of the releases that were published there"),
        "{}",
        ran.err
    );
    assert_eq!(ran.code, Some(1));
    desk.put("www/manifest.txt", &manifest);
    assert_eq!(desk.run(&["publish", "--yes"]).code, Some(0));

    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    assert_eq!(desk.run(&["build", "-q", "-o", "../www"]).code, Some(0));
    let ran = desk.run(&["publish", "--yes"]);
    assert!(ran.err.contains("add --overwrite-changes\nnothing was published\n"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
    assert_eq!(desk.run(&["publish", "--yes", "--overwrite-changes"]).code, Some(0));
}

#[test]
fn what_dossier_build_wrote_is_taken_over_by_the_first_publication() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["build", "-q", "-o", "../www"]).code, Some(0));
    let built = desk.files("www");
    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    let ran = desk.run(&["publish", "--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.starts_with("Appears: 1 page\n  /people/nur/\n"), "{}", ran.out);
    assert_ne!(desk.files("www"), built);
}

#[test]
fn k97_of_two_publishers_at_once_the_second_is_refused() {
    let desk = Desk::published();
    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    let before = desk.everything();
    let lock = desk.path().join(".www.lock");
    let mut held = fs::File::create(&lock).unwrap();
    held.write_all(b"4711").unwrap();
    held.lock().unwrap();
    let began = Instant::now();
    let refused = "error: nothing was published: another build or publication (process 4711) is writing `/www`; wait for it or end it, then \
                   try again (if none is running, on no computer that shares this disk, delete `/.www.lock`)\n";
    assert_eq!(desk.run(&["publish", "--yes"]), ended(2, "", refused));
    assert!(began.elapsed().as_secs() < 9, "it does not wait, as what it has shown may be no longer so");
    assert_eq!(desk.run(&["publish", "--rollback", "--yes"]).code, Some(2));
    drop(held);
    fs::remove_file(&lock).unwrap();
    assert_eq!(desk.everything(), before);

    // Several that begin together: whoever does not publish is refused, and the site is whole.
    let codes = at_once([&["publish", "--yes"]; 3].map(|words| desk.program(words)));
    assert!(codes.contains(&Some(0)) && codes.iter().all(|code| matches!(code, Some(0 | 2))), "{codes:?}");
    let now = desk.files("www");
    assert_eq!(desk.run(&["build", "-q", "-o", "../built"]).code, Some(0));
    assert_eq!(now, desk.files("built"));
    assert_eq!(desk.names(), [".built.cache", ".www.releases", "built", "site", "www"]);
}

/// J 90: a build into the folder that is published, at the same time. Both end, and one of them stands whole.
#[test]
fn j90_a_build_beside_a_publication() {
    let desk = Desk::published();
    for turn in 0..4 {
        desk.write("content/people/nur.md", &format!("---\nname: Nur Gül\n---\nWords {turn}.\n"));
        let words = [&["build", "-o", "../www"][..], &["publish", "--yes", "--overwrite-changes"]];
        let codes = at_once(words.map(|words| desk.program(words)));
        assert!(codes[0] == Some(0) && matches!(codes[1], Some(0 | 2)), "{codes:?}");
        let now = desk.files("www");
        assert_eq!(desk.run(&["build", "-q", "-o", "../built"]).code, Some(0));
        assert_eq!(now, desk.files("built"), "{codes:?}");
    }
}

#[test]
fn a_page_that_vanished_refuses_it() {
    let desk = Desk::published();
    let before = desk.everything();
    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    desk.write("content/hearings/first.md", "---\ntitle: First hearing\ndate: 2025-09-03\nid: opening\n---\n");
    let ran = desk.run(&["publish", "--yes", "--format", "short"]);
    assert!(
        ran.err.contains("error[vanished-page]: /hearings/first/ was published and is no longer there"),
        "{}",
        ran.err
    );
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(desk.everything(), before);
}

/// Somebody has published from a newer state or another branch: content and lock here know nothing of it.
#[test]
fn pages_of_another_state_do_not_vanish_unless_each_is_named() {
    let desk = Desk::published();
    let older = desk.read("dossier.lock");
    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    desk.publish();
    desk.remove("content/people/nur.md");
    desk.write("dossier.lock", &older);
    let ran = desk.run(&["publish", "--yes"]);
    let refused = "error: these pages and statements were published from another state of the site: neither this content nor its dossier.lock has them, and \
                   they would disappear; get that state, for example with `git pull`; or name each with --remove:\n  /people/nur/\nnothing \
                   was published\n";
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.ends_with(refused), "{}", ran.err);
    desk.remove("dossier.lock");
    let ran = desk.run(&["publish", "--yes"]);
    assert!(ran.err.ends_with(refused), "a lock that was lost is no way around: {}", ran.err);
    assert_eq!(desk.run(&["publish", "--yes", "--remove", "/people/other/"]).code, Some(1));
    let ran = desk.run(&["publish", "--yes", "--remove", "/people/nur/"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("Disappears: 1 page\n  /people/nur/\n"), "{}", ran.out);
}

/// A checkout from before a withdrawal still holds what was withdrawn, and its lock does not say so.
#[test]
fn an_older_state_does_not_bring_back_what_was_withdrawn() {
    let desk = Desk::new();
    let clerk = "---\nname: Ece Ak\n---\n";
    desk.write("content/people/p-17.md", clerk);
    desk.publish();
    let lock = desk.read("dossier.lock");
    desk.remove("content/hearings/first.md");
    desk.write("content/people/p-17.md", "---\nwithdrawn: {date: 2026-01-02}\n---\n");
    let words = ["lock", "-q", "--withdraw", "/hearings/first/", "--now=2026-01-02T12:00Z"];
    assert_eq!(desk.run(&words).code, Some(0));
    desk.publish();
    let before = desk.everything();

    desk.write("content/hearings/first.md", HEARING);
    desk.write("content/people/p-17.md", clerk);
    desk.write("dossier.lock", &lock);
    let ran = desk.run(&["publish", "--yes"]);
    assert_eq!(ran.code, Some(1));
    let forgotten = "error: what was withdrawn would come back: this dossier.lock is from an older state and does not say so; get the newest \
                     one, for example with `git pull`:\n  a page on 2026-01-02\n";
    let noted = "error: these pages were withdrawn, and a note says so at their addresses; they would come back; if they are meant to, name \
                 each with --bring-back:\n  /people/p-17/\n";
    assert!(ran.err.ends_with(&format!("{forgotten}{noted}nothing was published\n")), "{}", ran.err);
    desk.write("dossier.lock", std::str::from_utf8(&before[std::path::Path::new("site/dossier.lock")]).unwrap());
    assert_eq!(desk.everything(), before);
    let ran = desk.run(&["publish", "--yes", "--bring-back", "/people/p-17/"]);
    assert_eq!(ran.code, Some(0), "with the newest lock it is a decision: {}", ran.err);
}
