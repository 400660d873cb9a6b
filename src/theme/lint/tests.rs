//! Templates that keep the rules, and those that do not. G 70.

use super::*;
use crate::foundation::span::FileId;

/// What is wrong with `text` in a theme, as the words at fault and the message.
fn found(text: &str, may_use_safe: bool) -> Vec<(String, String)> {
    let template = Template { file: FileId::of_path("templates/a.html"), text: text.into() };
    let found = one(&template, may_use_safe);
    found.into_iter().map(|found| (text[found.span.range()].to_owned(), found.message)).collect()
}

#[track_caller]
fn refused(text: &str, words: &str, message: &str) {
    let found = found(text, false);
    assert!(found.len() == 1 && found[0].0.trim() == words && found[0].1.contains(message), "{text}: {found:#?}");
}

#[test]
fn g70_values_where_code_could_begin_are_refused() {
    refused("<script>let a = {{ x }};</script>", "x", "cannot stand in <script>");
    refused(
        "<script type='text/javascript'>{{ x | json_script }}</script>",
        "x | json_script",
        "cannot stand in <script>",
    );
    refused("<STYLE>p { color: {{ x }} }</STYLE>", "x", "cannot stand in <style>");
    refused("<p onclick=\"f({{ x }})\">", "x", "cannot stand in `onclick`");
    refused("<p style='color: {{ x }}'>", "x", "cannot stand in `style`");
    refused("<iframe srcdoc='{{ x }}'></iframe>", "x", "cannot stand in `srcdoc`");
    refused("<p class={{ x }}>", "x", "has no quotes");
    refused("<p class=a-{{ x }}>", "x", "has no quotes");
    refused("<p {{ x }}>", "x", "the name of a tag");
    refused("<p data-{{ x }}='a'>", "x", "the name of a tag");
    refused("<h{{ x }}>", "x", "the name of a tag");
    refused("<{{ x }}>", "x", "the name of a tag");
    let found = found("<p title='{{ x | safe }}'>", true);
    assert!(found.len() == 1 && found[0].1.contains("must be escaped"), "{found:#?}");
}

#[test]
fn g70_addresses_are_checked_or_begin_at_the_root() {
    let message = "leads is not checked";
    refused("<a href=\"{{ x }}\">", "x", message);
    refused("<a href=' {{ x }}'>", "x", message);
    refused("<img src=\"{{ x }}/a.png\">", "x", message);
    refused("<form action='{{ x }}'>", "x", message);
    refused("<img srcset='{{ page.root }}a 1x, {{ x }} 2x'>", "x", message);
    refused("<svg><use xlink:href='{{ x }}'/></svg>", "x", message);
    refused("<a href='java{{ x }}'>", "x", message);
    refused("<a href='javascript:{{ x }}'>", "x", message);
    refused("<a href='&#106;avascript&colon;{{ x }}'>", "x", message);
    refused("<a href='{{ \"javascript:\" ~ x | safe_url }}'>", "\"javascript:\" ~ x | safe_url", message);
    refused("<a href='{{ x | safe_url if y else z }}'>", "x | safe_url if y else z", message);
    refused("<a href='{{ x | trim ~ y | safe_url }}'>", "x | trim ~ y | safe_url", message);
    refused("<a href='{% if y %}#{% endif %}{{ x }}'>", "x", message);
    refused("<a href='{% if y %}#{% elif z %}b{% else %}#{% endif %}{{ x }}'>", "x", message);
    refused("<meta http-equiv=refresh content='0; url={{ x }}'>", "x", message);
    for text in [
        "<a href=\"{{ x.url | safe_url }}\">{{ x.title }}</a>",
        "<a href=\"{{- (a ~ b) | safe_url -}}\">",
        "<a href=\"{{ x['a'] | trim | safe_url }}\">",
        "<a href='{{ page.root }}{{ x.path }}#{{ y }}'>",
        "<a href='#{{ x }}'><a href='?q={{ x }}'><a href='https://x.example/{{ x }}'><a href='mailto:{{ x }}'>",
        "<a href='{% if y %}{{ page.root }}{% else %}#{% endif %}{{ x }}'>",
        "<img srcset='{{ page.root }}{{ x }} 1x, {{ page.root }}{{ y }} 2x' alt='{{ z }}'>",
        "<meta http-equiv=refresh content='0; url={{ page.root }}{{ x }}'><meta name=description content='{{ x }}'>",
    ] {
        assert_eq!(found(text, false), [], "{text}");
    }
}

#[test]
fn g70_html_from_values_needs_a_grant_in_themes() {
    let message = "dossier.toml does not allow it";
    refused("<p>{{ x | safe }}</p>", "safe", message);
    refused("{% set y = x |safe %}", "safe", message);
    refused("{% filter safe %}a{% endfilter %}", "safe", message);
    refused("{% if x | safe %}{% endif %}", "safe", message);
    assert_eq!(found("<p>{{ x | safe }}{{ 'a | safe' }}</p>{% filter safe %}a{% endfilter %}", true), []);
    assert_eq!(found("{{ x | safe_url }}", false), []);
}

#[test]
fn g70_no_branch_ends_elsewhere_than_it_begins() {
    let message = "ends in another place";
    refused("{% if a %}<a title=\"{% endif %}", "endif", message);
    refused("<a {% if a %}href='#'{% else %}title='{% endif %}>", "endif", message);
    refused("{% for a in b %}<script>{% endfor %}</script>", "endfor", message);
    assert_eq!(found("<p{% if a %} class=\"{% if b %}c{% else %}d{% endif %}\"{% endif %} hidden>{{ x }}", false), []);
    assert_eq!(found("{% if a %}<h2 id=\"{{ b }}\">{% else %}<h3>{% endif %}{{ c }}", false), []);
}

#[test]
fn g70_parts_and_blocks_stand_between_tags() {
    refused("<p {% include 'a.html' %}>", "include 'a.html'", "between tags only");
    refused("<p {% block a %}{% endblock %}>", "block a", "cannot begin within a tag");
    refused("<a href='{% block a %}{% endblock %}'>", "block a", "cannot begin within a tag");
    refused("<p class='a", "", "ends within a tag");
    assert_eq!(found("<body class='{% block a %}b{% endblock a %}'>{% set x %}<b>{% endset %}{{ x }}", false), []);
}

#[test]
fn g70_data_for_programs_may_stand_in_a_script_that_holds_data() {
    assert_eq!(found("<script type=\"application/ld+json\">{{ x | json_script }}</script><p>{{ y }}</p>", false), []);
    refused("<script type=\"application/json\">{{ x }}</script>", "x", "cannot stand in <script>");
    assert_eq!(found("<!-- {{ x }} --><title>a < b {{ x }}</title><textarea><p {{ x }}></textarea>", false), []);
    assert_eq!(found("{# <script>{{ x }} #}{% raw %}<script>{{ x }}</script>{% endraw %}1 < 2 {{ x }}", false), []);
}

#[test]
fn the_templates_of_the_program_keep_the_rules() {
    use super::super::builtin::{builtin_paths, builtin_template};
    for path in builtin_paths() {
        assert_eq!(found(builtin_template(&path).unwrap(), true), [], "{path}");
    }
}
