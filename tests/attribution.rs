//! No output has the words of a statement without who said them and with what standing, and none has a legal status without
//! its case, its date and its source. Random sites are built whole and every byte of them is read back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "attribution/finds.rs"]
mod finds;
#[path = "attribution/invented.rs"]
mod invented;
#[path = "attribution/units.rs"]
mod units;

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Severity;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use invented::{Expected, STAGES, Standing};
use proptest::prelude::*;
use units::Found;

/// The files of a site by their paths.
type Files = BTreeMap<String, Vec<u8>>;

fn build(tree: &SourceTree) -> Files {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(tree, &options);
    let errors: Vec<_> = built.diagnostics.iter().filter(|found| found.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    built.value.files.into_iter().map(|file| (file.route.output_path(), file.bytes.to_vec())).collect()
}

/// The places where words of a statement stand without their attribution or standing, or at all when they are not published.
fn unattributed(files: &Files, statements: &[Expected]) -> Vec<String> {
    let mut faults = Vec::new();
    for statement in statements {
        for Found { place, before, .. } in places(files, &statement.mark) {
            if !statement.is_published {
                faults.push(format!("{place}: {} is not published", statement.mark));
            } else if !holds(&before, &statement.attribution) {
                faults.push(format!("{place}: {} without {}", statement.mark, statement.attribution));
            } else if !holds(&before, statement.status) {
                faults.push(format!("{place}: {} without {}", statement.mark, statement.status));
            }
        }
    }
    faults
}

/// The words of a legal status, in pages and in data.
const SHOWN: [&str; 9] = [
    "Not a party to the case",
    "Named in the case file",
    "Suspect",
    "Charged",
    "On trial",
    "Acquitted",
    "Charges dismissed",
    "Convicted, not final",
    "Convicted, final",
];

/// The places where a legal status stands without who has it, its case, its date or its source.
fn bare_stages(files: &Files, standings: &[Standing]) -> Vec<String> {
    let mut faults = Vec::new();
    for (stage, shown) in STAGES.into_iter().zip(SHOWN) {
        // The schema names every stage and nobody.
        let is_told_of_somebody = |path: &String| !["data/index.html", "data/schema.json"].contains(&path.as_str());
        let in_data = files.iter().filter(|(path, _)| path.starts_with("data/") && is_told_of_somebody(path));
        let in_data = in_data.flat_map(|(path, bytes)| units::places(path, bytes, stage));
        for Found { place, unit, heading, .. } in places(files, shown).into_iter().chain(in_data) {
            let has = |text: &str| unit.contains(text) || heading.contains(text);
            let is_whole = standings.iter().any(|standing| {
                standing.stage == stage
                    && has(&standing.who)
                    && has(&standing.case)
                    && unit.contains(&standing.date)
                    && unit.contains(&standing.source)
            });
            if !is_whole {
                faults.push(format!("{place}: {stage} without who, case, date and source: {unit}"));
            }
        }
    }
    faults
}

fn places(files: &Files, text: &str) -> Vec<Found> {
    let others = files.iter().filter(|(path, _)| !finds::is_data(path));
    let mut found: Vec<Found> = others.flat_map(|(path, bytes)| units::places(path, bytes, text)).collect();
    found.extend(finds::places(files, text));
    found
}

/// Whether `text` holds `words`, which may begin a sentence there.
fn holds(text: &str, words: &str) -> bool {
    text.to_ascii_lowercase().contains(&words.to_ascii_lowercase())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_output_has_words_without_attribution_or_a_stage_without_its_case(site in invented::site()) {
        let files = build(&site.tree());
        prop_assert_eq!(unattributed(&files, &site.expected()), [""; 0]);
        prop_assert_eq!(bare_stages(&files, &site.standings()), [""; 0]);
    }
}

/// A site with one statement and one party, both of which stand in many places.
fn known() -> (SourceTree, Vec<Expected>, Vec<Standing>) {
    let tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Record\"\nbase_url = \"https://example.org/\"\n"),
        ("content/people/ada.md", "---\nname: Ada Kestrel\n---\n"),
        ("content/people/bora.md", "---\nname: Bora Heron\n---\n"),
        ("content/places/gate.md", "---\nname: The gate\n---\n"),
        ("content/sources/daily.md", "---\ntitle: Source 0\n---\n"),
        (
            "content/cases/case.md",
            "---\ntitle: Case 0\nparties:\n  - {who: \"[[bora]]\", stage: on-trial, as_of: 2021-01-10, source: \"[[daily]]\"}\n---\n",
        ),
        (
            "content/hearings/one.md",
            "---\ntitle: One\ndate: 2021-02-03\ncase: \"[[case]]\"\n---\n\n> [!testimony] [[ada]] ^s1\n> about: [[bora]]\n\
             > status: alleged\n> via: [[daily]]\n>\n> Says zq0x of [[gate]].\n>\n> > “zq0x!”\n",
        ),
    ]);
    let statement =
        Expected { mark: "zq0x".into(), is_published: true, attribution: "Ada Kestrel".into(), status: "alleged" };
    let standing = Standing {
        who: "Bora Heron".into(),
        case: "Case 0".into(),
        stage: "on-trial",
        date: "2021-01-10".into(),
        source: "Source 0".into(),
    };
    (tree, vec![statement], vec![standing])
}

