//! What the search of a site knows and what it does not: whole sites in, the files of the search out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Severity;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;

/// The files of the search of a site, by their names below `search/`.
fn search(texts: &[(&str, &str)]) -> BTreeMap<String, String> {
    let tree = SourceTree::from_texts(texts.iter().copied());
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(&tree, &options);
    let errors: Vec<_> = built.diagnostics.iter().filter(|found| found.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let files = built.value.files.into_iter().filter(|file| file.route.output_path().starts_with("search/"));
    let files = files.filter(|file| file.media_type.as_str().starts_with("text/javascript"));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    files.map(|file| (file.route.output_path().replace("search/", ""), text(&file.bytes))).collect()
}

/// The files that hold `text`.
fn holding<'a>(files: &'a BTreeMap<String, String>, text: &str) -> Vec<&'a str> {
    files.iter().filter(|(_, content)| content.contains(text)).map(|(name, _)| name.as_str()).collect()
}

const CONFIG: (&str, &str) = ("dossier.toml", "title = \"Record\"\n");

#[test]
fn a_small_site_is_found_whole() {
    let files = search(&[
        CONFIG,
        ("content/people/bali.md", "---\nname: İlhami Balı\naliases: [\"Ebu Zilan\"]\n---\n\nKurt'un adı.\n"),
        ("content/hearings/one.md", "---\ntitle: First hearing\ndate: 2020-09-03\nsummary: It was short.\n---\n"),
    ]);
    let expected = [
        (
            "cards/0.js",
            "dossierSearch(\"cards/0\", [\n\
             [0,\"İlhami Balı\",\"people/bali/index.html\",\"\",\"\",\"Kurt’un adı.\",\"\",[\"Ebu Zilan\"]],\n\
             [1,\"First hearing\",\"hearings/one/index.html\",\"3 September 2020\",\"2020-09-03\",\"It was short.\",\"\",[]]\n\
             ])\n",
        ),
        (
            "facets.js",
            "dossierSearch(\"facets\", {\"kind\":{\"values\":[[\"person\",\"\"],[\"hearing\",\"\"]],\"sets\":[[0],[1]],\"runs\":\"#!$!\"},\
             \"case\":{\"values\":[],\"sets\":[],\"runs\":\"!#\"},\"role\":{\"values\":[],\"sets\":[],\"runs\":\"!#\"},\
             \"year\":{\"values\":[[\"2020\",\"\"]],\"sets\":[[0]],\"runs\":\"!!#!\"},\
             \"language\":{\"values\":[[\"en\",\"\"]],\"sets\":[[0]],\"runs\":\"##\"},\
             \"status\":{\"values\":[],\"sets\":[],\"runs\":\"!#\"}})\n",
        ),
        (
            "head.js",
            "dossierSearch(\"head\", {\"format\":1,\"count\":2,\"cards\":12,\"kinds\":[\"person\",\"hearing\",\"case\",\"organisation\",\
             \"place\",\"event\",\"dossier\",\"source\",\"page\",\"statement\"],\"words\":[\"\"],\"names\":[\"\"]})\n",
        ),
        (
            "names/0.js",
            "dossierSearch(\"names/0\", [\n\
             [\"İlhami Balı\",0,\"people/bali/index.html\",\"\"],\n\
             [\"Ebu Zilan\",0,\"people/bali/index.html\",\"İlhami Balı\"],\n\
             [\"First hearing\",1,\"hearings/one/index.html\",\"3 September 2020\"]\n\
             ])\n",
        ),
        (
            "words/0.js",
            "dossierSearch(\"words/0\", [\n\
             [\"adi\",1,\"\",\"!\"],\n[\"bali\",1,\"$\",\"\"],\n[\"ebu\",1,\"#\",\"\"],\n[\"first\",1,\"*\",\"\"],\n\
             [\"hearing\",1,\"+\",\"\"],\n[\"ilhami\",1,\"#\",\"\"],\n[\"it\",1,\"\",\"(\"],\n[\"kurt\",1,\"\",\"!\"],\n\
             [\"kurtun\",1,\"\",\"!\"],\n[\"short\",1,\"\",\"(\"],\n[\"was\",1,\"\",\"(\"],\n[\"zilan\",1,\"$\",\"\"]\n\
             ])\n",
        ),
    ];
    for (name, text) in expected {
        assert_eq!(files[name], text, "{name}");
    }
    assert_eq!(files.len(), expected.len());
}

#[test]
fn a_page_that_asks_search_engines_to_stay_away_is_left_out_with_its_statements_and_as_a_case() {
    let files = search(&[
        CONFIG,
        ("content/sources/paper.md", "---\ntitle: Paper\n---\n"),
        ("content/people/ada.md", "---\nname: Ada Zilan\nnoindex: true\n---\n\nZurna.\n"),
        ("content/cases/quiet.md", "---\ntitle: Zembil case\nnoindex: true\n---\n"),
        (
            "content/hearings/one.md",
            "---\ntitle: Zerdali\nnoindex: true\ncase: \"[[quiet]]\"\n---\n\n\
             > [!act] unattributed ^s1\n> status: reported\n> via: [[paper]]\n>\n> Zeytin.\n",
        ),
        ("content/dossiers/all.md", "---\ntitle: All\ncases: [\"[[quiet]]\"]\n---\n\nNothing.\n"),
    ]);
    for word in ["zilan", "Zilan", "zurna", "Zembil", "zembil", "zerdali", "Zerdali", "zeytin", "Zeytin"] {
        assert_eq!(holding(&files, word), [""; 0], "{word}");
    }
    assert_eq!(holding(&files, "nothing"), ["words/0.js"]);
}

