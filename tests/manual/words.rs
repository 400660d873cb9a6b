//! What the program printed beside what a page expects. Knows what differs from run to run and from machine to machine: times, the
//! number of files, and what a page leaves out with a line `…`.

use super::lines::difference;

/// Says how `printed` differs from `expected`; nothing where it does not.
pub fn differs(expected: &str, printed: &str) -> Option<String> {
    let [expected, printed] = [expected, printed].map(settled);
    let (expected, printed) = (expected.trim_end_matches('\n'), printed.trim_end_matches('\n'));
    (!fits(expected, printed)).then(|| difference(expected, printed))
}

/// Whether `printed` is `expected`, where a line `…` stands for any number of lines.
fn fits(expected: &str, printed: &str) -> bool {
    let printed: Vec<&str> = printed.split('\n').collect();
    let expected: Vec<&str> = expected.split('\n').collect();
    let mut parts = expected.split(|line| *line == "…");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = printed.strip_prefix(first) else { return false };
    let mut parts: Vec<&[&str]> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let found = (0..=rest.len()).find(|at| rest[*at..].starts_with(part));
        let Some(at) = found else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// What stands behind a number that differs from one version of the program to the next: how many files a site has.
const COUNTED: [&str; 6] = ["files", "lists", "list", "other", "unchanged", "removed"];

/// `text` with every time that something took as one, `0.31 s` and `12.5 s`, and with every number of files as one.
fn settled(text: &str) -> String {
    let words = text.split_inclusive([' ', '\n']).collect::<Vec<_>>();
    let mut out = String::with_capacity(text.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", |next| next.trim_end().trim_end_matches([';', ',', '.', ')']));
        let number = word.trim_end();
        let is_time = matches!(next, "s" | "ms") && number.contains('.') && number.parse::<f64>().is_ok();
        let is_count = COUNTED.contains(&next) && number.parse::<u64>().is_ok();
        out.push_str(if is_time || is_count { "0 " } else { word });
    }
    out
}

#[test]
fn times_and_numbers_of_files_do_not_count_and_a_line_of_three_points_stands_for_many() {
    assert_eq!(differs("3 files; 0.31 s\n", "3 files; 12.50 s\n"), None);
    assert_eq!(differs("3 s", "4 s").unwrap(), "@ line 1\n- 3 s\n+ 4 s\n", "a number without a point is not a time");
    assert_eq!(differs("63 files written, 0 unchanged", "64 files written, 1 unchanged"), None);
    assert!(differs("3 people; 4 files", "4 people; 4 files").is_some());
    assert_eq!(differs("a\n…\nd\n", "a\nb\nc\nd\n"), None);
    assert_eq!(differs("…\nc\n…", "a\nb\nc\nd"), None);
    assert!(differs("a\n…\nc\nd\n", "a\nb\nc\ne\n").is_some());
    assert!(differs("a\n", "a\nb\n").is_some());
}
