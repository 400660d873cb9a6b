//! `schema`: the keys of front matter as JSON Schema. Knows that the role keys are those of a site.

use std::path::Path;

use crate::document::Settings;
use crate::document::front_matter::schema;
use crate::document::kind::Kind;
use crate::foundation::language::Language;
use crate::source::config::{self, Config};
use crate::source::{self, Limits};

/// The schema of `kind`, or that of all kinds, with the roles of the site in `root`; without a site, with those that every site
/// has.
///
/// # Errors
/// When the folder cannot be read.
pub fn schema(root: Option<&Path>, kind: Option<Kind>) -> anyhow::Result<serde_json::Value> {
    let roles = match root {
        Some(root) => {
            let tree = source::read(root, &Limits::default())?.value;
            tree.get("dossier.toml").map_or_else(Config::default, |file| config::parse(file).value).roles
        }
        None => Vec::new(),
    };
    let settings = Settings::new(Language::english(), &roles);
    Ok(kind.map_or_else(|| schema::of_all(&settings.roles), |kind| schema::of_kind(kind, &settings.roles)))
}
