//! A single file in the place of an older one. Knows that at every moment the old or the new one is whole.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::create::create_new;
use super::failure::WriteError;

/// Makes the file at `path` hold `bytes`: written beside it under another name, stored, then renamed.
///
/// # Errors
/// When the disk refuses, or when what stands at `path` is no regular file. The old file then stands as it was, and nothing is left beside it.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let old = path.symlink_metadata().ok();
    if old.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        return Err(WriteError::Exists { path: path.to_owned() });
    }
    let new = beside(path);
    let written = File::create_new(&new)
        .and_then(|mut file| {
            // Who may read and write it is not changed by this.
            if let Some(old) = old {
                file.set_permissions(old.permissions())?;
            }
            file.write_all(bytes)?;
            file.sync_all()
        })
        .map_err(WriteError::disk("write", &new))
        .and_then(|()| fs::rename(&new, path).map_err(WriteError::disk("replace", path)));
    if written.is_err() {
        // The first failure is the one to report; a name of another process is never taken, so this is ours.
        let _ = fs::remove_file(&new);
    }
    written?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(WriteError::disk("store", folder))
}

/// Makes the file at `from` one at `to` that holds `bytes`. At every moment one of the two is whole.
///
/// # Errors
/// When anything stands at `to`, or the disk refuses. The file then stands at `from` as it was.
pub fn move_file(from: &Path, to: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    create_new(to, bytes)?;
    let moved = from
        .symlink_metadata()
        .and_then(|old| fs::set_permissions(to, old.permissions()))
        .and_then(|()| fs::remove_file(from))
        .map_err(WriteError::disk("move", from));
    if moved.is_err() {
        // The first failure is the one to report.
        let _ = fs::remove_file(to);
    }
    moved
}

/// A name beside `path` that no other process takes: `.NAME.new-PROCESS`.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.new-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.lock");
        for text in ["one", "two, and longer", ""] {
            replace_file(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names(folder.path()), ["dossier.lock"]);
    }

    #[test]
    fn a_file_keeps_who_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, moved) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        replace_file(&path, b"new").unwrap();
        assert_eq!(mode(&path), 0o640);
        move_file(&path, &moved, b"newer").unwrap();
        assert_eq!((mode(&moved), fs::read_to_string(&moved).unwrap().as_str()), (0o640, "newer"));
        assert_eq!(names(folder.path()), ["b.md"]);
        fs::write(&path, "kept").unwrap();
        assert!(matches!(move_file(&moved, &path, b"x"), Err(WriteError::Exists { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "kept");
    }

    #[test]
    fn what_cannot_be_replaced_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("elsewhere");
        fs::write(&target, "kept").unwrap();
        let link = folder.path().join("link");
        symlink(&target, &link).unwrap();
        assert!(matches!(replace_file(&link, b"new"), Err(WriteError::Exists { .. })));
        assert!(matches!(replace_file(folder.path(), b"new"), Err(WriteError::Exists { .. })));
        assert_eq!(fs::read_to_string(&target).unwrap(), "kept");
        assert_eq!(names(folder.path()), ["elsewhere", "link"]);
        assert!(matches!(
            replace_file(&folder.path().join("none/dossier.lock"), b"new"),
            Err(WriteError::Disk { action: "write", .. })
        ));
    }

    #[test]
    fn in_a_folder_that_may_not_be_written_the_old_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.lock");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        let result = replace_file(&path, b"new");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        // Whoever may write everywhere, as root may, has simply replaced it.
        let expected = if result.is_ok() { "new" } else { "old" };
        assert_eq!(fs::read_to_string(&path).unwrap(), expected);
        assert_eq!(names(folder.path()), ["dossier.lock"]);
    }
}
