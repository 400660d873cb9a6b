//! Which kinds of pages a theme has templates for. Knows the names of templates, not what they say.

use super::layers::{THEME, Templates};
use crate::document::kind::Kind;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Spanned;

/// The template of a kind of document.
#[must_use]
pub const fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Dossier => "dossier.html",
        Kind::Case => "case.html",
        Kind::Hearing => "hearing.html",
        Kind::Person => "person.html",
        Kind::Organisation => "organisation.html",
        Kind::Place => "place.html",
        Kind::Event => "event.html",
        Kind::Source => "source.html",
        Kind::Page => "page.html",
    }
}

/// That a theme shows some kinds of documents and leaves others to the program; a theme that changes parts alone leaves all to it, and is whole.
pub(super) fn missing(templates: &Templates, theme: Option<&Spanned<String>>) -> Option<Diagnostic> {
    let theme = theme?;
    let has = |kind: &Kind| templates.get(&format!("{THEME}{}", template(*kind))).is_some();
    let (own, left): (Vec<Kind>, Vec<Kind>) = Kind::ALL.iter().partition(|kind| has(kind));
    if own.is_empty() || left.is_empty() {
        return None;
    }
    let names: Vec<String> = left.iter().map(|kind| format!("`{}`", template(*kind))).collect();
    let message = format!("the theme `{}` does not have {}: the built-in ones are used", theme.value, names.join(", "));
    let help = "write the missing templates; one line makes the choice plain: {% extends \"builtin/place.html\" %}";
    Some(Diagnostic::new(Code::IncompleteTheme, theme.span, message).help(help))
}
