//! A page written the way the templates of the program write: every `<` begins a tag in small letters, with values in double quotes.
//! Knows that such a page has one reading alone, so that its tags are found without a browser's rules for broken pages.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// Elements in which browsers see text where tags are written.
const RAW: &[&str] =
    &["title", "textarea", "style", "script", "noscript", "xmp", "iframe", "noembed", "noframes", "plaintext"];

/// One start tag; values with their entities decoded.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// Its name in small letters.
    pub name: Cow<'h, str>,
    /// The byte at which it begins.
    pub at: usize,
    /// Names in small letters, values, and the bytes at which they begin.
    pub attributes: Vec<(Cow<'h, str>, Cow<'h, str>, usize)>,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _, _)| own == name).map(|(_, value, _)| value.as_ref())
    }
}

/// What a page consists of.
pub(super) enum Part<'t, 'h> {
    /// A start tag.
    Start(&'t Tag<'h>),
    /// An end tag.
    End,
    /// What stands between two tags.
    Text(&'h str),
}

/// Gives all of `html` to `take`, part by part, as every browser reads it. Nothing when the page is not plain; what was given is
/// then worth nothing.
pub(super) fn read<'h>(html: &'h str, mut take: impl FnMut(Part<'_, 'h>)) -> Option<()> {
    let mut lexer = Lexer { html, at: 0 };
    let mut tag = Tag::default();
    // Browsers replace the one and join the other with a line end.
    if memchr2(0, b'\r', html.as_bytes()).is_some() {
        return None;
    }
    while lexer.at < html.len() {
        let end = memchr(b'<', lexer.rest().as_bytes()).map_or(html.len(), |gap| lexer.at + gap);
        if end > lexer.at {
            take(Part::Text(html.get(lexer.at..end)?));
        }
        lexer.at = end;
        if lexer.is_at_end() {
            break;
        }
        if lexer.skip("<!doctype html>") || lexer.skip("<!DOCTYPE html>") {
            continue;
        }
        if lexer.skip("</") {
            lexer.name()?;
            lexer.space();
            lexer.skip(">").then_some(())?;
            take(Part::End);
        } else {
            lexer.start(&mut tag)?;
            take(Part::Start(&tag));
            if RAW.contains(&tag.name.as_ref()) {
                lexer.text_to_end_of(&tag.name, &mut take)?;
            }
        }
    }
    Some(())
}

struct Lexer<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Lexer<'h> {
    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.html.len()
    }

    fn skip(&mut self, what: &str) -> bool {
        let is_there = self.rest().starts_with(what);
        if is_there {
            self.at += what.len();
        }
        is_there
    }

    /// The text of an element in which no tag is written.
    fn text_to_end_of(&mut self, element: &str, take: &mut impl FnMut(Part<'_, 'h>)) -> Option<()> {
        let (text, from) = self.rest().split_at_checked(memchr(b'<', self.rest().as_bytes())?)?;
        let is_its_end = from.strip_prefix("</")?.strip_prefix(element)?.starts_with([' ', '>']);
        take(Part::Text(text));
        self.at += text.len();
        is_its_end.then_some(())
    }

    /// The bytes for which `is_part` holds, from here on.
    fn take(&mut self, is_part: impl Fn(u8) -> bool) -> &'h str {
        let rest = self.rest();
        let length = rest.bytes().position(|byte| !is_part(byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn space(&mut self) -> bool {
        !self.take(|byte| matches!(byte, b' ' | b'\n' | b'\t')).is_empty()
    }

    /// A name, which begins with a letter.
    fn name(&mut self) -> Option<&'h str> {
        let name = self.take(|byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b':' | b'_'));
        name.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(name)
    }

    fn start(&mut self, tag: &mut Tag<'h>) -> Option<()> {
        tag.at = self.at;
        tag.attributes.clear();
        self.skip("<").then_some(())?;
        tag.name = small(self.name()?);
        loop {
            let is_apart = self.space();
            if self.skip(">") || self.skip("/>") {
                return Some(());
            }
            is_apart.then_some(())?;
            let at = self.at;
            let name = small(self.name()?);
            let value = if self.skip("=\"") { self.value()? } else { Cow::Borrowed("") };
            tag.attributes.push((name, value, at));
        }
    }

    /// A value up to its closing quote, decoded.
    fn value(&mut self) -> Option<Cow<'h, str>> {
        let rest = self.rest();
        let value = rest.get(..memchr(b'"', rest.as_bytes())?)?;
        self.at += value.len() + 1;
        if memchr(b'<', value.as_bytes()).is_some() {
            return None;
        }
        decoded(value)
    }
}

fn small(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) { name.to_ascii_lowercase().into() } else { name.into() }
}

/// `value` with the references that escaping writes; nothing when it has any other.
fn decoded(value: &str) -> Option<Cow<'_, str>> {
    const KNOWN: [(&str, &str); 7] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
    ];
    let mut rest = value;
    let mut out = String::new();
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        let (before, from) = rest.split_at_checked(at)?;
        let (written, meant) = KNOWN.iter().find(|(written, _)| from.starts_with(written))?;
        out.push_str(before);
        out.push_str(meant);
        rest = from.get(written.len()..)?;
    }
    if out.is_empty() && rest.len() == value.len() {
        return Some(value.into());
    }
    out.push_str(rest);
    Some(out.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::html::push_format;

    fn shown(html: &str) -> Option<String> {
        let mut out = String::new();
        read(html, |part| match part {
            Part::Start(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value, at)| format!(" {name}={value:?}@{at}"));
                push_format(&mut out, format_args!("<{}@{}{}>", tag.name, tag.at, attributes.collect::<String>()));
            }
            Part::End => out.push_str("</>"),
            Part::Text(text) => out.push_str(text),
        })?;
        Some(out)
    }

    #[test]
    fn tags_and_their_values_are_found() {
        let html = "<!doctype html>\n<P class=\"a\"\thidden><br/><a HREF=\"?a&amp;b\" title=\"Ş > &#x27;\">x &copy; y</a ></p>";
        let expected =
            "\n<p@16 class=\"a\"@19 hidden=\"\"@29><br@36><a@41 href=\"?a&b\"@44 title=\"Ş > '\"@60>x &copy; y</></>";
        assert_eq!(shown(html).as_deref(), Some(expected));
    }

    #[test]
    fn a_page_with_two_readings_is_not_plain() {
        for html in [
            "<p class=a>",
            "<p class='a'>",
            "<p class=\"a\"title=\"b\">",
            "<p class = \"a\">",
            "<p class=\"a",
            "<p title=\"<b>\">",
            "<p title=\"&copy;\">",
            "<p title=\"&ampx;\">",
            "<!-- a -->",
            "<![CDATA[ a ]]>",
            "<?xml-stylesheet?>",
            "a < b",
            "</>",
            "</p x>",
            "<p / x>",
            "<p",
            "a\rb",
            "a\0b",
            "<p @x=\"\">",
            "<title><b></title>",
            "<noscript><p></p></noscript>",
            "<textarea></p></textarea>",
        ] {
            assert_eq!(shown(html), None, "{html}");
        }
    }
}
