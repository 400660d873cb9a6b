//! A finished file of the site. Knows its address, its type and its bytes; not how they were made nor where they go.

use std::sync::Arc;

use super::route::Route;

/// What `write` writes and `serve` answers with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// The address below the site's root.
    pub route: Route,
    /// What it is.
    pub media_type: MediaType,
    /// Its content.
    pub bytes: Bytes,
}

/// The content of a file, shared so that carrying it over costs nothing, and not copied when it was made.
#[derive(Clone)]
pub struct Bytes(Held);

#[derive(Clone)]
enum Held {
    /// As it was made.
    Made(Arc<Vec<u8>>),
    /// As it was read.
    Read(Arc<[u8]>),
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.0 {
            Held::Made(bytes) => bytes,
            Held::Read(bytes) => bytes,
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Held::Made(Arc::new(bytes)))
    }
}

impl From<Arc<[u8]>> for Bytes {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self(Held::Read(bytes))
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Self(Held::Read(bytes.into()))
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(out)
    }
}

/// The type of a file, as HTTP names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType(&'static str);

impl MediaType {
    /// `text/html`.
    pub const HTML: Self = Self("text/html; charset=utf-8");
    /// Atom feeds.
    pub const ATOM: Self = Self("application/atom+xml; charset=utf-8");
    /// Sitemaps.
    pub const XML: Self = Self("application/xml; charset=utf-8");
    /// Plain text.
    pub const TEXT: Self = Self("text/plain; charset=utf-8");
    /// Tables of values between commas.
    pub const CSV: Self = Self("text/csv; charset=utf-8");
    /// Calendars.
    pub const CALENDAR: Self = Self("text/calendar; charset=utf-8");
    /// Pictures without loss.
    pub const PNG: Self = Self("image/png");
    /// JSON.
    pub const JSON: Self = Self("application/json; charset=utf-8");

    /// The type that a file name's ending tells, `application/octet-stream` for unknown ones.
    #[must_use]
    pub fn of_file_name(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        Self(match ending.as_str() {
            "html" | "htm" => Self::HTML.0,
            "css" => "text/css; charset=utf-8",
            "js" | "mjs" => "text/javascript; charset=utf-8",
            "json" => Self::JSON.0,
            "xml" => Self::XML.0,
            "txt" | "md" => Self::TEXT.0,
            "csv" => Self::CSV.0,
            "ics" => Self::CALENDAR.0,
            "svg" => "image/svg+xml",
            "png" => Self::PNG.0,
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "webp" => "image/webp",
            "avif" => "image/avif",
            "ico" => "image/x-icon",
            "pdf" => "application/pdf",
            "woff2" => "font/woff2",
            "mp3" => "audio/mpeg",
            "ogg" | "oga" => "audio/ogg",
            "mp4" => "video/mp4",
            "webm" => "video/webm",
            "zip" => "application/zip",
            _ => "application/octet-stream",
        })
    }

    /// The value of the `Content-Type` header.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}
