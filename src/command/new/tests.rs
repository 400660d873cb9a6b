//! Whole files, as `dossier new` writes them.

use std::sync::Arc;

use super::*;
use crate::document::Document;
use crate::document::body::Body;
use crate::document::front_matter::{CaseFields, Common, Fields, HearingFields, HearingStatus, PersonFields, Roles};
use crate::document::mention::{FieldKey, Mention, MentionId, MentionTable, Place, RoleKey, Target};
use crate::document::parse::Role;
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::span::{FileId, Span, Spanned};
use crate::source::tree::SourcePath;

fn settings() -> Settings {
    let role = |key: &str| Role { key: key.into(), title: key.into() };
    Settings { language: Language::english(), roles: [role("judges"), role("witnesses")].into() }
}

/// A document at `path` below `content/`; `fields` gets a function that makes a mention of a name.
fn document(
    path: &str,
    title: &str,
    fields: impl FnOnce(&mut dyn FnMut(&str) -> MentionId) -> Fields,
) -> Arc<Document> {
    let path = SourcePath::new(&format!("content/{path}"));
    let file = FileId::of_path(path.as_str());
    let span = Span::start_of(file);
    let mut table = MentionTable::default();
    let fields = fields(&mut |name| {
        let target = Target::new(None, name, None);
        table.add(Mention { target, label: None, span, place: Place::Field(FieldKey::Named("case")) })
    });
    Arc::new(Document {
        file,
        fingerprint: Fingerprint::of(path.as_str()),
        kind: Kind::of_folder(path.folder().trim_start_matches("content/")).unwrap(),
        id: Spanned::new(Slug::parse(path.stem()).unwrap(), span),
        stem: path.stem().into(),
        title: Spanned::new(title.into(), span),
        found_as: Vec::new(),
        is_translation: false,
        common: Common::default(),
        fields,
        mentions: table.finish(),
        body: Body::default(),
        path,
    })
}

fn text(value: &str) -> Spanned<String> {
    Spanned::new(value.into(), Span::start_of(FileId::of_path("")))
}

fn case(path: &str, title: &str) -> Arc<Document> {
    document(path, title, |mention| {
        Fields::Case(CaseFields { court: Some(mention("Harbour court")), ..CaseFields::default() })
    })
}

fn hearing(path: &str, number: &str, case: &str, next: Option<&str>, witness: &str) -> Arc<Document> {
    document(path, path, |mention| {
        Fields::Hearing(HearingFields {
            case: Some(mention(case)),
            number: Some(text(number)),
            date: None,
            resolved: None,
            status: Spanned::new(HearingStatus::Held, Span::start_of(FileId::of_path(""))),
            court: Some(mention("Court \"A\"")),
            place: None,
            next: next.map(|next| text(next).map(|next| Edtf::parse(&next).unwrap())),
            roles: Roles::from([(RoleKey(0), vec![mention("Ece Yalın")]), (RoleKey(1), vec![mention(witness)])]),
        })
    })
}

fn registry(documents: &[Arc<Document>]) -> Registry {
    let (registry, diagnostics) = Registry::new(documents);
    assert_eq!(diagnostics, []);
    registry
}

fn harbour() -> Registry {
    registry(&[
        case("cases/airport.md", "Airport case"),
        case("cases/harbour.md", "Harbour case"),
        hearing("hearings/airport-9.md", "9", "Airport case", None, "Someone else"),
        hearing("hearings/harbour-1.md", "1", "harbour", None, "First Witness"),
        hearing("hearings/harbour-2.md", "2, days 1 and 2", "Harbour case", Some("2020-01-13"), "Second Witness"),
        document("people/ilhami-bali.md", "İlhami Balı", |_| Fields::Person(PersonFields::default())),
        document("places/deniz.md", "Deniz", |_| Fields::Place(crate::document::front_matter::PlaceFields::default())),
    ])
}

fn request(kind: Kind, name: &str) -> Request {
    Request { name: Some(name.into()), ..Request::of(kind) }
}

fn refusal(request: &Request, registry: &Registry) -> String {
    plan(request, registry, &settings()).unwrap_err().to_string()
}

#[test]
fn a_person_gets_a_file_of_their_own() {
    let planned = plan(&request(Kind::Person, " Ayşe \"Deniz\" Kurt "), &Registry::default(), &settings()).unwrap();
    let expected = "\
---
# A person. What follows a `#` is a note; take the `#` away to use a line.
name: \"Ayşe \\\"Deniz\\\" Kurt\"
# sort_as: Last name, First name
# aliases: [\"Another spelling\"]
# summary: One or two sentences, for lists and search engines.
# sources: [\"[[Title of the source]]\"]
# not_same_as: [\"[[Someone with a similar name]]\"]
#
# For someone who must not or cannot be named: give the file a name that says nothing (such as witness-1.md), take the
# line `name:` away, and write these. The real name then stands nowhere in this folder, not even in a note.
# label: a witness of the fire
# withheld:
#   how: by-us                      # unknown, not-said, by-us or pseudonym
#   why: safety                     # court, minor, victim, source, safety, law or editorial
draft: true                         # not published; take the line away when it is ready
---

";
    let file = NewFile { path: "content/people/ayse-deniz-kurt.md".into(), text: expected.into() };
    assert_eq!(planned, Planned { file, warnings: Vec::new() });
}

