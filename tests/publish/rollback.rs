//! The way back to an earlier release, and what it does not bring back.

use std::fs;
use std::process::Command;
use std::time::Instant;

use super::desk::{ARI, Desk, HEARING, MERT, ended};

/// K 99: back by one and by five, and after a publication that failed; in time, and each byte as it was.
#[test]
fn k99_an_earlier_release_stands_again_byte_for_byte() {
    let desk = Desk::published();
    let mut releases = vec![desk.files("www")];
    releases.extend(desk.publish_more(6));
    let lock = desk.read("dossier.lock");
    let began = Instant::now();
    let ran = desk.run(&["publish", "--rollback", "--yes"]);
    assert!(began.elapsed().as_secs() < 10);
    let shown = "\
Appears: nothing
Changes: * lists and * files
Disappears: 1 page
  /people/more-7/
Names that come back: none
";
    let said = "\
back to release 6 of `web` (/www) in the place of release 7
release 6 stands again in /www
dossier.lock is left as it is: what was published has been published; `dossier publish web` publishes the content as it is now
";
    assert_eq!(ran, ended(0, shown, said));
    assert_eq!(desk.files("www"), releases[5]);
    assert_eq!(desk.read("dossier.lock"), lock);

    // The release that was left is gone; what is published next follows the one that stands.
    assert_eq!(desk.run(&["publish", "--yes", "-q"]).code, Some(0));
    assert_eq!(desk.files("www"), releases[6]);

    // No file may be larger than nothing: the next publication fails, and the way back does not need room.
    desk.write("content/people/nur.md", "---\nname: Nur Gül\n---\n");
    let line = "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"";
    let mut program = Command::new("sh");
    program.args(["-c", line, env!("CARGO_BIN_EXE_dossier"), "publish", "-y"]);
    program.current_dir(desk.path().join("site")).env_clear();
    let failed = desk.ran(program);
    assert_eq!(failed.code, Some(2), "{}", failed.err);
    assert!(failed.err.contains("it is larger than this disk allows"), "{}", failed.err);
    assert_eq!(desk.files("www"), releases[6]);
    desk.remove("content/people/nur.md");
    let began = Instant::now();
    let ran = desk.run(&["publish", "--rollback", "5", "--yes"]);
    assert!(began.elapsed().as_secs() < 10);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(desk.files("www"), releases[1]);
    assert_eq!(desk.names(), [".www.releases", "site", "www"]);
}

