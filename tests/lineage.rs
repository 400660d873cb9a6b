//! The page of a source in the words that readers get: what it retells and who retells it, as trees of any size, and what
//! cites it; and the counts of an event, side by side.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::copies::Sha256;
use dossier::source::tree::{SourceFile, SourceTree};
use proptest::prelude::*;

/// A site with these files of `content/`, by path without `.md`.
fn site(files: &[(&str, &str)]) -> SourceTree {
    let mut tree = SourceTree::from_texts([("dossier.toml", "title = \"Record\"\n")]);
    for (path, text) in files {
        tree.insert(SourceFile::text(&format!("content/{path}.md"), text));
    }
    tree
}

/// A source that retells these others.
fn source(title: &str, retold: &[&str]) -> String {
    let links: Vec<_> = retold.iter().map(|name| format!("\"[[{name}]]\"")).collect();
    format!("---\ntitle: {title}\nderived_from: [{}]\n---\n", links.join(", "))
}

/// The section with this id of the page at `address`, without markup, one line for each element of a list or paragraph.
fn says(tree: &SourceTree, address: &str, section: &str) -> String {
    let html = page(tree, address);
    let start = format!("<h2 id=\"{section}\">");
    let Some((_, part)) = html.split_once(&start) else { return String::new() };
    let part = part.split_once("</h2>").unwrap().1.split("</section>").next().unwrap();
    text(part)
}

fn page(tree: &SourceTree, address: &str) -> String {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(tree, &options);
    assert_eq!(built.diagnostics, []);
    let page = built.value.files.into_iter().find(|file| file.route.to_string() == address).unwrap();
    String::from_utf8(page.bytes.to_vec()).unwrap()
}

/// `html` without its tags: a line for each item, with its depth in lists, and for each paragraph and heading.
fn text(html: &str) -> String {
    let mut lines = String::new();
    let mut depth = 0_usize;
    for part in html.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        match tag.split(' ').next().unwrap() {
            "ul" | "ol" => depth += 1,
            "/ul" | "/ol" => depth -= 1,
            "li" | "p" | "h3" | "/h3" if !lines.is_empty() && !lines.ends_with("- ") => lines.push('\n'),
            _ => {}
        }
        if tag.split(' ').next() == Some("li") {
            lines.push_str(&"  ".repeat(depth - 1));
            lines.push_str("- ");
        }
        let words = words.replace('\n', "");
        lines.push_str(if lines.ends_with([' ', '\n']) { words.trim_start() } else { &words });
    }
    lines.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_source_that_retells_none_says_so() {
    let tree = site(&[("sources/a", "---\ntitle: A\n---\n")]);
    assert_eq!(says(&tree, "/sources/a/", "retells"), "No source that it retells is recorded here.");
    assert_eq!(says(&tree, "/sources/a/", "retold-by"), "");
    assert_eq!(says(&tree, "/sources/a/", "cited"), "Nothing on this site cites it directly.");
}

#[test]
fn what_is_reached_twice_is_shown_whole_once() {
    let tree = site(&[
        ("sources/weekly", &source("Weekly", &["Daily", "Evening", "Agency"])),
        ("sources/daily", &source("Daily", &["Agency"])),
        ("sources/evening", &source("Evening", &["Agency"])),
        ("sources/agency", "---\ntitle: Agency\nseen: false\nderived_from: \"[[Witness notes]]\"\n---\n"),
        ("sources/notes", "---\ntitle: Witness notes\nseen: false\n---\n"),
    ]);
    assert_eq!(
        says(&tree, "/sources/weekly/", "retells"),
        "\
- This source, seen by the authors
  - retells Daily, seen by the authors
    - retells Agency, not seen by the authors
      - retells Witness notes, not seen by the authors
  - retells Evening, seen by the authors
    - retells Agency, not seen by the authors (see above)
  - retells Agency, not seen by the authors (see above)"
    );
    assert_eq!(
        says(&tree, "/sources/notes/", "retold-by"),
        "\
- This source, not seen by the authors
  - retold by Agency, not seen by the authors
    - retold by Daily, seen by the authors
      - retold by Weekly, seen by the authors
    - retold by Evening, seen by the authors
      - retold by Weekly, seen by the authors (see above)
    - retold by Weekly, seen by the authors (see above)"
    );
    assert!(page(&tree, "/sources/notes/").contains("Cited through others; not seen by the authors."));
    assert!(!page(&tree, "/sources/daily/").contains("Cited through others"));
}

