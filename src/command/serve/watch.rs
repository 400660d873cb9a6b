//! Changes on the disk. Knows which files belong to the site and when it is time to tell of them, not how they are noticed.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Error, ErrorKind, Event, EventKind};
use tokio::time::Instant;

use super::eyes::{Eyes, in_words, is_missing};
use super::rebuild::{Change, Doorbell};

/// How long everything must be quiet while a file may be half saved: editors save in several steps.
const QUIET: Duration = Duration::from_millis(40);
/// How long everything must be quiet when every file is saved: others may follow at once.
const SAVED: Duration = Duration::from_millis(8);
/// How long a change waits at most, however many follow.
const LONGEST: Duration = Duration::from_millis(250);

/// What belongs to the site.
#[derive(Debug, Clone)]
pub struct Watched {
    /// The root of the site, an absolute path.
    pub root: PathBuf,
    /// The folders below the root that are read with all that is in them; they need not exist yet.
    pub folders: Vec<String>,
    /// The files in the root that are read.
    pub files: Vec<String>,
    /// Where `build` writes; what happens there is no change. An absolute path.
    pub output: PathBuf,
}

/// Changes are reported as long as this lives.
#[derive(Debug)]
pub struct Watch {
    polls_because: Option<String>,
    messages: Sender<Message>,
}

impl Watch {
    /// Why the files are compared instead of watched.
    pub fn polls_because(&self) -> Option<&str> {
        self.polls_because.as_deref()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A closed channel means that the thread has ended already.
        let _ = self.messages.send(Message::Stop);
    }
}

enum Message {
    Seen(Result<Event, Error>),
    Stop,
}

/// Begins to look for changes and rings `bell` after each. `lost` hears why, when watching has to give way to comparing later on.
///
/// # Errors
/// When neither watching nor comparing works, for example because the root is gone.
pub fn start(watched: &Watched, bell: Doorbell, lost: impl Fn(String) + Send + 'static) -> Result<Watch, Error> {
    let (messages, seen) = channel();
    let (eyes, polls_because) = match Eyes::watching(report_to(&messages))
        .and_then(|eyes| eyes.look_at(&watched.root, &watched.folders))
    {
        Ok(eyes) => (eyes, None),
        Err(error) => {
            (Eyes::comparing(report_to(&messages))?.look_at(&watched.root, &watched.folders)?, Some(in_words(&error)))
        }
    };
    let (watched, own) = (watched.clone(), messages.clone());
    thread::Builder::new()
        .name("watch".into())
        .spawn(move || attend(eyes, &own, &seen, &watched, &bell, &lost))
        .map_err(Error::io)?;
    Ok(Watch { polls_because, messages })
}

fn attend(
    mut eyes: Eyes,
    messages: &Sender<Message>,
    seen: &Receiver<Message>,
    watched: &Watched,
    bell: &Doorbell,
    lost: &impl Fn(String),
) {
    let mut changes: Option<Changes> = None;
    loop {
        let message = match changes.as_ref().map(Changes::wait) {
            None => seen.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(wait) => seen.recv_timeout(wait),
        };
        match message {
            Ok(Message::Seen(Ok(event))) => {
                for folder in watched.new_folders(&event) {
                    eyes.look_again(&folder);
                }
                if watched.is_change(&event) {
                    changes.get_or_insert_with(Changes::begin).add(&event, watched);
                } else if let Some(changes) = &mut changes {
                    changes.add(&event, watched);
                }
            }
            // What was lost in an error may have been a change; a folder that need not exist is none.
            Ok(Message::Seen(Err(error))) => {
                // From here on folders would be missed that were made since.
                if let (ErrorKind::MaxFilesWatch, Eyes::Watching(_)) = (&error.kind, &eyes)
                    && let Ok(comparing) = Eyes::comparing(report_to(messages))
                        .and_then(|eyes| eyes.look_at(&watched.root, &watched.folders))
                {
                    eyes = comparing;
                    lost(in_words(&error));
                }
                if !is_missing(&error) {
                    changes.get_or_insert_with(Changes::begin).at = Change::Anything;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(changes) = changes.take() {
                    bell.ring(changes.at);
                }
            }
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => break,
        }
    }
}

/// Changes that were seen and of which nobody has been told yet.
struct Changes {
    since: Instant,
    /// Files that are being saved, or have gone and may come back as when editors save.
    unfinished: BTreeSet<PathBuf>,
    /// Where they were.
    at: Change,
}

impl Changes {
    fn begin() -> Self {
        Self { since: Instant::now(), unfinished: BTreeSet::new(), at: Change::At(BTreeSet::new()) }
    }

    fn add(&mut self, event: &Event, watched: &Watched) {
        match &mut self.at {
            // Whoever looks through the site, as the preview itself does, changes nothing and names folders too.
            Change::At(_) if is_reading(event) => {}
            Change::At(paths) if is_of_files(event) => {
                paths.extend(event.paths.iter().filter(|path| watched.holds(path)).cloned());
            }
            at => *at = Change::Anything,
        }
        let mut paths = event.paths.iter().filter(|path| watched.holds(path));
        match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => {
                paths.for_each(|path| _ = self.unfinished.remove(path));
            }
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
                self.unfinished.extend(event.paths.first().filter(|path| watched.holds(path)).cloned());
                event.paths.last().map(|path| self.unfinished.remove(path));
            }
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => {}
            _ => self.unfinished.extend(paths.by_ref().cloned()),
        }
    }

    /// How long to wait for more.
    fn wait(&self) -> Duration {
        let wait = if self.unfinished.is_empty() { SAVED } else { QUIET };
        wait.min(LONGEST.saturating_sub(self.since.elapsed()))
    }
}

