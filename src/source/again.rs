//! A site that is read again and again: files that cannot have changed are not opened anew. Knows numbers, lengths and times of files, and what
//! was in them; no clock.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use super::failure::ReadError;
use super::open::Stamp;
use super::read::{Limits, read_with};
use super::tree::{Content, SourceFile, SourcePath, SourceTree};
use crate::foundation::diagnostic::Checked;

/// For how long a file must have been left alone before it was read. Disks note the time of a change in steps, at worst of two seconds, so
/// that of a change that comes right after another the time does not tell.
const AGE: Duration = Duration::from_secs(5);

/// What was read of a site, for the next time. It can be used where changes are reported by the system that makes them: where they come over a
/// network, what is known of a file may be out of date.
#[derive(Debug, Default)]
pub struct Reader {
    known: HashMap<SourcePath, (Stamp, Content)>,
}

impl Reader {
    /// As [`read`](super::read()); `now` is the time since 1970 by the clock of this computer.
    ///
    /// # Errors
    /// As there.
    pub fn read(&mut self, root: &Path, limits: &Limits, now: Duration) -> Result<Checked<SourceTree>, ReadError> {
        let known = std::mem::take(&mut self.known);
        let read = read_with(root, limits, |opened, path, read| {
            let stamp = opened.stamp(path.as_str());
            if let Some((before, content)) = known.get(path)
                && stamp == Some(*before)
            {
                return (Ok(content.clone()), stamp);
            }
            let content = read();
            let is_settled = |stamp: &Stamp| {
                stamp.changed() + AGE < now && opened.stamp(path.as_str()) == Some(*stamp) && content.is_ok()
            };
            let stamp = stamp.filter(is_settled);
            (content, stamp)
        })?;
        let (tree, stamps) = read;
        let file = |(path, stamp): (SourcePath, Stamp)| {
            let content = tree.value.get(path.as_str()).map(|file: &SourceFile| file.content.clone())?;
            Some((path, (stamp, content)))
        };
        self.known = stamps.into_iter().filter_map(file).collect();
        Ok(tree)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;
    use std::thread::sleep;

    use super::*;

    /// Long after whatever a test does.
    const LATER: Duration = Duration::from_secs(1 << 36);

    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        for (name, text) in [("a.md", "one"), ("b.md", "two"), ("c.md", "three")] {
            fs::write(folder.path().join("content").join(name), text).unwrap();
        }
        folder
    }

    fn texts(read: &Checked<SourceTree>) -> Vec<(String, Arc<str>)> {
        read.value.files().filter_map(|file| Some((file.path.to_string(), Arc::clone(file.as_text()?)))).collect()
    }

    /// The paths of which both readings share the text: they were not read again.
    fn shared(one: &[(String, Arc<str>)], other: &[(String, Arc<str>)]) -> Vec<String> {
        let is_shared = |(path, text): &&(String, Arc<str>)| {
            other.iter().any(|(name, found)| name == path && Arc::ptr_eq(found, text))
        };
        one.iter().filter(is_shared).map(|(path, _)| path.clone()).collect()
    }

    #[test]
    fn what_was_left_alone_is_not_read_again() {
        let folder = site();
        let mut reader = Reader::default();
        let mut read = |now| texts(&reader.read(folder.path(), &Limits::default(), now).unwrap());
        let first = read(LATER);
        let second = read(LATER);
        assert_eq!(shared(&first, &second), ["content/a.md", "content/b.md", "content/c.md"]);
        assert_eq!(first, second);
        // Ticks of the disk's clock are not told apart by its times.
        sleep(Duration::from_millis(50));
        fs::write(folder.path().join("content/b.md"), "owt").unwrap();
        let third = read(LATER);
        assert_eq!(shared(&second, &third), ["content/a.md", "content/c.md"]);
        assert_eq!(&*third[1].1, "owt");
        assert_eq!(third, texts(&super::super::read(folder.path(), &Limits::default()).unwrap()));
    }

    #[test]
    fn what_has_just_been_written_is_read_again() {
        let folder = site();
        let mut reader = Reader::default();
        let written = folder.path().join("content/c.md").metadata().unwrap().modified().unwrap();
        let written = written.duration_since(std::time::UNIX_EPOCH).unwrap();
        let mut read = |now| texts(&reader.read(folder.path(), &Limits::default(), now).unwrap());
        for age in [Duration::ZERO, AGE] {
            let first = read(written + age);
            assert_eq!(shared(&first, &read(written + age)), [""; 0]);
        }
        let first = read(written + AGE + Duration::from_secs(1));
        assert_eq!(shared(&first, &read(written)).len(), 3);
    }

    #[test]
    fn every_change_is_seen() {
        let folder = site();
        let path = |name: &str| folder.path().join("content").join(name);
        let changes: [(&str, &dyn Fn()); 8] = [
            ("as many bytes", &|| fs::write(path("a.md"), "eno").unwrap()),
            ("saved beside and renamed", &|| {
                fs::write(folder.path().join("new"), "neo").unwrap();
                fs::rename(folder.path().join("new"), path("a.md")).unwrap();
            }),
            ("two change names", &|| {
                fs::rename(path("a.md"), path("x")).unwrap();
                fs::rename(path("b.md"), path("a.md")).unwrap();
                fs::rename(path("x"), path("b.md")).unwrap();
            }),
            ("a time that was set back", &|| {
                let old = path("c.md").metadata().unwrap().modified().unwrap();
                fs::write(path("c.md"), "eerht").unwrap();
                fs::File::options().write(true).open(path("c.md")).unwrap().set_modified(old).unwrap();
            }),
            ("a second name outside", &|| fs::hard_link(path("c.md"), folder.path().join("outside")).unwrap()),
            ("a link in its place", &|| {
                fs::remove_file(path("c.md")).unwrap();
                std::os::unix::fs::symlink("a.md", path("c.md")).unwrap();
            }),
            ("gone", &|| fs::remove_file(path("c.md")).unwrap()),
            ("new", &|| fs::write(path("d.md"), "four").unwrap()),
        ];
        let mut reader = Reader::default();
        let mut read = || reader.read(folder.path(), &Limits::default(), LATER).unwrap();
        let mut before = read();
        for (what, change) in changes {
            sleep(Duration::from_millis(20));
            change();
            let (now, clean) = (read(), super::super::read(folder.path(), &Limits::default()).unwrap());
            assert_eq!((texts(&now), &now.diagnostics), (texts(&clean), &clean.diagnostics), "{what}");
            assert!(texts(&before) != texts(&now) || before.diagnostics != now.diagnostics, "{what}");
            before = now;
        }
    }
}