#[test]
fn sources_that_retell_each_other_are_a_circle_and_it_is_said() {
    let tree = site(&[
        ("sources/a", &source("A", &["B"])),
        ("sources/b", &source("B", &["C"])),
        ("sources/c", &source("C", &["A", "C", "B"])),
    ]);
    assert_eq!(
        says(&tree, "/sources/a/", "retells"),
        "\
- This source, seen by the authors
  - retells B, seen by the authors
    - retells C, seen by the authors
      - retells A, seen by the authors (this leads back in a circle)
      - retells C, seen by the authors (this leads back in a circle)
      - retells B, seen by the authors (this leads back in a circle)"
    );
    assert_eq!(
        says(&tree, "/sources/a/", "retold-by"),
        "\
- This source, seen by the authors
  - retold by C, seen by the authors
    - retold by B, seen by the authors
      - retold by A, seen by the authors (this leads back in a circle)
      - retold by C, seen by the authors (this leads back in a circle)
    - retold by C, seen by the authors (this leads back in a circle)"
    );
}

/// Sources 0 to `length`, each of which retells the next.
fn chain(length: usize) -> SourceTree {
    let mut tree = site(&[]);
    for number in 0..length {
        let text = source(&format!("Source {number}"), &[&format!("source-{}", number + 1)]);
        tree.insert(SourceFile::text(&format!("content/sources/source-{number}.md"), &text));
    }
    let last = format!("---\ntitle: Source {length}\n---\n");
    tree.insert(SourceFile::text(&format!("content/sources/source-{length}.md"), &last));
    tree
}

#[test]
fn a_chain_of_five_thousand_makes_a_small_page() {
    let tree = chain(5_000);
    let html = page(&tree, "/sources/source-0/");
    assert!(html.len() < 20_000, "{}", html.len());
    let said = text(html.split_once("<h2 id=\"retells\">").unwrap().1.split("</section>").next().unwrap());
    assert_eq!(said.lines().count(), 11, "{said}");
    assert!(
        said.ends_with(
            "                - retells Source 8, seen by the authors (and so on; see there)\n\
             And 4,992 more, further on from Source 8, as far as Source 5000."
        ),
        "{said}"
    );
}

#[test]
fn a_source_that_hundreds_retell_shows_the_first_of_them() {
    let mut tree = site(&[("sources/agency", "---\ntitle: Agency\n---\n")]);
    for number in 100..400 {
        let text = source(&format!("Paper {number}"), &["Agency"]);
        tree.insert(SourceFile::text(&format!("content/sources/paper-{number}.md"), &text));
    }
    let said = says(&tree, "/sources/agency/", "retold-by");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 62);
    assert_eq!(lines[60], "  - retold by Paper 159, seen by the authors");
    assert_eq!(lines[61], "And 240 more, as far as Paper 160, Paper 161, Paper 162.");
}

#[test]
fn all_direct_sources_are_shown_before_the_first_of_them_grows() {
    let wide: Vec<String> = (100..200).map(|number| format!("Note {number}")).collect();
    let wide: Vec<&str> = wide.iter().map(String::as_str).collect();
    let mut tree = site(&[
        ("sources/a", &source("A", &["B", "C"])),
        ("sources/b", &source("B", &wide)),
        ("sources/c", &source("C", &["D"])),
        ("sources/d", "---\ntitle: D\n---\n"),
    ]);
    for number in 100..200 {
        let text = format!("---\ntitle: Note {number}\n---\n");
        tree.insert(SourceFile::text(&format!("content/sources/note-{number}.md"), &text));
    }
    let said = says(&tree, "/sources/a/", "retells");
    assert!(said.contains("\n  - retells C, seen by the authors (and so on; see there)\n"), "{said}");
    assert!(said.ends_with("\nAnd 43 more, further on from B, C, as far as Note 158, Note 159, Note 160."), "{said}");
}

