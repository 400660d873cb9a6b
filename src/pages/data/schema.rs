//! The JSON Schema of the data, made from the types of the records. Knows the words that fields are limited to; `schema.json`
//! is what is published, and the test here holds it to the types.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::{TABLES, Table};
use crate::document::front_matter::{HearingStatus, Precision, SourceForm, Stage, WithheldHow, WithheldWhy};
use crate::document::kind::Kind;
use crate::document::statement::{Form, Relation, Status};

fn one_of(words: &[&str]) -> Schema {
    schemars::json_schema!({ "type": "string", "enum": words })
}

fn maybe(words: &[&str]) -> Schema {
    let words: Vec<Option<&str>> = words.iter().copied().map(Some).chain([None]).collect();
    schemars::json_schema!({ "type": ["string", "null"], "enum": words })
}

macro_rules! words {
    ($($name:ident: $schema:expr;)+) => { $(pub(super) fn $name(_: &mut SchemaGenerator) -> Schema { $schema })+ };
}

words! {
    kind: one_of(&Kind::ALL.map(Kind::name));
    session: maybe(HearingStatus::WORDS);
    precision: maybe(Precision::WORDS);
    source_form: maybe(SourceForm::WORDS);
    stage: one_of(Stage::WORDS);
    how: maybe(WithheldHow::WORDS);
    why: maybe(WithheldWhy::WORDS);
    form: one_of(Form::WORDS);
    status: one_of(Status::WORDS);
    status_of_end: maybe(Status::WORDS);
    relation: one_of(Relation::WORDS);
}

fn records(generator: &mut SchemaGenerator, table: Table) -> Schema {
    fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
    match table {
        Table::Statements => of::<super::statements::StatementRecord>(generator),
        Table::Entities => of::<super::entities::EntityRecord>(generator),
        Table::Relations => of::<super::relations::RelationRecord>(generator),
        Table::Standing => of::<super::standing::StandingRecord>(generator),
        Table::Withheld => of::<super::withheld::WithheldRecord>(generator),
        Table::Sources => of::<super::sources::SourceRecord>(generator),
    }
}

/// The schema of all tables: a file is one of them.
fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let tables: Vec<Value> = TABLES
        .into_iter()
        .map(|table| {
            let records = records(&mut generator, table);
            json!({
                "type": "object",
                "properties": {
                    "format": { "const": 1 },
                    "table": { "const": table.name() },
                    "records": { "type": "array", "items": records },
                },
                "required": ["format", "table", "records"],
            })
        })
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "schema.json",
        "title": "The data of a site",
        "oneOf": tables,
        "$defs": generator.take_definitions(true),
    })
}

#[cfg(test)]
mod tests {
    use super::super::SCHEMA;
    use super::schema;

    /// `ACCEPT=1 cargo test --lib pages::data` writes what the types say now.
    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test that writes what is accepted")]
    fn the_published_schema_is_that_of_the_records() {
        let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
        if std::env::var_os("ACCEPT").is_some_and(|value| value == "1") {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/pages/data/schema.json"), &text).unwrap();
            return;
        }
        assert_eq!(SCHEMA, text);
    }
}
