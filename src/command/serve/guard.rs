//! Who may ask. Knows the headers by which a page of another site, or a name that was pointed at this computer, gives itself away.

use std::net::{IpAddr, SocketAddr};

use axum::http::header::{CONTENT_LENGTH, HOST, ORIGIN, TRANSFER_ENCODING};
use axum::http::request::Parts;
use axum::http::{HeaderName, Method, StatusCode};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Checks all of a request but its path.
///
/// # Errors
/// The status to answer with, and a sentence.
pub fn check(request: &Parts, own: SocketAddr) -> Result<(), (StatusCode, &'static str)> {
    if request.method != Method::GET && request.method != Method::HEAD {
        return Err((StatusCode::METHOD_NOT_ALLOWED, "The preview can only be read."));
    }
    if request.uri.scheme().is_some() || request.uri.authority().is_some() {
        return Err((StatusCode::BAD_REQUEST, "The preview is no proxy."));
    }
    let has_body = request.headers.contains_key(TRANSFER_ENCODING)
        || request.headers.get_all(CONTENT_LENGTH).iter().any(|length| length != "0");
    if has_body {
        return Err((StatusCode::BAD_REQUEST, "The preview takes no data."));
    }
    let mut hosts = request.headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next()) else {
        return Err((StatusCode::FORBIDDEN, "The request does not name this computer."));
    };
    if !is_own_host(host, own) {
        return Err((StatusCode::FORBIDDEN, "The preview can only be opened under the address that it printed."));
    }
    let own_origin = format!("http://{host}");
    let foreign = request.headers.get_all(ORIGIN).iter().any(|origin| origin != own_origin.as_str());
    if foreign {
        return Err((StatusCode::FORBIDDEN, "Another site cannot read the preview."));
    }
    Ok(())
}

/// Whether a page of this preview itself asks, or the person in the address bar; browsers that do not say count as such.
pub fn is_own_page(request: &Parts) -> bool {
    request.headers.get_all(SEC_FETCH_SITE).iter().all(|site| site == "same-origin" || site == "none")
}

/// A name that can only mean this computer, with the port that the server listens on. Anything else may be a name of an attacker that leads to 127.0.0.1.
fn is_own_host(host: &str, own: SocketAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port.parse::<u16>().ok()),
        _ => (host, Some(80)),
    };
    let name = name.to_ascii_lowercase();
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let own_name = match own.ip() {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    let is_local = name == own_name
        || matches!(name.as_str(), "localhost" | "127.0.0.1" | "[::1]")
        || name.strip_suffix(".localhost").is_some_and(|labels| labels.split('.').all(is_label));
    is_local && port == Some(own.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_computer_with_the_right_port_are_its_own() {
        let own = SocketAddr::from(([127, 0, 0, 1], 1111));
        for host in [
            "localhost:1111",
            "LOCALHOST:1111",
            "127.0.0.1:1111",
            "[::1]:1111",
            "dossier.localhost:1111",
            "a.b.localhost:1111",
        ] {
            assert!(is_own_host(host, own), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "evil.example:1111",
            "localhost.evil.example:1111",
            "127.0.0.1.nip.io:1111",
            "localhost",
            "localhost:1112",
            "localhost:",
            "localhost:01111x",
            ".localhost:1111",
            "a..localhost:1111",
            "evil.example#.localhost:1111",
            "localhost.:1111",
            "[::1]",
            "[::1]:80",
            "0.0.0.0:1111",
            "2130706433:1111",
            "user@localhost:1111",
        ] {
            assert!(!is_own_host(host, own), "{host}");
        }
        assert!(is_own_host("localhost", SocketAddr::from(([127, 0, 0, 1], 80))));
        assert!(is_own_host("127.0.0.2:1111", SocketAddr::from(([127, 0, 0, 2], 1111))));
    }
}
