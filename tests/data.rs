//! The data of a site: that its page on fields says every one, that nothing is in it that is not published, and that it can
//! be opened anywhere.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use serde_json::{Value, json};

const TABLES: [&str; 6] = ["entities", "relations", "sources", "standing", "statements", "withheld"];

/// The files of a site by their paths.
type Files = BTreeMap<String, String>;

fn build(files: &[(&str, &str)]) -> Files {
    let mut tree = SourceTree::from_texts([("dossier.toml", "title = \"Record\"\n")]);
    for (path, text) in files {
        tree.insert(SourceFile::text(&format!("content/{path}"), text));
    }
    let built = Pipeline::default().build(&tree, &Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap()));
    assert_eq!(built.diagnostics, []);
    let files = built.value.files.into_iter();
    files.map(|file| (file.route.output_path(), String::from_utf8(file.bytes.to_vec()).unwrap())).collect()
}

fn records(files: &Files, table: &str) -> Vec<Value> {
    let whole: Value = serde_json::from_str(&files[&format!("data/{table}.json")]).unwrap();
    assert_eq!((&whole["format"], &whole["table"]), (&json!(1), &json!(table)));
    whole["records"].as_array().unwrap().clone()
}

/// The columns of a table and its rows.
fn rows(files: &Files, table: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(files[&format!("data/{table}.csv")].as_bytes());
    let texts = |row: &csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
    let columns = texts(reader.headers().unwrap());
    (columns, reader.records().map(|row| texts(&row.unwrap())).collect())
}

/// A site that has something of everything, by way of an invented case.
const FULL: [(&str, &str); 9] = [
    ("people/ada.md", "---\nname: Ada\naliases: [Adacık]\nnoindex: true\nsame_as: https://example.org/ada\n---\n"),
    ("people/bora.md", "---\nname: Bora\nreplies:\n  - {from: Bora, date: 2021-05-01, text: No.}\n---\n"),
    (
        "people/p-1.md",
        "---\nid: p-1\nlabel: a guard\nwithheld: {how: not-said, why: court, source: \"[[The daily]]\"}\n---\n",
    ),
    ("places/gate.md", "---\nname: The gate\ncoordinates: [36.718412, 37.12122]\nprecision: vicinity\n---\n"),
    (
        "events/fire.md",
        "---\ntitle: The fire\ntype: fire\ndate: XXXX-02-14\nresolved: {date: 2021-02-14, basis: The year of the case}\nplace: \"[[The gate]]\"\n---\n",
    ),
    ("sources/agency.md", "---\ntitle: The agency\nseen: false\n---\n"),
    (
        "sources/daily.md",
        "---\ntitle: The daily\ntype: article\nauthor: [E. F., G. H.]\npublished: 2021-03-02\naccessed: 2021-03-05\n\
         url: https://example.org/1\narchived: https://example.org/a/1\nderived_from: \"[[The agency]]\"\n---\n",
    ),
    (
        "cases/store.md",
        "---\ntitle: The store case\nnumbers: [\"2021/7\"]\nabout: [\"[[The fire]]\"]\nparties:\n\
         \x20 - {who: \"[[Bora]]\", role: defendants, stage: charged, as_of: 2021-02-20, source: \"[[The daily]]\"}\n---\n",
    ),
    (
        "hearings/one.md",
        "---\ntitle: One\nnumber: 1\ncase: \"[[The store case]]\"\ndate: 2021-03-01\nwitnesses: [\"[[Ada]]\"]\n---\n\n\
         With [[p-1|the one at the door]].\n\n\
         > [!testimony] [[Ada]] ^s1\n> about: [[Bora]], [[p-1]]\n> status: alleged\n> via: [[The daily]]\n> date: 2021-02~\n>\n\
         > Says that Bora was at [[The gate]].\n>\n> > \"I saw him.\"\n>\n> > \"Twice.\"\n\n\
         > [!testimony] [[Bora]] ^s2\n> status: reported\n> via: [[The daily]]\n> denies: [[#^s1]]\n>\n> Says that he was not.\n",
    ),
];

