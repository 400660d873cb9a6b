//! `[serve]`: the editor in which the preview opens files. Knows the addresses that editors listen to, not whether one is installed.

use super::values::{Entry, Problems};
use crate::foundation::nearest::did_you_mean;

/// How a file is opened in the editor of the person who writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Editor {
    /// It is not: the place can be copied.
    #[default]
    None,
    /// By an address that the system hands to a program.
    At(Address),
}

/// An address with `{path}`, `{line}` and `{column}` in it. Its scheme is one that a browser does not act upon itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

/// Editors that are known by name, and their addresses.
const KNOWN: [(&str, &str); 6] = [
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("obsidian", "obsidian://open?path={path}"),
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
];

/// The schemes that browsers act upon themselves: scripts, pages, files.
const OF_BROWSERS: [&str; 16] = [
    "about",
    "blob",
    "chrome",
    "data",
    "edge",
    "file",
    "filesystem",
    "ftp",
    "http",
    "https",
    "intent",
    "javascript",
    "resource",
    "vbscript",
    "view-source",
    "ws",
];

impl Editor {
    /// The editor that `text` names: `none`, a known name, or an address.
    ///
    /// # Errors
    /// What is wrong, and what to write.
    pub fn parse(text: &str) -> Result<Self, (String, String)> {
        if text == "none" {
            return Ok(Self::None);
        }
        if let Some((_, address)) = KNOWN.iter().find(|(name, _)| *name == text) {
            return Ok(Self::At(Address((*address).to_owned())));
        }
        let Some((scheme, _)) = text.split_once(':') else {
            let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).chain(["none"]).collect();
            return Err((
                format!("`{}` is not an editor that is known", text.escape_debug()),
                did_you_mean(text, &names),
            ));
        };
        let why = if !is_scheme(scheme) {
            "it does not begin with the name of a scheme, such as vscode:"
        } else if OF_BROWSERS.contains(&scheme.to_ascii_lowercase().as_str()) {
            "browsers open such addresses themselves"
        } else if !text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\^`|".contains(&byte)) {
            "a sign is in it that cannot stand in an address"
        } else if !text.contains("{path}") {
            "`{path}` is not in it, so every file would be the same"
        } else if ["{path}", "{line}", "{column}"]
            .iter()
            .fold(text.to_owned(), |rest, name| rest.replace(name, ""))
            .contains(['{', '}'])
        {
            "only `{path}`, `{line}` and `{column}` can be filled in"
        } else {
            return Ok(Self::At(Address(text.to_owned())));
        };
        Err((
            format!("`{}` cannot be the address of an editor: {why}", text.escape_debug()),
            "write the name of an editor, or an address such as vscode://file{path}:{line}:{column}".to_owned(),
        ))
    }

    /// The address that opens the file at `path`, an absolute path, at a place that counts from 1.
    #[must_use]
    pub fn link(&self, path: &str, line: usize, column: usize) -> Option<String> {
        let Self::At(Address(address)) = self else { return None };
        let is_query = address.find('?').is_some_and(|at| address.find("{path}").is_some_and(|path| at < path));
        let path = path.replace('\\', "/");
        let path = if path.starts_with('/') { path } else { format!("/{path}") };
        let filled = address.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        // The path comes last, so that braces in it are not filled in.
        Some(filled.replace("{path}", &encoded(&path, is_query)))
    }
}

/// `path` percent-encoded, its slashes too where it is a value in a query.
fn encoded(path: &str, is_query: bool) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::with_capacity(path.len()), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || (byte == b'/' && !is_query) {
            text.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// The table `[serve]`.
pub(super) fn serve(entry: Entry<'_, '_>, problems: &mut Problems) -> Editor {
    let mut editor = Editor::None;
    for (key, value) in problems.table(entry) {
        if key.get_ref() != "editor" {
            let message = format!("`{}` is not a key of `serve`", key.get_ref());
            problems.add(key.span(), message, "write: editor = \"…\"");
            continue;
        }
        let Some(text) = problems.text((key, value)) else { continue };
        match Editor::parse(text) {
            Ok(named) => editor = named,
            Err((message, help)) => problems.add(value.span(), message, help),
        }
    }
    editor
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(editor: &str, path: &str) -> Option<String> {
        Editor::parse(editor).unwrap().link(path, 12, 3)
    }

    #[test]
    fn editors_are_known_by_name_or_by_their_address() {
        let path = "/home/jo/my site/content/people/İlhami #1.md";
        for (editor, expected) in [
            ("vscode", "vscode://file/home/jo/my%20site/content/people/%C4%B0lhami%20%231.md:12:3"),
            ("zed", "zed://file/home/jo/my%20site/content/people/%C4%B0lhami%20%231.md:12:3"),
            (
                "idea",
                "idea://open?file=%2Fhome%2Fjo%2Fmy%20site%2Fcontent%2Fpeople%2F%C4%B0lhami%20%231.md&line=12&column=3",
            ),
            ("obsidian", "obsidian://open?path=%2Fhome%2Fjo%2Fmy%20site%2Fcontent%2Fpeople%2F%C4%B0lhami%20%231.md"),
            ("x-edit:{line}@{path}", "x-edit:12@/home/jo/my%20site/content/people/%C4%B0lhami%20%231.md"),
        ] {
            assert_eq!(link(editor, path).as_deref(), Some(expected));
        }
        assert_eq!(link("none", path), None);
        assert_eq!(link("vscode", "C:\\site\\a.md").as_deref(), Some("vscode://file/C%3A/site/a.md:12:3"));
        assert_eq!(
            link("vscode", "/{line}/\"><script>").as_deref(),
            Some("vscode://file/%7Bline%7D/%22%3E%3Cscript%3E:12:3")
        );
    }

    #[test]
    fn what_a_browser_would_act_upon_is_refused_and_so_is_what_names_no_file() {
        for (text, why) in [
            ("vscod", "is not an editor that is known"),
            ("", "is not an editor that is known"),
            ("javascript:alert({path})", "browsers open such addresses themselves"),
            ("JavaScript:alert({path})", "browsers open such addresses themselves"),
            ("https://evil.example/?{path}", "browsers open such addresses themselves"),
            ("file://{path}", "browsers open such addresses themselves"),
            (" javascript:{path}", "it does not begin with the name of a scheme"),
            ("java\tscript:{path}", "it does not begin with the name of a scheme"),
            ("//evil.example:{path}", "it does not begin with the name of a scheme"),
            ("x:{path}\n", "a sign is in it"),
            ("x:{path}\"", "a sign is in it"),
            ("x://open", "`{path}` is not in it"),
            ("x://{path}{home}", "only `{path}`, `{line}` and `{column}`"),
        ] {
            let (message, help) = Editor::parse(text).unwrap_err();
            assert!(message.contains(why) && !help.is_empty(), "{text:?}: {message}");
        }
    }
}
