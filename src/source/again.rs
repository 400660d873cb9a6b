//! A site that is read again and again: files that cannot have changed are not opened anew. Knows numbers, lengths and times of files, and what
//! was in them; no clock.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::collide::is_taken;
use super::discover::{Alone, alone, treatment};
use super::failure::ReadError;
use super::fault::Fault;
use super::open::{Root, Stamp};
use super::read::{Limits, content, read_with};
use super::tree::{Content, SourceFile, SourcePath, SourceTree};
use crate::foundation::diagnostic::Checked;

/// For how long a file must have been left alone before it was read. Disks note the time of a change in steps, at worst of two seconds, so
/// that of a change that comes right after another the time does not tell.
const AGE: Duration = Duration::from_secs(5);
/// How often a site is read, at most, while files go or change between the listing of their folder and their own reading.
const TRIES: usize = 3;

/// What was read of a site, for the next time. It can be used where changes are reported by the system that makes them: where they come over a
/// network, what is known of a file may be out of date.
#[derive(Debug, Default)]
pub struct Reader {
    known: HashMap<SourcePath, (Stamp, Content)>,
    /// What was read last; nothing where something was wrong with a file.
    last: Option<SourceTree>,
}

impl Reader {
    /// As [`read`](super::read()), but authors may go on working: what goes while it is read is not there. `now` is the time since 1970 by
    /// the clock of this computer.
    ///
    /// # Errors
    /// As there.
    pub fn read(&mut self, root: &Path, limits: &Limits, now: Duration) -> Result<Checked<SourceTree>, ReadError> {
        self.read_beside(root, limits, now, |_| ())
    }

    /// As [`Self::read`]; before a file is read that is not known, `beside` does what somebody else does meanwhile.
    fn read_beside(
        &mut self,
        root: &Path,
        limits: &Limits,
        now: Duration,
        beside: impl Fn(&SourcePath) + Sync,
    ) -> Result<Checked<SourceTree>, ReadError> {
        let known = std::mem::take(&mut self.known);
        self.last = None;
        let is_moving = AtomicBool::new(false);
        let once = || {
            is_moving.store(false, Ordering::Relaxed);
            read_with(root, limits, |opened, path, read| {
                let stamp = opened.stamp(path.as_str());
                if let Some((before, content)) = known.get(path)
                    && stamp == Some(*before)
                {
                    return (Ok(content.clone()), stamp);
                }
                beside(path);
                let content = read();
                if content.as_ref().is_err_and(Fault::is_of_the_moment) {
                    is_moving.store(true, Ordering::Relaxed);
                }
                let is_settled = |stamp: &Stamp| {
                    stamp.changed() + AGE < now && opened.stamp(path.as_str()) == Some(*stamp) && content.is_ok()
                };
                let stamp = stamp.filter(is_settled);
                (content, stamp)
            })
        };
        let mut read = once()?;
        for _ in 1..TRIES {
            if !is_moving.load(Ordering::Relaxed) {
                break;
            }
            read = once()?;
        }
        let (tree, stamps) = read;
        let file = |(path, stamp): (SourcePath, Stamp)| {
            let content = tree.value.get(path.as_str()).map(|file: &SourceFile| file.content.clone())?;
            Some((path, (stamp, content)))
        };
        self.known = stamps.into_iter().filter_map(file).collect();
        self.last = tree.diagnostics.is_empty().then(|| tree.value.clone());
        Ok(tree)
    }

