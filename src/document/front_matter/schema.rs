//! The table of keys as JSON Schema (2020-12), for editors that check front matter while it is written. Knows what shapes look
//! like in YAML as other programs read it, where a number without quotes is a number and a date is text; what a form cannot
//! tell, such as whether a link leads anywhere, is the reader's.

use serde_json::{Map, Value, json};

use super::keys::{BESIDE_WITHDRAWN, Group, Key, Shape, has_name, has_roles, keys};
use crate::document::kind::Kind;
use crate::document::parse::Role;

/// The dialect of the schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of the front matter of `kind`, in a site with these `roles`.
#[must_use]
pub fn of_kind(kind: Kind, roles: &[Role]) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!(DIALECT));
    schema.extend(form(kind, roles));
    Value::Object(schema)
}

/// The schemas of all kinds in one: front matter fits it when it fits that of one kind.
#[must_use]
pub fn of_all(roles: &[Role]) -> Value {
    let of = |kind: Kind| (kind.name().to_owned(), Value::Object(form(kind, roles)));
    let kinds: Map<String, Value> = Kind::ALL.into_iter().map(of).collect();
    let any: Vec<Value> = Kind::ALL.iter().map(|kind| json!({"$ref": format!("#/$defs/{kind}")})).collect();
    json!({"$schema": DIALECT, "title": "Front matter of dossier", "$defs": kinds, "anyOf": any})
}

/// The keys of `kind`, and the rules that bind several of them.
fn form(kind: Kind, roles: &[Role]) -> Map<String, Value> {
    let mut properties: Map<String, Value> = keys(kind).map(|key| property(kind, key, roles)).collect();
    if has_roles(kind) {
        for role in roles {
            let mut links = of_shape(Shape::Links, roles);
            describe(&mut links, &format!("people with a role: {}", role.title));
            properties.entry(role.key.clone()).or_insert(links);
        }
    }
    let beside = json!({"if": {"required": ["withdrawn"]}, "then": {"propertyNames": {"enum": BESIDE_WITHDRAWN}}});
    let both = json!({"not": {"required": ["title", "name"]}});
    let bonds: Vec<Value> = std::iter::once(beside).chain(has_name(kind).then_some(both)).collect();
    let mut form = Map::new();
    form.insert("title".into(), json!(format!("Front matter of {}", kind.with_article())));
    form.insert("type".into(), json!("object"));
    form.insert("properties".into(), Value::Object(properties));
    form.insert("additionalProperties".into(), json!(false));
    form.insert("allOf".into(), Value::Array(bonds));
    form
}

fn property(kind: Kind, key: &Key, roles: &[Role]) -> (String, Value) {
    // With another word it would be the front matter of another kind.
    let mut schema = match key.name {
        "kind" => json!({"enum": [kind.name(), null]}),
        _ => of_shape(key.shape, roles),
    };
    describe(&mut schema, key.about);
    (key.name.to_owned(), schema)
}

fn describe(schema: &mut Value, about: &str) {
    if let Value::Object(schema) = schema {
        schema.insert("description".into(), json!(about));
    }
}

/// The values of this shape.
fn of_shape(shape: Shape, roles: &[Role]) -> Value {
    match shape {
        Shape::Text => text(),
        Shape::Name => json!({"type": ["string", "number", "boolean", "null"], "pattern": r"\S"}),
        Shape::Texts | Shape::Names => several(&text()),
        Shape::Id => {
            json!({"type": ["string", "integer", "null"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "minimum": 0})
        }
        Shape::Link => matching(r"^\s*\[\[.+\]\]\s*$"),
        Shape::Links => several(&matching(r"^\s*\[\[.+\]\]\s*$")),
        // A year without quotes is a number.
        Shape::Date => json!({"type": ["string", "integer", "null"]}),
        Shape::Moment => json!({"type": "string", "pattern": r"\d{2}:\d{2}"}),
        Shape::Flag => json!({"type": ["boolean", "null"]}),
        Shape::Word(words) => word(words),
        Shape::Role => word(&roles.iter().map(|role| role.key.as_str()).collect::<Vec<_>>()),
        Shape::Language => matching("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
        Shape::Address => matching(r"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S"),
        Shape::Identifiers => several(&matching(r"^(Q[1-9][0-9]*$|[Hh][Tt][Tt][Pp][Ss]?://\S)")),
        Shape::Paths => several(&json!({"type": ["string", "null"]})),
        Shape::Coordinates => {
            let degrees = json!({"type": ["number", "string"]});
            let pair = json!({"type": "array", "items": degrees, "minItems": 2, "maxItems": 2});
            json!({"anyOf": [matching(r"^[^,]+,[^,]+$"), pair]})
        }
        Shape::Sha256 => matching("^[0-9a-f]{64}$"),
        Shape::Amount => {
            json!({"type": ["integer", "string", "null"], "minimum": 0, "pattern": r"^\s*([<>]=?|~)?\s*\d+(\s*-\s*\d+)?\s*$"})
        }
        Shape::Group(group) => self::group(group, roles),
        Shape::Groups(group) => json!({"type": ["array", "null"], "items": self::group(group, roles)}),
        Shape::Anything => json!({"type": ["object", "null"]}),
    }
}

/// Text: what stands without quotes may look like something else to another program.
fn text() -> Value {
    json!({"type": ["string", "number", "boolean", "null"]})
}

fn matching(pattern: &str) -> Value {
    json!({"type": ["string", "null"], "pattern": pattern})
}

/// One or a list of them.
fn several(one: &Value) -> Value {
    json!({"anyOf": [one, {"type": "array", "items": one}]})
}

fn word(words: &[&str]) -> Value {
    let words: Vec<Value> = words.iter().map(|word| json!(word)).chain([Value::Null]).collect();
    json!({"enum": words})
}

fn group(group: &Group, roles: &[Role]) -> Value {
    let member = |key: &Key| {
        let mut schema = of_shape(key.shape, roles);
        describe(&mut schema, key.about);
        (key.name.to_owned(), schema)
    };
    let properties: Map<String, Value> = group.keys.iter().map(member).collect();
    let required: Vec<&str> = group.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    if let (Value::Object(schema), false) = (&mut schema, group.one_of.is_empty()) {
        let one_of: Vec<Value> = group.one_of.iter().map(|key| json!({"required": [key]})).collect();
        schema.insert("oneOf".into(), Value::Array(one_of));
    }
    schema
}
