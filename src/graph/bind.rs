//! What each link means. Knows the rule that nothing is guessed: one candidate is a link, none or several are an error that shows them.

use super::citations;
use super::entity::{Entity, EntityId};
use super::kinds;
use super::parts::{Found, Parts, as_written};
use super::registry::{Candidate, Registry};
use crate::document::Document;
use crate::document::mention::{Mention, Part, Place, StatementRole};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};

/// Where a mention leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Binding {
    /// To an entity, or a part of its page.
    Entity {
        /// The entity.
        entity: EntityId,
        /// The part.
        part: Option<PartId>,
    },
    /// Nowhere: a diagnostic says why.
    Nothing,
}

/// A part of a page that exists.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PartId {
    /// A heading; an index into [`crate::document::body::Body::headings`].
    Heading(u32),
    /// A statement; an index into [`crate::document::body::Body::statements`].
    Statement(u32),
    /// A block, by its id.
    Block(String),
}

/// The bindings of all mentions of `entity`'s document, in their order.
pub fn bind(entity: &Entity, registry: &Registry) -> Checked<Vec<Binding>> {
    let mut diagnostics = Vec::new();
    let bindings =
        entity.document.mentions.iter().map(|mention| bind_one(entity, mention, registry, &mut diagnostics)).collect();
    Checked::new(bindings, diagnostics)
}

fn bind_one(from: &Entity, mention: &Mention, registry: &Registry, diagnostics: &mut Vec<Diagnostic>) -> Binding {
    let Some(target) = find(from, mention, registry, diagnostics) else { return Binding::Nothing };
    let Some(part) = &mention.target.part else {
        return whole_page(target.id, mention, diagnostics);
    };
    match registry.find_part(target.id, part) {
        Found::Part(PartId::Block(_)) if mention.place == Place::Embed => {
            diagnostics.push(
                Diagnostic::new(
                    Code::InvalidLink,
                    mention.span,
                    "only a statement or a section can be shown on another page",
                )
                .help("link to the paragraph instead: take the `!` away"),
            );
            Binding::Nothing
        }
        Found::Part(part) => relation_to_statement(target, part, mention, diagnostics),
        Found::Broken => Binding::Nothing,
        Found::Several => {
            diagnostics.push(
                Diagnostic::new(
                    Code::UnknownPart,
                    mention.span,
                    format!("{} has several headings of this name", target.document.path),
                )
                .help("make the headings different, or link to a block id such as `#^p1`"),
            );
            Binding::Nothing
        }
        Found::Nothing => {
            diagnostics.push(no_such_part(&target.document, part, mention));
            Binding::Nothing
        }
    }
}

fn whole_page(entity: EntityId, mention: &Mention, diagnostics: &mut Vec<Diagnostic>) -> Binding {
    if let Place::Statement { role: StatementRole::Relation, .. } = mention.place {
        diagnostics.push(
            Diagnostic::new(Code::UnknownPart, mention.span, "this leads to a whole page, not to a statement")
                .help("name the statement: [[page#^s1]], or [[#^s1]] on the same page"),
        );
        return Binding::Nothing;
    }
    Binding::Entity { entity, part: None }
}

fn relation_to_statement(
    target: &Entity,
    part: PartId,
    mention: &Mention,
    diagnostics: &mut Vec<Diagnostic>,
) -> Binding {
    let is_relation = matches!(mention.place, Place::Statement { role: StatementRole::Relation, .. });
    if is_relation && !matches!(part, PartId::Statement(_)) {
        diagnostics.push(
            Diagnostic::new(Code::UnknownPart, mention.span, "this leads to something that is not a statement")
                .help("a statement stands in relation to statements only: [[page#^s1]]"),
        );
        return Binding::Nothing;
    }
    Binding::Entity { entity: target.id, part: Some(part) }
}

fn find<'a>(
    from: &'a Entity,
    mention: &Mention,
    registry: &'a Registry,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a Entity> {
    let target = &mention.target;
    if target.name.is_empty() {
        return Some(from);
    }
    let all = if is_citation(mention) {
        registry.cited(&target.name)
    } else {
        registry.spelt(&target.name, target.name.spelling())
    };
    let of_kind = |allowed: &[_]| -> Vec<Candidate> {
        let fits = |candidate: &&Candidate| {
            registry.get(candidate.entity).is_some_and(|entity| allowed.is_empty() || allowed.contains(&entity.kind()))
        };
        all.iter().filter(fits).copied().collect()
    };
    let allowed = kinds::allowed(mention.place);
    let fitting = match target.kind {
        Some(kind) => of_kind(&[kind]),
        None => of_kind(allowed),
    };
    match fitting.as_slice() {
        [] if all.is_empty() => diagnostics.push(unknown(mention, registry)),
        [] => diagnostics.push(wrong_kind(mention, &all, registry)),
        [one] => {
            let entity = registry.get(one.entity)?;
            if !allowed.is_empty() && !allowed.contains(&entity.kind()) {
                diagnostics.push(wrong_kind(mention, &fitting, registry));
                return None;
            }
            if !one.is_exact {
                diagnostics.push(inexact(mention, entity));
            }
            return Some(entity);
        }
        several => diagnostics.push(ambiguous(mention, several, registry)),
    }
    None
}

