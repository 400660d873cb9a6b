//! Every form of a date from the front matter to the pages: its words in three languages, its `<time datetime>`, its place
//! on the timeline, and whether feeds get it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

/// In the order of the timeline. Written | English | Turkish | Kurmancî | datetime | year or tray, and why | feed
///
/// A date that was worked out stands behind `=`; it decides the place and not the words.
const TABLE: &str = "
2014/2016 | 2014 to 2016 | 2014–2016 | 2014–2016 | - | 2014 | -
[2014..2016] | between 2014 and 2016 | 2014 ile 2016 arasında | di navbera 2014 û 2016 de | - | 2014 | -
2015-24 | winter 2015 | 2015 kışı | zivistana 2015an | - | 2015 | -
2015 | 2015 | 2015 | 2015 | 2015 | 2015 | -
2015-XX | a month in 2015 | 2015, ay belirtilmemiş | 2015, meh nehatiye gotin | - | 2015 | -
2015-XX-XX | a day in 2015 | 2015, ay ve gün belirtilmemiş | 2015, meh û roj nehatine gotin | - | 2015 | -
2015? | 2015 (uncertain) | 2015 (kesin değil) | 2015 (ne teqez) | - | 2015 | -
2015/.. | since 2015 | 2015 ve sonrası | 2015 û piştî wê | - | 2015 | -
2015/ | from 2015 until an unknown date | başlangıcı 2015, bitişi bilinmiyor | destpêk 2015, dawî nayê zanîn | - | 2015 | -
2015-21 | spring 2015 | 2015 ilkbaharı | bihara 2015an | - | 2015 | -
~2015-06 | about June 2015 | yaklaşık Haziran 2015 | hezîrana 2015an (texmînî) | - | 2015 | -
2015-06~ | about June 2015 | yaklaşık Haziran 2015 | hezîrana 2015an (texmînî) | - | 2015 | -
2015-22 | summer 2015 | 2015 yazı | havîna 2015an | - | 2015 | -
- = 2015-09-01 | date not stated | tarih belirtilmemiş | dîrok nehatiye gotin | - | 2015 | 2015-09-01, with its basis
2015-23 | autumn 2015 | 2015 sonbaharı | payîza 2015an | - | 2015 | -
../XXXX-09-03 = 2015-09-02 | on or before 3 September, year not stated | 3 Eylül veya öncesi, yıl belirtilmemiş | 3ê îlonê an jî berî wê, sal nehatiye gotin | - | 2015 | 2015-09-02, with its basis
2015-10-XX | a day in October 2015 | Ekim 2015, gün belirtilmemiş | cotmeha 2015an, roj nehatiye gotin | - | 2015 | -
2015-10 | October 2015 | Ekim 2015 | cotmeha 2015an | 2015-10 | 2015 | -
2015-10/2015-11 | October to November 2015 | Ekim–Kasım 2015 | cotmeha 2015an – mijdara 2015an | - | 2015 | -
2015-10 = 2015-10-05 | October 2015 | Ekim 2015 | cotmeha 2015an | 2015-10 | 2015 | 2015-10-05, with its basis
[..2015-10-10] | on or before 10 October 2015 | 10 Ekim 2015 veya öncesi | 10ê cotmeha 2015an an jî berî wê | - | 2015 | -
2015-10-10 | 10 October 2015 | 10 Ekim 2015 | 10ê cotmeha 2015an | 2015-10-10 | 2015 | 2015-10-10
2015-10-10? | 10 October 2015 (uncertain) | 10 Ekim 2015 (kesin değil) | 10ê cotmeha 2015an (ne teqez) | - | 2015 | -
2015-10-10% | about 10 October 2015 (uncertain) | yaklaşık 10 Ekim 2015 (kesin değil) | 10ê cotmeha 2015an (texmînî, ne teqez) | - | 2015 | -
2015-10-10/2015-10-12 | 10 to 12 October 2015 | 10–12 Ekim 2015 | 10ê cotmeha 2015an – 12ê cotmeha 2015an | - | 2015 | -
[2015-10-10, 2015-10-12] | one of: 10 October 2015, 12 October 2015 | şunlardan biri: 10 Ekim 2015, 12 Ekim 2015 | yek ji van: 10ê cotmeha 2015an, 12ê cotmeha 2015an | - | 2015 | -
[2015-10-10..] | 10 October 2015 or later | 10 Ekim 2015 veya sonrası | 10ê cotmeha 2015an an jî piştî wê | - | 2015 | -
XXXX-11-01 = 2015-11-01 | 1 November, year not stated | 1 Kasım, yıl belirtilmemiş | 1ê mijdarê, sal nehatiye gotin | 11-01 | 2015 | 2015-11-01, with its basis
XXXX-11-02 = 2015-11 | 2 November, year not stated | 2 Kasım, yıl belirtilmemiş | 2ê mijdarê, sal nehatiye gotin | 11-02 | 2015 | -
/2018 | from an unknown date until 2018 | başlangıcı bilinmiyor, bitişi 2018 | destpêk nayê zanîn, dawî 2018 | - | 2018 | -
../2018 | until 2018 | 2018 ve öncesi | 2018 û berî wê | - | 2018 | -
- | - | - | - | - | undated: No date is recorded here. | -
XXXX-09-03 | 3 September, year not stated | 3 Eylül, yıl belirtilmemiş | 3ê îlonê, sal nehatiye gotin | 09-03 | undated: The year is not stated. | -
../XXXX-09-03 | on or before 3 September, year not stated | 3 Eylül veya öncesi, yıl belirtilmemiş | 3ê îlonê an jî berî wê, sal nehatiye gotin | - | undated: The year is not stated. | -
XXXX-09 | September, year not stated | Eylül, yıl belirtilmemiş | îlon, sal nehatiye gotin | - | undated: The year is not stated. | -
201X | the 2010s | 2010'lu yıllar | salên 2010an | - | undated: The year is known only to ten or a hundred years. | -
20XX | between 2000 and 2099 | 2000 ile 2099 arasında | di navbera 2000 û 2099 de | - | undated: The year is known only to ten or a hundred years. | -
[2015-10-10, XXXX-09-04] | one of: 10 October 2015; 4 September, year not stated | şunlardan biri: 10 Ekim 2015; 4 Eylül, yıl belirtilmemiş | yek ji van: 10ê cotmeha 2015an; 4ê îlonê, sal nehatiye gotin | - | undated: Not each of the possible dates has its year. | -
";

