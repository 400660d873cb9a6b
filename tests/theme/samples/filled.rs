//! An invented case with invented people; every field of every document's view is set.

use std::sync::Arc;

use dossier::document::kind::Kind;
use dossier::pages::views::*;

use super::{date, entity, pictures, rich, to, unnamed, words};

pub fn case_ref() -> Ref {
    to(Kind::Case, "cases/harbour-fire/", "Harbour fire case")
}

pub fn court() -> Ref {
    to(Kind::Organisation, "organisations/second-court/", "Second High Criminal Court")
}

pub fn defendant() -> Ref {
    Arc::new(Reference {
        language: Some("tr".into()),
        ..(*to(Kind::Person, "people/deniz-ornek/", "Deniz Örnek")).clone()
    })
}

pub fn guard() -> Ref {
    unnamed("people/guard-1/", "a guard of the harbour")
}

pub fn report() -> Ref {
    to(Kind::Source, "sources/daily/", "Daily report of 3 May 2021")
}

pub fn minutes() -> Ref {
    to(Kind::Source, "sources/minutes-2/", "Minutes of the second hearing")
}

pub fn second_hearing() -> Ref {
    to(Kind::Hearing, "hearings/harbour-2/", "2nd hearing, 3 May 2021")
}

/// A date that leaves the day open, and the day that was worked out.
pub fn resolved() -> DateView {
    let resolved = ResolvedView {
        date: date("2021-05-04", "4 May 2021", Some("2021-05-04")),
        basis: "the weekday in the minutes".into(),
        language: Some("ku".into()),
    };
    DateView { resolved: Some(Box::new(resolved)), ..date("2021-05", "May 2021", Some("2021-05")) }
}

/// A statement on the second hearing's page as a sentence names it.
pub fn named(number: usize, status: &'static str, speaker: Option<Ref>, same_page: bool) -> StatementRef {
    let path = format!("hearings/harbour-2/index.html#s{number}");
    StatementRef { number, path, status, speaker, page: second_hearing(), same_page }
}

fn relation(relation: &'static str, inverse: bool, same_speaker: bool, other: StatementRef) -> RelationView {
    RelationView { relation, inverse, same_speaker, other }
}

/// What carries a statement: two origins, or one that is not seen.
fn support(corroborated: bool) -> SupportView {
    let origin = OriginView {
        source: to(Kind::Source, "sources/wire/", "The wire of the harbour agency"),
        seen: false,
        retold_by: vec![report(), minutes()],
    };
    let other = OtherOriginView {
        source: to(Kind::Source, "sources/log/", "The log of the port"),
        seen: true,
        through: vec![named(3, "established", Some(court()), true)],
    };
    let others = if corroborated { vec![other] } else { Vec::new() };
    SupportView { corroborated, reports: 2, count: 1 + others.len(), origins: vec![origin], others, unseen: 1 }
}

/// The ways to the lists of a statement that is too much in relation to others.
fn rest_of_statement(number: usize) -> Vec<RestLink> {
    let link = |part: &'static str| {
        let path = format!("index/hearings/harbour-2/{part}/{number}/index.html");
        RestLink { part, path, count: 120 }
    };
    if number == 1 { vec![link("related"), link("origins")] } else { Vec::new() }
}

