//! Of whom machines are told: a table of what a site says of one person, and whether her page has structured data and a picture.

use super::read::page;
use super::site::{CONFIG, build, text};

/// What makes search engines and networks keep silent about Ada Kestrel: `(why, her front matter, another file, whether they are told)`.
const TABLE: [(&str, &str, (&str, &str), bool); 26] = [
    ("nothing", "", NO_FILE, true),
    ("a judge", "", ("hearings/one.md", "judges: \"[[ada]]\""), true),
    ("a prosecutor", "", ("hearings/one.md", "prosecutors: \"[[ada]]\""), true),
    ("a lawyer", "", ("cases/one.md", "lawyers: \"[[ada]]\""), true),
    ("an expert", "", ("hearings/one.md", "experts: \"[[ada]]\""), true),
    ("an official", "", ("hearings/one.md", "officials: \"[[ada]]\""), true),
    ("an observer", "", ("hearings/one.md", "observers: \"[[ada]]\""), true),
    ("a witness", "", ("hearings/one.md", "witnesses: \"[[ada]]\""), false),
    ("a victim", "", ("hearings/one.md", "victims: \"[[ada]]\""), false),
    ("a defendant", "", ("hearings/one.md", "defendants: \"[[ada]]\""), false),
    ("a complainant in a case", "", ("cases/one.md", "complainants: \"[[ada]]\""), false),
    ("a judge and a witness", "", ("hearings/one.md", "judges: \"[[ada]]\"\nwitnesses: \"[[ada]]\""), false),
    ("a role of the site's own", "", ("hearings/one.md", "informants: \"[[ada]]\""), false),
    (
        "not a party",
        "",
        ("cases/one.md", "parties:\n  - {who: \"[[ada]]\", stage: not-a-party, as_of: 2021, source: \"[[daily]]\"}"),
        true,
    ),
    (
        "named in the file",
        "",
        ("cases/one.md", "parties:\n  - {who: \"[[ada]]\", stage: named-in-file, as_of: 2021, source: \"[[daily]]\"}"),
        true,
    ),
    (
        "named in the file as a victim",
        "",
        (
            "cases/one.md",
            "parties:\n  - {who: \"[[ada]]\", role: victims, stage: named-in-file, as_of: 2021, source: \"[[daily]]\"}",
        ),
        false,
    ),
    (
        "a suspect",
        "",
        ("cases/one.md", "parties:\n  - {who: \"[[ada]]\", stage: suspect, as_of: 2021, source: \"[[daily]]\"}"),
        false,
    ),
    (
        "charged",
        "",
        ("cases/one.md", "parties:\n  - {who: \"[[ada]]\", stage: charged, as_of: 2021, source: \"[[daily]]\"}"),
        false,
    ),
    (
        "acquitted",
        "",
        ("cases/one.md", "parties:\n  - {who: \"[[ada]]\", stage: acquitted, as_of: 2021, source: \"[[daily]]\"}"),
        false,
    ),
    (
        "convicted",
        "",
        (
            "cases/one.md",
            "parties:\n  - {who: \"[[ada]]\", stage: convicted-final, as_of: 2021, source: \"[[daily]]\"}",
        ),
        false,
    ),
    (
        "gave testimony",
        "",
        ("hearings/one.md", "---\n\n> [!testimony] [[ada]] ^s1\n> status: reported\n> via: [[daily]]\n>\n> Says so."),
        false,
    ),
    (
        "ruled",
        "",
        ("hearings/one.md", "---\n\n> [!ruling] [[ada]] ^s1\n> status: reported\n> via: [[daily]]\n>\n> Says so."),
        true,
    ),
    (
        "somebody alleges something of her",
        "",
        (
            "hearings/one.md",
            "---\n\n> [!background] unattributed ^s1\n> about: [[ada]]\n> status: alleged\n> via: [[daily]]\n>\n> That she did.",
        ),
        false,
    ),
    (
        "something is reported of her",
        "",
        (
            "hearings/one.md",
            "---\n\n> [!background] unattributed ^s1\n> about: [[ada]]\n> status: reported\n> via: [[daily]]\n>\n> That she spoke.",
        ),
        true,
    ),
    ("search engines are asked to stay away", "noindex: true", NO_FILE, false),
    ("nothing is gathered about her", "aggregate: false", NO_FILE, false),
];

const NO_FILE: (&str, &str) = ("places/nowhere.md", "");

#[test]
fn machines_are_told_of_nobody_who_is_accused_harmed_or_a_witness() {
    let config = format!("{CONFIG}[roles]\ninformants = \"Informants\"\n");
    for (why, own, (path, other), is_told) in TABLE {
        let ada = format!("---\nid: ada\nname: Ada Kestrel\n{own}\n---\n");
        let end = if other.contains("---") { "" } else { "\n---\n" };
        let other = format!("---\ntitle: One\n{other}{end}\n");
        let daily = ("sources/daily.md", "---\ntitle: The daily\nauthor: Ada Kestrel\n---\n");
        let files = build(&config, &[("people/ada.md", &ada), daily, (path, &other)]);
        let page_of_ada = page(text(&files, "people/ada/index.html"));
        assert_eq!(page_of_ada.linked().is_some(), is_told, "{why}: structured data");
        assert_eq!(page_of_ada.meta("og:image").is_some(), is_told, "{why}: the picture that the page names");
        assert_eq!(files.contains_key("cards/people/ada.png"), is_told, "{why}: the picture");
        // Nor does the structured data of any other page name her.
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let linked = page(std::str::from_utf8(bytes).unwrap()).linked().map(|linked| linked.to_string());
            let names_her = linked.is_some_and(|linked| linked.contains("Kestrel") || linked.contains("people/ada"));
            assert!(is_told || !names_her, "{why}: {path}");
        }
    }
}

#[test]
fn of_a_person_machines_are_told_a_name_and_addresses_and_nothing_else() {
    let ada = "---\nname: Ada Kestrel\naliases: [Kestrel]\nsummary: A judge.\nsame_as: https://www.wikidata.org/entity/Q1\ntags: [judge]\n---\n\nShe sat.\n";
    let files = build(CONFIG, &[("people/ada.md", ada)]);
    assert_eq!(
        page(text(&files, "people/ada/index.html")).thing("Person").unwrap(),
        serde_json::json!({
            "@type": "Person",
            "name": "Ada Kestrel",
            "url": "https://record.example/site/people/ada/",
            "sameAs": ["https://www.wikidata.org/entity/Q1"],
        })
    );
}

#[test]
fn somebody_who_is_not_named_has_neither_data_nor_picture_nor_feed() {
    let guard = "---\nid: p-1\nlabel: a guard\nfeed: true\nwithheld: {how: by-us, why: minor}\n---\n";
    let files = build(
        CONFIG,
        &[("people/p-1.md", guard), ("dossiers/d.md", "---\ntitle: D\ndate: 2021-01-01\n---\n\nOf [[p-1]].\n")],
    );
    assert_eq!(page(text(&files, "people/p-1/index.html")).linked(), None);
    let own: Vec<&String> = files.keys().filter(|path| path.contains("p-1")).collect();
    assert_eq!(own, ["people/p-1/index.html"]);
}
