//! One page of each kind with every field set.

use dossier::document::kind::Kind;
use dossier::pages::Page;
use dossier::pages::views::*;

use super::filled::*;
use super::{data, date, lineage, page, pictures, to};

fn day(edtf: &str, words: &str) -> DateView {
    date(edtf, words, Some(edtf))
}

fn place_ref() -> Ref {
    to(Kind::Place, "places/old-harbour/", "Old harbour")
}

fn case_roles() -> Vec<CaseRoleView> {
    vec![CaseRoleView { case: case_ref(), roles: vec!["Defendants".into(), "Witnesses".into()] }]
}

fn documents() -> Vec<(&'static str, &'static str, Content)> {
    let dossier = DossierView {
        entity: full(Kind::Dossier, "night", "The night of the fire"),
        date: Some(day("2021-05-10", "10 May 2021")),
        updated: Some(day("2021-06-11", "11 June 2021")),
        authors: vec!["Ada Yazar".into(), "Bora Muhabir".into()],
        named: vec![NamedGroup { kind: Kind::Person, items: vec![defendant(), guard()] }],
    };
    let case = CaseView {
        entity: full(Kind::Case, "harbour-fire", "Harbour fire case"),
        court: Some(court()),
        numbers: vec!["2021/17".into()],
        split_from: Some(to(Kind::Case, "cases/port/", "Port case")),
        split_into: vec![to(Kind::Case, "cases/gate/", "Gate case")],
        about: vec![to(Kind::Event, "events/fire/", "Fire at the harbour")],
        date: Some(day("2021-01-12", "12 January 2021")),
        roles: vec![role_group()],
        parties: vec![standing()],
        hearings: vec![hearing_row()],
        disagreements: disagreements(),
        network: Some("network/cases/harbour-fire/index.html".into()),
    };
    let hearing = HearingView {
        entity: full(Kind::Hearing, "harbour-2", "2nd hearing, 3 May 2021"),
        case: Some(case_ref()),
        number: Some("2".into()),
        date: Some(resolved()),
        status: "held",
        court: Some(court()),
        place: Some(place_ref()),
        next_date: Some(day("2021-09-01", "1 September 2021")),
        roles: vec![role_group()],
        statements: statements(),
        statement_count: statements().len(),
        disagreements: disagreements(),
        rests_on: Some(RestsOnView {
            statements: 4,
            sources: vec![report(), minutes()],
            origins: vec![OriginView {
                source: to(Kind::Source, "sources/agency/", "The agency’s own text"),
                seen: false,
                retold_by: vec![report()],
            }],
        }),
        previous: Some(to(Kind::Hearing, "hearings/harbour-1/", "1st hearing")),
        next: Some(to(Kind::Hearing, "hearings/harbour-3/", "3rd hearing")),
    };
    let person = PersonView {
        entity: full(Kind::Person, "deniz-ornek", "Deniz Örnek"),
        unnamed: false,
        withheld: Some(withheld()),
        standing: vec![standing()],
        accused: true,
        cases: case_roles(),
        hearings: vec![hearing_row()],
        facts: Some(facts(defendant())),
        statements_by: vec![statement(2, "submission", "reported", Some(guard()))],
        statements_about: statements(),
    };
    let organisation = OrganisationView {
        entity: full(Kind::Organisation, "second-court", "Second High Criminal Court"),
        form: "court".into(),
        place: Some(place_ref()),
        cases: case_roles(),
        hearings: vec![hearing_row()],
        facts: Some(facts(court())),
        statements_by: vec![statement(3, "ruling", "established", Some(court()))],
        statements_about: statements(),
    };
    vec![
        ("dossiers/night/", "The night of the fire", Content::Dossier(dossier)),
        ("cases/harbour-fire/", "Harbour fire case", Content::Case(case)),
        ("hearings/harbour-2/", "2nd hearing, 3 May 2021", Content::Hearing(hearing)),
        ("people/deniz-ornek/", "Deniz Örnek", Content::Person(person)),
        ("organisations/second-court/", "Second High Criminal Court", Content::Organisation(organisation)),
    ]
}

