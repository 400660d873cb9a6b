//! What a vault of Obsidian needs to know of our front matter: the types of its properties, and a note to begin with for each
//! kind. Knows Obsidian's files; the keys are those of the table, and the notes those of `new`.

use std::collections::BTreeMap;

use serde_json::json;

use crate::command::new::{Request, plan};
use crate::command::new_file::NewFile;
use crate::command::refusal::Refusal;
use crate::document::Settings;
use crate::document::front_matter::keys::{Shape, has_roles, keys};
use crate::document::kind::Kind;
use crate::foundation::language::Language;
use crate::graph::registry::Registry;

/// The folder of the notes to begin with. It is none of those that are read as parts of a site.
const FOLDER: &str = "templates-obsidian";
/// What Obsidian fills in: the name of the note.
const NAME: &str = "{{title}}";
/// What Obsidian writes for the window of one person.
pub(super) const IGNORED: &str = "# What Obsidian remembers of its windows.\n/.obsidian/workspace*.json\n";

/// The files of a vault, by path.
///
/// # Errors
/// When no note can be made for a kind.
pub(super) fn files() -> Result<Vec<NewFile>, Refusal> {
    let new = |path: &str, value: &serde_json::Value| NewFile { path: path.to_owned(), text: format!("{value:#}\n") };
    let mut files = vec![
        new(".obsidian/templates.json", &json!({"folder": FOLDER})),
        new(".obsidian/types.json", &json!({"types": types()})),
    ];
    for kind in Kind::ALL {
        files.push(NewFile { path: format!("{FOLDER}/{kind}.md"), text: note(kind)? });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The type of each property. Groups of keys are left out, as Obsidian has no type for them.
fn types() -> BTreeMap<String, &'static str> {
    let mut types = BTreeMap::new();
    for kind in Kind::ALL {
        let own = keys(kind).filter_map(|key| Some((key.name.to_owned(), type_of(key.name, key.shape)?)));
        types.extend(own);
        if has_roles(kind) {
            let roles = Settings::new(Language::english(), &[]).roles;
            types.extend(roles.iter().map(|role| (role.key.clone(), "multitext")));
        }
    }
    types
}

/// What Obsidian calls values of this shape. Its dates know neither `~2019` nor a time zone, so ours are text.
fn type_of(key: &str, shape: Shape) -> Option<&'static str> {
    match shape {
        Shape::Texts if matches!(key, "aliases" | "tags") => Some(if key == "tags" { "tags" } else { "aliases" }),
        Shape::Texts | Shape::Names | Shape::Links | Shape::Identifiers | Shape::Paths => Some("multitext"),
        Shape::Flag => Some("checkbox"),
        Shape::Text
        | Shape::Name
        | Shape::Id
        | Shape::Link
        | Shape::Date
        | Shape::Moment
        | Shape::Word(_)
        | Shape::Role
        | Shape::Language
        | Shape::Address
        | Shape::Coordinates
        | Shape::Sha256
        | Shape::Amount => Some("text"),
        Shape::Group(_) | Shape::Groups(_) | Shape::Anything => None,
    }
}

/// The note that `new` would write, with the place for its name.
fn note(kind: Kind) -> Result<String, Refusal> {
    let request = Request { name: Some(NAME.to_owned()), ..Request::of(kind) };
    let settings = Settings::new(Language::english(), &[]);
    Ok(plan(&request, &Registry::default(), &settings)?.file.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_one_type_in_whatever_kind_it_stands() {
        for kind in Kind::ALL {
            for key in keys(kind) {
                let known = types().get(key.name).copied();
                assert_eq!(known, type_of(key.name, key.shape), "{kind}: {}", key.name);
            }
        }
    }
}
