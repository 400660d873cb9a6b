//! `dossier.lock` from the first publication to a withdrawal: what is listed, what an edit does to it, and what a build then says.
#![allow(clippy::disallowed_methods, reason = "tests start the program and make folders of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "lock/program.rs"]
mod program;
#[path = "lock/random.rs"]
mod random;

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Code, Diagnostic};
use dossier::pages::lock;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

const CONFIG: &str = "title = \"Records\"\nbase_url = \"https://records.example/\"\n";
const ARI: &str = "---\nname: Deniz Arı\n---\nA driver.\n";
const MERT: &str = "---\nname: Ada Mert\n---\nA clerk.\n";
const MINUTES: &str = "---\ntitle: Court minutes\ntype: minutes\n---\n";
const HEARING: &str = "\
---
title: First hearing
date: 2025-09-03
---

The court sat at nine.

> [!testimony] [[Ada Mert]] ^s1
> about: [[Deniz Arı]]
> status: alleged
>
> Said that [[Deniz Arı]] *was* paid.
>
> > \"He was paid.\"

> [!act] unattributed ^s2
> status: reported
> via: [[Court minutes]]
>
> The court adjourned.
";

/// A small site, and an edit of it.
#[derive(Clone)]
struct Files(BTreeMap<String, String>);

impl Files {
    fn site() -> Self {
        let files = [
            ("dossier.toml", CONFIG),
            ("content/people/ari.md", ARI),
            ("content/people/mert.md", MERT),
            ("content/sources/minutes.md", MINUTES),
            ("content/hearings/first.md", HEARING),
        ];
        Self(files.map(|(path, text)| (path.to_owned(), text.to_owned())).into())
    }

    fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    fn without(mut self, path: &str) -> Self {
        self.0.remove(path).unwrap();
        self
    }

    fn replacing(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.0[path].replace(from, to);
        assert_ne!(text, self.0[path], "{path} holds {from}");
        self.with(path, &text)
    }

    fn moving(self, from: &str, to: &str) -> Self {
        let text = self.0[from].clone();
        self.without(from).with(to, &text)
    }

    fn tree(&self) -> SourceTree {
        self.0.iter().map(|(path, text)| SourceFile::text(path, text)).collect()
    }

    /// The lock of the site as it is.
    fn lock(&self) -> String {
        lock::print(&Pipeline::default().published(&self.tree(), &options()))
    }

    /// The site with the lock of `published`.
    fn locked_as(self, published: &Self) -> Self {
        let lock = published.lock();
        self.with(lock::NAME, &lock)
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        Pipeline::default().build(&self.tree(), &options()).diagnostics
    }

    /// What a build says: the code, and the line of the lock or the words of the statement that it is about.
    fn said(&self) -> Vec<(Code, String)> {
        let tree = self.tree();
        let words = |diagnostic: &Diagnostic| {
            let file = tree.files().find(|file| file.id == diagnostic.span.file).unwrap();
            file.as_text().unwrap()[diagnostic.span.range()].split(' ').take(2).collect::<Vec<_>>().join(" ")
        };
        self.diagnostics().iter().map(|diagnostic| (diagnostic.code, words(diagnostic))).collect()
    }
}

fn options() -> Options {
    Options::at(Moment::parse("2026-01-01T00:00Z").unwrap())
}

/// What is said about the site when `published` is what it was, each as `code: words`.
fn after(edited: Files) -> Vec<String> {
    let said = edited.locked_as(&Files::site()).said();
    said.into_iter().map(|(code, words)| format!("{}: {words}", code.name())).collect()
}

#[test]
fn a_lock_lists_every_page_and_statement_and_nothing_that_is_not_published() {
    let site = Files::site()
        .with(
            "content/people/draft.md",
            "---\nname: Kaya Kestane\ndraft: true\n---\n> [!act] unattributed ^s1\n> status: alleged\n>\n> X.\n",
        )
        .with("content/people/later.md", "---\nname: Nur Menekşe\npublish_after: 2026-02-01T00:00Z\n---\n")
        .with(
            "content/people/w-2.md",
            "---\nlabel: a clerk of the court\nwithheld: {how: by-us, why: safety}\npage: false\n---\n",
        )
        .with("content/people/p-17.md", "---\nwithdrawn: {date: 2025-11-02}\n---\n")
        .replacing(
            "content/hearings/first.md",
            "date: 2025",
            "redirect_from: [/hearings/opening/, /old.html]\ndate: 2025",
        )
        .replacing(
            "content/hearings/first.md",
            "> The court adj",
            "> On the word of [[w-2]] and [[Kaya Kestane]] the court adj",
        );
    assert_eq!(site.diagnostics(), []);
    let lock = site.lock();
    let without_hashes: Vec<String> = lock
        .lines()
        .map(|line| line.split(' ').filter(|word| word.len() != 32).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        without_hashes,
        [
            "dossier-lock 1",
            "# What this site has published. `dossier lock` writes it; commit it, and leave it as it is.",
            "page /hearings/first/ hearing 0",
            "statement /hearings/first/#s1 alleged",
            "statement /hearings/first/#s2 reported",
            "redirect /hearings/opening/",
            "redirect /old.html",
            "page /people/ari/ person 0",
            "page /people/mert/ person 0",
            "note /people/p-17/ 2025-11-02",
            "page /sources/minutes/ source 0",
        ]
    );
    let renamed = site.replacing("content/people/draft.md", "Kaya Kestane", "Kaya Gürgen").replacing(
        "content/hearings/first.md",
        "[[Kaya Kestane]]",
        "[[Kaya Gürgen]]",
    );
    assert_eq!(renamed.lock(), lock, "no hash depends on the name of what is not published");
    let named = renamed.replacing(
        "content/hearings/first.md",
        "status: reported",
        "about: [[Kaya Gürgen]]\n> status: reported",
    );
    assert_eq!(named.lock(), lock, "and none on whether it is named where readers do not see it");
}

