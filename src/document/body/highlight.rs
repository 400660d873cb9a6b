//! Colours of code, as short class names. Knows the scopes of the grammars, not where code stands.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::out::Out;

/// How much work colours may cost in one document: that of 50 KB of code in lines of up to 80 bytes. Some grammars take
/// time that grows with the square of a line, so longer lines count for more.
pub(super) const MOST_WORK: usize = 4_000_000;

/// The grammars that are used: they took less than a second on the worst code that [`MOST_WORK`] lets through. Others,
/// such as that for makefiles, took a minute.
const SAFE: &[&str] = &[
    "Batch File",
    "Bourne Again Shell (bash)",
    "C",
    "C#",
    "C++",
    "CSS",
    "Diff",
    "Go",
    "HTML",
    "JSON",
    "Java",
    "JavaScript",
    "PHP",
    "Python",
    "R",
    "Ruby",
    "Rust",
    "SQL",
    "XML",
    "YAML",
];

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

/// Writes `code` with the colours of `language`, or without them when there is no safe grammar for it or the code is too long.
/// What colours cost is taken from `budget`, which begins at [`MOST_WORK`] for each document.
pub(super) fn write(code: &str, language: &str, budget: &mut usize, out: &mut Out) {
    let work =
        code.lines().fold(0_usize, |work, line| work.saturating_add(line.len().saturating_mul(line.len().max(80))));
    let left = budget.checked_sub(work).filter(|_| !language.is_empty());
    let grammar = left
        .and_then(|_| GRAMMARS.find_syntax_by_token(language))
        .filter(|grammar| SAFE.contains(&grammar.name.as_str()));
    let coloured = grammar.and_then(|grammar| runs(code, grammar));
    let Some(runs) = coloured else { return out.text(code) };
    *budget = left.unwrap_or_default();
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
        write(code, language, &mut MOST_WORK.clone(), &mut out);
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
        assert_eq!(html("all: a\n\tcc a\n", "makefile"), "all: a\n\tcc a\n");
        let long = "x = 1\n".repeat(20_000);
        assert_eq!(html(&long, "python"), long);
        let line = "1 + ".repeat(1000);
        assert_eq!(html(&line, "python"), line);
    }

    #[test]
    fn every_safe_grammar_is_there() {
        let known: Vec<_> = GRAMMARS.syntaxes().iter().map(|grammar| grammar.name.as_str()).collect();
        for name in SAFE {
            assert!(known.contains(name), "{name} in {known:?}");
        }
    }

    #[test]
    fn a_document_has_colours_for_so_much_code() {
        let mut budget = MOST_WORK;
        let block = "x = 1\n".repeat(4000);
        let coloured: Vec<_> = (0..4)
            .map(|_| {
                let mut out = Out::default();
                write(&block, "python", &mut budget, &mut out);
                out.into_html().unwrap().contains("<span")
            })
            .collect();
        assert_eq!(coloured, [true, true, false, false]);
    }
}