/// Whether `event` tells that something was read, and not that it was written.
const fn is_reading(event: &Event) -> bool {
    let is_written = matches!(event.kind, EventKind::Access(AccessKind::Close(AccessMode::Write)));
    matches!(event.kind, EventKind::Access(_)) && !is_written
}

/// Whether `event` is one of single files, or of what its paths tell.
fn is_of_files(event: &Event) -> bool {
    let is_known = matches!(
        event.kind,
        EventKind::Access(_)
            | EventKind::Create(CreateKind::File)
            | EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_) | ModifyKind::Name(_))
            | EventKind::Remove(RemoveKind::File)
    );
    is_known && !event.need_rescan()
}

impl Watched {
    fn is_change(&self, event: &Event) -> bool {
        // The build itself reads the files, which must not lead to another build.
        let is_reading = matches!(event.kind, EventKind::Access(_));
        event.need_rescan() || (!is_reading && event.paths.iter().any(|path| self.holds(path)))
    }

    /// Whether `path` is one that the site is made from.
    fn holds(&self, path: &Path) -> bool {
        if path.starts_with(&self.output) {
            return false;
        }
        let Ok(below) = path.strip_prefix(&self.root) else { return true };
        let mut parts = below.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        });
        let Some(first) = parts.next() else { return true };
        let is_last = below.components().count() == 1;
        let is_read = self.folders.iter().any(|folder| *folder == first)
            || (is_last && self.files.iter().any(|file| *file == first));
        is_read && !parts.any(|name| name.starts_with('.') || name.ends_with('~'))
    }

    /// The folders of the site that were made or put in place by `event`; watching ended when they were taken away.
    fn new_folders(&self, event: &Event) -> Vec<PathBuf> {
        if !matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))) {
            return Vec::new();
        }
        let folders = self.folders.iter().map(|folder| self.root.join(folder));
        folders.filter(|folder| event.paths.contains(folder)).collect()
    }
}

fn report_to(messages: &Sender<Message>) -> impl FnMut(Result<Event, Error>) + Send + 'static {
    let messages = messages.clone();
    move |result| {
        // A closed channel means that the preview has ended.
        let _ = messages.send(Message::Seen(result));
    }
}

#[cfg(test)]
mod tests {
    use notify::event::Flag;

    use super::super::eyes::POLL;
    use super::super::rebuild::doorbell;
    use super::*;

    fn watched() -> Watched {
        Watched {
            root: "/site".into(),
            folders: vec!["content".into(), "templates".into()],
            files: vec!["dossier.toml".into()],
            output: "/site/content/public".into(),
        }
    }

