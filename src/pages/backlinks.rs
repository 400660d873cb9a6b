//! Which pages name an entity, as what, and in which sentences. Knows the mentions that the public site lists; makes no scan of its own.

use std::collections::BTreeSet;

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
use crate::graph::public::{PublicEntity, PublicSite};

/// A page that names a thing, and where it does. It is light: there may be many, of which few are shown on one page.
pub(super) struct Naming<'a> {
    /// The page.
    pub from: &'a PublicEntity,
    mentions: &'a [(EntityId, MentionId)],
}

/// What names `entity`, by kind, newest first. Empty for an entity about which facts are not gathered.
pub(super) fn namings<'a>(page: &Context<'a>, entity: &PublicEntity) -> Vec<Naming<'a>> {
    if !entity.is_gathered {
        return Vec::new();
    }
    let site = page.planner.site;
    let by_page = site.backlinks(entity.id).chunk_by(|(one, _), (other, _)| one == other);
    let naming = |mentions: &'a [(EntityId, MentionId)]| {
        let from = site.get(mentions.first()?.0)?;
        Some(((from.kind(), sorting(from)), Naming { from, mentions }))
    };
    let mut namings: Vec<((Kind, Sorting), Naming<'_>)> = by_page.filter_map(naming).collect();
    namings.sort_by(|(a, one), (b, other)| {
        a.cmp(b).then_with(|| page.tongue.alphabet.compare(one.from.title(), other.from.title()))
    });
    namings.into_iter().map(|(_, naming)| naming).collect()
}

/// How many pages name `entity`.
pub(super) fn count(site: &PublicSite, entity: &PublicEntity) -> usize {
    let mentions = if entity.is_gathered { site.backlinks(entity.id) } else { &[] };
    mentions.chunk_by(|(one, _), (other, _)| one == other).count()
}

/// `namings` as a page shows them, grouped by kind.
pub(super) fn groups(page: &Context<'_>, namings: &[Naming<'_>]) -> Vec<BacklinkGroup> {
    let group = |part: &[Naming<'_>]| {
        let kind = part.first()?.from.kind();
        Some(BacklinkGroup { kind, links: part.iter().filter_map(|naming| backlink(page, naming)).collect() })
    };
    namings.chunk_by(|one, other| one.from.kind() == other.from.kind()).filter_map(group).collect()
}

impl Naming<'_> {
    /// Whether the page says more than that it has the thing as its source, or as that of a statement.
    pub(super) fn says_more(&self) -> bool {
        let says_more = |place: Place| match place {
            Place::Text { sentence } => self.from.body().sentences.get(sentence).is_some(),
            Place::Citation { .. } | Place::Embed | Place::Field(FieldKey::Role(_)) => true,
            Place::Field(FieldKey::Named(key)) => words::field(key) != words::field("source"),
            Place::Statement { role, .. } => !matches!(role, StatementRole::Via | StatementRole::Words),
        };
        self.mentions.iter().filter_map(|(_, mention)| self.from.place(*mention)).any(says_more)
    }
}

/// Newest first, undated last.
type Sorting = (bool, std::cmp::Reverse<Placement>);

fn sorting(from: &PublicEntity) -> Sorting {
    dates::newest_first(dates::place(from.fields()))
}

fn backlink(page: &Context<'_>, naming: &Naming<'_>) -> Option<Backlink> {
    let Naming { from, mentions } = *naming;
    let mut roles: Vec<String> = Vec::new();
    let mut sentences = Vec::new();
    let mut last_sentence = None;
    let mut named = Vec::new();
    let mut shown = BTreeSet::new();
    for (_, mention) in mentions {
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
