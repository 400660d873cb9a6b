//! Texts that stay on the disk while pages are made of what was read in them, and are read again where something is to be said of
//! them. Knows what each text was, so that none that has changed since is taken for it.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::discover::Treatment;
use super::open::Root;
use super::read::{Limits, content};
use super::tree::{Content, SourceFile, SourcePath, SourceTree};
use crate::foundation::fingerprint::Fingerprint;

/// The texts that were taken out of a tree.
#[derive(Debug, Default)]
pub struct Aside {
    texts: BTreeMap<SourcePath, Fingerprint>,
}

impl Aside {
    /// Takes the texts of those files of `tree` that `is_done` says out of it; the files stay, as files on the disk.
    pub fn of(tree: &mut SourceTree, is_done: impl Fn(&SourceFile) -> bool) -> Self {
        let mut aside = Self::default();
        for file in tree.files_mut() {
            if let Content::Text(text) = &file.content
                && is_done(file)
            {
                aside.texts.insert(file.path.clone(), Fingerprint::of(&**text));
                file.content = Content::OnDisk { len: u64::try_from(text.len()).unwrap_or(u64::MAX) };
            }
        }
        aside
    }

    /// Reads the texts of those files of `tree` that are `wanted` again from `root`. What can no longer be read, or is no longer what
    /// it was, stays without text: a place in it would be a wrong one.
    pub fn back(&self, root: &Path, tree: &mut SourceTree, wanted: impl Fn(&SourceFile) -> bool + Sync) {
        let Ok(opened) = Root::open(root) else { return };
        let files: Vec<&mut SourceFile> = tree.files_mut().collect();
        files.into_par_iter().for_each(|file| {
            let Some(was) = self.texts.get(&file.path).filter(|_| wanted(file)) else { return };
            let read = content(&opened, &file.path, Treatment::Text, &Limits::default());
            if let Ok(Content::Text(text)) = read
                && Fingerprint::of(&*text) == *was
            {
                file.content = Content::Text(text);
            }
        });
    }
}

#[cfg(test)]
mod tests {
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
        let aside = Aside::of(&mut tree, |file| file.path.below("content").is_some());
        assert_eq!(texts(&tree), ["dossier.toml"]);
        assert_eq!(tree.files().count(), 5);

        std::fs::write(at("content/b.md"), "title = \"content/x.md\"").unwrap();
        std::fs::remove_file(at("content/c.md")).unwrap();
        aside.back(folder.path(), &mut tree, |file| file.path.as_str() != "content/d.md");
        assert_eq!(texts(&tree), ["content/a.md", "dossier.toml"]);
        assert_eq!(tree.get("content/a.md"), whole.get("content/a.md"));

        std::fs::write(at("content/b.md"), "title = \"content/b.md\"").unwrap();
        std::fs::write(at("content/c.md"), "title = \"content/c.md\"").unwrap();
        aside.back(folder.path(), &mut tree, |_| true);
        assert_eq!(tree, whole);
    }
}
