//! The site in another language. Knows that a translation says of each statement what its main file says: who made it, of what
//! kind it is, with what standing, on whose report, and with which quotes.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::bind::{Binding, PartId, bind};
use super::entity::{Entity, EntityId};
use super::files::Files;
use super::registry::Registry;
use super::resolve::{Bound, Site};
use super::{checks, embeds};
use crate::document::Document;
use crate::document::mention::MentionId;
use crate::document::statement::{Speaker, Statement};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// Binds the links of translations among `documents`, which are those of `main` with translations in the places of some. All
/// that is wrong with the others has been told with `main`, and their links lead where they lead there.
pub fn resolve(main: &Site, documents: &[Arc<Document>], files: &Files) -> Checked<Site> {
    let registry = Registry::beside(&main.registry, documents);
    let bound = Bound::each(&registry, |entity| {
        let bindings = if entity.document.is_translation {
            bind(entity, &registry)
        } else {
            Checked::clean(as_in(main, entity.id, &registry))
        };
        Bound::with(bindings, entity, files)
    });
    let mut diagnostics = Vec::new();
    let bound = bound.into_iter().map(|bound| bound.collect_into(&mut diagnostics)).collect();
    let mut site = Site { registry: Arc::new(registry), bound };
    checks::check(&site, &mut diagnostics);
    embeds::check(&mut site, &mut diagnostics);
    let translated: Vec<&Entity> = site.registry.entities().filter(|entity| entity.document.is_translation).collect();
    let own: BTreeSet<FileId> = translated.iter().map(|entity| entity.document.file).collect();
    diagnostics.retain(|diagnostic| own.contains(&diagnostic.span.file));
    for entity in &translated {
        statements(main, &site, entity, &mut diagnostics);
    }
    Checked::new(site, diagnostics)
}

/// Where the links of an untranslated document lead. A heading or a paragraph of a page that is translated is another there; its
/// statements are the same.
fn as_in(main: &Site, id: EntityId, registry: &Registry) -> Vec<Binding> {
    let is_translated = |id: EntityId| registry.get(id).is_some_and(|entity| entity.document.is_translation);
    let bindings = main.bindings(id);
    let kept = bindings.iter().map(|binding| match binding {
        Binding::Entity { entity, part: Some(PartId::Heading(_) | PartId::Block(_)) } if is_translated(*entity) => {
            Binding::Entity { entity: *entity, part: None }
        }
        binding => binding.clone(),
    });
    kept.collect()
}

/// What differs between the statements of a translation and those of its main file.
fn statements(main: &Site, site: &Site, entity: &Entity, diagnostics: &mut Vec<Diagnostic>) {
    let Some(original) = main.registry.get(entity.id).map(|original| &original.document) else { return };
    let (theirs, own) = (&original.body.statements, &entity.document.body.statements);
    let ids = |list: &[Statement]| list.iter().map(|statement| statement.id.value.clone()).collect::<Vec<_>>();
    if ids(theirs) != ids(own) {
        diagnostics.push(other_statements(entity, theirs, own));
        return;
    }
    for (theirs, own) in theirs.iter().zip(own) {
        let said = [Say { site: main, id: entity.id, statement: theirs }, Say { site, id: entity.id, statement: own }];
        if let Some((what, span)) = said[1].differs_from(&said[0]) {
            let message = format!("the translation of statement `^{}` has {what} than its main file", own.id.value);
            let diagnostic = Diagnostic::new(Code::InvalidTranslation, span, message);
            diagnostics.push(
                diagnostic
                    .label(theirs.span, "there it stands")
                    .help("a translation changes the words alone: write the same here"),
            );
        }
    }
}

fn other_statements(entity: &Entity, theirs: &[Statement], own: &[Statement]) -> Diagnostic {
    let at = theirs.iter().zip(own).position(|(a, b)| a.id.value != b.id.value).unwrap_or(theirs.len().min(own.len()));
    let span = own.get(at).map_or_else(|| Span::start_of(entity.document.file), |statement| statement.id.span);
    let message = match (theirs.get(at), own.get(at)) {
        (Some(missing), None) => format!("the statement `^{}` is missing in the translation", missing.id.value),
        (None, Some(more)) => format!("the main file has no statement `^{}`", more.id.value),
        (Some(expected), Some(found)) => {
            format!("the statement `^{}` stands where the main file has `^{}`", found.id.value, expected.id.value)
        }
        (None, None) => "the statements are others than in the main file".to_owned(),
    };
    let diagnostic = Diagnostic::new(Code::InvalidTranslation, span, message);
    let diagnostic = match theirs.get(at) {
        Some(statement) => diagnostic.label(statement.span, "there it stands"),
        None => diagnostic,
    };
    diagnostic.help("write the same statements in the same order, each with its block id")
}

/// A statement with the site in which its links are bound.
struct Say<'a> {
    site: &'a Site,
    id: EntityId,
    statement: &'a Statement,
}

impl Say<'_> {
    /// In what this differs from `other`, in words, and where.
    fn differs_from(&self, other: &Self) -> Option<(&'static str, Span)> {
        let (own, main) = (self.statement, other.statement);
        let differences = [
            (own.form.value != main.form.value, "another kind", own.form.span),
            (own.status.value != main.status.value, "another standing", own.status.span),
            (self.speaker() != other.speaker(), "another speaker", own.span),
            (self.targets(&own.about) != other.targets(&main.about), "another subject", own.span),
            (self.targets(&own.via) != other.targets(&main.via), "another source", own.span),
            (date(own) != date(main), "another date", own.span),
            (self.relations() != other.relations(), "other relations", own.span),
            (quotes(own) != quotes(main), "other verbatim quotes", own.span),
        ];
        differences.into_iter().find(|(differs, ..)| *differs).map(|(_, what, span)| (what, span))
    }

    /// Whether somebody is said to speak, and who.
    fn speaker(&self) -> (bool, Option<EntityId>) {
        match self.statement.speaker {
            Speaker::Mention(mention) => (true, self.site.target(self.id, mention)),
            Speaker::Unattributed => (false, None),
        }
    }

    fn targets(&self, mentions: &[MentionId]) -> Vec<Option<EntityId>> {
        mentions.iter().map(|mention| self.site.target(self.id, *mention)).collect()
    }

    fn relations(&self) -> Vec<(crate::document::statement::Relation, Option<&Binding>)> {
        let target = |mention: MentionId| self.site.bindings(self.id).get(mention.index());
        self.statement.relations.iter().map(|(relation, mention)| (*relation, target(*mention))).collect()
    }
}

fn date(statement: &Statement) -> Option<String> {
    statement.date.as_ref().map(|date| date.value.to_string())
}

fn quotes(statement: &Statement) -> Vec<&crate::document::said::Said<String>> {
    statement.quotes.iter().map(|quote| &quote.value).collect()
}