    /// The site as it was read last, with what is now in the files at `paths`, when nothing else was reported to have changed. Nothing where
    /// that is not enough: where a folder came or went, or something is or was wrong with a file.
    pub fn read_only(&mut self, root: &Path, limits: &Limits, paths: &BTreeSet<PathBuf>) -> Option<SourceTree> {
        // Given back only when all went well.
        let mut tree = self.last.take()?;
        let opened = Root::open(root).ok()?;
        for path in paths {
            let below = path.strip_prefix(root).ok()?.to_str()?;
            let (path, is_there) = (SourcePath::new(below), opened.has(below));
            let treatment = match tree.get(below) {
                Some(SourceFile { content: Content::Unreadable, .. }) => return None,
                Some(file) if is_there => treatment(&file.path),
                Some(_) => {
                    tree.remove(below);
                    continue;
                }
                None if !is_there && tree.below(below).next().is_none() => continue,
                None => match alone(root, &path) {
                    Alone::Foreign => continue,
                    Alone::File(treatment) if has_room(&tree, &path) => treatment,
                    Alone::File(_) | Alone::Other => return None,
                },
            };
            let content = content(&opened, &path, treatment, limits).ok()?;
            if opened.link(below).is_some() {
                return None;
            }
            tree.insert(SourceFile { content, ..SourceFile::unreadable(below) });
        }
        self.last = Some(tree.clone());
        Some(tree)
    }
}