#[test]
fn what_is_not_published_is_as_if_it_were_not_written() {
    let secret = "---\ntitle: The informant\nid: x7\ndraft: true\nderived_from: \"[[Deep]]\"\nsources: \"[[A]]\"\n---\n\n[[A]]\n";
    let with = site(&[
        ("sources/a", &source("A", &["The informant", "B"])),
        ("sources/b", "---\ntitle: B\nderived_from: \"[[The informant|what an agent said]]\"\n---\n"),
        ("sources/x7", secret),
        ("sources/deep", "---\ntitle: Deep\n---\n"),
        ("events/fire", "---\ntitle: Fire\ncounts:\n  - {what: dead, value: 3, source: \"[[The informant]]\"}\n---\n"),
    ]);
    let without = site(&[
        ("sources/a", &source("A", &["B"])),
        ("sources/b", "---\ntitle: B\n---\n"),
        ("sources/deep", "---\ntitle: Deep\n---\n"),
    ]);
    for (address, section) in [
        ("/sources/a/", "retells"),
        ("/sources/a/", "retold-by"),
        ("/sources/a/", "cited"),
        ("/sources/b/", "retells"),
        ("/sources/b/", "retold-by"),
        ("/sources/deep/", "retold-by"),
        ("/sources/deep/", "cited"),
    ] {
        assert_eq!(says(&with, address, section), says(&without, address, section), "{address} {section}");
    }
    assert_eq!(says(&with, "/events/fire/", "counts"), "dead\n- 3\nAccording to a source not published here");
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    for file in Pipeline::default().build(&with, &options).value.files {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains("informant") && !text.contains("x7") && !text.contains("agent"), "{}", file.route);
    }
}

#[test]
fn all_that_cites_a_source_stands_on_its_page() {
    let tree = site(&[
        ("sources/minutes", "---\ntitle: Minutes\ntype: minutes\n---\n"),
        ("people/ada", "---\nname: Ada\nsources: \"[[Minutes]]\"\n---\n"),
        ("people/p1", "---\nlabel: a guard\nwithheld: {how: not-said, why: court, source: \"[[Minutes]]\"}\n---\n"),
        (
            "people/p2",
            "---\nlabel: a clerk\naggregate: false\nsources: \"[[Minutes]]\"\nwithheld: {how: not-said, source: \"[[Minutes]]\"}\n---\n",
        ),
        (
            "cases/fire",
            "---\ntitle: Fire case\nparties:\n  - {who: \"[[Ada]]\", stage: charged, as_of: 2020-05, source: \"[[Minutes]]\"}\n  - {who: \"[[p2]]\", stage: suspect, as_of: 2020-05, source: \"[[Minutes]]\"}\n---\n",
        ),
        (
            "events/fire",
            "---\ntitle: Fire\ncounts:\n  - {what: dead, value: \">2\", as_said: more than two, source: \"[[Minutes]]\"}\n  - {what: the day, date: 2020-05-03~, source: \"[[Minutes]]\"}\n---\n",
        ),
        (
            "hearings/first",
            "---\ntitle: First hearing\n---\n\n> [!testimony] [[Ada]] ^s1\n> status: alleged\n> via: [[Minutes]]\n>\n> Says the gate was open.\n",
        ),
    ]);
    assert_eq!(
        says(&tree, "/sources/minutes/", "cited"),
        "\
Statements
No.StandingWho says what1Alleged, unprovenAda Testimony
Says the gate was open.
Statement 1 on First hearing
Legal status
- Ada: Charged in Fire case, as of May 2020, according to Minutes
Everyone charged with an offence is presumed innocent until proved guilty according to law.
Numbers and dates
- dead: more than 2
In its words: more than two
Fire
- the day: about 3 May 2020
Fire
Why somebody is not named
- a guard
The name was not said. A court kept it from being said. According to Minutes.
Pages that rest on it
- Ada Person"
    );
    assert!(!page(&tree, "/sources/minutes/").contains("a clerk"));
}

#[test]
fn the_hash_of_a_copy_is_shown_where_the_copy_is() {
    let hash = Sha256::of(b"Text.\n").as_str().to_owned();
    let source = |public: &str| format!("---\ntitle: A\nfile: copy.txt\nsha256: {hash}\n{public}---\n");
    for (public, is_shown) in [("", false), ("public: citation\n", false), ("public: file\n", true)] {
        let mut tree = site(&[("sources/a", &source(public))]);
        tree.insert(SourceFile::text("content/sources/copy.txt", "Text.\n"));
        let html = page(&tree, "/sources/a/");
        assert_eq!(html.contains(&hash), is_shown, "{public}");
        assert_eq!(html.contains("Open the stored copy"), is_shown, "{public}");
    }
}

/// The titles in a section that says where a source has it from, each once, and how many more it counts.
fn shown(said: &str) -> (BTreeSet<&str>, usize) {
    let titles = said.lines().filter_map(|line| {
        let item = line.trim_start().strip_prefix("- ")?;
        let title = item.strip_prefix("retells ").or_else(|| item.strip_prefix("retold by "))?;
        title.split(',').next()
    });
    let more = said.lines().find_map(|line| line.strip_prefix("And ")?.split(' ').next()?.parse().ok());
    (titles.collect(), more.unwrap_or_default())
}