#[test]
fn the_page_on_the_data_says_every_field_and_every_column() {
    let files = build(&FULL);
    let page = include_str!("../docs/content/tables.md");
    for table in TABLES {
        let (_, section) = page.split_once(&format!("\n## `{table}`\n")).unwrap();
        let section = section.split("\n## ").next().unwrap();
        let records = records(&files, table);
        let fields = records.iter().flat_map(|record| record.as_object().unwrap().keys().cloned());
        let derived = records.iter().filter_map(|record| record["derived"].as_object());
        let named: Vec<String> =
            fields.chain(derived.flat_map(|derived| derived.keys().cloned())).chain(rows(&files, table).0).collect();
        assert!(!named.is_empty());
        for name in named {
            assert!(
                section.contains(&format!("`{name}`")),
                "docs/content/tables.md says nothing on `{name}` of {table}"
            );
        }
    }
}

#[test]
fn both_forms_of_a_table_have_the_same_records() {
    let files = build(&FULL);
    for table in TABLES {
        let (columns, rows) = rows(&files, table);
        let records = records(&files, table);
        assert_eq!(records.len(), rows.len(), "{table}");
        let at = columns.iter().position(|column| column == "id");
        for (record, row) in records.iter().zip(&rows).filter(|_| at.is_some()) {
            assert_eq!(record["id"], json!(row[at.unwrap()]), "{table}");
        }
    }
}

#[test]
fn a_statement_has_all_that_is_known_of_it() {
    let files = build(&FULL);
    let daily = json!([{"id": "source:daily", "name": "The daily"}]);
    assert_eq!(
        records(&files, "statements")[0],
        json!({
            "id": "hearing:one#s1",
            "address": "hearings/one/index.html#s1",
            "page": {"id": "hearing:one", "name": "One"},
            "number": 1,
            "form": "testimony",
            "status": "alleged",
            "speaker": {"id": "person:ada", "name": "Ada"},
            "attribution": "Ada",
            "about": [{"id": "person:bora", "name": "Bora"}, {"id": "person:p-1", "name": "a guard"}],
            "via": daily,
            "date": {"edtf": "2021-02~", "date": null},
            "words": "Ada (testimony, alleged, as reported by The daily): Says that Bora was at The gate.",
            "quotes": ["“I saw him.”", "“Twice.”"],
            "relations": [],
            "derived": {
                "denied": ["hearing:one#s2"],
                "contradicted": [],
                "at_odds": [],
                "corroborated": false,
                "origins": [{"id": "source:agency", "name": "The agency"}],
                "other_origins": [],
                "origin_unseen": true,
                "unanswered": [{"id": "person:p-1", "name": "a guard"}],
            },
        })
    );
}

#[test]
fn a_retracted_statement_is_withdrawn_in_words_and_quotes() {
    let files = build(&[(
        "hearings/one.md",
        "---\ntitle: One\n---\n\n> [!background] unattributed ^s1\n> status: retracted\n>\n> Said so.\n>\n> > \"So.\"\n",
    )]);
    let record = &records(&files, "statements")[0];
    assert_eq!(record["words"], "not attributed by its source (background, retracted, no source given): withdrawn");
    assert_eq!((&record["quotes"], &record["speaker"]), (&json!([]), &Value::Null));
    assert_eq!(record["attribution"], "not attributed by its source");
    assert!(files["hearings/one/index.html"].contains("<del class=\"words\""), "the page still has it, struck through");
}

#[test]
fn relations_tell_who_had_which_role_where_and_what_names_whom() {
    let files = build(&FULL);
    let (_, rows) = rows(&files, "relations");
    let lines: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
    assert_eq!(
        lines,
        [
            "fact|case:store|The store case||about|event:fire|The fire|",
            "role|person:bora|Bora||parties|case:store|The store case|",
            "fact|case:store|The store case||source|source:daily|The daily|",
            "fact|hearing:one|One||case|case:store|The store case|",
            "role|person:ada|Ada||witnesses|hearing:one|One|",
            "mention|hearing:one|One||mentions|person:p-1|a guard|",
            "mention|hearing:one#s1|One|alleged|mentions|place:gate|The gate|",
            "statement|hearing:one#s2|One|reported|denies|hearing:one#s1|One|alleged",
            "fact|person:p-1|a guard||source|source:daily|The daily|",
            "fact|event:fire|The fire||place|place:gate|The gate|",
            "fact|source:daily|The daily||derived_from|source:agency|The agency|",
        ]
    );
}