#[test]
fn without_a_lock_nothing_is_compared_and_with_a_fresh_one_nothing_is_said() {
    let site = Files::site();
    assert_eq!(site.diagnostics(), []);
    let lock = site.lock();
    assert_eq!(site.lock(), lock, "the same site gives the same bytes");
    for lock in [lock.clone(), lock.replace('\n', "\r\n")] {
        assert_eq!(site.clone().with(lock::NAME, &lock).diagnostics(), []);
    }
    assert_eq!(after(site.with("content/about.md", "---\ntitle: About\n---\n")), [""; 0], "what is new is no matter");
}

#[test]
fn a_page_that_is_no_longer_published_has_vanished() {
    let hearing = "content/hearings/first.md";
    let gone = ["vanished-page: page /hearings/first/"];
    for edited in [
        Files::site().without(hearing),
        Files::site().replacing(hearing, "date: 2025", "draft: true\ndate: 2025"),
        Files::site().replacing(hearing, "date: 2025", "publish_after: 2026-01-01T00:01Z\ndate: 2025"),
        Files::site().replacing(hearing, "date: 2025", "id: opening\ndate: 2025"),
        Files::site().moving(hearing, "content/hearings/opening.md"),
    ] {
        assert_eq!(after(edited), gone);
    }
    let unpaged = Files::site()
        .with("content/people/ari.md", "---\nlabel: a driver\nwithheld: {how: not-said}\npage: false\n---\n");
    let unpaged = unpaged.replacing(hearing, "[[Deniz Arı]]", "[[ari]]");
    assert_eq!(after(unpaged), ["changed-statement: s1", "vanished-page: page /people/ari/"]);
}

#[test]
fn a_redirect_or_a_note_stands_for_a_page_and_its_statements() {
    let hearing = "content/hearings/first.md";
    let moved = Files::site().moving(hearing, "content/hearings/opening.md").replacing(
        "content/hearings/opening.md",
        "date: 2025",
        "redirect_from: /hearings/first/\ndate: 2025",
    );
    assert_eq!(after(moved.clone()), [""; 0]);
    let changed = moved.clone().replacing("content/hearings/opening.md", "was* paid", "was not* paid");
    assert_eq!(after(changed), ["changed-statement: s1"], "a page that moved is compared as if it had stayed");
    let lost = moved.replacing("content/hearings/opening.md", "^s2", "^s3");
    assert_eq!(after(lost), ["vanished-statement: statement /hearings/first/#s2"]);
    let noted = Files::site().with(hearing, "---\nwithdrawn: {date: 2025-12-01}\n---\n");
    assert_eq!(after(noted), [""; 0]);
    let renamed_target = Files::site().moving("content/people/ari.md", "content/people/driver.md").replacing(
        "content/people/driver.md",
        "name:",
        "redirect_from: /people/ari/\nname:",
    );
    assert_eq!(after(renamed_target), [""; 0], "who is named has moved, and nothing else has been said");
}

#[test]
fn a_page_that_took_another_over_does_not_stand_for_its_statements_by_chance() {
    let second = HEARING.replace("First hearing", "Second hearing").replace("was* paid", "was* robbed");
    let both = Files::site().with("content/hearings/second.md", &second);
    let joined = both
        .clone()
        .without("content/hearings/first.md")
        .replacing("content/hearings/second.md", "date: 2025", "redirect_from: /hearings/first/\ndate: 2025")
        .locked_as(&both);
    let said: Vec<String> =
        joined.said().into_iter().map(|(code, words)| format!("{}: {words}", code.name())).collect();
    assert_eq!(
        said,
        ["vanished-statement: statement /hearings/first/#s1", "vanished-statement: statement /hearings/first/#s2"]
    );
}

