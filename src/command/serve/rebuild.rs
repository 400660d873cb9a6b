//! The thread that builds. Knows when: at the start, and after changes, however many came while it was building; and once more, of everything,
//! after it looked only at what was reported.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use std::{io, thread};

use tokio::sync::oneshot;
use tokio::time::Instant;

use super::preview::{Built, Preview};

/// How long nothing must change before everything is looked at.
const QUIET: Duration = Duration::from_secs(1);
/// How long it is put off at most, while one change follows the other.
const LONGEST: Duration = Duration::from_secs(5);
/// And how many times as long as it took: on a large site a change would wait for it too often.
const TIMES: u32 = 10;

/// What has changed since the last build, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Anything can have changed.
    Anything,
    /// The system reported changes at these paths, and nothing else.
    At(BTreeSet<PathBuf>),
    /// None was reported: everything is looked at to be sure.
    Unreported,
}

/// What came of a build.
#[derive(Debug)]
pub enum Outcome {
    /// Every file was looked at.
    Whole(Built),
    /// Only what was reported was looked at.
    Reported(Built),
    /// Every file was looked at, and nothing is new.
    Same,
}

impl Change {
    /// Both together.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::At(mut paths), Self::At(others)) => {
                paths.extend(others);
                Self::At(paths)
            }
            _ => Self::Anything,
        }
    }
}

/// Asks for a build.
#[derive(Debug, Clone)]
pub struct Doorbell {
    ring: SyncSender<()>,
    change: Arc<Mutex<Option<Change>>>,
}

/// What the building thread listens to.
#[derive(Debug)]
pub struct Woken {
    rung: Receiver<()>,
    change: Arc<Mutex<Option<Change>>>,
}

impl Doorbell {
    /// Asks for one more build, because of `change`, after the one that is running.
    pub fn ring(&self, change: Change) {
        let mut noted = self.change.lock().unwrap_or_else(PoisonError::into_inner);
        *noted = Some(match noted.take() {
            Some(before) => before.and(change),
            None => change,
        });
        drop(noted);
        // A full channel means that a build is asked for already; a closed one that the preview has ended.
        let _ = self.ring.try_send(());
    }
}

