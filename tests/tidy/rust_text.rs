//! Rust source as a row of words and signs, without comments and strings. Knows which paths a file names, where and whether in unit tests; not what they mean.

/// A path that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedPath {
    /// Its parts; below the crate's root for paths of the crate.
    pub parts: Vec<String>,
    /// The line, from 1.
    pub line: usize,
    /// Whether it stands in a module with `#[cfg(test)]`.
    pub in_tests: bool,
}

/// A word or a sign. `::` is one sign.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    text: String,
    line: usize,
}

/// One file's words and signs.
#[derive(Debug)]
pub struct RustText {
    tokens: Vec<Token>,
}

/// A module written in braces inside a file.
struct Inline {
    name: String,
    depth: usize,
    is_test: bool,
}

impl RustText {
    /// Reads a file's text.
    pub fn read(text: &str) -> Self {
        Self { tokens: tokens(&without_comments_and_strings(text)) }
    }

    /// The paths that begin with `crate` or `super`, from the root of the crate; `module` is the file's own.
    pub fn crate_paths(&self, module: &[&str]) -> Vec<UsedPath> {
        self.paths(module, |first| first == "crate" || first == "super" || first == "self")
    }

    /// The paths that begin with any other name.
    pub fn outside_paths(&self) -> Vec<UsedPath> {
        self.paths(&[], |first| !matches!(first, "crate" | "super" | "self") && is_name(first))
    }

    /// The macros that are called.
    pub fn macros(&self) -> Vec<UsedPath> {
        let mut found = Vec::new();
        self.walk(|at, inner| {
            let [name, bang, open] = [at, at + 1, at + 2].map(|at| self.text(at));
            if is_name(name) && bang == "!" && matches!(open, "(" | "[" | "{") {
                found.push(self.used(vec![name.to_owned()], at, inner));
            }
        });
        found
    }

