//! Two texts as a patch without context, which `git apply --unidiff-zero` and `patch` take. Knows lines, not what changed them.

use crate::foundation::html::push_format;

/// How far a line that was put in or taken out is looked for.
const REACH: usize = 8;

/// The patch that makes `new` at `to` of `old` at `from`.
pub(super) fn patch(from: &str, to: &str, old: &str, new: &str) -> String {
    let mut out = format!("--- a/{from}\n+++ b/{to}\n");
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let (mut at, mut now) = (0, 0);
    while at < old.len() || now < new.len() {
        if at < old.len() && old.get(at) == new.get(now) {
            (at, now) = (at + 1, now + 1);
            continue;
        }
        let (taken, put) = hunk(old.get(at..).unwrap_or_default(), new.get(now..).unwrap_or_default());
        // A part with no lines is named by the line before it.
        let place = |start: usize, count: usize| format!("{},{count}", if count == 0 { start } else { start + 1 });
        push_format(&mut out, format_args!("@@ -{} +{} @@\n", place(at, taken), place(now, put)));
        old.iter().skip(at).take(taken).for_each(|line| push_line(&mut out, '-', line));
        new.iter().skip(now).take(put).for_each(|line| push_line(&mut out, '+', line));
        (at, now) = (at + taken, now + put);
    }
    out
}

/// How many lines at the beginning of `old` are taken out, and how many of `new` stand in their place.
fn hunk(old: &[&str], new: &[&str]) -> (usize, usize) {
    if old.is_empty() || new.is_empty() {
        return (old.len(), new.len());
    }
    // The nearest lines that are the same again.
    let pairs = (1..=2 * REACH).flat_map(|sum| (0..=sum).map(move |taken| (taken, sum - taken)));
    let meets = |(taken, put): &(usize, usize)| match (old.get(*taken), new.get(*put)) {
        (Some(old), Some(new)) => old == new,
        (None, None) => *taken == old.len() && *put == new.len(),
        _ => false,
    };
    pairs.into_iter().find(meets).unwrap_or((old.len(), new.len()))
}

fn push_line(out: &mut String, sign: char, line: &str) {
    out.push(sign);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_shows_only_the_lines_that_change() {
        let shown = |old: &str, new: &str| patch("x.md", "y.md", old, new);
        assert_eq!(shown("a\nb\nc\n", "a\nB\nc\n"), "--- a/x.md\n+++ b/y.md\n@@ -2,1 +2,1 @@\n-b\n+B\n");
        assert_eq!(shown("a\nc\n", "a\nb\nc\n"), "--- a/x.md\n+++ b/y.md\n@@ -1,0 +2,1 @@\n+b\n");
        assert_eq!(shown("a\nb\nc\n", "a\nc\n"), "--- a/x.md\n+++ b/y.md\n@@ -2,1 +1,0 @@\n-b\n");
        assert_eq!(
            shown("a\r\nb", "a\r\nc"),
            "--- a/x.md\n+++ b/y.md\n@@ -2,1 +2,1 @@\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
        );
        assert_eq!(shown("a\n", "a\n"), "--- a/x.md\n+++ b/y.md\n");
    }
}
