//! The corpus as files for each generator, with the settings and templates that stand beside this file. Knows their front matter, not
//! their programs.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::corpus::Corpus;
use super::form::{DOSSIERS, Document, ENTITIES};

/// The corpus as it is.
pub fn ours(corpus: &Corpus, folder: &Path) {
    for (path, text) in corpus.files() {
        write(&folder.join(path), &text);
    }
}

/// The corpus for Hugo.
pub fn hugo(documents: &[Document], folder: &Path) {
    copy_theme("hugo", folder);
    for document in documents {
        hugo_page(document, &folder.join("content"));
    }
}

/// The corpus for Eleventy.
pub fn eleventy(documents: &[Document], folder: &Path) {
    copy_theme("eleventy", folder);
    for document in documents {
        eleventy_page(document, &folder.join("content"));
    }
}

/// The corpus for Zola, with a section for each kind.
pub fn zola(documents: &[Document], folder: &Path) {
    copy_theme("zola", folder);
    let content = folder.join("content");
    for kind in ENTITIES.into_iter().chain([DOSSIERS]) {
        let (sorted, template) = if kind == DOSSIERS { ("date", "page.html") } else { ("title", "entity.html") };
        let front =
            format!("title = \"{kind}\"\nsort_by = \"{sorted}\"\npaginate_by = 100\npage_template = \"{template}\"\n");
        write(&content.join(format!("{kind}/_index.md")), &format!("+++\n{front}+++\n"));
    }
    let titles: BTreeMap<String, &str> =
        documents.iter().map(|one| (format!("{}/{}", one.kind, one.slug), one.title.as_str())).collect();
    for document in documents {
        zola_page(document, &titles, &content);
    }
}

/// A narrative is a page with terms; everything that has a page of what names it is such a term, with a text of its own.
fn hugo_page(document: &Document, content: &Path) {
    let Document { kind, slug, title, date, summary, body, .. } = document;
    let mut front = format!("title: {}\ndescription: {}\n", Document::quoted(title), Document::quoted(summary));
    if !date.is_empty() {
        writeln!(front, "date: {date}").unwrap();
    }
    let path = if kind == DOSSIERS {
        for entity in ENTITIES {
            writeln!(front, "{entity}: {}", document.list(entity)).unwrap();
        }
        content.join(format!("{kind}/{slug}.md"))
    } else {
        content.join(format!("{kind}/{slug}/_index.md"))
    };
    write(&path, &format!("---\n{front}---\n\n{body}"));
}

fn eleventy_page(document: &Document, content: &Path) {
    let Document { kind, slug, title, date, summary, body, names } = document;
    let names: Vec<String> = names
        .iter()
        .filter(|(kind, _)| *kind != DOSSIERS)
        .flat_map(|(kind, slugs)| slugs.iter().map(move |slug| format!("/{kind}/{slug}/")))
        .collect();
    let front = format!(
        "title: {}\nsummary: {}\nkind: {kind}\ntags: [{kind}]\nlayout: page.njk\nday: \"{date}\"\nnames: {}\n",
        Document::quoted(title),
        Document::quoted(summary),
        serde_json::to_string(&names).unwrap()
    );
    write(&content.join(format!("{kind}/{slug}.md")), &format!("---\n{front}---\n\n{body}"));
}

/// The titles of what a page names stand with it, as a template of Zola has no quick way to a title.
fn zola_page(document: &Document, titles: &BTreeMap<String, &str>, content: &Path) {
    let Document { kind, slug, title, date, summary, body, names } = document;
    let mut front = format!("title = {}\ndescription = {}\n", Document::quoted(title), Document::quoted(summary));
    if !date.is_empty() {
        writeln!(front, "date = {date}").unwrap();
    }
    if kind == DOSSIERS {
        front.push_str("\n[taxonomies]\n");
        for entity in ENTITIES {
            writeln!(front, "{entity} = {}", document.list(entity)).unwrap();
        }
    }
    let named = names.iter().filter(|(kind, _)| *kind != DOSSIERS);
    let named = named.flat_map(|(kind, slugs)| slugs.iter().map(move |slug| format!("{kind}/{slug}")));
    let pairs: Vec<(String, &str)> =
        named.map(|at| (format!("/{at}/"), titles.get(&at).copied().unwrap_or_default())).collect();
    writeln!(front, "\n[extra]\nnames = {}", serde_json::to_string(&pairs).unwrap()).unwrap();
    write(&content.join(format!("{kind}/{slug}.md")), &format!("+++\n{front}+++\n\n{body}"));
}

/// Copies the settings and templates for a generator, which stand beside this file.
fn copy_theme(name: &str, folder: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers").join(name);
    for file in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file())
    {
        write(&folder.join(file.path().strip_prefix(&from).unwrap()), &fs::read_to_string(file.path()).unwrap());
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
