//! Pages in several languages. What the main file keeps back, no translation gives away: random flags of a main file beside
//! translations full of words that must be nowhere. And where the languages of a page lead.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Severity;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;
use proptest::prelude::*;

/// The files of a site, by their paths.
type Files = BTreeMap<String, String>;

fn build(files: &[(String, String)]) -> (Files, Vec<String>) {
    let tree = SourceTree::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let built = Pipeline::default().build(&tree, &Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap()));
    let errors = built.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    let errors = errors.map(|found| format!("{}: {}", found.code.name(), found.message)).collect();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let made = built.value.files.iter().map(|file| (file.route.output_path(), text(&file.bytes)));
    (made.collect(), errors)
}

fn site(files: &[(&str, &str)]) -> Files {
    let config = "title = \"Record\"\nbase_url = \"https://record.example/\"\nlanguages = [\"tr\", \"ar\"]\n";
    let config = [("dossier.toml", config)];
    let all = files.iter().chain(&config);
    let (files, errors) = build(&all.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect::<Vec<_>>());
    assert_eq!(errors, [] as [&str; 0]);
    files
}

/// How a main file keeps something back.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kept {
    Draft,
    Embargoed,
    WithoutPage,
    DraftTranslation,
    Published,
}

const KEPT: [Kept; 5] = [Kept::Draft, Kept::Embargoed, Kept::WithoutPage, Kept::DraftTranslation, Kept::Published];

impl Kept {
    const fn main(self) -> &'static str {
        match self {
            Self::Draft => "name: Mainword\ndraft: true\n",
            Self::Embargoed => "name: Mainword\npublish_after: 2027-01-01T00:00:00Z\n",
            Self::WithoutPage => "label: somebody\nwithheld: {how: by-us, why: safety}\npage: false\n",
            Self::DraftTranslation | Self::Published => "name: Mainword\n",
        }
    }

    const fn translation(self) -> &'static str {
        match self {
            Self::WithoutPage => "label: biri\nsummary: Secretsummary\n",
            Self::DraftTranslation => {
                "title: Secrettitle\naliases: [Secretalias]\nsummary: Secretsummary\ndraft: true\n"
            }
            _ => "title: Secrettitle\naliases: [Secretalias]\nsummary: Secretsummary\n",
        }
    }
}

/// Person `number`, kept back like `kept`, and the translation into each of `languages`; other pages link to each.
fn person(number: usize, kept: Kept, languages: &[&str]) -> Vec<(String, String)> {
    let mut files = vec![(format!("content/people/p{number}.md"), format!("---\n{}---\nMainbody.\n", kept.main()))];
    for language in languages {
        let words = kept.translation();
        let body = "## Secretheading\n\nSecretbody [[Ada|Secretlabel]].\n";
        files.push((format!("content/people/p{number}.{language}.md"), format!("---\n{words}---\n{body}")));
    }
    files
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_main_file_keeps_back_no_translation_gives_away(
        kept in proptest::sample::select(&KEPT[..4]),
        languages in proptest::sample::subsequence(vec!["tr", "ku", "ar"], 1..=3),
        links in any::<bool>(),
    ) {
        let config = "title = \"Record\"\nbase_url = \"https://record.example/\"\nlanguages = [\"tr\", \"ku\", \"ar\"]\n";
        let mut files = vec![("dossier.toml".to_owned(), config.to_owned())];
        files.push(("content/people/ada.md".into(), "---\nname: Ada\n---\n".into()));
        let link = if links { "See [[people/p1]].\n" } else { "Nothing.\n" };
        files.push(("content/about.md".into(), format!("---\ntitle: About\n---\n{link}")));
        files.push(("content/about.tr.md".into(), format!("---\ntitle: Hakkında\n---\n{link}")));
        files.extend(person(1, kept, &languages));
        let (built, errors) = build(&files);
        prop_assert_eq!(errors, [] as [&str; 0]);
        let holders: Vec<&String> = built.iter().filter(|(path, text)| path.contains("Secret") || text.contains("Secret")).map(|(path, _)| path).collect();
        prop_assert_eq!(holders, [] as [&str; 0]);
        for language in languages {
            let path = format!("{language}/people/p1/index.html");
            prop_assert!(!built.contains_key(&path), "{}", path);
        }
    }
}

/// The property above can fail: a published person's words are found.
#[test]
fn words_of_a_published_translation_are_in_its_own_language_alone() {
    let mut files = vec![("dossier.toml".to_owned(), "title = \"Record\"\nlanguages = [\"tr\", \"ku\"]\n".to_owned())];
    files.push(("content/people/ada.md".into(), "---\nname: Ada\n---\n".into()));
    files.extend(person(1, Kept::Published, &["tr"]));
    let (built, errors) = build(&files);
    assert_eq!(errors, [] as [&str; 0]);
    let holders: Vec<&str> =
        built.iter().filter(|(_, text)| text.contains("Secret")).map(|(path, _)| path.as_str()).collect();
    let expected = [
        "tr/index/index.html",
        "tr/people/index.html",
        "tr/people/p1/index.html",
        "tr/search/cards/0.js",
        "tr/search/names/0.js",
    ];
    assert_eq!(holders, expected);
}

