//! Cards of what a text links to: one for each thing, shown beside the link. Knows how little of a person a card may say: of one
//! who is not named the label alone, of one who is accused nothing but the presumption of innocence.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::context::Context;
use super::views::{HoverCard, HoverCardView, Ref};
use crate::document::body::Chunk;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::mention::MentionId;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity, PublicSite};

/// The most cards of one page.
const MOST: usize = 24;
/// The most letters of what a card says of a thing.
const LETTERS: usize = 180;

/// Who is accused in a case, so that a card must not tell more of them than that they are presumed innocent.
pub(super) fn accused(site: &PublicSite) -> BTreeSet<EntityId> {
    let cases = site.of_kind(Kind::Case).filter_map(|case| match case.fields() {
        Fields::Case(fields) => Some((case, &fields.parties)),
        _ => None,
    });
    let accused = cases.flat_map(|(case, parties)| {
        let accused = parties.iter().filter(|party| party.stage.value.is_accused());
        accused.filter_map(|party| match case.link(party.who) {
            Some(Link::To { entity, .. }) => Some(*entity),
            _ => None,
        })
    });
    accused.collect()
}

/// The card of `entity`; nothing for one without a page.
pub(super) fn of(entity: &PublicEntity, reference: &Ref, is_accused: bool) -> Option<Arc<HoverCard>> {
    reference.path.as_ref()?;
    let summary = if entity.is_unnamed || is_accused { String::new() } else { short(summary(entity)) };
    Some(Arc::new(HoverCard { item: Arc::clone(reference), summary, is_accused: is_accused && !entity.is_unnamed }))
}

/// What the author says of it in a sentence. Its first paragraph is not taken: an edit of a body would change every page that
/// links to it.
fn summary(entity: &PublicEntity) -> &str {
    entity.common().summary.as_ref().map_or("", |summary| &summary.value)
}

/// The beginning of a text, up to the end of a word.
fn short(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LETTERS) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or_default();
    let words = cut.rfind(char::is_whitespace).and_then(|at| cut.get(..at)).unwrap_or(cut);
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ']))
}

/// The cards of what these pieces of the text of `entity` link to, in its order, and which mention leads to which of them.
pub(super) fn on(
    page: &Context<'_>,
    entity: &PublicEntity,
    pieces: &[&[Chunk]],
) -> (Vec<HoverCardView>, BTreeMap<MentionId, usize>) {
    let mut numbers: BTreeMap<EntityId, usize> = BTreeMap::new();
    let mut cards: Vec<HoverCardView> = Vec::new();
    let mut of_mentions = BTreeMap::new();
    for chunk in pieces.iter().copied().flatten() {
        let Chunk::Link { mention, .. } = chunk else { continue };
        let Some(Link::To { entity: target, .. }) = entity.link(*mention) else { continue };
        if *target == entity.id {
            continue;
        }
        if !numbers.contains_key(target)
            && cards.len() < MOST
            && let Some(card) = page.tongue.card(*target)
        {
            numbers.insert(*target, cards.len() + 1);
            cards.push(HoverCardView { number: cards.len() + 1, card: Arc::clone(card) });
        }
        of_mentions.extend(numbers.get(target).map(|number| (*mention, *number)));
    }
    (cards, of_mentions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_the_end_of_a_word() {
        assert_eq!(short("Says little."), "Says little.");
        let long = short(&"Şırnak, ".repeat(40));
        assert!(long.ends_with("Şırnak…") && long.chars().count() <= LETTERS, "{long}");
    }
}
