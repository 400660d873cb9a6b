//! The texts of new files and what is filled into them. Knows YAML's quoting; each text is a Markdown file beside this one.

use std::collections::BTreeMap;

use crate::document::kind::Kind;

/// The text for `kind`, with names in braces for what is filled in.
pub const fn of(kind: Kind) -> &'static str {
    match kind {
        Kind::Dossier => include_str!("dossier.md"),
        Kind::Case => include_str!("case.md"),
        Kind::Hearing => include_str!("hearing.md"),
        Kind::Person => include_str!("person.md"),
        Kind::Organisation => include_str!("organisation.md"),
        Kind::Place => include_str!("place.md"),
        Kind::Event => include_str!("event.md"),
        Kind::Source => include_str!("source.md"),
        Kind::Page => include_str!("page.md"),
    }
}

/// What stands in the place of the names in braces.
#[derive(Debug, Default)]
pub struct Values(BTreeMap<&'static str, String>);

impl Values {
    /// `{name}` becomes `value`.
    pub fn set(&mut self, name: &'static str, value: String) {
        self.0.insert(name, value);
    }

    /// Fills `template`, in one pass: what is filled in is not looked at again.
    pub fn fill(&self, template: &str) -> String {
        let mut out = String::with_capacity(template.len() + 256);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let filled = after.split_once('}').and_then(|(name, end)| Some((self.0.get(name)?.as_str(), end)));
            // Braces around anything else stay as they are.
            let (value, end) = filled.unwrap_or(("{", after));
            out.push_str(value);
            rest = end;
        }
        out.push_str(rest);
        out
    }
}

/// `text` as a YAML value that is read as text, in quotes where it needs them.
pub fn yaml_text(text: &str) -> String {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '.' | '-' | '’');
    let is_date = text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '/'))
        && text.contains('-');
    let is_plain = text.starts_with(char::is_alphabetic) && text.chars().all(is_word) && !is_reserved(text);
    if is_plain || is_date { text.to_owned() } else { quoted(text) }
}

/// `text` in double quotes.
pub fn quoted(text: &str) -> String {
    // YAML's double-quoted style takes every JSON string. Source: YAML 1.2.2, 1.3.
    serde_json::Value::from(text).to_string()
}

/// Words that some YAML readers, such as Obsidian's, take for something else than text.
fn is_reserved(text: &str) -> bool {
    ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_where_yaml_would_read_something_else() {
        for plain in ["İlhami Balı", "O’Brien", "2019-05-14", "2019-05/2019-06", "J. R. Smith"] {
            assert_eq!(yaml_text(plain), plain);
        }
        for (text, value) in [
            ("No", "\"No\""),
            ("Kurt: \"emir\"", "\"Kurt: \\\"emir\\\"\""),
            ("2015 case", "\"2015 case\""),
            ("2019", "\"2019\""),
            ("~2019", "\"~2019\""),
            ("[..2015-10-10]", "\"[..2015-10-10]\""),
            ("a #b", "\"a #b\""),
            ("[[x]]", "\"[[x]]\""),
        ] {
            assert_eq!(yaml_text(text), value);
        }
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let mut values = Values::default();
        values.set("name", "{date}".into());
        values.set("date", "2019".into());
        assert_eq!(values.fill("{name} {date} {other} {"), "{date} 2019 {other} {");
    }
}