fn things() -> Vec<(&'static str, &'static str, Content)> {
    let place = PlaceView {
        entity: full(Kind::Place, "old-harbour", "Old harbour"),
        coordinates: Some(("36.80".into(), "34.64".into())),
        precision: Some("vicinity"),
        within: Some(to(Kind::Place, "places/town/", "The town")),
        parts: vec![to(Kind::Place, "places/gate/", "The gate")],
        events: vec![happened()],
        statements_about: statements(),
    };
    let event = EventView {
        entity: full(Kind::Event, "fire", "Fire at the harbour"),
        form: "fire".into(),
        date: Some(resolved()),
        place: Some(place_ref()),
        counts: lineage::counts(),
        cases: vec![case_ref()],
        statements_about: statements(),
    };
    let source = SourceView {
        entity: full(Kind::Source, "daily", "Daily report of 3 May 2021"),
        form: Some("article"),
        publisher: Some(to(Kind::Organisation, "organisations/daily/", "The Daily")),
        authors: vec!["Can Muhabir".into()],
        published: Some(day("2021-05-03", "3 May 2021")),
        url: Some("https://daily.example/fire".into()),
        archived: Some("https://archive.example/daily/fire".into()),
        accessed: Some(day("2021-05-05", "5 May 2021")),
        derived_from: vec![minutes()],
        retells: lineage::retells(),
        retold_by: lineage::retold_by(),
        seen: false,
        file: Some("files/daily.pdf".into()),
        sha256: Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into()),
        published_sha256: Some("60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into()),
        cleaned: true,
        checked: true,
        cited: lineage::cited(),
    };
    let document = DocumentView { entity: full(Kind::Page, "methods", "Methods") };
    vec![
        ("places/old-harbour/", "Old harbour", Content::Place(place)),
        ("events/fire/", "Fire at the harbour", Content::Event(event)),
        ("sources/daily/", "Daily report of 3 May 2021", Content::Source(source)),
        ("methods/", "Methods", Content::Document(document)),
    ]
}

/// A page of a long list, with every list filled.
fn rest() -> RestView {
    RestView {
        statements: statements(),
        hearings: vec![hearing_row()],
        events: vec![happened()],
        parties: vec![standing()],
        roles: vec![role_group()],
        disagreements: disagreements(),
        denials: denials(),
        statement: Some(named(1, "alleged", Some(guard()), true)),
        relations: statement(2, "submission", "reported", Some(guard())).relations.clone(),
        origins: statement(1, "testimony", "alleged", Some(guard())).support.clone().unwrap().origins,
        others: statement(1, "testimony", "alleged", Some(guard())).support.clone().unwrap().others,
        named: vec![NamedGroup { kind: Kind::Person, items: vec![defendant(), guard()] }],
        aliases: vec!["A name in a list".into()],
        corrections: full(Kind::Person, "x", "X").corrections,
        replies: full(Kind::Person, "x", "X").replies,
        backlinks: full(Kind::Person, "x", "X").backlinks,
        ..pictures::bare_rest()
    }
}

