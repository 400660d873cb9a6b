//! Site addresses. The only place that joins parts of an address, makes links relative and says which file holds a page; knows no pages.

use std::fmt;

use serde::{Serialize, Serializer};

use super::fold::{nfc, path_key};
use super::html::percent_encode_into;
use super::language::Language;
use super::slug::{Slug, is_device};

/// An address below the root of the site: a page (`people/ilhami-bali/`, the home page is empty) or a file (`feed.xml`).
/// Whatever it was made from, it never leaves the root and can be a file on every system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(String);

/// How links to pages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LinkStyle {
    /// `people/x/index.html`: also works from a folder on a disk.
    #[default]
    Files,
    /// `people/x/`: needs a web server.
    Folders,
}

/// The longest part, in bytes.
const LONGEST_PART: usize = 100;
/// The longest address, in bytes.
const LONGEST_PATH: usize = 240;

impl Route {
    /// The home page.
    #[must_use]
    pub const fn home() -> Self {
        Self(String::new())
    }

    /// The page `/first/second/…/`.
    #[must_use]
    pub fn page(parts: &[&Slug]) -> Self {
        Self(parts.iter().fold(String::new(), |path, part| path + part.as_str() + "/"))
    }

    /// The page `/folder/slug/` of one of the program's own folders.
    #[must_use]
    pub fn page_in(folder: &'static str, slug: &Slug) -> Self {
        let slug = slug.as_str();
        let mut path = String::with_capacity(folder.len() + slug.len() + 2);
        for part in [folder, "/", slug, "/"] {
            path.push_str(part);
        }
        Self(path)
    }

    /// Reads an address that an author or a theme wrote, or a path below the root. A leading `/` may stand; a trailing `/` or a last part without a dot makes it a page.
    ///
    /// # Errors
    /// Says what about the text cannot be an address; nothing is mended silently.
    pub fn parse(text: &str) -> Result<Self, RouteError> {
        let text = nfc(text);
        let inner = text.strip_prefix('/').unwrap_or(&text);
        if inner.is_empty() {
            return Ok(Self::home());
        }
        let names = inner.strip_suffix('/').unwrap_or(inner);
        for part in names.split('/') {
            check_part(part)?;
        }
        if names.len() > LONGEST_PATH {
            return Err(RouteError::TooLong);
        }
        let is_file = !inner.ends_with('/') && names.rsplit('/').next().is_some_and(|last| last.contains('.'));
        let page = names.trim_end_matches("/index.html");
        Ok(if page == "index.html" {
            Self::home()
        } else if is_file && page == names {
            Self(names.to_owned())
        } else {
            Self(format!("{page}/"))
        })
    }

    /// The file at `path`, parts joined by `/`, whatever its name's ending.
    ///
    /// # Errors
    /// As for [`Route::parse`].
    pub fn file(path: &str) -> Result<Self, RouteError> {
        let path = nfc(path);
        if path.len() > LONGEST_PATH {
            return Err(RouteError::TooLong);
        }
        path.split('/').try_for_each(check_part)?;
        Ok(Self(path))
    }

