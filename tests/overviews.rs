//! Networks, maps and timelines say what is published and no more, and no page grows with the site: the lists of one person who
//! is on thousands of pages go over pages of their own, each small, with no link that leads nowhere.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names of files that the program writes")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Severity;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

type Files = BTreeMap<String, Vec<u8>>;

fn build(tree: &SourceTree) -> Files {
    let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
    let built = Pipeline::default().build(tree, &options);
    let errors: Vec<_> = built.diagnostics.iter().filter(|found| found.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    built.value.files.into_iter().map(|file| (file.route.output_path(), file.bytes.to_vec())).collect()
}

fn site<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> SourceTree {
    let mut tree = SourceTree::from_texts([("dossier.toml", "title = \"Record\"\n")]);
    for (path, text) in files {
        tree.insert(SourceFile::text(path, text));
    }
    tree
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}

/// The rows of the first table of relations: their cells without tags.
fn rows(page: &str) -> Vec<Vec<String>> {
    let table = page.split("<table class=\"relations-table\"").nth(1).unwrap_or_default();
    let table = table.split("</table>").next().unwrap();
    let rows = table.split("<tr class=").skip(1);
    rows.map(|row| row.split(['\n']).map(plain).filter(|cell| !cell.is_empty()).skip(1).collect()).collect()
}

/// Text without tags and without spaces around it.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => out.push(letter),
            _ => {}
        }
    }
    out.trim().to_owned()
}

const HEARING: &str = "---\ntitle: First hearing\ndate: 2021-02-03\ncase: \"[[fire]]\"\nwitnesses: [\"[[ada]]\"]\nsources: [\"[[daily]]\"]\n---\n
> [!testimony] [[ada]] ^s1
> about: [[bora]], [[guard]]
> status: alleged
> via: [[daily]]
>
> Says who held the key.

> [!background] unattributed ^s2
> about: [[bora]], [[cem]]
> status: alleged
> via: [[daily]]
>
> Both were at the gate.
";

fn record() -> SourceTree {
    site([
        ("content/people/ada.md", "---\nname: Ada Kestrel\n---\n"),
        ("content/people/bora.md", "---\nname: Bora Heron\n---\n"),
        ("content/people/cem.md", "---\nname: Cem Wren\n---\n"),
        ("content/people/guard.md", "---\nlabel: a guard\nwithheld: {how: not-said, why: court}\n---\n"),
        ("content/sources/daily.md", "---\ntitle: Daily report\n---\n"),
        ("content/cases/fire.md", "---\ntitle: Fire case\ndefendants: [\"[[bora]]\"]\n---\n"),
        ("content/hearings/one.md", HEARING),
    ])
}

#[test]
fn a_row_says_who_spoke_about_whom_with_what_standing_and_on_whose_report() {
    let rows = rows(&text(&build(&record()), "network/cases/fire/index.html"));
    let said = "Alleged, unprovenStatement 1: Ada Kestrel (testimony, alleged, as reported by Daily report): Says who held the key.On First hearing";
    let from = ["Daily report", "3 February 2021"];
    assert_eq!(
        rows,
        [
            vec!["Bora Heron", "Defendants", "Fire case", "RecordedOn Fire case", "no source given", "no date"],
            vec!["Ada Kestrel", "Witnesses", "Fire case", "RecordedOn First hearing", from[0], from[1]],
            vec!["Ada Kestrel", "Spoke about", "Bora Heron", said, from[0], from[1]],
            vec!["Ada Kestrel", "Spoke about", "a guard", said, from[0], from[1]],
        ]
    );
}

#[test]
fn that_one_statement_speaks_of_two_people_relates_these_two_in_no_way() {
    let files = build(&record());
    assert!(!text(&files, "network/index.html").contains("Cem Wren"));
    assert!(rows(&text(&files, "people/cem/index.html")).is_empty());
}

#[test]
fn somebody_about_whom_nothing_is_gathered_stands_in_no_network() {
    let mut tree = record();
    let guard = "---\nlabel: a guard\nwithheld: {how: not-said, why: court}\naggregate: false\n---\n";
    tree.insert(SourceFile::text("content/people/guard.md", guard));
    let files = build(&tree);
    for page in ["network/index.html", "network/cases/fire/index.html", "people/ada/index.html"] {
        assert!(!rows(&text(&files, page)).concat().contains(&"a guard".to_owned()), "{page}");
    }
}

