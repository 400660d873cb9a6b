//! The walk through the site's folders: which files there are and how each is to be read. Knows names and kinds of files, never opens one.

use std::ffi::OsStr;
use std::fs::FileType;
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::fault::Fault;
use super::names::{Standing, fault as name_fault, standing};
use super::tree::SourcePath;

/// The folders of a site.
const FOLDERS: [&str; 5] = ["content", "messages", "static", "templates", "themes"];
/// The files beside them that are read.
const FILES: [&str; 2] = [LOCK, CONFIG];
/// The file that lists what was published.
pub(super) const LOCK: &str = "dossier.lock";
/// The file that configures the site.
pub(super) const CONFIG: &str = "dossier.toml";

/// How a file is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// As text, now.
    Text,
    /// As bytes, now.
    Bytes,
    /// As bytes, when a page uses it.
    OnDisk,
}

/// What the walk found.
#[derive(Debug, Default)]
pub struct Walk {
    /// The files to read, in order of the walk.
    pub files: Vec<(SourcePath, Treatment)>,
    /// Folders that were entered, for comparing their names.
    pub folders: Vec<SourcePath>,
    /// What cannot be used, with the reason.
    pub faults: Vec<(SourcePath, Fault)>,
}

/// Walks the site below `root`. Folders that are not there are empty.
#[must_use]
pub fn walk(root: &Path) -> Walk {
    let mut walk = Walk::default();
    for name in FILES {
        if let Ok(metadata) = root.join(name).symlink_metadata() {
            walk.file(root, SourcePath::new(name), metadata.file_type());
        }
    }
    for name in FOLDERS {
        walk.folder(root, name);
    }
    walk
}

impl Walk {
    fn folder(&mut self, root: &Path, name: &str) {
        let walker = WalkDir::new(root.join(name)).follow_links(false).follow_root_links(false).sort_by_file_name();
        let mut entries = walker.into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    if self.entry(root, &entry) == Next::PassOver && entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.walk_error(root, name, error),
            }
        }
    }

    fn entry(&mut self, root: &Path, entry: &DirEntry) -> Next {
        let path = below(root, entry.path());
        let standing = standing(&entry.file_name().to_string_lossy());
        match (standing, entry.depth()) {
            (Standing::Foreign, 1..) => return Next::PassOver,
            (Standing::Secret, 1..) => {
                self.faults.push((path, Fault::Secret));
                return Next::PassOver;
            }
            _ => {}
        }
        if entry.file_name().to_str().is_none() {
            self.faults.push((path, Fault::Name("it is not UTF-8".into())));
            return Next::PassOver;
        }
        if entry.depth() == 0 && entry.file_type().is_file() {
            self.faults.push((path, Fault::NotAFolder));
            return Next::PassOver;
        }
        self.name(&path);
        if entry.file_type().is_dir() {
            self.folders.push(path);
        } else {
            self.file(root, path, entry.file_type());
        }
        Next::Enter
    }

    /// Reports a name that cannot be part of an address once, at the file or folder that has it.
    fn name(&mut self, path: &SourcePath) {
        let Some((_, rest)) = path.as_str().split_once('/') else { return };
        let Some(whole) = name_fault(rest) else { return };
        let above_is_at_fault = rest.rsplit_once('/').is_some_and(|(folder, _)| name_fault(folder).is_some());
        if let Some(own) = name_fault(path.file_name()) {
            self.faults.push((path.clone(), Fault::Name(own)));
        } else if !above_is_at_fault {
            self.faults.push((path.clone(), Fault::Name(whole)));
        }
    }

    fn file(&mut self, root: &Path, path: SourcePath, kind: FileType) {
        let fault = if kind.is_file() {
            let treatment = treatment(&path);
            self.files.push((path, treatment));
            return;
        } else if kind.is_symlink() {
            let target = root.join(path.as_str()).read_link().ok();
            Fault::Symlink { target: target.map(|target| target.to_string_lossy().into_owned()) }
        } else if kind.is_dir() {
            Fault::NotRegular("a folder")
        } else if kind.is_fifo() {
            Fault::NotRegular("a pipe")
        } else if kind.is_socket() {
            Fault::NotRegular("a socket")
        } else {
            Fault::NotRegular("a device")
        };
        self.faults.push((path, fault));
    }

    fn walk_error(&mut self, root: &Path, folder: &str, error: walkdir::Error) {
        let path = error.path().map_or_else(|| SourcePath::new(folder), |path| below(root, path));
        let depth = error.depth();
        let cause = error.into_io_error().unwrap_or_else(|| std::io::Error::other("the folder holds itself"));
        if depth > 0 || cause.kind() != std::io::ErrorKind::NotFound {
            self.faults.push((path, Fault::Machine(cause)));
        }
    }
}

