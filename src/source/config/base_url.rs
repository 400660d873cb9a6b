//! The address under which a site will stand. Knows what a web address may hold, nothing of pages.

use crate::foundation::route::Route;

/// An address under which the site will stand: `http` or `https`, a host, a path that ends in `/`; no query, no fragment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads an address; a missing trailing slash is added.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or("it does not begin with https:// or http://")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.is_empty() {
            return Err("it names no host".into());
        }
        if host.contains('@') {
            return Err("it holds a user name or password, which would be published".into());
        }
        if rest.split('/').any(|part| part == "." || part == "..") {
            return Err("it has a part that is only dots".into());
        }
        if rest.contains(['?', '#']) {
            return Err("it has a query or a fragment".into());
        }
        if let Some(letter) = text.chars().find(|letter| cannot_stand(*letter)) {
            return Err(format!("`{}` cannot stand in it", letter.escape_debug()));
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The full address of `route`.
    #[must_use]
    pub fn join(&self, route: &Route) -> String {
        format!("{}{}", self.0, route.encoded())
    }

    /// The path part: `/` or `/prefix/`.
    #[must_use]
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        self.0.get(host..).and_then(|rest| rest.find('/').and_then(|at| rest.get(at..))).unwrap_or("/")
    }

    /// The host, without its port.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = self.0.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        host.rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
            .map_or(host, |(host, _)| host)
    }

    /// The whole address, ending in `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn cannot_stand(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || "<>\"'\\`{}|^".contains(letter)
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// H 77.
    #[test]
    fn addresses_end_in_a_slash_and_what_is_none_is_refused() {
        let parsed = |text| BaseUrl::parse(text).map(|url| (url.as_str().to_owned(), url.path().to_owned()));
        let is = |text, full: &str, path: &str| assert_eq!(parsed(text), Ok((full.into(), path.into())), "{text}");
        is("https://example.org", "https://example.org/", "/");
        is("https://example.org///", "https://example.org/", "/");
        is("http://örnek.example:8080/dosya", "http://örnek.example:8080/dosya/", "/dosya/");
        for text in [
            "",
            "example.org",
            "//example.org",
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "https:///x",
            "https://?x",
            "https://example.org/?x=1",
            "https://example.org/#x",
            "https://user:password@example.org/",
            "https://example.org/a/../b",
            "https://example.org/\"onload=\"",
            "https://example.org/a b",
            "https://exam\u{200b}ple.org/",
        ] {
            assert!(BaseUrl::parse(text).is_err(), "{text}");
        }
    }
}
