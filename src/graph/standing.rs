//! Rules of standing that need more than one document: what a court found rests on its judgment, nothing relates to itself,
//! and corrections come to an end. Knows statements and sources, not who may see them.

use std::collections::BTreeMap;

use super::bind::{Binding, PartId};
use super::entity::{Entity, StatementId};
use super::resolve::Site;
use crate::document::front_matter::{Fields, SourceForm};
use crate::document::mention::MentionId;
use crate::document::statement::{Relation, Statement, Status};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut corrections = Corrections::default();
    for entity in site.registry.entities() {
        for (index, statement) in entity.document.body.statements.iter().enumerate() {
            let id = StatementId { entity: entity.id, index: u32::try_from(index).unwrap_or(u32::MAX) };
            established(site, entity, statement, diagnostics);
            relations(site, entity, statement, id, &mut corrections, diagnostics);
        }
    }
    corrections.check(diagnostics);
}

/// What is established needs a judgment or a record among its sources. A source that could not be found has been reported.
fn established(site: &Site, entity: &Entity, statement: &Statement, diagnostics: &mut Vec<Diagnostic>) {
    if statement.status.value != Status::Established {
        return;
    }
    let mut forms = Vec::new();
    for via in &statement.via {
        let Some(source) = site.target(entity.id, *via).and_then(|id| site.registry.get(id)) else { return };
        if let Fields::Source(source) = &source.document.fields {
            forms.push(source.form.as_ref().map(|form| form.value));
        }
    }
    if forms.iter().any(|form| matches!(form, Some(SourceForm::Judgment | SourceForm::Record))) {
        return;
    }
    let message = match statement.via.len() {
        0 => "what is established needs the judgment or record that establishes it",
        1 => "its source is neither a judgment nor a record, so this is not established",
        _ => "none of its sources is a judgment or a record, so this is not established",
    };
    diagnostics.push(
        Diagnostic::new(Code::EstablishedWithoutRecord, statement.status.span, message).help(
            "name the judgment or record after `via:` (a source with `type: judgment` or `type: record`), or write `status: reported` or `status: alleged`",
        ),
    );
}

fn relations(
    site: &Site,
    entity: &Entity,
    statement: &Statement,
    id: StatementId,
    corrections: &mut Corrections,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (relation, mention) in &statement.relations {
        let Some(target) = related(site, entity, *mention) else { continue };
        let span = entity.document.mention(*mention).map_or(statement.span, |mention| mention.span);
        if target == id {
            diagnostics.push(
                Diagnostic::new(Code::SelfRelation, span, format!("the statement {} itself", says(*relation)))
                    .help("name the other statement, or take the line out"),
            );
        } else if *relation == Relation::Corrects {
            corrections.0.entry(id).or_default().push((target, span));
        }
    }
}

const fn says(relation: Relation) -> &'static str {
    match relation {
        Relation::Contradicts => "contradicts",
        Relation::Denies => "denies",
        Relation::Supports => "supports",
        Relation::Repeats => "repeats",
        Relation::Corrects => "corrects",
    }
}

fn related(site: &Site, entity: &Entity, mention: MentionId) -> Option<StatementId> {
    match site.bindings(entity.id).get(mention.index())? {
        Binding::Entity { entity, part: Some(PartId::Statement(index)) } => {
            Some(StatementId { entity: *entity, index: *index })
        }
        _ => None,
    }
}

/// Which statement corrects which, and where that is written.
#[derive(Default)]
struct Corrections(BTreeMap<StatementId, Vec<(StatementId, Span)>>);

impl Corrections {
    /// Reports every correction that leads back to where it came from. Each statement is visited once, without recursion.
    fn check(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut done: BTreeMap<StatementId, bool> = BTreeMap::new();
        for start in self.0.keys() {
            if done.contains_key(start) {
                continue;
            }
            done.insert(*start, false);
            let mut way = vec![(*start, 0)];
            while let Some((at, next)) = way.last_mut() {
                let Some((target, span)) = self.0.get(at).and_then(|targets| targets.get(*next)) else {
                    done.insert(*at, true);
                    way.pop();
                    continue;
                };
                *next += 1;
                match done.get(target) {
                    Some(true) => {}
                    Some(false) => diagnostics.push(
                        Diagnostic::new(Code::CorrectionCycle, *span, "these corrections lead in a circle").help(
                            "take out the one that is not meant: the last statement corrects, the first is corrected",
                        ),
                    ),
                    None => {
                        done.insert(*target, false);
                        way.push((*target, 0));
                    }
                }
            }
        }
    }
}