/// What a path below the root is to a site in whose other folders nothing is wrong.
pub(super) enum Alone {
    /// Left alone.
    Foreign,
    /// A regular file with a good name, to be read so.
    File(Treatment),
    /// Something else; the walk tells what.
    Other,
}

/// What the walk would find at `path`, whose folder it has entered before.
pub(super) fn alone(root: &Path, path: &SourcePath) -> Alone {
    let mut parts = path.parts();
    if !parts.next().is_some_and(|first| FOLDERS.contains(&first)) {
        return Alone::Other;
    }
    for part in parts {
        match standing(part) {
            Standing::Ours => {}
            Standing::Foreign => return Alone::Foreign,
            Standing::Secret => return Alone::Other,
        }
    }
    let mut walk = Walk::default();
    walk.name(path);
    let is_file = root.join(path.as_str()).symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    if is_file && walk.faults.is_empty() { Alone::File(treatment(path)) } else { Alone::Other }
}

/// Whether the walk goes into a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Enter,
    PassOver,
}

/// `path` as a path below `root`; what is not UTF-8 in it is replaced, as it is only shown.
fn below(root: &Path, path: &Path) -> SourcePath {
    let rest = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = rest.iter().map(OsStr::to_string_lossy).collect();
    SourcePath::new(&parts.join("/"))
}

/// How the file at `path` is to be read.
pub(super) fn treatment(path: &SourcePath) -> Treatment {
    let name = path.file_name();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let parts: Vec<&str> = path.parts().collect();
    let template = if is_template_text(&ending) { Treatment::Text } else { Treatment::OnDisk };
    match parts.as_slice() {
        ["templates", ..] | ["themes", _, "templates", _, ..] => template,
        ["static", ..] | ["themes", _, "static", _, ..] => Treatment::Bytes,
        [CONFIG | LOCK] => Treatment::Text,
        ["themes", _, _] if ending == "toml" => Treatment::Text,
        ["themes", _, "css", _] if ending == "css" => Treatment::Text,
        ["messages", _] | ["themes", _, "messages", _] if ending == "ftl" => Treatment::Text,
        ["content", ..] if ending == "md" => Treatment::Text,
        _ => Treatment::OnDisk,
    }
}

fn is_template_text(ending: &str) -> bool {
    matches!(ending, "html" | "xml" | "txt" | "css" | "js" | "json" | "svg" | "md" | "toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_reads_is_text_and_attachments_wait() {
        for (path, expected) in [
            ("dossier.toml", Treatment::Text),
            ("content/people/kurt.md", Treatment::Text),
            ("content/people/KURT.MD", Treatment::Text),
            ("content/people/kurt.jpg", Treatment::OnDisk),
            ("content/files/indictment.txt", Treatment::OnDisk),
            ("templates/person.html", Treatment::Text),
            ("templates/logo.png", Treatment::OnDisk),
            ("themes/night/theme.toml", Treatment::Text),
            ("themes/night/templates/feed.xml", Treatment::Text),
            ("themes/night/messages/de.ftl", Treatment::Text),
            ("messages/tr.ftl", Treatment::Text),
            ("messages/README.md", Treatment::OnDisk),
            ("themes/night/static/site.css", Treatment::Bytes),
            ("themes/night/css/tokens.css", Treatment::Text),
            ("themes/night/css/notes.txt", Treatment::OnDisk),
            ("themes/night/README.md", Treatment::OnDisk),
            ("static/robots.txt", Treatment::Bytes),
        ] {
            assert_eq!(treatment(&SourcePath::new(path)), expected, "{path}");
        }
    }
}
