//! Views to render: `filled` with every field set (an invented case), `bare` with nothing that can be left out, `seed` as the sample site has them.

pub mod bare;
pub mod filled;
pub mod filled_pages;
pub mod lineage;
pub mod pictures;
pub mod seed;
mod seed_statements;

use std::sync::Arc;

use dossier::document::body::{Chunk, Fragment};
use dossier::document::kind::Kind;
use dossier::foundation::route::{LinkStyle, Route};
use dossier::pages::Page;
use dossier::pages::views::*;

/// A reference to something that has a page.
pub fn to(kind: Kind, path: &str, title: &str) -> Ref {
    let path = Route::parse(path).unwrap().path(LinkStyle::Files);
    Arc::new(Reference { kind: Some(kind), path: Some(path), title: title.into(), language: None, unnamed: false })
}

/// A reference to a person who is not named.
pub fn unnamed(path: &str, label: &str) -> Ref {
    Arc::new(Reference { unnamed: true, ..(*to(Kind::Person, path, label)).clone() })
}

/// Words where a link could stand.
pub fn words(title: &str) -> Ref {
    Arc::new(Reference { kind: None, path: None, title: title.into(), language: None, unnamed: false })
}

pub fn date(edtf: &str, words: &str, iso: Option<&str>) -> DateView {
    DateView { edtf: edtf.into(), words: words.into(), iso: iso.map(Into::into), resolved: None }
}

/// Running text.
pub fn rich(html: &str) -> RichText {
    RichText {
        fragment: Fragment(Arc::from([Chunk::Html(html.into())])),
        range: 0..1,
        root: "../../".into(),
        ..RichText::default()
    }
}

/// A document with nothing but what it must have.
pub fn entity(kind: Kind, id: &str, title: &str) -> EntityView {
    EntityView {
        kind,
        id: id.into(),
        title: title.into(),
        aliases: Vec::new(),
        summary: String::new(),
        body: BodyView::default(),
        sources: Vec::new(),
        tags: Vec::new(),
        same_as: Vec::new(),
        not_same_as: Vec::new(),
        corrections: Vec::new(),
        replies: Vec::new(),
        timeline: None,
        relations: None,
        places: None,
        backlinks: Vec::new(),
        rest: Vec::new(),
        extra: serde_json::Map::new(),
    }
}

/// The site that all samples stand in.
pub fn site() -> SiteView {
    let link = |path: &str, title: &str| NavigationLink {
        path: Route::parse(path).unwrap().path(LinkStyle::Files),
        title: title.into(),
        section: path.trim_end_matches('/').into(),
    };
    SiteView {
        title: "Ankara Record".into(),
        description:
            "What was said in court about the attack at Ankara’s central station, by whom, and on whose report".into(),
        language: "en".into(),
        navigation: vec![
            link("dossiers/", "Dossiers"),
            link("cases/", "Cases"),
            link("hearings/", "Hearings"),
            link("people/", "People"),
            link("timeline/", "Timeline"),
            link("not-named/", "Not named"),
        ],
        pages: vec![link("methods/", "Methods"), link("privacy/", "Privacy")],
        home: "index.html".into(),
        corrections: "corrections/index.html".into(),
        search: "search/index.html".into(),
        data: "data/index.html".into(),
        calendar: "hearings/calendar/index.html".into(),
        overviews: vec![link("network/", "Relations"), link("map/", "Map")],
        extra: serde_json::Map::new(),
    }
}

/// The page on the data of the site.
pub fn data() -> DataView {
    let path = |ending| format!("data/statements.{ending}");
    DataView {
        tables: vec![DataTable { name: "statements", json: path("json"), csv: path("csv") }],
        schema: "data/schema.json".into(),
    }
}

/// A site that has a name only.
pub fn bare_site() -> SiteView {
    SiteView {
        description: String::new(),
        navigation: Vec::new(),
        pages: Vec::new(),
        calendar: String::new(),
        overviews: Vec::new(),
        ..site()
    }
}

/// What a page says to machines.
fn linked_data(title: &str) -> LinkedData {
    let step =
        ListItem { form: "ListItem", position: 1, name: title.into(), item: Some("https://record.example/".into()) };
    let way = Thing::BreadcrumbList(BreadcrumbList { item_list_element: vec![step] });
    LinkedData { context: "https://schema.org", graph: vec![way] }
}

/// A page in a language; the one in English is that which is being shown.
fn language(path: &str, tag: &str, name: &str, direction: &'static str) -> LanguageLink {
    LanguageLink {
        language: tag.into(),
        name: name.into(),
        direction,
        locale: if tag == "en" { "en_US".into() } else { format!("{tag}_XX") },
        path: path.into(),
        address: Some(format!("https://record.example/{path}")),
        exists: true,
        is_here: tag == "en",
    }
}

/// The page of `content` at `address`, with all that a page can have.
pub fn page(address: &str, title: &str, content: Content) -> Page {
    let route = Route::parse(address).unwrap();
    let section = address.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
    let crumb = |path: Option<&str>, title: &str| Breadcrumb {
        path: path.map(|path| Route::parse(path).unwrap().path(LinkStyle::Files)),
        title: title.into(),
    };
    let mut breadcrumbs = vec![crumb(Some("/"), "Home")];
    let link = site().navigation.into_iter().find(|link| link.section == section);
    if let Some(link) = link.filter(|link| link.title != title) {
        breadcrumbs.push(crumb(Some(&format!("{section}/")), &link.title));
    }
    breadcrumbs.push(crumb(None, title));
    let view = PageView {
        address: route.address(),
        root: route.to_root().into(),
        canonical: Some(format!("https://record.example/{}", route.encoded())),
        title: title.into(),
        description: format!("About {title}"),
        language: "en".into(),
        direction: "ltr",
        section,
        breadcrumbs,
        noindex: true,
        feeds: vec![FeedLink { path: "feed.xml".into(), title: "All changes".into() }],
        own_feed: Some(FeedLink { path: "cases/ankara/feed.xml".into(), title: "The Ankara case".into() }),
        calendar: Some(FeedLink { path: "calendar.ics".into(), title: "All hearings".into() }),
        own_calendar: Some(FeedLink { path: "cases/ankara/calendar.ics".into(), title: "Hearings of the case".into() }),
        locale: "en_US".into(),
        linked_data: Some(linked_data(title)),
        card: Some(CardView {
            url: "https://record.example/cards/x.png".into(),
            alt: format!("Page · {title}"),
            width: 1200,
            height: 630,
        }),
        held: Some(HeldView { until: "20 November 2026".into(), time: "03:00".into() }),
        languages: vec![
            language(&route.path(LinkStyle::Files), "en", "English", "ltr"),
            language("tr/index.html", "tr", "Türkçe", "ltr"),
            language("ar/index.html", "ar", "العربية", "rtl"),
        ],
    };
    Page { route, view: Arc::new(View { site: Arc::new(site()), page: view, content }) }
}

/// The same page with nothing that can be left out.
pub fn bare_page(address: &str, title: &str, content: Content) -> Page {
    let full = page(address, title, content);
    let View { page, content, .. } = (*full.view).clone();
    let page = PageView {
        canonical: None,
        description: String::new(),
        section: String::new(),
        breadcrumbs: Vec::new(),
        noindex: false,
        feeds: Vec::new(),
        own_feed: None,
        calendar: None,
        own_calendar: None,
        linked_data: None,
        card: None,
        held: None,
        languages: Vec::new(),
        ..page
    };
    Page { view: Arc::new(View { site: Arc::new(bare_site()), page, content }), ..full }
}
