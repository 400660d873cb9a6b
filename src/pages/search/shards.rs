//! Sorted words in files of about one size. Knows that a cut stands where a prefix ends, so that another word changes the files
//! of its own beginning and leaves the others as they are.

use std::ops::Range;

/// A file is cut when it grows beyond this many bytes.
pub(super) const LARGEST: usize = 8_192;

/// The places of `words` in one file each, and with what each file begins: as few letters as tell it from the file before.
/// `words` are sorted, each with the number of bytes that it takes.
pub(super) fn cut(words: &[(&str, usize)]) -> Vec<(Range<usize>, String)> {
    let mut ranges = Vec::new();
    split(words, 0..words.len(), 0, &mut ranges);
    let first = |range: &Range<usize>| {
        let word = words.get(range.start).map_or("", |(word, _)| *word);
        let before = range.start.checked_sub(1).and_then(|at| words.get(at)).map_or("", |(word, _)| *word);
        let shared = word.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
        if range.start == 0 { String::new() } else { word.chars().take(shared + 1).collect() }
    };
    ranges.into_iter().map(|range| (range.clone(), first(&range))).collect()
}

fn split(words: &[(&str, usize)], range: Range<usize>, depth: usize, out: &mut Vec<Range<usize>>) {
    let size =
        |range: &Range<usize>| words.get(range.clone()).unwrap_or_default().iter().map(|(_, size)| size).sum::<usize>();
    if range.len() <= 1 || size(&range) <= LARGEST {
        if !range.is_empty() {
            out.push(range);
        }
        return;
    }
    let letter = |at: usize| words.get(at).and_then(|(word, _)| word.chars().nth(depth));
    let mut parts = Vec::new();
    let mut start = range.start;
    while start < range.end {
        let end = (start..range.end).find(|at| letter(*at) != letter(start)).unwrap_or(range.end);
        // Words that are equal as far as they go would be cut for ever.
        if letter(start).is_none() {
            parts.push(start..end);
        } else {
            split(words, start..end, depth + 1, &mut parts);
        }
        start = end;
    }
    let joined = parts.into_iter().fold(Vec::new(), |mut joined: Vec<Range<usize>>, part| {
        match joined.last_mut() {
            Some(last) if size(last) + size(&part) <= LARGEST => last.end = part.end,
            _ => joined.push(part),
        }
        joined
    });
    out.extend(joined);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn firsts(words: &[(&str, usize)]) -> Vec<String> {
        cut(words).into_iter().map(|(range, first)| format!("{first}: {}", range.len())).collect()
    }

    #[test]
    fn what_fits_in_one_file_is_one() {
        assert_eq!(firsts(&[("ada", 4_000), ("bora", 4_000)]), [": 2"]);
        assert!(cut(&[]).is_empty());
    }

    #[test]
    fn files_are_cut_where_a_prefix_ends() {
        let words = [("ada", 3_000), ("adana", 3_000), ("adem", 3_000), ("bora", 3_000), ("cem", 9_000), ("ceren", 10)];
        assert_eq!(firsts(&words), [": 2", "ade: 2", "c: 1", "cer: 1"]);
    }

    #[test]
    fn another_word_leaves_the_files_of_other_beginnings_as_they_are() {
        let words: Vec<String> =
            (b'a'..=b'z').flat_map(|letter| (0..10).map(move |n| format!("{}{n}", char::from(letter)))).collect();
        let mut sized: Vec<(&str, usize)> = words.iter().map(|word| (word.as_str(), 1_000)).collect();
        let before = firsts(&sized);
        sized.insert(0, ("a", 1_000));
        let after = firsts(&sized);
        assert_eq!(before.get(3..), after.get(3..));
        assert_ne!(before, after);
    }
}
