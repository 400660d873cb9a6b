//! From a request to its answer. Knows the files of the preview by their addresses, and three files of its own; no path of the disk is ever made from an address.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::guard;
use super::preview::{Files, Preview, Shown};
use super::problems::Problems;
use crate::foundation::fold::nfc;
use crate::foundation::html::{escape, percent_encode_into};
use crate::foundation::output_file::{MediaType, OutputFile};

const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// The longest address, in bytes; no route of a site comes near it.
const LONGEST_ADDRESS: usize = 4_096;

/// The script of the preview, in three parts.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("keep.js"),
    include_str!("overlay.js"),
    include_str!("reload.js"),
    "})();\n"
);

/// Answers one request.
pub async fn answer(request: &Parts, preview: &Arc<Preview>) -> Response {
    let mut response = match guard::check(request, preview.address) {
        Ok(()) => route(request, preview).await,
        Err((status, sentence)) => refusal(status, sentence),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(CORP, HeaderValue::from_static("same-origin"));
    // A page may have a policy of its own; this adds what a page cannot say of itself.
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static("frame-ancestors 'none'"));
    response
}

async fn route(request: &Parts, preview: &Arc<Preview>) -> Response {
    let raw = request.uri.path();
    if raw.len() > LONGEST_ADDRESS {
        return refusal(StatusCode::URI_TOO_LONG, "The address is too long.");
    }
    let Some(path) = decoded(raw) else {
        return refusal(StatusCode::BAD_REQUEST, "The address cannot be one of this site.");
    };
    match path.as_str() {
        ".dossier/events" => events(request, preview),
        ".dossier/reload.js" => own_file("text/javascript; charset=utf-8", SCRIPT),
        ".dossier/reload.css" => own_file("text/css; charset=utf-8", include_str!("reload.css")),
        _ => match preview.shown().await {
            // A page may take its time to be made.
            Some(shown) => tokio::task::spawn_blocking(move || page(&path, &shown))
                .await
                .unwrap_or_else(|_| refusal(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made.")),
            None => refusal(StatusCode::SERVICE_UNAVAILABLE, "The preview has ended."),
        },
    }
}

/// The path below the root, percent-decoded once. Nothing when it could mean a place outside, or two different places to two readers.
fn decoded(raw: &str) -> Option<String> {
    let rest = raw.strip_prefix('/')?;
    if rest.to_ascii_lowercase().contains("%2f") {
        return None;
    }
    let path = percent_decode_str(rest).decode_utf8().ok()?;
    let is_odd = path.contains(['\\', '%']) || path.chars().any(char::is_control);
    let leaves = path.split('/').any(|part| part == "." || part == "..");
    (!is_odd && !leaves).then(|| nfc(&path))
}

fn page(path: &str, shown: &Shown) -> Response {
    let Some(files) = &shown.files else {
        return broken(&shown.problems, shown);
    };
    answer_from(files, path, shown).unwrap_or_else(|problems| broken(&problems, shown))
}

fn answer_from(files: &Files, path: &str, shown: &Shown) -> Result<Response, Problems> {
    let is_folder = path.is_empty() || path.ends_with('/');
    let name = if is_folder { format!("{path}index.html") } else { path.to_owned() };
    if let Some(file) = files.get(&name)? {
        return Ok(found(StatusCode::OK, &file, shown));
    }
    if !is_folder && files.get(&format!("{path}/index.html"))?.is_some() {
        return Ok(redirect(path));
    }
    not_found(files, shown)
}

fn found(status: StatusCode, file: &OutputFile, shown: &Shown) -> Response {
    let body = if file.media_type == MediaType::HTML {
        Bytes::from(with_script(&file.bytes, &shown.version))
    } else {
        // Shared, as clients that read slowly hold on to it.
        Bytes::from_owner(file.bytes.clone())
    };
    (status, [(CONTENT_TYPE, file.media_type.as_str())], Body::from(body)).into_response()
}

fn not_found(files: &Files, shown: &Shown) -> Result<Response, Problems> {
    let own = files.get("404.html")?;
    let file = if own.is_some() { own } else { files.get("404/index.html")? };
    Ok(match file {
        Some(file) => found(StatusCode::NOT_FOUND, &file, shown),
        None => refusal(StatusCode::NOT_FOUND, "There is no such page."),
    })
}

/// The page that stands in for one that could not be made, and for a site that was never built without errors.
fn broken(problems: &Problems, shown: &Shown) -> Response {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; \
                  require-trusted-types-for 'script'";
    let headers = [(CONTENT_TYPE, MediaType::HTML.as_str()), (CONTENT_SECURITY_POLICY, policy)];
    let html = with_script(problems.page().as_bytes(), &shown.version);
    (StatusCode::SERVICE_UNAVAILABLE, headers, html).into_response()
}

/// The way to the page `path/`, on this host.
fn redirect(path: &str) -> Response {
    // The path is that of a file of the site, so it does not begin with a slash and cannot name another host.
    let mut location = String::from("/");
    percent_encode_into(&mut location, path);
    location.push('/');
    (StatusCode::FOUND, [(LOCATION, location)]).into_response()
}

/// `html` with the script that reloads it, before the end of the body.
fn with_script(html: &[u8], version: &str) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let script = format!("<script src=\"/.dossier/reload.js\" data-version=\"{}\" defer></script>", escape(version));
    let at = html.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END)).unwrap_or(html.len());
    let (before, after) = html.split_at(at);
    [before, script.as_bytes(), after].concat()
}

