//! The three layers: which template and which file wins, how a lower layer is reached, and what a wrong theme says.

use dossier::foundation::diagnostic::Checked;
use dossier::foundation::span::{FileId, Span, Spanned};
use dossier::messages::Messages;
use dossier::source::config::Config;
use dossier::source::tree::{SourceFile, SourceTree};
use dossier::theme::Theme;

use super::samples::seed;

fn load(theme: Option<&str>, files: &[(&str, &str)]) -> Checked<Option<Theme>> {
    let config = Config { theme: theme.map(named), ..Config::default() };
    Theme::load(&SourceTree::from_texts(files.iter().copied()), &config, &Messages::builtin())
}

/// The page of the site's home.
fn home(theme: Option<&str>, files: &[(&str, &str)]) -> String {
    let theme = load(theme, files).value.unwrap();
    String::from_utf8(theme.render(&seed::pages().remove(0)).unwrap().bytes.to_vec()).unwrap()
}

const THEME: (&str, &str) = ("themes/plain/templates/home.html", "theme {% include \"parts/end.html\" %}");
const END: (&str, &str) = ("themes/plain/templates/parts/end.html", "end of theme");
const SITE_END: (&str, &str) = ("templates/parts/end.html", "end of site, {% include \"theme/parts/end.html\" %}");

#[test]
fn the_highest_layer_wins_and_lower_ones_stay_within_reach() {
    assert_eq!(home(Some("plain"), &[THEME, END]), "theme end of theme");
    assert_eq!(home(Some("plain"), &[THEME, END, SITE_END]), "theme end of site, end of theme");
    assert!(home(None, &[THEME, END]).contains("<h1>What was said in court"));
    let site = (
        "templates/home.html",
        "{% extends \"builtin/home.html\" %}{% block head_extra %}<meta name=\"x\">{% endblock %}",
    );
    let html = home(Some("plain"), &[THEME, END, site]);
    assert!(html.contains("<meta name=\"x\">") && html.contains("<h1>What was said in court"), "{html}");
}

#[test]
fn one_part_of_the_built_in_theme_can_be_replaced() {
    let html = home(None, &[("templates/parts/footer.html", "<footer>Ours</footer>")]);
    assert!(html.contains("<footer>Ours</footer>") && html.contains("<h1>What was said in court"), "{html}");
    let shell = "{% extends \"builtin/base.html\" %}{% block body_class %}mine{% endblock body_class %}";
    let html = home(None, &[("templates/base.html", shell)]);
    assert!(html.contains("<body class=\"home\">"), "{html}");
    let theme = load(None, &[("templates/base.html", shell)]).value.unwrap();
    let page = theme.render(&seed::pages().remove(2)).unwrap();
    assert!(String::from_utf8_lossy(&page.bytes).contains("<body class=\"mine\">"));
}

#[test]
fn g74_what_a_theme_does_not_have_comes_from_the_program() {
    let theme = load(Some("plain"), &[THEME, END]).value.unwrap();
    for page in seed::pages().iter().skip(1) {
        let html = theme.render(page).unwrap();
        assert!(html.bytes.starts_with(b"<!doctype html>"), "{}", page.route);
    }
}

#[test]
fn a_theme_that_does_not_exist_names_the_nearest() {
    let files =
        [THEME, END, ("themes/grand/static/x.css", ""), ("templates/home.html", "{% extends \"theme/x.html\" %}")];
    let checked = load(Some("plian"), &files);
    assert!(checked.value.is_none());
    let [found] = &checked.diagnostics[..] else { panic!("{:?}", checked.diagnostics) };
    assert_eq!(found.code.name(), "unknown-theme");
    assert_eq!(found.message, "there is no theme `plian`: the folder `themes/plian` does not exist or is empty");
    assert_eq!(found.help, "did you mean `plain`?; without `theme` the built-in theme is used");
    for name in ["../content", "plain/..", "", "/etc"] {
        assert_eq!(load(Some(name), &[THEME]).diagnostics[0].code.name(), "unknown-theme", "{name}");
    }
}