/// The files of a site in `language`, by address.
fn build(language: &str, files: &[(String, String)]) -> BTreeMap<String, String> {
    let config = format!("title = \"Record\"\nbase_url = \"https://record.example/\"\nlanguage = \"{language}\"\n");
    let mut tree = SourceTree::from_texts([("dossier.toml", config.as_str())]);
    for (path, text) in files {
        tree.insert(SourceFile::text(&format!("content/{path}.md"), text));
    }
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(&tree, &options);
    assert_eq!(built.diagnostics, []);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    built.value.files.into_iter().map(|file| (file.route.to_string(), text(&file.bytes))).collect()
}

/// A date as the table writes it, as lines of front matter.
fn front_matter(written: &str) -> String {
    let (date, resolved) = written.split_once(" = ").map_or((written, None), |(date, resolved)| (date, Some(resolved)));
    let date = if date == "-" { String::new() } else { format!("date: \"{date}\"\n") };
    let resolved = resolved.map(|date| format!("resolved: {{date: \"{date}\", basis: The report.}}\n"));
    date + &resolved.unwrap_or_default()
}

/// For each written date an event and a hearing.
fn documents(written: &[&str]) -> Vec<(String, String)> {
    let document = |folder: &str, (number, date): (usize, &&str)| {
        let text = format!("---\ntitle: {folder} {number}\n{}---\n", front_matter(date));
        (format!("{folder}/n{number}"), text)
    };
    let events = written.iter().enumerate().map(|date| document("events", date));
    events.chain(written.iter().enumerate().map(|date| document("hearings", date))).collect()
}