/// Whether it is written `[@name]`.
fn is_citation(mention: &Mention) -> bool {
    matches!(mention.place, Place::Citation { .. } | Place::Statement { role: StatementRole::Cited, .. })
}

fn unknown(mention: &Mention, registry: &Registry) -> Diagnostic {
    if is_citation(mention) {
        return citations::unknown(mention, registry);
    }
    let near = registry.nearest(&mention.target.name, 3);
    let help = if near.is_empty() {
        "write a document for it, or take the brackets away".to_owned()
    } else {
        let names: Vec<_> = near.iter().map(|name| format!("[[{name}]]")).collect();
        format!("did you mean {}? Else write a document for it, or take the brackets away", names.join(", "))
    };
    Diagnostic::new(
        Code::UnknownName,
        mention.span,
        format!("nothing in this site is called `{}`", mention.target.name),
    )
    .help(help)
}

fn ambiguous(mention: &Mention, candidates: &[Candidate], registry: &Registry) -> Diagnostic {
    let entities = || candidates.iter().filter_map(|candidate| registry.get(candidate.entity));
    let message = format!("`{}` can mean {} things", mention.target.name, candidates.len());
    let help = if is_citation(mention) {
        citations::which(entities(), registry)
    } else {
        let name = |entity: &Entity| registry.unambiguous_name(entity.id);
        let choices: Vec<_> =
            entities().map(|entity| format!("[[{}|{}]]", name(entity), mention.target.name)).collect();
        format!("say which one: {}", choices.join(" or "))
    };
    entities().fold(Diagnostic::new(Code::AmbiguousName, mention.span, message).help(help), |diagnostic, entity| {
        diagnostic.label(
            entity.document.title.span,
            format!("{} `{}`", entity.kind().with_article(), entity.document.title.value),
        )
    })
}

fn wrong_kind(mention: &Mention, candidates: &[Candidate], registry: &Registry) -> Diagnostic {
    let allowed = kinds::allowed(mention.place);
    let wanted = match mention.target.kind {
        Some(kind) if allowed.is_empty() || allowed.contains(&kind) => kind.with_article().to_owned(),
        _ => kinds::in_words(allowed),
    };
    let found: Vec<_> = candidates.iter().filter_map(|candidate| registry.get(candidate.entity)).collect();
    let is: Vec<_> = found.iter().map(|entity| entity.kind().with_article()).collect();
    let message = format!("`{}` is {}, and here only {wanted} can stand", mention.target.name, is.join(" and "));
    found.iter().fold(Diagnostic::new(Code::WrongKind, mention.span, message), |diagnostic, entity| {
        diagnostic.label(entity.document.title.span, format!("`{}`", entity.document.title.value))
    })
}

fn inexact(mention: &Mention, entity: &Entity) -> Diagnostic {
    if is_citation(mention) {
        return citations::inexact(mention, entity);
    }
    let title = &entity.document.title.value;
    let help = match &mention.label {
        Some(label) => format!("write [[{title}|{label}]]"),
        None => format!("write [[{title}]], or add `{}` to its aliases", mention.target.name),
    };
    Diagnostic::new(
        Code::InexactName,
        mention.span,
        format!("`{}` is written in other letters than `{title}`", mention.target.name),
    )
    .help(help)
}

/// How many parts of `document` a link with `part` can mean: none, one or several. One with errors of its own counts.
#[must_use]
pub fn count_parts(document: &Document, part: &Part) -> usize {
    match Parts::of(document).find(part) {
        Found::Part(_) | Found::Broken => 1,
        Found::Several => 2,
        Found::Nothing => 0,
    }
}

fn no_such_part(document: &Document, part: &Part, mention: &Mention) -> Diagnostic {
    let (message, known): (String, Vec<String>) = match part {
        Part::Heading(text) => (
            format!("{} has no heading `{text}`", document.path),
            document.body.headings.iter().map(|heading| as_written(&heading.text, document)).collect(),
        ),
        Part::Block(id) => (
            format!("{} has no statement or block `^{id}`", document.path),
            document
                .body
                .statements
                .iter()
                .map(|statement| &statement.id)
                .chain(&document.body.blocks)
                .map(|block| format!("^{}", block.value))
                .collect(),
        ),
    };
    let help = if known.is_empty() {
        "it has none at all: link to the page, without `#`".to_owned()
    } else {
        let shown: Vec<_> = known.iter().take(12).map(|name| format!("`{name}`")).collect();
        format!("it has {}", shown.join(", "))
    };
    Diagnostic::new(Code::UnknownPart, mention.span, message).help(help)
}
