//! What the style sheets of a page weigh, of every page of every theme of the project.

use std::collections::BTreeSet;
use std::io::Write as _;

use dossier::theme::Theme;

use super::broadsheet::broadsheet;
use super::complete::theme;
use super::samples::{bare, filled_pages, seed};

/// What all style sheets of a page may weigh, packed.
const MOST: usize = 8 * 1024;

fn packed(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap().len()
}

/// The style sheets that a page loads, by their addresses below the root.
fn style_sheets(html: &str) -> Vec<String> {
    let links = html.split("<link rel=\"stylesheet\" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|link| format!("/{}", link.trim_start_matches(['.', '/']))).collect()
}

#[test]
fn the_style_sheets_of_a_page_weigh_8_kb_in_all() {
    for (name, theme) in [("default", theme()), ("broadsheet", broadsheet())] {
        let weight = |theme: &Theme, address: &String| {
            let file = theme.assets().into_iter().find(|file| file.route.to_string() == *address);
            packed(&file.unwrap_or_else(|| panic!("{name} has no {address}")).bytes)
        };
        let mut met: BTreeSet<Vec<String>> = BTreeSet::new();
        for page in seed::pages().into_iter().chain(filled_pages::pages()).chain(bare::pages()) {
            let html = String::from_utf8(theme.render(&page).unwrap().bytes.to_vec()).unwrap();
            met.insert(style_sheets(&html));
        }
        assert!(!met.contains(&Vec::new()), "{name}: a page without a style sheet");
        for sheets in met {
            let sum: usize = sheets.iter().map(|address| weight(&theme, address)).sum();
            assert!(sum <= MOST, "{name}: {sheets:?} weigh {sum} bytes");
        }
    }
}