/// A statement of the invented case.
pub fn statement(number: usize, form: &'static str, status: &'static str, speaker: Option<Ref>) -> Arc<StatementView> {
    let (text, relations) = match number {
        1 => (
            "The gate was open all night.",
            vec![relation("contradicts", true, true, named(2, "reported", Some(guard()), true))],
        ),
        2 => (
            "The gate had been locked at ten.",
            vec![
                relation("contradicts", false, true, named(1, "alleged", Some(guard()), true)),
                relation("denies", false, false, named(4, "retracted", None, false)),
                relation("denies", true, false, named(3, "established", Some(court()), false)),
                relation("supports", true, false, named(3, "established", Some(court()), false)),
                relation("repeats", false, false, named(3, "established", Some(court()), false)),
                relation("corrects", true, false, named(3, "established", Some(court()), false)),
            ],
        ),
        3 => ("The gate was found open by the firemen.", Vec::new()),
        _ => ("Nobody was on duty that night.", Vec::new()),
    };
    Arc::new(StatementView {
        anchor: format!("s{number}"),
        path: format!("hearings/harbour-2/index.html#s{number}"),
        number,
        page: second_hearing(),
        page_date: Some(date("2021-05-03", "3 May 2021", Some("2021-05-03"))),
        form,
        status,
        speaker,
        about: vec![defendant(), words("a person not named here")],
        via: vec![report(), minutes()],
        date: Some(date("../2021-04-01", "not later than 1 April 2021", None)),
        relations,
        support: Some(support(number == 1)),
        rest: rest_of_statement(number),
        unanswered: vec![defendant()],
        summary: format!("In short: {text}").into(),
        words: rich(&format!("<p>{text}</p><blockquote><p>Verbatim {number}</p></blockquote>")).into(),
        translation: Some(TranslationView {
            text: format!("The verbatim words of {number}, translated.").into(),
            translator: Some(format!("the translator of {number}")),
        }),
    })
}

pub fn statements() -> Vec<Arc<StatementView>> {
    vec![
        statement(1, "testimony", "alleged", Some(guard())),
        statement(2, "submission", "reported", Some(guard())),
        statement(3, "ruling", "established", Some(court())),
        statement(4, "background", "retracted", None),
    ]
}

/// A witness at odds with himself, and two accounts of one person on two pages.
pub fn disagreements() -> Vec<DisagreementView> {
    let of = |own, one, other| DisagreementView { own, about: vec![defendant()], one, other };
    let first = || named(1, "alleged", Some(guard()), true);
    vec![
        of(Some(guard()), named(2, "reported", Some(guard()), true), first()),
        of(None, first(), named(4, "reported", None, false)),
    ]
}

/// What follows for someone: allegations without an answer, a denial, and both kinds of contradiction.
pub fn facts(who: Ref) -> FactsView {
    FactsView {
        who,
        alleged: 2,
        unanswered: 1,
        disagreements: disagreements(),
        denials: denials(),
        rest: ["disagreements", "denials"]
            .map(|part| RestLink { part, path: format!("index/x/{part}/index.html"), count: 120 })
            .into(),
    }
}

pub fn denials() -> Vec<DenialView> {
    vec![DenialView {
        denied: named(1, "alleged", Some(guard()), false),
        by: named(3, "established", Some(court()), false),
    }]
}

/// What every document has, with all of it set.
pub fn full(kind: Kind, id: &str, title: &str) -> EntityView {
    let piece = |text: &str, marked| SentencePiece { text: text.into(), marked };
    let backlink = Backlink {
        from: second_hearing(),
        date: Some(date("2021-05-03", "3 May 2021", Some("2021-05-03"))),
        roles: vec!["Witnesses".into(), "About".into()],
        sentences: vec![vec![
            piece("The court heard ", false),
            piece("the one named", true),
            piece(" at noon.", false),
        ]],
        said: vec![SaidThere {
            path: "hearings/gate-2/index.html#s4".into(),
            number: 4,
            words: "A guard (testimony, alleged, as reported by the minutes): Says that the gate was open.".into(),
        }],
    };
    EntityView {
        aliases: vec!["Öteki Ad".into()],
        summary: "What it is, in one sentence.".into(),
        body: body(),
        sources: vec![report()],
        tags: vec!["fire".into()],
        same_as: vec!["https://www.wikidata.org/wiki/Q1".into()],
        not_same_as: vec![to(Kind::Person, "people/deniz-orne/", "Deniz Örne")],
        corrections: vec![CorrectionView {
            language: Some("ku".into()),
            date: date("2021-06-01", "1 June 2021", Some("2021-06-01")),
            what: "The hour was wrong.".into(),
            was: Some("at ten".into()),
            now: Some("at eleven".into()),
        }],
        replies: vec![ReplyView {
            language: Some("ku".into()),
            from: "Counsel for the harbour".into(),
            date: date("2021-06-02", "2 June 2021", Some("2021-06-02")),
            text: "My client was abroad.".into(),
        }],
        timeline: matches!(kind, Kind::Case | Kind::Person | Kind::Organisation).then(pictures::course),
        relations: matches!(kind, Kind::Person | Kind::Organisation | Kind::Place | Kind::Event)
            .then(pictures::relations),
        places: matches!(kind, Kind::Case | Kind::Dossier | Kind::Place).then(pictures::places),
        backlinks: vec![BacklinkGroup { kind: Kind::Hearing, links: vec![backlink] }],
        rest: pictures::rest(kind),
        ..entity(kind, id, title)
    }
}

