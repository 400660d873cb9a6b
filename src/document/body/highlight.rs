//! Colours of code, as short class names. Knows the scopes of the grammars, not where code stands.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::out::Out;

/// A longer block of code is written without colours, and so is one with a longer line: the grammars are slow on them.
const MOST_BYTES: usize = 100_000;
const LONGEST_LINE: usize = 2000;

/// The grammars that are compiled in; they never change.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Scopes by their beginning, the more special ones first, with the class for them.
const CLASSES: &[(&str, &str)] = &[
    ("comment", "hl-c"),
    ("constant.character.escape", "hl-e"),
    ("constant.numeric", "hl-m"),
    ("constant.language", "hl-l"),
    ("constant", "hl-l"),
    ("string.regexp", "hl-r"),
    ("string", "hl-s"),
    ("keyword.operator", "hl-o"),
    ("keyword", "hl-k"),
    ("storage.type", "hl-t"),
    ("storage", "hl-k"),
    ("entity.name.function", "hl-f"),
    ("entity.name.tag", "hl-g"),
    ("entity.name.type", "hl-y"),
    ("entity.name.class", "hl-y"),
    ("entity.name.section", "hl-h"),
    ("entity.name", "hl-n"),
    ("entity.other.attribute-name", "hl-a"),
    ("support.function", "hl-b"),
    ("support", "hl-b"),
    ("variable.parameter", "hl-p"),
    ("variable.language", "hl-l"),
    ("markup.inserted", "hl-i"),
    ("markup.deleted", "hl-d"),
    ("markup.heading", "hl-h"),
    ("invalid", "hl-x"),
];

/// The class for a scope; none for those that look like other text.
static SCOPES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    CLASSES.iter().filter_map(|(prefix, class)| Scope::new(prefix).ok().map(|scope| (scope, *class))).collect()
});

/// Writes `code` with the colours of `language`, or without them when the language is unknown or the code is too long.
/// What is coloured is taken from `budget`, the bytes of code that one document may have coloured.
pub(super) fn write(code: &str, language: &str, budget: &mut usize, out: &mut Out) {
    let fits = code.len() <= MOST_BYTES.min(*budget) && code.lines().all(|line| line.len() <= LONGEST_LINE);
    let grammar = if fits && !language.is_empty() { GRAMMARS.find_syntax_by_token(language) } else { None };
    let coloured = grammar.and_then(|grammar| runs(code, grammar));
    let Some(runs) = coloured else { return out.text(code) };
    *budget -= code.len();
    let mut at = 0;
    for (end, class) in runs {
        let text = code.get(at..end).unwrap_or_default();
        at = end;
        match class {
            Some(class) if !text.trim().is_empty() => {
                out.raw("<span class=\"");
                out.raw(class);
                out.raw("\">");
                out.text(text);
                out.raw("</span>");
            }
            _ => out.text(text),
        }
    }
    out.text(code.get(at..).unwrap_or_default());
}

/// The ends of runs of one class, in order; nothing when the grammar fails.
fn runs(code: &str, grammar: &SyntaxReference) -> Option<Vec<(usize, Option<&'static str>)>> {
    let mut state = ParseState::new(grammar);
    let mut scopes = ScopeStack::new();
    let mut runs: Vec<(usize, Option<&'static str>)> = Vec::new();
    let mut class = None;
    let mut line_start = 0;
    for line in code.split_inclusive('\n') {
        for (at, change) in state.parse_line(line, &GRAMMARS).ok()? {
            extend(&mut runs, line_start + at, class);
            scopes.apply(&change).ok()?;
            class = scopes.scopes.iter().rev().find_map(|scope| class_of(*scope));
        }
        line_start += line.len();
        extend(&mut runs, line_start, class);
    }
    Some(runs)
}

fn extend(runs: &mut Vec<(usize, Option<&'static str>)>, end: usize, class: Option<&'static str>) {
    match runs.last_mut() {
        Some((last, before)) if *before == class => *last = end,
        Some((last, _)) if *last == end => {}
        _ => runs.push((end, class)),
    }
}

fn class_of(scope: Scope) -> Option<&'static str> {
    SCOPES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map(|(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(code: &str, language: &str) -> String {
        let mut out = Out::default();
        write(code, language, &mut 1_000_000, &mut out);
        out.into_html().unwrap()
    }

    #[test]
    fn known_languages_get_short_classes() {
        assert_eq!(
            html("def f(x):  # <b>\n    return \"a\\n\" + 1\n", "python"),
            "<span class=\"hl-t\">def</span> <span class=\"hl-f\">f</span>(<span class=\"hl-p\">x</span>):  \
             <span class=\"hl-c\"># &lt;b&gt;\n</span>    <span class=\"hl-k\">return</span> \
             <span class=\"hl-s\">&quot;a</span><span class=\"hl-e\">\\n</span><span class=\"hl-s\">&quot;</span> \
             <span class=\"hl-o\">+</span> <span class=\"hl-m\">1</span>\n"
        );
    }

    #[test]
    fn unknown_languages_and_long_code_get_none() {
        assert_eq!(html("let x = \"<\";", "klingon"), "let x = &quot;&lt;&quot;;");
        assert_eq!(html("x = 1", ""), "x = 1");
        let long = "x = 1\n".repeat(20_000);
        assert_eq!(html(&long, "python"), long);
        let line = "1 + ".repeat(600);
        assert_eq!(html(&line, "python"), line);
    }
}
