//! Tera's messages in the words of this program, and what to do. Knows the messages, no places.

use super::filters;
use super::layers::Templates;
use crate::foundation::nearest::{did_you_mean, nearest};

/// A message and its help for what Tera says.
pub(super) fn of(text: &str, templates: &Templates) -> (String, String) {
    let text = text.trim();
    let word = text.split('`').nth(1).unwrap_or_default();
    let list = |mark: &str| -> Vec<String> {
        let listed = text.split_once(mark).map_or("", |(_, list)| list);
        listed.split(", ").map(str::to_owned).filter(|name| !name.is_empty()).collect()
    };
    if text.starts_with("Variable `") {
        (format!("`{word}` is not known here"), among(word, &list("Available variables: ")))
    } else if text.starts_with("Field `") {
        let fields = list("Available fields: ");
        if fields.is_empty() {
            (format!("there is no field `{word}`: what stands before it has no fields"), String::new())
        } else {
            (format!("there is no field `{word}` here"), among(word, &fields))
        }
    } else if text.starts_with("Tried to render a variable that is undefined") {
        ("this value does not exist".into(), "check its spelling, or write `{% if … %}` around it".into())
    } else if text.starts_with("Iteration not possible on type `") {
        (format!("only a list can be gone through, and this is of the type `{word}`"), String::new())
    } else if text.starts_with("Unknown template `") {
        (format!("there is no template `{word}`"), template_help(word, templates))
    } else if text.starts_with("Unknown filter `") {
        (format!("there is no filter `{word}`"), did_you_mean(word, filters::NAMES))
    } else if text.starts_with("Unknown test `") {
        (format!("there is no test `{word}`"), did_you_mean(word, filters::TESTS))
    } else if text.starts_with("Unknown function `") {
        let help = "templates have `t`, `range`, `throw` and `super`; all else stands in the page's view";
        (format!("there is no function `{word}`"), help.into())
    } else if text.starts_with("Unknown component `") {
        (format!("there is no component `{word}`"), "check its spelling, or define it in a template".into())
    } else if text.starts_with("Maximum render recursion depth") {
        ("components call each other more than 20 deep".into(), "look for a component that calls itself".into())
    } else {
        (sentence(text), String::new())
    }
}

fn among(word: &str, known: &[String]) -> String {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    if known.is_empty() { String::new() } else { did_you_mean(word, &known) }
}

fn template_help(name: &str, templates: &Templates) -> String {
    if name.starts_with('/') || name.split(['/', '\\']).any(|part| part == "..") {
        return "templates are named by their path below `templates/`; nothing outside can be reached".into();
    }
    if let Some((layer @ ("builtin" | "theme"), short)) = name.split_once('/') {
        let known = templates.short_names();
        return match nearest(short, known, 1).first() {
            Some(near) => format!("did you mean `{layer}/{near}`?"),
            None => format!("`{layer}/` names a template of that layer; it has none of this name"),
        };
    }
    let known = templates.short_names();
    nearest(name, known, 1)
        .first()
        .map_or_else(|| format!("put it into `templates/{name}`"), |near| format!("did you mean `{near}`?"))
}

/// The text as a message: it begins small and ends without a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.trim_end_matches('.').chars();
    match letters.next() {
        Some(first) => first.to_ascii_lowercase().to_string() + letters.as_str(),
        None => "the template engine gives no reason".into(),
    }
}
