//! Templates that are wrong, hostile or endless: each ends with a diagnostic that names the place, the words and the page. Numbers are those of the list of bad inputs.

use std::time::{Duration, Instant};

use dossier::foundation::diagnostic::Diagnostic;
use dossier::foundation::span::FileId;
use dossier::messages::Messages;
use dossier::pages::Page;
use dossier::source::config::Config;
use dossier::source::tree::SourceTree;
use dossier::theme::{Limits, Theme, builtin_paths, builtin_template};

use super::samples::seed;

/// A diagnostic as one line: `code path "underlined" message | help | (label path "underlined") | page`.
fn line(files: &[(&str, &str)], diagnostic: &Diagnostic) -> String {
    let text_of = |file: FileId| {
        let site = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        let builtin = builtin_paths().map(|path| (path.clone(), builtin_template(&path).unwrap().to_owned()));
        site.chain(builtin).find(|(path, _)| FileId::of_path(path) == file).unwrap()
    };
    let (path, text) = text_of(diagnostic.span.file);
    let code = diagnostic.code.name();
    let mut parts = vec![format!("{code} {path} {:?} {}", &text[diagnostic.span.range()], diagnostic.message)];
    parts.extend((!diagnostic.help.is_empty()).then(|| diagnostic.help.clone()));
    for label in &diagnostic.labels {
        let (path, text) = text_of(label.span.file);
        parts.push(format!("({} {path} {:?})", label.text, &text[label.span.range()]));
    }
    parts.extend(diagnostic.page.clone());
    parts.join(" | ")
}

fn load(files: &[(&str, &str)]) -> Result<Theme, Vec<String>> {
    let checked = Theme::load(&SourceTree::from_texts(files.iter().copied()), &Config::default(), &Messages::builtin());
    let lines = checked.diagnostics.iter().map(|found| line(files, found)).collect();
    checked.value.ok_or(lines)
}

/// What loading these templates says.
fn loading(files: &[(&str, &str)]) -> Vec<String> {
    load(files).err().expect("the templates to be refused")
}

/// What rendering Balı's page says.
fn rendering(files: &[(&str, &str)], limits: Limits) -> Vec<String> {
    let theme = load(files).unwrap().with_limits(limits);
    let page = seed::pages().into_iter().find(|page| page.route.to_string() == "/people/ilhami-bali/").unwrap();
    let found = theme.render(&page).expect_err("the page to fail");
    found.iter().map(|found| line(files, found)).collect()
}

fn person(text: &str) -> Vec<String> {
    rendering(&[("templates/person.html", text)], Limits::default())
}

#[test]
fn g68_what_cannot_be_read_is_shown_in_every_template() {
    assert_eq!(
        loading(&[("templates/person.html", "<p>\n{{ person.title }"), ("templates/case.html", "{% if %}{% endif %}")]),
        [
            "template-syntax templates/case.html \"%}\" found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`",
            "template-syntax templates/person.html \"}\" found `}` but expected }}",
        ]
    );
}

#[test]
fn g68_a_misspelt_field_names_the_nearest_and_the_page() {
    assert_eq!(
        person("İ {{ person.titel }}"),
        [
            "template-failed templates/person.html \"titel\" there is no field `titel` here | did you mean `title`? | /people/ilhami-bali/"
        ]
    );
    assert_eq!(
        person("{{ persom.title }}"),
        [
            "template-failed templates/person.html \"persom\" `persom` is not known here | did you mean `person`? | /people/ilhami-bali/"
        ]
    );
}

#[test]
fn g68_a_value_of_the_wrong_type_is_refused() {
    assert_eq!(
        person("{{ person.title + 1 }}"),
        [
            "template-failed templates/person.html \"person.title + 1\" `+` requires both operands to be numbers, found `string` and `i64` | /people/ilhami-bali/"
        ]
    );
    assert_eq!(
        person("{% for x in person.accused %}{% endfor %}"),
        [
            "template-failed templates/person.html \"person\" only a list can be gone through, and this is of the type `bool` | /people/ilhami-bali/"
        ]
    );
}

