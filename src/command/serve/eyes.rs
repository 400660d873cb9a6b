//! How changes are noticed: where the system reports none, files are compared. Knows what is looked at, not what a change is.

use std::path::Path;
use std::time::Duration;

use notify::{Config, Error, ErrorKind, EventHandler, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// How often files are compared where the system does not report changes.
pub const POLL: Duration = Duration::from_secs(1);

/// What notices that files change.
pub enum Eyes {
    Watching(RecommendedWatcher),
    Comparing(PollWatcher),
}

impl Eyes {
    /// The system says what changes.
    ///
    /// # Errors
    /// When it does not.
    pub fn watching(report: impl EventHandler) -> Result<Self, Error> {
        let config = Config::default().with_follow_symlinks(false);
        RecommendedWatcher::new(report, config).map(Self::Watching)
    }

    /// Files are compared again and again.
    ///
    /// # Errors
    /// When there is no thread for it.
    pub fn comparing(report: impl EventHandler) -> Result<Self, Error> {
        // Modification times are compared by the second, so a second edit within one would be missed without the contents.
        let config = Config::default().with_poll_interval(POLL).with_compare_contents(true).with_follow_symlinks(false);
        PollWatcher::new(report, config).map(Self::Comparing)
    }

    /// Looks at `root`, and at `folders` below it with all that is in them, as far as they are there.
    ///
    /// # Errors
    /// When a folder that is there cannot be looked at.
    pub fn look_at(mut self, root: &Path, folders: &[String]) -> Result<Self, Error> {
        self.add(root, RecursiveMode::NonRecursive)?;
        for folder in folders {
            match self.add(&root.join(folder), RecursiveMode::Recursive) {
                Err(error) if !is_missing(&error) => return Err(error),
                _ => {}
            }
        }
        Ok(self)
    }

    /// Looks at `folder`, which was made again, from now on.
    pub fn look_again(&mut self, folder: &Path) {
        // The old watch may have ended with the old folder, and the new folder may be gone again: both are no failure.
        let _ = match self {
            Self::Watching(eyes) => eyes.unwatch(folder),
            Self::Comparing(eyes) => eyes.unwatch(folder),
        };
        let _ = self.add(folder, RecursiveMode::Recursive);
    }

    fn add(&mut self, path: &Path, mode: RecursiveMode) -> Result<(), Error> {
        match self {
            Self::Watching(eyes) => eyes.watch(path, mode),
            Self::Comparing(eyes) => eyes.watch(path, mode),
        }
    }
}

/// Whether something that was to be looked at is not there.
pub fn is_missing(error: &Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// What `error` is to whoever writes.
pub fn in_words(error: &Error) -> String {
    match error.kind {
        ErrorKind::MaxFilesWatch => "the system watches no more folders than it does already \
             (on Linux, fs.inotify.max_user_watches and max_user_instances raise the limit)"
            .into(),
        _ => error.to_string(),
    }
}
