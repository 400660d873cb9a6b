//! Stored copies as a build needs them: hashed anew each time, their text remembered by hash. Knows what is read once, not from where.

use rayon::prelude::*;

use super::memo::Memo;
use crate::foundation::fingerprint::Fingerprint;
use crate::graph::Site;
use crate::graph::copies::{StoredCopies, StoredCopy, wanted};
use crate::graph::passage::Passages;
use crate::source::copies::{Copies, Format, Sha256, Unread};
use crate::source::tree::{SourceFile, SourceTree};

/// The texts of the last build's copies.
#[derive(Default)]
pub struct CopyMemo(Memo<Result<Passages, Unread>>);

impl CopyMemo {
    /// The stored copies that `site` names, as `copies` gives them. What cannot be read is left out: reading `tree` has said so.
    pub fn stored(&mut self, site: &Site, tree: &SourceTree, copies: &dyn Copies) -> StoredCopies {
        let wanted: Vec<(&SourceFile, bool)> = wanted(site)
            .iter()
            .filter_map(|(path, has_quotes)| Some((tree.get(path.as_str())?, *has_quotes)))
            .collect();
        let hashed: Vec<(&SourceFile, bool, Sha256)> = wanted
            .into_par_iter()
            .filter_map(|(file, has_quotes)| Some((file, has_quotes, copies.hash(file)?)))
            .collect();
        let quoted: Vec<&(&SourceFile, bool, Sha256)> =
            hashed.iter().filter(|(_, has_quotes, _)| *has_quotes).collect();
        let key = |(file, _, hash): &&(&SourceFile, bool, Sha256)| Fingerprint::of(&(hash, Format::of(&file.path)));
        let read = |(file, _, hash): &&(&SourceFile, bool, Sha256)| copies.text(file, hash).map(Passages::new);
        let (texts, _) = self.0.remember(&quoted, key, read);
        let texts: std::collections::BTreeMap<_, _> =
            quoted.iter().map(|(file, _, _)| file.path.clone()).zip(texts).collect();
        let stored = |(file, _, hash): &(&SourceFile, bool, Sha256)| {
            let copy = StoredCopy { hash: hash.clone(), text: texts.get(&file.path).cloned() };
            (file.path.clone(), copy)
        };
        hashed.iter().map(stored).collect()
    }
}
