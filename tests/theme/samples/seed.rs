//! Pages of the sample site: the twelfth hearing of the Ankara case and what hangs on it.

use std::sync::Arc;

use dossier::document::kind::Kind;
use dossier::pages::Page;
use dossier::pages::views::*;

pub use super::seed_statements::statements;
use super::{date, entity, page, pictures, rich, to, unnamed};

macro_rules! references {
    ($($name:ident = $kind:ident $path:literal $title:literal;)+) => { $(pub fn $name() -> Ref { to(Kind::$kind, $path, $title) })+ };
}
references! {
    kurt = Person "people/muhammed-kasim-kurt/" "Muhammed Kasım Kurt";
    bali = Person "people/ilhami-bali/" "İlhami Balı";
    court = Organisation "organisations/ankara-court/" "The court in Ankara";
    families = Organisation "organisations/families/" "Families of the victims";
    lawyers = Organisation "organisations/case-lawyers/" "Lawyers in the case";
    isis = Organisation "organisations/isis/" "ISIS";
    hdp = Organisation "organisations/hdp/" "Peoples’ Democratic Party (HDP)";
    services = Organisation "organisations/intelligence-services/" "Turkish intelligence services";
    minister = Organisation "organisations/assistant-interior-minister/" "Assistant interior minister (office)";
    governor = Organisation "organisations/governor-of-kilis/" "Governor of Kilis (office)";
    agency = Source "sources/mezopotamya/" "Mezopotamya Agency, report of 3 September";
    duvar = Source "sources/duvar/" "Duvar English report";
    hearing = Hearing "hearings/ankara-12/" "12th hearing";
    case = Case "cases/ankara-massacre/" "2015 Ankara massacre case";
    attack = Event "events/attack/" "Attack at Ankara’s central station";
    election = Event "events/election/" "Election of 1 November 2015";
    dossier = Dossier "dossiers/the-call/" "A call before the attack, and a name the court did not hear";
}

pub fn sergeant(number: usize) -> Ref {
    let label = if number == 1 { "a sergeant from Gaziantep" } else { "a second sergeant" };
    unnamed(&format!("people/sergeant-{number}/"), label)
}
pub fn lieutenant() -> Ref {
    unnamed("people/lieutenant-1/", "a lieutenant")
}
pub fn officer() -> Ref {
    unnamed("people/head-of-office/", "the head of the local security intelligence office")
}
pub fn judge() -> Ref {
    unnamed("people/presiding-judge/", "the presiding judge")
}
pub fn soldier() -> Ref {
    unnamed("people/soldier-1/", "a soldier held hostage in Syria")
}

pub fn hearing_date() -> DateView {
    date("../XXXX-09-03", "not later than 3 September, year not stated", None)
}

fn row() -> HearingRow {
    HearingRow {
        hearing: hearing(),
        case: Some(case()),
        number: Some("12".into()),
        date: Some(hearing_date()),
        status: "held",
        summary: "A witness speaks of a telephone call before the attack; the court keeps him from naming a sergeant."
            .into(),
        statements: 15,
        roles: Vec::new(),
    }
}

fn entries() -> Vec<TimelineEntry> {
    let entry =
        |date, item, summary: &str| TimelineEntry { date: Some(date), undated: None, item, summary: summary.into() };
    let resolved = ResolvedView {
        date: date("2015-11-01", "1 November 2015", Some("2015-11-01")),
        basis: "the year of the attack, named in the same paragraph".into(),
        language: None,
    };
    vec![
        entry(
            date("2015-10-10", "10 October 2015", Some("2015-10-10")),
            attack(),
            "More than one hundred people were killed and more than five hundred injured, according to the report.",
        ),
        entry(
            DateView {
                resolved: Some(Box::new(resolved)),
                ..date("XXXX-11-01", "1 November, year not stated", Some("11-01"))
            },
            election(),
            "The rally stood before this election.",
        ),
    ]
}

