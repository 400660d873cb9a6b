//! How many pages an edit renders again, and how long that takes in memory. Knows edits, not files on a disk.

use std::time::Instant;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};

use crate::corpus::Corpus;

/// An edit of the site and its name.
type Edit = (&'static str, fn(&mut SourceTree, usize));

const EDITS: [Edit; 5] = [
    ("nothing", |_, _| {}),
    ("one body edited", |tree, size| change(tree, size, |text| format!("{text}\nOne more sentence.\n"))),
    ("one title edited", |tree, size| {
        // A title that nothing links to by name keeps the site whole: the links lead to `Dossier N` as an alias.
        change(tree, size, |text| {
            let title = format!("title: Dossier {}\n", size / 2);
            text.replacen(&title, &format!("title: Another title\naliases: [Dossier {}]\n", size / 2), 1)
        });
    }),
    ("one page added", |tree, _| {
        let text = "---\ntitle: One more page\n---\n\nOne more sentence.\n";
        tree.insert(SourceFile::text("content/dossiers/added.md", text));
    }),
    ("one page removed", |tree, _| {
        tree.remove("content/dossiers/added.md");
    }),
];

/// Builds the site in memory, then once more after each edit, and prints how long that took and how many pages were rendered.
pub fn print(size: usize, corpus: &Corpus) {
    let mut tree: SourceTree = corpus.files().map(|(path, text)| SourceFile::text(&path, &text)).collect();
    let mut pipeline = Pipeline::default();
    rendered(&mut pipeline, &tree);
    for (name, edit) in EDITS {
        edit(&mut tree, size);
        let start = Instant::now();
        let pages = rendered(&mut pipeline, &tree);
        println!("{size} dossiers, {name}: {pages} pages rendered in {:.3} s", start.elapsed().as_secs_f64());
    }
}

/// Builds the site and says how many pages were rendered anew. The pipeline keeps what it can use again.
fn rendered(pipeline: &mut Pipeline, tree: &SourceTree) -> usize {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = pipeline.build(tree, &options);
    assert_eq!(built.diagnostics, []);
    built.value.counts.rendered
}

fn change(tree: &mut SourceTree, size: usize, edit: impl FnOnce(&str) -> String) {
    let path = Corpus::dossier_path(size / 2);
    let text = tree.get(&path).and_then(SourceFile::as_text).map(|text| edit(text)).unwrap();
    tree.insert(SourceFile::text(&path, &text));
}
