//! A template cut into its text, what it prints and its tags. Knows the signs of Tera, not what stands between them.

/// A part of a template, with the byte at which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// HTML as it is written out.
    Text(&'a str),
    /// What stands in `{{ … }}`, with the byte at which it begins.
    Print(&'a str, usize),
    /// What stands in `{% … %}`, with the byte at which it begins.
    Tag(&'a str, usize),
}

/// The pieces of `template`, which Tera has read without fault.
pub(super) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(rest) = template.get(at..).filter(|rest| !rest.is_empty()) {
        let start = rest
            .match_indices('{')
            .map(|(start, _)| start)
            .find(|start| matches!(rest.as_bytes().get(start + 1), Some(b'{' | b'%' | b'#')));
        let Some(start) = start else {
            all.push(Piece::Text(rest));
            break;
        };
        if let Some(text) = rest.get(..start).filter(|text| !text.is_empty()) {
            all.push(Piece::Text(text));
        }
        let inside = rest.get(start + 2..).unwrap_or_default();
        let begins = at + start + 2;
        let length = match rest.as_bytes().get(start + 1) {
            Some(b'#') => inside.find("#}").unwrap_or(inside.len()),
            Some(b'{') => closing(inside, "}}"),
            _ => closing(inside, "%}"),
        };
        let body = inside.get(..length).unwrap_or_default();
        at = begins + length + 2;
        match rest.as_bytes().get(start + 1) {
            Some(b'#') => {}
            Some(b'{') => all.push(Piece::Print(body, begins)),
            _ if words(body).next() == Some("raw") => {
                let (text, after) = raw(template.get(at..).unwrap_or_default());
                all.push(Piece::Text(text));
                at += after;
            }
            _ => all.push(Piece::Tag(body, begins)),
        }
    }
    all
}

/// The words of a tag, without the signs for white space.
pub(super) fn words(body: &str) -> impl Iterator<Item = &str> {
    bare(body).split_whitespace()
}

/// A body without the signs for white space.
pub(super) fn bare(body: &str) -> &str {
    let body = body.strip_prefix('-').unwrap_or(body);
    body.strip_suffix('-').unwrap_or(body).trim()
}

/// How far it is to `end` outside of texts and brackets.
fn closing(inside: &str, end: &str) -> usize {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut letters = inside.char_indices();
    while let Some((at, letter)) = letters.next() {
        match (quote, letter) {
            (Some(_), '\\') => drop(letters.next()),
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(letter),
            (None, '%' | '}') if depth == 0 && inside.get(at..).is_some_and(|rest| rest.starts_with(end)) => return at,
            (None, '{') => depth += 1,
            (None, '}') => depth = depth.saturating_sub(1),
            (Some(_) | None, _) => {}
        }
    }
    inside.len()
}

/// The text up to `{% endraw %}`, and how long it is with that tag.
fn raw(rest: &str) -> (&str, usize) {
    let ends = rest.match_indices("{%").find_map(|(at, _)| {
        let inside = rest.get(at + 2..)?;
        let length = inside.find("%}")?;
        (words(inside.get(..length)?).next() == Some("endraw")).then_some((at, at + 2 + length + 2))
    });
    let (end, after) = ends.unwrap_or((rest.len(), rest.len()));
    (rest.get(..end).unwrap_or_default(), after)
}

/// The filters of an expression, with the bytes at which their names begin.
pub(super) fn filters(body: &str) -> Vec<(usize, &str)> {
    let mut quote = None;
    let mut found = Vec::new();
    let mut letters = body.char_indices();
    while let Some((at, letter)) = letters.next() {
        match (quote, letter) {
            (Some(_), '\\') => drop(letters.next()),
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(letter),
            (None, '|') => {
                let rest = body.get(at + 1..).unwrap_or_default();
                let name = rest.trim_start();
                let start = at + 1 + rest.len() - name.len();
                let end =
                    name.find(|letter: char| letter != '_' && !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
                found.push((start, name.get(..end).unwrap_or_default()));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_where_tera_cuts_it() {
        let text =
            "a{{ x | get(key='}}') }}b{# {{ c #}{%- if y -%}{ {% raw %}{{ z }}{% endraw %}{{ <c to={{\"k\": 1}} /> }}";
        assert_eq!(
            pieces(text),
            [
                Piece::Text("a"),
                Piece::Print(" x | get(key='}}') ", 3),
                Piece::Text("b"),
                Piece::Tag("- if y -", 37),
                Piece::Text("{ "),
                Piece::Text("{{ z }}"),
                Piece::Print(" <c to={{\"k\": 1}} /> ", 79),
            ]
        );
    }

    #[test]
    fn filters_are_found_outside_of_texts() {
        assert_eq!(filters("x | a(b='| safe') |safe_url | safe"), [(4, "a"), (19, "safe_url"), (30, "safe")]);
    }
}
