//! How two texts differ, line by line. Knows nothing of where they come from.

/// The lines that differ, with `-` for what was expected and `+` for what is there; two lines around them. Empty for equal texts.
pub fn difference(expected: &str, actual: &str) -> String {
    if expected == actual {
        return String::new();
    }
    let [expected, actual] = [expected, actual].map(|text| text.split('\n').collect::<Vec<_>>());
    let same = |(first, second): &(&&str, &&str)| first == second;
    let before = expected.iter().zip(&actual).take_while(same).count();
    let rest = expected.len().min(actual.len()) - before;
    let after = expected.iter().rev().zip(actual.iter().rev()).take(rest).take_while(same).count();
    let line = |mark: char| move |line: &&str| format!("{mark} {line}\n");
    let (gone, new) = (&expected[before..expected.len() - after], &actual[before..actual.len() - after]);
    let mut out = format!("@ line {}\n", before + 1);
    out.extend(expected[before.saturating_sub(2)..before].iter().map(line(' ')));
    out.extend(gone.iter().map(line('-')));
    out.extend(new.iter().map(line('+')));
    out.extend(expected[expected.len() - after..].iter().take(2).map(line(' ')));
    out
}