#[test]
fn dates_and_places_are_as_exact_as_they_are_known() {
    let files = build(&FULL);
    let entities = records(&files, "entities");
    let named = |name: &str| entities.iter().find(|record| record["name"] == name).unwrap();
    assert_eq!(named("The fire")["date"], json!({"edtf": "XXXX-02-14", "date": null}));
    assert_eq!(
        named("The fire")["resolved"],
        json!({"edtf": "2021-02-14", "date": "2021-02-14", "basis": "The year of the case"})
    );
    assert_eq!(named("One")["date"], json!({"edtf": "2021-03-01", "date": "2021-03-01"}));
    let gate = named("The gate");
    assert_eq!(
        (&gate["latitude"], &gate["longitude"], &gate["precision"]),
        (&json!("36.72"), &json!("37.12"), &json!("vicinity"))
    );
}

#[test]
fn a_page_that_search_engines_are_to_leave_alone_is_in_the_tables_and_says_so() {
    let files = build(&FULL);
    let entities = records(&files, "entities");
    let noindex: Vec<&str> = entities
        .iter()
        .filter(|record| record["noindex"] == true)
        .map(|record| record["name"].as_str().unwrap())
        .collect();
    assert_eq!(noindex, ["Ada", "a guard"]);
    let links = files["data/index.html"].matches("rel=\"nofollow\"").count();
    assert_eq!(links, TABLES.len() * 2 + 1, "two for each table, one for the schema");
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let files = build(&[
        (
            "people/ada.md",
            "---\nid: ada\nname: \"=cmd|' /C calc'!A0\"\naliases: [\"+1\", \"@b\"]\nsummary: \"-2+3\"\n---\n",
        ),
        (
            "hearings/one.md",
            "---\ntitle: One\n---\n\n> [!testimony] [[ada]] ^s1\n> status: alleged\n>\n> Says so.\n>\n> > =1+1\n",
        ),
    ]);
    for table in TABLES {
        for cell in rows(&files, table).1.iter().flatten() {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{table}: {cell}");
        }
    }
    assert_eq!(records(&files, "entities")[1]["name"], "=cmd|' /C calc'!A0", "JSON is as it is");
}

#[test]
fn what_is_not_published_is_in_no_table() {
    let files = build(&[
        ("people/hidden-one.md", "---\nname: Hidden One\ndraft: true\n---\n"),
        ("sources/hidden-paper.md", "---\ntitle: Hidden Paper\npublish_after: 2030-01-01T00:00+03:00\n---\n"),
        ("people/ada.md", "---\nname: Ada\n---\n"),
        (
            "cases/store.md",
            "---\ntitle: The store case\nparties:\n\
             \x20 - {who: \"[[Hidden One]]\", stage: charged, as_of: 2021, source: \"[[Hidden Paper]]\"}\n\
             \x20 - {who: \"[[Ada]]\", stage: suspect, as_of: 2021, source: \"[[Hidden Paper]]\"}\n---\n",
        ),
        (
            "hearings/one.md",
            "---\ntitle: One\nwitnesses: [\"[[Hidden One]]\"]\n---\n\nWith [[Hidden One]].\n\n\
             > [!testimony] [[Hidden One]] ^s1\n> about: [[Hidden One]], [[Ada]]\n> status: alleged\n> via: [[Hidden Paper]]\n>\n\
             > Says of [[Hidden One]].\n",
        ),
    ]);
    for (path, text) in &files {
        assert!(!text.contains("Hidden") && !text.contains("hidden-"), "{path}: {text}");
    }
    let statement = &records(&files, "statements")[0];
    assert_eq!(statement["speaker"], json!({"id": null, "name": "a person not named here"}));
    assert_eq!(statement["about"], json!([{"id": "person:ada", "name": "Ada"}]));
    assert_eq!(
        statement["words"],
        "a person not named here (testimony, alleged, as reported by a source not published here): Says of a person not named here."
    );
    let standing = records(&files, "standing");
    assert_eq!(standing.len(), 1);
    assert_eq!(standing[0]["source"], json!({"id": null, "name": "a source not published here"}));
    let (_, relations) = rows(&files, "relations");
    assert_eq!(relations, [["role", "person:ada", "Ada", "", "parties", "case:store", "The store case", ""]]);
}
