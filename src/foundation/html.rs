//! Text made safe for HTML. Knows the characters that have a meaning there, and which addresses a link may have.

use std::fmt::Write;

/// Appends `text` with `& < > " '` escaped, fit for element content and for quoted attributes.
pub fn escape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        out.push_str(match special.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        });
        rest = special.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// Appends formatted text. Writing to a string cannot fail, so there is nothing to report.
pub fn push_format(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

/// `text` with `& < > " '` escaped.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

/// Attributes that hold one address. Source: WHATWG HTML and its list of obsolete features.
pub const ADDRESS_ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "background",
    "data",
    "manifest",
    "ping",
    "longdesc",
    "cite",
    "codebase",
    "code",
    "archive",
    "classid",
    "lowsrc",
    "dynsrc",
    "profile",
    "icon",
];

/// Attributes that hold several addresses with commas between them.
pub const ADDRESS_LISTS: &[&str] = &["srcset", "imagesrcset"];

/// Where an address that an author wrote leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressKind {
    /// `http`, `https`, `mailto`, `tel` or `//host`: out of the site.
    External,
    /// No scheme: inside the site.
    Local,
    /// Any other scheme: must not become a link.
    Refused,
}

/// Decides where `address` leads, the way a browser would: white space and control characters inside it do not count, nor does case.
/// The address must have its entities decoded already. Source: WHATWG URL standard, "scheme start state".
#[must_use]
pub fn address_kind(address: &str) -> AddressKind {
    // Most addresses of a page begin in one of these ways, and what follows cannot make them lead elsewhere.
    if address.starts_with("../") || address.starts_with('#') {
        return AddressKind::Local;
    }
    let mut scheme = String::new();
    let visible =
        address.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control() && !is_unseen(*letter));
    for letter in visible.clone() {
        match letter {
            ':' => {
                return match scheme.as_str() {
                    "http" | "https" | "mailto" | "tel" => AddressKind::External,
                    _ => AddressKind::Refused,
                };
            }
            '/' | '?' | '#' | '\\' => break,
            _ => scheme.extend(letter.to_lowercase()),
        }
    }
    let start: String = visible.take(2).map(|letter| if letter == '\\' { '/' } else { letter }).collect();
    if start == "//" { AddressKind::External } else { AddressKind::Local }
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Appends `text` percent-encoded for a path or a query, keeping `/` and what RFC 3986 calls unreserved.
pub fn percent_encode_into(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            _ => push_format(out, format_args!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_reads_is_escaped() {
        assert_eq!(escape("<b a='1' c=\"2\">&İ</b>"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;İ&lt;/b&gt;");
    }

    #[test]
    fn only_known_schemes_become_links() {
        use AddressKind::{External, Local, Refused};
        for (address, kind) in [
            ("https://example.org", External),
            ("HTTP://example.org", External),
            ("mailto:a@b.c", External),
            ("//host/path", External),
            ("/\\host", External),
            ("../people/kurt.md", Local),
            ("#h-court", Local),
            ("a/b:c", Local),
            ("javascript:alert(1)", Refused),
            (" JaVaScRiPt:alert(1)", Refused),
            ("java\nscript:alert(1)", Refused),
            ("java\u{0}script:x", Refused),
            ("java\u{200b}script:x", Refused),
            ("vbscript:x", Refused),
            ("data:text/html,x", Refused),
            ("file:///etc/passwd", Refused),
        ] {
            assert_eq!(address_kind(address), kind, "{address:?}");
        }
    }
}
