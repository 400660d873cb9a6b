//! Timelines, networks and maps, with every field set and with none.

use std::sync::Arc;

use dossier::document::kind::Kind;
use dossier::pages::views::*;

use super::filled::{case_ref, defendant, guard, happened, minutes, report};
use super::{date, to, words};

pub fn only_page() -> PagingView {
    PagingView { number: 1, count: 1, before: None, after: None }
}

pub fn middle_page(base: &str) -> PagingView {
    let path = |number: usize| Some(format!("{base}/{number}/index.html"));
    PagingView { number: 2, count: 3, before: path(1), after: path(3) }
}

fn undated() -> TimelineEntry {
    TimelineEntry { date: None, undated: Some("no-date"), ..happened() }
}

/// The first entries of a timeline.
pub fn course() -> CourseView {
    CourseView {
        entries: vec![happened()],
        undated: vec![undated()],
        total: 31,
        all: Some("timeline/cases/harbour-fire/index.html".into()),
    }
}

pub fn timeline() -> TimelineView {
    let link = |year: &str, path: &str| TimelineYearLink {
        year: year.into(),
        path: format!("timeline/{path}/index.html"),
        count: 120,
        is_here: year == "2021",
    };
    TimelineView {
        of: Some(case_ref()),
        years: vec![TimelineYear { year: "2021".into(), entries: vec![happened()] }],
        undated: vec![undated()],
        strip: Some(StripView {
            width: 640,
            height: 58,
            bars: vec![StripBar { x: 1, y: 0, width: 318, height: 40 }],
            years: vec![StripYear { year: "2021".into(), x: 160, y: 54 }],
        }),
        by_year: vec![link("2021", "2021"), link("", "undated")],
        by_case: vec![CaseLink { case: case_ref(), path: "timeline/cases/harbour-fire/index.html".into(), count: 31 }],
        paging: middle_page("timeline/2021"),
    }
}

pub fn bare_timeline() -> TimelineView {
    TimelineView {
        of: None,
        years: Vec::new(),
        undated: Vec::new(),
        strip: None,
        by_year: Vec::new(),
        by_case: Vec::new(),
        paging: only_page(),
    }
}

fn row() -> RelationRow {
    RelationRow {
        from: guard(),
        relation: "Spoke about".into(),
        to: defendant(),
        standing: "alleged",
        said: Some(SaidThere {
            path: "hearings/harbour-2/index.html#s4".into(),
            number: 4,
            words: "A guard (testimony, alleged, as reported by the minutes): Says who held the key.".into(),
        }),
        on: vec![to(Kind::Hearing, "hearings/harbour-2/", "2nd hearing")],
        more_on: 2,
        sources: vec![report(), minutes()],
        since: Some(date("2021-05-03", "3 May 2021", Some("2021-05-03"))),
        until: Some(date("2021-09-01", "1 September 2021", Some("2021-09-01"))),
    }
}

fn node(item: Ref, label: &str, is_center: bool) -> NodeView {
    NodeView { item, label: label.into(), is_center, x: 4, y: 4, width: 120, height: 28, text_x: 64, text_y: 23 }
}

/// Relations with a drawing.
pub fn relations() -> RelationsView {
    let edge = |standing| EdgeView { standing, x1: 64, y1: 18, x2: 320, y2: 18 };
    RelationsView {
        drawing: Some(DrawingView {
            width: 640,
            height: 80,
            edges: vec![edge("alleged"), edge("recorded")],
            nodes: vec![
                node(defendant(), "Deniz Örnek", true),
                node(guard(), "a guard", false),
                node(words("a neighbour"), "a neighbour", false),
            ],
            standings: vec!["alleged", "recorded"],
            left_out: 4,
        }),
        rows: vec![row(), RelationRow { standing: "recorded", relation: "Witnesses".into(), ..row() }],
        has_accused: true,
        total: 41,
        all: Some("network/people/deniz-ornek/index.html".into()),
    }
}

pub fn network() -> NetworkView {
    NetworkView {
        of: Some(case_ref()),
        relations: RelationsView { all: Some(String::new()), ..relations() },
        cases: vec![CaseLink { case: case_ref(), path: "network/cases/harbour-fire/index.html".into(), count: 120 }],
        paging: middle_page("network"),
    }
}

