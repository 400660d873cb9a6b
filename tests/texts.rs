//! An edit of a text, in a site that stands already: only the pages that show this text are planned anew, and the site is as a clean build
//! makes it, whatever stands in the text.
//!
//! `DOSSIER_LONG=1` makes 1,000 edits of 30; `DOSSIER_SEED=7` tries others.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests make folders of their own")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dossier::command::build::{self, Summary};
use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Diagnostic, has_errors};
use dossier::foundation::fingerprint::Fingerprint;
use dossier::output;
use dossier::pipeline::{Options, Unwatched};
use tempfile::TempDir;

/// A folder with the site `site`, which is built into `warm` over what stands there, and into `clean`.
struct Bench(TempDir);

impl Bench {
    fn new(files: &[(&str, &str)]) -> Self {
        let bench = Self(tempfile::tempdir().unwrap());
        bench.write("dossier.toml", "title = \"Texts\"\nbase_url = \"https://example.org/\"\ncards = true\n");
        for (path, text) in files {
            bench.write(path, text);
        }
        bench
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join("site").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn build(&self, name: &str) -> (Option<Summary>, Vec<Diagnostic>) {
        let program = (name == "warm").then(|| Fingerprint::of("program"));
        let writing = output::Options { program, ..output::Options::for_site(&self.0.path().join("site")) };
        let options = Options::at(Moment::from_unix(1_600_000_000).unwrap());
        let built = build::build(&writing, &self.0.path().join(name), &options, false, &Unwatched).unwrap();
        (built.value, built.diagnostics)
    }

    /// How many pages of documents were planned, and how many pages rendered, over the build before. The site is then as a clean one.
    fn warm(&self, after: &str) -> (usize, usize) {
        let (made, told) = self.build("warm");
        let _ = fs::remove_dir_all(self.0.path().join("clean"));
        let (clean, diagnostics) = self.build("clean");
        assert_eq!(told, diagnostics, "{after}");
        let (Some(made), Some(_)) = (made, clean) else { panic!("{after}: {told:?}") };
        let (warm, clean) = (files(&self.0.path().join("warm")), files(&self.0.path().join("clean")));
        assert!(warm.keys().eq(clean.keys()), "{after}: {:?}", warm.keys());
        let other: Vec<&String> = warm.keys().filter(|path| warm[*path] != clean[*path]).collect();
        assert!(other.is_empty(), "{after}: {other:?}");
        (made.planned, made.counts.rendered)
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            (entry.path().display().to_string().split_off(folder.as_os_str().len()), fs::read(entry.path()).unwrap())
        })
        .collect()
}

const NIGHT: &str = "---\ntitle: The night\n---\nIt began.\n\n![[The fire#The file]]\n";
const FIRE: &str = "---\ntitle: The fire\n---\nIt burnt.\n\n## The file\n\nThe file is thin.\n\n![[Kıyıköy]]\n\n## The rest\n\nNothing.\n";
const TOWN: &str = "---\nname: Kıyıköy\n---\nA town by the sea.\n\nIts harbour is old.\n";
const OTHER: &str = "---\ntitle: Another day\n---\nThe mayor of [[Kıyıköy]] spoke.\n";

fn seed() -> Bench {
    Bench::new(&[
        ("content/dossiers/night.md", NIGHT),
        ("content/events/fire.md", FIRE),
        ("content/places/town.md", TOWN),
        ("content/dossiers/other.md", OTHER),
    ])
}

#[test]
fn only_the_page_of_an_edited_text_is_planned() {
    let bench = seed();
    assert_eq!(bench.warm("the start").0, 4);
    assert_eq!(bench.warm("nothing"), (0, 0));
    bench.write("content/dossiers/other.md", &OTHER.replace("spoke.\n", "spoke.\n\nNobody answered.\n"));
    assert_eq!(bench.warm("a paragraph more"), (1, 1));
}

#[test]
fn a_text_that_other_pages_show_is_planned_with_them() {
    let bench = seed();
    bench.warm("the start");
    // The night shows the file of the fire, which shows the town.
    bench.write("content/places/town.md", &TOWN.replace("is old", "is new"));
    assert_eq!(bench.warm("the town"), (3, 3));
    // What the night does not show of the fire is told by its page alone.
    bench.write("content/events/fire.md", &FIRE.replace("Nothing.", "Nothing at all."));
    assert_eq!(bench.warm("the rest of the fire"), (2, 1));
    bench.write("content/events/fire.md", &FIRE.replace("thin", "thick"));
    assert_eq!(bench.warm("the file of the fire"), (2, 2));
}

#[test]
fn what_others_know_of_a_text_makes_all_be_planned() {
    let bench = seed();
    bench.warm("the start");
    for (what, text) in [
        ("the sentence with a name", OTHER.replace("spoke", "did not speak")),
        ("a name more", format!("{OTHER}\n[[The fire]] was near.\n")),
        ("the first paragraph", OTHER.replace("---\nThe", "---\nWords before.\n\nThe")),
        ("the title", OTHER.replace("Another", "One more")),
        ("the date", OTHER.replace("---\nThe", "date: 2015-10-10\n---\nThe")),
        ("a draft", OTHER.replace("title", "draft: true\ntitle")),
    ] {
        bench.write("content/dossiers/other.md", OTHER);
        bench.warm("as it was");
        bench.write("content/dossiers/other.md", &text);
        let all = if what == "a draft" { 3 } else { 4 };
        assert_eq!(bench.warm(what).0, all, "{what}");
    }
}

