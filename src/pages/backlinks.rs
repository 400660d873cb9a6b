//! Which pages name an entity, as what, and in which sentences. Knows the mentions that the public site lists; makes no scan of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::dates;
use super::short_form::ShortForm;
use super::statements;
use super::text;
use super::views::{Backlink, BacklinkGroup, SaidThere};
use super::words;
use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, MentionId, Place, StatementRole};
use crate::foundation::date::Placement;
use crate::graph::entity::EntityId;
use crate::graph::public::PublicEntity;

/// The backlinks of `entity`, grouped by kind, newest first. Empty for an entity about which facts are not gathered.
pub(super) fn groups(page: &Context<'_>, entity: &PublicEntity) -> Vec<BacklinkGroup> {
    if !entity.is_gathered {
        return Vec::new();
    }
    let mut by_page: BTreeMap<EntityId, Vec<MentionId>> = BTreeMap::new();
    for (from, mention) in page.planner.site.backlinks(entity.id) {
        by_page.entry(*from).or_default().push(*mention);
    }
    let mut by_kind: BTreeMap<Kind, Vec<(Sorting, Backlink)>> = BTreeMap::new();
    for (from, mentions) in by_page {
        let Some(from) = page.planner.site.get(from) else { continue };
        if let Some(link) = backlink(page, from, &mentions) {
            by_kind.entry(from.kind()).or_default().push((sorting(from), link));
        }
    }
    by_kind
        .into_iter()
        .map(|(kind, mut links)| {
            links.sort_by(|(a, left), (b, right)| {
                a.cmp(b).then_with(|| page.tongue.alphabet.compare(&left.from.title, &right.from.title))
            });
            BacklinkGroup { kind, links: links.into_iter().map(|(_, link)| link).collect() }
        })
        .collect()
}

/// Newest first, undated last.
type Sorting = (bool, std::cmp::Reverse<Placement>);

fn sorting(from: &PublicEntity) -> Sorting {
    dates::newest_first(dates::place(from.fields()))
}

fn backlink(page: &Context<'_>, from: &PublicEntity, mentions: &[MentionId]) -> Option<Backlink> {
    let mut roles: Vec<String> = Vec::new();
    let mut sentences = Vec::new();
    let mut last_sentence = None;
    let mut named = Vec::new();
    let mut shown = BTreeSet::new();
    for mention in mentions {
        let role = match from.place(*mention)? {
            Place::Text { sentence } => {
                if last_sentence.replace(sentence) != Some(sentence)
                    && let Some(plain) = from.body().sentences.get(sentence)
                {
                    sentences.push(text::sentence(page.planner, from, &plain, *mention));
                }
                continue;
            }
            Place::Citation { sentence } => {
                if let Some(sentence) = sentence
                    && last_sentence.replace(sentence) != Some(sentence)
                    && let Some(plain) = from.body().sentences.get(sentence)
                {
                    sentences.push(text::sentence(page.planner, from, &plain, *mention));
                }
                page.tongue.say("backlink-cited", &[])
            }
            Place::Embed => page.tongue.say("backlink-shown", &[]),
            Place::Field(FieldKey::Role(role)) => page.tongue.role(&page.planner.site.settings, role),
            Place::Field(FieldKey::Named(key)) => page.tongue.say(words::field(key), &[]),
            Place::Statement { statement, role } => {
                let Some(words) = in_statement(page, from, statement, role) else {
                    named.push(statement);
                    continue;
                };
                if !matches!(role, StatementRole::Relation | StatementRole::Cited) {
                    shown.insert(statement);
                }
                words
            }
        };
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    named.dedup();
    let said = named.into_iter().filter(|index| !shown.contains(index)).filter_map(|index| said(page, from, index));
    let (reference, date) = (page.reference(from.id)?, page.dated(from));
    Some(Backlink { from: reference, date, roles, sentences, said: said.collect() })
}

/// A sentence out of a statement would lack who said it and with what standing; its short form has both.
fn said(page: &Context<'_>, from: &PublicEntity, index: u32) -> Option<SaidThere> {
    let statement = from.body().statements.get(index as usize)?;
    Some(SaidThere {
        path: statements::path(page.planner, from, statement),
        number: index as usize + 1,
        words: ShortForm::of(page.planner, &page.tongue.messages, from, statement),
    })
}

/// Statements are shown whole where they count; here only that there is one, with its standing. Nothing for a name in its
/// words: that is no line of the statement, and its short form shows it.
fn in_statement(page: &Context<'_>, from: &PublicEntity, index: u32, role: StatementRole) -> Option<String> {
    let statement = from.body().statements.get(index as usize)?;
    let key = match role {
        StatementRole::Speaker => return Some(page.tongue.say("backlink-speaker", &[])),
        StatementRole::Via => return Some(page.tongue.say(words::SOURCE_OF_STATEMENTS, &[])),
        StatementRole::About => "backlink-about",
        StatementRole::Relation => "backlink-related",
        StatementRole::Cited => "backlink-cited-in",
        StatementRole::Words => return None,
    };
    let standing = page.tongue.say(words::standing(statement.status.value), &[]);
    Some(page.tongue.say(key, &[("number", (index as usize + 1).into()), ("standing", (&standing).into())]))
}
