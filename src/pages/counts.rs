//! The counts of an event as its page shows them: grouped, each with its source. Knows when they differ and whether they can all be true; never which one is.

use super::context::Context;
use super::views::{AmountView, CountGroup, CountView};
use crate::document::front_matter::{Amount, Count, Counted, EventFields};
use crate::graph::public::{Link, PublicEntity};

/// The counts in groups, in the order in which each group begins. Numbers and dates with one word are two groups.
pub(super) fn groups(page: &Context<'_>, event: &PublicEntity, fields: &EventFields) -> Vec<CountGroup> {
    let mut groups: Vec<Vec<&Count>> = Vec::new();
    for count in &fields.counts {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| belongs(first, count))) {
            Some(group) => group.push(count),
            None => groups.push(vec![count]),
        }
    }
    groups.iter().filter_map(|group| Some(view(page, event, group.first()?, group))).collect()
}

fn belongs(first: &Count, other: &Count) -> bool {
    is_date(first) == is_date(other) && first.what.value.trim() == other.what.value.trim()
}

const fn is_date(count: &Count) -> bool {
    matches!(count.counted.value, Counted::Date(_))
}

fn view(page: &Context<'_>, event: &PublicEntity, first: &Count, group: &[&Count]) -> CountGroup {
    let agreement = if group.iter().all(|count| count.counted.value == first.counted.value) {
        "same"
    } else if can_all_be_true(group) {
        "compatible"
    } else {
        "different"
    };
    let source = |count: &Count| match event.link(count.source) {
        Some(Link::To { entity, .. }) => Some(*entity),
        _ => None,
    };
    CountGroup {
        what: first.what.value.trim().to_owned(),
        dates: is_date(first),
        agreement,
        one_source: source(first).is_some() && group.iter().all(|count| source(count) == source(first)),
        counts: group.iter().map(|count| one(page, event, count)).collect(),
    }
}

/// One count, with the source as `page` names it: one that is not published stays a source, as no number stands without.
pub(super) fn one(page: &Context<'_>, event: &PublicEntity, count: &Count) -> CountView {
    let (amount, date) = match &count.counted.value {
        Counted::Number(amount) => (Some(in_parts(*amount)), None),
        Counted::Date(date) => (None, Some(page.tongue.date(date))),
    };
    CountView {
        amount,
        date,
        as_said: count.as_said.as_ref().map(|said| said.value.clone()),
        source: page.link(event, count.source),
    }
}

fn in_parts(amount: Amount) -> AmountView {
    let (bound, number, most) = match amount {
        Amount::Exactly(number) => ("exactly", number, None),
        Amount::About(number) => ("about", number, None),
        Amount::MoreThan(number) => ("more-than", number, None),
        Amount::AtLeast(number) => ("at-least", number, None),
        Amount::LessThan(number) => ("less-than", number, None),
        Amount::AtMost(number) => ("at-most", number, None),
        Amount::Between(least, most) => ("between", least, Some(most)),
    };
    AmountView { bound, number: number.to_string(), most: most.map(|most| most.to_string()) }
}

/// Whether one number would meet all of them. Said only where each of them has bounds that are certain, and not of dates:
/// whether a day and a span of days can both be right depends on what happened.
fn can_all_be_true(group: &[&Count]) -> bool {
    let bounds = |count: &&Count| match &count.counted.value {
        Counted::Number(amount) => amount.bounds(),
        Counted::Date(_) => None,
    };
    let Some(bounds) = group.iter().map(bounds).collect::<Option<Vec<_>>>() else { return false };
    let least = bounds.iter().map(|(least, _)| *least).max();
    let most = bounds.iter().filter_map(|(_, most)| *most).min();
    least.zip(most).is_none_or(|(least, most)| least <= most)
}
