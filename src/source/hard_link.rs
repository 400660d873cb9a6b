//! Files of a site that have a second name outside it. Knows names and numbers of files on the disk, not what is in them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::names::shown;
use super::open::{Link, Root};
use super::tree::SourcePath;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// How many files the message names.
const NAMED: usize = 5;

/// The warning on all of `paths` that are hard links to files outside, with the path of the first. Several names of one file that are all
/// among `paths` lead nowhere and are not counted.
///
/// A hard link cannot be told from an ordinary file but by the number of its names, and copies made by backup and
/// synchronising programs have such names too: so this is one warning for the whole site and no error.
pub fn leading_outside(root: &Root, paths: &[&SourcePath]) -> Option<(SourcePath, Diagnostic)> {
    let links: Vec<(&SourcePath, Link)> =
        paths.par_iter().filter_map(|path| Some((*path, root.link(path.as_str())?))).collect();
    let mut inside: BTreeMap<Link, u64> = BTreeMap::new();
    for (_, link) in &links {
        *inside.entry(*link).or_default() += 1;
    }
    let outside = links.iter().filter(|(_, link)| inside.get(link).is_some_and(|names| *names < link.names));
    let mut found: Vec<&SourcePath> = outside.map(|(path, _)| *path).collect();
    found.sort();
    let first = *found.first()?;
    Some((first.clone(), warning(first, &found)))
}

fn warning(first: &SourcePath, found: &[&SourcePath]) -> Diagnostic {
    let names: Vec<String> = found.iter().take(NAMED).map(|path| format!("`{}`", shown(path.as_str()))).collect();
    let more = found.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let message = match found.len() {
        1 => format!("{} is a hard link: the same file has another name outside the site", names.join("")),
        _ => format!("{}{more} are hard links: the same files have other names outside the site", names.join(", ")),
    };
    Diagnostic::new(Code::HardLink, Span::start_of(FileId::of_path(first.as_str())), message)
        .help("look whether it is what you mean to publish, and put a copy in its place")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn said(links: &[(&str, &str)], paths: &[&str]) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("site")).unwrap();
        for (path, of) in links {
            let of = folder.path().join(of);
            if !of.exists() {
                fs::write(&of, "words").unwrap();
            }
            fs::hard_link(of, folder.path().join("site").join(path)).unwrap();
        }
        let root = Root::open(&folder.path().join("site")).unwrap();
        let paths: Vec<SourcePath> = paths.iter().map(|path| SourcePath::new(path)).collect();
        leading_outside(&root, &paths.iter().collect::<Vec<_>>()).map(|(_, found)| found.message)
    }

    #[test]
    fn only_links_that_lead_outside_are_named() {
        assert_eq!(said(&[], &["none.md"]), None);
        assert_eq!(said(&[("a.md", "site/b.md")], &["a.md", "b.md"]), None);
        assert_eq!(
            said(&[("a.md", "site/b.md"), ("c.md", "outside.md")], &["a.md", "b.md", "c.md"]).as_deref(),
            Some("`c.md` is a hard link: the same file has another name outside the site")
        );
        assert_eq!(
            said(&[("b.md", "x"), ("a.md", "x")], &["b.md", "a.md"]).as_deref(),
            Some("`a.md`, `b.md` are hard links: the same files have other names outside the site")
        );
    }

    #[test]
    fn many_links_are_one_message() {
        let names: Vec<String> = (0..9).map(|number| format!("{number}.md")).collect();
        let links: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "outside")).collect();
        let paths: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(
            said(&links, &paths).as_deref(),
            Some(
                "`0.md`, `1.md`, `2.md`, `3.md`, `4.md` and 4 more are hard links: the same files have other names outside the site"
            )
        );
    }
}
