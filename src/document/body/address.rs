//! Where a Markdown link leads: out of the site, to a page, to a file, or nowhere it may. Knows addresses as authors write them, not the files behind them.

use crate::document::mention::{Part, Target};
use crate::foundation::diagnostic::Code;
use crate::foundation::html::{AddressKind, address_kind};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// Out of the site: the address, fit for an attribute once it is escaped.
    External(String),
    /// To a page of the site, or a part of this one.
    Page(Target),
    /// To a file of the site.
    File(FileAddress),
}

/// A file of the site in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileAddress {
    /// The path or file name as written, decoded.
    pub(super) name: String,
    /// The page of a document, as `#page=3`, or nothing.
    pub(super) page: String,
}

/// Why an address cannot be a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: String,
}

fn refuse<T>(code: Code, message: impl Into<String>, help: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal { code, message: message.into(), help: help.into() })
}

/// Reads an address whose entities are decoded, in a document that stands in `folder` below `content/`.
///
/// # Errors
/// When it has a scheme that is not known, or cannot mean anything in this site.
pub(super) fn read(address: &str, folder: &str) -> Result<Address, Refusal> {
    let trimmed = address.trim();
    if trimmed.is_empty() {
        return refuse(Code::InvalidLink, "the link leads nowhere", "write an address, or a name as [[name]]");
    }
    match address_kind(trimmed) {
        AddressKind::Refused => refuse(
            Code::UnsafeUrl,
            "this address has a scheme that is not allowed in links",
            "use https, http, mailto or tel",
        ),
        AddressKind::External => external(trimmed),
        AddressKind::Local => local(trimmed, folder),
    }
}

fn external(address: &str) -> Result<Address, Refusal> {
    if address.chars().any(|letter| letter.is_control() || (letter.is_whitespace() && letter != ' ')) {
        return refuse(Code::UnsafeUrl, "this address holds characters that cannot be seen", "type it again");
    }
    let mut written = String::with_capacity(address.len() + 6);
    // Without a scheme a page that is opened from a disk would look for the host among its files.
    let host = address.strip_prefix("//").map(|host| format!("https://{host}"));
    for letter in host.as_deref().unwrap_or(address).chars() {
        match letter {
            ' ' => written.push_str("%20"),
            '"' => written.push_str("%22"),
            '<' => written.push_str("%3C"),
            '>' => written.push_str("%3E"),
            '`' => written.push_str("%60"),
            '\\' => written.push_str("%5C"),
            letter => written.push(letter),
        }
    }
    let scheme_ends = written.find(':').unwrap_or_default();
    let is_plain = written.get(..scheme_ends).is_some_and(|scheme| {
        ["http", "https", "mailto", "tel"].iter().any(|known| known.eq_ignore_ascii_case(scheme))
    });
    if !is_plain {
        return refuse(
            Code::UnsafeUrl,
            "the scheme of this address is not written plainly",
            "type it again: https://…",
        );
    }
    Ok(Address::External(written))
}

fn local(address: &str, folder: &str) -> Result<Address, Refusal> {
    let Some(address) = percent_decode(address) else {
        return refuse(Code::InvalidLink, "the percent signs in this address make no text", "write the name as it is");
    };
    if address.starts_with(['/', '\\']) {
        return refuse(
            Code::InvalidLink,
            "pages of this site are not linked by their address",
            "write a wikilink: [[name]]",
        );
    }
    let (path, part) = match address.split_once('#') {
        Some((path, part)) => (path, Some(part)),
        None => (address.as_str(), None),
    };
    if path.contains('?') {
        return refuse(Code::InvalidLink, "a link inside the site has no `?`", "leave out what follows the path");
    }
    if let Some(name) = path.is_empty().then_some("").or_else(|| without_ending(path)) {
        let part = part.map(read_part).transpose()?;
        return Ok(Address::Page(Target::new(None, &resolve(folder, name)?, part)));
    }
    Ok(Address::File(FileAddress { name: path.to_owned(), page: part.map_or(Ok(String::new()), page)? }))
}

fn without_ending(path: &str) -> Option<&str> {
    let at = path.len().checked_sub(".md".len())?;
    path.get(at..).filter(|ending| ending.eq_ignore_ascii_case(".md")).and_then(|_| path.get(..at))
}

fn read_part(part: &str) -> Result<Part, Refusal> {
    let (is_block, words) = part.strip_prefix('^').map_or((false, part), |id| (true, id));
    if words.trim().is_empty() {
        return refuse(
            Code::InvalidLink,
            "nothing stands after the `#`",
            "write a heading, or `#^` and an id, or leave it out",
        );
    }
    let words = words.trim().to_owned();
    Ok(if is_block { Part::Block(words) } else { Part::Heading(words) })
}