fn hearing_page() -> Content {
    let group = |key: &str, title: &str, members| RoleGroup { key: key.into(), title: title.into(), members };
    let blocks = statements().into_iter().map(Block::Statement);
    let intro = rich(
        "<h2 id=\"h-the-hearing\">The hearing</h2><p>The witness spoke of a telephone call. What follows keeps the order of the report.</p>",
    );
    let later = rich("<h2 id=\"h-before\">What the report adds</h2>");
    let mut blocks: Vec<Block> = std::iter::once(Block::Html(intro)).chain(blocks).collect();
    blocks.insert(11, Block::Html(later));
    Content::Hearing(HearingView {
        entity: EntityView {
            summary: "A witness says that he telephoned İlhami Balı before the attack with four officials present. The court twice keeps him from naming one of them.".into(),
            body: BodyView { blocks, minutes: 4, ..BodyView::default() },
            sources: vec![duvar(), agency()],
            ..entity(Kind::Hearing, "ankara-12", "12th hearing")
        },
        case: Some(case()),
        number: Some("12".into()),
        date: Some(hearing_date()),
        status: "held",
        court: Some(court()),
        place: None,
        next_date: None,
        roles: vec![
            group("judges", "Judges", vec![judge()]),
            group("witnesses", "Witnesses", vec![kurt()]),
            group("lawyers", "Lawyers", vec![lawyers()]),
            group("observers", "Observers", vec![families()]),
        ],
        statements: statements(),
        statement_count: statements().len(),
        disagreements: Vec::new(),
        rests_on: Some(RestsOnView {
            statements: 15,
            sources: vec![duvar()],
            origins: vec![OriginView { source: agency(), seen: false, retold_by: vec![duvar()] }],
        }),
        previous: None,
        next: None,
    })
}

fn backlinks() -> Vec<BacklinkGroup> {
    let piece = |text: &str, marked| SentencePiece { text: text.into(), marked };
    let link = |from, sentences| Backlink { from, date: None, roles: Vec::new(), sentences, said: Vec::new() };
    let sentence = vec![
        piece("The witness says that he spoke to ", false),
        piece("Balı", true),
        piece(" on the telephone while officials listened.", false),
    ];
    vec![
        BacklinkGroup { kind: Kind::Dossier, links: vec![link(dossier(), vec![sentence])] },
        BacklinkGroup {
            kind: Kind::Hearing,
            links: vec![Backlink { date: Some(hearing_date()), ..link(hearing(), Vec::new()) }],
        },
    ]
}

fn person(id: &str, title: &str, summary: &str) -> PersonView {
    PersonView {
        entity: EntityView { summary: summary.into(), sources: vec![duvar()], ..entity(Kind::Person, id, title) },
        unnamed: false,
        withheld: None,
        standing: Vec::new(),
        accused: false,
        cases: Vec::new(),
        hearings: Vec::new(),
        facts: None,
        statements_by: Vec::new(),
        statements_about: Vec::new(),
    }
}

fn picked(numbers: &[usize]) -> Vec<Arc<StatementView>> {
    statements().into_iter().filter(|one| numbers.contains(&one.number)).collect()
}

fn people() -> Vec<(&'static str, &'static str, Content)> {
    let mut balis =
        person("ilhami-bali", "İlhami Balı", "Named by a witness and by the report in connection with ISIS.");
    balis.entity.aliases = vec!["Ilhami Bali".into()];
    balis.entity.backlinks = backlinks();
    balis.facts = Some(FactsView {
        who: bali(),
        alleged: 3,
        unanswered: 3,
        disagreements: Vec::new(),
        denials: Vec::new(),
        rest: Vec::new(),
    });
    balis.statements_about = picked(&[1, 2, 11, 12]);
    let mut kurts = person("muhammed-kasim-kurt", "Muhammed Kasım Kurt", "Witness at the twelfth hearing.");
    kurts.cases = vec![CaseRoleView { case: case(), roles: vec!["Witnesses".into()] }];
    kurts.hearings = vec![HearingRow { roles: vec!["Witnesses".into()], ..row() }];
    kurts.statements_by = picked(&[1, 2, 3, 4, 5, 9, 12]);
    kurts.statements_about = picked(&[6, 7]);
    let mut sergeants =
        person("sergeant-1", "a sergeant from Gaziantep", "One of the two sergeants of whom the witness speaks.");
    sergeants.unnamed = true;
    sergeants.withheld = Some(WithheldView { how: "not-said", why: Some("court"), source: Some(duvar()) });
    sergeants.statements_about = picked(&[1, 5, 6, 9, 10]);
    vec![
        ("people/ilhami-bali/", "İlhami Balı", Content::Person(balis)),
        ("people/muhammed-kasim-kurt/", "Muhammed Kasım Kurt", Content::Person(kurts)),
        ("people/sergeant-1/", "a sergeant from Gaziantep", Content::Person(sergeants)),
    ]
}

