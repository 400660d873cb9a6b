//! Structured data: what is told of a thing of each kind, and that nothing in it can become code.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::read::page;
use super::site::{CONFIG, FULL, Files, build, text};

/// The properties that each type may have here. Source: schema.org; `@id` and what is not listed is a fault.
const PROPERTIES: [(&str, &[&str]); 13] = [
    ("BreadcrumbList", &["itemListElement"]),
    ("ListItem", &["position", "name", "item"]),
    (
        "Report",
        &[
            "headline",
            "url",
            "description",
            "inLanguage",
            "datePublished",
            "dateModified",
            "author",
            "publisher",
            "citation",
            "correction",
        ],
    ),
    ("CorrectionComment", &["text", "datePublished"]),
    (
        "Event",
        &["name", "url", "description", "startDate", "endDate", "eventStatus", "location", "superEvent", "organizer"],
    ),
    ("Organization", &["name", "url", "alternateName", "location", "sameAs"]),
    ("GovernmentOrganization", &["name", "url", "alternateName", "location", "sameAs"]),
    ("Place", &["name", "url", "alternateName", "geo", "containedInPlace", "sameAs"]),
    ("Courthouse", &["name", "url"]),
    ("GeoCoordinates", &["latitude", "longitude"]),
    ("DigitalDocument", &["name", "url", "author", "publisher", "datePublished", "isBasedOn", "sameAs"]),
    ("ArchiveComponent", &["name", "url", "author", "publisher", "datePublished", "isBasedOn", "sameAs"]),
    ("Person", &["name", "url", "sameAs"]),
];

fn check(value: &Value, met: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| check(item, met)),
        Value::Object(fields) => {
            let form = fields["@type"].as_str().unwrap();
            let (_, allowed) = PROPERTIES.iter().find(|(own, _)| *own == form).unwrap_or_else(|| panic!("{form}"));
            met.insert(form.to_owned());
            for (key, value) in fields.iter().filter(|(key, _)| *key != "@type") {
                assert!(allowed.contains(&key.as_str()), "{form} has {key}");
                check(value, met);
            }
        }
        Value::String(text) => assert!(!text.is_empty()),
        Value::Number(_) => {}
        Value::Null | Value::Bool(_) => panic!("{value}"),
    }
}

fn thing(files: &Files, path: &str, form: &str) -> Value {
    page(text(files, path)).thing(form).unwrap_or_else(|| panic!("{path} has no {form}"))
}

#[test]
fn only_known_types_and_properties_are_told() {
    let files = build(CONFIG, &FULL);
    let mut met = BTreeSet::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let Some(linked) = page(std::str::from_utf8(bytes).unwrap()).linked() else { continue };
        assert_eq!(linked["@context"], "https://schema.org", "{path}");
        assert_eq!(linked.as_object().unwrap().len(), 2, "{path}");
        check(&linked["@graph"], &mut met);
    }
    assert_eq!(met.len(), PROPERTIES.len(), "{met:?}");
}

#[test]
fn a_dossier_is_a_report_with_its_sources_and_corrections() {
    assert_eq!(
        thing(&build(CONFIG, &FULL), "dossiers/story/index.html", "Report"),
        json!({
            "@type": "Report",
            "headline": "The story",
            "url": "https://record.example/site/dossiers/story/",
            "description": "What is known.",
            "inLanguage": "en",
            "datePublished": "2021-04-01",
            "dateModified": "2021-06-02",
            // The other author is on trial.
            "author": [{"@type": "Person", "name": "Desk"}],
            "publisher": {"@type": "Organization", "name": "Record", "url": "https://record.example/site/"},
            "citation": [{
                "@type": "DigitalDocument",
                "name": "Report of 2 March",
                "url": "https://record.example/site/sources/report/",
            }],
            "correction": [{"@type": "CorrectionComment", "text": "The date of the fire.", "datePublished": "2021-06-02"}],
        })
    );
}

#[test]
fn a_hearing_is_an_event_of_its_case_at_its_court_and_names_nobody() {
    let event = thing(&build(CONFIG, &FULL), "hearings/one/index.html", "Event");
    assert_eq!(
        event,
        json!({
            "@type": "Event",
            "name": "First hearing",
            "url": "https://record.example/site/hearings/one/",
            "description": "The court heard one witness; the next day, two.",
            "startDate": "2021-03-01",
            "endDate": "2021-03-02",
            "location": {
                "@type": "Courthouse",
                "name": "Harbour court",
                "url": "https://record.example/site/organisations/court/",
            },
            "superEvent": {
                "@type": "Event",
                "name": "The store case",
                "url": "https://record.example/site/cases/store/",
            },
            "organizer": {
                "@type": "GovernmentOrganization",
                "name": "Harbour court",
                "url": "https://record.example/site/organisations/court/",
            },
        })
    );
}

