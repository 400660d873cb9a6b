//! C 42: every form of a link, and that nothing else changes by a byte.

use super::folder::Folder;

const CONFIG: (&str, &str) = ("dossier.toml", "title = \"Records\"\n");

/// A page with every form of a link to `TITLE`, whose file is `FILE`; with a byte order mark, line ends of Windows, spaces at the
/// ends of lines, and no line end at its own end.
const ALL_FORMS: &str = "\u{feff}---\r
title: Forms  \r
kind: dossier\r
people: [ \"[[TITLE]]\",  '[[FILE|him]]' ]\r
not_same_as: [[TITLE]]   # a link without quotes\r
---\r
See [[TITLE]], [[TITLE|the man]], [[ TITLE ]] and [[FILE]].  \r
[[people/FILE]] [[people/FILE.md|x]] [[person:TITLE]] [[person: FILE|y]]\r
[[TITLE#^b1]] [[TITLE#Early life|then]] [[people/FILE#^b1]]\r
\r
[one](people/FILE.md) [two](<people/FILE.md#^b1>) [three][ref] [four](people/FILE.MD \"title\") [[the dossier]]\r
\r
![[TITLE#Early life]]\r
\r
| a | b |\r
|---|---|\r
| [[TITLE\\|x]] | `[[TITLE]]` |\r
\r
- [[the fugitive]] is an alias, %%[[TITLE]] is a remark%% and TITLE is text.\r
\r
> [!testimony] [[TITLE]] ^s1\r
> status: alleged\r
> about: [[FILE]], [[the dossier]]\r
>\r
> [[TITLE|He]] says so.\t \r
\r
```\r
[[TITLE]]\r
```\r
\r
[ref]: people/FILE.md\r
[other]: https://example.org/people/FILE.md\r
Last line without end";

fn forms(title: &str, file: &str) -> String {
    ALL_FORMS.replace("TITLE", title).replace("FILE", file)
}

/// [`ALL_FORMS`] after a renaming: what is code, remark or plain text stays.
fn renamed(title: &str, file: &str, old_title: &str, old_file: &str) -> String {
    forms(title, file)
        .replace(&format!("`[[{title}]]`"), &format!("`[[{old_title}]]`"))
        .replace(
            &format!("%%[[{title}]] is a remark%% and {title} is"),
            &format!("%%[[{old_title}]] is a remark%% and {old_title} is"),
        )
        .replace(&format!("```\r\n[[{title}]]"), &format!("```\r\n[[{old_title}]]"))
        .replace(&format!("example.org/people/{file}.md"), &format!("example.org/people/{old_file}.md"))
}

const PERSON: &str =
    "---\nname: TITLE\naliases: [the fugitive]\n---\n\n## Early life\n\nWords about [[#Early life]]. ^b1\n";

fn site(title: &str, file: &str) -> Folder {
    let person = PERSON.replace("TITLE", title);
    Folder::with([
        CONFIG,
        (&format!("content/people/{file}.md"), person.as_str()),
        ("content/forms.md", &forms(title, file)),
        ("content/dossiers/the-dossier.md", "---\ntitle: the dossier\n---\nNothing to see.\n"),
    ])
}

#[test]
fn c42_a_title_and_the_file_made_of_it_in_every_form() {
    let folder = site("İlhami Balı", "ilhami-bali");
    let before = folder.texts();
    assert!(folder.run(&["build"]).ends_with("exit 0\n"), "{}", folder.run(&["build"]));
    assert_eq!(
        folder.run(&["rename", "İlhami Balı", "Mehmet \"Memo\" Balı"]),
        "content/people/ilhami-bali.md is now content/people/mehmet-memo-bali.md; 23 links written anew, in 1 other file\n\
         /people/ilhami-bali/ leads to /people/mehmet-memo-bali/ (with --no-redirect it would not: for a name that must go)\n\
         exit 0\n"
    );
    let after = folder.texts();
    let mut expected = before;
    expected.remove("content/people/ilhami-bali.md").unwrap();
    let person = PERSON
        .replace("TITLE", "\"Mehmet \\\"Memo\\\" Balı\"")
        .replace("]\n---", "]\nredirect_from: /people/ilhami-bali/\n---");
    expected.insert("content/people/mehmet-memo-bali.md".into(), person);
    let forms = renamed("Mehmet \"Memo\" Balı", "mehmet-memo-bali", "İlhami Balı", "ilhami-bali")
        .replace("\"[[Mehmet \"Memo\" Balı]]\",", "\"[[Mehmet \\\"Memo\\\" Balı]]\",");
    expected.insert("content/forms.md".into(), forms);
    assert_eq!(after, expected);
    assert!(folder.run(&["build"]).ends_with("exit 0\n"), "{}", folder.run(&["build"]));
}

#[test]
fn c42_a_file_alone_and_back_again() {
    let folder = site("İlhami Balı", "ilhami-bali");
    let before = folder.texts();
    for (old, new) in
        [("ilhami-bali", "i-bali"), ("content/people/i-bali.md", "people/another"), ("another", "ilhami-bali")]
    {
        let said = folder.run(&["rename", old, new]);
        assert!(said.ends_with("exit 0\n"), "{said}");
        assert!(folder.run(&["check"]).ends_with("exit 0\n"));
    }
    let mut after = folder.texts();
    let person = after.get_mut("content/people/ilhami-bali.md").unwrap();
    let redirect = "redirect_from: [/people/another/, /people/i-bali/]\n";
    assert!(person.contains(redirect), "{person}");
    *person = person.replace(redirect, "");
    assert_eq!(after, before);
}

#[test]
fn c42_names_with_spaces_and_encoded_addresses() {
    let page =
        "---\ntitle: Page\n---\n[a](people/%C4%B0lhami%20Bal%C4%B1.md) [b](<people/İlhami Balı.md>) [[İlhami Balı]]\n";
    let folder = Folder::with([
        CONFIG,
        ("content/people/İlhami Balı.md", "---\nid: p-1\nsummary: 'x'\n---\nWords.\n"),
        ("content/page.md", page),
    ]);
    let said = folder.run(&["rename", "İlhami Balı", "Ali (Ağrı)"]);
    assert_eq!(
        said,
        "content/people/İlhami Balı.md is now content/people/Ali (Ağrı).md; 3 links written anew, in 1 other file\nexit 0\n"
    );
    let texts = folder.texts();
    assert_eq!(
        texts["content/page.md"],
        "---\ntitle: Page\n---\n[a](people/Ali%20%28A%C4%9Fr%C4%B1%29.md) [b](<people/Ali%20%28A%C4%9Fr%C4%B1%29.md>) [[Ali (Ağrı)]]\n"
    );
    // The id is written and stays, so the address does as well.
    assert_eq!(texts["content/people/Ali (Ağrı).md"], "---\nid: p-1\nsummary: 'x'\n---\nWords.\n");
}

#[test]
fn c42_citations_and_ids_that_are_written() {
    let folder = Folder::with([
        CONFIG,
        ("content/sources/duvar.md", "---\r\ntitle: 'Duvar''s report'\r\nid: \"duvar\" # short\r\n---\r\nWords.\r\n"),
        (
            "content/page.md",
            "---\ntitle: Page\nsources:\n  - \"[[Duvar's report]]\"\n  - \"[[duvar]]\"\n---\nWords [@duvar, p. 3] [@duvar.md; @duvar].\n",
        ),
    ]);
    let said = folder.run(&["rename", "duvar", "duvar-english"]);
    assert!(said.ends_with("exit 0\n"), "{said}");
    let texts = folder.texts();
    assert_eq!(
        texts["content/page.md"],
        "---\ntitle: Page\nsources:\n  - \"[[Duvar's report]]\"\n  - \"[[duvar-english]]\"\n---\nWords [@duvar-english, p. 3] [@duvar-english.md; @duvar-english].\n"
    );
    assert_eq!(
        texts["content/sources/duvar-english.md"],
        "---\r\ntitle: 'Duvar''s report'\r\nid: \"duvar-english\" # short\r\nredirect_from: /sources/duvar/\r\n---\r\nWords.\r\n"
    );
    folder.file(
        "content/other.md",
        "---\ntitle: Other\nsources: ['[[Duvar''s report]]', \"[[Duvar\\u0027s report|x]]\"]\n---\nWords.\n",
    );
    let said = folder.run(&["rename", "Duvar's report", "Duvar's second report"]);
    assert!(said.starts_with("content/sources/duvar-english.md has the new name; 3 links written anew"), "{said}");
    let texts = folder.texts();
    assert!(texts["content/sources/duvar-english.md"].contains("title: 'Duvar''s second report'\r\n"));
    assert!(texts["content/page.md"].contains("\"[[Duvar's second report]]\""));
    let other = &texts["content/other.md"];
    assert!(other.contains("['[[Duvar''s second report]]', \"[[Duvar's second report|x]]\"]"), "{other}");
}

#[test]
fn c42_earlier_addresses_in_every_form_of_a_list() {
    for (written, after) in [
        ("redirect_from: /a/\n", "redirect_from: [/a/, /people/old/]\n"),
        ("redirect_from: \"/a/\" # x\n", "redirect_from: [\"/a/\", /people/old/] # x\n"),
        ("redirect_from: [/a/, '/b/']\n", "redirect_from: [/a/, '/b/', /people/old/]\n"),
        ("redirect_from:\n  - /a/\n  - \"/b/\"\n", "redirect_from:\n  - /a/\n  - \"/b/\"\n  - /people/old/\n"),
        ("redirect_from:\n- /a/ # x\n", "redirect_from:\n- /a/ # x\n- /people/old/\n"),
        ("redirect_from: [/people/new/]\n", "redirect_from: [/people/old/]\n"),
    ] {
        let person = format!("---\nname: Someone\n{written}---\nWords.\n");
        let folder = Folder::with([CONFIG, ("content/people/old.md", &person)]);
        let said = folder.run(&["rename", "old", "new"]);
        assert!(said.ends_with("exit 0\n"), "{said}");
        assert_eq!(folder.texts()["content/people/new.md"], format!("---\nname: Someone\n{after}---\nWords.\n"));
        assert!(folder.run(&["build"]).ends_with("exit 0\n"));
    }
    let folder = Folder::with([CONFIG, ("content/people/old.md", "---\n{\"name\": \"Someone\"}\n---\nWords.\n")]);
    assert!(folder.run(&["rename", "Someone", "Another"]).ends_with("exit 0\n"));
    assert_eq!(folder.texts()["content/people/old.md"], "---\n{\"name\": \"Another\"}\n---\nWords.\n");
    assert!(folder.run(&["rename", "old", "new"]).ends_with("exit 0\n"));
    assert_eq!(
        folder.texts()["content/people/new.md"],
        "---\n{\"name\": \"Another\", \"redirect_from\": \"/people/old/\"}\n---\nWords.\n"
    );
}

#[test]
fn c42_a_dry_run_shows_a_patch_and_writes_nothing() {
    let folder = Folder::with([
        CONFIG,
        ("content/people/old.md", "---\nname: Someone\n---\nWords.\n"),
        ("content/page.md", "---\ntitle: Page\n---\nOne [[old]].\nTwo.\nThree [[old|x]]."),
    ]);
    let before = folder.texts();
    let expected = "\
--- a/content/people/old.md
+++ b/content/people/new.md
@@ -2,0 +3,1 @@
+redirect_from: /people/old/
--- a/content/page.md
+++ b/content/page.md
@@ -4,1 +4,1 @@
-One [[old]].
+One [[new]].
@@ -6,1 +6,1 @@
-Three [[old|x]].
\\ No newline at end of file
+Three [[new|x]].
\\ No newline at end of file
nothing was written; without --dry-run this is what changes
/people/old/ leads to /people/new/ (with --no-redirect it would not: for a name that must go)
exit 0
";
    assert_eq!(folder.run(&["rename", "old", "new", "--dry-run"]), expected);
    assert_eq!(folder.texts(), before);
}