/// The page of a stored document, the only part of a file that browsers know.
pub(super) fn page(part: &str) -> Result<String, Refusal> {
    match part.strip_prefix("page=") {
        Some(number) if !number.is_empty() && number.len() < 7 && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(format!("#page={number}"))
        }
        _ => refuse(Code::InvalidLink, "a file has no such part", "name a page, as in `#page=3`, or leave the `#` out"),
    }
}

/// `path` seen from `folder`, as a name `folder/file`; the empty path is this page.
fn resolve(folder: &str, path: &str) -> Result<String, Refusal> {
    if path.is_empty() {
        return Ok(String::new());
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." if parts.pop().is_none() => {
                return refuse(Code::InvalidLink, "this path leads out of `content/`", "write a wikilink: [[name]]");
            }
            "" | "." | ".." => {}
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

/// `text` with its percent-encoding decoded; nothing when that is not text.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(high * 16 + low);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.chars().any(char::is_control))
}

/// The name and ending of a file that is shown as a picture.
pub(super) fn is_picture(name: &str) -> bool {
    has_ending(name, &["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp"])
}

/// Whether a wikilink with this name means a stored file, by its ending.
pub(super) fn is_file(name: &str) -> bool {
    is_picture(name)
        || has_ending(
            name,
            &[
                "pdf", "txt", "csv", "tsv", "json", "xml", "zip", "rtf", "doc", "docx", "odt", "xls", "xlsx", "ods",
                "ppt", "pptx", "odp", "epub", "mp3", "ogg", "oga", "opus", "wav", "m4a", "flac", "mp4", "webm", "mov",
                "ogv", "tif", "tiff", "heic", "eml", "geojson", "kml", "gpx",
            ],
        )
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, found)| {
        !stem.is_empty() && endings.iter().any(|ending| ending.eq_ignore_ascii_case(found))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(address: &str) -> String {
        match read(address, "hearings/2020") {
            Ok(Address::External(address)) => format!("out {address}"),
            Ok(Address::Page(target)) => format!("page {} {:?}", target.name, target.part),
            Ok(Address::File(file)) => format!("file {}{}", file.name, file.page),
            Err(refusal) => format!("{}: {}", refusal.code.name(), refusal.message),
        }
    }

    #[test]
    fn addresses_lead_out_or_to_pages_or_to_files() {
        for (address, read) in [
            ("https://example.org/a b?c=\"d\"", "out https://example.org/a%20b?c=%22d%22"),
            ("//example.org", "out https://example.org"),
            ("mailto:a@example.org", "out mailto:a@example.org"),
            ("../../people/kurt.md", "page people/kurt None"),
            ("kurt.MD#^s1", "page hearings/2020/kurt Some(Block(\"s1\"))"),
            ("../a%20b.md#The%20court", "page hearings/a b Some(Heading(\"The court\"))"),
            ("#The court", "page  Some(Heading(\"The court\"))"),
            ("files/r%C3%A9port.pdf#page=3", "file files/réport.pdf#page=3"),
            ("photo.jpg", "file photo.jpg"),
        ] {
            assert_eq!(shown(address), read, "{address}");
        }
    }

    #[test]
    fn other_addresses_are_refused() {
        for (address, read) in [
            ("", "invalid-link: the link leads nowhere"),
            ("javascript:alert(1)", "unsafe-url: this address has a scheme that is not allowed in links"),
            ("ht\u{200b}tps://example.org", "unsafe-url: the scheme of this address is not written plainly"),
            ("https://a\tb", "unsafe-url: this address holds characters that cannot be seen"),
            ("/\\example.org", "unsafe-url: the scheme of this address is not written plainly"),
            ("/people/kurt/", "invalid-link: pages of this site are not linked by their address"),
            ("../../../x.md", "invalid-link: this path leads out of `content/`"),
            ("a.md#", "invalid-link: nothing stands after the `#`"),
            ("a.pdf#x", "invalid-link: a file has no such part"),
            ("a%ff.jpg", "invalid-link: the percent signs in this address make no text"),
            ("%00.jpg", "invalid-link: the percent signs in this address make no text"),
            ("kurt.md?x", "invalid-link: a link inside the site has no `?`"),
        ] {
            assert_eq!(shown(address), read, "{address:?}");
        }
    }
}