#[test]
fn somebody_without_a_page_is_text_in_the_table_and_in_the_drawing() {
    let mut tree = record();
    let guard = "---\nlabel: a guard\nwithheld: {how: not-said, why: court}\npage: false\n---\n";
    tree.insert(SourceFile::text("content/people/guard.md", guard));
    let page = text(&build(&tree), "network/index.html");
    assert!(page.contains("<g><title>a guard</title>"), "{page}");
    assert!(!page.contains("people/guard"));
}

#[test]
fn what_is_not_published_moves_no_box() {
    let with = |draft: &str| {
        let mut tree = record();
        tree.insert(SourceFile::text("content/people/aa.md", "---\nname: Aa Draft\ndraft: true\n---\n"));
        tree.insert(SourceFile::text("content/hearings/aa.md", draft));
        build(&tree)
    };
    let draft = HEARING.replace("title: First hearing", "title: Other\ndraft: true").replace("[[ada]]", "[[aa]]");
    assert_eq!(with(&draft), build(&record()));
}

#[test]
fn lines_differ_by_their_pattern_and_say_so_in_words() {
    let page = text(&build(&record()), "network/index.html");
    assert!(page.contains("<line class=\"alleged\"") && page.contains("<title>Alleged, unproven</title></line>"));
    assert!(page.contains("<line class=\"recorded\"") && page.contains("<title>Recorded</title></line>"));
    assert!(page.contains("aria-describedby=\"relations-table\"") && page.contains("id=\"relations-table\""));
}

fn place(name: &str, precision: &str) -> String {
    format!("---\nname: {name}\ncoordinates: [36.718412, 37.121226]\nprecision: {precision}\n---\n")
}

#[test]
fn no_byte_says_where_a_place_is_better_than_its_precision() {
    for (precision, shown, hidden) in [
        ("exact", "36.7184° N, 37.1212° E", "36.71841"),
        ("vicinity", "36.72° N, 37.12° E", "36.718"),
        ("locality", "36.7° N, 37.1° E", "36.71"),
        ("region", "37° N, 37° E", "36.7"),
    ] {
        let place = place("The gate", precision);
        let dossier = "---\ntitle: Night\ndate: 2021-01-01\n---\nAt [[gate]].\n";
        let files = build(&site([("content/places/gate.md", place.as_str()), ("content/dossiers/night.md", dossier)]));
        for page in ["map/index.html", "places/gate/index.html", "dossiers/night/index.html"] {
            assert!(text(&files, page).contains(shown), "{page}: {precision}");
        }
        let finer = files.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(hidden));
        assert_eq!(finer.map(|(path, _)| path).collect::<Vec<_>>(), [""; 0], "{precision}");
    }
}

/// Two places that are shown alike are drawn alike: the drawing is made of what is shown.
#[test]
fn a_map_follows_from_rounded_coordinates_alone() {
    let map = |coordinates: &str| {
        let place = format!("---\nname: Syria\ncoordinates: {coordinates}\nprecision: region\n---\n");
        text(&build(&site([("content/places/syria.md", place.as_str())])), "map/index.html")
    };
    assert_eq!(map("[34.6, 38.4]"), map("[35.4, 37.6]"));
    assert_ne!(map("[34.6, 38.4]"), map("[35.6, 38.4]"));
}

#[test]
fn coordinates_south_and_west_are_said_so() {
    let place = "---\nname: Port\ncoordinates: [-0.4, -71.25]\nprecision: vicinity\n---\n";
    let page = text(&build(&site([("content/places/port.md", place)])), "map/index.html");
    assert!(page.contains("0.40° S, 71.25° W"), "{page}");
}