    /// The lines of attributes with this name.
    pub fn attributes(&self, name: &str) -> Vec<usize> {
        let begins = |at: &usize| [*at, at + 1, at + 2].map(|at| self.text(at)) == ["#", "[", name];
        (0..self.tokens.len()).filter(begins).map(|at| self.tokens[at].line).collect()
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    fn used(&self, parts: Vec<String>, at: usize, inner: &[Inline]) -> UsedPath {
        let line = self.tokens.get(at).map_or(0, |token| token.line);
        UsedPath { parts, line, in_tests: inner.iter().any(|module| module.is_test) }
    }

    /// Goes through the tokens and says in which inline modules each stands.
    fn walk(&self, mut visit: impl FnMut(usize, &[Inline])) {
        let (mut inner, mut depth) = (Vec::<Inline>::new(), 0_usize);
        for at in 0..self.tokens.len() {
            match self.text(at) {
                "{" => {
                    depth += 1;
                    if at >= 2 && self.text(at - 2) == "mod" {
                        let is_test = self.has_test_attribute(at - 2);
                        inner.push(Inline { name: self.text(at - 1).to_owned(), depth, is_test });
                    }
                }
                "}" => {
                    inner.pop_if(|module| module.depth == depth);
                    depth = depth.saturating_sub(1);
                }
                _ => visit(at, &inner),
            }
        }
    }

    /// Whether `#[cfg(test)]` is among the attributes of the item at `at`.
    fn has_test_attribute(&self, at: usize) -> bool {
        let mut before: Vec<&str> =
            (0..at).rev().map(|at| self.text(at)).take_while(|text| !matches!(*text, ";" | "{" | "}")).collect();
        before.reverse();
        before.windows(7).any(|seven| seven == ["#", "[", "cfg", "(", "test", ")", "]"])
    }

    fn paths(&self, module: &[&str], wanted: impl Fn(&str) -> bool) -> Vec<UsedPath> {
        let mut found = Vec::new();
        self.walk(|at, inner| {
            let continues = at > 0 && self.text(at - 1) == "::";
            let in_group = at > 0 && matches!(self.text(at - 1), "{" | ",") && self.is_in_use_group(at);
            let begins = self.text(at + 1) == "::" || self.text(at.wrapping_sub(1)) == "use";
            if continues || in_group || !begins || !wanted(self.text(at)) {
                return;
            }
            let mut here: Vec<String> = module.iter().map(|part| (*part).to_owned()).collect();
            here.extend(inner.iter().map(|module| module.name.clone()));
            let mut leaves = Vec::new();
            self.leaves(at, Vec::new(), &here, &mut leaves);
            found.extend(leaves.into_iter().map(|(parts, at)| self.used(parts, at, inner)));
        });
        found
    }

    /// Whether the group that holds `at` follows a `::`, so that its parts are no beginnings.
    fn is_in_use_group(&self, at: usize) -> bool {
        let mut depth = 0_usize;
        for before in (0..at).rev() {
            match self.text(before) {
                "}" => depth += 1,
                "{" if depth == 0 => return before > 0 && self.text(before - 1) == "::",
                "{" => depth -= 1,
                ";" => return false,
                _ => {}
            }
        }
        false
    }

    /// Reads one path or tree of paths from `at` below `prefix`; gives the token after it.
    fn leaves(&self, at: usize, prefix: Vec<String>, here: &[String], found: &mut Vec<(Vec<String>, usize)>) -> usize {
        if self.text(at) == "{" {
            let mut at = at + 1;
            while at < self.tokens.len() && self.text(at) != "}" {
                at = self.leaves(at, prefix.clone(), here, found);
                while !matches!(self.text(at), "," | "}" | "") {
                    at += 1;
                }
                at += usize::from(self.text(at) == ",");
            }
            return at + 1;
        }
        let mut path = prefix;
        match self.text(at) {
            "crate" => path.clear(),
            "self" if path.is_empty() => path = here.to_vec(),
            "self" => {}
            "super" => {
                if path.is_empty() {
                    path = here.to_vec();
                }
                path.pop();
            }
            name => path.push(name.to_owned()),
        }
        if self.text(at + 1) == "::" && (is_name(self.text(at + 2)) || matches!(self.text(at + 2), "{" | "*")) {
            return self.leaves(at + 2, path, here, found);
        }
        found.push((path, at));
        at + 1
    }
}

/// Whether a token is a name, not a sign or a number.
fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The words and signs of a text without comments and strings.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut rest = line;
        while let Some(first) = rest.chars().next() {
            let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
            let length = if is_word(first) {
                rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            let (token, after) = rest.split_at(length);
            if !token.trim().is_empty() {
                tokens.push(Token { text: token.to_owned(), line: number + 1 });
            }
            rest = after;
        }
    }
    tokens
}

/// The text with comments gone and strings and characters empty; lines stay where they are.
fn without_comments_and_strings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_string(rest, &out) {
            length
        } else if first == '"' {
            quoted(rest)
        } else if first == '\'' {
            character(rest)
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        let (gone, after) = rest.split_at(length);
        out.push(' ');
        out.extend(gone.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    out
}

/// The length of a block comment, which may hold others.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// The length of `r"…"` or `r#"…"#`, when one begins here and not in the middle of a name.
fn raw_string(text: &str, before: &str) -> Option<usize> {
    if before.ends_with(|letter: char| letter.is_alphanumeric() && letter != 'b' || letter == '_') {
        return None;
    }
    let body = text.strip_prefix('r')?;
    let marks = body.len() - body.trim_start_matches('#').len();
    body[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let start = 1 + marks + 1;
    Some(text[start..].find(&end).map_or(text.len(), |at| start + at + end.len()))
}

/// The length of `"…"`.
fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `'x'` or `'\n'`; of a lifetime only its mark.
fn character(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((at, _))) => text[at + 1..].find('\'').map_or(text.len(), |end| at + end + 2),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}
