//! What styles make of the sources of a dossier.

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::Style;
use proptest::prelude::*;
use rayon::prelude::*;

use super::super::facts::{Calendar, Facts, Published};
use super::{Machine, plain};
use crate::document::front_matter::SourceForm;
use crate::foundation::html::escape;
use crate::foundation::language::Language;
use crate::source::config::{CITATION_STYLES, CitationStyle};

const FORMS: [SourceForm; 10] = [
    SourceForm::Article,
    SourceForm::Judgment,
    SourceForm::Minutes,
    SourceForm::Indictment,
    SourceForm::Record,
    SourceForm::Audio,
    SourceForm::Video,
    SourceForm::Photo,
    SourceForm::Post,
    SourceForm::Notes,
];

const ADDRESS: &str = "<a href=\"https://example.org/a?b=1&amp;c=2\" class=\"external\" rel=\"noopener noreferrer\">https://example.org/a?b=1&amp;c=2</a>";

fn tag(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn day(year: i32, month: u8, day: u8) -> Calendar {
    Calendar { year, month: Some(month), day: Some(day) }
}

fn facts(form: SourceForm) -> Facts {
    Facts {
        form: Some(form),
        title: "İlhami’nin ışığı and the Way of 3 things".into(),
        authors: vec!["Ayşe Yılmaz İnci".into()],
        publisher: Some("Iğdır Postası".into()),
        published: Some(Published { words: "3 September 2020".into(), calendar: Some(day(2020, 9, 3)) }),
        url: Some("https://example.org/a?b=1&c=2".into()),
        accessed: Some(day(2021, 1, 5)),
    }
}

fn uncertain(facts: Facts) -> Facts {
    Facts { published: Some(Published { words: "yaklaşık 2015".into(), calendar: None }), ..facts }
}

fn entries(style: &str, language: &str, facts: &[Facts]) -> Vec<Option<String>> {
    let machine = Machine::load(CitationStyle::named(style).unwrap(), &tag("en"));
    facts.iter().map(|facts| machine.entry(facts, &tag(language))).collect()
}

#[test]
fn the_default_style_names_every_kind_of_source() {
    let found = entries(CitationStyle::default().name(), "en", &FORMS.map(facts));
    let quoted = |publisher: &str| {
        format!("Ayşe Yılmaz İnci. “İlhami’nin ışığı and the Way of 3 things.” {publisher}, 3 Sept. 2020, {ADDRESS}.")
    };
    let set_off = || {
        format!(
            "Ayşe Yılmaz İnci. <i>İlhami’nin ışığı and the Way of 3 things</i>. Iğdır Postası, 3 Sept. 2020, {ADDRESS}."
        )
    };
    assert_eq!(
        found.into_iter().map(Option::unwrap).collect::<Vec<_>>(),
        [
            quoted("<i>Iğdır Postası</i>"),
            quoted("Iğdır Postası"),
            quoted("Iğdır Postası"),
            quoted("Iğdır Postası"),
            quoted("Iğdır Postası"),
            set_off(),
            quoted("Iğdır Postası"),
            set_off(),
            set_off(),
            quoted("Iğdır Postası"),
        ]
    );
}

#[test]
fn dates_and_words_are_those_of_the_page() {
    let form = |form| [facts(form), uncertain(facts(form))];
    let all: Vec<_> = ["tr", "en-GB", "ku"]
        .iter()
        .flat_map(|language| entries("apa", language, &form(SourceForm::Article)))
        .map(|entry| entry.unwrap().split(" İlhami").next().unwrap().to_owned())
        .collect();
    assert_eq!(
        all,
        [
            "Ayşe Yılmaz İnci. (2020, Eylül 3).",
            "Ayşe Yılmaz İnci. (yaklaşık 2015).",
            "Ayşe Yılmaz İnci. (2020, September 3).",
            "Ayşe Yılmaz İnci. (yaklaşık 2015).",
            "Ayşe Yılmaz İnci. (3 September 2020).",
            "Ayşe Yılmaz İnci. (yaklaşık 2015).",
        ]
    );
}

#[test]
fn no_date_looks_more_exact_than_it_is() {
    let year = Published { words: "2015".into(), calendar: Some(Calendar { year: 2015, month: None, day: None }) };
    let month =
        Published { words: "October 2015".into(), calendar: Some(Calendar { month: Some(10), day: None, year: 2015 }) };
    let about = Published { words: "about 2015".into(), calendar: None };
    let of = |published| Facts { published, ..facts(SourceForm::Article) };
    let found = entries(CitationStyle::default().name(), "en", &[Some(year), Some(month), Some(about), None].map(of));
    let before = "Ayşe Yılmaz İnci. “İlhami’nin ışığı and the Way of 3 things.” <i>Iğdır Postası</i>";
    assert_eq!(
        found.into_iter().map(Option::unwrap).collect::<Vec<_>>(),
        [
            format!("{before}, 2015, {ADDRESS}."),
            format!("{before}, Oct. 2015, {ADDRESS}."),
            format!("{before}, about 2015, {ADDRESS}."),
            format!("{before}, {ADDRESS}. Accessed 5 Jan. 2021."),
        ]
    );
}

#[test]
fn what_authors_write_stays_text_and_names_stay_as_they_are() {
    let hostile = Facts {
        title: "<script>alert(1)</script>".into(),
        authors: vec!["\"onmouseover=\"x".into(), "de la Cruz, Juan".into(), "İ. Ş. <b>".into()],
        publisher: Some("A & B 'c' $x^2$ `d`".into()),
        url: Some("https://example.org/\"onclick=\"x".into()),
        ..facts(SourceForm::Post)
    };
    let found = entries(CitationStyle::default().name(), "en", &[hostile]);
    assert_eq!(
        found[0].as_deref().unwrap(),
        "&quot;onmouseover=&quot;x, et al. <i>&lt;script&gt;alert(1)&lt;/script&gt;</i>. A &amp; B &#39;c&#39; $x^2$ `d`, 3 Sept. 2020, \
         <a href=\"https://example.org/&quot;onclick=&quot;x\" class=\"external\" rel=\"noopener noreferrer\">\
         https://example.org/&quot;onclick=&quot;x</a>."
    );
}

/// A title that holds the sign for an uncertain date would be changed by it: no style writes that entry.
#[test]
fn the_sign_for_uncertain_dates_cannot_be_planted() {
    let planted = Facts { title: "Report 87654321".into(), ..facts(SourceForm::Article) };
    assert_eq!(entries("apa", "en", &[uncertain(planted.clone()), planted]), [None, None]);
}

#[test]
fn the_styles_that_can_be_chosen_leave_nothing_out() {
    let locales = archive::locales();
    let whole = |style: &ArchivedStyle| {
        let Style::Independent(independent) = style.get() else { return false };
        let machine = Machine { style: Some(independent), locales: locales.clone(), site: tag("en") };
        // Nor do they write a number of their own before the entry, or one stop after another.
        let is_neat = |entry: String| {
            let ends = ["..", ".”.", ";.", ",.", "  "];
            !entry.starts_with(|first: char| first.is_ascii_digit()) && !ends.iter().any(|end| entry.contains(end))
        };
        let known = FORMS.iter().all(|form| machine.entry(&facts(*form), &tag("en")).is_some_and(is_neat));
        known && FORMS.iter().all(|form| machine.entry(&uncertain(facts(*form)), &tag("tr")).is_some_and(is_neat))
    };
    let mut names: Vec<&str> = ArchivedStyle::all()
        .par_iter()
        .filter(|style| whole(style))
        .flat_map_iter(|style| style.names())
        .copied()
        .collect();
    names.sort_unstable();
    assert_eq!(names, CITATION_STYLES);
}

#[test]
fn all_html_is_ours_whatever_the_facts_are() {
    let machine = Machine::load(CitationStyle::default(), &tag("en"));
    let words = || "\\PC{1,20}|[<>&\"'$`*_{}.,) ]{1,8}|İ. Ş.|87654321";
    let forms = prop::sample::select(&FORMS[..]);
    proptest!(|(title in words(), author in words(), publisher in words(), path in words(), form in forms, is_exact: bool)| {
        let address = format!("https://example.org/{path}");
        let (url, publisher) = (Some(address.clone()), Some(publisher));
        let facts = Facts { title, authors: vec![author], publisher, url, ..facts(form) };
        let facts = if is_exact { facts } else { uncertain(facts) };
        for html in [machine.entry(&facts, &tag("tr")), Some(plain::entry(&facts))].into_iter().flatten() {
            let link = format!("<a href=\"{}\" class=\"external\" rel=\"noopener noreferrer\">", escape(&address));
            let tags = ["i", "b", "sup", "sub", "cite", "a"];
            let text = tags.iter().fold(html.replace(&link, ""), |text, tag| {
                text.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "")
            });
            prop_assert!(!text.contains(['<', '>', '"', '\'']), "{html}");
        }
    });
}