/// The words on which a date that was worked out rests are those of the main file, in every language of the site.
#[test]
fn the_basis_of_a_date_says_its_language_where_that_is_not_the_pages() {
    let resolved = |basis: &str| format!("date: XXXX-02-14\nresolved: {{date: 2021-02-14, basis: {basis}}}\n");
    let fire = format!("---\ntitle: The fire\n{}---\n", resolved("The year of the case"));
    let flood = format!("---\ntitle: Sel\nlang: tr\n{}---\n", resolved("Davanın yılı"));
    let built = site(&[
        ("content/events/fire.md", &fire),
        ("content/events/fire.tr.md", "---\ntitle: Yangın\n---\n"),
        ("content/events/flood.md", &flood),
    ]);
    let spans = |path: &str| -> Vec<String> {
        let spans = built[path].split("<span dir=\"auto\"").skip(1).filter_map(|rest| rest.split("</span>").next());
        spans.filter(|span| span.contains("The year") || span.contains("yılı")).map(str::to_owned).collect()
    };
    assert_eq!(spans("events/fire/index.html"), [">The year of the case"]);
    assert_eq!(spans("tr/events/fire/index.html"), [" lang=\"en\">The year of the case"]);
    assert_eq!(spans("events/flood/index.html"), [">Davanın yılı"]);
    assert_eq!(spans("timeline/index.html"), [">The year of the case", " lang=\"tr\">Davanın yılı"]);
    assert_eq!(spans("tr/timeline/index.html"), [" lang=\"en\">The year of the case", ">Davanın yılı"]);
}

