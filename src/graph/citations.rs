//! What is wrong with the name in a citation, and what to write instead. Knows that sources are cited by id or file name, never by title.

use super::entity::Entity;
use super::registry::Registry;
use crate::document::mention::Mention;
use crate::foundation::diagnostic::{Code, Diagnostic};

/// No source has the name.
pub(super) fn unknown(mention: &Mention, registry: &Registry) -> Diagnostic {
    let name = &mention.target.name;
    let near = registry.nearest_sources(name, 3);
    let help = if near.is_empty() {
        "write a document for it in `sources/`, and cite it by its id or file name".to_owned()
    } else {
        let names: Vec<_> = near.iter().map(|name| format!("[@{name}]")).collect();
        format!("did you mean {}? Else write a document for it in `sources/`", names.join(", "))
    };
    let message = format!("no source in this site has the id or file name `{name}`");
    Diagnostic::new(Code::UnknownName, mention.span, message).help(help)
}

/// How to cite one of several `sources`.
pub(super) fn which<'a>(sources: impl Iterator<Item = &'a Entity>, registry: &Registry) -> String {
    let choices: Vec<_> = sources
        .filter_map(|source| registry.unambiguous_citation(source.id))
        .map(|name| format!("[@{name}]"))
        .collect();
    if choices.is_empty() {
        return "give one of them another file name".to_owned();
    }
    format!("say which one: {}", choices.join(" or "))
}

/// The name is written in other letters than that of `source`.
pub(super) fn inexact(mention: &Mention, source: &Entity) -> Diagnostic {
    let name = &mention.target.name;
    let message = format!("`{name}` is written in other letters than `{}`", source.slug());
    Diagnostic::new(Code::InexactName, mention.span, message).help(format!("write [@{}]", source.slug()))
}