    #[test]
    fn changes_are_those_of_files_that_are_read() {
        let seen =
            |path: &str| watched().is_change(&Event::new(EventKind::Create(CreateKind::Any)).add_path(path.into()));
        for path in ["/site/content/people/kurt.md", "/site/templates", "/site/dossier.toml", "/site", "/elsewhere/x"] {
            assert!(seen(path), "{path}");
        }
        for path in [
            "/site/content/public/index.html",
            "/site/content/people/.kurt.md.swp",
            "/site/content/people/kurt.md~",
            "/site/content/.obsidian/workspace.json",
            "/site/.git/index",
            "/site/notes.txt",
            "/site/sub/dossier.toml",
        ] {
            assert!(!seen(path), "{path}");
        }
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "the test changes a file of its own")]
    fn where_nothing_is_reported_the_contents_are_compared() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("content/kurt.md");
        std::fs::create_dir(folder.path().join("content")).unwrap();
        std::fs::write(&page, "before").unwrap();
        let watched = Watched { root: folder.path().into(), output: folder.path().join("public"), ..watched() };
        let (messages, seen) = channel();
        let eyes = Eyes::comparing(report_to(&messages))
            .and_then(|eyes| eyes.look_at(&watched.root, &watched.folders))
            .unwrap();
        let (bell, rung) = doorbell();
        let own = messages.clone();
        let attendant = thread::spawn(move || attend(eyes, &own, &seen, &watched, &bell, &|_| {}));
        thread::sleep(POLL * 2);
        assert_eq!(rung.next(Some(Instant::now())), Some(Change::Unreported), "nothing has changed yet");
        // Same length, and within the same second as before.
        std::fs::write(&page, "beyond").unwrap();
        let change = rung.next(Some(Instant::now() + Duration::from_secs(20)));
        assert!(change.is_some());
        messages.send(Message::Stop).unwrap();
        attendant.join().unwrap();
    }

    /// What is known after these events, one of which is a change.
    fn after(events: &[(EventKind, &[&str])]) -> Changes {
        let mut changes = Changes::begin();
        for (kind, paths) in events {
            let event = Event {
                paths: paths.iter().map(|path| format!("/site/content/{path}").into()).collect(),
                ..Event::new(*kind)
            };
            changes.add(&event, &watched());
        }
        changes
    }

    /// How long is waited after them.
    fn wait(events: &[(EventKind, &[&str])]) -> Duration {
        if after(events).unfinished.is_empty() { SAVED } else { QUIET }
    }

    #[test]
    fn what_is_saved_is_shown_at_once_and_what_may_be_half_saved_is_not() {
        let modify = EventKind::Modify(ModifyKind::Data(notify::event::DataChange::Any));
        let create = EventKind::Create(CreateKind::File);
        let close = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let remove = EventKind::Remove(notify::event::RemoveKind::File);
        let name = |mode| EventKind::Modify(ModifyKind::Name(mode));
        let rights = EventKind::Modify(ModifyKind::Metadata(notify::event::MetadataKind::Permissions));
        let a: &[&str] = &["a.md"];
        for (saved, events) in [
            (true, &[(modify, a), (modify, a), (close, a)][..]),
            (false, &[(modify, a)]),
            (false, &[(create, a), (close, a), (modify, &["b.md"])]),
            // Over a file beside it.
            (true, &[(create, &[".a.md.swp"]), (name(RenameMode::To), a)]),
            (true, &[(name(RenameMode::Both), &["a.md~", "a.md"]), (rights, a)]),
            // With the old one kept beside it, and after it was taken away.
            (false, &[(name(RenameMode::Both), &["a.md", "a.md~"])]),
            (true, &[(name(RenameMode::Both), &["a.md", "a.md~"]), (create, a), (modify, a), (close, a), (rights, a)]),
            (false, &[(remove, a)]),
            (true, &[(remove, a), (create, a), (close, a)]),
        ] {
            assert_eq!(wait(events), if saved { SAVED } else { QUIET }, "{events:?}");
        }
        // Whatever goes on, it is told after a while.
        let since = Instant::now().checked_sub(LONGEST).unwrap();
        assert_eq!(Changes { since, ..Changes::begin() }.wait(), Duration::ZERO);
    }

    #[test]
    fn reading_is_no_change_and_lost_events_are_one() {
        let reading = Event::new(EventKind::Access(AccessKind::Any)).add_path("/site/content/a.md".into());
        assert!(!watched().is_change(&reading));
        // Neither is it while something else changes: a look through all files opens every folder.
        let access = |mode| EventKind::Access(AccessKind::Open(mode));
        let looked = after(&[
            (access(AccessMode::Any), &["people", "people/a.md"]),
            (EventKind::Remove(RemoveKind::File), &["people/b.md"]),
            (EventKind::Access(AccessKind::Close(AccessMode::Read)), &["people"]),
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), &["people/c.md"]),
        ]);
        let paths = ["people/b.md", "people/c.md"].map(|path| PathBuf::from(format!("/site/content/{path}")));
        assert_eq!(looked.at, Change::At(BTreeSet::from(paths)));
        assert!(watched().is_change(&Event::new(EventKind::Other).set_flag(Flag::Rescan)));
    }
}