#[test]
fn g68_names_that_nothing_has_are_found_at_load_all_at_once() {
    assert_eq!(
        loading(&[
            ("templates/person.html", "{% include \"parts/heder.html\" %}\n{{ x | uper }} {{ now() }}"),
            ("templates/case.html", "{% if x is strng %}{% endif %}{{ <reff to={x} /> }}"),
        ]),
        [
            "template-syntax templates/case.html \"strng\" there is no test `strng` | did you mean `string`?",
            "template-syntax templates/case.html \"<reff to={x} />\" there is no component `reff` | check its spelling, or define it in a template",
            "unknown-theme templates/person.html \"\\\"parts/heder.html\\\"\" there is no template `parts/heder.html` | did you mean `parts/header.html`?",
            "template-syntax templates/person.html \"uper\" there is no filter `uper` | did you mean `upper`?",
            "template-syntax templates/person.html \"now()\" there is no function `now` | templates have `t`, `range`, `throw` and `super`; all else stands in the page's view",
        ]
    );
}

#[test]
fn g68_a_missing_parent_is_found_in_every_template() {
    assert_eq!(
        loading(&[
            ("templates/person.html", "{% extends \"bass.html\" %}"),
            ("templates/case.html", "{% extends \"zzz\" %}"),
        ]),
        [
            "unknown-theme templates/case.html \"zzz\" there is no template `zzz` | put it into `templates/zzz`",
            "unknown-theme templates/person.html \"bass.html\" there is no template `bass.html` | did you mean `base.html`?",
        ]
    );
}

#[test]
fn g68_circles_are_refused() {
    assert_eq!(
        loading(&[("templates/base.html", "{% extends \"base.html\" %}")]),
        [
            "template-syntax templates/base.html \"base.html\" a template builds upon itself: base.html → base.html | name the layer that is meant, as in `builtin/base.html`"
        ]
    );
    assert_eq!(
        loading(&[("templates/a.html", "{% include \"b.html\" %}"), ("templates/b.html", "{% include \"a.html\" %}")]),
        [
            "template-syntax templates/a.html \"b.html\" a template includes itself: a.html → b.html → a.html | take one of these includes out | (and from here templates/b.html \"a.html\")"
        ]
    );
}

#[test]
fn g68_the_way_to_an_included_template_is_told() {
    let files = [
        ("templates/person.html", "{% include \"a.html\" %}"),
        ("templates/a.html", "{% include \"b.html\" %}"),
        ("templates/b.html", "{{ person.nme }}"),
    ];
    let found = rendering(&files, Limits::default());
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("template-failed templates/b.html \"nme\" there is no field `nme` here"), "{found:?}");
    assert!(
        found[0].contains(
            "(called from templates/a.html \"\\\"b.html\\\"\") | (called from templates/person.html \"\\\"a.html\\\"\")"
        ),
        "{found:?}"
    );
}

#[test]
fn g68_an_error_in_a_built_in_template_names_it() {
    let files = [
        ("templates/base.html", "{% extends \"builtin/base.html\" %}"),
        ("templates/parts/links.html", "{% component ref(to: map) %}{{ to.nothing }}{% endcomponent ref %}"),
    ];
    let found = rendering(&files, Limits::default());
    assert!(found[0].starts_with("template-failed templates/parts/links.html \"nothing\""), "{found:?}");
    assert!(found[0].contains("(called from builtin/"), "{found:?}");
}

#[test]
fn g68_deep_nesting_is_refused_or_rendered() {
    let deep = "{% if true %}".repeat(5000) + &"{% endif %}".repeat(5000);
    let found = loading(&[("templates/person.html", &deep)]);
    assert!(found[0].starts_with("template-syntax templates/person.html"), "{found:?}");
    let brackets = format!("{{{{ {}1{} }}}}", "(".repeat(5000), ")".repeat(5000));
    let found = loading(&[("templates/person.html", &brackets)]);
    assert!(found[0].starts_with("template-syntax templates/person.html"), "{found:?}");
    let chain: Vec<(String, String)> = (0..900)
        .map(|at| {
            (
                format!("templates/c{at}.html"),
                if at < 899 { format!("{{% include \"c{}.html\" %}}", at + 1) } else { "end".into() },
            )
        })
        .chain([("templates/person.html".to_owned(), "{% include \"c0.html\" %}".to_owned())])
        .collect();
    let files: Vec<(&str, &str)> = chain.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let page = seed::pages().into_iter().find(|page| page.route.to_string() == "/people/ilhami-bali/").unwrap();
    assert_eq!(&*load(&files).unwrap().render(&page).unwrap().bytes, b"end");
}

#[test]
fn too_many_templates_are_refused() {
    let names: Vec<String> = (0..1200).map(|at| format!("templates/c{at}.html")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|path| (path.as_str(), "")).collect();
    let found = loading(&files);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("the site and its theme have more than 1000 templates"), "{found:?}");
}

