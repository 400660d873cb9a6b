//! Pictures for previews: who has one, that each is a small PNG, and that what stands on it stands beside it as text.

use std::io::Cursor;

use super::read::page;
use super::site::{CONFIG, FULL, build, text};

#[test]
fn pages_name_the_pictures_that_there_are_and_each_is_a_small_png() {
    let files = build(CONFIG, &FULL);
    let mut named = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = page(std::str::from_utf8(bytes).unwrap());
        let Some(address) = page.meta("og:image") else { continue };
        let file = address.strip_prefix("https://record.example/site/").unwrap();
        let picture = files.get(file).unwrap_or_else(|| panic!("{path} names {file}"));
        assert!(picture.len() <= 60 * 1024, "{file}: {} bytes", picture.len());
        let reader = png::Decoder::new(Cursor::new(picture)).read_info().unwrap();
        let info = reader.info();
        assert_eq!((info.width, info.height), (1200, 630), "{file}");
        assert!(
            info.uncompressed_latin1_text.is_empty()
                && info.compressed_latin1_text.is_empty()
                && info.utf8_text.is_empty()
        );
        assert!(page.meta("og:image:alt").unwrap().contains("Record"), "{path}");
        named += 1;
    }
    assert_eq!(named, files.keys().filter(|path| path.starts_with("cards/")).count());
    assert_eq!(files, build(CONFIG, &FULL), "the same bytes");
}

#[test]
fn no_picture_where_none_is_wanted() {
    let cards = |config: &str, line: &str| {
        let dossier = format!("---\ntitle: D\n{line}\n---\n");
        let files = build(config, &[("dossiers/d.md", &dossier)]);
        let is_named = text(&files, "dossiers/d/index.html").contains("og:image");
        assert_eq!(is_named, files.contains_key("cards/dossiers/d.png"), "{line}");
        is_named
    };
    assert!(cards(CONFIG, ""));
    assert!(cards(CONFIG, "card: true"));
    assert!(!cards(CONFIG, "card: false"));
    assert!(!cards(CONFIG, "noindex: true"));
    assert!(!cards("title = \"Record\"\nbase_url = \"https://record.example/\"\n", ""), "without `cards = true`");
    assert!(!cards("title = \"Record\"\ncards = true\n", ""), "without the address of the site");
}

#[test]
fn a_title_with_letters_that_are_not_there_has_no_picture_rather_than_a_wrong_one() {
    let files = build(
        CONFIG,
        &[
            ("cases/x.md", "---\nid: x\ntitle: 第一案\n---\n"),
            ("cases/y.md", "---\nid: y\ntitle: القضية الأولى\nlang: ar\n---\n"),
        ],
    );
    assert!(!files.contains_key("cards/cases/x.png"));
    assert!(files.contains_key("cards/cases/y.png"));
    assert_eq!(page(text(&files, "cases/x/index.html")).meta("twitter:card"), Some("summary"));
}
