//! File names: which are left alone, which are secret, which cannot stand in a web address. Knows names, not files.

use std::fmt::Write as _;

use crate::foundation::route::{Route, is_unseen};

/// What a name says about its file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Part of the site.
    Ours,
    /// Made by a system or an editor for itself; left alone without a word.
    Foreign,
    /// A key or password by its name; never read, and the author is told.
    Secret,
}

/// What `name`, one part of a path, says.
#[must_use]
pub fn standing(name: &str) -> Standing {
    let lower = name.to_ascii_lowercase();
    if is_secret(&lower) {
        Standing::Secret
    } else if is_foreign(&lower) {
        Standing::Foreign
    } else {
        Standing::Ours
    }
}

fn is_secret(lower: &str) -> bool {
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(lower, ".env" | "id_rsa" | "id_dsa" | "id_ecdsa" | "id_ed25519")
        || lower.starts_with(".env.")
        || matches!(ending, "pem" | "key" | "p12" | "pfx" | "kdbx")
}

fn is_foreign(lower: &str) -> bool {
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    lower.starts_with('.')
        || matches!(lower, "thumbs.db" | "desktop.ini" | "4913" | "node_modules")
        || lower.ends_with('~')
        || (lower.starts_with('#') && lower.ends_with('#'))
        || matches!(ending, "swp" | "swo" | "tmp" | "bak" | "orig")
}

/// Why `path`, below one of the site's folders, cannot be an address on every system; nothing when it can.
#[must_use]
pub fn fault(path: &str) -> Option<String> {
    Route::file(path).err().map(|error| error.to_string())
}

/// `name` with every character that cannot be seen, or that turns the direction of reading, spelt out.
#[must_use]
pub fn shown(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars() {
        if is_unseen(letter) {
            let _ = write!(out, "{}", letter.escape_unicode());
        } else {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_and_editors_leave_behind_is_not_ours() {
        for name in [
            ".git",
            ".obsidian",
            ".DS_Store",
            ".hidden.md",
            "Thumbs.db",
            "desktop.ini",
            "kurt.md~",
            "#kurt.md#",
            ".kurt.md.swp",
            "kurt.SWP",
            "kurt.tmp",
            "kurt.bak",
            "kurt.md.orig",
            "4913",
            "node_modules",
        ] {
            assert_eq!(standing(name), Standing::Foreign, "{name}");
        }
        for name in ["kurt.md", "#1 report.md", "tmp", "bak.md", "Foto.JPG", "keys", "environment.env.md"] {
            assert_eq!(standing(name), Standing::Ours, "{name}");
        }
        for name in ["id_rsa", "server.pem", "Server.KEY", ".env", ".env.local", "vault.kdbx"] {
            assert_eq!(standing(name), Standing::Secret, "{name}");
        }
    }

    #[test]
    fn names_are_shown_with_what_cannot_be_seen_spelt_out() {
        assert_eq!(shown("a\nb\u{202e}c Şİ 'd'"), "a\\u{a}b\\u{202e}c Şİ 'd'");
    }
}