const LOOPS: &str = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% for c in range(end=100000) %}";
const ENDS: &str = "{% endfor %}{% endfor %}{% endfor %}";
/// So many rounds without a word that the time is over, and then one: what was given up ends there, and the tests after it have the
/// machine for themselves.
const SILENCE: &str = "{% for a in range(end=100000) %}{% for b in range(end=10000) %}{% for c in range(end=100000) %}{% endfor %}{% endfor %}x{% endfor %}";

#[test]
fn g69_loops_that_print_are_stopped_by_the_limit_of_bytes() {
    let text = format!("{LOOPS}some words {ENDS}");
    let limits = Limits { bytes: 3 << 20, ..Limits::default() };
    assert_eq!(
        rendering(&[("templates/person.html", &text)], limits),
        [
            "template-limit templates/person.html \"for a in range(end=100000)\" the template `person.html` prints more than 3 MB for one page | look for a loop that prints again and again | /people/ilhami-bali/"
        ]
    );
}

#[test]
fn g69_the_limit_of_bytes_holds_for_built_in_templates_as_well() {
    let theme = load(&[]).unwrap().with_limits(Limits { bytes: 1000, ..Limits::default() });
    let page = seed::pages().remove(0);
    let found = theme.render(&page).unwrap_err();
    assert_eq!(
        line(&[], &found[0]),
        "template-limit builtin/home.html \"\" the template `home.html` prints more than 1000 bytes for one page | look for a loop that prints again and again | /"
    );
}

#[test]
fn g69_loops_that_print_nothing_are_given_up() {
    let limits = Limits { time: Duration::from_millis(300), ..Limits::default() };
    let begun = Instant::now();
    assert_eq!(
        rendering(&[("templates/person.html", SILENCE)], limits),
        [
            "template-limit templates/person.html \"for a in range(end=100000)\" the template `person.html` was not done after 0.3 seconds | look for loops inside loops; what a page needs stands in its view | /people/ilhami-bali/"
        ]
    );
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
}

#[test]
fn g69_the_standing_limits_end_within_three_seconds_and_on_many_pages_once() {
    let theme = load(&[("templates/person.html", SILENCE)]).unwrap();
    let is_person = |page: &Page| page.view.content.template() == "person.html";
    let pages: Vec<Page> = seed::pages().into_iter().filter(is_person).collect();
    let begun = Instant::now();
    for page in pages.iter().chain(&pages) {
        let found = theme.render(page).unwrap_err();
        assert!(found[0].message.ends_with("was not done after 2 seconds"), "{found:?}");
    }
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
}

#[test]
fn g69_recursion_ends() {
    let found = person("{% component again() %}{{ <again /> }}{% endcomponent again %}{{ <again /> }}");
    assert_eq!(
        found,
        [
            "template-failed templates/person.html \"\" components call each other more than 20 deep | look for a component that calls itself | /people/ilhami-bali/"
        ]
    );
}

#[test]
fn g70_an_address_that_runs_code_fails_the_page() {
    assert_eq!(
        person("{% set u = \"javascript:alert(1)\" %}<a href=\"{{ u | safe_url }}\">x</a>"),
        [
            "template-failed templates/person.html \"safe_url\" `javascript:alert(1)` cannot be a link: only relative addresses and http, https, mailto and tel can | /people/ilhami-bali/"
        ]
    );
}

#[test]
fn g71_nothing_outside_can_be_included() {
    let help = "templates are named by their path below `templates/`; nothing outside can be reached";
    for path in ["../../etc/passwd", "/etc/passwd", "parts/../../dossier.toml", "..\\x"] {
        let text = format!("{{% include \"{}\" %}}", path.replace('\\', "\\\\"));
        let found = loading(&[("templates/person.html", &text), ("dossier.toml", "title = 'x'")]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with(&format!("there is no template `{path}` | {help}")), "{found:?}");
    }
}

#[test]
fn two_components_of_one_name_are_shown_in_both_places() {
    let component = "{% component mine() %}{% endcomponent mine %}";
    assert_eq!(
        loading(&[("templates/a.html", component), ("templates/b.html", component)]),
        [
            "template-syntax templates/b.html \"\" component `mine` is defined in both `a.html` and `b.html` | (here as well templates/a.html \"\")"
        ]
    );
}