#[test]
fn folders_that_name_a_layer_are_refused() {
    let checked = load(None, &[("templates/builtin/home.html", "x"), ("templates/theme/home.html", "x")]);
    let found: Vec<_> = checked.diagnostics.iter().map(|found| (found.message.as_str(), found.help.as_str())).collect();
    let help = "to replace a template, move it up: `home.html`";
    assert_eq!(
        found,
        [
            ("a folder of templates cannot be called `builtin`, which names a layer of the theme", help),
            ("a folder of templates cannot be called `theme`, which names a layer of the theme", help),
        ]
    );
}

/// The files of the program.
const OWN: [&str; 5] = ["/assets/dossier.css", "/assets/dossier.js", "/_headers", "/.htaccess", "/nginx.conf.txt"];

#[test]
fn the_site_may_set_other_headers_and_a_theme_may_not() {
    let headers = |files: &[(&str, &str)]| {
        let theme = load(Some("plain"), files).value.unwrap();
        let file = theme.assets().into_iter().find(|file| file.route.to_string() == "/_headers").unwrap();
        String::from_utf8(file.bytes.to_vec()).unwrap()
    };
    assert!(headers(&[THEME, END, ("themes/plain/static/_headers", "theirs")]).contains("frame-ancestors 'none'"));
    assert_eq!(headers(&[THEME, END, ("static/_headers", "ours")]), "ours");
}

/// What a theme that says `text` in its `theme.toml` is told.
fn version(text: &str) -> Vec<String> {
    let found = load(Some("plain"), &[THEME, END, ("themes/plain/theme.toml", text)]).diagnostics;
    found.iter().map(|found| format!("{}: {}", found.code.name(), found.message)).collect()
}

#[test]
fn g73_a_theme_for_another_version_is_refused() {
    let newer = "theme-version: this theme is written for version 2 of what templates are given, and this program has version 1";
    assert_eq!(version("api_version = 2"), [newer]);
    for text in ["api_version = 0", "api_version = -1", "api_version = '1'", "api_version = 99999999999"] {
        assert_eq!(version(text), ["theme-version: `api_version` is not a version of what templates are given"]);
    }
    assert!(version("api_version =")[0].starts_with("theme-version: this is not TOML"));
    for text in ["api_version = 1", "name = \"Plain\"", ""] {
        assert_eq!(version(text), [""; 0], "{text}");
    }
}

#[test]
fn g74_a_theme_that_lacks_kinds_is_told_which() {
    let case = ("themes/plain/templates/case.html", "{% extends \"builtin/case.html\" %}");
    let checked = load(Some("plain"), &[case]);
    assert!(checked.value.is_some());
    let [found] = &checked.diagnostics[..] else { panic!("{:?}", checked.diagnostics) };
    assert_eq!(found.code.name(), "incomplete-theme");
    let others = "`dossier.html`, `hearing.html`, `person.html`, `organisation.html`, `place.html`, `event.html`, `source.html`, `page.html`";
    assert_eq!(found.message, format!("the theme `plain` does not have {others}: the built-in ones are used"));
}

#[test]
fn files_of_all_layers_stand_at_their_addresses() {
    let mut tree = SourceTree::from_texts([
        ("themes/plain/static/logo.svg", "theme"),
        ("themes/plain/static/x.css", "theme"),
        ("static/x.css", "site"),
        ("static/CNAME", "record.example"),
    ]);
    tree.insert(SourceFile::bytes("static/img/a b.png", b"\x89PNG"));
    let config = Config { theme: Some(named("plain")), ..Config::default() };
    let assets = Theme::load(&tree, &config, &Messages::builtin()).value.unwrap().assets();
    let found: Vec<_> = assets
        .iter()
        .filter(|file| !OWN.contains(&file.route.to_string().as_str()))
        .map(|file| {
            (file.route.to_string(), file.media_type.as_str(), String::from_utf8_lossy(&file.bytes).into_owned())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("/CNAME".to_owned(), "application/octet-stream", "record.example".to_owned()),
            ("/img/a b.png".to_owned(), "image/png", "\u{fffd}PNG".to_owned()),
            ("/logo.svg".to_owned(), "image/svg+xml", "theme".to_owned()),
            ("/x.css".to_owned(), "text/css; charset=utf-8", "site".to_owned()),
        ]
    );
    assert_eq!(assets.len(), found.len() + OWN.len());
}