/// What stands between `start` and `end` for the first time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.split_once(start)?.1.split_once(end).map(|(found, _)| found)
}

/// The date of the facts of a page: its words and its `datetime`.
fn stated<'a>(html: &'a str, heading: &str) -> (String, &'a str) {
    let Some(date) = between(html, &format!("<div><dt>{heading}</dt><dd>"), "</dd>") else { return ("-".into(), "-") };
    (between(date, ">", "<").unwrap().replace("&#39;", "'"), between(date, "datetime=\"", "\"").unwrap_or("-"))
}

/// For each event on the timeline its number, and where it stands: its year, or why it has none.
fn timeline(html: &str) -> Vec<(usize, String)> {
    let mut places = Vec::new();
    for section in html.split("<section class=\"year").skip(1) {
        let year = between(section, "<h2 id=\"", "\"").unwrap().trim_start_matches('y');
        for entry in section.split("<li>").skip(1) {
            let Some(number) = between(entry, "events/n", "/") else { continue };
            let why = between(entry, "<p class=\"aside\">", "</p>");
            places.push((number.parse().unwrap(), why.map_or(year.to_owned(), |why| format!("{year}: {why}"))));
        }
    }
    places
}

#[test]
fn every_form_of_a_date_from_its_source_to_every_page() {
    let written: Vec<&str> =
        TABLE.lines().filter(|line| !line.is_empty()).map(|line| line.split(" | ").next().unwrap()).collect();
    // The files stand in another order than the dates, so that it is the dates that decide.
    let mut shuffled = written;
    shuffled.sort_by_key(|date| date.chars().rev().collect::<String>());
    let documents = documents(&shuffled);
    let [english, turkish, kurdish] = ["en", "tr", "ku"].map(|language| build(language, &documents));
    let mut lines = String::from("\n");
    for (number, place) in timeline(&english["/timeline/"]) {
        let page = format!("/events/n{number}/");
        let (words, datetime) = stated(&english[&page], "Date");
        let (turkish, kurdish) = (stated(&turkish[&page], "Tarih").0, stated(&kurdish[&page], "Dîrok").0);
        let feed = &english["/feed.xml"];
        let entry = feed.split("<entry>").find(|entry| entry.contains(&format!("/hearings/n{number}/\"")));
        let published = entry.and_then(|entry| between(entry, "<published>", "T")).unwrap_or("-");
        let basis = if entry.is_some_and(|entry| entry.contains("worked out")) { ", with its basis" } else { "" };
        let date = shuffled[number];
        writeln!(lines, "{date} | {words} | {turkish} | {kurdish} | {datetime} | {place} | {published}{basis}")
            .unwrap();
    }
    assert_eq!(lines, TABLE);
}

/// A site in which a hearing and an event stand under dates that were worked out, and everything that lists them.
fn worked_out() -> BTreeMap<String, String> {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    build(
        "en",
        &[
            file("cases/fire", "---\ntitle: Fire case\nabout: \"[[The fire]]\"\n---\n"),
            file(
                "hearings/first",
                "---\ntitle: First hearing\ncase: \"[[Fire case]]\"\nplace: \"[[Pier]]\"\ndate: XXXX-09-03\n\
                 resolved: {date: 2016-09-03, basis: The second one was in 2016.}\nwitnesses: \"[[Ada]]\"\n---\n\n\
                 > [!testimony] [[Ada]] ^s1\n> about: [[The fire]]\n> status: reported\n> via: [[Notes]]\n>\n> Saw the fire.\n",
            ),
            file(
                "hearings/second",
                "---\ntitle: Second hearing\ncase: \"[[Fire case]]\"\ndate: 2016-10-03\nwitnesses: \"[[Ada]]\"\n---\n",
            ),
            file("hearings/third", "---\ntitle: Third hearing\ncase: \"[[Fire case]]\"\nwitnesses: \"[[Ada]]\"\n---\n"),
            file(
                "events/fire",
                "---\ntitle: The fire\nplace: \"[[Pier]]\"\ndate: XXXX-09-03\n\
                 resolved: {date: 2015-09-03, basis: The second one was in 2016.}\n---\n",
            ),
            file("places/pier", "---\nname: Pier\n---\n"),
            file("people/ada", "---\nname: Ada\n---\n"),
            file("sources/notes", "---\ntitle: Notes\n---\n"),
            file(
                "dossiers/night",
                "---\ntitle: The night\ndate: 2017-01-01\n---\n\nOn [[The fire]] and the [[First hearing]].\n",
            ),
        ],
    )
}

