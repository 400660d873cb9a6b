//! One fact of each of many things, in their order, as runs of equal ones. Knows numbers, not facts.

use serde::Serialize;

use super::numbers;

/// By what finds can be narrowed: the values that occur, the sets of them that occur together, and which set each thing has.
#[derive(Debug, Serialize)]
pub(super) struct Column {
    /// `[key, label]`; the label is empty where the page has the word.
    values: Vec<(String, String)>,
    /// The values that stand together, by their places in `values`.
    sets: Vec<Vec<usize>>,
    /// Pairs of numbers: a set, counted from 1, or 0 for none, and how many things in a row have it, less one.
    runs: String,
}

/// The column of things that have `facts`; values stand in their order.
pub(super) fn column<V: Ord + Clone>(facts: &[Vec<V>], named: impl Fn(&V) -> (String, String)) -> Column {
    let mut values: Vec<V> = facts.iter().flatten().cloned().collect();
    values.sort();
    values.dedup();
    let place = |value: &V| values.binary_search(value).unwrap_or(0);
    let mut sets: Vec<Vec<usize>> =
        facts.iter().filter(|set| !set.is_empty()).map(|set| set.iter().map(place).collect()).collect();
    sets.sort();
    sets.dedup();
    let set_of = |set: &Vec<V>| {
        let places: Vec<usize> = set.iter().map(place).collect();
        if places.is_empty() { 0 } else { sets.binary_search(&places).map_or(0, |at| at + 1) }
    };
    let mut runs = String::new();
    for run in facts.chunk_by(|a, b| a == b) {
        numbers::push(&mut runs, run.first().map_or(0, set_of));
        numbers::push(&mut runs, run.len() - 1);
    }
    Column { values: values.iter().map(named).collect(), sets, runs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_facts_in_a_row_are_written_once() {
        let facts = [vec![2020], vec![2020], vec![], vec![2019, 2020]];
        let column = column(&facts, |year| (year.to_string(), String::new()));
        assert_eq!(column.values, [("2019".to_owned(), String::new()), ("2020".to_owned(), String::new())]);
        assert_eq!(column.sets, [vec![0, 1], vec![1]]);
        assert_eq!(numbers::read(&column.runs), [2, 1, 0, 0, 1, 0]);
    }
}
