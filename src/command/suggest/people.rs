//! People whose names are almost one. Knows how names are spelt; whether two people are one is for the authors to say.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Suggestion;
use super::lexicon::{Lexicon, Name, people};
use super::words::Gap;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::graph::Site;
use crate::graph::entity::EntityId;

/// Two people, each pair in one order.
pub(super) type Pair = (EntityId, EntityId);

/// Every pair of people who have names that differ by a letter or two, in the order of their words, or by a middle name, but for those
/// that are among `known`, to which it is added.
pub(super) fn near_duplicates(site: &Site, lexicon: &Lexicon, known: &mut BTreeSet<Pair>) -> Vec<Suggestion> {
    let people = people(site);
    let names: Vec<&Name> =
        lexicon.names.iter().filter(|name| people.contains(&name.entity) && name.parts.len() > 1).collect();
    let misspelt = names.par_iter().flat_map_iter(|name| misspelt(lexicon, name));
    let mut pairs: BTreeSet<Pair> = misspelt.collect::<Vec<_>>().into_iter().collect();
    pairs.extend(same_words(&names));
    pairs.extend(without_middle_name(&names));
    let pairs: BTreeSet<_> = pairs
        .into_iter()
        .filter(|(one, other)| one != other && people.contains(one) && people.contains(other))
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect();
    pairs.into_iter().filter(|pair| known.insert(*pair)).filter_map(|(one, other)| told(site, one, other)).collect()
}

/// A word that only one person has is more likely a slip than another name.
fn misspelt(lexicon: &Lexicon, name: &Name) -> Vec<(EntityId, EntityId)> {
    let bearers = |word: u32| lexicon.bearers.get(&word).map_or(0, BTreeSet::len);
    let places = name.parts.iter().enumerate().filter(|(_, (_, word, _))| bearers(*word) == 1);
    let others = places.flat_map(|(place, (_, word, _))| {
        let near = lexicon.words.get(*word as usize).map(|key| lexicon.neighbours.of(key, &lexicon.words));
        let near: Vec<u32> = near.iter().flat_map(|near| near.iter().map(|(word, _)| *word)).collect();
        near.into_iter().flat_map(move |word| lexicon.with_other_word(&name.parts, place, word))
    });
    others.map(|other| (name.entity, other)).collect()
}

/// The same words in another order.
fn same_words(names: &[&Name]) -> Vec<(EntityId, EntityId)> {
    let mut groups: BTreeMap<Vec<u32>, Vec<(EntityId, Vec<u32>)>> = BTreeMap::new();
    for name in names {
        let words: Vec<u32> = name.parts.iter().map(|(_, word, _)| *word).collect();
        let mut sorted = words.clone();
        sorted.sort_unstable();
        groups.entry(sorted).or_default().push((name.entity, words));
    }
    let in_other_order = |group: &Vec<(EntityId, Vec<u32>)>| {
        let Some(((first, order), others)) = group.split_first() else { return Vec::new() };
        others.iter().filter(|(_, words)| words != order).map(|(other, _)| (*first, *other)).collect()
    };
    groups.values().flat_map(in_other_order).collect()
}

/// The same first and last word, one name with others between them and one without.
fn without_middle_name(names: &[&Name]) -> Vec<(EntityId, EntityId)> {
    let ends = |name: &Name| Some((name.parts.first()?.1, name.parts.last()?.1));
    let is_plain = |name: &Name| name.parts.iter().skip(1).all(|(gap, ..)| matches!(gap, Gap::Space | Gap::Hyphen));
    let mut short: BTreeMap<(u32, u32), Vec<EntityId>> = BTreeMap::new();
    for name in names.iter().filter(|name| name.parts.len() == 2 && is_plain(name)) {
        if let Some(ends) = ends(name) {
            short.entry(ends).or_default().push(name.entity);
        }
    }
    let long = names.iter().filter(|name| name.parts.len() > 2 && is_plain(name));
    long.filter_map(|name| Some((name.entity, short.get(&ends(name)?)?)))
        .flat_map(|(long, short)| short.iter().map(move |short| (long, *short)))
        .collect()
}

fn told(site: &Site, one: EntityId, other: EntityId) -> Option<Suggestion> {
    let (first, second) = (site.registry.get(one)?, site.registry.get(other)?);
    if site.told_apart(first, second) {
        return None;
    }
    let (title, other_title) = (&second.document.title, &first.document.title);
    let message = format!("`{}` and `{}` have almost one name", title.value, other_title.value);
    let help = format!(
        "if they are one, make one page of the two, with the other spelling among its aliases; if they are two, write \
         `not_same_as: \"[[{}]]\"`",
        site.registry.unambiguous_name(one)
    );
    let diagnostic = Diagnostic::new(Code::NearDuplicate, title.span, message);
    Some(Suggestion { diagnostic: diagnostic.label(other_title.span, "the other one").help(help), link: None })
}
