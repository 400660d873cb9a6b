//! One page of each kind with nothing that can be left out.

use std::sync::Arc;

use dossier::document::kind::Kind;
use dossier::pages::Page;
use dossier::pages::views::*;

use super::filled::second_hearing;
use super::{bare_page, entity, pictures, rich, words};

/// A statement that has what it must have: words and a standing.
pub fn statement() -> Arc<StatementView> {
    Arc::new(StatementView {
        anchor: "s1".into(),
        path: "hearings/x/index.html#s1".into(),
        number: 1,
        page: second_hearing(),
        page_date: None,
        form: "act",
        status: "alleged",
        speaker: None,
        about: Vec::new(),
        via: Vec::new(),
        date: None,
        relations: Vec::new(),
        support: None,
        rest: Vec::new(),
        unanswered: Vec::new(),
        summary: String::new().into(),
        words: rich("<p>Something.</p>").into(),
        translation: None,
    })
}

fn row() -> HearingRow {
    HearingRow {
        hearing: words("A hearing"),
        case: None,
        number: None,
        date: None,
        status: "scheduled",
        summary: String::new(),
        statements: 0,
        roles: Vec::new(),
    }
}

fn documents() -> Vec<Content> {
    let entity = |kind| entity(kind, "x", "X");
    vec![
        Content::Dossier(DossierView {
            entity: entity(Kind::Dossier),
            date: None,
            updated: None,
            authors: Vec::new(),
            named: Vec::new(),
        }),
        Content::Case(CaseView {
            entity: entity(Kind::Case),
            court: None,
            numbers: Vec::new(),
            split_from: None,
            split_into: Vec::new(),
            about: Vec::new(),
            date: None,
            roles: Vec::new(),
            parties: Vec::new(),
            hearings: vec![row()],
            disagreements: Vec::new(),
            network: None,
        }),
        Content::Hearing(HearingView {
            entity: entity(Kind::Hearing),
            case: None,
            number: None,
            date: None,
            status: "scheduled",
            court: None,
            place: None,
            next_date: None,
            roles: Vec::new(),
            statements: vec![statement()],
            statement_count: 1,
            disagreements: Vec::new(),
            rests_on: None,
            previous: None,
            next: None,
        }),
        Content::Person(PersonView {
            entity: entity(Kind::Person),
            unnamed: true,
            withheld: None,
            standing: Vec::new(),
            accused: false,
            cases: Vec::new(),
            hearings: vec![row()],
            facts: None,
            statements_by: Vec::new(),
            statements_about: vec![statement()],
        }),
        Content::Organisation(OrganisationView {
            entity: entity(Kind::Organisation),
            form: String::new(),
            place: None,
            cases: Vec::new(),
            hearings: Vec::new(),
            facts: None,
            statements_by: Vec::new(),
            statements_about: Vec::new(),
        }),
    ]
}

fn things() -> Vec<Content> {
    let entity = |kind| entity(kind, "x", "X");
    vec![
        Content::Place(PlaceView {
            entity: entity(Kind::Place),
            coordinates: None,
            precision: None,
            within: None,
            parts: Vec::new(),
            events: Vec::new(),
            statements_about: Vec::new(),
        }),
        Content::Event(EventView {
            entity: entity(Kind::Event),
            form: String::new(),
            date: None,
            place: None,
            counts: Vec::new(),
            cases: Vec::new(),
            statements_about: Vec::new(),
        }),
        Content::Source(SourceView {
            entity: entity(Kind::Source),
            form: None,
            publisher: None,
            authors: Vec::new(),
            published: None,
            url: None,
            archived: None,
            accessed: None,
            derived_from: Vec::new(),
            retells: LineageView::default(),
            retold_by: LineageView::default(),
            seen: true,
            file: None,
            sha256: None,
            published_sha256: None,
            cleaned: false,
            checked: false,
            cited: CitedView::default(),
        }),
        Content::Document(DocumentView { entity: entity(Kind::Page) }),
    ]
}

fn listings() -> Vec<Content> {
    let item = IndexItem { item: words("X"), date: None, summary: String::new(), note: String::new(), status: None };
    let group =
        IndexGroup { heading: String::new(), link: None, anchor: "g".into(), is_rest: false, items: vec![item] };
    let person = NotNamedPerson { person: words("a person"), withheld: None, named_on: Vec::new(), named_on_count: 0 };
    vec![
        Content::Home(HomeView {
            scheduled: vec![row()],
            hearings: Vec::new(),
            dossiers: Vec::new(),
            cases: Vec::new(),
            changes: Vec::new(),
            all_changes: String::new(),
            counts: Vec::new(),
        }),
        Content::Index(IndexView {
            kind: Kind::Person,
            count: 1,
            letters: Vec::new(),
            groups: vec![group],
            by_case: Vec::new(),
            parts: Vec::new(),
            paging: pictures::only_page(),
        }),
        Content::Calendar(CalendarView { count: 0, months: Vec::new(), undated: Vec::new() }),
        Content::Changes(ChangesView { changes: Vec::new(), paging: pictures::only_page() }),
        Content::Text(pictures::text_part(BodyView::default())),
        Content::Rest(pictures::rest_page("hearings", RestView { hearings: vec![row()], ..pictures::bare_rest() })),
        Content::Timeline(pictures::bare_timeline()),
        Content::Network(pictures::bare_network()),
        Content::Map(pictures::bare_map()),
        Content::NotNamed(NotNamedView { people: vec![person], paging: pictures::only_page() }),
        Content::Corrections(CorrectionsView {
            corrections: Vec::new(),
            withdrawals: Vec::new(),
            replies: Vec::new(),
            correction_count: 0,
            withdrawal_count: 0,
            reply_count: 0,
            number: 1,
            count: 1,
            newer: None,
            older: None,
            withdrawals_begin: None,
            replies_begin: None,
        }),
        Content::Withdrawn(WithdrawnView {
            date: DateView { edtf: "2021".into(), words: "2021".into(), iso: None, resolved: None },
            reason: String::new(),
        }),
        Content::Data(DataView { tables: Vec::new(), schema: "data/schema.json".into() }),
        Content::Search(SearchView {
            people: None,
            letters: Vec::new(),
            cases: Vec::new(),
            hearings: None,
            years: Vec::new(),
            indexes: Vec::new(),
            all: "index/index.html".into(),
        }),
        Content::AllPages(AllPagesView { count: 0, groups: Vec::new(), parts: Vec::new(), number: 1 }),
        Content::NotFound(NotFoundView { indexes: Vec::new() }),
        Content::Redirect(RedirectView { target: words("X"), canonical: None }),
    ]
}

/// All of them.
pub fn pages() -> Vec<Page> {
    let all = documents().into_iter().chain(things()).chain(listings());
    all.map(|content| bare_page("x/y/", "X", content)).collect()
}
