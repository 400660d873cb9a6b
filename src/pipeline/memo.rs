//! What was computed before and may come again. Knows keys and values, not what they are; nothing is invalidated, as a key holds all that its value is made from.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::foundation::fingerprint::Fingerprint;

/// The values of the last round, by the fingerprint of all that each was made from.
pub struct Memo<V>(HashMap<Fingerprint, Arc<V>>);

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<V: Send + Sync> Memo<V> {
    /// The value for each of `items`, in their order, and how many were computed. What this round does not use is forgotten.
    pub fn remember<T: Sync>(
        &mut self,
        items: &[T],
        key: impl Fn(&T) -> Fingerprint + Sync,
        compute: impl Fn(&T) -> V + Sync,
    ) -> (Vec<Arc<V>>, usize) {
        let known = &self.0;
        let round: Vec<(Fingerprint, Arc<V>, bool)> = items
            .par_iter()
            .map(|item| {
                let key = key(item);
                match known.get(&key) {
                    Some(value) => (key, Arc::clone(value), false),
                    None => (key, Arc::new(compute(item)), true),
                }
            })
            .collect();
        let computed = round.iter().filter(|(_, _, is_new)| *is_new).count();
        self.0 = round.iter().map(|(key, value, _)| (*key, Arc::clone(value))).collect();
        (round.into_iter().map(|(_, value, _)| value).collect(), computed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_new_is_computed_and_only_what_is_used_is_kept() {
        let mut memo = Memo::default();
        let mut round = |items: &[u32]| {
            let (values, computed) = memo.remember(items, Fingerprint::of, |item| item * 10);
            (values.iter().map(|value| **value).collect::<Vec<_>>(), computed)
        };
        assert_eq!(round(&[1, 2, 3]), (vec![10, 20, 30], 3));
        assert_eq!(round(&[3, 1, 4]), (vec![30, 10, 40], 1));
        assert_eq!(round(&[2]), (vec![20], 1));
    }
}
