//! What is said of people, and what is not: a legal status with its date, case and source; the presumption of innocence; who
//! is not named, and why. Each rule on whole sites, in the words and bytes that readers get.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Checked;
use dossier::pipeline::{Built, Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use serde_json::{Value, json};

const PRESUMPTION: &str = "Everyone charged with an offence is presumed innocent until proved guilty according to law.";

/// The files of a site by their paths.
type Files = BTreeMap<String, String>;

fn site(files: &[(&str, &str)]) -> SourceTree {
    let mut tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Record\"\nbase_url = \"https://example.org/\"\n"),
        ("content/sources/minutes.md", "---\ntitle: The minutes\ntype: minutes\n---\n"),
    ]);
    for (path, text) in files {
        tree.insert(SourceFile::text(&format!("content/{path}"), text));
    }
    tree
}

fn try_build(tree: &SourceTree) -> Checked<Built> {
    Pipeline::default().build(tree, &Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap()))
}

fn build(tree: &SourceTree) -> Files {
    let built = try_build(tree);
    assert_eq!(built.diagnostics, []);
    let file = |file: dossier::foundation::output_file::OutputFile| {
        (file.route.output_path(), String::from_utf8(file.bytes.to_vec()).unwrap())
    };
    built.value.files.into_iter().map(file).collect()
}

/// The text of a part of a page: from `start` to `end`, without markup.
fn says(files: &Files, path: &str, start: &str, end: &str) -> String {
    let (_, rest) = files[path].split_once(start).unwrap_or_else(|| panic!("{path} has {start}"));
    let part = rest.split(end).next().unwrap();
    let words = part.split('<').map(|part| part.split_once('>').map_or("", |(_, words)| words));
    words.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn legal_status(files: &Files, person: &str) -> String {
    says(files, &format!("people/{person}/index.html"), "id=\"legal-status\"", "</section>")
}

/// The records of a table of the site's data.
fn records(files: &Files, table: &str) -> Vec<Value> {
    let whole: Value = serde_json::from_str(&files[&format!("data/{table}.json")]).unwrap();
    whole["records"].as_array().unwrap().clone()
}

/// The paths of the files that hold `text`.
fn holders<'a>(files: &'a Files, text: &str) -> Vec<&'a str> {
    files.iter().filter(|(_, content)| content.contains(text)).map(|(path, _)| path.as_str()).collect()
}

/// Two cases, one with two parties.
fn tried() -> Files {
    build(&site(&[
        ("people/ada.md", "---\nname: Ada\n---\n"),
        ("people/bora.md", "---\nname: Bora\n---\n"),
        ("people/can.md", "---\nname: Can\n---\n"),
        (
            "cases/bridge.md",
            "---\ntitle: The bridge case\nparties:\n\
             \x20 - {who: \"[[Ada]]\", role: defendants, stage: on-trial, as_of: 2021-03-01, source: \"[[The minutes]]\"}\n\
             \x20 - {who: \"[[Bora]]\", stage: convicted-final, as_of: 2021, source: \"[[The minutes]]\"}\n---\n",
        ),
        (
            "cases/store.md",
            "---\ntitle: The store case\nparties:\n\
             \x20 - {who: \"[[Ada]]\", stage: acquitted, as_of: 2020-06, source: \"[[The minutes]]\"}\n---\n",
        ),
        (
            "hearings/one.md",
            "---\ntitle: One\ndate: 2021-03-01\ncase: \"[[The bridge case]]\"\nsummary: The court sat.\n\
             defendants: [\"[[Ada]]\"]\nwitnesses: [\"[[Can]]\"]\n---\n\n> [!testimony] [[Can]] ^s1\n> about: [[Ada]]\n\
             > status: alleged\n>\n> Says so.\n",
        ),
    ]))
}

#[test]
fn each_stage_is_printed_with_its_case_its_date_and_its_source() {
    assert_eq!(
        legal_status(&tried(), "ada"),
        format!(
            "Legal status The bridge case On trial Listed under “Defendants” As of 1 March 2021 , according to The minutes \
             The store case Acquitted As of June 2020 , according to The minutes {PRESUMPTION}"
        )
    );
}

