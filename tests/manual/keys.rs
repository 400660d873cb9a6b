//! The page of all keys of front matter, written from the table by which front matter is read. Knows how it is laid out.

use std::fmt::Write as _;

use dossier::document::front_matter::keys::{Group, Key, Shape, has_roles, keys, own_keys};
use dossier::document::kind::Kind;

/// Where the page stands.
pub const PAGE: &str = "docs/content/keys.md";

const HEAD: &str = "\
---
title: Every key of front matter
summary: What can be written between the two lines at the head of a file, by kind.
---

What a key means is told where it is used: [Text, files and links](writing.md), [People](people-and-places.md),
[Cases and hearings](trials.md), [Sources](citations.md), [Protecting people](protection.md). `dossier schema KIND` prints the same
for editors. People, organisations and places may say `name` in the place of `title`.

";

const ROLES: &str = "And the roles, each a list of links: `judges`, `prosecutors`, `defendants`, `complainants`, `victims`, `lawyers`, `witnesses`, \
    `experts`, `officials`, `observers`, and those of `[roles]` in [`dossier.toml`](settings.md).\n\n";

/// The page.
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    let mut groups = Vec::new();
    let is_own = |kind: Kind, key: &Key| own_keys(kind).iter().any(|own| own.name == key.name);
    page.push_str("## Every kind\n\n");
    table(&mut page, keys(Kind::Page).filter(|key| !is_own(Kind::Page, key)), &mut groups);
    for kind in Kind::ALL.into_iter().filter(|kind| !own_keys(*kind).is_empty()) {
        write!(page, "## {}\n\n", heading(kind)).unwrap();
        table(&mut page, own_keys(kind).iter(), &mut groups);
        if has_roles(kind) {
            page.push_str(ROLES);
        }
    }
    page.push_str("## Groups\n\nSome keys hold further keys.\n\n");
    let mut at = 0;
    while let Some((name, group)) = groups.get(at).copied() {
        write!(page, "### {name}\n\n").unwrap();
        table(&mut page, group.keys.iter(), &mut groups);
        at += 1;
    }
    page.trim_end().to_owned() + "\n"
}

fn heading(kind: Kind) -> String {
    let word = kind.to_string();
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// The rows of `keys`; the groups that are met for the first time are added to `groups`.
fn table<'a>(page: &mut String, keys: impl Iterator<Item = &'a Key>, groups: &mut Vec<(&'static str, &'static Group)>) {
    page.push_str("| key | value | says |\n|---|---|---|\n");
    for key in keys {
        if let Shape::Group(group) | Shape::Groups(group) = key.shape
            && !groups.iter().any(|(name, _)| *name == key.name)
        {
            groups.push((key.name, group));
        }
        let needed = if key.is_required { " (needed)" } else { "" };
        writeln!(page, "| `{}`{needed} | {} | {} |", key.name, value(key), key.about).unwrap();
    }
    page.push('\n');
}

/// What the value of a key looks like, in words.
fn value(key: &Key) -> String {
    let words = match key.shape {
        Shape::Text | Shape::Name => "text",
        Shape::Texts => "one or several texts",
        Shape::Names => "one or several names or links",
        Shape::Id => "small letters, digits and hyphens",
        Shape::Link => "a link",
        Shape::Links => "one or several links",
        Shape::Date => "[a date](dates.md)",
        Shape::Moment => "date, time and zone: `2026-02-01T09:00+01:00`",
        Shape::Flag => "`true` or `false`",
        Shape::Word(words) => {
            return words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        }
        Shape::Role => "a role",
        Shape::Language => "a language: `tr`, `en-GB`",
        Shape::Address => "an address with `http://` or `https://`",
        Shape::Identifiers => "one or several addresses or Wikidata ids",
        Shape::Paths => "one or several addresses below the root of the site",
        Shape::Coordinates => "degrees north and east: `[54.1, 7.9]`",
        Shape::Sha256 => "64 hexadecimal digits",
        Shape::Amount => "a number, or its bounds: `\">100\"`, `\"500-600\"`, `~100`",
        Shape::Group(_) => return format!("[keys](#{})", key.name),
        Shape::Groups(_) => return format!("one or several [groups of keys](#{})", key.name),
        Shape::Anything => "anything",
    };
    words.to_owned()
}
