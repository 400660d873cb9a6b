//! C 42: what was published stays accounted for when its page moves.

use super::folder::Folder;

const NOW: &str = "--now=2026-01-01T12:00Z";

fn site() -> Folder {
    let folder = Folder::with([
        ("dossier.toml", "title = \"Records\"\n"),
        ("content/people/ari.md", "---\nname: Ari\n---\nWords.\n"),
        (
            "content/hearings/first.md",
            "---\ntitle: First\n---\nSee [[Ari]].\n\n> [!testimony] [[ari]] ^s1\n> status: alleged\n> about: [[ari]]\n>\n> Says so.\n",
        ),
    ]);
    assert!(folder.run(&["lock", NOW]).ends_with("exit 0\n"));
    folder
}

#[test]
fn c42_the_lock_moves_with_the_page() {
    let folder = site();
    for (old, new) in [("ari", "ari-one"), ("first", "opening")] {
        let said = folder.run(&["rename", old, new, NOW]);
        assert!(said.ends_with("exit 0\n"), "{said}");
        let said = folder.run(&["lock", "--check", NOW]);
        assert!(said.contains("dossier.lock is up to date") && said.ends_with("exit 0\n"), "{said}");
    }
    let texts = folder.texts();
    let lock = &texts["dossier.lock"];
    for line in [
        "page /people/ari-one/ person",
        "redirect /people/ari/\n",
        "statement /hearings/opening/#s1 alleged",
        "redirect /hearings/first/\n",
    ] {
        assert!(lock.contains(line), "{line}: {lock}");
    }
    assert!(folder.run(&["check", "--strict", NOW]).ends_with("exit 0\n"));
    for (old, new) in [("opening", "first"), ("ari-one", "ari")] {
        assert!(folder.run(&["rename", old, new, NOW]).ends_with("exit 0\n"));
    }
    assert!(folder.run(&["check", "--strict", NOW]).ends_with("exit 0\n"));
}

#[test]
fn c42_what_had_changed_since_it_was_published_is_still_told() {
    let folder = site();
    let changed = folder.texts()["content/hearings/first.md"].replace("Says so.", "Says otherwise.");
    folder.file("content/hearings/first.md", &changed);
    assert!(folder.run(&["check", NOW]).contains("warning[changed-statement]"));
    assert!(folder.run(&["rename", "ari", "ari-one", NOW]).ends_with("exit 0\n"));
    assert!(folder.run(&["check", NOW]).contains("warning[changed-statement]"));
    assert!(folder.run(&["rename", "first", "opening", NOW]).ends_with("exit 0\n"));
    assert!(folder.run(&["check", NOW]).contains("warning[changed-statement]"));
}

#[test]
fn c42_a_name_that_must_go_leaves_its_address() {
    let folder = site();
    let said = folder.run(&["rename", "Ari", "A witness", "--no-redirect", NOW]);
    assert!(said.contains("run `dossier lock --withdraw /people/ari/`") && said.ends_with("exit 0\n"), "{said}");
    assert!(folder.run(&["check", NOW]).contains("error[vanished-page]"));
    assert!(folder.run(&["lock", "--withdraw", "/people/ari/", NOW]).ends_with("exit 0\n"));
    assert!(folder.run(&["check", NOW]).ends_with("exit 0\n"));
    let all: String = folder.texts().into_iter().map(|(path, text)| path + &text).collect();
    assert!(!all.contains("ari/") && !all.contains("Ari") && !all.contains("ari.md"), "{all}");
}