/// Whether the folder of the new file `path` is part of `tree`, and nothing in it has the same name on any system.
fn has_room(tree: &SourceTree, path: &SourcePath) -> bool {
    let names = tree.below(path.folder()).filter_map(|file| file.path.below(path.folder())?.split('/').next());
    let mut names = names.peekable();
    names.peek().is_some() && !is_taken(path.file_name(), names)
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
        // That of the file that was written first: between two of them time may pass.
        let written = folder.path().join("content/a.md").metadata().unwrap().modified().unwrap();
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
    fn what_goes_while_the_site_is_read_is_not_there() {
        let folder = site();
        let content = folder.path().join("content");
        let is_late = |path: &SourcePath| path.as_str() == "content/b.md";
        let mut reader = Reader::default();
        let mut read = |beside: &(dyn Fn(&SourcePath) + Sync)| {
            let read = reader.read_beside(folder.path(), &Limits::default(), LATER, beside).unwrap();
            assert_eq!(read.diagnostics, []);
            assert_eq!(texts(&read), texts(&super::super::read(folder.path(), &Limits::default()).unwrap()));
            texts(&read).into_iter().map(|(path, _)| path).collect::<Vec<_>>()
        };
        let gone = read(&|path| _ = is_late(path).then(|| fs::remove_file(content.join("b.md"))));
        assert_eq!(gone, ["content/a.md", "content/c.md"]);
        fs::write(content.join("b.md"), "two again").unwrap();
        let renamed = read(&|path| _ = is_late(path).then(|| fs::rename(content.join("b.md"), content.join("d.md"))));
        assert_eq!(renamed, ["content/a.md", "content/c.md", "content/d.md"]);

        // What never stops is told, and wants a whole reading the next time.
        let mut reader = Reader::default();
        let never = |path: &SourcePath| {
            let name = content.join(path.file_name());
            fs::rename(&name, name.with_extension("old.md")).unwrap();
        };
        let read = reader.read_beside(folder.path(), &Limits::default(), LATER, never).unwrap();
        let said: Vec<&str> = read.diagnostics.iter().map(|found| found.message.as_str()).collect();
        let expected = ["a", "c", "d"].map(|name| {
            format!("`content/{name}.old.old.md` cannot be read: it was taken away while the site was read")
        });
        assert_eq!(said, expected);
        assert_eq!(only(&mut reader, folder.path(), &["content/a.md"]), None);
    }

    /// What is read when these files were reported: how the texts differ from a clean reading, or nothing where all must be read.
    fn only(reader: &mut Reader, root: &Path, reported: &[&str]) -> Option<bool> {
        let paths = reported.iter().map(|path| root.join(path)).collect();
        let read = reader.read_only(root, &Limits::default(), &paths)?;
        Some(read == super::super::read(root, &Limits::default()).unwrap().value)
    }

    #[test]
    fn of_a_site_that_was_read_only_what_was_reported_is_read() {
        let folder = site();
        let root = folder.path();
        let mut reader = Reader::default();
        assert_eq!(only(&mut reader, root, &["content/a.md"]), None, "nothing was read yet");
        drop(reader.read(root, &Limits::default(), LATER).unwrap());
        fs::write(root.join("content/a.md"), "other words").unwrap();
        assert_eq!(only(&mut reader, root, &["content/a.md"]), Some(true));
        // An editor writes beside, and puts the new file in the place of the old one.
        fs::write(root.join("content/4913"), "").unwrap();
        fs::remove_file(root.join("content/4913")).unwrap();
        fs::write(root.join("content/b.tmp"), "new").unwrap();
        fs::rename(root.join("content/b.tmp"), root.join("content/b.md")).unwrap();
        assert_eq!(only(&mut reader, root, &["content/4913", "content/b.tmp", "content/b.md"]), Some(true));
        // Files come, go and get other names; what an editor keeps for itself is left alone.
        fs::write(root.join("content/new.md"), "new").unwrap();
        fs::write(root.join("content/.new.md.swp"), "swap").unwrap();
        assert_eq!(only(&mut reader, root, &["content/.new.md.swp", "content/new.md"]), Some(true));
        fs::rename(root.join("content/new.md"), root.join("content/other.md")).unwrap();
        assert_eq!(only(&mut reader, root, &["content/new.md", "content/other.md"]), Some(true));
        fs::write(root.join("content/photo.JPG"), "a picture").unwrap();
        fs::remove_file(root.join("content/other.md")).unwrap();
        assert_eq!(only(&mut reader, root, &["content/other.md", "content/photo.JPG"]), Some(true));
        // What was not reported is not seen: that is for the next whole reading.
        fs::write(root.join("content/c.md"), "unseen").unwrap();
        fs::write(root.join("content/a.md"), "seen").unwrap();
        assert_eq!(only(&mut reader, root, &["content/a.md"]), Some(false));
    }

    /// What happens, to which path, and how.
    type Wrong<'a> = (&'a str, &'a str, &'a dyn Fn(&Path));

    #[test]
    fn a_folder_that_came_or_went_and_whatever_is_wrong_want_a_whole_reading() {
        let changes: [Wrong<'_>; 12] = [
            ("a new folder", "content/new", &|path| fs::create_dir(path).unwrap()),
            ("a file in a new folder", "content/new/a.md", &|path| {
                fs::create_dir(path.parent().unwrap()).unwrap();
                fs::write(path, "new").unwrap();
            }),
            ("a file where there was no folder", "templates/page.html", &|path| {
                fs::create_dir(path.parent().unwrap()).unwrap();
                fs::write(path, "new").unwrap();
            }),
            ("one name with another on some systems", "content/A.md", &|path| fs::write(path, "new").unwrap()),
            ("a name that is no address", "content/a?.md", &|path| fs::write(path, "new").unwrap()),
            ("a key", "content/my.key", &|path| fs::write(path, "new").unwrap()),
            ("a new link", "content/d.md", &|path| std::os::unix::fs::symlink("b.md", path).unwrap()),
            ("a folder that is gone", "content", &|path| fs::rename(path, path.with_extension("old")).unwrap()),
            ("no text any more", "content/a.md", &|path| fs::write(path, [0xff, 0xfe]).unwrap()),
            ("a link in its place", "content/a.md", &|path| {
                fs::remove_file(path).unwrap();
                std::os::unix::fs::symlink("b.md", path).unwrap();
            }),
            ("a second name", "content/a.md", &|path| fs::hard_link(path, path.with_extension("txt")).unwrap()),
            ("something outside", "/elsewhere", &|_| ()),
        ];
        for (what, path, change) in changes {
            let folder = site();
            let mut reader = Reader::default();
            drop(reader.read(folder.path(), &Limits::default(), LATER).unwrap());
            change(&folder.path().join(path));
            assert_eq!(only(&mut reader, folder.path(), &[path]), None, "{what}");
            assert_eq!(only(&mut reader, folder.path(), &[]), None, "{what}, and all that comes after");
        }
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
