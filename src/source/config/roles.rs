//! `[roles]`: the site's own role keys for hearings and cases. Knows which keys are free, not who has a role.

use super::values::{Entry, Problems};

/// The role keys that every site has.
pub const BUILT_IN_ROLES: [&str; 10] = [
    "judges",
    "prosecutors",
    "defendants",
    "complainants",
    "victims",
    "lawyers",
    "witnesses",
    "experts",
    "officials",
    "observers",
];

/// The keys of front matter of all kinds. A role cannot have one of these names.
pub const FRONT_MATTER_KEYS: [&str; 66] = [
    "about",
    "accessed",
    "aggregate",
    "aliases",
    "archived",
    "author",
    "authors",
    "card",
    "case",
    "cases",
    "coordinates",
    "corrections",
    "court",
    "date",
    "derived_from",
    "draft",
    "events",
    "extra",
    "feed",
    "file",
    "hearings",
    "id",
    "kind",
    "label",
    "lang",
    "name",
    "next",
    "noindex",
    "not_same_as",
    "number",
    "numbers",
    "organisations",
    "page",
    "parties",
    "people",
    "place",
    "places",
    "precision",
    "public",
    "publish_after",
    "published",
    "publisher",
    "redirect_from",
    "replies",
    "resolved",
    "role",
    "same_as",
    "seen",
    "sha256",
    "slug",
    "sort_as",
    "source",
    "sources",
    "split_from",
    "stage",
    "status",
    "summary",
    "tags",
    "title",
    "type",
    "updated",
    "url",
    "who",
    "withdrawn",
    "withheld",
    "within",
];

/// The roles in the table `entry`, in the order of the file: key and heading.
pub fn roles(entry: Entry<'_, '_>, problems: &mut Problems) -> Vec<(String, String)> {
    let mut roles = Vec::new();
    for (key, value) in problems.table(entry) {
        let name = key.get_ref().as_ref();
        if let Err((message, help)) = check_role(name) {
            problems.add(key.span(), message, help);
        }
        if let Some(heading) = problems.text((key, value)) {
            roles.push((name.to_owned(), heading.to_owned()));
        }
    }
    roles
}

fn check_role(name: &str) -> Result<(), (String, &'static str)> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
        Err((format!("`{name}` cannot be a role key"), "use the letters a to z and _, such as bar_observers"))
    } else if BUILT_IN_ROLES.contains(&name) {
        Err((format!("the role `{name}` is built in"), "take the line out, or use another key"))
    } else if FRONT_MATTER_KEYS.contains(&name) {
        Err((format!("`{name}` is a key of front matter and cannot be a role"), "use another key, such as a plural"))
    } else {
        Ok(())
    }
}