fn listings() -> Vec<(&'static str, &'static str, Content)> {
    let item = IndexItem {
        item: defendant(),
        date: Some(day("2021-05-03", "3 May 2021")),
        summary: "A row’s summary.".into(),
        note: "A row’s note".into(),
        status: Some("held"),
    };
    let group = IndexGroup {
        heading: "D".into(),
        link: Some(case_ref()),
        anchor: "d".into(),
        is_rest: false,
        items: vec![item.clone()],
    };
    let count = KindCount { kind: Kind::Person, count: 2, path: "people/index.html".into() };
    let home = HomeView {
        scheduled: vec![HearingRow { status: "scheduled", roles: Vec::new(), ..hearing_row() }],
        hearings: vec![HearingRow { roles: Vec::new(), ..hearing_row() }],
        dossiers: vec![IndexItem { status: None, ..item.clone() }],
        cases: vec![item.clone()],
        changes: pictures::changes(),
        all_changes: "changes/index.html".into(),
        counts: vec![count.clone()],
    };
    let index = IndexView {
        kind: Kind::Person,
        count: 2,
        letters: vec![
            Letter { letter: "Ç".into(), anchor: None, path: None },
            Letter { letter: "D".into(), anchor: Some("d".into()), path: None },
            Letter { letter: "E".into(), anchor: None, path: Some("index/people/e/index.html".into()) },
        ],
        groups: vec![
            group.clone(),
            IndexGroup { heading: String::new(), link: None, anchor: "rest".into(), is_rest: true, items: vec![item] },
        ],
        by_case: vec![IndexGroup { anchor: "case-d".into(), ..group }],
        parts: vec![IndexPart { heading: "2021".into(), path: "index/hearings/2021/index.html".into(), count: 301 }],
        paging: pictures::middle_page("index/hearings/2021"),
    };
    let scheduled = || HearingRow { status: "scheduled", roles: Vec::new(), ..hearing_row() };
    let calendar = CalendarView {
        count: 2,
        months: vec![CalendarMonth {
            month: "2021-03".into(),
            words: "March 2021".into(),
            hearings: vec![scheduled()],
        }],
        undated: vec![scheduled()],
    };
    let changes = ChangesView { changes: pictures::changes(), paging: pictures::middle_page("changes") };
    let person = NotNamedPerson {
        person: guard(),
        withheld: Some(withheld()),
        named_on: vec![second_hearing()],
        named_on_count: 12,
    };
    let not_named = NotNamedView { people: vec![person], paging: pictures::middle_page("not-named") };
    vec![
        ("/", "Ankara Record", Content::Home(home)),
        ("people/", "People", Content::Index(index)),
        ("hearings/calendar/", "Hearings to come", Content::Calendar(calendar)),
        ("timeline/", "Timeline", Content::Timeline(pictures::timeline())),
        ("network/", "Relations", Content::Network(pictures::network())),
        ("index/people/deniz-ornek/text/2/", "Deniz Örnek, part 2", Content::Text(pictures::text_part(body()))),
        (
            "index/people/deniz-ornek/said-about/",
            "Statements",
            Content::Rest(pictures::rest_page("said-about", rest())),
        ),
        ("changes/", "What changed", Content::Changes(changes)),
        ("map/", "Map", Content::Map(pictures::map())),
        ("not-named/", "Who is not named", Content::NotNamed(not_named)),
        ("corrections/", "Corrections", Content::Corrections(corrections())),
        (
            "people/gone/",
            "Page withdrawn",
            Content::Withdrawn(WithdrawnView {
                date: day("2021-07-01", "1 July 2021"),
                reason: "A court ordered it.".into(),
            }),
        ),
        ("data/", "Data", Content::Data(data())),
        ("search/", "Search", Content::Search(search(&count))),
        ("index/2/", "All pages", Content::AllPages(all_pages())),
        ("404.html", "Page not found", Content::NotFound(NotFoundView { indexes: vec![count] })),
        (
            "people/old/",
            "Deniz Örnek",
            Content::Redirect(RedirectView {
                target: defendant(),
                canonical: Some("https://record.example/people/deniz-ornek/".into()),
            }),
        ),
    ]
}

fn search(count: &KindCount) -> SearchView {
    SearchView {
        people: Some("people/index.html".into()),
        letters: vec![
            Letter { letter: "Ç".into(), anchor: None, path: None },
            Letter { letter: "D".into(), anchor: Some("letter-1".into()), path: None },
        ],
        cases: vec![case_ref()],
        hearings: Some("hearings/index.html".into()),
        years: vec![
            YearLink { year: "2021".into(), anchor: "year-2021".into(), path: None },
            YearLink { year: String::new(), anchor: "undated".into(), path: None },
        ],
        indexes: vec![count.clone()],
        all: "index/index.html".into(),
    }
}

fn all_pages() -> AllPagesView {
    AllPagesView {
        count: 302,
        groups: vec![KindGroup { kind: Kind::Person, items: vec![defendant(), guard()] }],
        parts: vec![
            ListPart { number: 1, path: "index/index.html".into() },
            ListPart { number: 2, path: "index/2/index.html".into() },
        ],
        number: 2,
    }
}

fn corrections() -> CorrectionsView {
    let path = |number: usize| Some(format!("corrections/{number}/index.html"));
    CorrectionsView {
        corrections: vec![SiteCorrection {
            page: std::sync::Arc::new(Reference { language: Some("tr".into()), ..(*second_hearing()).clone() }),
            correction: CorrectionView {
                language: Some("ku".into()),
                date: day("2021-06-11", "11 June 2021"),
                what: "The date of the hearing".into(),
                was: Some("2 May 2021".into()),
                now: Some("3 May 2021".into()),
            },
        }],
        withdrawals: vec![WithdrawalView { what: "page", date: day("2021-07-01", "1 July 2021") }],
        replies: vec![SiteReply {
            page: defendant(),
            reply: ReplyView {
                language: Some("ku".into()),
                from: "Deniz Örnek".into(),
                date: day("2021-06-12", "12 June 2021"),
                text: "I was not there.".into(),
            },
        }],
        correction_count: 201,
        withdrawal_count: 1,
        reply_count: 1,
        number: 2,
        count: 3,
        newer: path(1),
        older: path(3),
        withdrawals_begin: path(3),
        replies_begin: path(3),
    }
}

/// All of them.
pub fn pages() -> Vec<Page> {
    let all = documents().into_iter().chain(things()).chain(listings());
    all.map(|(address, title, content)| page(address, title, content)).collect()
}
