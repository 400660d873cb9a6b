//! Relations as a drawing: boxes that are links, and lines by what carries them. Knows how many boxes a reader can still tell apart.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{self, Boxed};
use super::relations::Relation;
use crate::graph::entity::EntityId;
use crate::pages::context::Context;
use crate::pages::views::{DrawingView, EdgeView, NodeView};

/// The most boxes of a drawing.
pub(super) const MOST: usize = 60;
/// The most letters of a box.
const LETTERS: usize = 26;
/// The height of a box.
const TALL: f64 = 28.0;
/// How far lines between the same two stand apart.
const BESIDE: f64 = 6.0;

/// The drawing of `relations`, with `center` in the middle where they are the relations of one; nothing for fewer than three boxes.
pub(super) fn of(page: &Context<'_>, relations: &[Relation], center: Option<EntityId>) -> Option<DrawingView> {
    let all = by_weight(relations, center);
    let shown: Vec<EntityId> = all.iter().copied().take(MOST).collect();
    if shown.len() < 3 {
        return None;
    }
    let places: BTreeMap<EntityId, usize> = shown.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let lines = lines(relations, &places);
    let labels: Vec<String> = shown.iter().map(|id| label(page, *id)).collect();
    let sizes: Vec<(f64, f64)> = labels.iter().map(|label| (wide(label), TALL)).collect();
    let width = if shown.len() > 12 && center.is_none() { 960.0 } else { 640.0 };
    let joined: Vec<(usize, usize)> = lines.keys().copied().collect();
    let (boxes, height) = match center {
        Some(_) => layout::in_columns(&sizes, width),
        None => layout::by_force(&sizes, &joined, width),
    };
    let nodes = shown.iter().zip(labels).zip(&boxes).filter_map(|((id, label), place)| {
        Some(NodeView { is_center: center == Some(*id), ..node(page, *id, label, place)? })
    });
    let standings: BTreeSet<&'static str> = lines.values().flatten().copied().collect();
    Some(DrawingView {
        width: whole(width),
        height: whole(height),
        edges: lines.iter().flat_map(|(ends, standings)| edges(&boxes, *ends, standings)).collect(),
        nodes: nodes.collect(),
        standings: standings.into_iter().collect(),
        left_out: all.len().saturating_sub(MOST),
    })
}

/// All ends of `relations`, those with most relations first, equal ones as they are met; `center` before all.
fn by_weight(relations: &[Relation], center: Option<EntityId>) -> Vec<EntityId> {
    let mut met: Vec<EntityId> = Vec::new();
    let mut weight: BTreeMap<EntityId, usize> = BTreeMap::new();
    for end in relations.iter().flat_map(|relation| [relation.from, relation.to]) {
        let count = weight.entry(end).or_insert(0);
        *count += 1;
        if *count == 1 {
            met.push(end);
        }
    }
    let key = |id: &EntityId| (center != Some(*id), std::cmp::Reverse(weight.get(id).copied()));
    met.sort_by_key(key);
    met
}

/// Between which boxes there are lines, and of which standings.
fn lines(
    relations: &[Relation],
    places: &BTreeMap<EntityId, usize>,
) -> BTreeMap<(usize, usize), BTreeSet<&'static str>> {
    let mut lines: BTreeMap<(usize, usize), BTreeSet<&'static str>> = BTreeMap::new();
    for relation in relations {
        let (Some(from), Some(to)) = (places.get(&relation.from), places.get(&relation.to)) else { continue };
        lines.entry((*from.min(to), *from.max(to))).or_default().insert(relation.standing());
    }
    lines
}

/// One line for each standing, side by side: none of them hides another.
fn edges(boxes: &[Boxed], (from, to): (usize, usize), standings: &BTreeSet<&'static str>) -> Vec<EdgeView> {
    let (Some(one), Some(other)) = (boxes.get(from), boxes.get(to)) else { return Vec::new() };
    let (dx, dy) = (other.x - one.x, other.y - one.y);
    let far = (dx * dx + dy * dy).sqrt().max(1.0);
    let middle = f64::from(u32::try_from(standings.len()).unwrap_or(1).saturating_sub(1)) / 2.0;
    let edge = |(number, standing): (u32, &&'static str)| {
        let aside = (f64::from(number) - middle) * BESIDE / far;
        let (right, down) = (-dy * aside, dx * aside);
        EdgeView {
            standing,
            x1: whole(one.x + right),
            y1: whole(one.y + down),
            x2: whole(other.x + right),
            y2: whole(other.y + down),
        }
    };
    (0_u32..).zip(standings).map(edge).collect()
}

fn node(page: &Context<'_>, id: EntityId, label: String, place: &Boxed) -> Option<NodeView> {
    Some(NodeView {
        item: page.reference(id)?,
        label,
        is_center: false,
        x: whole(place.x - place.width / 2.0),
        y: whole(place.y - place.height / 2.0),
        width: whole(place.width),
        height: whole(place.height),
        text_x: whole(place.x),
        text_y: whole(place.y + 5.0),
    })
}

fn label(page: &Context<'_>, id: EntityId) -> String {
    let title = page.reference(id).map(|reference| reference.title.clone()).unwrap_or_default();
    if title.chars().count() <= LETTERS {
        return title;
    }
    let short: String = title.chars().take(LETTERS - 1).collect();
    format!("{}…", short.trim_end())
}

/// About how wide a label is; wide letters and those of scripts without small ones count for more.
fn wide(label: &str) -> f64 {
    let letters = label.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'ı' | '.' | ',' | ' ' | '\'' | '’' | 'I' => 5.0,
        'm' | 'w' | 'M' | 'W' | '…' => 11.5,
        letter if u32::from(letter) > 0x2E80 => 14.0,
        letter if letter.is_uppercase() => 9.5,
        _ => 7.9,
    });
    letters.sum::<f64>().clamp(20.0, 260.0) + 18.0
}

#[allow(clippy::cast_possible_truncation, reason = "places on a canvas of some thousand units")]
fn whole(length: f64) -> i32 {
    length.round() as i32
}
