//! The table of keys and the reader are one: every key of the table is read, and nothing else is.

use super::*;
use crate::document::front_matter::keys::{Group, Key, Shape, keys, own_keys};
use crate::document::front_matter::{Common, Fields, schema};
use crate::document::mention::MentionId;
use crate::foundation::diagnostic::Code;

/// Values that are right for a key, each on the lines after its colon.
fn samples(shape: Shape) -> Vec<String> {
    let one = |text: &str| vec![text.to_owned()];
    match shape {
        Shape::Text | Shape::Name => one("Kürt"),
        Shape::Texts | Shape::Names => vec!["Kürt".into(), "[a, b]".into()],
        Shape::Id => one("kurt-1"),
        Shape::Link => one("\"[[Kürt]]\""),
        Shape::Links => vec!["\"[[a]]\"".into(), "[\"[[a]]\", \"[[b|c]]\"]".into()],
        Shape::Date => one("2015-10-10"),
        Shape::Moment => one("2030-01-01T10:00+03:00"),
        Shape::Flag => vec!["true".into(), "false".into()],
        Shape::Word(words) => words.iter().map(ToString::to_string).collect(),
        Shape::Role => one("judges"),
        Shape::Language => one("ckb"),
        Shape::Address => one("https://example.org/a"),
        Shape::Identifiers => one("[Q42, https://example.org/]"),
        Shape::Paths => one("/old/kurt/"),
        Shape::Coordinates => vec!["39.93, 32.86".into(), "[39.93, 32.86]".into()],
        Shape::Sha256 => one(&"0af".repeat(22)[..64]),
        Shape::Amount => one("\">=100\""),
        Shape::Group(group) => inline(group),
        Shape::Groups(group) => vec![format!("[{}]", inline(group).join(", "))],
        Shape::Anything => one("{a: [1, {b: true}]}"),
    }
}

/// A group with all of its keys; of those that exclude each other, one group for each.
fn inline(group: &Group) -> Vec<String> {
    let with = |chosen: Option<&str>| {
        let is_wanted = |key: &&Key| !group.one_of.contains(&key.name) || chosen == Some(key.name);
        let members = group.keys.iter().filter(is_wanted).map(|key| format!("{}: {}", key.name, samples(key.shape)[0]));
        format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
    };
    if group.one_of.is_empty() { vec![with(None)] } else { group.one_of.iter().map(|key| with(Some(key))).collect() }
}

fn front_matter(kind: Kind, yaml: &str) -> Checked<FrontMatter> {
    read_as(Some(kind), &format!("---\n{yaml}\n---\n")).0
}

#[test]
fn every_key_of_every_kind_is_read_and_changes_what_is_known() {
    let mut read = 0;
    for kind in Kind::ALL {
        for key in keys(kind) {
            if let ("kind", Shape::Word(words)) = (key.name, key.shape) {
                assert_eq!(words, Kind::ALL.map(Kind::name));
                continue;
            }
            // A person with `withheld` needs a label, and a hash its file.
            let beside = match key.name {
                "withheld" => "label: x\n",
                "sha256" | "cleaned" => "file: x\n",
                _ => "",
            };
            let nothing = front_matter(kind, beside);
            let mut changes = false;
            for sample in samples(key.shape) {
                let checked = front_matter(kind, &format!("{beside}{}: {sample}", key.name));
                assert_eq!(checked.diagnostics, [], "{kind} {}: {sample}", key.name);
                let FrontMatter { title, id, common, fields, .. } = &checked.value;
                changes |= (title, id, common, fields)
                    != (&nothing.value.title, &nothing.value.id, &nothing.value.common, &nothing.value.fields);
            }
            assert!(changes, "{kind} {}", key.name);
            read += 1;
        }
    }
    assert_eq!(read, 225);
}

#[test]
fn every_key_refuses_a_value_of_another_shape_and_is_not_unknown() {
    for kind in Kind::ALL {
        for key in keys(kind).filter(|key| key.shape != Shape::Anything) {
            let wrong = front_matter(kind, &format!("{}: {{a: {{b: c}}}}", key.name)).diagnostics;
            assert!(!wrong.is_empty(), "{kind} {}", key.name);
            let about_key = format!("no key `{}`", key.name);
            assert!(wrong.iter().all(|wrong| !wrong.message.contains(&about_key)), "{kind} {} {wrong:?}", key.name);
        }
    }
}

