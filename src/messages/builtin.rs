//! The message files that come with the program, compiled in. Knows their list; a test compares it with the folder.

/// The files, by the tag of their language; English is the first.
pub(super) const FILES: &[(&str, &str)] = &[
    ("en", include_str!("../../themes/default/messages/en.ftl")),
    ("tr", include_str!("../../themes/default/messages/tr.ftl")),
    ("ar", include_str!("../../themes/default/messages/ar.ftl")),
    ("ku", include_str!("../../themes/default/messages/ku.ftl")),
];

/// The path of a built-in file, as diagnostics name it.
pub(super) fn path(tag: &str) -> String {
    format!("builtin/messages/{tag}.ftl")
}

/// The text of the built-in message file at `path`: `builtin/messages/tr.ftl`.
#[must_use]
pub fn builtin_message_file(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(tag, _)| self::path(tag) == path).map(|(_, text)| *text)
}

/// The paths that [`builtin_message_file`] knows.
pub fn builtin_message_paths() -> impl Iterator<Item = String> {
    FILES.iter().map(|(tag, _)| path(tag))
}