#[test]
fn the_words_of_a_statement_are_found_wherever_they_stand() {
    let (tree, statements, standings) = known();
    let files = build(&tree);
    let mut found: Vec<String> = places(&files, "zq0x").into_iter().map(|found| found.place).collect();
    found.dedup();
    assert_eq!(
        found,
        [
            "data/statements.csv, row",
            "data/statements.json, record",
            "hearings/one/index.html, tr",
            "hearings/one/index.html, article",
            "network/cases/case/index.html, tr",
            "network/index.html, tr",
            "people/ada/index.html, article",
            "people/ada/index.html, tr",
            "people/bora/index.html, article",
            "people/bora/index.html, tr",
            "places/gate/index.html, p",
            "sources/daily/index.html, tr",
            "search/cards/0.js, card",
            "search/words/0.js, a word that leads to hearings/one/index.html#s1",
        ]
    );
    let stages: Vec<String> = places(&files, "On trial").into_iter().map(|found| found.place).collect();
    assert_eq!(stages, ["cases/case/index.html, tr", "people/bora/index.html, div", "sources/daily/index.html, li"]);
    assert_eq!(unattributed(&files, &statements), [""; 0]);
    assert_eq!(bare_stages(&files, &standings), [""; 0]);
}

/// What is found when `to` stands in the place of `from` in one file.
fn planted(path: &str, from: &str, to: &str) -> Vec<String> {
    let (tree, statements, standings) = known();
    let mut files = build(&tree);
    let text = String::from_utf8(files.remove(path).unwrap()).unwrap();
    assert!(text.contains(from), "{path} has {from}");
    files.insert(path.to_owned(), text.replace(from, to).into_bytes());
    let mut faults = unattributed(&files, &statements);
    faults.extend(bare_stages(&files, &standings));
    faults.dedup();
    faults
}