#[test]
fn every_key_of_another_kind_is_unknown_and_says_where_it_belongs() {
    let mut refused = 0;
    for kind in Kind::ALL {
        for key in Kind::ALL.into_iter().flat_map(own_keys) {
            if keys(kind).any(|own| own.name == key.name) {
                continue;
            }
            let wrong = front_matter(kind, &format!("{}: {}", key.name, samples(key.shape)[0])).diagnostics;
            assert_eq!(wrong.len(), 1, "{kind} {}", key.name);
            assert_eq!(wrong[0].code, Code::UnknownKey);
            assert!(wrong[0].help.contains("belongs to"), "{}", wrong[0].help);
            refused += 1;
        }
    }
    assert!(refused > 200, "{refused}");
}

#[test]
fn a_whole_hearing_is_read() {
    let text = "---\ntitle: 12th hearing\ncase: \"[[2015 Ankara massacre case]]\"\nnumber: \"12\"\ndate: ../XXXX-09-03\n\
                status: adjourned\njudges: [\"[[presiding-judge|the judge]]\"]\nwitnesses: [[Muhammed Kasım Kurt]]\n\
                sources: [\"[[Duvar English report#^s1]]\"]\n---\nText\n";
    let (checked, mentions) = read_as(Some(Kind::Hearing), text);
    let FrontMatter { kind, title, id, common, fields: Fields::Hearing(hearing), body_start } = checked.value else {
        panic!("not a hearing");
    };
    assert_eq!((kind, title.map(|title| title.value).as_deref(), id), (Kind::Hearing, Some("12th hearing"), None));
    assert_eq!(&text[body_start..], "Text\n");
    assert_eq!(hearing.number.map(|number| number.value).as_deref(), Some("12"));
    assert_eq!(hearing.status.value.name(), "adjourned");
    assert_eq!(hearing.date.map(|date| date.value.to_string()).as_deref(), Some("../XXXX-09-03"));
    let written: Vec<_> = mentions.as_slice().iter().map(|mention| &text[mention.span.range()]).collect();
    assert_eq!(
        written,
        ["2015 Ankara massacre case", "presiding-judge|the judge", "Muhammed Kasım Kurt", "Duvar English report#^s1"]
    );
    let ids: Vec<_> = [hearing.case.unwrap()]
        .into_iter()
        .chain(hearing.roles.into_values().flatten())
        .chain(common.sources)
        .map(MentionId::index)
        .collect();
    assert_eq!(ids, [0, 1, 2, 3]);
}

#[test]
fn what_could_not_be_read_as_a_draft_is_one() {
    for yaml in ["draft: yes", "draft:", "draft: [false]", "draft: *x", "publish_after: tomorrow", "publish_after:"] {
        assert!(front_matter(Kind::Page, yaml).value.common.draft, "{yaml}");
    }
    assert!(!front_matter(Kind::Page, "draft: false").value.common.draft);
}

#[test]
fn a_page_that_is_meant_to_be_withdrawn_is_not_published() {
    for yaml in ["withdrawn:", "withdrawn: yes", "withdrawn: {reason: x}", "withdrawn: {date: soon}", "withdrawn: []"] {
        let common = front_matter(Kind::Person, yaml).value.common;
        assert!(common.draft && common.withdrawn.is_none(), "{yaml}");
    }
    let checked = front_matter(Kind::Person, "withdrawn: {date: 2025-11}\nid: p-17\nkind: person\nlang: tr");
    assert_eq!(checked.diagnostics, []);
    assert_eq!(checked.value.common.withdrawn.unwrap().date.value.to_string(), "2025-11");
}

#[test]
fn without_front_matter_everything_has_its_default() {
    let (checked, mentions) = read_as(Some(Kind::Place), "Text\n");
    assert_eq!(checked.diagnostics.len(), 1);
    assert_eq!((checked.value.kind, checked.value.body_start), (Kind::Place, 0));
    assert_eq!(checked.value.common, Common::default());
    assert!(mentions.as_slice().is_empty());
}

#[test]
fn the_schema_takes_what_the_reader_takes_and_no_key_that_it_does_not_know() {
    let roles = Settings::new(Language::english(), &[]).roles;
    for kind in Kind::ALL {
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("https://record.example/", schema::of_kind(kind, &roles)).unwrap();
        let index = compiler.compile("https://record.example/", &mut schemas).unwrap();
        let is_right = |yaml: &str| schemas.validate(&serde_yaml::from_str(yaml).unwrap(), index).is_ok();
        for key in keys(kind) {
            let samples = if key.name == "kind" { vec![kind.name().to_owned()] } else { samples(key.shape) };
            for sample in samples {
                let yaml = format!("{}: {sample}", key.name);
                assert!(is_right(&yaml), "{kind}: {yaml}");
            }
        }
        for other in
            Kind::ALL.into_iter().flat_map(own_keys).filter(|other| keys(kind).all(|own| own.name != other.name))
        {
            let yaml = format!("{}: {}", other.name, samples(other.shape)[0]);
            assert!(!is_right(&yaml), "{kind}: {yaml}");
        }
    }
}
