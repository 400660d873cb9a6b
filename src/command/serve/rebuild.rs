//! The thread that builds. Knows when: at the start, and after changes, however many came while it was building.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::{io, thread};

use tokio::sync::oneshot;

use super::preview::{Built, Preview};

/// Asks for a build.
#[derive(Debug, Clone)]
pub struct Doorbell(SyncSender<()>);

impl Doorbell {
    /// Asks for one more build after the one that is running.
    pub fn ring(&self) {
        // A full channel means that a build is asked for already; a closed one that the preview has ended.
        let _ = self.0.try_send(());
    }
}

/// A doorbell, and what the building thread listens to.
pub fn doorbell() -> (Doorbell, Receiver<()>) {
    let (sender, receiver) = sync_channel(1);
    (Doorbell(sender), receiver)
}

/// Starts building. The receiver that is given back ends when the thread does, which happens early only when `build` panics.
pub fn start(
    mut build: impl FnMut() -> Built + Send + 'static,
    woken: Receiver<()>,
    preview: Arc<Preview>,
) -> io::Result<oneshot::Receiver<()>> {
    let (ended, has_ended) = oneshot::channel::<()>();
    thread::Builder::new().name("build".into()).spawn(move || {
        let _ended = ended;
        for number in 0.. {
            preview.show(build(), number);
            if woken.recv().is_err() {
                break;
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

    #[test]
    fn changes_during_a_build_lead_to_one_more() {
        let preview = Arc::new(Preview::new(SocketAddr::from(([127, 0, 0, 1], 1))));
        let (bell, woken) = doorbell();
        let (began, begins) = channel();
        let (go_on, may_go_on) = channel::<()>();
        let build = move || {
            began.send(()).unwrap();
            may_go_on.recv().unwrap();
            Built::Broken(Problems::default())
        };
        let _ended = start(build, woken, preview).unwrap();
        let wait = Duration::from_secs(10);
        begins.recv_timeout(wait).unwrap();
        (0..1_000).for_each(|_| bell.ring());
        go_on.send(()).unwrap();
        begins.recv_timeout(wait).unwrap();
        go_on.send(()).unwrap();
        assert!(begins.recv_timeout(Duration::from_millis(200)).is_err());
    }
}