#[test]
fn a_file_named_like_a_translation_is_never_a_page_of_its_own() {
    let files = [
        ("dossier.toml", "title = \"Record\"\n"),
        ("content/people/ada.md", "---\nname: Ada\ndraft: true\n---\n"),
        ("content/people/ada.tr.md", "---\ntitle: Secrettitle\n---\nSecretbody.\n"),
    ];
    let (built, errors) = build(&files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    assert_eq!(errors, ["invalid-translation: the site is not in the language `tr`"]);
    assert!(built.values().all(|text| !text.contains("Secret")));
}

#[test]
fn every_page_leads_to_itself_in_the_other_languages_or_to_what_is_nearest() {
    let built = site(&[
        ("content/people/ada.md", "---\nname: Ada\n---\n"),
        ("content/people/ada.tr.md", "---\nsummary: Memur.\n---\n"),
        ("content/people/cem.md", "---\nname: Cem\n---\nKnows [[Ada]].\n"),
    ]);
    let part = |path: &str, from: &str, to: &str| {
        let text = &built[path];
        let start = text.find(from).unwrap_or_else(|| panic!("{path}: {from}\n{text}"));
        let rest = &text[start..];
        rest[..rest.find(to).unwrap()].to_owned()
    };
    let alternates = |path: &str| {
        let lines = built[path].lines().filter(|line| line.contains("hreflang=") && line.starts_with("<link"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        alternates("tr/people/ada/index.html"),
        [
            r#"<link rel="alternate" hreflang="en" href="https://record.example/people/ada/">"#,
            r#"<link rel="alternate" hreflang="x-default" href="https://record.example/people/ada/">"#,
            r#"<link rel="alternate" hreflang="tr" href="https://record.example/tr/people/ada/">"#,
        ]
    );
    assert_eq!(
        part("people/cem/index.html", "<nav class=\"languages\"", "</nav>"),
        r#"<nav class="languages" aria-label="Languages">
<ul>
<li><span lang="en" dir="ltr" aria-current="true">English</span></li>
<li><a href="../../tr/people/index.html" lang="tr" hreflang="tr" dir="ltr">Türkçe</a> (this page not yet)</li>
<li><a href="../../ar/people/index.html" lang="ar" hreflang="ar" dir="rtl">العربية</a> (this page not yet)</li>
</ul>
"#
    );
    let head = part("ar/people/index.html", "<html", ">");
    assert_eq!(head, r#"<html lang="ar" dir="rtl""#);
    assert!(
        part("ar/people/index.html", "<ul class=\"plain rows\"", "</ul>")
            .contains(r#"<a href="../../people/ada/index.html" dir="auto" lang="en">Ada</a>"#)
    );
    assert!(
        part("tr/people/index.html", "<ul class=\"plain rows\"", "</ul>")
            .contains(r#"<a href="../../tr/people/ada/index.html" dir="auto">Ada</a>"#)
    );
}

#[test]
fn each_language_has_a_search_of_its_own_over_all_that_is_published() {
    let built = site(&[
        ("content/people/ada.md", "---\nname: Ada\nsummary: A clerk.\n---\n"),
        ("content/people/ada.tr.md", "---\nsummary: Kâtip.\n---\n"),
        ("content/people/cem.md", "---\nname: Cem\nsummary: A witness.\n---\n"),
    ]);
    assert_eq!(
        built["tr/search/cards/0.js"],
        "dossierSearch(\"cards/0\", [\n\
         [0,\"Ada\",\"tr/people/ada/index.html\",\"\",\"\",\"Kâtip.\",\"\",[]],\n\
         [0,\"Cem\",\"people/cem/index.html\",\"\",\"\",\"A witness.\",\"en\",[]]\n\
         ])\n"
    );
    let (own, main) = (&built["tr/search/words/0.js"], &built["search/words/0.js"]);
    assert!(own.contains("\"katip\"") && own.contains("\"witness\"") && !own.contains("\"clerk\""), "{own}");
    assert!(main.contains("\"clerk\"") && !main.contains("katip"), "{main}");
    for (path, action) in [
        ("tr/people/ada/index.html", "action=\"../../../tr/search/index.html\" method=\"get\" data-root=\"../../../\""),
        ("people/cem/index.html", "action=\"../../search/index.html\" method=\"get\" data-root=\"../../\""),
        ("tr/search/index.html", "action=\"../../tr/search/index.html\" method=\"get\""),
    ] {
        assert!(built[path].contains(action), "{path}: {}", built[path]);
    }
    assert!(built["tr/search/index.html"].contains("<h1>Arama</h1>"), "{}", built["tr/search/index.html"]);
    assert!(built["tr/search/index.html"].contains("href=\"../../tr/index/index.html\""));
}

#[test]
fn an_edit_of_a_translation_renders_as_a_clean_build_does() {
    let files = |words: &str| {
        let texts = [
            ("dossier.toml", "title = \"Record\"\nlanguages = [\"tr\"]\n".to_owned()),
            ("content/people/ada.md", "---\nname: Ada\n---\nEnglish.\n".to_owned()),
            ("content/people/ada.tr.md", format!("---\ntitle: Ada\nsummary: Memur.\n---\n{words}\n")),
        ];
        SourceTree::from_texts(texts.iter().map(|(path, text)| (*path, text.as_str())))
    };
    let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
    let mut warm = Pipeline::default();
    drop(warm.build(&files("Bir."), &options));
    let edited = warm.build(&files("İki."), &options).value;
    assert_eq!((edited.counts.parsed, edited.counts.rendered), (1, 1));
    assert_eq!(edited.files, Pipeline::default().build(&files("İki."), &options).value.files);
}

/// Corrections and replies stand in the main file alone, so on a translated page they say in which language they are.
#[test]
fn corrections_and_replies_on_a_translated_page_are_marked_with_their_language() {
    let record = |words: &str| {
        format!(
            "corrections:\n  - {{date: 2021-02-01, what: What {words}., was: Was {words}, now: Now {words}}}\n\
             replies:\n  - {{from: From {words}, date: 2021-04-01, text: Text {words}.}}\n"
        )
    };
    let built = site(&[
        ("content/people/ada.md", &format!("---\nname: Ada\n{}---\n", record("English"))),
        ("content/people/ada.tr.md", "---\nsummary: Memur.\n---\n"),
        ("content/people/cem.md", &format!("---\nname: Cem\nlang: ku\n{}---\n", record("Kurdish"))),
        ("content/people/cem.tr.md", "---\nsummary: Muhabir.\n---\n"),
    ]);
    let marks = |path: &str, language: &str| -> Vec<Option<String>> {
        let words = ["What", "Was", "Now", "From", "Text"].map(|word| format!("{word} {language}"));
        words
            .iter()
            .map(|words| {
                let before = built[path].split_once(words.as_str()).unwrap_or_else(|| panic!("{path}: {words}")).0;
                let mut tags =
                    before.rsplit('<').take_while(|tag| !tag.starts_with("figure") && !tag.starts_with("li"));
                let lang = tags.find_map(|tag| tag.split_once(" lang=\""));
                lang.map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
            })
            .collect()
    };
    let all = |language: Option<&str>| vec![language.map(str::to_owned); 5];
    assert_eq!(marks("people/ada/index.html", "English"), all(None));
    assert_eq!(marks("tr/people/ada/index.html", "English"), all(Some("en")));
    assert_eq!(marks("people/cem/index.html", "Kurdish"), all(None));
    assert_eq!(marks("tr/people/cem/index.html", "Kurdish"), all(Some("ku")));
    for (path, language, mark) in [
        ("corrections/index.html", "English", None),
        ("corrections/index.html", "Kurdish", Some("ku")),
        ("tr/corrections/index.html", "English", Some("en")),
        ("tr/corrections/index.html", "Kurdish", Some("ku")),
    ] {
        assert_eq!(marks(path, language), all(mark), "{path}: {language}");
    }
}
