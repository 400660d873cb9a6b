//! C 42: what is not renamed, and that nothing is written then.

use super::folder::Folder;

fn site() -> Folder {
    Folder::with([
        ("dossier.toml", "title = \"Records\"\n"),
        ("content/people/k1.md", "---\nname: Kurt One\naliases: [Kurt]\n---\nSee [[Deniz]].\n"),
        ("content/people/k2.md", "---\nname: Kurt Two\naliases: [Kurt, The Second]\n---\nSee [[k1]].\n"),
        ("content/people/deniz.md", "---\nname: Deniz\n---\nWords.\n"),
        ("content/timetable.md", "---\ntitle: Timetable\n---\nSee [[k1]].\n"),
    ])
}

#[track_caller]
fn refused(folder: &Folder, words: [&str; 2], said: &str) {
    let before = folder.texts();
    assert_eq!(folder.run(&["rename", words[0], words[1]]), said);
    assert_eq!(folder.texts(), before);
}

#[test]
fn c42_names_that_mean_nothing_or_too_much() {
    let folder = site();
    refused(
        &folder,
        ["Kurt", "x"],
        "error: `Kurt` can mean 2 things; say which one: `people/k1`, `people/k2`\nexit 2\n",
    );
    refused(
        &folder,
        ["Kurt Thre", "x"],
        "error: nothing in this site is called `Kurt Thre`; did you mean `Kurt`, `Kurt One`, `Kurt Two`?\nexit 2\n",
    );
    refused(
        &folder,
        ["The Second", "x"],
        "error: `The Second` is an alias of content/people/k2.md: change it there, or name the page by its title or its file (`k2`)\nexit 2\n",
    );
    refused(&folder, ["k1#^s1", "x"], "error: `k1#^s1` is no name of a page\nexit 2\n");
    refused(&folder, ["k1", "k1"], "error: content/people/k1.md is called `k1` already\nexit 2\n");
    refused(&folder, ["k1", "a|b"], "error: `|` cannot stand in a name that is linked\nexit 2\n");
    refused(
        &folder,
        ["k1", "places/x"],
        "error: content/people/k1.md stays in its folder: write the new name without one\nexit 2\n",
    );
    refused(&folder, ["k1", " "], "error: the new name is empty\nexit 2\n");
    refused(
        &folder,
        ["k1", "con"],
        "error: no address can be made of `con`: Windows keeps this name for a device\nexit 2\n",
    );
}

#[test]
fn c42_names_that_something_else_has() {
    let folder = site();
    refused(&folder, ["k1", "k2"], "error: content/people/k2.md is there already\nexit 2\n");
    // Links to the other one would lead to two things.
    let said = folder.run(&["rename", "k1", "Deniz"]);
    assert!(said.ends_with("exit 1\n") || said.ends_with("exit 2\n"), "{said}");
    let said = folder.run(&["rename", "Kurt One", "Deniz"]);
    assert!(said.contains("error[ambiguous-name]: `Deniz` can mean 2 things"), "{said}");
    assert!(said.contains("nothing was renamed") && said.ends_with("exit 1\n"), "{said}");
    // The address belongs to the program.
    let said = folder.run(&["rename", "timetable", "timeline"]);
    assert!(said.contains("error[address-taken]") && said.ends_with("exit 1\n"), "{said}");
    assert_eq!(folder.texts(), site().texts());
}

#[test]
fn c42_a_site_with_errors_is_left_alone() {
    let folder = site();
    folder.file("content/broken.md", "---\ntitle: Broken\n---\n[[nobody]] and [[k1]].\n");
    let before = folder.texts();
    let said = folder.run(&["rename", "k1", "k3"]);
    assert!(said.contains("content/broken.md:4:3: error[unknown-name]") && said.ends_with("exit 1\n"), "{said}");
    assert_eq!(folder.texts(), before);
}

#[test]
fn c42_a_link_that_only_a_person_can_change() {
    let folder = site();
    folder.file("content/odd.md", "---\ntitle: Odd\nsources: []\nnot_same_as: >-\n  [[k1]]\n---\nWords.\n");
    let before = folder.texts();
    let said = folder.run(&["rename", "k1", "k3"]);
    assert!(
        said == "error: this link is written in a way that only a person can change: content/odd.md:5; write it plainly, then rename\nexit 2\n",
        "{said}"
    );
    assert_eq!(folder.texts(), before);
}

/// The largest file cannot be written: what was written before it is put back.
#[test]
fn c42_a_disk_that_fails_in_the_middle_changes_nothing() {
    let folder = site();
    let long = format!("---\ntitle: Long\n---\nSee [[k1]].\n{}", "Words.\n".repeat(2_000));
    folder.file("content/long.md", &long);
    let before = folder.texts();
    let said = folder.run_behind("trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"", &["rename", "k1", "k3"]);
    assert!(said.starts_with("error: nothing was renamed, and every file is as it was: cannot write `"), "{said}");
    assert!(said.ends_with(": it is larger than this disk allows\nexit 2\n"), "{said}");
    assert_eq!(folder.texts(), before);
    assert!(folder.run(&["rename", "k1", "k3"]).ends_with("exit 0\n"));
}

/// A name that nobody knows yet is not told by an earlier address.
#[test]
fn c42_what_was_not_published_leaves_no_trace() {
    for state in ["draft: true", "publish_after: 2099-01-01T00:00:00Z"] {
        let folder = site();
        folder.file("content/people/real-name.md", &format!("---\nname: Real Name\n{state}\n---\nWords.\n"));
        let said = folder.run(&["rename", "Real Name", "p-17"]);
        assert!(said.contains("its old address was not published, so nothing leads there"), "{said}");
        let all: String = folder.texts().into_iter().map(|(path, text)| path + &text).collect();
        assert!(!all.to_lowercase().contains("real"), "{all}");
    }
}