/// A site on which one person is at every hearing, speaks at each, and is named by every dossier; another, who is not named, is
/// in every dossier too. All hearings were at one place, and hundreds of people are accused in one case, not named, or corrected.
fn large(count: usize) -> SourceTree {
    let mut files: Vec<(String, String)> = vec![
        ("content/people/ada.md".into(), "---\nname: Ada Kestrel\n---\n".into()),
        ("content/sources/daily.md".into(), "---\ntitle: Daily report\n---\n".into()),
        ("content/places/gate.md".into(), "---\nname: Gate of the harbour\n---\n".into()),
    ];
    for number in 0..count / 4 {
        files.push((
            format!("content/people/u{number}.md"),
            format!("---\nlabel: guard number {number}\nwithheld: {{how: not-said, why: court}}\n---\n"),
        ));
    }
    for number in 0..count {
        let case = number % 7;
        let (year, month) = (1990 + number % 25, 1 + number % 12);
        files.push((
            format!("content/people/p{number}.md"),
            format!(
                "---\nname: {}{number} Heron\ncorrections:\n  - {{date: {year}-{month:02}-06, what: The day on which person {number} \
                 was first at the gate was wrong., was: the {number}th day, now: the day before the {number}th}}\nreplies:\n  - \
                 {{from: Lawyer {number}, date: {year}-{month:02}-07, text: My client number {number} was never at that gate.}}\n---\n",
                ["Ali", "Çem", "Can", "İlo", "Şan"][number % 5]
            ),
        ));
        let mut hearing = format!(
            "---\ntitle: Hearing {number} of a case\nnumber: \"{number}\"\ndate: {year}-{month:02}-05\ncase: \"[[case-{case}]]\"\n\
             place: \"[[gate]]\"\nwitnesses: [\"[[ada]]\"]\nsources: [\"[[daily]]\"]\n---\n\n"
        );
        write!(
            hearing,
            "> [!testimony] [[ada]] ^s1\n> about: [[p{number}]], [[case-{case}]]\n> status: alleged\n> via: [[daily]]\n>\n\
             > Says for the {number}th time that somebody held the key of the gate that night, and that no guard saw it.\n"
        )
        .unwrap();
        files.push((format!("content/hearings/h{number}.md"), hearing));
        files.push((
            format!("content/dossiers/d{number}.md"),
            format!("---\ntitle: Dossier {number}\ndate: {year}-{month:02}-05\n---\nIn the year of the fire [[ada]] and [[u0]] told reporter {number} of it.\n"),
        ));
    }
    let accused = |number| {
        let party = |stage: &str, year: &str| {
            format!(
                "  - {{who: \"[[p{number}]]\", role: defendants, stage: {stage}, as_of: {year}, source: \"[[daily]]\"}}\n"
            )
        };
        party("charged", "2015") + &party("acquitted", "2016")
    };
    for case in 0..7 {
        let parties: String = (0..count).filter(|_| case == 0).map(accused).collect();
        let parties = if case == 0 { format!("parties:\n{parties}") } else { parties };
        files.push((format!("content/cases/case-{case}.md"), format!("---\ntitle: Case {case}\n{parties}---\n")));
    }
    let mut tree = SourceTree::from_texts([("dossier.toml", "title = \"Record\"\nlanguage = \"tr\"\n")]);
    for (path, text) in &files {
        tree.insert(SourceFile::text(path, text));
    }
    tree
}

fn packed(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap().len()
}

#[test]
fn no_page_is_heavier_than_30_kb_however_large_the_site() {
    let files = build(&large(900));
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let heavy: Vec<String> = pages
        .map(|(path, bytes)| (path, packed(bytes)))
        .filter(|(_, size)| *size > 30_000)
        .map(|(path, size)| format!("{path}: {size}"))
        .collect();
    assert_eq!(heavy, [""; 0]);
    for path in [
        "index/people/ada/said-by/index.html",
        "index/people/ada/said-by/36/index.html",
        "index/people/ada/hearings/12/index.html",
        "index/people/ada/named-on/index.html",
        "index/sources/daily/reported/index.html",
        "index/cases/case-0/hearings/index.html",
        "index/people/c/index.html",
        "index/people/c-2/index.html",
        "index/hearings/1990/index.html",
        "network/people/ada/9/index.html",
        "network/cases/case-0/index.html",
        "timeline/1990/index.html",
        "timeline/cases/case-3/index.html",
        "changes/2/index.html",
        "corrections/18/index.html",
        "not-named/3/index.html",
        "index/places/gate/happened/12/index.html",
        "index/cases/case-0/parties/index.html",
        "index/cases/case-0/parties/12/index.html",
    ] {
        assert!(files.contains_key(path), "{path}");
    }
    assert_eq!(broken(&files), [""; 0]);
    let not_named = text(&files, "not-named/index.html");
    assert!(not_named.contains("900 sayfada geçiyor"), "{not_named}");
    // Nobody is lost between the pages of a list.
    let guards = |path: &str| text(&files, path).matches("<h2 class=\"row-title\">").count();
    let pages = ["not-named/index.html", "not-named/2/index.html", "not-named/3/index.html"];
    assert_eq!(pages.map(guards), [100, 100, 25]);
    let happened = |page: &str| text(&files, page).matches("hearings/h").count();
    let all = (1..=12).map(|number| if number == 1 { String::new() } else { format!("{number}/") });
    assert_eq!(all.map(|page| happened(&format!("index/places/gate/happened/{page}index.html"))).sum::<usize>(), 900);
}