fn case_page() -> Content {
    Content::Case(CaseView {
        entity: EntityView {
            summary: "The trial about the attack of 10 October 2015 at Ankara’s central station.".into(),
            body: BodyView {
                blocks: vec![Block::Html(rich(
                    "<p>One hearing of this case is documented so far. Its account rests on a single press report that retells an agency.</p>",
                ))],
                ..BodyView::default()
            },
            sources: vec![duvar()],
            timeline: Some(CourseView {
                entries: entries(),
                undated: vec![TimelineEntry {
                    date: Some(hearing_date()),
                    undated: Some("no-year"),
                    item: hearing(),
                    summary: String::new(),
                }],
                total: 2,
                all: None,
            }),
            ..entity(Kind::Case, "ankara-massacre", "2015 Ankara massacre case")
        },
        court: Some(court()),
        numbers: Vec::new(),
        split_from: None,
        split_into: Vec::new(),
        about: vec![attack()],
        date: None,
        roles: vec![
            RoleGroup { key: "witnesses".into(), title: "Witnesses".into(), members: vec![kurt()] },
            RoleGroup { key: "judges".into(), title: "Judges".into(), members: vec![judge()] },
        ],
        parties: Vec::new(),
        disagreements: Vec::new(),
        hearings: vec![row()],
        network: None,
    })
}

fn dossier_page() -> Content {
    let text = "<p>In the twelfth hearing of the case about the attack at Ankara’s central station, a witness, <a href=\"../../people/muhammed-kasim-kurt/index.html\" dir=\"auto\">Muhammed Kasım Kurt</a>, spoke of a telephone call. He made it, he says, before the attack, and he did not make it alone.<sup class=\"mark\"><a id=\"fnref-1-1\" href=\"#fn-1\" aria-label=\"Note 1\">1</a></sup></p>\
        <h2 id=\"h-the-call\">The call</h2><p>By his account he did not know the man at the other end. Officials had asked him to find out about a soldier held in Syria, and so he rang <a href=\"../../people/ilhami-bali/index.html\" dir=\"auto\">İlhami Balı</a>.</p>";
    let after = "<h2 id=\"h-the-name\">The name</h2><p>The lawyers asked who the sergeant was. Twice the court stepped in. What the witness then said is at odds with what he had said before:</p>";
    let end = "<h2 id=\"h-how-we-know\">How we know</h2><p>All of this rests on one press report, which retells an agency. We have not seen the agency’s own text.</p>\
        <blockquote><p>A short passage, set off from the rest, as a quotation in the running text looks.</p></blockquote>\
        <ul><li>One hearing, one witness</li><li>Four officials, none of them named</li></ul>\
        <section class=\"footnotes\"><ol><li id=\"fn-1\"><p>Duvar English, on Mezopotamya Agency. <a href=\"#fnref-1-1\" aria-label=\"Back to text\">↩</a></p></li></ol></section>";
    let item =
        |level, anchor: &str, text: &str| ContentsItem { level, anchor: anchor.into(), text: text.into(), path: None };
    let mut blocks = vec![Block::Html(rich(text))];
    blocks.extend(picked(&[1]).into_iter().map(Block::Statement));
    blocks.push(Block::Html(rich(after)));
    blocks.extend(picked(&[5, 9]).into_iter().map(Block::Statement));
    blocks.push(Block::Html(rich(end)));
    Content::Dossier(DossierView {
        entity: EntityView {
            summary: "A witness says officials stood beside him when he rang a man regarded as an ISIS commander. The court did not let him say who one of them was.".into(),
            body: BodyView {
                blocks,
                contents: vec![item(2, "h-the-call", "The call"), item(2, "h-the-name", "The name"), item(2, "h-how-we-know", "How we know")],
                minutes: 3,
                ..BodyView::default()
            },
            sources: vec![duvar(), agency()],
            ..entity(Kind::Dossier, "the-call", "A call before the attack, and a name the court did not hear")
        },
        date: Some(date("2024-09-10", "10 September 2024", Some("2024-09-10"))),
        updated: None,
        authors: vec!["The editors".into()],
        named: vec![
            NamedGroup { kind: Kind::Person, items: vec![kurt(), bali(), sergeant(1)] },
            NamedGroup { kind: Kind::Organisation, items: vec![court(), isis(), governor()] },
        ],
    })
}