#[test]
fn the_next_hearing_takes_over_from_the_last_one() {
    let request = Request { name: None, case: Some("HARBOUR CASE".into()), ..request(Kind::Hearing, "") };
    let planned = plan(&request, &harbour(), &settings()).unwrap();
    assert_eq!(planned.file.path, "content/hearings/harbour-3.md");
    let expected = "\
---
# One hearing, of one or more days. What follows a `#` is a note; take the `#` away to use a line.
title: \"Harbour case, hearing 3\"
case: \"[[Harbour case]]\"
number: \"3\"                         # the one before is content/hearings/harbour-2.md
date: 2020-01-13
status: scheduled                   # scheduled, held, adjourned or cancelled
# next: 2019-09-03                  # the next hearing, as exact as the court has set it
court: \"[[Court \\\"A\\\"]]\"
# place: \"[[Name of the place]]\"
# Taken over from the file named above; change what was different.
judges: [\"[[Ece Yalın]]\"]
witnesses: [\"[[Second Witness]]\"]
# sources: [\"[[Title of the source]]\"]
";
    assert!(planned.file.text.starts_with(expected), "{}", planned.file.text);
}

#[test]
fn the_first_hearing_of_a_case_takes_the_court_of_the_case() {
    let registry = registry(&[case("cases/harbour.md", "Harbour case")]);
    let date = Some(Edtf::parse("2019-05").unwrap());
    let lang = Some(Language::parse("tr").unwrap());
    let request = Request { case: Some("harbour".into()), date, lang, ..request(Kind::Hearing, "İlk duruşma") };
    let planned = plan(&request, &registry, &settings()).unwrap();
    assert_eq!(planned.file.path, "content/hearings/ilk-durusma.md");
    for line in [
        "title: İlk duruşma\nlang: tr\ncase: \"[[Harbour case]]\"\n",
        "number: \"1\"                         # the first of this case\ndate: 2019-05\n",
        "court: \"[[Harbour court]]\"\n",
    ] {
        assert!(planned.file.text.contains(line), "{}", planned.file.text);
    }
}

#[test]
fn a_case_is_never_guessed() {
    let twins = registry(&[case("cases/a.md", "Harbour case"), case("cases/b.md", "Harbour Case")]);
    let hearing_of = |case: &str| Request { case: Some(case.into()), ..request(Kind::Hearing, "x") };
    assert_eq!(
        refusal(&hearing_of("harbour case"), &twins),
        "several cases are called `harbour case`: content/cases/a.md, content/cases/b.md; use the id of one, its file name"
    );
    let planned = plan(&hearing_of("b"), &twins, &settings()).unwrap();
    assert!(planned.file.text.contains("case: \"[[cases/b]]\"\n"), "{}", planned.file.text);
    assert_eq!(
        refusal(&hearing_of("Harbor case"), &harbour()),
        "there is no case `Harbor case`; there is: Harbour case, Airport case"
    );
    assert_eq!(
        refusal(&hearing_of("Harbour"), &Registry::default()),
        "there is no case `Harbour`, nor any other; begin with: dossier new case \"Harbour\""
    );
}

#[test]
fn what_is_there_already_is_not_written_again() {
    assert_eq!(
        refusal(&request(Kind::Person, "Ilhami Bali"), &harbour()),
        "content/people/ilhami-bali.md is there already, with the id `ilhami-bali`; \
         if you mean another person, add something to the name that tells the two apart"
    );
    let planned = plan(&request(Kind::Organisation, "İLHAMİ BALI"), &harbour(), &settings()).unwrap();
    assert_eq!(
        planned.warnings,
        [
            "content/people/ilhami-bali.md has this name too; a link must say which one it means, such as [[people/ilhami-bali]]"
        ]
    );
    let renamed = registry(&[document("people/p-1.md", "İlhami Balı", |_| Fields::Person(PersonFields::default()))]);
    let planned = plan(&request(Kind::Person, "Ilhami Bali"), &renamed, &settings()).unwrap();
    assert_eq!(
        planned.warnings,
        [
            "content/people/p-1.md: an alias? It has this name already; if both are one, delete the new file and add the name to `aliases:` there"
        ]
    );
}

#[test]
fn requests_that_do_not_fit_their_kind_are_refused() {
    let date = Some(Edtf::parse("2019").unwrap());
    let refused = |request: Request| refusal(&request, &harbour());
    for (request, sentence) in [
        (Request { date, ..request(Kind::Person, "x") }, "a person has no date; leave `--date` away"),
        (
            Request { case: Some("Harbour case".into()), ..request(Kind::Event, "x") },
            "only a hearing belongs to a case; leave `--case` away for an event",
        ),
        (request(Kind::Page, " "), "the name is empty"),
        (request(Kind::Page, "a\u{1b}[31m"), "the name has a character that cannot be seen: \\u{1b}"),
        (Request { name: None, ..request(Kind::Hearing, "") }, "a name is missing: write it after the kind"),
        (
            request(Kind::Person, "🔥"),
            "no web address can be made of `🔥`: none of its characters can stand in a web address; \
             write a file with a name of Latin letters and digits yourself, and put the title into it",
        ),
    ] {
        assert_eq!(refused(request), sentence);
    }
}

#[test]
fn every_kind_has_a_text_without_open_places() {
    for kind in Kind::ALL {
        let planned = plan(&request(kind, "Something new"), &Registry::default(), &settings()).unwrap();
        let text = &planned.file.text;
        assert!(text.starts_with("---\n# ") && text.ends_with("---\n\n") && !text.contains('{'), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
    }
}