#[test]
fn the_presumption_of_innocence_stands_where_someone_is_accused() {
    let files = tried();
    assert_eq!(
        holders(&files, PRESUMPTION),
        [
            "cases/bridge/index.html",
            // What shows relations of Ada, who is on trial, says it beside them: her witness's page and the other case as well.
            "network/cases/bridge/index.html",
            "network/cases/store/index.html",
            "network/index.html",
            "people/ada/index.html",
            "people/can/index.html",
            "sources/minutes/index.html"
        ],
        "not for an acquittal, a final conviction or a witness"
    );
    for (stage, is_accused) in [
        ("not-a-party", false),
        ("named-in-file", false),
        ("suspect", true),
        ("charged", true),
        ("on-trial", true),
        ("acquitted", false),
        ("dismissed", false),
        ("convicted-appealable", true),
        ("convicted-final", false),
    ] {
        let party = format!("{{who: \"[[Ada]]\", stage: {stage}, as_of: 2021, source: \"[[The minutes]]\"}}");
        let case = format!("---\ntitle: The case\nparties:\n  - {party}\n---\n");
        let files = build(&site(&[("people/ada.md", "---\nname: Ada\n---\n"), ("cases/case.md", &case)]));
        assert_eq!(legal_status(&files, "ada").contains(PRESUMPTION), is_accused, "{stage}");
        assert_eq!(records(&files, "standing")[0]["presumed_innocent"], json!(is_accused), "{stage}");
    }
}

#[test]
fn where_nothing_is_recorded_the_page_says_so_and_the_data_has_no_record() {
    let files = tried();
    assert_eq!(legal_status(&files, "can"), "Legal status No legal status recorded here.");
    assert_eq!(
        records(&files, "standing"),
        [
            json!({
                "who": {"id": "person:ada", "name": "Ada"},
                "case": {"id": "case:bridge", "name": "The bridge case"},
                "role": "defendants",
                "stage": "on-trial",
                "presumed_innocent": true,
                "as_of": {"edtf": "2021-03-01", "date": "2021-03-01"},
                "source": {"id": "source:minutes", "name": "The minutes"},
            }),
            json!({
                "who": {"id": "person:bora", "name": "Bora"},
                "case": {"id": "case:bridge", "name": "The bridge case"},
                "role": null,
                "stage": "convicted-final",
                "presumed_innocent": false,
                "as_of": {"edtf": "2021", "date": null},
                "source": {"id": "source:minutes", "name": "The minutes"},
            }),
            json!({
                "who": {"id": "person:ada", "name": "Ada"},
                "case": {"id": "case:store", "name": "The store case"},
                "role": null,
                "stage": "acquitted",
                "presumed_innocent": false,
                "as_of": {"edtf": "2020-06", "date": null},
                "source": {"id": "source:minutes", "name": "The minutes"},
            }),
        ]
    );
}

#[test]
fn no_index_card_feed_or_other_table_has_a_stage() {
    // The page of the source from which a standing is known says what it is cited for, with the case and the date.
    const SOURCE: &str = "sources/minutes/index.html";
    let files = tried();
    for (shown, in_data, pages) in [
        ("On trial", "on-trial", ["cases/bridge/index.html", "people/ada/index.html", SOURCE]),
        ("Convicted, final", "convicted-final", ["cases/bridge/index.html", "people/bora/index.html", SOURCE]),
        ("Acquitted", "acquitted", ["cases/store/index.html", "people/ada/index.html", SOURCE]),
    ] {
        assert_eq!(holders(&files, shown), pages);
        // The schema says which stages there are, and nothing of anybody.
        assert_eq!(holders(&files, in_data), ["data/schema.json", "data/standing.csv", "data/standing.json"]);
    }
}

