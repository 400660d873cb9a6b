//! Calendars, read by a reader of the standard that is not ours, and the page of hearings to come.

use std::collections::BTreeSet;

use ical::IcalParser;
use ical::parser::ical::component::IcalEvent;

use super::site::{CONFIG, Files, build, text};

const HEARINGS: [(&str, &str); 9] = [
    ("cases/a.md", "---\ntitle: Case A, \"first; part\"\n---\n"),
    ("cases/b.md", "---\ntitle: Case B\n---\n"),
    ("hearings/held.md", "---\ntitle: Held\ncase: \"[[a]]\"\ndate: 2021-03-01/2021-03-03\n---\n"),
    (
        "hearings/coming.md",
        "---\ntitle: \"Coming: çok uzun bir başlık, böylece satır yetmiş beş sekizliden uzun olur; ğüşiöç ĞÜŞİÖÇ\"\ncase: \"[[a]]\"\n\
         date: 2026-05-04\nstatus: scheduled\nlang: tr\nsummary: \"Bir\\\\iki, üç; dört\"\n---\n",
    ),
    ("hearings/off.md", "---\ntitle: Off\ncase: \"[[a]]\"\ndate: 2026-06-01\nstatus: cancelled\n---\n"),
    ("hearings/some-day.md", "---\ntitle: Some day\ncase: \"[[a]]\"\ndate: 2026-07\nstatus: scheduled\n---\n"),
    (
        "hearings/worked-out.md",
        "---\ntitle: Worked out\ndate: XXXX-09-03\nresolved: {date: 2020-09-03, basis: The year of the report}\n---\n",
    ),
    ("hearings/hidden.md", "---\ntitle: Hidden\ncase: \"[[a]]\"\ndate: 2021-01-01\nnoindex: true\n---\n"),
    ("hearings/draft.md", "---\ntitle: Drafted\ncase: \"[[b]]\"\ndate: 2021-01-01\ndraft: true\n---\n"),
];

fn events(files: &Files, path: &str) -> Vec<IcalEvent> {
    let mut calendars: Vec<_> = IcalParser::new(text(files, path).as_bytes()).map(Result::unwrap).collect();
    assert_eq!(calendars.len(), 1, "{path}");
    calendars.remove(0).events
}

fn value(event: &IcalEvent, name: &str) -> String {
    let property = event.properties.iter().find(|property| property.name == name);
    property.and_then(|property| property.value.clone()).unwrap_or_default()
}

/// What a reader shows of the text of a property.
fn shown(event: &IcalEvent, name: &str) -> String {
    value(event, name).replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

#[test]
fn a_calendar_has_every_hearing_whose_days_are_beyond_doubt() {
    let files = build(CONFIG, &HEARINGS);
    let events = events(&files, "calendar.ics");
    let told: Vec<[String; 5]> = events
        .iter()
        .map(|event| ["UID", "DTSTART", "DTEND", "STATUS", "URL"].map(|name| value(event, name)))
        .collect();
    assert_eq!(
        told,
        [
            [
                "hearing-worked-out@record.example",
                "20200903",
                "20200904",
                "CONFIRMED",
                "https://record.example/site/hearings/worked-out/"
            ],
            [
                "hearing-held@record.example",
                "20210301",
                "20210304",
                "CONFIRMED",
                "https://record.example/site/hearings/held/"
            ],
            [
                "hearing-coming@record.example",
                "20260504",
                "20260505",
                "CONFIRMED",
                "https://record.example/site/hearings/coming/"
            ],
            [
                "hearing-off@record.example",
                "20260601",
                "20260602",
                "CANCELLED",
                "https://record.example/site/hearings/off/"
            ],
        ]
    );
    let coming = &events[2];
    assert_eq!(
        shown(coming, "SUMMARY"),
        "Coming: çok uzun bir başlık, böylece satır yetmiş beş sekizliden uzun olur; ğüşiöç ĞÜŞİÖÇ (Case A, \"first; part\")"
    );
    assert_eq!(shown(coming, "DESCRIPTION"), "Tarihi belirlendi\nBir\\iki, üç; dört");
    assert_eq!(value(coming, "DTSTAMP"), "20260504T000000Z", "from the content, not from a clock");
    let basis = "The date was worked out by the authors: The year of the report";
    assert!(shown(&events[0], "DESCRIPTION").contains(basis));
}

#[test]
fn a_case_has_its_own_calendar_and_one_without_hearings_has_none() {
    let files = build(CONFIG, &HEARINGS);
    let of_case: BTreeSet<String> =
        events(&files, "cases/a/calendar.ics").iter().map(|event| value(event, "UID")).collect();
    let uids = ["hearing-coming@record.example", "hearing-held@record.example", "hearing-off@record.example"];
    assert_eq!(of_case, uids.map(str::to_owned).into());
    assert!(!files.contains_key("cases/b/calendar.ics"));
    for page in ["cases/a/index.html", "hearings/index.html", "index.html"] {
        assert!(text(&files, page).contains("hearings/calendar/index.html\">Hearings to come</a>"), "{page}");
    }
    assert!(text(&files, "cases/a/index.html").contains("href=\"../../cases/a/calendar.ics\""));
}

#[test]
fn lines_of_a_calendar_end_as_the_standard_says_and_are_short() {
    let files = build(CONFIG, &HEARINGS);
    let calendar = text(&files, "calendar.ics");
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    for line in calendar.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
}

#[test]
fn the_page_of_hearings_to_come_has_what_is_scheduled_by_month() {
    let files = build(CONFIG, &HEARINGS);
    let page = text(&files, "hearings/calendar/index.html");
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let at = |words: &str| main.find(words).unwrap_or_else(|| panic!("{words}: {main}"));
    let order = ["2 hearings are scheduled.", "May 2026", "Coming:", "No day known yet", "Some day"].map(at);
    assert!(order.is_sorted(), "{order:?}");
    for words in ["Held</a>", "Off</a>", "Drafted"] {
        assert!(!main.contains(words), "{words}");
    }
    let none = build(CONFIG, &[("hearings/held.md", "---\ntitle: Held\ndate: 2021-03\n---\n")]);
    assert!(text(&none, "hearings/calendar/index.html").contains("No hearing is scheduled here."));
    assert!(!none.contains_key("calendar.ics"), "a calendar must hold something");
    assert!(!build(CONFIG, &[]).contains_key("hearings/calendar/index.html"));
}
