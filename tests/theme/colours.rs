//! The style sheet: contrast of every pair of colours in light and dark, and that it asks nobody for anything.

use std::collections::BTreeMap;

use dossier::messages::Messages;
use dossier::source::config::Config;
use dossier::source::tree::SourceTree;
use dossier::theme::Theme;

use super::broadsheet;

fn style_sheet() -> String {
    let theme = Theme::load(&SourceTree::default(), &Config::default(), &Messages::builtin()).value.unwrap();
    let file = theme.assets().into_iter().find(|file| file.route.to_string() == "/assets/dossier.css").unwrap();
    assert_eq!(file.media_type.as_str(), "text/css; charset=utf-8");
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

/// The colours of the light and the dark scheme, by name.
fn schemes(css: &str) -> Vec<(&'static str, BTreeMap<String, [f64; 3]>)> {
    let read = |part: &str| {
        let lines =
            part.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"));
        lines
            .filter(|(_, code)| code.len() == 6)
            .map(|(name, code)| (name.to_owned(), rgb(code)))
            .collect::<BTreeMap<_, _>>()
    };
    let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let (dark, _) = dark.split_once("\n}").unwrap();
    vec![("light", read(light)), ("dark", read(dark))]
}

fn rgb(code: &str) -> [f64; 3] {
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&code[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance, WCAG 2.2.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_pair_of_colours_can_be_read() {
    for css in [style_sheet(), broadsheet::style_sheet()] {
        every_pair_of_colours_of_a_style_sheet_can_be_read(&css);
    }
}

fn every_pair_of_colours_of_a_style_sheet_can_be_read(css: &str) {
    for (scheme, colours) in schemes(css) {
        assert_eq!(colours.len(), 13, "{scheme}: {colours:?}");
        for ground in ["bg", "surface"] {
            for name in ["text", "muted", "link", "visited", "accent", "ok", "warn", "danger"] {
                let found = contrast(colours[name], colours[ground]);
                assert!(found >= 6.7, "{scheme}: {name} on {ground} has {found:.2}");
            }
            let found = contrast(colours["control"], colours[ground]);
            assert!(found >= 3.0, "{scheme}: control on {ground} has {found:.2}");
        }
        let found = contrast(colours["text"], colours["mark"]);
        assert!(found >= 4.5, "{scheme}: text on mark has {found:.2}");
    }
}

#[test]
fn the_contrast_formula_is_that_of_the_standard() {
    assert!((contrast(rgb("ffffff"), rgb("000000")) - 21.0).abs() < 1e-9);
    assert!((contrast(rgb("777777"), rgb("ffffff")) - 4.48).abs() < 0.005);
}

#[test]
fn the_style_sheet_asks_nobody() {
    let css = style_sheet();
    for word in ["url(", "@import", "http:", "https:", "@font-face", "text-transform", "small-caps"] {
        assert!(!css.contains(word), "{word}");
    }
    // Links in running text are of this class; a rule for it would lay them out as pages.
    assert!(!css.contains(".entity"));
    let order = ["--serif", ".masthead {", ".facts {", ".statement {", "@media print"];
    let places: Vec<usize> = order.iter().map(|part| css.find(part).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}
