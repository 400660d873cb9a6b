//! Slugs and paths: no text becomes an address outside of the site, and links between addresses lead where they say.

use dossier::foundation::fold::nfc;
use dossier::foundation::route::{LinkStyle, Route, is_unseen};
use dossier::foundation::slug::{LONGEST, Slug};
use dossier::source::tree::SourcePath;

/// The bytes are texts, a line each: every one is made an address and a slug, and linked with the one before.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    slug(text);
    let mut routes = vec![Route::home()];
    for line in text.split('\n').take(8) {
        slug(line);
        let path = SourcePath::new(line);
        let _ = (path.stem(), path.folder(), path.file_name(), path.below("content"));
        routes.extend(Route::file(line));
        if let Ok(route) = Route::parse(line) {
            assert_eq!(Route::parse(&route.address()), Ok(route.clone()), "{line:?}");
            routes.push(route);
        }
    }
    for route in &routes {
        stays_below(&route.output_path());
    }
    for pair in routes.windows(2) {
        leads(&pair[0], &pair[1]);
        leads(&pair[1], &pair[0]);
    }
}

fn slug(name: &str) {
    if let Ok(slug) = Slug::of_name(name) {
        assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()), "{name:?}");
        assert_eq!(Slug::of_name(slug.as_str()), Ok(slug.clone()), "{name:?}");
        assert_eq!(Slug::of_name(&nfc(name)), Ok(slug.clone()), "{name:?}");
        stays_below(&Route::page(&[&slug, &slug]).output_path());
    }
    if let Ok(slug) = Slug::parse(name) {
        assert!(slug.as_str() == name && name.len() <= LONGEST);
    }
}

/// A path that is one on every system, below the folder it is joined to.
fn stays_below(path: &str) {
    assert!(!path.is_empty() && !path.starts_with('/') && !path.ends_with('/'), "{path:?}");
    for part in path.split('/') {
        assert!(!matches!(part, "" | "." | ".."), "{path:?}");
        assert!(!part.ends_with(['.', ' ']), "{path:?}");
    }
    let foreign = |letter: char| is_unseen(letter) || "\\:*?\"<>|".contains(letter);
    assert!(!path.contains(foreign) && path == nfc(path), "{path:?}");
}

/// The link from one address to another, followed the way a browser follows it (RFC 3986, 5.2.4).
fn leads(from: &Route, to: &Route) {
    for (style, wanted) in [(LinkStyle::Files, to.output_path()), (LinkStyle::Folders, to.address()[1..].to_owned())] {
        let link = from.link_to(to, style);
        let here = from.encoded() + if from.is_page() { "index.html" } else { "" };
        let mut parts: Vec<&str> = here.split('/').collect();
        parts.pop();
        for part in link.split('/') {
            match part {
                "." => {}
                ".." => assert!(parts.pop().is_some(), "{link} leads out of the site from {from}"),
                part => parts.push(part),
            }
        }
        assert_eq!(decoded(&parts.join("/")), wanted, "{link} from {from} to {to}");
    }
}

/// `text` without percent-encoding.
fn decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        let hex = |byte: Option<u8>| char::from(byte.unwrap_or(b'?')).to_digit(16);
        out.push(match byte {
            b'%' => match (hex(bytes.next()), hex(bytes.next())) {
                (Some(high), Some(low)) => u8::try_from(high * 16 + low).unwrap_or(b'?'),
                _ => panic!("a percent sign that encodes nothing: {text:?}"),
            },
            byte => byte,
        });
    }
    String::from_utf8(out).unwrap_or_else(|_| panic!("no text is encoded in {text:?}"))
}
