//! The components of the built-in theme, read from its templates: their names, what they take, and what the comment above says.

use dossier::theme::{builtin_paths, builtin_template};

/// A component that templates may call.
pub struct Component {
    pub name: String,
    /// What it takes, in the order written.
    pub arguments: String,
    /// The comment above it; for the first of a file, what the file says of itself.
    pub about: String,
    /// The template in which it stands.
    pub file: String,
}

/// All of them, by name.
pub fn all() -> Vec<Component> {
    let mut all = Vec::new();
    for path in builtin_paths() {
        let text = builtin_template(&path).unwrap();
        let file = path.strip_prefix("builtin/").unwrap();
        let mut parts = text.split("{% component ");
        let mut before = parts.next().unwrap();
        for part in parts {
            let (name, rest) = part.split_once('(').unwrap();
            let (arguments, rest) = rest.split_once(')').unwrap();
            all.push(Component {
                name: name.trim().into(),
                arguments: arguments
                    .split(", ")
                    .filter(|one| !one.is_empty() && !one.starts_with('@'))
                    .map(|one| format!("`{one}`"))
                    .collect::<Vec<_>>()
                    .join(", "),
                about: comment(before),
                file: file.into(),
            });
            before = rest;
        }
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// The comment with which `text` ends.
fn comment(text: &str) -> String {
    let Some(text) = text.trim_end().strip_suffix("#}") else { return String::new() };
    let Some((_, text)) = text.rsplit_once("{#") else { return String::new() };
    text.trim_matches(['-', ' ']).split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