/// What a text can be made of; `{n}` is a number, `{p}` that of another page.
const PIECES: &[&str] = &[
    "Words and words, {n} of them.",
    "Somebody met [[Person {p}]] at {n}.",
    "## Part {n}",
    "- one\n- two [[Person {p}|label {n}]]\n- three",
    "| a | b |\n|---|---|\n| {n} | [[Person {p}]] |",
    "> A quote of {n} words.",
    "> [!note] Note {n}\n> It is so.",
    "Text[^{n}] with a note.\n\n[^{n}]: What [[Person {p}]] said.",
    "It is said so [@source-{p}, p. {n}].",
    "![[Person {p}]]",
    "A block with a name. ^b{n}",
    "```rust\nfn main() { {n} }\n```",
    "> [!testimony] [[Person {p}]] ^s{n}\n> about: [[Person {p}]]\n> status: alleged\n> via: [[Source {p}]]\n>\n> Said {n} times that it was so.",
];

/// A random number below `end`. Source: Steele, Lea, Flood, `SplitMix64`, 2014.
fn below(random: &mut u64, end: usize) -> usize {
    *random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut bits = *random;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((bits ^ (bits >> 31)) % u64::try_from(end).unwrap()).unwrap()
}

const PEOPLE: usize = 8;

fn text(random: &mut u64, own: usize) -> String {
    let mut text = String::new();
    for number in 0..below(random, 7) {
        let piece = PIECES[below(random, PIECES.len())];
        // A page that shows itself is an error, and so are two that show one another.
        let other = if piece == "![[Person {p}]]" {
            if own == 0 {
                continue;
            }
            below(random, own)
        } else {
            below(random, PEOPLE)
        };
        text += &piece.replace("{p}", &other.to_string()).replace("{n}", &number.to_string());
        text += "\n\n";
    }
    text
}

#[test]
fn after_every_edit_of_a_text_the_site_is_a_clean_one() {
    let edits = if std::env::var_os("DOSSIER_LONG").is_some() { 1_000 } else { 30 };
    let mut random = std::env::var("DOSSIER_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_151_010_u64);
    let head = |own: usize| format!("---\nname: Person {own}\n---\n");
    let bench = Bench::new(&[]);
    for own in 0..PEOPLE {
        bench.write(&format!("content/people/person-{own}.md"), &(head(own) + &text(&mut random, own)));
        bench.write(&format!("content/sources/source-{own}.md"), &format!("---\ntitle: Source {own}\n---\n"));
    }
    bench.warm("the start");
    let mut spared = 0;
    let mut texts: Vec<String> = vec![String::new(); PEOPLE];
    for number in 1..=edits {
        let own = below(&mut random, PEOPLE);
        // Every second edit adds words at the end, of which no other page knows.
        let new = if number % 2 == 0 {
            format!("{}\n\nAnd {number} more words.\n", texts[own])
        } else {
            text(&mut random, own)
        };
        bench.write(&format!("content/people/person-{own}.md"), &(head(own) + &new));
        let (planned, _) = bench.warm(&format!("edit {number} of person {own}:\n{new}"));
        spared += usize::from(planned < 2 * PEOPLE);
        texts[own] = new;
    }
    assert!(spared * 3 > edits, "{spared} of {edits} edits planned fewer pages than all");
}

/// The tables of data hold no text, and are not made again where only a text was edited.
#[test]
fn a_table_that_was_changed_by_hand_is_made_anew() {
    let bench = seed();
    bench.warm("the start");
    let table = bench.0.path().join("warm/data/entities.json");
    let good = fs::read(&table).unwrap();
    for (number, edit) in [Some(b"[]".as_slice()), Some(b""), None].into_iter().enumerate() {
        match edit {
            Some(bytes) => fs::write(&table, bytes).unwrap(),
            None => fs::remove_file(&table).unwrap(),
        }
        bench.write("content/dossiers/other.md", &format!("{OTHER}\nAnd {number} more.\n"));
        assert_eq!(bench.warm("a paragraph more").0, 1);
        assert_eq!(fs::read(&table).unwrap(), good);
    }
}

/// Errors are told of a site that stands as well.
#[test]
fn an_error_in_a_text_is_told_and_the_old_site_stays() {
    let bench = seed();
    bench.warm("the start");
    let before = files(&bench.0.path().join("warm"));
    bench.write("content/dossiers/other.md", &format!("{OTHER}\nSee [[Nobody at all]].\n"));
    let (made, told) = bench.build("warm");
    assert!(made.is_none() && has_errors(&told));
    assert_eq!(files(&bench.0.path().join("warm")), before);
}
