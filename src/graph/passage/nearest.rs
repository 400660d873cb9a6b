//! The place of a text that comes nearest to a quote. Knows words and their order; time grows with the text and not with its square.

use super::words::Words;
use crate::source::copies::{CopyText, Unit};

/// The words of a quote that are compared at once; a longer one is compared piece by piece.
const MOST_WORDS: usize = 300;
/// The most letters of a passage that are shown.
const SHOWN: usize = 160;
/// The words that are shown before the first difference of a long passage.
const BEFORE: usize = 6;

/// A passage that comes near to a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// How much of the quote it has, in thousandths.
    pub score: u32,
    /// What it says, in one line; of a long passage the part around the first difference.
    pub text: String,
    /// What is counted in the text.
    pub unit: Unit,
    /// The line or page on which it begins.
    pub number: usize,
    /// Whether it has all words of the quote in their order and no other between them: signs, capitals or accents differ, or the
    /// place of the passage.
    pub same_words: bool,
}

/// The passage of `copy` that comes nearest to `quote`; nothing when none has two fifths of it, by the weight of its words.
pub(super) fn nearest(quote: &str, copy: &CopyText, words: &Words) -> Option<Nearest> {
    let mut first: Option<Nearest> = None;
    for piece in words.of_quote(quote).chunks(MOST_WORDS) {
        match nearest_piece(piece, copy, words) {
            Some(near) if near.same_words => {
                first.get_or_insert(near);
            }
            Some(near) => return Some(near),
            None => return first.map(|first| Nearest { same_words: false, ..first }),
        }
    }
    first
}

fn nearest_piece(wanted: &[Option<u32>], copy: &CopyText, words: &Words) -> Option<Nearest> {
    let whole: u32 = wanted.iter().map(|number| words.weight(*number)).sum();
    let (start, found) = best_window(wanted, words)?;
    if found * 5 < whole * 2 {
        return None;
    }
    let window = words.numbers.get(start..)?;
    let window = window.get(..width(wanted.len())).unwrap_or(window);
    let pairs = in_order(wanted, window);
    let (first, last) = (pairs.first()?, pairs.last()?);
    // Words of the quote before the first pair and after the last one have others in their place.
    let from = start + first.1.saturating_sub(first.0);
    let until = (start + last.1 + (wanted.len() - 1 - last.0)).min(words.numbers.len() - 1);
    let agreeing: u32 = pairs.iter().filter_map(|(index, _)| wanted.get(*index)).map(|word| words.weight(*word)).sum();
    let same_words = pairs.len() == wanted.len() && until - from + 1 == wanted.len();
    let alike = pairs.iter().enumerate().take_while(|(index, pair)| **pair == (*index, first.1 + *index)).count();
    let (begin, _) = words.places.get(from)?;
    Some(Nearest {
        score: agreeing * 1000 / whole.max(1),
        text: shown(copy.as_str(), words, from, until, from + alike)?,
        unit: copy.unit,
        number: copy.number(*begin),
        same_words,
    })
}

/// How many words of the text are looked at together for a quote of `length` words.
const fn width(length: usize) -> usize {
    length + length / 3 + 3
}

/// The first of the stretches of the text that have most of `wanted`, with the weight of what it has. Order does not count yet.
fn best_window(wanted: &[Option<u32>], words: &Words) -> Option<(usize, u32)> {
    let mut needed = vec![0_i32; words.counts.len()];
    for number in wanted.iter().flatten() {
        *needed.get_mut(*number as usize)? += 1;
    }
    let weights: Vec<u32> = needed
        .iter()
        .zip(0..)
        .map(|(needed, number)| if *needed > 0 { words.weight(Some(number)) } else { 0 })
        .collect();
    let width = width(wanted.len());
    let (mut score, mut best) = (0_u32, None);
    for (index, entering) in words.numbers.iter().enumerate() {
        if let Some(leaving) = index.checked_sub(width).and_then(|before| words.numbers.get(before)) {
            let (left, weight) = (needed.get_mut(*leaving as usize)?, weights.get(*leaving as usize)?);
            if *weight > 0 {
                *left += 1;
                if *left > 0 {
                    score -= weight;
                }
            }
        }
        let (left, weight) = (needed.get_mut(*entering as usize)?, weights.get(*entering as usize)?);
        if *weight > 0 {
            if *left > 0 {
                score += weight;
            }
            *left -= 1;
        }
        if best.is_none_or(|(_, most)| score > most) {
            best = Some(((index + 1).saturating_sub(width), score));
        }
    }
    best.filter(|(_, score)| *score > 0)
}

/// The longest common subsequence: pairs of the places of equal words, growing in both.
fn in_order(wanted: &[Option<u32>], window: &[u32]) -> Vec<(usize, usize)> {
    let columns = window.len() + 1;
    let mut longest = vec![0_u16; (wanted.len() + 1) * columns];
    let cell = |longest: &[u16], row: usize, column: usize| longest.get(row * columns + column).copied().unwrap_or(0);
    for (row, want) in wanted.iter().enumerate().rev() {
        for (column, have) in window.iter().enumerate().rev() {
            let value = if *want == Some(*have) {
                cell(&longest, row + 1, column + 1) + 1
            } else {
                cell(&longest, row + 1, column).max(cell(&longest, row, column + 1))
            };
            if let Some(place) = longest.get_mut(row * columns + column) {
                *place = value;
            }
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while let (Some(want), Some(have)) = (wanted.get(row), window.get(column)) {
        if *want == Some(*have) {
            pairs.push((row, column));
            row += 1;
            column += 1;
        } else if cell(&longest, row + 1, column) >= cell(&longest, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// The words `from` to `until` with what stands between them, in one line. A long passage begins a little before `different`.
fn shown(text: &str, words: &Words, from: usize, until: usize, different: usize) -> Option<String> {
    let (begin, end) = (words.places.get(from)?.0, words.places.get(until)?.1);
    let line = |begin: usize| -> Option<String> {
        Some(text.get(begin..end)?.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let whole = line(begin)?;
    if whole.chars().count() <= SHOWN {
        return Some(whole);
    }
    let start = different.saturating_sub(BEFORE).max(from).min(until);
    let rest = line(words.places.get(start)?.0)?;
    let cut: String = rest.chars().take(SHOWN).collect();
    let is_cut = cut.len() < rest.len();
    let kept = if is_cut { cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept) } else { &cut };
    let (before, after) = (if start > from { "… " } else { "" }, if is_cut { " …" } else { "" });
    Some(format!("{before}{kept}{after}"))
}