#[test]
fn a_source_says_where_it_is_from_and_a_place_no_more_than_its_page() {
    let files = build(CONFIG, &FULL);
    assert_eq!(
        thing(&files, "sources/report/index.html", "DigitalDocument"),
        json!({
            "@type": "DigitalDocument",
            "name": "Report of 2 March",
            "url": "https://record.example/site/sources/report/",
            "author": [{"@type": "Person", "name": "E. F."}],
            "publisher": {
                "@type": "Organization",
                "name": "Harbour Daily",
                "url": "https://record.example/site/organisations/daily/",
            },
            "datePublished": "2021-03-02",
            "isBasedOn": [{
                "@type": "DigitalDocument",
                "name": "The agency's report",
                "url": "https://record.example/site/sources/agency/",
            }],
            "sameAs": ["https://daily.example/1", "https://archive.example/1"],
        })
    );
    thing(&files, "sources/agency/index.html", "ArchiveComponent");
    thing(&files, "organisations/daily/index.html", "Organization");
    thing(&files, "organisations/court/index.html", "GovernmentOrganization");
    let place = thing(&files, "places/harbour/index.html", "Place");
    assert_eq!(place["geo"], json!({"@type": "GeoCoordinates", "latitude": "36.7", "longitude": "37.1"}));
}

/// A date that leaves something open, or that the authors worked out, cannot say so here.
#[test]
fn only_dates_that_a_source_states_to_the_day_are_told() {
    for (date, told) in [
        ("date: 2021-03-01", Some("2021-03-01")),
        ("date: 2021-03-01/2021-03-04", Some("2021-03-01")),
        ("date: 2021-03", None),
        ("date: 2021-03-01~", None),
        ("date: 2021-03-01/..", None),
        ("date: XXXX-03-01\nresolved: {date: 2021-03-01, basis: The year of the report}", None),
    ] {
        let hearing = format!("---\ntitle: One\n{date}\n---\n");
        let files = build(CONFIG, &[("hearings/one.md", &hearing)]);
        let event = thing(&files, "hearings/one/index.html", "Event");
        assert_eq!(event.get("startDate").and_then(Value::as_str), told, "{date}");
    }
}

#[test]
fn nothing_in_a_title_can_end_the_data_or_begin_another_script() {
    let title = "</script><script>alert(1)</script><!-- <b>&\"'";
    let case = "---\nid: x\ntitle: \"</script><script>alert(1)</script><!-- <b>&\\\"'\"\n---\n";
    let files = build(CONFIG, &[("cases/x.md", case), ("hearings/one.md", "---\ntitle: One\ncase: \"[[x]]\"\n---\n")]);
    let html = text(&files, "hearings/one/index.html");
    let (_, data) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let data = data.split("</script>").next().unwrap();
    assert!(!data.contains(['<', '>', '&']), "{data}");
    assert!(data.contains("\\u003c/script\\u003e"));
    let page = page(html);
    assert_eq!(page.scripts.len(), 1);
    assert_eq!(page.thing("Event").unwrap()["superEvent"]["name"], title);
}

#[test]
fn pages_that_search_engines_are_to_leave_alone_tell_machines_nothing() {
    let files = build(CONFIG, &[("dossiers/d.md", "---\ntitle: D\nnoindex: true\n---\n")]);
    for path in ["dossiers/d/index.html", "404.html", "data/index.html"] {
        assert_eq!(page(text(&files, path)).linked(), None, "{path}");
    }
    let without_address = build("title = \"Record\"\n", &FULL);
    for (path, bytes) in without_address.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert_eq!(page(std::str::from_utf8(bytes).unwrap()).linked(), None, "{path}");
    }
}

#[test]
fn previews_elsewhere_know_what_a_page_is() {
    let files = build(CONFIG, &FULL);
    let page = page(text(&files, "dossiers/story/index.html"));
    let told = [
        ("og:type", "article"),
        ("og:title", "The story"),
        ("og:description", "What is known."),
        ("og:url", "https://record.example/site/dossiers/story/"),
        ("og:locale", "en_US"),
        ("og:site_name", "Record"),
        ("og:image", "https://record.example/site/cards/dossiers/story.png"),
        ("og:image:alt", "Dossier · The story · 1 April 2021 · Record"),
        ("twitter:card", "summary_large_image"),
    ];
    for (name, content) in told {
        assert_eq!(page.meta(name), Some(content), "{name}");
    }
}
