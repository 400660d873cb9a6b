//! Where the time of a build goes, told to whoever measures. Knows the names of the stages and no clock: the watch has its own.

use std::time::Duration;

use crate::foundation::route::Route;

/// A stage of a build. It ends when the next begins, and may come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The names in the folder, and files that are not parsed while they are read.
    Read,
    /// Each file alone; in a build it is read and parsed at once.
    Parse,
    /// Links, and the rules that need more than one file.
    Resolve,
    /// Stored copies, and the quotes that are looked for in them.
    Copies,
    /// The theme and the texts of the interface.
    Theme,
    /// What may be seen, and what follows from it.
    Publish,
    /// Pictures and documents that are carried over, and the pictures that are drawn.
    Files,
    /// Which pages there are, and all that stands on them.
    Plan,
    /// Templates.
    Render,
    /// Looking for protected names.
    Gate,
    /// Writing the output folder.
    Write,
}

impl Stage {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Parse => "parse",
            Self::Resolve => "resolve",
            Self::Copies => "copies",
            Self::Theme => "theme",
            Self::Publish => "publish",
            Self::Files => "files",
            Self::Plan => "plan",
            Self::Render => "render",
            Self::Gate => "gate",
            Self::Write => "write",
        }
    }
}

/// Whoever measures.
pub trait Watch: Sync {
    /// The time since some moment, by the watch's own clock.
    fn now(&self) -> Duration;
    /// A stage begins.
    fn begins(&self, stage: Stage);
    /// The page at `route` took `time` of one processor core with `template`.
    fn rendered(&self, template: &'static str, route: &Route, time: Duration);
}

/// Nobody measures.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn begins(&self, _: Stage) {}

    fn rendered(&self, _: &'static str, _: &Route, _: Duration) {}
}