#[test]
fn a_date_that_was_worked_out_never_stands_without_its_basis() {
    let files = worked_out();
    let mut shown = Vec::new();
    // In the data the basis has a column of its own beside the date.
    for (address, text) in files.iter().filter(|(address, _)| !address.starts_with("/data/")) {
        // Calendars fold their lines.
        let html = text.replace("\r\n ", "");
        let count = html.matches("3 September, year not stated").count();
        assert_eq!(
            html.matches("The second one was in 2016.").count(),
            count
                .max(["<published>2015-09", "<published>2016-09"].map(|day| html.matches(day).count()).iter().sum())
                .max(html.matches("DTSTART;VALUE=DATE:201609").count()),
            "{address}"
        );
        assert_eq!(
            html.matches("worked out by the authors").count(),
            html.matches("The second one was in 2016.").count(),
            "{address}"
        );
        if count > 0 {
            shown.push(address.as_str());
        }
    }
    assert_eq!(
        shown,
        [
            "/",
            "/cases/fire/",
            "/events/",
            "/events/fire/",
            "/hearings/",
            "/hearings/first/",
            "/network/",
            "/network/cases/fire/",
            "/people/ada/",
            "/places/pier/",
            "/search/cards/0.js",
            "/sources/notes/",
            "/timeline/",
            "/timeline/cases/fire/",
        ]
    );
}

/// What a find shows: the date of its source, and beside it the one by which it is found under its year, with the basis.
#[test]
fn a_find_shows_the_date_that_was_worked_out_with_its_basis() {
    let files = worked_out();
    let date = |year: &str| {
        let basis = "The second one was in 2016.";
        format!("\"3 September, year not stated (worked out by the authors as 3 September {year}: {basis})\",\"\"")
    };
    let cards: Vec<_> = files["/search/cards/0.js"].lines().filter(|line| line.contains("not stated")).collect();
    assert_eq!(cards.len(), 3);
    assert!(cards.iter().filter(|card| card.contains("hearings/first/")).all(|card| card.contains(&date("2016"))));
    assert!(cards.iter().filter(|card| card.contains("events/fire/")).all(|card| card.contains(&date("2015"))));
    assert!(files["/search/facets.js"].contains("2015") && files["/search/facets.js"].contains("2016"));
}

#[test]
fn lists_stand_by_the_date_that_was_worked_out_and_the_undated_last() {
    let files = worked_out();
    let order = |address: &str, from: &str| -> String {
        let html = files[address].split_once(from).unwrap().1.split("</section>").next().unwrap();
        let mut places: Vec<_> = ["first", "second", "third"]
            .iter()
            .filter_map(|name| Some((html.find(&format!("hearings/{name}/"))?, *name)))
            .collect();
        places.sort_unstable();
        places.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order("/people/ada/", "<h2 id=\"hearings\">"), "second first third");
    assert_eq!(order("/", "<h2 id=\"hearings\">"), "second first third");
    assert_eq!(order("/cases/fire/", "<h2 id=\"hearings\">"), "first second third");
    assert_eq!(order("/timeline/", "<h2 id=\"y2016\">"), "first second");
    assert_eq!(order("/timeline/", "<h2 id=\"undated\">"), "third");
    assert_eq!(order("/hearings/", "<h3 id=\"undated\">"), "third");
}