fn rows() -> Vec<KindCount> {
    let count = |kind: Kind, count| KindCount {
        kind,
        count,
        path: format!("{}/index.html", kind.folder().unwrap_or_default()),
    };
    vec![
        count(Kind::Dossier, 1),
        count(Kind::Case, 1),
        count(Kind::Hearing, 1),
        count(Kind::Person, 8),
        count(Kind::Organisation, 10),
        count(Kind::Place, 4),
        count(Kind::Source, 2),
    ]
}

fn item(item: Ref, note: &str, summary: &str) -> IndexItem {
    IndexItem { item, date: None, summary: summary.into(), note: note.into(), status: None }
}

fn home() -> Content {
    let lead = IndexItem {
        date: Some(date("2024-09-10", "10 September 2024", Some("2024-09-10"))),
        ..item(
            dossier(),
            "",
            "A witness says officials stood beside him when he rang a man regarded as an ISIS commander. The court did not let him say who one of them was.",
        )
    };
    Content::Home(HomeView {
        scheduled: Vec::new(),
        hearings: vec![row()],
        dossiers: vec![lead],
        cases: vec![item(case(), "The court in Ankara", "The trial about the attack of 10 October 2015.")],
        changes: Vec::new(),
        all_changes: String::new(),
        counts: rows(),
    })
}

fn index() -> Content {
    let letters = "A B C Ç D E F G Ğ H I İ J K L M N O Ö P R S Ş T U Ü V Y Z";
    let letter = |letter: &str| Letter {
        letter: letter.into(),
        anchor: match letter {
            "B" => Some("b".into()),
            "K" => Some("k".into()),
            _ => None,
        },
        path: None,
    };
    let group = |heading: &str, anchor: &str, items| IndexGroup {
        heading: heading.into(),
        link: None,
        anchor: anchor.into(),
        is_rest: false,
        items,
    };
    let others = [sergeant(1), sergeant(2), lieutenant(), officer(), judge(), soldier()];
    Content::Index(IndexView {
        kind: Kind::Person,
        count: 8,
        letters: letters.split(' ').map(letter).collect(),
        groups: vec![
            group("B", "b", vec![item(bali(), "", "Named by a witness and by the report in connection with ISIS.")]),
            group("K", "k", vec![item(kurt(), "", "Witness at the twelfth hearing.")]),
            group("", "not-named", others.into_iter().map(|one| item(one, "", "")).collect()),
        ],
        by_case: Vec::new(),
        parts: Vec::new(),
        paging: pictures::only_page(),
    })
}

fn not_named() -> Content {
    let row = |person, how, why, source: Option<Ref>| NotNamedPerson {
        person,
        withheld: Some(WithheldView { how, why, source }),
        named_on: vec![hearing(), dossier()],
        named_on_count: 2,
    };
    Content::NotNamed(NotNamedView {
        people: vec![
            row(officer(), "not-said", None, None),
            row(lieutenant(), "not-said", None, None),
            row(judge(), "not-said", None, None),
            row(sergeant(1), "not-said", Some("court"), Some(duvar())),
            row(sergeant(2), "unknown", None, None),
            row(soldier(), "not-said", None, None),
        ],
        paging: pictures::only_page(),
    })
}

fn timeline() -> Content {
    let undated =
        TimelineEntry { date: Some(hearing_date()), undated: Some("no-year"), item: hearing(), summary: row().summary };
    Content::Timeline(TimelineView {
        years: vec![TimelineYear { year: "2015".into(), entries: entries() }],
        undated: vec![undated],
        ..pictures::bare_timeline()
    })
}

/// The pages, home first.
pub fn pages() -> Vec<Page> {
    let mut all = vec![
        ("/", "Ankara Record", home()),
        ("dossiers/the-call/", "A call before the attack, and a name the court did not hear", dossier_page()),
        ("cases/ankara-massacre/", "2015 Ankara massacre case", case_page()),
        ("hearings/ankara-12/", "12th hearing", hearing_page()),
        ("people/", "People", index()),
        ("timeline/", "Timeline", timeline()),
        ("not-named/", "Who is not named", not_named()),
    ];
    all.extend(people());
    all.into_iter().map(|(address, title, content)| page(address, title, content)).collect()
}
