//! "Did you mean": the nearest of some known words. Knows spelling distance, nothing of what the words name.

use super::fold::FoldKey;

/// Up to `count` of `known` that are spelt most like `word`, nearest first; none that shares too little with it.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>, count: usize) -> Vec<&'a str> {
    let word = FoldKey::of(word);
    let mut scored: Vec<(f64, &str)> = known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word.as_str(), FoldKey::of(candidate).as_str()), candidate))
        .filter(|(score, _)| *score > 0.75)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(count).map(|(_, candidate)| candidate).collect()
}

/// A sentence that offers the nearest known word, or lists them all when none is near.
#[must_use]
pub fn did_you_mean(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied(), 1).first() {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => format!("use one of: {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_comes_first_and_far_ones_not_at_all() {
        assert_eq!(nearest("drafft", ["date", "draft", "title"], 2).first(), Some(&"draft"));
        assert_eq!(nearest("xyz", ["date", "draft", "title"], 3), Vec::<&str>::new());
        assert_eq!(did_you_mean("titel", &["title", "tags"]), "did you mean `title`?");
        assert_eq!(did_you_mean("zzz", &["held", "cancelled"]), "use one of: held, cancelled");
    }
}
