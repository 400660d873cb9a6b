//! K 100, as far as a folder goes: what was withdrawn is in no file of the site any more, and each place where it may still be is told.

use super::desk::{Desk, HEARING};

/// The site without one of its people.
fn withdraw(desk: &Desk) {
    desk.remove("content/people/ari.md");
    let hearing = HEARING
        .replace("about: [[Deniz Arı]]\n> ", "")
        .replace("[[Deniz Arı]]", "a driver")
        .replace("date: 2025", "corrections: [{date: 2026-01-01, what: A name}]\ndate: 2025");
    desk.write("content/hearings/first.md", &hearing);
    let ran = desk.run(&["lock", "-q", "--withdraw", "/people/ari/"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

/// The files below `folder` that hold the address or the name.
fn with_the_name(desk: &Desk, folder: &str) -> Vec<String> {
    let holds = |text: &str| ["people/ari", "Arı", "Deniz"].iter().any(|part| text.contains(part));
    let files = desk.files(folder);
    let found =
        files.iter().filter(|(path, bytes)| holds(path.to_str().unwrap()) || holds(&String::from_utf8_lossy(bytes)));
    found.map(|(path, _)| path.display().to_string()).collect()
}

#[test]
fn k100_what_was_withdrawn_is_gone_and_where_it_may_still_be_is_told() {
    let desk = Desk::published();
    assert!(with_the_name(&desk, "www").len() > 5, "its page, the feed, the sitemap, lists, data, the search");
    withdraw(&desk);
    let ran = desk.run(&["publish", "-y"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("\nDisappears: 1 page and * list\n  /people/ari/\n"), "{}", ran.out);
    assert_eq!(with_the_name(&desk, "www"), [""; 0]);
    let said = "\
warning: what has been withdrawn is still in release 1, kept in /.www.releases; `dossier publish web --forget` removes all earlier releases
warning: pages that disappeared from /www may still be in caches, places that other programs have uploaded them to, archives of the web and search engines: from there this program cannot take them back
";
    assert!(ran.err.ends_with(said), "{}", ran.err);

    // It is said until it is gone.
    assert!(desk.run(&["publish"]).err.contains("is still in release 1"), "said again");
    let ran = desk.run(&["publish", "-y", "--forget"]);
    let gone =
        "`web` (/www) has this site already, as release 2\nno earlier release is kept in /.www.releases any more\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), gone));
    assert_eq!(with_the_name(&desk, ".www.releases"), [""; 0]);
}

#[test]
fn k100_where_git_keeps_the_folder_its_history_is_among_the_places() {
    let desk = Desk::new();
    desk.put("pages/.git/HEAD", "ref: refs/heads/main\n");
    desk.write("dossier.toml", &super::desk::CONFIG.replace("../www", "../pages/docs"));
    desk.publish();
    withdraw(&desk);
    let ran = desk.run(&["publish", "-y"]);
    let said = "pages that disappeared from /pages/docs may still be in the history of git, which keeps this folder, in caches, ";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(desk.files("pages").keys().filter(|path| path.starts_with(".git")).count(), 1);
}
