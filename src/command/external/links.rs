//! The outside addresses in finished pages. Knows links as a reader finds them, not where they were written.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

use crate::foundation::output_file::{MediaType, OutputFile};

/// An outside address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// The address, without the part of the page.
    pub(super) address: String,
    /// The host and port that it names.
    pub(super) host: String,
    /// The first page on which it stands.
    pub(super) page: String,
}

/// The outside addresses of the pages among `files`, each once, in their order.
pub(super) fn links(files: &[OutputFile]) -> Vec<Link> {
    let mut links: BTreeMap<String, Link> = BTreeMap::new();
    for file in files.iter().filter(|file| file.media_type == MediaType::HTML) {
        let html = String::from_utf8_lossy(&file.bytes);
        for Ok(token) in Tokenizer::new(&*html) {
            let Token::StartTag(tag) = token else { continue };
            let href = tag.attributes.get("href".as_bytes()).filter(|_| tag.name.as_slice() == b"a");
            let Some(href) = href.map(|href| String::from_utf8_lossy(href).into_owned()) else { continue };
            let address = href.split('#').next().unwrap_or_default().to_owned();
            if let Some(host) = host(&address) {
                let page = file.route.output_path();
                links.entry(address.clone()).or_insert(Link { address, host, page });
            }
        }
    }
    links.into_values().collect()
}

/// The host and port of an address that begins with `http://` or `https://`, in small letters.
pub(super) fn host(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let authority = rest.split(['/', '?', '#', '\\']).next().filter(|_| is_web)?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::route::Route;

    #[test]
    fn only_links_that_lead_out_are_found_each_once() {
        let html = "<a href=\"https://Example.org/a?b=1&amp;c#part\">x</a><a href=\"../people/\">y</a>\
            <img src=\"https://example.org/x.png\"><a href=\"mailto:a@example.org\">z</a><a href='http://u:p@h:8080'>w</a>\
            <a href=\"https://Example.org/a?b=1&amp;c\">again</a>";
        let route = Route::home();
        let files = [OutputFile { route, media_type: MediaType::HTML, bytes: html.as_bytes().into() }];
        let found: Vec<(String, String)> = links(&files).into_iter().map(|link| (link.address, link.host)).collect();
        let expected = [("http://u:p@h:8080", "h:8080"), ("https://Example.org/a?b=1&c", "example.org")];
        assert_eq!(found, expected.map(|(address, host)| (address.to_owned(), host.to_owned())));
    }
}