#[test]
fn corrections_and_replies_stand_newest_first_and_the_undated_last() {
    let record = "---\nname: Ada\ncorrections:\n  - {date: XXXX-09-03, what: Undated.}\n  - {date: 2019, what: Old.}\n  - {date: 2020-05, what: New.}\n\
                  replies:\n  - {from: Ada, date: XXXX-09, text: Undated.}\n  - {from: Ada, date: 2019, text: Old.}\n  - {from: Ada, date: 2020, text: New.}\n---\n";
    let files = build("en", &[("people/ada".into(), record.into())]);
    for section in ["corrections", "replies"] {
        let html = files["/people/ada/"].split_once(&format!("<h2 id=\"{section}\">")).unwrap().1;
        let at = |words: &str| html.find(words).unwrap();
        assert!(at("New.") < at("Old.") && at("Old.") < at("Undated."), "{section}");
    }
}

#[test]
fn statements_stand_by_the_dates_of_their_pages_and_the_undated_last() {
    let hearing = |date: &str, words: &str| {
        format!(
            "---\ntitle: {words}\n{date}---\n\n> [!testimony] [[Ada]] ^s1\n> status: reported\n> via: [[Notes]]\n>\n> {words}.\n"
        )
    };
    let dates = [
        "",
        "date: 2016\n",
        "date: XXXX-01-01\nresolved: {date: 2014-01-01, basis: x}\n",
        "date: XXXX-01\n",
        "date: ../2015\n",
    ];
    let words = ["None", "Sixteen", "Resolved", "Yearless", "Fifteen"];
    let mut files: Vec<(String, String)> =
        dates.iter().zip(words).map(|(date, words)| (format!("hearings/{words}"), hearing(date, words))).collect();
    files.push(("people/ada".into(), "---\nname: Ada\n---\n".into()));
    files.push(("sources/notes".into(), "---\ntitle: Notes\n---\n".into()));
    let built = build("en", &files);
    let html = built["/people/ada/"].split_once("<h2 id=\"said-by\">").unwrap().1;
    let mut order: Vec<_> = words.map(|words| (html.find(&format!("<p>{words}.")).unwrap(), words)).into();
    order.sort_unstable();
    let order: Vec<_> = order.into_iter().map(|(_, words)| words).collect();
    assert_eq!(order, ["Resolved", "Fifteen", "Sixteen", "None", "Yearless"]);
}

/// HTML knows a day, a month, a year and a day without a year. Source: HTML, 4.5.14, `datetime` of `time`.
fn is_of_html(datetime: &str) -> bool {
    let form: String = datetime.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    matches!(form.as_str(), "0000" | "0000-00" | "0000-00-00" | "00-00")
}

#[test]
fn every_datetime_is_one_that_html_knows_and_files_for_programs_hold_exact_days_alone() {
    let written: Vec<&str> =
        TABLE.lines().filter(|line| !line.is_empty()).map(|line| line.split(" | ").next().unwrap()).collect();
    let files = build("en", &documents(&written));
    let mut met = 0;
    for (address, text) in &files {
        for datetime in text.split("datetime=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(is_of_html(datetime), "{address}: {datetime}");
            met += 1;
        }
    }
    assert!(met > 40, "{met}");
    let feed = &files["/feed.xml"];
    for element in ["<published>", "<updated>"] {
        for date in feed.split(element).skip(1).map(|rest| rest.split('<').next().unwrap()) {
            assert!(date.len() == 20 && date.ends_with("T00:00:00Z") && is_of_html(&date[..10]), "{date}");
        }
    }
    assert_eq!(feed.matches("<entry>").count(), TABLE.lines().filter(|line| line.contains(" | 2015-")).count() - 1);
    assert!(!files["/sitemap.xml"].contains("lastmod"));
}