#[test]
fn planted_words_without_attribution_are_found() {
    let loose = "zq0x without Ada Kestrel";
    for (path, from, to, found) in [
        ("index.html", "</main>", "<p>Says zq0x.</p></main>", format!("index.html, p: {loose}")),
        ("index.html", "</main>", "<div>zq0x</div></main>", format!("index.html, no unit: {loose}")),
        ("index.html", "</head>", "<meta content=\"zq0x\"></head>", format!("index.html, meta content: {loose}")),
        ("index.html", "</main>", "<!-- zq0x --></main>", format!("index.html, a comment: {loose}")),
        ("feed.xml", "</entry>", "<summary>zq0x</summary></entry>", format!("feed.xml, entry: {loose}")),
        (
            "cases/case/feed.xml",
            "</entry>",
            "<content>zq0x</content></entry>",
            format!("cases/case/feed.xml, entry: {loose}"),
        ),
        (
            "calendar.ics",
            "END:VEVENT",
            "DESCRIPTION:zq\r\n 0x\r\nEND:VEVENT",
            format!("calendar.ics, no unit: {loose}"),
        ),
        (
            "hearings/one/index.html",
            "\"@type\":\"Event\"",
            "\"@type\":\"zq0x\"",
            format!("hearings/one/index.html, no unit: {loose}"),
        ),
        ("sitemap.xml", "</urlset>", "zq0x</urlset>", format!("sitemap.xml, no unit: {loose}")),
        ("assets/dossier.css", ":root", "/* zq0x */ :root", format!("assets/dossier.css, no unit: {loose}")),
        ("data/statements.json", "Ada Kestrel", "Somebody", format!("data/statements.json, record: {loose}")),
        ("data/statements.csv", "Ada Kestrel", "Somebody", format!("data/statements.csv, row: {loose}")),
        ("network/index.html", "Ada Kestrel", "Somebody", format!("network/index.html, tr: {loose}")),
        (
            "network/cases/case/index.html",
            "Ada Kestrel",
            "Somebody",
            format!("network/cases/case/index.html, tr: {loose}"),
        ),
        ("places/gate/index.html", "Ada Kestrel", "Somebody", format!("places/gate/index.html, p: {loose}")),
        ("search/cards/0.js", "\"The gate\"", "\"zq0x\"", format!("search/cards/0.js, card: {loose}")),
        ("search/names/0.js", "The gate", "The zq0x", format!("search/names/0.js, no unit: {loose}")),
        ("search/facets.js", "Case 0", "zq0x", format!("search/facets.js, no unit: {loose}")),
        (
            "search/words/0.js",
            "[\"zq0x\",1,\"\",\";\"",
            "[\"zq0x\",1,\"\",\"!\"",
            format!("search/words/0.js, a word that leads to people/ada/index.html: {loose}"),
        ),
    ] {
        assert_eq!(planted(path, from, to), [found], "{path}: {to}");
    }
}

/// A person's page has them twice: in the card, and in the row of the relation that the statement carries.
#[test]
fn planted_words_without_attribution_are_found_in_the_card_and_in_the_row() {
    let faults = planted("people/bora/index.html", "Ada Kestrel", "Somebody");
    let found = ["article", "tr"].map(|unit| format!("people/bora/index.html, {unit}: zq0x without Ada Kestrel"));
    assert_eq!(faults, found);
}

#[test]
fn planted_words_without_standing_are_found() {
    for (path, from, unit) in [
        ("data/statements.json", "alleged", "record"),
        ("search/cards/0.js", "alleged, as", "card"),
        ("data/statements.csv", "alleged", "row"),
        ("people/bora/index.html", "Alleged, unproven", "article"),
        ("hearings/one/index.html", "Alleged, unproven", "tr"),
        ("places/gate/index.html", "alleged", "p"),
        ("network/index.html", "lleged", "tr"),
    ] {
        let faults = planted(path, from, "said");
        assert!(faults.contains(&format!("{path}, {unit}: zq0x without alleged")), "{faults:?}");
    }
}

#[test]
fn planted_stages_without_case_date_or_source_are_found() {
    for (path, from, to) in [
        ("people/index.html", "Bora Heron", "Bora Heron, On trial"),
        ("people/bora/index.html", "2021-01-10", ""),
        ("people/bora/index.html", "Case 0", "A case"),
        ("cases/case/index.html", "Source 0", ""),
        ("data/standing.json", "2021-01-10", ""),
        ("data/standing.csv", "Case 0", ""),
        ("data/entities.csv", "Bora Heron", "Bora Heron (on-trial)"),
    ] {
        assert!(!planted(path, from, to).is_empty(), "{path}: {to}");
    }
}

/// A theme can break the rule where the program cannot know it: what it would publish is found all the same.
#[test]
fn a_template_that_drops_the_standing_is_found() {
    let (mut tree, statements, _) = known();
    let card = include_str!("../themes/default/templates/parts/statement.html");
    let broken = card.replace("{{ <standing of={of.status} /> }}", "");
    assert_ne!(broken, card);
    tree.insert(SourceFile::text("templates/parts/statement.html", &broken));
    let faults = unattributed(&build(&tree), &statements);
    assert!(faults.contains(&"people/ada/index.html, article: zq0x without alleged".to_owned()), "{faults:?}");
}
