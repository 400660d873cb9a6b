//! Callouts: quotes that begin with `[!type]`. Knows the marker and the types, not what is inside.

use std::ops::Range;

use super::source::Source;
use crate::document::statement::Form;
use crate::foundation::nearest::nearest;

/// The `[!type]` at the beginning of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// The type as written.
    pub(super) word: String,
    /// Whether it can be folded (`-` or `+` after the marker), and whether it is open.
    pub(super) fold: Option<bool>,
    /// Where the marker stands, with the sign for folding.
    pub(super) range: Range<usize>,
}

/// What a marker makes of its quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    /// A statement.
    Statement(Form),
    /// Spelt almost like a statement.
    Nearly(&'static str),
    /// A callout with this class.
    Callout(&'static str),
    /// A plain quote.
    Quote,
}

/// The callouts that have a look and a title of their own.
pub(super) const CLASSES: &[&str] = &["note", "warning", "disputed", "tip", "important", "caution", SHORT];
/// A dossier in short: each of its points has a source.
pub(super) const SHORT: &str = "short";

/// Reads the marker of the quote that begins at `start`.
///
/// # Errors
/// The place of a marker that something follows without a space.
pub(super) fn marker(source: &Source<'_>, start: usize) -> Result<Option<Marker>, Range<usize>> {
    let text = source.after(start);
    let inner = text.strip_prefix('>').unwrap_or(text).trim_start_matches([' ', '\t']);
    let at = start + (text.len() - inner.len());
    let Some((word, rest)) = inner.strip_prefix("[!").and_then(|rest| rest.split_once(']')) else { return Ok(None) };
    if word.is_empty() || !word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_')) {
        return Ok(None);
    }
    let fold = match rest.chars().next() {
        Some('-') => Some(false),
        Some('+') => Some(true),
        _ => None,
    };
    let end = at + "[!]".len() + word.len() + usize::from(fold.is_some());
    let range = at..end;
    match source.after(end).chars().next() {
        Some(letter) if !letter.is_whitespace() => Err(range),
        _ => Ok(Some(Marker { word: word.to_owned(), fold, range })),
    }
}

/// What `word` makes of a quote. Case does not count, as in Obsidian.
pub(super) fn type_of(word: &str) -> Type {
    let word = word.to_ascii_lowercase();
    if let Some(form) = Form::named(&word) {
        return Type::Statement(form);
    }
    if matches!(word.as_str(), "quote" | "cite") {
        return Type::Quote;
    }
    if let Some(class) = CLASSES.iter().find(|class| **class == word) {
        return Type::Callout(class);
    }
    match nearest(&word, Form::WORDS.iter().copied(), 1).first().copied() {
        Some(form) if !OBSIDIAN.contains(&word.as_str()) => Type::Nearly(form),
        _ => Type::Callout("note"),
    }
}

/// Obsidian's own types that have no class here: they are notes, however they are spelt.
const OBSIDIAN: &[&str] = &[
    "abstract",
    "summary",
    "tldr",
    "info",
    "todo",
    "hint",
    "success",
    "check",
    "done",
    "question",
    "help",
    "faq",
    "attention",
    "failure",
    "fail",
    "missing",
    "danger",
    "error",
    "bug",
    "example",
];

/// Whether a statement's marker stands at byte `at`, where no quote begins.
pub(super) fn is_statement_marker(source: &Source<'_>, at: usize) -> bool {
    let Some(rest) = source.after(at).strip_prefix("[!") else { return false };
    let longest = Form::WORDS.iter().map(|word| word.len()).max().unwrap_or_default();
    let end = rest.bytes().take(longest + 1).position(|byte| byte == b']');
    let word = end.and_then(|end| rest.get(..end)).unwrap_or_default();
    Form::named(&word.to_ascii_lowercase()).is_some()
}

/// Where there is one, the title that the interface has for a callout whose author wrote none.
pub(super) fn own_title(word: &str) -> Option<&'static str> {
    CLASSES.iter().copied().find(|class| word.eq_ignore_ascii_case(class))
}

/// The title of a callout of another type whose author wrote none: the type with a capital letter.
pub(super) fn default_title(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_statements_callouts_or_near_misses() {
        for (word, kind) in [
            ("testimony", Type::Statement(Form::Testimony)),
            ("Ruling", Type::Statement(Form::Ruling)),
            ("testimoney", Type::Nearly("testimony")),
            ("submision", Type::Nearly("submission")),
            ("acts", Type::Nearly("act")),
            ("quote", Type::Quote),
            ("warning", Type::Callout("warning")),
            ("disputed", Type::Callout("disputed")),
            ("Short", Type::Callout("short")),
            ("bilgi", Type::Callout("note")),
        ] {
            assert_eq!(type_of(word), kind, "{word}");
        }
        for word in OBSIDIAN {
            assert_eq!(type_of(word), Type::Callout("note"), "{word}");
        }
    }
}
