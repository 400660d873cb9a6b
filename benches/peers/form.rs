//! The corpus as other generators take it: the same words, with links of Markdown in the place of wikilinks, and for each document
//! what it names. Knows the front matter that the corpus writes, and no generator.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::corpus::Corpus;

/// The kinds that have a page with everything that names them.
pub const ENTITIES: [&str; 6] = ["people", "hearings", "organisations", "places", "cases", "sources"];
/// The narratives.
pub const DOSSIERS: &str = "dossiers";

/// One page.
#[derive(Debug)]
pub struct Document {
    /// Its folder: `people`.
    pub kind: String,
    /// The last part of its address: `p000001`.
    pub slug: String,
    pub title: String,
    /// A day; empty where the corpus gives none.
    pub date: String,
    pub summary: String,
    /// Markdown without wikilinks.
    pub body: String,
    /// The slugs of what it names, by kind.
    pub names: BTreeMap<String, BTreeSet<String>>,
}

impl Document {
    /// A value of the front matter as JSON, which YAML reads as well.
    pub fn quoted(text: &str) -> String {
        serde_json::to_string(text).unwrap()
    }

    /// The slugs of what it names of `kind`, as a list of YAML.
    pub fn list(&self, kind: &str) -> String {
        let slugs: Vec<&String> = self.names.get(kind).into_iter().flatten().collect();
        serde_json::to_string(&slugs).unwrap()
    }
}

/// Where a name leads: kind and slug.
type Known = HashMap<String, (String, String)>;

/// Every document of `corpus`, in its order.
pub fn documents(corpus: &Corpus) -> Vec<Document> {
    let mut known = Known::new();
    for (path, text) in corpus.files() {
        let Some((kind, slug)) = place(&path) else { continue };
        known.insert(slug.to_owned(), (kind.to_owned(), slug.to_owned()));
        known.insert(title(&text), (kind.to_owned(), slug.to_owned()));
    }
    let files = corpus.files();
    files.filter_map(|(path, text)| place(&path).map(|(kind, slug)| document(kind, slug, &text, &known))).collect()
}

/// Kind and slug of a file below `content/`.
fn place(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("content/")?.strip_suffix(".md")?.split_once('/')
}

fn value<'a>(front: &'a str, key: &str) -> Option<&'a str> {
    front.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
}

fn title(text: &str) -> String {
    let front = text.split("\n---\n").next().unwrap_or_default();
    let found = ["title", "name", "label"].iter().find_map(|key| value(front, key));
    found.unwrap_or_default().to_owned()
}

fn document(kind: &str, slug: &str, text: &str, known: &Known) -> Document {
    let (front, body) = text.split_once("\n---\n").unwrap_or((text, ""));
    let mut names = BTreeMap::new();
    linked(front, known, &mut names);
    let body = linked(body.trim_start(), known, &mut names);
    let get = |key: &str| value(front, key).unwrap_or_default().to_owned();
    let date = [get("date"), get("published")].concat();
    Document { kind: kind.into(), slug: slug.into(), title: title(text), date, summary: get("summary"), body, names }
}

/// `text` with a link of Markdown for each wikilink; what they lead to goes into `names`.
fn linked(text: &str, known: &Known, names: &mut BTreeMap<String, BTreeSet<String>>) -> String {
    let mut parts = text.split("[[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (link, rest) = part.split_once("]]").expect("the corpus closes its links");
        let (target, label) = link.split_once('|').unwrap_or((link, link));
        match known.get(target.trim_end_matches('\\')) {
            Some((kind, slug)) => {
                names.entry(kind.clone()).or_default().insert(slug.clone());
                out.extend(["[", label, "](/", kind, "/", slug, "/)"]);
            }
            None => out.push_str(label.trim_start_matches("#^")),
        }
        out.push_str(rest);
    }
    out.replace("[!testimony] ", "**testimony** ")
}
