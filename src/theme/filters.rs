//! The filters that templates have beyond Tera's own. Knows which addresses may become links and how data is written into a script element.

use tera::{Error, Kwargs, State, TeraResult, Value};

use crate::foundation::html::{AddressKind, address_kind};

/// The names of all filters, for "did you mean".
pub(super) const NAMES: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "host",
    "indent",
    "int",
    "join",
    "json_script",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "safe_url",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// The names of all tests, for "did you mean".
pub(super) const TESTS: &[&str] = &[
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// Adds ours to Tera's.
pub(super) fn register(tera: &mut tera::Tera) {
    tera.register_filter("safe_url", safe_url);
    tera.register_filter("json_script", json_script);
    tera.register_filter("host", host);
}

/// The address itself, when it can be a link: relative, or `http`, `https`, `mailto`, `tel`.
fn safe_url(address: &str, _: Kwargs, _: &State) -> TeraResult<String> {
    match address_kind(address) {
        AddressKind::External | AddressKind::Local => Ok(address.to_owned()),
        AddressKind::Refused => Err(Error::message(format!(
            "`{}` cannot be a link: only relative addresses and http, https, mailto and tel can",
            address.escape_debug()
        ))),
    }
}

/// The value as JSON that cannot end the script element it stands in, nor begin a comment there.
fn json_script(value: &Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let json = serde_json::to_string(value).map_err(|error| Error::message(format!("this is no JSON: {error}")))?;
    // Inside JSON these characters stand in strings only, where an escape means the same.
    let json = ['<', '>', '&', '\u{2028}', '\u{2029}']
        .into_iter()
        .fold(json, |json, letter| json.replace(letter, &format!("\\u{:04x}", letter as u32)));
    Ok(Value::safe_string(&json))
}

/// The host of an address, `www.` left out; the address itself where it has none.
fn host(address: &str, _: Kwargs, _: &State) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.rsplit('@').next().unwrap_or(host).trim_start_matches("www.").to_owned()
}

#[cfg(test)]
mod tests {
    use tera::context;

    use super::super::engine::empty;
    use super::*;

    fn render(template: &str, value: &str) -> Result<String, String> {
        empty().render_str(template, &context! { value => value }, true).map_err(|error| error.to_string())
    }

    #[test]
    fn addresses_that_run_code_are_refused() {
        let link = r#"<a href="{{ value | safe_url }}">"#;
        assert_eq!(render(link, "https://x.org/?a&b\"").unwrap(), r#"<a href="https://x.org/?a&amp;b&quot;">"#);
        assert_eq!(render(link, "../people/kurt/").unwrap(), r#"<a href="../people/kurt/">"#);
        for address in ["javascript:alert(1)", " JaVaScript:x", "data:text/html,x", "vbscript:x"] {
            let error = render(link, address).unwrap_err();
            assert!(error.contains("cannot be a link"), "{error}");
        }
    }

    #[test]
    fn json_cannot_leave_its_script_element() {
        let written = render("{{ value | json_script }}", "</script><!--&\u{2028}\"").unwrap();
        assert_eq!(written, r#""\u003c/script\u003e\u003c!--\u0026\u2028\"""#);
    }

    #[test]
    fn a_link_is_called_by_its_host() {
        assert_eq!(render("{{ value | host }}", "https://www.example.org/a?b").unwrap(), "example.org");
        assert_eq!(render("{{ value | host }}", "mailto:a@example.org").unwrap(), "example.org");
        assert_eq!(render("{{ value | host }}", "a.html").unwrap(), "a.html");
    }

    /// What reads files, variables, the clock or the network, and what runs programs, is not among them: all that is listed here
    /// exists, and the engine counts no more. A new version of the engine that brings more fails here.
    #[test]
    fn nothing_else_is_registered() {
        let shown = format!("{:?}", empty());
        let functions = ["range(end=1)", "throw(message='x')", "t(key='x')"];
        for (kind, count) in [("filters", NAMES.len()), ("tests", TESTS.len()), ("functions", functions.len())] {
            assert!(shown.contains(&format!(" {kind}: {count},")), "{shown}");
        }
        for call in functions {
            empty().add_raw_template("x", &format!("{{{{ {call} }}}}")).unwrap();
        }
        for name in ["now", "get_env", "load_data", "get_random", "get_url", "resize_image"] {
            assert!(empty().add_raw_template("x", &format!("{{{{ {name}() }}}}")).is_err(), "{name}");
        }
    }

    #[test]
    fn every_listed_filter_and_test_exists() {
        for name in NAMES {
            let mut tera = empty();
            tera.add_raw_template("x", &format!("{{{{ y | {name} }}}}")).unwrap();
        }
        for name in TESTS {
            let mut tera = empty();
            tera.add_raw_template("x", &format!("{{% if y is {name} %}}{{% endif %}}")).unwrap();
        }
    }

    #[test]
    fn values_are_escaped_in_templates_of_any_name() {
        let mut tera = empty();
        for name in ["x.html", "builtin/x.html", "x", "x.txt"] {
            tera.add_raw_template(name, "<p title='{{ value }}'>").unwrap();
            let html = tera.render(name, &context! { value => "<'\">&" }).unwrap();
            assert_eq!(html, "<p title='&lt;&#39;&quot;&gt;&amp;'>", "{name}");
        }
    }
}