/// The links within the site that lead nowhere: to no page, or to no place on it.
fn broken(files: &Files) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html") {
        let page = String::from_utf8_lossy(bytes);
        for link in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let (address, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if address.is_empty() { path.clone() } else { resolved(path, address) };
            let is_there = files.get(&target).is_some_and(|bytes| {
                anchor.is_empty() || String::from_utf8_lossy(bytes).contains(&format!("id=\"{anchor}\""))
            });
            if !is_there {
                faults.push(format!("{path}: {link}"));
            }
        }
    }
    faults.sort();
    faults.dedup();
    faults.truncate(20);
    faults
}

fn resolved(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn what_changed_is_told_by_the_dates_that_authors_wrote() {
    let files = build(&site([
        ("content/dossiers/night.md", "---\ntitle: The night\ndate: 2021-01-01\nupdated: 2021-03-01\n---\n"),
        (
            "content/people/ada.md",
            "---\nname: Ada Kestrel\ncorrections:\n  - {date: 2021-02-01, what: The spelling.}\nreplies:\n  - {from: Her lawyer, date: 2021-04-01, text: No.}\n---\n",
        ),
    ]));
    let page = text(&files, "changes/index.html");
    let list = page.split("<ol class=\"plain rows\">").nth(1).unwrap().split("</ol>").next().unwrap();
    let told: Vec<String> = list.lines().map(plain).filter(|line| !line.is_empty()).collect();
    assert_eq!(
        told,
        [
            "1 April 2021 · Reply",
            "Ada Kestrel",
            "What it says",
            "1 March 2021 · Updated",
            "The night",
            "1 February 2021 · Corrected",
            "Ada Kestrel",
            "What it says",
            "1 January 2021 · Published",
            "The night",
        ]
    );
}

/// The text of each card of a page.
fn cards(page: &str) -> Vec<String> {
    let cards = page.split("<div class=\"card\"").skip(1).filter_map(|card| card.split_once('>'));
    cards
        .map(|(_, card)| {
            let lines = card.split("</div>").next().unwrap().lines().map(plain).filter(|line| !line.is_empty());
            lines.collect::<Vec<_>>().join(" | ")
        })
        .collect()
}

#[test]
fn a_card_says_little_of_a_person_and_nothing_that_could_be_taken_for_a_verdict() {
    let case = "---\ntitle: Fire case\nparties:\n  - {who: \"[[bora]]\", stage: on-trial, as_of: 2021-01-10, source: \"[[daily]]\"}\n---\n";
    let dossier = "---\ntitle: Night\ndate: 2021-01-01\n---\n[[ada]] and [[bora]] met [[guard]] at [[gate]]. [[ada|She]] and [[nobody]] spoke.\n";
    let files = build(&site([
        ("content/people/ada.md", "---\nname: Ada Kestrel\nsummary: A witness.\n---\n"),
        ("content/people/bora.md", "---\nname: Bora Heron\nsummary: Set the fire.\n---\n"),
        (
            "content/people/guard.md",
            "---\nlabel: a guard\nsummary: Tall, from the north.\nwithheld: {how: not-said, why: court}\n---\n",
        ),
        ("content/people/nobody.md", "---\nname: Hidden Name\ndraft: true\n---\n"),
        ("content/places/gate.md", "---\nname: The gate\nsummary: The gate of the harbour.\n---\n"),
        ("content/sources/daily.md", "---\ntitle: Daily report\n---\n"),
        ("content/cases/fire.md", case),
        ("content/dossiers/night.md", dossier),
    ]));
    let page = text(&files, "dossiers/night/index.html");
    assert_eq!(
        cards(&page),
        [
            "Person | Ada Kestrel | A witness.",
            "Person | Bora Heron | Everyone charged with an offence is presumed innocent until proved guilty according to law.",
            "Person · not named here | a guard",
            "Place | The gate | The gate of the harbour.",
        ]
    );
    assert_eq!(page.matches("interestfor=\"card-1\"").count(), 2, "each link to a thing leads to its one card");
}

#[test]
fn where_somebody_accused_is_related_the_presumption_of_innocence_stands_below() {
    let presumption = "is presumed innocent until proved guilty";
    let mut tree = record();
    assert!(!text(&build(&tree), "network/index.html").contains(presumption));
    let case = "---\ntitle: Fire case\nparties:\n  - {who: \"[[bora]]\", role: defendants, stage: on-trial, as_of: 2021-01-10, source: \"[[daily]]\"}\n---\n";
    tree.insert(SourceFile::text("content/cases/fire.md", case));
    let files = build(&tree);
    for page in ["network/index.html", "network/cases/fire/index.html"] {
        assert!(text(&files, page).contains(presumption), "{page}");
        assert!(!text(&files, page).contains("On trial"), "{page}: a stage without its date");
    }
}
