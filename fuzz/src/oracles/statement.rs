//! Statements: none loses its speaker or its standing, whatever stands around it, and none is read without what its status needs.

use std::collections::BTreeSet;

use dossier::document::body::{Body, BodySettings, read};
use dossier::document::mention::{Mention, MentionTable, Place};
use dossier::document::statement::{Form, Speaker, Statement, Status};
use dossier::foundation::diagnostic::{Diagnostic, has_errors};
use dossier::foundation::language::Language;
use dossier::foundation::span::FileId;

use super::places;

struct Read {
    body: Body,
    mentions: MentionTable,
    diagnostics: Vec<Diagnostic>,
}

/// The first byte names form and status; the rest is tried as a whole body, and as what follows the head of a statement.
pub fn check(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    complete(text);
    let form = Form::WORDS[usize::from(*first) % Form::WORDS.len()];
    let status = Status::WORDS[usize::from(*first >> 4) % Status::WORDS.len()];
    let lines = format!("> {}\n", text.replace('\n', "\n> "));
    let head = format!("> [!{form}] [[Ada Kestrel]] ^s1\n> status: {status}\n");
    keeps_its_standing(&format!("{head}{lines}"), status);
    keeps_its_standing(&format!("{head}>\n{lines}"), status);
    keeps_its_standing(&format!("{head}> via: [[Report]]\n>\n> Words.\n\n{text}"), status);
}

fn read_text(text: &str) -> Read {
    let settings = BodySettings { language: Language::english(), folder: "hearings".into() };
    let mut mentions = MentionTable::default();
    let checked = read(FileId::of_path("a.md"), text, 0, &settings, &mut mentions);
    Read { body: checked.value, mentions, diagnostics: checked.diagnostics }
}

/// The statement at the beginning is read with its speaker and its status, or the site is refused.
fn keeps_its_standing(text: &str, status: &str) {
    let read = complete(text);
    if has_errors(&read.diagnostics) {
        return;
    }
    let Some(first) = read.body.statements.first() else { panic!("the statement is gone: {text:?}") };
    assert_eq!((first.id.value.as_str(), first.status.value.name()), ("s1", status), "{text:?}");
    let Speaker::Mention(speaker) = first.speaker else { panic!("nobody speaks: {text:?}") };
    assert_eq!(&*read.mentions.as_slice()[speaker.index()].target.name, "Ada Kestrel", "{text:?}");
}

/// What holds of every body: statements have what their status needs, ids are unique, places lie inside.
fn complete(text: &str) -> Read {
    let read = read_text(text);
    places::lie_in(text, &read.diagnostics);
    let mut ids = BTreeSet::new();
    for statement in &read.body.statements {
        places::is_in(text, statement.span);
        has_what_it_needs(statement, text);
        assert!(ids.insert(&statement.id.value), "two statements are {:?}: {text:?}", statement.id.value);
        for id in statement.about.iter().chain(&statement.via) {
            assert!(id.index() < read.mentions.as_slice().len());
        }
    }
    read.mentions.as_slice().iter().for_each(|mention| stands_somewhere(mention, &read.body));
    read
}

fn has_what_it_needs(statement: &Statement, text: &str) {
    // Whether a ruling needs a record besides is decided where all documents are known.
    assert!(statement.status.value != Status::Reported || !statement.via.is_empty(), "{statement:?} in {text:?}");
    assert!(!statement.id.value.is_empty());
}

fn stands_somewhere(mention: &Mention, body: &Body) {
    let is_known = match mention.place {
        Place::Text { sentence } | Place::Citation { sentence: Some(sentence) } => sentence < body.sentences.count(),
        Place::Statement { statement, .. } => (statement as usize) < body.statements.len(),
        Place::Citation { sentence: None } | Place::Embed | Place::Field(_) => true,
    };
    assert!(is_known, "{mention:?}");
}