/// The stream that tells a page about changes: what is shown now, and then after each change.
fn events(request: &Parts, preview: &Arc<Preview>) -> Response {
    if !guard::is_own_page(request) {
        return refusal(StatusCode::FORBIDDEN, "Another site cannot read the preview.");
    }
    let Ok(permit) = Arc::clone(&preview.streams).try_acquire_owned() else {
        return refusal(StatusCode::SERVICE_UNAVAILABLE, "Too many pages of the preview are open.");
    };
    let states = WatchStream::new(preview.subscribe()).filter_map(move |shown| {
        // The permit lives as long as the stream.
        let _ = &permit;
        shown.map(|shown| Ok::<_, Infallible>(event(&shown)))
    });
    Sse::new(states).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response()
}

fn event(shown: &Shown) -> Event {
    let state = serde_json::json!({ "version": shown.version, "problems": *shown.problems });
    Event::default().data(state.to_string())
}

fn own_file(media_type: &'static str, text: &'static str) -> Response {
    ([(CONTENT_TYPE, media_type)], text).into_response()
}

fn refusal(status: StatusCode, sentence: &'static str) -> Response {
    let mut response = (status, [(CONTENT_TYPE, MediaType::TEXT.as_str())], format!("{sentence}\n")).into_response();
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    // Whatever follows on the connection may be the body of a request that was not read.
    if status != StatusCode::NOT_FOUND {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_could_leave_the_site_are_refused() {
        for raw in [
            "",
            "*",
            "/..",
            "/../../etc/passwd",
            "/a/../b",
            "/./a",
            "/..%2f..%2fetc",
            "/%2e%2e/etc",
            "/%2E%2e%2Fetc",
            "/%252e%252e/etc",
            "/..%5cetc",
            "/..\\etc",
            "/a%00b",
            "/a%0d%0aSet-Cookie:x",
            "/%ff",
            "//evil.example/%2e%2e",
        ] {
            assert_eq!(decoded(raw), None, "{raw}");
        }
        assert_eq!(decoded("/people/I%CC%87lhami/").as_deref(), Some("people/İlhami/"));
        assert_eq!(decoded("/").as_deref(), Some(""));
    }

    #[test]
    fn the_script_stands_before_the_last_end_of_a_body() {
        let page = |html: &str| String::from_utf8(with_script(html.as_bytes(), "7-1")).unwrap();
        let script = "<script src=\"/.dossier/reload.js\" data-version=\"7-1\" defer></script>";
        assert_eq!(page("<body>&lt;/body> </BODY></html>"), format!("<body>&lt;/body> {script}</BODY></html>"));
        assert_eq!(page("<p>x"), format!("<p>x{script}"));
    }
}
