//! The data of whole sites against the JSON Schema that they publish, by a validator that is not ours.
#![allow(clippy::disallowed_methods, reason = "reads the golden sites")]

use std::fs;
use std::path::Path;

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use super::site::{CONFIG, FULL, build, text};

const TABLES: [&str; 6] = ["entities", "relations", "sources", "standing", "statements", "withheld"];

/// What the schema says of `data`; with `is_strict` a field that it does not name is a fault as well.
fn faults(schema: &str, data: &Value, is_strict: bool) -> Option<String> {
    let mut schema: Value = serde_json::from_str(schema).unwrap();
    if is_strict {
        close(&mut schema);
    }
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("https://record.example/data/schema.json", schema).unwrap();
    let index = compiler.compile("https://record.example/data/schema.json", &mut schemas).unwrap();
    schemas.validate(data, index).err().map(|error| format!("{error:#}"))
}

/// Lets no object have a field that is not named.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") {
                fields.insert("additionalProperties".into(), json!(false));
            }
            fields.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn the_data_of_every_site_keeps_to_the_published_schema() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let schema = fs::read_to_string(sites.join("minimal/expected/data/schema.json")).unwrap();
    let mut count = 0;
    for site in fs::read_dir(sites).unwrap().map(|entry| entry.unwrap().path()) {
        for table in TABLES {
            let path = site.join(format!("expected/data/{table}.json"));
            let data = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!(faults(&schema, &data, true), None, "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 6 * 10, "{count}");
}

#[test]
fn a_site_with_something_of_everything_keeps_to_its_schema() {
    let files = build(CONFIG, &FULL);
    for table in TABLES {
        let data = serde_json::from_str(text(&files, &format!("data/{table}.json"))).unwrap();
        assert_eq!(faults(text(&files, "data/schema.json"), &data, true), None, "{table}");
    }
}

#[test]
fn planted_faults_are_found() {
    let files = build(CONFIG, &FULL);
    let schema = text(&files, "data/schema.json");
    let table = |name: &str| serde_json::from_str::<Value>(text(&files, &format!("data/{name}.json"))).unwrap();
    for (name, change) in [
        ("statements", (|data| data["records"][0]["status"] = json!("proven")) as fn(&mut Value)),
        ("statements", |data| drop(data["records"][0].as_object_mut().unwrap().remove("attribution"))),
        ("standing", |data| data["records"][0]["source"] = Value::Null),
        ("standing", |data| data["records"][0]["stage"] = json!("guilty")),
        ("entities", |data| data["table"] = json!("people")),
        ("entities", |data| data["records"][0]["named"] = json!("yes")),
        ("withheld", |data| data["format"] = json!(2)),
    ] {
        let mut data = table(name);
        change(&mut data);
        assert!(faults(schema, &data, false).is_some(), "{name}: {data}");
    }
    let mut data = table("sources");
    data["records"][0]["path"] = json!("content/sources/x.md");
    assert!(faults(schema, &data, true).is_some() && faults(schema, &data, false).is_none(), "fields may be added");
}
