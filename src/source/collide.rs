//! Paths that are one path on a system that ignores case or Unicode form. Knows spellings, not files.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::names::shown;
use super::tree::SourcePath;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::fold::{nfc, path_key};
use crate::foundation::span::{FileId, Span};

/// Whether `name` is the same as one of `names`, which stand beside it in its folder, on some system.
pub fn is_taken<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> bool {
    let own = path_key(name);
    names.into_iter().any(|name| path_key(name) == own)
}

/// Two paths in one folder that some system takes for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision<'a> {
    /// The path that comes first in order.
    pub first: &'a SourcePath,
    /// The other one, where the problem is reported.
    pub second: &'a SourcePath,
}

/// The collisions among `paths`, files and folders. What is inside two folders that collide is not compared: one problem, one message.
pub fn collisions<'a>(paths: impl IntoIterator<Item = &'a SourcePath>) -> Vec<Collision<'a>> {
    let mut known: BTreeMap<(&str, String), &SourcePath> = BTreeMap::new();
    let mut collisions = Vec::new();
    for second in paths {
        match known.entry((second.folder(), path_key(second.file_name()))) {
            Entry::Vacant(free) => {
                free.insert(second);
            }
            Entry::Occupied(taken) => collisions.push(Collision { first: taken.get(), second }),
        }
    }
    collisions
}

impl Collision<'_> {
    /// The error, which names both.
    #[must_use]
    pub fn diagnostic(&self) -> Diagnostic {
        let start = |path: &SourcePath| Span::start_of(FileId::of_path(path.as_str()));
        let (first, second) = (shown(self.first.as_str()), shown(self.second.as_str()));
        let message = if nfc(&first) == nfc(&second) {
            format!("two files are called `{}`, once with composed and once with decomposed letters", nfc(&first))
        } else {
            format!("`{second}` and `{first}` are one file on systems that ignore case")
        };
        Diagnostic::new(Code::PathsCollide, start(self.second), message)
            .label(start(self.first), "the other one")
            .help("rename one of them so that they differ in more than that")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(paths: &[&str]) -> Vec<String> {
        let paths: Vec<SourcePath> = paths.iter().map(|path| SourcePath::new(path)).collect();
        collisions(&paths).iter().map(|collision| collision.diagnostic().message).collect()
    }

    #[test]
    fn both_paths_are_named() {
        assert_eq!(
            messages(&["content/people/Foo.md", "content/people/foo.md"]),
            ["`content/people/foo.md` and `content/people/Foo.md` are one file on systems that ignore case"]
        );
        assert_eq!(
            messages(&["content/Ays\u{327}e.md", "content/Ayşe.md"]),
            ["two files are called `content/Ayşe.md`, once with composed and once with decomposed letters"]
        );
    }

    #[test]
    fn folders_collide_once_and_equal_names_elsewhere_do_not() {
        let paths =
            ["content/People", "content/People/a.md", "content/people", "content/people/a.md", "content/x/a.md"];
        assert_eq!(messages(&paths).len(), 1);
        assert!(messages(&["content/kurt.md", "content/kürt.md", "static/kurt.md"]).is_empty());
    }
}
