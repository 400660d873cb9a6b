//! Which version of the templates' contract a theme was written for. Knows `theme.toml` and what changed between versions.

use toml::de::{DeTable, DeValue};

use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;
use crate::source::tree::{Content, SourceTree};

/// The version of what templates are given: the views, the filters, and the names of templates.
pub const API_VERSION: u32 = 1;

/// What changed with each version after the first.
const CHANGES: &[(u32, &str)] = &[];

/// What is wrong with `theme.toml` in the folder `theme`: a theme for another version. A theme without the file, or without `api_version` in it, is taken for one of this version.
pub(super) fn check(tree: &SourceTree, theme: &str) -> Option<Diagnostic> {
    let file = tree.get(&format!("{theme}/theme.toml"))?;
    let text = match &file.content {
        Content::Text(text) => text.to_string(),
        Content::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Content::Aside { .. } | Content::OnDisk { .. } | Content::Unreadable => return None,
    };
    let wrong = |message: String, help: String| {
        Some(Diagnostic::new(Code::ThemeVersion, Span::start_of(file.id), message).help(help))
    };
    let write = || format!("write: api_version = {API_VERSION}");
    let (table, errors) = DeTable::parse_recoverable(&text);
    if let Some(error) = errors.first() {
        let message = format!("this is not TOML: {}", error.message().lines().next().unwrap_or_default());
        return wrong(message, write());
    }
    let value = table.get_ref().get("api_version")?;
    let version: Option<u32> = match value.get_ref() {
        DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    };
    match version {
        Some(API_VERSION) => None,
        Some(version) if version > API_VERSION => wrong(
            format!(
                "this theme is written for version {version} of what templates are given, and this program has version {API_VERSION}"
            ),
            format!("use a newer version of dossier, or a version of the theme for {API_VERSION}"),
        ),
        Some(version) if version > 0 => {
            let since: Vec<&str> = CHANGES.iter().filter(|(own, _)| *own > version).map(|(_, what)| *what).collect();
            wrong(
                format!(
                    "this theme is written for version {version} of what templates are given, and this program has version {API_VERSION}: {}",
                    since.join("; ")
                ),
                format!("change the templates accordingly, then {}", write()),
            )
        }
        _ => wrong("`api_version` is not a version of what templates are given".to_owned(), write()),
    }
}