pub fn bare_network() -> NetworkView {
    let bare = RelationRow {
        from: words("A"),
        relation: "Spoke about".into(),
        to: words("B"),
        standing: "reported",
        said: None,
        on: Vec::new(),
        more_on: 0,
        sources: Vec::new(),
        since: None,
        until: None,
    };
    let relations = RelationsView { drawing: None, rows: vec![bare], has_accused: false, total: 1, all: None };
    NetworkView { of: None, relations, cases: Vec::new(), paging: only_page() }
}

fn place_row() -> PlaceRow {
    PlaceRow {
        number: 1,
        place: to(Kind::Place, "places/old-harbour/", "Old harbour"),
        within: Some(to(Kind::Place, "places/town/", "The town")),
        latitude: "36.72".into(),
        is_south: true,
        longitude: "37.12".into(),
        is_west: true,
        precision: "vicinity",
    }
}

/// Places on a map.
pub fn places() -> PlacesView {
    PlacesView {
        drawing: MapView {
            width: 640,
            height: 400,
            land: "M0 0l640 0 0 400z".into(),
            borders: "M0 40l640 20".into(),
            circles: vec![CircleView { x: 320, y: 200, radius: 28 }],
            pins: vec![PinView {
                number: 1,
                label: "1 +1".into(),
                title: "1. Old harbour; 2. Gate".into(),
                x: 299,
                y: 189,
                width: 42,
                height: 22,
                text_x: 320,
                text_y: 205,
            }],
        },
        list: vec![place_row()],
        total: 2,
    }
}

pub fn map() -> MapPageView {
    MapPageView { places: places(), paging: middle_page("map") }
}

pub fn bare_map() -> MapPageView {
    let drawing = MapView {
        width: 640,
        height: 400,
        land: String::new(),
        borders: String::new(),
        circles: Vec::new(),
        pins: Vec::new(),
    };
    let row = PlaceRow { within: None, is_south: false, is_west: false, ..place_row() };
    MapPageView { places: PlacesView { drawing, list: vec![row], total: 1 }, paging: only_page() }
}

/// The ways to lists that are too long for the page of something of `kind`.
pub fn rest(kind: Kind) -> Vec<RestLink> {
    let parts: &[&'static str] = match kind {
        Kind::Person | Kind::Organisation => &["said-by", "said-about", "hearings", "named-on"],
        Kind::Place => &["said-about", "happened", "named-on"],
        Kind::Event => &["said-about", "named-on"],
        Kind::Case => &["hearings", "named-on"],
        Kind::Source => &["reported", "named-on"],
        _ => &["named-on"],
    };
    let link = |part: &&'static str| RestLink { part, path: format!("index/x/{part}/index.html"), count: 120 };
    parts.iter().map(link).collect()
}

/// A page of such a list.
pub fn rest_page(part: &'static str, view: RestView) -> RestView {
    RestView { part, total: 120, paging: middle_page("index/x"), ..view }
}

pub fn bare_rest() -> RestView {
    RestView {
        of: defendant(),
        statement: None,
        part: "hearings",
        total: 1,
        statements: Vec::new(),
        hearings: Vec::new(),
        events: Vec::new(),
        parties: Vec::new(),
        roles: Vec::new(),
        disagreements: Vec::new(),
        denials: Vec::new(),
        relations: Vec::new(),
        origins: Vec::new(),
        others: Vec::new(),
        named: Vec::new(),
        aliases: Vec::new(),
        corrections: Vec::new(),
        replies: Vec::new(),
        backlinks: Vec::new(),
        paging: only_page(),
    }
}

/// The second of three parts of a long text.
pub fn text_part(body: BodyView) -> TextView {
    TextView {
        of: defendant(),
        accused: true,
        body: BodyView { paging: Some(middle_page("index/dossiers/night/text")), ..body },
    }
}

/// What changed, in each of the ways that a page tells.
pub fn changes() -> Vec<ChangeRow> {
    let row = |change, page, part: Option<&str>, thing| ChangeRow {
        date: date("2021-06-11", "11 June 2021", Some("2021-06-11")),
        change,
        page,
        part: part.map(str::to_owned),
        thing,
    };
    vec![row("corrected", Some(case_ref()), Some("cases/harbour-fire/index.html#corrections"), "")]
}

/// Cards of somebody who is accused, of somebody who is not named, and of a thing.
pub fn cards() -> Vec<HoverCardView> {
    let card = |number, item, summary: &str, is_accused| HoverCardView {
        number,
        card: Arc::new(HoverCard { item, summary: summary.into(), is_accused }),
    };
    vec![
        card(1, defendant(), "", true),
        card(2, guard(), "", false),
        card(3, case_ref(), "The trial about the fire of 2021.", false),
    ]
}
