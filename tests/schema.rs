//! `dossier schema`: the front matter of whole sites against it, by a validator and a reader of YAML that are not ours; and
//! planted mistakes, which it finds.
#![allow(clippy::disallowed_methods, reason = "reads the sites of the project and starts the program")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use boon::{Compiler, Schemas};
use dossier::document::front_matter::yaml_range;
use dossier::document::kind::Kind;
use dossier::document::{Settings, parse, translated};
use dossier::foundation::language::Language;
use dossier::source::tree::SourcePath;
use serde_json::{Value, json};

/// What the program prints in `folder`.
fn schema(folder: &Path, words: &[&str]) -> Value {
    let ran = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .arg("schema")
        .args(words)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!((ran.status.code(), String::from_utf8(ran.stderr).unwrap().as_str()), (Some(0), ""));
    serde_json::from_slice(&ran.stdout).unwrap()
}

/// What the schema says of front matter.
struct Validator {
    schemas: Schemas,
    index: boon::SchemaIndex,
}

impl Validator {
    fn new(schema: Value) -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource("https://record.example/schema.json", schema).unwrap();
        let index = compiler.compile("https://record.example/schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn faults(&self, front: &Value) -> Option<String> {
        self.schemas.validate(front, self.index).err().map(|error| format!("{error:#}"))
    }
}

/// The front matter of `text` as another program reads it.
fn front(text: &str) -> Value {
    match text.get(yaml_range(text)).unwrap() {
        "" => json!({}),
        yaml => serde_yaml::from_str(yaml).unwrap(),
    }
}

#[test]
fn the_front_matter_of_every_page_of_the_project_fits_the_schema_of_its_kind() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let settings = Settings::new(Language::english(), &[]);
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    for site in [".", "tests/browser/showcase", "src/command/init/site"] {
        let site = root.join(site);
        let of: BTreeMap<Kind, Validator> =
            Kind::ALL.map(|kind| (kind, Validator::new(schema(&site, &[kind.name()])))).into();
        let all = Validator::new(schema(&site, &[]));
        for entry in walkdir::WalkDir::new(site.join("content")).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(&site).unwrap().to_str().unwrap().to_owned();
            let path = SourcePath::new(&path);
            // A translation has few keys, and is of the kind of its main file.
            if entry.path().extension().is_none_or(|ending| ending != "md") || translated::name(&path).is_some() {
                continue;
            }
            let text = fs::read_to_string(entry.path()).unwrap();
            let Some(document) = parse(&path, &text, &settings).value else { panic!("{path}") };
            let front = front(&text);
            assert_eq!(of[&document.kind].faults(&front), None, "{path}: {front}");
            assert_eq!(all.faults(&front), None, "{path}: {front}");
            *seen.entry(document.kind).or_default() += 1;
        }
    }
    assert!(Kind::ALL.iter().all(|kind| seen.contains_key(kind)), "{seen:?}");
}

#[test]
fn planted_mistakes_are_found_and_what_is_right_beside_them_is_not() {
    let elsewhere = tempfile::tempdir().unwrap();
    let right = [
        ("person", "name: Ada Mert\ndraft: true\naliases: [A. M., 12]\nsame_as: Q42"),
        ("person", "label: The witness\nwithheld: {how: by-us, why: safety}\npage: false"),
        ("hearing", "title: 1984\ncase: \"[[harbour]]\"\nnumber: 12\ndate: 2019\njudges: [\"[[Ada Mert]]\"]"),
        ("event", "title: Fire\ncounts:\n  - {what: killed, value: \">100\", source: \"[[minutes]]\"}"),
        ("place", "name: Quay\ncoordinates: [39.93, 32.86]\nprecision: locality"),
        ("source", "title: Minutes\ntype: minutes\nurl: https://record.example/\npublic: file"),
        ("case", "title: Harbour\nparties:\n  - {who: \"[[a]]\", stage: charged, as_of: 2019-05, source: \"[[b]]\"}"),
        ("page", "title: About\nextra: {colour: [1, {b: true}]}"),
        ("dossier", "withdrawn: {date: 2026-01-02}\nid: d-1"),
    ];
    for (kind, yaml) in right {
        let front = serde_yaml::from_str(yaml).unwrap();
        assert_eq!(Validator::new(schema(elsewhere.path(), &[kind])).faults(&front), None, "{kind}: {yaml}");
    }
    let wrong = [
        ("person", "nmae: Ada Mert", "additionalProperties 'nmae'"),
        ("person", "court: \"[[x]]\"", "additionalProperties 'court'"),
        ("person", "name: Ada\ntitle: Ada", "not"),
        ("person", "draft: \"yes\"", "want null or boolean, but got string"),
        ("person", "withheld: {why: safety}", "missing properties 'how'"),
        ("person", "withheld: {how: perhaps}", "must be one of"),
        ("person", "kind: case", "must be one of"),
        ("hearing", "case: harbour", "does not match pattern"),
        ("hearing", "date: [2019-05-14]", "got array"),
        ("hearing", "publish_after: 12", "got number"),
        ("hearing", "status: perhaps", "must be one of"),
        ("hearing", "bystanders: \"[[x]]\"", "additionalProperties 'bystanders'"),
        ("event", "counts: {what: killed}", "got object"),
        ("event", "counts: [{what: killed, value: 3, date: 2019, source: \"[[x]]\"}]", "oneOf"),
        ("event", "counts: [{what: killed, value: many, source: \"[[x]]\"}]", "does not match pattern"),
        ("source", "sha256: abc", "does not match pattern"),
        ("source", "url: record.example", "does not match pattern"),
        ("page", "id: \"Über uns\"", "does not match pattern"),
        ("dossier", "withdrawn: {date: 2026-01-02}\ntitle: What it was", "title"),
    ];
    for (kind, yaml, part) in wrong {
        let front = serde_yaml::from_str(yaml).unwrap();
        let faults = Validator::new(schema(elsewhere.path(), &[kind])).faults(&front);
        assert!(faults.as_ref().is_some_and(|faults| faults.contains(part)), "{kind}: {yaml}: {faults:?}");
    }
}

#[test]
fn a_site_has_its_own_roles_and_every_kind_stands_in_the_schema_of_all() {
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("dossier.toml"), "title = \"Records\"\n\n[roles]\nbystanders = \"Bystanders\"\n")
        .unwrap();
    let front = json!({"bystanders": "[[x]]"});
    assert_eq!(Validator::new(schema(site.path(), &["hearing"])).faults(&front), None);
    assert_eq!(Validator::new(schema(site.path(), &["hearings"])).faults(&front), None);
    assert!(Validator::new(schema(site.path(), &["person"])).faults(&front).is_some());
    let all = schema(site.path(), &[]);
    let kinds: Vec<&String> = all["$defs"].as_object().unwrap().keys().collect();
    let mut names = Kind::ALL.map(Kind::name);
    names.sort_unstable();
    assert_eq!(kinds, names);
    assert_eq!(
        all["$defs"]["person"]["properties"]["draft"],
        json!({"description": "`true`: it is not published", "type": ["boolean", "null"]})
    );
}
