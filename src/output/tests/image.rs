//! A disk in memory: folders with names, and files, whatever they are called, and the steps that change it. Knows no build.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A file or folder, whatever it is called.
pub(super) type Node = usize;

/// One thing done to one file or folder.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// The folder gets the name for the node.
    Name { folder: Node, name: String, node: Node },
    /// The folder loses the name.
    Forget { folder: Node, name: String },
    /// One name of the folder goes over to another.
    Rename { folder: Node, from: String, to: String },
    /// Two names of the folder change places.
    Swap { folder: Node, one: String, other: String },
    /// The file gets its bytes.
    Fill { node: Node, bytes: Vec<u8> },
}

impl Step {
    /// Whose contents it changes.
    pub(super) const fn subject(&self) -> Node {
        match self {
            Self::Name { folder, .. }
            | Self::Forget { folder, .. }
            | Self::Rename { folder, .. }
            | Self::Swap { folder, .. } => *folder,
            Self::Fill { node, .. } => *node,
        }
    }
}

/// What a disk holds: folders with names, and files. Node 0 is the folder in which all stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Image {
    pub(super) folders: BTreeMap<Node, BTreeMap<String, Node>>,
    pub(super) files: BTreeMap<Node, Vec<u8>>,
}

impl Image {
    pub(super) fn apply(&mut self, step: &Step) {
        let names = self.folders.entry(step.subject());
        match step {
            Step::Fill { node, bytes } => {
                self.files.insert(*node, bytes.clone());
            }
            Step::Name { name, node, .. } => {
                names.or_default().insert(name.clone(), *node);
            }
            Step::Forget { name, .. } => {
                names.or_default().remove(name);
            }
            Step::Rename { from, to, .. } => {
                let names = names.or_default();
                if let Some(node) = names.remove(from) {
                    names.insert(to.clone(), node);
                }
            }
            Step::Swap { one, other, .. } => {
                let names = names.or_default();
                let nodes = [names.get(one).copied(), names.get(other).copied()];
                if let [Some(first), Some(second)] = nodes {
                    names.insert(one.clone(), second);
                    names.insert(other.clone(), first);
                }
            }
        }
    }

    /// Writes the folder `node` to `path`.
    pub(super) fn write(&self, node: Node, path: &Path) {
        fs::create_dir_all(path).unwrap();
        for (name, child) in self.folders.get(&node).into_iter().flatten() {
            match self.files.get(child) {
                Some(bytes) => fs::write(path.join(name), bytes).unwrap(),
                None => self.write(*child, &path.join(name)),
            }
        }
    }
}