    /// The same address below the folder of a language: `tr/people/x/`.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Self {
        Self(format!("{}/{}", language.as_str().to_ascii_lowercase(), self.0))
    }

    /// The address that is at this one below the folder of `language`; nothing where this does not stand there.
    #[must_use]
    pub fn without_language(&self, language: &Language) -> Option<Self> {
        let rest = self.0.strip_prefix(&language.as_str().to_ascii_lowercase())?.strip_prefix('/')?;
        Some(Self(rest.to_owned()))
    }

    /// Whether this is a page, which stands in a folder of its own.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.0.is_empty() || self.0.ends_with('/')
    }

    /// The address with a leading `/`, as people and canonical links write it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/{}", self.0)
    }

    /// The address below the root, percent-encoded, without a leading `/`.
    #[must_use]
    pub fn encoded(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        percent_encode_into(&mut out, &self.0);
        out
    }

    /// The path of the file that holds it, below the output folder.
    #[must_use]
    pub fn output_path(&self) -> String {
        if self.is_page() { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// The way from this page or file up to the root: `../../` from `people/x/`, `./` from the home page. It is never empty, so
    /// whatever stands behind it is read as a path and never as a scheme.
    #[must_use]
    pub fn to_root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// What stands after [`Route::to_root`] of another page in a link to this one, percent-encoded. Never empty.
    #[must_use]
    pub fn path(&self, style: LinkStyle) -> String {
        let mut out = self.encoded();
        match style {
            LinkStyle::Files if self.is_page() => out.push_str("index.html"),
            LinkStyle::Folders if out.is_empty() => out.push_str("./"),
            _ => {}
        }
        out
    }

    /// The link from this page to `target`.
    #[must_use]
    pub fn link_to(&self, target: &Self, style: LinkStyle) -> String {
        self.to_root() + &target.path(style)
    }

    /// Two routes with one key are one file on a system that ignores case.
    #[must_use]
    pub fn collision_key(&self) -> String {
        path_key(&self.0)
    }
}

/// Whether a letter of a name is a control character, has no width, or turns the direction of reading.
#[must_use]
pub fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn check_part(part: &str) -> Result<(), RouteError> {
    let forbidden = |letter: &char| {
        is_unseen(*letter) || matches!(letter, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%' | '~' | '#')
    };
    if part.is_empty() {
        return Err(RouteError::EmptyPart);
    }
    if part == "." || part == ".." {
        return Err(RouteError::LeavesRoot);
    }
    if let Some(letter) = part.chars().find(forbidden) {
        return Err(RouteError::Letter(letter));
    }
    if part.ends_with(['.', ' ']) || part.starts_with(' ') {
        return Err(RouteError::Ending);
    }
    if is_device(part) {
        return Err(RouteError::Device);
    }
    if part.len() > LONGEST_PART { Err(RouteError::TooLong) } else { Ok(()) }
}

/// Why a text is not an address of this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteError {
    /// Two slashes together.
    EmptyPart,
    /// `.` or `..` as a part.
    LeavesRoot,
    /// A character that cannot be in a file name everywhere, or cannot be seen.
    Letter(char),
    /// A part that ends in a dot or begins or ends in a space.
    Ending,
    /// A name that Windows keeps for a device.
    Device,
    /// A part or the whole is too long.
    TooLong,
}

impl fmt::Display for RouteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyPart => out.write_str("a part between two slashes is empty"),
            Self::LeavesRoot => out.write_str("`.` and `..` would lead out of the site"),
            Self::Letter(letter) => write!(out, "`{}` cannot stand in it", letter.escape_debug()),
            Self::Ending => out.write_str("a part ends in a dot, or begins or ends in a space"),
            Self::Device => out.write_str("Windows keeps one of its names for a device"),
            Self::TooLong => {
                write!(out, "a part is longer than {LONGEST_PART} bytes or the whole longer than {LONGEST_PATH}")
            }
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "/{}", self.0)
    }
}

