//! Where an address leads on to: the `Location` of an answer, seen from the address that was asked. Source: RFC 3986, section 5.

/// The address `location` seen from `base`, which begins with a scheme and a host.
pub(super) fn seen_from(base: &str, location: &str) -> String {
    let location = location.split('#').next().unwrap_or_default().trim();
    let (scheme, rest) = base.split_once("://").unwrap_or(("http", base));
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    if is_absolute(location) {
        return location.to_owned();
    }
    if let Some(other) = location.strip_prefix("//") {
        return format!("{scheme}://{other}");
    }
    if location.starts_with('/') {
        return format!("{scheme}://{host}{location}");
    }
    let path = rest.strip_prefix(host).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    if location.is_empty() || location.starts_with('?') {
        return format!("{scheme}://{host}{path}{location}");
    }
    let folder = path.rfind('/').and_then(|slash| path.get(..=slash)).unwrap_or("/");
    format!("{scheme}://{host}{folder}{location}")
}

fn is_absolute(location: &str) -> bool {
    location.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_answers_is_seen_from_what_was_asked() {
        let base = "https://example.org:8080/a/b?c=d";
        for (location, address) in [
            ("http://other.example/x", "http://other.example/x"),
            ("//other.example/x", "https://other.example/x"),
            ("/x#part", "https://example.org:8080/x"),
            ("x", "https://example.org:8080/a/x"),
            ("?x", "https://example.org:8080/a/b?x"),
            ("", "https://example.org:8080/a/b"),
            ("file:///etc/passwd", "file:///etc/passwd"),
        ] {
            assert_eq!(seen_from(base, location), address, "{location}");
        }
        assert_eq!(seen_from("https://example.org", "x"), "https://example.org/x");
    }
}
