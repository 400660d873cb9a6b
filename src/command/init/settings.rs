//! The settings of a new site. Knows the lines of the file that it begins with, and how text is written in TOML.

use super::Begin;

/// `text` with what `begin` wants in the places of its values. Values that nobody named stay.
pub(super) fn filled(text: &str, begin: &Begin) -> String {
    let mut text = text.to_owned();
    let mut set = |key: &str, value: &str| {
        // Every JSON string is one of TOML, but for characters that no title, language or address has. Source: TOML 1.0.0, String.
        let line = format!("{key} = {}", serde_json::Value::from(value));
        text = replaced(&text, key, &line);
    };
    if let Some(title) = &begin.title {
        set("title", title);
    }
    if let Some(language) = &begin.language {
        set("language", language.as_str());
    }
    if begin.is_empty {
        text = replaced(&text, "description", "# description = \"What it is, in one sentence.\"");
    } else if begin.title.is_some() {
        text = replaced(
            &text,
            "description",
            "description = \"An invented case, to learn from. Say here what the site is.\"",
        );
    }
    if let Some(url) = &begin.base_url {
        text = text.replacen("; take the `#` away when you know it", "", 1);
        text = replaced(&text, "# base_url", &format!("base_url = {}", serde_json::Value::from(url.as_str())));
    }
    if let Some(theme) = begin.theme {
        let language = text.lines().find(|line| line.starts_with("language = ")).unwrap_or_default().to_owned();
        let chosen = format!(
            "{language}\n\n# How the site looks: the folder `themes/{0}`, yours to change. Without this line the built-in theme is used.\ntheme = \"{0}\"",
            theme.name()
        );
        text = replaced(&text, "language", &chosen);
    }
    text
}

/// `text` with `line` in the place of the line that sets `key`.
fn replaced(text: &str, key: &str, line: &str) -> String {
    let is_it = |old: &str| old.strip_prefix(key).is_some_and(|rest| rest.starts_with(" = "));
    text.lines().map(|old| if is_it(old) { line } else { old }).fold(String::new(), |text, line| text + line + "\n")
}