impl Serialize for Route {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.address())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_pages_or_files() {
        for (text, address, file) in [
            ("", "/", "index.html"),
            ("/", "/", "index.html"),
            ("index.html", "/", "index.html"),
            ("/people/kurt", "/people/kurt/", "people/kurt/index.html"),
            ("people/kurt/", "/people/kurt/", "people/kurt/index.html"),
            ("old/kurt/index.html", "/old/kurt/", "old/kurt/index.html"),
            ("old/index.html/index.html/", "/old/", "old/index.html"),
            ("index.html/index.html", "/", "index.html"),
            ("/feed.xml", "/feed.xml", "feed.xml"),
        ] {
            let route = Route::parse(text).unwrap();
            assert_eq!((route.address().as_str(), route.output_path().as_str()), (address, file), "{text}");
        }
    }

    #[test]
    fn the_longest_address_is_one_with_and_without_its_last_slash() {
        let longest = ["x".repeat(80), "y".repeat(80), "z".repeat(78)].join("/");
        let route = Route::parse(&longest).unwrap();
        assert_eq!((longest.len(), Route::parse(&route.address())), (LONGEST_PATH, Ok(route)));
        assert_eq!(Route::parse(&format!("{longest}z")), Err(RouteError::TooLong));
    }

    #[test]
    fn what_could_leave_the_root_is_refused() {
        for (text, error) in [
            ("../../x", RouteError::LeavesRoot),
            ("/a/../../b", RouteError::LeavesRoot),
            ("//etc/x", RouteError::EmptyPart),
            ("..\\x", RouteError::Letter('\\')),
            ("%2e%2e/x", RouteError::Letter('%')),
            ("C:/x", RouteError::Letter(':')),
            ("~/x", RouteError::Letter('~')),
            ("a\0b", RouteError::Letter('\0')),
            ("a\u{202e}b", RouteError::Letter('\u{202e}')),
            ("a\u{61c}b", RouteError::Letter('\u{61c}')),
            ("a\u{e0041}b", RouteError::Letter('\u{e0041}')),
            ("a/con .txt", RouteError::Device),
            ("a./b", RouteError::Ending),
            ("com¹.txt", RouteError::Device),
        ] {
            assert_eq!(Route::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn links_are_relative_in_both_styles() {
        let kurt = Route::parse("people/kurt/").unwrap();
        let case = Route::parse("cases/ankara/").unwrap();
        assert_eq!(kurt.link_to(&case, LinkStyle::Files), "../../cases/ankara/index.html");
        assert_eq!(kurt.link_to(&case, LinkStyle::Folders), "../../cases/ankara/");
        assert_eq!(kurt.link_to(&Route::home(), LinkStyle::Folders), "../.././");
        assert_eq!(Route::home().link_to(&Route::home(), LinkStyle::Files), "./index.html");
        let photo = Route::file("files/Fotoğraf 1.jpg").unwrap();
        assert_eq!(kurt.link_to(&photo, LinkStyle::Files), "../../files/Foto%C4%9Fraf%201.jpg");
    }

    proptest! {
        /// D 45, 48: by every way in which a text becomes an address.
        #[test]
        fn no_text_leaves_the_root(text in hostile()) {
            for route in [Route::parse(&text), Route::file(&text)].into_iter().flatten() {
                let path = route.output_path();
                prop_assert_eq!(&resolved("/srv/site", &path), &format!("/srv/site/{path}"));
                prop_assert!(!path.contains('\\') && !path.contains(is_unseen) && path == nfc(&path));
                prop_assert!(path.len() <= LONGEST_PATH + "/index.html".len());
                prop_assert!(path.split('/').all(|part| part.len() <= LONGEST_PART && !is_device(part)));
            }
            if let Ok(route) = Route::parse(&text) {
                prop_assert_eq!(Route::parse(&route.address()), Ok(route));
            }
        }
    }

    /// Texts of letters, and texts of what has a meaning in paths.
    fn hostile() -> impl Strategy<Value = String> {
        let parts = prop::sample::select(vec![
            "..",
            ".",
            "/",
            "//",
            "\\",
            "~",
            "%2e",
            "%2f",
            "C:",
            "a",
            "İ",
            "e\u{301}",
            "con",
            "nul.md",
            "COM¹",
            " ",
            "\0",
            "\n",
            "\u{202e}",
            "\u{200b}",
            "\u{61c}",
            "\u{ff0f}",
            "\u{2024}",
            "index.html",
            "x.",
            "📷",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ]);
        prop_oneof!["\\PC*", prop::collection::vec(parts, 0..12).prop_map(|parts| parts.concat())]
    }

    /// The file to which `path` leads from the folder `root`, as a system finds it.
    fn resolved(root: &str, path: &str) -> String {
        let joined = std::path::Path::new(root).join(path);
        let mut parts: Vec<std::path::Component<'_>> = Vec::new();
        for part in joined.components() {
            match part {
                std::path::Component::ParentDir => drop(parts.pop()),
                std::path::Component::CurDir => {}
                part => parts.push(part),
            }
        }
        parts.iter().collect::<std::path::PathBuf>().display().to_string()
    }
}
