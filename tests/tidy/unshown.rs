//! Finds where outputs take the words of a statement without its attribution. Knows lines of code.

/// What goes into a hash is shown to nobody, and numbering reads the places of citations alone.
const UNSHOWN: [&str; 2] = ["src/pages/citations/numbering.rs", "src/pages/lock/published.rs"];

/// The lines of `text` before its unit tests that call `unshown`, when the file at `path` makes outputs.
pub fn uses(path: &str, text: &str, outputs: &[&str]) -> Vec<String> {
    let makes_output =
        !UNSHOWN.contains(&path) && outputs.iter().any(|output| path.starts_with(&format!("src/{output}")));
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let found = code.lines().zip(1..).filter(|(line, _)| makes_output && line.contains(".unshown()"));
    found.map(|(_, number)| format!("{path}:{number}: words of a statement without their attribution")).collect()
}