/// A part of a long text, with all that the first part has and all that others have.
pub fn body() -> BodyView {
    let there = "index/dossiers/night/text/3/index.html";
    let part = |number, path: &str, heading: &str| TextPartLink { number, path: path.into(), heading: heading.into() };
    let contents =
        |level, anchor: &str, text: &str| ContentsItem { level, anchor: anchor.into(), text: text.into(), path: None };
    let embed = EmbedView {
        from: second_hearing(),
        heading: Some("The night".into()),
        path: "hearings/harbour-2/index.html#h-the-night".into(),
        blocks: vec![
            Block::Html(rich("<p>Embedded text.</p>")),
            Block::Statement(statement(3, "ruling", "established", Some(court()))),
        ],
        goes_on: true,
    };
    BodyView {
        cards: pictures::cards(),
        blocks: vec![
            Block::Html(rich(
                "<h2 id=\"h-one\">First part</h2><p>Running text.<sup class=\"cite-mark\">[<a id=\"citeref-1\" href=\"#cite-1\">1</a>; <a id=\"citeref-1-2\" href=\"#cite-1\">1, p. 2</a>]</sup></p><h3 id=\"h-two\">Second part</h3><h2 id=\"h-three\">Third part</h2>",
            )),
            Block::Statement(statement(1, "testimony", "alleged", Some(guard()))),
            Block::Embed(embed),
        ],
        contents: vec![
            contents(2, "h-one", "First part"),
            contents(3, "h-two", "Second part"),
            contents(2, "h-three", "Third part"),
            ContentsItem { path: Some(format!("{there}#h-four")), ..contents(2, "h-four", "Fourth part") },
        ],
        cited: vec![CitationView {
            number: 1,
            anchor: "cite-1".into(),
            entry: rich("Deniz Aksoy. <i>The harbour file</i>. 3 May 2021."),
            source: Some(minutes()),
            archived: Some("https://archive.example/harbour".into()),
            seen: false,
            back: vec![
                BackView { anchor: "citeref-1".into(), time: 1 },
                BackView { anchor: "citeref-1-2".into(), time: 2 },
            ],
        }],
        minutes: 7,
        paging: Some(pictures::middle_page("index/dossiers/night/text")),
        parts: vec![part(1, "index/dossiers/night/text/1/index.html", "First part"), part(2, there, "Fourth part")],
    }
}

pub fn standing() -> StandingView {
    StandingView {
        who: defendant(),
        case: case_ref(),
        role: Some("Defendants".into()),
        stage: "on-trial",
        accused: true,
        as_of: date("2021-05-03", "3 May 2021", Some("2021-05-03")),
        source: minutes(),
    }
}

pub fn hearing_row() -> HearingRow {
    HearingRow {
        hearing: second_hearing(),
        case: Some(case_ref()),
        number: Some("2".into()),
        date: Some(date("2021-05-03", "3 May 2021", Some("2021-05-03"))),
        status: "held",
        summary: "A guard spoke about the gate.".into(),
        statements: 4,
        roles: vec!["Witnesses".into()],
    }
}

pub fn happened() -> TimelineEntry {
    TimelineEntry {
        date: Some(resolved()),
        undated: None,
        item: to(Kind::Event, "events/fire/", "Fire at the harbour"),
        summary: "The store burnt down.".into(),
    }
}

pub fn withheld() -> WithheldView {
    WithheldView { how: "not-said", why: Some("court"), source: Some(report()) }
}

pub fn role_group() -> RoleGroup {
    RoleGroup { key: "witnesses".into(), title: "Witnesses".into(), members: vec![guard(), words("a second guard")] }
}