/// A hearing with three people who are not named: one with a page, one without, one about whom nothing is gathered.
const UNNAMED: [(&str, &str); 5] = [
    (
        "people/p-9.md",
        "---\nid: p-9\nlabel: a guard\nwithheld: {how: not-said, why: court, source: \"[[The minutes]]\"}\n---\n\nMet [[p-5]].\n",
    ),
    ("people/p-5.md", "---\nid: p-5\nlabel: a child\nwithheld: {how: by-us, why: minor}\npage: false\n---\n"),
    (
        "people/p-1.md",
        "---\nid: p-1\nlabel: a zealot\nwithheld: {how: unknown}\naggregate: false\n---\n\nSaw [[Ada]].\n",
    ),
    ("people/ada.md", "---\nname: Ada\n---\n"),
    (
        "hearings/one.md",
        "---\ntitle: One\ndate: 2021-03-01\nwitnesses: [\"[[p-9]]\", \"[[p-5]]\", \"[[p-1]]\"]\n---\n\n\
         > [!testimony] [[p-1]] ^s1\n> about: [[p-9]], [[p-1]]\n> status: alleged\n>\n> Says so.\n",
    ),
];

#[test]
fn who_is_not_named_stands_on_one_page_and_in_one_table_in_the_order_of_ids() {
    let files = build(&site(&UNNAMED));
    assert_eq!(
        says(&files, "not-named/index.html", "<ul class=\"plain rows\"", "</ul>"),
        "a zealot The name is not known. \
         a child We know the name and withhold it. The person is a minor. Appears on One , a guard \
         a guard The name was not said. A court kept it from being said. Known from The minutes Appears on One"
    );
    assert_eq!(
        records(&files, "withheld"),
        [
            json!({"id": "person:p-1", "label": "a zealot", "address": "people/p-1/index.html",
                   "how": "unknown", "why": null, "source": null}),
            json!({"id": "person:p-5", "label": "a child", "address": null,
                   "how": "by-us", "why": "minor", "source": null}),
            json!({"id": "person:p-9", "label": "a guard", "address": "people/p-9/index.html",
                   "how": "not-said", "why": "court", "source": {"id": "source:minutes", "name": "The minutes"}}),
        ]
    );
}

#[test]
fn a_person_without_a_page_has_no_address_anywhere() {
    let files = build(&site(&UNNAMED));
    assert_eq!(holders(&files, "people/p-5"), [""; 0]);
    assert!(!files.contains_key("people/p-5/index.html"));
}

#[test]
fn facts_about_a_person_for_whom_nothing_is_gathered_stand_where_they_were_said() {
    let files = build(&site(&UNNAMED));
    let page = &files["people/p-1/index.html"];
    assert!(!page.contains("Says so.") && !page.contains("hearings/one/"), "{page}");
    let statement = &records(&files, "statements")[0];
    assert_eq!(statement["speaker"], json!({"id": null, "name": "a zealot"}));
    assert_eq!(statement["about"], json!([{"id": "person:p-9", "name": "a guard"}, {"id": null, "name": "a zealot"}]));
    for table in ["statements", "relations", "standing", "sources"] {
        for record in records(&files, table).iter().filter(|record| record.to_string().contains("person:p-1")) {
            assert_eq!(record["from"]["id"], "person:p-1", "only what its own page says: {record}");
        }
    }
}

#[test]
fn a_person_who_is_not_named_has_no_place_in_an_alphabet() {
    let files = build(&site(&UNNAMED));
    let index = says(&files, "people/index.html", "<main", "</main>");
    assert!(index.contains("Ada") && !index.contains("a guard") && !index.contains("a zealot"), "{index}");
    let addresses: Vec<_> = files["sitemap.xml"].lines().filter(|line| line.contains("/people/")).collect();
    let people = ["", "ada/"].map(|page| format!("<url><loc>https://example.org/people/{page}</loc></url>"));
    assert_eq!(addresses, people);
}

