//! Texts that stay on the disk once they were looked at, and are read again where something is to be said of them. Knows what each text
//! was, so that none that has changed since is taken for it.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::discover::Treatment;
use super::open::Root;
use super::read::{Limits, content};
use super::tree::{Content, SourceFile, SourcePath, SourceTree};
use crate::foundation::fingerprint::Fingerprint;

/// Reads the texts of those files of `tree` that were put aside and are `wanted` again from `root`. What can no longer be read, or is no
/// longer what it was, stays without text: a place in it would be a wrong one.
pub fn back(root: &Path, tree: &mut SourceTree, wanted: impl Fn(&SourceFile) -> bool + Sync) {
    let Ok(opened) = Root::open(root) else { return };
    let files: Vec<&mut SourceFile> = tree.files_mut().collect();
    files.into_par_iter().for_each(|file| {
        if let Content::Aside { was, .. } = file.content
            && wanted(file)
            && let Some(text) = text(&opened, &file.path, was)
        {
            file.content = Content::Text(text);
        }
    });
}

/// The text of the file at `path` below `root`, where it still is what it `was`.
pub(super) fn text(root: &Root, path: &SourcePath, was: Fingerprint) -> Option<Arc<str>> {
    match content(root, path, Treatment::Text, &Limits::default()).ok()? {
        Content::Text(text) if Fingerprint::of(&*text) == was => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::copies::{Copies as _, OnDisk, Sha256};
    use super::*;

    /// The paths of `tree` whose texts are in it.
    fn texts(tree: &SourceTree) -> Vec<&str> {
        tree.files().filter(|file| file.as_text().is_some()).map(|file| file.path.as_str()).collect()
    }

    #[test]
    fn a_text_comes_back_as_it_was_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("content")).unwrap();
        let names = ["content/a.md", "content/b.md", "content/c.md", "content/d.md", "dossier.toml"];
        for name in names {
            std::fs::write(at(name), format!("title = \"{name}\"")).unwrap();
        }
        let mut tree = super::super::read(folder.path(), &Limits::default()).unwrap().value;
        let whole = tree.clone();
        tree.files_mut().filter(|file| file.path.below("content").is_some()).for_each(SourceFile::put_aside);
        assert_eq!(texts(&tree), ["dossier.toml"]);
        assert_eq!(tree.files().filter(|file| file.is_text()).count(), 5);

        std::fs::write(at("content/b.md"), "title = \"content/x.md\"").unwrap();
        std::fs::remove_file(at("content/c.md")).unwrap();
        // As a stored copy it has the same bytes and the same hash, or none.
        let copies = OnDisk::new(folder.path(), None);
        let bytes = |path: &str| copies.bytes(tree.get(path).unwrap());
        assert_eq!(bytes("content/a.md").as_deref(), Some(&b"title = \"content/a.md\""[..]));
        assert_eq!((bytes("content/b.md"), bytes("content/c.md")), (None, None));
        assert_eq!(copies.hash(tree.get("content/a.md").unwrap()), Some(Sha256::of(b"title = \"content/a.md\"")));

        back(folder.path(), &mut tree, |file| file.path.as_str() != "content/d.md");
        assert_eq!(texts(&tree), ["content/a.md", "dossier.toml"]);
        assert_eq!(tree.get("content/a.md"), whole.get("content/a.md"));

        std::fs::write(at("content/b.md"), "title = \"content/b.md\"").unwrap();
        std::fs::write(at("content/c.md"), "title = \"content/c.md\"").unwrap();
        back(folder.path(), &mut tree, |_| true);
        assert_eq!(tree, whole);
    }
}