#[test]
fn a_statement_that_is_no_longer_there_has_vanished() {
    let hearing = "content/hearings/first.md";
    let gone = ["vanished-statement: statement /hearings/first/#s2"];
    let cut = HEARING.split("> [!act]").next().unwrap();
    assert_eq!(after(Files::site().with(hearing, cut)), gone);
    assert_eq!(after(Files::site().replacing(hearing, "^s2", "^s3")), gone);
    let retracted = Files::site().replacing(hearing, "status: reported", "status: retracted");
    assert_eq!(after(retracted), [""; 0]);
}

#[test]
fn a_changed_claim_wants_a_correction() {
    let hearing = "content/hearings/first.md";
    let edit = |from: &str, to: &str| Files::site().replacing(hearing, from, to);
    for (edited, place) in [
        (edit("was* paid", "was not* paid"), "s1"),
        (edit("\"He was paid.\"", "\"He was paid twice.\""), "s1"),
        (edit("[!testimony] [[Ada Mert]]", "[!testimony] [[Deniz Arı]]"), "s1"),
        (edit("[!testimony] [[Ada Mert]]", "[!testimony] unattributed"), "s1"),
        (edit("about: [[Deniz Arı]]", "about: [[Ada Mert]]"), "s1"),
        (edit("about: [[Deniz Arı]]", "about: [[Deniz Arı]], [[Ada Mert]]"), "s1"),
        (edit("Said that [[Deniz Arı]]", "Said that [[Ada Mert|Deniz Arı]]"), "s1"),
        (edit("status: alleged", "status: reported\n> via: [[Court minutes]]"), "reported"),
        (edit("status: reported", "status: alleged"), "alleged"),
    ] {
        assert_eq!(after(edited.clone()), [format!("changed-statement: {place}")]);
        let corrected = edited.replacing(
            hearing,
            "date: 2025",
            "corrections: [{date: 2025-12-01, what: The statement}]\ndate: 2025",
        );
        assert_eq!(after(corrected), [""; 0]);
    }
}

#[test]
fn what_says_the_same_needs_no_correction() {
    let hearing = "content/hearings/first.md";
    let edit = |from: &str, to: &str| Files::site().replacing(hearing, from, to);
    for edited in [
        edit("*was* paid", "was\n>   **paid**"),
        edit("\n", "\r\n"),
        edit("status: alleged", "via: [[Court minutes]]\n> status: alleged"),
        edit("status: alleged", "status: retracted"),
        edit("The court adjourned", "The court rose"),
        edit("The court sat at nine.", "The court sat at nine.[^1]\n\n[^1]: Minutes."),
        edit("title: First hearing", "title: The first hearing"),
        Files::site().replacing("content/people/ari.md", "A driver.", "A driver from Vellmark."),
        Files::site().replacing(
            "content/people/ari.md",
            "name: Deniz Arı",
            "name: Deniz Arı Kaya\naliases: [Deniz Arı]",
        ),
    ] {
        assert_eq!(after(edited), [""; 0]);
    }
}

#[test]
fn an_old_correction_does_not_stand_for_a_new_one() {
    let hearing = "content/hearings/first.md";
    let published =
        Files::site().replacing(hearing, "date: 2025", "corrections: [{date: 2025-12-01, what: The date}]\ndate: 2025");
    let edited = published.clone().replacing(hearing, "was* paid", "was not* paid").locked_as(&published);
    assert_eq!(edited.said(), [(Code::ChangedStatement, "s1".to_owned())]);
}

#[test]
fn the_list_of_corrections_is_cut_into_pages() {
    let corrections = |count: usize| {
        let one = |number: usize| format!("  - {{date: 2025-01-{:02}, what: Slip {number}}}\n", number % 28 + 1);
        (0..count).map(one).collect::<String>()
    };
    let person = |name: &str, count| format!("---\nname: {name}\ncorrections:\n{}---\n", corrections(count));
    let site = Files::site()
        .with("content/people/a.md", &person("A Long", 350))
        .with("content/people/b.md", &person("B Long", 240))
        .replacing("content/people/ari.md", "name:", "replies:\n  - {from: X, date: 2025, text: No.}\nname:");
    let built = Pipeline::default().build(&site.tree(), &options());
    assert_eq!(built.diagnostics, []);
    let pages: Vec<(String, usize)> = built
        .value
        .files
        .iter()
        .filter(|file| file.route.address().starts_with("/corrections/"))
        .map(|file| {
            let html = std::str::from_utf8(&file.bytes).unwrap();
            (file.route.address(), html.matches("Slip ").count() + html.matches("class=\"reply\"").count())
        })
        .collect();
    assert_eq!(
        pages,
        [
            ("/corrections/".to_owned(), 100),
            ("/corrections/2/".to_owned(), 100),
            ("/corrections/3/".to_owned(), 100),
            ("/corrections/4/".to_owned(), 100),
            ("/corrections/5/".to_owned(), 100),
            ("/corrections/6/".to_owned(), 91),
        ]
    );
    let feed = built.value.files.iter().find(|file| file.route.address() == "/corrections.xml").unwrap();
    assert_eq!(std::str::from_utf8(&feed.bytes).unwrap().matches("<entry>").count(), 50);
}