/// The style sheet of a site with these files in the theme `plain`.
fn style_sheet(files: &[(&str, &str)]) -> String {
    let theme = load(Some("plain"), &[&[THEME, END], files].concat()).value.unwrap();
    let file = theme.assets().into_iter().find(|file| file.route.to_string() == OWN[0]).unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

#[test]
fn a_theme_replaces_single_parts_of_the_style_sheet() {
    let (built_in, tokens) = (style_sheet(&[]), include_str!("../../themes/default/css/tokens.css"));
    let own = ("themes/plain/css/tokens.css", ":root { --bg: red }\n");
    let replaced = built_in.replace(tokens, own.1);
    assert!(built_in.starts_with(tokens) && replaced.starts_with(own.1));
    assert_eq!(style_sheet(&[own]), replaced);
    let further = [("themes/plain/css/b.css", ".b {}\n"), ("themes/plain/css/a.css", ".a {}\n")];
    assert_eq!(style_sheet(&[own, further[0], further[1]]), replaced + ".a {}\n.b {}\n");
    assert_eq!(style_sheet(&[("themes/plain/css/tokens.css", "")]), built_in.replace(tokens, ""));
    assert_eq!(style_sheet(&[("themes/other/css/tokens.css", "")]), built_in);
    assert_eq!(style_sheet(&[own, ("themes/plain/static/assets/dossier.css", "all of it")]), "all of it");
}

#[test]
fn a_part_of_the_style_sheet_asks_nobody_either() {
    let part = ("themes/plain/css/a.css", ".a {}\n.b { background: url(https://x.example/a.png) }\n");
    let checked = load(Some("plain"), &[THEME, END, part]);
    let [found] = &checked.diagnostics[..] else { panic!("{:?}", checked.diagnostics) };
    assert_eq!(found.code.name(), "foreign-address");
    let span = found.span;
    assert_eq!(&part.1[span.start as usize..span.end as usize], "https://x.example/a.png");
    assert!(checked.value.is_none());
}

#[test]
fn a_file_that_cannot_be_an_address_is_refused() {
    let checked = load(None, &[("static/CON.txt", "x"), ("static/a.", "x")]);
    let found: Vec<_> = checked.diagnostics.iter().map(|found| (found.code.name(), found.message.as_str())).collect();
    assert_eq!(
        found,
        [
            (
                "unusable-file-name",
                "`CON.txt` cannot be an address of the site: Windows keeps one of its names for a device"
            ),
            (
                "unusable-file-name",
                "`a.` cannot be an address of the site: a part ends in a dot, or begins or ends in a space"
            ),
        ]
    );
    assert!(checked.value.is_none());
}

#[test]
fn the_fingerprint_follows_the_templates_alone() {
    let of = |files: &[(&str, &str)]| load(Some("plain"), files).value.unwrap().fingerprint();
    assert_eq!(of(&[THEME, END]), of(&[END, THEME]));
    assert_eq!(of(&[THEME, END]), of(&[THEME, END, ("static/x.css", "x")]));
    assert_ne!(of(&[THEME, END]), of(&[THEME, END, SITE_END]));
    assert_ne!(of(&[THEME, END]), of(&[THEME, (END.0, "other")]));
}

fn named(theme: &str) -> Spanned<String> {
    Spanned::new(theme.to_owned(), Span::start_of(FileId::of_path("dossier.toml")))
}