impl Woken {
    /// Waits until a build is asked for, at most until `again`, when everything is looked at once more; nothing when the preview has ended.
    pub(super) fn next(&self, again: Option<Instant>) -> Option<Change> {
        let rung = match again {
            None => self.rung.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(again) => self.rung.recv_timeout(again.saturating_duration_since(Instant::now())),
        };
        match rung {
            Ok(()) => self.change.lock().unwrap_or_else(PoisonError::into_inner).take().or(Some(Change::Anything)),
            Err(RecvTimeoutError::Timeout) => Some(Change::Unreported),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }
}

/// A doorbell, and what the building thread listens to.
pub fn doorbell() -> (Doorbell, Woken) {
    let (sender, receiver) = sync_channel(1);
    let change = Arc::default();
    (Doorbell { ring: sender, change: Arc::clone(&change) }, Woken { rung: receiver, change })
}

/// Starts building. The receiver that is given back ends when the thread does, which happens early only when `build` panics.
pub fn start(
    mut build: impl FnMut(&Change) -> Outcome + Send + 'static,
    woken: Woken,
    preview: Arc<Preview>,
) -> io::Result<oneshot::Receiver<()>> {
    let (ended, has_ended) = oneshot::channel::<()>();
    thread::Builder::new().name("build".into()).spawn(move || {
        let _ended = ended;
        let mut change = Change::Anything;
        // Since when not everything has been looked at.
        let mut unsure: Option<Instant> = None;
        // How long it took to look at everything.
        let mut look = Duration::ZERO;
        for number in 0.. {
            let began = Instant::now();
            let outcome = build(&change);
            if change == Change::Unreported {
                look = began.elapsed();
            }
            unsure = matches!(outcome, Outcome::Reported(_)).then(|| unsure.unwrap_or_else(Instant::now));
            if let Outcome::Whole(built) | Outcome::Reported(built) = outcome {
                preview.show(built, number);
            }
            let again = unsure.map(|since| (Instant::now() + QUIET.max(look)).min(since + LONGEST.max(look * TIMES)));
            match woken.next(again) {
                Some(next) => change = next,
                None => break,
            }
        }
    })?;
    Ok(has_ended)
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::super::problems::Problems;
    use super::*;

    fn at(paths: &[&str]) -> Change {
        Change::At(paths.iter().map(PathBuf::from).collect())
    }

    #[test]
    fn after_what_was_reported_everything_is_looked_at() {
        let preview = Arc::new(Preview::new(SocketAddr::from(([127, 0, 0, 1], 1))));
        let (bell, woken) = doorbell();
        let (began, begins) = channel();
        let build = move |change: &Change| {
            began.send(change.clone()).unwrap();
            match change {
                Change::Anything | Change::Unreported => Outcome::Same,
                Change::At(_) => Outcome::Reported(Built::Broken(Problems::default())),
            }
        };
        let _ended = start(build, woken, preview).unwrap();
        let next = || begins.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(next(), Change::Anything);
        bell.ring(at(&["a.md"]));
        assert_eq!([next(), next()], [at(&["a.md"]), Change::Unreported]);
        assert!(begins.recv_timeout(QUIET * 2).is_err());
        // Where a writer never stops, it is not put off for ever.
        let began = Instant::now();
        let mut seen = Vec::new();
        while seen.last() != Some(&Change::Unreported) {
            assert!(began.elapsed() < LONGEST * 3);
            bell.ring(at(&["b.md"]));
            seen.push(next());
        }
        assert!(began.elapsed() >= LONGEST);
    }

    #[test]
    fn a_look_at_everything_that_takes_long_comes_less_often() {
        const LOOK: Duration = Duration::from_millis(1_500);
        let preview = Arc::new(Preview::new(SocketAddr::from(([127, 0, 0, 1], 1))));
        let (bell, woken) = doorbell();
        let (began, begins) = channel();
        let build = move |change: &Change| {
            began.send((change.clone(), Instant::now())).unwrap();
            match change {
                Change::At(_) => return Outcome::Reported(Built::Broken(Problems::default())),
                Change::Unreported => thread::sleep(LOOK),
                // The first time everything is made, which is no look.
                Change::Anything => {}
            }
            Outcome::Same
        };
        let _ended = start(build, woken, preview).unwrap();
        let next = || begins.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(next().0, Change::Anything);
        for wait in [QUIET, LOOK] {
            bell.ring(at(&["a.md"]));
            let (edited, since) = next();
            let (looked, then) = next();
            assert_eq!([edited, looked], [at(&["a.md"]), Change::Unreported]);
            assert!(then - since >= wait, "{wait:?}");
        }
    }

    #[test]
    fn whatever_is_not_known_is_everything() {
        assert_eq!(at(&["a"]).and(at(&["b"])), at(&["a", "b"]));
        assert_eq!(at(&["a"]).and(Change::Anything), Change::Anything);
        assert_eq!(Change::Anything.and(at(&["a"])), Change::Anything);
    }

    #[test]
    fn changes_during_a_build_lead_to_one_more() {
        let preview = Arc::new(Preview::new(SocketAddr::from(([127, 0, 0, 1], 1))));
        let (bell, woken) = doorbell();
        let (began, begins) = channel();
        let (go_on, may_go_on) = channel::<()>();
        let build = move |change: &Change| {
            began.send(change.clone()).unwrap();
            may_go_on.recv().unwrap();
            Outcome::Whole(Built::Broken(Problems::default()))
        };
        let _ended = start(build, woken, preview).unwrap();
        let wait = Duration::from_secs(10);
        assert_eq!(begins.recv_timeout(wait).unwrap(), Change::Anything);
        (0..1_000).for_each(|number| bell.ring(at(&[&format!("{}.md", number % 3)])));
        go_on.send(()).unwrap();
        assert_eq!(begins.recv_timeout(wait).unwrap(), at(&["0.md", "1.md", "2.md"]));
        go_on.send(()).unwrap();
        assert!(begins.recv_timeout(Duration::from_millis(200)).is_err());
    }
}