#[test]
fn a_person_who_is_not_named_is_found_by_the_label_alone() {
    let files = search(&[
        CONFIG,
        ("content/sources/paper.md", "---\ntitle: Paper\n---\n"),
        ("content/cases/case.md", "---\ntitle: The case\nwitnesses: [\"[[p-7m2x]]\"]\n---\n"),
        (
            "content/people/p-7m2x.md",
            "---\nid: p-7m2x\nlabel: a shepherd\naliases: [\"Zilan\"]\nsummary: Zurna.\nwithheld: {how: by-us, why: safety}\n---\n\n\
             Zembil.\n\n> [!act] unattributed ^s1\n> status: reported\n> via: [[paper]]\n>\n> Zeytin.\n",
        ),
    ]);
    for word in ["zilan", "Zilan", "zurna", "Zurna", "zembil", "Zembil", "zeytin", "Zeytin", "witnesses"] {
        assert_eq!(holding(&files, word), [""; 0], "{word}");
    }
    assert_eq!(holding(&files, "shepherd"), ["cards/0.js", "names/0.js", "words/0.js"]);
}

#[test]
fn drafts_and_what_is_embargoed_leave_no_word() {
    let files = search(&[
        CONFIG,
        ("content/people/ada.md", "---\nname: Ada Zilan\ndraft: true\n---\n\nZurna.\n"),
        ("content/dossiers/late.md", "---\ntitle: Zembil\npublish_after: 2027-01-01T00:00+00:00\n---\n\nZeytin.\n"),
    ]);
    for word in ["zilan", "Zilan", "zurna", "zembil", "Zembil", "zeytin"] {
        assert_eq!(holding(&files, word), [""; 0], "{word}");
    }
}

#[test]
fn the_words_of_a_statement_lead_to_the_statement_and_withdrawn_ones_nowhere() {
    let files = search(&[
        CONFIG,
        ("content/sources/paper.md", "---\ntitle: Paper\n---\n"),
        ("content/people/ada.md", "---\nname: Ada\n---\n"),
        (
            "content/hearings/one.md",
            "---\ntitle: Hearing\n---\n\nOpening.\n\n\
             > [!testimony] [[ada]] ^s1\n> status: alleged\n> via: [[paper]]\n>\n> Says zurna.\n>\n> Later zembil.\n>\n> > “Zeytin!”\n\n\
             > [!testimony] [[ada]] ^s2\n> status: retracted\n> via: [[paper]]\n>\n> Says zerdali.\n",
        ),
    ]);
    let line = |word: &str| {
        let start = format!("[\"{word}\",");
        files["words/0.js"].lines().find(|line| line.starts_with(&start)).unwrap_or_default().to_owned()
    };
    // Of the person, the hearing, the source and two statements the first statement has the number 3.
    for word in ["zurna", "zembil", "zeytin"] {
        assert_eq!(line(word), format!("[\"{word}\",1,\"\",\"+\"]{}", if word == "zurna" { "" } else { "," }));
    }
    assert_eq!(line("opening"), "[\"opening\",1,\"\",\"$\"],");
    assert_eq!(holding(&files, "zerdali"), [""; 0]);
    let cards: Vec<&str> = files["cards/0.js"].lines().filter(|card| card.starts_with("[9,")).collect();
    assert_eq!(
        cards,
        [
            "[9,\"Hearing\",\"hearings/one/index.html#s1\",\"\",\"\",\"Ada (testimony, alleged, as reported by Paper): Says zurna.\",\"\",[1,\"alleged\"]],",
            "[9,\"Hearing\",\"hearings/one/index.html#s2\",\"\",\"\",\"Ada (testimony, retracted, as reported by Paper): withdrawn\",\"\",[2,\"retracted\"]]",
        ]
    );
}

#[test]
fn a_long_statement_keeps_who_said_it_and_loses_words() {
    let long = "word ".repeat(200);
    let statement = format!(
        "---\ntitle: Hearing\n---\n\n> [!act] unattributed ^s1\n> status: reported\n> via: [[paper]]\n>\n> {long}\n"
    );
    let files = search(&[
        CONFIG,
        ("content/sources/paper.md", "---\ntitle: Paper\n---\n"),
        ("content/hearings/one.md", &statement),
    ]);
    let card = files["cards/0.js"].lines().find(|card| card.starts_with("[9,")).unwrap();
    assert!(card.contains("not attributed by its source (act, reported by Paper): word word"), "{card}");
    assert!(card.contains("word…\"") && card.len() < 500, "{card}");
}