#[test]
fn a_look_at_an_earlier_release_writes_nothing() {
    let desk = Desk::published();
    desk.publish_more(1);
    let before = desk.everything();
    let ran = desk.run(&["publish", "--rollback", "--dry-run"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("Disappears: 1 page\n"), "{}", ran.out);
    let ran = desk.run(&["publish", "--rollback"]);
    assert!(ran.err.ends_with("add --yes\n"), "{}", ran.err);
    assert_eq!((ran.code, desk.everything()), (Some(2), before));
}

#[test]
fn what_is_not_kept_cannot_be_gone_back_to() {
    let desk = Desk::new();
    let none = "error: no earlier release of `/www` is kept, so there is nothing to go back to\n";
    assert_eq!(desk.run(&["publish", "--rollback"]), ended(2, "", none));
    desk.publish_more(2);
    let one = "error: one earlier release of `/www` is kept, release 1; `--rollback` goes back to it\n";
    assert_eq!(desk.run(&["publish", "--rollback", "2"]), ended(2, "", one));
    desk.publish_more(1);
    let two = "error: 2 earlier releases of `/www` are kept: 2, 1\n";
    assert_eq!(desk.run(&["publish", "web", "--rollback", "3"]), ended(2, "", two));
    let ran = desk.run(&["publish", "--rollback", "web"]);
    assert!(ran.err.contains("write the name of the folder before it: dossier publish web --rollback"), "{}", ran.err);
    assert_eq!(ran.code, Some(2));

    desk.put(".www.releases/2/index.html", "damaged");
    let ran = desk.run(&["publish", "--rollback", "-y"]);
    let damaged = "error: nothing was changed: the release in `/.www.releases/2` is not what was published, so the site is left as it is: \
                   `index.html`\n";
    assert_eq!(ran, ended(2, "", damaged));
    assert_eq!(desk.run(&["publish", "--rollback", "2", "-y"]).code, Some(0), "the one before it is whole");
}

/// A page, a statement and a name that are no longer given: each is listed, and comes back only when it is named.
#[test]
fn what_was_withdrawn_since_comes_back_only_by_name() {
    let desk = Desk::published();
    let first = desk.files("www");
    desk.remove("content/people/mert.md");
    let cut = HEARING
        .split("> [!act]")
        .next()
        .unwrap()
        .replace("[[Ada Mert]]", "unattributed")
        .replace("date: 2025", "corrections: [{date: 2026-01-01, what: Who said it}]\ndate: 2025");
    desk.write("content/hearings/first.md", &cut);
    let words = ["lock", "-q", "--withdraw", "/people/mert/", "--withdraw", "/hearings/first/#s2"];
    assert_eq!(desk.run(&words).code, Some(0));
    desk.write("content/people/ari.md", &ARI.replace("Deniz Arı", "D. A.\naliases: [Deniz Arı]"));
    desk.publish();
    desk.write("content/people/ari.md", &ARI.replace("Deniz Arı", "D. A."));
    desk.write("content/hearings/first.md", &cut.replace("[[Deniz Arı]]", "[[D. A.]]"));
    desk.publish();
    let before = desk.everything();

    let ran = desk.run(&["publish", "--rollback", "2", "--yes"]);
    let refused = "error: release 1 would bring back what has been withdrawn since, or a name that is no longer given; if it is meant to come \
                   back, name each with --bring-back:\n  /hearings/first/#s2\n  /people/ari/\n  /people/mert/\nnothing was changed\n";
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.ends_with(refused), "{}", ran.err);
    let some = ["publish", "--rollback", "2", "-y", "--bring-back", "/people/mert/", "--bring-back", "/people/ari/"];
    let ran = desk.run(&some);
    assert!(ran.err.ends_with("--bring-back:\n  /hearings/first/#s2\nnothing was changed\n"), "{}", ran.err);
    assert_eq!(desk.everything(), before);
    let ran = desk.run(&[&some[..], &["--bring-back", "hearings/first#s2"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(desk.files("www"), first);
}

/// A page that was withdrawn here and is still published: the way back does not bring an older edition of it either.
#[test]
fn a_withdrawal_that_is_not_published_yet_counts_as_well() {
    let desk = Desk::published();
    desk.publish_more(1);
    desk.remove("content/hearings/first.md");
    assert_eq!(desk.run(&["lock", "-q", "--withdraw", "/hearings/first/"]).code, Some(0));
    let ran = desk.run(&["publish", "--rollback", "-y"]);
    assert!(ran.err.ends_with("--bring-back:\n  /hearings/first/\nnothing was changed\n"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
}

/// Names that must not be published now are looked for in every byte of the earlier release, and no flag lets them through.
#[test]
fn a_name_that_is_protected_now_does_not_come_back() {
    let desk = Desk::published();
    desk.publish_more(1);
    let before = desk.files("www");
    for (path, text) in
        [("protected.txt", "Ada Mert\n"), ("content/people/mert.md", &MERT.replace("name:", "draft: true\nname:"))]
    {
        let old = fs::read_to_string(desk.path().join("site").join(path)).ok();
        desk.write(path, text);
        let ran = desk.run(&["publish", "--rollback", "-y", "--bring-back", "/people/mert/", "--format", "short"]);
        assert!(ran.err.contains("error[protected-name]") && !ran.err.contains("Ada Mert"), "{}", ran.err);
        let ending = "the release holds names that must not be published, so it is not gone back to\n";
        assert!(ran.err.ends_with(ending), "{}", ran.err);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        match old {
            Some(text) => desk.write(path, &text),
            None => desk.remove(path),
        }
    }
    assert_eq!(desk.files("www"), before);
    assert_eq!(desk.run(&["publish", "--rollback", "-y"]).code, Some(0));
}

/// At midnight the content may be full of faults; the way back does not ask for more than the releases.
#[test]
fn faults_of_the_content_do_not_stand_in_the_way() {
    let desk = Desk::published();
    let first = desk.files("www");
    desk.publish_more(1);
    desk.write("content/people/ari.md", "---\nname: [\n---\nSee [[Nobody]].\n");
    let ran = desk.run(&["publish", "--rollback", "-y"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(desk.files("www"), first);
}

#[test]
fn what_was_changed_by_hand_refuses_the_way_back_too() {
    let desk = Desk::published();
    let first = desk.files("www");
    desk.publish_more(1);
    desk.put("www/index.html", "changed");
    let ran = desk.run(&["publish", "--rollback", "-y"]);
    assert!(ran.err.contains("`/www` was changed by hand since it was published"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
    assert_eq!(desk.run(&["publish", "--rollback", "-y", "--overwrite-changes"]).code, Some(0));
    assert_eq!(desk.files("www"), first);
}