/// All that is reached from `first`, without it.
fn reached(edges: &BTreeSet<(usize, usize)>, first: usize) -> BTreeSet<usize> {
    let mut all = BTreeSet::from([first]);
    loop {
        let next: BTreeSet<usize> = edges.iter().filter(|(from, _)| all.contains(from)).map(|(_, to)| *to).collect();
        if next.is_subset(&all) {
            all.remove(&first);
            return all;
        }
        all.extend(next);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_retells_whatever_all_of_it_is_shown_or_counted(
        edges in prop::collection::btree_set((0..16_usize, 0..16_usize), 0..40),
        chain in 0..14_usize,
    ) {
        // A chain makes some trees deeper than what is shown.
        let edges: BTreeSet<(usize, usize)> = edges.into_iter().chain((0..chain).map(|at| (at, at + 1))).collect();
        let mut tree = site(&[]);
        for number in 0..16 {
            let retold: Vec<String> =
                edges.iter().filter(|(from, _)| *from == number).map(|(_, to)| format!("Source {to}")).collect();
            let retold: Vec<&str> = retold.iter().map(String::as_str).collect();
            let text = source(&format!("Source {number}"), &retold);
            tree.insert(SourceFile::text(&format!("content/sources/source-{number}.md"), &text));
        }
        let backwards: BTreeSet<(usize, usize)> = edges.iter().map(|(from, to)| (*to, *from)).collect();
        for (section, edges) in [("retells", &edges), ("retold-by", &backwards)] {
            let said = says(&tree, "/sources/source-0/", section);
            let (mut titles, more) = shown(&said);
            titles.remove("Source 0");
            prop_assert_eq!(titles.len() + more, reached(edges, 0).len(), "{}", said);
            prop_assert!(said.lines().count() <= 63, "{}", said);
        }
    }
}

/// An event with these counts, in the words of its page.
fn counts(list: &[&str]) -> String {
    let items: Vec<_> = list.iter().map(|item| format!("  - {{{item}}}\n")).collect();
    let event = format!("---\ntitle: Fire\ncounts:\n{}---\n", items.concat());
    let tree =
        site(&[("sources/a", "---\ntitle: A\n---\n"), ("sources/b", "---\ntitle: B\n---\n"), ("events/fire", &event)]);
    says(&tree, "/events/fire/", "counts")
}

#[test]
fn counts_stand_side_by_side_and_none_is_chosen() {
    assert_eq!(
        counts(&[
            "what: killed, value: 101, source: \"[[A]]\"",
            "what: injured, value: \"500-600\", source: \"[[A]]\"",
            "what: killed, value: 103, as_said: one hundred and three, source: \"[[B]]\"",
        ]),
        "\
killed
The sources give different numbers. None is chosen here.
- 101
According to A
- 103
In its words: one hundred and three
According to B
injured
- between 500 and 600
According to A"
    );
}

/// The line that says whether counts differ.
fn differ(list: &[&str]) -> String {
    counts(list).lines().find(|line| line.contains("different")).unwrap_or_default().to_owned()
}

#[test]
fn whether_counts_differ_and_can_all_be_true() {
    let a = |value: &str| format!("what: killed, value: \"{value}\", source: \"[[A]]\"");
    let b = |value: &str| format!("what: killed, value: \"{value}\", source: \"[[B]]\"");
    let numbers = |first: &str, second: &str| differ(&[&a(first), &b(second)]);
    let plain = "The sources give different numbers. None is chosen here.";
    let compatible = "The sources give different numbers. All of them can be true at once. None is chosen here.";
    for (first, second, said) in [
        ("101", "101", ""),
        (">100", ">100", ""),
        (">100", "101", compatible),
        (">100", "100", plain),
        (">=100", "100", compatible),
        ("<100", "100", plain),
        ("<=100", "100", compatible),
        ("90-100", "100-120", compatible),
        ("90-99", "100-120", plain),
        (">100", "<50", plain),
        ("~100", "100", plain),
    ] {
        assert_eq!(numbers(first, second), said, "{first} {second}");
    }
    assert_eq!(differ(&[&a("5"), &a("6")]), "The source gives different numbers. None is chosen here.");
    let day = |date: &str, source: &str| format!("what: the day, date: {date}, source: \"[[{source}]]\"");
    assert_eq!(
        differ(&[&day("2015-10-10", "A"), &day("XXXX-10-11", "B")]),
        "The sources give different dates. None is chosen here."
    );
    assert_eq!(differ(&[&day("2015-10-10", "A"), &day("2015-10-10", "B")]), "");
}