/// Two people with one label whose pages say the same, and a page that names both. Their files are called `names`.
fn twins(names: [&str; 2], sort_as: [&str; 2]) -> Files {
    let person = |id: &str, sort_as: &str| {
        format!(
            "---\nid: {id}\nlabel: a guard\nsort_as: {sort_as}\nwithheld: {{how: unknown}}\nnot_same_as: [\"[[Ada]]\"]\n---\n\n\
             Saw [[Ada]].\n\n> [!testimony] unattributed ^s1\n> about: [[Ada]]\n> status: alleged\n> via: [[The minutes]]\n>\n\
             > Says so of [[The gate]].\n"
        )
    };
    let [first, last] = names.map(|name| format!("people/{name}.md"));
    let [one, two] = [("p-5", sort_as[0]), ("p-9", sort_as[1])].map(|(id, sort_as)| person(id, sort_as));
    build(&site(&[
        (&first, &one),
        (&last, &two),
        ("people/ada.md", "---\nname: Ada\n---\n"),
        ("places/gate.md", "---\nname: The gate\n---\n"),
        (
            "dossiers/both.md",
            "---\ntitle: Both\ndate: 2021-03-01\npeople: [\"[[p-5]]\", \"[[p-9]]\"]\n---\n\nThey met [[Ada]].\n",
        ),
    ]))
}

#[test]
fn nothing_but_the_id_and_the_label_of_a_person_who_is_not_named_is_in_any_byte() {
    // The file's name and the key for sorting tell where a name would stand: no output may change with them.
    let plain = twins(["p-5", "p-9"], ["p", "p"]);
    let renamed = twins(["zeno", "aaron"], ["Zeno", "Aaron"]);
    let differ = |path: &&String| plain[*path] != renamed[*path];
    assert_eq!(plain.keys().collect::<Vec<_>>(), renamed.keys().collect::<Vec<_>>());
    assert_eq!(plain.keys().filter(differ).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn other_names_and_addresses_elsewhere_of_a_person_who_is_not_named_are_told_to_nobody() {
    let files = build(&site(&[
        (
            "people/p-1.md",
            "---\nid: p-1\nlabel: a guard\naliases: [Kestane]\nsame_as: https://example.org/Kestane\nwithheld: {how: by-us}\n---\n",
        ),
        ("about.md", "---\ntitle: About\n---\n\nSee [[Kestane]].\n"),
    ]));
    assert_eq!(holders(&files, "Kestane"), [""; 0]);
    assert!(files["about/index.html"].contains(">a guard</a>"), "the link works all the same");
}

#[test]
fn an_office_is_no_person() {
    let files = build(&site(&[
        ("organisations/governor.md", "---\nname: The governor\ntype: office\n---\n"),
        ("people/ada.md", "---\nname: Ada\n---\n"),
        (
            "hearings/one.md",
            "---\ntitle: One\nofficials: [\"[[The governor]]\"]\n---\n\n> [!testimony] [[Ada]] ^s1\n\
             > about: [[The governor]]\n> status: alleged\n>\n> Says so.\n",
        ),
    ]));
    assert!(!files["people/index.html"].contains("governor"));
    assert!(!files.keys().any(|path| path.starts_with("people/governor")));
    assert!(!files["organisations/governor/index.html"].contains("Legal status"), "that is for people");
    let kinds = records(&files, "entities").into_iter().find(|record| record["name"] == "The governor");
    assert_eq!(kinds.map(|record| record["id"].clone()), Some(json!("organisation:governor")));
    assert_eq!(records(&files, "withheld"), [json!(null); 0]);

    let asked = site(&[
        ("organisations/governor.md", "---\nname: The governor\ntype: office\n---\n"),
        ("people/governor.md", "---\nname: Deniz Aksoy\n---\n"),
        ("about.md", "---\ntitle: About\n---\n\nSee [[person:The governor]].\n"),
    ]);
    let said: Vec<_> = try_build(&asked).diagnostics.iter().map(|found| found.code.name()).collect();
    assert_eq!(said, ["wrong-kind"], "an office leads to no person");
}
