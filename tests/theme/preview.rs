//! Sample pages as files, to look at in a browser: `DOSSIER_PREVIEW=/tmp/preview cargo test --test theme preview`.

#![allow(clippy::disallowed_methods, reason = "a test that writes pages for the eye")]

use std::path::Path;

use dossier::foundation::date::Moment;
use dossier::messages::Messages;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::config::Config;
use dossier::source::tree::SourceTree;
use dossier::theme::Theme;

use super::samples::{filled_pages, seed};

#[test]
fn preview() {
    let theme = Theme::load(&SourceTree::default(), &Config::default(), &Messages::builtin()).value.unwrap();
    let keep = std::env::var_os("DOSSIER_PREVIEW");
    let temporary = tempfile::tempdir().unwrap();
    let folder = keep.as_ref().map_or(temporary.path(), Path::new);
    for (below, pages) in [("seed", seed::pages()), ("filled", filled_pages::pages())] {
        let root = folder.join(below);
        let files = pages.iter().map(|page| theme.render(page).unwrap()).chain(theme.assets());
        for file in files {
            let path = root.join(file.route.output_path());
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &file.bytes).unwrap();
        }
        assert!(root.join("index.html").is_file() && root.join("assets/dossier.css").is_file());
    }
}

#[test]
fn preview_of_the_sample_site() {
    let Some(folder) = std::env::var_os("DOSSIER_PREVIEW") else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = dossier::source::read(root, &dossier::source::Limits::default()).unwrap().value;
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let built = Pipeline::default().build(&tree, &options);
    assert_eq!(built.diagnostics, []);
    for file in built.value.files {
        let path = Path::new(&folder).join("sample").join(file.route.output_path());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &file.bytes).unwrap();
    }
}
