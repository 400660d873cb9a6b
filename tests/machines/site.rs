//! A site that has something of everything that machines read, by way of an invented case.

use std::collections::BTreeMap;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

/// The files of a site by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The configuration of all sites here.
pub const CONFIG: &str = "title = \"Record\"\nbase_url = \"https://record.example/site/\"\ncards = true\n";

/// The site of `files`, below `content/`.
pub fn build(config: &str, files: &[(&str, &str)]) -> Files {
    let mut tree = SourceTree::from_texts([("dossier.toml", config)]);
    for (path, text) in files {
        tree.insert(SourceFile::text(&format!("content/{path}"), text));
    }
    let built = Pipeline::default().build(&tree, &Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap()));
    assert_eq!(built.diagnostics, []);
    built.value.files.into_iter().map(|file| (file.route.output_path(), file.bytes.to_vec())).collect()
}

/// The text of a file.
pub fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("there is no {path}"))).unwrap()
}

pub const FULL: [(&str, &str); 13] = [
    ("people/ada.md", "---\nname: Ada Yalın\nsame_as: https://www.wikidata.org/entity/Q1\nfeed: true\n---\n"),
    ("people/bora.md", "---\nname: Bora Ateş\n---\n"),
    ("people/p-1.md", "---\nid: p-1\nlabel: a guard\nwithheld: {how: by-us, why: safety}\n---\n"),
    (
        "organisations/court.md",
        "---\nname: Harbour court\ntype: Court\naliases: [The court]\nplace: \"[[Harbour]]\"\n---\n",
    ),
    ("organisations/daily.md", "---\nname: Harbour Daily\ntype: newspaper\n---\n"),
    (
        "places/harbour.md",
        "---\nname: Harbour\ncoordinates: [36.718412, 37.12122]\nprecision: locality\nwithin: \"[[Coast]]\"\n---\n",
    ),
    ("places/coast.md", "---\nname: Coast\n---\n"),
    ("sources/agency.md", "---\ntitle: The agency's report\ntype: minutes\n---\n"),
    (
        "sources/report.md",
        "---\ntitle: Report of 2 March\ntype: article\nauthor: [E. F., Bora Ateş]\npublisher: \"[[Harbour Daily]]\"\n\
         published: 2021-03-02\nurl: https://daily.example/1\narchived: https://archive.example/1\nderived_from: \"[[agency]]\"\n---\n",
    ),
    (
        "cases/store.md",
        "---\ntitle: The store case\ncourt: \"[[Harbour court]]\"\nabout: \"[[The fire]]\"\nparties:\n\
         \x20 - {who: \"[[Bora Ateş]]\", role: defendants, stage: on-trial, as_of: 2021-02-20, source: \"[[report]]\"}\n---\n",
    ),
    (
        "events/fire.md",
        "---\ntitle: The fire\ndate: XXXX-02-14\nresolved: {date: 2021-02-14, basis: The year of the case}\nplace: \"[[Harbour]]\"\n---\n",
    ),
    (
        "hearings/one.md",
        "---\ntitle: First hearing\nsummary: The court heard one witness; the next day, two.\ncase: \"[[The store case]]\"\n\
         date: 2021-03-01/2021-03-02\njudges: \"[[Ada Yalın]]\"\nwitnesses: \"[[a guard]]\"\n---\n\n\
         > [!testimony] [[p-1]] ^s1\n> about: [[Bora Ateş]]\n> status: alleged\n> via: [[report]]\n>\n> Says that Bora was there.\n",
    ),
    (
        "dossiers/story.md",
        "---\ntitle: The story\nsummary: What is known.\ndate: 2021-04-01\nupdated: 2021-05-01\nauthors: [Desk, \"[[Bora Ateş]]\"]\n\
         people: [\"[[Ada Yalın]]\", \"[[Bora Ateş]]\"]\ncases: \"[[The store case]]\"\ncorrections:\n\
         \x20 - {date: 2021-06-02, what: The date of the fire., was: 13 February, now: 14 February}\n---\n\nAs [[report]] says.\n",
    ),
];
